import type { Uri } from 'vscode';
import { type MarkdownPlugin, takeOff } from './markdown-it.ts';

/** Has the preview of a page show one of its entries. */
export interface SoughtLine extends MarkdownPlugin {
  /** The address at which the preview shows the list entry that begins on a line, counted from 1. */
  readonly seek: (line: number) => Uri;
}

/** The attributes the entry gets: one to scroll to, and one that the preview's style sheet knows. */
const names = ['id', 'data-gouji'];

/**
 * The preview scrolls to what has the fragment of an address as its name; by itself it names nothing but headings.
 * What was sought before loses its name, since what has been read once is not read again.
 */
export function soughtLine(page: Uri): SoughtLine {
  let sought: number | undefined;
  return {
    seek: (line) => {
      sought = line;
      return page.with({ fragment: `L${line}` });
    },
    extendMarkdownIt: (md) => {
      const { rules } = md.renderer;
      const before = rules.list_item_open;
      rules.list_item_open = (tokens, at, options, env, self) => {
        const token = tokens[at];
        if (token?.map && env?.currentDocument?.path === page.path) {
          takeOff(token, names);
          if (token.map[0] + 1 === sought) {
            token.attrSet('id', `L${sought}`);
            token.attrSet('data-gouji', 'sought');
          }
        }
        return before?.(tokens, at, options, env, self) ?? self.renderToken(tokens, at, options);
      };
      return md;
    },
  };
}
