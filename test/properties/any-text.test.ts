import { describe, test } from 'node:test';
import fc from 'fast-check';
import { layouts } from '../support/generate/layouts.ts';
import { cases, written } from '../support/generate/report.ts';
import { assertSound } from '../support/sound.ts';

/** Pieces of reports, tables and other files, in no order that makes sense. */
const crumb = fc.constantFrom(
  ...[
    '一、总体情况',
    '三、收到和处理政府信息公开申请情况',
    '四、结转下年度继续办理',
    '（三）不予公开',
    '（七）总计',
  ],
  ...[
    '云溪县教育局2023年政府信息公开工作年度报告',
    '第二十条第（一）项',
    '信息内容',
    '行政复议',
    '总计',
    '规章',
  ],
  ...[
    '1.属于国家秘密',
    '自然人',
    '0',
    '12',
    '-3',
    '１２',
    '1,234',
    '3件',
    '/',
    '—',
    '无',
    '12.3456',
    '𠮷',
    '\u{feff}',
  ],
  ...[
    '\t',
    '\t\t',
    ' ',
    '\u{3000}',
    '|',
    ' | ',
    '||||',
    '| --- | --- |',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '\0',
    '\u{2028}',
  ],
  ...[
    '<table>',
    '<td colspan="9999999">',
    '</td>',
    '&nbsp;',
    '# ',
    '## ',
    '**',
    '```',
    '<!--',
    '\u{d800}',
    '\u{dc00}',
  ],
);

describe('any text', () => {
  test('made of crumbs of reports is taken without harm', () => {
    const text = fc.array(crumb, { maxLength: 160 }).map((crumbs) => crumbs.join(''));
    fc.assert(
      fc.property(text, (each) => void assertSound(each)),
      { seed: 1, numRuns: 1500 },
    );
  });

  test('made of any characters is taken without harm', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(text, (each) => void assertSound(each)),
      { seed: 2, numRuns: 500 },
    );
  });

  test('made of bytes, as of a picture, is taken without harm', () => {
    const text = fc.uint8Array({ maxLength: 600 }).map((bytes) => String.fromCharCode(...bytes));
    fc.assert(
      fc.property(text, (each) => void assertSound(each)),
      { seed: 3, numRuns: 300 },
    );
  });

  test('with a report in whatever layout, or half of one, is taken without harm', () => {
    const half = fc.record({ report: cases(layouts), from: fc.nat({ max: 99 }), to: fc.nat({ max: 99 }) });
    const property = fc.property(half, ({ report, from, to }) => {
      const text = written(report);
      const at = (percent: number): number => Math.floor((text.length * percent) / 100);
      assertSound(text);
      assertSound(text.slice(at(Math.min(from, to)), at(Math.max(from, to))));
    });
    fc.assert(property, { seed: 4, numRuns: 120 });
  });

  for (const [name, piece] of [
    ['blanks', ' '],
    ['tabs', '\t'],
    ['bars', '|'],
    ['digits', '0'],
    ['cells', '0\t'],
    ['headings', '一、总体情况'],
    ['titles', '云溪县教育局2023年政府信息公开工作年度报告'],
    ['hash marks', '#'],
    ['brackets', '（'],
    ['row labels', '（一）予以公开 0 '],
  ] as const) {
    test(`on one endless line of ${name} is taken without harm`, () => {
      assertSound(
        `一、总体情况\n二、主动公开政府信息情况\n${piece.repeat(Math.ceil(100_000 / piece.length))}`,
      );
    });
  }
});
