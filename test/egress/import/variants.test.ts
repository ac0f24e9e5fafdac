import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../src/egress/index.ts';
import type { Flow } from '../../../src/egress/import/flow.ts';
import { formats } from '../../../src/egress/import/recognise.ts';

const now = new Date('2026-11-27T12:00:00Z');
const at = Date.parse('2026-11-27T08:00:00Z');
const s = at / 1_000;
const t = '\t';

async function read(text: string) {
  const flows: Flow[] = [];
  const bytes = async function* () {
    yield Buffer.from(text);
  };
  const log = await readLog({ name: 'log', bytes: bytes() }, now, (flow) => void flows.push(flow));
  return { log, flows };
}

const umbrellaDns =
  '"2026-11-27 08:00:00","ana@x.example","ana@x.example,Office","10.0.0.7","203.0.113.9","Allowed","1 (A)","NOERROR","claude.ai.","Generative AI","AD Users","AD Users,Networks",""';
const umbrellaProxy =
  '"2026-11-27 08:00:00","Office","10.0.0.7","203.0.113.9","93.184.216.34","text/html","ALLOWED","https://claude.ai/chat/1","","Mozilla/5.0","200","412","5120","5000","","Generative AI","","","","","Networks","","Networks"';
const panUrl = `1,2026/11/27 08:00:01,0011,THREAT,url,2561,2026/11/27 08:00:00,10.0.0.7,93.184.216.34,0.0.0.0,0.0.0.0,web,corp\\ana,,ssl,vsys1,trust,untrust,eth1,eth2,fwd,2026/11/27 08:00:01,123,1,5000,443,0,0,0x0,tcp,block-url,"claude.ai/chat",(9999),ai-conversational,informational,client-to-server`;
const panTraffic = `1,2026/11/27 08:00:01,0011,TRAFFIC,end,2561,2026/11/27 08:00:00,10.0.0.7,93.184.216.34,0.0.0.0,0.0.0.0,web,,,claude-base,vsys1,trust,untrust,eth1,eth2,fwd,2026/11/27 08:00:01,123,1,5000,443,0,0,0x0,tcp,allow,7000,2000,5000,30`;
const tsharkPacket = (name: string) => `  {
    "_index": "packets-2026-11-27",
    "_source": { "layers": {
      "frame": { "frame.time_epoch": "${s}.000000000", "frame.len": "583" },
      "ip": { "ip.src": "10.0.0.7", "ip.dst": "93.184.216.34" },
      "tls": { "tls.record": { "tls.handshake": { "tls.handshake.type": "1",
        "Extension: server_name (len=14)": { "Server Name Indication extension": { "tls.handshake.extensions_server_name": "${name}" } } } } }
    } }
  }`;

