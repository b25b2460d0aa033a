import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { html } from '../support/generate/html.ts';
import { pipe } from '../support/generate/pipe.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tabLayouts } from '../support/generate/tab.ts';

const [tab] = tabLayouts;

/** Every word of a page in a span of its own, as Word writes them. */
const inSpans = (text: string): string =>
  text.replace(/>([^<\n]+)</g, (_, words: string) => `>${spans(words)}<`);

const spans = (words: string): string =>
  [...words].map((character) => `<span style="font-size:9.0pt">${character}</span>`).join('');

/** A correct report of a town, which has to speak of evaluation, as a web page. */
function page(): string {
  const organ = { name: '青禾镇人民政府', self: '我镇', rulemaking: false };
  const [title = '', ...lines] = written({ ...richCase(html), organ, telling: 'figures' })
    .trim()
    .split('\n');
  const body = lines.map((line) => (line.startsWith('<') ? line : `<p>${line}</p>`)).join('\n');
  return `<html><head><title>年报_云溪县</title></head><body><h1>${title}</h1>${body}</body></html>`;
}

const told = (text: string) => {
  const version = snapshot(text);
  const { title, organ, year, disclosure, applications, review, sections, unreadable } = extract(
    version.report(),
  );
  const grave = version
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);
  const ids = sections.map(({ id }) => id);
  return { title, organ, year, disclosure, applications, review, ids, unreadable: unreadable.length, grave };
};

describe('a web page', () => {
  test('says the same with every character in a tag of its own', () => {
    const plain = told(page());
    assert.deepEqual([plain.applications, plain.grave], [richFigures.applications, []]);
    assert.equal(plain.ids.length, 6);
    assert.deepEqual(told(inSpans(page())), plain);
  });

  test('may link to itself below its text', () => {
    const text = written(richCase(pipe));
    const [title = ''] = text.split('\n');
    assert.deepEqual(told(`${text}\n扫一扫在手机打开当前页\n相关链接\n${title}\n`).grave, []);
    assert.deepEqual(told(text.replace('## 五、', `${title}\n\n## 五、`)).grave, ['leftover-markup']);
  });

  test('may put its title between book marks', () => {
    const [title = '', ...rest] = written(richCase(pipe)).split('\n');
    assert.deepEqual(told([`《${title}》`, ...rest].join('\n')), told([title, ...rest].join('\n')));
  });
});

describe('a table', () => {
  const grave = (change: (text: string) => string) => told(change(written(richCase(pipe)))).grave;

  test('of Markdown may break lines in its cells and have bold figures', () => {
    const text = written(richCase(pipe))
      .replaceAll('法律服务机构', '法律服务<br>机构')
      .replaceAll('信息公开申请数量', '<br/>信息公开申请数量')
      .replace('| 418 |', '| **418** |');
    assert.deepEqual(told(text), told(written(richCase(pipe))));
  });

  test('that programs filled with NaN is blank there', () => {
    assert.deepEqual(
      grave((text) => text.replace('| 418 |', '| NaN |').replaceAll('|  |', '| NaN |')),
      ['blank-cell'],
    );
  });

  test('whose rows have nothing but strokes is not without them', () => {
    assert.ok(tab);
    const strokes = written(richCase(tab)).replace(/^规章\t.*$/m, '规章 / / /');
    const text = strokes.slice(0, strokes.indexOf('三、收到')).replaceAll('\t', '  ');
    const rules = told(text).grave.filter((rule) => rule === 'missing-row' || rule === 'blank-cell');
    assert.deepEqual(rules, ['blank-cell']);
  });

  test('whose labels have lost a bracket or end in a full stop is read', () => {
    assert.deepEqual(
      grave((text) => text.replace('（七）总计', '七）总计').replace('2.重复申请', '2.重复申请。')),
      [],
    );
  });

  test('in an arrangement of its own is not read, and not called missing', () => {
    const text = written(richCase(pipe));
    const from = text.indexOf('四、政府信息公开行政复议');
    const to = text.indexOf('## 五、');
    const turned = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].map(
      (word, at) => `| ${word} | ${at} | ${at} | ${at} |`,
    );
    const report = `${text.slice(0, from)}四、政府信息公开行政复议、行政诉讼情况\n\n${turned.join('\n')}\n\n${text.slice(to)}`;
    const { review, unreadable, grave } = told(report);
    assert.deepEqual([review?.litigation, unreadable, grave], [[null, null, null, null, null], 3, []]);
  });

  test('of a form is not asked for where its label is written with a blank inside', () => {
    assert.deepEqual(
      grave((text) => text.replace('| 行政规范性文件 |', '| 行政 规范性文件 |')),
      [],
    );
  });
});

const headings = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'].join(' | ');

/** A correct report whose table four is written otherwise. */
function withReview(lines: readonly string[]) {
  const text = written(richCase(pipe));
  const from = text.indexOf('四、政府信息公开行政复议');
  const rest = text.slice(text.indexOf('## 五、'));
  return told(
    `${text.slice(0, from)}四、政府信息公开行政复议、行政诉讼情况\n\n${lines.join('\n')}\n\n${rest}`,
  );
}

describe('the figures of table four', () => {
  const { reconsideration, litigation, litigationAfterReconsideration } = richFigures.review;
  const [one, two, three] = [reconsideration, litigation, litigationAfterReconsideration].map(
    (block = []) => block,
  );
  assert.ok(one && two && three);

  test('may be broken over two lines', () => {
    const figures = [...one, ...two, ...three];
    const { review } = withReview([figures.slice(0, 8).join(' '), figures.slice(8).join(' ')]);
    assert.deepEqual(review, richFigures.review);
  });

  test('may stand in two tables', () => {
    const { review } = withReview([
      '| 行政复议 |',
      `| ${headings} |`,
      `| ${one.join(' | ')} |`,
      '',
      '| 行政诉讼 |',
      `| ${headings} | ${headings} |`,
      `| ${[...two, ...three].join(' | ')} |`,
    ]);
    assert.deepEqual(review, richFigures.review);
  });

  test('are not filled up from one row where others stand beside it', () => {
    const { review } = withReview([
      `| ${headings} |`,
      `| ${one.join(' | ')} |`,
      `| ${headings} | ${headings} |`,
      `| ${[...two, ...three].slice(0, 9).join(' | ')} |  |  |  |  |  |  |`,
    ]);
    assert.deepEqual(
      Object.values(review ?? {})
        .flat()
        .filter((figure) => figure !== null),
      [],
    );
  });
});

test('three strangers’ figures are no table four', () => {
  const text = written(richCase(pipe));
  const from = text.indexOf('四、政府信息公开行政复议');
  const rows = ['甲 | 1 | 0 | 0 | 0 | 1 |', '乙 | 2 | 0 | 0 | 0 | 2 |', '丙 | 3 | 0 | 0 | 0 | 3 |'];
  const report = `${text.slice(0, from)}四、政府信息公开行政复议、行政诉讼情况\n\n${rows.join('\n')}\n\n${text.slice(text.indexOf('## 五、'))}`;
  assert.equal(told(report).review, null);
});
