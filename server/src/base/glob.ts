/**
 * A test for paths parted by slashes: `*` and `?` stand for parts of a name, `**` for folders, `{a,b}` for either.
 * A pattern without a slash is held against the name alone, in whatever folder.
 */
export function pathTest(pattern: string): (path: string) => boolean {
  const anywhere = pattern.includes('/') ? '' : '(?:.*/)?';
  const test = new RegExp(`^${anywhere}${sourceOf(pattern.replace(/^\.?\//, ''))}$`, 'u');
  return (path) => test.test(path);
}

const pieces = /\*\*\/|\*\*|\*|\?|\{[^{}]*\}|[^*?{]+|./gsu;

const sourceOf = (pattern: string): string => (pattern.match(pieces) ?? []).map(pieceSource).join('');

function pieceSource(piece: string): string {
  if (piece === '**/') return '(?:.*/)?';
  if (piece === '**') return '.*';
  if (piece === '*') return '[^/]*';
  if (piece === '?') return '[^/]';
  if (piece.startsWith('{') && piece.length > 1) {
    return `(?:${piece.slice(1, -1).split(',').map(sourceOf).join('|')})`;
  }
  return piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
