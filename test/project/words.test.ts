import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

type Bundle = Readonly<Record<string, string>>;

const bundleFile = 'l10n/bundle.l10n.en.json';
const english: Bundle = JSON.parse(readFileSync(bundleFile, 'utf8'));

const call = /(?<![.\w])say\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\$]|\\.)*)`)?/g;

/** The sentences a source says; undefined for one that is no literal. */
const sentences = (text: string): readonly (string | undefined)[] =>
  [...text.matchAll(call)].map((found) => found[1] ?? found[2] ?? found[3]);

const sources = globSync(['server/src/**/*.ts', 'client/src/**/*.ts']).filter(
  (file) => !file.endsWith('base/message.ts'),
);
const said = sources.flatMap((file) => sentences(readFileSync(file, 'utf8')).map((key) => ({ file, key })));

const holes = (sentence: string): string => [...new Set(sentence.match(/\{\d+\}/g) ?? [])].sort().join(' ');

describe('what gouji says', () => {
  it('is always a literal sentence', () => {
    assert.ok(said.length > 20);
    assert.deepEqual(
      said.filter(({ key }) => key === undefined).map(({ file }) => file),
      [],
    );
  });

  it('has an English translation', () => {
    const untranslated = said.filter(({ key }) => key !== undefined && english[key] === undefined);
    assert.deepEqual([...new Set(untranslated.map(({ file, key }) => `${file}: ${key}`))], []);
  });

  it('stands in the order of its sentences', () => {
    const keys = Object.keys(english);
    assert.deepEqual(keys, [...keys].sort());
  });

  it('fills the same holes in both languages', () => {
    const uneven = Object.entries(english).filter(([key, translation]) => holes(key) !== holes(translation));
    assert.deepEqual(uneven, []);
  });

  it('has no translation left over', () => {
    const keys = new Set(said.map(({ key }) => key));
    assert.deepEqual(
      Object.keys(english).filter((key) => !keys.has(key)),
      [],
    );
  });

  it('is found by the reader of sources', () => {
    const source =
      "say('甲 {0}', 1); say(\n  \"乙\"); say(`丙`); say(name); essay('no'); say('a' as const); manner.say(own)";
    assert.deepEqual(sentences(source), ['甲 {0}', '乙', '丙', undefined, 'a']);
  });
});
