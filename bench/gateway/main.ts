// npm run bench:gateway [-- --rounds N --seconds S]: octroi side by side with its peers, interleaved, ratios last.
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import type { LoadJob, LoadReport } from './load.ts';
import { forkProgram, type Peer, startPeers, stopPeers } from './peers.ts';
import { treeUse } from './process-tree.ts';
import { printReport, type Sample } from './report.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1.5' },
    streams: { type: 'string', default: '1000' },
  },
});
const rounds = Number(values.rounds);
const durationMs = Number(values.seconds) * 1_000;
const sizes = [2_000, 100_000, 1_000_000];

const { message } = await forkProgram('upstream.ts');
const upstreamUrl = `http://127.0.0.1:${(message as { port: number }).port}`;
const { child: load } = await forkProgram('load.ts');
const peers = await startPeers(upstreamUrl);

async function run(job: LoadJob): Promise<LoadReport> {
  load.send(job);
  const [report] = await once(load, 'message');
  return report as LoadReport;
}

async function measure(peer: Peer, size: number, mode: 'json' | 'sse'): Promise<Sample> {
  const job = { url: peer.url, headers: peer.headers, size, mode };
  const alone = await run({ ...job, connections: 1, durationMs: durationMs / 2 });
  const before = treeUse(peer.pid || process.pid);
  const loaded = await run({ ...job, connections: 16, durationMs });
  const after = treeUse(peer.pid || process.pid);
  const failed = alone.failed + loaded.failed;
  if (failed > 0)
    process.stderr.write(`bench: ${peer.name}: ${failed} of ${alone.count + loaded.count} failed (${size}, ${mode})\n`);
  return {
    peer: peer.name,
    size,
    mode,
    p50Ms: quantile(alone.latencies, 0.5),
    p99Ms: quantile(alone.latencies, 0.99),
    perSecond: (loaded.count * 1_000) / loaded.elapsedMs,
    cpuMs: peer.pid === 0 ? 0 : (after.cpuMs - before.cpuMs) / loaded.count,
    rssMiB: peer.pid === 0 ? 0 : after.rssMiB,
    failed,
  };
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  return list
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

for (const peer of peers)
  for (const size of sizes)
    await run({ url: peer.url, headers: peer.headers, size, mode: 'json', connections: 4, durationMs: 500 });
const samples: Sample[] = [];
for (let round = 0; round < rounds; round += 1) {
  for (const size of sizes)
    for (const mode of ['json', 'sse'] as const)
      for (const peer of shuffled(peers)) samples.push(await measure(peer, size, mode));
  process.stderr.write(`bench: round ${round + 1} of ${rounds}\n`);
}
printReport(samples);

const octroi = peers.find(({ name }) => name === 'octroi');
if (octroi) {
  const idle = treeUse(octroi.pid).rssMiB;
  await run({
    url: octroi.url,
    headers: octroi.headers,
    size: 100_000,
    mode: 'open',
    connections: Number(values.streams),
    durationMs: 0,
  });
  process.stdout.write(
    `\n${values.streams} open streams through octroi: ${treeUse(octroi.pid).rssMiB.toFixed(0)} MiB (before: ${idle.toFixed(0)} MiB), PostgreSQL included\n`,
  );
}
load.kill();
await stopPeers();
