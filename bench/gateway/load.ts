// The clients' part: sends bodies over a number of connections for a while and reports latencies.
import { Pool } from 'undici';
import { type BenchBody, benchBody } from './bodies.ts';

/** What the load process is told to do, and what it reports: latencies in milliseconds, ascending. */
export type LoadJob = {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly size: number;
  readonly mode: 'json' | 'sse' | 'open';
  readonly connections: number;
  readonly durationMs: number;
};
export type LoadReport = {
  readonly count: number;
  readonly failed: number;
  readonly latencies: readonly number[];
  readonly elapsedMs: number;
};

const sessions = 8;
const bodies = new Map<string, readonly BenchBody[]>();
let counter = 0;

process.on('message', (job: LoadJob) => {
  run(job).then(
    (report) => process.send?.(report),
    (fault) => {
      throw fault;
    },
  );
});

async function run(job: LoadJob): Promise<LoadReport> {
  const pool = new Pool(job.url, {
    connections: job.connections,
    allowH2: false,
    headersTimeout: 60_000,
    bodyTimeout: 600_000,
  });
  const latencies: number[] = [];
  let failed = 0;
  const startedAt = performance.now();
  // An open stream is opened once and left open.
  const endsAt = job.mode === 'open' ? 0 : startedAt + job.durationMs;
  await Promise.all(
    Array.from({ length: job.connections }, async (_, index) => {
      do {
        const sentAt = performance.now();
        const isGood = await send(pool, job, index);
        latencies.push(performance.now() - sentAt);
        if (!isGood) failed += 1;
      } while (performance.now() < endsAt);
    }),
  );
  const elapsedMs = performance.now() - startedAt;
  if (job.mode === 'open') holdOpen.push(pool);
  else await pool.destroy();
  return { count: latencies.length, failed, latencies: latencies.toSorted((one, other) => one - other), elapsedMs };
}

// Pools whose streams stay open until this process ends.
const holdOpen: Pool[] = [];

function bodyFor(job: LoadJob, index: number): Buffer {
  const key = `${job.size} ${job.mode}`;
  const known =
    bodies.get(key) ??
    Array.from({ length: sessions }, (_, session) => benchBody(job.size, job.mode !== 'json', session));
  bodies.set(key, known);
  const { bytes, mark, markLength } = known[index % sessions] ?? benchBody(job.size, false, 0);
  counter += 1;
  const sent = Buffer.from(bytes);
  sent.write(`new-content-${counter}`.padEnd(markLength, '-'), mark, 'latin1');
  return sent;
}

function send(pool: Pool, job: LoadJob, index: number): Promise<boolean> {
  const body = bodyFor(job, index);
  return new Promise((resolve) => {
    let isGood = false;
    pool.dispatch(
      {
        method: 'POST',
        path: '/v1/messages?beta=true',
        headers: { 'content-type': 'application/json', 'x-bench-mode': job.mode, ...job.headers },
        body,
      },
      {
        onRequestStart() {},
        onResponseStart(_, status) {
          isGood = status === 200;
        },
        onResponseData() {
          if (job.mode === 'open') resolve(isGood);
        },
        onResponseEnd() {
          resolve(isGood);
        },
        onResponseError() {
          resolve(false);
        },
      },
    );
  });
}

process.send?.({ ready: true });
