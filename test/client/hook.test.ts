import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildEndpoint } from '../../scripts/build-endpoint.ts';
import { startVendor, type VendorReply, type VendorRequest } from '../../src/demo/index.ts';
import { bundle, pinnedKey, signed } from '../support/bundle.ts';
import { claudeCode, run } from '../support/claude-code.ts';
import { makeFolder } from '../support/folder.ts';
import { password } from '../support/sensitive.ts';

let folder: string;
let vendor: Awaited<ReturnType<typeof startVendor>>;
let asked: string[] = [];

/** What the model does: it reads two files and prints a third, then says that it is done. */
function reply(request: VendorRequest): VendorReply {
  const text = request.body.toString();
  asked.push(text);
  const body = JSON.parse(text) as {
    readonly model: string;
    readonly messages: readonly { readonly content: unknown }[];
  };
  const done = (text.match(/"tool_result"/g) ?? []).length;
  const calls = [
    { name: 'Read', input: { file_path: join(folder, 'project', 'id_rsa') } },
    { name: 'Bash', input: { command: 'cat notes.txt', description: 'Print notes' } },
  ];
  const call = calls[done];
  const block = call
    ? ({ type: 'tool_use', id: `toolu_${done}`, ...call } as const)
    : ({ type: 'text', text: 'All is done.' } as const);
  const usage = { input: 10, output: 5, cacheRead: 0, cacheCreation: 0 };
  return { kind: 'answer', answer: { id: `msg_${done}`, model: body.model, blocks: [block], usage } };
}

beforeEach(async () => {
  asked = [];
  folder = await makeFolder();
  await mkdir(join(folder, 'project'));
  await mkdir(join(folder, 'home'));
  await mkdir(join(folder, 'state'));
  await writeFile(join(folder, 'project', 'id_rsa'), 'the key itself\n');
  await writeFile(join(folder, 'project', 'notes.txt'), `DB_PASSWORD=${password}\n`);
  await writeFile(join(folder, 'state', 'trust.json'), JSON.stringify({ keys: [pinnedKey] }));
  await writeFile(join(folder, 'state', 'bundle.json'), signed(bundle({ at: new Date() })));
  vendor = await startVendor({ organizationId: 'org-1', reply });
});
afterEach(async () => {
  await vendor.close();
  await rm(folder, { recursive: true, force: true });
});

async function ask(prompt: string) {
  const file = await buildEndpoint(folder);
  const command = `${process.execPath} ${file} hook --state ${join(folder, 'state')}`;
  const asks = [{ hooks: [{ type: 'command', command, timeout: 30 }] }];
  const forTools = asks.map((each) => ({ matcher: '*', ...each }));
  const hooks = { SessionStart: asks, PreToolUse: forTools, PostToolUse: forTools, UserPromptSubmit: asks };
  await writeFile(join(folder, 'settings.json'), JSON.stringify({ hooks }));
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: join(folder, 'home'),
    ANTHROPIC_BASE_URL: vendor.url,
    ANTHROPIC_AUTH_TOKEN: 'oct_example',
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
    CLAUDE_CODE_DISABLE_OFFICIAL_MARKETPLACE_AUTOINSTALL: '1',
  };
  const words = ['-p', prompt, '--allowedTools', 'Read,Bash', '--settings', join(folder, 'settings.json')];
  return run({ claude: await claudeCode(), folder: join(folder, 'project'), environment }, words);
}

test('the real client reads no file that may not leave, and sends no secret that a command printed', async () => {
  const { code, output } = await ask('look around');
  expect(output).toContain('All is done.');
  expect(code).toBe(0);
  const sent = asked.join('\n');
  expect(sent).toContain('octroi: ');
  expect(sent).not.toContain('the key itself');
  expect(sent).toContain('DB_PASSWORD=[octroi: password]');
  expect(sent).not.toContain(password);
});

test('the real client sends no prompt that holds a secret', async () => {
  await ask(`use DB_PASSWORD=${password}`);
  expect(asked).toEqual([]);
});

test('without a bundle the real client sends nothing', async () => {
  await rm(join(folder, 'state', 'bundle.json'));
  await ask('hello');
  expect(asked).toEqual([]);
});
