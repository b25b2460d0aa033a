// The page of a report: shows what the extension sends, and tells it which place was chosen.
import type { FromPage, PageState, PageWords, ShowMessage, ToPage } from '../src/preview/messages.ts';
import { neighbour } from './grid.ts';
import { hints } from './hints.ts';
import { morph } from './morph.ts';
import { places } from './places.ts';
import { blockElement, element, noteList } from './render.ts';

interface Host {
  readonly postMessage: (message: FromPage) => void;
  readonly getState: () => PageState | undefined;
  readonly setState: (state: PageState) => void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const bar = need('bar');
const rest = need('rest');
const report = need('report');
const hint = hints(need('tip'));
const where = places(report);
let uri = host.getState()?.uri;
/** Where the page was before it was loaded anew; until then the cursor does not move it. */
let restored = host.getState()?.top;

function need(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
}

function show({ view, cursor, words, uri: shown }: ShowMessage): void {
  uri = shown;
  document.documentElement.lang = words.language;
  report.ariaLabel = words.report;
  morph(bar, barFor(words, view));
  morph(rest, restFor(view));
  where.show(view?.blocks ?? [], blockElement);
  hint.refresh();
  keep();
  if (restored !== undefined) window.scrollTo({ top: restored });
  where.point(cursor, restored === undefined);
  restored = undefined;
}

/** How many findings there are, and what the marks mean if there are any. */
function barFor(words: PageWords, view: ShowMessage['view']): HTMLElement {
  const marks = view?.blocks.some(({ notes }) => notes.length > 0) ?? false;
  const legend = element(
    'p',
    'legend',
    element('span', 'key wrong', words.wrong),
    element('span', 'key involved', words.involved),
    element('span', 'go', words.go),
  );
  const made = element('header', '', element('p', 'headline', words.headline), ...(marks ? [legend] : []));
  made.id = 'bar';
  return made;
}

/** What is marked nowhere in the report. */
function restFor(view: ShowMessage['view']): HTMLElement {
  const made = element('div', '', ...(view && view.notes.length > 0 ? [noteList(view.notes)] : []));
  made.id = 'rest';
  return made;
}

/** What is brought into sight must not end up behind the bar, which takes two lines on a narrow page. */
new ResizeObserver(() => {
  const gap = 8;
  document.documentElement.style.scrollPadding = `${bar.offsetHeight + gap}px ${gap}px ${gap}px`;
}).observe(bar);

function keep(): void {
  if (uri !== undefined) host.setState({ uri, top: window.scrollY });
}

function go(target: EventTarget | null): boolean {
  const at = where.of(target);
  if (at) host.postMessage({ kind: 'go', at });
  return at !== undefined;
}

/** Words are chosen to be copied as well; that is no click. */
const isSelecting = (): boolean => window.getSelection()?.type === 'Range';

document.addEventListener('click', ({ target }) => {
  const marked = target instanceof Element && target.closest('td, th, .run, .notes button');
  if (marked && !isSelecting()) go(target);
});
document.addEventListener('dblclick', ({ target }) => {
  if (target instanceof Element && !target.closest('td, th, .run, .notes button')) go(target);
});
document.addEventListener('keydown', (event) => {
  const { key, target, ctrlKey, altKey, metaKey } = event;
  if (key === 'Escape') hint.hide();
  if (ctrlKey || altKey || metaKey || !(target instanceof HTMLElement)) return;
  if (target instanceof HTMLTableCellElement) {
    const next = neighbour(target, key);
    next?.focus();
    if (next) event.preventDefault();
  }
  const chosen = (key === 'Enter' || key === ' ') && !(target instanceof HTMLButtonElement);
  if (chosen && go(target)) event.preventDefault();
});
document.addEventListener('scroll', keep);
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') show(data);
  else where.point(data.at, true);
});
host.postMessage({ kind: 'ready' });
