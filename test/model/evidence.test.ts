import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { wording } from '../../server/src/base/message.ts';
import { findingsOf } from '../support/findings.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const sample = sampleParts();
const said = '全年新收政府信息公开申请8件，上年结转1件；答复8件，结转下年度继续办理1件。';

/** The sample with other words on the applications, and with its last row made to say two carried over. */
function wholeRowOff(words: string): string {
  const row = /(\| 四、结转下年度继续办理 \| {2}\| {2}\|) 1 (\|.*\|) 1 \|/;
  return joinParts({
    ...sample,
    overview: sample.overview.replace(said, words),
    applications: sample.applications.replace(row, '$1 2 $2 2 |'),
  });
}

function onlyFinding(text: string): Finding {
  const [finding, ...others] = findingsOf(text);
  assert.ok(finding);
  assert.deepEqual(
    others.map(({ rule }) => rule),
    [],
  );
  return finding;
}

const titles = ({ fixes = [] }: Finding) => fixes.map(({ title }) => wording(title));
const notes = ({ related = [] }: Finding) => related.map(({ message }) => wording(message));

describe('figures that would settle a fault equally well', () => {
  test('are each listed with what they would have to be, and each offered', () => {
    const finding = onlyFinding(wholeRowOff('申请均按时答复。'));
    assert.deepEqual(titles(finding), [
      '把“一、本年新收政府信息公开申请数量”的“自然人”由 6 改为 7，“一、本年新收政府信息公开申请数量”的“总计”改为 9',
      '把“二、上年结转政府信息公开申请数量”的“自然人”由 1 改为 2，“二、上年结转政府信息公开申请数量”的“总计”改为 2',
      '把 2 改为 1，“四、结转下年度继续办理”的“总计”改为 1',
    ]);
    assert.deepEqual(notes(finding).slice(0, 2), [
      '“一、本年新收政府信息公开申请数量”的“自然人”：6，改为 7 也说得通',
      '“二、上年结转政府信息公开申请数量”的“自然人”：1，改为 2 也说得通',
    ]);
  });

  test('are told apart by a number that prose states of one of them', () => {
    const text = wholeRowOff('全年结转下年度继续办理1件，答复8件。');
    const finding = onlyFinding(text);
    assert.deepEqual(titles(finding), ['把 2 改为 1，“四、结转下年度继续办理”的“总计”改为 1']);
    assert.equal(text.slice(finding.span.from, finding.span.to), '2');
    const [quote] = finding.related ?? [];
    assert.ok(quote);
    assert.equal(wording(quote.message), '正文写“全年结转下年度继续办理1件”');
    assert.equal(text.slice(quote.span.from, quote.span.to), '全年结转下年度继续办理1件');
  });

  test('are told apart by the number of a row that stands elsewhere than the difference shows', () => {
    const finding = onlyFinding(wholeRowOff('上年结转2件，结转下年度继续办理2件。'));
    assert.deepEqual(titles(finding), ['把 1 改为 2，“二、上年结转政府信息公开申请数量”的“总计”改为 2']);
  });

  test('are not offered where prose agrees with what is printed and another is left', () => {
    const finding = onlyFinding(wholeRowOff('全年新收政府信息公开申请8件。'));
    assert.deepEqual(
      titles(finding).filter((title) => title.includes('本年新收')),
      [],
    );
    assert.equal(titles(finding).length, 2);
    assert.ok(notes(finding).every((note) => !note.startsWith('正文')));
  });

  test('stay undecided where prose speaks for two of them', () => {
    const finding = onlyFinding(wholeRowOff('上年结转2件，结转下年度继续办理1件。'));
    assert.ok(notes(finding).every((note) => !note.startsWith('正文')));
    assert.equal(titles(finding).length, 2);
  });

  test('settle the fault, each of them, and bring nothing new', () => {
    for (const words of ['申请均按时答复。', '全年新收政府信息公开申请8件。']) {
      const text = wholeRowOff(words);
      for (const { edits } of onlyFinding(text).fixes ?? [])
        assert.deepEqual(findingsOf(applyEdits(text, edits)), []);
    }
  });
});

/** A row of the sample with one figure and its total off by as much, so that the row itself adds up. */
function rowOff(text: string, label: string, column: number, by: number): string | undefined {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.startsWith(`| ${label}`));
  const cells = (lines[at] ?? '').split('|');
  const last = cells.length - 2;
  for (const place of [last - 6 + column, last]) {
    const value = Number(cells[place]) + by;
    if (value < 0) return undefined;
    cells[place] = ` ${value} `;
  }
  return lines.with(at, cells.join('|')).join('\n');
}

describe('a figure that its total was added up from', () => {
  const labels = ['一、本年新收', '二、上年结转', '四、结转下年度'];
  for (const [words, named] of [
    [said, 'the only one named where prose says what it was'],
    ['申请均按时答复。', 'one of those offered where prose says nothing'],
  ] as const) {
    test(`is ${named}, in every column`, () => {
      const right = joinParts({ ...sample, overview: sample.overview.replace(said, words) });
      for (const label of labels)
        for (const column of [0, 1, 2, 3, 4, 5])
          for (const by of [1, 2, -1]) {
            const text = rowOff(right, label, column, by);
            if (text === undefined) continue;
            const { fixes = [] } = onlyFinding(text);
            const restored = fixes.filter(({ edits }) => applyEdits(text, edits) === right);
            const where = `${label} ${column} ${by}`;
            assert.equal(restored.length, 1, where);
            if (words === said) assert.equal(fixes.length, 1, where);
            else assert.ok(fixes.length > 1 && fixes.length <= 3, where);
          }
    });
  }
});
