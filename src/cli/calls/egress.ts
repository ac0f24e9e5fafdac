import { type Command, commonOptions } from '../command.ts';

export const egressExplain: Command = {
  name: 'egress explain',
  options: { ...commonOptions, policy: { type: 'string' } },
  words: ['HOST[:PORT]'],
  summary: 'egressExplain.summary',
  notes: 'egressExplain.notes',
  examples: ['octroi egress explain claude.ai', 'octroi egress explain api.githubcopilot.com:443 --json'],
  run: async (invocation) => (await import('../commands/egress.ts')).egressExplain(invocation),
};

export const egressImport: Command = {
  name: 'egress import',
  options: { ...commonOptions, format: { type: 'string' } },
  rest: 'FILE',
  optionTexts: { format: 'egressShadow.format' },
  summary: 'egressImport.summary',
  notes: 'egressImport.notes',
  examples: [
    'octroi egress import /var/log/squid/access.log /var/log/squid/access.log.1.gz',
    'ssh resolver cat /var/log/pihole.log | octroi egress import -',
  ],
  run: async (invocation) => (await import('../commands/egress-import.ts')).egressImport(invocation),
};

export const egressSightings: Command = {
  name: 'egress sightings',
  options: { ...commonOptions, days: { type: 'string' } },
  optionTexts: { days: 'egressSightings.days' },
  summary: 'egressSightings.summary',
  examples: ['octroi egress sightings', 'octroi egress sightings --days 7 --json'],
  run: async (invocation) => (await import('../commands/egress-sightings.ts')).egressSightings(invocation),
};

export const egressShadow: Command = {
  name: 'egress shadow',
  options: { ...commonOptions, format: { type: 'string' }, csv: { type: 'boolean' } },
  rest: 'FILE',
  optionTexts: { format: 'egressShadow.format' },
  summary: 'egressShadow.summary',
  notes: 'egressShadow.notes',
  examples: [
    'octroi egress shadow /var/log/squid/access.log /var/log/squid/access.log.1.gz',
    'zeek-cut -C < ssl.log | octroi egress shadow - --csv > shadow.csv',
  ],
  run: async (invocation) => (await import('../commands/egress-shadow.ts')).egressShadow(invocation),
};

export const egressAuthority: Command = {
  name: 'egress authority',
  options: commonOptions,
  summary: 'egressAuthority.summary',
  notes: 'egressAuthority.notes',
  examples: ['octroi egress authority > octroi-authority.pem', 'octroi egress authority --json'],
  run: async (invocation) => (await import('../commands/egress-authority.ts')).egressAuthority(invocation),
};
