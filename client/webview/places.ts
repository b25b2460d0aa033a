import type { PreviewBlockAnswer, Stretch } from '../../server/src/lsp/protocol.ts';
import { blockKey } from '../src/preview/block-key.ts';
import { morph } from './morph.ts';

/** Knows which element of the page stands for which place of the text. */
export interface Places {
  /** Shows these blocks; those that are as before stay untouched. */
  readonly show: (
    blocks: readonly PreviewBlockAnswer[],
    make: (block: PreviewBlockAnswer) => HTMLElement,
  ) => void;
  /** The place that an element stands for. */
  readonly of: (target: EventTarget | null) => Stretch | undefined;
  /** Marks what stands at a place, and brings it into sight if that is wanted. */
  readonly point: (at: number | null, scrolls: boolean) => void;
}

interface Shown {
  readonly element: HTMLElement;
  /** All of the block but where it begins. */
  readonly key: string;
  readonly at: Stretch;
}

export function places(report: HTMLElement): Places {
  let shown: readonly Shown[] = [];
  let here: Element | undefined;
  return {
    show: (blocks, make) => {
      shown = renewed(report, shown, blocks, make);
    },
    of: (target) => {
      if (!(target instanceof Element)) return undefined;
      const placed = target.closest<HTMLElement>('[data-from]');
      const block = target.closest('[data-block]');
      const base = shown.find(({ element }) => element === block)?.at;
      if (placed) return stretchOf(placed, base?.[0] ?? 0);
      return base;
    },
    point: (at, scrolls) => {
      here?.classList.remove('here');
      here?.removeAttribute('aria-current');
      const block = at === null ? undefined : shown.findLast((one) => one.at[0] <= at && at <= one.at[1]);
      here = block && at !== null ? elementAt(block, at) : undefined;
      here?.classList.add('here');
      here?.setAttribute('aria-current', 'location');
      if (scrolls) (here ?? block?.element)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    },
  };
}

/** Blocks at the beginning and the end that are as before keep their elements; those between are made alike. */
function renewed(
  report: HTMLElement,
  before: readonly Shown[],
  blocks: readonly PreviewBlockAnswer[],
  make: (block: PreviewBlockAnswer) => HTMLElement,
): readonly Shown[] {
  const keys = blocks.map(blockKey);
  const least = Math.min(before.length, blocks.length);
  let head = 0;
  while (head < least && before[head]?.key === keys[head]) head++;
  let tail = 0;
  while (tail < least - head && before[before.length - 1 - tail]?.key === keys[keys.length - 1 - tail])
    tail++;
  const between = before.slice(head, before.length - tail);
  const after = before[before.length - tail]?.element ?? null;
  const changed = blocks.slice(head, blocks.length - tail).map((block, at): HTMLElement => {
    const made = make(block);
    const old = between[at]?.element;
    if (old && old.tagName === made.tagName) {
      morph(old, made);
      return old;
    }
    if (old) old.replaceWith(made);
    else report.insertBefore(made, after);
    return made;
  });
  for (const { element } of between.slice(changed.length)) element.remove();
  return blocks.map((block, at) => {
    const kept = at < head ? before[at] : before[at - blocks.length + before.length];
    const element = changed[at - head] ?? kept?.element;
    if (!element) throw new Error('a block without an element');
    return { element, key: keys[at] ?? '', at: block.at };
  });
}

function stretchOf({ dataset }: HTMLElement, base: number): Stretch {
  return [base + Number(dataset.from), base + Number(dataset.to)];
}

/** The narrowest element of a block that stands at a place. */
function elementAt({ element, at: [base] }: Shown, at: number): Element | undefined {
  let best: { readonly found: Element; readonly width: number } | undefined;
  for (const found of element.querySelectorAll<HTMLElement>('td[data-from], th[data-from], .run')) {
    const [from, to] = stretchOf(found, base);
    if (from <= at && at <= to && (!best || to - from < best.width)) best = { found, width: to - from };
  }
  return best?.found;
}
