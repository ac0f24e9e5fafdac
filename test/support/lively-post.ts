import { decideAct, requestAct } from '../../src/console-api/index.ts';
import { listExchanges } from '../../src/ledger/index.ts';
import { listPersons, resolvePerson, revokeKey } from '../../src/tenancy/index.ts';
import {
  approveCapture,
  eraseOnOrder,
  placeHold,
  planErasure,
  recordAccess,
  releaseHold,
  requestCapture,
} from '../../src/retention/index.ts';
import { redactionName, type VendorReply, type VendorRequest } from '../../src/demo/index.ts';
import { textAnswer } from './answers.ts';
import { hello, send } from './http.ts';
import { addAccount } from './person-sign-in.ts';
import { addDevices } from './fill-devices.ts';
import { addEvaluations } from './fill-evaluations.ts';
import { addFlows } from './fill-flows.ts';
import { startTestPost, type TestPost } from './post.ts';
import { testRetention } from './retention.ts';
import { password } from './sensitive.ts';

/** What a prompt makes the vendor of a lively post do. */
export const wishes = { overloaded: 'please be overloaded', brokenOff: 'please break off' } as const;

/** Those who sign in to the console of a lively post, with the usual password, and their roles. */
export const livelyPeople = {
  Dana: 'octroi-dpo',
  Diego: 'octroi-dpo',
  Aude: 'octroi-auditor',
  Léa: 'octroi-lead',
  Noé: 'developer',
} as const;

async function addRequests({ tenancy, tenantId }: TestPost, subjectId: string): Promise<void> {
  const ids: Record<string, string> = {};
  for (const [name, role] of Object.entries(livelyPeople))
    ids[name] = await addAccount({ tenancy, tenantId }, name, role);
  const by = (name: keyof typeof livelyPeople) => ({
    tenantId,
    personId: ids[name] ?? '',
    rights: ['reveal'] as const,
  });
  const ask = (name: keyof typeof livelyPeople, reason: string) =>
    requestAct(tenancy, by(name), { act: 'reveal_person', subjectId, reason });
  const may = (name: keyof typeof livelyPeople) => ({ ...by(name), roles: [livelyPeople[name]] });
  const asked = { purpose: 'incident 4711, what left', days: 7 };
  await requestCapture(tenancy, may('Dana'), { ...asked, label: 'internal' });
  const captureId = await requestCapture(tenancy, may('Dana'), { ...asked, label: 'confidential' });
  await approveCapture(tenancy, may('Diego'), captureId);
  await ask('Diego', 'The owner of the secret in exchange 01a2… must change it today.');
  await ask('Dana', 'Request of access, letter of 2026-11-20.');
  const confirmed = await ask('Dana', 'A file marked “secret-défense” left from this person’s workstation.');
  await decideAct(tenancy, by('Diego'), { id: confirmed, isConfirmed: true });
  await decideAct(tenancy, by('Diego'), { id: await ask('Dana', 'Who is so busy at night?'), isConfirmed: false });
}

// A hold in force and one that was released, somebody who was told what is held on them, and somebody who was erased.
async function addKept(post: TestPost): Promise<void> {
  const { tenancy, tenantId } = post;
  const retention = testRetention(tenancy);
  const order = { tenantId, reason: 'dispute 12', by: 'legal department' };
  await placeHold(retention, { ...order, scope: { kind: 'class', value: 'accountability' } });
  const exchanges = await listExchanges(tenancy, tenantId, { limit: 50 });
  const exchange = exchanges.find(({ began }) => began.client.sessionId !== undefined);
  const conversation = exchange?.began.client.sessionId ?? '';
  const holdId = await placeHold(retention, { ...order, scope: { kind: 'conversation', value: conversation } });
  await releaseHold(retention, { ...order, reason: 'settled', holdId });
  await post.makeKey('Yvette', 'storefront');
  const personId = await resolvePerson(tenancy, { tenantId, person: 'Yvette' });
  const ada = await resolvePerson(tenancy, { tenantId, person: 'Ada' });
  await recordAccess(retention, { tenantId, personId: ada, records: 12, by: 'DPO' });
  const selection = { kind: 'person', personId } as const;
  const { digest } = await planErasure(retention, tenantId, selection);
  await eraseOnOrder(retention, { ...order, reason: 'request 2026-7', by: 'DPO', selection, digest });
}

