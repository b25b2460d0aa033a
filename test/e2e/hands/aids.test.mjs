// What helps to read a table: colours for columns, hints behind rows, a verdict above, headings that stay in sight.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

describe('aids to reading in the packed extension', () => {
  let workspace;
  let workbench;
  let good;
  let draft;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    good = readdirSync(workspace.folder).find((file) => file.startsWith('良好示例'));
    draft = readdirSync(workspace.folder).find((file) => file.startsWith('待改示例'));
    workbench = await openWorkbench({
      folder: workspace.folder,
      vsix: vsixPath(),
      extraSettings: { 'gouji.inlayHints': true, 'gouji.codeLens': true, 'editor.fontSize': 11 },
    });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`aids-${test.name.replaceAll(' ', '-')}`));

  const line = (words) => workbench.page.locator('.view-line').filter({ hasText: words }).first();
  const lens = (words) => workbench.page.locator('.codelens-decoration a').filter({ hasText: words }).first();

  it('tell neighbouring columns apart by their colours', async () => {
    await workbench.openFile(good);
    await workbench.says('✓');
    await workbench.goTo(60);
    await workbench.page.waitForFunction(() => {
      const row = [...document.querySelectorAll('.view-line')].find((one) =>
        one.textContent.includes('予以公开'),
      );
      const figures = [...(row?.querySelectorAll('span > span') ?? [])].filter((one) =>
        /^\d+$/.test(one.textContent.trim()),
      );
      const colors = figures.map((one) => getComputedStyle(one).color);
      return (
        figures.length === 7 &&
        new Set(colors).size === 3 &&
        colors[0] !== colors[1] &&
        colors[0] === colors[2]
      );
    });
  });

  it('say behind a row that its sums come out, and by how much they do not', async () => {
    await line(/予以公开.*✓/).waitFor();
    await workbench.goTo(53);
    await workbench.press('End');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace']) await workbench.press(key);
    await workbench.page.keyboard.type('7');
    await workbench.press('ArrowDown');
    await line(/予以公开.*✗\s差\s2/).waitFor();
  });

  it('keep title, section and table heading in sight in a long table', async () => {
    const lines = readFileSync(path.join(workspace.folder, draft), 'utf8').split(/\r?\n/);
    const last = lines.findLastIndex((one) => one.includes('结转下年度'));
    await workbench.openFile(draft);
    await workbench.status();
    await workbench.goTo(last + 1);
    const sticky = workbench.page.locator('.sticky-widget .sticky-line-content');
    await sticky.filter({ hasText: '三、' }).first().waitFor();
    const shown = await sticky.allInnerTexts();
    assert.ok(shown.length >= 2, shown.join(' | '));
  });

  it('lead from above a table to what was checked', async () => {
    await workbench.openFile(good);
    await lens(/^重新合计/).waitFor();
    await lens(/^表三：1\s错/).click();
    await workbench.page.locator('.tab.active[data-resource-name^="检查结论"]').waitFor();
  });
});
