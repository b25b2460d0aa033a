import { type Project, projectFileName, readProject } from '../analysis/project.ts';
import type { Message } from '../base/message.ts';

/** Reads a file for the server; undefined if there is none, or it cannot be read. */
export type ReadFile = (uri: string) => Promise<string | undefined>;

/** The project file that governs a document, and what it holds. */
export interface Governing {
  readonly uri: string;
  readonly project: Project;
  readonly faults: readonly Message[];
  /** The document's path, told from the folder of the project file. */
  readonly path: string;
}

/** Finds the files beside and above documents that say how these are checked. */
export interface ProjectFiles {
  readonly governing: (uri: string) => Promise<Governing | undefined>;
  /** Forgets what was read; the next question reads anew. */
  readonly forget: () => void;
}

/** The files whose changes matter. */
export const watchedFiles: readonly string[] = [`**/${projectFileName}`];

export function projectFiles(readFile: ReadFile): ProjectFiles {
  const texts = new Map<string, Promise<string | undefined>>();
  const read = (uri: string): Promise<string | undefined> => {
    const text = texts.get(uri) ?? readFile(uri).catch(() => undefined);
    texts.set(uri, text);
    return text;
  };
  return {
    governing: async (uri) => {
      const folders = foldersAbove(uri);
      const found = await Promise.all(folders.map((folder) => read(folder + projectFileName)));
      const nearest = found.findIndex((text) => text !== undefined);
      const folder = folders[nearest];
      const text = found[nearest];
      if (folder === undefined || text === undefined) return undefined;
      return { uri: folder + projectFileName, ...readProject(text), path: pathFrom(folder, uri) };
    },
    forget: () => texts.clear(),
  };
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

const pathFrom = (folder: string, uri: string): string => plain(uri.slice(folder.length));

/** An address in plain characters, as far as it is well formed. */
export function plain(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
