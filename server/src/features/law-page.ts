import { chineseOrdinal } from '../base/numerals.ts';
import { articles, type Notice, notices, regulation } from '../template/law.ts';

/** The page shipped as docs/law.md: which article is about what. Citations link to its lines. */
export const lawPage = (): string => `${pageLines().join('\n')}\n`;

/** The line of the page, from 1, that a paper or an article of the regulation stands on. */
export function lawLine(cited: { readonly article: number } | { readonly notice: string }): number {
  const start = 'article' in cited ? `- 第${chineseOrdinal(cited.article)}条：` : `- ${cited.notice}：`;
  return pageLines().findIndex((line) => line.startsWith(start)) + 1;
}

const pageLines = (): readonly string[] => [
  '# 年度报告引用的法规和文件',
  '',
  '各条的说明是本软件自拟的概括，只用来查找，不是条文；办理事项以公布的条文为准。',
  '',
  '## 文件',
  '',
  ...[regulation, ...notices].map(noticeLine),
  '',
  '## 《中华人民共和国政府信息公开条例》各条',
  '',
  ...articles.map(({ number, matter }) => `- 第${chineseOrdinal(number)}条：${matter}`),
];

const noticeLine = ({ number, matter }: Notice): string => `- ${number}：${matter}`;
