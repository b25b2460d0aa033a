import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type {
  CodeAction,
  CompletionItem,
  DocumentHighlight,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  Position,
  Range,
  SelectionRange,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { miscounted } from './sample.ts';
import { actions, open, pulled, type Session, startSession, symbols, uri } from './session.ts';

/** Where to cut, how much, and what to put there instead. */
const anyEdit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(800) }),
  text: fc.oneof(
    fc.constantFrom(
      '',
      '1',
      '\n',
      '\r\n',
      '\t',
      '|',
      '、',
      '一、',
      '（二）',
      '## ',
      '𠮷',
      '\u0000',
      '三、收到和处理政府信息公开申请情况\n',
    ),
    fc.string({ maxLength: 12 }),
  ),
});

describe('any sequence of edits', () => {
  it('leaves every range of every answer inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 12 }), async (edits) => {
        const session = await startSession({ pulls: true });
        open(session, miscounted);
        let text = miscounted;
        for (const [index, { at, size, text: insert }] of edits.entries()) {
          const before = TextDocument.create(uri, 'plaintext', 0, text);
          const from = Math.floor(at * text.length);
          const range = { start: before.positionAt(from), end: before.positionAt(from + size) };
          session.notify('textDocument/didChange', {
            textDocument: { uri, version: index + 2 },
            contentChanges: [{ range, text: insert }],
          });
          text = TextDocument.applyEdits(before, [{ range, newText: insert }]);
          await allInside(session, TextDocument.create(uri, 'plaintext', 0, text));
        }
        assert.deepEqual(session.untaken('window/logMessage'), []);
      }),
      { seed: 5, numRuns: 40 },
    );
  });
});

async function allInside(session: Session, doc: TextDocument): Promise<void> {
  const whole = { start: doc.positionAt(0), end: doc.positionAt(doc.getText().length) };
  for (const { range, relatedInformation } of await pulled(session)) {
    inside(doc, whole, range);
    for (const { location } of relatedInformation ?? []) inside(doc, whole, location.range);
  }
  for (const action of await actions(session, whole)) actionInside(doc, whole, action);
  symbolsInside(doc, whole, await symbols(session));
  for (const { startLine, endLine } of await session.request<FoldingRange[]>('textDocument/foldingRange', {
    textDocument: { uri },
  })) {
    assert.ok(0 <= startLine && startLine < endLine && endLine < doc.lineCount);
  }
  for (const share of [0, 0.35, 0.7, 1]) {
    await placeInside(session, doc, whole, doc.positionAt(Math.floor(doc.getText().length * share)));
  }
}

/** Whatever is answered about one place. */
async function placeInside(
  session: Session,
  doc: TextDocument,
  whole: Range,
  position: Position,
): Promise<void> {
  const about = <R>(method: string, more: object = {}): Promise<R> =>
    session.request<R>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  const told = await about<Hover | null>('hover');
  if (told?.range) inside(doc, whole, told.range);
  const places = [
    ...(await about<Location[]>('definition')),
    ...(await about<Location[]>('references', { context: { includeDeclaration: true } })),
    ...((await about<DocumentHighlight[] | null>('documentHighlight')) ?? []),
  ];
  for (const { range } of places) inside(doc, whole, range);
  for (const { textEdit } of await about<CompletionItem[]>('completion')) {
    if (textEdit && 'range' in textEdit) inside(doc, whole, textEdit.range);
  }
  const grown = await about<SelectionRange[]>('selectionRange', { positions: [position] });
  for (let one = grown[0]; one; one = one.parent) {
    inside(doc, whole, one.range);
    inside(doc, one.range, { start: position, end: position });
    if (one.parent) inside(doc, one.parent.range, one.range);
  }
}

function actionInside(doc: TextDocument, whole: Range, { edit }: CodeAction): void {
  for (const { range } of edit?.changes?.[uri] ?? []) inside(doc, whole, range);
}

function symbolsInside(doc: TextDocument, whole: Range, items: readonly DocumentSymbol[]): void {
  for (const { range, selectionRange, children } of items) {
    inside(doc, whole, range);
    inside(doc, range, selectionRange);
    symbolsInside(doc, range, children ?? []);
  }
}

/** Inside, in order, and at places that the text really has. */
function inside(doc: TextDocument, whole: Range, { start, end }: Range): void {
  for (const position of [start, end]) assert.deepEqual(doc.positionAt(doc.offsetAt(position)), position);
  assert.ok(!isBefore(start, whole.start) && !isBefore(end, start) && !isBefore(whole.end, end));
}

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
