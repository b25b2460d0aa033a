/** Makes one element like another, keeping what is the same: nothing flickers, and focus and scrolling stay. */
export function morph(old: Element, wanted: Element): void {
  // Whether something is unfolded is the reader's own choice.
  for (const { name } of [...old.attributes])
    if (name !== 'open' && !wanted.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of wanted.attributes)
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const next = [...wanted.childNodes];
  const there = [...old.childNodes];
  for (const [at, node] of next.entries()) {
    const before = there[at];
    if (!before) old.append(node);
    else if (before instanceof Element && node instanceof Element && before.tagName === node.tagName)
      morph(before, node);
    else if (before instanceof Text && node instanceof Text) {
      if (before.data !== node.data) before.data = node.data;
    } else before.replaceWith(node);
  }
  for (const node of there.slice(next.length)) node.remove();
}
