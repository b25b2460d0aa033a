import { say } from '../base/message.ts';
import { replacements } from '../base/option.ts';
import type { Span } from '../base/span.ts';
import { inText } from '../model/prose/passages.ts';
import { inOnePiece, placed, placesOf, remembered, toWords, type Words } from '../model/prose/words.ts';
import type { Report } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

const terms = replacements({
  name: 'terms',
  title: '另外还有哪些写法要改，照原样查找，如机构改革以后的单位名称。',
  example: { 县环保局: '县生态环境局' },
});

export const termUsage = defineRule({
  id: 'term-usage',
  group: 'prose',
  title: '法定用语写错',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》的用语：政府信息公开、依申请公开、行政复议、行政诉讼',
  docs: `检查写错的法定用语：“依法申请公开”应为“依申请公开”，“政务公开条例”“政务公开年度报告”“政务公开申请”应为“政府信息公开……”，以及“政府息公开”“行行政复议”一类漏字、多字、错字。
“公民依法申请公开”是正常的句子，“政务公开”用在工作要点、办公室、专栏等处也是对的，都不报。
“政务信息公开”不是法定用语，只作提示，全文报一次。
标题和六个部分的标题由别的规则检查。
改法唯一的可以批量修正。`,

  options: [terms],

  *check(report, chosen) {
    const own = Object.entries(terms.of(chosen));
    for (const passage of report.passages()) {
      const slips = [...slipsIn(passage.words), ...ownSlipsIn(passage.words, own)];
      for (const { from, to, found, wanted } of slips) {
        // The character that seems to be lost may stand at the end of the passage above.
        if (from === 0 && passage.continued) continue;
        const span = inText(passage, placed(passage.words, from, to));
        const title = say('改为“{0}”', wanted);
        const whole = inOnePiece(passage.words, from, to);
        yield {
          span,
          message: say('“{0}”应为“{1}”。', found, wanted),
          fixes: whole ? [{ title, safety: 'safe', edits: [{ span, insert: wanted }] }] : [],
        };
      }
    }
    yield* loosely(report);
  },
});

interface Slip extends Span {
  readonly found: string;
  readonly wanted: string;
}

/** What is written, as a pattern, and what it has to be. */
const slips: readonly (readonly [RegExp, string])[] = [
  [
    /(?<![人民织者众可以权业户位])依法申请公开(?=(?:政府信息)?(?:各项)?(?:工作|情况|制度|机制|渠道|流程|平台|栏目|专栏|办理|受理|程序|服务|事项|目录|指南|件))/g,
    '依申请公开',
  ],
  [/(?<=^|[、和与及：。，）])依法申请公开(?=[、和与及：。，]|$)/g, '依申请公开'],
  [/(?<![省市区州县])政务公开条例/g, '政府信息公开条例'],
  [/政务公开年度报告/g, '政府信息公开工作年度报告'],
  [/政务公开申请(?!人)/g, '政府信息公开申请'],
  [/国务院办公厅政务公开办公室/g, '国务院办公厅政府信息与政务公开办公室'],
  [/(?:政府信息公开|依申请公开)申报(?!表)/g, '政府信息公开申请'],
  [
    /政府信公开|政府息公开|政府信息公公开|(?<![一-龥])府信息公开|政府信信息公开|政府信息息公开/g,
    '政府信息公开',
  ],
  [/政府信息公开公开|政府信息公(?=工作|条例|申请|平台|制度|目录|指南|专栏|年度|情况)/g, '政府信息公开'],
  [/政府信息公开条例例/g, '政府信息公开条例'],
  [/依申请公(?=工作|情况|渠道|制度|申请|平台|流程)/g, '依申请公开'],
  [/主动公(?=政府信息|信息|工作|情况)/g, '主动公开'],
  [/行行政复议|行政复复议|行政复议议|行政复仪/g, '行政复议'],
  [/行行政诉讼|行政诉诉讼|行政诉讼讼|行政诉颂/g, '行政诉讼'],
  [/依依申请公开|依申请申请公开|依申请公公开/g, '依申请公开'],
  [/主动主动公开|主动公公开/g, '主动公开'],
  [/政府信息公开条(?:列|理(?=》))/g, '政府信息公开条例'],
  [/政府信息公开申清/g, '政府信息公开申请'],
  [/政府信息公开申情/g, '政府信息公开申请'],
  [/信息工开/g, '信息公开'],
  [/政府信信息/g, '政府信息'],
  [/政府信息公开条例列/g, '政府信息公开条例'],
  [/依申[清情]公开/g, '依申请公开'],
  [/(?<=公开)公作/g, '工作'],
];

const suspicious =
  /依法申请|政务公开|申报|公公开|公开公开|[息请动]公(?!开)|例例|信公开|息公开|府信息|信信息|行行政|复复|复议议|复仪|诉诉|讼讼|诉颂|依依|申请申请|主动主动|条列|条理|申[清情]|公作|工开|信信|例列/;

const slipsIn = remembered(({ text }): readonly Slip[] => {
  if (!suspicious.test(text)) return [];
  const found = slips.flatMap(([pattern, wanted]) =>
    [...text.matchAll(pattern)].map(
      ({ index, 0: said }): Slip => ({
        from: index,
        to: index + said.length,
        found: said,
        wanted: said.startsWith('依申请公开申报') ? '依申请公开申请' : wanted,
      }),
    ),
  );
  return found
    .filter(
      (slip, at) => !found.some((other, rank) => rank < at && other.from < slip.to && slip.from < other.to),
    )
    .sort((a, b) => a.from - b.from);
});

/** The places of words that the user wants written in another way, but where they are written in that way already. */
const ownSlipsIn = ({ text }: Words, terms: readonly (readonly [string, string])[]): readonly Slip[] =>
  terms.flatMap(([written, wanted]) => {
    const [found, right] = [toWords(written).text, toWords(wanted).text];
    const lead = right.indexOf(found);
    return placesOf(text, found)
      .filter((from) => lead < 0 || !text.startsWith(right, from - lead))
      .map((from): Slip => ({ from, to: from + found.length, found: written, wanted }));
  });

const loose = '政务信息公开';
const loosePlaces = remembered(({ text }): readonly number[] =>
  text.includes(loose) ? [...text.matchAll(/政务信息公开/g)].map(({ index }) => index) : [],
);

/** A word that no law has, but that does little harm: said once for the whole text. */
function* loosely(report: Report): Iterable<Problem> {
  const places = report.passages().flatMap((passage) =>
    loosePlaces(passage.words).map((from) => {
      const to = from + loose.length;
      return {
        span: inText(passage, placed(passage.words, from, to)),
        whole: inOnePiece(passage.words, from, to),
      };
    }),
  );
  const [first, ...others] = places;
  if (!first) return;
  const edits = places.filter(({ whole }) => whole).map(({ span }) => ({ span, insert: '政府信息公开' }));
  yield {
    span: first.span,
    severity: 'info',
    message: say('“政务信息公开”不是法定用语，一般写作“政府信息公开”，共 {0} 处。', places.length),
    related: others.map(({ span }) => ({ span, message: say('这里也有') })),
    fixes:
      edits.length === places.length ? [{ title: say('全部改为“政府信息公开”'), safety: 'ask', edits }] : [],
  };
}
