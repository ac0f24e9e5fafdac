import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

/** A gateway under measure, running: where it listens, what it wants to be told, and the root of its processes. */
export type Peer = {
  readonly name: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly pid: number;
};

const children: ChildProcess[] = [];

/** Starts every peer that this machine has. What is missing is told on standard error and left out. */
export async function startPeers(upstreamUrl: string): Promise<readonly Peer[]> {
  const peers = [
    { name: 'direct', url: upstreamUrl, headers: {}, pid: 0 },
    await startNginx(upstreamUrl),
    await startForked('node, buffer', 'bare-proxy.ts', [upstreamUrl]),
    await startForked('node, parse', 'parse-proxy.ts', [upstreamUrl]),
    await startPortkey(upstreamUrl),
    await startOctroi(upstreamUrl),
  ];
  return peers.filter((peer) => peer !== undefined);
}

export async function stopPeers(): Promise<void> {
  await Promise.all(
    children.map(async (child) => {
      const ended = child.exitCode === null ? once(child, 'exit') : undefined;
      child.kill('SIGTERM');
      await ended;
    }),
  );
}

/** Forks a program of this folder and waits for its first message. */
export async function forkProgram(
  file: string,
  args: readonly string[] = [],
): Promise<{ readonly child: ChildProcess; readonly message: unknown }> {
  const child = fork(join(import.meta.dirname, file), [...args], {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  children.push(child);
  const [message] = await once(child, 'message');
  return { child, message };
}

async function startForked(name: string, file: string, args: readonly string[]): Promise<Peer> {
  const { child, message } = await forkProgram(`peers/${file}`, args);
  const { port, key } = message as { port: number; key?: string };
  return {
    name,
    url: `http://127.0.0.1:${port}`,
    headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
    pid: child.pid ?? 0,
  };
}

async function startOctroi(upstreamUrl: string): Promise<Peer> {
  const data = await mkdtemp(join(tmpdir(), 'octroi-bench-'));
  return startForked('octroi', 'octroi.ts', [upstreamUrl, data]);
}

const freePort = 18_900;

async function startNginx(upstreamUrl: string): Promise<Peer | undefined> {
  const program = '/usr/sbin/nginx';
  if (!existsSync(program)) return missing('nginx', 'apt-get install nginx-light');
  const folder = await mkdtemp(join(tmpdir(), 'octroi-bench-nginx-'));
  const config = `
    daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 4096; }
    http {
      access_log off; client_max_body_size 64m; client_body_buffer_size 2m; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/f; uwsgi_temp_path ${folder}/u; scgi_temp_path ${folder}/s; keepalive_timeout 120; keepalive_requests 10000000;
      upstream vendor { server ${new URL(upstreamUrl).host}; keepalive 256; }
      server {
        listen 127.0.0.1:${freePort};
        location / { proxy_pass http://vendor; proxy_http_version 1.1; proxy_set_header Connection ""; proxy_buffering off; }
      }
    }`;
  await writeFile(join(folder, 'nginx.conf'), config);
  const child = spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  children.push(child);
  await untilListening(freePort);
  return { name: 'nginx', url: `http://127.0.0.1:${freePort}`, headers: {}, pid: child.pid ?? 0 };
}

async function startPortkey(upstreamUrl: string): Promise<Peer | undefined> {
  const folder = process.env['OCTROI_PORTKEY'] ?? join(homedir(), '.cache', 'octroi', 'peers', 'portkey');
  const program = join(folder, 'node_modules', '@portkey-ai', 'gateway', 'build', 'start-server.js');
  if (!existsSync(program))
    return missing(
      '@portkey-ai/gateway',
      `npm install --prefix ${folder} @portkey-ai/gateway@1.15.2 @hono/node-server@1.3.3`,
    );
  const port = freePort + 1;
  await mkdir(folder, { recursive: true });
  const child = spawn(process.execPath, [program, `--port=${port}`, '--headless'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  children.push(child);
  await untilListening(port);
  const headers = {
    'x-portkey-provider': 'anthropic',
    'x-portkey-custom-host': `${upstreamUrl}/v1`,
    'x-portkey-forward-headers': 'x-bench-mode',
    authorization: 'Bearer x',
    'anthropic-version': '2023-06-01',
  };
  return { name: 'portkey', url: `http://127.0.0.1:${port}`, headers, pid: child.pid ?? 0 };
}

async function untilListening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await delay(50);
  }
  throw new Error(`nothing listens on ${port}`);
}

function missing(name: string, how: string): undefined {
  process.stderr.write(`bench: ${name} is not here and is left out (${how})\n`);
}
