import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { looksLikeFigure, mayBeFigure, readFigure } from '../../server/src/model/figure.ts';
import type { Measure } from '../../server/src/template/index.ts';

/** The value, or what else it is: `blank`, `malformed`, or `meant x`. */
function read(text: string, measure: Measure = 'count'): number | string {
  const quantity = readFigure(text, measure);
  if (quantity.kind === 'number') return quantity.value;
  return quantity.kind === 'malformed' && quantity.meant !== undefined
    ? `meant ${quantity.meant}`
    : quantity.kind;
}

const readings: Readonly<Record<Measure, Readonly<Record<string, number | string>>>> = {
  count: {
    0: 0,
    12: 12,
    '３': 3,
    '１２': 12,
    '1,234': 1234,
    '1，234，567': 1234567,
    '1 234': 1234,
    '3.0': 3,
    '': 'blank',
    '/': 'blank',
    '-': 'blank',
    '——': 'blank',
    无: 'blank',
    '－－': 'blank',
    '---': 'blank',
    NaN: 'blank',
    '09': 'malformed',
    '００': 'malformed',
    '0 5': 'malformed',
    '3件': 'meant 3',
    '22（其中修订16件）': 'meant 22',
    '12.5': 'malformed',
    '-3': 'malformed',
    三: 'malformed',
    O: 'malformed',
    '1 2': 'malformed',
    '8 0': 'malformed',
    '12,34': 'malformed',
    约30: 'malformed',
    '9999999999999999999': 'malformed',
  },
  change: {
    0: 0,
    '-417': -417,
    '+19': 19,
    '－4': -4,
    减4: -4,
    增3: 3,
    '- 8': -8,
    '': 'blank',
    '-': 'blank',
    减少4: 'malformed',
    '-04': 'malformed',
    '1 2': 'malformed',
  },
  amount: {
    0: 0,
    '0.0000': 0,
    '012.5': 'malformed',
    '1165.5066': 11655066,
    '12.5': 125000,
    '1,165.5066': 11655066,
    '1 165.5066': 11655066,
    240: 2400000,
    '240万元': 'meant 240',
    '251000元': 'malformed',
    '-3': 'malformed',
    '12 5': 'malformed',
  },
};

for (const measure of ['count', 'change', 'amount'] as const) {
  test(`what is read as a ${measure}`, () => {
    for (const [text, wanted] of Object.entries(readings[measure]))
      assert.equal(read(text, measure), wanted, `“${text}”`);
  });
}

test('a number keeps its value when it is printed and read again', () => {
  const any = fc.oneof(
    fc.nat().map(String),
    fc.string(),
    fc.stringMatching(/^[-+0-9０-９,. 件元增减]{0,12}$/),
  );
  fc.assert(
    fc.property(any, fc.constantFrom<Measure>('count', 'change', 'amount'), (text, measure) => {
      const first = readFigure(text, measure);
      if (first.kind !== 'number') return;
      const again = readFigure(first.printed, measure);
      assert.deepEqual(again, { ...first, notation: undefined });
    }),
  );
});

test('a figure that is meant is one of its own', () => {
  for (const text of ['3件', '22（其中修订16件）']) {
    const quantity = readFigure(text, 'count');
    assert.ok(quantity.kind === 'malformed' && quantity.meant !== undefined);
    assert.equal(readFigure(quantity.meant, 'count').kind, 'number');
  }
});

test('numbered labels are no figures, and words for nothing are none by themselves', () => {
  for (const text of ['3', '1,234', '-3', '3件', '251000元', '22（其中修订16件）'])
    assert.ok(looksLikeFigure(text), text);
  for (const text of ['1.', '2、', '1.属于国家秘密', '三', '/', '', '2.重复申请'])
    assert.ok(!looksLikeFigure(text), text);
  for (const text of ['三', 'O', '/', '', '×']) assert.ok(mayBeFigure(text), text);
  for (const text of ['总计', '重复申请', '一、本年新收']) assert.ok(!mayBeFigure(text), text);
});
