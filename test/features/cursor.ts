import assert from 'node:assert/strict';
import { type Snapshot, snapshot } from '../../server/src/analysis/snapshot.ts';
import { readMarked } from '../support/marked.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

/** A correct report with tabs; table three: 新收 6+2, 上年结转 1+0, 予以公开 3+0, 总计 6+2, 结转 1+0. */
export const report = joinParts(sampleParts('2021', 'tab'));

/** The same with bars, headings marked as Markdown has them. */
export const markdown = joinParts(sampleParts('2021', 'pipe')).replace(/^(?=[一二三四五六]、)/gm, '## ');

/** A text and a place in it. */
export interface Pointed {
  readonly of: Snapshot;
  readonly text: string;
  readonly offset: number;
}

/** The place in a text that a piece of it with `‸` points to; the piece must occur once. */
export function pointed(piece: string, text = report): Pointed {
  const { text: words, cursor } = readMarked(piece);
  assert.ok(cursor !== undefined, `no cursor in ${piece}`);
  const from = text.indexOf(words);
  assert.ok(from >= 0, `${words} is not there`);
  assert.equal(text.indexOf(words, from + 1), -1, `${words} is there twice`);
  return { of: snapshot(text), text, offset: from + cursor };
}

/** The place where something is being typed: `here` stands in for a piece of the text. */
export const typing = (piece: string, here: string, text = report): Pointed => {
  assert.ok(text.includes(piece), `${piece} is not there`);
  const { text: whole, cursor } = readMarked(text.replace(piece, () => here));
  assert.ok(cursor !== undefined, `no cursor in ${here}`);
  return { of: snapshot(whole), text: whole, offset: cursor };
};

export const letter = '各位同事：\n明天开会，申请 3 件。\n';
