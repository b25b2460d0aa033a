// Totals kept right under a clerk's hands: with the typing, undone with it, on saving, and shown before they are changed.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

describe('totals in the packed extension', () => {
  let workspace;
  let workbench;
  let name;
  let text;
  let row;
  let sum;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    name = readdirSync(workspace.folder).find((file) => file.startsWith('良好示例'));
    text = readFileSync(path.join(workspace.folder, name), 'utf8');
    row = lineOf(/^\|.*\| （一）予以公开 \|/);
    sum = lineOf(/^\|.*\| （七）总计 \|/);
    workbench = await openWorkbench({
      folder: workspace.folder,
      vsix: vsixPath(),
      extraSettings: { 'gouji.totals.update': 'onType', 'files.autoSave': 'off', 'editor.fontSize': 11 },
    });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`totals-${test.name.replaceAll(' ', '-')}`));

  /** A line of the report, its number, its figures, and where the second of them begins. */
  function lineOf(pattern) {
    const lines = text.split(/\r?\n/);
    const at = lines.findIndex((line) => pattern.test(line));
    const line = lines[at];
    const figures = line.match(/(?<=\| )\d+(?= \|)/g).map(Number);
    const second = [...line.matchAll(/(?<=\| )\d+(?= \|)/g)][1].index;
    return { number: at + 1, line, figures, column: second + 1 };
  }

  /** The end of a row as it has to read with so much more in its second column. */
  const ending = ({ figures }, more) =>
    `| ${figures.map((figure, at) => figure + (at === 1 || at === 6 ? more : 0)).join(' | ')} |`;

  /** What the editor shows has blanks that do not break. */
  const shows = (words) =>
    workbench.shows(new RegExp(words.replace(/[|()]/g, '\\$&').replaceAll(' ', '\\s')));

  const selectSecond = async () => {
    await workbench.goTo(row.number, row.column);
    await workbench.press('Shift+ArrowRight');
  };

  it('follow the figure that is typed', async () => {
    await workbench.openFile(name);
    await workbench.says('✓');
    await selectSecond();
    await workbench.page.keyboard.type('8');
    await shows(ending(row, 8 - row.figures[1]));
    await shows(ending(sum, 8 - row.figures[1]));
  });

  it('go back with the typing in one step', async () => {
    await workbench.press('Control+Z');
    await shows(ending(row, 0));
    await shows(ending(sum, 0));
    assert.equal(await workbench.savedText(name), text);
  });

  it('follow a fast hand too, there and back and there again', async () => {
    await selectSecond();
    await workbench.page.keyboard.type('237');
    await shows(ending(row, 237 - row.figures[1]));
    await shows(ending(sum, 237 - row.figures[1]));
    // A step for each digit at most; there is nothing before the first.
    for (let step = 0; step < 3; step += 1) await workbench.press('Control+Z');
    await shows(ending(row, 0));
    await shows(ending(sum, 0));
    for (let step = 0; step < 3; step += 1) await workbench.press('Control+Shift+Z');
    await shows(ending(row, 237 - row.figures[1]));
    await shows(ending(sum, 237 - row.figures[1]));
    for (let step = 0; step < 3; step += 1) await workbench.press('Control+Z');
    await shows(ending(row, 0));
    assert.equal(await workbench.savedText(name), text);
  });

  it('wait while a figure is gone, and leave a total somebody writes otherwise', async () => {
    await workbench.goTo(row.number, row.column);
    await workbench.press('Delete');
    await workbench.page.keyboard.type('9');
    await shows(ending(row, 9 - row.figures[1]));
    await workbench.press('End');
    for (const key of ['ArrowLeft', 'ArrowLeft', 'Backspace']) await workbench.press(key);
    await workbench.page.keyboard.type('0');
    await workbench.press('ArrowDown');
    await workbench.squiggles('error').first().waitFor();
  });

  it('are shown beside what stands there before they are added up anew', async () => {
    await workbench.command('Add Up Totals Anew');
    await workbench.page.locator('.monaco-diff-editor').first().waitFor();
    const question = workbench.page.locator('.notification-list-item').filter({ hasText: '合计与加数不符' });
    await question.first().waitFor();
    await workbench.screenshot('totals-shown-before-they-are-changed');
    await question.getByRole('button', { name: '改', exact: true }).click();
    await workbench.page.locator('.monaco-diff-editor').first().waitFor({ state: 'hidden' });
    await shows(ending(row, 9 - row.figures[1]));
  });
});
