import { say } from '../base/message.ts';
import { emptySpan } from '../base/span.ts';
import { inText, type Passage } from '../model/prose/passages.ts';
import { placed, remembered } from '../model/prose/words.ts';
import type { Report } from '../model/report.ts';
import { defineRule, type Problem } from './rule.ts';

export const brokenParagraph = defineRule({
  id: 'broken-paragraph',
  group: 'prose',
  title: '段落被断开，或者句末没有标点',
  severity: 'info',
  since: '0.1.0',
  reads: 'prose',
  basis: '《标点符号用法》（GB/T 15834）；复制时分页会把一段切成两段',
  docs: `检查一段话没有说完就另起一段（多半是原稿的分页），一段话末尾没有标点，以及两句话之间没有标点（“……做细、做实今后将……”）。
因为版面宽度而折行的文字，按一段话看待，不报；小标题、落款、联系方式不报。
两句相接处只认“做实”“到位”一类说完了的话后面紧跟“今后将”“下一步要”的写法。
修正把两段接成一段，或者补上句号，需要逐条确认。`,

  *check(report) {
    const passages = report.passages();
    for (const [at, passage] of passages.entries()) {
      if (passage.kind !== 'paragraph') continue;
      yield* joined(report, passage);
      if (!isOpen(passage)) continue;
      const next = passages[at + 1];
      if (next && goesOn(passage, next)) yield cut(report, passage, next);
      else if (isProse(passage)) yield unended(passage);
    }
  },
});

/** Words that end what was to be done, and words that begin what will be, with nothing between them. */
const seam =
  /(?=(?:今后|下一步|接下来)[^，、。；]{0,6}[将要])(?<=[、，][^、，。；]{0,12}(?:[做抓落夯压][细实深牢好紧优]|到位|见效))/g;

const seamsIn = remembered(({ text }) => [...text.matchAll(seam)].map(({ index }) => index));

/** Two sentences that have run into each other. */
function* joined({ text }: Report, passage: Passage): Iterable<Problem> {
  for (const at of seamsIn(passage.words)) {
    const place = inText(passage, placed(passage.words, at - 1, at + 1));
    const [before, behind] = [text.charAt(place.from), place.to - 1];
    yield {
      span: place,
      message: say('“{0}”后面像是少了标点，两句话连在了一起。', before),
      fixes: [
        {
          title: say('补上句号'),
          safety: 'ask',
          edits: [{ span: emptySpan(behind), insert: '。' }],
        },
      ],
    };
  }
}

const long = 30;
/** What is longer is no paragraph that anybody wrote. */
const endless = 5000;

/** Whether a paragraph of some length ends in the middle of a sentence. */
function isOpen({ words: { text } }: Passage): boolean {
  return (
    text.length >= long &&
    text.length < endless &&
    /[一-龥，、]$/.test(text) &&
    /[，。；、]/.test(text) &&
    !text.includes('从略')
  );
}

/** Whether the next paragraph is the rest of the sentence: not a new point, and no line of names or dates. */
function goesOn({ section }: Passage, next: Passage): boolean {
  const { text } = next.words;
  if (next.section !== section || next.kind !== 'paragraph' || text.length < 15) return false;
  if (/^(?:[一二三四五六七八九十]+[是、]|[（(【《“\d]|第[一二三四五]|[①-⑨•·])/.test(text)) return false;
  return /^[一-龥]/.test(text) && /[，。]/.test(text);
}

/** A paragraph that has full stops, several commas or a word that leads on misses its last stop. */
const isProse = ({ words: { text } }: Passage): boolean =>
  /。|，.*(?:，|[等的和及与对将把为]$)/.test(text) &&
  !/(?:：[^。]{0,40}|[局厅委办府处]|年\d{1,2}月\d{1,2}日)$/.test(text);

function cut({ text }: Report, passage: Passage, next: Passage): Problem {
  const to = passage.from + passage.words.source.length;
  const between = text.slice(to, next.from);
  const fix = {
    title: say('接成一段'),
    safety: 'ask' as const,
    edits: [{ span: { from: to, to: next.from }, insert: '' }],
  };
  return {
    span: { from: to - 1, to },
    message: say('这一段话没有说完就断开了，请与下一段接上。'),
    related: [{ span: { from: next.from, to: next.from + 1 }, message: say('下文在这里') }],
    fixes: between.trim() === '' ? [fix] : [],
  };
}

function unended({ from, words: { source } }: Passage): Problem {
  const end = from + source.length;
  const comma = /[，、]$/.test(source);
  const span = comma ? { from: end - 1, to: end } : emptySpan(end);
  return {
    span: { from: end - 1, to: end },
    message: say('这一段末尾没有句号。'),
    fixes: [{ title: say('补上句号'), safety: 'ask', edits: [{ span, insert: '。' }] }],
  };
}
