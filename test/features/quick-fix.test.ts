import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { check } from '../../server/src/analysis/check.ts';
import { applyEdits, safeEdits } from '../../server/src/analysis/fix.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { say } from '../../server/src/base/message.ts';
import { span } from '../../server/src/base/span.ts';
import { findings } from '../../server/src/features/findings.ts';
import { fixAll, offers } from '../../server/src/features/quick-fix.ts';
import type { Fix } from '../../server/src/rules/rule.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

type Found = ReturnType<typeof check>[number];

const fix = (safety: Fix['safety'], ...edits: [from: number, to: number, insert: string][]): Fix => ({
  title: say('改'),
  safety,
  edits: edits.map(([from, to, insert]) => ({ span: span(from, to), insert })),
});

const finding = (
  from: number,
  to: number,
  fixes: readonly Fix[],
  related: readonly [number, number][] = [],
): Found => ({
  rule: 'made-up',
  severity: 'warning',
  span: span(from, to),
  message: say('错'),
  fixes,
  related: related.map(([start, end]) => ({ span: span(start, end), message: say('见此') })),
  elsewhere: [],
  standing: {},
});

/** A snapshot that has just these findings. */
const having = (text: string, found: readonly Found[]) => ({ ...snapshot(text), findings: () => found });

describe('findings while a line is typed', () => {
  const text = '第一行\n第二行\n第三行';
  const second = span(4, 7);

  it('wait if they stand on it, or if it takes part in them', () => {
    const on = finding(5, 6, []);
    const about = finding(0, 1, [], [[6, 7]]);
    const apart = finding(8, 9, [], [[0, 3]]);
    assert.deepEqual(findings(having(text, [on, about, apart]), second), [apart]);
    assert.deepEqual(findings(having(text, [on, about, apart])), [on, about, apart]);
  });
});

describe('fixes on offer', () => {
  it('are those of the findings touched', () => {
    const here = finding(2, 4, [fix('ask', [2, 4, 'x']), fix('safe', [2, 4, 'y'])]);
    const there = finding(6, 8, [fix('safe', [6, 8, 'z'])]);
    const of = having('0123456789', [here, there]);
    assert.deepEqual(
      offers(of, span(3, 3)).map(({ finding: found }) => found),
      [here, here],
    );
    assert.deepEqual(offers(of, span(5, 5)), []);
    assert.equal(offers(of, span(0, 10)).length, 3);
  });

  it('are preferred only where there is one, and it is safe', () => {
    const preferred = (...fixes: Fix[]): boolean[] =>
      offers(having('abc', [finding(0, 1, fixes)]), span(0, 1)).map((offer) => offer.preferred);
    assert.deepEqual(preferred(fix('safe', [0, 1, 'x'])), [true]);
    assert.deepEqual(preferred(fix('ask', [0, 1, 'x'])), [false]);
    assert.deepEqual(preferred(fix('safe', [0, 1, 'x']), fix('safe', [0, 1, 'y'])), [false, false]);
  });
});

describe('all safe fixes', () => {
  it('leave out what is only to be offered, and what overlaps', () => {
    const edits = fixAll(
      having('0123456789', [
        finding(6, 8, [fix('safe', [6, 8, 'C'])]),
        finding(0, 2, [fix('ask', [0, 2, 'A']), fix('safe', [0, 2, 'B'])]),
        finding(7, 9, [fix('safe', [7, 9, 'D'])]),
        finding(4, 4, [fix('safe', [4, 4, 'E'])]),
        finding(4, 4, [fix('safe', [4, 4, 'F'])]),
        finding(9, 9, [fix('ask', [9, 9, 'G'])]),
      ]),
    );
    assert.equal(applyEdits('0123456789', edits), 'B23E45C89');
  });

  it('never overlap, and take a fix whole or not at all', () => {
    const edit = fc
      .tuple(fc.nat(30), fc.nat(3))
      .map(([from, size]) => [from, from + size, 'x'] as [number, number, string]);
    const several = fc.array(
      fc.tuple(edit, edit).filter(([a, b]) => a[1] < b[0]),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(several, (pairs) => {
        const found = pairs.map(([a, b]) => finding(a[0], a[1], [fix('safe', a, b)]));
        const edits = safeEdits(found);
        for (const [index, { span: later }] of edits.entries()) {
          const before = edits[index - 1];
          if (before) assert.ok(before.span.to <= later.from && !(before.span.from === later.from));
        }
        for (const { fixes } of found) {
          const taken = (fixes?.[0]?.edits ?? []).filter((one) => edits.includes(one));
          assert.ok(taken.length === 0 || taken.length === 2);
        }
      }),
      { seed: 11 },
    );
  });

  it('change no figure', () => {
    const report = joinParts(sampleParts('2021', 'tab'));
    const slips: readonly (readonly [string, string])[] = [
      ['申请情况', '申报情况'],
      ['总体情况', '整体情况'],
      ['年度报告', '年 度 报 告'],
      ['三、收到', '四、收到'],
      ['\t6\t', '\t６\t'],
      ['\t2\t', '\t2件\t'],
      ['自然人', '自 然 人'],
      ['（一）予以公开', '(一)予以公开'],
      ['12.5000', '12.5'],
    ];
    let fixed = 0;
    fc.assert(
      fc.property(fc.subarray([...slips], { minLength: 1 }), (chosen) => {
        const text = chosen.reduce((draft, [right, wrong]) => draft.replace(right, wrong), report);
        const edits = fixAll(snapshot(text));
        fixed += edits.length;
        assert.deepEqual(figures(applyEdits(text, edits)), figures(text));
      }),
      { seed: 3, numRuns: 80 },
    );
    assert.ok(fixed > 0, 'something was fixed');
  });
});

/** Every number of a text by its value, in order: `６` and `6` are the same figure, and so are `12.5` and `12.5000`. */
const figures = (text: string): readonly number[] =>
  [...text.normalize('NFKC').matchAll(/\d+(?:\.\d+)?/g)].map(([digits]) => Number(digits));
