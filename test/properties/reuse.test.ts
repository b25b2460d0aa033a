import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { bind } from '../../server/src/model/bind.ts';
import type { Report } from '../../server/src/model/report.ts';
import { parse } from '../../server/src/syntax/parse.ts';

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
      '（二）依申请公开情况',
      '\n四、政府信息公开行政复议、行政诉讼情况\n',
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

/** Everything a report says, without the tree it was read from. */
function said(report: Report): unknown {
  const { tree: _tree, judgements, faults, ...rest } = report;
  return { ...rest, judgements: judgements(), faults: faults() };
}

test('a report read with an earlier version at hand is the report read afresh', () => {
  fc.assert(
    fc.property(fc.constantFrom(...twins), edits, (twin, steps) => {
      let text = twin;
      let before = bind(parse(text));
      for (const { at, remove, insert } of steps) {
        const from = Math.floor(at * text.length);
        text = text.slice(0, from) + insert + text.slice(from + remove);
        const tree = parse(text);
        before = bind(tree, before);
        assert.deepEqual(said(before), said(bind(tree)));
      }
    }),
    { numRuns: 150, seed: 20211 },
  );
});
