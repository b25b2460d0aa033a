import type { Connection } from 'vscode-languageserver';
import type { Snapshot } from '../analysis/snapshot.ts';
import { type Message, say } from '../base/message.ts';
import { memory } from '../base/remembered.ts';
import type { Span } from '../base/span.ts';
import { findings } from '../features/findings.ts';
import { type Preview, type PreviewBlock, type PreviewNote, preview } from '../features/preview.ts';
import type { PreviewCell } from '../features/preview-cells.ts';
import type { Mark } from '../features/preview-marks.ts';
import type { Attention, Marks } from './attention.ts';
import type { Manner } from './convert.ts';
import type { OnDesk } from './desk.ts';
import type { OnDocument } from './fence.ts';
import {
  type PreviewAnswer,
  type PreviewBlockAnswer,
  type PreviewCellAnswer,
  type PreviewMarkAnswer,
  type PreviewNoteAnswer,
  type PreviewParams,
  previewRequest,
  type Stretch,
} from './protocol.ts';

/** Answers what a page of the report shows. What is not shown in the text is not marked on the page either. */
export function servePreview(
  connection: Connection,
  { attending, onDocument }: { readonly attending: Attention; readonly onDocument: OnDocument },
): void {
  const numbers = memory<Snapshot, number>();
  let last = 0;
  /** Names all that an answer depends on. */
  const idOf = ({ of, typed, manner }: OnDesk, marks: Marks): string => {
    const number = numbers.get(of) ?? ++last;
    numbers.set(of, number);
    return [number, marks, typed?.from, typed?.to, manner.say(asWritten)].join();
  };
  connection.onRequest(
    previewRequest,
    onDocument('preview', null, (on, { previousResultId }: PreviewParams) => {
      const marks = attending.marksOf(on);
      const resultId = idOf(on, marks);
      if (resultId === previousResultId) return { unchanged: true } as const;
      const view = preview(on.of, marks === 'now' ? findings(on.of, on.typed) : []);
      // Marks of the version before would stand at the wrong places.
      const shown = marks === 'before' ? 'waiting' : marks;
      return view
        ? toPreviewAnswer({ resultId, version: on.doc.version, marks: shown }, view, on.manner)
        : null;
    }),
  );
}

function toPreviewAnswer(
  head: Pick<PreviewAnswer, 'resultId' | 'version' | 'marks'>,
  { blocks, notes }: Preview,
  manner: Manner,
): PreviewAnswer {
  return {
    ...head,
    blocks: blocks.map((block) => toBlock(block, manner)),
    notes: notes.map((note) => toNote(note, manner)),
  };
}

const toStretch = ({ from, to }: Span): Stretch => [from, to];

function toBlock(block: PreviewBlock, manner: Manner): PreviewBlockAnswer {
  const part = { at: toStretch(block.span), notes: block.notes.map((note) => toNote(note, manner)) };
  if (block.kind === 'table') {
    const { name, sums, remark, rows, found } = block;
    return {
      ...part,
      kind: 'table',
      name: manner.say(name),
      sums: sums ? manner.say(sums) : null,
      remark: remark ? manner.say(remark) : null,
      rows: rows.map((cells) => cells.map(toCell)),
      found:
        found.length > 0
          ? { name: manner.say(asWritten), rows: found.map((cells) => cells.map(toCell)) }
          : null,
    };
  }
  const runs = block.runs.map(({ text, span, marks }) => ({
    text,
    at: toStretch(span),
    marks: marks.map(toMark),
  }));
  if (block.kind === 'heading') return { ...part, kind: 'heading', depth: block.depth, runs };
  return { ...part, kind: 'paragraph', runs };
}

const asWritten: Message = say('原文');

const toNote = ({ number, severity, message, span }: PreviewNote, manner: Manner): PreviewNoteAnswer => ({
  number,
  severity,
  message: manner.say(message),
  at: toStretch(span),
});

const toMark = ({ state, number }: Mark): PreviewMarkAnswer => ({ state, number });

const toCell = ({ text, across, down, head, span, marks }: PreviewCell): PreviewCellAnswer => ({
  text,
  ...(across > 1 && { across }),
  ...(down > 1 && { down }),
  ...(head && { head }),
  ...(span && { at: toStretch(span) }),
  ...(marks.length > 0 && { marks: marks.map(toMark) }),
});
