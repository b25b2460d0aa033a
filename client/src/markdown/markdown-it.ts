import type { Uri } from 'vscode';

/** As much of a token of markdown-it as is looked at here. */
export interface Token {
  readonly type: string;
  readonly level: number;
  readonly content: string;
  readonly map: readonly [number, number] | null;
  attrs: [string, string][] | null;
  attrSet(name: string, value: string): void;
}

/** As much of markdown-it as is changed here. */
export interface MarkdownIt {
  readonly renderer: { readonly rules: Record<string, Rule | undefined> };
}

/** Writes the token at a place down as HTML. */
export type Rule = (
  tokens: Token[],
  at: number,
  options: unknown,
  env: Env | undefined,
  self: Renderer,
) => string;

interface Renderer {
  readonly renderToken: (tokens: Token[], at: number, options: unknown) => string;
}

/** What VS Code tells a rule about the document being shown. */
export interface Env {
  readonly currentDocument?: Uri;
}

/** Changes what VS Code's own Markdown preview shows. */
export interface MarkdownPlugin {
  readonly extendMarkdownIt: <M extends MarkdownIt>(md: M) => M;
}

/** Takes attributes off a token, which may have got them when it was shown before. */
export function takeOff(token: Token, names: readonly string[]): void {
  if (token.attrs) token.attrs = token.attrs.filter(([name]) => !names.includes(name));
}
