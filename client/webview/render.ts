import type {
  PreviewBlockAnswer,
  PreviewCellAnswer,
  PreviewMarkAnswer,
  PreviewNoteAnswer,
  PreviewTableAnswer,
  Stretch,
} from '../../server/src/lsp/protocol.ts';

/**
 * Builds the elements of a page. Words of a report become text nodes and nothing else,
 * so that no report can bring an element, a style or a script with it.
 */

type Block<Kind> = Extract<PreviewBlockAnswer, { readonly kind: Kind }>;

/** What the elements of a block have in common. */
interface Ground {
  /** Where the block begins: places within it are told from there, so that they stay when text above grows. */
  readonly from: number;
  readonly notes: ReadonlyMap<number, PreviewNoteAnswer>;
}

/** An element with classes and children; strings become text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  classes: string,
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (classes !== '') made.className = classes;
  made.append(...children);
  return made;
}

/** A block of the report. Two blocks that differ in their place alone give the same elements. */
export function blockElement(block: PreviewBlockAnswer): HTMLElement {
  const ground = { from: block.at[0], notes: new Map(block.notes.map((note) => [note.number, note])) };
  const made = elementFor(block, ground);
  made.dataset.block = '';
  return made;
}

function elementFor(block: PreviewBlockAnswer, ground: Ground): HTMLElement {
  switch (block.kind) {
    case 'heading': {
      const depth = Math.min(Math.max(block.depth, 1), 6) as 1 | 2 | 3 | 4 | 5 | 6;
      return element(`h${depth}`, '', ...runs(block, ground));
    }
    case 'paragraph':
      return element('p', '', ...runs(block, ground));
    case 'table':
      return table(block, ground);
  }
}

const runs = (block: Block<'heading' | 'paragraph'>, ground: Ground): readonly (Node | string)[] =>
  block.runs.map(({ text, at, marks }) => {
    if (marks.length === 0) return text;
    const run = element('span', 'run', text);
    place(run, at, ground);
    mark(run, marks, ground);
    run.tabIndex = 0;
    return run;
  });

function table(block: Block<'table'>, ground: Ground): HTMLElement {
  const { name, sums, remark, rows, found, notes } = block;
  const made = element(
    'section',
    'sheet',
    ...(remark === null ? [] : [element('p', 'remark', remark)]),
    ...(sums === null ? [] : [element('p', 'sums', sums)]),
    ...(notes.length === 0 ? [] : [noteList(notes, ground.from)]),
    ...(rows.length === 0 ? [] : [grid(name, rows, ground, '')]),
    ...(found ? [asFound(name, found, rows.length > 0, ground)] : []),
  );
  made.setAttribute('aria-label', name);
  return made;
}

function grid(name: string, rows: PreviewTableAnswer, ground: Ground, classes: string): HTMLElement {
  const caption = element('caption', 'unseen', name);
  const lines = rows.map((cells) => element('tr', '', ...cells.map((cell) => cellElement(cell, ground))));
  const sheet = element('table', classes, caption, element('tbody', '', ...lines));
  giveTabStop(sheet);
  return element('div', 'scroll', sheet);
}

/** Below the form it is there to be looked up. */
function asFound(
  name: string,
  found: NonNullable<Block<'table'>['found']>,
  belowForm: boolean,
  ground: Ground,
): HTMLElement {
  const own = grid(`${name} ${found.name}`, found.rows, ground, 'found');
  return belowForm ? element('details', '', element('summary', '', found.name), own) : own;
}

function cellElement(cell: PreviewCellAnswer, ground: Ground): HTMLElement {
  const { text, across = 1, down = 1, head, at, marks = [] } = cell;
  const made = element(head === undefined ? 'td' : 'th', '', text);
  if (head !== undefined) made.scope = head;
  if (across > 1) made.colSpan = across;
  if (down > 1) made.rowSpan = down;
  if (at) {
    place(made, at, ground);
    made.tabIndex = -1;
  }
  mark(made, marks, ground);
  return made;
}

/** The marked cells are where the Tab key stops; in a table without any, its first figure is. */
function giveTabStop(sheet: HTMLTableElement): void {
  const wrong = sheet.querySelectorAll<HTMLElement>('.wrong');
  const stops = wrong.length > 0 ? [...wrong] : [sheet.querySelector<HTMLElement>('td[data-from]')];
  for (const stop of stops) if (stop) stop.tabIndex = 0;
}

/** The findings in words, each a button that leads to its place. */
export function noteList(notes: readonly PreviewNoteAnswer[], from = 0): HTMLElement {
  return element(
    'ol',
    'notes',
    ...notes.map(({ number, severity, message, at }) => {
      const go = element('button', '', message);
      go.type = 'button';
      place(go, at, { from });
      go.dataset.numbers = String(number);
      const item = element('li', severity, element('span', 'number', String(number)), go);
      return item;
    }),
  );
}

function place(made: HTMLElement, at: Stretch, { from }: Pick<Ground, 'from'>): void {
  made.dataset.from = String(at[0] - from);
  made.dataset.to = String(at[1] - from);
}

/** Marks an element, and says in words what for: to the eye by number and hint, to a screen reader in place. */
function mark(made: HTMLElement, marks: readonly PreviewMarkAnswer[], { notes }: Ground): void {
  if (marks.length === 0) return;
  const wrong = marks.filter(({ state }) => state === 'wrong');
  const severity = gravest(wrong.length > 0 ? wrong : marks, notes);
  made.classList.add(wrong.length > 0 ? 'wrong' : 'involved', severity);
  made.dataset.numbers = marks.map(({ number }) => number).join(' ');
  made.dataset.hint = marks
    .flatMap(({ number }) => notes.get(number) ?? [])
    .map(({ number, message }) => `${number}. ${message}`)
    .join('\n');
  if (wrong.length === 0) {
    made.setAttribute('aria-description', made.dataset.hint);
    return;
  }
  const badge = element('sup', 'badge', wrong.map(({ number }) => number).join(','));
  badge.ariaHidden = 'true';
  made.append(badge, element('span', 'unseen', `（${made.dataset.hint}）`));
}

const severities: readonly PreviewNoteAnswer['severity'][] = ['error', 'warning', 'info', 'hint'];

function gravest(marks: readonly PreviewMarkAnswer[], notes: Ground['notes']): PreviewNoteAnswer['severity'] {
  const found = marks.map(({ number }) => notes.get(number)?.severity);
  return severities.find((severity) => found.includes(severity)) ?? 'error';
}
