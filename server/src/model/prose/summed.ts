import { type Figure, figuresIn } from './figures.ts';
import type { Itemised } from './itemised.ts';
import { remembered } from './words.ts';

const sumUp =
  /^[，、]?(?:以上|全年|各项|各类|[两三四五六]个?(?:项|类|平台|渠道|方面|者))?(?:共计|合计|总计)$/;
/** What would make a figure of the list more, or less, than an addend. */
const unsure = /其中|较|比|同比|分别|包括|不含|含|（|重复|每/;
/** No part of a list needs more words than this. */
const longestPart = 20;

/** Every list that is added up behind it: `招生类128条、资助类96条，共计224条`. */
export const summedIn = remembered((words): readonly Itemised[] => {
  const { text } = words;
  if (!/[共合总]计/.test(text)) return [];
  const figures = figuresIn(words);
  return figures.flatMap((total, index): readonly Itemised[] => {
    const last = figures[index - 1];
    if (!last || total.approximate || !sumUp.test(text.slice(last.end, total.from))) return [];
    const begin = Math.max(...[...'。！？；：'].map((stop) => text.lastIndexOf(stop, total.from))) + 1;
    if (unsure.test(text.slice(begin, total.from))) return [];
    const items = addends(text, figures.slice(0, index), begin, total);
    return items.length < 2 ? [] : [{ total, items, most: total.value, exhaustive: true, disjoint: true }];
  });
});

/** The figures of a sentence up to its sum, each with what it counts; none if one of them is no addend. */
function addends(text: string, before: readonly Figure[], begin: number, total: Figure): Itemised['items'] {
  const parts = before.filter(({ from }) => from >= begin);
  const items = parts.map((figure, at) => {
    const start = parts[at - 1]?.end ?? begin;
    return { name: text.slice(start, figure.from).replace(/^[，、和及]+/, ''), figure };
  });
  const fit = items.every(
    ({ name, figure }, at) =>
      figure.unit === total.unit &&
      !figure.approximate &&
      figure.value !== total.value &&
      (at === 0 || (name.length > 0 && name.length <= longestPart && !/，.*，/.test(name))),
  );
  return fit ? items : [];
}
