import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import type { ProseFact } from '../../server/src/model/report.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

/** The facts of a paragraph on applications, in the sample's report for 2024. */
function factsOf(paragraph: string): { readonly text: string; readonly facts: readonly ProseFact[] } {
  const overview = `一、总体情况\n\n（二）依申请公开情况\n\n${paragraph}`;
  const report = snapshot(joinParts({ ...sampleParts(), overview })).report();
  return { text: report.text, facts: report.facts().filter(({ section }) => section === 'overview') };
}

const shown = (paragraph: string): readonly string[] => {
  const { text, facts } = factsOf(paragraph);
  return facts.map(({ full, value, subjects, approximate }) =>
    [text.slice(full.from, full.to), value, approximate ? 'about' : '', subjects.join('+')]
      .join(' ')
      .trimEnd(),
  );
};

const meant: readonly (readonly [string, ...string[]])[] = [
  ['全年收到政府信息公开申请8件。', '8件 8  received'],
  ['2024年，我局共收到8件政府信息公开申请。', '8件 8  received'],
  ['全年新收 8 件，上年结转1件。', '8 件 8  newlyReceived', '1件 1  carriedIn'],
  ['收到公民、法人和其他组织提出的政府信息公开申请共8件。', '8件 8  received'],
  ['依申请公开申请数为０件。', '０件 0  received'],
  ['收到申请1,208件。', '1,208件 1208  received'],
  ['全年受理依申请公开十二件，办结十二件。', '十二件 12  received', '十二件 12  handled'],
  ['2023年结转申请2件，结转至2025年办理3件。', '2件 2  carriedIn', '3件 3  carriedOut'],
  ['收到申请8件，其中1件结转下年度继续办理。', '8件 8  received', '1件 1  carriedOut'],
  ['答复申请中，予以公开及部分公开5件、无法提供1件。', '5件 5  granted+partial', '1件 1  unavailable'],
  ['全年未收到政府信息公开申请。', '未收到政府信息公开申请 0  received'],
  ['因政府信息公开被申请行政复议2件、提起行政诉讼1件。', '2件 2  reconsideration', '1件 1  litigation'],
  ['政府信息公开行政复议、行政诉讼案件3件。', '3件 3  reconsideration+litigation'],
  [
    '制发行政规范性文件2件，废止1件，现行有效9件。',
    '2件 2  documentsIssued',
    '1件 1  documentsRepealed',
    '9件 9  documentsInForce',
  ],
  ['主动公开信息40余条。', '40余条 40 about published'],
  ['发布信息约1.2万条。', '1.2万条 12000 about published'],
];

const unclear: readonly (readonly [string, ...string[]])[] = [
  ['其中网上申请5件、当面申请3件。', '5件 5', '3件 3'],
  ['通过网络收到政府信息公开申请3件。', '3件 3'],
  ['2023年收到政府信息公开申请5件。', '5件 5'],
  ['上半年收到政府信息公开申请5件。', '5件 5'],
  ['县政府办公室收到政府信息公开申请5件。', '5件 5'],
  ['自然人提出政府信息公开申请5件。', '5件 5'],
  ['收到行政许可申请120件。', '120件 120'],
  ['答复网民留言12件。', '12件 12'],
  ['办理建议提案，办结12件。', '12件 12'],
  ['申请量较上年增加2件。', '2件 2'],
  ['公文属性标注为主动公开30件、依申请公开5件、不予公开12件。', '30件 30  published', '5件 5', '12件 12'],
];

const silent: readonly string[] = [
  '占比18.5%，同比增长2.5个百分点。',
  '依据国办公开办函〔2021〕30号、第五十条第（一）项，落实“一件事”“一次办成”改革。',
  '自2024年1月1日起至2024年12月31日止，拨打12345热线。',
  '公开信息12 6条。',
  '培训3至5次，编发简报2-4期。',
];

describe('facts in prose', () => {
  for (const [paragraph, ...facts] of [...meant, ...unclear])
    test(paragraph, () => assert.deepEqual(shown(paragraph), facts));
  for (const paragraph of silent) test(`none in: ${paragraph}`, () => assert.deepEqual(shown(paragraph), []));

  test('stand exactly where their digits stand, though the sentence is wrapped', () => {
    const { text, facts } = factsOf(
      '进一步规范登记、审核、答复各个环节，全年共收到政\n府信息公开申请８ 件，均已答复。',
    );
    assert.deepEqual(
      facts.map(({ span }) => text.slice(span.from, span.to)),
      ['８'],
    );
    assert.equal(facts[0]?.readings[0]?.value, 8);
  });

  test('are never found in tables, in excerpts or below the report', () => {
    assert.deepEqual(shown('（正文从略：共收到申请99件。）'), ['99件 99']);
    const report = snapshot(joinParts(sampleParts())).report();
    assert.ok(
      report
        .facts()
        .every(({ section }) => section === undefined || ['overview', 'problems', 'other'].includes(section)),
    );
  });

  test('cells they may be matched with are those of the tables', () => {
    const { facts } = factsOf('全年收到政府信息公开申请8件，不予公开1件。');
    const [received, denied] = facts;
    assert.deepEqual(
      received?.readings.map(({ cells, value }) => [cells.map(({ row }) => row.id), value]),
      [
        [['received'], 8],
        [['received', 'carriedIn'], 9],
      ],
    );
    assert.equal(denied?.readings[0]?.cells.length, 8);
  });

  test('of a text on one endless line cost no more than its length', () => {
    const sentence = '全年收到政府信息公开申请8件，公开信息约40余条，';
    const before = performance.now();
    factsOf(sentence.repeat(10_000));
    const ten = performance.now() - before;
    assert.ok(ten < 20_000, `${ten} ms`);
    assert.equal(factsOf('9'.repeat(300_000)).facts.length, 0);
  });
});
