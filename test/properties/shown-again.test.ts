import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { type Snapshot, snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { type Manner, toDiagnostic } from '../../server/src/lsp/convert.ts';

const twins = ['000', '001', '002', '003', '004'].map((name) =>
  readFileSync(new URL(`../reports/twin-${name}.txt`, import.meta.url), 'utf8'),
);

const manner: Manner = {
  say: (message) => wording(message),
  showsRelated: true,
  accepts: false,
  ruleDocs: 'file:///rules/{rule}.md',
};

const uri = 'file:///report.txt';
const shown = (doc: TextDocument, of: Snapshot) =>
  of.findings().map((finding) => toDiagnostic(doc, finding, manner));

/** Most edits leave the lines as they are; some do not, and some only seem to. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 0, 1, 1, 2, 60),
    insert: fc.constantFrom('', '1', '0', '，', '(', '\n', '\r', '\r\n', 'x\n', '\nx', '<b>', '2021年'),
  }),
  { minLength: 2, maxLength: 12 },
);

test('what is shown after an edit stands where it stands in a document just opened', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...twins, ...twins.map((twin) => twin.replace(/\n/g, '\r\n'))),
      edits,
      (twin, steps) => {
        const doc = TextDocument.create(uri, 'plaintext', 0, twin);
        let of = snapshot(twin);
        shown(doc, of);
        for (const [step, { at, remove, insert }] of steps.entries()) {
          const from = Math.floor(at * doc.getText().length);
          const range = { start: doc.positionAt(from), end: doc.positionAt(from + remove) };
          TextDocument.update(doc, [{ range, text: insert }], step + 1);
          const text = doc.getText();
          of = snapshot(text, step, defaultSettings, of.report());
          const opened = TextDocument.create(uri, 'plaintext', 0, text);
          assert.deepEqual(shown(doc, of), shown(opened, snapshot(text)));
        }
      },
    ),
    { numRuns: 150, seed: 20214 },
  );
});

/** A text before and after an edit, read one after the other and the second one alone. */
function assertShownAlike(before: string, after: string): void {
  const doc = TextDocument.create(uri, 'plaintext', 0, before);
  const first = snapshot(before);
  shown(doc, first);
  TextDocument.update(doc, [{ text: after }], 1);
  const opened = TextDocument.create(uri, 'plaintext', 0, after);
  const now = snapshot(after, 1, defaultSettings, first.report());
  assert.deepEqual(shown(doc, now), shown(opened, snapshot(after)));
}

test('what is shown moves up a line where two line breaks become one, or goes down where a tag is broken', () => {
  for (const twin of twins) {
    const title = twin.slice(0, twin.indexOf('\n'));
    assertShownAlike(twin.replace('\n', '\r1\n'), twin.replace('\n', '\r\n'));
    const tagged = (tag: string): string => twin.replace(title, `<p>${title}</p>${tag}`);
    assertShownAlike(tagged('<p id="a" class="b">本页</p>'), tagged('<p id="a"\nclass="b">本页</p>'));
  }
});
