// gouji in the browser itself: the server in a worker, and the extension in a host that is a worker too.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser, root } from '../../host/setup.mjs';
import { launchBrowser, openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

/** Runs in the page: greets the server in a worker, opens a text, and gives what is found in it. */
async function conversation({ program, text }) {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const answers = new Map();
  const failed = new Promise((_, reject) => {
    worker.onerror = (event) => reject(new Error(event.message));
  });
  worker.onmessage = ({ data }) => answers.get(data.id)?.(data.result);
  const tell = (method, params, id) => worker.postMessage({ jsonrpc: '2.0', id, method, params });
  const ask = (id, method, params) => {
    const answer = new Promise((resolve) => answers.set(id, resolve));
    tell(method, params, id);
    return Promise.race([answer, failed]);
  };
  const uri = 'file:///report.md';
  const capabilities = { textDocument: { diagnostic: {} } };
  const { serverInfo } = await ask(1, 'initialize', { processId: null, rootUri: null, capabilities });
  tell('initialized', {});
  tell('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  const { items } = await ask(2, 'textDocument/diagnostic', { textDocument: { uri } });
  worker.terminate();
  return { name: serverInfo.name, codes: items.map(({ code }) => code) };
}

describe('the server in a worker of a browser', () => {
  let browser;
  let page;

  before(async () => {
    await ensureBrowser();
    browser = await launchBrowser();
    page = await browser.newPage();
  });

  after(() => browser?.close());

  it('greets, and finds what is wrong in a report', async () => {
    const program = readFileSync(path.join(root, 'dist/server-worker.js'), 'utf8');
    const text = '# 云溪县教育局2024年政府信息公开工作年度报告\n\n## 一、总体情况\n\n正文。\n';
    const { name, codes } = await page.evaluate(conversation, { program, text });
    assert.equal(name, 'gouji');
    assert.ok(codes.includes('missing-section'), codes.join(' '));
  });
});

describe('the packed extension in a host that is a worker', () => {
  let workspace;
  let workbench;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    workbench = await openWorkbench({
      folder: workspace.folder,
      vsix: vsixPath(),
      extraSettings: { 'remote.extensionKind': { 'gouji.gouji': ['web'] } },
    });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  it('checks a report', async () => {
    const loaded = workbench.page.context().waitForEvent('request', {
      predicate: (request) => request.url().includes('client-browser.cjs'),
    });
    await workbench.openFile(readdirSync(workspace.folder).find((file) => file.startsWith('待改示例')));
    await loaded;
    await workbench.says('4 错');
    await workbench.squiggles('warning').first().waitFor();
    await workbench.screenshot('browser-checks-a-report');
  });
});
