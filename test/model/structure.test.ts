import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { contains } from '../../server/src/base/span.ts';
import { bindStructure } from '../../server/src/model/bind-structure.ts';
import { bindTopics } from '../../server/src/model/bind-topics.ts';
import { parse } from '../../server/src/syntax/parse.ts';
import { editionById } from '../../server/src/template/index.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const read = (text: string) => bindStructure(parse(text));
const title = '云溪县教育局2024年政府信息公开工作年度报告\n\n';

/** Sections found, as `id heading`, with `!` for a wording that differs and `~` for one let pass. */
function sectionsOf(text: string): readonly string[] {
  const mark = { statutory: '', tolerated: '~', different: '!' } as const;
  return read(text).sections.flatMap((section) =>
    section.kind === 'present'
      ? [`${section.template.id} ${section.heading.text}${mark[section.wording]}`]
      : [],
  );
}

const headingsOf = (text: string): readonly string[] =>
  read(text).headings.map(({ level, ordinal, text: words }) => `${level} ${ordinal ?? '-'} ${words}`);

test('the six sections of a correct report are there, in their own words', () => {
  for (const edition of ['2019', '2021'] as const) {
    for (const notation of ['tab', 'pipe'] as const) {
      const { sections } = read(joinParts(sampleParts(edition, notation)));
      assert.ok(sections.every((section) => section.kind === 'present' && section.wording === 'statutory'));
    }
  }
});

test('the rows of table three are no headings, broken, spaced or on lines of their own', () => {
  const rows = [
    '一、本年新收政府信息公开申请数量',
    '一、本年新收政府信息公开申请数量 6 2 0 0 0 0 8',
    '二、上年结转政府信息公开申请数量 |',
    '三、本年度办理',
    '三 、本 年 度 办 理 结果',
    '（一）予以公开',
    '(二)部分公开(区分处理的,只计这一情形,不计其他',
    '（三）不予',
    '1.属于国家秘密',
    '5.要求行政机关确认或重新出具已获取信息 0 0 0 0 0 0 0',
    '（七）总计',
    '四、结转下年度继续办理',
    '四、结转下年度继续办理    1  0  0  0  0  0  1',
  ];
  const text = `${title}三、收到和处理政府信息公开申请情况\n\n${rows.join('\n0\n')}\n\n四、政府信息公开行政复议、行政诉讼情况\n`;
  assert.deepEqual(headingsOf(text), [
    '1 三 收到和处理政府信息公开申请情况',
    '1 四 政府信息公开行政复议、行政诉讼情况',
  ]);
});

test('rows with values in cells are no headings', () => {
  const text = `${title}一、总体情况\n\n一、\t总体情况\t3\n| 二、主动公开政府信息情况 | 0 |\n`;
  assert.deepEqual(headingsOf(text), ['1 一 总体情况']);
});

test('a heading may carry marks, blanks, bars and a wrong number', () => {
  const lines = [
    '## 一、 总体情况',
    '**二、主动公开政府信息情况**',
    '三.收到和处理政府信息公开申请情况 |',
    '　　五、政府信息公开行政复议、行政诉讼情况。',
    '5、存在的主要问题及改进情况',
    '其他需要报告的事项',
  ];
  assert.deepEqual(sectionsOf(title + lines.join('\n\n正文。\n\n')), [
    'overview 总体情况',
    'disclosure 主动公开政府信息情况',
    'applications 收到和处理政府信息公开申请情况',
    'review 政府信息公开行政复议、行政诉讼情况',
    'problems 存在的主要问题及改进情况',
    'other 其他需要报告的事项',
  ]);
});

test('other words are recognised by number and likeness', () => {
  const lines = [
    '一、2023年政务公开总体情况',
    '二、主动公开政府政府情况',
    '三、收到和处理政府信息公开申报情况',
    '四、因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    '五、存在问题及改进情况',
    '六、其他报告事项',
  ];
  assert.deepEqual(sectionsOf(title + lines.join('\n\n正文。\n\n')), [
    'overview 2023年政务公开总体情况!',
    'disclosure 主动公开政府政府情况!',
    'applications 收到和处理政府信息公开申报情况!',
    'review 因政府信息公开工作被申请行政复议、提起行政诉讼情况~',
    'problems 存在问题及改进情况~',
    'other 其他报告事项!',
  ]);
});

test('the outline of other reports is not forced into the form', () => {
  const lines = [
    '一、总体情况',
    '二、工作机制保障',
    '三、依申请公开',
    '四、收费及减免情况',
    '五、申诉情况',
    '六、下一步打算',
  ];
  assert.deepEqual(sectionsOf(title + lines.join('\n\n正文。\n\n')), ['overview 总体情况']);
  assert.equal(headingsOf(title + lines.join('\n\n正文。\n\n')).length, 6);
});

test('topics of section one are not taken for sections', () => {
  const text = `${title}一、总体情况\n\n（一）主动公开政府信息情况\n\n正文。\n\n（二）依申请公开情况\n\n正文。\n`;
  assert.deepEqual(sectionsOf(text), ['overview 总体情况']);
});

