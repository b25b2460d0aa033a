// What is looked at in which text: reports by their words or by the user's choice, and nothing else;
// where a finding leads; and no squiggle under a row whose figures are still being typed.
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { freshWorkspace } from '../workspace.mjs';

const minutes = `# 周例会记录

## 议题

- 讨论下一季度的安排

## 收到的申请

| 事项 | 件数 | 总计 |
|---|---|---|
| 培训 | 1 | 3 |
`;

describe('reading with the packed extension', () => {
  let folder;
  let workspace;
  let workbench;
  let good;
  let faulty;

  before(async () => {
    await ensureBrowser();
    workspace = freshWorkspace();
    folder = workspace.folder;
    const named = (start) => readdirSync(folder).find((name) => name.startsWith(start));
    good = named('良好示例');
    faulty = named('待改示例');
    // A figure more than its row adds up to, in a report that stays closed.
    const wrong = readFileSync(path.join(folder, good), 'utf8').replace(/(（一）予以公开 \| {2}\| )7/, '$18');
    writeFileSync(path.join(folder, '2023年政府信息公开工作年度报告.md'), wrong);
    for (const name of ['周例会记录.md', '周例会记录.txt']) writeFileSync(path.join(folder, name), minutes);
    workbench = await openWorkbench({ folder, vsix: vsixPath() });
  });

  after(async () => {
    await workbench?.close();
    workspace?.remove();
  });

  afterEach((test) => workbench?.screenshot(`reading-${test.name.replaceAll(' ', '-')}`));

  const linesOf = (name) => readFileSync(path.join(folder, name), 'utf8').split(/\r?\n/);

  /** The number of the line that holds some words, and the column behind them. */
  function place(name, words) {
    const lines = linesOf(name);
    const at = lines.findIndex((line) => line.includes(words));
    return { line: at + 1, column: lines[at].indexOf(words) + words.length + 1 };
  }

  function setting(name, choice) {
    mkdirSync(path.join(folder, '.vscode'), { recursive: true });
    writeFileSync(path.join(folder, '.vscode/settings.json'), JSON.stringify({ [`gouji.${name}`]: choice }));
  }

  const detect = (choice) => setting('detect', choice);

  it('leads from a wrong sum to each number in it', async () => {
    const { line } = place(faulty, '（一）予以公开');
    const addend = place(faulty, '（二）部分公开');
    await workbench.openFile(faulty);
    await workbench.problemAt('wrong-applicant-total', line);
    const related = workbench.page.locator('.markers-panel .monaco-list-row');
    await related
      .filter({ hasText: `[Ln ${addend.line}, Col` })
      .first()
      .click();
    await workbench.cursorAt(addend.line, 1);
  });

  it('looks at nothing where the user wants nothing looked at', async () => {
    const { line } = place(faulty, '（七）总计');
    await workbench.openFile(faulty);
    await workbench.goTo(line);
    await workbench.squiggleIn(line, 'error');
    detect('never');
    await workbench.saysNothing();
    await workbench.squiggleIn(line, 'error', false);
    detect('auto');
    await workbench.says('✗');
    await workbench.squiggleIn(line, 'error');
  });

  it('lists the headings of an ordinary Markdown text as Markdown does', async () => {
    await workbench.openFile('周例会记录.md');
    // Markdown's own extension takes its time to start; the path above the text shows that it has.
    await workbench.crumb('# 周例会记录');
    const rows = await workbench.outline();
    assert.ok(
      rows.every((row) => /^#+ /.test(row)),
      rows.join(' | '),
    );
  });

  for (const name of ['周例会记录.md', '周例会记录.txt']) {
    it(`leaves an ordinary text alone unless the user wants it looked at (${path.extname(name)})`, async () => {
      await workbench.openFile(name);
      await workbench.saysNothing();
      assert.deepEqual(await underlinedLines(name), []);
      detect('always');
      await workbench.says('✗');
      await workbench.squiggles('error').first().waitFor();
      detect('auto');
      await workbench.saysNothing();
      await workbench.squiggles('error').first().waitFor({ state: 'hidden' });
    });
  }

  async function underlinedLines(name) {
    const found = [];
    for (const line of linesOf(name).keys()) if (await workbench.underlined(line + 1)) found.push(line + 1);
    return found;
  }

  it('lists the sections of a Markdown report once, as Markdown does, unless the user wants the tables too', async () => {
    await workbench.openFile(good);
    await workbench.says('✓');
    // The list shows only as many rows as there is room for.
    const size = workbench.page.viewportSize();
    await workbench.page.setViewportSize({ ...size, height: 2000 });
    const rows = await workbench.outline();
    assert.ok(
      rows.every((row) => /^#+ /.test(row)),
      rows.join(' | '),
    );
    setting('outline', 'always');
    // The path above the text names whose headings it shows once there are others.
    const whose = workbench.page
      .locator('.breadcrumbs-control .monaco-breadcrumb-item')
      .filter({ hasText: 'Markdown Language Features' });
    await whose.first().waitFor();
    const both = await workbench.outline();
    setting('outline', 'auto');
    await whose.first().waitFor({ state: 'hidden' });
    await workbench.page.setViewportSize(size);
    const sections = both.filter((row) => /^[一二三四五六]、/.test(row));
    assert.equal(sections.map((row) => row.slice(0, 2)).join(''), '一、二、三、四、五、六、');
    assert.equal(both.filter((row) => row.startsWith('表三')).length, 1);
  });

  it('checks a report that nobody has opened while that is wanted', async () => {
    const { line } = place('2023年政府信息公开工作年度报告.md', '（一）予以公开');
    setting('checkWorkspace', true);
    const found = await workbench.problemAt('wrong-applicant-total', line);
    assert.match(await found.innerText(), /\[Ln \d+, Col \d+\]/);
    setting('checkWorkspace', false);
    await workbench.problemGone('wrong-applicant-total', line);
    await workbench.problems();
  });

  it('does not scold while figures are being typed, only when the row is left', async () => {
    const { line, column } = place(good, '（一）予以公开 |  | 7');
    await workbench.openFile(good);
    await workbench.says('✓');
    await workbench.goTo(line, column);
    await workbench.page.keyboard.type('12');
    await workbench.shows('712');
    // The outline is asked for after the findings, so by now they would have been shown.
    await workbench.outline();
    assert.equal(await workbench.underlined(line), false);
    await workbench.says('✓');
    await workbench.goTo(line + 1);
    await workbench.squiggleIn(line, 'error');
    await workbench.says('✗');
  });
});
