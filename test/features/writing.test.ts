import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { lawPage } from '../../server/src/features/law-page.ts';
import { links } from '../../server/src/features/links.ts';
import { newReport } from '../../server/src/features/new-report.ts';
import { signature } from '../../server/src/features/signature.ts';
import { letter, markdown, type Pointed, pointed, report } from './cursor.ts';

describe('the row being written', () => {
  const shown = ({ of, offset }: Pointed): string | undefined => {
    const found = signature(of, offset);
    return found && `${found.row.label} / ${found.columns[found.active]?.label}`;
  };

  it('is told with the column the cursor is in', () => {
    assert.equal(shown(pointed('（一）予以公开\t\t3\t‸0')), '（一）予以公开 / 商业企业');
    assert.equal(shown(pointed('行政规范性文件\t2\t1\t‸9')), '行政规范性文件 / 现行有效件数');
    assert.equal(shown(pointed('| （一）予以公开 |  | ‸3 |', markdown)), '（一）予以公开 / 自然人');
  });

  it('is told while it is half typed, as the rows around it have their columns', () => {
    const half = report.replace(/(2\.重复申请\t).*/, '$10\t3');
    assert.equal(shown(pointed('2.重复申请\t0\t3‸', half)), '2.重复申请 / 商业企业');
  });

  it('is not told on a label, in a paragraph, or in a text that is no report', () => {
    assert.equal(shown(pointed('2.重复‸申请')), undefined);
    assert.equal(shown(pointed('全局通过县政府‸网站')), undefined);
    assert.equal(signature(snapshot(letter), 5), undefined);
  });
});

describe('links', () => {
  const linesOf = (text: string): readonly string[] => {
    const page = lawPage().split('\n');
    return links(snapshot(text)).map(
      ({ span, line }) => `${text.slice(span.from, span.to)} → ${page[line - 1]}`,
    );
  };

  it('lead from citations to the line that tells of them', () => {
    const cited = report.replace('专栏按事项', '按照《条例》第二十四条，专栏按事项');
    const found = linesOf(cited).map((line) => line.replace(/：.*/, ''));
    assert.ok(found.includes('《条例》第二十四条 → - 第二十四条'));
    assert.ok(found.includes('国办公开办函〔2021〕30号 → - 国办公开办函〔2021〕30号'));
    assert.ok(found.includes('《中华人民共和国政府信息公开条例》 → - 国务院令第711号'));
    assert.ok(found.includes('《政府信息公开信息处理费管理办法》 → - 国办函〔2020〕109号'));
    assert.equal(found.filter((line) => line.startsWith('第二十条第')).length, 4);
  });

  it('leave other regulations and bare articles alone, and texts that are no report', () => {
    const cited = report.replace(
      '专栏按事项',
      '按照《云溪县档案条例》第三条、本法第二十条第（一）项，专栏按事项',
    );
    assert.deepEqual(linesOf(cited), linesOf(report));
    assert.deepEqual(linesOf(`${letter}《条例》第三条`), []);
  });
});

describe('a new report', () => {
  const wishes = {
    organ: '云溪县教育局',
    year: 2025,
    edition: '2021',
    notation: 'tab',
    earlier: [],
  } as const;

  it('has everything but the figures, and no fault but what is still to be written', () => {
    for (const notation of ['tab', 'pipe'] as const) {
      const { text, fileName, carried } = newReport({ ...wishes, notation });
      const read = snapshot(text).report();
      assert.deepEqual([read.organ, read.year, read.edition.id], ['云溪县教育局', 2025, '2021']);
      assert.equal(
        fileName,
        `云溪县教育局2025年政府信息公开工作年度报告.${notation === 'tab' ? 'txt' : 'md'}`,
      );
      assert.equal(carried, null);
      assert.doesNotMatch(text, /[\t|] *[0-9]+ *[\t|\n]/);
      const structural = snapshot(text)
        .findings()
        .filter(({ rule }) => /section|topic|title|heading|table|row|column|wording|form/.test(rule));
      assert.deepEqual(
        structural.filter(({ rule }) => !/^(?:empty|unreadable)-/.test(rule)).map(({ rule }) => rule),
        [],
      );
    }
  });

  it('of the form of 2019 follows that form', () => {
    const { text } = newReport({ ...wishes, year: 2020, edition: '2019' });
    assert.equal(snapshot(text).report().form.edition, '2019');
    assert.doesNotMatch(text, /信息处理费/);
  });

  it('proposes what last year carried over, from that organ and year only', () => {
    const other = report.replaceAll('云溪县', '临江区');
    const { carried, text } = newReport({ ...wishes, earlier: [letter, other, report] });
    assert.ok(carried);
    assert.equal(carried.from, 2);
    assert.deepEqual(carried.figures, ['1', '0', '0', '0', '0', '0', '1']);
    const row = (of: string) => of.split('\n').find((line) => line.startsWith('二、上年结转'));
    assert.equal(row(carried.text), '二、上年结转政府信息公开申请数量\t\t\t1\t0\t0\t0\t0\t0\t1');
    assert.equal(row(text), '二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\t\t');
    assert.equal(newReport({ ...wishes, year: 2026, earlier: [report] }).carried, null);
  });

  it('proposes nothing from a row that is not certain', () => {
    const blank = report.replace(/(四、结转下年度.*\t)1\n/, '$1\n');
    assert.equal(newReport({ ...wishes, earlier: [blank] }).carried, null);
  });
});
