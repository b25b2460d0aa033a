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
