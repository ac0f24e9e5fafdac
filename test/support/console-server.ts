import { systemClock } from '../../src/base/index.ts';
import { buildConsole, type ConsoleParts, makeLink } from '../../src/console-api/index.ts';
import { exportRecords, type LedgerRecord } from '../../src/ledger/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from './books.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { password } from './sign-in.ts';
import { accountsOf } from './person-sign-in.ts';
import { retainedOf } from './retained.ts';
import { rulesInForce } from './rules.ts';

export type Answered = { readonly status: number; readonly body: string; readonly headers: object };

/** The console's API on a database of its own, with somebody signed in. */
export type ConsoleServer = {
  readonly database: TestDatabase;
  readonly tenancy: Tenancy;
  readonly tenantId: string;
  /** Tenants that the gateway was told to read anew. */
  readonly forgotten: readonly string[];
  /** Puts other rules in force. */
  govern(rules: ConsoleParts['rules']): void;
  get(url: string): Promise<Answered>;
  /** Asks as somebody else, who signs in with their account and the usual password. */
  as(name: string): Promise<Pick<ConsoleServer, 'get' | 'post'>>;
  /** Asks without a session. */
  readonly nobody: Pick<ConsoleServer, 'get' | 'post'>;
  post(url: string, payload?: object): Promise<Answered>;
  records(): Promise<readonly LedgerRecord[]>;
  close(): Promise<void>;
};

export async function startConsoleServer(now = systemClock): Promise<ConsoleServer> {
  const database = await createDatabase();
  const { store } = database;
  const tenancy: Tenancy = { ...testTenancy(store), now };
  const tenantId = (await ensureTenant(tenancy, 'tenant')).id;
  const forgotten: string[] = [];
  let rules = rulesInForce();
  const server = buildConsole({
    store,
    tenancy,
    ...accountsOf(tenancy, tenantId),
    ...retainedOf(tenancy, tenantId),
    directory: { forget: (tenant) => void forgotten.push(tenant) },
    rules: {
      inForce: () => rules.inForce(),
      scan: (text, path) => rules.scan(text, path),
      recordedProbes: () => rules.recordedProbes(),
      recordedExchanges: (wanted) => rules.recordedExchanges(wanted),
    },
    gatewayUrl: 'http://127.0.0.1:8040',
    version: '1.2.3',
    staticFolder: '/nowhere',
    isHttps: false,
    about: { program: 'octroi', options: '' },
    hosts: ['localhost'],
    tell: () => {},
  });
  const asking = (cookie = ''): Pick<ConsoleServer, 'get' | 'post'> => {
    const headers = { host: 'localhost', cookie };
    const ask = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<Answered> => {
      const answered = await server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
      return { status: answered.statusCode, body: answered.body, headers: answered.headers };
    };
    return { get: (url) => ask('GET', url), post: (url, payload) => ask('POST', url, payload) };
  };
  const nobody = asking();
  const enter = async (url: string, form: object) => {
    const { headers, status, body } = await nobody.post(url, form);
    if (status !== 200) throw new Error(body);
    return asking(String((headers as { readonly 'set-cookie'?: string })['set-cookie']).split(';')[0]);
  };
  const operator = await enter('/api/session', { link: await makeLink(tenancy, tenantId) });
  return {
    database,
    tenancy,
    tenantId,
    forgotten,
    govern: (others) => {
      rules = others;
    },
    ...operator,
    as: (name) => enter('/api/sign-in/password', { name, password }),
    nobody,
    records: async () =>
      (await Array.fromAsync(exportRecords(tenancy, tenantId, {}))).map((body) => JSON.parse(body) as LedgerRecord),
    close: async () => {
      await server.close();
      await database.drop();
    },
  };
}
