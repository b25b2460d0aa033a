import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { pastedTable } from '../../server/src/features/paste-table.ts';
import type { TableId } from '../../server/src/template/index.ts';
import { gridsOf } from '../support/generate/grid.ts';
import { html } from '../support/generate/html.ts';
import { chance, type Layout } from '../support/generate/layout.ts';
import { supportedLayouts } from '../support/generate/layouts.ts';
import { pipe } from '../support/generate/pipe.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { plainStyle } from '../support/generate/style.ts';
import { tab } from '../support/generate/tab.ts';
import { figuresOf } from '../support/readings.ts';

const whole = written(richCase(pipe));

/** The report without one of its tables, and the place where it stood. */
function without(id: TableId): { readonly text: string; readonly at: number } {
  const heading = { disclosure: '二、', applications: '三、', review: '四、' }[id];
  const from = whole.indexOf('\n', whole.indexOf(`\n## ${heading}`) + 1) + 1;
  const to = whole.indexOf('\n## ', from) + 1;
  return { text: `${whole.slice(0, from)}\n\n${whole.slice(to)}`, at: from + 1 };
}

const copied = (layout: Layout, id: TableId): string =>
  layout.write(gridsOf(richFigures, plainStyle)[id], chance([0]), '').join('\n');

/** The report with what is on the clipboard pasted where a table is missing; undefined if it is not offered. */
function pasted(
  id: TableId,
  clipboard: { readonly text?: string; readonly html?: string },
  lineBreak = '\n',
) {
  const { text, at } = without(id);
  const report = text.replaceAll('\n', lineBreak);
  const place = text.slice(0, at).replaceAll('\n', lineBreak).length;
  const table = pastedTable(snapshot(report), place, { text: clipboard.text, html: clipboard.html });
  return table === undefined ? undefined : report.slice(0, place) + table + report.slice(place);
}

const ids = ['disclosure', 'applications', 'review'] as const;

test('a table copied in any layout is pasted with bars, and says what it said', () => {
  for (const layout of supportedLayouts)
    for (const id of ids) {
      const text = copied(layout, id);
      const report = pasted(id, layout === html ? { html: text } : { text });
      assert.ok(report, `${layout.name} ${id}`);
      assert.deepEqual(figuresOf(report), figuresOf(whole), `${layout.name} ${id}`);
      assert.match(report, /\n\| 第二十条第（一）项 /);
    }
});

test('a table from Word is read from its HTML, not from its text', () => {
  const cells = copied(html, 'applications').replace(
    /<td([^>]*)>(.*?)<\/td>/g,
    '<td$1 style="border:1px"><p class=MsoNormal><span lang=EN-US>$2<o:p></o:p></span></p></td>',
  );
  const clipboard = {
    html: `<html xmlns:o="urn:x"><head><style>td{color:red}</style></head><body><!--StartFragment-->${cells}<!--EndFragment--></body></html>`,
    text: '一、本年新收政府信息公开申请数量',
  };
  const report = pasted('applications', clipboard);
  assert.ok(report);
  assert.deepEqual(figuresOf(report), figuresOf(whole));
  assert.doesNotMatch(report, /<td|MsoNormal/);
});

test('lines end as they do in the report', () => {
  const report = pasted('review', { text: copied(tab, 'review') }, '\r\n');
  assert.ok(report?.includes('\r\n|'));
  assert.doesNotMatch(report ?? '', /[^\r]\n/);
});

test('nothing is offered for words, for part of a table, or for more than a table', () => {
  const table = copied(tab, 'applications');
  for (const text of [
    '',
    '全年未收到申请。',
    table.split('\n').slice(0, 9).join('\n'),
    whole,
    `${table}\n法人小计\t\t\t1\t1\t1\t1\t1\t1\t6`,
  ])
    assert.equal(pasted('applications', { text }), undefined, text.slice(0, 20));
});

test('nothing is offered outside of reports', () => {
  const clipboard = { text: copied(tab, 'review'), html: undefined };
  assert.equal(pastedTable(snapshot('# 会议纪要\n\n'), 8, clipboard), undefined);
});

test('words in front of a table are kept, and a table never begins within a line', () => {
  const { text, at } = without('review');
  const clipboard = { text: `单位：件\n${copied(tab, 'review')}`, html: undefined };
  assert.match(pastedTable(snapshot(text), at, clipboard) ?? '', /^单位：件\n+\|/);
  const inLine = pastedTable(snapshot(text), text.indexOf('（一）主动公开') + 3, {
    text: copied(tab, 'review'),
    html: undefined,
  });
  assert.ok(inLine?.startsWith('\n\n|'));
});
