// Runs the mocha suites in the extension host of the workbench, with the packed extension installed.
// Ends with 0 when all passed; the first argument names a file for the results.
import path from 'node:path';
import { format } from 'node:util';
import { vsixPath } from '../../server/tools/package.mjs';
import { pageOf, remote } from '../host/server.mjs';
import { ensureBrowser, out, root } from '../host/setup.mjs';
import { startBoth } from '../host/workbench.mjs';
import { deliver, freshWorkspace } from './workspace.mjs';

const limit = 180_000;

/** Prints what the tests say, without the style directives of a browser's console. */
function print(_type, [first, ...rest]) {
  const words =
    typeof first === 'string' && first.startsWith('%c')
      ? [first.slice(2), ...rest.slice(1)]
      : [first, ...rest];
  console.log(format(...words));
}

async function runSuites(server, page, folder) {
  const payload = [
    ['extensionDevelopmentPath', remote(server, path.join(root, 'test/e2e/driver'))],
    ['extensionTestsPath', remote(server, path.join(out, 'e2e/index.cjs'))],
    ['skipWelcome', 'true'],
    ['enableProposedApi', ''],
  ];
  await page.exposeFunction('codeAutomationLog', print);
  let timer;
  const ended = new Promise((resolve, reject) => {
    page.exposeFunction('codeAutomationExit', resolve);
    timer = setTimeout(() => reject(new Error(`no result within ${limit / 1000} s`)), limit);
  });
  await page.goto(pageOf(server, { folder, payload }));
  return ended.finally(() => clearTimeout(timer));
}

await ensureBrowser();
const { browser, server, close } = await startBoth({ vsix: vsixPath(), automation: true });
const workspace = freshWorkspace();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const code = await runSuites(server, page, workspace.folder).catch(async (fault) => {
    await page.screenshot({ path: path.join(out, 'editor-failed.png') });
    throw fault;
  });
  process.exitCode = deliver(process.argv[2]) ? code : 1;
} finally {
  await close();
  workspace.remove();
}
