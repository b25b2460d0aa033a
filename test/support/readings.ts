import { extract } from '../../server/src/analysis/extract.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';

/** The figures of the three tables as a text is read. */
export const figuresOf = (text: string) => {
  const { disclosure, applications, review } = extract(snapshot(text).report());
  return { disclosure, applications, review };
};

/** The rules that find something at error or warning level, once for each finding. */
export const graveIn = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);
