import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bound, rowOf, written } from './tables.ts';

/** Every row of a table with words on several lines, as programs draw it that turn documents into plain text. */
function folded(tabs: string, width: number): string {
  return tabs
    .split('\n')
    .flatMap((line) => {
      const parts = line.split('\t').map((words) => words.match(new RegExp(`.{1,${width}}`, 'g')) ?? ['']);
      const height = Math.max(...parts.map(({ length }) => length));
      const lines = Array.from({ length: height }, (_, y) => parts.map((part) => part[y] ?? ''));
      return [...lines.map((cells) => `| ${cells.join(' | ')} |`), `+${'----+'.repeat(parts.length)}`];
    })
    .join('\n');
}

test('words that go on below in their own column are one label', () => {
  for (const width of [6, 9, 12]) {
    const table = bound('applications', folded(written('applications', { granted: { total: '3' } }), width));
    for (const { template } of table.rows) {
      const row = rowOf(table, template.id);
      assert.equal(row.kind, 'read', `${width} ${template.label}`);
      if (row.kind === 'read') assert.notEqual(row.label?.wording, 'different', `${width} ${template.label}`);
    }
  }
});
