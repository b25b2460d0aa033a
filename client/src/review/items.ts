import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type Uri } from 'vscode';
import { type Message, say } from '../../../server/src/base/message.ts';
import type {
  ReviewFindingAnswer,
  ReviewPartAnswer,
  StatusParams,
} from '../../../server/src/lsp/protocol.ts';
import { spoken, summary } from '../status-bar.ts';
import { words } from '../wording.ts';
import type { FindingNode, PartNode, ReportNode, ReviewNode, TableNode } from './nodes.ts';

type Place = ReviewFindingAnswer['range'];
type Standing = ReviewPartAnswer['standing'];

/** How an entry of the tree is shown, and read out. */
export function reviewItem(node: ReviewNode): TreeItem {
  switch (node.kind) {
    case 'report':
      return reportItem(node);
    case 'part':
      return partItem(node);
    case 'table':
      return tableItem(node);
    case 'finding':
      return findingItem(node);
  }
}

function reportItem({ id, uri, status, title, children }: ReportNode): TreeItem {
  const fileName = uri.path.split('/').at(-1) ?? '';
  const item = new TreeItem(
    title ?? fileName,
    children.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.None,
  );
  const description = words(summary(status));
  item.command = opening(uri);
  item.accessibilityInformation = {
    label: words(say('{0}：{1}', title ?? fileName, spoken(status))),
  };
  return Object.assign(item, {
    ...{ id, description, tooltip: fileName, contextValue: 'gouji.report' },
    iconPath: status.marks === 'now' ? standingIcon(verdictStanding[status.verdict]) : new ThemeIcon('file'),
  });
}

const verdictStanding: Readonly<Record<StatusParams['verdict'], Standing>> = {
  fail: 'error',
  unknown: 'open',
  warn: 'warning',
  pass: 'passed',
};

function partItem({ id, uri, part, children }: PartNode): TreeItem {
  const { name, standing, range, findings } = part;
  const folded = findings.length > 0 ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
  const item = new TreeItem(name, children.length > 0 ? folded : TreeItemCollapsibleState.None);
  item.description = range === null ? words(say('缺')) : findings.length > 0 ? `${findings.length}` : '';
  if (range) item.command = opening(uri, range);
  item.accessibilityInformation = {
    label: words(say('{0}：{1}', name, range ? standingWords[standing] : say('缺'))),
  };
  return Object.assign(item, { id, iconPath: standingIcon(standing), contextValue: 'gouji.part' });
}

function tableItem({ id, uri, table }: TableNode): TreeItem {
  const { name, title, standing, sums, range } = table;
  const item = new TreeItem(name, TreeItemCollapsibleState.None);
  item.description = sums;
  item.tooltip = title;
  if (range) item.command = opening(uri, range);
  item.accessibilityInformation = {
    label: `${words(say('{0}：{1}', name, standingWords[standing]))} ${sums}`,
  };
  return Object.assign(item, { id, iconPath: standingIcon(standing), contextValue: 'gouji.table' });
}

function findingItem({ id, uri, finding }: FindingNode): TreeItem {
  const { message, severity, rule, range, key } = finding;
  const standing = severity === 'hint' ? 'info' : severity;
  const line = range.start.line + 1;
  const item = new TreeItem(message, TreeItemCollapsibleState.None);
  item.command = opening(uri, range);
  item.accessibilityInformation = {
    label: words(say('{0}，第 {1} 行：{2}', standingWords[standing], line, message)),
  };
  return Object.assign(item, {
    ...{ id, tooltip: message, iconPath: standingIcon(standing) },
    description: `${words(say('第 {0} 行', line))} ${rule}`,
    contextValue: key === null ? 'gouji.finding' : 'gouji.finding.acceptable',
  });
}

const standingWords: Readonly<Record<Standing, Message>> = {
  error: say('错误'),
  open: say('读不全'),
  warning: say('警告'),
  info: say('提示'),
  passed: say('没有问题'),
};

const icons: Readonly<Record<Standing, readonly [icon: string, colour: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  open: ['question', 'problemsWarningIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  info: ['info', 'problemsInfoIcon.foreground'],
  passed: ['pass', 'testing.iconPassed'],
};

function standingIcon(standing: Standing): ThemeIcon {
  const [icon, colour] = icons[standing];
  return new ThemeIcon(icon, new ThemeColor(colour));
}

/** A click goes to the place in the text. */
function opening(uri: Uri, place?: Place): { title: string; command: string; arguments: unknown[] } {
  const selection =
    place && new Range(place.start.line, place.start.character, place.end.line, place.end.character);
  return {
    title: words(say('打开')),
    command: 'vscode.open',
    arguments: [uri, { preview: false, ...(selection && { selection }) }],
  };
}
