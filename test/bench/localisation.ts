// How often the wrong figure is named: every cell of tables three and four is written wrong in every way listed here,
// one at a time, and so are whole rows. The reports are correct otherwise.
import fc from 'fast-check';
import { positionsOf } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import type { Span } from '../../server/src/base/span.ts';
import { figures as correctFigures, type Figures } from '../support/generate/figures.ts';
import { allCells, type CellKey, plantFault, valueAt } from '../support/generate/plant-fault.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';

/** A slip: the figures it leaves behind, and the cells that are wrong then. */
interface Planted {
  readonly figures: Figures;
  readonly wrong: readonly CellKey[];
  readonly meant: Figures;
}

interface Tally {
  planted: number;
  /** One error is said, and no more. */
  once: number;
  /** The wrong cells are where the finding stands or among those it links. */
  among: number;
  /** They are the only ones named, and the fix puts them right. */
  alone: number;
}

const digits = (value: number): string => String(value);

/** What may become of one figure. */
const singles: Readonly<Record<string, (value: number) => number>> = {
  'one more': (value) => value + 1,
  'one less': (value) => value - 1,
  'two digits swapped': (value) => Number([...digits(value)].reverse().join('')),
  'a digit lost': (value) => Number(digits(value).slice(0, -1)),
  'a digit doubled': (value) => Number(digits(value) + digits(value).slice(-1)),
  'nought instead': () => 0,
};

/** What may become of a row of table three, the total last. */
const rows: Readonly<Record<string, (values: readonly number[]) => readonly (readonly number[])[]>> = {
  'two figures of a row in each other’s cells': (values) =>
    values.flatMap((one, at) =>
      values.slice(at + 1).map((other, behind) => values.with(at, other).with(at + 1 + behind, one)),
    ),
  'a row one column too far': ([a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, total = 0]) => [
    ...(f === 0 ? [[0, a, b, c, d, e, total]] : []),
    ...(a === 0 ? [[b, c, d, e, f, 0, total]] : []),
  ],
  'one number torn over two cells': (values) =>
    values
      .slice(0, -2)
      .flatMap((one, at) =>
        one >= 10 && values[at + 1] === 0
          ? [values.with(at, Number(digits(one).slice(0, -1))).with(at + 1, one % 10)]
          : [],
      ),
};

/** A Markdown table of every slip in the rich report and in some random ones. */
export function localisation(): string {
  const random = fc.sample(correctFigures('2021'), { seed: 2026, numRuns: 30 });
  const lines = [
    ...Object.entries(singles).flatMap(([name, change]) =>
      (['applications', 'review'] as const).map((table) => {
        const tables = { applications: 'table three', review: 'table four' };
        return line(`${name}, ${tables[table]}`, [richFigures], (base) => singleSlips(base, table, change));
      }),
    ),
    ...Object.entries(rows).map(([name, change]) =>
      line(name, [richFigures, ...random], (base) => rowSlips(base, change)),
    ),
  ];
  return [
    '| wrong | planted | told once | among those named | the only one, with the right figure |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

function line(name: string, bases: readonly Figures[], slips: (base: Figures) => readonly Planted[]): string {
  const tally: Tally = { planted: 0, once: 0, among: 0, alone: 0 };
  for (const planted of bases.flatMap(slips)) count(tally, planted);
  const share = (part: number): string => `${part} (${((100 * part) / tally.planted).toFixed(1)} %)`;
  return `| ${name} | ${tally.planted} | ${share(tally.once)} | ${share(tally.among)} | ${share(tally.alone)} |`;
}

function singleSlips(
  base: Figures,
  table: CellKey['table'],
  change: (value: number) => number,
): readonly Planted[] {
  return allCells(base)
    .filter((cell) => cell.table === table)
    .flatMap((cell) => {
      const by = change(valueAt(base, cell)) - valueAt(base, cell);
      if (by === 0 || valueAt(base, cell) + by < 0) return [];
      return [{ figures: plantFault(base, cell, by), wrong: [cell], meant: base }];
    });
}

function rowSlips(
  base: Figures,
  change: (values: readonly number[]) => readonly (readonly number[])[],
): readonly Planted[] {
  return Object.entries(base.applications).flatMap(([row, values]) =>
    change(values).flatMap((changed) => {
      const wrong = values.flatMap((value, column): readonly CellKey[] =>
        value === changed[column] ? [] : [{ table: 'applications', row, column }],
      );
      if (wrong.length === 0) return [];
      return [
        { figures: { ...base, applications: { ...base.applications, [row]: changed } }, wrong, meant: base },
      ];
    }),
  );
}

function count(tally: Tally, { figures, wrong, meant }: Planted): void {
  tally.planted += 1;
  const text = written(richCase(tab, figures));
  const version = snapshot(text);
  const errors = version.findings().filter(({ severity }) => severity === 'error');
  if (errors.length === 1) tally.once += 1;
  const positions = positionsOf(version.report());
  const places = wrong.map(({ table, row, column }) => positions[table]?.[row]?.[column]);
  const named = errors.flatMap(({ span, related = [] }) => [span, ...related.map((one) => one.span)]);
  if (places.every((place) => named.some((span) => isAt(span, place)))) tally.among += 1;
  const [finding] = errors;
  const [fix] = finding?.fixes ?? [];
  const right = written(richCase(tab, meant));
  if (errors.length === 1 && fix && places.some((place) => isAt(finding?.span, place)))
    if (applied(text, fix.edits) === right) tally.alone += 1;
}

const isAt = (span: Span | undefined, place: Span | null | undefined): boolean =>
  span !== undefined && span.from === place?.from;

const applied = (text: string, edits: readonly { readonly span: Span; readonly insert: string }[]): string =>
  [...edits]
    .sort((a, b) => b.span.from - a.span.from)
    .reduce((sofar, { span, insert }) => sofar.slice(0, span.from) + insert + sofar.slice(span.to), text);
