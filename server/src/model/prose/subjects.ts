import type { OrganKind } from '../report.ts';

/** What a number in prose speaks of. */
export type Subject =
  | 'received'
  | 'carriedIn'
  | 'handled'
  /** 办理, 处理: may count what came in or what was finished. */
  | 'processed'
  | 'carriedOut'
  | 'granted'
  | 'partial'
  | 'denied'
  | 'unavailable'
  | 'notProcessed'
  | 'otherOutcome'
  | 'reconsideration'
  | 'litigation'
  | 'directLitigation'
  | 'litigationAfterReconsideration'
  | 'documentsIssued'
  | 'documentsRepealed'
  | 'documentsInForce'
  /** Information published on the organ's own motion; no table counts it. */
  | 'published'
  /** 信息处理费, in 元. */
  | 'processingFee';

/** Who speaks, and of which year. */
export interface Speaker {
  readonly organ: string | undefined;
  readonly organKind: OrganKind;
  readonly year: number | undefined;
}

/** What stands around a number, as far as its meaning depends on it. */
export interface Setting {
  readonly lead: string;
  /** Empty where it leads on to another number. */
  readonly tail: string;
  /** From the last full stop up to the number. */
  readonly sentence: string;
  /** The whole clause, and its part up to the number. */
  readonly clause: string;
  readonly clauseBefore: string;
  /** Whether the passage speaks of applications for disclosure. */
  readonly onRequest: boolean;
  /** Whether the passage stands in section four. */
  readonly inReview: boolean;
  readonly unit: string;
}

const open = '(?:政府信息公开|政务信息公开|信息公开|依申请公开|公开)';
const request = `(?:${open}(?:政府信息|信息)?的?(?:申请|办件))`;
const loosely = '(?:的|事项|数量|总数|总量|件数|数|共计|合计|总计|共|累计|为|是|有|达|计){0,4}$';
const got = '(?:收到|接到|接收|新收到?|新增|受理)';
const fromWhom = '(?:了|到|的|过|共|共计|累计|各类|社会|公众|群众|申请人|提交|提出){0,4}';

const ofRequests = new RegExp(`^(.*?)${got}${fromWhom}(?:${request}|依申请公开(?:政府信息|信息)?)${loosely}`);
const bareRequests = new RegExp(`^(.*?)${request}${loosely}`);
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
  /^(?:20\d\d年度?|全年|年内|年度内|本年度?|当年|今年|已经|已|均|共计|共|总计|总|累计|全部|现已|实际|并|都|均已|依法|依规|其中){0,5}$/;

const name = '(?:予以公开|部分公开|不予公开|无法提供|不予处理|其[他它]处理)';
const given = '(?:其中|作出|做出|给予|依法|决定|全部|为|有|的|申请|答复|办结|结果){0,4}';
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

/** Words that narrow applications down to some of them, or speak of something else. */
const someOnly =
  /其中|网|线上|线下|在线|平台|邮|信函|来信|信件|寄|当面|当场|现场|窗口|传真|书面|口头|电话|自然人|法人|企业|公民|个人|机构|组织|律师|各级|各部门|各单位|各镇|各乡|代表|本级|上级|下级|下属|所属|直属|转办|转来|转送|交办|涉及|涉|关于|有关|针对|除|另|还|尚|剩余|其余|同一|重复|补正|延期|逾期|按期|按时|及时|延长|撤回|撤销|无效|不属于|(?<!各)类|平均|每|复议|诉讼|许可|审批|投诉|举报|信访|咨询|留言|建议|提案|工单|热线|以来|同比|环比|较|相比|比上|增加|减少|增长|下降|上升|降低|各$|分别为?$|均为?$/;

/** What follows counts some of the applications that were finished. */
const ofFinished = /(?:办结|答复|办理|处理)的?(?:政府信息公开|依申请公开)?(?:申请)?(?:事项|件)?(?:之?中|里)/;

/** Everybody, said at length. */
const everybody = /公民、?法人(?:、|和|或者|或|及|与)?其[他它]组织(?:提交|提出|提起)?的?/g;

