// What a reviewer does: looks through the tree of the report, goes from finding to finding, sends the list of
// findings away and exports a review sheet.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

describe('reviewing with the packed extension', () => {
  let workspace;
  let workbench;
  let page;
  let faulty;
  let good;
  let lines;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    const named = (start) => readdirSync(workspace.folder).find((name) => name.startsWith(start));
    faulty = named('待改示例');
    good = named('良好示例');
    lines = readFileSync(path.join(workspace.folder, faulty), 'utf8').split(/\r?\n/);
    workbench = await openWorkbench({ folder: workspace.folder, vsix: vsixPath() });
    ({ page } = workbench);
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`reviewing-${test.name.replaceAll(' ', '-')}`));

  const lineOf = (words) => lines.findIndex((line) => line.includes(words)) + 1;
  const rows = () => page.locator('.sidebar .pane-body .monaco-list-row');
  const row = (words) => rows().filter({ hasText: words }).first();
  const activity = () =>
    page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Gouji"]') });

  it('says what to do while no report is open', async () => {
    await activity().click();
    await page.locator('.welcome-view-content').filter({ hasText: 'No annual report is open' }).waitFor();
  });

  it('lists sections, tables and findings of the report, and counts the errors', async () => {
    await workbench.openFile(faulty);
    await row('青禾镇人民政府2024年').waitFor();
    await row('三、收到和处理').waitFor();
    await row('表三').filter({ hasText: '项不符' }).waitFor();
    await row('（一）予以公开').waitFor();
    const [, errors] = /(\d+) 错/.exec(await workbench.status()) ?? [];
    await activity()
      .locator('.badge-content')
      .filter({ hasText: new RegExp(`^${errors}$`) })
      .waitFor();
    assert.match(await row('表三').getAttribute('aria-label'), /错误/);
    assert.match(await row('青禾镇人民政府2024年').getAttribute('aria-label'), /：错误 \d+ 处/);
  });

  it('opens what a citation is about as it is to be read, at its article', async () => {
    const cited = lineOf('第二十条第（八）项');
    await workbench.goTo(cited, 3);
    await workbench.command('Open Link');
    const entry = workbench.webview().locator('[data-gouji="sought"]');
    await entry.filter({ hasText: '第二十条：' }).waitFor();
    // The page scrolls there by itself.
    await entry.evaluate(
      (one) =>
        new Promise((done) => {
          new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && done()).observe(one);
        }),
    );
    await workbench.openFile(faulty);
  });

  it('leads from an entry to its place in the text', async () => {
    await row('六、其他需要报告的事项').click();
    await workbench.cursorAt(lineOf('六、其他需要报告的事项'));
    await row('（一）予以公开').click();
    await workbench.cursorAt(lineOf('（一）予以公开'));
  });

  it('goes from finding to finding by keyboard', async () => {
    await workbench.goTo(1);
    const places = [];
    for (let at = 0; at < 2; at += 1) {
      await workbench.press('Control+F8');
      await page.locator('.monaco-hover:not(.hidden) .hover-row').first().waitFor();
      places.push(await workbench.cursorLine());
      await workbench.press('Escape');
    }
    assert.ok(1 <= places[0] && places[0] <= places[1], places.join());
    await workbench.press('Control+Shift+F8');
    await workbench.cursorAt(places[0]);
  });

  it('copies the list of findings for an e-mail', async () => {
    await workbench.command('Copy the List of Findings');
    await page.locator('.statusbar-item').filter({ hasText: '问题清单已复制' }).waitFor();
    await page.context().grantPermissions(['clipboard-read']);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.match(text, /^《青禾镇人民政府2024年政府信息公开工作年度报告》\n检查结论：不通过\n/);
    assert.match(text, new RegExp(`第 ${lineOf('（一）予以公开')} 行（错误）：`));
  });

  it('exports a review sheet where it is told to', async () => {
    const sheet = `审核表 ${path.parse(faulty).name}.html`;
    await workbench.command('Export Review Sheet');
    await page.locator('.quick-input-widget input').first().waitFor();
    await page.locator('.quick-input-widget .quick-input-title').filter({ hasText: '导出审核表' }).waitFor();
    assert.ok(!existsSync(path.join(workspace.folder, sheet)));
    await workbench.press('Enter');
    await page.locator('.notification-toast').filter({ hasText: '审核表已存为' }).waitFor();
    const text = readFileSync(path.join(workspace.folder, sheet), 'utf8');
    assert.match(text, /^<!doctype html>/);
    assert.match(text, /单位：青禾镇人民政府/);
    assert.match(text, /审核人：/);
  });

  it('follows the editor and what is typed', async () => {
    await workbench.openFile(good);
    await row('云溪县教育局2024年').waitFor();
    await page.locator('.sidebar .monaco-list-row.selected').filter({ hasText: '云溪县教育局' }).waitFor();
    const text = readFileSync(path.join(workspace.folder, good), 'utf8').split(/\r?\n/);
    const line = text.findIndex((words) => words.includes('一、总体情况'));
    await workbench.goTo(line + 1, text[line].indexOf('情况') + 1);
    await workbench.press('Delete');
    await workbench.press('ArrowDown');
    const told = row('应为“一、总体情况”');
    await told.waitFor();
    await workbench.press('Control+Z');
    await told.waitFor({ state: 'hidden' });
  });

  it('opens the page of a rule as it is to be read', async () => {
    const words = lineOf('（一）予以公开');
    await workbench.openFile(faulty);
    const found = await workbench.problemAt('wrong-applicant-total', words);
    await found.locator('a').filter({ hasText: 'wrong-applicant-total' }).click();
    await page.locator('.tab.active').filter({ hasText: 'wrong-applicant-total' }).waitFor();
    await workbench.webview().locator('h1').filter({ hasText: '表三一行的总计' }).waitFor();
    await workbench.webview().locator('h2').first().waitFor();
  });

  it('lets the finding at the cursor stand, once told why', async () => {
    const line = lineOf('（一）予以公开');
    await workbench.openFile(faulty);
    await workbench.problemAt('wrong-applicant-total', line);
    await workbench.goTo(line);
    await workbench.command('Accept This Finding');
    const box = page
      .locator('.quick-input-widget')
      .filter({ hasText: '为什么接受' })
      .locator('input')
      .first();
    await box.fill('已核实');
    await workbench.press('Enter');
    await workbench.problemGone('wrong-applicant-total', line);
    const baseline = readFileSync(path.join(workspace.folder, 'gouji-baseline.json'), 'utf8');
    assert.match(baseline, /"reason": "已核实"/);
  });

  it('asks which finding is to stand where there are several', async () => {
    const line = lineOf('4.无正当理由大量反复申请');
    await workbench.problemAt('blank-cell', line);
    await workbench.goTo(line);
    await workbench.command('Accept This Finding');
    const box = page.locator('.quick-input-widget');
    const offers = box.locator('.quick-input-list .monaco-list-row');
    await offers.nth(1).waitFor();
    await page.keyboard.type('blank-cell');
    await offers.nth(1).waitFor({ state: 'hidden' });
    await workbench.press('Enter');
    await box.filter({ hasText: '为什么接受' }).locator('input').first().fill('此项不填');
    await workbench.press('Enter');
    await workbench.problemGone('blank-cell', line);
    const { accepted } = JSON.parse(readFileSync(path.join(workspace.folder, 'gouji-baseline.json'), 'utf8'));
    assert.deepEqual(accepted.map(({ rule, reason }) => [rule, reason]).sort(), [
      ['blank-cell', '此项不填'],
      ['wrong-applicant-total', '已核实'],
    ]);
  });

  it('holds a report against last year’s as soon as it is there, and leads to the figure in it', async () => {
    const text = readFileSync(path.join(workspace.folder, good), 'utf8');
    const line = text.split(/\r?\n/).findIndex((words) => words.includes('二、上年结转')) + 1;
    const before = good.replace('2024', '2023');
    await workbench.openFile(good);
    writeFileSync(
      path.join(workspace.folder, before),
      text
        .replaceAll('2024', '2023')
        .replaceAll('2025', '2024')
        .replace(/^(.*四、结转下年度继续办理.*) 1 (\| 0 \| 0 \| 0 \| 0 \| 0 \|) 1 \|$/m, '$1 3 $2 3 |'),
    );
    const found = await workbench.problemAt('carry-over-mismatch', line);
    await found.click();
    await workbench.press('ArrowRight');
    await page
      .locator('.markers-panel .monaco-list-row')
      .filter({ hasText: '上年报告“四、结转下年度继续办理”的“总计”：3' })
      .click();
    await page.locator('.tab.active').filter({ hasText: '2023年' }).waitFor();
  });

  it('forgets a report that is closed', async () => {
    await workbench.command('View: Close All Editors');
    await page.locator('.welcome-view-content').filter({ hasText: 'No annual report is open' }).waitFor();
  });
});
