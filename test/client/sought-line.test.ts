import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Uri } from 'vscode';
import type { MarkdownIt, Token } from '../../client/src/markdown/markdown-it.ts';
import { soughtLine } from '../../client/src/markdown/sought-line.ts';

/** An address, as far as it is looked at. */
const address = (path: string, fragment = ''): Uri =>
  ({ path, fragment, with: (change: { fragment: string }) => address(path, change.fragment) }) as Uri;

/** The entry of a list that begins on a line, counted from 0. */
const entry = (line: number): Token => {
  const token: Token = {
    type: 'list_item_open',
    level: 1,
    content: '',
    map: [line, line + 1],
    attrs: [['class', 'code-line']],
    attrSet: (name, value) => {
      token.attrs = [...(token.attrs ?? []), [name, value]];
    },
  };
  return token;
};

describe('the page that citations lead to', () => {
  const page = address('/docs/law.md');
  const tokens = [entry(5), entry(6), entry(7)];
  const law = soughtLine(page);
  const md: MarkdownIt = { renderer: { rules: {} } };
  law.extendMarkdownIt(md);

  /** What the entries are called and how they are marked, in a preview of a document. */
  const shown = (document: Uri): readonly (string | undefined)[] => {
    const self = { renderToken: (all: Token[], at: number) => JSON.stringify(all[at]?.attrs) };
    return tokens.map((_, at) =>
      md.renderer.rules.list_item_open?.(tokens, at, {}, { currentDocument: document }, self),
    );
  };

  const plain = '[["class","code-line"]]';
  const sought = (line: number): string =>
    `[["class","code-line"],["id","L${line}"],["data-gouji","sought"]]`;

  it('has the entry marked, and named as the address says', () => {
    assert.deepEqual(shown(page), [plain, plain, plain]);
    assert.equal(law.seek(7).fragment, 'L7');
    assert.deepEqual(shown(page), [plain, sought(7), plain]);
  });

  it('has the next one alone marked afterwards', () => {
    law.seek(8);
    assert.deepEqual(shown(page), [plain, plain, sought(8)]);
  });

  it('is the only one', () => {
    for (const token of tokens) token.attrs = [['class', 'code-line']];
    assert.deepEqual(shown(address('/report.md')), [plain, plain, plain]);
  });
});
