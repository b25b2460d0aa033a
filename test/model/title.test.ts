import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bindStructure } from '../../server/src/model/bind-structure.ts';
import { organKindOf } from '../../server/src/model/organ.ts';
import { parse } from '../../server/src/syntax/parse.ts';

const read = (text: string) => bindStructure(parse(text));
const body = '\n\n一、总体情况\n\n工作平稳。\n';

function titleOf(head: string) {
  const { title, organ, year } = read(head + body);
  return { title: title?.text, organ, year };
}

const usual = { title: '云溪县教育局2024年政府信息公开工作年度报告', organ: '云溪县教育局', year: 2024 };

test('a title names the organ and the year', () => {
  assert.deepEqual(titleOf('云溪县教育局2024年政府信息公开工作年度报告'), usual);
  assert.deepEqual(titleOf('# 云溪县教育局 2024 年政府信息公开工作年度报告'), usual);
  assert.deepEqual(titleOf('**云溪县教育局2024年政府信息公开工作 年 度 报 告**'), usual);
});

test('a title may stand on two or three lines', () => {
  assert.deepEqual(titleOf('云溪县教育局\n2024年政府信息公开工作年度报告'), usual);
  assert.deepEqual(titleOf('  云溪县教育局\n\n\n  2024年政府信息公开工作年度报告'), usual);
  assert.deepEqual(titleOf('云溪县教育局2024年政府信息公开工作\n年度报告'), usual);
  assert.deepEqual(titleOf('云溪县教育局\n2024年政府信息公开工作\n年度报告'), usual);
});

test('the year of a title may end its first line, stand between two, or in brackets below', () => {
  assert.deepEqual(titleOf('云溪县教育局2024年\n政府信息公开工作年度报告'), usual);
  assert.deepEqual(titleOf('云溪县教育局\n2024年\n政府信息公开工作年度报告'), usual);
  const below = titleOf('云溪县教育局政府信息公开工作年度报告\n（2024年度）');
  assert.deepEqual([below.organ, below.year], ['云溪县教育局', 2024]);
  assert.equal(titleOf('云溪县教育局政府信息公开工作年度报告\n（2024年1月印发）').year, undefined);
});

test('the site a page belongs to is no part of its title', () => {
  assert.deepEqual(titleOf('云溪县教育局2024年政府信息公开工作年度报告-云溪县人民政府'), usual);
  assert.deepEqual(titleOf('云溪县教育局2024年政府信息公开工作年度报告 _ 云溪县政府门户网站'), usual);
});

test('organs of all kinds are named in full', () => {
  for (const organ of [
    '云溪县人民政府办公室',
    '云溪县政务公开办公室',
    '云溪县档案馆',
    '云溪县大数据发展管理局（云溪县政务服务管理局）',
    '国家税务总局云溪县税务局',
    '云溪县公安局交通警察支队',
  ]) {
    assert.equal(titleOf(`${organ}2024年政府信息公开工作年度报告`).organ, organ);
    assert.equal(titleOf(`${organ}\n2024年政府信息公开工作年度报告`).organ, organ);
    assert.equal(titleOf(`${organ}2024年1月1日至12月31日政府信息公开工作年度报告`).organ, organ);
  }
});

test('a title of two lines spans both', () => {
  const text = `首页\n云溪县教育局\n2024年政府信息公开工作年度报告${body}`;
  const { title } = read(text);
  assert.equal(text.slice(title?.span.from, title?.span.to), '云溪县教育局\n2024年政府信息公开工作年度报告');
});

test('the way to a page is no title of it', () => {
  assert.equal(titleOf('首页 > 政务公开 > 政府信息公开年报').title, undefined);
  assert.equal(titleOf('当前位置：政务公开 政府信息公开年度报告').title, undefined);
  assert.deepEqual(titleOf('首页 > 政府信息公开年报\n云溪县教育局2024年政府信息公开工作年度报告'), usual);
});

test('the way to a page in front of a title is no part of it', () => {
  const trails = [
    '政务公开 信息公开年报 部门年报 ',
    '网站首页  信息公开  政府信息公开年度报告  2024年  ',
    '县直部门 县教育局 ',
    '首页 > 政务公开 > 政府信息公开年报 > ',
    '云溪县政府门户网站/教育局/年度报告/',
    '云溪政务｜',
    '【2024年报】',
  ];
  for (const trail of trails) assert.deepEqual(titleOf(`${trail}${usual.title}`), usual, trail);
  assert.deepEqual(titleOf('云溪县 教育局 2024年政府信息公开工作年度报告'), usual);
  assert.equal(titleOf('云溪县教育局/体育局2024年政府信息公开工作年度报告').organ, '云溪县教育局/体育局');
});

