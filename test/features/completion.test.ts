import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultSettings } from '../../server/src/analysis/settings.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { type Proposal, proposals } from '../../server/src/features/completion.ts';
import { flat } from '../../server/src/model/pieces.ts';
import { joinParts, sampleParts } from '../support/sample.ts';
import { letter, markdown, type Pointed, report, typing } from './cursor.ts';

const parts = sampleParts('2021', 'tab');

const offered = ({ of, offset }: Pointed): readonly Proposal[] => proposals(of, offset);
const labels = (place: Pointed): readonly string[] => offered(place).map(({ label }) => label);

/** The text once a proposal is taken, its gaps as they show. */
function taken(place: Pointed, label: string): string {
  const one = offered(place).find((candidate) => candidate.label === label);
  assert.ok(one, `${label} is not among: ${labels(place).join(' ')}`);
  return place.text.slice(0, one.span.from) + flat(one.pieces) + place.text.slice(one.span.to);
}

const rulesOf = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .map(({ rule }) => rule);

describe('headings on offer', () => {
  const without = joinParts({ ...parts, applications: undefined });

  it('are the sections that are missing, with their blank table or without', () => {
    const place = typing('四、政府信息', '三、收‸\n\n四、政府信息', without);
    assert.deepEqual(labels(place).slice(0, 2), [
      '三、收到和处理政府信息公开申请情况',
      '三、收到和处理政府信息公开申请情况（附空白表三）',
    ]);
    const text = taken(place, '三、收到和处理政府信息公开申请情况（附空白表三）');
    assert.ok(rulesOf(without).includes('missing-section'));
    assert.ok(!rulesOf(text).some((rule) => rule === 'missing-section' || rule === 'missing-table'));
    assert.ok(!/三、收三、/.test(text));
  });

  it('leave the figures of a table blank', () => {
    const place = typing('四、政府信息', '‸\n四、政府信息', without);
    const text = taken(place, '三、收到和处理政府信息公开申请情况（附空白表三）');
    const table = snapshot(text).report().tables.applications;
    assert.ok(table.kind === 'bound');
    const cells = table.rows.flatMap((row) => (row.kind === 'read' ? row.cells : []));
    assert.equal(cells.length, 25 * 7);
    assert.ok(cells.every(({ quantity }) => quantity.kind === 'blank'));
  });

  it('carry the hash marks of a Markdown report, or those that were typed', () => {
    const short = markdown.replace(/## 六、[\s\S]*/, '');
    const typed = (words: string) => ({
      of: snapshot(short + words),
      text: short + words,
      offset: (short + words).length,
    });
    assert.match(taken(typed(''), '六、其他需要报告的事项'), /\n## 六、其他需要报告的事项$/);
    assert.match(taken(typed('# 六'), '六、其他需要报告的事项'), /\n# 六、其他需要报告的事项$/);
  });

  it('are the topics section one lacks, numbered by their place', () => {
    const lacking = report
      .replace(/（三）政府信息管理情况\n\n.*\n/, '（‸\n')
      .replace('（四）', '（三）')
      .replace('（五）', '（四）');
    const place = typing('（‸\n', '（‸\n', lacking);
    const topics = labels(place).filter((label) => label.startsWith('（'));
    assert.deepEqual(topics, ['（三）政府信息管理情况']);
    assert.match(taken(place, '（三）政府信息管理情况'), /\n（三）政府信息管理情况\n/);
  });

  it('are none where nothing is missing, and none in the middle of a sentence', () => {
    const place = typing('专栏按事项', '\n‸\n专栏按事项');
    assert.ok(offered(place).every(({ kind }) => kind === 'sentence'));
    assert.deepEqual(labels(typing('专栏按事项归并', '专栏‸按事项归并')), []);
    assert.deepEqual(labels(typing('旧链接全部核对。', '旧链接全部核对。‸')), []);
  });

  it('include a title where there is none', () => {
    const untitled = joinParts({ ...parts, title: undefined });
    const text = taken({ of: snapshot(`\n${untitled}`), text: `\n${untitled}`, offset: 0 }, '年度报告标题');
    assert.match(text, /^机关名称2024年政府信息公开工作年度报告\n/);
  });
});

describe('sentences on offer', () => {
  it('on the fee, in section six, with gaps for the figures', () => {
    const place = typing(
      '依据《政府信息公开信息处理费管理办法》，2024年没有发出收费通知，收取信息处理费0元。',
      '‸',
    );
    assert.match(
      taken(place, '信息处理费收取情况'),
      /2024年发出收费通知　　件，总金额　　元，实际收取信息处理费　　元。/,
    );
  });

  it('on the period, before section one and only once', () => {
    const place = typing(parts.preamble, '本报告‸');
    assert.match(taken(place, '编制依据和统计期限'), /自2024年1月1日起至2024年12月31日止。\n\n一、/);
    assert.deepEqual(labels(typing('一、总体情况', '‸\n\n一、总体情况')), []);
  });

  it('on the applications, with the figures of table three, so that the two agree', () => {
    const place = typing('全年新收政府信息公开申请8件，上年结转1件；答复8件，结转下年度继续办理1件。', '‸');
    const text = taken(place, '申请件数（取自表三）');
    assert.match(text, /2024年，新收政府信息公开申请8件，上年结转1件；办结8件，结转下年度继续办理1件。/);
    const results = taken(place, '办理结果（取自表三）');
    assert.match(results, /予以公开3件、部分公开2件、不予公开1件、无法提供1件、不予处理1件、其他处理0件。/);
    for (const written of [text, results]) assert.ok(!rulesOf(written).includes('prose-table-conflict'));
  });

  it('leave a gap where the figure is not certain', () => {
    const blank = report.replace(/(二、上年结转.*\t)1\n/, '$1\n');
    const place = typing('全年新收政府信息公开申请8件', '‸\n全年新收政府信息公开申请8件', blank);
    assert.match(taken(place, '申请件数（取自表三）'), /上年结转　　件/);
  });

  it('on appraisal only for a people’s government', () => {
    const place = (text: string) => typing('专栏按事项', '‸\n专栏按事项', text);
    assert.ok(!labels(place(report)).includes('考核、评议、追责'));
    assert.ok(
      labels(place(report.replaceAll('云溪县教育局', '青禾镇人民政府'))).includes('考核、评议、追责'),
    );
  });
});

describe('tables, labels and citations on offer', () => {
  it('a blank table where the section has none', () => {
    const bare = report.replace(parts.review, '四、政府信息公开行政复议、行政诉讼情况');
    const place = typing('五、存在的', '‸\n五、存在的', bare);
    assert.ok(labels(place).includes('空白表四'));
    assert.ok(!rulesOf(taken(place, '空白表四')).includes('missing-table'));
  });

  it('the label of a row in its cell, missing ones first', () => {
    const place = typing('2.重复申请', '2.重‸');
    assert.ok(labels(place).includes('2.重复申请'));
    assert.equal(taken(place, '2.重复申请'), report);
    const lacking = report.replace(/^.*2\.重复申请.*\n/m, '').replace('3.要求提供公开出版物', '3.要求‸');
    assert.equal(labels(typing('3.要求‸', '3.要求‸', lacking))[0], '2.重复申请');
  });

  it('a whole blank row on a line of its own, and nothing among the figures', () => {
    const lacking = report.replace(/^.*2\.重复申请.*$/m, '‸');
    const place = typing('‸', '‸', lacking);
    assert.deepEqual(labels(place), ['2.重复申请']);
    const row = snapshot(taken(place, '2.重复申请')).report().tables.applications;
    assert.ok(row.kind === 'bound' && row.rows.every(({ kind }) => kind === 'read'));
    assert.deepEqual(labels(typing('（一）予以公开\t\t3', '（一）予以公开\t\t3‸')), []);
  });

  it('the papers to cite, in place of the marks that are there', () => {
    const place = typing('对历年文件', '按照《‸》对历年文件');
    assert.match(
      taken(place, '《中华人民共和国政府信息公开条例》'),
      /按照《中华人民共和国政府信息公开条例》对历年/,
    );
  });
});

describe('an empty document', () => {
  const attended = { ...defaultSettings, detect: 'always' } as const;

  it('is offered a whole blank report, if it is to be a report', () => {
    const of = snapshot('', 1, attended);
    const place = { of, text: '', offset: 0 };
    for (const label of ['空白年报', '空白年报（Markdown）']) {
      const text = taken(place, label).replace('机关名称', '云溪县教育局').replaceAll('年度年', '2025年');
      const read = snapshot(text).report();
      assert.deepEqual([read.organ, read.year, read.edition.id], ['云溪县教育局', 2025, '2021']);
      assert.ok(Object.values(read.tables).every(({ kind }) => kind === 'bound'));
      assert.ok(read.sections.every(({ kind }) => kind === 'present'));
    }
  });

  it('is offered nothing otherwise, nor is a text that is no report', () => {
    assert.deepEqual(proposals(snapshot(''), 0), []);
    assert.deepEqual(proposals(snapshot(letter), 0), []);
  });
});
