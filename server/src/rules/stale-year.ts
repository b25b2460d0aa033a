import { say } from '../base/message.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { inOnePiece, placed, remembered } from '../model/prose/words.ts';
import { defineRule } from './rule.ts';

export const staleYear = defineRule({
  id: 'stale-year',
  group: 'prose',
  title: '年份像是从上一年的报告里留下来的',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第四十九条：报告的是上一年度的工作',
  docs: `总体情况等部分里，一句话以上一年的年份开头、讲的却是本年度的工作，多半是从上一年的报告里复制来、忘了改。
与上年比较、上年结转、成立和印发等往事、书名号和文号里的年份、同一句里也说到报告年度的，都不报。
前言里报告自己的年份也检查。
第五部分可以说往年的问题和来年的打算，不检查。
修正把年份改为报告年度，需要逐条确认。`,

  *check(report) {
    const { year } = report;
    if (year === undefined) return;
    for (const passage of report.passages()) {
      if (passage.section === undefined && passage.from > (report.title?.span.from ?? 0)) {
        for (const named of namedIn(passage.words))
          if (named.year === year - 1) yield problem(passage, named, year);
      }
      if (passage.section === undefined || passage.section === 'problems') continue;
      for (const opening of openingsIn(passage.words)) {
        if (opening.year !== year - 1 || opening.named.includes(year)) continue;
        if (
          passage.kind === 'heading' ? passage.section !== 'overview' || opening.looksBack : !opening.reports
        )
          continue;
        yield problem(passage, opening, year);
      }
    }
  },
});

/** A year that a sentence begins with. */
interface Opening {
  readonly from: number;
  readonly year: number;
  /** All years the sentence names. */
  readonly named: readonly number[];
  /** Whether the sentence gives account of a year's work, and does not look back. */
  readonly reports: boolean;
  readonly looksBack: boolean;
}

const start =
  /(?:^|[。！？])(?:(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)[^。，；：\d]{0,16}[。：]?)?(?:截至)?(?=(20\d\d)年)/g;
const account =
  /共|累计|主动公开|收到|受理|办结|答复|发布|未|没有|认真|贯彻|落实|坚持|严格|深入|全面|围绕|按照|推进|紧紧|持续|不断|着力|扎实|加强|积极/;
const looksBack =
  /上年|上一年|去年|同比|环比|相比|较(?:上|去|往|前|20)|对比|结转|增长|下降|年来|以来|以前|之前|[年月日]起|至今|曾|原(?![则因])|荣获|获评|获得|被评|被确定|被列|被授|成立|组建|挂牌|启用|开通|上线|搬迁|机构改革|修订|颁布|施行|出台|印发|制定|年报|报告|评估|考核|审计|反馈|整改|五年|规划/;

const openingsIn = remembered(({ text }): readonly Opening[] =>
  [...text.matchAll(start)].map((match) => {
    const from = match.index + match[0].length;
    const rest = text.slice(from, from + 240).split(/[。！？]/)[0] ?? '';
    const first = rest.slice(0, 60);
    return {
      from,
      year: Number(match[1]),
      named: [...rest.matchAll(/20\d\d(?=年)/g)].map(([found]) => Number(found)),
      reports:
        /^20\d\d年(?!\d{1,2}月(?!31日)|[-—–~～至到])/.test(rest) &&
        account.test(rest) &&
        !looksBack.test(first),
      looksBack: looksBack.test(rest),
    };
  }),
);

const ownName =
  /(?:现|特|予以|编制|公布|发布|形成)[^。，；]{0,20}?(20\d\d)年度?政府信息公开工作(?:年度)?报告/dg;

/** The years by which a preamble names the report it stands before. */
const namedIn = remembered(({ text }): readonly Pick<Opening, 'from' | 'year'>[] =>
  text.includes('报告')
    ? [...text.matchAll(ownName)].flatMap(({ indices, 1: year }) => {
        const place = indices?.[1];
        return place ? [{ from: place[0], year: Number(year) }] : [];
      })
    : [],
);

function problem(passage: Passage, { from, year }: Pick<Opening, 'from' | 'year'>, wanted: number) {
  const { words } = passage;
  const span = inText(passage, placed(words, from, from + 4));
  const fix = {
    title: say('把 {0} 改为 {1}', year, wanted),
    safety: 'ask' as const,
    edits: [{ span, insert: String(wanted) }],
  };
  return {
    span,
    message: say('这里写的是{0}年，报告的年度是{1}年，请核对是否忘了改。', year, wanted),
    fixes: inOnePiece(words, from, from + 4) ? [fix] : [],
  };
}
