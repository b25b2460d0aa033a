// VS Code's own Markdown preview: cells that are wrong in the text are marked in it, in tables of bars and of HTML.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser, root } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

const name = '改错2024年政府信息公开工作年度报告.md';

describe('the Markdown preview with the packed extension', () => {
  let workspace;
  let workbench;
  let view;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    writeFileSync(path.join(workspace.folder, name), faulty(workspace.folder));
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
    view = workbench.webview();
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`markdown-${test.name.replaceAll(' ', '-')}`));

  /** The correct sample with a wrong figure in table three, and table four in HTML with a wrong total. */
  function faulty(folder) {
    const good = path.join(
      folder,
      readdirSync(folder).find((file) => file.startsWith('良好示例')),
    );
    const page = spawnSync(process.execPath, ['dist/gouji.cjs', 'format', '--to', 'html', good], {
      cwd: root,
      encoding: 'utf8',
    });
    const [, , review] = page.stdout.match(/<table>[\s\S]*?<\/table>/g);
    const text = readFileSync(good, 'utf8').replace(/(（一）予以公开 *\| *\| *)7/, '$18');
    const bars = text.slice(text.indexOf('## 四、')).match(/(?:^\|.*\n)+/m)[0];
    const wrong = review.replace(/(<td>\d+<\/td>){5}/, (cells) => cells.replace(/\d+(?=<\/td>$)/, '95'));
    return text.replace(bars, `${wrong}\n`);
  }

  const cells = (state) => view.locator(`[data-gouji~="${state}"]`);

  it('marks what is wrong in a table of bars', async () => {
    await workbench.openFile(name);
    await workbench.says('✗ 2 错');
    await workbench.focusEditor();
    await workbench.press('Control+K');
    await workbench.press('v');
    await cells('wrong').first().waitFor();
    const [cell] = await cells('wrong').all();
    assert.equal(await cell.innerText(), '8');
    assert.match(await cell.getAttribute('title'), /（一）予以公开/);
    assert.ok((await cells('involved').count()) > 5);
    await cell.focus();
  });

  it('marks what is wrong in a table of HTML', async () => {
    const cell = cells('wrong').filter({ hasText: '95' });
    assert.match(await cell.getAttribute('title'), /行政复议/);
    await cell.focus();
  });

  it('takes the mark back once the figure is right', async () => {
    const lines = readFileSync(path.join(workspace.folder, name), 'utf8').split('\n');
    const line = lines.findIndex((one) => one.includes('（一）予以公开')) + 1;
    await workbench.goTo(line, lines[line - 1].search(/8/) + 1);
    await workbench.press('Delete');
    await workbench.type('7');
    await workbench.goTo(line + 1);
    await workbench.says('✗ 1 错');
    await cells('wrong').filter({ hasText: '8' }).waitFor({ state: 'hidden' });
    await cells('wrong').filter({ hasText: '95' }).waitFor();
  });
});
