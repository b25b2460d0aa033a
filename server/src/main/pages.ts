import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The address of docs/ beside dist/, as it is shipped; undefined where a bundle was taken away from it. */
export function shippedPages(script = process.argv[1]): string | undefined {
  if (script === undefined || !existsSync(script)) return undefined;
  const folder = join(dirname(realpathSync(script)), '../docs');
  return existsSync(join(folder, 'rules/README.md')) && existsSync(join(folder, 'law.md'))
    ? pathToFileURL(folder).href
    : undefined;
}
