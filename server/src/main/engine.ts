import { setFlagsFromString } from 'node:v8';

/** So many units of bytecode run in a function before V8 looks whether to compile it for speed; 67,584 unless told. */
const budget = 10_000_000;

/**
 * Has the V8 of Node 20 take its time before it compiles for speed. What it compiles while the first edits come in it
 * soon throws away again, since each of them takes another way through the rules: an edit then costs twice the time
 * and the processor's work. Until then it has at least the plain translation of each function, from the first call on.
 * Later versions of V8 have a compiler between, and have no such flag.
 */
export function compileLate(): void {
  if (Number.parseInt(process.versions.v8, 10) >= 12) return;
  setFlagsFromString(`--interrupt-budget=${budget}`);
  setFlagsFromString('--always-sparkplug');
}