const variants: readonly (readonly [string, string, string])[] = [
  [
    'squid, with headers and a name behind',
    'squid',
    `${s}.123    120 10.0.0.7 TCP_TUNNEL/200 5120 CONNECT 93.184.216.34:443 - HIER_DIRECT/93.184.216.34 - claude.ai -`,
  ],
  [
    'squid through syslog',
    'squid',
    `<166>Nov 27 08:00:00 proxy1 (squid-1)[812]: ${s}.123 120 10.0.0.7 TCP_MISS/200 5120 GET http://claude.ai/x - HIER_DIRECT/1.2.3.4 text/html;charset=utf-8`,
  ],
  ['squid without milliseconds', 'squid', `${s} 0 10.0.0.7 NONE_NONE/200 0 CONNECT claude.ai:443 - HIER_NONE/- -`],
  ['common log', 'combined', '10.0.0.7 - - [27/Nov/2026:09:00:00 +0100] "CONNECT claude.ai:443 HTTP/1.1" 200 39'],
  [
    'combined, absolute form',
    'combined',
    '10.0.0.7 - ana [27/Nov/2026:08:00:00 +0000] "GET http://claude.ai/ HTTP/1.1" 200 512 "-" "curl/8" TCP_MISS:HIER_DIRECT',
  ],
  [
    'Zeek ssl.log',
    'delimited',
    `#separator \\x09\n#set_separator${t},\n#path${t}ssl\n#open${t}2026-11-27-08-00-00\n#fields${t}ts${t}uid${t}id.orig_h${t}id.orig_p${t}id.resp_h${t}id.resp_p${t}version${t}cipher${t}server_name${t}resumed\n#types${t}time${t}string${t}addr${t}port${t}addr${t}port${t}string${t}string${t}string${t}bool\n${s}.000001${t}C1${t}10.0.0.7${t}5000${t}1.2.3.4${t}443${t}TLSv13${t}x${t}claude.ai${t}F\n#close${t}2026-11-27-09-00-00`,
  ],
  [
    'Zeek dns.log',
    'delimited',
    `#fields${t}ts${t}uid${t}id.orig_h${t}id.orig_p${t}id.resp_h${t}id.resp_p${t}proto${t}query${t}rcode_name\n${s}.5${t}C1${t}10.0.0.7${t}5000${t}10.0.0.1${t}53${t}udp${t}claude.ai${t}NOERROR`,
  ],
  [
    'Zeek http.log',
    'delimited',
    `#fields${t}ts${t}id.orig_h${t}id.resp_h${t}method${t}host${t}uri${t}status_code\n${s}.5${t}10.0.0.7${t}1.2.3.4${t}GET${t}claude.ai${t}/x${t}200`,
  ],
  [
    'Zeek JSON with an ISO instant',
    'json',
    '{"ts":"2026-11-27T08:00:00.000000Z","uid":"C1","id.orig_h":"10.0.0.7","id.resp_h":"1.2.3.4","server_name":"claude.ai"}',
  ],
  [
    'Suricata DNS of version 3',
    'json',
    '{"timestamp":"2026-11-27T09:00:00.1+0100","event_type":"dns","src_ip":"10.0.0.7","dest_ip":"10.0.0.1","dns":{"version":3,"type":"request","queries":[{"rrname":"claude.ai","rrtype":"A"}]}}\n{"timestamp":"2026-11-27T09:00:00.1+0100","event_type":"dns","src_ip":"10.0.0.7","dest_ip":"10.0.0.1","dns":{"version":3,"type":"response","queries":[{"rrname":"claude.ai","rrtype":"A"}]}}',
  ],
  [
    'Suricata HTTP',
    'json',
    '{"timestamp":"2026-11-27T08:00:00.1+0000","event_type":"http","src_ip":"10.0.0.7","dest_ip":"1.2.3.4","http":{"hostname":"claude.ai","url":"/x","status":200}}',
  ],
  [
    'Suricata QUIC',
    'json',
    '{"timestamp":"2026-11-27T08:00:00.1+0000","event_type":"quic","src_ip":"10.0.0.7","dest_ip":"1.2.3.4","quic":{"version":"1","sni":"claude.ai"}}',
  ],
  [
    'Pi-hole through syslog',
    'dnsmasq',
    '<30>Nov 27 08:00:00 pihole dnsmasq[812]: query[AAAA] claude.ai from 10.0.0.7\n<30>Nov 27 08:00:00 pihole dnsmasq[812]: forwarded claude.ai to 1.1.1.1\n<30>Nov 27 08:00:00 pihole dnsmasq[812]: gravity blocked x.example is 0.0.0.0',
  ],
  [
    'dnsmasq with extra',
    'dnsmasq',
    'Nov 27 08:00:00 dnsmasq[812]: 45 10.0.0.7/50321 query[HTTPS] claude.ai from 10.0.0.7',
  ],
  [
    'BIND with views and other categories',
    'bind',
    '27-Nov-2026 08:00:00.001 queries: info: client @0x7f2c10 10.0.0.7#53210 (claude.ai): view internal: query: claude.ai IN HTTPS +E(0)K (10.0.0.1)\n27-Nov-2026 08:00:01.000 general: info: zone x.example/IN: loaded serial 3',
  ],
  [
    'BIND with ISO instants',
    'bind',
    '2026-11-27T08:00:00.001Z client @0x7f2c10 10.0.0.7#53210 (claude.ai): query: claude.ai IN A + (10.0.0.1)',
  ],
  [
    'BIND through syslog',
    'bind',
    'Nov 27 08:00:00 ns1 named[812]: client @0x7f2c10 10.0.0.7#53210 (Claude.AI): query: Claude.AI IN A + (10.0.0.1)',
  ],
  [
    'Route 53 Resolver',
    'json',
    '{"version":"1.100000","account_id":"1","region":"eu-west-3","vpc_id":"vpc-1","query_timestamp":"2026-11-27T08:00:00Z","query_name":"claude.ai.","query_type":"A","query_class":"IN","rcode":"NOERROR","answers":[{"Rdata":"1.2.3.4","Type":"A","Class":"IN"}],"srcaddr":"10.0.0.7","srcport":"5000","transport":"UDP","srcids":{"instance":"i-1"}}',
  ],
  [
    'Zscaler in pairs',
    'pairs',
    `2026-11-27 08:00:00${t}reason=Allowed${t}event_id=1${t}protocol=HTTPS${t}action=Allowed${t}responsesize=5120${t}requestsize=412${t}serverip=1.2.3.4${t}clientIP=10.0.0.7${t}requestmethod=CONNECT${t}login="ana@x.example"${t}hostname="claude.ai"${t}url="claude.ai:443"`,
  ],
  [
    'Zscaler in JSON',
    'json',
    '{"sourcetype":"zscalernss-web","event":{"datetime":"2026-11-27 08:00:00","reason":"Allowed","action":"Allowed","hostname":"claude.ai","url":"claude.ai/chat","login":"ana@x.example","ClientIP":"10.0.0.7","requestsize":"412","responsesize":"5120"}}',
  ],
  ['Palo Alto URL rows', 'palo-alto', panUrl],
  [
    'Palo Alto through syslog',
    'palo-alto',
    `<14>Nov 27 08:00:02 fw1 ${panUrl}\n<14>Nov 27 08:00:02 fw1 ${panTraffic.replace('TRAFFIC', 'SYSTEM')}`,
  ],
  [
    'Netskope CSV',
    'delimited',
    'timestamp,user,srcip,dstip,dst_country,app,site,domain,url,action,client_bytes,server_bytes\n' +
      `${s},ana@x.example,10.0.0.7,1.2.3.4,US,Anthropic Claude,Claude,claude.ai,claude.ai/chat,allow,412,5120`,
  ],
  ['Umbrella DNS', 'rows', umbrellaDns],
  ['Umbrella proxy', 'rows', umbrellaProxy],
  ['tshark -T json', 'json', `[\n${tsharkPacket('claude.ai')}\n]`],
  [
    'tshark -T ek',
    'json',
    `{"index":{"_index":"packets-2026-11-27"}}\n{"timestamp":"${at}","layers":{"ip":{"ip_ip_src":"10.0.0.7"},"tls":{"tls_tls_handshake_extensions_server_name":"claude.ai"}}}`,
  ],
  [
    'tshark fields',
    'delimited',
    `frame.time_epoch${t}ip.src${t}ip.dst${t}tls.handshake.extensions_server_name\n${s}.1${t}10.0.0.7${t}1.2.3.4${t}claude.ai`,
  ],
  [
    'HAProxy HTTP',
    'haproxy',
    'Nov 27 08:00:00 lb haproxy[14389]: 10.0.0.7:33317 [27/Nov/2026:08:00:00.655] fe~ be/s1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 {claude.ai||Mozilla} {} "GET /index.html HTTP/1.1"',
  ],
  [
    'HAProxy TCP with a name',
    'haproxy',
    '10.0.0.7:33317 [27/Nov/2026:08:00:00.655] fe be/s1 0/0/5007 212 -- 0/0/0/0/3 0/0 claude.ai',
  ],
  [
    'HAProxy CONNECT',
    'haproxy',
    '10.0.0.7:33317 [27/Nov/2026:08:00:00.655] fe be/s1 10/0/30/69/109 200 2750 - - ---- 1/1/1/1/0 0/0 "CONNECT claude.ai:443 HTTP/1.1"',
  ],
  [
    'Envoy text',
    'envoy',
    '[2026-11-27T08:00:00.310Z] "POST /api/v1/x HTTP/2" 200 - 154 226 226 100 "10.0.0.7" "curl/8" "cc21d9b0-cf5c-432b-8c7e-98aeb7988cd2" "claude.ai" "1.2.3.4:443"',
  ],
  [
    'Envoy JSON',
    'json',
    '{"start_time":"2026-11-27T08:00:00.310Z","requested_server_name":"claude.ai","authority":null,"downstream_remote_address":"10.0.0.7:5000","bytes_received":1,"bytes_sent":2,"response_code":0}',
  ],
  [
    'Fortinet',
    'pairs',
    'date=2026-11-27 time=08:00:00 devname="fw1" type="utm" subtype="webfilter" srcip=10.0.0.7 dstip=1.2.3.4 hostname="claude.ai" url="https://claude.ai/" action="passthrough" sentbyte=412 rcvdbyte=5120',
  ],
  [
    'CEF',
    'pairs',
    `Nov 27 08:00:00 host CEF:0|Vendor|Proxy|1|1|web access|3|rt=${at} src=10.0.0.7 suser=ana dst=1.2.3.4 request=https://claude.ai/chat act=allowed out=412 in=5120`,
  ],
  [
    'LEEF',
    'pairs',
    `LEEF:1.0|Zscaler|NSS|4.1|200|cat=Allowed${t}devTime=Nov 27 2026 08:00:00 GMT${t}src=10.0.0.7${t}dst=1.2.3.4${t}usrName=ana@x.example${t}url=claude.ai/chat${t}srcBytes=412`,
  ],
  [
    'W3C extended',
    'delimited',
    '#Software: SGOS\n#Fields: date time time-taken c-ip cs-username sc-status cs-method cs-host cs-uri-path sc-bytes cs-bytes\n2026-11-27 08:00:00 12 10.0.0.7 ana 200 CONNECT claude.ai / 5120 412',
  ],
  [
    'ECS',
    'json',
    '{"@timestamp":"2026-11-27T08:00:00.000Z","source":{"ip":"10.0.0.7","bytes":412},"destination":{"ip":"1.2.3.4","domain":"claude.ai"},"event":{"action":"allowed"}}',
  ],
  [
    'records in one object',
    'json',
    `{"Records":[{"query_timestamp":"2026-11-27T08:00:00Z","query_name":"claude.ai.","srcaddr":"10.0.0.7"}]}`,
  ],
  [
    'an array on one line',
    'json',
    '[{"timestamp":"2026-11-27T08:00:00Z","user":"ana@x.example","url":"https://claude.ai/"}]',
  ],
  [
    'a table with a byte order mark',
    'delimited',
    '\ufeffDate;Time;User;Host;Action\n2026-11-27;08:00:00;ana;claude.ai;Blocked',
  ],
];

