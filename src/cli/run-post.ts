import { watchTerms } from './catalogue/watch-terms.ts';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describeCause, sha256Hex, systemClock, timeOrderedId } from '../base/index.ts';
import { buildConsole, type ConsoleRules, makeLink } from '../console-api/index.ts';
import { type CapturesOf, type Gateway, startGateway } from '../gateway/index.ts';
import type { RuleSources } from '../detection/index.ts';
import {
  closeAbandoned,
  latestRecords,
  type Ledger,
  type LedgerRecord,
  openLedger,
  sealRecordsInClear,
  sessionFingerprints,
  sessionLabels,
} from '../ledger/index.ts';
import { type Retention, Sweeper } from '../retention/index.ts';
import { announceChange, Directory, stopContract } from '../tenancy/index.ts';
import { noteModuleVersions, trainingOf } from '../training/index.ts';
import { calledAs } from './called-as.ts';
import { inferenceHooks, openClientSignIn, openSignIn } from './client-sign-in.ts';
import { streamAccessArchive } from './access/access-archive.ts';
import { mirrorBy } from './mirror/read-mirror.ts';
import { meansOf } from './notices/notice-material.ts';
import { openApprovedCaptures } from './capture/approved-captures.ts';
import { consoleEgress } from './egress/console-egress.ts';
import { gatewaySources } from './egress/gateway-sources.ts';
import { runEgress } from './egress/run-egress.ts';
import { runLogReading } from './egress/run-log-reading.ts';
import { deviceDesk } from './fleet/device-desk.ts';
import { packDesk } from './evidence/pack-desk.ts';
import { watchEvidence } from './evidence/watch-evidence.ts';
import { fileDesk } from './files/file-desk.ts';
import { startFilesWatch } from './files/watch-files.ts';
import { defaultSettingsFor, readModels } from './default-settings.ts';
import { readSources } from './detect/read-sources.ts';
import { toldSource } from './detect/refused-source.ts';
import { listen } from './listen.ts';
import { loginNotice } from './training/training-address.ts';
import { hookByPolicy, settingsByPolicy } from './policy/client-ways.ts';
import { consoleRules } from './policy/console-rules.ts';
import { type Rules, RulesInForce } from './policy/rules-in-force.ts';
import { tellOfRules } from './policy/tell-rules.ts';
import { announceAddress, withdrawAddress } from './post-address.ts';
import type { PostEvent } from './post-event.ts';
import { lifetimesOf, openRetention } from './retention/open-retention.ts';
import { runLog } from './run-log.ts';
import { runSiem } from './siem/run-siem.ts';
import type { Settings } from './settings/settings.ts';
import type { Installation } from './wire.ts';

/** The running post: gateway and console on one installation. */
export type Post = {
  readonly gatewayUrl: string;
  readonly consoleUrl: string;
  /** Where the forward proxy listens; undefined where the settings want none. */
  readonly egressUrl: string | undefined;
  /** Makes a link that signs in to the console once. */
  signInLink(): Promise<string>;
  /** Lets what is under way end, then closes everything, the database last. */
  stop(): Promise<void>;
};

export type PostOptions = {
  readonly installation: Installation;
  readonly version: string;
  readonly tell: (event: PostEvent) => void;
  /** Somebody said that a catalogue older than the last one in force is meant. */
  readonly acceptsOlderCatalogue?: boolean;
};

type Closer = () => Promise<unknown>;

