import type { Snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { type Span, touches } from '../base/span.ts';
import { shortName } from '../model/names.ts';
import type { Judgement, Report, RowBinding } from '../model/report.ts';
import { boundTables } from '../model/tables.ts';

/** How the sums that end in a row come out, to be shown behind the end of its line. */
export interface RowHint {
  readonly at: number;
  readonly label: Message;
  /** The sums that do not come out, each in a sentence. */
  readonly broken: readonly Message[];
}

/** A hint for each line with sums that could all be judged, but for the line being typed. */
export function rowHints(of: Snapshot, range: Span, typed?: Span): readonly RowHint[] {
  const report = of.report();
  if (!report.recognised) return [];
  const ends = lineEnds(report);
  const byLine = new Map<number, Judgement[]>();
  for (const judgement of report.judgements()) {
    const last = judgement.right[judgement.right.length - 1];
    const at = last && ends.get(last.row.id);
    if (at === undefined || at < range.from || at > range.to) continue;
    byLine.set(at, [...(byLine.get(at) ?? []), judgement]);
  }
  return [...byLine].flatMap(([at, judgements]) => {
    const isTyped = typed !== undefined && touches(typed, { from: at, to: at });
    return isTyped || judgements.some(({ outcome }) => outcome.state === 'notAssessable')
      ? []
      : [hintOf(at, judgements)];
  });
}

/** Where the line of each row ends; rows of a table that stand on one line end there together. */
const lineEnds = (report: Report): ReadonlyMap<string, number> =>
  new Map(
    boundTables(report).flatMap(({ rows }) =>
      rows.flatMap((row: RowBinding) => ('full' in row ? [[row.template.id, row.full.to] as const] : [])),
    ),
  );

function hintOf(at: number, judgements: readonly Judgement[]): RowHint {
  const broken = judgements.filter(({ outcome }) => outcome.state === 'broken');
  const [first, ...others] = broken;
  if (!first) return { at, label: say('✓'), broken: [] };
  const label =
    others.length === 0
      ? say('✗ 差 {0}', difference(first))
      : say('✗ {0} 处不符，最多差 {1}', broken.length, Math.max(...broken.map(difference)));
  return { at, label, broken: broken.map(told) };
}

function difference({ outcome }: Judgement): number {
  return outcome.state === 'notAssessable' ? 0 : Math.abs(outcome.left - outcome.right);
}

function told(judgement: Judgement): Message {
  const { outcome, line, identity } = judgement;
  const [left, right] = outcome.state === 'notAssessable' ? [0, 0] : [outcome.left, outcome.right];
  const name = 'columns' in line ? shortName(line) : line.label;
  return say(
    '“{0}”：{1}，应为 {2}，现为 {3}，差 {4}',
    name,
    identity.because,
    left,
    right,
    difference(judgement),
  );
}
