// Two whole reports in the workbench, with the layout, the faults and the figures of published ones:
// every fault is seen where it stands, is mended by keyboard as stated, and no mending changes a digit.
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { vsixPath } from '../../../server/tools/package.mjs';
import { ensureBrowser } from '../../host/setup.mjs';
import { openWorkbench } from '../../host/workbench.mjs';
import { addTwin, freshWorkspace } from '../workspace.mjs';

const six = [
  '一、总体情况',
  '二、主动公开政府信息情况',
  '三、收到和处理政府信息公开申请情况',
  '四、政府信息公开行政复议、行政诉讼情况',
  '五、存在的主要问题及改进情况',
  '六、其他需要报告的事项',
];

const digits = (text) => text.replace(/\D/g, '');

/** The words and figures without what stands between them. */
const bare = (text) => text.replace(/[\p{P}\s]/gu, '');

/** A workbench for the tests of a suite, open on a twin. */
function bench(number, extraSettings = {}) {
  const on = {};

  before(async () => {
    await ensureBrowser();
    on.workspace = freshWorkspace();
    on.twin = addTwin(on.workspace.folder, number);
    on.lines = on.twin.text.split('\n');
    on.workbench = await openWorkbench({ folder: on.workspace.folder, vsix: vsixPath(), extraSettings });
    await on.workbench.openFile(on.twin.name);
  });

  after(async () => {
    await on.workbench?.close();
    on.workspace?.remove();
  });

  afterEach((test) => on.workbench?.screenshot(`twin-${number}-${test.name.replaceAll(' ', '-')}`));

  return on;
}

/** The column of some words in a line, counted from 1; words that stand nowhere leave it open. */
const columnOf = (line, words) => (words === '' ? undefined : line.indexOf(words) + 1);

/** Looks for every finding of the golden list in the Problems panel and under the text. */
async function everyFaultIsSeen({ workbench, twin, lines }) {
  assert.ok(twin.findings.length > 0);
  for (const { rule, severity, line, text, message } of twin.findings) {
    // The panel's filter takes a comma for the end of its words.
    const row = await workbench.problemAt(rule, line, message.split(',')[0]);
    const column = columnOf(lines[line - 1], text);
    if (column !== undefined)
      assert.match(await row.innerText(), new RegExp(`\\[Ln ${line}, Col ${column}\\]`));
    await workbench.goTo(line);
    await workbench.squiggleIn(line, severity);
  }
  await workbench.problems();
}

/** Takes a fix by keyboard, and waits until a rule that had found something on the line is content with it. */
async function mend({ workbench, lines }, { rule, line, at, title }) {
  await workbench.problemAt(rule, line);
  await workbench.goTo(line, columnOf(lines[line - 1], at));
  await workbench.quickFixes();
  await workbench.choose(title);
  await workbench.problemGone(rule, line);
}

describe('the twin with a doubled column and blank cells', () => {
  const on = bench('002');
  let wanted = [];

  const saved = () => on.workbench.savedText(on.twin.name);

  it('shows every fault where it stands', async () => {
    await on.workbench.says('✗');
    await everyFaultIsSeen(on);
  });

  it('lists the six statutory sections with Ctrl+Shift+O', async () => {
    const rows = await on.workbench.outline('twin-002-outline');
    const sections = rows.filter((row) => /^[一二三四五六]、/.test(row));
    // Heading one stands there twice, which is one of the faults.
    assert.deepEqual([...new Set(sections)], six);
    assert.deepEqual(sections, [six[0], ...six]);
  });

  it('leads from a finding to the other place it speaks of', async () => {
    const { workbench } = on;
    await workbench.problemAt('missing-column', 50);
    await workbench.page.locator('.markers-panel .monaco-list-row', { hasText: '重复的“总计”' }).click();
    await workbench.cursorAt(49, '总计'.length);
  });

  it('mends the header by Ctrl+. and Enter', async () => {
    await mend(on, { rule: 'missing-column', line: 50, at: '法律服务机构', title: '补正表头' });
    await on.workbench.squiggleIn(50, 'error', false);
    wanted = on.lines
      .with(48, on.lines[48].replace('总计', ''))
      .with(49, on.lines[49].replace(/\t\t$/, '\t其他\t'));
    assert.deepEqual((await saved()).split('\n'), wanted);
  });

  it('fills the blank cells of one row', async () => {
    const title = '“（一）予以公开”的 6 个空格都填上';
    await mend(on, { rule: 'blank-cell', line: 53, at: '(一)', title });
    wanted = wanted.with(52, `三、本年度办理结果\t(一) 予以公开${'\t0'.repeat(7)}`);
    assert.deepEqual((await saved()).split('\n'), wanted);
  });

  it('can judge the whole table once the last blank cells are filled', async () => {
    const title = '“（二）部分公开”的 6 个空格都填上';
    await mend(on, { rule: 'unreadable-table', line: 54, at: '(二)', title });
    await on.workbench.squiggleIn(54, 'warning', false);
    wanted = wanted.with(53, wanted[53].replace(/\t+0$/, '\t0'.repeat(7)));
    assert.deepEqual((await saved()).split('\n'), wanted);
  });
});