describe('a log as it is met in the wild', () => {
  it.each(variants)('%s', async (_, format, text) => {
    const { log, flows } = await read(text);
    expect(log).toMatchObject({ format, flows: 1, malformed: 0 });
    const [flow] = flows;
    expect(flow?.host).toBe('claude.ai');
    expect(new Date(flow?.atMs ?? 0).toISOString().slice(0, 19)).toBe('2026-11-27T08:00:00');
    expect(flow?.source).toMatch(/^(10\.0\.0\.7|ana(@x\.example)?|corp\\ana|Office)$/);
  });

  it.each([
    ['Palo Alto URL rows', 'denied'],
    ['Umbrella DNS', 'allowed'],
    ['Umbrella proxy', 'allowed'],
    ['a table with a byte order mark', 'denied'],
    ['Zscaler in pairs', 'allowed'],
    ['CEF', 'allowed'],
  ] as const)('of %s the verdict is %s', async (name, action) => {
    const text = variants.find(([each]) => each === name)?.[2] ?? '';
    expect((await read(text)).flows).toMatchObject([{ action }]);
  });

  it('VPC flow logs name addresses, and what has no data tells of nothing', async () => {
    const { log, flows } = await read(
      `2 123456789010 eni-1235b8ca 10.0.0.7 93.184.216.34 49761 443 6 20 4249 ${s} ${s + 60} ACCEPT OK\n2 123456789010 eni-1235b8ca - - - - - - - ${s} ${s + 60} - NODATA`,
    );
    expect(log).toMatchObject({ format: 'vpc-flow', lines: 2, flows: 1, malformed: 0 });
    expect(flows).toMatchObject([{ source: '10.0.0.7', host: '93.184.216.34', action: 'allowed', bytesOut: 4_249 }]);
  });

  it('objects of a document are split wherever lines end, strings that look like braces included', async () => {
    const packets = ['one.example', 'two.example', 'three.example'].map(tsharkPacket);
    const text = `[\n${packets.join(',\n')}\n]\n`.replace('packets-2026', 'pack}]{"ets-2026'.replaceAll('"', '\\"'));
    expect((await read(text)).flows.map(({ host }) => host)).toEqual(['one.example', 'two.example', 'three.example']);
    const packed = JSON.stringify(JSON.parse(text));
    expect((await read(packed)).flows).toHaveLength(3);
  });

  it('whatever stands in a line, no format throws, and a flow that is told has a host, a source and an instant', () => {
    const words = variants.flatMap(([, , text]) => text.split(/(?<=[\s",|=])/));
    const line = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((each) => each.join('')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        for (const format of formats) {
          const take = format.open(now);
          for (const each of lines) {
            const reading = take(each);
            if (typeof reading !== 'object') continue;
            expect(Number.isFinite(reading.atMs)).toBe(true);
            expect(reading.source).not.toBe('');
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