/** Other organs, or a part of the organ; the organ's own names have been taken out before. */
const somebodyElse =
  /办公室|政府办|府办|政府|部门|单位|行政机关|局|委员会|街道|镇|乡|厅|中心|科室|股室|村|社区|派出|名义|处室|支队|大队|[省市县区](?!域)/;

/** What a number speaks of; empty where it cannot be told for certain. Several subjects are counted together. */
export function subjectsOf(setting: Setting, speaker: Speaker): readonly Subject[] {
  const { year } = speaker;
  const lead = setting.lead.replace(everybody, '');
  return (
    carriedOver(lead, setting, speaker) ??
    reviewed({ ...setting, lead }, speaker) ??
    ofDocuments({ ...setting, lead }, speaker) ??
    outcomesOf({ ...setting, lead }, year) ??
    applications({ ...setting, lead }, speaker) ??
    money(setting) ??
    published(setting) ??
    []
  );
}

type Found = readonly Subject[] | undefined;

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
    in: new RegExp(`^(.*?)(?:${back}(?:未办结)?(?:结转|结存|转结)|(?:结转|承接)${back})${what}${loosely}`),
    outBehind: new RegExp(`^(?:${request}|申请)?(?:将|已|需|正在办理|尚在办理|继续办理)?${onward}`),
  };
  carryWords.set(year, words);
  return words;
}

