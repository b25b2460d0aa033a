// A table copied from a page or from Word: pasted as it is, unless somebody asks for the canonical layout.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

const results = '<td>结果维持</td><td>结果纠正</td><td>其他结果</td><td>尚未审结</td><td>总计</td>';
const html = `<table>
<tr><td colspan=5>行政复议</td><td colspan=10>行政诉讼</td></tr>
<tr>${results.replaceAll('<td>', '<td rowspan=2>')}<td colspan=5>未经复议直接起诉</td><td colspan=5>复议后起诉</td></tr>
<tr>${results}${results}</tr>
<tr>${'<td><p class=MsoNormal>0<o:p></o:p></p></td>'.repeat(4)}<td>0</td>${'<td>0</td>'.repeat(10)}</tr>
</table>`;
const text = '行政复议 0 行政诉讼 0';

describe('pasting a table with the packed extension', () => {
  let workspace;
  let workbench;
  let good;
  let line;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    good = readdirSync(workspace.folder).find((name) => name.startsWith('良好示例'));
    const lines = readFileSync(path.join(workspace.folder, good), 'utf8').split(/\r?\n/);
    line = lines.findIndex((words) => words.includes('五、存在的主要问题')) + 1;
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`pasting-${test.name.replaceAll(' ', '-')}`));

  const copied = (clipboard) =>
    workbench.page.evaluate(
      ([plain, markup]) =>
        navigator.clipboard.write([
          new ClipboardItem({
            'text/plain': new Blob([plain], { type: 'text/plain' }),
            'text/html': new Blob([markup], { type: 'text/html' }),
          }),
        ]),
      clipboard,
    );

  it('puts in the text that was copied', async () => {
    await workbench.openFile(good);
    await workbench.says('✓');
    await workbench.goTo(line);
    await copied([text, html]);
    await workbench.press('Control+V');
    await workbench.shows(text);
  });

  it('puts in the table of the form once that is chosen', async () => {
    const selector = workbench.page.locator('.post-edit-widget').first();
    await selector.waitFor();
    await selector.click();
    const offer = workbench.page
      .locator('.action-widget .monaco-list-row.action')
      .filter({ hasText: '勾稽' });
    await offer.first().waitFor();
    await workbench.screenshot('pasting-the-offer');
    await workbench.choose('整理成规范表格');
    await workbench.shows('| 结果维持 |');
    const saved = await workbench.savedText(good);
    assert.match(saved, /^\| 行政复议 /m);
    assert.ok(!saved.includes(text) && !saved.includes('MsoNormal'));
  });
});
