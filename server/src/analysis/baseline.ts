import { type Message, say, wording } from '../base/message.ts';
import { contains, type Span } from '../base/span.ts';
import type { Cell, Report, RowBinding } from '../model/report.ts';
import type { Problem } from '../rules/rule.ts';
import { readJson } from './project.ts';
import { type Fields, isObject } from './settings.ts';

/** The name of the file in which accepted findings are kept. */
export const baselineFileName = 'gouji-baseline.json';

/** The name and version of its format. */
export const baselineSchemaName = 'gouji.baseline/1';

/** What an acceptance holds for: a finding of a rule as long as the same figures stand behind it. */
export interface AcceptanceKey {
  readonly rule: string;
  readonly table?: string;
  readonly row?: string;
  readonly column?: string;
  /** The words that are marked; what is said, where nothing is. Absent where the finding stands on a cell. */
  readonly words?: string;
  /** The figures that take part, as printed, by table, row and column. */
  readonly values: Readonly<Record<string, string>>;
}

/** A finding that somebody looked at and let stand. */
export interface Acceptance extends AcceptanceKey {
  /** The report's path, told from the folder of the baseline. */
  readonly file: string;
  readonly reason: string;
  readonly who: string;
  /** A day: `2025-01-31`. */
  readonly when: string;
}

/** A finding as far as it matters here. */
export interface Acceptable extends Problem {
  readonly rule: string;
}

/** Reads a baseline. One that is not wholly sound is refused: half of it would hide what nobody accepted. */
export function readBaseline(text: string): readonly Acceptance[] | Message {
  const written = readJson(text);
  if ('fault' in written) return written.fault;
  const { value } = written;
  if (!isObject(value) || value.schema !== baselineSchemaName || !Array.isArray(value.accepted))
    return say('最外层应写明 "schema": "{0}" 和列表 "accepted"。', baselineSchemaName);
  const items: readonly unknown[] = value.accepted;
  const accepted = items.map(acceptanceIn);
  const broken = accepted.indexOf(undefined);
  if (broken >= 0)
    return say('accepted 的第 {0} 项不完整：要有 file、rule、values、reason、who、when。', broken + 1);
  return accepted.filter((one) => one !== undefined);
}

/** A baseline as it is written down: by file, in the order given. */
export function printBaseline(accepted: readonly Acceptance[]): string {
  const byFile = [...accepted].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  return `${JSON.stringify({ schema: baselineSchemaName, accepted: byFile }, null, 2)}\n`;
}

/** What an acceptance of a finding would hold for. */
export function acceptanceKey(
  { rule, span, message, related = [], elsewhere = [] }: Acceptable,
  report: Report,
): AcceptanceKey {
  const cells = cellsOf(report);
  const own = cells.filter((cell) => contains(span, cell.span));
  const involved = cells.filter(
    (cell) => own.includes(cell) || related.some((one) => contains(one.span, cell.span)),
  );
  const values = involved.map((cell) => [
    `${cell.table}.${cell.row}.${cell.column}`,
    textAt(report, cell.span),
  ]);
  const before = elsewhere.flatMap(({ of: { report: other }, span: at }) =>
    cellsOf(other)
      .filter((cell) => contains(at, cell.span))
      .map((cell) => [`lastYear.${cell.table}.${cell.row}.${cell.column}`, textAt(other, cell.span)]),
  );
  return {
    rule,
    ...commonPlace(own),
    ...(own.length !== 1 && { words: textAt(report, span) || wording(message) }),
    values: Object.fromEntries([...values, ...before].sort()),
  };
}

/** Parts findings into those still open and those accepted. */
export function partAccepted<F extends Acceptable>(
  found: readonly F[],
  report: Report,
  accepted: readonly AcceptanceKey[],
): { readonly open: readonly F[]; readonly settled: readonly F[] } {
  if (accepted.length === 0) return { open: found, settled: [] };
  const known = new Set(accepted.map(keyText));
  const isKnown = (finding: F): boolean => known.has(keyText(acceptanceKey(finding, report)));
  return { open: found.filter((one) => !isKnown(one)), settled: found.filter(isKnown) };
}

/** The acceptances that hold for no finding any more, because a figure or a word has changed. */
export function lapsed<A extends AcceptanceKey>(
  accepted: readonly A[],
  settled: readonly Acceptable[],
  report: Report,
): readonly A[] {
  const live = new Set(settled.map((finding) => keyText(acceptanceKey(finding, report))));
  return accepted.filter((one) => !live.has(keyText(one)));
}

/** Equal for two keys that hold for the same findings. */
export const keyText = ({ rule, table, row, column, words, values }: AcceptanceKey): string =>
  JSON.stringify([rule, table, row, column, words, Object.entries(values).sort()]);

interface PlacedCell {
  readonly table: string;
  readonly row: string;
  readonly column: string;
  readonly span: Span;
}

function cellsOf({ tables }: Report): readonly PlacedCell[] {
  return Object.values(tables).flatMap((table) => {
    if (table.kind === 'absent') return [];
    const { id } = table.template;
    return table.rows.flatMap((row) =>
      figuresOf(row).map((cell) => ({
        table: id,
        row: cell.row.id,
        column: cell.column.id,
        span: cell.span,
      })),
    );
  });
}

function figuresOf(row: RowBinding): readonly Cell[] {
  if (row.kind === 'read') return row.cells;
  return row.kind === 'miscounted' ? (row.cells ?? row.values) : [];
}

/** Table, row and column, as far as all the cells share them. */
function commonPlace(cells: readonly PlacedCell[]): Partial<Omit<PlacedCell, 'span'>> {
  const [first] = cells;
  if (!first || cells.some(({ table }) => table !== first.table)) return {};
  const { table, row, column } = first;
  if (cells.some((cell) => cell.row !== row)) return { table };
  return cells.length === 1 ? { table, row, column } : { table, row };
}

const textAt = ({ text }: Report, { from, to }: Span): string =>
  text.slice(from, to).replace(/\s+/g, ' ').trim();

function acceptanceIn(raw: unknown): Acceptance | undefined {
  if (!isObject(raw)) return undefined;
  const { values } = raw;
  const [file, rule, reason, who, when] = ['file', 'rule', 'reason', 'who', 'when'].map((key) =>
    wordIn(raw, key),
  );
  if (!file || !rule || !reason || !who || !when || !isObject(values)) return undefined;
  const figures = Object.entries(values).map(([key, value]) =>
    typeof value === 'string' ? [key, value] : undefined,
  );
  if (figures.includes(undefined)) return undefined;
  const place = ['table', 'row', 'column', 'words'].flatMap((key) => (raw[key] === undefined ? [] : [key]));
  if (place.some((key) => typeof raw[key] !== 'string')) return undefined;
  return {
    file,
    rule,
    ...Object.fromEntries(place.map((key) => [key, raw[key]])),
    values: Object.fromEntries(figures.filter((one) => one !== undefined)),
    ...{ reason, who, when },
  };
}

const wordIn = (raw: Fields, key: string): string | undefined => {
  const value = raw[key];
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
};
