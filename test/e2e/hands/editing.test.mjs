// What a clerk sees while writing: quiet in the line being typed, the state of the report, the way to a section.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

describe('writing with the packed extension', () => {
  let workspace;
  let workbench;
  let good;
  let heading;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    good = readdirSync(workspace.folder).find((name) => name.startsWith('良好示例'));
    const lines = readFileSync(path.join(workspace.folder, good), 'utf8').split(/\r?\n/);
    const at = lines.findIndex((line) => line.includes('三、收到和处理'));
    heading = { line: at + 1, column: lines[at].indexOf('申请') + 2 };
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`editing-${test.name.replaceAll(' ', '-')}`));

  const picks = () => workbench.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
  const state = (words) =>
    workbench.page.locator('.statusbar-item[id^="gouji.gouji"]').filter({ hasText: words }).first().waitFor();

  it('says in the status bar that a right report is right', async () => {
    await workbench.openFile(good);
    await state('✓');
  });

  it('holds its tongue while a heading is being typed, and speaks when it is left', async () => {
    await workbench.goTo(heading.line, heading.column);
    await workbench.press('Backspace');
    await workbench.page.keyboard.type('甲');
    // What is offered here is asked for after the findings, so by now they would have been shown.
    const offers = await workbench.quickFixes();
    assert.ok(
      offers.some((title) => title.includes('收到和处理政府信息公开申请情况')),
      offers.join('\n'),
    );
    await workbench.press('Escape');
    assert.equal(await workbench.squiggles('error').count(), 0);
    await state('✓');
    await workbench.press('ArrowDown');
    await workbench.squiggles('error').first().waitFor();
    await state('1 错');
  });

  it('goes to a section though it is misspelt', async () => {
    await workbench.goTo(1);
    await workbench.command('Go to Statutory Section');
    await picks().filter({ hasText: '三、收到' }).first().waitFor();
    assert.equal(await picks().count(), 6);
    await workbench.screenshot('editing-the-six-sections');
    await workbench.page.keyboard.type('三、收到');
    await workbench.press('Enter');
    await workbench.page
      .locator('.statusbar-item')
      .filter({ hasText: new RegExp(`(行|Ln) ?${heading.line}\\b`) })
      .first()
      .waitFor();
  });

  it('makes all safe fixes by one command', async () => {
    await workbench.command('Make All Safe Fixes');
    await workbench.shows('三、收到和处理政府信息公开申请情况');
    await state('✓');
  });

  it('goes on after the server was restarted', async () => {
    await workbench.command('Restart Language Server');
    // The state goes with the old server and comes with the new one; until then the one in sight is old.
    await workbench.saysNothing();
    await state('✓');
    await workbench.goTo(heading.line, heading.column);
    await workbench.press('Backspace');
    await workbench.press('ArrowDown');
    await workbench.squiggles('error').first().waitFor();
  });

  it('leads from a finding to the page of its rule', async () => {
    await workbench.problems();
    await workbench.page
      .locator('.markers-panel a.monaco-link')
      .filter({ hasText: 'section-wording' })
      .first()
      .click();
    await workbench.webview().getByRole('heading', { name: '章节标题用语与规定不符' }).waitFor();
  });

  it('shows no state for a text that is no report', async () => {
    await workbench.openFile('README.md');
    await workbench.page.locator('.statusbar-item[id^="gouji.gouji"]').first().waitFor({ state: 'hidden' });
  });
});
