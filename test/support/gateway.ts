import { randomBytes } from 'node:crypto';
import { type Clock, systemClock, timeOrderedId } from '../../src/base/index.ts';
import { builtInSources, type RuleSources } from '../../src/detection/index.ts';
import { startVendor, type Vendor, type VendorReply, type VendorRequest } from '../../src/demo/index.ts';
import {
  type Gateway,
  type GatewayEvent,
  type GatewayLimits,
  type GatewayParts,
  startGateway,
} from '../../src/gateway/index.ts';
import {
  type Exchange,
  exportRecords,
  type Ledger,
  type LedgerRecord,
  listExchanges,
  openLedger,
  sessionFingerprints,
  sessionLabels,
} from '../../src/ledger/index.ts';
import type { Store } from '../../src/store/index.ts';
import {
  addContract,
  createKey,
  Directory,
  ensureTenant,
  stopContract,
  type Tenancy,
  type Tenant,
} from '../../src/tenancy/index.ts';
import { trainingOf } from '../../src/training/index.ts';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { termsOf } from '../../src/cli/policy/catalogue-terms.ts';
import { loadPolicy, type Policy } from '../../src/policy/index.ts';
import { testTenancy } from './books.ts';
import { textAnswer } from './answers.ts';

const builtInPolicy = loadPolicy([]);
const catalogue = openCatalogue(shippedData);
const terms = { ...termsOf(catalogue), version: catalogue.version };

const testLimits: GatewayLimits = {
  maxBodyBytes: 36 * 1024 * 1024,
  maxHeldBytes: 1024 * 1024 * 1024,
  bodyIdleMs: 10_000,
  firstPingMs: 10_000,
  pingEveryMs: 10_000,
  waitMs: 5_000,
  upstreamHeadMs: 20_000,
  upstreamIdleMs: 20_000,
  scanBudgetMs: 5_000,
  mappingLifetimeMs: 600_000,
};

export type GatewayTestOptions = {
  readonly store: Store;
  readonly reply?: (request: VendorRequest) => VendorReply | Promise<VendorReply>;
  readonly limits?: Partial<GatewayLimits>;
  /** The organisation the vendor says it is; the contract names `org-contract`. */
  readonly vendorOrganization?: string;
  readonly upstreamUrl?: string;
  readonly rules?: RuleSources;
  readonly policy?: Policy | (() => Policy);
  readonly plan?: string;
  readonly now?: Clock;
  readonly port?: number;
  readonly publicUrl?: string;
  readonly trustedProxies?: readonly string[];
  /** What stands beside the way of an exchange: sign-in, settings, hooks. */
  readonly ways?: (beside: Beside) => Promise<Partial<GatewayParts>>;
  /** Stands before the real ledger, to make it fail. */
  readonly ledger?: (real: Ledger) => Ledger;
};

/** With what the ways beside that of an exchange are made. */
export type Beside = { readonly tenancy: Tenancy; readonly tenant: Tenant; readonly directory: Directory };

export type GatewayUnderTest = {
  readonly gateway: Gateway;
  readonly url: string;
  readonly vendor: Vendor;
  readonly key: string;
  readonly keyId: string;
  readonly tenant: Tenant;
  readonly tenancy: Tenancy;
  readonly directory: Directory;
  readonly events: GatewayEvent[];
  exchanges(): Promise<readonly Exchange[]>;
  records(): Promise<readonly LedgerRecord[]>;
  stop(): Promise<void>;
};

/** The real gateway on a real database before a loopback vendor, with one person's key. */
export async function startTestGateway(options: GatewayTestOptions): Promise<GatewayUnderTest> {
  const { store, now = systemClock } = options;
  const vendor = await startVendor({
    organizationId: options.vendorOrganization ?? 'org-contract',
    reply: options.reply ?? (() => textAnswer('Hello.')),
  });
  const tenancy: Tenancy = { ...testTenancy(store), now };
  const tenant = await ensureTenant(tenancy, `tenant ${randomBytes(4).toString('hex')}`);
  const contract = {
    name: 'test',
    plan: options.plan ?? 'api',
    upstreamUrl: options.upstreamUrl ?? vendor.url,
    organizationId: 'org-contract',
    credential: contractCredential,
  };
  await addContract(tenancy, { tenantId: tenant.id, ...contract, actor: 'console' });
  const made = await createKey(tenancy, {
    tenantId: tenant.id,
    personName: 'Ada',
    workspaceName: 'tests',
    language: 'en',
    validDays: 1,
    actor: 'console',
  });
  const directory = new Directory(tenancy, trainingOf);
  directory.start();
  const limits = { ...testLimits, ...options.limits };
  const gatewayId = timeOrderedId();
  const ledger = openLedger({ ...tenancy, gatewayId, waitMs: limits.waitMs });
  const events: GatewayEvent[] = [];
  const gateway = await startGateway(
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
      ledger: options.ledger?.(ledger) ?? ledger,
      policy: () => (typeof options.policy === 'function' ? options.policy() : (options.policy ?? builtInPolicy)),
      terms: () => terms,
      rules: options.rules ?? builtInSources,
      gatewayId,
      now,
      newId: timeOrderedId,
      limits,
      language: 'en',
      tell: (event) => events.push(event),
      publicUrl: options.publicUrl ?? '',
      trustedProxies: options.trustedProxies ?? [],
      ...(await options.ways?.({ tenancy, tenant, directory })),
    },
    { host: '127.0.0.1', port: options.port ?? 0 },
  );
  return {
    gateway,
    url: gateway.url,
    vendor,
    key: made.key,
    keyId: made.id,
    tenant,
    tenancy,
    directory,
    events,
    exchanges: () => listExchanges(tenancy, tenant.id, { limit: 100 }),
    records: () => recordsOf(tenancy, tenant.id),
    stop: async () => {
      await gateway.stop(0);
      await directory.close();
      await ledger.close();
      await vendor.close();
    },
  };
}

async function recordsOf(tenancy: Tenancy, tenantId: string): Promise<readonly LedgerRecord[]> {
  const records: LedgerRecord[] = [];
  for await (const body of exportRecords(tenancy, tenantId, {})) records.push(JSON.parse(body) as LedgerRecord);
  return records;
}

// Put together here, so that no scanner takes it for a real one.
export const contractCredential = ['sk', 'ant', 'api03', 'x'.repeat(40)].join('-');
