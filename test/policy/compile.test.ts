import { execFileSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { cliText } from '../../src/messages/index.ts';
import { type Artefact, compile, type CompileInput, targets } from '../../src/policy/index.ts';
import { commercialPlan, policyOf } from '../support/policy.ts';
import { makeFolder } from '../support/folder.ts';
import { smallCatalogue } from '../support/small-catalogue.ts';

const yaml = `labels:
  - {name: open, paths: [docs]}
  - {name: internal}
  - name: closed
    paths: [vault, "keys/*.{pem,key}", "~/.aws", /srv/keys, "C:/Keys", "Plans & <ideas>"]
    except: ["*.pub", keys/readme]
    detectors: [iban]
    needsZdr: true
localTraceDays: 7
clients: {claude-cli: {minimumVersion: 2.1.300}}
contracts:
  ours: {plan: anthropic/api}
  copilot: {plan: github/business}
`;

// The version of a policy follows every change of the code; here it stands for itself.
const version = '0123456789abcdef'.repeat(4);

function inputOf(but: Partial<CompileInput> = {}, text = yaml): CompileInput {
  const policy = policyOf(text);
  return {
    policy: Object.assign(policy, { version }),
    catalogue: smallCatalogue(),
    at: '2026-11-26T08:00:00Z',
    plan: commercialPlan,
    contract: 'ours',
    workspace: 'default',
    route: {
      kind: 'gateway',
      url: 'https://octroi.example.internal',
      hooksUrl: 'https://octroi.example.internal/hooks',
    },
    say: (key, args) => cliText('en', key, args),
    ...but,
  };
}

function made(id: string, input = inputOf()): readonly Artefact[] {
  const target = targets.find((each) => each.id === id);
  if (!target) throw new Error(id);
  return compile(target, input);
}

function textOf(id: string, input?: CompileInput): string {
  return made(id, input)[0]?.text ?? '';
}

test.each(targets.map(({ id }) => id))('%s is written as in its golden file', async (id) => {
  const shown = made(id)
    .map(({ name, text }) => `---- ${name}\n${text}`)
    .join('');
  await expect(shown).toMatchFileSnapshot(join(import.meta.dirname, 'golden', `${id}.txt`));
});

test.each(targets.map(({ id }) => id))('%s says which policy it comes from and what it cannot enforce', (id) => {
  for (const language of ['en', 'fr'] as const) {
    const files = made(id, inputOf({ say: (key, args) => cliText(language, key, args) }));
    const all = files.map(({ text }) => text).join('\n');
    expect(all).toContain(version);
    expect(all).toContain(language === 'en' ? 'What it cannot enforce there:' : 'Ce qui ne peut pas y être imposé :');
    // Each limit has its sentence: a key that has none stands for itself.
    expect(all).not.toMatch(/compileLimit\.|\{\w+\}.*(?:labels|count)/);
  }
});

test('the same policy gives the same bytes', () => {
  for (const target of targets) expect(compile(target, inputOf())).toEqual(compile(target, inputOf()));
});

test('Claude Code goes through the gateway or signs in to the organisation, never both', () => {
  const gateway = JSON.parse(textOf('claude-code'));
  expect(gateway).toMatchObject({ env: { ANTHROPIC_BASE_URL: 'https://octroi.example.internal' } });
  expect(gateway).not.toHaveProperty('forceLoginOrgUUID');
  const login = JSON.parse(textOf('claude-code', inputOf({ route: { kind: 'login', organizationId: 'org-1' } })));
  expect(login).toMatchObject({ forceLoginOrgUUID: 'org-1' });
  expect(login.env).not.toHaveProperty('ANTHROPIC_BASE_URL');
  expect(login).not.toHaveProperty('hooks');
});

test('every setting and variable for Claude Code is one that its documentation knows', () => {
  const catalogue = openCatalogue(shippedData);
  const documented = catalogue.client('claude-code', new Date())?.documented;
  const keys = new Set(documented?.settings?.keys.map(({ key }) => key));
  const names = new Set(documented?.variables?.names);
  const { env, ...settings } = JSON.parse(textOf('claude-code', inputOf({ catalogue })));
  for (const key of Object.keys(settings)) expect([key, keys.has(key)]).toEqual([key, true]);
  for (const [group, inner] of [
    ['permissions', settings.permissions],
    ['sandbox', settings.sandbox],
  ])
    for (const key of Object.keys(inner)) expect([key, keys.has(`${group}.${key}`)]).toEqual([key, true]);
  for (const name of Object.keys(env).filter((each) => each !== 'OCTROI_POLICY_VERSION'))
    expect([name, names.has(name)]).toEqual([name, true]);
});

test('where the contract has zero data retention, what needs it is denied no more', () => {
  const open = yaml.replace('{plan: anthropic/api}', "{plan: anthropic/api, zdr: {since: 2026-01-01, document: 'x'}}");
  expect(JSON.parse(textOf('claude-code', inputOf({}, open))).permissions.deny).toEqual([]);
  expect(JSON.parse(textOf('claude-code')).permissions.deny).toContain('Read(~/.aws)');
});

test('a plan that the policy refuses is shown nothing at all', () => {
  const plan = { ...commercialPlan, audience: 'consumer' } as const;
  expect(textOf('cursorignore', inputOf({ plan }))).toMatch(/\n\*\n$/);
  expect(JSON.parse(textOf('claude-code', inputOf({ plan }))).permissions.deny).toEqual(['Read(//**)']);
  expect(textOf('copilot-exclusion', inputOf({ plan }))).toContain('"**/*"');
  expect(made('vscode', inputOf({ plan })).at(-1)?.text).toContain('refuses anthropic/api altogether');
});

test('Git reads an ignore file as the policy reads its paths', async () => {
  const folder = await makeFolder();
  const { policy } = inputOf();
  const paths = ['vault/a', 'x/vault/b/c', 'keys/a.pem', 'x/keys/b.key', 'x/keys/b.pub', 'keys/deep/a.pem', 'src/a.ts'];
  const text = textOf('cursorignore').replaceAll(/^#.*\n/gm, '');
  for (const [name, content] of [['.gitignore', text], ...paths.map((path) => [path, ''] as const)] as const) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const listed = execFileSync('git', ['ls-files', '--others', '--ignored', '--exclude-standard'], { cwd: folder });
  const blocked = paths.filter((path) => policy.labels.ofPath(`/r/${path}`) === 2);
  expect(listed.toString().trim().split('\n').toSorted()).toEqual(blocked.toSorted());
  expect(blocked).toEqual(['vault/a', 'x/vault/b/c', 'keys/a.pem', 'x/keys/b.key']);
  await rm(folder, { recursive: true, force: true });
});

test('browsers are sent nowhere for what is denied', () => {
  const find = runInNewContext(`${textOf('pac')}; FindProxyForURL`);
  for (const host of ['claude.ai', 'API.anthropic.com.', 'x.individual.githubcopilot.com', 'telemetry.eu.kiro.dev'])
    expect([host, find('https://x/', host)]).toEqual([host, 'PROXY 127.0.0.1:9']);
  for (const host of ['example.com', 'x.business.githubcopilot.com', 'notclaude.ai', 'individual.githubcopilot.com'])
    expect([host, find('https://x/', host)]).toEqual([host, 'DIRECT']);
});

test('the network lets through what contracts need, and not what covers something denied', () => {
  const squid = textOf('squid');
  expect(squid).toMatch(/acl octroi_allowed_names dstdomain downloads\.claude\.ai\n/);
  expect(squid).toMatch(/acl octroi_allowed_patterns .*business/);
  expect(squid).not.toMatch(/acl octroi_allowed_patterns .*\+githubcopilot/);
  // There is no contract with this vendor: its API is denied, its sign-in is nobody's business here.
  expect(squid).toMatch(/acl octroi_denied_names dstdomain .*api\.openai\.com/);
  expect(squid).not.toContain('auth.openai.com');
  const login = textOf('squid', inputOf({ route: { kind: 'login', organizationId: 'org-1' } }));
  expect(login).toMatch(/acl octroi_allowed_names dstdomain api\.anthropic\.com claude\.ai downloads/);
});

test('what other formats hold can be read back', () => {
  const settings = JSON.parse(textOf('claude-code'));
  const registry = textOf('reg');
  expect(registry.startsWith('Windows Registry Editor Version 5.00\r\n;')).toBe(true);
  const [, value = ''] = /"Settings"="(.*)"\r\n$/.exec(registry) ?? [];
  expect(JSON.parse(value.replaceAll(/\\(["\\])/g, '$1'))).toEqual(settings);
  expect(parse(textOf('codex'))).toMatchObject({
    permissions: { filesystem: { deny_read: expect.arrayContaining(['~/.aws']) } },
  });
  expect(parseYaml(textOf('copilot-exclusion'))['*']).toContain('**/keys/*.pem');
  const profile = textOf('mobileconfig');
  expect(profile).toContain('<string>Read(//**/Plans &amp; &lt;ideas&gt;)</string>');
  const opened = profile.match(/<(dict|array)>/g)?.length;
  expect(profile.match(/<\/(dict|array)>/g)?.length).toBe(opened);
});
