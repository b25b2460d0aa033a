import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { lawPage } from '../src/features/law-page.ts';
import { toSnippet } from '../src/lsp/convert-hand.ts';
import { blankReport } from '../src/model/blank-report.ts';
import { gap } from '../src/model/pieces.ts';
import type { Notation } from '../src/model/skeleton.ts';
import { editions } from '../src/template/index.ts';

const root = new URL('../../', import.meta.url);

/** The files made from the form and the law data, by their paths: the page citations link to, and the snippets. */
export const writingAids = (): ReadonlyMap<string, string> =>
  new Map([
    ['docs/law.md', lawPage()],
    ['snippets/gouji-report.json', snippets('tab')],
    ['snippets/markdown.json', snippets('pipe')],
  ]);

/** The paths of those that are missing or out of date. */
export const staleAids = (): readonly string[] =>
  [...writingAids()].filter(([path, text]) => written(path) !== text).map(([path]) => path);

function written(path: string): string | undefined {
  try {
    return readFileSync(new URL(path, root), 'utf8');
  } catch {
    return undefined;
  }
}

/** A whole blank report of each edition, for a file in which nothing is recognised as a report yet. */
function snippets(notation: Notation): string {
  const entries = editions.map((edition, at) => {
    const pieces = blankReport({ organ: gap('机关名称'), year: gap('年度'), edition, notation });
    const prefix = at === 0 ? ['年报', 'nianbao', 'gkbg'] : [`年报${edition.id}`, `gkbg${edition.id}`];
    const description = `政府信息公开工作年度报告，${edition.source}`;
    return [`空白年报（${edition.id}年格式）`, { prefix, description, body: toSnippet(pieces).split('\n') }];
  });
  const json = JSON.stringify(Object.fromEntries(entries), null, 2);
  // Short lists stand on one line, as the formatter has them.
  return `${json.replace(/("prefix": \[)([^\]]*)\]/g, (_, start: string, list: string) => `${start}${list.trim().replace(/\s+/g, ' ')}]`)}\n`;
}

function write(): void {
  mkdirSync(new URL('snippets', root), { recursive: true });
  for (const [path, text] of writingAids()) writeFileSync(new URL(path, root), text);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) write();
