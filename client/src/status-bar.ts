import { commands, Disposable, MarkdownString, StatusBarAlignment, window, workspace } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type Message, say } from '../../server/src/base/message.ts';
import type { StatusParams } from '../../server/src/lsp/protocol.ts';
import { words } from './wording.ts';

/** Hears what an open document comes to, whenever that may have changed; undefined once nothing is known of it. */
export type ReportListener = (uri: string, status: StatusParams | undefined) => void;

/** Shows what the report in the active editor comes to, and tells the menus whether it is one. */
export function statusBar(client: BaseLanguageClient, listener: ReportListener): Disposable {
  const item = window.createStatusBarItem('gouji.status', StatusBarAlignment.Left, 10);
  item.name = '勾稽';
  const known = new Map<string, StatusParams>();

  const show = (): void => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : known.get(uri);
    const isReport = status?.recognised === true;
    void commands.executeCommand('setContext', 'gouji.isReport', isReport);
    if (!status || !isReport) {
      item.hide();
      return;
    }
    item.command = clicked[status.marks];
    item.text = `勾稽 ${words(summary(status))}`;
    item.tooltip = tooltip(status);
    item.accessibilityInformation = { label: `勾稽 ${words(spoken(status))}` };
    item.show();
  };
  const forget = (uri: string): void => {
    if (!known.delete(uri)) return;
    listener(uri, undefined);
    show();
  };

  return Disposable.from(
    item,
    client.onNotification('gouji/status', (status: StatusParams) => {
      const uri = client.protocol2CodeConverter.asUri(status.uri).toString();
      known.set(uri, status);
      listener(uri, status);
      show();
    }),
    client.onDidChangeState(({ newState }) => {
      if (newState !== State.Running) for (const uri of [...known.keys()]) forget(uri);
      show();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => forget(uri.toString())),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('gouji.language')) show();
    }),
  );
}

/** What a click is most likely to be for. */
const clicked: Readonly<Record<StatusParams['marks'], string>> = {
  now: 'workbench.actions.view.problems',
  waiting: 'gouji.checkReport',
  hidden: 'gouji.toggle',
};

/** `✗ 2 错 3 警`: what would hold the report up, and what is worth a look. */
export function summary({ verdict, errors, warnings, marks }: StatusParams): Message {
  if (marks === 'hidden') return say('已隐藏标记');
  if (marks === 'waiting') return say('未检查');
  if (errors > 0 && warnings > 0) return say('✗ {0} 错 {1} 警', errors, warnings);
  if (errors > 0) return say('✗ {0} 错', errors);
  if (verdict === 'unknown') return say('? 有表未能读全');
  return warnings > 0 ? say('△ {0} 警', warnings) : say('✓');
}

/** The same to be read out, where signs say nothing. */
export function spoken(status: StatusParams): Message {
  const { verdict, errors, warnings, infos, marks } = status;
  if (marks !== 'now') return summary(status);
  if (errors + warnings > 0) return told(errors, warnings, infos);
  return verdict === 'unknown' ? say('读不全') : say('没有问题');
}

const told = (errors: number, warnings: number, infos: number): Message =>
  say('错误 {0} 处，警告 {1} 处，提示 {2} 处', errors, warnings, infos);

function tooltip(status: StatusParams): MarkdownString {
  const { errors, warnings, infos, identities, edition, year } = status;
  const lines = [
    told(errors, warnings, infos),
    say(
      '勾稽关系：相符 {0} 项，不符 {1} 项，无法判断 {2} 项',
      identities.held,
      identities.broken,
      identities.notAssessable,
    ),
    ...(edition === null ? [] : [say('适用格式：{0} 年版', edition)]),
    year === null ? say('报告年度：未写明') : say('报告年度：{0} 年', year),
  ];
  const text = new MarkdownString(lines.map(words).join('  \n'));
  text.isTrusted = { enabledCommands: ['gouji.goToSection', 'gouji.showVerdict'] };
  const links = [
    `[${words(say('查了哪些、依据什么'))}](command:gouji.showVerdict)`,
    `[${words(say('转到某一节'))}](command:gouji.goToSection)`,
  ];
  return text.appendMarkdown(`\n\n${links.join(' · ')}`);
}
