// What a clerk does with the faulty sample: open it, look, mend, save.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

describe('drafting with the packed extension', () => {
  let workspace;
  let workbench;
  let faulty;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    faulty = readdirSync(workspace.folder).find((name) => name.startsWith('待改示例'));
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`drafting-${test.name.replaceAll(' ', '-')}`));

  const linesOf = () => readFileSync(path.join(workspace.folder, faulty), 'utf8').split(/\r?\n/);
  const lineOf = (start) => linesOf().findIndex((line) => line.trimStart().startsWith(start)) + 1;

  it('underlines the faults', async () => {
    await workbench.openFile(faulty);
    await workbench.goTo(lineOf('（七）总计'));
    await workbench.squiggles('error').first().waitFor();
  });

  it('lists them in the Problems panel', async () => {
    const rows = await workbench.problems();
    assert.ok(
      rows.some((row) => row.includes('gouji') && row.includes('section-wording')),
      rows.join('\n'),
    );
  });

  it('finds sections of a report that nobody has opened with Ctrl+T', async () => {
    await workbench.press('Control+T');
    await workbench.page.keyboard.type('复议');
    const row = workbench.page.locator('.quick-input-list .monaco-list-row', {
      hasText: '云溪县教育局2024年',
    });
    await row.filter({ hasText: '四、政府信息公开行政复议' }).waitFor();
    await workbench.press('Escape');
  });

  it('lists the statutory sections with Ctrl+Shift+O', async () => {
    const rows = await workbench.outline();
    for (const words of ['总体情况', '主动公开政府信息情况', '其他需要报告的事项']) {
      assert.ok(
        rows.some((row) => row.includes(words)),
        `${words} among ${rows.join(' | ')}`,
      );
    }
  });

  it('mends the misspelt heading by Ctrl+. and Enter', async () => {
    const lines = linesOf();
    const line = lineOf('三、收到和处理政府信息公开申报');
    await workbench.goTo(line, lines[line - 1].indexOf('申报') + 1);
    const [first] = await workbench.quickFixes();
    await workbench.choose(first);
    await workbench.shows('三、收到和处理政府信息公开申请情况');
    const saved = (await workbench.savedText(faulty)).split(/\r?\n/);
    assert.deepEqual(
      saved.filter((text, at) => text !== lines[at]),
      ['三、收到和处理政府信息公开申请情况'],
    );
  });

  it('begins a report once told the organ, the year and the form', async () => {
    const box = workbench.page.locator('.quick-input-widget');
    const answer = async (step, words) => {
      await box.locator('.quick-input-title').filter({ hasText: step }).waitFor();
      if (words) await box.locator('input').first().fill(words);
      await workbench.press('Enter');
    };
    await workbench.command('New Report');
    await answer('1/3', '云溪县水利局');
    await answer('2/3', '2025');
    await answer('3/3');
    await workbench.page.locator('.tab.active.dirty').filter({ hasText: '云溪县水利局2025年' }).waitFor();
    await workbench.says(/./);
    assert.ok(!readdirSync(workspace.folder).some((name) => name.includes('水利局')));
  });

  it('completes a statutory sentence by Enter', async () => {
    await workbench.press('Control+End');
    await workbench.page.keyboard.type('信息');
    await workbench.press('Control+Space');
    const offer = workbench.page
      .locator('.suggest-widget.visible .monaco-list-row.focused')
      .filter({ hasText: '信息处理费' });
    await offer.first().waitFor();
    await workbench.press('Enter');
    await workbench.shows(/依据《政府信息公开信息处理费管理办法》/);
  });
});
