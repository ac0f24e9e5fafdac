import { lstat, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundle, pinnedKey, signed } from '../support/bundle.ts';
import { makeFolder } from '../support/folder.ts';
import { password } from '../support/sensitive.ts';
import { layOut } from '../support/workstation.ts';
import { treeState } from '../support/tree-state.ts';
import { type Form, runForm, workstationForms } from '../support/workstation-program.ts';

let forms: readonly Form[];
let folder: string;
let state: string;
let bundleFile: string;

beforeAll(async () => {
  folder = await makeFolder();
  forms = await workstationForms();
  bundleFile = join(folder, 'bundle.json');
  await writeFile(bundleFile, signed(bundle({ at: new Date() })));
  state = join(folder, 'state');
  await mkdir(state);
  await writeFile(join(state, 'bundle.json'), await readFile(bundleFile));
  await writeFile(join(state, 'trust.json'), JSON.stringify({ keys: [pinnedKey] }));
}, 180_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('the one file has at most two megabytes and needs nothing beside it', async () => {
  const file = forms.find(({ name }) => name === 'file')?.command[1] ?? '';
  expect((await stat(file)).size).toBeLessThanOrEqual(2 * 1024 * 1024);
});

const names = ['source', 'file', 'file on Node 22.23.3', 'executable'];

describe.each(names)('as %s', (name) => {
  const run = async (words: readonly string[], options: Parameters<typeof runForm>[2] = {}) => {
    const form = forms.find((one) => one.name === name);
    // Said aloud where the forms were made: this platform has no such Node.
    return form && runForm(form, words, options);
  };

  test('a scan says the same', async () => {
    const { root } = await layOut('gateway-profile');
    const ran = await run(['endpoint', 'scan', '--root', root, '--json']);
    const verdicts = ran && JSON.parse(ran.out).verdicts;
    const [source] = forms;
    const wanted = source && JSON.parse((await runForm(source, ['endpoint', 'scan', '--root', root, '--json'])).out);
    if (ran) expect(verdicts).toEqual(wanted.verdicts);
    if (ran) expect(verdicts.length).toBeGreaterThan(40);
    await rm(root, { recursive: true, force: true });
  });

  test('a fix is shown, written, found in place, and undone', async () => {
    const { root } = await layOut('bash-export');
    const before = await treeState(root);
    const fix = ['endpoint', 'fix', '--root', root];
    const planned = await run([...fix, '--bundle', bundleFile, '--key', pinnedKey, '--plan']);
    if (!planned) return;
    expect(planned).toMatchObject({ code: 1, out: expect.stringContaining('/etc/claude-code/managed-settings.json') });
    expect(await treeState(root)).toEqual(before);
    const fixed = await run([...fix, '--bundle', bundleFile, '--key', pinnedKey, '--json']);
    expect(fixed?.code).toBe(0);
    expect(JSON.parse(fixed?.out ?? '')).toMatchObject({ isWritten: true, left: [] });
    const again = await run([...fix, '--plan']);
    expect(again).toMatchObject({ code: 0 });
    expect((await run([...fix, '--undo']))?.code).toBe(0);
    expect(await treeState(root)).toEqual(before);
    await rm(root, { recursive: true, force: true });
  });

  test.each([
    ['a bundle whose key nobody named', ['--bundle', 'BUNDLE'], 2, 'cli_option_missing'],
    [
      'a bundle signed by another',
      ['--bundle', 'BUNDLE', '--key', `${'A'.repeat(43)}=`],
      1,
      'policy_bundle_key_not_pinned',
    ],
    ['a key that is none', ['--bundle', 'BUNDLE', '--key', 'nonsense'], 3, 'cli_file_unreadable'],
    ['nothing that was ever installed', [], 2, 'cli_option_missing'],
    ['undoing and removing at once', ['--undo', '--remove'], 2, 'cli_option_invalid'],
  ])('%s is refused in both languages', async (_, words, code, error) => {
    const { root } = await layOut('bash-export');
    const given = ['endpoint', 'fix', '--root', root, ...words.map((word) => (word === 'BUNDLE' ? bundleFile : word))];
    for (const language of ['C', 'fr_FR.UTF-8']) {
      const ran = await run(given, { language });
      if (ran) expect(ran).toMatchObject({ code, out: '', err: expect.stringContaining(`[${error}]`) });
    }
    await expect(lstat(join(root, 'etc/claude-code'))).rejects.toThrow('ENOENT');
    await rm(root, { recursive: true, force: true });
  });

  const ask = (asked: Readonly<Record<string, unknown>>, language = 'C', place = state) =>
    run(['hook', '--state', place], { input: JSON.stringify(asked), language });
  const reading = {
    hook_event_name: 'PreToolUse',
    tool_name: 'Read',
    tool_input: { file_path: '/home/a/.ssh/id_rsa' },
  };
  const denied = (ran: Awaited<ReturnType<typeof ask>>): string =>
    JSON.parse(ran?.out ?? '{}').hookSpecificOutput?.permissionDecisionReason ?? '';

  test('a hook stops the reading of a file that may not leave, in the language of the reader', async () => {
    const english = await ask(reading);
    if (!english) return;
    expect(english).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(english.out).hookSpecificOutput).toMatchObject({ permissionDecision: 'deny' });
    const french = denied(await ask(reading, 'fr_FR.UTF-8'));
    expect(french).not.toBe(denied(english));
    expect(french).toMatch(/^octroi: .*\[[\w-]+\]$/);
  });

  test('a hook stops a prompt that holds a secret, and takes it out of what a command gave back', async () => {
    const secret = password;
    const prompt = await ask({ hook_event_name: 'UserPromptSubmit', prompt: `use password=${secret}` });
    if (!prompt) return;
    expect(JSON.parse(prompt.out).decision).toBe('block');
    const given = { stdout: `DB_PASSWORD=${secret}\n`, stderr: '', interrupted: false, isImage: false };
    const output = await ask({ hook_event_name: 'PostToolUse', tool_name: 'Bash', tool_response: given });
    const { updatedToolOutput } = JSON.parse(output?.out ?? '').hookSpecificOutput;
    expect(updatedToolOutput.stdout).toMatch(/^DB_PASSWORD=\[octroi: \w+\]\n$/);
    expect(`${prompt.out}${output?.out}`).not.toContain(secret);
  });

  test('without a bundle that holds, calls and prompts are stopped and a session’s start says so', async () => {
    const empty = join(folder, 'nothing-here');
    const call = await ask(reading, 'C', empty);
    if (!call) return;
    expect(denied(call)).toContain('[endpoint_bundle_missing]');
    expect(
      JSON.parse((await ask({ hook_event_name: 'UserPromptSubmit', prompt: 'hello' }, 'C', empty))?.out ?? ''),
    ).toEqual({
      decision: 'block',
      reason: expect.stringContaining('[endpoint_bundle_missing]'),
    });
    const start = await ask({ hook_event_name: 'SessionStart', source: 'startup' }, 'C', empty);
    expect(JSON.parse(start?.out ?? '').systemMessage).toContain('[endpoint_bundle_missing]');
    expect(JSON.parse((await ask({ hook_event_name: 'SessionStart' }))?.out ?? '')).toEqual({});
  });

  test('what is no JSON is stopped by the exit code', async () => {
    const ran = await run(['hook', '--state', state], { input: '{"hook_event_name":"PreToolUse"' });
    if (ran)
      expect(ran).toMatchObject({ code: 2, out: '', err: expect.stringContaining('[endpoint_hook_unreadable]') });
  });
});
