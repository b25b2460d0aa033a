import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markHtml, markTable, type TextMark } from '../../client/src/markdown/mark-tables.ts';
import type { Token } from '../../client/src/markdown/markdown-it.ts';
import { readMarked } from '../support/marked.ts';

/** The marks of a text: `«3»{wrong error 不符}`. */
function marksIn(source: string): { readonly text: string; readonly marks: readonly TextMark[] } {
  const { text, marks } = readMarked(source);
  const place = (offset: number) => {
    const lines = text.slice(0, offset).split('\n');
    return { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  };
  return {
    text,
    marks: marks.map(({ span, label }): TextMark => {
      const [state, severity, message = ''] = label.split(' ');
      return {
        state: state as TextMark['state'],
        severity: severity as TextMark['severity'],
        start: place(span.from),
        end: place(span.to),
        message,
      };
    }),
  };
}

class Made implements Token {
  readonly type: string;
  readonly map: readonly [number, number] | null;
  readonly level = 0;
  readonly content = '';
  attrs: [string, string][] | null = null;
  constructor(type: string, line?: number) {
    this.type = type;
    this.map = line === undefined ? null : [line, line + 1];
  }
  attrSet(name: string, value: string): void {
    this.attrs = [...(this.attrs ?? []).filter(([other]) => other !== name), [name, value]];
  }
}

/** The tokens that markdown-it makes of a pipe table. */
const tokensOf = (text: string): Made[] => [
  new Made('table_open', 0),
  ...text.split('\n').flatMap((line, at) => {
    if (at === 1) return [];
    const count = line.split(/(?<!\\)\|/).length - 2;
    return [
      new Made('tr_open', at),
      ...Array.from({ length: count }, () => new Made(at === 0 ? 'th_open' : 'td_open')),
    ];
  }),
  new Made('table_close'),
];

const cellsIn = (tokens: readonly Made[]): readonly string[] =>
  tokens
    .filter(({ type }) => /^t[dh]_open$/.test(type))
    .map(({ attrs }) => (attrs ?? []).map(([name, value]) => `${name}=${value}`).join(' '));

function marked(source: string, tokens?: readonly Made[]): readonly string[] {
  const { text, marks } = marksIn(source);
  const own = tokens ?? tokensOf(text);
  markTable(own, 0, (line) => text.split('\n')[line] ?? '', marks);
  return cellsIn(own);
}

const wrong = 'data-gouji=wrong error title=不符 tabindex=0';
const involved = 'data-gouji=involved error title=不符';

describe('a table of Markdown', () => {
  it('has the cells marked that a finding stands on or that take part in it', () => {
    const source =
      '| 行 | 数 | 总计 |\n|---|---|---|\n| 甲 | «3»{involved error 不符} | «4»{wrong error 不符} |\n| 乙 | 1 | 1 |';
    assert.deepEqual(marked(source), ['', '', '', '', involved, wrong, '', '', '']);
  });

  it('has a blank cell marked, and cells behind a bar that is escaped', () => {
    const source = '| 行 | 数 |\n|---|---|\n| 甲\\|乙 | «»{wrong error 不符} |';
    assert.deepEqual(marked(source), ['', '', '', wrong]);
  });

  it('has all cells of a row marked that a finding takes in', () => {
    const source = '| 行 | 数 |\n|---|---|\n«| 甲 | 3 |»{wrong error 不符}';
    assert.deepEqual(marked(source), ['', '', wrong, wrong]);
  });

  it('loses the marks again once nothing is wrong', () => {
    const source = '| 行 | 数 |\n|---|---|\n| 甲 | «3»{wrong error 不符} |';
    const tokens = tokensOf(readMarked(source).text);
    assert.deepEqual(marked(source, tokens), ['', '', '', wrong]);
    assert.deepEqual(marked(readMarked(source).text, tokens), ['', '', '', '']);
  });

  it('tells several findings on one cell by the gravest', () => {
    const source = '| 行 | 数 |\n|---|---|\n| 甲 | ««3»{wrong warning 写法}»{wrong error 不符} |';
    assert.match(
      marked(source)[3] ?? '',
      /^data-gouji=wrong error title=(写法\n不符|不符\n写法) tabindex=0$/,
    );
  });
});

describe('a table of HTML in Markdown', () => {
  const inHtml = (source: string, above = 0): string => {
    const { text, marks } = marksIn(`${'\n'.repeat(above)}${source}`);
    return markHtml(text.slice(above), above, marks);
  };

  it('has the tags of marked cells widened', () => {
    const html = inHtml(
      '<table>\n<tr><th>甲</th><td class="n">«3»{wrong error 不符}</td>\n<td></td></tr>\n</table>',
      4,
    );
    assert.equal(
      html,
      '<table>\n<tr><th>甲</th><td data-gouji="wrong error" title="不符" tabindex="0" class="n">3</td>\n<td></td></tr>\n</table>',
    );
  });

  it('stays to the letter without marks', () => {
    const html = '<table><tr><td>3</td></tr></table>';
    assert.equal(inHtml(html), html);
  });

  it('gets no element out of what a finding says', () => {
    const html = inHtml('<td>«3»{wrong error "><script>甲</script>}</td>');
    assert.equal(
      html,
      '<td data-gouji="wrong error" title="&quot;&gt;&lt;script&gt;甲&lt;/script&gt;" tabindex="0">3</td>',
    );
  });
});
