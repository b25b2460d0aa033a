import { isMeasured } from './cell-text.ts';
import type { Line } from './tree.ts';

/** Signs of a list in front of a line; those that mean something else as well only with a blank behind them. */
const bullet = /^(?:[-*+–](?=[ \u00a0\u3000\t])|[•·●○■□◆◇▪►➢])[ \u00a0\u3000\t]*/;

/** With fewer lines of words it is no list, and where fewer of them have the sign, it is no sign of one. */
const enoughLines = 3;
const mostOfThem = 0.8;

/** The lines of a table without the sign that each begins with, if its cells or rows are written as the points of a list. */
export function withoutBullets(text: string, lines: readonly Line[]): readonly Line[] {
  const first = lines.find((line) => bulletOf(text, line) !== '');
  if (!first) return lines;
  const sign = bulletOf(text, first).trim();
  const has = (line: Line): boolean => bulletOf(text, line).trim() === sign;
  const filled = lines.filter((line) => contentOf(text, line) !== '');
  const words = filled.filter((line) => !isMeasured(contentOf(text, line)));
  const listed = words.filter(has).length;
  if (listed < enoughLines || listed < words.length * mostOfThem) return lines;
  const figures = filled.filter((line) => isMeasured(contentOf(text, line)));
  // A stroke before some figures only may be a minus.
  const also = figures.every(has);
  return lines.map((line) => (has(line) && (also || !figures.includes(line)) ? without(text, line) : line));
}

const bulletOf = (text: string, { span, shape }: Line): string =>
  shape === 'blank' ? '' : (bullet.exec(text.slice(span.from, Math.min(span.to, span.from + 12)))?.[0] ?? '');

/** What stands on a line behind the sign, without the bars that end its cell. */
const contentOf = (text: string, line: Line): string =>
  text
    .slice(line.span.from + bulletOf(text, line).length, line.span.to)
    .replace(/[\s|]+$/, '')
    .replace(/^[\s|]+/, '');

function without(text: string, line: Line): Line {
  const from = line.span.from + bulletOf(text, line).length;
  const rest = text.slice(from, line.span.to);
  const shape = line.shape === 'tab' && !rest.includes('\t') ? 'text' : line.shape;
  return { ...line, shape, span: { from, to: line.span.to }, cellsFrom: from };
}
