import { remembered } from './words.ts';

/** A year that a sentence begins with. */
export interface Opening {
  readonly from: number;
  readonly year: number;
  /** All years the sentence names. */
  readonly named: readonly number[];
  /** Where the year is named again as the end of its own twelve months: `2023年1月1日至2023年12月31日`. */
  readonly again: readonly number[];
  /** The year that the next sentence begins with: two years that are compared sentence by sentence. */
  readonly next: number | undefined;
  /** Whether the sentence gives account of a year's work, and does not look back. */
  readonly reports: boolean;
  readonly looksBack: boolean;
  /** `以来`, and then what everybody does every year: the words that open a report. */
  readonly sinceThen: boolean;
  /** Whether it counts what was done in that year, and plans nothing. */
  readonly counts: boolean;
  /** Whether it grants that much was achieved and much is wanting, as the section on problems begins. */
  readonly grants: boolean;
}

/** A year and where it stands. */
export type NamedYear = Pick<Opening, 'from' | 'year'>;

const start =
  /(?:^|[。！？])(?:(?:[一二三四五六七八九十]+[、是]|（(?:[一二三四五六七八九十]+|\d{1,2})）|\d+[.、])[^。，；：\d]{0,16}[。：]?)?(?:(?:按照|根据|依据|依照)[^。，；]{0,60}，)?(?:截[至止](?:到|至)?|(?:刚刚)?过去的|[我本全](?:局|镇|乡|县|市|区|办|委|厅|处|街道|机关|单位)|在(?=20\d\d年度?(?:里|中|期间|内|的?工作中)，))?(?=(20\d\d)年)/g;
const account =
  /共|累计|主动公开|收到|受理|办结|答复|发布|未|没有|认真|贯彻|落实|坚持|始终|严格|深入|全面|围绕|按照|推进|紧紧|持续|不断|着力|扎实|加强|积极|高度重视|规范(?!性)|保障/;
/** A statement on the fee, unless one has been made: then it is of another year. */
const fee = /^20\d\d年[^。]{0,20}收取[^。]{0,10}处理费/;
const looksBack =
  /上年|上一年|去年|同比|环比|相比|较(?:上|去|往|前|20)|对比|结转(?!(?:至|到|入)?(?:下|次|20))|增长|下降|年来|以来|以前|之前|[年月日]起|至今|曾|原(?![则因])|荣获|获评|获得|被评|被确定|被列|被授|成立|组建|挂牌|启用|开通|上线|搬迁|机构改革|修订|颁布|施行|出台|印发|制定|年报|报告|评估|(?<!(?:纳入|列入)[^，。]{0,10}|强化|加强)考核|审计|反馈|整改|五年|规划/;
const sinceThen =
  /^20\d\d年以?来，(?!.*(?:连续|累计|每年|两年|逐年|先后|已))[^，。；\d]{0,12}(?:认真|深入|紧紧|高度重视|严格|坚持|切实|全面|积极|扎实)/;
const counts =
  /^20\d\d年度?，?(?:全年，?)?[^，。；\d]{0,10}(?:共计?|累计)(?:主动公开|公开|发布|收到|受理|办结|答复)(?!.*(?:将|拟|计划|预计|力争|争取|目标))/;
const grants =
  /^20\d\d年度?，?[^。；]{0,40}(?:取得|虽然?|做了|有所)[^。]{0,60}(?:但|还|仍)[^。]{0,16}(?:存在|有|不足|差距|问题)/;

/** The whole of a year, by its first and last day. */
const wholeYear = /^(20\d\d)年1月1日起?[-—–~～至到](\1年)?12月31日/;

/** The years that sentences begin with. */
export const openingsIn = remembered(({ text }): readonly Opening[] =>
  [...text.matchAll(start)].map((match) => {
    const from = match.index + match[0].length;
    const [rest = '', following = ''] = text.slice(from, from + 300).split(/[。！？]/);
    const months = wholeYear.exec(rest);
    const first = rest.slice(0, 60);
    return {
      from,
      year: Number(match[1]),
      named: [...rest.matchAll(/20\d\d(?=年)/g)].map(([found]) => Number(found)),
      again: months?.[2] ? [from + months[0].length - '2023年12月31日'.length] : [],
      next: Number(/^(20\d\d)年/.exec(following)?.[1]) || undefined,
      reports:
        (months !== null || /^20\d\d年(?!\d{1,2}月(?!31日)|[-—–~～至到])/.test(rest)) &&
        (fee.test(rest) ? !text.slice(0, match.index).includes('费') : account.test(rest)) &&
        !looksBack.test(first),
      looksBack: looksBack.test(rest),
      sinceThen: sinceThen.test(rest),
      counts: counts.test(rest),
      grants: grants.test(rest),
    };
  }),
);

const ownName =
  /(?:现|特|予以|编制|公布|发布|形成)[^。，；]{0,20}?(20\d\d)年度?(?:政府信息公开(?:(?:工作)?(?:年度)?报告|(?:工作)?(?:开展)?情况(?:予以)?(?:报告|公布|公告|公开)如下)|(?:工作|有关|相关)?情况(?:报告|公布)如下)/dg;
const ownParts = /(20\d\d)年度?政府信息公开工作(?:年度)?报告(?=(?:全文)?(?:由|包括|共)[^。]{0,200}部分)/dg;

/** A year that is called this one, or the one the figures are of. */
const ownYear =
  /(?:今年|本年度?)（(20\d\d)年|(?:本报告|所列)[^，。；]{0,16}统计(?:期限|时限|时间|期间|周期|时段)均?为(?=20\d\d年(?:度|全年))(20\d\d)/dg;

/** The years that the text says are its own. */
export const calledOwn = remembered(({ text }): readonly NamedYear[] =>
  /（20|统计/.test(text) ? yearsOf(text, ownYear) : [],
);

/** The years by which a preamble names the report it stands before. */
export const namedIn = remembered(({ text }): readonly NamedYear[] =>
  /报告|如下/.test(text) ? [...yearsOf(text, ownName), ...yearsOf(text, ownParts)] : [],
);

const plan =
  /(?<=^|[。！？；：，])(20\d\d)年，?(?:[我本全][^，。；\d]{1,8})?将(?:会|要)?(?:进一步|继续|重点|着力|切实|不断|加强|加大|持续|紧紧|围绕|坚持|认真|努力|力争|从以下|严格|深化|着重|主要)/dg;

/** The years that plans are made for: `2025年，我局将进一步……`. */
export const plannedIn = remembered(({ text }): readonly NamedYear[] =>
  text.includes('将') ? yearsOf(text, plan) : [],
);

const yearsOf = (text: string, pattern: RegExp): readonly NamedYear[] =>
  [...text.matchAll(pattern)].flatMap(({ indices, 1: one, 2: other }) => {
    const [place, year] = [indices?.[1] ?? indices?.[2], one ?? other];
    return place ? [{ from: place[0], year: Number(year) }] : [];
  });
