// npm run bench: all benchmarks, or those named, as `npm run bench -- core`.
import { cpus } from 'node:os';

const names = process.argv.slice(2);
console.log(`Node ${process.version}, ${cpus().length} cores, ${process.platform} ${process.arch}`);
for (const name of names.length > 0 ? names : ['core', 'server', 'batch', 'growth']) {
  console.log(`\n${name}`);
  await import(`./${name}.mjs`);
}
