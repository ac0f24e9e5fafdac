// npm run bench:egress [-- --rounds N]: the forward proxy beside squid, tinyproxy and a bare Node proxy, in turns: tunnels a
// second (CONNECT, a client hello, an answer), MB a second through 1 and 50 tunnels, memory of 1,000 and 5,000 idle ones.
// squid and tinyproxy are Debian's; where one is not installed it is left out, and said so.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { clientHello } from '../../test/support/hello.ts';
import { treeUse } from '../gateway/process-tree.ts';
import { open, setUps, throughput, type Way } from './load.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const ms = 1_500;
const authority = 'origin.bench.example';
const peers = join(import.meta.dirname, 'peers');
const folder = mkdtempSync(join(tmpdir(), 'octroi-bench-egress-'));
// squid gives up root and must be able to write its log here.
chmodSync(folder, 0o777);
const started: ChildProcess[] = [];

async function node(file: string, ...args: string[]): Promise<{ port: number; child: ChildProcess }> {
  const child = spawn(process.execPath, [...process.execArgv, join(peers, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const [line] = (await once(child.stdout ?? process.stdin, 'data')) as [Buffer];
  return { port: Number(line.toString()), child };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function installed(program: string, config: (port: number) => string, args: (file: string) => string[]) {
  if (spawnSync('which', [program]).status !== 0) {
    process.stdout.write(`${program} is not installed: left out\n`);
    return undefined;
  }
  const port = await freePort();
  const file = join(folder, `${program}.conf`);
  writeFileSync(file, config(port));
  const child = spawn(program, args(file), { stdio: 'ignore' });
  started.push(child);
  for (let tries = 0; tries < 100; tries += 1) {
    await new Promise((done) => setTimeout(done, 100));
    const socket = connect({ host: '127.0.0.1', port });
    const isUp = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isUp) return { port, child };
  }
  throw new Error(`${program} does not come up`);
}

const squidConfig = (originPort: number) => (port: number) => {
  writeFileSync(join(folder, 'hosts'), `127.0.0.1 ${authority}\n`);
  return `http_port 127.0.0.1:${port}
hosts_file ${join(folder, 'hosts')}
acl ports port ${originPort}
acl names dstdomain ${authority}
http_access deny !ports
http_access allow CONNECT names
http_access deny all
cache deny all
access_log ${join(folder, 'access.log')}
cache_log /dev/null
pid_filename none
cache_effective_user proxy
shutdown_lifetime 0 seconds
`;
};

const tinyConfig = (port: number) => `Port ${port}
Listen 127.0.0.1
MaxClients 6000
Timeout 600
Allow 127.0.0.1
LogFile "${join(folder, 'tiny.log')}"
`;

async function idle(way: Way, hello: Buffer, pid: number, count: number): Promise<number> {
  const before = treeUse(pid).rssMiB * 1_024;
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at += 50)
    sockets.push(...(await Promise.all(Array.from({ length: 50 }, () => open(way, hello)))));
  await new Promise((done) => setTimeout(done, 1_500));
  const after = treeUse(pid).rssMiB * 1_024;
  for (const socket of sockets) socket.destroy();
  await new Promise((done) => setTimeout(done, 500));
  return (after - before) / count;
}

const middle = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[all.length >> 1] ?? 0;

try {
  const origin = await node('origin.ts');
  const hello = await clientHello({ servername: authority });
  const octroi = await node('octroi.ts', String(origin.port));
  const bare = await node('bare.ts');
  const squid = await installed('squid', squidConfig(origin.port), (file) => [
    '-N',
    '-n',
    `bench${process.pid}`,
    '-f',
    file,
  ]);
  const tinyproxy = await installed('tinyproxy', tinyConfig, (file) => ['-d', '-c', file]);
  const ways: Readonly<Record<string, { port: number | undefined; child?: ChildProcess; authority?: string }>> = {
    direct: { port: undefined },
    ...(squid ? { squid } : {}),
    ...(tinyproxy ? { tinyproxy: { ...tinyproxy, authority: '127.0.0.1' } } : {}),
    bare,
    octroi,
  };
  const measures = ['tunnels/s', 'MB/s 1', 'MB/s 50'] as const;
  const found = new Map<string, number[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const [name, { port, authority: named = authority }] of Object.entries(ways)) {
      const way = { proxyPort: port, originPort: origin.port, authority: named };
      const results = [
        await setUps(way, hello, { lanes: 16, ms }),
        await throughput(way, hello, { tunnels: 1, ms }),
        await throughput(way, hello, { tunnels: 50, ms }),
      ];
      for (const [index, measure] of measures.entries())
        found.set(`${name} ${measure}`, [...(found.get(`${name} ${measure}`) ?? []), results[index] ?? 0]);
    }
  for (const name of Object.keys(ways)) {
    const line = measures.map((measure) => {
      const own = found.get(`${name} ${measure}`) ?? [];
      const squids = found.get(`squid ${measure}`) ?? [];
      const ratio =
        squids.length === 0
          ? ''
          : ` (${middle(own.map((value, index) => value / (squids[index] ?? 1))).toFixed(2)}× squid)`;
      return `${measure} ${middle(own).toFixed(0)}${ratio}`;
    });
    process.stdout.write(`${name.padEnd(10)} ${line.join('  ')}\n`);
  }
  for (const [name, { port, child, authority: named = authority }] of Object.entries(ways)) {
    if (!child?.pid) continue;
    const way = { proxyPort: port, originPort: origin.port, authority: named };
    const each = [];
    for (const count of [1_000, 5_000])
      each.push(`${count}: ${(await idle(way, hello, child.pid, count).catch(() => Number.NaN)).toFixed(1)} KB`);
    process.stdout.write(`${name.padEnd(10)} memory a tunnel, idle ${each.join('  ')}\n`);
  }
} finally {
  for (const child of started) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}
