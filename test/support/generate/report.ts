import fc from 'fast-check';
import { editionById, type TableId } from '../../../server/src/template/index.ts';
import { type Figures, figures } from './figures.ts';
import { type Grid, gridsOf } from './grid.ts';
import { chance, type Layout } from './layout.ts';
import { type Organ, organ, prose, type Telling, telling } from './prose.ts';
import { type Style, style } from './style.ts';

/** A correct report: what it says, and all the ways in which it says it. */
export interface Case {
  readonly figures: Figures;
  readonly organ: Organ;
  readonly telling: Telling;
  readonly style: Style;
  readonly layout: Layout;
  readonly chances: readonly number[];
  /** Whether blank lines part the paragraphs. */
  readonly spaced: boolean;
  readonly lineEnd: string;
}

/** Correct reports in some layouts. */
export function cases(layouts: readonly Layout[]): fc.Arbitrary<Case> {
  return fc
    .tuple(organ, fc.constantFrom('2019' as const, '2021' as const))
    .chain(([who, edition]) =>
      fc.record({
        figures: figures(edition, who.rulemaking),
        organ: fc.constant(who),
        telling,
        style,
        layout: fc.constantFrom(...layouts),
        chances: fc.array(fc.nat({ max: 1000 }), { minLength: 40, maxLength: 40 }),
        spaced: fc.boolean(),
        lineEnd: fc.constantFrom('\n', '\n', '\r\n'),
      }),
    )
    .map(shownAsText);
}

/** A case that fails is shown as the report itself. */
const shownAsText = (report: Case): Case =>
  Object.assign(report, { [fc.toStringMethod]: () => written(report) });

export const titleOf = ({ organ: { name }, figures: { year } }: Case): string =>
  `${name}${year}年政府信息公开工作年度报告`;

/** A change of a table before it is written down. */
export type Change = (grid: Grid, table: TableId) => Grid;

/** The report as text. */
export function written(report: Case, change: Change = (grid) => grid): string {
  const { figures, layout, style, chances, spaced, lineEnd } = report;
  const grids = gridsOf(figures, style);
  const words = prose(figures, report.organ, report.telling);
  const luck = chance(chances);
  const title = titleOf(report);
  const sections = editionById(figures.edition).sections.map(({ id, ordinal, heading, table }) => {
    const lines = table ? layout.write(change(grids[table], table), luck, title) : [];
    const paragraphs = [`${layout.hashes}${ordinal}、${heading}`, ...words[id]];
    return [paragraphs.join(spaced ? '\n\n' : '\n'), ...lines].join('\n');
  });
  const text = [title, ...sections].join(spaced ? '\n\n' : '\n');
  return `${text}\n`.replaceAll('\n', lineEnd);
}
