// Hands on a real VS Code workbench: what a person types, clicks and sees.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { pageOf, startServer } from './server.mjs';
import { findBrowser, out } from './setup.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser of this machine. */
export const launchBrowser = () =>
  chromium.launch({ executablePath: findBrowser(), headless: true, args: flags });

/**
 * A browser, and a workbench for it; `close` ends both. The browser comes first: a machine without one
 * should say so before anything else is started.
 */
export async function startBoth(options) {
  const browser = await launchBrowser();
  try {
    const server = await startServer(options);
    const close = async () => {
      await browser.close();
      await server.stop();
    };
    return { browser, server, close };
  } catch (fault) {
    await browser.close();
    throw fault;
  }
}

/** Opens a folder in a workbench with the extension installed; `close` ends everything it started. */
export async function openWorkbench({ folder, vsix, extraSettings, locale = 'zh-CN' }) {
  const { browser, server, close } = await startBoth({
    vsix,
    extraSettings: { 'workbench.reduceMotion': 'on', ...extraSettings },
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale });
    page.setDefaultTimeout(30_000);
    await page.goto(pageOf(server, { folder }));
    const explorer = page.locator('.monaco-workbench .explorer-folders-view .monaco-list-row');
    await explorer.first().waitFor({ timeout: 60_000 });
    return { page, server, close, ...hands(page, folder) };
  } catch (fault) {
    await close();
    throw fault;
  }
}

const rowTexts = async (rows) => (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());

/** Runs in the page: squiggles lie over the text, so the line of one is told by the line number beside it. */
function isUnderlined({ line, severity, wanted }) {
  const editor = document.querySelector('.editor-instance .monaco-editor');
  const rows = [...(editor?.querySelectorAll('.margin-view-overlays .line-numbers') ?? [])].map((number) => ({
    number: Number(number.textContent),
    top: number.getBoundingClientRect().top,
  }));
  // The line may be wrapped, and only its first row has a number.
  const lineAt = (top) =>
    rows.filter((row) => row.top <= top + 1).reduce((a, b) => (b.top > a.top ? b : a), { top: -1 }).number;
  const marks = editor?.querySelectorAll(`.view-overlays [class*="squiggly-${severity ?? ''}"]`) ?? [];
  const found = [...marks].some((mark) => lineAt(mark.getBoundingClientRect().top) === line);
  return rows.some((row) => row.number === line) && found === wanted;
}

/** Runs in the page: takes the picture off a bulb that is still there from before a move; the next answer brings it back. */
function forgetBulb() {
  for (const bulb of document.querySelectorAll('.lightBulbWidget')) bulb.classList.remove('codicon');
}

/** Runs in the page: a bulb stands on the line of the cursor or one beside it, or before the numbers where neither has room. */
function isBulbAtCursor() {
  const cursor = document.querySelector('.monaco-editor.focused .cursor')?.getBoundingClientRect();
  const bulbs = document.querySelectorAll('.lightBulbWidget.codicon, [class*="gutter-lightbulb"]');
  return [...bulbs].some((bulb) => {
    const { height, top } = bulb.getBoundingClientRect();
    return height > 0 && cursor !== undefined && Math.abs(top - cursor.top) < 1.5 * cursor.height;
  });
}

