import { env, workspace } from 'vscode';
import english from '../../l10n/bundle.l10n.en.json' with { type: 'json' };
import { type Message, wording } from '../../server/src/base/message.ts';

/** The words of a message in the language the user has chosen for gouji. */
export function words(message: Message): string {
  const chosen = workspace.getConfiguration('gouji').get<string>('language', 'zh-CN');
  const speaksEnglish = chosen === 'en' || (chosen === 'auto' && !/^zh\b/i.test(env.language));
  return wording(message, speaksEnglish ? english : undefined);
}
