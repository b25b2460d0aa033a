import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { say } from '../base/message.ts';
import { type Acceptable, acceptables } from '../features/accept.ts';
import { ignoreOffers } from '../features/ignore.ts';
import { fixAll, offers } from '../features/quick-fix.ts';
import { toAccept, toQuickFix, toSetLevel, toSpan, toTextEdits } from './convert.ts';
import type { OnDesk } from './desk.ts';
import { foldersAbove } from './project-files.ts';

/** The kind of the action that makes all safe fixes at once. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.gouji`;

/** The kinds of action on offer, for clients that filter beforehand. */
export const codeActionKinds: readonly string[] = [CodeActionKind.QuickFix, fixAllKind];

/** The actions of the kinds asked for: fixes of what the range touches, and all safe fixes at once. */
export function codeActions(on: OnDesk, { range, context }: CodeActionParams): CodeAction[] {
  return [
    ...(wanted(CodeActionKind.QuickFix, context.only) ? quickFixes(on, range) : []),
    ...(wanted(fixAllKind, context.only) ? fixAllAction(on) : []),
  ];
}

/** A kind asked for includes those below it: `source` and `source.fixAll` include `source.fixAll.gouji`. */
const wanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`));

function quickFixes(on: OnDesk, range: CodeActionParams['range']): CodeAction[] {
  const { doc, of, manner } = on;
  const at = toSpan(doc, range);
  const ignoring = doc.languageId === 'markdown' ? ignoreOffers(of, at) : [];
  const accepting = mayAccept(on) ? acceptables(of, at) : [];
  return [
    ...[...offers(of, at), ...ignoring].map((offer) => toQuickFix(doc, offer, manner)),
    ...accepting.map((acceptable) => toAccept(doc, acceptable, manner)),
    ...oncePerRule(accepting).map(({ finding }) => toSetLevel(doc, finding, manner)),
  ];
}

/** Whether there is a folder to take down in what is accepted, and a client that does so. */
export const mayAccept = ({ doc, manner }: Pick<OnDesk, 'doc' | 'manner'>): boolean =>
  manner.accepts && foldersAbove(doc.uri).length > 0;

const oncePerRule = (all: readonly Acceptable[]): readonly Acceptable[] =>
  all.filter((one, at) => all.findIndex(({ finding }) => finding.rule === one.finding.rule) === at);

function fixAllAction({ doc, of, manner }: OnDesk): CodeAction[] {
  const edits = fixAll(of);
  if (edits.length === 0) return [];
  const title = manner.say(say('修正全部可以放心修正的问题（不改动数字）'));
  return [{ title, kind: fixAllKind, edit: { changes: { [doc.uri]: toTextEdits(doc, edits) } } }];
}
