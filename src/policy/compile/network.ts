import { hostExpression, hostRules, isName } from './host-rules.ts';
import { countLimit } from './limits.ts';
import type { CompileInput, Limit, Target } from './target.ts';

const byName: readonly Limit[] = [{ key: 'networkContent' }, { key: 'sharedHost' }, { key: 'otherPlans' }];

/** Access lists for squid: include the file, and deny everything else after it. */
export const squid: Target = networkTarget('squid', 'octroi-squid.conf', (input) => {
  const { allowed, denied } = hostRules(input);
  return {
    text: [
      ...squidLists('octroi_denied', denied),
      ...squidLists('octroi_allowed', allowed),
      '',
      'http_access deny octroi_denied_names',
      'http_access deny octroi_denied_patterns',
      'http_access allow octroi_allowed_names',
      'http_access allow octroi_allowed_patterns',
      '',
    ].join('\n'),
    limits: [{ key: 'squidSni' }],
  };
});

/** A response policy zone: names that do not resolve. */
export const rpz: Target = networkTarget('rpz', 'octroi.rpz', (input) => {
  const { denied } = hostRules(input);
  const usable = denied.filter((pattern) => isName(pattern.replace(/^\*\./, '')));
  return {
    comment: ';',
    text: [
      '$TTL 300',
      `@ SOA localhost. root.localhost. ${serial(input)} 3600 600 86400 300`,
      '@ NS localhost.',
      ...usable.map((pattern) => `${pattern} CNAME .`),
      '',
    ].join('\n'),
    limits: [...countLimit('innerWildcards', denied.length - usable.length), { key: 'resolver' }],
  };
});

/** A hosts file: names alone, without what stands below them. */
export const hostsFile: Target = networkTarget('hosts', 'octroi.hosts', (input) => {
  const { denied } = hostRules(input);
  const names = denied.filter(isName);
  return {
    text: `${names.map((name) => `0.0.0.0 ${name}`).join('\n')}\n`,
    limits: [...countLimit('hostsWildcards', denied.length - names.length), { key: 'hostsAdministrator' }],
  };
});

/** Regular expressions for Pi-hole: a list of names would deny what stands below them too. */
export const pihole: Target = networkTarget('pihole', 'octroi-pihole.txt', (input) => ({
  text: `${hostRules(input)
    .denied.map((pattern) => `^${hostExpression(pattern)}$`)
    .join('\n')}\n`,
  limits: [{ key: 'resolver' }],
}));

/** A proxy auto-configuration for browsers. */
export const pac: Target = networkTarget('pac', 'octroi.pac', (input) => ({
  comment: '//',
  text: [
    'var denied = [',
    ...hostRules(input).denied.map((pattern) => `  /^${hostExpression(pattern)}$/,`),
    '];',
    '',
    'function FindProxyForURL(url, host) {',
    '  var name = host.toLowerCase().replace(/\\.$/, "");',
    '  for (var index = 0; index < denied.length; index += 1)',
    '    if (denied[index].test(name)) return "PROXY 127.0.0.1:9";',
    '  return "DIRECT";',
    '}',
    '',
  ].join('\n'),
  limits: [{ key: 'pacBrowsers' }],
}));

/** Sets of addresses that dnsmasq fills while it resolves, and the rules that use them. */
export const nftables: Target = {
  id: 'nftables',
  plan: 'anthropic/api',
  make: (input) => {
    const { allowed, denied } = hostRules(input);
    const limits = [...byName, { key: 'nftAddresses' }, { key: 'dnsmasqBelow' }];
    return [
      { name: 'octroi.nft', text: nftRules, comment: '#', limits },
      {
        name: 'octroi-dnsmasq.conf',
        // The most specific name counts: what is allowed below a denied name stays out of its set.
        text: `${[...nftSets(denied, 'denied'), ...nftSets(allowed, 'allowed')].join('\n')}\n`,
        comment: '#',
        limits,
      },
    ];
  },
};

type Network = { readonly text: string; readonly limits: readonly Limit[]; readonly comment?: string };

function networkTarget(id: string, name: string, make: (input: CompileInput) => Network): Target {
  return {
    id,
    plan: 'anthropic/api',
    make: (input) => {
      const { text, limits, comment = '#' } = make(input);
      return [{ name, text, comment, limits: [...byName, ...limits] }];
    },
  };
}

function squidLists(name: string, patterns: readonly string[]): readonly string[] {
  const names = patterns.filter(isName);
  const wild = patterns.filter((pattern) => !isName(pattern));
  return [
    `acl ${name}_names dstdomain ${names.join(' ') || 'none.invalid'}`,
    `acl ${name}_patterns dstdom_regex -n -i ${wild.map((pattern) => `^${hostExpression(pattern)}$`).join(' ') || '^none\\.invalid$'}`,
  ];
}

// A serial must be a number: this one is the policy's, so that the same policy is the same zone.
function serial({ policy }: CompileInput): number {
  return Number.parseInt(policy.version.slice(0, 7), 16);
}

function nftSets(patterns: readonly string[], set: string): readonly string[] {
  return patterns
    .map((pattern) => pattern.replace(/^\*\./, ''))
    .filter(isName)
    .map((name) => `nftset=/${name}/4#inet#octroi#${set}4,6#inet#octroi#${set}6`);
}

const nftRules = `table inet octroi {
  set denied4 { type ipv4_addr; flags timeout; timeout 1h; }
  set denied6 { type ipv6_addr; flags timeout; timeout 1h; }
  set allowed4 { type ipv4_addr; flags timeout; timeout 1h; }
  set allowed6 { type ipv6_addr; flags timeout; timeout 1h; }
  chain output {
    type filter hook output priority filter; policy accept;
    ip daddr @allowed4 accept
    ip6 daddr @allowed6 accept
    ip daddr @denied4 tcp dport 443 reject
    ip6 daddr @denied6 tcp dport 443 reject
    ip daddr @denied4 udp dport 443 drop
    ip6 daddr @denied6 udp dport 443 drop
  }
}
`;
