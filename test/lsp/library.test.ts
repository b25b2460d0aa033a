import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Location, WorkspaceSymbol } from 'vscode-languageserver';
import { letter, right } from './sample.ts';
import { edit, open, type Session, startSession, uri } from './session.ts';

const older = 'file:///reports/2022/old.txt';
const files = (): Map<string, string> =>
  new Map([
    [older, right.replaceAll('2024', '2022')],
    ['file:///reports/letter.txt', letter],
    [uri, right],
  ]);

const sought = async (session: Session, query: string): Promise<readonly string[]> => {
  const found = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query });
  return found.map(({ name, location }) => `${location.uri.split('/').at(-1)} ${name}`);
};

describe('reports of the workspace that nobody has open', () => {
  it('are found by organ and year, and by section', async () => {
    const session = await startSession({ clientFiles: files(), lists: true });
    assert.deepEqual(await sought(session, '云溪县2022政府信息公开工作年度报告'), [
      'old.txt 云溪县教育局2022年政府信息公开工作年度报告',
    ]);
    assert.equal((await sought(session, '三、收到')).length, 2);
    assert.equal((await sought(session, '三、收到 云溪县2022')).length, 1);
    const [heading] = await session.request<WorkspaceSymbol[]>('workspace/symbol', { query: '2022三、收到' });
    assert.ok(heading);
    const { range } = heading.location as Location;
    const line = right.slice(0, right.indexOf('三、收到')).split('\n').length - 1;
    assert.equal(range.start.line, line);
  });

  it('are told as they are typed where somebody has them open', async () => {
    const session = await startSession({ clientFiles: files(), lists: true });
    open(session, right);
    edit(session, right.replaceAll('2024', '2025'), 2);
    const found = await sought(session, '云溪县教育局年政府信息公开工作年度报告');
    assert.deepEqual(
      new Set(found),
      new Set([
        'old.txt 云溪县教育局2022年政府信息公开工作年度报告',
        '%E6%8A%A5%E5%91%8A.txt 云溪县教育局2025年政府信息公开工作年度报告',
      ]),
    );
  });

  it('are read anew only once they have changed', async () => {
    const clientFiles = files();
    const read: string[] = [];
    const counted = new Map(clientFiles);
    counted.get = (address) => {
      read.push(address);
      return clientFiles.get(address);
    };
    const session = await startSession({ clientFiles: counted, lists: true });
    await sought(session, '三');
    assert.equal(read.length, 3);
    await sought(session, '四');
    assert.equal(read.length, 3);
    const newer = right.replaceAll('2024', '2021');
    clientFiles.set(older, newer);
    counted.set(older, newer);
    assert.equal((await sought(session, '2021三、收到')).length, 1);
    assert.deepEqual(read.slice(3), [older]);
    counted.delete(older);
    assert.deepEqual(await sought(session, '2021'), []);
  });

  it('are not asked for from a client that does not list them', async () => {
    const session = await startSession({ clientFiles: files() });
    assert.deepEqual(await sought(session, '三'), []);
  });
});
