import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The pages in docs/rules by the id of their rule; the bundler puts them here. */
declare const GOUJI_RULE_PAGES: Readonly<Record<string, string>> | undefined;

/** The page of a rule: out of the bundle, or from the project where the sources are run as they are. */
export function rulePage(id: string): string {
  if (typeof GOUJI_RULE_PAGES !== 'undefined') return GOUJI_RULE_PAGES[id] ?? '';
  return readFileSync(join(dirname(process.argv[1] ?? ''), '../../../docs/rules', `${id}.md`), 'utf8');
}
