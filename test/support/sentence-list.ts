import { readFileSync } from 'node:fs';
import { joinParts, type PartName, type Parts, sampleParts } from './sample.ts';

/** Sentences that belong in one place of a report. */
export interface SentenceGroup {
  /** The place as the list names it. */
  readonly name: string;
  readonly lines: readonly string[];
}

/** A list of sentences by the place they belong in: a line with # names it, every other line is one. */
export const sentenceGroups = (file: URL): readonly SentenceGroup[] =>
  readFileSync(file, 'utf8')
    .split(/^# /m)
    .filter(Boolean)
    .map((group) => {
      const [name = '', ...lines] = group.trimEnd().split('\n');
      return { name, lines };
    });

/** `behind`: below what the sample says there; `alone`: in its place. */
export type Stand = 'behind' | 'alone';

const partOf: Readonly<Record<string, PartName>> = {
  前言: 'preamble',
  总体情况: 'overview',
  存在的主要问题及改进情况: 'problems',
  其他需要报告的事项: 'other',
};

const topics = [
  '主动公开情况',
  '依申请公开情况',
  '政府信息管理情况',
  '政府信息公开平台建设情况',
  '监督保障情况',
];

/** What may stand behind the name of a place: that nobody applied and no document was made, or who reports. */
const manner = /（(.*)）$/;
const organs: Readonly<Record<string, string>> = {
  县政府: '云溪县人民政府',
  镇政府: '云溪县青石镇人民政府',
};

/** The sample report with a sentence in a place: a part of the report, or one of the topics of the first section, where it stands alone. */
export function withSentence(name: string, sentence: string, stand: Stand): string {
  const how = manner.exec(name)?.[1] ?? '';
  const place = name.replace(manner, '');
  const parts = how === '全零' ? quiet(sampleParts()) : sampleParts();
  const text = joinParts({ ...parts, ...sentenceIn(parts, place, sentence, stand) });
  return text.replaceAll('云溪县教育局', organs[how] ?? '云溪县教育局');
}

function sentenceIn(parts: Parts, place: string, sentence: string, stand: Stand): Partial<Parts> {
  if (topics.includes(place)) return { overview: inTopic(parts.overview, place, sentence) };
  const part = partOf[place];
  if (!part) throw new Error(`${place} is no place in a report`);
  const before = stand === 'alone' ? parts[part].split('\n')[0] : parts[part];
  return { [part]: `${before}\n\n${sentence}` };
}

/** The first section with another paragraph below one of its headings. */
function inTopic(overview: string, topic: string, paragraph: string): string {
  const lines = overview.split('\n');
  const at = lines.findIndex((line) => line.endsWith(`）${topic}`));
  if (at < 0) throw new Error(`no heading ${topic}`);
  return lines.with(at + 2, paragraph).join('\n');
}

/** The sample without applications, cases and documents. */
function quiet(parts: Parts): Parts {
  const zeros = (table: string): string =>
    table.replace(/^\|(?!.*(?:行政许可|行政处罚|收费)).*$/gm, (row) =>
      row.replace(/(?<=\| )\d+(?= \|)/g, '0'),
    );
  return {
    ...parts,
    overview: inTopic(parts.overview, '依申请公开情况', '申请渠道全年畅通。'),
    disclosure: zeros(parts.disclosure),
    applications: zeros(parts.applications),
    review: zeros(parts.review),
  };
}
