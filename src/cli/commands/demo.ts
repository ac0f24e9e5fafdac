import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { timeOrderedId } from '../../base/index.ts';
import { type Player, redactionName, Stage, startVendor } from '../../demo/index.ts';
import { cliText } from '../../messages/index.ts';
import { addContract, createKey, listContracts, type Tenancy } from '../../tenancy/index.ts';
import type { Invocation } from '../command.ts';
import { settingsOf } from '../options.ts';
import { integerOption, textOption } from '../read-options.ts';
import { readScenarios } from '../read-scenarios.ts';
import { runPost, untilAskedToStop } from '../run-post.ts';
import { tellTo } from '../tell.ts';
import { version } from '../version.ts';
import { openInstallation } from '../wire.ts';
import { announce } from './up.ts';

const organizationId = 'demo-organization';

export async function runDemo(invocation: Invocation): Promise<void> {
  const { terminal, options } = invocation;
  const given = await settingsOf(invocation);
  // A folder of its own: made-up exchanges must never stand in the same ledger as real ones. One that is named is
  // taken, unless it holds a ledger that is none of a demo.
  const isNamed = textOption(options, 'data') !== undefined;
  const settings = isNamed ? given : { ...given, data: join(given.data, 'demo') };
  const pauseMs = integerOption(options, 'pause-ms', 4_000);
  const scenarios = await readScenarios();
  const installation = await openInstallation({ settings, mode: 'own', isDemo: true });
  const { tenancy, tenant } = installation;
  const post = await runPost({ installation, version, tell: tellTo(terminal) });
  const stage = new Stage({ gatewayUrl: post.gatewayUrl, scenarios, newId: timeOrderedId, random: Math.random });
  const vendor = await startVendor({ organizationId, reply: (request) => stage.reply(request) });
  await addDemoContract(tenancy, tenant.id, vendor.url);
  const players = await makePlayers(tenancy, tenant.id);
  await announce(terminal, post, { hasContract: true, settings });
  if (!terminal.isJson) terminal.print(cliText(terminal.language, 'demo.playing', { data: settings.data }));
  let isOver = false;
  const playing = players.map((player, index) =>
    playOn({ stage, player, pauseMs, startAfterMs: index * 300, isFirst: index === 0, isOver: () => isOver }),
  );
  await untilAskedToStop();
  isOver = true;
  terminal.remark(cliText(terminal.language, 'up.stopping', {}));
  await Promise.all(playing);
  await post.stop();
  await vendor.close();
}

// The vendor of the demo takes another port at each start, so each start has a contract of its own.
async function addDemoContract(tenancy: Tenancy, tenantId: string, upstreamUrl: string): Promise<void> {
  const count = (await listContracts(tenancy, tenantId)).length;
  const contract = {
    name: `demo vendor ${count + 1}`,
    plan: 'api',
    upstreamUrl,
    organizationId,
    workspaceNames: crew.map(({ workspace }) => workspace),
  };
  await addContract(tenancy, { tenantId, ...contract, credential: `demo-credential-${count}`, actor: 'command_line' });
}

const crew = [
  { name: 'Ada', workspace: 'billing', repository: 'billing-api' },
  { name: 'Blaise', workspace: 'billing', repository: 'invoice-export' },
  { name: 'Émilie', workspace: 'storefront', repository: 'shop-web' },
  { name: 'Grace', workspace: 'storefront', repository: 'shop-search' },
  { name: 'Henri', workspace: 'platform', repository: 'deploy-tools' },
] as const;

async function makePlayers(tenancy: Tenancy, tenantId: string): Promise<readonly Player[]> {
  const players: Player[] = [];
  for (const { name, workspace, repository } of crew) {
    const wanted = {
      tenantId,
      personName: name,
      workspaceName: workspace,
      language: 'en',
      validDays: 1,
      actor: 'command_line',
    } as const;
    const { key } = await createKey(tenancy, wanted);
    players.push({ key, home: `/home/${name.toLowerCase()}`, repository });
  }
  return players;
}

type Play = {
  readonly stage: Stage;
  readonly player: Player;
  readonly pauseMs: number;
  readonly startAfterMs: number;
  readonly isFirst: boolean;
  readonly isOver: () => boolean;
};

// The first session of each goes fast, so that there is something to see at once; then life goes on at its pace. One shows redaction.
async function playOn({ stage, player, pauseMs, startAfterMs, isOver, isFirst }: Play): Promise<void> {
  await delay(startAfterMs);
  await stage.playSession(player, {
    pauseMs: Math.min(pauseMs, 200),
    isOver,
    ...(isFirst ? { name: redactionName } : {}),
  });
  while (!isOver()) await stage.playSession(player, { pauseMs, isOver });
}
