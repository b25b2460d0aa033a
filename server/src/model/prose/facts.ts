import { memory } from '../../base/remembered.ts';
import { span } from '../../base/span.ts';
import type { Move, ProseFact, Report } from '../report.ts';
import { shift } from '../reuse.ts';
import { type Absence, absencesIn, isPlainAbsence } from './absences.ts';
import { type Around, around, type Figure, figuresIn, hedgeBefore } from './figures.ts';
import { inText, type Passage } from './passages.ts';
import { readerOf } from './readings.ts';
import type { Setting, Speaker, Subject } from './subject.ts';
import { subjectsOf } from './subjects.ts';
import { placed, remembered, type Words } from './words.ts';

/** What is said in numbers, and what is said not to have happened, outside the tables; in the order of the text. */
export function findFacts(
  passages: readonly Passage[],
  speaker: Speaker,
  tables: Report['tables'],
): readonly ProseFact[] {
  const readingsOf = readerOf(tables);
  const facts: ProseFact[] = [];
  for (const passage of passages) {
    if (passage.kind === 'heading') continue;
    const begun = passage.continued ? endOfSentence(passage) : 0;
    for (const fact of said(passage, speaker)) {
      if (fact.span.from < begun) facts.push({ ...fact, subjects: [] });
      else facts.push(fact.approximate ? fact : withReadings(fact, readingsOf(fact.subjects)));
    }
  }
  return facts;
}

/** The facts of an earlier version after an edit in a table that has left every passage as it was, moved along. */
export function movedFacts(
  facts: readonly ProseFact[],
  move: Move,
  tables: Report['tables'],
): readonly ProseFact[] {
  const readingsOf = readerOf(tables);
  return facts.map((fact) => {
    const { section, value, unit, approximate, subjects } = fact;
    return {
      section,
      span: shift(fact.span, move),
      full: shift(fact.full, move),
      clause: shift(fact.clause, move),
      passage: shift(fact.passage, move),
      value,
      unit,
      approximate,
      subjects,
      readings: approximate ? [] : readingsOf(subjects),
    };
  });
}

/** Where the first sentence of a passage ends: what it speaks of may stand in the passage above. */
function endOfSentence({ from, words: { source } }: Passage): number {
  const stop = source.indexOf('。');
  return from + (stop < 0 ? source.length : stop);
}

function withReadings(fact: ProseFact, readings: ProseFact['readings']): ProseFact {
  if (readings.length === 0) return fact;
  const { section, span, full, clause, passage, value, unit, approximate, subjects } = fact;
  return { section, span, full, clause, passage, value, unit, approximate, subjects, readings };
}

/** What was last said in one mouth, kept for as long as nobody else says it. */
interface Last<T> {
  readonly speaker: Speaker;
  readonly said: readonly T[];
}

const inOneMouth = (one: Speaker, other: Speaker): boolean =>
  one.organ === other.organ && one.organKind === other.organKind && one.year === other.year;

const lastOfPassage = memory<Passage, Last<ProseFact>>();

/** What a passage says, whatever the tables say. */
function said(passage: Passage, speaker: Speaker): readonly ProseFact[] {
  const before = lastOfPassage.get(passage);
  if (before && inOneMouth(before.speaker, speaker)) return before.said;
  const ground = { onRequest: speaksOfRequests(passage), inReview: passage.section === 'review' };
  const facts = spokenIn(passage.words, speaker, ground).map((spoken) => toFact(passage, spoken));
  lastOfPassage.set(passage, { speaker, said: facts });
  return facts;
}

/** A fact before it is known where its passage stands and what the tables say. */
interface Spoken {
  readonly figure: Pick<Figure, 'from' | 'to' | 'end' | 'value' | 'unit' | 'approximate'>;
  readonly clauseFrom: number;
  readonly clauseTo: number;
  readonly subjects: readonly Subject[];
}

interface Ground {
  readonly onRequest: boolean;
  readonly inReview: boolean;
}

/** Sections in which the organ gives account of the year; elsewhere numbers are not held against the tables. */
const accounting: ReadonlySet<string | undefined> = new Set([
  'overview',
  'disclosure',
  'applications',
  'review',
  'other',
]);

