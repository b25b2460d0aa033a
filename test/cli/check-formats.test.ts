// What other programs read: SARIF for code scanning, JUnit for build servers, workflow commands for GitHub.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { catalogue } from '../../server/src/analysis/catalogue.ts';
import { runOn } from './lent-machine.ts';
import { correct, otherText, warned, wrong } from './reports.ts';

const files = { '年报/甲 局.txt': wrong, 'b.txt': warned, 'c.txt': correct, 'd.txt': otherText };

interface Json {
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly range: { readonly start: Place; readonly end: Place };
    readonly fixes: readonly { readonly title: string }[];
    readonly related: readonly object[];
  }[];
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** What is found in all files, as the stable form has it. */
async function found(): Promise<Json['findings']> {
  const { out } = await runOn({ files }, 'check', '--format', 'json', ...Object.keys(files));
  return JSON.parse(out).reports.flatMap(({ findings }: Json) => findings);
}

describe('gouji check --format sarif', () => {
  const sarif = async (...more: string[]) => {
    const given = { files: { ...files, 'e.txt': new Uint8Array([0, 1, 2, 0, 255, 254, 0]) } };
    const { out, code } = await runOn(given, 'check', '--format', 'sarif', ...Object.keys(files), ...more);
    return { log: JSON.parse(out), code };
  };

  test('tells every finding with its rule, place, cells and fixes', async () => {
    const { log, code } = await sarif();
    assert.equal(code, 1);
    assert.equal(log.version, '2.1.0');
    const [run] = log.runs;
    assert.equal(run.columnKind, 'utf16CodeUnits');
    assert.equal(run.language, 'zh-CN');
    assert.equal(run.invocations[0].executionSuccessful, true);
    const findings = await found();
    assert.equal(run.results.length, findings.length);
    for (const [at, result] of run.results.entries()) {
      const finding = findings[at];
      assert.ok(finding);
      assert.equal(result.ruleId, finding.rule);
      assert.equal(run.tool.driver.rules[result.ruleIndex].id, finding.rule);
      assert.equal(result.level, finding.severity === 'info' ? 'note' : finding.severity);
      assert.equal(result.message.text, finding.message);
      const { region } = result.locations[0].physicalLocation;
      assert.deepEqual(
        [region.startLine - 1, region.startColumn - 1, region.endLine - 1, region.endColumn - 1],
        [finding.range.start, finding.range.end].flatMap(({ line, character }) => [line, character]),
      );
      assert.equal(result.relatedLocations?.length ?? 0, finding.related.length);
      assert.deepEqual(
        (result.fixes ?? []).map(({ description }: { description: { text: string } }) => description.text),
        finding.fixes.map(({ title }) => title),
      );
    }
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
      catalogue.map(({ id }) => id),
    );
  });

  test('gives each finding a print that is its own and stays when lines come and go', async () => {
    const prints = async (text: string): Promise<readonly string[]> => {
      const { out } = await runOn({ files: { 'a.txt': text } }, 'check', '--format', 'sarif', 'a.txt');
      return JSON.parse(out).runs[0].results.map(
        ({ partialFingerprints }: { partialFingerprints: Record<string, string> }) =>
          partialFingerprints['goujiFinding/v1'],
      );
    };
    const before = await prints(wrong);
    assert.ok(before.length > 0);
    assert.equal(new Set(before).size, before.length);
    assert.deepEqual(await prints(`\n\n${wrong}`), before);
  });

  test('writes paths as addresses', async () => {
    const { log } = await sarif();
    const [first] = log.runs[0].results;
    const { uri } = first.locations[0].physicalLocation.artifactLocation;
    assert.equal(uri, '%E5%B9%B4%E6%8A%A5/%E7%94%B2%20%E5%B1%80.txt');
  });

  test('says what could not be read', async () => {
    const { log, code } = await sarif('e.txt');
    assert.equal(code, 2);
    const [invocation] = log.runs[0].invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.equal(invocation.toolExecutionNotifications.length, 1);
  });

  test('says in which language it speaks', async () => {
    const { log } = await sarif('--language', 'en');
    assert.equal(log.runs[0].language, 'en');
  });
});

describe('gouji check --format junit', () => {
  const junit = async (...line: string[]) => {
    const given = { files: { ...files, 'e.txt': new Uint8Array([0, 1, 2, 0, 255, 254, 0]) } };
    return (await runOn(given, 'check', '--format', 'junit', ...line)).out;
  };

  /** How often something stands in a text. */
  const times = (text: string, what: RegExp): number => [...text.matchAll(what)].length;

  test('has a suite for each report, and a failed test for each finding that makes the check fail', async () => {
    const text = await junit(...Object.keys(files));
    assert.equal(times(text, /<testsuite /g), 4);
    const errors = (await found()).filter(({ severity }) => severity === 'error');
    assert.equal(times(text, /<failure /g), errors.length);
    for (const { rule, message } of errors) {
      assert.match(text, new RegExp(`name="${rule} \\d+:\\d+"`));
      assert.ok(text.includes(`message="${message.replaceAll('"', '&quot;')}"`));
    }
    assert.match(text, /<testsuite name="d\.txt" tests="1" failures="0" errors="0" skipped="1">/);
  });

  test('fails on what --fail-on says', async () => {
    const grave = (await found()).filter(({ severity }) => severity !== 'info').length;
    const text = await junit('--fail-on', 'warning', ...Object.keys(files));
    assert.equal(times(text, /<failure /g), grave);
    assert.equal(times(await junit('--fail-on', 'never', ...Object.keys(files)), /<failure /g), 0);
  });

  test('says what could not be read', async () => {
    const text = await junit('c.txt', 'e.txt');
    assert.match(text, /<testsuites name="gouji" tests="\d+" failures="0" errors="1" skipped="0">/);
    assert.match(text, /<error type="unreadable" message="[^"]+"\/>/);
  });

  test('stays XML whatever a file is called', async () => {
    const name = 'a<b>&"c\u0007.txt';
    const { out } = await runOn({ files: { [name]: otherText } }, 'check', '--format', 'junit', name);
    assert.ok(out.includes('name="a&lt;b&gt;&amp;&quot;c.txt"'));
    assert.ok(!out.includes('\u0007'));
  });
});

describe('gouji check --format github', () => {
  test('gives one command a finding', async () => {
    const { out } = await runOn({ files }, 'check', '--format', 'github', ...Object.keys(files));
    const findings = await found();
    const lines = out.trimEnd().split('\n');
    const commands = lines.filter((line) => line.includes('title=gouji '));
    assert.equal(commands.length, findings.length);
    for (const [at, { rule, severity, range, message }] of findings.entries()) {
      const line = commands[at] ?? '';
      assert.ok(line.startsWith(`::${severity === 'info' ? 'notice' : severity} file=`), line);
      assert.ok(line.includes(`line=${range.start.line + 1},`));
      assert.ok(line.endsWith(`title=gouji ${rule}::${message}`), line);
    }
    assert.equal(lines.length, commands.length + 1);
    assert.match(lines.at(-1) ?? '', /^::notice file=d\.txt::/);
  });

  test('writes what would end a command with a percent sign', async () => {
    const name = '100%,甲:乙.txt';
    const { out } = await runOn({ files: { [name]: otherText } }, 'check', '--format', 'github', name);
    assert.match(out, /^::notice file=100%25%2C甲%3A乙\.txt::/);
  });
});
