import type { Severity } from '../rules/rule.ts';
import type { Outcome, Totals } from './outcome.ts';

/** A way to write down what a check came to, file by file. */
export interface Printer {
  /** What is written of one file, in plain data: it may be made in another thread than it is written in. */
  readonly part: (outcome: Outcome) => Part;
  readonly each: (part: Part) => void;
  /** What could not be read or written, and why; told to people on standard error in any case. */
  readonly trouble?: (file: string, reason: string) => void;
  readonly end: (totals: Totals) => void;
}

/** Known only to the printer that made it. */
export type Part = object | string;

/** A printer that keeps its own kind of parts. */
interface PrinterOf<T extends Part> extends Omit<Printer, 'part' | 'each'> {
  readonly part: (outcome: Outcome) => T;
  readonly each: (part: T) => void;
}

/** Hides the kind of a printer's parts: none ever gets those of another. */
export const printerOf = <T extends Part>(printer: PrinterOf<T>): Printer => ({
  ...printer,
  each: (part) => printer.each(part as T),
});

/** From which level on a finding makes a check fail, and `never`. */
export const thresholds = ['error', 'warning', 'info', 'never'] as const;
export type Threshold = (typeof thresholds)[number];

const weights: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1, hint: 0 };
const limits: Readonly<Record<Threshold, number>> = { error: 3, warning: 2, info: 1, never: Infinity };

/** Whether a finding of a level makes a check fail. */
export const fails = (severity: Severity, failOn: Threshold): boolean => weights[severity] >= limits[failOn];
