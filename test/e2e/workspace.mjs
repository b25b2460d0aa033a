// The folder that the editor tests open: fresh copies of the samples, free to be changed.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
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

/** Where the suites leave their results. */
export const suiteResults = path.join(out, 'e2e/result.json');

/** Hands the results on to where the caller wants them; false where there are none. */
export function deliver(target) {
  if (!existsSync(suiteResults)) return false;
  if (target) cpSync(suiteResults, target);
  return true;
}
