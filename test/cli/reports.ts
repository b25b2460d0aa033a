import { plantFault } from '../support/generate/plant-fault.ts';
import { written } from '../support/generate/report.ts';
import { richCase, richFigures } from '../support/generate/rich.ts';
import { tab } from '../support/generate/tab.ts';

/** A report without a fault. */
export const correct = written(richCase(tab));

/** The same with one error: a cell of table three is one too large. */
export const wrong = written(
  richCase(tab, plantFault(richFigures, { table: 'applications', row: 'granted', column: 0 }, 1)),
);

/** The same with a warning and no error: a title with a colon, which a safe fix takes out. */
export const warned = correct.replace('云溪县教育局2023', '云溪县教育局：2023');

/** A text that is no such report. */
export const otherText = '采购清单\n苹果 3 箱\n';
