import type { Uri } from 'vscode';
import type {
  ReviewAnswer,
  ReviewFindingAnswer,
  ReviewPartAnswer,
  ReviewTableAnswer,
  StatusParams,
} from '../../../server/src/lsp/protocol.ts';

/** An entry of the tree; each knows what it stands in, so that it can be revealed. */
export type ReviewNode = ReportNode | PartNode | TableNode | FindingNode;

interface Node {
  /** The same for the same thing through all edits, so that what is unfolded stays so. */
  readonly id: string;
  readonly uri: Uri;
}

export interface ReportNode extends Node {
  readonly kind: 'report';
  readonly status: StatusParams;
  readonly title: string | null;
  readonly children: readonly PartNode[];
}

export interface PartNode extends Node {
  readonly kind: 'part';
  readonly parent: Parent;
  readonly part: ReviewPartAnswer;
  readonly children: readonly (TableNode | FindingNode)[];
}

export interface TableNode extends Node {
  readonly kind: 'table';
  readonly parent: Parent;
  readonly table: ReviewTableAnswer;
}

export interface FindingNode extends Node {
  readonly kind: 'finding';
  readonly parent: Parent;
  readonly finding: ReviewFindingAnswer;
}

/** Asked for when needed: a child is made before what it stands in. */
type Parent = () => ReviewNode;

/** The tree of one report; before the server has answered it is a lone entry. */
export function reportNode(uri: Uri, status: StatusParams, answer: ReviewAnswer | undefined): ReportNode {
  const id = uri.toString();
  const report: ReportNode = {
    kind: 'report',
    id,
    uri,
    status,
    title: answer?.title ?? null,
    children: (answer?.parts ?? []).map((part) => partNode(uri, partId(id, part), part, () => report)),
  };
  return report;
}

/** What is unfolded stays so by its id; a part in which something is found for the first time is to unfold. */
const partId = (report: string, { id, findings }: ReviewPartAnswer): string =>
  `${report}#${id}${findings.length > 0 ? '#found' : ''}`;

function partNode(uri: Uri, id: string, part: ReviewPartAnswer, parent: Parent): PartNode {
  const own: Parent = () => node;
  const node: PartNode = {
    kind: 'part',
    id,
    uri,
    parent,
    part,
    children: [
      ...part.tables.map((table): TableNode => {
        return { kind: 'table', id: `${id}#${table.id}`, uri, parent: own, table };
      }),
      ...part.findings.map((finding, at): FindingNode => {
        return { kind: 'finding', id: `${id}#${at}#${finding.rule}`, uri, parent: own, finding };
      }),
    ],
  };
  return node;
}
