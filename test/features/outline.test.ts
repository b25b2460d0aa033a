import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { contains } from '../../server/src/base/span.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const parts = sampleParts('2021', 'tab');
const report = joinParts(parts);

/** The outline as an indented list: kind and name. */
const drawn = (items: readonly OutlineItem[], indent = ''): string =>
  items
    .map(({ kind, name, children }) => `${indent}${kind} ${name}\n${drawn(children, `${indent}  `)}`)
    .join('');

const outlineOf = (text: string): readonly OutlineItem[] => outline(snapshot(text));

describe('outline', () => {
  it('lists title, sections, topics and tables as they nest', () => {
    assert.equal(
      drawn(outlineOf(report)),
      `title 云溪县教育局2024年政府信息公开工作年度报告
section 一、总体情况
  heading （一）主动公开情况
  heading （二）依申请公开情况
  heading （三）政府信息管理情况
  heading （四）政府信息公开平台建设情况
  heading （五）监督保障情况
section 二、主动公开政府信息情况
  table 表二
section 三、收到和处理政府信息公开申请情况
  table 表三
section 四、政府信息公开行政复议、行政诉讼情况
  table 表四
section 五、存在的主要问题及改进情况
section 六、其他需要报告的事项
`,
    );
  });

  it('names a section as it is written and leaves out one that is missing', () => {
    const text = joinParts({
      ...parts,
      overview: parts.overview.replace('一、', '## 一、'),
      review: undefined,
    }).replace('申请情况', '申报情况');
    const names = outlineOf(text).map(({ name }) => name);
    assert.ok(names.includes('一、总体情况'));
    assert.ok(names.includes('三、收到和处理政府信息公开申报情况'));
    assert.ok(!names.some((name) => name.startsWith('四、')));
  });

  it('leaves out the sentences of a numbered list', () => {
    const other = `${parts.other}\n1. 信息处理费\n2. 本年度没有收取信息处理费。\n`;
    const last = outlineOf(joinParts({ ...parts, other })).at(-1);
    assert.deepEqual(
      last?.children.map(({ name }) => name),
      ['1. 信息处理费'],
    );
  });

  it('gives a section everything down to the last words before the next', () => {
    const [, first] = outlineOf(report);
    assert.ok(first);
    const whole = report.slice(first.span.from, first.span.to);
    assert.ok(whole.startsWith('一、总体情况') && whole.endsWith('的情形。'));
    assert.equal(report.slice(first.selection.from, first.selection.to), '一、总体情况');
  });

  it('is empty for a text that is no report', () => {
    assert.deepEqual(outlineOf('各位同事：\n明天开会。'), []);
  });

  it('keeps every part inside its whole, whatever becomes of the text', () => {
    const lines = report.split('\n');
    fc.assert(
      fc.property(fc.shuffledSubarray(lines, { minLength: 2 }), (some) => {
        const text = some.join('\n');
        inside({ from: 0, to: text.length }, outlineOf(text));
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

function inside(whole: { readonly from: number; readonly to: number }, items: readonly OutlineItem[]): void {
  for (const { name, span, selection, children } of items) {
    assert.notEqual(name.trim(), '');
    assert.ok(contains(whole, span), `${name} lies inside its whole`);
    assert.ok(contains(span, selection), `${name} is selected inside itself`);
    inside(span, children);
  }
}
