import { blankCell } from './blank-cell.ts';
import { documentStock } from './document-stock.ts';
import { duplicateRow } from './duplicate-row.ts';
import { feePrecision } from './fee-precision.ts';
import { fusedCells } from './fused-cells.ts';
import { labelWording } from './label-wording.ts';
import { malformedNumber } from './malformed-number.ts';
import { missingColumn } from './missing-column.ts';
import { missingRow } from './missing-row.ts';
import { missingTable } from './missing-table.ts';
import { outdatedForm } from './outdated-form.ts';
import type { Rule } from './rule.ts';
import { rulemakingPower } from './rulemaking-power.ts';
import { unbalancedApplications } from './unbalanced-applications.ts';
import { unknownRow } from './unknown-row.ts';
import { unreadableTable } from './unreadable-table.ts';
import { valueCount } from './value-count.ts';
import { wrongApplicantTotal } from './wrong-applicant-total.ts';
import { wrongOutcomeTotal } from './wrong-outcome-total.ts';
import { wrongReviewTotal } from './wrong-review-total.ts';

/** Every rule, in the order of the catalogue. */
export const rules: readonly Rule[] = [
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
];
