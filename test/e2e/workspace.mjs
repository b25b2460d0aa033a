// The folder that the editor tests open: fresh copies of the samples, free to be changed.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { out, root } from '../host/setup.mjs';

/** A copy of samples/ in a folder of its own; `remove` deletes it, and so does the end of the process. */
export function freshWorkspace() {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'gouji-samples-')), 'samples');
  cpSync(path.join(root, 'samples'), folder, { recursive: true });
  const remove = () => rmSync(path.dirname(folder), { recursive: true, force: true });
  process.once('exit', remove);
  return { folder, remove };
}

/** Puts a twin into a folder, named by its title, so that it is taken for a report; gives what it holds and its golden list. */
export function addTwin(folder, number) {
  const twin = path.join(root, `test/reports/twin-${number}`);
  const text = readFileSync(`${twin}.txt`, 'utf8');
  const name = `${text.trimStart().split(/\r?\n/, 1)[0].trim()}.txt`;
  writeFileSync(path.join(folder, name), text);
  return { name, text, findings: JSON.parse(readFileSync(`${twin}.findings.json`, 'utf8')) };
}

/** Where the suites leave their results. */
export const suiteResults = path.join(out, 'e2e/result.json');

/** Hands the results on to where the caller wants them; false where there are none. */
export function deliver(target) {
  if (!existsSync(suiteResults)) return false;
  if (target) cpSync(suiteResults, target);
  return true;
}
