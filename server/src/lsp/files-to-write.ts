import { type Acceptance, baselineFileName, printBaseline, readBaseline } from '../analysis/baseline.ts';
import { projectFileName, projectSettings, readJson, readProject } from '../analysis/project.ts';
import { defaultSettings, isObject } from '../analysis/settings.ts';
import { plain } from '../base/file-name.ts';
import { type Message, say } from '../base/message.ts';
import { foldersAbove, type Governing } from './project-files.ts';
import type { AcceptanceParams, RuleLevelParams } from './protocol.ts';

/** What a file has to hold from now on, or why it cannot be changed. */
export type ToWrite = { readonly uri: string; readonly text: string } | { readonly fault: Message };

/** The baseline of a document once a finding in it is accepted. */
export function withAcceptance(
  { project, baseline }: Governing,
  { textDocument: { uri }, key, reason, who, when, folder }: AcceptanceParams,
): ToWrite {
  const home = homeOf(uri, project?.uri, folder);
  if (home === undefined) return unsaved;
  const [broken] = baseline?.faults ?? [];
  if (broken) return { fault: say('{0} 内容有误，没有改写：{1}', baselineFileName, broken) };
  const file = baseline?.path ?? plain(uri.slice(home.length));
  const entry: Acceptance = { ...key, file, reason, who, when };
  const text = printBaseline([...(baseline?.content ?? []), entry]);
  const read = readBaseline(text);
  return 'key' in read ? { fault: read } : { uri: baseline?.uri ?? home + baselineFileName, text };
}

/** The project file of a document once a rule has another severity there. */
export function withRuleLevel(
  { project, baseline }: Governing,
  { textDocument: { uri }, rule, level, folder }: RuleLevelParams,
): ToWrite {
  const home = homeOf(uri, baseline?.uri, folder);
  if (home === undefined) return unsaved;
  const written = readJson(project?.text ?? '{}');
  if ('fault' in written)
    return { fault: say('{0} 内容有误，没有改写：{1}', projectFileName, written.fault) };
  const fields = isObject(written.value) ? written.value : {};
  const rules = isObject(fields.rules) ? fields.rules : {};
  const before = rules[rule];
  // What else was chosen for the rule stays.
  const entry = isObject(before) ? { ...before, severity: level } : level;
  const text = `${JSON.stringify({ ...fields, rules: { ...rules, [rule]: entry } }, null, 2)}\n`;
  const path = project?.path ?? plain(uri.slice(home.length));
  const settings = projectSettings(readProject(text).project, path, defaultSettings);
  if (settings.rules[rule] !== level)
    return { fault: say('{0} 的 overrides 对这份报告另有规定，请改那里。', projectFileName) };
  return { uri: project?.uri ?? home + projectFileName, text };
}

const unsaved: ToWrite = { fault: say('请先保存这份报告。') };

/** Where a first file is put: beside the other one, else in the workspace folder, else beside the document. */
function homeOf(uri: string, other: string | undefined, folder: string | undefined): string | undefined {
  const above = foldersAbove(uri);
  const wanted =
    other === undefined ? folder?.replace(/\/?$/, '/') : other.slice(0, other.lastIndexOf('/') + 1);
  return above.find((one) => one === wanted) ?? above[0];
}
