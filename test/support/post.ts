import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { timeOrderedId } from '../../src/base/index.ts';
import { readScenarios } from '../../src/cli/read-scenarios.ts';
import type { PostEvent } from '../../src/cli/post-event.ts';
import { runPost } from '../../src/cli/run-post.ts';
import { readSettings } from '../../src/cli/settings/read-settings.ts';
import { makeLink } from '../../src/console-api/index.ts';
import { Stage, startVendor, type VendorReply, type VendorRequest } from '../../src/demo/index.ts';
import {
  addContract,
  type CreatedKey,
  createKey,
  ensureTenant,
  resumeContract,
  stopContract,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import type { PolicyFile } from '../../src/policy/index.ts';
import { testTenancy } from './books.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { makeFolder } from './folder.ts';
import { contractCredential } from './gateway.ts';

export type TestPostOptions = {
  /** Hears what the post tells its operator. */
  readonly tell?: (event: PostEvent) => void;
  readonly isDemo?: boolean;
  /** The policy's files; octroi's own policy is in force without any. */
  readonly policyFiles?: readonly PolicyFile[];
  /** Settings besides, as the environment gives them. */
  readonly environment?: Readonly<Record<string, string>>;
  /** What the vendor answers; where it says nothing, a captured session is being played, and that says it. */
  readonly wish?: (request: VendorRequest) => VendorReply | Promise<VendorReply> | undefined;
};

export type TestPost = {
  readonly gatewayUrl: string;
  readonly consoleUrl: string;
  /** Where the forward proxy listens, where the settings want one. */
  readonly egressUrl: string | undefined;
  readonly tenancy: Tenancy;
  readonly tenantId: string;
  readonly database: TestDatabase;
  signInLink(): Promise<string>;
  /** Adds the contract with the loopback vendor. */
  addContract(): Promise<string>;
  /** Stops a contract as the gateway does when another organisation answers. */
  stopContract(contractId: string): Promise<void>;
  resumeContract(contractId: string): Promise<void>;
  makeKey(person: string, workspace: string): Promise<CreatedKey>;
  /** Plays a captured session through the gateway, from its first request to its last. */
  play(scenario: string, key: string): Promise<void>;
  /** What the vendor answers to the next request, before all else. */
  answerNext(reply: VendorReply): void;
  stop(): Promise<void>;
};

const organizationId = 'org-contract';

/** The real post, gateway and console, as `octroi up` runs it, on a database of its own and before a loopback vendor. */
export async function startTestPost({
  isDemo = false,
  policyFiles = [],
  environment = {},
  wish,
  tell = () => {},
}: TestPostOptions = {}): Promise<TestPost> {
  const database = await createDatabase();
  const { store } = database;
  const tenancy: Tenancy = testTenancy(store);
  const tenant = await ensureTenant(tenancy, isDemo ? 'demo' : 'default', isDemo);
  const settings = readSettings({
    file: undefined,
    environment: {
      OCTROI_DATA: await makeFolder(),
      OCTROI_POLICY_FOLDER: policyFiles.length === 0 ? '' : await policyFolder(policyFiles),
      OCTROI_GATEWAY_PORT: '0',
      OCTROI_CONSOLE_PORT: '0',
      OCTROI_CONSOLE_HOSTS: 'octroi.test',
      OCTROI_EGRESS_PORT: '0',
      ...environment,
    },
  });
  const installation = { settings, store, tenancy, tenant, close: () => database.drop() };
  const post = await runPost({ installation, version: '0.0.0-test', tell });
  const { gatewayUrl, consoleUrl, egressUrl } = post;
  const stages = await makeStages(gatewayUrl);
  const next: VendorReply[] = [];
  const reply = (request: VendorRequest) => next.shift() ?? wish?.(request) ?? stages.answering().reply(request);
  const vendor = await startVendor({ organizationId, reply });
  const tenantId = tenant.id;
  return {
    gatewayUrl,
    consoleUrl,
    egressUrl,
    tenancy,
    tenantId,
    database,
    signInLink: async () => `${consoleUrl}/sign-in#${await makeLink(tenancy, tenantId)}`,
    addContract: () => {
      const contract = { name: 'vendor', plan: 'api', upstreamUrl: vendor.url, organizationId };
      return addContract(tenancy, { tenantId, ...contract, credential: contractCredential, actor: 'command_line' });
    },
    stopContract: async (contractId) => {
      const mismatch = { expectedOrganizationId: organizationId, answeredOrganizationId: 'org-other' };
      await stopContract(tenancy, { tenantId, contractId, exchangeId: timeOrderedId(), ...mismatch });
    },
    resumeContract: (contractId) => resumeContract(tenancy, { tenantId, contractId, actor: 'command_line' }),
    makeKey: (personName, workspaceName) =>
      createKey(tenancy, { tenantId, personName, workspaceName, language: 'en', validDays: 90, actor: 'command_line' }),
    play: (scenario, key) => stages.play(scenario, key),
    answerNext: (answer) => void next.push(answer),
    stop: async () => {
      await post.stop();
      await vendor.close();
    },
  };
}

async function policyFolder(files: readonly PolicyFile[]): Promise<string> {
  const folder = await makeFolder();
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  return folder;
}

// A stage plays one of the scenarios it knows, by chance; each of these knows one, so that a test says which.
async function makeStages(gatewayUrl: string) {
  const scenarios = await readScenarios();
  let current: Stage | undefined;
  const stageOf = (name: string): Stage => {
    const scenario = scenarios.find((candidate) => candidate.name === name);
    if (!scenario) throw new Error(`no captured session is named ${name}`);
    return new Stage({ gatewayUrl, scenarios: [scenario], newId: timeOrderedId, random: () => 0 });
  };
  return {
    answering: (): Stage => {
      if (!current) throw new Error('nothing is being played');
      return current;
    },
    play: async (name: string, key: string): Promise<void> => {
      current = stageOf(name);
      await current.playSession(
        { key, home: '/home/ada', repository: 'shop-web' },
        { pauseMs: 0, isOver: () => false },
      );
    },
  };
}
