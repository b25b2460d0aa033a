import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { inOnePiece, placed, remembered } from '../model/prose/words.ts';
import { defineRule, type Problem } from './rule.ts';

export const wrongCitation = defineRule({
  id: 'wrong-citation',
  group: 'prose',
  title: '法规、通知的名称或文号引用有误',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis:
    '《中华人民共和国政府信息公开条例》（国务院令第711号）；国办公开办函〔2021〕30号；国办函〔2020〕109号',
  docs: `检查《条例》的名称和令号、年度报告格式通知的文号、信息处理费管理办法的名称，以及修订前的条文序号。
“国令第711号”是公布时的文号，原令号与“修订”一起写出来的，都不报。
2021 年起的报告引用 2019 年的格式通知，按过时报告。
前言列举的组成部分与法定六个部分对不上，或者 2022 年起还写“新修订的”，只作提示。
改法唯一的可以批量修正，涉及改数字的逐条确认。`,

  *check(report) {
    for (const passage of report.passages()) {
      for (const fault of faultsIn(passage.words))
        if (applies(fault, report.year)) yield problem(passage, fault);
      if (passage.section === undefined || passage.section === 'overview') yield* parts(passage);
    }
  },
});

interface CitationFault extends Span {
  readonly message: Message;
  readonly severity?: 'info';
  /** What it has to be; undefined where that is not certain. */
  readonly wanted: string | undefined;
  readonly safety: 'safe' | 'ask';
  /** The first year of reports for which it is wrong. */
  readonly since: number;
}

const applies = ({ since }: CitationFault, year: number | undefined): boolean =>
  since === 0 || (year !== undefined && year >= since);

function problem(passage: Passage, { from, to, message, severity, wanted, safety }: CitationFault): Problem {
  const span = inText(passage, placed(passage.words, from, to));
  const whole =
    inOnePiece(passage.words, from, to) ||
    !/[\r\n]/.test(passage.words.source.slice(...ends(passage, from, to)));
  return {
    span,
    message,
    ...(severity ? { severity } : {}),
    fixes:
      wanted === undefined || !whole
        ? []
        : [
            {
              title:
                wanted === ''
                  ? say('删去“{0}”', passage.words.text.slice(from, to))
                  : say('改为“{0}”', wanted),
              safety,
              edits: [{ span, insert: wanted }],
            },
          ],
  };
}

function ends({ words }: Passage, from: number, to: number): readonly [number, number] {
  const span = placed(words, from, to);
  return [span.from, span.to];
}

/** One way to cite wrongly: what it looks like, when it does not count, and what is said of it. */
interface Check {
  readonly pattern: RegExp;
  /** Must stand in the sentence, or must not. */
  readonly needs?: RegExp;
  readonly unless?: RegExp;
  readonly wanted: (found: RegExpMatchArray) => string | undefined;
  readonly safety?: 'ask';
  readonly severity?: 'info';
  readonly since?: number;
}

const act = '政府信息公开条例';
const order = '国务院令第711号';
const notice = '国办公开办函〔2021〕30号';
const feeNotice = '国办函〔2020〕109号';
const method = '《政府信息公开信息处理费管理办法》';

const checks: readonly Check[] = [
  {
    pattern: /国务院令第?711号?(?!\d)|(?<=条例》（)国务院第?711号令(?=[）；，])/g,
    wanted: ([found]) => (found === order ? undefined : order),
  },
  {
    pattern: /(?:国务院令|国令)第?492号?(?!\d)/g,
    needs: new RegExp(`${act}|《条例》`),
    unless: /711|原|旧|废止|2007|曾/,
    wanted: () => order,
    safety: 'ask',
    since: 2019,
  },
  {
    pattern: new RegExp(`(?<=${act}》（)(?:国务院令|国令)第?(?!711|492)\\d{3,4}号?(?=）)`, 'g'),
    wanted: () => order,
    safety: 'ask',
  },
  {
    pattern: /《中华人民共和国(?:政府信息公开工作|信息公开|政务信息公开|政府信息|政府信公开)条[例列]》/g,
    wanted: () => `《中华人民共和国${act}》`,
  },
  {
    pattern:
      /国办(?:公开函|公开办发|公开办)[〔[【（]2021[〕\]】）]第?30号|国办公开办函[〔[【（]2021[〕\]】）]第30号/g,
    wanted: () => notice,
  },
  {
    pattern: /国办公开办函〔20(?!21|19)\d\d〕30号/g,
    needs: /年度报告|报告格式/,
    wanted: () => notice,
    safety: 'ask',
  },
  {
    pattern: /国办函〔2020〕(?!109号)\d{1,3}号/g,
    needs: /处理费管理办法/,
    wanted: () => feeNotice,
    safety: 'ask',
  },
  {
    pattern: /国办(?:发|函|公开办函)[〔[【（]20(?:20|21)[〕\]】）]109号/g,
    needs: /处理费/,
    wanted: ([found]) => (/函[〔[【（]2020/.test(found) && !found.includes('公开') ? undefined : feeNotice),
  },
  {
    pattern: /国办(?:发|函)[〔[【（]2021[〕\]】）]30号/g,
    needs: /年度报告|报告格式|本报告.{0,60}编制|编制本报告/,
    wanted: () => notice,
  },
  {
    pattern: /国办公开办函[〔[【（]2019[〕\]】）]60号/g,
    needs: /年度报告|格式|编制/,
    unless: /2021[〕\]】）]30号|废止|替代|修订|原/,
    wanted: () => notice,
    safety: 'ask',
    since: 2021,
  },
  {
    pattern: /国办公开办函[〔[【（]2021[〕\]】）](?!30号)\d{1,3}号/g,
    needs: /年度报告格式/,
    wanted: () => notice,
    safety: 'ask',
  },
  {
    pattern:
      /《(?:政府信息公开处理费管理办法|政府信息处理费管理办法|信息公开信息处理费管理办法|政府信息公开信息处理费用管理办法|政府信息公开信息处理费办法)》/g,
    wanted: () => method,
  },
  {
    pattern: /第三十[一二]条/g,
    needs: new RegExp(`(?=.*年度报告)(?=.*(?:${act}|《条例》))`),
    unless: /第四十九条|第五十条/,
    wanted: ([found]) => (found === '第三十一条' ? '第四十九条' : '第五十条'),
    safety: 'ask',
    since: 2019,
  },
  {
    pattern: /新修订的?(?=《(?:中华人民共和国)?政府信息公开条例》)/g,
    wanted: () => '',
    safety: 'ask',
    severity: 'info',
    since: 2022,
  },
];

