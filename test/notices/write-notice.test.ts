import { describe, expect, test } from 'vitest';
import { rightsOf } from '../../src/console-api/rights.ts';
import { writeOdt } from '../../src/documents/index.ts';
import {
  compareVersions,
  noticeKinds,
  noticeMarkdown,
  revealingRoles,
  versionOf,
  writeNotice,
} from '../../src/notices/index.ts';
import { octroiRoles } from '../../src/tenancy/roles.ts';
import { noticeMaterial, spokenPolicy } from '../support/notices.ts';

const languages = ['en', 'fr'] as const;
const all = noticeKinds.flatMap((kind) => languages.map((language) => [kind, language] as const));
const written = (kind: (typeof noticeKinds)[number], yaml = spokenPolicy, language: 'en' | 'fr' = 'en') =>
  noticeMarkdown(writeNotice(kind, language, noticeMaterial(yaml)));

describe.each(all)('%s in %s', (kind, language) => {
  const material = noticeMaterial(spokenPolicy);
  const notice = writeNotice(kind, language, material);
  const text = noticeMarkdown(notice);

  test('names the day, the policy and the catalogue it was written from', () => {
    const head = notice.document.origin.join('\n');
    for (const said of ['2026-11-27', material.policy.version, material.catalogue.version, material.catalogue.digest])
      expect(head).toContain(said);
  });

  test('the same material gives the same words and the same bytes', () => {
    const again = writeNotice(kind, language, noticeMaterial(spokenPolicy));
    expect(noticeMarkdown(again)).toBe(text);
    expect(writeOdt(again.document).equals(writeOdt(notice.document))).toBe(true);
  });

  test('no brace is left unfilled, and nothing calls itself compliant', () => {
    expect(text.match(/\{[a-zA-Z]+\}/g)).toBeNull();
    expect(text).not.toMatch(/\b(is|are|est|sont)\s+(compliant|conformes?)\b/i);
  });

  test('every claim on a plan has its source, its days and until when it holds, or says that it is unknown', () => {
    const claims = notice.document.blocks.flatMap((block) =>
      block.kind === 'list' ? block.items.filter(({ note }) => note !== undefined) : [],
    );
    expect(claims.length).toBeGreaterThan(2);
    for (const { note } of claims)
      expect(note).toMatch(
        /: (https:\S+|\D*octroi), \D+ 20\d\d-\d\d-\d\d, \D+ 20\d\d-\d\d-\d\d.*20\d\d-\d\d-\d\d.*20\d\d-\d\d-\d\d$/,
      );
  });
});

test('the notice to staff says what is recorded, for how long by this policy, and why longer than usual', () => {
  const text = written('staff');
  expect(text).toMatch(/Requests \(standard\) .* \| 200 days/);
  expect(text).toMatch(
    /Files sent, and requests of no other class .* \| 730 days .* reason for more: internal control of 2026/,
  );
  expect(text).toMatch(/Telemetry of clients .* \| 90 days/);
  expect(text).toContain('“incident 4711, what left”, for 7 days at most');
  expect(text).toContain('nothing but counts is recorded of them: secretlab');
  expect(text).toContain('until they have taken it (commercial-or-consumer)');
  expect(text).toContain('Controller: Works & Sons. Questions on your data: dpo@example.com.'.replace('&', '\\&'));
});

test('who may reveal a name, and who sees records, is what the console’s rights say', () => {
  expect(octroiRoles.filter((role) => rightsOf([role]).includes('reveal'))).toEqual(revealingRoles);
  const rows = new Map(
    writeNotice('staff', 'en', noticeMaterial('')).document.blocks.flatMap((block) =>
      block.kind === 'table' && block.columns[0] === 'Role'
        ? block.rows.map(([role, sees]) => [role, sees] as const)
        : [],
    ),
  );
  for (const role of octroiRoles) {
    expect(rows.get(role)?.startsWith('all records')).toBe(rightsOf([role]).includes('read'));
    expect(rows.get(role)?.includes('revealing')).toBe(rightsOf([role]).includes('reveal'));
  }
});

