/** What the commands of the forward proxy say. */
export const cliEgress = {
  'egressExplain.summary': 'Say what becomes of a connection through the forward proxy, and by which rule',
  'egressExplain.notes':
    'By the name and the port, by the policy and the catalogue in force. That the name inside the tunnel must be the same, and that\nno name may lead into a network, holds besides. Exit codes: 0 it passes, 1 it is refused.',
  'egressExplain.columns': 'CONNECTION|DECISION|RULE|VENDOR|PURPOSE|AUDIENCE',
  'egressExplain.pass': 'passes',
  'egressExplain.observed': 'passes, on record',
  'egressExplain.warned': 'passes, with a warning',
  'egressExplain.refuse': 'refused',
  'egressAuthority.summary':
    'Print the certificates that workstations are to trust where the proxy looks inside, in PEM',
  'egressAuthority.notes':
    'One for exactly the hosts of egress.inspected is made where there is none, and sixty days before the last one ends; for thirty days a\nnew one waits, so that workstations have it before it signs. Each can speak for its hosts and what lies below them, and for nothing\nelse. The private key never leaves the database, where it is sealed. Exit codes: 0 printed, 1 there is none.',
  'egressAuthority.none': 'octroi: no host is listed for inspection: egress.inspected.',
  'egressAuthority.one': 'octroi: SHA-256 {fingerprint}, until {until}, for {hosts}; signs now: {signs}.',
  'option.csv': 'print CSV on standard output',
  'egressImport.summary': 'Keep what your network’s logs tell of AI services',
  'egressImport.notes':
    'Reads what `egress shadow` reads, and keeps of each day who reached which AI service, under references that lead to no address and\nno name. The same line counts once, in whatever file and however often it comes. Lines that cannot be read are counted and named\nby their numbers.',
  'egressImport.taken': 'octroi: {file}: lines about AI that are new {taken}, that were known {repeated}.',
  'egressSightings.summary': 'Show what imported logs tell of AI services, day by day',
  'egressSightings.days': 'how many days, today included (default 30)',
  'egressSightings.columns': 'DAY|SOURCE|VENDOR|HOST|AUDIENCE|USES|DENIED|BYTES OUT|BYTES IN',
  'egressSightings.none': 'octroi: no imported log tells of AI since {since}.',
  'egressSightings.cut': 'octroi: {file}: its reading was cut short; import it again.',
  'egressShadow.format':
    'squid, combined, dnsmasq, bind, haproxy, envoy, vpc-flow, palo-alto, json, delimited, pairs or rows (default: told by the content)',
  'egressShadow.summary': 'Show which AI services your network’s logs tell of',
  'egressShadow.notes':
    'Reads logs of proxies, DNS servers and firewalls; `-` is standard input; gzip and zstd are unpacked.\nNothing is kept. Sources appear under references made anew for each run. The same line counts once in a run.\nAn audience is unknown where the host’s name does not tell the plan.',
  'egressShadow.columns': 'SOURCE|VENDOR|HOST|AUDIENCE|FLOWS|DENIED|BYTES OUT|BYTES IN|FIRST SEEN|LAST SEEN',
  'egressShadow.audience.consumer': 'consumer',
  'egressShadow.audience.commercial': 'commercial',
  'egressShadow.audience.unknown': 'unknown',
  'egressShadow.read': 'octroi: {file} ({format}): lines {lines}, flows {flows}, unreadable {malformed}.',
  'egressShadow.empty': 'octroi: {file}: no line.',
  'egressShadow.malformed': 'octroi: {file}: unreadable lines, the first of them: {lines}.',
  'egressShadow.none': 'octroi: no flow to a known AI service.',
  'egressShadow.proposed': 'octroi: not in the catalogue, and perhaps AI: {host} (flows {flows}).',
  'egressShadow.unnamed': 'octroi: flows to an address without a name, of which nothing is known: {count}.',
  'egressShadow.repeated': 'octroi: lines that stood there before, counted once: {count}.',
} as const;
