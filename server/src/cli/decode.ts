import { type Message, say } from '../base/message.ts';

/** How a file writes its characters down. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** What `--encoding` may ask for. */
export const encodings = ['auto', 'utf-8', 'gb18030'] as const;
export type EncodingChoice = (typeof encodings)[number];

export type Decoded =
  | {
      readonly kind: 'text';
      /** Without the byte order mark. */
      readonly text: string;
      readonly encoding: Encoding;
      readonly mark: boolean;
    }
  | { readonly kind: 'fault'; readonly reason: Message };

const marks: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/**
 * Reads bytes as text: by their byte order mark, else as UTF-8, else as GB18030, of which GBK is a part.
 * Text with noughts among its bytes is UTF-16 without a mark, or it is no text.
 */
export function decode(bytes: Uint8Array, choice: EncodingChoice): Decoded {
  const found = marks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (found) return marked(bytes.subarray(found[1].length), found[0]);
  if (bytes.includes(0)) return unmarked(bytes) ?? { kind: 'fault', reason: say('不是文本文件。') };
  if (choice !== 'auto') return strictly(bytes, choice);
  const text = tryDecode(bytes, 'utf-8');
  if (text !== undefined) return { kind: 'text', text, encoding: 'utf-8', mark: false };
  const damagedAt = damagedLine(bytes);
  return damagedAt === undefined
    ? strictly(bytes, 'gb18030')
    : { kind: 'fault', reason: say('第 {0} 行有损坏的 UTF-8 字符，请先修复这个文件。', damagedAt) };
}

/** Writes text down again as it was read. GB18030 cannot be written: only its reading is built into the platform. */
export function encode(text: string, encoding: Encoding, mark: boolean): Uint8Array | undefined {
  const whole = mark ? `\u{feff}${text}` : text;
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(whole);
    case 'utf-16le':
      return utf16(whole, true);
    case 'utf-16be':
      return utf16(whole, false);
    case 'gb18030':
      return undefined;
  }
}

function marked(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = tryDecode(bytes, encoding);
  if (text === undefined)
    return { kind: 'fault', reason: say('不是完好的 {0} 文本。', encoding.toUpperCase()) };
  return { kind: 'text', text, encoding, mark: true };
}

/** UTF-16 without a mark: in the byte order that gives Chinese words and line breaks, and no other control characters. */
function unmarked(bytes: Uint8Array): Decoded | undefined {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = bytes.length % 2 === 0 ? tryDecode(bytes, encoding) : undefined;
    if (text && looksWritten(text)) return { kind: 'text', text, encoding, mark: false };
  }
  return undefined;
}

function looksWritten(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells a text from other bytes.
  if (/[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]/.test(text)) return false;
  const words = text.match(/[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\s\x20-\x7e]/g)?.length ?? 0;
  return words >= text.length * mostlyWords;
}

/** Bytes taken in the wrong order give characters from all over. */
const mostlyWords = 0.9;

function strictly(bytes: Uint8Array, encoding: Encoding): Decoded {
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return { kind: 'text', text, encoding, mark: false };
  return { kind: 'fault', reason: say('不是完好的 {0} 文本，请换一种编码再试。', encoding.toUpperCase()) };
}

function tryDecode(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The line, from 1, of the first bad byte in a text that is UTF-8 otherwise.
 * A text in GB18030 is bad throughout, so it is told apart by the share of bad bytes.
 */
function damagedLine(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const bad = text.split('\u{fffd}').length - 1;
  const good = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (bad * 20 > good) return undefined;
  return text.slice(0, text.indexOf('\u{fffd}')).split(/\r\n?|\n/).length;
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
}
