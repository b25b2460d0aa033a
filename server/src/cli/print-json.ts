/** JSON for people: objects over several lines, a list of plain values on one. */
export function printJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every(isPlain)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    return block(
      '[',
      ']',
      value.map((item) => printJson(item, deeper)),
      indent,
    );
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (isPlace(fields))
    return `{ ${fields.map(([key, field]) => `"${key}": ${printJson(field)}`).join(', ')} }`;
  return block(
    '{',
    '}',
    fields.map(([key, field]) => `${JSON.stringify(key)}: ${printJson(field, deeper)}`),
    indent,
  );
}

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** Lines and characters are read at a glance, so they take one line. */
const isPlace = (fields: readonly [string, unknown][]): boolean =>
  fields.length === 2 && (fields[0]?.[0] === 'line' || fields[0]?.[0] === 'start');

function block(open: string, close: string, parts: readonly string[], indent: string): string {
  if (parts.length === 0) return open + close;
  return `${open}\n${parts.map((part) => `${indent}  ${part}`).join(',\n')}\n${indent}${close}`;
}
