import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { unmark } from '../../server/src/syntax/markup.ts';

describe('the words of a page', () => {
  test('stand where they stood, without a tag among them', () => {
    const page = '<html><body><p>一、<b>总体</b>情况</p>\n</body>\n</html>\n末尾\n';
    const { text } = unmark(page);
    assert.equal(text.length, page.length);
    assert.equal(text.replace(/\s/g, ''), '一、总体情况末尾');
    assert.equal(text.indexOf('末尾'), page.indexOf('末尾'));
  });

  test('that stand between the rows of a table do not hide its cells', () => {
    const page = '<table>散<tr><td>规章</td>落<td>0</td></tr></table>';
    const { text } = unmark(page);
    assert.equal(text.length, page.length);
    assert.doesNotMatch(text, /[<>]/);
    assert.match(text, /\t *规章 *[^\n]*\t *0/);
  });
});

test('blanks of HTML beside the words of a Markdown cell are none of them, however they are written', () => {
  const text = '| &nbsp;　规章 &emsp;| &#160;0 | &ensp;3&nbsp; | &nbsp; |';
  const { text: read } = unmark(text);
  assert.equal(read.length, text.length);
  assert.deepEqual(
    read.split('|').map((cell) => cell.trim()),
    ['', '规章', '0', '3', '&nbsp;', ''],
  );
  assert.equal(unmark('收入 R&D 与 &lt;年报&gt;').text, '收入 R&D 与 &lt;年报&gt;');
});

test('a cell that holds one cell is that cell; one that holds more lays out the page', () => {
  const cells = (page: string): readonly string[] =>
    unmark(page)
      .text.split('\t')
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
  const boxed = (text: string): string => `<td><table><tr><td><p>${text}</p></td></tr></table></td>`;
  assert.deepEqual(cells(`<table><tr>${boxed('规章')}${boxed('0')}${boxed('3')}</tr></table>`), [
    '规章',
    '0',
    '3',
  ]);
  assert.deepEqual(
    cells('<table><tr><td><table><tr><td>规章</td><td>0</td></tr></table></td></tr></table>'),
    ['规章', '0'],
  );
});
