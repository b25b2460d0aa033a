import { outcomeGithub } from './check-github.ts';
import { checkSchema, outcomeJson } from './check-json.ts';
import { junitPrinter } from './check-junit.ts';
import { sarifPrinter } from './check-sarif.ts';
import { outcomeText, totalsText } from './check-text.ts';
import { printJson } from './print-json.ts';
import { type Printer, printerOf, type Threshold } from './printer.ts';
import type { System } from './system.ts';
import type { Voice } from './voice.ts';

/** The forms in which a check can be written down. */
export const formats = ['text', 'json', 'ndjson', 'sarif', 'junit', 'github'] as const;

/** How a check is to be written down. */
export interface Printing {
  readonly format: (typeof formats)[number];
  readonly verbose: boolean;
  readonly failOn: Threshold;
}

export const printerFor = (printing: Printing, system: System, voice: Voice): Printer =>
  printers[printing.format](printing, system, voice);

const printers: Readonly<
  Record<Printing['format'], (printing: Printing, system: System, voice: Voice) => Printer>
> = {
  text: ({ verbose }, { out }, voice) =>
    printerOf({
      part: (outcome) => outcomeText(outcome, verbose, voice),
      each: out,
      end: (totals) => totals.files > 1 && out(totalsText(totals, voice)),
    }),
  ndjson: (_, { out }, voice) =>
    printerOf({
      part: (outcome) => `${JSON.stringify(outcomeJson(outcome, voice))}\n`,
      each: out,
      end: () => {},
    }),
  json: (_, { out }, voice) => {
    const reports: object[] = [];
    return printerOf({
      part: (outcome) => outcomeJson(outcome, voice),
      each: (report) => reports.push(report),
      end: (summary) => out(`${printJson({ schema: checkSchema, reports, summary })}\n`),
    });
  },
  sarif: (_, system, voice) => sarifPrinter(system, voice),
  junit: ({ failOn }, { out }, voice) => junitPrinter(failOn, out, voice),
  github: (_, { out }, voice) =>
    printerOf({ part: (outcome) => outcomeGithub(outcome, voice), each: out, end: () => {} }),
};
