import { yearPattern, yearValue } from '../base/numerals.ts';
import type { OrganKind } from './report.ts';

const year = new RegExp(`(${yearPattern})(年度|年|度)?`);
const bareYear = new RegExp(yearPattern);
const namedYear = new RegExp(`(${yearPattern})年`);

/** The year a title names. */
export function yearOfTitle(title: string): number | undefined {
  const found = namedYear.exec(title)?.[1] ?? bareYear.exec(title)?.[0];
  return found === undefined ? undefined : yearValue(found);
}

const period = /统计[^。]{0,30}?(20\d\d)\s*年\s*1\s*月\s*1\s*日[^。]{0,16}?(20\d\d)\s*年\s*12\s*月\s*31\s*日/;

/** The year whose first and last day the text names as the period of its statistics. */
export function yearOfPeriod(text: string): number | undefined {
  const found = period.exec(text);
  return found && found[1] === found[2] ? Number(found[1]) : undefined;
}

/** The words of a title, but not those of an office that is named after its task. */
const term =
  /(?:政府信息与政务公开|政府信息公开|政务信息公开|政务公开|信息公开)(?!办公室|办(?!理)|局|中心|科|股|处|领导小组)/;

/** A period in full, as some titles have it instead of the mere year. */
const days = /\d{1,2}月\d{1,2}日[^政]{0,4}\d{1,2}月\d{1,2}日/;

/** The organ a title names: what is left of it without year and fixed words. */
export function organOfTitle(title: string): string | undefined {
  const without = title.replace(year, '').replace(days, '');
  const at = without.search(term);
  const name = without
    .slice(0, Math.max(0, at))
    .replace(/关于.*$/, '')
    .replace(/^[：:、，,.\-—_·（）()]+|[：:、，,.\-—_·（(的]+$/g, '')
    // A bracket that closes one of the name's own belongs to it.
    .replace(/^([^（(]*)[）)]+$/, '$1');
  // 云溪县人民政府信息公开…: one 政府 does the work of two.
  const whole = name.endsWith('人民') && without.startsWith('政府', at) ? `${name}政府` : name;
  return whole === '' ? undefined : whole;
}

/** A name that says which place the organ is of. */
const placed = /^.{1,8}?[省市区县旗州盟乡镇]/;

/** 云溪县 stands for its 人民政府. */
const placeAlone = (name: string): string => name.replace(/(?<=[省市区县旗州盟乡镇])人民政府$/, '');

/**
 * Whether two names mean one organ: the same, but that one leaves out 人民政府 behind its place, or the city or
 * province before it.
 */
export function sameOrgan(one: string, other: string): boolean {
  const names = [placeAlone(one), placeAlone(other)] as const;
  const [shorter, longer] = names[0].length < names[1].length ? names : [names[1], names[0]];
  const more = longer.slice(0, longer.length - shorter.length);
  return longer.endsWith(shorter) && (more === '' || (/[省市州盟区]$/.test(more) && placed.test(shorter)));
}

const zone =
  /(?:开发区|高新区|园区|新区|示范区|保税区|度假区|风景区|试验区|合作区|经开区)(?:管委会|管理委员会)?$|管委会$/;
const department = /(?:局|厅|委|委员会|部|办|办公室|中心|院|署|所|队|会|馆|站|处|社|校|公司|大学|医院)$/;

/** What kind of organ it is, as far as its name tells. */
export function organKindOf(organ: string | undefined): OrganKind {
  if (organ === undefined) return 'unknown';
  if (/驻.+办事处$/.test(organ)) return 'department';
  if (/(?:街道|办事处|街道办)$/.test(organ)) return 'subdistrict';
  if (/政府$/.test(organ)) return 'government';
  if (zone.test(organ)) return 'zone';
  if (department.test(organ)) return 'department';
  if (/[社学景矿林园片小]区$/.test(organ)) return 'unknown';
  return /[省市区县旗州镇乡盟]$/.test(organ) ? 'government' : 'unknown';
}
