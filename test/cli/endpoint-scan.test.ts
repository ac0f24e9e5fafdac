import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../support/cli.ts';
import { makeFolder } from '../support/folder.ts';
import { layOut } from '../support/workstation.ts';

let gateway: string;
let folder: string;

beforeAll(async () => {
  gateway = (await layOut('gateway-profile')).root;
  folder = await makeFolder();
});
afterAll(async () => {
  await rm(gateway, { recursive: true, force: true });
});

const scan = (...options: readonly string[]) => run(['endpoint', 'scan', ...options], { folder });

test('JSON stands alone on standard output: a verdict for each person and control, no token in it', async () => {
  const { code, out } = await scan('--root', gateway, '--json');
  const view = JSON.parse(out);
  expect(code).toBe(1);
  expect(view).toMatchObject({
    schema: 'octroi.endpoint.scan/1',
    system: 'linux',
    persons: [{ name: 'alice', shell: 'bash' }],
  });
  expect(view.variables).toContainEqual(
    expect.objectContaining({ variable: 'ANTHROPIC_AUTH_TOKEN', state: 'set', value: '[withheld]' }),
  );
  const keys = view.verdicts.map(({ person, control }: { person: string; control: string }) => `${person} ${control}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(Object.keys(view.verdicts[0])).toEqual([
    'person',
    'control',
    'title',
    'state',
    'value',
    'file',
    'line',
    'source',
    'holds',
    'why',
    'reason',
    'overrides',
    'session',
    'project',
    'sessions',
  ]);
  expect(out).not.toContain('oct_example');
});

test('what is not met is told with its place, in the language of the reader', async () => {
  const { code, out, err } = await run(['endpoint', 'scan', '--root', gateway], {
    folder,
    environment: { LANG: 'fr_FR.UTF-8' },
  });
  expect(code).toBe(1);
  expect(out).toContain('Aucun hook n’est posé.');
  expect(err).toMatch(/octroi : \d+ respectés, \d+ non respectés, 0 inconnus\./);
});

test.each([
  ['--sarif', '"version":"2.1.0"', 1],
  ['--junit', '<testsuites name="octroi endpoint scan">', 1],
  ['--html', '<!doctype html>', 1],
  ['--intune', 'not met', 1],
  ['--jamf', '<result>', 0],
])('%s prints %s and ends with %d', async (option, text, wanted) => {
  const { code, out } = await scan('--root', gateway, option);
  expect(out).toContain(text);
  expect(code).toBe(wanted);
});

test('all met ends with 0, and what cannot be seen from here with 3: never with 0', async () => {
  const { root } = await layOut('compliant');
  expect(await scan('--root', root)).toMatchObject({ code: 0 });
  const settings = join(root, 'home/alice/.config/Cursor/User/settings.json');
  await mkdir(dirname(settings), { recursive: true });
  await writeFile(settings, '{ "telemetry.telemetryLevel": "off" }');
  const { code, out } = await scan('--root', root, '--json');
  expect(code).toBe(3);
  expect(JSON.parse(out).summary).toMatchObject({ not_met: 0, unknown: 1 });
  await rm(root, { recursive: true, force: true });
});

test('another gateway than the one that is asked for is a finding', async () => {
  const verdict = async (url: string) => {
    const { out } = await scan('--root', gateway, '--json', '--gateway', url);
    return JSON.parse(out).verdicts.find(({ control }: { control: string }) => control === 'base_url').reason;
  };
  expect(await verdict('https://octroi.internal')).toBe('gateway_in_use');
  expect(await verdict('https://other.internal')).toBe('address_other');
});

test.each([
  [['--root', '/no/such/folder'], 2, 'endpoint_root_unreadable'],
  [['--root', '.', '--user', 'nobody-here'], 2, 'endpoint_user_unknown'],
  [['--root', '.', '--json', '--sarif'], 2, 'cli_option_invalid'],
  [['--root', '.', '--live'], 2, 'cli_option_invalid'],
  [['--root', '.', '--system', 'solaris'], 2, 'cli_option_invalid'],
  [['--root', '.', '--gateway', 'octroi'], 2, 'cli_option_invalid'],
  [['--root', '.', '--minimum-version', 'new'], 2, 'cli_option_invalid'],
  [['--all-users', '--user', 'alice'], 2, 'cli_option_invalid'],
  [['--root', '.'], 3, 'endpoint_nobody'],
])('%j is refused with %d', async (options, wanted, code) => {
  const ran = await scan(...options);
  expect(ran.code).toBe(wanted);
  expect(ran.out + ran.err).toContain(code);
});
