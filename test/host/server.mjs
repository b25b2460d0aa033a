// A real VS Code workbench on a loopback port, with the packed extension installed, in folders of its own.
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { currentNode, out, serverEntry } from './setup.mjs';

/** Quiet, offline, and legible in Chinese. */
const settings = {
  'chat.disableAIFeatures': true,
  'editor.fontFamily':
    "'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', monospace",
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'window.restoreWindows': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

async function ready(url, child, log) {
  for (const deadline = Date.now() + 30_000; Date.now() < deadline; await delay(100)) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/healthz`).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`the workbench did not start:\n${readFileSync(log, 'utf8').slice(-2000)}`);
}

/** What ends a process without its being asked; only an exit of its own lets it tidy up. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Signals the server and what it started; it leads a process group of its own. */
function signal(child, name) {
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}

/** Ends the server; its extension hosts would outlive it by some seconds. */
async function end(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    signal(child, 'SIGTERM');
    await Promise.race([gone, delay(5000, undefined, { ref: false })]);
  }
  signal(child, 'SIGKILL');
}

/**
 * Starts the workbench. `vsix` is installed first; `folder` is what its bare address shows.
 * `automation` lets a page run tests in the extension host, and keeps some notifications and dialogs away,
 * so it stays off where a person would look.
 */
export async function startServer({ vsix, folder, automation = false, extraSettings = {} } = {}) {
  const base = mkdtempSync(path.join(os.tmpdir(), 'gouji-workbench-'));
  const log = path.join(out, 'logs', `workbench-${path.basename(base).slice('gouji-workbench-'.length)}.log`);
  mkdirSync(path.dirname(log), { recursive: true });
  mkdirSync(path.join(base, 'data/User'), { recursive: true });
  writeFileSync(path.join(base, 'config.yaml'), 'auth: none\ncert: false\n');
  writeFileSync(
    path.join(base, 'data/User/settings.json'),
    JSON.stringify({ ...settings, ...extraSettings }),
  );
  const places = [
    '--user-data-dir',
    path.join(base, 'data'),
    '--extensions-dir',
    path.join(base, 'extensions'),
    '--config',
    path.join(base, 'config.yaml'),
  ];
  // Without a gallery nothing ever asks for one: no request leaves the machine.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  if (vsix) install(vsix, places, base, env);

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const flags = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'];
  if (automation) flags.push('--vscode-option', 'enable-smoke-test-driver');
  const sink = openSync(log, 'w');
  const child = spawn(
    currentNode(),
    [
      serverEntry,
      ...places,
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-getting-started-override',
      ...flags,
      ...(folder ? [folder] : []),
    ],
    { cwd: base, env, stdio: ['ignore', sink, sink], detached: process.platform !== 'win32' },
  );
  closeSync(sink);
  // Should this process end early, nothing it started may stay behind.
  const clear = () => {
    signal(child, 'SIGKILL');
    rmSync(base, { recursive: true, force: true });
  };
  const exit = () => process.exit(1);
  process.once('exit', clear);
  for (const name of endings) process.once(name, exit);
  const stop = async () => {
    process.off('exit', clear);
    for (const name of endings) process.off(name, exit);
    await end(child);
    rmSync(base, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await ready(url, child, log);
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { url, host: `127.0.0.1:${port}`, log, stop };
}

function install(vsix, places, cwd, env) {
  const args = [serverEntry, ...places, '--install-extension', vsix];
  const done = spawnSync(currentNode(), args, { cwd, env, encoding: 'utf8' });
  if (done.status !== 0)
    throw new Error(`the extension could not be installed:\n${done.stdout}${done.stderr}`);
}

/** The page that shows a folder, with entries for the workbench such as which tests to run. */
export function pageOf(server, { folder, payload = [] }) {
  const query = new URLSearchParams({ folder: path.resolve(folder) });
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  return `${server.url}/?${query}`;
}

/** A file of this machine as the workbench's page names it. */
export const remote = (server, file) => `vscode-remote://${server.host}${encodeURI(path.resolve(file))}`;
