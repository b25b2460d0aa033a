// Tokens of a text as VS Code sees them, from its own engine and grammars.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const markdownGrammar = path.join(
  root,
  'test/host/node_modules/code-server/lib/vscode/extensions/markdown-basics/syntaxes/markdown.tmLanguage.json',
);

const fromRoot = createRequire(path.join(root, 'package.json'));
// The engine that the grammar test tool itself uses.
const fromTool = createRequire(fromRoot.resolve('vscode-tmgrammar-test/package.json'));
const { INITIAL, Registry, parseRawGrammar } = fromTool('vscode-textmate');
const { OnigScanner, OnigString, loadWASM } = fromTool('vscode-oniguruma');
const { grammars } = fromRoot('./package.json').contributes;

const files = new Map([
  ...grammars.map(({ scopeName, path: file }) => [scopeName, path.join(root, file)]),
  ['text.html.markdown', markdownGrammar],
]);
const injectionsInto = (scope) =>
  grammars.filter(({ injectTo = [] }) => injectTo.includes(scope)).map(({ scopeName }) => scopeName);

const engine = loadWASM(readFileSync(fromTool.resolve('vscode-oniguruma/release/onig.wasm')).buffer).then(() => ({
  createOnigScanner: (patterns) => new OnigScanner(patterns),
  createOnigString: (text) => new OnigString(text),
}));

const registry = (injected) =>
  new Registry({
    onigLib: engine,
    loadGrammar: async (scope) => {
      const file = files.get(scope);
      return file ? parseRawGrammar(readFileSync(file, 'utf8'), file) : null;
    },
    getInjections: (scope) => (injected ? injectionsInto(scope) : []),
  });

const registries = { true: registry(true), false: registry(false) };

/** Each token as `[text, scope, scope, …]`, one list a line. */
export async function tokensOf(scope, text, { injected = true } = {}) {
  const grammar = await registries[injected].loadGrammar(scope);
  let stack = INITIAL;
  return text.split('\n').map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, stack);
    stack = ruleStack;
    return tokens.map(({ startIndex, endIndex, scopes }) => [line.slice(startIndex, endIndex), ...scopes]);
  });
}
