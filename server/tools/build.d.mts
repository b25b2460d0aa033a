import type { BuildOptions } from 'esbuild';

/** What is shipped for browsers. */
export const pages: readonly BuildOptions[];

/** What is shipped: the command line, the language server, the extension. */
export const shipped: readonly (BuildOptions & { readonly outfile: string })[];

/** Writes dist/. */
export function buildShipped(): Promise<void>;

/** Writes the suites for the extension host to out/e2e/. */
export function buildSuites(): Promise<void>;
