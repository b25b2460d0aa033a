import type { Span } from '../base/span.ts';
import { comparable } from '../base/wording.ts';
import type { Title } from './report.ts';

/** A page number on a line of its own: `-3-`, `— 3 —`, `3 / 5`, `第 3 页 共 5 页`. */
const pageNumber =
  /^(?:[-－—–―·]{1,3}\s*\d{1,3}\s*[-－—–―·]{1,3}|\d{1,3}\s*[/／]\s*\d{1,3}|第\s*\d{1,3}\s*页(?:\s*[,，/]?\s*共\s*\d{1,3}\s*页)?)$/;

/** Whether a line, given without the blanks around it, is only the number of a page. */
export const isPageNumber = (text: string, { from, to }: Span): boolean =>
  to - from <= 20 &&
  '-－—–―·第123456789'.includes(text.charAt(from)) &&
  pageNumber.test(text.slice(from, to));

/** Whether a line only says the title again, as the head of a page does. */
export function isPageHead(text: string, { from, to }: Span, title: Title | undefined): boolean {
  if (!title || to - from < title.text.length || to - from > title.text.length * 2) return false;
  const first = text.charAt(from);
  if (first !== '#' && first !== title.text.charAt(0)) return false;
  return comparable(text.slice(from, to).replace(/^#+/, '')) === comparable(title.text);
}

const foot =
  /^(?:相关(?:链接|文章|阅读|信息|稿件|附件)|[上下]一[篇条]|扫一扫|分享|打印|【?(?:打印|关闭|返回)|附件|主办|承办|责任编辑|版权)/;

/** Whether a line begins what a web page has below its text: links, shares, the owner of the page. */
export const isPageFoot = (text: string, { from, to }: Span): boolean =>
  foot.test(text.slice(from, Math.min(to, from + 12)));
