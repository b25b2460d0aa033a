import type { Speaker } from './subject.ts';

/** Words that narrow applications down to some of them, or speak of something else. */
export const someOnly =
  /其中|网|线上|线下|在线|平台|邮|信函|来信|信件|寄|当面|当场|现场|窗口|传真|书面|口头|电话|自然人|法人|企业|公民|个人|机构|组织|律师|各级|各部门|各单位|各镇|各乡|代表|本级|上级|下级|下属|所属|直属|转办|转来|转送|交办|涉及|涉|关于|有关|针对|除|另|还|尚|剩余|其余|同一|重复|补正|延期|逾期|按期|按时|及时|延长|撤回|撤销|无效|不属于|(?<!各)类|平均|每|复议|诉讼|许可|审批|投诉|举报|信访|咨询|留言|建议|提案|工单|热线|以来|同比|环比|较|相比|比上|增加|减少|增长|下降|上升|降低|各$|分别为?$|均为?$/;

/** What follows counts some of the applications that were finished. */
const ofFinished = /(?:办结|答复|办理|处理)的?(?:政府信息公开|依申请公开)?(?:申请)?(?:事项|件)?(?:之?中|里)/;

/** Everybody, said at length. */
export const everybody =
  /(?:公民、?法人(?:、|和|或者|或|及|与)?其[他它]组织|任何(?:单位|组织)(?:、|和|或者|或|及|与)?(?:任何)?个人)(?:提交|提出|提起)?的?/g;

/** Other organs, or a part of the organ; the organ's own names have been taken out before. */
const somebodyElse =
  /办公室|政府办|府办|政府|部门|单位|行政机关|局|委员会|街道|镇|乡|厅|中心|科室|股室|村|社区|学校|幼儿园|医院|企业|公司|基层|派出|名义|处室|支队|大队|[省市县区](?!域)/;

/** Whether a count is of all that the organ dealt with in the year, as far as the words tell. */
export function whole(front: string, around: string, sentence: string, speaker: Speaker): boolean {
  if (someOnly.test(around) || ofFinished.test(sentence) || otherTime(sentence, speaker.year)) return false;
  return ofItself(front, sentence, speaker) && !ofAnother(sentence, speaker);
}

/** Whether nobody else is named as the one it happened to; the whole county is somebody else than one of its bureaus. */
export function ofItself(front: string, sentence: string, speaker: Speaker): boolean {
  if (speaker.organKind === 'department' && /全(?:省|市|县|区|州|旗)(?!域)/.test(front + sentence))
    return false;
  return !somebodyElse.test(ownName(front, speaker));
}

/** In the report of a whole county the office may speak for itself earlier in the sentence. */
export function ofAnother(sentence: string, speaker: Speaker): boolean {
  if (speaker.organKind === 'department' || speaker.organKind === 'subdistrict') return false;
  return /政府办|府办|办公室|代表|本级|各级|各部门|各单位|各镇|各乡/.test(ownName(sentence, speaker));
}

const self =
  /(?:我|本|全|该)(?:省|市|县|区|镇|乡|街道办事处|街道|办事处|管委会|局|委|办公室|办|处|厅|部|中心|机关|单位|系统|旗|州|院|队|所|站|会|校|域)|[镇乡]人?民?政府/g;

/** Words without the names the organ goes by: 我局, 全县, its name and the end of its name. */
export function ownName(words: string, { organ }: Speaker): string {
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
  /(20\d\d)年(?!度?(?:未办结)?结转)|(?<!较|比|与|同|[较比与]上)(?:上一?年度?(?!度?结转|度?未办结结转)|去年)|上半年|下半年|[一二三四1-4]季度|近[两三四五\d]年|历年|往年|(?<![-—~～至到\d])1?\d月(?:份|(?!\d|底|末))|今年|本年|全年|年内|(?<!年|年度|年初)以来/g;
/** Each of two years has its number: 2023年、2024年分别收到. */
const severalYears = /20\d\d年?[、和与及]20\d\d年.*(?:分别|依次)/;
/** What has been counted since the counting began. */
const sinceEver = /截[至止](?!.*(?:全年|本年|今年|当年|年内)).*累计/;

/** Whether the last time named before the number is not the year reported on. */
export function otherTime(sentence: string, year: number | undefined): boolean {
  if (severalYears.test(sentence) || sinceEver.test(sentence)) return true;
  const [last] = [...sentence.matchAll(time)].slice(-1);
  if (!last) return false;
  if (last[1] !== undefined) return year !== undefined && Number(last[1]) !== year;
  return !/^(?:今年|本年|全年|年内)$/.test(last[0]);
}
