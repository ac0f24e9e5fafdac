import { systemClock } from '../../src/base/index.ts';
import { buildConsole, type ConsoleParts, makeLink } from '../../src/console-api/index.ts';
import { ensureTenant, type Tenancy } from '../../src/tenancy/index.ts';
import { testTenancy } from './books.ts';
import { createDatabase, type TestDatabase } from './database.ts';
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
  post(url: string, payload?: object): Promise<Answered>;
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
    directory: { forget: (tenant) => void forgotten.push(tenant) },
    rules: {
      inForce: () => rules.inForce(),
      scan: (text, path) => rules.scan(text, path),
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
  const headers: Record<string, string> = { host: 'localhost' };
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<Answered> => {
    const {
      statusCode,
      body,
      headers: said,
    } = await server.inject({
      method,
      url,
      headers,
      ...(payload ? { payload } : {}),
    });
    return { status: statusCode, body, headers: said };
  };
  const link = await makeLink(tenancy, tenantId);
  const signedIn = await server.inject({ method: 'POST', url: '/api/session', payload: { link }, headers });
  headers['cookie'] = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  return {
    database,
    tenancy,
    tenantId,
    forgotten,
    govern: (others) => {
      rules = others;
    },
    get: (url) => ask('GET', url),
    post: (url, payload) => ask('POST', url, payload),
    close: async () => {
      await server.close();
      await database.drop();
    },
  };
}
