import { type Extract, extract, type Positions, positionsOf, type Unreadable } from '../analysis/extract.ts';
import { type LineIndex, lineIndex } from '../analysis/line-index.ts';
import { snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import type { Report } from '../model/report.ts';
import { type Arguments, choice } from './arguments.ts';
import { type Input, inputSpecs, readInput, sources } from './input.ts';
import { printJson } from './print-json.ts';
import { settingsFinder } from './settings.ts';
import type { OptionSpecs, System } from './system.ts';
import type { Voice } from './voice.ts';

const formats = ['json', 'ndjson'] as const;

export const extractSpecs = {
  format: { type: 'string', values: formats },
  positions: { type: 'boolean' },
  ...inputSpecs,
} as const satisfies OptionSpecs;

interface ExtractOptions {
  readonly input: Input;
  readonly format: (typeof formats)[number];
  readonly positions: boolean;
}

/** What an extraction asks for, or what is wrong with it. */
export function readExtract(args: Arguments): ExtractOptions | Message {
  const input = readInput(args);
  if ('key' in input) return input;
  return { input, format: choice(args, 'format', formats, 'json'), positions: args.options.has('positions') };
}

/** Prints the figures of every report asked for; gives the exit code. */
export async function runExtract(options: ExtractOptions, system: System, voice: Voice): Promise<number> {
  const finder = settingsFinder(options.input.config, system);
  const objects: object[] = [];
  let trouble = false;
  for await (const source of sources(options.input, system)) {
    const complain = (reason: Message): void => system.err(`gouji: ${source.file}: ${voice(reason)}\n`);
    if (source.kind === 'unread') {
      complain(source.reason);
      trouble = true;
      continue;
    }
    const report = snapshot(source.text, 0, finder.of(source.file)).report();
    if (!report.recognised) complain(say('不像政府信息公开工作年度报告。'));
    if (!report.recognised && !source.named) continue;
    const object = extractJson(source.file, report, options.positions, voice);
    if (options.format === 'ndjson') system.out(`${JSON.stringify(object)}\n`);
    else objects.push(object);
  }
  if (objects.length > 0) system.out(`${printJson(objects.length === 1 ? objects[0] : objects)}\n`);
  for (const { file, reason } of finder.faults()) system.err(`gouji: ${file}: ${voice(reason)}\n`);
  return trouble || finder.faults().length > 0 ? 2 : 0;
}

/** A report's figures in the form that other programs may rely on. */
function extractJson(file: string, report: Report, positions: boolean, voice: Voice): object {
  // What is read of a page has line ends of its own.
  const lines = lineIndex(report.tree.source);
  const { sections, unreadable, ...rest } = extract(report);
  const { title, organ, year, edition, layout, ...figures } = rest;
  return {
    schema: 'gouji.extract/1',
    file,
    ...{ title, organ, year, edition, layout },
    sections: sections.map((section) => sectionJson(section, lines)),
    ...figures,
    unreadable: unreadable.map((part) => unreadableJson(part, voice)),
    ...(positions ? { positions: positionsJson(positionsOf(report), lines) } : {}),
  };
}

const sectionJson = ({ id, heading, span }: Extract['sections'][number], lines: LineIndex): object => ({
  id,
  heading,
  line: lines.positionOf(span.from).line,
});

const unreadableJson = ({ reason, ...where }: Unreadable, voice: Voice): object => ({
  ...where,
  reason: voice(reason),
});

function positionsJson({ disclosure, applications, review }: Positions, lines: LineIndex): object {
  const range = (span: Span | null): object | null => span && lines.rangeOf(span);
  const ranges = (rows: Positions['applications']): object | null =>
    rows && mapValues(rows, (spans) => spans.map(range));
  return {
    disclosure: disclosure && mapValues(disclosure, (cells) => mapValues(cells, range)),
    applications: ranges(applications),
    review: ranges(review),
  };
}

function mapValues<T, R>(record: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
