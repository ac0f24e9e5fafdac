import type { Server } from 'node:net';

/** Resolves once a server listens. @throws what the system says of the address */
export function listening(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen({ host, port, backlog: 1_024 }, () => {
    server.off('error', reject);
    resolve();
  });
  return promise;
}
