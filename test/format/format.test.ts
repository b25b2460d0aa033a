import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { formatChanges, formatTables } from '../../server/src/analysis/format/format.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { displayWidth } from '../../server/src/base/width.ts';
import { type Grid, gridsOf } from '../support/generate/grid.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { plainStyle } from '../support/generate/style.ts';
import { tab } from '../support/generate/tab.ts';
import { assertFaithful, characters, format, leftOf, said } from './report.ts';

const correct = written(richCase(tab));

const twin = (name: string): string =>
  readFileSync(new URL(`../reports/twin-${name}.txt`, import.meta.url), 'utf8');

const lineWith = (text: string, words: string): string =>
  text.split(/\r\n?|\n/).find((line) => line.includes(words)) ?? assert.fail(`no line with ${words}`);

/** The report with one line changed. */
function withLine(words: string, change: (line: string) => string): string {
  const line = lineWith(correct, words);
  return correct.replace(line, change(line));
}

describe('a whole report', () => {
  const left: Readonly<Record<string, readonly string[]>> = {
    '000': [],
    '001': ['disclosure: “行政许可”一行的数字个数与列数（1）不符'],
    '002': ['applications: 列名“总计”出现了两次'],
    '003': [],
    '004': ['review: “行政复议”一行的数字个数与列数（5）不符'],
  };
  for (const [name, expected] of Object.entries(left)) {
    test(`(twin-${name}) says the same, loses nothing, and names the tables that stay`, () => {
      const text = twin(name);
      const formatted = assertFaithful(text);
      assert.deepEqual(leftOf(formatted), expected);
      assert.equal(characters(formatted.text), characters(text));
      const page = format(text, 'html');
      assert.deepEqual(leftOf(page), expected);
      assert.deepEqual(said(page.text), said(text));
    });
  }

  test('keeps every line of prose to the letter, blanks at its ends included', () => {
    const text = correct.replace('改进措施', '\u3000\u3000改进措施').replace('均匀。', '均匀。  ');
    const prose = text.split('\n').filter((line) => line.includes('。'));
    const lines = format(text).text.split('\n');
    assert.deepEqual(
      prose.filter((line) => !lines.includes(line)),
      [],
    );
  });
});

describe('titles and headings', () => {
  const first = (text: string): string => text.split('\n')[0] ?? '';

  test('get their marks by their level', () => {
    const text = correct.replace('（一）主动公开情况。', '（一）主动公开情况\n\n1.公开目录\n\n');
    const { text: formatted } = format(text);
    assert.equal(first(formatted), '# 云溪县教育局2023年政府信息公开工作年度报告');
    assert.deepEqual(
      formatted.split('\n').filter((line) => line.startsWith('#')),
      [
        '# 云溪县教育局2023年政府信息公开工作年度报告',
        '## 一、总体情况',
        '### （一）主动公开情况',
        '#### 1.公开目录',
        '## 二、主动公开政府信息情况',
        '## 三、收到和处理政府信息公开申请情况',
        '## 四、政府信息公开行政复议、行政诉讼情况',
        '## 五、存在的主要问题及改进情况',
        '## 六、其他需要报告的事项',
      ],
    );
  });

  test('keep their words, right or wrong', () => {
    const text = correct.replace('三、收到和处理政府信息公开申请情况', '三．收到和处理政府信息公开申报情况');
    assert.ok(format(text).text.includes('\n\n## 三．收到和处理政府信息公开申报情况\n\n'));
  });

  test('of another depth are brought to their own', () => {
    const text = correct.replace(/^([一二三四五六]、[^\t]*)$/gm, '# $1');
    assert.equal(format(text).text, format(correct).text);
  });

  test('on two lines become one', () => {
    const text = correct.replace('云溪县教育局2023年', '云溪县教育局\n\n2023年');
    assert.equal(format(text).text, format(correct).text);
  });

  test('that run into their text stay paragraphs, and so do the items of a list', () => {
    const list = '1.完善制度\n2.加强学习\n3.强化监督\n';
    const text = correct.replace('改进措施', `${list}改进措施`);
    const { text: formatted } = format(text);
    assert.ok(formatted.includes('\n（一）主动公开情况。'));
    assert.ok(formatted.includes(list));
  });

  test('with other words on their line are somebody else’s', () => {
    const text = correct.replace('云溪县教育局2023', '标题：云溪县教育局2023');
    assert.ok(first(format(text).text).startsWith('标题：'));
  });

  test('keep a comment that stands behind them', () => {
    const text = correct.replace('三、收到和处理政府信息公开申请情况', '$& <!-- gouji-disable-line -->');
    assert.ok(format(text).text.includes('三、收到和处理政府信息公开申请情况 <!-- gouji-disable-line -->\n'));
  });
});

