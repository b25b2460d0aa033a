/** What a user may choose about checking. */
export interface Settings {
  /** At most this many findings a file; the most severe stay. */
  readonly maxNumberOfProblems: number;
}

export const defaultSettings: Settings = Object.freeze({ maxNumberOfProblems: 1000 });
