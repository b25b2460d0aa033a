import { catalogue, type RuleFacts, ruleFacts } from '../analysis/catalogue.ts';
import { type Message, say } from '../base/message.ts';
import type { RuleGroup, Severity } from '../rules/rule.ts';
import { type Arguments, choice } from './arguments.ts';
import { printJson } from './print-json.ts';
import type { OptionSpecs, System } from './system.ts';
import type { Voice } from './voice.ts';

const formats = ['text', 'json'] as const;

export const rulesSpecs = { format: { type: 'string', values: formats } } as const satisfies OptionSpecs;

interface RulesOptions {
  readonly format: (typeof formats)[number];
  /** The rules named; all of them if none is. */
  readonly named: readonly RuleFacts[];
}

/** Which rules are asked for, or what is wrong with the question. */
export function readRules(args: Arguments): RulesOptions | Message {
  const unknown = args.paths.find((id) => !ruleFacts(id));
  if (unknown !== undefined) return say('没有“{0}”这条规则，用 gouji rules 列出全部规则。', unknown);
  return {
    format: choice(args, 'format', formats, 'text'),
    named: args.paths.flatMap((id) => ruleFacts(id) ?? []),
  };
}

/** Prints the list of all rules, or the pages of those named. */
export async function runRules(
  { format, named }: RulesOptions,
  system: System,
  voice: Voice,
): Promise<number> {
  if (format === 'json') {
    const rules =
      named.length > 0 ? named.map((rule) => ({ ...rule, page: system.rulePage(rule.id) })) : catalogue;
    system.out(`${printJson({ schema: 'gouji.rules/1', rules: rules.map(plain) })}\n`);
  } else if (named.length > 0) {
    system.out(named.map(({ id }) => system.rulePage(id)).join('\n'));
  } else {
    system.out(`${list(voice).join('\n')}\n`);
  }
  return 0;
}

const groups: Readonly<Record<RuleGroup, Message>> = {
  structure: say('结构'),
  tables: say('表格'),
  totals: say('勾稽'),
  prose: say('文字'),
  across: say('跨文件'),
  word: say('忽略'),
};

const severities: Readonly<Record<Severity, Message>> = {
  error: say('错误'),
  warning: say('警告'),
  info: say('提示'),
  hint: say('建议'),
};

function list(voice: Voice): readonly string[] {
  const widest = Math.max(...catalogue.map(({ id }) => id.length));
  return Object.entries(groups).flatMap(([group, name]) => {
    const rules = catalogue.filter((rule) => rule.group === group);
    const line = ({ id, severity, title }: RuleFacts): string =>
      `  ${id.padEnd(widest)}  ${voice(severities[severity])}  ${title}`;
    return rules.length === 0 ? [] : [voice(name), ...rules.map(line)];
  });
}

/** What other programs may rely on; a rule's search is nobody's business. */
function plain({
  id,
  group,
  title,
  severity,
  since,
  basis,
  docs,
  options = [],
  page,
}: RuleFacts & { readonly page?: string }) {
  const choices = options.map(({ name, title, schema }) => ({ name, title, schema }));
  return { id, group, title, severity, since, basis, docs, options: choices, page };
}
