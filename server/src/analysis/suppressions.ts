import { type Message, say } from '../base/message.ts';
import { type Span, span } from '../base/span.ts';
import type { Edit, Problem } from '../rules/rule.ts';
import type { Note } from '../syntax/notes.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';
import { ruleFacts, unusedSuppression } from './catalogue.ts';

/** What is left of some findings once the comments in the text have spoken, and the comments that said nothing. */
export interface Suppressed<F> {
  readonly kept: readonly F[];
  readonly unused: readonly Problem[];
}

interface Marked {
  readonly rule: string;
  readonly span: Span;
}

/** Leaves out the findings that comments in the source disown. A rule that does not run makes no comment useless. */
export function suppress<F extends Marked>(
  tree: SyntaxTree,
  found: readonly F[],
  runs: (rule: string) => boolean,
): Suppressed<F> {
  if (tree.notes.length === 0) return { kept: found, unused: [] };
  const { source } = tree;
  const directives = tree.notes.map((note) => readDirective(note, source));
  const orders = directives.flatMap((directive, at) => ordersOf(directive, at, directives, tree));
  const used = new Set<Order>();
  const kept = found.filter(({ rule, span: place }) => {
    const covering = orders.filter((order) => order.rule === rule && covers(order.scope, place.from));
    for (const order of covering) used.add(order);
    return covering.length === 0;
  });
  const idle = (order: Order): boolean =>
    !used.has(order) && order.rule !== unusedSuppression.id && runs(order.rule);
  const unused = directives.flatMap((one) => uselessness(one, orders.filter(idle), directives, source) ?? []);
  const disowned = (place: Span): boolean =>
    orders.some(({ rule, scope }) => rule === unusedSuppression.id && covers(scope, place.from));
  return { kept, unused: unused.filter((problem) => !disowned(problem.span)) };
}

type Kind = 'disable-next-line' | 'disable-line' | 'disable-file' | 'disable' | 'enable';

/** A comment as it is meant, if anything can be made of it. */
interface Directive {
  readonly note: Note;
  readonly kind: Kind | undefined;
  readonly ids: readonly string[];
  /** Where the names of the rules stand. */
  readonly named: Span;
}

/** One rule, disowned for a part of the text. */
interface Order {
  readonly directive: Directive;
  readonly rule: string;
  readonly scope: Span;
}

const kinds: readonly Kind[] = ['disable-next-line', 'disable-line', 'disable-file', 'disable', 'enable'];
const form = /^gouji-([a-z-]+)(\s*)([^:：]*)/;

function readDirective(note: Note, source: string): Directive {
  const [, word, blanks = '', list = ''] = form.exec(source.slice(note.words.from, note.words.to)) ?? [];
  const kind = kinds.find((one) => one === word);
  const from = note.words.from + 'gouji-'.length + (word ?? '').length + blanks.length;
  const ids = list.split(/[\s,，、]+/).filter(Boolean);
  return { note, kind, ids, named: { from, to: from + list.trimEnd().length } };
}

function ordersOf(
  directive: Directive,
  at: number,
  all: readonly Directive[],
  tree: SyntaxTree,
): readonly Order[] {
  const { kind, ids } = directive;
  if (kind === undefined || kind === 'enable') return [];
  return ids.flatMap((rule) => {
    const scope = scopeOf(kind, rule, at, all, tree);
    return scope && ruleFacts(rule) ? [{ directive, rule, scope }] : [];
  });
}

function scopeOf(
  kind: Kind,
  rule: string,
  at: number,
  all: readonly Directive[],
  { text, lines }: SyntaxTree,
): Span | undefined {
  const place = all[at]?.note.span;
  if (!place) return undefined;
  switch (kind) {
    case 'disable-file':
      return { from: 0, to: text.length };
    case 'disable-line':
      return lineOf(lines, place.from)?.full;
    case 'disable-next-line': {
      const next = lines.find(({ shape, full }) => full.from > place.to && shape !== 'blank');
      // What is missing at the beginning of a text stands where the comment stands.
      return next && span(lineOf(lines, place.from)?.full.from ?? place.from, next.full.to);
    }
    default:
      return { from: place.to, to: endOf(rule, all.slice(at + 1)) ?? text.length };
  }
}

/** Where the next comment stands that takes a rule back in. */
const endOf = (rule: string, later: readonly Directive[]): number | undefined =>
  later.find(({ kind, ids }) => kind === 'enable' && (ids.length === 0 || ids.includes(rule)))?.note.span
    .from;

const lineOf = (lines: readonly Line[], place: number): Line | undefined =>
  lines.findLast(({ full }) => full.from <= place);

/** A finding at the very end of a line is of that line. */
const covers = (scope: Span, place: number): boolean => scope.from <= place && place <= scope.to;

/** What is to be said of a comment that does nothing, or not all that it says. */
function uselessness(
  directive: Directive,
  idle: readonly Order[],
  all: readonly Directive[],
  source: string,
): Problem | undefined {
  const { note, kind, ids } = directive;
  const problem = (message: Message, left: readonly string[]): Problem => ({
    span: note.span,
    message,
    fixes: [fixOf(directive, left, source)],
  });
  if (kind === undefined) return problem(say('看不懂这条注释，它不起作用；可用的写法见规则说明'), []);
  if (kind === 'enable')
    return endsNothing(directive, all)
      ? problem(say('前面没有要恢复检查的规则，这条注释不起作用'), [])
      : undefined;
  if (ids.length === 0) return problem(say('没有写明忽略哪条规则，这条注释不起作用'), []);
  const strange = ids.filter((id) => !ruleFacts(id));
  if (strange.length > 0) return problem(say('没有“{0}”这条规则', strange.join('、')), without(ids, strange));
  const mine = idle.filter((order) => order.directive === directive).map(({ rule }) => rule);
  if (mine.length === 0) return undefined;
  return problem(say('这里没有 {0} 的问题，不必忽略', mine.join('、')), without(ids, mine));
}

const without = (ids: readonly string[], others: readonly string[]): readonly string[] =>
  ids.filter((id) => !others.includes(id));

function endsNothing(end: Directive, all: readonly Directive[]): boolean {
  const before = all.slice(0, all.indexOf(end));
  return !before.some(
    ({ kind, ids }) => kind === 'disable' && (end.ids.length === 0 || end.ids.some((id) => ids.includes(id))),
  );
}

function fixOf(directive: Directive, left: readonly string[], source: string) {
  const { note, named } = directive;
  if (left.length === 0)
    return { title: say('删去这条注释'), safety: 'safe' as const, edits: [deletion(note.span, source)] };
  const insert = left.join(', ');
  return { title: say('只留下 {0}', insert), safety: 'safe' as const, edits: [{ span: named, insert }] };
}

/** A comment that stands alone goes with its line, any other with the blanks before it. */
function deletion({ from, to }: Span, source: string): Edit {
  let start = from;
  while (/[ \t]/.test(source.charAt(start - 1))) start -= 1;
  const lineEnd = /^[ \t]*(?:\r\n?|\n|$)/.exec(source.slice(to));
  const alone = lineEnd !== null && (start === 0 || /[\r\n]/.test(source.charAt(start - 1)));
  return { span: alone ? span(start, to + lineEnd[0].length) : span(start, to), insert: '' };
}