function toFact(passage: Passage, spoken: Spoken): ProseFact {
  const { figure, clauseFrom, clauseTo } = spoken;
  const { words, section } = passage;
  const subjects = accounting.has(section) ? spoken.subjects : [];
  return {
    section,
    span: inText(passage, placed(words, figure.from, figure.to)),
    full: inText(passage, placed(words, figure.from, figure.end)),
    clause: inText(passage, placed(words, clauseFrom, clauseTo)),
    passage: inText(passage, span(0, words.source.length)),
    value: figure.value,
    unit: figure.unit,
    approximate: figure.approximate,
    subjects,
    readings: [],
  };
}

const requests = /依申请公开|依法申请公开|信息公开(?:政府信息|信息)?的?申请/;

const mentionsRequests = remembered(({ text }) => requests.test(text));

const speaksOfRequests = ({ words, topic, section }: Passage): boolean =>
  section === 'applications' || mentionsRequests(words) || requests.test(topic);

const lastOfWords = memory<Words, Last<Spoken> & { readonly ground: Ground }>();

/** Facts of the same words in the same mouth on the same ground are the same. */
function spokenIn(words: Words, speaker: Speaker, ground: Ground): readonly Spoken[] {
  const before = lastOfWords.get(words);
  const { onRequest, inReview } = ground;
  const stands = before?.ground.onRequest === onRequest && before.ground.inReview === inReview;
  if (stands && inOneMouth(before.speaker, speaker)) return before.said;
  const found = findSpoken(words, speaker, ground);
  lastOfWords.set(words, { speaker, ground, said: found });
  return found;
}

function findSpoken(words: Words, speaker: Speaker, ground: Ground): readonly Spoken[] {
  const figures = figuresIn(words);
  const excerpt = words.text.includes('从略');
  const counted = figures.map((figure, index): Spoken => {
    const near = around(words, figures, index);
    const subjects = excerpt ? [] : subjectsOf(settingOf(words, figure, near, ground), speaker);
    return { figure, clauseFrom: near.clauseFrom, clauseTo: near.clauseTo, subjects };
  });
  const denied = excerpt
    ? []
    : absencesIn(words.text).flatMap((absence) => toDenial(words, absence, speaker, ground));
  return [...counted, ...denied].sort((a, b) => a.figure.from - b.figure.from);
}

function settingOf({ text }: Words, figure: Figure, near: Around, ground: Ground): Setting {
  return {
    ...ground,
    lead: withoutHedge(near.lead, text.slice(figure.from, figure.to)),
    tail: near.tailLeads ? '' : near.tail,
    sentence: near.sentence,
    clause: text.slice(near.clauseFrom, near.clauseTo),
    clauseBefore: text.slice(near.clauseFrom, figure.from),
    unit: figure.unit,
  };
}

/** What a number speaks of is the same, said to the last one or not. */
const withoutHedge = (lead: string, printed: string): string =>
  lead.slice(0, lead.length - hedgeBefore(lead, printed).length);

function toDenial(words: Words, absence: Absence, speaker: Speaker, ground: Ground): readonly Spoken[] {
  const { from, to, subjects } = absence;
  // An absence is a number that is not written: it is looked around like one.
  const figure: Figure = { from, to, end: to, value: 0, unit: '', approximate: false };
  const near = around(words, [figure], 0);
  const clause = words.text.slice(near.clauseFrom, near.clauseTo);
  const said = words.text.slice(from, to) + near.tail;
  const onReview = subjects.includes('reconsideration') || subjects.includes('litigation');
  if (onReview && !ground.inReview && !ground.onRequest && !/信息公开|申请/.test(words.text)) return [];
  if (subjects.includes('received') && !ground.onRequest && !/公开/.test(said)) return [];
  const carried = subjects.includes('carriedIn') || subjects.includes('carriedOut');
  if (carried && !ground.onRequest) return [];
  if (!isPlainAbsence(absence, near.lead + said, { sentence: near.sentence, clause }, speaker)) return [];
  return [{ figure, clauseFrom: near.clauseFrom, clauseTo: near.clauseTo, subjects }];
}
