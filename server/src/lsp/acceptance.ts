import { type Acceptance, baselineFileName, printBaseline, readBaseline } from '../analysis/baseline.ts';
import { type Message, say } from '../base/message.ts';
import { foldersAbove, type Governing, plain } from './project-files.ts';
import type { AcceptanceAnswer, AcceptanceParams } from './protocol.ts';

/** What the baseline of a document has to hold once a finding in it is accepted; the client writes it. */
export function acceptance(
  { project, baseline }: Governing,
  { textDocument: { uri }, key, reason, who, when, folder }: AcceptanceParams,
  word: (message: Message) => string,
): AcceptanceAnswer {
  const above = foldersAbove(uri);
  const beside = project ? project.uri.slice(0, project.uri.lastIndexOf('/') + 1) : withSlash(folder);
  const home = above.find((one) => one === beside) ?? above[0];
  if (home === undefined) return { fault: word(say('请先保存这份报告。')) };
  const [broken] = baseline?.faults ?? [];
  if (broken) return { fault: word(say('{0} 内容有误，没有改写：{1}', baselineFileName, broken)) };
  const file = baseline?.path ?? plain(uri.slice(home.length));
  const entry: Acceptance = { ...key, file, reason, who, when };
  const text = printBaseline([...(baseline?.content ?? []), entry]);
  const faulty = readBaseline(text);
  return 'key' in faulty ? { fault: word(faulty) } : { uri: baseline?.uri ?? home + baselineFileName, text };
}

const withSlash = (folder: string | undefined): string | undefined => folder?.replace(/\/?$/, '/');
