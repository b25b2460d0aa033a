import { check, type Finding } from '../../server/src/analysis/check.ts';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import type { Predecessor } from '../../server/src/model/report.ts';

/** What is wrong with a text; a rule that fails is not forgiven here. */
export const findingsOf = (text: string, lastYear?: Predecessor): readonly Finding[] =>
  check(snapshot(text, 0, defaultSettings, undefined, lastYear).report(), defaultSettings, (rule, fault) => {
    throw new Error(`rule ${rule.id} failed`, { cause: fault });
  });
