import { say } from '../base/message.ts';
import { hedgeBefore, hedgeBehind } from '../model/prose/figures.ts';
import { defineRule } from './rule.ts';

export const vagueFigure = defineRule({
  id: 'vague-figure',
  group: 'prose',
  title: '应当写确数的地方写了约数',
  severity: 'info',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第五十条：报告主动公开、申请办理等情况',
  docs: `公开信息的条数、申请和文件的件数应当写确数，写作“40余条”“近30条”的给出提示。
培训人次、活动场次等不作要求。
确数只有起草人知道，所以不提供修复。`,

  *check(report) {
    for (const { approximate, subjects, unit, span, full } of report.facts()) {
      if (!approximate || subjects.length === 0 || !/^[条件份篇]$/.test(unit)) continue;
      const { text } = report;
      const front = hedgeBefore(
        text.slice(Math.max(0, full.from - 4), full.from),
        text.slice(span.from, span.to),
      );
      const back = hedgeBehind.exec(text.slice(full.to, full.to + 2))?.[0] ?? '';
      const said = front + text.slice(full.from, full.to).replace(/\s+/g, '') + back;
      yield { span: full, message: say('“{0}”是约数，报告里的件数、条数应当写确数。', said) };
    }
  },
});