describe('tables', () => {
  test('stand in columns of equal width, figures to the right', () => {
    for (const table of format(correct).text.matchAll(/(?:^\|.*\n)+/gm)) {
      const lines = table[0].trimEnd().split('\n');
      assert.equal(new Set(lines.map(displayWidth)).size, 1);
      const bars = lines.map((line) =>
        [...line.matchAll(/\|/g)].map(({ index }) => displayWidth(line.slice(0, index))),
      );
      assert.equal(new Set(bars.map(String)).size, 1);
    }
    assert.match(lineWith(format(correct).text, '行政强制'), /^\| 行政强制 +\| +5 \| +\| +\|$/);
  });

  test('keep cells as written, and what is missing stays missing', () => {
    const text = withLine('行政处罚', (line) => line.replace('36', '３'))
      .replace(lineWith(correct, '2.重复申请'), '')
      .replace(lineWith(correct, '行政许可'), lineWith(correct, '行政许可').replace('418', '/'));
    const formatted = assertFaithful(text);
    assert.deepEqual(leftOf(formatted), []);
    assert.match(lineWith(formatted.text, '行政处罚'), / ３ \|/);
    assert.match(lineWith(formatted.text, '行政许可'), / \/ \|/);
    assert.ok(!formatted.text.includes('重复申请'));
  });

  test('keep words of their own where the form has others', () => {
    const text = withLine('（三）不予公开', (line) =>
      line.replace('（三）不予公开', '（三）不公开').replace('1.属于国家秘密', '1.属国家秘密'),
    );
    const { text: formatted, left } = format(text);
    assert.deepEqual(left, []);
    assert.match(formatted, /\| （三）不公开 +\| 1\.属国家秘密 +\|/);
  });

  test('give a number back to the label it was parted from', () => {
    const text = withLine('1.属于国家秘密', (line) =>
      line.replace('（三）不予公开\t1.属于国家秘密', '不予公开\t（三）\t1.属于国家秘密'),
    );
    assert.equal(format(text).text, format(correct).text);
  });

  test('leave a lost column heading an empty cell', () => {
    const text = withLine('科研机构', (line) => line.replace('科研机构', ''));
    const formatted = assertFaithful(text);
    assert.deepEqual(leftOf(formatted), []);
    assert.match(formatted.text, /商业企业 \| +\| 社会公益组织/);
  });

  test('have one line of headings where those above them are not there', () => {
    const formatted = format(
      format(correct).text.replace(/申请人情况|法人或其他组织/g, (words) => ' '.repeat(2 * words.length)),
    );
    assert.match(formatted.text, /\n\| （本列数据.*\| 自然人 \| 商业企业 \|.*\n\| -+ \|/);
    assert.equal(format(formatted.text).text, formatted.text);
  });

  test('of which one block lies below the other become one line', () => {
    const lines = correct.split('\n');
    const at = lines.findIndex((line) => line.startsWith('行政复议\t'));
    const blocks = [
      '\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计',
      '行政复议\t3\t1\t2\t4\t10',
      '未经复议直接起诉\t5\t2\t1\t1\t9',
      '复议后起诉\t1\t1\t3\t2\t7',
    ];
    const text = [...lines.slice(0, at), ...blocks, ...lines.slice(at + 4)].join('\n');
    const formatted = assertFaithful(text);
    assert.deepEqual(leftOf(formatted), []);
    assert.match(lineWith(formatted.text, '未经复议直接起诉'), /结果维持 .* 未经复议直接起诉 /);
    assert.match(
      formatted.text,
      /\| +3 \| +1 \| +2 \| +4 \| +10 \| +5 \| +2 \| +1 \| +1 \| +9 \| +1 \| +1 \| +3 \| +2 \| +7 \|/,
    );
  });

  test('let page numbers, running titles and footnotes follow, in their order', () => {
    const text = withLine(
      '2.重复申请',
      (line) => `${line}\n- 5 -\n\n云溪县教育局年度报告\n注：此表由办公室填报。`,
    );
    const formatted = assertFaithful(text);
    assert.ok(
      formatted.text.includes(' |\n\n- 5 -\n云溪县教育局年度报告\n注：此表由办公室填报。\n\n## 四、'),
      formatted.text,
    );
  });

  test('do not say their headings again where a page began', () => {
    const heading = lineWith(correct, '商业企业');
    const formatted = assertFaithful(withLine('2.重复申请', (line) => `${line}\n${heading}`));
    assert.equal(formatted.text, format(correct).text);
  });
});

