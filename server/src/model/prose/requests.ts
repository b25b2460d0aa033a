import { everybody, otherTime, ownName, someOnly, whole } from './scope.ts';
import { type Found, loosely, request, type Setting, type Speaker, type Subject } from './subject.ts';

const got = '(?:收到|接到|接收|新收到?|新增|受理|登记)';
const fromWhom = '(?:了|到|的|过|共|共计|累计|各类|社会|公众|群众|申请人|提交|提出){0,4}';

const ofRequests = new RegExp(`^(.*?)${got}${fromWhom}(?:${request}|依申请公开(?:政府信息|信息)?)${loosely}`);
const bareRequests = new RegExp(
  `^(.*?)(?:${request}|依申请公开(?=受理|收件|申请))(?:受理|收件|申请)?${loosely}`,
);
const gotBefore = new RegExp(`^(.*?)${got}(?:了|共|到|累计|有){0,2}$`);
const requestsBehind = new RegExp(`^的?(?:依法)?${request}(?:事项)?$`);
const plainRequests = new RegExp(
  `^(.*?)(?:${got}(?:了|到|共){0,2}(?:的?(?:书面)?申请)|新收(?:到)?(?:申请)?)${loosely}`,
);

const finished = '(?:办结|答复|办理完成|办理完毕|处理完毕)';
const handled = new RegExp(
  `^(.*?)(${finished}|办理|处理)(?:了|完毕|完成|的){0,2}(?:${request}|依申请公开|申请)?${loosely}`,
);
/** What may stand before the verb of a count of finished applications; anything else makes it a part of them. */
const plainly =
  /^(?:20\d\d年度?|全年|年内|年度内|本年度?|当年|今年|已经|已|均|共计|一共|共|总计|总|累计|全部|现已|实际|并|都|均已|依法|依规|其中){0,5}$/;

const name = '(?:予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)';
const given =
  '(?:20\\d\\d年度?|本年度?|全年|年内|其中|包括|同意(?=部分)|作出|做出|给予|依法|决定|全部|为|有|的|申请|答复|办结|结果){0,4}';
const outcome = new RegExp(
  `^[、和]?${given}(${name})(?:(?:及|和|与|或|、)(${name}))?(?:的|答复|决定|申请|情形|类|信息){0,3}${loosely}`,
);
const outcomeBehind = new RegExp(`^(?:申请)?(${name})$`);
const anyOutcome = new RegExp(name, 'g');
const outcomes: Readonly<Record<string, Subject>> = {
  予以公开: 'granted',
  部分公开: 'partial',
  不予公开: 'denied',
  无法提供: 'unavailable',
  不予处理: 'notProcessed',
  其他处理: 'otherOutcome',
  其它处理: 'otherOutcome',
};

interface CarryWords {
  readonly out: RegExp;
  readonly in: RegExp;
  readonly outBehind: RegExp;
}

const carryWords = new Map<number | undefined, CarryWords>();

/** What is said of applications carried over, given the year: next year and last year may be named by number. */
function carryWordsFor(year: number | undefined): CarryWords {
  const known = carryWords.get(year);
  if (known) return known;
  const last = year === undefined ? '' : `|${year - 1}年度?`;
  const next = year === undefined ? '' : `|${year + 1}年度?`;
  const what = `(?:的|来的|过来的|至?本年度?|未办结|继续|办理|处理|答复|件|${request}|依申请公开|申请|事项){0,4}`;
  const onward = `(?:结转|转)(?:至|到|入|为)?(?:下一?年度?|次年度?|明年度?${next})`;
  const back = `(?:上一?年度?|去年度?${last})`;
  const words = {
    out: new RegExp(`^(.*?)${onward}${what}${loosely}`),
    in: new RegExp(
      `^(.*?)(?:${back}(?:未办结)?(?:结转|结存|转结|转入)|(?:结转|承接)${back})${what}${loosely}`,
    ),
    outBehind: new RegExp(`^(?:${request}|申请)?(?:将|已|需|正在办理|尚在办理|继续办理)?${onward}`),
  };
  carryWords.set(year, words);
  return words;
}

export function carriedOver(lead: string, { tail, sentence }: Setting, { year }: Speaker): Found {
  const words = carryWordsFor(year);
  const out = words.out.exec(lead);
  const found = out ?? words.in.exec(lead);
  if (found) {
    const front = found[1] ?? '';
    if (/上一?年|去年|下一?年/.test(front) || narrows(front)) return [];
    const said = sentence.slice(0, sentence.length - lead.length) + front;
    return otherTime(said, year) ? [] : [out ? 'carriedOut' : 'carriedIn'];
  }
  if (!words.outBehind.test(tail)) return undefined;
  return narrows(lead) || otherTime(sentence, year) ? [] : ['carriedOut'];
}

/** Other things are carried over as well. */
const otherThings = /文件|处罚|强制|案件|案/;

