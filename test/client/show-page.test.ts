import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { describe, it } from 'node:test';

/** The commands asked for, and those that nobody offers. */
const asked: string[] = [];
let absent: readonly string[] = [];

Object.assign(globalThis, {
  executeCommand: async (command: string) => {
    if (absent.includes(command)) throw new Error(`command '${command}' not found`);
    asked.push(command);
  },
});

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'vscode'
      ? { url: 'data:text/javascript,export const commands = globalThis;', shortCircuit: true }
      : next(specifier, context),
});

describe('a page of Markdown', () => {
  it('is shown as it is to be read, and as it is written where nobody can show it', async () => {
    const { showPage } = await import('../../client/src/markdown/show-page.ts');
    const page: Parameters<typeof showPage>[0] = Object.create(null);
    await showPage(page);
    absent = ['markdown.showPreview'];
    await showPage(page);
    assert.deepEqual(asked, ['markdown.showPreview', 'vscode.open']);
  });
});
