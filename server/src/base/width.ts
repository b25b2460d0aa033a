import { eastAsianWidth } from 'get-east-asian-width';

/** How many columns a text takes up in an editor's font for Chinese: two for a Chinese character, one for a digit. */
export function displayWidth(text: string): number {
  let width = 0;
  // Quotation marks and dashes stand among Chinese characters here, where fonts give them the full width.
  for (const character of text)
    width += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return width;
}
