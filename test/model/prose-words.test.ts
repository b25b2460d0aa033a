import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { inOnePiece, placed, toWords } from '../../server/src/model/prose/words.ts';

describe('words', () => {
  test('are in one line, without blanks and emphasis, in one width', () => {
    assert.equal(
      toWords('２０２４ 年,共\n 收到**申请**\t(线上) 3 件;').text,
      '2024年，共收到申请（线上）3件；',
    );
  });

  test('keep a comma that parts thousands, and no other', () => {
    assert.equal(toWords('1,204条,12,3件，１，５００元').text, '1,204条，12，3件，1,500元');
  });

  test('know where each of their characters stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '乙', ' ', '\n', '1', ',', '（', '*', '𠮷') }),
        (source) => {
          const words = toWords(source);
          assert.equal(words.places.length, words.text.length);
          for (let at = 0; at < words.text.length; at++) {
            const { from, to } = placed(words, at, at + 1);
            assert.equal(to, from + 1);
            assert.equal(
              toWords(source.slice(from, to)).text.replace('，', ','),
              words.text.charAt(at).replace('，', ','),
            );
          }
        },
      ),
    );
  });

  test('tell whether they were written in one piece', () => {
    const words = toWords('收到12 6件');
    assert.equal(inOnePiece(words, 2, 4), true);
    assert.equal(inOnePiece(words, 2, 5), false);
  });

  test('of one endless line are all read', () => {
    const long = '收到 申请, '.repeat(100_000);
    assert.equal(toWords(long).text.length, 500_000);
  });
});
