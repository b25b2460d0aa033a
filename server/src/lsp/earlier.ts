import { CancellationToken } from 'vscode-languageserver';
import { asksLastYear, type OfYear, precedes, sameLastYear } from '../model/last-year.ts';
import type { Predecessor, Report } from '../model/report.ts';
import type { OnDesk } from './desk.ts';
import type { Library } from './library.ts';
import { paced, type Schedule } from './pacing.ts';

/** Last year's reports of the open documents: what figures and paragraphs are held against. */
export interface Earlier {
  /** The report found for a document, as of the last look. */
  readonly of: (uri: string) => Predecessor | undefined;
  /** Looks for that of a document nobody has open. */
  readonly search: (asking: OfYear) => Promise<Found | undefined>;
  /** Looks for one, if nobody has looked yet. */
  readonly seek: (on: OnDesk) => void;
  /** A document was opened, edited or closed: it may be last year's report of another. */
  readonly edited: (uri: string) => void;
  /** Some file has changed, come or gone. */
  readonly changed: () => void;
  readonly forget: (uri: string) => void;
}

/** Where last year's report is. */
export interface Found {
  /** Its address. */
  readonly source: string;
  /** Another one when what it says has changed. */
  readonly stamp: string;
  readonly read: () => Promise<Report>;
}

/** What the search needs of the rest of the server. */
export interface EarlierParts {
  readonly open: () => readonly OnDesk[];
  readonly find: (uri: string) => OnDesk | undefined;
  /** The reports nobody has open, if the client lists them. */
  readonly shelf: Library | undefined;
  readonly schedule: Schedule;
  /** Another report was found for a document, so that something else may be said of it. */
  readonly found: (uri: string) => void;
  readonly complain: (fault: unknown) => void;
}

/** What somebody has looked for, and what there was. */
interface Sought extends OfYear {
  readonly stamp: string | undefined;
  readonly lastYear: Predecessor | undefined;
}

/** Nothing is read while somebody types: a search is made once for an organ and a year, behind the messages at hand. */
export function earlierReports(parts: EarlierParts): Earlier {
  const { open, find, shelf, schedule, found, complain } = parts;
  const sought = new Map<string, Sought>();

  const search = async (asking: OfYear): Promise<Found | undefined> => {
    const documents = open();
    const here = documents.find(({ of }) => precedes(of.report(), asking));
    // What an open document says is its own stamp.
    if (here) return { source: here.doc.uri, stamp: here.of.text, read: async () => here.of.report() };
    const uris = new Set(documents.map(({ doc }) => doc.uri));
    const shelved = await shelf?.before(asking, uris, CancellationToken.None);
    return shelved && { source: shelved.uri, stamp: shelved.stamp, read: shelved.read };
  };
  const readAnew = async (now: Found | undefined, before: Sought | undefined) => {
    if (now?.source === before?.lastYear?.source && now?.stamp === before?.stamp) return before?.lastYear;
    const lastYear = now && { report: await now.read(), source: now.source };
    return sameLastYear(lastYear, before?.lastYear) ? before?.lastYear : lastYear;
  };
  const look = async (uri: string): Promise<void> => {
    const asking = find(uri)?.of.report();
    if (!asking || !asksLastYear(asking)) return;
    const { organ, year } = asking;
    const now = await search(asking);
    const lastYear = await readAnew(now, sought.get(uri));
    if (find(uri) === undefined) return;
    const news = sought.get(uri)?.lastYear !== lastYear;
    sought.set(uri, { organ, year, stamp: now?.stamp, lastYear });
    if (news) found(uri);
  };
  const looking = paced(schedule, (uri) => void look(uri).catch(complain));
  const relating = paced(schedule, (uri) => {
    const report = find(uri)?.of.report();
    for (const [other, known] of sought)
      if (known.lastYear?.source === uri || (report && precedes(report, known))) looking.want(other);
  });

  return {
    of: (uri) => sought.get(uri)?.lastYear,
    search,
    seek: ({ doc: { uri }, of }) => {
      const masthead = of.masthead();
      const known = sought.get(uri);
      if (known && known.organ === masthead.organ && known.year === masthead.year) return;
      if (asksLastYear(masthead)) looking.want(uri);
    },
    edited: (uri) => {
      if ([...sought.keys()].some((other) => other !== uri)) relating.want(uri);
    },
    changed: () => {
      for (const uri of sought.keys()) looking.want(uri);
    },
    forget: (uri) => {
      looking.drop(uri);
      sought.delete(uri);
    },
  };
}
