import { type Message, say } from '../base/message.ts';
import type { Span } from '../base/span.ts';
import { inText } from '../model/prose/passages.ts';
import { remembered } from '../model/prose/words.ts';
import { defineRule } from './rule.ts';

export const personalData = defineRule({
  id: 'personal-data',
  group: 'prose',
  title: '要公布的文字里有个人信息',
  severity: 'warning',
  since: '0.1.0',
  reads: 'prose',
  basis: '《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》',
  docs: `检查居民身份证号码、手机号码和银行卡号；身份证号码和银行卡号要通过校验才算，前面写明“身份证号”的不必。
办公室的固定电话、邮政编码、电子邮箱和网址不报。
提示里不重复号码，也不提供修复。`,

  *check(report) {
    for (const passage of report.passages()) {
      for (const { span, message } of numbersIn(passage.words))
        yield { span: inText(passage, span), message };
    }
  },
});

interface PersonalNumber {
  readonly span: Span;
  readonly message: Message;
}

const identity =
  /(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx](?![0-9A-Za-z])/g;
/** A number that is called so, whether or not it is written right. */
const named =
  /(?<=身份证(?:件)?(?:号码?|证号)?[为是：:]{0,2}[ \u3000]{0,4})\d{6}[ ]?(?:\d{8}[ ]?\d{3}[0-9Xx]|\d{9})(?![0-9A-Za-z])/g;
const mobile = /(?<![\d.\-_/=A-Za-z@])(?:\+86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.\-_/@A-Za-z])/g;
const card = /(?<![0-9A-Za-z])62\d{2}(?: ?\d{4}){3}(?: ?\d{1,3})?(?![0-9A-Za-z])/g;

const numbersIn = remembered(({ source }): readonly PersonalNumber[] => {
  if (!/\d{4}/.test(source)) return [];
  const said = say('这里像是居民身份证号码，公布前请删去或遮盖。');
  const all = (pattern: RegExp, holds: (number: string) => boolean, message: Message) =>
    [...source.matchAll(pattern)]
      .filter(([number]) => holds(number))
      .map(({ index, 0: number }) => ({ span: { from: index, to: index + number.length }, message }));
  return [
    ...all(identity, isIdentity, said),
    ...all(named, (number) => !isIdentity(number), said),
    ...all(mobile, () => true, say('这里像是手机号码，公布前请确认是否应当公开，联系方式宜用办公电话。')),
    ...all(card, isCard, say('这里像是银行卡号，公布前请删去或遮盖。')),
  ];
});

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The last character checks the seventeen digits before it. */
function isIdentity(number: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(number.charAt(at)), 0);
  return '10X98765432'.charAt(sum % 11) === number.charAt(17).toUpperCase();
}

/** The sum over the digits, every second one from the right doubled, is a multiple of ten. */
function isCard(number: string): boolean {
  const digits = [...number.replaceAll(' ', '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, at) => {
    const counted = at % 2 === 0 ? digit : digit * 2;
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