test('a deeper number is let pass where the section is nowhere else', () => {
  const text = `${title}五、存在的主要问题及改进情况\n\n正文。\n\n(五)其他需要报告的事项\n\n正文。\n`;
  assert.deepEqual(sectionsOf(text), ['problems 存在的主要问题及改进情况', 'other 其他需要报告的事项']);
});

test('of two headings the one with text counts, the other is a duplicate', () => {
  const text = `${title}一、总体情况\n\n一、总体情况\n\n正文。\n`;
  const [overview] = read(text).sections;
  assert.ok(overview?.kind === 'present');
  assert.equal(overview.heading.span.from, text.lastIndexOf('一、'));
  assert.deepEqual(
    overview.duplicates.map(({ span }) => span.from),
    [title.length],
  );
});

test('a table of contents is left out altogether', () => {
  const headings = editionById('2021').sections.map(({ ordinal, heading }) => `${ordinal}、${heading}`);
  const contents = headings.map((heading, at) => `${heading}……………${at + 1}`).join('\n');
  const { sections, headings: found } = read(
    `${title}${contents}\n\n${headings.map((heading) => `${heading}\n\n正文。`).join('\n\n')}\n`,
  );
  assert.equal(found.length, 6);
  assert.ok(sections.every((section) => section.kind === 'present' && section.duplicates.length === 0));
});

test('sections end where the next one begins, headings where the next of their level does', () => {
  const text = `${title}一、总体情况\n\n（一）主动公开情况。正文。\n（二）依申请公开情况。正文。\n二、主动公开政府信息情况\n表\n`;
  const { sections, headings } = read(text);
  const [overview, disclosure] = sections;
  assert.ok(overview?.kind === 'present' && disclosure?.kind === 'present');
  assert.equal(text.slice(overview.body.to, overview.body.to + 2), '二、');
  assert.equal(disclosure.body.to, text.length);
  assert.deepEqual(
    headings.map(({ span, body }) => [text.slice(span.from, span.to), text.slice(body.from, body.to).trim()]),
    [
      ['一、总体情况', '（一）主动公开情况。正文。\n（二）依申请公开情况。正文。'],
      ['（一）主动公开情况。', '正文。'],
      ['（二）依申请公开情况。', '正文。'],
      ['二、主动公开政府信息情况', '表'],
    ],
  );
});

test('a missing section belongs behind the one before it', () => {
  const text = `${title}一、总体情况\n\n正文。\n\n三、收到和处理政府信息公开申请情况\n\n正文。\n`;
  const missing = read(text).sections.flatMap((section) =>
    section.kind === 'missing' ? [section.expectedAt] : [],
  );
  assert.deepEqual(missing, [text.indexOf('三、'), text.length, text.length, text.length]);
});

test('a second report in the same text is not read', () => {
  const one = joinParts(sampleParts());
  const { followedBy, sections, end } = read(`${one}\n${one}`);
  assert.deepEqual(followedBy, { kind: 'report', at: one.length + 1 });
  assert.equal(end, one.length + 1);
  assert.ok(
    sections.every(
      (section) => section.kind === 'present' && section.body.to <= end && section.duplicates.length === 0,
    ),
  );
});

test('a cover with a table of contents is no report of its own', () => {
  const headings = editionById('2021').sections.map(({ ordinal, heading }) => `${ordinal}、${heading}`);
  const one = joinParts(sampleParts());
  const { followedBy, sections } = read(`${title}${headings.join('\n')}\n\n${one}`);
  assert.equal(followedBy, undefined);
  assert.ok(sections.every((section) => section.kind === 'present' && section.duplicates.length === 0));
});

test('a page header at the end does not begin a second report', () => {
  const one = joinParts(sampleParts());
  assert.equal(read(`${one}\n${sampleParts().title}\n\n－12－\n`).followedBy, undefined);
});

test('an explanation for the public behind the report is no part of it', () => {
  const one = joinParts(sampleParts());
  const told = '\n一、总体情况\n公开200条。\n二、主动公开政府信息情况\n规章 9\n';
  const titles = [
    '图解：云溪县教育局2023年政府信息公开工作年度报告',
    '一图读懂',
    '《云溪县教育局2023年年报》解读',
  ];
  for (const line of titles) {
    const { followedBy, sections, end } = read(`${one}\n${line}${told}`);
    assert.deepEqual([followedBy, end], [{ kind: 'explanation', at: one.length + 1 }, one.length + 1]);
    assert.ok(sections.every((section) => section.kind === 'present' && section.duplicates.length === 0));
  }
  assert.equal(read(one.replace('（一）主动公开', '政策解读\n（一）主动公开')).followedBy, undefined);
});

test('texts that are no such report are told apart', () => {
  assert.equal(read('# 说明\n\n一、总体情况\n\n二、主要做法\n\n五、其他事项\n').recognised, false);
  assert.equal(read('关于做好政府信息公开工作年度报告编制工作的通知\n\n各单位：\n').recognised, false);
  assert.equal(read('').recognised, false);
  assert.equal(read('一、总体情况\n\n二、主动公开政府信息情况\n').recognised, true);
  assert.equal(read(title).recognised, true);
});

