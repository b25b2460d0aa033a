import { type Acceptance, baselineFileName, readBaseline } from '../analysis/baseline.ts';
import { type Project, projectFileName, readProject } from '../analysis/project.ts';
import { plain } from '../base/file-name.ts';
import type { Message } from '../base/message.ts';

/** Reads a file for the server; undefined if there is none, or it cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** The files that say how a document is checked, each the nearest at or above it. */
export interface Governing {
  readonly project: Found<Project> | undefined;
  readonly baseline: Found<readonly Acceptance[]> | undefined;
}

/** Such a file, what it holds, and what is wrong with it. */
export interface Found<T> {
  readonly uri: string;
  readonly text: string;
  readonly content: T;
  readonly faults: readonly Message[];
  /** The document's path, told from the folder of the file. */
  readonly path: string;
}

/** Finds the files beside and above documents that say how these are checked. */
export interface ProjectFiles {
  readonly governing: (uri: string) => Promise<Governing>;
  /** Forgets what was read; the next question reads anew. */
  readonly forget: () => void;
}

/** The files whose changes matter. */
export const watchedFiles: readonly string[] = [`**/${projectFileName}`, `**/${baselineFileName}`];

/** Whether a file is one of them. */
export const isWatched = (uri: string): boolean =>
  [projectFileName, baselineFileName].some((name) => uri.endsWith(`/${name}`));

export function projectFiles(readFile: ReadFile): ProjectFiles {
  const texts = new Map<string, Promise<string | undefined>>();
  const read = (uri: string): Promise<string | undefined> => {
    const text = texts.get(uri) ?? readFile(uri).catch(() => undefined);
    texts.set(uri, text);
    return text;
  };
  const nearest = async <T>(
    name: string,
    uri: string,
    take: (text: string) => Pick<Found<T>, 'content' | 'faults'>,
  ): Promise<Found<T> | undefined> => {
    const folders = foldersAbove(uri);
    const found = await Promise.all(folders.map((folder) => read(folder + name)));
    const at = found.findIndex((text) => text !== undefined);
    const folder = folders[at];
    const text = found[at];
    if (folder === undefined || text === undefined) return undefined;
    return { uri: folder + name, text, path: plain(uri.slice(folder.length)), ...take(text) };
  };
  return {
    governing: async (uri) => {
      const [project, baseline] = await Promise.all([
        nearest(projectFileName, uri, takeProject),
        nearest(baselineFileName, uri, takeBaseline),
      ]);
      return { project, baseline };
    },
    forget: () => texts.clear(),
  };
}

function takeProject(text: string) {
  const { project: content, faults } = readProject(text);
  return { content, faults };
}

function takeBaseline(text: string) {
  const read = readBaseline(text);
  return 'key' in read ? { content: [], faults: [read] } : { content: read, faults: [] };
}

/** The folders a document stands in, the nearest first, each with a slash at the end; none for one not yet saved. */
export function foldersAbove(uri: string): readonly string[] {
  const root = /^[a-z][\w+.-]*:\/\/[^/]*\//i.exec(uri)?.[0];
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let at = uri.lastIndexOf('/'); at >= root.length - 1; at = uri.lastIndexOf('/', at - 1))
    folders.push(uri.slice(0, at + 1));
  return folders;
}
