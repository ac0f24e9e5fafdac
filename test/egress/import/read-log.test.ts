import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openCatalogue, shippedData } from '../../../src/catalogue/index.ts';
import { openShadow, readLog } from '../../../src/egress/index.ts';

const now = new Date('2026-11-27T01:00:00Z');
const ms = Date.parse('2026-11-26T10:00:00Z');
const s = ms / 1_000;
const t = '\t';
const samples: readonly (readonly [string, string, string])[] = [
  ['squid', 'squid', `${s}.000    120 10.0.0.7 TCP_TUNNEL/200 5120 CONNECT claude.ai:443 ana HIER_DIRECT/1.2.3.4 -`],
  [
    'combined',
    'combined',
    '10.0.0.7 - ana [26/Nov/2026:11:00:00 +0100] "CONNECT claude.ai:443 HTTP/1.1" 200 5120 "-" "x" TCP_TUNNEL:HIER_DIRECT',
  ],
  [
    'dnsmasq',
    'dnsmasq',
    'Nov 26 10:00:00 dnsmasq[12]: query[A] claude.ai from 10.0.0.7\nNov 26 10:00:00 dnsmasq[12]: reply claude.ai is 1.2.3.4',
  ],
  [
    'BIND',
    'bind',
    '26-Nov-2026 10:00:00.000 queries: info: client @0x7f 10.0.0.7#53210 (claude.ai): query: claude.ai IN A +E(0)K (10.0.0.1)',
  ],
  [
    'Zeek TSV',
    'delimited',
    `#separator \\x09\n#fields${t}ts${t}id.orig_h${t}id.resp_h${t}server_name\n#types${t}time${t}addr${t}addr${t}string\n${s}.0${t}10.0.0.7${t}1.2.3.4${t}claude.ai`,
  ],
  ['Zeek JSON', 'json', `{"ts":${s}.5,"id.orig_h":"10.0.0.7","id.resp_h":"1.2.3.4","server_name":"claude.ai"}`],
  [
    'Suricata',
    'json',
    '{"timestamp":"2026-11-26T10:00:00.000000+0000","event_type":"tls","src_ip":"fd00::7","dest_ip":"1.2.3.4","tls":{"sni":"claude.ai"}}',
  ],
  [
    'Route 53',
    'json',
    '{"query_timestamp":"2026-11-26T10:00:00Z","query_name":"claude.ai.","srcaddr":"10.0.0.7","rcode":"NOERROR"}',
  ],
  [
    'Suricata DNS',
    'json',
    '{"timestamp":"2026-11-26T10:00:00.000000+0000","event_type":"dns","src_ip":"10.0.0.7","dest_ip":"1.1.1.1","dns":{"type":"query","rrname":"claude.ai"}}',
  ],
  [
    'Envoy',
    'json',
    '{"authority":"claude.ai:443","bytes_received":120,"bytes_sent":3400,"downstream_remote_address":"10.0.0.7:4455","method":"CONNECT","response_code":200,"start_time":"2026-11-26T10:00:00.000Z"}',
  ],
  [
    'Palo Alto',
    'delimited',
    'Domain,Receive Time,Type,Source address,Destination address,Source User,URL/Filename,Action,Bytes Sent,Bytes Received\n1,2026/11/26 10:00:00,THREAT,10.0.0.7,1.2.3.4,corp\\ana,claude.ai/chat,alert,12,34',
  ],
  [
    'Zscaler',
    'delimited',
    '"time","login","url","action","requestsize","responsesize","clientip"\n"Thu Nov 26 10:00:00 2026","ana@x.fr","claude.ai/chat","Allowed","123","456","10.0.0.7"',
  ],
  [
    'a CSV with quotes',
    'delimited',
    'Time,User,Hostname,Action,Sent Bytes\n"2026-11-26 10:00:00","Zoé, ""Z""",claude.ai,Allowed,12',
  ],
];

