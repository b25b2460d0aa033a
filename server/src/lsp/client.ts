import type { InitializeParams } from 'vscode-languageserver';
import { isObject } from '../analysis/settings.ts';

/** What the client at the other end can do and wants, read once from its first message. */
export interface Client {
  /** Asks for diagnostics itself, so that none are sent unasked. */
  readonly pulls: boolean;
  readonly refreshes: boolean;
  /** Takes a registration for diagnostics, so that it asks for those of the whole workspace. */
  readonly registersDiagnostics: boolean;
  /** Answers `workspace/configuration`. */
  readonly configures: boolean;
  readonly registersConfiguration: boolean;
  /** Tells of changed files when asked to. */
  readonly watchesFiles: boolean;
  /** Reads files for the server, by `gouji/readFile`. */
  readonly readsFiles: boolean;
  /** Lists the reports of the workspace, by `gouji/reportFiles`. */
  readonly listsReports: boolean;
  /** Offers formatting for reports only, by asking for it itself. */
  readonly formatsItself: boolean;
  /** Lists the headings of Markdown files by itself. */
  readonly listsMarkdown: boolean;
  /** Knows the commands `gouji.acceptFinding` and `gouji.setRuleLevel`. */
  readonly accepts: boolean;
  readonly showsRelated: boolean;
  readonly wantsStatus: boolean;
  /** The language of the client's own surface: `zh-cn`. */
  readonly locale: string | undefined;
  /** Where the page of a rule is, with `{rule}` for its name. */
  readonly ruleDocs: string | undefined;
  /** The page that tells what the cited articles are about, with `{line}` for a line of it. */
  readonly lawPage: string | undefined;
  /** Takes texts with gaps to be filled in. */
  readonly snippets: boolean;
  /** Knows the commands that lenses lead to. */
  readonly takesLenses: boolean;
  /** What it asks for anew when told to. */
  readonly renews: {
    readonly inlayHints: boolean;
    readonly codeLens: boolean;
    readonly columnColors: boolean;
  };
  /** Settings for a client that is not asked for them. */
  readonly settings: unknown;
}

/** Reads the client's first message; whatever it leaves out, it cannot do. `pages` is where our own pages are. */
export function readClient(
  { capabilities, locale, initializationOptions }: InitializeParams,
  pages?: string,
): Client {
  const { textDocument, workspace } = capabilities;
  const options = isObject(initializationOptions) ? initializationOptions : {};
  const diagnostics = textDocument?.diagnostic ?? textDocument?.publishDiagnostics;
  return {
    pulls: textDocument?.diagnostic !== undefined,
    registersDiagnostics: textDocument?.diagnostic?.dynamicRegistration === true,
    refreshes: workspace?.diagnostics?.refreshSupport === true,
    configures: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    readsFiles: options.readsFiles === true,
    listsReports: options.listsReports === true,
    accepts: options.accepts === true,
    formatsItself: options.formatsItself === true,
    listsMarkdown: options.listsMarkdown === true,
    // Said nothing of, they do no harm; many a client shows them without announcing it.
    showsRelated: diagnostics?.relatedInformation !== false,
    wantsStatus: options.status === true,
    locale: text(options.locale) ?? locale,
    ruleDocs: pageOfRule(text(options.ruleDocs) ?? (pages && `${pages}/rules`)),
    lawPage: lineOfLaw(text(options.lawPage) ?? (pages && `${pages}/law.md`)),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    takesLenses: options.lenses === true,
    renews: {
      inlayHints: workspace?.inlayHint?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      columnColors: workspace?.semanticTokens?.refreshSupport === true,
    },
    settings: isObject(options.settings) ? options.settings : options,
  };
}

/** A client may name just the folder of the pages. */
const pageOfRule = (address: string | undefined): string | undefined =>
  address?.includes('{rule}') ? address : address?.replace(/\/?$/, '/{rule}.md');

/** A client may name just the page. */
const lineOfLaw = (address: string | undefined): string | undefined =>
  address === undefined || address.includes('{line}') ? address : `${address}#L{line}`;

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
