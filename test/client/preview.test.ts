import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { oneAtATime } from '../../client/src/one-at-a-time.ts';
import { blockKey } from '../../client/src/preview/block-key.ts';
import { readFromPage } from '../../client/src/preview/messages.ts';
import { shell } from '../../client/src/preview/shell.ts';
import type { PreviewBlockAnswer } from '../../server/src/lsp/protocol.ts';

describe('the page of a report', () => {
  const page = shell({
    script: 'page:/preview.js',
    style: 'page:/preview.css',
    source: 'page:',
    nonce: 'n0nce',
  });

  it('may load its own script and style and nothing else', () => {
    const [, policy] = page.match(/Content-Security-Policy" content="([^"]+)"/) ?? [];
    assert.equal(policy, "default-src 'none'; style-src page:; script-src 'nonce-n0nce'");
    assert.deepEqual(page.match(/(?:src|href)="[^"]*"/g), [
      'href="page:/preview.css"',
      'src="page:/preview.js"',
    ]);
    assert.doesNotMatch(page, /\son\w+=|style=|unsafe|https?:/);
  });

  it('is built from plain data without ever reading words as HTML', () => {
    const sources = globSync('client/webview/*.ts');
    assert.ok(sources.length > 4);
    for (const file of sources)
      assert.doesNotMatch(
        readFileSync(file, 'utf8'),
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b|setHTML|\.(?:src|href)\b/,
        file,
      );
  });

  it('is listened to only where it says what is expected', () => {
    assert.deepEqual(readFromPage({ kind: 'ready', more: 1 }), { kind: 'ready' });
    assert.deepEqual(readFromPage({ kind: 'go', at: [3, 5] }), { kind: 'go', at: [3, 5] });
    const strange = [
      ...[undefined, null, 'go', {}, { kind: 'run' }, { kind: 'go' }, { kind: 'go', at: '35' }],
      ...[[], [1], [5, 3], [-1, 3], ['1', '3'], [1.5, 2], [Number.NaN, 1]].map((at) => ({ kind: 'go', at })),
    ];
    for (const message of strange) assert.equal(readFromPage(message), undefined, JSON.stringify(message));
  });
});

describe('the key of a block', () => {
  const block = (from: number, text = '3'): PreviewBlockAnswer => ({
    kind: 'paragraph',
    at: [from, from + 4],
    notes: [{ number: 1, severity: 'error', message: '不符', at: [from + 1, from + 2] }],
    runs: [{ text, at: [from + 1, from + 2], marks: [{ state: 'wrong', number: 1 }] }],
  });

  it('stays when the block has only moved', () => assert.equal(blockKey(block(7)), blockKey(block(900))));

  it('changes with what it shows', () => assert.notEqual(blockKey(block(7)), blockKey(block(7, '4'))));
});

describe('work done one at a time', () => {
  it('is done once more for all wishes that came in meanwhile', async () => {
    const ends: (() => void)[] = [];
    const begun = { count: 0 };
    const wish = oneAtATime(() => {
      begun.count += 1;
      return new Promise<void>((resolve) => ends.push(resolve));
    });
    for (let times = 0; times < 5; times += 1) wish();
    assert.equal(begun.count, 1);
    ends.shift()?.();
    await new Promise(setImmediate);
    assert.equal(begun.count, 2);
    ends.shift()?.();
    await new Promise(setImmediate);
    assert.equal(begun.count, 2);
    wish();
    assert.equal(begun.count, 3);
  });
});
