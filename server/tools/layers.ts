/** What a folder of the server may import besides itself: other folders, and packages by name. */
export interface Layer {
  readonly folders: readonly string[];
  readonly packages?: readonly string[];
  /** `l10n` is no layer but data: the translations. */
  readonly data?: readonly string[];
}

const core = ['base', 'syntax', 'template', 'model', 'rules', 'analysis'];

/** The folders of server/src, lowest first. Only main/ may touch Node; only lsp/ knows the protocol. */
export const layers: Readonly<Record<string, Layer>> = {
  base: { folders: [], packages: ['get-east-asian-width'] },
  syntax: { folders: ['base'], packages: ['parse5'] },
  template: { folders: ['base'] },
  model: { folders: ['base', 'syntax', 'template'], packages: ['fastest-levenshtein'] },
  rules: { folders: ['base', 'template', 'model'] },
  analysis: { folders: ['base', 'syntax', 'template', 'model', 'rules'] },
  features: { folders: core },
  lsp: {
    folders: ['base', 'template', 'model', 'rules', 'analysis', 'features'],
    packages: ['vscode-languageserver', 'vscode-languageserver-textdocument'],
    data: ['l10n'],
  },
  cli: { folders: core, data: ['l10n'] },
  main: {
    folders: ['base', 'analysis', 'lsp', 'cli'],
    packages: ['vscode-languageserver', 'node:*'],
    data: ['l10n'],
  },
};

/** A source file of the server: its path from server/src, and its text. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The forbidden imports of a file, each as `rules/a.ts imports lsp/b.ts`; empty for a good file. */
export function layerFaults(file: SourceFile): readonly string[] {
  const folder = file.path.split('/')[0] ?? '';
  const layer = layers[folder];
  if (!layer) return [`${file.path} is in no layer`];
  return importsOf(file.text)
    .map((specifier) => resolve(file.path, specifier))
    .filter((target) => !allowed(file.path, folder, layer, target))
    .map((target) => `${file.path} imports ${target}`);
}

/** The rules' own ground: what a rule is, and the list of all. */
const sharedByRules = ['rules/rule.ts', 'rules/index.ts'];

function allowed(path: string, folder: string, layer: Layer, target: string): boolean {
  if (target.startsWith('package ')) return packageAllowed(layer, target.slice('package '.length));
  const [top = ''] = target.split('/');
  // What two rules share belongs in model/.
  if (folder === 'rules' && top === 'rules' && path !== 'rules/index.ts') return target === 'rules/rule.ts';
  if (folder !== 'rules' && top === 'rules' && !sharedByRules.includes(target)) return false;
  return top === folder || layer.folders.includes(top) || (layer.data ?? []).includes(top);
}

const packageAllowed = (layer: Layer, name: string): boolean =>
  (layer.packages ?? []).some((known) =>
    known.endsWith('*')
      ? name.startsWith(known.slice(0, -1))
      : name === known || name.startsWith(`${known}/`),
  );

const importForms = [
  /(?:^|[;\n}])[ \t]*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /(?:^|[;\n}])[ \t]*import\s*['"]([^'"]+)['"]/g,
  /\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]/g,
];

/** Every module a source names: static, bare, re-exported, dynamic, as a type. */
export const importsOf = (text: string): readonly string[] =>
  importForms.flatMap((form) => [...text.matchAll(form)].map((found) => found[1] ?? ''));

/** `rules/a.ts` + `../model/report.ts` → `model/report.ts`; a package → `package name`. */
function resolve(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return `package ${specifier}`;
  const parts = ['server', 'src', ...from.split('/').slice(0, -1)];
  for (const part of specifier.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  const path = parts.join('/');
  return path.startsWith('server/src/') ? path.slice('server/src/'.length) : path;
}
