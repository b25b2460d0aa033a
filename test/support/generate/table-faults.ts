import { type Grid, mapFigures } from './grid.ts';
import { mapLabels, mapRow, withoutRow, withRowAgain } from './grid-faults.ts';
import type { Change } from './report.ts';

/** A fault that can be made in a table of a correct report. */
export interface TableFault {
  readonly name: string;
  /** The rules that may tell it, by what the layout leaves to be seen. */
  readonly rules: readonly string[];
  readonly change: Change;
  /** Layouts in which nothing is left of it to be seen. */
  readonly unseen?: readonly string[];
  /** Layouts in which it cannot be told from a loss on the way, so that the row is not read. */
  readonly held?: readonly string[];
  /** Layouts in which it is told in other words, or only where the headings have come through whole. */
  readonly otherwise?: readonly string[];
}

type Edit = (grid: Grid) => Grid;

const inDisclosure =
  (by: Edit): Change =>
  (grid, id) =>
    id === 'disclosure' ? by(grid) : grid;
const inApplications =
  (by: Edit): Change =>
  (grid, id) =>
    id === 'applications' ? by(grid) : grid;
const inReview =
  (by: Edit): Change =>
  (grid, id) =>
    id === 'review' ? by(grid) : grid;

const renamed =
  (from: string, to: string): Edit =>
  (grid) =>
    mapLabels(grid, (text) => text.replace(from, to));
const reset =
  (words: string, at: number, figure: string): Edit =>
  (grid) =>
    mapRow(grid, words, (figures) => figures.map((text, index) => (index === at ? figure : text)));

const repeated = '2.重复申请';
/** Table two has few headings, and here each stands by itself: one that is lost may have been lost on the way. */
const looseHeadings = ['space', 'lines'];
const barredLines = ['bars-cell-lines', 'bars-cell-lines-only', 'bars-before-row', 'bars-between-cells'];

const rows: readonly TableFault[] = [
  ...['一、本年新收', '1.属于国家秘密', '4.保护第三方', '（七）总计', '四、结转'].map(
    (words): TableFault => ({
      name: `${words} is left out`,
      rules: ['missing-row'],
      change: inApplications((grid) => withoutRow(grid, words)),
    }),
  ),
  ...['规章', '行政强制', '行政事业性收费'].map(
    (words): TableFault => ({
      name: `${words} is left out`,
      rules: ['missing-row'],
      change: inDisclosure((grid) => withoutRow(grid, words)),
    }),
  ),
  {
    name: 'a row of table three stands twice',
    rules: ['duplicate-row'],
    change: inApplications((grid) => withRowAgain(grid, repeated)),
  },
  {
    name: 'a row of table two stands twice',
    rules: ['duplicate-row'],
    change: inDisclosure((grid) => withRowAgain(grid, '行政许可')),
  },
  {
    name: 'table three has a row of its own at the end',
    rules: ['unknown-row'],
    change: inApplications((grid) => withRowAgain(grid, '四、结转', '法人小计')),
  },
  {
    name: 'table three has a row of its own inside',
    rules: ['unknown-row'],
    change: inApplications((grid) => withRowAgain(grid, '8.属于行政查询事项', '不予公开小计')),
  },
  {
    name: 'table two has a row of its own',
    rules: ['unknown-row'],
    change: inDisclosure((grid) => withRowAgain(grid, '行政规范性文件', '其他主动公开文件')),
  },
  {
    name: 'a row of table two goes by a name of its own',
    rules: ['unknown-row'],
    change: inDisclosure(renamed('行政强制', '城管执法')),
  },
  {
    name: 'a row of table three goes by a name of its own',
    rules: ['unknown-row'],
    change: inApplications(renamed('4.保护第三方合法权益', '第三方意见')),
  },
  {
    name: 'a label of table three has lost a word',
    rules: ['label-wording'],
    change: inApplications(renamed('2.其他法律行政法规', '2.其他法律法规')),
  },
  {
    name: 'a label of table two is the one of 2019',
    rules: ['label-wording'],
    change: inDisclosure(renamed('行政规范性文件', '规范性文件')),
  },
];

