import {
  commands,
  type Disposable,
  Position,
  type QuickPickItem,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { say } from '../../../server/src/base/message.ts';
import type { NewReport, NewReportWishes } from '../../../server/src/features/new-report.ts';
import { editionForYear, editions } from '../../../server/src/template/index.ts';
import { type EarlierReport, earlierReports, organOfNames } from '../report-files.ts';
import { words } from '../wording.ts';

/** What is asked before a report is begun; whoever runs the command may give any of it beforehand. */
export interface Answers extends Omit<NewReportWishes, 'earlier'> {
  /** Whether 上年结转 is filled in as last year carried it over. */
  readonly carry: boolean;
}

/** Asks for organ, year and form, and opens a blank report to be filled in; nothing is written to the disk. */
export const registerNewReport = (client: BaseLanguageClient): Disposable =>
  commands.registerCommand('gouji.newReport', async (given: Partial<Answers> = {}) => {
    const wishes = await askWishes(given);
    if (!wishes) return;
    const earlier = await earlierReports(wishes.year - 1);
    const begun = await client.sendRequest<NewReport | null>('gouji/newReport', {
      ...wishes,
      earlier: earlier.map(({ text }) => text),
    });
    const text = begun && (await askCarried(begun, earlier, wishes.year - 1, given.carry));
    if (begun && text !== undefined && text !== null) await open(begun.fileName, text, wishes.notation);
  });

async function askWishes(given: Partial<Answers>): Promise<Omit<NewReportWishes, 'earlier'> | undefined> {
  const organ = given.organ ?? (await askOrgan());
  if (!organ) return undefined;
  const year = given.year ?? (await askYear());
  if (year === undefined) return undefined;
  const form = given.edition && given.notation ? given : await askForm(year);
  if (!form?.edition || !form.notation) return undefined;
  return { organ, year, edition: form.edition, notation: form.notation };
}

const askOrgan = async (): Promise<string | undefined> =>
  (
    await window.showInputBox({
      title: words(say('新建年度报告（1/3）')),
      prompt: words(say('编制报告的机关全称')),
      value: await organOfNames(),
      validateInput: (value) => (value.trim() === '' ? words(say('请填写机关名称')) : undefined),
    })
  )?.trim();

/** A report is on the year before the one it is published in. */
async function askYear(): Promise<number | undefined> {
  const answer = await window.showInputBox({
    title: words(say('新建年度报告（2/3）')),
    prompt: words(say('报告年度')),
    value: String(new Date().getFullYear() - 1),
    validateInput: (value) => {
      const known = /^20\d\d$/.test(value.trim()) && editionForYear(Number(value)) !== undefined;
      return known ? undefined : words(say('请填写 2019 年以后的年份，如 2025'));
    },
  });
  return answer === undefined ? undefined : Number(answer);
}

type Form = Pick<NewReportWishes, 'edition' | 'notation'>;

/** The form in force for the year comes first. */
async function askForm(year: number): Promise<Form | undefined> {
  const inForce = editionForYear(year);
  const sorted = [...editions].sort((a, b) => Number(b === inForce) - Number(a === inForce));
  const items = sorted.flatMap((edition): (QuickPickItem & Form)[] => {
    const description =
      edition === inForce ? words(say('{0} 年度适用，{1}', year, edition.source)) : edition.source;
    const { id } = edition;
    return [
      {
        label: words(say('{0} 年格式，文本（.txt，表格用制表符分列）', id)),
        description,
        edition: id,
        notation: 'tab',
      },
      { label: words(say('{0} 年格式，Markdown（.md）', id)), description, edition: id, notation: 'pipe' },
    ];
  });
  return window.showQuickPick(items, {
    title: words(say('新建年度报告（3/3）')),
    placeHolder: words(say('用哪一年的格式？')),
  });
}

/** The text to open: what last year carried over is put in only if the author takes it. */
async function askCarried(
  { text, carried }: NewReport,
  earlier: readonly EarlierReport[],
  year: number,
  carry: boolean | undefined,
): Promise<string | undefined> {
  if (!carried) return text;
  if (carry !== undefined) return carry ? carried.text : text;
  const total = carried.figures[carried.figures.length - 1] ?? '';
  const items = [
    {
      label: words(say('填入上年结转：总计 {0} 件', total)),
      description: words(say('取自 {0} 年报告的“四、结转下年度继续办理”', year)),
      detail: earlier[carried.from]?.name ?? '',
      text: carried.text,
    },
    { label: words(say('留空')), description: '', detail: '', text },
  ];
  const chosen = await window.showQuickPick(items, {
    title: words(say('新建年度报告')),
    placeHolder: words(say('要把上年的“结转下年度”填入本年的“上年结转”吗？')),
  });
  return chosen?.text;
}

/** Opens a text that is not saved yet, under its name in the workspace if that is free. */
async function open(fileName: string, text: string, notation: Form['notation']): Promise<void> {
  const document = (await named(fileName, text)) ?? (await unnamed(text, notation));
  await window.showTextDocument(document, { preview: false });
}

const unnamed = (content: string, notation: Form['notation']): Thenable<TextDocument> =>
  workspace.openTextDocument({ content, language: notation === 'pipe' ? 'markdown' : 'gouji-report' });

async function named(fileName: string, text: string): Promise<TextDocument | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  // Elsewhere an unsaved file cannot be told where it is to go.
  if (!folder || !['file', 'vscode-remote'].includes(folder.scheme)) return undefined;
  const uri = Uri.joinPath(folder, fileName);
  if (await exists(uri)) return undefined;
  const document = await workspace.openTextDocument(uri.with({ scheme: 'untitled' }));
  if (document.getText() !== '') return undefined;
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  return document;
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
