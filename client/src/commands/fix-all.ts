import { commands, type Disposable } from 'vscode';

/** Makes all safe fixes of the report in the active editor. */
export const registerFixAll = (): Disposable =>
  commands.registerCommand('gouji.fixAll', () =>
    commands.executeCommand('editor.action.sourceAction', { kind: 'source.fixAll.gouji', apply: 'first' }),
  );
