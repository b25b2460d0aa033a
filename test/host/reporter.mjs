// A reporter for node --test: one line of JSON for each test that ended, read by test/run.mjs.
import path from 'node:path';

const titles = [];

/** The names from the outermost suite to this test; events of one file come in order, outermost first. */
function fullName(data) {
  titles.length = data.nesting;
  return [...titles, data.name].join(' › ');
}

function state(type, data) {
  if (data.skip !== undefined || data.todo !== undefined) return 'skipped';
  return type === 'test:pass' ? 'passed' : 'failed';
}

function words(error) {
  const cause = error?.cause ?? error;
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? '');
}

export default async function* report(source) {
  for await (const { type, data } of source) {
    if (type === 'test:start') titles[data.nesting] = data.name;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && data.details.error?.failureType !== 'hookFailed') continue;
    const file = data.file ? path.relative(process.cwd(), data.file) : '';
    const text = type === 'test:fail' ? words(data.details.error) : '';
    yield `${JSON.stringify({ name: fullName(data), file, state: state(type, data), text })}\n`;
  }
}
