import type { Cell, Judgement, ProseFact, Report } from '../model/report.ts';

/** The identities a cell takes part in. */
export const judgementsOf = (report: Report, cell: Cell): readonly Judgement[] =>
  report.judgements().filter(({ left, right }) => left.includes(cell) || right.includes(cell));

/** The numbers in the paragraphs that state a cell, alone or as part of a sum. */
export const statedBy = (report: Report, cell: Cell): readonly ProseFact[] =>
  report.facts().filter((fact) => meant(fact).includes(cell));

/** The cells a number in prose is held to: those that agree with it, else the nearest. */
export function meant({ readings, value }: ProseFact): readonly Cell[] {
  const reading = readings.find((one) => one.value === value) ?? readings[0];
  return reading?.cells ?? [];
}
