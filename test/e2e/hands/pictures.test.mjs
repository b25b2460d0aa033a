// What newcomers see first: the five steps, and the pictures that show the product, in light and in dark.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

describe('first steps with the packed extension', () => {
  let workspace;
  let workbench;
  let page;
  let faulty;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    faulty = readdirSync(workspace.folder).find((name) => name.startsWith('待改示例'));
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
    ({ page } = workbench);
    await page.setViewportSize({ width: 1200, height: 720 });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`pictures-${test.name.replaceAll(' ', '-')}`));

  const themes = [
    ['light', 'Default Light Modern', 'vs'],
    ['dark', 'Default Dark Modern', 'vs-dark'],
  ];

  /** Takes a picture in light and in dark of what `show` brings up. */
  async function pictures(name, show = async () => {}) {
    for (const [word, theme, mark] of themes) {
      mkdirSync(path.join(workspace.folder, '.vscode'), { recursive: true });
      const settings = JSON.stringify({ 'workbench.colorTheme': theme });
      writeFileSync(path.join(workspace.folder, '.vscode/settings.json'), settings);
      await page.locator(`.monaco-workbench.${mark}`).waitFor();
      await show();
      await workbench.screenshot(`${name}-${word}`);
    }
  }

  /** Waits until figures have the three colours of columns; in a new theme they come a little later. */
  const columnsColoured = () =>
    page.waitForFunction(() => {
      const figures = [...document.querySelectorAll('.view-line span > span')].filter((one) =>
        /^\d+$/.test(one.textContent.trim()),
      );
      return new Set(figures.map((one) => getComputedStyle(one).color)).size >= 3;
    });

  const step = (title) => page.locator('.getting-started-step').filter({ hasText: title });
  const lineOf = (words) =>
    readFileSync(path.join(workspace.folder, faulty), 'utf8')
      .split(/\r?\n/)
      .findIndex((line) => line.includes(words)) + 1;

  it('leads through five steps, each with its picture', async () => {
    await page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Gouji"]') }).click();
    await page.locator('.welcome-view-content a').filter({ hasText: 'First Steps' }).click();
    await step('Begin a report').waitFor();
    assert.equal(await page.locator('.getting-started-step').count(), 5);
    await step('See why, and mend it').click();
    // There is room for the picture beside the steps only in a wide window.
    await workbench.press('Control+B');
    await pictures('walkthrough', () => workbench.webview().locator('svg').waitFor());
    await workbench.press('Control+B');
  });

  it('ticks a step off once it was done', async () => {
    await workbench.openFile(faulty);
    await workbench.says('✗');
    await workbench.press('Control+F8');
    await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
    await page
      .locator('.tab')
      .filter({ hasText: /Walkthrough|Welcome/ })
      .click();
    await step('See why, and mend it').locator('.codicon-getting-started-step-checked').first().waitFor();
    await step('Open a report and it is checked')
      .locator('.codicon-getting-started-step-checked')
      .first()
      .waitFor();
  });

  it('shows the tree, a hover, fixes and the view of the form', async () => {
    await workbench.openFile(faulty);
    const line = lineOf('（一）予以公开');
    const entry = page.locator('.sidebar .monaco-list-row').filter({ hasText: '（一）予以公开' }).first();
    await entry.click();
    await workbench.cursorAt(line);
    await pictures('tree', columnsColoured);
    await pictures('hover', async () => {
      await columnsColoured();
      await workbench.focusEditor();
      await workbench.press('Escape');
      await workbench.press('Control+K');
      await workbench.press('Control+I');
      await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
    });
    await workbench.press('Escape');
    await pictures('fixes', async () => {
      await columnsColoured();
      await workbench.focusEditor();
      await workbench.press('Escape');
      await workbench.quickFixes();
    });
    await workbench.press('Escape');
    // Text and form want the whole width.
    await workbench.press('Control+B');
    await workbench.command('Open View of the Form to the Side');
    const cell = workbench.webview().locator('td.wrong').first();
    await cell.waitFor();
    await cell.scrollIntoViewIfNeeded();
    await pictures('form', columnsColoured);
  });
});
