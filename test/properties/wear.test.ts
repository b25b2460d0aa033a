// What copying, converting and publishing do to a report changes nothing that it says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { cases, written } from '../support/generate/report.ts';
import { figuresOf, graveIn } from '../support/readings.ts';

interface Wear {
  readonly does: string;
  readonly to: (text: string) => string;
  /** What is rightly said of it. */
  readonly shows?: readonly string[];
  /** Whether it would tear the tags of HTML. */
  readonly tearsTags?: boolean;
}

const ends = /\r?\n/g;

/** Digits of another width, as some input methods write them. */
const wide = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) + 0xfee0);

/** A line put in behind every so many lines. */
const between = (text: string, every: number, line: (number: number) => string): string =>
  text
    .split(ends)
    .map((one, at) => (at % every === every - 1 ? `${one}\n${line((at + 1) / every)}` : one))
    .join('\n');

const wears: readonly Wear[] = [
  { does: 'ends its lines as Windows does', to: (text) => text.replace(ends, '\r\n') },
  { does: 'ends its lines as old machines did', to: (text) => text.replace(ends, '\r') },
  { does: 'leaves blanks at the end of lines', to: (text) => text.replace(ends, '  \n') },
  {
    does: 'sets every line in by two characters',
    to: (text) => text.replace(/^/gm, '　　'),
    tearsTags: true,
  },
  { does: 'puts a blank line between all lines', to: (text) => text.replace(ends, '\n\n') },
  { does: 'writes blanks that do not break', to: (text) => text.replace(/ /g, '\u00a0'), tearsTags: true },
  { does: 'leaves marks without width', to: (text) => text.replace(/。/g, '。\u200b') },
  { does: 'begins with a byte order mark', to: (text) => `\ufeff${text}` },
  {
    does: 'numbers the pages',
    to: (text) => between(text, 23, (page) => `— ${page} —`),
    shows: ['leftover-markup', 'broken-paragraph'],
    tearsTags: true,
  },
  {
    does: 'writes every digit in full width',
    to: (text) => text.replace(/\d/g, wide),
    tearsTags: true,
  },
  {
    does: 'puts the way to the page above and its small print below',
    to: (text) =>
      `首页 > 政务公开 > 政府信息公开年报\n发布日期：2025-01-20　浏览次数：31\n字体：大 中 小\n${text}\n扫一扫在手机打开当前页\n打印本页　关闭窗口\n`,
    tearsTags: true,
  },
];

describe('a report reads the same if somebody', () => {
  for (const [index, { does, to, shows = [], tearsTags }] of wears.entries()) {
    test(does, () => {
      const layouts = supportedLayouts.filter(({ name }) => !(tearsTags && name === 'html'));
      const property = fc.property(cases(layouts), (report) => {
        const text = written(report);
        const worn = to(text);
        assert.deepEqual(figuresOf(worn), figuresOf(text));
        const before = graveIn(text);
        assert.deepEqual(
          graveIn(worn).filter((rule) => !before.includes(rule) && !shows.includes(rule)),
          [],
        );
      });
      fc.assert(property, { seed: 20_260_401 + index, numRuns: 60 });
    });
  }
});
