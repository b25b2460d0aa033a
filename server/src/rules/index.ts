import { blankCell } from './blank-cell.ts';
import { brokenParagraph } from './broken-paragraph.ts';
import { carryOverMismatch } from './carry-over-mismatch.ts';
import { copiedText } from './copied-text.ts';
import { documentStock } from './document-stock.ts';
import { duplicateRow } from './duplicate-row.ts';
import { duplicateSection } from './duplicate-section.ts';
import { emptySection } from './empty-section.ts';
import { feeConflict } from './fee-conflict.ts';
import { feePrecision } from './fee-precision.ts';
import { fusedCells } from './fused-cells.ts';
import { itemisationMismatch } from './itemisation-mismatch.ts';
import { labelWording } from './label-wording.ts';
import { leftoverMarkup } from './leftover-markup.ts';
import { leftoverRemark } from './leftover-remark.ts';
import { malformedNumber } from './malformed-number.ts';
import { misnumberedHeading } from './misnumbered-heading.ts';
import { misorderedSection } from './misordered-section.ts';
import { missingColumn } from './missing-column.ts';
import { missingEvaluation } from './missing-evaluation.ts';
import { missingFeeStatement } from './missing-fee-statement.ts';
import { missingNumber } from './missing-number.ts';
import { missingRow } from './missing-row.ts';
import { missingSection } from './missing-section.ts';
import { missingTable } from './missing-table.ts';
import { missingTitle } from './missing-title.ts';
import { missingTopic } from './missing-topic.ts';
import { outdatedForm } from './outdated-form.ts';
import { percentageMismatch } from './percentage-mismatch.ts';
import { personalData } from './personal-data.ts';
import { problemsWithoutMeasures } from './problems-without-measures.ts';
import { proseTableConflict } from './prose-table-conflict.ts';
import { punctuation } from './punctuation.ts';
import type { Rule } from './rule.ts';
import { rulemakingPower } from './rulemaking-power.ts';
import { sectionWording } from './section-wording.ts';
import { staleYear } from './stale-year.ts';
import { stockRollForward } from './stock-roll-forward.ts';
import { termUsage } from './term-usage.ts';
import { titleForm } from './title-form.ts';
import { titleWording } from './title-wording.ts';
import { unbalancedApplications } from './unbalanced-applications.ts';
import { unknownRow } from './unknown-row.ts';
import { unreadableTable } from './unreadable-table.ts';
import { vagueFigure } from './vague-figure.ts';
import { valueCount } from './value-count.ts';
import { wrongApplicantTotal } from './wrong-applicant-total.ts';
import { wrongCitation } from './wrong-citation.ts';
import { wrongOutcomeTotal } from './wrong-outcome-total.ts';
import { wrongPeriod } from './wrong-period.ts';
import { wrongReviewTotal } from './wrong-review-total.ts';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
  missingTitle,
  titleWording,
  titleForm,
  missingSection,
  duplicateSection,
  misorderedSection,
  sectionWording,
  misnumberedHeading,
  emptySection,
  missingTopic,
  missingEvaluation,
  missingTable,
  outdatedForm,
  missingRow,
  duplicateRow,
  unknownRow,
  missingColumn,
  valueCount,
  labelWording,
  blankCell,
  malformedNumber,
  fusedCells,
  feePrecision,
  unreadableTable,
  unbalancedApplications,
  wrongOutcomeTotal,
  wrongApplicantTotal,
  wrongReviewTotal,
  documentStock,
  rulemakingPower,
  proseTableConflict,
  itemisationMismatch,
  percentageMismatch,
  staleYear,
  wrongPeriod,
  missingNumber,
  missingFeeStatement,
  feeConflict,
  problemsWithoutMeasures,
  leftoverRemark,
  leftoverMarkup,
  brokenParagraph,
  termUsage,
  wrongCitation,
  punctuation,
  vagueFigure,
  personalData,
  carryOverMismatch,
  stockRollForward,
  copiedText,
];
