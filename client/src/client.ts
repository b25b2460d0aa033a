import { Disposable, type ExtensionContext, Uri } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { ReadFileParams } from '../../server/src/lsp/protocol.ts';
import { registerAcceptFinding } from './commands/accept-finding.ts';
import { registerCheckReport } from './commands/check-report.ts';
import { registerCopyFindings } from './commands/copy-findings.ts';
import { registerExportReviewSheet } from './commands/export-review-sheet.ts';
import { registerFixAll } from './commands/fix-all.ts';
import { registerGoToFinding } from './commands/go-to-finding.ts';
import { registerGoToSection } from './commands/go-to-section.ts';
import { registerNewReport } from './commands/new-report.ts';
import { registerOpenPreview } from './commands/open-preview.ts';
import { registerRebuildTable } from './commands/rebuild-table.ts';
import { registerRecalculate } from './commands/recalculate.ts';
import { registerRestartServer } from './commands/restart-server.ts';
import { registerSetRuleLevel } from './commands/set-rule-level.ts';
import { lawEntry, registerShowLaw } from './commands/show-law.ts';
import { registerShowOutput } from './commands/show-output.ts';
import { registerShowRule, rulePage } from './commands/show-rule.ts';
import { registerShowVerdict } from './commands/show-verdict.ts';
import { registerToggle } from './commands/toggle.ts';
import { forgiveWhileStopped } from './failed-requests.ts';
import { registerFormatters } from './formatters.ts';
import { liveTotals } from './live-totals.ts';
import type { MarkdownPlugin } from './markdown/markdown-it.ts';
import { markdownMarks } from './markdown/preview-marks.ts';
import { soughtLine } from './markdown/sought-line.ts';
import { openReports } from './open-reports.ts';
import { outlineNudge } from './outline-nudge.ts';
import { registerPasteTable } from './paste-table.ts';
import { readText, reportFiles } from './report-files.ts';
import { reviewTree } from './review/tree.ts';
import { type ReportListener, statusBar } from './status-bar.ts';
import { typingWatch } from './typing.ts';

/** Makes the client of a platform from the options that all platforms share. */
export type ClientFactory = (options: LanguageClientOptions) => BaseLanguageClient;

/** What other extensions may use of this one: VS Code's Markdown preview asks for it by this name. */
export type Api = MarkdownPlugin;

/**
 * Starts the language client with everything around it, for a user of some name; all of it ends with the extension.
 * Nobody has to wait for the server, least of all a Markdown preview of something else.
 */
export function startClient(context: ExtensionContext, make: ClientFactory, user: string): Api {
  const totals = liveTotals();
  const typing = typingWatch(totals.isOwn);
  const client = make({
    documentSelector: documentSelector(),
    diagnosticPullOptions: { onChange: true },
    initializationOptions: {
      status: true,
      readsFiles: true,
      listsReports: true,
      accepts: true,
      formatsItself: true,
      lenses: true,
      listsMarkdown: true,
      ruleDocs: rulePage,
      lawPage: lawEntry,
    },
    middleware: { ...typing.middleware, didChange: totals.after(typing.middleware.didChange) },
  });
  forgiveWhileStopped(client);
  totals.attach(client);
  const reports = openReports((selector) =>
    Disposable.from(registerFormatters(client, selector), registerPasteTable(client, selector)),
  );
  const marks = markdownMarks();
  const law = soughtLine(Uri.joinPath(context.extensionUri, 'docs', 'law.md'));
  const tree = reviewTree(client);
  const outline = outlineNudge();
  const listen: ReportListener = (uri, status) => {
    for (const part of [reports, tree, outline]) part.listen(uri, status);
  };
  const parts: readonly Disposable[] = [
    reports,
    marks,
    tree,
    outline,
    typing.attach(client),
    client.onRequest('gouji/readFile', ({ uri }: ReadFileParams) =>
      readText(client.protocol2CodeConverter.asUri(uri)),
    ),
    client.onRequest('gouji/reportFiles', () => reportFiles(client)),
    statusBar(client, listen),
    registerGoToSection(client),
    registerGoToFinding(),
    registerCopyFindings(client),
    registerExportReviewSheet(client),
    registerCheckReport(client),
    registerFixAll(),
    registerAcceptFinding(client, user),
    registerNewReport(client),
    registerOpenPreview(client, context.extensionUri),
    registerRebuildTable(client),
    registerRecalculate(client),
    registerRestartServer(client),
    registerSetRuleLevel(client),
    registerShowLaw(law),
    registerShowRule(context.extensionUri),
    registerShowOutput(client),
    registerShowVerdict(client),
    registerToggle(client),
    client,
  ];
  context.subscriptions.push(...parts);
  // The client library itself tells the user if the server cannot be started.
  client.start().catch(() => {});
  return { extendMarkdownIt: (md) => law.extendMarkdownIt(marks.extendMarkdownIt(md)) };
}

/**
 * Where reports are written: on disks, in virtual and remote workspaces, and in editors not yet saved.
 * The two sides of a comparison with git, output panels and the like are left alone.
 */
const schemes = [
  'file',
  'untitled',
  'vscode-remote',
  'vscode-vfs',
  'vscode-local',
  'vscode-test-web',
  'memfs',
  'sftp',
  'ssh',
];

const languages = ['gouji-report', 'markdown', 'plaintext'];

const documentSelector = () =>
  languages.flatMap((language) => schemes.map((scheme) => ({ scheme, language })));
