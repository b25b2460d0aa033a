import { everybody, ofAnother, otherTime, whole } from './scope.ts';
import type { Setting, Speaker, Subject } from './subject.ts';

const anybody =
  '(?:公民、?法人(?:、|和|或者|或|及|与)?其[他它]组织|任何(?:单位|组织)(?:和|或|及|、)(?:任何)?个人)';
const open = '(?:政府信息公开|信息公开|依申请公开)';
const stop = '(?=[。；，、]|$)';
const nothingReceived = new RegExp(
  `(?:未|没有|未曾|无)(?:收到|接到|受理|接收)(?:过|到|任何|一件|有关|关于|各类|群众|社会公众|公众|单位|个人|提出|提交|的|、){0,4}${anybody}?(?:提出|提交|的){0,2}` +
    `${open}(?:政府信息|信息)?的?(?:申请|情况|事项|情形|请求|件|(?=[。；，]|$))` +
    `|(?:没有|没有发生|没有产生|未发生|未产生|未出现|无)(?:政府信息公开申请|依申请公开(?:政府信息)?的?(?:申请|事项|情况|情形))(?=[。；，]|情况|事项|$)` +
    `|(?:未有|没有|无|尚无|暂无|未见)${anybody}(?:向[^，。；\\d]{1,12}?)?(?:(?:依法|书面)?申请(?:公开|获取)(?:相关)?(?:政府信息)?|(?:提出|提交|提起)(?:过)?(?:的)?${open}(?:政府信息)?的?申请)(?:的?情[况形])?${stop}` +
    `|(?:${open}(?:政府信息)?的?申请|依申请公开(?:申请)?(?:事项|件)?)(?:受理)?(?:数量|总量|总数|件数|量|数)?(?:均|仍|继续)?(?:为|是)[零0]${stop}`,
  'g',
);
const ahead = '(?:下一?年度?|次年度?|明年度?)';
const nothingLeft = new RegExp(
  `(?:无|没有|未有|不存在)(?<=(?:办结|答复|办理|处理)[^。；]{0,83})需?要?(?:(?:结转|转)(?:至|到|入)?${ahead}|结转(?:至|到)20\\d\\d年度?|结转)(?:继续)?(?:办理|处理|答复)?的?(?:政府信息公开)?(?:申请|件|事项|情[况形])?${stop}`,
  'g',
);
const nothingBrought = new RegExp(
  `(?:(?:无|没有|未有|不存在)(?:上一?年度?|去年度?)|(?:上一?年度?|去年度?)(?:无|没有|未有))(?:未办结)?(?:结转|转入)的?(?:政府信息公开)?(?:申请|件|事项|情[况形])?${stop}`,
  'g',
);
/** Where the talk is of applications for disclosure they need not be called so. */
const noneOfThem = /(?:未|没有|未曾)(?:收到|接到|受理)(?:过|任何|相关){0,2}申请(?=[。；，]|$)/g;
const noDocuments =
  /(?:未|没有)(?:新?制定(?:出台|印发)?|新?制发|新?出台)(?:过|新的)?(?:行政)?规范性文件(?=[。；，]|$)/g;
const none =
  '(?:未发生|未出现|未产生|未引发|未被|未因|未有|没有|无人|无因|无(?=行政复议|行政诉讼|政府信息|被|涉)|不存在|未涉及)';
const suedDirectly = new RegExp(
  `${none}[^。；，\\d]{0,24}?未经(?:行政)?复议[而即]?直接(?:向[^，。；\\d]{1,10}?)?(?:提起)?(?:行政)?(?:诉讼|起诉)`,
  'g',
);
const suedAfterwards = new RegExp(
  `${none}[^。；，\\d]{0,24}?(?<!未)经?过?(?:行政)?复议[之以]?后[又再仍]?(?:提起|起诉)(?:行政)?(?:诉讼)?`,
  'g',
);
const nothingReviewed = new RegExp(
  `${none}[^。；，\\d]{0,24}?行政复议(?:(?:、|和|及|与|或|或者)?(?:被?提起)?(?:的)?(?:行政)?诉讼)?`,
  'g',
);
const nothingSued = new RegExp(`${none}[^。；，\\d]{0,30}?(?:行政诉讼|提起诉讼|被起诉)`, 'g');

/** A statement that there was none of something: where it stands, and of what. */
export interface Absence {
  readonly from: number;
  readonly to: number;
  readonly subjects: readonly Subject[];
}

/** Statements that something did not happen, before it is known who says so. */
export function absencesIn(text: string): readonly Absence[] {
  if (!/未|没|无|不存在|为[零0]/.test(text)) return [];
  const all = (pattern: RegExp, subjects: readonly Subject[]): readonly Absence[] =>
    [...text.matchAll(pattern)].map(({ index, 0: said }) => ({
      from: index,
      to: index + said.length,
      subjects:
        subjects[0] === 'reconsideration' && said.includes('诉讼')
          ? ['reconsideration', 'litigation']
          : subjects,
    }));
  const ofRequests = [...all(nothingReceived, ['received']), ...all(noneOfThem, ['received'])];
  const ofCarriage = text.includes('转')
    ? [...all(nothingLeft, ['carriedOut']), ...all(nothingBrought, ['carriedIn'])]
    : [];
  const ofDocuments = text.includes('规范性文件') ? all(noDocuments, ['documentsIssued']) : [];
  return [...ofRequests, ...ofCarriage, ...casesIn(text, all), ...ofDocuments];
}

/** Statements that nobody asked for a review, or went to court. */
function casesIn(
  text: string,
  all: (pattern: RegExp, subjects: readonly Subject[]) => readonly Absence[],
): readonly Absence[] {
  if (!/复议|诉/.test(text)) return [];
  const some = [
    ...all(suedDirectly, ['directLitigation']),
    ...all(suedAfterwards, ['litigationAfterReconsideration']),
  ];
  const apart = (one: Absence): boolean => !some.some((other) => other.from === one.from);
  const reviewed = all(nothingReviewed, ['reconsideration']).filter(apart);
  const sued = all(nothingSued, ['litigation']).filter(apart);
  const withReview = ({ from }: Absence): boolean =>
    reviewed.some((other) => other.from === from && other.subjects.length > 1);
  return [...some, ...reviewed, ...sued.filter((one) => !withReview(one))];
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
  const [subject] = subjects;
  if (subject === 'received' || subject === 'documentsIssued') return whole('', words, sentence, speaker);
  if (subject === 'carriedIn' || subject === 'carriedOut') return !otherTime(sentence, speaker.year);
  if (/败诉|纠错|纠正|撤销|变更|违法|责令|确认|胜诉|尚未|维持/.test(clause)) return false;
  return !otherTime(sentence, speaker.year) && !ofAnother(sentence, speaker);
}
