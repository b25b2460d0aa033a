import { CancellationToken } from 'vscode-languageserver';
import { asksLastYear, type OfYear, precedes, sameLastYear } from '../model/last-year.ts';
import type { Report } from '../model/report.ts';
import type { OnDesk } from './desk.ts';
import type { Library } from './library.ts';
import { paced, type Schedule } from './pacing.ts';

/** Last year's reports of the documents whose sums are broken: they may tell which figure is wrong. */
export interface Earlier {
  /** The report found for a document, as of the last look. */
  readonly of: (uri: string) => Report | undefined;
  /** Looks for that of a document nobody has open. */
  readonly search: (asking: OfYear) => Promise<Report | undefined>;
  /** Looks for one, if it may help and nobody has looked yet. */
  readonly seek: (on: OnDesk) => void;
  /** A document was opened, edited or closed: it may be last year's report of another. */
  readonly edited: (uri: string) => void;
  /** Some file has changed, come or gone. */
  readonly changed: () => void;
  readonly forget: (uri: string) => void;
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
interface Sought {
  readonly organ: string | undefined;
  readonly year: number | undefined;
  readonly report: Report | undefined;
  /** The open document it is from, if it is from one. */
  readonly from: string | undefined;
}

/** Nothing is read while somebody types: a search is made once for an organ and a year, behind the messages at hand. */
export function earlierReports(parts: EarlierParts): Earlier {
  const { open, find, shelf, schedule, found, complain } = parts;
  const sought = new Map<string, Sought>();

  const search = async (asking: OfYear): Promise<Pick<Sought, 'report' | 'from'>> => {
    const documents = open();
    const here = documents.find(({ of }) => precedes(of.report(), asking));
    if (here) return { report: here.of.report(), from: here.doc.uri };
    const uris = new Set(documents.map(({ doc }) => doc.uri));
    return { report: await shelf?.before(asking, uris, CancellationToken.None), from: undefined };
  };
  const look = async (uri: string): Promise<void> => {
    const asking = find(uri)?.of.report();
    if (!asking || !asksLastYear(asking)) return;
    const { organ, year } = asking;
    const { report, from } = await search(asking);
    if (find(uri) === undefined) return;
    const before = sought.get(uri)?.report;
    const news = !sameLastYear(before, report);
    sought.set(uri, { organ, year, report: news ? report : before, from });
    if (news) found(uri);
  };
  const looking = paced(schedule, (uri) => void look(uri).catch(complain));
  const relating = paced(schedule, (uri) => {
    const report = find(uri)?.of.report();
    for (const [other, known] of sought)
      if (known.from === uri || (report && precedes(report, known))) looking.want(other);
  });

  return {
    of: (uri) => sought.get(uri)?.report,
    search: async (asking) => (await search(asking)).report,
    seek: ({ doc: { uri }, of }) => {
      const report = of.report();
      const known = sought.get(uri);
      if (known && known.organ === report.organ && known.year === report.year) return;
      if (asksLastYear(report)) looking.want(uri);
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
