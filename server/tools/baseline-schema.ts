import { baselineSchemaName } from '../src/analysis/baseline.ts';
import { catalogue } from '../src/analysis/catalogue.ts';
import { editions } from '../src/template/index.ts';
import type { Json } from './settings-schema.ts';

const words = (description: string): Json => ({ description, type: 'string', pattern: '\\S' });

/** Words of which some are known; others are let pass, as the reader does. */
const oneOfSome = (
  description: string,
  known: readonly string[],
  descriptions?: readonly string[],
): Json => ({
  description,
  type: 'string',
  pattern: '\\S',
  anyOf: [{ enum: known, ...(descriptions && { enumDescriptions: descriptions }) }, {}],
});

const tables = [...new Set(editions.flatMap((edition) => edition.tables.map(({ id }) => id)))];

/** The schema of gouji-baseline.json: what the reader takes, and no more. */
export const baselineSchema: Json = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'gouji-baseline.json',
  description: '勾稽：看过以后接受下来、不再报告的问题，写明谁、什么时候、为什么',
  type: 'object',
  required: ['schema', 'accepted'],
  properties: {
    $schema: { type: 'string' },
    schema: { description: '格式的名称和版本', const: baselineSchemaName },
    accepted: {
      description: '接受下来的问题，一项一条',
      type: 'array',
      items: {
        type: 'object',
        required: ['file', 'rule', 'values', 'reason', 'who', 'when'],
        properties: {
          file: words('报告的路径，从这个文件所在的文件夹算起'),
          rule: oneOfSome(
            '规则名',
            catalogue.map(({ id }) => id),
            catalogue.map(({ title }) => title),
          ),
          table: { description: '问题所在的表', type: 'string', anyOf: [{ enum: tables }, {}] },
          row: { description: '问题所在的行', type: 'string' },
          column: { description: '问题所在的列', type: 'string' },
          words: { description: '标出的文字；改动以后记录失效', type: 'string' },
          values: {
            description: '参与计算的数字，按“表.行.列”；改动一个，记录就失效',
            type: 'object',
            additionalProperties: { type: 'string' },
          },
          reason: words('为什么接受'),
          who: words('谁接受的'),
          when: words('哪一天，如 2025-01-31'),
        },
      },
    },
  },
};
