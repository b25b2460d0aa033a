import { type Message, say } from '../base/message.ts';
import { certainCells } from '../model/identities.ts';
import type { Judgement, Quantity, Report, RowBinding, TableBinding } from '../model/report.ts';
import type { IdentityTemplate } from '../template/index.ts';
import { catalogue, type RuleFacts } from './catalogue.ts';
import type { Finding } from './check.ts';
import { type Unreadable, unreadableIn } from './extract.ts';
import type { Snapshot } from './snapshot.ts';

/** How something checked came out; `open` could not be checked, `off` was not to be. */
export type Standing = 'passed' | 'failed' | 'open' | 'off';

/** One thing checked, how it came out, and on what ground it is demanded. */
export interface AccountLine {
  readonly standing: Standing;
  readonly text: Message;
  readonly source: string;
}

/** Things checked that belong together. */
export interface AccountPart {
  readonly title: Message;
  readonly lines: readonly AccountLine[];
}

/** Everything that was checked in a report, what passed, and what could not be checked and why; nothing for another text. */
export function account(of: Snapshot): readonly AccountPart[] {
  const { settings } = of;
  const read = of.report();
  if (!read.recognised) return [];
  const levelOf = (rule: string) => settings.rules[rule];
  return [
    { title: say('勾稽关系'), lines: identityLines(read) },
    { title: say('三张表'), lines: Object.values(read.tables).map((table) => tableLine(table, read)) },
    {
      title: say('逐条规则'),
      lines: catalogue
        .map((rule) => ruleLine(rule, levelOf(rule.id) === 'off', of))
        .filter((line) => line !== undefined),
    },
  ];
}

function identityLines(report: Report): readonly AccountLine[] {
  const all = report.judgements();
  const identities = [...new Set(all.map(({ identity }) => identity))];
  return identities.map((identity) =>
    identityLine(
      identity,
      all.filter((one) => one.identity === identity),
      report,
    ),
  );
}

function identityLine(
  identity: IdentityTemplate,
  judgements: readonly Judgement[],
  report: Report,
): AccountLine {
  const ofState = (state: Judgement['outcome']['state']) =>
    judgements.filter(({ outcome }) => outcome.state === state);
  const [held, broken, open] = [ofState('held'), ofState('broken'), ofState('notAssessable')];
  const standing = broken.length > 0 ? 'failed' : open.length > 0 ? 'open' : 'passed';
  const name = judgements[0]?.table.name ?? '';
  const counts = [
    say('{0} 项成立', held.length),
    ...(broken.length > 0 ? [say('{0} 项不成立（{1}）', broken.length, listed(broken.map(brokenLine)))] : []),
    ...openLines(open, report),
  ];
  return {
    standing,
    text: say('{0}：{1}——{2}', name, identity.because, listed(counts)),
    source: identity.source,
  };
}

const brokenLine = ({ line, outcome }: Judgement): Message =>
  outcome.state === 'notAssessable'
    ? say('{0}', line.label)
    : say('{0}：{1} ≠ {2}', line.label, outcome.left, outcome.right);

/** What could not be judged, by the reason for it. */
function openLines(open: readonly Judgement[], { tables }: Report): readonly Message[] {
  const byReason = new Map<string, { readonly reason: Message; readonly lines: string[] }>();
  for (const judgement of open) {
    const reason = hindrance(judgement, tables[judgement.table.id]);
    const key = JSON.stringify(reason);
    const group = byReason.get(key) ?? { reason, lines: [] };
    group.lines.push(judgement.line.label);
    byReason.set(key, group);
  }
  return [...byReason.values()].map(({ reason, lines }) =>
    say('{0} 项无法核对（{1}）：{2}', lines.length, lines.join('、'), reason),
  );
}

