/** One measurement of one peer. Latencies at one connection; the rest at sixteen. */
export type Sample = {
  readonly peer: string;
  readonly size: number;
  readonly mode: 'json' | 'sse';
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly perSecond: number;
  readonly cpuMs: number;
  readonly rssMiB: number;
  readonly failed: number;
};

/** Prints, for each size and mode, the medians over the rounds, and the ratio of CPU to the parsing proxy's. */
export function printReport(samples: readonly Sample[]): void {
  const groups = Map.groupBy(samples, ({ size, mode }) => `${size} ${mode}`);
  for (const [title, group] of groups) {
    process.stdout.write(
      `\n${title}\n  peer            +p50 ms   +p99 ms     req/s   CPU ms/req   CPU / parse    RSS MiB   failed\n`,
    );
    const peers = Map.groupBy(group, ({ peer }) => peer);
    const direct = summary(peers.get('direct') ?? []);
    const parse = summary(peers.get('node, parse') ?? []);
    for (const [name, own] of peers) {
      const found = summary(own);
      const cells = [found.p50Ms - direct.p50Ms, found.p99Ms - direct.p99Ms].map((value) =>
        value.toFixed(2).padStart(9),
      );
      const rest = [
        found.perSecond.toFixed(0).padStart(9),
        found.cpuMs.toFixed(3).padStart(12),
        (found.cpuMs / parse.cpuMs).toFixed(2).padStart(13),
        found.rssMiB.toFixed(0).padStart(10),
        String(found.failed).padStart(8),
      ];
      process.stdout.write(`  ${name.padEnd(13)} ${cells.join(' ')} ${rest.join(' ')}\n`);
    }
  }
}

function summary(samples: readonly Sample[]): Omit<Sample, 'peer' | 'size' | 'mode'> {
  const median = (pick: (sample: Sample) => number): number => {
    const sorted = samples.map(pick).toSorted((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  };
  return {
    p50Ms: median(({ p50Ms }) => p50Ms),
    p99Ms: median(({ p99Ms }) => p99Ms),
    perSecond: median(({ perSecond }) => perSecond),
    cpuMs: median(({ cpuMs }) => cpuMs),
    rssMiB: Math.max(...samples.map(({ rssMiB }) => rssMiB)),
    failed: samples.reduce((sum, { failed }) => sum + failed, 0),
  };
}
