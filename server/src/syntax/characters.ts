import { seam } from '../base/seam.ts';

/** What nobody sees: soft hyphens, joiners, marks of direction, variants of glyphs. */
const unseen = /\u00ad|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|[\ufe00-\ufe0f]/g;

/** The sign that programs put before a mark which Markdown would take for its own: `1\.属于国家秘密`. That of a bar stays. */
const escapeSign = /\\(?=[!-/:-@[\]^_`{}~])/g;

/** The blank that old Chinese encodings left in the private area. */
const privateBlank = /\ue5e5/g;

/** Line ends of other systems; `\v` is what Word has for a line within a paragraph. */
const lineEnds = /\v|\u0085|\u2028|\u2029/g;

/** Radicals and compatibility forms that texts copied from PDF have in place of characters: `⾏` for `行`. */
const twins = /[\u2e80-\u2fdf\uf900-\ufaff]/g;

/** Any of these. */
export const unlike = new RegExp(
  [unseen, escapeSign, privateBlank, lineEnds, twins].map(({ source }) => source).join('|'),
);

/** A text in the characters that its reader sees, each at its old place. */
export function seenCharacters(text: string): string {
  if (!unlike.test(text)) return text;
  return text
    .replace(lineEnds, '\n')
    .replace(unseen, seam)
    .replace(escapeSign, seam)
    .replace(privateBlank, '\u3000')
    .replace(twins, twin);
}

/** Radicals that Unicode does not call the same as a character, and the one it calls an old form. */
const simplified: Readonly<Record<string, string>> = {
  '⺠': '民',
  '⻅': '见',
  '⻆': '角',
  '⻉': '贝',
  '⻋': '车',
  '⻓': '长',
  '⻔': '门',
  '⻘': '青',
  '⻚': '页',
  '⻛': '风',
  '⻜': '飞',
  '⻝': '食',
  '⻢': '马',
  '⻣': '骨',
  '⻥': '鱼',
  '⻦': '鸟',
  '⻨': '麦',
  '⻩': '黄',
  '⻬': '齐',
  '⻰': '龙',
  '⻄': '西',
  '⼾': '户',
};

function twin(mark: string): string {
  const plain = simplified[mark] ?? mark.normalize('NFKC');
  return plain.length === 1 ? plain : mark;
}
