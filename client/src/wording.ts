import { env, workspace } from 'vscode';
import english from '../../l10n/bundle.l10n.en.json' with { type: 'json' };
import { type Message, wording } from '../../server/src/base/message.ts';

/** The language the user has chosen for gouji. */
export function chosenLanguage(): 'zh-CN' | 'en' {
  const chosen = workspace.getConfiguration('gouji').get<string>('language', 'zh-CN');
  return chosen === 'en' || (chosen === 'auto' && !/^zh\b/i.test(env.language)) ? 'en' : 'zh-CN';
}

/** The words of a message in that language. */
export const words = (message: Message): string =>
  wording(message, chosenLanguage() === 'en' ? english : undefined);
