import { actionOf, countOf, hostOf, type LineReading } from './flow.ts';
import { parseInstant } from './instant.ts';

/** A line's fields under `plainName`s. */
export type Fields = ReadonlyMap<string, string>;

// What logs call their columns, the most telling first. The names are those of Zeek, Suricata, Route 53 Resolver, VPC flow logs,
// Envoy, tshark, Zscaler, Palo Alto, Netskope and Umbrella (endpoint-egress facts, read 2026-11-23), and from memory those of
// Fortinet, CEF, W3C and ECS.
const at =
  words(`ts timestamp querytimestamp starttime generatedtime generatetime timegenerated receivetime highrestimestamp
  eventtime eventtimestamp loggedtime frametime datetime frametimeepoch layersframetimeepoch requesttime timelocal localtime utctime logtime
  devtime date time start rt end epoch unixtime createdat _time`);
const source = words(`login user username sourceuser sourceusername srcuser suser csusername cusername userkey useremail
  mostgranularidentity policyidentity identity identities principal idorigh srcip srcaddr sourceip sourceaddress
  clientip cip clientsourceip internalip internalclientip downstreamremoteaddress ipsrc ipv6src layersipsrc
  layersipipipsrc layersipv6ipv6ipv6src clientaddress clientaddr remoteaddr remoteaddress orighost chost xforwardedfor downstreamdirectremoteaddress src client`);
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
const fromEnvoy = words('downstreamremoteaddress upstreamcluster upstreamhost responseflags');
const action = words(`firewallruleaction action policyaction act verdict disposition eventaction responsecode statuscode
  scfilterresult scstatus status`);

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

/** Where the values of a line are: for each thing that is told, the places that may hold it, the most telling first. */
export type FieldPlan<Place> = Readonly<Record<keyof typeof columns, readonly Place[]>> & {
  readonly date: readonly Place[];
  readonly time: readonly Place[];
  readonly zone: readonly Place[];
};

const columns = { at, source, host, address, bytesOut, bytesIn, action };

/** Finds the places once, for all lines of a table. `placeOf` tells where a name stands, or undefined. */
export function planFields<Place>(placeOf: (name: string) => Place | undefined): FieldPlan<Place> {
  const places = (names: readonly string[]): readonly Place[] => names.flatMap((name) => placeOf(name) ?? []);
  const isFromEnvoy = fromEnvoy.some((name) => placeOf(name) !== undefined);
  return {
    at: places(at),
    date: places(['date']),
    time: places(['time']),
    source: places(source),
    host: places(host),
    address: places(address),
    bytesOut: places(isFromEnvoy ? ['bytesreceived'] : bytesOut),
    bytesIn: places(isFromEnvoy ? ['bytessent'] : bytesIn),
    action: places(action),
    zone: places(['tz']),
  };
}

/** The flow that named fields tell. */
export function flowOfFields(fields: Fields, now: Date): LineReading {
  const plan = planFields((name) => (fields.has(name) ? name : undefined));
  return flowAt(plan, (name) => fields.get(name), now);
}

/** The flow that the values at planned places tell. */
export function flowAt<Place>(
  plan: FieldPlan<Place>,
  valueAt: (place: Place) => string | undefined,
  now: Date,
): LineReading {
  const first = (places: readonly Place[]): string | undefined => {
    for (const place of places) {
      const value = valueAt(place);
      if (value !== undefined && value !== '' && value !== '-' && value !== '(empty)') return value;
    }
    return undefined;
  };
  const [date, time] = [first(plan.date), first(plan.time)];
  const zone = /^[+-]\d\d:?\d\d$/.exec(first(plan.zone) ?? '')?.[0] ?? '';
  const instant = date !== undefined && time !== undefined ? `${date} ${time}${zone}` : (first(plan.at) ?? date ?? '');
  const atMs = parseInstant(instant, now);
  if (atMs === undefined) return 'malformed';
  const from = first(plan.source);
  const to = hostAmong(plan.host.map(valueAt)) || hostOf(first(plan.address) ?? '');
  if (from === undefined || to === '') return 'nothing';
  return {
    atMs,
    source: from.includes('@') ? from : hostOf(from),
    host: to,
    bytesOut: countOf(first(plan.bytesOut)),
    bytesIn: countOf(first(plan.bytesIn)),
    action: actionOf(first(plan.action) ?? ''),
  };
}

// Of several columns that may hold it the first that holds a name; `domain` is a number in some logs and a name in others.
function hostAmong(values: readonly (string | undefined)[]): string {
  let found = '';
  for (const value of values) {
    const name = hostOf(value ?? '');
    if (/[a-z].*\.|\..*[a-z]/.test(name)) return name;
    found ||= name;
  }
  return found;
}
