import { join } from 'node:path';
import { buildRuleset, scan } from '../../src/detection/index.ts';
import { type Body, makeBodies, readCaptured } from './bodies.ts';
import { findPeers, type Peer } from './peers.ts';

const root = join(import.meta.dirname, '..', '..');
const rounds = Number(process.env.OCTROI_BENCH_ROUNDS ?? 40);

/** Measures scanners side by side: rounds interleaved, so that what else the machine does falls on all alike. CPU time. */
async function main(): Promise<void> {
  const ruleset = buildRuleset();
  const octroi: Peer = {
    name: `octroi, all ${ruleset.detectors.length} detectors`,
    scan: (text) => Promise.resolve(scan(ruleset, text).length),
    isSlow: false,
  };
  const { peers, remarks } = await findPeers();
  for (const remark of remarks) console.log(remark);
  if (!readCaptured(root)) console.log('No captured request beside the repository: bodies are file contents alone.');
  for (const [label, size, count] of [
    ['100 KB', 100_000, 8],
    ['1 MB', 1_000_000, 3],
  ] as const) {
    const bodies = makeBodies(root, { size, count });
    console.log(`\n${count} bodies of ${label}: a captured request of Claude Code, continued with Read results`);
    console.table(await measure([octroi, ...peers], bodies));
  }
}

async function measure(peers: readonly Peer[], bodies: readonly Body[]) {
  const samples = new Map<Peer, number[]>(peers.map((peer) => [peer, []]));
  const findings = new Map<Peer, number>();
  for (let round = 0; round < rounds; round += 1)
    for (const peer of peers) {
      if (peer.isSlow && round >= 3) continue;
      const before = process.cpuUsage();
      let found = 0;
      for (const { texts } of bodies) for (const text of texts) found += await peer.scan(text);
      const { user, system } = process.cpuUsage(before);
      samples.get(peer)?.push(user + system);
      findings.set(peer, found);
    }
  const bytes = bodies.reduce((sum, body) => sum + body.bytes, 0);
  return peers.map((peer) => {
    const cpuMicroseconds = median(samples.get(peer) ?? []);
    return {
      scanner: peer.name,
      'MB/s per core': rounded(bytes / cpuMicroseconds),
      'ms per 100 KB': rounded((cpuMicroseconds / bytes) * 100),
      findings: findings.get(peer),
    };
  });
}

function median(values: readonly number[]): number {
  // The first rounds compile: they are what a process pays once.
  const warm = values.length > 12 ? values.slice(10) : values;
  const sorted = warm.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

await main();
