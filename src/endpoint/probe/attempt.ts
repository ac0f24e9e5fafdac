/** How something was reached for: past the proxy, through it, by asking for a name's address, or in single datagrams. */
export type Way = 'proxy' | 'direct' | 'name' | 'datagram';

/** Something a client tried to reach, and how often. */
export type Attempt = {
  readonly way: Way;
  /** The name, or the address where none was given. */
  readonly host: string;
  readonly port: number;
  /** Of a request that could be read; absent for a connection that carried none. */
  readonly method?: string;
  /** Without its query. */
  readonly path?: string;
  /** The names of the made-up credentials it carried, in a header or in the body. */
  readonly credentials: readonly string[];
  readonly count: number;
};

/** One line that says what was reached: `GET host /path`, `CONNECT host` where no request was seen, `NAME host`. */
export function lineOf({ way, method, host, path, port }: Omit<Attempt, 'credentials' | 'count'>): string {
  if (way === 'name') return `NAME ${host}`;
  if (way === 'datagram') return `DATAGRAM ${host}`;
  if (method !== undefined) return `${method} ${host} ${path ?? '/'}`;
  return port === 443 ? `CONNECT ${host}` : `CONNECT ${host}:${port}`;
}

/** The attempts with those that say the same put together, in the order of their first. */
export function gather(attempts: readonly Attempt[]): readonly Attempt[] {
  const found = new Map<string, Attempt>();
  for (const one of attempts) {
    const key = `${one.way} ${lineOf(one)} ${one.credentials.join()}`;
    found.set(key, { ...one, count: (found.get(key)?.count ?? 0) + one.count });
  }
  return [...found.values()];
}
