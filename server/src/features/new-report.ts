import { snapshot } from '../analysis/snapshot.ts';
import { blankReportText } from '../model/blank-report.ts';
import { certainCell } from '../model/cells.ts';
import type { Notation } from '../model/skeleton.ts';
import { type EditionId, editionById } from '../template/index.ts';

/** What is known of a report that is to be begun. */
export interface NewReportWishes {
  readonly organ: string;
  readonly year: number;
  readonly edition: EditionId;
  readonly notation: Notation;
  /** Texts among which last year's report of the organ may be, the likeliest first. */
  readonly earlier: readonly string[];
}

/** A report to be filled in. */
export interface NewReport {
  /** The name a file of it goes by, without a folder: `云溪县教育局2024年政府信息公开工作年度报告.txt`. */
  readonly fileName: string;
  readonly text: string;
  /** The same with last year's 结转下年度 put into 上年结转; null where no such figures were found. */
  readonly carried: {
    readonly text: string;
    /** Which of the texts they are from. */
    readonly from: number;
    /** As printed, by applicant, the total last. */
    readonly figures: readonly string[];
  } | null;
}

/** Begins a report: headings, blank tables, model sentences. What last year carried over is only proposed. */
export function newReport({ organ, year, edition: id, notation, earlier }: NewReportWishes): NewReport {
  const name = organ.replace(/\s+/g, '');
  const outset = { organ: name, year: String(year), edition: editionById(id), notation };
  const ending = notation === 'pipe' ? 'md' : 'txt';
  const found = carriedOver(name, year, earlier);
  return {
    fileName: `${name.replace(/[\\/:*?"<>|]/g, '')}${year}年政府信息公开工作年度报告.${ending}`,
    text: blankReportText(outset),
    carried: found && { ...found, text: blankReportText({ ...outset, carriedIn: found.figures }) },
  };
}

/** What the organ's report for the year before carries out, if every figure of that row is certain. */
function carriedOver(
  organ: string,
  year: number,
  earlier: readonly string[],
): { readonly from: number; readonly figures: readonly string[] } | null {
  for (const [from, text] of earlier.entries()) {
    const report = snapshot(text).report();
    if (!report.recognised || report.organ !== organ || report.year !== year - 1) continue;
    const columns =
      report.tables.applications.template.rows.find((row) => row.id === 'carriedOut')?.columns ?? [];
    const figures = columns.flatMap(({ id }) => {
      const quantity = certainCell(report, 'carriedOut', id)?.quantity;
      return quantity?.kind === 'number' ? [quantity.printed] : [];
    });
    if (figures.length > 0 && figures.length === columns.length) return { from, figures };
  }
  return null;
}
