// What somebody waits for in a real workbench: the time from choosing a report of 7 KB to its first squiggle,
// the activation of the extension, and the size of what is installed. Needs `npm run package` beforehand.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vsixPath } from '../../server/tools/package.mjs';
import { freshWorkspace } from '../e2e/workspace.mjs';
import { ensureBrowser, ensureHost } from '../host/setup.mjs';
import { openWorkbench } from '../host/workbench.mjs';

/** A report of the size with a missing topic, told at its first heading, again and again under other names. */
function reports(folder, count, bytes) {
  const { folder: samples, remove } = freshWorkspace();
  const names = ['待改示例-青禾镇2024年政府信息公开工作年度报告.txt'];
  const text = readFileSync(path.join(samples, names[0]), 'utf8');
  remove();
  const size = Buffer.byteLength(text);
  const more = '经办人员按照规定登记、答复和归档。'.repeat(Math.max(0, Math.ceil((bytes - size) / 51)));
  const whole = text.replace(/(（三）政府信息管理情况\r?\n\r?\n)/, `$1${more}`);
  return Array.from({ length: count }, (_, at) => {
    const name = `第${at + 1}份政府信息公开工作年度报告.txt`;
    writeFileSync(path.join(folder, name), whole);
    return { name, bytes: Buffer.byteLength(whole) };
  });
}

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const folder = mkdtempSync(path.join(tmpdir(), 'gouji-bench-'));
const files = reports(folder, 6, 7000);
await ensureHost();
await ensureBrowser();
const workbench = await openWorkbench({ folder, vsix: vsixPath() });
try {
  const times = [];
  for (const { name } of files) {
    await workbench.press('Control+P');
    const quickInput = workbench.page.locator('.quick-input-widget');
    await quickInput.locator('input').first().fill(name);
    await quickInput.locator('.monaco-list-row.focused').filter({ hasText: name }).first().waitFor();
    const start = performance.now();
    await workbench.press('Enter');
    await workbench.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await workbench.squiggles('warning').first().waitFor();
    times.push(performance.now() - start);
    await workbench.command('View: Close All Editors');
    await workbench.squiggles('warning').first().waitFor({ state: 'hidden' });
  }
  const [first, ...others] = times;
  console.log(`report of ${files[0].bytes} bytes, from Enter to the first squiggle`);
  console.log(`  the first, the extension and its server being started: ${first.toFixed(0)} ms`);
  console.log(`  another (median of ${others.length}): ${median(others).toFixed(0)} ms`);
  await workbench.command('Developer: Show Running Extensions');
  const row = workbench.page
    .locator('.runtime-extensions-editor .monaco-list-row')
    .filter({ hasText: '勾稽' });
  await row.first().waitFor();
  console.log(`activation: ${/Activation: *(\d+ms)/.exec(await row.first().innerText())?.[1]}`);
  console.log(`VSIX: ${(statSync(vsixPath()).size / 1024).toFixed(0)} KB`);
} finally {
  await workbench.close();
  rmSync(folder, { recursive: true, force: true });
}
