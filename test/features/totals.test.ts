import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { formatting } from '../../server/src/features/formatting.ts';
import { keptTotals, recalculation, totalEdits } from '../../server/src/features/totals.ts';
import { withMarks } from '../support/marked.ts';
import { joinParts, sampleParts } from '../support/sample.ts';
import { letter, markdown, report } from './cursor.ts';

const none = new Map<string, string>();

/** The lines that keeping the totals right changes after an edit, with the new totals in marks. */
function kept(text: string, from: string, to: string): readonly string[] {
  assert.ok(text.includes(from), `${from} is not there`);
  const now = snapshot(text.replace(from, () => to));
  return marked(now.text, totalEdits(now, keptTotals(snapshot(text), none)));
}

function recalculated(text: string): readonly string[] {
  const { changes = [] } = recalculation(snapshot(text)) ?? {};
  return marked(
    text,
    changes.map(({ edit }) => edit),
  );
}

function marked(text: string, edits: ReturnType<typeof totalEdits>): readonly string[] {
  const inOrder = [...edits].sort((a, b) => a.span.from - b.span.from);
  let longer = 0;
  const marks = inOrder.map(({ span, insert }) => {
    const from = span.from + longer;
    longer += insert.length - (span.to - span.from);
    return { span: { from, to: from + insert.length }, label: text.slice(span.from, span.to).trim() };
  });
  const lines = withMarks(applyEdits(text, edits), marks).split('\n');
  return lines.filter((line) => line.includes('«')).map((line) => line.replace(/^(三、[^\t]*)?\t+/, ''));
}

describe('totals kept right', () => {
  it('follow an addend through row, column and corner', () => {
    assert.deepEqual(kept(report, '（一）予以公开\t\t3\t0', '（一）予以公开\t\t3\t5'), [
      '（一）予以公开\t\t3\t5\t0\t0\t0\t0\t«8»{3}',
      '（七）总计\t\t6\t«7»{2}\t0\t0\t0\t0\t«13»{8}',
    ]);
  });

  it('follow in the table of reviews', () => {
    const [line, ...others] = kept(report, '1\t0\t0\t1\t2', '1\t4\t0\t1\t2');
    assert.match(line ?? '', /1\t4\t0\t1\t«6»\{2\}/);
    assert.deepEqual(others, []);
  });

  it('are left alone by figures that are in no total', () => {
    assert.deepEqual(kept(report, '三、本年度办理结果', '三、本年度办理结果 '), []);
    assert.deepEqual(kept(report, '行政规范性文件\t2', '行政规范性文件\t3'), []);
  });

  it('wait while an addend is blank, unreadable or half typed', () => {
    for (const half of ['', '/', '1.', '3件', '十', '3 4'])
      assert.deepEqual(kept(report, '（一）予以公开\t\t3\t0', `（一）予以公开\t\t3\t${half}`), [], half);
  });

  it('are filled in where they stood empty once the last addend is there', () => {
    const row = '2.重复申请\t0\t0\t0\t0\t0\t0\t0';
    const begun = report.replace(row, '2.重复申请\t0\t0\t0\t0\t2\t\t');
    assert.deepEqual(kept(begun, '0\t0\t0\t0\t2\t\t', '0\t0\t0\t0\t2\t0\t').slice(0, 1), [
      '2.重复申请\t0\t0\t0\t0\t2\t0\t«2»{}',
    ]);
  });

  it('are not overwritten where somebody wrote something else', () => {
    const other = report.replace(
      '（一）予以公开\t\t3\t0\t0\t0\t0\t0\t3',
      '（一）予以公开\t\t3\t0\t0\t0\t0\t0\t9',
    );
    assert.deepEqual(kept(other, '（一）予以公开\t\t3\t0', '（一）予以公开\t\t3\t5'), [
      '（七）总计\t\t6\t«7»{2}\t0\t0\t0\t0\t«13»{8}',
    ]);
    assert.deepEqual(
      kept(report, '（七）总计\t\t6\t2\t0\t0\t0\t0\t8', '（七）总计\t\t6\t2\t0\t0\t0\t0\t9'),
      [],
    );
    assert.deepEqual(
      kept(report, '（七）总计\t\t6\t2\t0\t0\t0\t0\t8', '（七）总计\t\t6\t2\t0\t0\t0\t0\t'),
      [],
    );
  });

  it('stay kept while an addend is gone for a moment', () => {
    const [before, gone, back] = ['3\t0\t0', '3\t\t0', '3\t7\t0'].map((figures) =>
      snapshot(report.replace('（一）予以公开\t\t3\t0\t0', () => `（一）予以公开\t\t${figures}`)),
    );
    assert.ok(before && gone && back);
    const seen = keptTotals(gone, keptTotals(before, none));
    assert.equal(totalEdits(back, seen).length, 3);
  });

  it('keep the bars of a table where they are', () => {
    const wide = applyEdits(markdown, formatting(snapshot(markdown)));
    const [, row = ''] = /^(.*（一）予以公开.*)$/m.exec(wide) ?? [];
    const ends = (line: string) => [...line.matchAll(/\|/g)].map(({ index }) => index);
    for (const figure of ['12', '7']) {
      const typed = row.replace(/ 0 (?=\|)/, figure.length > 1 ? `${figure} ` : ` ${figure} `);
      const [line = '', , ...others] = kept(wide, row, typed);
      assert.deepEqual(ends(line.replace(/«(.*?)»\{.*?\}/g, '$1')), ends(row), line);
      assert.deepEqual(others, []);
    }
    const [long] = kept(wide, row, row.replace(/ 0 (?=\|)/, '97 '));
    assert.match(long ?? '', /\| {2}«100»\{3\} \|$/);
    const large = wide.replace(row, row.replace(/ 0 (?=\|)/, '97 ').replace(/ {2}3 \|$/, '100 |'));
    const [small] = kept(large, '97 |', ' 0 |');
    assert.match(small ?? '', /\|\s+« {2}3»\{100\} \|$/);
  });

  it('are written in the notation that stands there', () => {
    const row = '（一）予以公开\t\t3\t0\t0\t0\t0\t0\t3';
    const ways = [
      ['（一）予以公开\t\t３\t０\t0\t0\t0\t0\t３', '３\t０', '３\t９', '«１２»{３}'],
      ['（一）予以公开\t\t3\t1,200\t0\t0\t0\t0\t1,203', '1,200', '1,300', '«1,303»{1,203}'],
      ['（一）予以公开\t\t3\t997\t0\t0\t0\t0\t1,000', '997', '996', '«999»{1,000}'],
      ['（一）予以公开\t\t3.0\t0\t0\t0\t0\t0\t3.0', '3.0\t0', '3.0\t4', '«7.0»{3.0}'],
    ] as const;
    for (const [written, from, to, total] of ways) {
      const [line] = kept(report.replace(row, written), from, to);
      assert.ok(line?.endsWith(total), line);
    }
  });

  it('are nobody’s business in another text', () => {
    assert.deepEqual(totalEdits(snapshot(letter), none), []);
    assert.equal(keptTotals(snapshot(letter), none).size, 0);
    assert.equal(recalculation(snapshot(letter)), undefined);
  });
});

