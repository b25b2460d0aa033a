import { joinParts, sampleParts } from '../support/sample.ts';

/** A report without a fault. */
export const right = joinParts(sampleParts('2021', 'tab'));

/** The report of the same bureau for the year before, without a fault either. */
export const rightBefore = joinParts(sampleParts('2021', 'tab', 'lastYear'));

/** A statutory heading misspelt: one finding, with one safe fix. */
export const misspelt = right.replace('政府信息公开申请情况', '政府信息公开申报情况');

/** （七）总计 says 7 where its rows add up to 6: one finding, on a cell, with the addends beside it. */
export const miscounted = right.replace(/^(.*（七）总计\t+)6\t/m, '$17\t');

/** Prose that is no report. */
export const letter = '各位同事：\n明天下午三点在二楼会议室开会，请带上笔记本。\n';

/** The number of the first line that holds some words. */
export const lineWith = (text: string, words: string): number =>
  text.slice(0, text.indexOf(words)).split('\n').length - 1;