/** A post with something of everything: several people, sessions, outcomes and states of keys. Its data is demo data. */
export async function startLivelyPost(): Promise<TestPost> {
  const post = await startTestPost({ isDemo: true, wish });
  await post.addContract();
  const [ada, blaise] = [await post.makeKey('Ada', 'billing'), await post.makeKey('Blaise', 'storefront')];
  const grace = await post.makeKey('Grace', 'storefront');
  for (const scenario of ['edit-write', 'image-nb-big', 'at-mention']) await post.play(scenario, ada.key);
  for (const scenario of ['read-claudemd', 'bash-grep', 'git']) await post.play(scenario, blaise.key);
  for (const content of Object.values(wishes)) await send(post.gatewayUrl, ada.key, { body: prompt(content) });
  await send(post.gatewayUrl, blaise.key, { body: '{"model": "claude-opus-5-5", "messages": [' });
  await send(post.gatewayUrl, blaise.key, { method: 'GET', path: '/v1/models' });
  await post.play(redactionName, ada.key);
  await send(post.gatewayUrl, ada.key, { body: sealedBody });
  await send(post.gatewayUrl, blaise.key, { body: customersBody });
  await endKeys(post, grace.id);
  const long = await post.makeKey('Zoé', `${'w'.repeat(60)} ${'<b>'.repeat(19)}`);
  await send(post.gatewayUrl, long.key, { body: hostileBody });
  await addKept(post);
  await addEvaluations(post);
  await addDevices(post);
  await addFlows(post, await resolvePerson(post.tenancy, { tenantId: post.tenantId, person: 'Ada' }));
  await addRequests(post, (await listPersons(post.database.store, post.tenantId))[0]?.id ?? '');
  return post;
}

/** A name that is in a file's path of the lively post, made to break pages: long, without a place to break, and markup. */
export const hostileName = `${'x'.repeat(250)}<img src=x onerror=alert(1)>\u202Efdp.exe`;

const overloaded = JSON.stringify({ type: 'error', error: { type: 'overloaded_error', message: 'Busy' } });

const tool = (id: string, name: string, input: object) => [
  { role: 'assistant', content: [{ type: 'tool_use', id, name, input }] },
  { role: 'user', content: [{ type: 'tool_result', tool_use_id: id, content: '1\thello\n2\t' }] },
];

const hostileBody = JSON.stringify({
  model: `m${'-long'.repeat(30)}`,
  max_tokens: 100,
  messages: [
    { role: 'user', content: 'hello' },
    ...tool('toolu_1', 'Read', { file_path: `/home/zoe/${hostileName}` }),
    ...tool('toolu_2', 'Bash', { command: `cat ${'y'.repeat(400)}` }),
    ...tool('toolu_3', `mcp__${'z'.repeat(100)}`, {}),
  ],
});

/** A secret of the sender's that a thought of the model repeats, which cannot be changed: declared, and then stopped. */
const sealedBody = JSON.stringify({
  ...hello,
  messages: [
    { role: 'user', content: `Sign in with password = "${password}", please.` },
    {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: `It signs in with password = "${password}".`, signature: 'c2VhbGVk' },
        { type: 'text', text: 'It signs in.' },
      ],
    },
    { role: 'user', content: 'hello' },
  ],
});

/** More values in one file than a page shows at once, some of them twice. */
const customers = Array.from({ length: 60 }, (_, at) => `claire.martin${at % 40}@acme-sud.fr`);

const customersBody = JSON.stringify({
  ...hello,
  messages: [
    { role: 'user', content: 'hello' },
    {
      role: 'assistant',
      content: [{ type: 'tool_use', id: 'toolu_1', name: 'Read', input: { file_path: '/home/zoe/customers.csv' } }],
    },
    {
      role: 'user',
      content: [
        {
          type: 'tool_result',
          tool_use_id: 'toolu_1',
          content: customers.map((line, at) => `${at + 1}\t${line}`).join('\n'),
        },
      ],
    },
  ],
});

function prompt(content: string): string {
  return JSON.stringify({ ...hello, messages: [{ role: 'user', content }] });
}

function wish({ body }: VendorRequest): VendorReply | undefined {
  const text = body.toString();
  if (text.includes(wishes.overloaded)) return { kind: 'json', status: 529, body: overloaded };
  if (text.includes(wishes.brokenOff)) return { kind: 'raw', write: (response) => void response.destroy() };
  return text.includes('"hello"') ? textAnswer('Hello.') : undefined;
}

// One revoked, one run out.
async function endKeys(post: TestPost, revokedId: string): Promise<void> {
  await revokeKey(post.tenancy, { tenantId: post.tenantId, keyId: revokedId, actor: 'command_line' });
  const old = await post.makeKey('Henri', 'platform');
  await post.database.asSuper(`update octroi_key set expires_at = now() - interval '1 day' where id = $1`, [old.id]);
}
