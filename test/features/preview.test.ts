import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { type Preview, type PreviewBlock, preview } from '../../server/src/features/preview.ts';
import type { Mark } from '../../server/src/features/preview-marks.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { cases, written } from '../support/generate/report.ts';
import { readMarked } from '../support/marked.ts';
import { joinParts, type PartName, sampleParts } from '../support/sample.ts';
import { letter } from './cursor.ts';

/** A report whose parts may be rewritten. */
const reportWith = (
  part: PartName,
  change: (text: string) => string,
  notation: 'tab' | 'pipe' = 'tab',
  edition: '2021' | '2019' = '2021',
): string => {
  const parts = sampleParts(edition, notation);
  return joinParts({ ...parts, [part]: change(parts[part]) });
};

function viewOf(text: string): Preview {
  const of = snapshot(text);
  const view = preview(of, of.findings());
  assert.ok(view);
  return view;
}

/** Words with their marks: `«3»{wrong 1}`. */
const marked = ({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): string =>
  marks.reduce((words, { state, number }) => `«${words}»{${state} ${number}}`, text);

/** A block as lines: words, or the cells of each row with bars between them. */
const drawn = (block: PreviewBlock): string =>
  block.kind === 'table'
    ? block.rows.map((cells) => cells.map(marked).join(' | ')).join('\n')
    : block.runs.map(marked).join('');

const tables = (view: Preview) => view.blocks.filter((block) => block.kind === 'table');

/** The one row of a view that holds some words, drawn. */
function rowWith(view: Preview, words: string): string {
  const rows = view.blocks.flatMap((block) => drawn(block).split('\n')).filter((row) => row.includes(words));
  assert.equal(rows.length, 1, `${words}: ${rows.join('\n')}`);
  return rows[0] ?? '';
}

const granted = '三、本年度办理结果\t（一）予以公开\t\t3\t0\t0\t0\t0\t0\t3';

describe('the view of the form', () => {
  it('of a right report has every part in its order, and no marks', () => {
    const view = viewOf(joinParts(sampleParts('2021', 'tab')));
    assert.deepEqual(view.notes, []);
    assert.ok(view.blocks.every(({ notes }) => notes.length === 0));
    assert.equal(tables(view).length, 3);
    const headings = view.blocks.filter((block) => block.kind === 'heading' && block.depth === 2).map(drawn);
    assert.equal(headings.map((words) => words.slice(0, 2)).join(''), '一、二、三、四、五、六、');
  });

  it('prints the merged cells of the form, each heading with what it is the heading of', () => {
    const [, applications] = tables(viewOf(joinParts(sampleParts('2021', 'tab'))));
    const sizes = (applications?.rows ?? []).map((cells) =>
      cells.map(({ across, down, head }) => `${across}×${down} ${head ?? 'figure'}`),
    );
    assert.deepEqual(sizes[0], ['3×3 colgroup', '7×1 colgroup']);
    assert.deepEqual(sizes[1], ['1×2 col', '5×1 colgroup', '1×2 col']);
    assert.deepEqual(sizes[3]?.slice(0, 2), ['3×1 row', '1×1 figure']);
    assert.deepEqual(sizes[5]?.slice(0, 3), ['1×22 rowgroup', '2×1 row', '1×1 figure']);
  });

  it('prints what stands above the headings of a Markdown table, which has but one line of them', () => {
    for (const edition of ['2021', '2019'] as const) {
      const [, applications] = tables(viewOf(joinParts(sampleParts(edition, 'pipe'))));
      const [, above] = applications?.rows[0] ?? [];
      assert.deepEqual([above?.text, above?.across, above?.span], ['申请人情况', 7, undefined]);
    }
  });

  it('marks the figure that a finding stands on, and those that take part in it', () => {
    const view = viewOf(
      reportWith('applications', (text) => text.replace(granted, granted.replace('\t3\t0', '\t4\t0'))),
    );
    const row = rowWith(view, '（一）予以公开');
    assert.equal(
      row,
      '三、本年度办理结果 | （一）予以公开 | «4»{wrong 1} | «0»{involved 1} | «0»{involved 1} | «0»{involved 1} | «0»{involved 1} | «0»{involved 1} | «3»{involved 1}',
    );
    const [note, ...more] = tables(view)[1]?.notes ?? [];
    assert.deepEqual(more, []);
    assert.match(note ? wording(note.message) : '', /（一）予以公开.*自然人/);
  });

  it('says above a table how its sums come out', () => {
    const [disclosure, applications, review] = tables(
      viewOf(
        reportWith('applications', (text) => text.replace(granted, granted.replace('\t3\t0', '\t4\t0'))),
      ),
    );
    assert.equal(disclosure?.sums, undefined);
    assert.match(applications?.sums ? wording(applications.sums) : '', /不符 2 项，无法判断 0 项/);
    assert.match(review?.sums ? wording(review.sums) : '', /不符 0 项/);
  });

  it('leaves a total alone that its own addends prove right, once the wrong figure is known', () => {
    const received = /^一、本年新收政府信息公开申请数量\t+6/m;
    const view = viewOf(
      reportWith('applications', (text) => text.replace(received, (row) => row.replace(/6$/, '7'))),
    );
    assert.match(rowWith(view, '一、本年新收'), /«7»\{wrong 1\} \| «2»\{involved 1\}/);
    assert.match(rowWith(view, '二、上年结转'), /\| «1»\{involved 1\} \|/);
    assert.match(rowWith(view, '（七）总计'), /（七）总计 \| 6 \| 2/);
  });

  it('marks a blank cell, a label and words in a paragraph', () => {
    const blank = viewOf(
      reportWith('applications', (text) => text.replace(granted, granted.replace('\t3\t0', '\t3\t'))),
    );
    assert.match(rowWith(blank, '（一）予以公开'), /\| 3 \| (?:«)+»\{wrong/);
    const label = viewOf(
      reportWith('applications', (text) => text.replace('1.属于国家秘密', '1.属于国家机密')),
    );
    assert.match(rowWith(label, '国家机密'), /«1\.属于国家机密»\{wrong 1\}/);
    const prose = viewOf(reportWith('overview', (text) => text.replace('上年结转1件', '上年结转9件')));
    assert.match(rowWith(prose, '全年新收'), /上年结转«9件?»\{wrong 1\}/);
    assert.match(rowWith(prose, '二、上年结转政府'), /involved 1/);
  });

  it('lists what is missing where it can be marked nowhere', () => {
    const parts = sampleParts('2021', 'tab');
    const view = viewOf(joinParts({ ...parts, problems: undefined }));
    assert.deepEqual(
      view.notes
        .map(({ number, message }) => `${number} ${wording(message)}`)
        .filter((words) => words.includes('存在的主要问题')).length,
      1,
    );
  });

  it('numbers the findings in the order of the text', () => {
    const view = viewOf(
      joinParts({ ...sampleParts('2021', 'tab'), review: undefined, problems: undefined, other: undefined }),
    );
    const all = [...view.notes, ...view.blocks.flatMap(({ notes }) => notes)];
    const numbers = [...new Set(all.map(({ number }) => number))].sort((a, b) => a - b);
    assert.deepEqual(
      numbers,
      numbers.map((_, at) => at + 1),
    );
    assert.ok(numbers.length >= 3);
  });

  it('is nothing for a text that is no report', () => {
    assert.equal(preview(snapshot(letter), []), undefined);
  });

  it('shows what is accepted, hidden or switched off without a mark', () => {
    const of = snapshot(
      reportWith('applications', (text) => text.replace(granted, granted.replace('\t3\t0', '\t4\t0'))),
    );
    const view = preview(of, []);
    assert.ok(view);
    assert.doesNotMatch(view.blocks.map(drawn).join('\n'), /«/);
  });
});

describe('a table that could not be read with certainty', () => {
  const oneTooMany = reportWith('applications', (text) => text.replace(granted, `${granted}\t0`));

  it('is shown as far as it was read: a row with a figure too many is one cell', () => {
    const [, applications] = tables(viewOf(oneTooMany));
    assert.match(
      applications?.remark ? wording(applications.remark) : '',
      /没有全部读准：“（一）予以公开”一行的数字个数/,
    );
    const row = applications?.rows.find((cells) => cells.some(({ text }) => text === '（一）予以公开'));
    const figures = row?.filter(({ head }) => head === undefined) ?? [];
    assert.deepEqual(
      figures.map(({ text, across }) => [text, across]),
      [['3　0　0　0　0　0　3　0', 7]],
    );
    assert.match(figures[0] ? marked(figures[0]) : '', /wrong/);
    const others = applications?.rows.find((cells) => cells.some(({ text }) => text.startsWith('（二）')));
    assert.equal(others?.filter(({ head }) => head === undefined).length, 7);
  });

  it('is listed once more as it was found', () => {
    const [, applications] = tables(viewOf(oneTooMany));
    const row = (applications?.found ?? []).map((cells) => cells.map(({ text }) => text).join('|'));
    assert.ok(row.includes('三、本年度办理结果|（一）予以公开||3|0|0|0|0|0|3|0'));
    assert.equal(
      row.length,
      oneTooMany.split('四、政府')[0]?.split('（本列数据')[1]?.trim().split('\n').length,
    );
  });

  it('has the words of the form where the text has none, and those at no place', () => {
    const unlabelled = reportWith('disclosure', (text) => text.replace('规章', ''));
    const [disclosure] = tables(viewOf(unlabelled));
    const [label, ...figures] = disclosure?.rows[2] ?? [];
    assert.deepEqual([label?.text, label?.span], ['规章', undefined]);
    assert.ok(figures.every(({ text, span }) => span && unlabelled.slice(span.from, span.to) === text));
    const [found] = disclosure?.rows[3] ?? [];
    assert.equal(found?.span && unlabelled.slice(found.span.from, found.span.to), '行政规范性文件');
  });

  it('is only listed as it was found where two forms are mixed in it', () => {
    const mixed = reportWith('disclosure', (text) =>
      text.replace('本年制发件数', '本年新制作数量').replace('本年废止件数', '本年新公开数量'),
    );
    const [disclosure] = tables(viewOf(mixed));
    assert.deepEqual(disclosure?.rows, []);
    assert.match(disclosure?.remark ? wording(disclosure.remark) : '', /照原文列出：表中混有两种格式的栏目/);
    assert.ok(disclosure?.found.some(([first]) => first?.text === '规章'));
  });

  it('in HTML is shown by its cells', () => {
    const table =
      '<table><tr><td>第二十条第（五）项</td></tr><tr><td>行政许可</td><td>4</td><td>5</td></tr></table>';
    const view = viewOf(reportWith('disclosure', (text) => `${text.split('\n')[0]}\n\n${table}`));
    const [disclosure] = tables(view);
    const row = disclosure?.found.find(([first]) => first?.text === '行政许可');
    assert.deepEqual(
      row?.map(({ text }) => text),
      ['行政许可', '4', '5'],
    );
    assert.ok(disclosure?.remark);
  });
});

describe('the view of any report', () => {
  for (const [index, layout] of supportedLayouts.entries()) {
    it(`has each figure at its place (${layout.name})`, () => {
      const property = fc.property(cases([layout]), (report) => {
        const text = written(report);
        const view = viewOf(text);
        const shown = tables(view);
        assert.equal(shown.length, 3);
        for (const { text: words, span, head } of shown.flatMap(({ rows }) => rows.flat())) {
          if (head !== undefined) continue;
          assert.ok(span);
          assert.equal(bare(text.slice(span.from, span.to)), bare(words));
        }
      });
      fc.assert(property, { seed: 4400 + index, numRuns: 8 });
    });
  }

  it('follows the form of 2019', () => {
    const [disclosure] = tables(viewOf(joinParts(sampleParts('2019', 'tab'))));
    assert.match(disclosure ? drawn(disclosure) : '', /上一年项目数量 \| 本年增\/减 \| 处理决定数量/);
  });

  it('keeps hostile words as words', () => {
    const hostile = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    const text = reportWith('overview', (part) =>
      part.replace('（一）主动公开情况', `（一）主动公开情况\n\n${hostile}甲`),
    );
    const { text: plain } = readMarked(viewOf(text).blocks.map(drawn).join('\n'));
    assert.ok(plain.includes('甲'));
  });
});

/** Without blanks, and without the marks of HTML. */
const bare = (text: string): string => text.replace(/<[^>]*>|&nbsp;|\s/g, '');