describe('a table that is not read with certainty', () => {
  const obstacles: readonly (readonly [string, string, (line: string) => string, string])[] = [
    [
      'a figure too many',
      '（一）予以公开',
      (line) => `${line}\t7`,
      '“（一）予以公开”一行的数字个数与列数（7）不符',
    ],
    ['a row that stands twice', '3.其他', (line) => `${line}\n${line}`, '“3.其他”一行重复出现'],
    [
      'a row of its own',
      '3.其他',
      (line) => `${line}\n${line.replace('3.其他', '4.网上咨询答复')}`,
      '“4.网上咨询答复”一行不是表样中的行',
    ],
    ['a comment inside', '3.其他', (line) => `${line}\n<!-- gouji-disable-line -->`, '表格中间夹有注释'],
    [
      'a heading twice',
      '商业企业',
      (line) => line.replace('科研机构', '商业企业'),
      '列名“商业企业”出现了两次',
    ],
  ];
  for (const [name, words, change, reason] of obstacles) {
    test(`for ${name} stays to the letter, and why is said`, () => {
      const text = withLine(words, change);
      const { text: formatted, left } = assertFaithful(text);
      assert.deepEqual(leftOf({ text: formatted, left }), [`applications: ${reason}`]);
      const table = text.slice(text.indexOf('（本列数据'), text.indexOf('四、政府信息公开行政复议'));
      assert.ok(formatted.includes(table.trimEnd()));
      assert.ok(format(text, 'html').text.includes('<td>2.重复申请</td>'));
    });
  }

  test('stays the HTML it is', () => {
    const table =
      '<table>\n<tr><td>第二十条第（五）项</td></tr>\n<tr><td>行政许可</td><td>4</td><td>5</td></tr>\n</table>';
    const from = correct.indexOf('第二十条第（一）项');
    const text = correct.slice(0, from) + table + correct.slice(correct.indexOf('\n三、'));
    for (const to of ['markdown', 'html'] as const) {
      const formatted = format(text, to);
      assert.equal(formatted.left.length, 1);
      assert.ok(formatted.text.includes(table));
    }
  });
});

describe('HTML', () => {
  test('of a table merges the cells that the form merges', () => {
    const page = format(correct, 'html').text;
    const grids = gridsOf(richFigures, plainStyle);
    const tables = [...page.matchAll(/<table>([\s\S]*?)<\/table>/g)].map(([, rows = '']) => cellsOf(rows));
    assert.deepEqual(tables, [grids.disclosure, grids.applications, grids.review].map(plain));
  });

  test('inside Markdown becomes Markdown', () => {
    const page = format(correct, 'html').text;
    const [disclosure = '', applications = '', review = ''] = page.match(/<table>[\s\S]*?<\/table>/g) ?? [];
    const markdown = format(correct).text;
    const tables = markdown.match(/(?:^\|.*\n)+/gm) ?? [];
    const text = [disclosure, applications, review].reduce(
      (mixed, table, at) => mixed.replace(tables[at] ?? assert.fail(), `${table}\n`),
      markdown,
    );
    assert.equal(format(text).text, markdown);
  });

  test('of a page becomes its words, without tags and doubled blanks', () => {
    const page = format(correct, 'html').text.replace(
      '<p>（一）主动',
      '<p class="a">（<b>一</b>）主<span>动</span>',
    );
    assert.equal(format(page).text.replace(/\n+/g, '\n'), format(correct).text.replace(/\n+/g, '\n'));
  });

  test('shows the marks of HTML in a text as they are', () => {
    const page = format(correct.replace('改进措施：', '改进措施（A&B）："'), 'html').text;
    assert.ok(page.includes('改进措施（A&amp;B）：&quot;'));
  });
});

describe('the changes', () => {
  const source = { text: correct, report: snapshot(correct).report() };

  test('do not touch what stays, and make the formatted text', () => {
    const { edits } = formatChanges(source);
    assert.equal(applyEdits(correct, edits), format(correct).text);
    assert.ok(edits.length >= 9);
    for (const { span } of edits) assert.doesNotMatch(correct.slice(span.from, span.to), /。/);
  });

  test('of one table are its own lines and the blank lines around it', () => {
    const { edits, left } = formatTables(source, ['review']);
    assert.deepEqual(left, []);
    assert.equal(edits.length, 1);
    const text = applyEdits(correct, edits);
    const from = correct.indexOf('四、政府信息公开行政复议');
    assert.equal(text.slice(0, from), correct.slice(0, from));
    assert.ok(text.endsWith(correct.slice(correct.indexOf('五、存在'))));
    assert.match(text.slice(from), /情况\n\n\| 行政复议 [\s\S]* \|\n\n五、/);
  });

  test('leave a second report in the same text alone', () => {
    const second = `${correct.replaceAll('2023', '2022')}`;
    const { text } = format(correct + second);
    assert.ok(text.endsWith(second.slice(second.indexOf('一、总体情况'))));
  });
});

type PlainCell = readonly [text: string, across: number, down: number];

const plain = ({ rows }: Grid): readonly (readonly PlainCell[])[] =>
  rows.map((row) => row.map(({ text, across, down }) => [text, across, down]));

const cellsOf = (rows: string): readonly (readonly PlainCell[])[] =>
  [...rows.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd]((?: \w+="\d+")*)>(.*?)<\/t[hd]>/g)].map(([, spans = '', text = '']) => {
      const size = (name: string): number => Number(new RegExp(`${name}="(\\d+)"`).exec(spans)?.[1] ?? 1);
      return [text, size('colspan'), size('rowspan')];
    }),
  );
