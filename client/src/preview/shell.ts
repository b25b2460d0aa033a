/** Where the page's parts are, and the word that its one script is known by. */
export interface ShellParts {
  readonly script: string;
  readonly style: string;
  /** Where styles may come from. */
  readonly source: string;
  readonly nonce: string;
}

/**
 * The empty page: nothing of a report is ever written into it, the script builds that from plain data.
 * It may load its own script and style and nothing else.
 */
export const shell = ({ script, style, source, nonce }: ShellParts): string => `<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'">
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="${style}">
</head>
<body>
<header id="bar"></header>
<div id="rest"></div>
<main id="report" lang="zh-CN"></main>
<div id="tip" role="tooltip" hidden></div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
