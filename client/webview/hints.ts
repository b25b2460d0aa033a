/** Shows what is wrong with an element that is pointed at or has the focus, and lights up what belongs to it. */
export interface Hints {
  readonly hide: () => void;
  /** The page has changed under the hint. */
  readonly refresh: () => void;
}

export function hints(tip: HTMLElement): Hints {
  let owner: HTMLElement | undefined;
  const light = (numbers: string | undefined): void => {
    for (const lit of document.querySelectorAll('.lit')) lit.classList.remove('lit');
    for (const number of numbers?.split(' ') ?? [])
      for (const one of document.querySelectorAll(`main [data-numbers~="${number}"]`))
        one.classList.add('lit');
  };
  const hide = (): void => {
    owner = undefined;
    tip.hidden = true;
    light(undefined);
  };
  const show = (target: EventTarget | null): void => {
    const found = target instanceof Element ? target.closest<HTMLElement>('[data-numbers]') : null;
    if (!found) {
      hide();
      return;
    }
    owner = found;
    light(found.dataset.numbers);
    tip.textContent = found.dataset.hint ?? '';
    tip.hidden = tip.textContent === '';
    if (!tip.hidden) beside(tip, found);
  };
  document.addEventListener('pointerover', ({ target }) => {
    if (target !== tip) show(target);
  });
  document.addEventListener('focusin', ({ target }) => show(target));
  document.addEventListener('focusout', hide);
  const refresh = (): void => {
    if (owner?.isConnected) show(owner);
    else hide();
  };
  // A table has a scroll bar of its own.
  document.addEventListener('scroll', refresh, true);
  return { hide, refresh };
}

/** Below what it is about, or above where there is no room. */
function beside(tip: HTMLElement, about: HTMLElement): void {
  const { left, top, bottom } = about.getBoundingClientRect();
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientHeight;
  const gap = 4;
  tip.style.left = `${Math.max(gap, Math.min(left, document.documentElement.clientWidth - width - gap))}px`;
  tip.style.top = `${bottom + gap + height <= room ? bottom + gap : Math.max(gap, top - gap - height)}px`;
}
