import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { right } from './sample.ts';
import { open, startSession, symbols } from './session.ts';

/** The same report with headings that Markdown knows as such. */
const hashed = right.replace(/^([一二三四五六]、)/gm, '## $1');

async function listed(text: string, languageId: string, options: object): Promise<boolean> {
  const session = await startSession({ options: { listsMarkdown: true, ...options } });
  open(session, text, languageId);
  return (await symbols(session)).length > 0;
}

describe('the outline', () => {
  it('is left out where the editor lists the same headings', async () => {
    assert.equal(await listed(hashed, 'markdown', {}), false);
    assert.equal(await listed(hashed, 'markdown', { listsMarkdown: false }), true);
    assert.equal(await listed(right, 'markdown', {}), true, 'no headings of Markdown');
    assert.equal(await listed(hashed, 'plaintext', {}), true);
  });

  it('is given, or not, as the user wishes', async () => {
    assert.equal(await listed(hashed, 'markdown', { outline: 'always' }), true);
    assert.equal(await listed(right, 'plaintext', { outline: 'never' }), false);
  });
});
