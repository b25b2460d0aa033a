import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { withoutQuoteMarks } from '../../server/src/syntax/quotes.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { cases, written } from '../support/generate/report.ts';
import { figuresOf, graveIn } from '../support/readings.ts';

const quoted = (text: string, mark: string): string => text.replace(/^/gm, mark);

describe('a report that is quoted', () => {
  for (const mark of ['> ', '>', '>> ', '> > ']) {
    test(`as a whole with “${mark}” reads like itself`, () => {
      const property = fc.property(cases(supportedLayouts), (report) => {
        const text = written(report);
        for (const whole of [quoted(text, mark), `张工：请看年报初稿。\n\n${quoted(text, mark)}`]) {
          assert.deepEqual(figuresOf(whole), figuresOf(text));
          assert.deepEqual(graveIn(whole), graveIn(text));
        }
      });
      fc.assert(property, { seed: 20_261_121, numRuns: 40 });
    });
  }

  test('in its tables only reads like itself', () => {
    const property = fc.property(cases(supportedLayouts), (report) => {
      const { write } = report.layout;
      const layout = {
        ...report.layout,
        write: (...all: Parameters<typeof write>) => write(...all).map((line) => quoted(line, '> ')),
      };
      const text = written({ ...report, layout });
      assert.deepEqual(figuresOf(text), figuresOf(written(report)));
      assert.deepEqual(graveIn(text), graveIn(written(report)));
    });
    fc.assert(property, { seed: 20_261_122, numRuns: 60 });
  });
});

describe('marks of quotation', () => {
  test('are taken away where every character stays at its place', () => {
    const text = '> 规章 | 0 |\r\n>\n>> 许可 | 3 |\n> 处罚 | 4 |';
    const read = withoutQuoteMarks(text);
    assert.equal(read.length, text.length);
    assert.deepEqual(
      read.split(/\r?\n/).map((line) => line.trim()),
      ['规章 | 0 |', '', '许可 | 3 |', '处罚 | 4 |'],
    );
  });

  test('stay where a notice is quoted beside the report, and in the way to a page', () => {
    const notice = '> 二、主动公开政府信息情况\n> 应填写规章、行政规范性文件的制发件数。\n> 表中各项填数字。';
    for (const text of [`正文\n正文\n正文\n正文\n${notice}\n正文`, '首页\n>\n政务公开\n>\n年报', '3 > 2'])
      assert.equal(withoutQuoteMarks(text), text);
  });
});