const columns: readonly TableFault[] = [
  {
    name: 'a column of table three goes by another name',
    rules: ['label-wording'],
    change: inApplications(renamed('科研机构', '科研单位')),
    otherwise: ['space'],
  },
  {
    name: 'a column of table three has no heading',
    rules: ['missing-column'],
    change: inApplications(renamed('社会公益组织', '')),
    otherwise: ['space'],
  },
  {
    name: 'a column of table three stands twice',
    rules: ['missing-column'],
    change: inApplications(renamed('社会公益组织', '法律服务机构')),
    otherwise: ['space', 'tab-split-heading', 'pipe-written-out', 'html-written-out', 'tab-filled-down'],
  },
  {
    name: 'a column of table two has no heading',
    rules: ['missing-column'],
    change: inDisclosure(renamed('本年废止件数', '')),
    unseen: [...looseHeadings, ...barredLines, 'small-tables'],
  },
];

/** A row that has more figures than columns may have a page number below it; only a sum can tell which it is. */
const runningOn = ['lines'];

const counts: readonly TableFault[] = [
  {
    name: 'a row of table three has lost a figure',
    rules: ['value-count', 'blank-cell'],
    change: inApplications((grid) => mapRow(grid, repeated, (figures) => figures.slice(1))),
  },
  {
    name: 'a row of table two has lost a figure',
    rules: ['value-count', 'blank-cell'],
    change: inDisclosure((grid) => mapRow(grid, '行政规范性文件', (figures) => figures.slice(1))),
    held: ['lines'],
  },
  {
    name: 'a row of table three has a figure too many',
    rules: ['value-count'],
    change: inApplications((grid) => mapRow(grid, repeated, (figures) => [...figures, '5'])),
    otherwise: ['lines'],
  },
  {
    name: 'a row of table two has a figure too many',
    rules: ['value-count'],
    change: inDisclosure((grid) => mapRow(grid, '行政许可', (figures) => [...figures, '5'])),
    held: runningOn,
  },
];

const figures: readonly TableFault[] = [
  {
    name: 'a cell of table three is blank',
    // Where blanks part the cells, an empty one is one too few.
    rules: ['blank-cell', 'value-count'],
    change: inApplications(reset(repeated, 0, '')),
  },
  {
    name: 'a cell of table three has a stroke',
    rules: ['blank-cell'],
    change: inApplications(reset(repeated, 1, '—')),
  },
  {
    name: 'a cell of table two is blank',
    rules: ['blank-cell'],
    change: inDisclosure(reset('行政许可', 0, '')),
    held: ['tab-shifted', 'space', 'lines'],
  },
  {
    name: 'a cell of table four has a stroke',
    rules: ['blank-cell'],
    change: inReview((grid) => mapFigures(grid, (text, at) => (at === 3 ? '/' : text))),
  },
  ...['三件', '1O', '-1', '1.5', '4件'].map(
    (figure): TableFault => ({
      name: `a cell of table three has ${figure}`,
      rules: ['malformed-number', 'value-count'],
      change: inApplications(reset(repeated, 1, figure)),
    }),
  ),
  {
    name: 'a cell of table four has a letter',
    rules: ['malformed-number', 'value-count'],
    change: inReview((grid) => mapFigures(grid, (text, at) => (at === 3 ? `${text}x` : text))),
  },
  {
    name: 'noughts stand in one cell',
    rules: ['fused-cells'],
    change: inDisclosure((grid) => mapRow(grid, '规章', () => ['000'])),
  },
  {
    name: 'the fee has five decimals',
    rules: ['fee-precision'],
    change: inDisclosure(reset('行政事业性收费', 0, '12.34567')),
  },
  {
    name: 'fewer documents are in force than were issued',
    rules: ['document-stock'],
    change: inDisclosure(reset('行政规范性文件', 2, '1')),
  },
  {
    name: 'a 规章 of an organ that may make none',
    rules: ['rulemaking-power'],
    change: inDisclosure((grid) => mapRow(grid, '规章', () => ['1', '0', '1'])),
  },
];

/** The faults of the groups tables and totals; a single wrong figure is planted elsewhere, in every cell. */
export const tableFaults: readonly TableFault[] = [...rows, ...columns, ...counts, ...figures];
