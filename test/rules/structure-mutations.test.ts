import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Finding } from '../../server/src/analysis/check.ts';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { rules } from '../../server/src/rules/index.ts';
import { editionById } from '../../server/src/template/index.ts';
import { findingsOf } from '../support/findings.ts';
import { joinParts, type PartName, sampleParts } from '../support/sample.ts';

const structural = new Set<string>(rules.filter(({ group }) => group === 'structure').map(({ id }) => id));
const sections = ['overview', 'disclosure', 'applications', 'review', 'problems', 'other'] as const;

const variants = (['2021', '2019'] as const).flatMap((edition) =>
  (['pipe', 'tab'] as const).flatMap((notation) =>
    ['\n', '\r\n'].map((lineBreak) => ({ edition, notation, lineBreak })),
  ),
);

type Variant = (typeof variants)[number];

const text = (parts: Parameters<typeof joinParts>[0], { lineBreak }: Variant): string =>
  joinParts(parts).replaceAll('\n', lineBreak);

const partsOf = ({ edition, notation }: Variant) => sampleParts(edition, notation);

const headingOf = ({ edition }: Variant, id: PartName): string => {
  const section = editionById(edition).sections.find((candidate) => candidate.id === id);
  return `${section?.ordinal}、${section?.heading}`;
};

/** The one finding of the outline a text has. */
function only(mutated: string, rule: string): Finding {
  const found = findingsOf(mutated).filter((finding) => structural.has(finding.rule));
  assert.deepEqual(
    found.map((finding) => finding.rule),
    [rule],
  );
  const [finding] = found;
  assert.ok(finding);
  return finding;
}

function repaired(mutated: string, { fixes }: Finding): string {
  assert.equal(fixes?.length, 1);
  return applyEdits(mutated, fixes?.[0]?.edits ?? []);
}

for (const variant of variants) {
  const name = `${variant.edition}, ${variant.notation}, ${JSON.stringify(variant.lineBreak)}`;
  const parts = partsOf(variant);
  const whole = text(parts, variant);

  test(`a section that is taken out is missed, once, and put back with its table (${name})`, () => {
    for (const id of sections) {
      const mutated = text({ ...parts, [id]: undefined }, variant);
      const finding = only(mutated, 'missing-section');
      const back = repaired(mutated, finding);
      assert.ok(back.includes(`${variant.lineBreak}${headingOf(variant, id)}${variant.lineBreak}`));
      assert.equal(back.split(/\r?\n/).length >= mutated.split(/\r?\n/).length + 2, true);
      assert.equal(/(?<!\r)\n/.test(back), variant.lineBreak === '\n');
      assert.ok(findingsOf(back).every(({ rule }) => rule !== 'missing-section' && rule !== 'missing-table'));
    }
  });

  test(`a heading lost above its table is missed, once, and the table is read all the same (${name})`, () => {
    for (const id of ['disclosure', 'applications', 'review'] as const) {
      const mutated = whole.replace(headingOf(variant, id) + variant.lineBreak.repeat(2), '');
      assert.deepEqual(
        findingsOf(mutated).map(({ rule }) => rule),
        ['missing-section'],
      );
      const back = repaired(mutated, only(mutated, 'missing-section'));
      assert.equal(back, whole);
    }
  });

  test(`a heading in words of its own above a table is that table's heading (${name})`, () => {
    for (const id of ['disclosure', 'applications', 'review'] as const) {
      const heading = headingOf(variant, id);
      const mutated = whole.replace(
        heading + variant.lineBreak,
        `${heading.slice(0, 2)}我局办理的事项${variant.lineBreak}`,
      );
      assert.deepEqual(
        findingsOf(mutated).map(({ rule }) => rule),
        ['section-wording'],
      );
      assert.equal(repaired(mutated, only(mutated, 'section-wording')), whole);
    }
  });

  test(`a heading written twice is found and taken out again (${name})`, () => {
    for (const id of sections) {
      const doubled = `${headingOf(variant, id)}\n\n${parts[id]}`;
      const mutated = text({ ...parts, [id]: doubled }, variant);
      assert.equal(repaired(mutated, only(mutated, 'duplicate-section')), whole);
    }
  });

  test(`two sections that changed places are found and change back (${name})`, () => {
    for (const [at, id] of sections.slice(1).entries()) {
      const before = sections[at] ?? 'overview';
      const mutated = text({ ...parts, [before]: parts[id], [id]: parts[before] }, variant);
      assert.equal(repaired(mutated, only(mutated, 'misordered-section')), whole);
    }
  });

  test(`a wrong number is found and put right (${name})`, () => {
    for (const [at, id] of sections.entries()) {
      for (const ordinal of ['一', '二', '三', '四', '五', '六', '七']) {
        const right = headingOf(variant, id);
        if (right.startsWith(ordinal)) continue;
        const mutated = text({ ...parts, [id]: parts[id].replace(right, ordinal + right.slice(1)) }, variant);
        assert.equal(repaired(mutated, only(mutated, 'misnumbered-heading')), whole, `${at} ${ordinal}`);
      }
    }
  });

  test(`a character lost from a heading is found and put back (${name})`, () => {
    for (const id of sections) {
      const right = headingOf(variant, id);
      for (let at = 2; at < right.length; at++) {
        const wrong = right.slice(0, at) + right.slice(at + 1);
        const mutated = text({ ...parts, [id]: parts[id].replace(right, wrong) }, variant);
        assert.equal(repaired(mutated, only(mutated, 'section-wording')), whole, wrong);
      }
    }
  });
}

const expected: Readonly<Record<string, readonly string[]>> = {
  '000': ['3 title-form warning'],
  '001': ['3 title-wording error', '41 section-wording error'],
  '002': ['5 duplicate-section warning'],
  '003': [],
  '004': ['3 title-form warning', '7 missing-topic warning', '29 missing-evaluation info'],
};

for (const [number, wanted] of Object.entries(expected)) {
  test(`the outline of the whole report ${number} has the faults it is known to have`, () => {
    const report = readFileSync(new URL(`../reports/twin-${number}.txt`, import.meta.url), 'utf8');
    const found = findingsOf(report).filter(({ rule }) => structural.has(rule));
    const lines = found.map(
      ({ span, rule, severity }) => `${report.slice(0, span.from).split('\n').length} ${rule} ${severity}`,
    );
    assert.deepEqual(lines, wanted);
  });
}