test('a list of reports is no report', () => {
  const list = ['云溪县教育局', '青禾镇人民政府'].map((organ) => `${organ}2024年政府信息公开工作年度报告`);
  assert.equal(read(list.join('\n')).recognised, false);
  assert.equal(read(`- ${list[0]}\n`).recognised, false);
  assert.equal(read(`[${list[0]}](2024.html)\n`).recognised, false);
});

test('a text that only quotes reports in code fences is none, a report in one fence is', () => {
  const one = joinParts(sampleParts());
  assert.equal(
    read(`# 说明\n\n\`\`\`text\n${one}\`\`\`\n\n\`\`\`text\n一、总体情况\n\`\`\`\n`).recognised,
    false,
  );
  assert.equal(read(`\`\`\`markdown\n${one}\`\`\`\n`).recognised, true);
});

test('topics are told by sub-headings, by how paragraphs begin, or by the text', () => {
  const { topics } = editionById('2021');
  const treated = (text: string) => {
    const { sections, headings } = read(`${title}一、总体情况\n\n${text}\n`);
    return bindTopics(`${title}一、总体情况\n\n${text}\n`, topics, sections, headings).map(
      (topic) => topic.treated,
    );
  };
  assert.deepEqual(treated('（一）主动公开。发布96条。\n（二）平台建设。按月更新，答复依申请公开3件。'), [
    true,
    false,
    false,
    true,
    false,
  ]);
  assert.deepEqual(treated('一是主动公开。发布96条。\n二是监督。按月通报。'), [
    true,
    false,
    false,
    false,
    true,
  ]);
  assert.deepEqual(treated('全年发布96条，答复依申请公开3件。'), [false, true, false, false, false]);
});

test('whatever the text, nothing is thrown and every place lies inside it', () => {
  const parts = Object.values(sampleParts('2021', 'tab')).flatMap((part) => part.split(/(?<=[\n、）])/));
  const odd = [
    '\t',
    '|',
    '\r\n',
    '#',
    '**',
    '𠮷',
    '（',
    '一、',
    '（三）',
    '2.',
    '　',
    '年度报告',
    '统计',
    '\u0000',
    '«',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...parts), fc.constantFrom(...odd), fc.string()), { maxLength: 60 }),
      (units) => {
        const text = units.join('');
        const all = { from: 0, to: text.length };
        const { headings, sections, title: found, followedBy } = read(text);
        for (const { span, title: words, body, marker } of headings) {
          assert.ok(
            contains(all, span) && contains(span, words) && contains(all, body) && span.to <= body.from,
          );
          if (marker) assert.ok(contains(span, marker));
        }
        for (const section of sections) {
          assert.ok(
            contains(
              all,
              section.kind === 'present'
                ? section.body
                : { from: section.expectedAt, to: section.expectedAt },
            ),
          );
        }
        if (found) assert.ok(contains(all, found.span));
        if (followedBy) assert.ok(followedBy.at <= all.to);
      },
    ),
    { seed: 11, numRuns: 1000 },
  );
});

test('the tables of three lost headings are told apart', () => {
  const parts = sampleParts('2021', 'tab');
  const text = joinParts(parts).replace(/^[二三四]、(?:主动公开政|收到和处理|政府信息公开行政).*\n\n/gm, '');
  const { sections } = read(text);
  const beginnings = sections.flatMap(({ kind, body }) =>
    kind === 'missing' && body ? [text.slice(body.from, body.to).trim().slice(0, 9)] : [],
  );
  assert.deepEqual(beginnings, ['第二十条第（一）项', '（本列数据的勾稽关', '行政复议\t\t\t\t\t']);
});

test('words of a table in a paragraph make no section', () => {
  const told = '办理结果为予以公开、部分公开；行政复议、行政诉讼的结果维持、结果纠正各0件。';
  const { sections } = read(`${title}一、总体情况\n\n${told}\n\n行政复议\n\n五、存在的主要问题及改进情况\n`);
  assert.deepEqual(
    sections.map(({ kind, body }) => kind === 'missing' && body),
    [false, undefined, undefined, undefined, false, undefined],
  );
});

test('a sentence that says there is nothing else to report is no heading', () => {
  for (const sentence of [
    '无其他需要报告的事项。',
    '没有其他需要报告的事项',
    '本单位无其他需要报告的事项。',
  ]) {
    const text = `${title}一、总体情况\n\n略。\n\n五、存在的主要问题及改进情况\n\n略。\n\n${sentence}\n`;
    assert.deepEqual(sectionsOf(text), ['overview 总体情况', 'problems 存在的主要问题及改进情况']);
  }
});

test('of two headings alike the one with the text below counts, whichever bears a hash mark', () => {
  const text = `${title}## 一、总体情况\n\n一、总体情况\n\n全年按照要求公开政府信息。\n\n## 六、其他需要报告的事项\n\n无。\n`;
  const [overview] = read(text).sections;
  assert.ok(overview?.kind === 'present');
  assert.equal(text.slice(overview.body.from, overview.body.to).trim(), '全年按照要求公开政府信息。');
  assert.equal(overview.duplicates.length, 1);
});
