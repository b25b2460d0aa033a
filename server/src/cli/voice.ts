import english from '../../../l10n/bundle.l10n.en.json' with { type: 'json' };
import { type Bundle, type Message, wording } from '../base/message.ts';

/** The languages the product speaks. */
export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Puts messages into words of the language asked for, and says which one that is. */
export interface Voice {
  (message: Message): string;
  readonly language: Language;
}

const bundles: Readonly<Record<Language, Bundle | undefined>> = { 'zh-CN': undefined, en: english };

export function voice(language: Language): Voice {
  return Object.assign((message: Message) => wording(message, bundles[language]), { language });
}
