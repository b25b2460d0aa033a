// The view of the form beside the text: what is wrong is marked in it, it leads to the text and follows it,
// and nothing that stands in a report can do anything but be read.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

const hostileName = '清溪县档案局2024年政府信息公开工作年度报告.md';

/** Whatever may stand in a text that somebody else has written. */
const attack =
  '<img src=x onerror="window.taken=1"><script>window.taken=1</script><a href="command:workbench.action.closeAllEditors">甲</a>"><style>*{display:none}</style>';

describe('the view of the form with the packed extension', () => {
  let workspace;
  let workbench;
  let view;
  let faulty;
  let good;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    const named = (start) => readdirSync(workspace.folder).find((name) => name.startsWith(start));
    faulty = named('待改示例');
    good = named('良好示例');
    writeFileSync(path.join(workspace.folder, hostileName), hostile());
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
    view = workbench.webview();
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`preview-${test.name.replaceAll(' ', '-')}`));

  const textOf = (name) => readFileSync(path.join(workspace.folder, name), 'utf8');
  const linesOf = (name) => textOf(name).split(/\r?\n/);
  const lineOf = (name, words) => linesOf(name).findIndex((line) => line.includes(words)) + 1;

  /** The correct sample with an attack in its title, a heading, a paragraph, a label and a figure. */
  const hostile = () =>
    [/^# .*$/m, /^（一）.*$|^### .*$/m, /^\d{4}年.*$/m, /规章/, /(?<=\| 行政许可 *\| *)\d+/].reduce(
      (text, place) => text.replace(place, (words) => words + attack),
      textOf(good),
    );

  const row = (words) => view.locator('tr').filter({ hasText: words }).last().locator('td');
  const title = (words) => view.locator('h1').filter({ hasText: words }).waitFor();
  const previews = () => workbench.page.locator('.tab').filter({ hasText: '表样：' });

  async function openBeside(name) {
    await workbench.openFile(name);
    await workbench.says(/./);
    await workbench.focusEditor();
    await workbench.press('Control+K');
    await workbench.press('g');
  }

  it('opens beside the text and marks what is wrong', async () => {
    await openBeside(faulty);
    await title('青禾镇');
    await view.locator('td.wrong').first().waitFor();
    assert.match(await row('（一）予以公开').first().getAttribute('class'), /\bwrong error\b/);
    assert.match(await row('（二）部分公开').first().getAttribute('class'), /\binvolved error\b/);
    assert.equal(await view.locator('section table').count(), 3);
    assert.match(await view.locator('.notes').first().innerText(), /“（一）予以公开”的“自然人”为 3/);
  });

  it('leads from a cell to its figure in the text', async () => {
    await row('（一）予以公开').first().click();
    await workbench.cursorAt(lineOf(faulty, '（一）予以公开'), 1);
  });

  it('shows where the cursor is in the text', async () => {
    const line = lineOf(faulty, '四、结转下年度继续办理');
    const column = linesOf(faulty)[line - 1].indexOf('\t0') + 2;
    await workbench.goTo(line, column);
    const here = view.locator('tr').filter({ hasText: '四、结转下年度' }).locator('.here');
    await here.waitFor();
    assert.ok(await here.evaluate((cell) => cell.getBoundingClientRect().bottom <= window.innerHeight));
  });

  it('goes from cell to cell by keyboard, says what is wrong, and leads to the text by Enter', async () => {
    const cell = row('（七）总计').nth(1);
    await cell.focus();
    await view.locator('#tip').filter({ hasText: '（七）总计' }).waitFor();
    await workbench.outOfText();
    await workbench.press('ArrowUp');
    assert.match(await view.locator('tr:has(:focus)').innerText(), /3\.其他/);
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await workbench.cursorAt(lineOf(faulty, '（七）总计'), 1);
  });

  it('follows the text without building anything anew that has not changed', async () => {
    const line = lineOf(faulty, '（一）予以公开');
    await workbench.goTo(line, linesOf(faulty)[line - 1].indexOf('\t3') + 2);
    await view.locator('tr').filter({ hasText: '（一）予以公开' }).locator('.here').waitFor();
    await view.locator('body').evaluate(() => {
      for (const block of document.querySelectorAll('main > *')) block.kept = true;
    });
    const top = () =>
      row('（一）予以公开')
        .first()
        .evaluate((cell) => Math.round(cell.getBoundingClientRect().top));
    const before = await top();
    await workbench.press('Delete');
    await workbench.type('2');
    // A long line is wrapped, and leads to itself by the arrow key.
    await workbench.goTo(line + 1);
    await row('（一）予以公开').first().filter({ hasText: /^2$/ }).waitFor();
    await view
      .locator('tr')
      .filter({ hasText: '（一）予以公开' })
      .locator('td:not(.wrong)')
      .first()
      .waitFor();
    const all = await view
      .locator('body')
      .evaluate(() => [...document.querySelectorAll('main > *')].every(({ kept }) => kept === true));
    assert.ok(all);
    // What was in sight stays where it is, though there are fewer findings above it.
    assert.ok(Math.abs((await top()) - before) <= 1);
  });

  it('is shown again, and not twice, for a report that has one', async () => {
    await workbench.focusEditor();
    await workbench.command('Open View of the Form to the Side');
    await title('青禾镇');
    assert.equal(await previews().count(), 1);
  });

  for (const [name, theme, mark] of [
    ['light', 'Default Light Modern', 'vscode-light'],
    ['dark', 'Default Dark Modern', 'vscode-dark'],
    ['high contrast', 'Default High Contrast', 'vscode-high-contrast'],
  ])
    it(`can be read in ${name}`, async () => {
      mkdirSync(path.join(workspace.folder, '.vscode'), { recursive: true });
      const settings = JSON.stringify({ 'workbench.colorTheme': theme });
      writeFileSync(path.join(workspace.folder, '.vscode/settings.json'), settings);
      await view.locator(`body.${mark}`).waitFor();
      const cell = row('（七）总计').nth(1);
      await cell.focus();
      assert.equal(await contrast(cell), true);
    });

  /** Whether the line around a cell stands out from the page. */
  const contrast = (cell) =>
    cell.evaluate((one) => {
      const { outlineColor, outlineStyle } = getComputedStyle(one);
      return outlineStyle === 'solid' && outlineColor !== getComputedStyle(document.body).backgroundColor;
    });

  it('comes back with the window', async () => {
    await workbench.page.reload();
    await title('青禾镇');
    await view.locator('td.wrong').first().waitFor();
    await previews().first().click({ button: 'middle' });
    await previews().first().waitFor({ state: 'hidden' });
  });

  it('shows whatever stands in a report as words', async () => {
    await openBeside(hostileName);
    await view.locator('main').filter({ hasText: 'onerror' }).waitFor();
    const found = await view.locator('body').evaluate(() => ({
      elements: document.querySelectorAll('img, a, style:not(#_defaultStyles), main script, #rest script')
        .length,
      taken: window.taken,
      words: document.querySelector('main').textContent.split('onerror="window.taken=1"').length - 1,
    }));
    assert.deepEqual({ elements: found.elements, taken: found.taken }, { elements: 0, taken: undefined });
    assert.ok(found.words >= 4, `${found.words} attacks are shown`);
  });

  it('is not offered for another text', async () => {
    const button = workbench.page.locator('.editor-actions [aria-label^="Open View of the Form"]');
    await workbench.openFile(faulty);
    await button.first().waitFor();
    await workbench.openFile('README.md');
    await button.first().waitFor({ state: 'hidden' });
  });
});
