import { applications, carriedOver, fromApplicants, outcomesOf } from './requests.ts';
import { everybody, ofItself, otherTime } from './scope.ts';
import { type Found, loosely, type Setting, type Speaker, type Subject } from './subject.ts';

/** What a number speaks of; empty where it cannot be told for certain. Several subjects are counted together. */
export function subjectsOf(setting: Setting, speaker: Speaker): readonly Subject[] {
  const { year } = speaker;
  const lead = setting.lead.replace(everybody, '');
  return (
    carriedOver(lead, setting, speaker) ??
    reviewed({ ...setting, lead }, speaker) ??
    ofDocuments({ ...setting, lead }, speaker) ??
    outcomesOf({ ...setting, lead }, year) ??
    fromApplicants(setting, speaker) ??
    applications({ ...setting, lead }, speaker) ??
    money(setting) ??
    published(setting) ??
    []
  );
}

const cases = '(?:案件|申请|事项|案)?';
const review = new RegExp(`^(.*?)(行政复议|复议后起诉|未经复议直接起诉|行政诉讼)${cases}${loosely}`);
const reviewBehind = new RegExp(`^的?(行政复议|行政诉讼)${cases}$`);
const notAll =
  /维持|纠正|纠错|撤销|驳回|审结|结案|办结|终止|确认|违法|胜诉|败诉|受理|审理|作出|代理|应诉|出庭|指导|各|分别|均|上年|结转|尚未|其他结果|其中|同比|较|增加|减少|增长|下降/;

/** What is counted besides disclosure: 除政府信息公开外，另有行政复议3件. */
const besides =
  /除[^，]{0,16}信息公开[^，]{0,8}外|非(?:政府)?信息公开|不涉及(?:政府)?信息公开|(?:与|和)(?:政府)?信息公开(?:工作)?无关/;

const happened = /(?:发生|引发|引起|产生|被申请|被提起)(?:的)?行政(?:复议|诉讼)/;

function reviewed({ lead, tail, sentence, clause, inReview, onRequest }: Setting, speaker: Speaker): Found {
  const found = review.exec(lead) ?? (lead.length < 30 ? reviewBehind.exec(tail) : null);
  if (!found) return undefined;
  const both = /复议/.test(lead) && /诉讼/.test(lead);
  const ofDisclosure = inReview || /信息公开/.test(clause) || (onRequest && happened.test(clause));
  if (besides.test(clause) || !ofDisclosure) return [];
  if (notAll.test(lead + tail) || otherTime(sentence, speaker.year)) return [];
  if (!ofItself(lead.replace(/行政机关|政府信息/g, ''), sentence, speaker)) return [];
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
  if (otherTime(sentence, speaker.year) || !ofItself(front, sentence, speaker)) return [];
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
