import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { close, open, pulled, type Session, startSession } from '../lsp/session.ts';
import { layouts } from '../support/generate/layouts.ts';
import { plantFault } from '../support/generate/plant-fault.ts';
import { cases, written } from '../support/generate/report.ts';
import { runOn } from './lent-machine.ts';

/** A finding as either side tells it. */
interface Told {
  readonly rule: unknown;
  readonly severity: unknown;
  readonly message: string;
  readonly range: unknown;
}

const severities = [undefined, 'error', 'warning', 'info', 'hint'];

async function inEditor(session: Session, text: string, at: string): Promise<readonly Told[]> {
  open(session, text, 'gouji-report', at);
  const diagnostics = await pulled(session, at);
  close(session, at);
  return diagnostics.map(({ code, severity, message, range }) => ({
    rule: code,
    severity: severities[severity ?? 0],
    message: String(message),
    range,
  }));
}

async function onCommandLine(text: string): Promise<readonly Told[]> {
  const { out } = await runOn({ files: { 'a.txt': text } }, 'check', '--format', 'ndjson', 'a.txt');
  const { findings }: { findings: readonly Told[] } = JSON.parse(out);
  return findings.map(({ rule, severity, message, range }) => ({ rule, severity, message, range }));
}

describe('editor and command line find the same', () => {
  const folder = new URL('../reports/', import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    test(`in ${name}`, async () => {
      const session = await startSession({ pulls: true });
      const text = readFileSync(new URL(name, folder), 'utf8');
      assert.deepEqual(await inEditor(session, text, `untitled:${name}`), await onCommandLine(text));
    });
  }

  test('in reports with a wrong figure, in any layout', async () => {
    const session = await startSession({ pulls: true });
    let found = 0;
    for (const [index, report] of fc.sample(cases(layouts), { seed: 11, numRuns: 40 }).entries()) {
      const cell = { table: 'applications', row: 'carriedOut', column: index % 6 } as const;
      const text = written({ ...report, figures: plantFault(report.figures, cell, 1) });
      const told = await onCommandLine(text);
      assert.deepEqual(await inEditor(session, text, `untitled:${index}`), told);
      found += told.length;
    }
    assert.ok(found >= 40);
  });

  test('under one configuration, with comments and with what somebody let stand', async () => {
    const folder = 'file:///reports/';
    const config = JSON.stringify({
      province: 'henan',
      rules: { 'blank-cell': 'error', 'missing-topic': 'off' },
      overrides: [{ files: '局/*', rules: { 'section-wording': 'hint' } }],
    });
    const text = readFileSync(new URL('../reports/twin-002.txt', import.meta.url), 'utf8');
    const report = `${text}\n<!-- gouji-disable-file label-wording: 沿用旧名 -->\n`;
    const first = await runOn(
      { files: { '局/a.md': report, 'gouji.json': config } },
      'check',
      '--format',
      'ndjson',
      '局/a.md',
    );
    const all: readonly Told[] = JSON.parse(first.out).findings;
    assert.ok(all.length > 1);
    const accepted = await runOn({ files: { '局/a.md': report } }, 'check', '--update-baseline', '局/a.md');
    const baseline = JSON.parse(new TextDecoder().decode(accepted.files.get('gouji-baseline.json')));
    const some = JSON.stringify({
      ...baseline,
      accepted: baseline.accepted.filter((_: unknown, at: number) => at % 2 === 0),
    });

    const disk = { '局/a.md': report, 'gouji.json': config, 'gouji-baseline.json': some };
    const { out } = await runOn({ files: disk }, 'check', '--format', 'ndjson', '局/a.md');
    const { findings }: { findings: readonly Told[] } = JSON.parse(out);
    assert.ok(findings.length > 0 && findings.length < all.length);
    const clientFiles = new Map(Object.entries(disk).map(([name, content]) => [folder + name, content]));
    const session = await startSession({ pulls: true, clientFiles });
    assert.deepEqual(
      await inEditor(session, report, `${folder}${encodeURIComponent('局')}/a.md`),
      findings.map(({ rule, severity, message, range }) => ({ rule, severity, message, range })),
    );
  });
});
