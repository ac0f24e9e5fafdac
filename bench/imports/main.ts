// npm run bench:imports [-- --lines N --gigabytes N]: how many lines a second of CPU are read of squid's and Zeek's logs, one of
// fifty about AI, and the memory while so many gigabytes pass. The log is made as it is read; what making it costs is taken off.
import { createSecretKey } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { lineSorter, readLog } from '../../src/egress/index.ts';

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '1000000' }, gigabytes: { type: 'string', default: '0.25' } },
});

const blockBytes = 65_536;
const startedS = 1_764_230_400;
const zeekHead =
  '#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tversion\tcipher\tserver_name\tresumed\n';

const kinds = {
  squid: (at: number, host: string, source: string): string =>
    `${startedS + Math.floor(at / 1_000)}.${String(at % 1_000).padStart(3, '0')}    120 ${source} TCP_TUNNEL/200 ${at % 90_000} CONNECT ${host}:443 - HIER_DIRECT/93.184.216.34 -\n`,
  zeek: (at: number, host: string, source: string): string =>
    `${startedS + Math.floor(at / 1_000)}.${String(at % 1_000_000).padStart(6, '0')}\tC${at}\t${source}\t5000\t93.184.216.34\t443\tTLSv13\tTLS_AES\t${host}\tF\n`,
} as const;

type Kind = keyof typeof kinds;

async function* log(kind: Kind, until: { readonly lines: number; readonly bytes: number }): AsyncGenerator<Buffer> {
  let [text, made] = [kind === 'zeek' ? zeekHead : '', 0];
  for (let at = 0; at < until.lines && made < until.bytes; at += 1) {
    const host = at % 50 === 0 ? 'claude.ai' : `host${at % 977}.example.org`;
    text += kinds[kind](at, host, `10.0.${at % 8}.${at % 250}`);
    if (text.length < blockBytes) continue;
    made += text.length;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

async function cpuUs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function read(kind: Kind, until: { readonly lines: number; readonly bytes: number }) {
  const sort = lineSorter({
    catalogue: openCatalogue(shippedData),
    key: createSecretKey(Buffer.alloc(32, 1)),
    on: new Date(),
  });
  let [about, mostMiB] = [0, 0];
  const afterBlock = async (): Promise<void> => {
    mostMiB = Math.max(mostMiB, process.memoryUsage.rss() / 1_048_576);
  };
  const reading = await readLog({ name: kind, bytes: log(kind, until), afterBlock }, new Date(), (flow, line) => {
    if (sort(flow, line)) about += 1;
  });
  return { ...reading, about, mostMiB };
}

for (const kind of ['squid', 'zeek'] as const) {
  const until = { lines: Number(values.lines), bytes: Number.POSITIVE_INFINITY };
  await read(kind, { ...until, lines: 100_000 });
  const making = await cpuUs(() => Array.fromAsync(log(kind, until), () => 0));
  const all = await cpuUs(() => read(kind, until));
  const perSecond = Math.round((until.lines * 1_000_000) / (all - making));
  process.stdout.write(`${kind.padEnd(6)} ${perSecond.toLocaleString('en')} lines a second of CPU\n`);
}
const bytes = Number(values.gigabytes) * 1e9;
const { lines, flows, about, mostMiB } = await read('squid', { lines: Number.POSITIVE_INFINITY, bytes });
process.stdout.write(
  `squid  ${values.gigabytes} GB: ${lines} lines, ${flows} flows, ${about} about AI; memory at most ${mostMiB.toFixed(0)} MiB\n`,
);
