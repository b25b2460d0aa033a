import type { Span } from '../../base/span.ts';
import type { Edit } from '../../rules/rule.ts';
import type { TableId } from '../../template/index.ts';
import type { Block } from './blocks.ts';
import { markdownTable } from './markdown.ts';
import { commonBreak, isPage, type Source, wordsOf } from './source.ts';

/** A stretch that has to be written differently, and the table it belongs to, if it does. */
export interface Change extends Edit {
  readonly tables: readonly TableId[];
}

/** What has to change for the blocks to stand there as Markdown; nothing where they do already. */
export function changesOf(source: Source, blocks: readonly Block[]): readonly Change[] {
  const lineBreak = commonBreak(source.text);
  const changes: Change[] = [];
  const put = (span: Span, insert: string | undefined, ...around: (Block | undefined)[]) => {
    if (insert === undefined || insert === source.text.slice(span.from, span.to)) return;
    const tables = around.flatMap((block) => (block?.kind === 'table' ? [block.table.template.id] : []));
    changes.push({ span, insert, tables });
  };
  for (const [at, block] of blocks.entries()) {
    const before = blocks[at - 1];
    const gap = { from: before?.place.to ?? 0, to: block.place.from };
    put(gap, gapBetween(source, before, block, lineBreak), before, block);
    put(block.place, textOf(source, block)?.join(lineBreak), block);
  }
  const last = blocks.at(-1);
  if (last) put({ from: last.place.to, to: source.text.length }, endOf(source, last, lineBreak), last);
  return changes;
}

/** The lines of a block; undefined for one that stays as it is. */
function textOf(source: Source, block: Block): readonly string[] | undefined {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.depth)} ${block.words}`];
    case 'table': {
      const lines = markdownTable(block);
      return block.crumbs.length === 0 ? lines : [...lines, '', ...block.crumbs];
    }
    case 'kept':
      return undefined;
    case 'line':
      return isPage(source) ? [wordsOf(source, block.line.span)] : undefined;
  }
}

const oneBlankLine = /^(?:\r\n|\r(?!\n)|\n){2}$/;

/** What stands between two blocks: one blank line around headings and tables, between paragraphs what was there. */
function gapBetween(
  source: Source,
  before: Block | undefined,
  block: Block,
  lineBreak: string,
): string | undefined {
  const page = isPage(source);
  if (!before) return page || block.kind !== 'line' ? '' : undefined;
  const written = source.text.slice(before.place.to, block.place.from);
  if (before.kind !== 'line' || block.kind !== 'line')
    return oneBlankLine.test(written) ? written : lineBreak + lineBreak;
  if (!page) return undefined;
  return block.line.index - before.line.index > 1 ? lineBreak + lineBreak : lineBreak;
}

/** A text ends with one line break; behind a table that is not closed nothing may be added. */
function endOf({ text }: Source, { kind, place }: Block, lineBreak: string): string {
  const written = text.slice(place.to);
  if (written === '' && kind === 'kept') return '';
  return /^(?:\r\n|\r|\n)$/.test(written) ? written : lineBreak;
}

/** Changes that touch joined to one. */
export function joinedChanges(changes: readonly Change[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { span, insert } of changes) {
    const last = edits.at(-1);
    if (last && last.span.to === span.from) {
      edits[edits.length - 1] = {
        span: { from: last.span.from, to: span.to },
        insert: last.insert + insert,
      };
    } else edits.push({ span, insert });
  }
  return edits;
}
