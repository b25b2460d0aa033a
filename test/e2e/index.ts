import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

interface Ended {
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly text: string;
}

/** What VS Code calls: runs every suite beside this file, leaves the results where the launcher looks for them. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, reporter: 'spec' });
  const folder = path.join(__dirname, 'suite');
  for (const file of readdirSync(folder).sort()) {
    if (file.endsWith('.e2e.cjs')) mocha.addFile(path.join(folder, file));
  }
  const tests = await results(mocha);
  writeFileSync(path.join(__dirname, 'result.json'), JSON.stringify({ tests }, undefined, 2));
  if (tests.some((test) => test.state === 'failed')) throw new Error('some tests failed');
}

function results(mocha: Mocha): Promise<readonly Ended[]> {
  const tests: Ended[] = [];
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(tests));
    runner.on('pass', (test) => tests.push({ name: test.fullTitle(), state: 'passed', text: '' }));
    runner.on('pending', (test) => tests.push({ name: test.fullTitle(), state: 'skipped', text: '' }));
    runner.on('fail', (test, fault) => {
      tests.push({ name: test.fullTitle(), state: 'failed', text: fault?.stack ?? String(fault) });
    });
  });
}
