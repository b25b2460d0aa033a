import { isBlank } from '../base/blank.ts';
import { yearPattern } from '../base/numerals.ts';
import { seamless } from '../base/seam.ts';
import type { Span } from '../base/span.ts';
import { withoutSpace } from '../base/wording.ts';
import type { Line, SyntaxTree } from '../syntax/tree.ts';

/** A title found at a line, which may have begun on lines above. */
export interface TitleFound {
  readonly span: Span;
  /** Without any white space. */
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** How surely it is the report's own title and not a link to it. */
  readonly worth: number;
}

const term = '(?:政府信息|政务信息|信息|政务)公开';

/** A title: the term, then nothing that ends a sentence, then 报告. */
const whole = new RegExp(
  `^[^，。；！？《》>＞»›]{0,50}${term}[^。；！？《》，]{0,20}(?:报告|年报|告年度报)(?:（[^（）]{0,30}）?)?$`,
);

/** How a second line of a title may look: `年度报告`, `2022年度政府信息公开工作年度报告`. */
const rest = new RegExp(`^(?:${yearPattern}年?度?)?(?:${term}.{0,12}|工作.{0,4}|情况的|年度){0,3}报告$`);

/** Sentences of the preamble, list items and links that end like a title. */
const sentence =
  /^(?:本(?!溪)|现将|根据|按照|依据|特此|下载|附件|相关|关于做好|首页|当前位置|您|所在位置|[-+•●]|\d+[.、])|编制(?!委|办|中心)|(?:公布|编写|撰写|形成)了?20|\]\(/;

const organEnd =
  /(?:政府|政务|局|厅|委|办|室|部|院|署|社|处|所|队|会|站|馆|组|台|校|学|中心|公司|集团|街道|镇|乡|省|市|区|县|旗|州|总站|机关)(?:[（(][^（）()]{1,20}[）)])?$/;

const longestTitle = 90;

/** The title that ends at a line, if one does; cheap on lines that are none. */
export function titleAt(tree: SyntaxTree, index: number): TitleFound | undefined {
  const line = tree.lines[index];
  if (!line || !mayEndTitle(tree.text, line)) return undefined;
  const span = wordsOf(tree.text, line);
  const text = squeezed(tree.text, span);
  const joined = joinedAbove(tree, index, span, text);
  const found = joined ?? { span, text, firstLine: index, lastLine: index };
  if (!whole.test(found.text) || sentence.test(found.text)) return undefined;
  const dated = datedBelow(tree, found);
  return { ...dated, worth: worthOf(dated.text) };
}

/** Only short lines that end in 报告 (or the like) are looked at. */
function mayEndTitle(text: string, { span, shape }: Line): boolean {
  if (shape === 'blank') return false;
  if (span.to - span.from > longestTitle * 2 && !isShortInPage(text, span)) return false;
  for (let at = span.to - 1; at >= Math.max(span.from, span.to - 40); at--) {
    const character = text.charAt(at);
    if (character === '告' || character === '报') return true;
  }
  return false;
}

/** In a web page tags may stand between the words of a title, but not without end. */
const isShortInPage = (text: string, { from, to }: Span): boolean =>
  to - from <= 3000 && (seamless(text, from, to)?.words.length ?? to - from) <= longestTitle * 2;

/** What pages put before the title itself. */
const label = /^(?:标题[：:]|Page\s*\d+\s*[-—]|【[^】]{0,12}(?:年报|公开|公示|报告)】)\s*/;

/** What pages put behind it in their own titles: `…年度报告-云溪县人民政府`. */
const site = /报告\s*[-_–—|]\s*[一-龥]{2,20}$/;

/** The words of a line without hash marks, emphasis and a label such as `标题：`. */
function wordsOf(text: string, { span, marker }: Line): Span {
  let from = marker?.level === 0 ? marker.textFrom : span.from;
  let to = span.to;
  if (text.charAt(from) === '《' && text.charAt(to - 1) === '》') return { from: from + 1, to: to - 1 };
  while (from < to && /[*>|#]/.test(text.charAt(from))) from = skipBlanks(text, from + 1, to);
  while (to > from && (/[*|#。]/.test(text.charAt(to - 1)) || isBlank(text.charCodeAt(to - 1)))) to--;
  const behind = site.exec(text.slice(Math.max(from, to - 40), to));
  if (behind) to -= behind[0].length - '报告'.length;
  const before = label.exec(text.slice(from, Math.min(to, from + 24)));
  return withoutTrail(text, { from: from + (before?.[0].length ?? 0), to });
}

/** The signs between the stations of a trail: `首页 > 年报 > …`. */
const station = /[>＞»›|｜丨/／]/g;

/** What pages call the stations on the way to a report. */
const stationName =
  /首页|网站|门户|导航|位置|栏目|专栏|(?:政府信息|政务|信息|主动)公开(?:内容|目录|平台|指南)?$|年报$|年度报告$|直部门$|^正文$/;

/** Without the way to the page in front of the title: `首页 政务公开 云溪县教育局2023年…`. */
function withoutTrail(text: string, { from, to }: Span): Span {
  if (to - from > longestTitle * 2) return { from, to };
  const words = text.slice(from, to);
  const signs = [...words.matchAll(station)].map(({ index }) => index);
  const sign = signs.at(-1);
  // A single stroke may stand between two organs.
  if (sign !== undefined && (signs.length > 1 || !/[/／]/.test(words.charAt(sign)))) {
    const behind = skipBlanks(text, from + sign + 1, to);
    if (isWholeTitle(text.slice(behind, to))) return { from: behind, to };
  }
  const starts = [...words.matchAll(/(?<=\s)\S/g)].map(({ index }) => from + index);
  const start = starts.findLast((at) => isWholeTitle(text.slice(at, to)));
  const before = start === undefined ? [] : text.slice(from, start).split(/\s+/);
  return start !== undefined && before.some((word) => stationName.test(word))
    ? { from: start, to }
    : { from, to };
}

/** Whether words are a title with an organ and a year, so that what stands before them is no part of it. */
function isWholeTitle(words: string): boolean {
  const text = withoutSpace(words);
  return /^[一-龥\d]/.test(text) && whole.test(text) && !yearMissing(text) && !organMissing(text);
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at++;
  return at;
}

type Found = Omit<TitleFound, 'worth'>;

/** A title on two or three lines: the organ above the rest, or a line broken somewhere inside. */
function joinedAbove(tree: SyntaxTree, index: number, span: Span, text: string): Found | undefined {
  if (!rest.test(text)) return undefined;
  const here: Found = { span, text, firstLine: index, lastLine: index };
  const broken = whole.test(text) ? here : extended(tree, here, (above) => above.includes('公开'));
  if (!broken) return undefined;
  const dated = yearMissing(broken.text) ? (extended(tree, broken, endsInYear) ?? broken) : broken;
  return organMissing(dated.text) ? (extended(tree, dated, isOrganLine) ?? dated) : dated;
}

const yearMissing = (text: string): boolean => !new RegExp(yearPattern).test(text);

/** `2022年度` by itself, or behind the organ. */
function endsInYear(words: string): boolean {
  const organ = words.replace(new RegExp(`${yearPattern}年度?$`), '');
  return organ !== words && (organ === '' || isOrganLine(organ));
}

const yearInBrackets = new RegExp(`^[（(]${yearPattern}年度?[）)]$`);

/** With the year, if that stands in brackets below. */
function datedBelow(tree: SyntaxTree, found: Found): Found {
  if (!yearMissing(found.text)) return found;
  let index = found.lastLine + 1;
  while (index <= found.lastLine + 2 && tree.lines[index]?.shape === 'blank') index++;
  const line = tree.lines[index];
  if (line?.shape !== 'text' || line.span.to - line.span.from > 12) return found;
  const text = squeezed(tree.text, line.span);
  if (!yearInBrackets.test(text)) return found;
  return {
    ...found,
    span: { from: found.span.from, to: line.span.to },
    text: found.text + text,
    lastLine: index,
  };
}

const isOrganLine = (words: string): boolean =>
  organEnd.test(words) && words.length <= 30 && !/[。；，：:？！>]/.test(words);

const organMissing = (text: string): boolean => new RegExp(`^(?:${yearPattern}年?度?)?${term}`).test(text);

/** With the line above in front, if that is fit. */
function extended(tree: SyntaxTree, below: Found, fits: (above: string) => boolean): Found | undefined {
  let index = below.firstLine - 1;
  while (index >= 0 && below.firstLine - index <= 3 && tree.lines[index]?.shape === 'blank') index--;
  const line = tree.lines[index];
  if (
    line?.shape !== 'text' ||
    (line.span.to - line.span.from > longestTitle && !isShortInPage(tree.text, line.span))
  )
    return undefined;
  const span = wordsOf(tree.text, line);
  const text = squeezed(tree.text, span);
  if (!fits(text) || sentence.test(text) || /[。；]/.test(text)) return undefined;
  return {
    ...below,
    span: { from: span.from, to: below.span.to },
    text: text + below.text,
    firstLine: index,
  };
}

function worthOf(text: string): number {
  const year = new RegExp(yearPattern).test(text) ? 4 : 0;
  const statutory = text.includes('政府信息公开工作年度报告') ? 2 : 0;
  const organ = organMissing(text) ? 0 : 2;
  return year + statutory + organ;
}

/** The text of a span without any white space. */
export const squeezed = (text: string, { from, to }: Span): string => withoutSpace(text.slice(from, to));

/** How far below the first heading a title may have slipped, blank lines included. */
const slipped = 10;

/** Lines that are not to be taken at their word. */
type Quoted = ReadonlySet<number>;

/** The report's title: the best of those above its first section, or one directly below that heading. */
export function findTitle(
  tree: SyntaxTree,
  firstSection: number,
  end: number,
  quoted: Quoted,
): TitleFound | undefined {
  const above = titlesIn(tree, firstSection, quoted);
  // Without sections, several titles are a list of reports, not a report.
  if (firstSection === tree.lines.length && new Set(above.map(({ text }) => text)).size > 1) return undefined;
  const best = bestOf(above);
  if (best) return best;
  for (let index = firstSection + 1; index < Math.min(end, firstSection + slipped); index++) {
    if (tree.lines[index]?.shape === 'blank') continue;
    return titleAt(tree, index);
  }
  return undefined;
}

function titlesIn(tree: SyntaxTree, to: number, quoted: Quoted): readonly TitleFound[] {
  return tree.lines
    .slice(0, to)
    .flatMap(({ index }) => (quoted.has(index) ? [] : (titleAt(tree, index) ?? [])));
}

/** Of equally good ones the last: what stands above it is navigation. */
const bestOf = (titles: readonly TitleFound[]): TitleFound | undefined =>
  titles.reduce<TitleFound | undefined>(
    (best, title) => (title.worth >= (best?.worth ?? 0) ? title : best),
    undefined,
  );