function hands(page, folder) {
  const press = (keys) => page.keyboard.press(keys);
  const type = (text) => page.keyboard.insertText(text);
  const quickInput = page.locator('.quick-input-widget');
  const quickRows = quickInput.locator('.quick-input-list .monaco-list-row');
  const markers = page.locator('.markers-panel');
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const actions = page.locator('.action-widget .monaco-list-row.action');

  /**
   * Opens the quick input by keys and writes into it. A focus that is still on its way to somewhere else, as after
   * a page beside was used, closes the box again: a person would press once more, and so does this.
   */
  async function ask(keys, words) {
    const box = quickInput.locator('input').first();
    for (let tries = 1; ; tries += 1) {
      await press(keys);
      try {
        await box.fill(words, { timeout: tries < 4 ? 5000 : 30_000 });
        return;
      } catch (fault) {
        if (tries === 4) throw fault;
      }
    }
  }

  /** Takes what the quick input offers for some words, once it is the row that Enter takes; older rows may still be listed. */
  async function take(keys, asked, words) {
    await ask(keys, asked);
    await quickInput
      .locator('.quick-input-list .monaco-list-row.focused')
      .filter({ hasText: words })
      .first()
      .waitFor();
    await press('Enter');
  }

  /** Opens a file by its name, as with Ctrl+P, and waits until its editor is the active one. */
  async function openFile(name) {
    await take('Control+P', name, name);
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await editor.locator('.view-lines').waitFor();
  }

  /** The squiggles in sight, by severity. */
  const squiggles = (severity = 'error') => editor.locator(`.squiggly-${severity}`);

  /** Waits until a line, which must be in sight, has a squiggle of a severity, or until it has none. */
  const squiggleIn = (line, severity, wanted = true) =>
    page.waitForFunction(isUnderlined, { line, severity, wanted });

  /** Whether a line in sight has a squiggle of any severity just now. */
  const underlined = (line) => page.evaluate(isUnderlined, { line, severity: undefined, wanted: true });

  /**
   * Shows the Problems panel, narrowed to some words, and waits until it shows a row. The panel may write back what
   * stood in its box before: a person would type again, and so does this.
   */
  async function narrow(words, row) {
    if (!(await markers.isVisible())) await press('Control+Shift+M');
    const box = page.getByPlaceholder(/^Filter \(e\.g\. text/);
    for (let tries = 1; ; tries += 1) {
      await box.fill(words);
      try {
        return await row.waitFor({ timeout: tries < 4 ? 5000 : 30_000 });
      } catch (fault) {
        if (tries === 4) throw fault;
      }
    }
  }

  /** Shows the Problems panel, narrowed to some words, and gives its rows in sight as they read. */
  async function problems(words = '') {
    const rows = markers.locator('.monaco-list-row');
    await narrow(words, rows.filter({ hasText: words }).nth(words === '' ? 1 : 0));
    // Words of before may still be narrowing the list.
    if (words === '') await page.getByText(/^Showing \d+ of \d+$/).waitFor({ state: 'hidden' });
    return rowTexts(rows);
  }

  /**
   * The row of the Problems panel for a finding of a rule on a line; waits until it is there. The panel draws only
   * what is in sight, so a rule with findings of many places wants some words of the one looked for.
   */
  async function problemAt(rule, line, words = rule) {
    const row = problemRow(rule, line);
    await narrow(words, row);
    return row;
  }

  const problemRow = (rule, line) =>
    markers
      .locator('.monaco-list-row')
      .filter({ hasText: rule })
      .filter({ hasText: new RegExp(`\\[Ln ${line}, Col`) });

  /** Waits until the rule the panel was narrowed to by `problemAt` finds nothing on a line any more. */
  const problemGone = (rule, line) => problemRow(rule, line).waitFor({ state: 'hidden' });

  /** What Ctrl+Shift+O lists, with a picture of it if that gets a name. */
  async function outline(picture) {
    await focusEditor();
    await press('Control+Shift+O');
    await quickRows.nth(2).waitFor();
    const rows = await rowTexts(quickRows);
    if (picture) await screenshot(picture);
    await press('Escape');
    await quickInput.waitFor({ state: 'hidden' });
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    return rows;
  }

  /** Gives the text the focus, as with Ctrl+1, and waits until it has it: from a page beside that takes a moment. */
  async function focusEditor() {
    await press('Control+1');
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
  }

  /** Puts the cursor on a line and column, counted from 1 in characters; the editor's own box counts wide ones twice. */
  async function goTo(line, column = 1) {
    await focusEditor();
    await ask('Control+G', `:${line}:1`);
    await press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
    // The focus comes back from the box, or from a page beside, a moment later; until then keys are lost.
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    const start = page
      .locator('.statusbar-item')
      .filter({ hasText: firstColumn(line) })
      .first();
    await start.waitFor();
    if (column > 1) await goRight(column - 1, start);
    await page.evaluate(forgetBulb);
  }

  /** Moves the cursor on from the first column, which `start` shows. Once a first key has moved it the others will, too. */
  async function goRight(steps, start) {
    for (let tries = 0; tries < 5 && (await start.isVisible()); tries += 1) {
      await press('ArrowRight');
      await start.waitFor({ state: 'hidden', timeout: 5000 }).catch(() => {});
    }
    for (let at = 1; at < steps; at += 1) await press('ArrowRight');
  }

  /** What the status bar says of the cursor at the start of a line. */
  const firstColumn = (line) => new RegExp(`(Ln|行) ?${line}, ?(Col|列) ?1$`);

  /** Waits until VS Code knows that something other than a text, such as a page beside it, has the focus. */
  const outOfText = () =>
    page
      .locator('.statusbar-item')
      .filter({ hasText: /(Ln|行) ?\d+/ })
      .first()
      .waitFor({ state: 'hidden' });

  /** Waits until the status bar says that the cursor is on this line, with so many characters selected if that is told. */
  const cursorAt = (line, selected) =>
    page
      .locator('.statusbar-item')
      .filter({
        hasText: new RegExp(`(Ln|行) ?${line}\\b${selected === undefined ? '' : `.*\\(\\D*${selected}\\b`}`),
      })
      .first()
      .waitFor();

  /** The line that the status bar says the cursor is on. */
  async function cursorLine() {
    const place = page
      .locator('.statusbar-item')
      .filter({ hasText: /(Ln|行) ?\d+/ })
      .first();
    return Number(/(?:Ln|行) ?(\d+)/.exec(await place.innerText())[1]);
  }

  /** Waits until the path above the text ends with these words. */
  const crumb = (words) =>
    page.locator('.breadcrumbs-control .monaco-breadcrumb-item').last().filter({ hasText: words }).waitFor();

  /** Waits until the number of a line is in sight, or, as when it is folded away, until it is not. */
  const lineInSight = (line, wanted = true) =>
    editor
      .locator('.margin-view-overlays .line-numbers')
      .filter({ hasText: new RegExp(`^${line}$`) })
      .waitFor({ state: wanted ? 'visible' : 'hidden' });

  /**
   * What Ctrl+. offers at the cursor; the list stays open. Right after a move or an edit the editor asks for fixes by
   * itself, and that answer may close the list or keep it away. The bulb shows that it is there; should another
   * follow, a person would press again, and so does this.
   */
  async function quickFixes() {
    await page.waitForFunction(isBulbAtCursor, undefined, { timeout: 5000 }).catch(() => {});
    for (let tries = 0; tries < 5 && !(await actions.first().isVisible()); tries += 1) {
      await press('Control+.');
      await actions
        .first()
        .waitFor({ timeout: 3000 })
        .catch(() => {});
    }
    await actions.first().waitFor();
    return rowTexts(actions);
  }

  /** Chooses an offer of the open list by arrow keys and Enter. */
  async function choose(title) {
    const titles = await rowTexts(actions);
    const wanted = titles.findIndex((text) => text.includes(title));
    if (wanted < 0) throw new Error(`no such offer: ${title} among ${titles.join(' | ')}`);
    const focused = await actions.evaluateAll((rows) =>
      rows.findIndex((row) => row.classList.contains('focused')),
    );
    for (let at = Math.max(focused, 0); at < wanted; at += 1) await press('ArrowDown');
    await press('Enter');
    await actions.first().waitFor({ state: 'hidden' });
  }

  /** Runs a command by the name a person reads in the palette. */
  async function command(name) {
    await take('F1', `>${name}`, name);
  }

  const state = page.locator('.statusbar-item[id^="gouji.gouji"]');

  /** What the status bar says of the report. */
  async function status() {
    await state.first().waitFor();
    return (await rowTexts(state)).join(' ');
  }

  /** Waits until the status bar says these words of the report. */
  const says = (words) => state.filter({ hasText: words }).first().waitFor();

  /** Waits until the status bar says nothing of a report. */
  const saysNothing = () => state.first().waitFor({ state: 'hidden' });

  /** Waits until a line in sight holds these words. */
  const shows = (words) => editor.locator('.view-line').filter({ hasText: words }).first().waitFor();

  /** Saves the active editor and gives what then stands in the file. */
  async function savedText(name) {
    await press('Control+S');
    await page.locator(`.tab.active[data-resource-name="${name}"]:not(.dirty)`).waitFor();
    return readFileSync(path.join(folder, name), 'utf8');
  }

  /** The page that a webview in sight shows. */
  const webview = () => page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

  /** A picture of the whole window in out/screenshots/. */
  async function screenshot(name) {
    mkdirSync(path.join(out, 'screenshots'), { recursive: true });
    await page.screenshot({ path: path.join(out, 'screenshots', `${name}.png`) });
  }

  return {
    press,
    type,
    openFile,
    squiggles,
    squiggleIn,
    underlined,
    problems,
    problemAt,
    problemGone,
    outline,
    focusEditor,
    goTo,
    outOfText,
    cursorAt,
    cursorLine,
    crumb,
    lineInSight,
    quickFixes,
    choose,
    shows,
    status,
    says,
    saysNothing,
    command,
    savedText,
    webview,
    screenshot,
  };
}
