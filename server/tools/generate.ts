import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Page, readPage } from '../../test/support/rule-page.ts';
import { catalogue, type RuleFacts } from '../src/analysis/catalogue.ts';
import { baselineSchema } from './baseline-schema.ts';
import { rulePage, rulesIndex } from './rule-docs.ts';
import { type Json, manifestSettings, projectSchema } from './settings-schema.ts';

const root = new URL('../../', import.meta.url);
const docs = new URL('docs/rules/', root);
const pages = new URL('test/rules/', root);

/** Every generated file by its name in docs/rules. */
export function generated(): ReadonlyMap<string, string> {
  const ofRule = catalogue.map((rule) => [rule, pageOf(rule)] as const);
  return new Map([
    ['README.md', rulesIndex(ofRule)],
    ...ofRule.map(([rule, page]) => [`${rule.id}.md`, rulePage(rule, page)] as const),
  ]);
}

/** The cases of a rule; a rule without a page is described without examples, and another test asks for the page. */
function pageOf({ id }: RuleFacts): Page {
  const url = new URL(`${id}.md`, pages);
  return existsSync(url) ? readPage(readFileSync(url, 'utf8')) : { title: id, lines: [], cases: [] };
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

/** Every generated file outside docs/rules by its path: what it has to hold. */
function others(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(textOf('package.json'));
  const settings = manifestSettings();
  for (const { properties } of manifest.contributes.configuration)
    for (const name of Object.keys(properties)) if (name in settings) properties[name] = settings[name];
  return new Map([
    ['package.json', printed(manifest)],
    ['schemas/gouji-baseline.schema.json', printed(baselineSchema)],
    ['schemas/gouji.schema.json', printed(projectSchema(JSON.parse(textOf('package.nls.zh-cn.json'))))],
  ]);
}

/** Paths of the generated files outside docs/rules that are out of date. */
export const staleOthers = (): readonly string[] =>
  [...others()].filter(([path, text]) => textOf(path) !== text).map(([path]) => path);

const textOf = (path: string): string => {
  const url = new URL(path, root);
  return existsSync(url) ? readFileSync(url, 'utf8') : '';
};

const printed = (json: Json): string => `${JSON.stringify(json, null, 2)}\n`;

function write(): void {
  for (const [path, text] of others()) writeFileSync(new URL(path, root), text);
  const wanted = generated();
  for (const name of namesThere()) if (!wanted.has(name)) rmSync(new URL(name, docs));
  for (const [name, text] of wanted) writeFileSync(new URL(name, docs), text);
}

function complain(): void {
  const names = [...stale(), ...staleOthers()];
  if (names.length === 0) return;
  console.error(`out of date: ${names.join(', ')}\nrun: node server/tools/generate.ts`);
  process.exitCode = 1;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (process.argv.includes('--check')) complain();
  else write();
}
