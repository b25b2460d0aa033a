import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { lineIndex } from '../../server/src/analysis/line-index.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';

/** One finding as a reader of the report sees it; lines count from 1. */
interface Seen {
  readonly rule: string;
  readonly severity: string;
  readonly line: number;
  readonly text: string;
  readonly message: string;
}

function findingsIn(text: string): readonly Seen[] {
  const { positionOf } = lineIndex(text);
  return snapshot(text)
    .findings()
    .map(({ rule, severity, span, message }) => ({
      rule,
      severity,
      line: positionOf(span.from).line + 1,
      text: text.slice(span.from, span.to),
      message: wording(message),
    }));
}

const here = new URL('./', import.meta.url);
const twins = readdirSync(here).filter((name) => /^twin-\d+\.txt$/.test(name));

for (const name of twins) {
  test(`${name}: the whole report has these faults and no others`, () => {
    const found = findingsIn(readFileSync(new URL(name, here), 'utf8'));
    const golden = new URL(name.replace('.txt', '.findings.json'), here);
    if (process.env.UPDATE === '1') writeFileSync(golden, written(found));
    assert.deepEqual(found, JSON.parse(readFileSync(golden, 'utf8')));
  });
}

/** One finding a line, so that a change shows as one. */
const written = (found: readonly Seen[]): string =>
  found.length === 0 ? '[]\n' : `[\n${found.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n]\n`;

/** The reports the twins were made after are not published with the project; where they are at hand, they are read as well. */
const originals = new URL('../../../shared/seeds/', import.meta.url);
const seeds = existsSync(originals)
  ? readdirSync(originals).filter((name) => /^\d{3}_.*\.txt$/.test(name))
  : [];

for (const seed of seeds) {
  test(`the original of twin ${seed.slice(0, 3)} has the faults of its twin, in the same lines`, () => {
    const places = (url: URL) =>
      findingsIn(readFileSync(url, 'utf8')).map(({ rule, severity, line }) => `${line} ${rule} ${severity}`);
    assert.deepEqual(places(new URL(seed, originals)), places(new URL(`twin-${seed.slice(0, 3)}.txt`, here)));
  });
}