/** Why an identity cannot be judged: the first of its figures that is not certain. */
function hindrance({ identity, line }: Judgement, table: TableBinding): Message {
  if (table.kind === 'absent') return say('报告里没有这张表');
  const ids = [...identity.sum, ...identity.equals];
  const rows = identity.axis === 'row' ? ids : [line.id];
  const columns = identity.axis === 'row' ? [line.id] : ids;
  for (const row of table.rows.filter(({ template }) => rows.includes(template.id))) {
    const cells = certainCells(row);
    if (!cells) return uncertainRow(row);
    for (const { column, quantity } of cells)
      if (columns.includes(column.id) && quantity.kind !== 'number')
        return uncertainCell(row.template.label, column.label, quantity);
  }
  return say('有数字读不准');
}

function uncertainRow(row: RowBinding): Message {
  const { label } = row.template;
  switch (row.kind) {
    case 'missing':
      return say('缺“{0}”这一行', label);
    case 'unreadable':
      return say('“{0}”读不准：{1}', label, row.reason);
    case 'miscounted':
      return say('“{0}”的数字个数与列数不符', label);
    default:
      return say('“{0}”出现两次，数字不同', label);
  }
}

const uncertainCell = (row: string, column: string, quantity: Quantity): Message =>
  quantity.kind === 'malformed'
    ? say('“{0}”的“{1}”写的是“{2}”', row, column, quantity.text)
    : say('“{0}”的“{1}”空着', row, column);

function tableLine(table: TableBinding, { edition }: Report): AccountLine {
  const { name, title } = table.template;
  const { source } = edition;
  if (table.kind === 'absent')
    return { standing: 'failed', text: say('{0} {1}：没有这张表', name, title), source };
  const doubts = unreadableIn(table);
  const certain = table.rows.length - new Set(doubts.map(({ row }) => row)).size;
  const read = say('{0} {1}：{2} 年格式，读准 {3} 行', name, title, table.edition, certain);
  if (doubts.length === 0) return { standing: 'passed', text: read, source };
  return {
    standing: 'open',
    text: listed([read, ...doubts.map((doubt) => doubtText(doubt, table))]),
    source,
  };
}

function doubtText({ row, reason }: Unreadable, { template }: TableBinding): Message {
  const label = template.rows.find(({ id }) => id === row)?.label ?? row;
  return say('“{0}”：{1}', label, reason);
}

function ruleLine(
  { id, group, title, basis }: RuleFacts,
  off: boolean,
  { report, findings, accepted }: Snapshot,
): AccountLine | undefined {
  const count = (of: readonly Finding[]): number => of.filter(({ rule }) => rule === id).length;
  const [open, settled] = [count(findings()), count(accepted())];
  const line = (standing: Standing, text: Message): AccountLine => ({ standing, text, source: basis });
  if (off) return line('off', say('{0}（{1}）：按设置不检查', title, id));
  if (open > 0) return line('failed', say('{0}（{1}）：{2} 处', title, id, open));
  if (settled > 0) return line('passed', say('{0}（{1}）：{2} 处已接受', title, id, settled));
  if (group === 'across' && !report().lastYear)
    return line('open', say('{0}（{1}）：没有找到同一单位上年的报告，没有核对', title, id));
  // One broken sum can break another, and is told once; how each sum comes out stands with the identities.
  return ofSums.has(id) ? undefined : line('passed', say('{0}（{1}）：没有发现', title, id));
}

/** The rules that tell of broken identities. */
const ofSums: ReadonlySet<string> = new Set([
  'unbalanced-applications',
  'wrong-outcome-total',
  'wrong-applicant-total',
  'wrong-review-total',
]);

const marks: Readonly<Record<Standing, string>> = { passed: '✓', failed: '✗', open: '?', off: '–' };

/** A line as it is read: a mark, what was checked, and its ground. */
export const lineText = ({ standing, text, source }: AccountLine): Message =>
  say('{0} {1}〔依据：{2}〕', marks[standing], text, source);

/** Several messages, at least one, as a list in one. */
function listed(parts: readonly Message[]): Message {
  return parts.reduce((before, part) => say('{0}；{1}', before, part));
}
