import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const text = joinParts(sampleParts('2021', 'tab')).replace(/^(.*（七）总计\t+)6\t/m, '$17\t');

describe('a version that rests', () => {
  it('is none before anybody has asked what was found', () => {
    const of = snapshot(text);
    of.report();
    assert.equal(of.rested(), undefined);
  });

  it('still has what was found, and is read again for the rest', () => {
    const of = snapshot(text, 7);
    const found = of.findings();
    assert.equal(found.length, 1);
    const rested = of.rested();
    assert.ok(rested);
    assert.equal(rested.findings(), found);
    assert.equal(rested.accepted(), of.accepted());
    assert.deepEqual([rested.version, rested.text, rested.masthead()], [7, text, of.masthead()]);
    assert.equal(rested.rested(), rested);
    const { tables, headings } = of.report();
    assert.notEqual(rested.report(), of.report());
    assert.deepEqual(rested.report().tables, tables);
    assert.deepEqual(rested.report().headings, headings);
    assert.deepEqual(rested.tree().lines, of.tree().lines);
    assert.notEqual(rested.rested(), rested);
    assert.equal(rested.rested()?.findings(), found);
  });
});