describe('the twin with figures, on a dark screen', () => {
  const label = { rule: 'label-wording', line: 56, at: '2.' };
  const header = { rule: 'missing-column', line: 48, at: '法律服务' };
  const on = bench('003', {
    'workbench.colorTheme': 'Default Dark Modern',
    'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' },
  });

  /** The two faulty lines are as they ought to be, no digit has changed, and nothing else but punctuation. */
  function assertMended(text) {
    const wanted = on.lines
      .with(label.line - 1, on.lines[label.line - 1].replace('法律法规', '法律行政法规'))
      .with(header.line - 1, `${on.lines[header.line - 1]}其他`);
    const lines = text.split('\n');
    for (const { line } of [label, header]) assert.equal(lines[line - 1], wanted[line - 1]);
    assert.deepEqual(lines.map(bare), wanted.map(bare));
    assert.ok(digits(text) === digits(on.twin.text), 'the digits of the report have changed');
  }

  /** Takes back the last change and waits until the findings are there again. */
  async function takeBack() {
    await on.workbench.focusEditor();
    await on.workbench.press('Control+Z');
    await on.workbench.says('2 警');
  }

  it('shows every fault where it stands', async () => {
    await on.workbench.says('△ 2 警');
    await everyFaultIsSeen(on);
  });

  it('lists the six statutory sections with Ctrl+Shift+O', async () => {
    const rows = await on.workbench.outline('twin-003-outline');
    assert.deepEqual(
      rows.filter((row) => /^[一二三四五六]、/.test(row)),
      six,
    );
  });

  it('says above the text in which table the cursor is', async () => {
    await on.workbench.goTo(60, 4);
    await on.workbench.crumb('表三');
    const path = on.workbench.page.locator('.breadcrumbs-control .monaco-breadcrumb-item');
    await path.filter({ hasText: six[2] }).waitFor();
  });

  it('folds a section away and back', async () => {
    const { workbench } = on;
    await workbench.goTo(27);
    await workbench.lineInSight(32);
    await workbench.press('Control+Shift+[');
    await workbench.lineInSight(32, false);
    await workbench.lineInSight(44);
    await workbench.screenshot('twin-003-folded');
    await workbench.press('Control+Shift+]');
    await workbench.lineInSight(32);
  });

  it('mends a label and the header by keyboard', async () => {
    await mend(on, { ...label, title: '改为“2.其他法律行政法规禁止公开”' });
    await on.workbench.shows('2.其他法律行政法规禁止公开');
    await on.workbench.says('△ 1 警');
    await on.workbench.squiggleIn(label.line, 'warning', false);
    await mend(on, { ...header, title: '补正表头' });
    await on.workbench.says('✓');
    await on.workbench.press('Control+Z');
    await on.workbench.says('△ 1 警');
    await takeBack();
  });

  it('makes the safe fixes by one command and changes no digit', async () => {
    await on.workbench.command('Make All Safe Fixes');
    await on.workbench.says('✓');
    await on.workbench.goTo(label.line);
    for (const { line } of [label, header]) await on.workbench.squiggleIn(line, 'warning', false);
    assertMended(await on.workbench.savedText(on.twin.name));
  });

  it('makes them when the report is saved, as the editor does of itself', async () => {
    await takeBack();
    for (const { rule, line } of [label, header]) await on.workbench.problemAt(rule, line);
    await on.workbench.focusEditor();
    assertMended(await on.workbench.savedText(on.twin.name));
    await on.workbench.says('✓');
  });
});
