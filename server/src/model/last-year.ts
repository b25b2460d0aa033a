import { sameOrgan } from './organ.ts';
import type { Predecessor, Report } from './report.ts';

/** The report of the same organ for the year before, if it is among those at hand. */
export const reportBefore = (report: OfYear, others: readonly Report[]): Report | undefined =>
  others.find((other) => precedes(other, report));

/** Whose report on which year it is. */
export type OfYear = Pick<Report, 'organ' | 'year'>;

/** Whether one is the report of the same organ for the year before the other. */
export const precedes = (one: Report, other: OfYear): boolean => one.recognised && isYearBefore(one, other);

/** Whether whose report one is makes it the one before the other. */
export const isYearBefore = (one: OfYear, { organ, year }: OfYear): boolean =>
  one.organ !== undefined &&
  organ !== undefined &&
  year !== undefined &&
  one.year === year - 1 &&
  sameOrgan(one.organ, organ);

/** Whether it is known whose report on which year it is, so that last year's can be looked for. */
export const asksLastYear = ({
  recognised,
  organ,
  year,
}: Pick<Report, 'recognised' | 'organ' | 'year'>): boolean =>
  recognised && organ !== undefined && year !== undefined;

/** Whether the same is known of last year. */
export const sameLastYear = (one: Predecessor | undefined, other: Predecessor | undefined): boolean =>
  one === other || (one?.source === other?.source && one?.report.text === other?.report.text);
