import { type Message, say } from './message.ts';

/** What a user chose for a rule, by the names of its options; only what the rule takes. */
export type Chosen = Readonly<Record<string, unknown>>;

/** A JSON schema of one value, as far as options need it. */
export type ValueSchema = Readonly<
  Record<string, string | number | boolean | Readonly<Record<string, string | number>>>
>;

/** Something about a rule that its user may choose: settings, schema and rule page all follow from it. */
export interface RuleOption<T = unknown> {
  readonly name: string;
  /** What it does, Chinese, one sentence. */
  readonly title: string;
  /** What may be written, in JSON that shows how. */
  readonly example: string;
  readonly schema: ValueSchema;
  /** What a value has to be, for whoever wrote something else. */
  readonly wanted: Message;
  readonly accepts: (raw: unknown) => raw is T;
  /** The value chosen, or the usual one. */
  readonly of: (chosen: Chosen) => T;
}

/** What an option is, besides the kind of its values. */
interface Naming<T> {
  readonly name: string;
  readonly title: string;
  readonly example: T;
}

/** An option whose values are lists of words. */
export const wordList = (naming: Naming<readonly string[]>): RuleOption<readonly string[]> =>
  option(naming, [], {
    schema: { type: 'array', items: { type: 'string', pattern: '\\S' } },
    wanted: say('一串词语'),
    accepts: (raw) => Array.isArray(raw) && raw.every(isWord),
  });

/** An option whose values say what to write instead of what. */
export const replacements = (
  naming: Naming<Readonly<Record<string, string>>>,
): RuleOption<Readonly<Record<string, string>>> =>
  option(
    naming,
    {},
    {
      schema: {
        type: 'object',
        propertyNames: { pattern: '\\S' },
        additionalProperties: { type: 'string', pattern: '\\S' },
      },
      wanted: say('“写法: 应有的写法”'),
      accepts: (raw): raw is Readonly<Record<string, string>> =>
        typeof raw === 'object' &&
        raw !== null &&
        !Array.isArray(raw) &&
        Object.entries(raw).every((pair) => pair.every(isWord)),
    },
  );

/** An option whose values are numbers of some range; without one nothing is chosen. */
export const numberWithin = (
  naming: Naming<number>,
  range: { readonly minimum: number; readonly maximum: number; readonly whole: boolean },
): RuleOption<number | undefined> => {
  const { minimum, maximum, whole } = range;
  return option<number | undefined>(naming, undefined, {
    schema: { type: whole ? 'integer' : 'number', minimum, maximum },
    wanted: say('{0} 到 {1} 的数', minimum, maximum),
    accepts: (raw): raw is number =>
      typeof raw === 'number' && minimum <= raw && raw <= maximum && (!whole || Number.isInteger(raw)),
  });
};

function option<T>(
  { name, title, example }: Naming<T>,
  usual: T,
  kind: Pick<RuleOption<T>, 'schema' | 'wanted' | 'accepts'>,
): RuleOption<T> {
  const of = (chosen: Chosen): T => {
    const value = chosen[name];
    return kind.accepts(value) ? value : usual;
  };
  return { name, title, example: JSON.stringify({ [name]: example }), ...kind, of };
}

const isWord = (raw: unknown): raw is string => typeof raw === 'string' && raw.trim() !== '';
