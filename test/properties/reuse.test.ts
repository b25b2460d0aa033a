import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import type { Report } from '../../server/src/model/report.ts';

const twins = ['000', '001', '002', '003', '004'].map((name) =>
  readFileSync(new URL(`../reports/twin-${name}.txt`, import.meta.url), 'utf8'),
);

/** What people do to a report: type, delete, paste a line, take a line out. */
const edits = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    remove: fc.constantFrom(0, 0, 1, 1, 3, 40, 400),
    insert: fc.constantFrom(
      '',
      '1',
      '件',
      '\t',
      '\n',
      '|',
      '0\t0\t0',
      '2020',
      '三、',
      '。',
      '（二）依申请公开情况',
      '\n四、政府信息公开行政复议、行政诉讼情况\n',
      '规章,0,0,0\n许可,1,,\n处罚,2,,\n强制,0,,\n',
      ',',
      '"',
      '│ 规章 │ 0 │\n',
      '<table><tr><td>规章<td>0</table>',
      '<p>',
      '&nbsp;',
      '\u00ad',
      '⾏',
      '<!-- gouji-disable -->',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Everything a report says, without the tree and the version it was read from. */
function said(report: Report): unknown {
  const { tree: _tree, since: _since, judgements, faults, passages, facts, ...rest } = report;
  const judged = judgements().map(({ left, right, ...one }) => ({ ...one, left, right }));
  const later = { judgements: judged, faults: faults(), passages: passages(), facts: facts() };
  return { ...rest, ...later };
}

/** Reads a text with an earlier version at hand and without one, and finds no difference in anything that is said. */
function assertSame(text: string, before: Report): Report {
  const now = snapshot(text, 0, undefined, before);
  const fresh = snapshot(text);
  assert.deepEqual(said(now.report()), said(fresh.report()));
  assert.deepEqual(now.findings(), fresh.findings());
  return now.report();
}

/** Figures typed over, one after the other, in tables of either notation: the commonest edit of all. */
const figures = fc.array(
  fc.record({
    which: fc.nat(),
    insert: fc.constantFrom('', '1', '0', '12', '3件', '３', ' ', '１', '0.5', '-', '\t', '(含修订)', '('),
    at: fc.constantFrom('start', 'end', 'all'),
  }),
  { minLength: 1, maxLength: 10 },
);

const withBars = twins.map((twin) => twin.replace(/\t/g, ' | '));

test('a figure typed over reads as if the table were read afresh', () => {
  fc.assert(
    fc.property(fc.constantFrom(...twins, ...withBars), figures, (twin, steps) => {
      let text = twin;
      let before = snapshot(text).report();
      for (const { which, insert, at } of steps) {
        const places = [...text.matchAll(/(?<=[\t ])\d+(?=[\t \n])/g)];
        const place = places[which % places.length];
        if (!place) continue;
        const from = place.index + (at === 'end' ? place[0].length : 0);
        const to = at === 'all' ? place.index + place[0].length : from;
        text = text.slice(0, from) + insert + text.slice(to);
        before = assertSame(text, before);
      }
    }),
    { numRuns: 100, seed: 20212 },
  );
});

test('a character typed and taken back anywhere reads as if the text were read afresh', () => {
  const places = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 10, maxLength: 20 });
  const typed = fc.constantFrom('1', '件', '一', '。', ' ', '|', '（');
  fc.assert(
    fc.property(fc.constantFrom(...twins, ...withBars), places, typed, (twin, spots, character) => {
      let before = snapshot(twin).report();
      const read = (text: string): void => {
        before = assertSame(text, before);
      };
      for (const spot of spots) {
        const at = Math.floor(spot * twin.length);
        read(twin.slice(0, at) + character + twin.slice(at));
        read(twin);
      }
    }),
    { numRuns: 40, seed: 20213 },
  );
});

test('a report read with an earlier version at hand is the report read afresh', () => {
  fc.assert(
    fc.property(fc.constantFrom(...twins), edits, (twin, steps) => {
      let text = twin;
      let before = snapshot(text).report();
      for (const { at, remove, insert } of steps) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + insert + text.slice(from + remove);
        before = assertSame(text, before);
      }
    }),
    { numRuns: 120, seed: 20211 },
  );
});

test('a full stop makes a paragraph of a line of cells above a table, and of none in it', () => {
  for (const twin of twins) {
    const above = twin.search(/第二十条第\t|信息内容\t/);
    if (above < 0) continue;
    const text = `${twin.slice(0, above)}说明\t各项都已核对\n${twin.slice(above)}`;
    const before = snapshot(text).report();
    const stop = text.indexOf('各项都') + 2;
    assertSame(`${text.slice(0, stop)}。${text.slice(stop)}`, before);
  }
});
