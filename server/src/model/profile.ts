import type { EditionId } from '../template/index.ts';
import type { OrganKind } from './report.ts';

/** Provinces with demands of their own. */
export type Province = 'henan';

/** What the user says of a report that its text does not, or says wrongly; whatever is left out is read from the text. */
export interface Profile {
  readonly province?: Province;
  readonly organKind?: OrganKind;
  /** The edition the report has to follow. */
  readonly edition?: EditionId;
}

/** Nothing said. */
export const noProfile: Profile = Object.freeze({});

/** Whether two profiles say the same. */
export const sameProfile = (one: Profile, other: Profile): boolean =>
  one.province === other.province && one.organKind === other.organKind && one.edition === other.edition;