test('the charter names contracts with what was agreed, and one that has ended as such', () => {
  const text = written('charter');
  expect(text).toContain('main: Claude API (anthropic/api), zero retention agreed since 2026-01-01, by order 12');
  expect(text).toContain('old: ChatGPT Enterprise (openai/enterprise), NOT in force on this day, until 2026-01-01');
  expect(text).toContain('Claude Code, from version 2.1.300 on, through ANTHROPIC\\_BASE\\_URL');
  expect(text).not.toContain('Codex CLI');
});

test('the charter forbids every consumer product the catalogue knows, those of no vendor under contract too', () => {
  const text = written('charter', '');
  const { catalogue, on } = noticeMaterial('');
  const consumer = catalogue.plans(on).filter(({ audience }) => audience === 'consumer');
  expect(consumer.length).toBeGreaterThan(20);
  const forbidden = text.split('## What is forbidden')[1]?.split('\n## ')[0] ?? '';
  for (const { name } of consumer) expect(forbidden).toContain(`${name} – its terms are written for: private persons`);
  for (const { name } of catalogue.plans(on).filter(({ audience }) => audience === 'commercial'))
    expect(forbidden).not.toContain(`- ${name} –`);
});

test('what may leave is what the policy decides', () => {
  const text = written('charter');
  expect(text).toContain(
    '| billing | main | internal | leaves | leaves with stand-ins | leaves | leaves with stand-ins |',
  );
  expect(text).toContain('| billing | main | confidential | does not leave |');
  expect(text).toMatch(/\| secretlab, all other workspaces \| main \| restricted \| leaves \|/);
  expect(text).toMatch(/\| all other workspaces \| old \| public \| does not leave \|/);
});

test('without a contract it is unknown under whose terms what is sent stands', () => {
  for (const kind of noticeKinds) expect(written(kind, '')).toContain('names a contract: under which accounts');
});

test('a contract of the post that the policy does not name is told, and a plan nobody described is unknown', () => {
  const held = [{ name: 'post', vendor: 'nobody', plan: 'none' }];
  const text = noticeMarkdown(writeNotice('dpia', 'en', noticeMaterial('', { held })));
  expect(text).toContain('nobody/none – the catalogue does not know this plan: all of its terms are unknown');
  expect(text).toMatch(/\| post \| public \| does not leave \|/);
});

test('what no source says is unknown, and a claim whose day to be read again has passed is too', () => {
  expect(written('dpia')).toContain('Claude API – human review: unknown; no source in the catalogue says it');
  const late = noticeMaterial(spokenPolicy, { on: new Date('2027-12-01T00:00:00.000Z') });
  const text = noticeMarkdown(writeNotice('dpia', 'en', late));
  expect(text).toContain('whether it still holds is unknown');
  expect(text).toMatch(/- \d+ claims above were to be read again before this day/);
  expect(written('dpia')).not.toContain('whether it still holds is unknown');
});

test('the impact assessment weighs nothing, and names rules that are off, gaps and those whose time is over', () => {
  const text = written('dpia');
  expect(text.match(/\| unknown: to be judged \|/g)).toHaveLength(7);
  expect(text).toContain('this policy has switched off: personal-data');
  expect(text).toContain('Gap that J. Doe answers for until 2026-12-24: telemetry-off');
  expect(text).toContain('An exception that ended on 2026-10-01 (A. Roe)');
});

test('which means are in use is said, and that it is unknown where nobody can tell', () => {
  const text = written('council');
  expect(text).toMatch(/Gateway: .* In use here\./);
  expect(text).toMatch(/Forward proxy: .* Not in use here\./);
  expect(text).toMatch(/TLS ended .* Whether it is in use here is unknown: to be filled in\./);
});

test('another policy that changes nothing in a document leaves it the same below its head', () => {
  const other = spokenPolicy.replace('requiredControls', '').concat('requiredControls: [telemetry-off]\n');
  const [one, two] = [spokenPolicy, other].map((yaml) => versionOf(writeNotice('staff', 'fr', noticeMaterial(yaml))));
  if (!one || !two) throw new Error('two versions');
  expect(one.policyVersion).not.toBe(two.policyVersion);
  expect(compareVersions(one, two)).toEqual([]);
});
