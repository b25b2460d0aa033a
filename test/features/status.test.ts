import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snapshot } from '../../server/src/analysis/snapshot.ts';
import { folding } from '../../server/src/features/folding.ts';
import { sections } from '../../server/src/features/sections.ts';
import { status, unrecognised } from '../../server/src/features/status.ts';
import { joinParts, sampleParts } from '../support/sample.ts';

const parts = sampleParts('2021', 'pipe');
const report = joinParts(parts);
const letter = '各位同事：\n明天开会。';

describe('status', () => {
  it('of a right report is a pass, with every identity held', () => {
    const { identities, ...rest } = status(snapshot(report));
    assert.deepEqual(rest, {
      recognised: true,
      verdict: 'pass',
      errors: 0,
      warnings: 0,
      infos: 0,
      edition: '2021',
      year: 2024,
    });
    assert.ok(identities.held > 0);
    assert.deepEqual([identities.broken, identities.notAssessable], [0, 0]);
  });

  it('counts what is wrong', () => {
    const { verdict, errors } = status(snapshot(report.replace('申请情况', '申报情况')));
    assert.deepEqual([verdict, errors], ['fail', 1]);
  });

  it('of another text says that it is none', () => {
    assert.deepEqual(status(snapshot(letter)), unrecognised);
  });
});

describe('sections', () => {
  it('are always six, each with its place or without one', () => {
    const places = sections(snapshot(joinParts({ ...parts, problems: undefined })));
    assert.deepEqual(
      places.map(({ span }) => span !== undefined),
      [true, true, true, true, false, true],
    );
    assert.equal(places[4]?.label, '五、存在的主要问题及改进情况');
  });

  it('are none in another text', () => assert.deepEqual(sections(snapshot(letter)), []));
});

describe('folding', () => {
  it('has a place for each section and each table', () => {
    const folded = folding(snapshot(report)).map(({ from, to }) => report.slice(from, to));
    assert.equal(folded.filter((text) => /^[一二三四五六]、/.test(text)).length, 6);
    const tables = folded.filter((text) => text.startsWith('|'));
    assert.deepEqual(
      tables,
      [parts.disclosure, parts.applications, parts.review].map((part) => part.slice(part.indexOf('|'))),
    );
  });
});
