import { type Figure, figuresIn } from './figures.ts';
import { remembered } from './words.ts';

/** A whole and what follows it behind 其中, 按……分 or a colon, part by part, each with its name. */
export interface Itemised {
  readonly total: Figure;
  readonly items: readonly Item[];
  /** The whole, or all the wholes side by side that the parts may be of: `建议6件、提案9件，其中……`. */
  readonly most: number;
  /** Whether the parts, as they are named, are meant to be all there are. */
  readonly exhaustive: boolean;
  /** Whether no part can be counted in another one: together they are no more than the whole. */
  readonly disjoint: boolean;
}

/** A part: what it is called, and how many. */
export interface Item {
  readonly name: string;
  readonly figure: Figure;
}

const opening =
  /其中(?:[：，]|$)?|，按(?:照)?[^，。；：\d]{1,10}?(?:[划区]?分|分类|统计)[，：为]|，(?:包括|包含|分别(?:为|是))：?|(?:申请|信息|文件)(?:之)?中[，：]|(?<=\d[条件份篇次个期场])（(?=[^，。；、（）\d]{1,16}\d)|(?<=\d[条件份篇次个期场])：(?=[^，。；、：\d]{1,16}\d)/g;
/** A list is no longer than this. */
const farthest = 400;

/** Every whole that is said to the last one and parted behind it. Lists that are open, nested or vague are left out. */
export const itemisedIn = remembered((words): readonly Itemised[] => {
  const { text } = words;
  if (!/其中|按|：|（|包[括含]|分别|中，/.test(text)) return [];
  const figures = figuresIn(words);
  return [...text.matchAll(opening)].flatMap((match) => {
    const total = figures.findLast((figure) => figure.end <= match.index && !isDifference(figure, text));
    if (!total || total.approximate || /[。！？；]/.test(text.slice(total.end, match.index))) return [];
    const items = itemsFrom(text, match.index + match[0].length, figures, total.unit);
    if (!items) return [];
    const ofRequests = /申请/.test(text.slice(Math.max(0, total.from - 24), match.index + match[0].length));
    const twice = /重复|交叉|同时/.test(text.slice(total.end, endOf(text, total.end)));
    const { exhaustive, disjoint } = natureOf(items, total.unit, match[0], ofRequests);
    const most = withNeighbours(figures, total, text);
    return [{ total, items, most, exhaustive, disjoint: disjoint && !twice }];
  });
});

/** What the parts are meant to be, by their names and by the words that lead to them. */
function natureOf(
  items: readonly Item[],
  unit: string,
  words: string,
  ofRequests: boolean,
): Pick<Itemised, 'exhaustive' | 'disjoint'> {
  const names = items.map(({ name }) => name);
  if (ofRequests && words.includes('按')) return { exhaustive: true, disjoint: true };
  const mayBeOpen = /^(?:（|，包)|中[，：]$/.test(words) && !words.startsWith('其中');
  return {
    exhaustive: !mayBeOpen && isExhaustive(names, unit),
    // Applications are named by who, how and what in one list, and counted in each.
    disjoint: ofRequests
      ? areOpposite(names) || names.every((name) => ways.test(name))
      : isDisjoint(names, unit),
  };
}

/** A whole and those of its kind that stand right before it. */
function withNeighbours(figures: readonly Figure[], total: Figure, text: string): number {
  let sum = total.value;
  let next = total;
  for (let at = figures.indexOf(total) - 1; at >= 0; at--) {
    const figure = figures[at];
    if (
      figure?.unit !== total.unit ||
      !/^[、，和及][^，。；（）]{0,16}$/.test(text.slice(figure.end, next.from))
    )
      break;
    sum += figure.value;
    next = figure;
  }
  return sum;
}

/** What stands before a difference to another year, or before that year's own figure. */
const comparing =
  /(?:(?:较|比|与)(?:上|去|前|往|同|历|20)|同比|环比|相比)[^，。；！？、]*$|(?:(?<!新)增加?|减少?|增长|下降|上升|降低|多|少)了?$/;

/** Whether a figure says how much more or less it is than before, and so no whole: `356条，较上年增加21条，其中……`. */
const isDifference = ({ from }: Figure, text: string): boolean =>
  comparing.test(text.slice(Math.max(0, from - 20), from));