function bytes(buffer: Buffer): AsyncIterable<Buffer> {
  return (async function* () {
    for (let at = 0; at < buffer.length; at += 7) yield buffer.subarray(at, at + 7);
  })();
}

async function read(text: string | Buffer) {
  const shadow = openShadow({
    catalogue: openCatalogue(shippedData),
    key: Buffer.alloc(32, 1),
    on: new Date('2026-11-27T00:00:00Z'),
  });
  const log = await readLog({ name: 'log', bytes: bytes(Buffer.from(text)) }, now, shadow.take);
  return { log, ...shadow.report() };
}

describe('reading a log', () => {
  it.each(samples)('recognises %s by its content and finds the use in it', async (_, format, text) => {
    const { log, uses } = await read(text);
    expect(log).toMatchObject({ format, flows: 1, malformed: 0 });
    expect(uses).toMatchObject([{ host: 'claude.ai', vendor: 'anthropic', flows: 1 }]);
    expect(uses[0]?.firstSeenAt.slice(0, 13)).toBe('2026-11-26T10');
  });

  it.each(samples)('reads %s the same with CRLF, packed, and told twice', async (_, _format, text) => {
    const plain = await read(text);
    const crlf = await read(text.replaceAll('\n', '\r\n'));
    expect(crlf).toEqual(plain);
    expect(await read(gzipSync(text))).toEqual(plain);
    expect(await read(zstdCompressSync(text))).toEqual(plain);
    const twice = await read(`${text}\n${text}\n`);
    expect(twice.uses).toEqual(plain.uses);
    expect(twice.repeated).toBe(1);
  });

  it.each([
    ['Envoy', { bytesOut: 120, bytesIn: 3_400 }],
    ['Palo Alto', { bytesOut: 12, bytesIn: 34 }],
    ['Zscaler', { bytesOut: 123, bytesIn: 456 }],
  ] as const)('counts the bytes of %s from where the client stands', async (name, counts) => {
    const text = samples.find(([each]) => each === name)?.[2] ?? '';
    expect((await read(text)).uses).toMatchObject([counts]);
  });

  it('counts a line cut short by its number and reads the others', async () => {
    const line = samples[0]?.[2] ?? '';
    const { log, uses } = await read(`${line}\n\n${line.replace('ana', 'bob')}\n${line.slice(0, 40)}`);
    expect(log).toMatchObject({ lines: 3, flows: 2, malformed: 1, malformedAt: [4] });
    expect(uses).toHaveLength(2);
  });

  it('counts as denied what a tag says was denied, whatever the status', async () => {
    const line = (samples[0]?.[2] ?? '').replace('TCP_TUNNEL/200', 'TCP_DENIED/200');
    expect((await read(line)).uses[0]?.denied).toBe(1);
  });

  it('shows sources by reference alone', async () => {
    expect(JSON.stringify(await read(samples[0]?.[2] ?? ''))).not.toMatch(/10\.0\.0\.7|"ana"/);
  });

  it('proposes a host nobody has described, and passes over the rest', async () => {
    const line = samples[0]?.[2] ?? '';
    const text = ['chat.unheard-of.ai', 'example.com'].map((host) => line.replace('claude.ai', host)).join('\n');
    expect(await read(text)).toMatchObject({ uses: [], proposed: [{ host: 'chat.unheard-of.ai', flows: 1 }] });
  });

  it('knows a host of an old log by what is known of it today', async () => {
    const line = (samples[0]?.[2] ?? '').replace(/^\d+\.\d+/, '1700000000.000');
    expect((await read(line)).uses).toMatchObject([
      { host: 'claude.ai', audience: 'consumer', firstSeenAt: '2023-11-14T22:13:20.000Z' },
    ]);
  });

  it('refuses what no format reads', async () => {
    await expect(read('once upon a time\nthere was a log')).rejects.toMatchObject({ code: 'egress_log_unrecognised' });
  });
});