/** Starts the gateway and the console. Exchanges left open by a process that was killed are closed first. */
export async function runPost(options: PostOptions): Promise<Post> {
  const { installation, tell } = options;
  const { settings, tenancy, tenant } = installation;
  const directory = new Directory(tenancy, trainingOf);
  directory.start();
  const gatewayId = timeOrderedId();
  const ledger = openLedger({ ...tenancy, gatewayId, waitMs: settings.ledger.waitMs });
  const closers: Closer[] = [() => installation.close(), () => ledger.close(), () => directory.close()];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    // The log ends after the ledger, so that what was recorded last is in it.
    closers.splice(1, 0, ...(await runLog(installation, tell)));
    await sealRecordsInClear(tenancy.store, ledger);
    await closeAbandoned({ ...tenancy, ledger });
    closers.push(await runSiem(installation, options));
    const sources = await readSources(settings.detection);
    const inForce = await openRules(options, ledger);
    closers.push(async () => inForce.close());
    closers.push(startSweeper(options, inForce));
    const endWatch = watchTerms({ installation, inForce, ledger, tell });
    const endFilesWatch = startFilesWatch({ ...installation, tell });
    closers.push(async () => (endWatch(), endFilesWatch()));
    closers.push(watchEvidence({ installation, inForce, tell }));
    const { capturesOf: captures, end: endCaptures } = await openApprovedCaptures(tenancy, tenant.id, tell);
    closers.push(async () => endCaptures());
    const gateway = await startGatewayOf(options, { directory, ledger, gatewayId, inForce, sources, captures });
    closers.push(() => gateway.stop(settings.gateway.drainMs));
    const gatewayUrl = settings.gateway.publicUrl || gateway.url;
    const wiring = {
      gatewayUrl,
      directory,
      inForce,
      rules: consoleRules({ inForce, sources, tenancy, settings }),
      closers,
    };
    const egress = await runEgress({ installation, directory, ledger, inForce, gatewayUrl, tell });
    if (egress) closers.push(() => egress.stop(settings.gateway.drainMs));
    closers.push(...(await runLogReading(options, inForce)));
    const consoleUrl = await startConsole(options, { ...wiring, egressUrl: egress?.url });
    await announceAddress(settings, { gatewayUrl, consoleUrl });
    closers.push(() => withdrawAddress(settings));
    return {
      gatewayUrl,
      consoleUrl,
      egressUrl: egress?.url,
      stop,
      signInLink: async () => `${consoleUrl}/sign-in#${await makeLink(tenancy, tenant.id)}`,
    };
  } catch (fault) {
    await stop();
    throw toldSource(settings.language, fault);
  }
}

// What the policy in force says when it is asked counts, not what it said at the start.
function retentionOf(installation: Installation, inForce: RulesInForce): Retention {
  return openRetention(installation, () => lifetimesOf(inForce.rules.policy.configuration));
}

function startSweeper({ installation, tell }: PostOptions, inForce: RulesInForce): Closer {
  const retention = retentionOf(installation, inForce);
  const sweeper = new Sweeper({ retention, everyMs: installation.settings.retention.sweepEveryMs, tell });
  sweeper.start();
  return () => sweeper.close();
}

type GatewayWiring = {
  readonly directory: Directory;
  readonly ledger: Ledger;
  readonly gatewayId: string;
  readonly inForce: RulesInForce;
  readonly sources: RuleSources;
  readonly captures: CapturesOf;
};

async function startGatewayOf(
  { installation, tell }: PostOptions,
  { directory, ledger, gatewayId, inForce, sources, captures }: GatewayWiring,
): Promise<Gateway> {
  const { settings, tenancy } = installation;
  const rules = () => inForce.rules;
  const signIn = await openClientSignIn(installation, directory, () => loginNotice(rules().policy, settings));
  const inference = await inferenceHooks(installation);
  const models = readModels(settings.gateway.models);
  return listen(settings.gateway, () =>
    startGateway(
      {
        admit: (key) => directory.look(key),
        loadSession: ({ tenantId, personId, sessionId: session }) =>
          sessionFingerprints(tenancy, tenantId, { session, personId }),
        loadLabels: ({ tenantId, personId, sessionId: session }) =>
          sessionLabels(tenancy, tenantId, { session, personId }),
        stopContract: async (mismatch) => {
          await stopContract(tenancy, mismatch);
          directory.forget(mismatch.tenantId);
        },
        ledger,
        gatewayId,
        now: systemClock,
        newId: timeOrderedId,
        policy: () => inForce.rules.policy,
        terms: () => inForce.rules.terms,
        rules: sources,
        limits: { ...settings.gateway, ...settings.detection, waitMs: settings.ledger.waitMs },
        language: settings.language,
        tell,
        publicUrl: settings.gateway.publicUrl.replace(/\/+$/, ''),
        trustedProxies: settings.gateway.trustedProxies,
        signIn,
        settingsFor: settingsByPolicy(rules, installation, defaultSettingsFor(tenancy)),
        decideHook: hookByPolicy(rules, installation),
        ...inference,
        files: fileDesk(tenancy),
        captures,
        devices: deviceDesk(tenancy, { settings, tell }),
        modelsFor: async () => models,
      },
      settings.gateway,
    ),
  );
}

