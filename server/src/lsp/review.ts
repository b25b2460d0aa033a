import type { Connection } from 'vscode-languageserver';
import { type Message, say } from '../base/message.ts';
import { keyOf } from '../features/accept.ts';
import { findingList } from '../features/finding-list.ts';
import { type Finding, findings } from '../features/findings.ts';
import { type ReviewPart, type ReviewTable, review } from '../features/review.ts';
import { reviewSheet } from '../features/review-sheet.ts';
import type { Attention } from './attention.ts';
import { mayAccept } from './code-actions.ts';
import { toRange } from './convert.ts';
import type { OnDesk } from './desk.ts';
import type { OnDocument } from './fence.ts';
import {
  findingListRequest,
  type ReviewAnswer,
  type ReviewFindingAnswer,
  type ReviewPartAnswer,
  type ReviewTableAnswer,
  reviewRequest,
  reviewSheetRequest,
} from './protocol.ts';

/** Answers what a reviewer reads: part by part in a tree, as a list, and on a sheet. */
export function serveReview(
  connection: Connection,
  { attending, onDocument }: { readonly attending: Attention; readonly onDocument: OnDocument },
): void {
  connection.onRequest(
    reviewRequest,
    onDocument('review', null, (on: OnDesk): ReviewAnswer | null => {
      const { title, recognised } = on.of.report();
      if (!recognised) return null;
      const marks = attending.marksOf(on);
      const parts = marks === 'now' ? review(on.of, findings(on.of, on.typed)) : [];
      return {
        version: on.doc.version,
        title: title?.text ?? null,
        marks,
        parts: parts.map((part) => toPart(on, part)),
      };
    }),
  );
  // Whoever sends these away wants all that is found, whatever is shown at the moment.
  connection.onRequest(
    findingListRequest,
    onDocument('finding list', null, ({ of, manner }: OnDesk) => {
      const lines = findingList(of);
      return lines.length === 0 ? null : `${lines.map(manner.say).join('\n')}\n`;
    }),
  );
  connection.onRequest(
    reviewSheetRequest,
    onDocument('review sheet', null, ({ of, manner }: OnDesk, { format }) => {
      const known = format === 'html' ? 'html' : 'markdown';
      return reviewSheet(of, known, manner.say) ?? null;
    }),
  );
}

function toPart(on: OnDesk, { id, name, standing, span, tables, findings }: ReviewPart): ReviewPartAnswer {
  return {
    id,
    name: id === 'opening' ? on.manner.say(say('标题和前言')) : name,
    standing,
    range: span ? toRange(on.doc, span) : null,
    tables: tables.map((table) => toTable(on, table)),
    findings: findings.map((finding) => toFinding(on, finding)),
  };
}

const toTable = (
  { doc, manner }: OnDesk,
  { id, name, title, standing, span, identities }: ReviewTable,
): ReviewTableAnswer => ({
  id,
  name,
  title,
  standing,
  sums: manner.say(span ? sumsIn(identities) : say('缺')),
  range: span ? toRange(doc, span) : null,
});

/** How identities come out, in a few words; what did not occur is not mentioned. */
function sumsIn({ held, broken, notAssessable }: ReviewTable['identities']): Message {
  const told = [
    ...(broken > 0 ? [say('{0} 项不符', broken)] : []),
    ...(notAssessable > 0 ? [say('{0} 项无法判断', notAssessable)] : []),
    ...(held > 0 ? [say('{0} 项相符', held)] : []),
  ];
  const [first, ...others] = told;
  return first ? others.reduce((before, next) => say('{0}，{1}', before, next), first) : say('没有勾稽关系');
}

const toFinding = (on: OnDesk, finding: Finding): ReviewFindingAnswer => ({
  rule: finding.rule,
  severity: finding.severity,
  message: on.manner.say(finding.message),
  range: toRange(on.doc, finding.span),
  key: mayAccept(on) ? keyOf(on.of, finding) : null,
});
