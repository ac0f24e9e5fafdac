import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { systemClock, timeOrderedId } from '../base/index.ts';
import { buildConsole, makeLink } from '../console-api/index.ts';
import { type GatewayEvent, startGateway } from '../gateway/index.ts';
import { closeAbandoned, openLedger, sealRecordsInClear, sessionFingerprints } from '../ledger/index.ts';
import { Directory, stopContract } from '../tenancy/index.ts';
import { calledAs } from './called-as.ts';
import { listen } from './listen.ts';
import { type LogTelling, runLog } from './run-log.ts';
import type { Installation } from './wire.ts';

/** The running post: gateway and console on one installation. */
export type Post = {
  readonly gatewayUrl: string;
  readonly consoleUrl: string;
  /** Makes a link that signs in to the console once. */
  signInLink(): Promise<string>;
  /** Lets what is under way end, then closes everything, the database last. */
  stop(): Promise<void>;
};

/** Something an operator must hear of. Holds codes and ids; never content, never a credential. */
export type PostEvent = GatewayEvent | Parameters<LogTelling>[0];

export type PostOptions = {
  readonly installation: Installation;
  readonly version: string;
  readonly tell: (event: PostEvent) => void;
};

/** Starts the gateway and the console. Exchanges left open by a process that was killed are closed first. */
export async function runPost({ installation, version, tell }: PostOptions): Promise<Post> {
  const { settings, tenancy, tenant } = installation;
  const directory = new Directory(tenancy);
  directory.start();
  const gatewayId = timeOrderedId();
  const ledger = openLedger({ ...tenancy, gatewayId, waitMs: settings.ledger.waitMs });
  const closers: (() => Promise<unknown>)[] = [
    () => installation.close(),
    () => ledger.close(),
    () => directory.close(),
  ];
  const stop = async (): Promise<void> => {
    for (const close of closers.splice(0).toReversed()) await close();
  };
  try {
    // The log ends after the ledger, so that what was recorded last is in it.
    closers.splice(1, 0, ...(await runLog(installation, tell)));
    await sealRecordsInClear(tenancy.store, ledger);
    await closeAbandoned({ ...tenancy, ledger });
    const gateway = await listen(settings.gateway, () =>
      startGateway(
        {
          admit: (key) => directory.look(key),
          loadSession: (tenantId, session) => sessionFingerprints(tenancy, tenantId, session),
          stopContract: async (mismatch) => {
            await stopContract(tenancy, mismatch);
            directory.forget(mismatch.tenantId);
          },
          ledger,
          gatewayId,
          now: systemClock,
          newId: timeOrderedId,
          limits: { ...settings.gateway, waitMs: settings.ledger.waitMs },
          language: settings.language,
          tell,
        },
        settings.gateway,
      ),
    );
    closers.push(() => gateway.stop(settings.gateway.drainMs));
    const gatewayUrl = settings.gateway.publicUrl || gateway.url;
    const consoleUrl = await startConsole({ installation, version, tell }, { gatewayUrl, directory, closers });
    return {
      gatewayUrl,
      consoleUrl,
      stop,
      signInLink: async () => `${consoleUrl}/sign-in#${await makeLink(tenancy, tenant.id)}`,
    };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

type ConsoleWiring = {
  readonly gatewayUrl: string;
  readonly directory: Directory;
  readonly closers: (() => Promise<unknown>)[];
};

async function startConsole(
  { installation, version, tell }: PostOptions,
  { gatewayUrl, directory, closers }: ConsoleWiring,
): Promise<string> {
  const { settings, store, tenancy } = installation;
  const { host, port, publicUrl, hosts } = settings.console;
  const named = publicUrl === '' ? [] : [new URL(publicUrl).hostname];
  const server = buildConsole({
    store,
    tenancy,
    directory,
    gatewayUrl,
    version,
    staticFolder: join(import.meta.dirname, '..', '..', 'dist', 'console'),
    isHttps: publicUrl.startsWith('https:'),
    about: { program: calledAs, options: settings.data === './data' ? '' : ` --data ${settings.data}` },
    hosts: [...new Set(['127.0.0.1', 'localhost', '[::1]', host, ...named, ...hosts])],
    tell,
  });
  await listen(settings.console, () => server.listen({ host, port }));
  closers.push(() => server.close());
  const { port: taken } = server.server.address() as AddressInfo;
  return publicUrl.replace(/\/+$/, '') || `http://${host}:${taken}`;
}

/** Resolves with the first signal that asks this process to end. */
export async function untilAskedToStop(): Promise<void> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
}
