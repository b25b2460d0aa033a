import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/src/analysis/fix.ts';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { wording } from '../../server/src/base/message.ts';
import { ignoreOffers } from '../../server/src/features/ignore.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const report = joinParts(sampleParts('2021', 'pipe'));
const everywhere = (text: string) => ({ from: 0, to: text.length });
const said = (text: string): readonly string[] =>
  snapshot(text)
    .findings()
    .map(({ rule, message }) => `${rule}: ${wording(message)}`);

const faulty: Readonly<Record<string, string>> = {
  'a wrong total': report.replace(/(（七）总计 \| +\| )6/, '$17'),
  'a heading': report.replace('申请情况', '申报情况'),
  'a missing section': report.replace(/\n[^\n]*五、[\s\S]*?(?=\n[^\n]*六、)/, ''),
  'a missing last section': report.slice(0, report.indexOf('六、')),
  'a missing title': report.slice(report.indexOf('一、')),
  'the head of a table': report
    .replace('| 社会公益组织 |', '| 社会公益机构 |')
    .replace(/\n+(?=\|[^|]*勾稽关系)/, '\n表如下：\n'),
  'nothing but one line': '一、总体情况 二、主动公开政府信息情况',
};

describe('a comment that disowns a finding', () => {
  for (const [name, lf] of Object.entries(faulty)) {
    for (const [end, text] of [
      ['LF', lf],
      ['CRLF', lf.replaceAll('\n', '\r\n')],
    ] as const) {
      it(`leaves nothing of it, and all the rest, for ${name} with ${end}`, () => {
        const before = said(text);
        for (const { finding, fix } of ignoreOffers(snapshot(text), everywhere(text))) {
          const after = applyEdits(text, fix.edits);
          const left = said(after);
          assert.ok(!left.includes(`${finding.rule}: ${wording(finding.message)}`), after);
          const others = before.filter((one) => !one.startsWith(`${finding.rule}:`));
          assert.deepEqual(
            left.filter((one) => !one.startsWith(`${finding.rule}:`)),
            others,
          );
          assert.ok(!/(?<!\r)\n/.test(after) || end === 'LF');
        }
      });
    }
  }

  it('is offered for every kind of place', () => {
    for (const name of Object.keys(faulty).filter((one) => !one.startsWith('nothing'))) {
      const text = faulty[name] ?? '';
      assert.notEqual(text, report, name);
      assert.ok(ignoreOffers(snapshot(text), everywhere(text)).length > 0, name);
    }
  });

  it('never parts a table: it goes above the head and behind any other row', () => {
    const { 'a wrong total': total = '', 'the head of a table': head = '' } = faulty;
    const after = (text: string, rule: string): string => {
      const offers = ignoreOffers(snapshot(text), everywhere(text));
      const offer = offers.find(({ finding }) => finding.rule === rule);
      assert.ok(offer, rule);
      return applyEdits(text, offer.fix.edits);
    };
    assert.match(
      after(total, 'wrong-outcome-total'),
      /^\| .*\| <!-- gouji-disable-line wrong-outcome-total: \S+ -->$/m,
    );
    assert.match(
      after(head, 'label-wording'),
      /^表如下：\n<!-- gouji-disable-next-line label-wording: \S+ -->\n\|.*\n\|---/m,
    );
  });

  it('is not offered in HTML, nor for a comment that does nothing', () => {
    const html = report.replace(
      /^(\| 规章.*)$/m,
      '<table><tr><td>规章</td><td></td><td>0</td><td>0</td></tr></table>',
    );
    const offers = ignoreOffers(snapshot(html), everywhere(html));
    const from = html.indexOf('<table');
    for (const { finding } of offers)
      assert.ok(finding.span.from < from || finding.span.from > html.indexOf('</table>'));
    const idle = `${report}\n<!-- gouji-disable-file blank-cell -->\n`;
    assert.deepEqual(ignoreOffers(snapshot(idle), everywhere(idle)), []);
  });
});
