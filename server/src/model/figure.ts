import { isBlank } from '../base/blank.ts';
import { crease } from '../base/crease.ts';
import { saysNothing } from '../syntax/cell-text.ts';
import type { Measure } from '../template/index.ts';
import type { Quantity } from './report.ts';

/** Amounts are kept in units of a ten-thousandth, so that they add exactly. */
const scale = 10_000;

/** Digits that begin with a nought are figures run together, or the end of one torn apart: which, nobody can tell. */
const leads = (digits: string): boolean => digits.length > 1 && /^[+＋\-－−–—增减]?\s*0\s*\d/.test(digits);

/** A line break within a cell, and digits on both sides of it; a note in brackets may have digits of its own. */
const tornDigits = new RegExp(`^[^（(]*[\\d.,，]\\s*${crease}\\s*[.,，]?\\d`);

/** Reads what stands in a cell as a figure of the cell's measure. Never guesses: what is not certain is `malformed`. */
export function readFigure(text: string, measure: Measure): Quantity {
  if (measure !== 'amount' && isPlain(text) && !leads(text)) return integer(text, text, undefined);
  if (saysNothing(text)) return { kind: 'blank', text };
  const plain = narrow(text);
  if (tornDigits.test(plain)) return { kind: 'malformed', text, meant: undefined, torn: true };
  if (leads(plain)) return { kind: 'malformed', text, meant: undefined };
  const notation = plain === text ? undefined : 'full-width';
  switch (measure) {
    case 'amount':
      return readAmount(text, plain, notation);
    case 'change':
      return readChange(text, plain, notation);
    case 'count':
      return readCount(text, plain, notation);
  }
}

type Notation = Extract<Quantity, { kind: 'number' }>['notation'];

/** Digits on both sides of a blank, before any note. */
const digitsApart = /^[^（(]*\d\s+\d/;

/** Thousands parted by blanks: `1 234`. */
const grouped = /^\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+$/;

function readCount(text: string, plain: string, notation: Notation): Quantity {
  if (isPlain(plain)) return integer(text, plain, notation);
  if (/^\d{1,3}(?:[,，]\d{3})+$/.test(plain)) return integer(text, plain.replace(/[,，]/g, ''), 'separators');
  if (/^\d+\.0+$/.test(plain)) return integer(text, plain.replace(/\.0+$/, ''), 'decimals');
  const closed = withoutBlanks(plain);
  if (grouped.test(plain)) return integer(text, closed, 'spaced');
  // Digits apart may be one number or the figures of two cells.
  return { kind: 'malformed', text, meant: digitsApart.test(plain) ? undefined : meantCount(closed) };
}

function readChange(text: string, plain: string, notation: Notation): Quantity {
  const signed = /^([+＋\-－−–—增减]?)\s*(\d+)$/.exec(plain);
  if (!signed?.[2]) return readCount(text, plain, notation);
  const negative = signed[1] !== '' && !'+＋增'.includes(signed[1] ?? '');
  const value = Number(signed[2]);
  if (!Number.isSafeInteger(value)) return { kind: 'malformed', text, meant: undefined };
  return {
    kind: 'number',
    value: negative ? -value : value,
    printed: `${negative ? '-' : ''}${signed[2]}`,
    notation,
  };
}

function readAmount(text: string, plain: string, notation: Notation): Quantity {
  const closed = withoutBlanks(plain);
  const parts = /^(\d{1,3}(?:[,，]\d{3})+|\d+)(?:\.(\d+))?$/.exec(closed);
  const apart = closed !== plain && !grouped.test(plain.replace(/\.\d*$/, ''));
  if (!parts?.[1] || apart)
    return { kind: 'malformed', text, meant: /^(\d+(?:\.\d+)?)万元$/.exec(closed)?.[1] };
  const whole = parts[1].replace(/[,，]/g, '');
  const fraction = parts[2];
  const value = Number(whole) * scale + Number((fraction ?? '').slice(0, 4).padEnd(4, '0'));
  if (!Number.isSafeInteger(value)) return { kind: 'malformed', text, meant: undefined };
  const written: Notation = whole !== parts[1] ? 'separators' : closed !== plain ? 'spaced' : notation;
  return {
    kind: 'number',
    value,
    printed: fraction === undefined ? whole : `${whole}.${fraction}`,
    notation: written,
  };
}

function integer(text: string, digits: string, notation: Notation): Quantity {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) return { kind: 'malformed', text, meant: undefined };
  return { kind: 'number', value, printed: digits, notation };
}

/** `3件`, `22（其中修订16件）`: one whole number, then a measure word or a note. */
function meantCount(closed: string): string | undefined {
  return /^(\d+)(?:件次|件|条|项|份|起|宗|个)?(?:（[^（）]*）|\([^()]*\))?$/.exec(closed)?.[1];
}

function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text.length > 0;
}

/** Full-width digits, points and commas in their ASCII form. */
function narrow(text: string): string {
  return text.replace(/[０-９．]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
}

function withoutBlanks(text: string): string {
  let closed = '';
  for (const mark of text) if (!isBlank(mark.charCodeAt(0))) closed += mark;
  return closed;
}

/** Signs of a private font beside the digits may be digits as well: it is a figure, but nobody can tell which. */
const figure =
  /^[\ue000-\uf8ff\s]*[+＋\-－−–—增减]?\s*[\d０-９][\d０-９,，.．\s]*(?:件次|件|条|项|份|起|宗|个|次|期|万元|元|人)?\s*(?:[\ue000-\uf8ff]+|[（(].*)?$/;

/** Whether a cell's text can only be meant as a figure: digits, perhaps with a unit or a note, but no numbered label. */
export function looksLikeFigure(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39 && text.length === 1) return true;
  return text.length < 60 && figure.test(text) && !/^[\d０-９]{1,2}[.．、]$/.test(text);
}

/** Whether a cell's text may stand for a figure in a row that has others: nothing, a stroke, or a slip such as `O` or `三`. */
export function mayBeFigure(text: string): boolean {
  return (
    saysNothing(text) ||
    looksLikeFigure(text) ||
    /^(?:[〇零一二三四五六七八九十百千两]{1,4}|[A-Za-z×]{1,2})$/.test(text)
  );
}
