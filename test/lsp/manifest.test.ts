import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';

const root = path.resolve(import.meta.dirname, '../..');

const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Settings that stand together under a title. */
interface SettingGroup {
  readonly title: string;
  readonly order: number;
  readonly properties: Readonly<Record<string, Setting>>;
}

interface Setting {
  readonly order: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

/** What the extension tells VS Code of itself, as far as these tests look. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: readonly SettingGroup[];
    readonly menus: { readonly commandPalette: readonly { readonly command: string }[] };
  };
}

const manifest: Manifest = JSON.parse(textOf('package.json'));
const groups = manifest.contributes.configuration;
const settings = groups.flatMap(({ properties }) => Object.entries(properties));
const commands = manifest.contributes.commands.map(({ command }) => command);

/** The sources of the client and of the server's protocol layer, in one. */
const sources = (folder: string): string =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => textOf(path.join(folder, file)))
    .join('\n');

describe('what the extension tells of itself', () => {
  it('is worded in both languages, and nothing else is', () => {
    const named = [...textOf('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key);
    const asked = [...new Set(named)].sort();
    for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) {
      const words: Readonly<Record<string, string>> = JSON.parse(textOf(file));
      assert.deepEqual(Object.keys(words).sort(), asked, file);
      for (const [key, word] of Object.entries(words)) assert.notEqual(word.trim(), '', key);
    }
  });

  it('names no command that the client does not register', () => {
    const registered = [...sources('client/src').matchAll(/registerCommand\('([^']+)'/g)].map(([, id]) => id);
    assert.deepEqual([...commands].sort(), registered.sort());
    for (const { command } of manifest.contributes.menus.commandPalette)
      assert.ok(commands.includes(command), command);
  });

  it('groups the settings by titles, each group and each setting in its place', () => {
    const worded = /^%[\w.]+%$/;
    assert.deepEqual(
      groups.map(({ order }) => order),
      groups.map((_, index) => index + 1),
    );
    for (const { title, properties } of groups) {
      assert.match(title, worded);
      const orders = Object.values(properties).map(({ order }) => order);
      assert.deepEqual(
        [...new Set(orders)].sort((a, b) => a - b),
        orders,
        title,
      );
    }
  });

  it('describes every setting and every choice in words that are translated', () => {
    // The names of languages are the same in every language.
    const worded = /^(%[\w.]+%|简体中文|English)$/;
    for (const [name, setting] of settings) {
      assert.match(setting.description ?? setting.markdownDescription ?? '', worded, name);
      assert.equal(setting.enumDescriptions?.length, setting.enum?.length, name);
      for (const words of setting.enumDescriptions ?? []) assert.match(words, worded, name);
    }
  });

  it('has each setting on the page of settings', () => {
    const page = textOf('docs/configuration.md');
    for (const [name] of settings)
      assert.ok(
        [name, name.replace('gouji.', '')].some((word) => page.includes(`\`${word}\``)),
        name,
      );
  });

  it('has no setting that nobody reads', () => {
    const code = sources('client/src') + sources('server/src');
    for (const [setting] of settings) {
      // The client library reads this one by the client's name.
      if (setting === 'gouji.trace.server') continue;
      assert.ok(code.includes(`'${setting.replace('gouji.', '')}'`), setting);
    }
  });
});
