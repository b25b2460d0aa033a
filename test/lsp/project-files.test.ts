import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { foldersAbove } from '../../server/src/lsp/project-files.ts';
import { misspelt } from './sample.ts';
import { codes, open, published, pulled, startSession } from './session.ts';

const folder = 'file:///reports/%E5%B1%80';
const at = `${folder}/%E7%A7%91/a.txt`;
const off = '{"rules": {"section-wording": "off"}}';
const hint = '{"rules": {"section-wording": "hint"}}';

const severities = async (files: Readonly<Record<string, string>>, settings?: object) => {
  const session = await startSession({
    pulls: true,
    clientFiles: new Map(Object.entries(files)),
    ...(settings && { configures: true, settings: () => settings }),
  });
  open(session, misspelt, 'plaintext', at);
  return (await pulled(session, at)).map(({ severity }) => severity);
};

describe('gouji.json in an editor', () => {
  it('holds for the documents below it, the nearest alone', async () => {
    assert.deepEqual(await severities({}), [1]);
    assert.deepEqual(await severities({ [`${folder}/gouji.json`]: off }), []);
    assert.deepEqual(await severities({ 'file:///gouji.json': hint }), [4]);
    assert.deepEqual(
      await severities({ [`${folder}/gouji.json`]: hint, 'file:///reports/gouji.json': off }),
      [4],
    );
  });

  it('goes before the settings of the editor', async () => {
    const settings = { rules: { 'section-wording': 'info' } };
    assert.deepEqual(await severities({}, settings), [3]);
    assert.deepEqual(await severities({ [`${folder}/gouji.json`]: hint }, settings), [4]);
    assert.deepEqual(await severities({ [`${folder}/gouji.json`]: '{}' }, settings), [3]);
  });

  it('reads its patterns from where it stands, in plain characters', async () => {
    const content = { overrides: [{ files: '科/*.txt', rules: { 'section-wording': 'off' } }] };
    assert.deepEqual(await severities({ [`${folder}/gouji.json`]: JSON.stringify(content) }), []);
    assert.deepEqual(await severities({ 'file:///reports/gouji.json': JSON.stringify(content) }), [1]);
  });

  it('is read by the machine of the server for a client that reads none', async () => {
    const session = await startSession({ files: new Map([[`${folder}/gouji.json`, hint]]) });
    open(session, misspelt, 'plaintext', at);
    assert.deepEqual(
      (await published(session)).diagnostics.map(({ severity }) => severity),
      [4],
    );
  });

  it('is read anew when it changes, and what is shown follows', async () => {
    const files = new Map([[`${folder}/gouji.json`, hint]]);
    const session = await startSession({ files });
    interface Asked {
      readonly registrations: readonly { readonly registerOptions: unknown }[];
    }
    const { registrations } = await session.next<Asked>('client/registerCapability');
    assert.match(JSON.stringify(registrations), /\*\*\/gouji\.json/);
    open(session, misspelt, 'plaintext', at);
    assert.equal((await published(session)).diagnostics.length, 1);
    files.set(`${folder}/gouji.json`, off);
    session.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${folder}/gouji.json`, type: 2 }],
    });
    assert.deepEqual((await published(session)).diagnostics, []);
  });

  it('that is broken is named once, and the rest of it holds', async () => {
    const content = '{"colour": 1, "rules": {"section-wording": "hint"}}';
    const session = await startSession({
      pulls: true,
      clientFiles: new Map([[`${folder}/gouji.json`, content]]),
    });
    open(session, misspelt, 'plaintext', at);
    open(session, misspelt, 'plaintext', `${folder}/b.txt`);
    for (const uri of [at, `${folder}/b.txt`])
      assert.deepEqual(codes(await pulled(session, uri)), ['section-wording']);
    const said = session.untaken('window/showMessage');
    assert.equal(said.length, 1);
    assert.match(JSON.stringify(said), /colour/);
  });

  it('is looked for in no folder above the root, and for no document without a folder', () => {
    assert.deepEqual(foldersAbove('untitled:a'), []);
    assert.deepEqual(foldersAbove('file:///a/b.txt'), ['file:///a/', 'file:///']);
    assert.deepEqual(foldersAbove('vscode-vfs://host/a/b.txt'), [
      'vscode-vfs://host/a/',
      'vscode-vfs://host/',
    ]);
  });
});
