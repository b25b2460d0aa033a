import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import type { Span } from '../../server/src/base/span.ts';
import { highlights } from '../../server/src/features/highlight.ts';
import { definition, references } from '../../server/src/features/navigation.ts';
import { selections } from '../../server/src/features/selection.ts';
import { isSought, landmarks } from '../../server/src/features/symbols.ts';
import { letter, markdown, type Pointed, pointed, report } from './cursor.ts';

const inText = ({ text }: Pointed, spans: readonly Span[]): readonly string[] =>
  spans.map(({ from, to }) => text.slice(from, to));

const lineOf = (text: string, { from }: Span): string =>
  text.slice(text.lastIndexOf('\n', from) + 1, text.indexOf('\n', from));

describe('definition', () => {
  it('of a number in a paragraph is its cell', () => {
    const place = pointed('上年结转‸1件');
    const found = definition(place.of, place.offset);
    assert.deepEqual(inText(place, found), ['1']);
    assert.match(lineOf(place.text, found[0] ?? { from: 0, to: 0 }), /^二、上年结转/);
  });

  it('of a total are its addends', () => {
    const place = pointed('（一）予以公开\t\t3\t0\t0\t0\t0\t0\t‸3');
    assert.deepEqual(inText(place, definition(place.of, place.offset)), ['3', '0', '0', '0', '0', '0']);
    const crossing = pointed('（七）总计\t\t6\t2\t0\t0\t0\t0\t‸8');
    assert.equal(definition(crossing.of, crossing.offset).length, 21 + 6);
  });

  it('of an addend are its totals', () => {
    const place = pointed('（一）予以公开\t\t‸3');
    assert.deepEqual(inText(place, definition(place.of, place.offset)), ['3', '6']);
  });
});

describe('references', () => {
  it('of a cell are the other cells of its sums and the paragraphs that state it', () => {
    const place = pointed('上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t‸1');
    const found = inText(place, references(place.of, place.offset, false));
    assert.deepEqual(found, ['1件', '8', '1', '0', '0', '0', '0', '0', '8', '1']);
    assert.equal(references(place.of, place.offset, true).length, found.length + 1);
  });

  it('of a number in a paragraph are its cell and whatever else states it', () => {
    const twice = report.replace('五、存在的', '另有上年结转的申请1件。\n\n五、存在的');
    const place = pointed('申请8件，上年结转‸1件', twice);
    assert.deepEqual(inText(place, references(place.of, place.offset, false)), ['1', '1件']);
    assert.deepEqual(inText(place, references(place.of, place.offset, true)), ['1件', '1', '1件']);
  });
});

describe('highlights', () => {
  it('mark the sums of a cell, totals apart from addends, and the paragraph', () => {
    const place = pointed('上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t‸1');
    const found = highlights(place.of, place.offset);
    const of = (role: string) =>
      inText(
        place,
        found.filter((one) => one.role === role).map(({ span }) => span),
      );
    assert.deepEqual(of('prose'), ['1件']);
    assert.deepEqual(of('total'), ['1', '8', '1']);
    assert.deepEqual(of('addend'), ['8', '1', '0', '0', '0', '0', '0']);
  });

  it('mark the cell of a number in a paragraph; nothing elsewhere', () => {
    const place = pointed('上年结转‸1件');
    assert.deepEqual(
      highlights(place.of, place.offset).map(({ role }) => role),
      ['prose', 'addend'],
    );
    const words = pointed('全局通过县政府‸网站');
    assert.deepEqual(highlights(words.of, words.offset), []);
  });
});

describe('selections', () => {
  it('grow from figure to cell, row, table, section and text', () => {
    const place = pointed('| （一）予以公开 |  |‸ 3 |', markdown);
    const found = inText(place, selections(place.of, place.offset + 1));
    assert.deepEqual(found.slice(0, 2), ['3', ' 3 ']);
    assert.match(found[2] ?? '', /^\| 三、本年度办理结果 \| （一）.*\|$/);
    assert.ok(found[3]?.startsWith('| （本列') && found[3].endsWith('|'));
    assert.ok(found[4]?.startsWith('## 三、收到'));
    assert.equal(found.at(-1), markdown);
  });

  it('grow from number to clause, paragraph, topic and section', () => {
    const place = pointed('上年结转‸1件');
    const found = inText(place, selections(place.of, place.offset));
    assert.deepEqual(found.slice(0, 2), ['1', '1件']);
    assert.ok(found[2]?.startsWith('全年新收') && !found[2].includes('答复'));
    assert.ok(found[3]?.startsWith('全年新收') && found[3].endsWith('。'));
    assert.ok(found[4]?.startsWith('（二）依申请公开情况'));
    assert.ok(found[5]?.startsWith('一、总体情况'));
  });

  it('hold one another at every place of the text', () => {
    const of = snapshot(report);
    for (let offset = 0; offset <= report.length; offset += 7) {
      const found = selections(of, offset);
      assert.ok(found.length > 0);
      for (const [index, { from, to }] of found.entries()) {
        assert.ok(from <= offset && offset <= to);
        const inner = found[index - 1];
        if (inner) assert.ok(from <= inner.from && inner.to <= to && to - from > inner.to - inner.from);
      }
    }
  });
});

describe('landmarks', () => {
  it('are the report and its sections, found by organ, year and section', () => {
    const all = landmarks(snapshot(report));
    const found = (query: string) => all.filter((one) => isSought(one, query)).map(({ name }) => name);
    assert.equal(all.length, 7);
    assert.deepEqual(found('云溪 教育 工作年度'), ['云溪县教育局2024年政府信息公开工作年度报告']);
    assert.deepEqual(found('教育局2024 申请情况'), ['三、收到和处理政府信息公开申请情况']);
    assert.deepEqual(found('2019'), []);
    assert.equal(found('').length, 7);
  });
});

describe('a text that is no report', () => {
  it('has none of these', () => {
    const of = snapshot(letter);
    const at = letter.indexOf('3');
    assert.deepEqual(
      [definition(of, at), references(of, at, true), highlights(of, at), selections(of, at), landmarks(of)],
      [[], [], [], [], []],
    );
  });
});
