import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Where a load goes: through a proxy, or straight to the origin. */
export type Way = { readonly proxyPort: number | undefined; readonly originPort: number; readonly authority: string };

const wanted = Buffer.from('G');

/** Opens a tunnel, sends a client hello through it and resolves when the origin has answered. */
export async function open(way: Way, hello: Buffer, takesBytes = false): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port: way.proxyPort ?? way.originPort, noDelay: true });
  socket.on('error', () => {});
  if (way.proxyPort !== undefined) {
    socket.write(
      `CONNECT ${way.authority}:${way.originPort} HTTP/1.1\r\nHost: ${way.authority}:${way.originPort}\r\n\r\n`,
    );
    const [answer] = (await once(socket, 'data')) as [Buffer];
    if (!answer.subarray(0, 16).toString().includes(' 200 ')) throw new Error(answer.toString().slice(0, 200));
  }
  socket.write(takesBytes ? Buffer.concat([hello, wanted]) : hello);
  await once(socket, 'data');
  return socket;
}

/** Tunnels a second, one after the other in each of `lanes`. */
export async function setUps(way: Way, hello: Buffer, { lanes, ms }: { lanes: number; ms: number }): Promise<number> {
  const end = performance.now() + ms;
  let made = 0;
  const began = performance.now();
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      (await open(way, hello)).destroy();
      made += 1;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return made / ((performance.now() - began) / 1_000);
}

/** MB a second that come through so many tunnels together. */
export async function throughput(
  way: Way,
  hello: Buffer,
  { tunnels, ms }: { tunnels: number; ms: number },
): Promise<number> {
  const sockets = await Promise.all(Array.from({ length: tunnels }, () => open(way, hello, true)));
  let bytes = 0;
  for (const socket of sockets) socket.on('data', (chunk: Buffer) => (bytes += chunk.length));
  const began = performance.now();
  await new Promise((done) => setTimeout(done, ms));
  const seconds = (performance.now() - began) / 1_000;
  for (const socket of sockets) socket.destroy();
  return bytes / 1e6 / seconds;
}
