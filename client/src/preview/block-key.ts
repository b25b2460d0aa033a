import type { PreviewBlockAnswer } from '../../../server/src/lsp/protocol.ts';

/** All that a block shows and leads to, but for where it begins: one that an edit has only moved keeps its key. */
export const blockKey = (block: PreviewBlockAnswer): string =>
  JSON.stringify(block, (name, value: unknown) =>
    name === 'at' && Array.isArray(value) ? value.map((at: number) => at - block.at[0]) : value,
  );
