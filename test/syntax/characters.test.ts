import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seam } from '../../server/src/base/seam.ts';
import { seenCharacters } from '../../server/src/syntax/characters.ts';

test('what nobody sees parts nothing, and keeps its place', () => {
  assert.equal(
    seenCharacters('主\u00ad动\u200b公\u2060开1\u200e2\ufe0f'),
    `主${seam}动${seam}公${seam}开1${seam}2${seam}`,
  );
});

test('line ends of other systems end lines', () => {
  assert.equal(seenCharacters('一\u2028二\u000b三\u2029四\u0085五'), '一\n二\n三\n四\n五');
});

test('the sign before a mark of Markdown is none of the words, but for that before a bar', () => {
  assert.equal(
    seenCharacters('1\\.属于 12\\.35 \\-3 \\（ \\| C:\\年报'),
    `1${seam}.属于 12${seam}.35 ${seam}-3 \\（ \\| C:\\年报`,
  );
});

test('the blank of old encodings is one', () => {
  assert.equal(seenCharacters('规章\ue5e5'), '规章\u3000');
});

test('radicals are read as the characters they look like', () => {
  assert.equal(seenCharacters('⾃然⼈⾏政⻅⻔⼾⺠\uf98e'), '自然人行政见门户民年');
});

test('a text without any of them is the same', () => {
  const text = '一、总体情况\r\n规章\t0\r\n𠮷田……';
  assert.equal(seenCharacters(text), text);
});