function itemsFrom(
  text: string,
  from: number,
  figures: readonly Figure[],
  unit: string,
): readonly Item[] | undefined {
  const end = endOf(text, from);
  const items: Item[] = [];
  for (let at = from; at < end; ) {
    const to = nextMark(text, at, end);
    const inside = figures.filter((figure) => at <= figure.from && figure.end <= to);
    const piece = text.slice(at, to);
    if (inside.length === 0) {
      // A share may stand behind each part; other words end the list.
      if (!/^(?:占|占比|约占)|%$/.test(piece)) return closed(items, figures, unit, at, end);
    } else {
      const [figure] = inside;
      const name = figure && text.slice(at, figure.from);
      if (!figure || name === undefined || !isItem(inside, name, piece, text.slice(figure.end, to)))
        return undefined;
      if (figure.unit !== unit) return closed(items, figures, unit, at, end);
      items.push({ name: name.replace(/^(?:和|及|以及)/, ''), figure });
    }
    at = to + 1;
  }
  return items.length >= 2 ? items : undefined;
}

/** The parts up to where the list ends, unless more of their kind are counted behind. */
function closed(
  items: readonly Item[],
  figures: readonly Figure[],
  unit: string,
  from: number,
  end: number,
): readonly Item[] | undefined {
  const more = figures.some((figure) => figure.from >= from && figure.end <= end && figure.unit === unit);
  return more || items.length < 2 ? undefined : items;
}

const isItem = (
  [figure, ...others]: readonly Figure[],
  name: string,
  piece: string,
  behind: string,
): boolean =>
  figure !== undefined &&
  others.length === 0 &&
  !figure.approximate &&
  behind === '' &&
  name.length > 0 &&
  name.length <= 24 &&
  !/其中|主要|包括|包含|含|仅|涉及|另|此外|还|同比|较|增加|减少|占|平均|每|有$|共$|分别|各$/.test(piece);

function endOf(text: string, from: number): number {
  const region = text.slice(from, from + farthest);
  const stop = region.search(/[。！？）]/);
  return from + (stop < 0 ? region.length : stop);
}

function nextMark(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !'，、；'.includes(text.charAt(at))) at++;
  return at;
}

/** Channels may carry the same item twice, and outcomes are held against the table. */
const overlapping = /网|微信|公众号|微博|平台|客户端|公开栏|抖音|渠道|媒体|公示栏|公开$|提供$|处理$/;

/** The channels themselves are counted once each. */
const mayOverlap = (names: readonly string[], unit: string): boolean =>
  !/^[个家]$/.test(unit) && names.some((name) => overlapping.test(name));

/** The ways in which an application may come. */
const ways = /网|线上|线下|信函|邮|当面|现场|窗口|传真|平台|来信/;

/** How documents are marked: every one of them in just one of three ways. */
const marking = [/主动公开$/, /依申请公开$/, /不予公开$/];

const isMarking = (names: readonly string[]): boolean =>
  names.length === 3 && marking.every((mark) => names.some((name) => mark.test(name)));

/** Pairs that leave nothing between them. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/自然人/, /法人|组织|企业/],
  [/线上/, /线下/],
  [/上半年/, /下半年/],
  [/新[增建设开]/, /保留|原有/],
];

const areOpposite = (names: readonly string[]): boolean =>
  names.length === 2 &&
  opposites.some(
    ([one, other]) => names.some((name) => one.test(name)) && names.some((name) => other.test(name)),
  );

/** Three things and more that are named apart are not counted twice, but for what one channel takes from another. */
const isDisjoint = (names: readonly string[], unit: string): boolean =>
  isMarking(names) || areOpposite(names) || (names.length >= 3 && !mayOverlap(names, unit));

function isExhaustive(names: readonly string[], unit: string): boolean {
  if (isMarking(names)) return true;
  if (mayOverlap(names, unit)) return false;
  if (/其他|其它/.test(names.at(-1) ?? '')) return true;
  if (names.length === 2)
    return names.some((name) => /自然人/.test(name)) && names.some((name) => /法人/.test(name));
  return (
    names.length >= 3 &&
    ['类', '类信息', '信息', '类文件', '类申请'].some((end) => names.every((name) => name.endsWith(end)))
  );
}
