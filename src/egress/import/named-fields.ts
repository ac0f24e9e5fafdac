import { actionOf, countOf, type Flow, hostOf, type LineReading } from './flow.ts';
import { parseInstant } from './instant.ts';

/** A line's fields under `plainName`s. */
export type Fields = ReadonlyMap<string, string>;

// What logs call their columns, the most telling first. The names are those of Zeek, Suricata, Route 53 Resolver, VPC flow logs,
// Envoy, tshark, Zscaler, Palo Alto, Netskope, Umbrella, Fortinet, CEF, W3C and ECS (endpoint-egress facts, read 2026-11-23).
const at =
  words(`ts timestamp querytimestamp starttime generatedtime generatetime timegenerated receivetime highrestimestamp
  eventtime eventtimestamp datetime frametimeepoch layersframetimeepoch requesttime timelocal localtime utctime logtime
  devtime date time start rt end epoch unixtime createdat _time`);
const source = words(`login user username sourceuser sourceusername srcuser suser csusername cusername userkey useremail
  mostgranularidentity policyidentity identity identities principal idorigh srcip srcaddr sourceip sourceaddress
  clientip cip clientsourceip internalip internalclientip downstreamremoteaddress ipsrc ipv6src layersipsrc
  layersipipipsrc layersipv6ipv6ipv6src clientaddress clientaddr remoteaddr remoteaddress orighost chost src client`);
const host = words(`servername tlssni quicsni sslsni tlsservername requestedservername servernameindication sni
  layerstlstlstlshandshakeextensionsservername layerstlshandshakeextensionsservername tlshandshakeextensionsservername
  layersdnsdnsdnsqryname layersdnsqryname dnsqryname dnsrrname dnsqueriesrrname dnsquestionname questionname qname
  httphostname httphost layershttphost layershttphttphttphost queryname query fqdn domain urldomain destinationdomain
  destinationhostname destinationhost ehost cshost dsthost dhost dstdomain hostname host authority site url urlhost requesturl
  csuri urlfilename request dsthostname targethost`);
const address = words(`idresph destip dstip dstaddr destinationaddress destinationip serverip ipdst layersipdst
  layersipipipdst dst destination`);
const bytesOut = words(`bytesout requestsize reqsize sentbytes sentbyte clientbytes origbytes bytessentbyclient
  flowbytestoserver csbytes bytesup uploadbytes sourcebytes bytessent bytes out`);
const bytesIn =
  words(`bytesin responsesize respsize serverbytes respbytes receivedbytes rcvdbyte flowbytestoclient scbytes
  bytesdown downloadbytes destinationbytes bytesreceived in`);
// Envoy counts from where it stands: what it received is what the client sent.
const fromEnvoy = 'downstreamremoteaddress';
const action = words(`firewallruleaction action policyaction act verdict disposition eventaction responsecode statuscode
  scstatus status`);

function words(list: string): readonly string[] {
  return list.split(/\s+/);
}

/** A column's name with what writers of logs disagree on taken away: case, spaces and punctuation. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Whether these column names are enough to tell when, from where and to where. */
export function tellsFlows(names: readonly string[]): boolean {
  const has = (some: readonly string[]) => names.some((name) => some.includes(name));
  return (has(at) || names.includes('date')) && has(source) && (has(host) || has(address));
}

/** The flow that named fields tell. */
export function flowOfFields(fields: Fields, now: Date): LineReading {
  const atMs = parseInstant(instantText(fields), now);
  if (atMs === undefined) return 'malformed';
  const from = first(fields, source);
  const to = hostIn(fields);
  if (from === undefined || to === '') return 'nothing';
  return {
    atMs,
    source: from.includes('@') ? from : hostOf(from),
    host: to,
    bytesOut: countOf(fields.has(fromEnvoy) ? fields.get('bytesreceived') : first(fields, bytesOut)),
    bytesIn: countOf(fields.has(fromEnvoy) ? fields.get('bytessent') : first(fields, bytesIn)),
    action: actionOf(first(fields, action) ?? '') satisfies Flow['action'],
  };
}

// Of several columns that may hold it the first that holds a name; `domain` is a number in some logs and a name in others.
function hostIn(fields: Fields): string {
  const found = host.flatMap((name) => hostOf(fields.get(name) ?? '') || []);
  return found.find((text) => /[a-z].*\.|\..*[a-z]/.test(text)) ?? found[0] ?? hostOf(first(fields, address) ?? '');
}

function instantText(fields: Fields): string {
  const [date, time] = [fields.get('date'), fields.get('time')];
  return date !== undefined && time !== undefined ? `${date} ${time}` : (first(fields, at) ?? date ?? '');
}

function first(fields: Fields, names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = fields.get(name);
    if (value !== undefined && value !== '' && value !== '-' && value !== '(empty)') return value;
  }
  return undefined;
}