const suspicious = /令第?\d|\d号令|条[例列]》|国办|处理费|第三十[一二]条|新修订/;

const faultsIn = remembered(({ text }): readonly CitationFault[] => {
  if (!suspicious.test(text)) return [];
  const found = checks.flatMap((check) =>
    [...text.matchAll(check.pattern)].flatMap((match) => toFault(text, match, check)),
  );
  return found.sort((a, b) => a.from - b.from);
});

function toFault(
  text: string,
  match: RegExpMatchArray & { index: number },
  check: Check,
): readonly CitationFault[] {
  const { needs, unless, safety = 'safe', severity, since = 0 } = check;
  const [from, to] = [match.index, match.index + match[0].length];
  const sentence = sentenceAt(text, from, to);
  const wanted = check.wanted(match);
  if (wanted === undefined || (needs && !needs.test(sentence)) || unless?.test(sentence)) return [];
  const message =
    wanted === ''
      ? say('《条例》2019 年已经施行，不必再写“{0}”。', match[0])
      : say('“{0}”引用有误，应为“{1}”。', match[0], wanted);
  return [{ from, to, message, wanted, safety, since, ...(severity ? { severity } : {}) }];
}

function sentenceAt(text: string, from: number, to: number): string {
  const front = text.slice(Math.max(0, from - 160), from);
  const back = text.slice(to, to + 160);
  return front.slice(front.lastIndexOf('。') + 1) + text.slice(from, to) + (back.split('。')[0] ?? '');
}

const named: readonly (readonly [string, RegExp])[] = [
  ['总体情况', /总体情况/],
  ['主动公开政府信息情况', /主动公开政府信息/],
  ['收到和处理政府信息公开申请情况', /收到和处理/],
  ['政府信息公开行政复议、行政诉讼情况', /行政复议|被申请复议/],
  ['存在的主要问题及改进情况', /问题/],
  ['其他需要报告的事项', /其[他它]需要报告/],
];

/** The sentence that names the parts the report consists of has to name the six, and no others. */
function* parts(passage: Passage): Iterable<Problem> {
  const list = listOf(passage.words);
  if (!list) return;
  const { from, to, missing, counted, extra } = list;
  const span = inText(passage, placed(passage.words, from, to));
  const message =
    missing.length > 0
      ? say('这里列举的组成部分缺少“{0}”，法定的是六个部分。', missing.join('”“'))
      : extra !== undefined
        ? say('法定的组成部分是六个，不包括“{0}”。', extra)
        : say('这里写的是{0}部分，法定的是六个部分。', counted ?? '');
  yield { span, severity: 'info', message };
}

interface PartList extends Span {
  readonly missing: readonly string[];
  readonly counted: string | undefined;
  readonly extra: string | undefined;
}

const listOf = remembered(({ text }): PartList | undefined => {
  const at = text.search(/总体情况、/);
  if (at < 0) return undefined;
  const end = text.slice(at).search(/。|$/) + at;
  const list = text.slice(at, Math.min(end, at + 300));
  const missing = named.filter(([, words]) => !words.test(list)).map(([name]) => name);
  if (named.length - missing.length < 4) return undefined;
  const counted = /([一二三四五六七八九\d])(?:个|大)?(?:部分|方面|个部分)/.exec(list)?.[1];
  const extra = /[^、，和及与]{0,16}统计(?:数据)?表|[^、，和及与]{0,10}附[件表]/.exec(list)?.[0];
  const right =
    missing.length === 0 && extra === undefined && (counted === undefined || /[六6]/.test(counted));
  return right ? undefined : { from: at, to: at + list.length, missing, counted, extra };
});
