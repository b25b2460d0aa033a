import { yearPattern } from '../base/numerals.ts';

const statutory = new RegExp(`政府信息公开工作(?:${yearPattern}年度?)?年度报告$`);

/** The words of a title to be judged: without punctuation and without a remark in brackets at the end. */
export const titleWords = (title: string): string =>
  title.replace(/[：:]/g, '').replace(/（[^（）]*）?$/, '');

/** Whether a title calls the report by its statutory name, 政府信息公开工作年度报告. */
export const hasStatutoryName = (title: string): boolean => statutory.test(titleWords(title));