/** What is left over may well be spoken of as the rest. */
const narrows = (words: string): boolean =>
  otherThings.test(words) || someOnly.test(words.replace(/其中|还|尚|另|剩余|其余/g, ''));

export function applications(
  { lead, tail, sentence, clause, clauseBefore, onRequest }: Setting,
  speaker: Speaker,
): Found {
  const found =
    ofRequests.exec(lead) ??
    (requestsBehind.test(tail) ? gotBefore.exec(lead) : null) ??
    (onRequest && /^(?:的?申请)?$/.test(tail) ? plainRequests.exec(lead) : null);
  const done = onRequest ? handled.exec(lead) : null;
  if (found && done) return [];
  if (found) return whole(found[1] ?? '', lead + tail, sentence, speaker) ? [receivedIn(lead, clause)] : [];
  if (done) return ofHandled(done, lead + tail, sentence, clauseBefore, speaker);
  const bare = bareRequests.exec(lead);
  if (!bare || /[收接受办答处审回撤]/.test(bare[1] ?? '')) return undefined;
  return whole(bare[1] ?? '', lead + tail, sentence, speaker) ? ['received'] : [];
}

/** What is new has not been carried in, unless the same words count that as well. */
const receivedIn = (lead: string, clause: string): Subject =>
  /新收|新增/.test(lead) && !/[含加连]|合计|共计?(?:办理|受理|处理)|(?<!新)受理/.test(clause)
    ? 'newlyReceived'
    : 'received';

const kinds: readonly (readonly [RegExp, Subject])[] = [
  [/^(?:自然人|公民(?:个人)?)/, 'fromPersons'],
  [/^(?:商业)?企业/, 'fromEnterprises'],
  [/^科研机构/, 'fromResearch'],
  [/^社会公益组织/, 'fromSocial'],
  [/^法律服务机构/, 'fromLegal'],
  [/^法人(?:(?:、|和|及|与|或|或者)其[他它]组织)?/, 'fromOrganisations'],
];
const applicant =
  /^[、和及与]?(?:其中)?(?:来自|由|属于|属)?(自然人|公民(?:个人)?|(?:商业)?企业|科研机构|社会公益组织|法律服务机构|法人(?:(?:、|和|及|与|或|或者)其[他它]组织)?)(?:提交|提出|申请|的|为|有|类){0,4}$/;
/** The applications received, parted by the kind of applicant, right behind their total. */
const parted =
  /(?:收到|接到|新收|受理|接收)[^，。；\d]*[\d零一二两三四五六七八九十百]{1,6}件(?:申请)?(?:，其中|（(?:其中)?)(?![^，、]{0,30}(?:网|线上|信函|邮|当面|窗口))[^。；]*$/;

/** Applicants of one kind among all applications of the year. */
export function fromApplicants(
  { lead, tail, sentence, clauseBefore, onRequest }: Setting,
  speaker: Speaker,
): Found {
  const found = onRequest && /^(?:申请)?$/.test(tail) ? applicant.exec(lead) : null;
  const kind = found && kinds.find(([named]) => named.test(found[1] ?? ''))?.[1];
  if (!kind || !parted.test(clauseBefore) || /办结|答复|上年|结转/.test(clauseBefore)) return undefined;
  const [front = ''] = clauseBefore.split(/[\d零一二两三四五六七八九十百]{1,6}件/);
  const before = front.replace(everybody, '').replaceAll('政府信息公开', '');
  return whole(before, before, sentence, speaker) ? [kind] : [];
}

function ofHandled(
  done: RegExpExecArray,
  around: string,
  sentence: string,
  clauseBefore: string,
  speaker: Speaker,
): Found {
  const [, front = '', verb] = done;
  if (!plainly.test(ownName(front, speaker)) || someOnly.test(around.replace('其中', ''))) return [];
  if (/建议|提案|信访|工单|留言|热线|复议|诉讼|案件|许可|审批|咨询|投诉|举报/.test(clauseBefore)) return [];
  if (!whole(front, '', sentence, speaker)) return [];
  return [verb === '办理' || verb === '处理' ? 'processed' : 'handled'];
}

export function outcomesOf(
  { lead, tail, sentence, clause, onRequest }: Setting,
  year: number | undefined,
): Found {
  const found =
    outcome.exec(lead) ?? (/^(?:其中|有|为|、|和)*$/.test(lead) ? outcomeBehind.exec(tail) : null);
  if (!found) return undefined;
  const named = [found[1], found[2]].flatMap((word) => (word === undefined ? [] : (outcomes[word] ?? [])));
  const several = (clause.match(anyOutcome) ?? []).length >= 2;
  if (!onRequest || (!several && !/申请|办结|答复/.test(clause))) return [];
  if (
    /公文|文件|属性|发文|制发/.test(clause) ||
    someOnly.test(lead.replace('其中', '')) ||
    otherTime(sentence, year)
  )
    return [];
  return named;
}
