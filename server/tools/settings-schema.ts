import { catalogue, type RuleFacts } from '../src/analysis/catalogue.ts';
import { defaultSettings, levels, words } from '../src/analysis/settings.ts';

/** JSON as it is written to a file. */
export type Json = string | number | boolean | readonly Json[] | { readonly [key: string]: Json };

/** The words of a manifest's `%keys%`. */
export type Wording = Readonly<Record<string, string>>;

const wordKeys = ['province', 'organKind', 'edition'] as const;

/** The settings of the editor that say how reports are checked, as the manifest declares them. */
export function manifestSettings(): Readonly<Record<string, Json>> {
  const severity = { type: 'string', enum: levels };
  const ofWords = wordKeys.map((key, index) => [
    `gouji.${key}`,
    {
      type: 'string',
      scope: 'resource',
      order: 11 + index,
      default: 'auto',
      enum: words[key],
      enumDescriptions: words[key].map((word) => `%configuration.${key}.${word}%`),
      markdownDescription: `%configuration.${key}%`,
    },
  ]);
  const rules = {
    type: 'object',
    scope: 'resource',
    order: 10,
    default: {},
    markdownDescription: '%configuration.rules%',
    propertyNames: {
      enum: catalogue.map(({ id }) => id),
      enumDescriptions: catalogue.map(({ title }) => title),
    },
    properties: Object.fromEntries(
      catalogue
        .filter(({ options }) => options !== undefined)
        .map((rule) => [rule.id, { anyOf: [severity, longer(rule, severity)] }]),
    ),
    additionalProperties: { anyOf: [severity, longer({ options: [] }, severity)] },
  };
  return { 'gouji.rules': rules, ...Object.fromEntries(ofWords) };
}

/** The schema of gouji.json, worded as the manifest words its settings. */
export function projectSchema(wording: Wording): Json {
  const schemas = settingSchemas(wording);
  const settings = Object.fromEntries(
    Object.keys(schemas).map((key) => [key, { $ref: `#/definitions/${key}` }]),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'gouji.json',
    description: '勾稽：怎样检查这个文件夹及其下的报告',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...settings,
      overrides: {
        description: '只对一部分文件适用的设置；几项都适用时，写在后面的优先。',
        type: 'array',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files, ...settings },
        },
      },
    },
    definitions: { ...schemas, level },
  };
}

/** The longer form of what may be written for a rule: its severity and its options, all of them optional. */
const longer = ({ options = [] }: Pick<RuleFacts, 'options'>, severity: Json): Json => ({
  type: 'object',
  additionalProperties: false,
  properties: {
    severity,
    ...Object.fromEntries(
      options.map(({ name, title, schema }) => [name, { description: title, ...schema }]),
    ),
  },
});

const levelWords: Readonly<Record<(typeof levels)[number], string>> = {
  error: '错误',
  warning: '警告',
  info: '提示',
  hint: '建议',
  off: '不检查',
};

const level = { enum: levels, enumDescriptions: levels.map((one) => levelWords[one]) };
const pattern = { type: 'string', minLength: 1 };
const files = {
  description: '适用于哪些文件：路径从 gouji.json 所在的文件夹算起，* 代表任意字符，** 代表任意层文件夹。',
  oneOf: [pattern, { type: 'array', minItems: 1, items: pattern }],
};

function settingSchemas(wording: Wording): Readonly<Record<string, Json>> {
  const say = (key: string): string => wording[`configuration.${key}`] ?? '';
  const ofWords = (['detect', ...wordKeys] as const).map((key) => [
    key,
    {
      description: say(key),
      enum: words[key],
      enumDescriptions: words[key].map((word) => say(`${key}.${word}`)),
    },
  ]);
  const severity = { $ref: '#/definitions/level' };
  return {
    rules: {
      description: say('rules'),
      type: 'object',
      additionalProperties: false,
      properties: Object.fromEntries(
        catalogue.map((rule) => [
          rule.id,
          { description: rule.title, anyOf: [severity, longer(rule, severity)] },
        ]),
      ),
    },
    ...Object.fromEntries(ofWords),
    maxNumberOfProblems: {
      description: say('maxNumberOfProblems'),
      type: 'integer',
      minimum: 0,
      default: defaultSettings.maxNumberOfProblems,
    },
  };
}
