/**
 * What the product says to a person: a Chinese sentence with `{0}`, `{1}` … for what is filled in.
 * The sentence is also the key of its translation in `l10n/bundle.l10n.en.json`.
 */
export interface Message {
  readonly key: string;
  readonly args: readonly Part[];
}

/** What may be filled into a sentence; a message is said in the same language. */
export type Part = string | number | Message;

/** Translations by Chinese sentence; a sentence that is not there is said in Chinese. */
export type Bundle = Readonly<Record<string, string>>;

/** A message from its Chinese sentence. The key must be a literal, so that a test can find every sentence. */
export const say = (key: string, ...args: Part[]): Message => ({ key, args });

/** The words of a message, in the language of the bundle, or in Chinese without one. */
export function wording(message: Message, bundle?: Bundle): string {
  const sentence = bundle?.[message.key] ?? message.key;
  if (message.args.length === 0) return sentence;
  return sentence.replace(/\{(\d+)\}/g, (_, index: string) => {
    const part = message.args[Number(index)] ?? '';
    return typeof part === 'object' ? wording(part, bundle) : String(part);
  });
}
