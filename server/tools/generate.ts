import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { readPage } from '../../test/support/rule-page.ts';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { fixKinds, rulePage, rulesIndex } from './rule-docs.ts';

const docs = new URL('../../docs/rules/', import.meta.url);
const pages = new URL('../../test/rules/', import.meta.url);

/** Every generated file by its name in docs/rules. */
export function generated(): ReadonlyMap<string, string> {
  const pageOf = (rule: Rule) => readPage(readFileSync(new URL(`${rule.id}.md`, pages), 'utf8'));
  return new Map([
    ['README.md', rulesIndex((rule) => fixKinds(rule, pageOf(rule)))],
    ...rules.map((rule) => [`${rule.id}.md`, rulePage(rule, pageOf(rule))] as const),
  ]);
}

/** Names of the files in docs/rules that are missing, out of date or nobody's. */
export function stale(): readonly string[] {
  const wanted = generated();
  const there = new Map(namesThere().map((name) => [name, readFileSync(new URL(name, docs), 'utf8')]));
  const differing = [...wanted].filter(([name, text]) => there.get(name) !== text).map(([name]) => name);
  return [...differing, ...[...there.keys()].filter((name) => !wanted.has(name))];
}

const namesThere = (): readonly string[] => {
  mkdirSync(docs, { recursive: true });
  return readdirSync(docs).filter((name) => name.endsWith('.md'));
};

function write(): void {
  const wanted = generated();
  for (const name of namesThere()) if (!wanted.has(name)) rmSync(new URL(name, docs));
  for (const [name, text] of wanted) writeFileSync(new URL(name, docs), text);
}

function main(arguments_: readonly string[]): void {
  if (!arguments_.includes('--check')) return write();
  const names = stale();
  if (names.length === 0) return;
  console.error(`docs/rules is out of date: ${names.join(', ')}\nrun: node server/tools/generate.ts`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main(process.argv.slice(2));