function carriedOver(lead: string, { tail, sentence }: Setting, { year }: Speaker): Found {
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

/** What is left over may well be spoken of as the rest. */
const narrows = (words: string): boolean => someOnly.test(words.replace(/其中|还|尚|另|剩余|其余/g, ''));

function applications({ lead, tail, sentence, clauseBefore, onRequest }: Setting, speaker: Speaker): Found {
  const found =
    ofRequests.exec(lead) ??
    (requestsBehind.test(tail) ? gotBefore.exec(lead) : null) ??
    (onRequest && /^(?:的?申请)?$/.test(tail) ? plainRequests.exec(lead) : null);
  const done = onRequest ? handled.exec(lead) : null;
  if (found && done) return [];
  if (found) return whole(found[1] ?? '', lead + tail, sentence, speaker) ? ['received'] : [];
  if (done) return ofHandled(done, lead + tail, sentence, clauseBefore, speaker);
  const bare = bareRequests.exec(lead);
  if (!bare || /[收接受办答处审回撤]/.test(bare[1] ?? '')) return undefined;
  return whole(bare[1] ?? '', lead + tail, sentence, speaker) ? ['received'] : [];
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

/** Whether a count is of all that the organ dealt with in the year, as far as the words tell. */
function whole(front: string, around: string, sentence: string, speaker: Speaker): boolean {
  if (someOnly.test(around) || ofFinished.test(sentence) || otherTime(sentence, speaker.year)) return false;
  return !somebodyElse.test(ownName(front, speaker)) && !ofAnother(sentence, speaker);
}

/** In the report of a whole county the office may speak for itself earlier in the sentence. */
function ofAnother(sentence: string, speaker: Speaker): boolean {
  if (speaker.organKind === 'department' || speaker.organKind === 'subdistrict') return false;
  return /政府办|府办|办公室|代表|本级|各级|各部门|各单位|各镇|各乡/.test(ownName(sentence, speaker));
}

const self =
  /(?:我|本|全|该)(?:省|市|县|区|镇|乡|街道办事处|街道|办事处|管委会|局|委|办公室|办|处|厅|部|中心|机关|单位|系统|旗|州|院|队|所|站|会|校|域)|[镇乡]人?民?政府/g;

/** Words without the names the organ goes by: 我局, 全县, its name and the end of its name. */
function ownName(words: string, { organ }: Speaker): string {
  const rest = words.replace(self, '');
  if (organ === undefined) return rest;
  for (let from = 0; from <= organ.length - 3; from++) {
    const at = rest.indexOf(organ.slice(from));
    if (at >= 0) return rest.slice(0, at) + rest.slice(at + organ.length - from);
  }
  return /办公室$|[^事]办$/.test(organ)
    ? rest.replace(/[省市县区州镇乡]?人?民?(?:政府|府)办(?:公室)?/, '')
    : rest;
}

const time =
  /(20\d\d)年(?!度?(?:未办结)?结转)|(?<!较|比|与|同|[较比与]上)(?:上一?年度?(?!度?结转|度?未办结结转)|去年)|上半年|下半年|[一二三四1-4]季度|近[两三四五\d]年|历年|往年|(?<![-—~～至到\d])1?\d月(?:份|(?!\d|底|末))|今年|本年|全年|年内/g;

/** Whether the last time named before the number is not the year reported on. */
function otherTime(sentence: string, year: number | undefined): boolean {
  const [last] = [...sentence.matchAll(time)].slice(-1);
  if (!last) return false;
  if (last[1] !== undefined) return year !== undefined && Number(last[1]) !== year;
  return !/^(?:今年|本年|全年|年内)$/.test(last[0]);
}

function outcomesOf({ lead, tail, sentence, clause, onRequest }: Setting, year: number | undefined): Found {
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

const cases = '(?:案件|申请|事项|案)?';
const review = new RegExp(`^(.*?)(行政复议|复议后起诉|未经复议直接起诉|行政诉讼)${cases}${loosely}`);
const reviewBehind = new RegExp(`^的?(行政复议|行政诉讼)${cases}$`);
const notAll =
  /维持|纠正|纠错|撤销|驳回|审结|结案|办结|终止|确认|违法|胜诉|败诉|受理|审理|作出|代理|应诉|出庭|指导|各|分别|均|上年|结转|尚未|其他结果|其中|同比|较|增加|减少|增长|下降/;

function reviewed({ lead, tail, sentence, clause, inReview }: Setting, speaker: Speaker): Found {
  const found = review.exec(lead) ?? (lead.length < 30 ? reviewBehind.exec(tail) : null);
  if (!found) return undefined;
  const both = /复议/.test(lead) && /诉讼/.test(lead);
  if (!inReview && !/信息公开/.test(clause)) return [];
  if (notAll.test(lead + tail) || otherTime(sentence, speaker.year)) return [];
  if (somebodyElse.test(ownName(lead, speaker).replace(/行政机关|政府信息/g, ''))) return [];
  if (both)
    return /行政复议(?:和|及|与|、|或)?(?:行政)?诉讼/.test(lead) ? ['reconsideration', 'litigation'] : [];
  const [word] = [found[1], found[2]].filter((part) => part !== undefined && cited.has(part));
  return cited.get(word ?? '');
}

const cited: ReadonlyMap<string, readonly Subject[]> = new Map([
  ['行政复议', ['reconsideration']],
  ['行政诉讼', ['litigation']],
  ['未经复议直接起诉', ['directLitigation']],
  ['复议后起诉', ['litigationAfterReconsideration']],
]);

const issue = '(?:新?制定出台|新?制定印发|新?制定|新?制发|新?出台)';
const documents = '(?:行政规范性文件|规范性文件)';
const issued = new RegExp(`^(.*?)(?:${issue}(?:了|的)?${documents}|${documents}(?:本年)?${issue})${loosely}`);
const issuedBefore = new RegExp(`^(.*?)${issue}(?:了|共)?$`);
const repealed = new RegExp(`^(.*?)废止(?:了|的)?${documents}?${loosely}`);
const inForce = new RegExp(`^(.*?)现行有效(?:的)?${documents}?${loosely}`);

function ofDocuments({ lead, tail, sentence }: Setting, speaker: Speaker): Found {
  if (!sentence.includes('规范性文件') && !/^(?:行政)?规范性文件/.test(tail)) return undefined;
  const made = issued.exec(lead) ?? (/^的?(?:行政)?规范性文件$/.test(tail) ? issuedBefore.exec(lead) : null);
  const found = made ?? repealed.exec(lead) ?? inForce.exec(lead);
  if (!found) return undefined;
  const front = (found[1] ?? '').replace(/行政规范性文件|规范性文件/g, '');
  if (otherTime(sentence, speaker.year) || somebodyElse.test(ownName(front, speaker))) return [];
  if (
    /清理|建议|拟|宣布失效|失效|修改|修订|审核|审查|备案|报备|党|参与|协助|代|公开|发布|以来|累计|均|分别/.test(
      lead + tail,
    )
  )
    return [];
  return [made ? 'documentsIssued' : repealed.test(lead) ? 'documentsRepealed' : 'documentsInForce'];
}

const money = ({ unit, clause }: Setting): Found =>
  (unit === '元' || unit === '万元') && clause.includes('处理费') ? ['processingFee'] : undefined;

const published = ({ unit, lead, tail }: Setting): Found =>
  /^[条件份篇]$/.test(unit) && /公开|公布|发布|登载|刊登/.test(lead + tail) && !/申请/.test(lead + tail)
    ? ['published']
    : undefined;

const anybody = '(?:公民、?法人(?:、|和|或者|或|及|与)?其[他它]组织)?';
const nothingReceived = new RegExp(
  `(?:未|没有|未曾|无)(?:收到|接到|受理|接收)(?:过|到|任何|一件|有关|关于|各类|群众|社会公众|公众|单位|个人|提出|提交|的|、){0,4}${anybody}(?:提出|提交|的){0,2}` +
    `(?:政府信息公开|信息公开|依申请公开)(?:政府信息|信息)?的?(?:申请|情况|事项|情形|请求|件|(?=[。；，]|$))` +
    `|(?:没有|未发生|未产生|无)(?:政府信息公开申请|依申请公开(?:政府信息)?的?(?:申请|事项|情况|情形))(?=[。；，]|情况|事项|$)`,
  'g',
);
const noDocuments = /(?:未|没有)(?:新?制定|新?制发|新?出台)(?:过|新的)?(?:行政)?规范性文件(?=[。；，]|$)/g;
const nothingReviewed =
  /(?:未发生|未出现|未产生|未引发|未被|未因|未有|没有|无人|无因|无(?=行政复议|政府信息|被|涉)|不存在|未涉及)[^。；，\d]{0,24}?行政复议(?:(?:、|和|及|与|或|或者)?(?:被?提起)?(?:的)?(?:行政)?诉讼)?/g;
const nothingSued =
  /(?:未发生|未出现|未产生|未引发|未被|未因|未有|没有|无人|无因|无(?=行政诉讼|政府信息|被|涉)|不存在|未涉及)[^。；，\d]{0,30}?(?:行政诉讼|提起诉讼|被起诉)/g;

/** A statement that there was none of something: where it stands, and of what. */
export interface Absence {
  readonly from: number;
  readonly to: number;
  readonly subjects: readonly Subject[];
}

/** Statements that something did not happen, before it is known who says so. */
export function absencesIn(text: string): readonly Absence[] {
  if (!/未|没|无|不存在/.test(text)) return [];
  const all = (pattern: RegExp, subjects: readonly Subject[]): readonly Absence[] =>
    [...text.matchAll(pattern)].map(({ index, 0: said }) => ({
      from: index,
      to: index + said.length,
      subjects:
        subjects[0] === 'reconsideration' && said.includes('诉讼')
          ? ['reconsideration', 'litigation']
          : subjects,
    }));
  const reviewed = all(nothingReviewed, ['reconsideration']);
  const sued = all(nothingSued, ['litigation']);
  return [
    ...all(nothingReceived, ['received']),
    ...reviewed,
    ...sued.filter(({ from }) => !reviewed.some((other) => other.from === from && other.subjects.length > 1)),
    ...all(noDocuments, ['documentsIssued']),
  ];
}

/** Whether a statement of absence is about the whole year and the whole organ. */
export function isPlainAbsence(
  { subjects }: Absence,
  said: string,
  { sentence, clause }: Pick<Setting, 'sentence' | 'clause'>,
  speaker: Speaker,
): boolean {
  const words = said.replace(everybody, '');
  if (/除|防止|避免|力争|确保|若|如果|凡/.test(clause)) return false;
  if (subjects.includes('received') || subjects.includes('documentsIssued'))
    return whole('', words, sentence, speaker);
  if (/败诉|纠错|纠正|撤销|变更|违法|责令|确认|胜诉|尚未|维持/.test(clause)) return false;
  return !otherTime(sentence, speaker.year) && !ofAnother(sentence, speaker);
}