describe('adding up anew', () => {
  it('changes nothing in a right report, whatever its notation', () => {
    for (const text of [report, markdown]) {
      const found = recalculation(snapshot(text));
      assert.deepEqual(found?.changes, []);
      assert.equal(found?.open, 0);
    }
  });

  it('rights wrong totals and strokes from the primary figures up', () => {
    const wrong = report
      .replace('（一）予以公开\t\t3\t0\t0\t0\t0\t0\t3', '（一）予以公开\t\t4\t0\t0\t0\t0\t0\t/')
      .replace('（七）总计\t\t6\t2\t0\t0\t0\t0\t8', '（七）总计\t\t6\t2\t0\t0\t0\t0\t80');
    assert.deepEqual(recalculated(wrong), [
      '（一）予以公开\t\t4\t0\t0\t0\t0\t0\t«4»{/}',
      '（七）总计\t\t«7»{6}\t2\t0\t0\t0\t0\t«9»{80}',
    ]);
  });

  it('says how many totals it could not add up', () => {
    const open = report.replace('（一）予以公开\t\t3\t0', '（一）予以公开\t\t3\t');
    assert.deepEqual(recalculated(open), []);
    // The row, the column and the corner.
    assert.equal(recalculation(snapshot(open))?.open, 3);
  });

  it('leaves every primary figure and whatever else stands there as it is, in any notation', () => {
    const texts = [report, markdown, joinParts(sampleParts('2019', 'tab'))];
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 30_000 }), (text, place, figure) => {
        const digits = [...text.matchAll(/(?<=[\t|] ?)\d+(?=[ \t|\n])/g)];
        const hit = digits[place % digits.length];
        assert.ok(hit);
        const edited = text.slice(0, hit.index) + figure + text.slice(hit.index + hit[0].length);
        const first = recalculation(snapshot(edited));
        assert.ok(first);
        const after = applyEdits(
          edited,
          first.changes.map(({ edit }) => edit),
        );
        assert.deepEqual(recalculation(snapshot(after))?.changes, []);
        assert.equal(after.replace(/[\d ]/g, ''), edited.replace(/[\d ]/g, ''));
      }),
      { numRuns: 100 },
    );
  });
});
