// npm start: installs what is missing, builds, prints what gouji finds in samples/, then opens them in VS Code.
// `npm start -- --no-open` ends after the findings.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureHost, ensureProject, findDesktop, root } from '../../test/host/setup.mjs';

const samples = path.join(root, 'samples');

async function build() {
  await ensureProject();
  const { buildShipped } = await import('./build.mjs');
  await buildShipped();
}

/** The findings of the samples; one of them is faulty on purpose, so only a run that could not check is an error. */
function showFindings() {
  const done = spawnSync(process.execPath, ['dist/gouji.cjs', 'check', 'samples'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (done.status !== 0 && done.status !== 1) throw new Error('gouji check could not read the samples');
}

/** The desktop editor, with the extension straight from this folder and nothing installed for good. */
function openDesktop(code) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, samples];
  console.log(`\n用桌面版 VS Code 打开示例。Opening the samples in VS Code: ${code}`);
  spawn(code, args, { detached: true, stdio: 'ignore', shell: process.platform === 'win32' }).unref();
}

/** The workbench in the browser; stays up, as its server does, until Ctrl+C. */
async function openWorkbench() {
  await ensureHost();
  const { packVsix, vsixPath } = await import('./package.mjs');
  const { startServer } = await import('../../test/host/server.mjs');
  packVsix();
  // Ctrl+C is how a person ends this, so it is no failure; the server goes with the process.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
  const server = await startServer({
    vsix: vsixPath(),
    folder: samples,
  });
  console.log('\n在浏览器中打开以下地址（按 Ctrl+C 结束）。Open this address in a browser (Ctrl+C ends it):');
  console.log(`\n  ${server.url}\n`);
}

async function main() {
  await build();
  showFindings();
  if (process.argv.includes('--no-open')) return;
  const code = findDesktop();
  if (code) openDesktop(code);
  else await openWorkbench();
}

await main();
