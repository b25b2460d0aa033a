// Runs the same mocha suites in a desktop VS Code: GOUJI_VSCODE names its program, else one is downloaded.
// Ends with 0 when all passed; the first argument names a file for the results.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  downloadAndUnzipVSCode,
  resolveCliArgsFromVSCodeExecutablePath,
  runTests,
} from '@vscode/test-electron';
import { vsixPath } from '../../server/tools/package.mjs';
import { out, root } from '../host/setup.mjs';
import { deliver, freshWorkspace } from './workspace.mjs';

// Chromium refuses its sandbox to root.
const flags = [
  '--disable-workspace-trust',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
const workspace = freshWorkspace();
const base = mkdtempSync(path.join(os.tmpdir(), 'gouji-desktop-'));
const places = [
  `--user-data-dir=${path.join(base, 'data')}`,
  `--extensions-dir=${path.join(base, 'extensions')}`,
];
try {
  const vscodeExecutablePath = process.env.GOUJI_VSCODE ?? (await downloadAndUnzipVSCode());
  const [cli, ...rest] = resolveCliArgsFromVSCodeExecutablePath(vscodeExecutablePath, {
    reuseMachineInstall: true,
  });
  const args = [...rest, '--install-extension', vsixPath(), ...places];
  const installed = spawnSync(cli, args, { encoding: 'utf8', shell: process.platform === 'win32' });
  if (installed.status !== 0)
    throw new Error(`the extension could not be installed:\n${installed.error?.message ?? installed.stderr}`);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: path.join(root, 'test/e2e/driver'),
    extensionTestsPath: path.join(out, 'e2e/index.cjs'),
    launchArgs: [workspace.folder, ...places, ...flags],
  });
  process.exitCode = deliver(process.argv[2]) ? 0 : 1;
} catch (fault) {
  console.error(fault);
  deliver(process.argv[2]);
  process.exitCode = 1;
} finally {
  workspace.remove();
  rmSync(base, { recursive: true, force: true });
}