type ConsoleWiring = {
  readonly gatewayUrl: string;
  readonly directory: Directory;
  readonly rules: ConsoleRules;
  readonly inForce: RulesInForce;
  readonly egressUrl: string | undefined;
  readonly closers: Closer[];
};

async function startConsole(
  { installation, version, tell }: PostOptions,
  { gatewayUrl, directory, rules, inForce, egressUrl, closers }: ConsoleWiring,
): Promise<string> {
  const { settings, store, tenancy, tenant } = installation;
  const { host, port, publicUrl, hosts } = settings.console;
  const named = publicUrl === '' ? [] : [new URL(publicUrl).hostname];
  const personSignIn = {
    ...(await openSignIn(installation)),
    language: settings.language,
    passkeyHost: new URL(gatewayUrl).hostname,
  };
  const retention = retentionOf(installation, inForce);
  const server = buildConsole({
    personSignIn,
    retention,
    packs: packDesk(installation, inForce),
    means: meansOf(settings),
    mirrorOn: (day) => mirrorBy(inForce.rules, installation, day),
    accessArchive: (asked) => streamAccessArchive({ retention, tenancy, tenantId: tenant.id }, asked),
    trustedProxies: settings.gateway.trustedProxies,
    store,
    tenancy,
    directory,
    rules,
    fleet: settings.fleet,
    egress: {
      ...consoleEgress({ settings, inForce, gatewayUrl, url: egressUrl }),
      gateways: await gatewaySources(installation),
    },
    gatewayUrl,
    version,
    staticFolder: join(import.meta.dirname, '..', '..', 'dist', 'console'),
    isHttps: publicUrl.startsWith('https:'),
    about: { program: calledAs, options: callOptions(settings) },
    hosts: [...new Set(['127.0.0.1', 'localhost', '[::1]', host, ...named, ...hosts])],
    tell,
  });
  await listen(settings.console, () => server.listen({ host, port }));
  closers.push(() => server.close());
  const { port: taken } = server.server.address() as AddressInfo;
  return publicUrl.replace(/\/+$/, '') || `http://${host}:${taken}`;
}

async function openRules(
  { installation, tell, acceptsOlderCatalogue = false }: PostOptions,
  ledger: Ledger,
): Promise<RulesInForce> {
  const { settings, tenancy, tenant } = installation;
  const [last] = acceptsOlderCatalogue
    ? []
    : await latestRecords(tenancy, tenant.id, { kind: 'policy_in_force', limit: 1 });
  const events = {
    onChange: async (rules: Rules) => {
      await noteModuleVersions({ ...tenancy, announce: announceChange }, tenant.id, rules.catalogue);
      await ledger.append(policyRecord(tenant.id, rules));
      // They count as they are: whoever cannot be told of a slip in them is no reason to stop.
      await tellOfRules(rules, installation, tell).catch((fault: unknown) =>
        tell({ kind: 'fault', cause: describeCause(fault) }),
      );
    },
    onFault: (code: string) => tell({ kind: 'rules_refused', code }),
  };
  return RulesInForce.open(settings, events, { catalogueBefore: last?.catalogueVersion });
}

function policyRecord(tenantId: string, { policy, files, catalogue }: Rules): LedgerRecord {
  return {
    kind: 'policy_in_force',
    id: timeOrderedId(),
    tenantId,
    recordedAt: systemClock().toISOString(),
    policyVersion: policy.version,
    catalogueVersion: catalogue.version,
    source: files.length === 0 ? 'built_in' : 'folder',
    files: files.map(({ name, text }) => ({ name, digest: sha256Hex(text) })),
  };
}

/** What a command needs to be about this installation. */
export function callOptions({ data }: Pick<Settings, 'data'>): string {
  return data === './data' ? '' : ` --data ${data}`;
}

/** Resolves with the first signal that asks this process to end. */
export async function untilAskedToStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