test('a title may have slipped below the first heading, blank lines or not', () => {
  const slipped = (between: string) =>
    read(`一、总体情况${between}云溪县教育局2024年政府信息公开工作年度报告\n工作平稳。\n`).title?.text;
  assert.equal(slipped('\n'), usual.title);
  assert.equal(slipped('\n\n\n\n'), usual.title);
});

test('year and organ stand in any order, in any script', () => {
  assert.equal(titleOf('2024年临江区政府信息公开工作年度报告').organ, '临江区');
  assert.equal(titleOf('临江区2024年度政府信息公开工作年度报告').organ, '临江区');
  assert.deepEqual(titleOf('临江区政府信息公开工作2024年度报告'), {
    title: '临江区政府信息公开工作2024年度报告',
    organ: '临江区',
    year: 2024,
  });
  assert.equal(titleOf('临江区二〇二四年政府信息公开工作年度报告').year, 2024);
  assert.equal(titleOf('临江区２０２４年政府信息公开工作年度报告').year, 2024);
  assert.equal(titleOf('青禾镇2024政府信息公开工作年度报告').year, 2024);
});

test('titles with 关于 name no organ of their own', () => {
  assert.deepEqual(titleOf('关于2024年度政府信息公开情况的报告'), {
    title: '关于2024年度政府信息公开情况的报告',
    organ: undefined,
    year: 2024,
  });
  assert.equal(titleOf('云溪县教育局关于2024年政府信息公开工作的年度报告').organ, '云溪县教育局');
});

test('one 政府 may do the work of two', () => {
  assert.equal(titleOf('2024年云溪县人民政府信息公开工作年度报告').organ, '云溪县人民政府');
  assert.equal(titleOf('云溪县人民政府2024年政府信息公开工作年度报告').organ, '云溪县人民政府');
});

test('navigation above the title is not the title', () => {
  const head =
    '当前位置：首页 > 政府信息公开年报\n标题：云溪县教育局2024年政府信息公开工作年度报告\n发布日期：2025年1月20日\n\n';
  const { title } = read(`${head}云溪县教育局2024年政府信息公开工作年度报告${body}`);
  assert.equal(title?.span.from, head.length);
});

test('a sentence of the preamble is no title', () => {
  assert.equal(titleOf('本机关编制了2024年政府信息公开工作年度报告').title, undefined);
  assert.equal(titleOf('的要求，由云溪县教育局编制2024年政府信息公开工作年度报告').title, undefined);
  assert.equal(titleOf('云溪县教育局编制了2024年政府信息公开工作年度报告').title, undefined);
  assert.equal(titleOf('本溪县教育局2024年政府信息公开工作年度报告').organ, '本溪县教育局');
  assert.equal(titleOf('我局认真编写并发布了本年度的工作报告。').title, undefined);
});

test('a title directly below the first heading is still the title', () => {
  const { title } = read('一、总体情况\n\n云溪县教育局2024年政府信息公开工作年度报告\n\n工作平稳。\n');
  assert.equal(title?.belowHeading, true);
});

test('a page header further down is not', () => {
  const { title } = read(
    '一、总体情况\n\n工作平稳。\n\n继续努力。\n\n云溪县教育局2024年政府信息公开工作年度报告\n',
  );
  assert.equal(title, undefined);
});

test('without a year in the title the period of the statistics tells it', () => {
  const head =
    '云溪县教育局政府信息公开工作年度报告\n\n所列数据统计期限自2024年1月1日起至\n2024年12月31日止。';
  assert.equal(read(head + body).year, 2024);
  assert.equal(read(head.replace('至\n2024', '至\n2023') + body).year, undefined);
  assert.equal(read(`云溪县教育局政府信息公开工作年度报告${body}`).year, undefined);
});

test('the name of an organ tells its kind', () => {
  const kinds = Object.entries({
    云溪县人民政府: 'government',
    青禾镇: 'government',
    云溪县金滩乡: 'government',
    临江区: 'government',
    云溪县人民政府办公室: 'department',
    云溪县教育局: 'department',
    云溪市国有资产监督管理委员会: 'department',
    云溪县人民政府驻省城办事处: 'department',
    临江区东门街道办事处: 'subdistrict',
    云溪市新桥办事处: 'subdistrict',
    东门街道: 'subdistrict',
    云溪经济开发区管委会: 'zone',
    云溪高新技术产业开发区管理委员会: 'zone',
    云溪经济开发区: 'zone',
    幸福社区: 'unknown',
    某某组织: 'unknown',
  });
  for (const [organ, kind] of kinds) assert.equal(organKindOf(organ), kind, organ);
  assert.equal(organKindOf(undefined), 'unknown');
});
