import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const page = readFileSync('docs/features.md', 'utf8');

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly title: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const { contributes }: Manifest = JSON.parse(readFileSync('package.json', 'utf8'));

const settings = contributes.configuration.flatMap(({ properties }) => Object.keys(properties));

describe('the page of features', () => {
  it('names only settings of gouji that exist', () => {
    const named = [...page.matchAll(/`(gouji\.[A-Za-z.]+)`/g)].map(([, name]) => name ?? '');
    assert.ok(named.length > 0);
    for (const name of named) assert.ok(settings.includes(name), name);
  });

  it('names only commands that exist, by their titles', () => {
    const titles: Readonly<Record<string, string>> = JSON.parse(
      readFileSync('package.nls.zh-cn.json', 'utf8'),
    );
    const known = new Set(Object.values(titles));
    const named = [...page.matchAll(/命令“勾稽：([^”]+)”/g)].map(([, title]) => title ?? '');
    assert.ok(named.length > 2);
    for (const title of named) assert.ok(known.has(title), title);
  });

  it('leaves out no command and no setting of gouji', () => {
    const titles: Readonly<Record<string, string>> = JSON.parse(
      readFileSync('package.nls.zh-cn.json', 'utf8'),
    );
    for (const { title } of contributes.commands) {
      const words = titles[title.replaceAll('%', '')];
      assert.ok(words !== undefined && page.includes(`“勾稽：${words}”`), title);
    }
    for (const name of settings) assert.ok(page.includes(`\`${name}\``), name);
  });

  it('leads somewhere with its links, and the snippets it speaks of are there', () => {
    for (const [, target = ''] of page.matchAll(/\]\(([^)#]+)[^)]*\)/g))
      assert.ok(existsSync(`docs/${target}`), target);
    const prefixes = contributes.snippets.map(({ path }) => readFileSync(path, 'utf8'));
    assert.equal(prefixes.length, 2);
    for (const text of prefixes)
      for (const prefix of ['"gkbg"', '"年报"', '"gkbg2019"']) assert.ok(text.includes(prefix));
  });
});
