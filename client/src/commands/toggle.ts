import { commands, Disposable } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';

/** Takes every mark away at once, and brings it back; a server that starts anew is told again. */
export function registerToggle(client: BaseLanguageClient): Disposable {
  let shown = true;
  const tell = async (): Promise<void> => {
    if (client.isRunning()) await client.sendNotification('gouji/showMarks', { shown });
  };
  return Disposable.from(
    commands.registerCommand('gouji.toggle', () => {
      shown = !shown;
      return tell();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState === State.Running && !shown) void tell();
    }),
  );
}
