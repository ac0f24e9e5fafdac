import { type Attempt, gather } from '../attempt.ts';

/** A connection that came in, and how often something was asked on it. */
export type Connection = Pick<Attempt, 'way' | 'host' | 'port'> & { requests: number };

/** What the laboratory saw, kept while a client runs. */
export class Records {
  readonly #attempts: Attempt[] = [];
  readonly #connections: Connection[] = [];
  readonly #credentials: readonly (readonly [string, string])[];

  /** @param credentials the made-up credentials that are looked for, value by name */
  constructor(credentials: Readonly<Record<string, string>>) {
    this.#credentials = Object.entries(credentials);
  }

  connection(from: Omit<Connection, 'requests'>): Connection {
    const connection = { ...from, requests: 0 };
    this.#connections.push(connection);
    return connection;
  }

  request(connection: Connection, seen: { method: string; target: string; carried: string }): void {
    connection.requests += 1;
    const { way, host, port } = connection;
    const path = seen.target.split('?')[0] ?? '/';
    const credentials = this.#found(`${seen.target}\n${seen.carried}`);
    this.#attempts.push({ way, host, port, method: seen.method, path, credentials, count: 1 });
  }

  name(host: string): void {
    this.#attempts.push({ way: 'name', host, port: 53, credentials: [], count: 1 });
  }

  datagram(host: string, port: number): void {
    this.#attempts.push({ way: 'datagram', host, port, credentials: [], count: 1 });
  }

  /** Every attempt; a connection nothing could be read on stands for itself. */
  attempts(): readonly Attempt[] {
    const silent = this.#connections
      .filter(({ requests }) => requests === 0)
      .map(({ way, host, port }) => ({ way, host, port, credentials: [], count: 1 }));
    return gather([...this.#attempts, ...silent]);
  }

  // A credential may travel in base64, as Basic does.
  #found(text: string): readonly string[] {
    const decoded = text.replace(/\bBasic ([A-Za-z0-9+/=]+)/g, (_, coded: string) =>
      Buffer.from(coded, 'base64').toString('latin1'),
    );
    return this.#credentials.filter(([, value]) => decoded.includes(value)).map(([name]) => name);
  }
}
