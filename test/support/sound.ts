import assert from 'node:assert/strict';
import { check, type Finding } from '../../server/src/analysis/check.ts';
import { extract, positionsOf } from '../../server/src/analysis/extract.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { identityCounts, verdictOf } from '../../server/src/analysis/verdict.ts';
import { contains, type Span } from '../../server/src/base/span.ts';
import { type OutlineItem, outline } from '../../server/src/features/outline.ts';
import { type Preview, preview } from '../../server/src/features/preview.ts';

/** Reads and checks any text: nothing may fail, not even inside one rule, and no place may lie outside the text. */
export function assertSound(text: string): readonly Finding[] {
  const report = snapshot(text).report();
  const findings = check(report, defaultSettings, (rule, fault) => {
    throw new Error(`rule ${rule.id} failed`, { cause: fault });
  });
  for (const place of placesOf(findings)) assertInside(place, text);
  for (const { fixes = [] } of findings)
    for (const { edits } of fixes) assertApart(edits.map(({ span }) => span));
  for (const { span } of extract(report).sections) assertInside(span, text);
  for (const place of figurePlaces(positionsOf(report))) assertInside(place, text);
  assertNested(outline(snapshot(text)), { from: 0, to: text.length });
  for (const place of shownPlaces(preview(snapshot(text), findings))) assertInside(place, text);
  identityCounts(report);
  verdictOf(report, findings);
  return findings;
}

function placesOf(findings: readonly Finding[]): readonly Span[] {
  return findings.flatMap(({ span, related = [], fixes = [] }) => [
    span,
    ...related.map((other) => other.span),
    ...fixes.flatMap(({ edits }) => edits.map((edit) => edit.span)),
  ]);
}

function shownPlaces(view: Preview | undefined): readonly Span[] {
  const parts = (view?.blocks ?? []).flatMap((block): readonly { readonly span: Span | undefined }[] =>
    block.kind === 'table' ? [...block.rows, ...block.found].flat() : block.runs,
  );
  const spans = parts.flatMap(({ span }) => span ?? []);
  return [...spans, ...(view?.blocks ?? []).map(({ span }) => span)];
}

function figurePlaces({ applications, review }: ReturnType<typeof positionsOf>): readonly Span[] {
  const rows = [...Object.values(applications ?? {}), ...Object.values(review ?? {})];
  return rows.flat().filter((place) => place !== null);
}

/** The protocol refuses an entry that reaches beyond its parent, or whose name stands outside it. */
function assertNested(items: readonly OutlineItem[], parent: Span): void {
  for (const { span, selection, children } of items) {
    assert.ok(contains(parent, span) && contains(span, selection), `${span.from}–${span.to} is not nested`);
    assertNested(children, span);
  }
}

function assertInside({ from, to }: Span, text: string): void {
  assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to} in a text of ${text.length}`);
}

function assertApart(spans: readonly Span[]): void {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  for (const [index, { to }] of sorted.entries()) {
    const next = sorted[index + 1];
    assert.ok(!next || to <= next.from, 'edits of one fix overlap');
  }
}
