import { type Catalogue, openCatalogue, shippedData } from '../../src/catalogue/index.ts';

const on = new Date('2026-11-26T08:00:00Z');

/** A catalogue of few hosts and plans that does not change with the real one, for files that are compared byte by byte. */
export function smallCatalogue(): Catalogue {
  const real = openCatalogue(shippedData);
  const [host] = real.hosts(on);
  const [terms] = real.plans(on);
  const client = real.client('claude-code', on);
  const [variable] = client?.variables ?? [];
  if (!host || !terms || !client || !variable) throw new Error('the catalogue is empty');
  const makeHost = (vendor: string, pattern: string, purpose: typeof host.purpose, plans?: string[]) => ({
    ...host,
    vendor,
    pattern,
    purpose,
    plans,
  });
  const plan = (vendor: string, name: string, audience: 'commercial' | 'consumer') => ({
    ...terms,
    vendor,
    plan: name,
    audience,
    status: 'offered' as const,
    businessUse: 'allowed' as const,
    training: 'no' as const,
    restrictions: [],
    zdr: { offered: true, how: 'available' as const, excludesModels: [], excludesFeatures: [] },
  });
  return {
    ...real,
    version: 'small-1',
    plans: () => [
      plan('anthropic', 'api', 'commercial'),
      plan('anthropic', 'max', 'consumer'),
      plan('github', 'business', 'commercial'),
      plan('openai', 'enterprise', 'commercial'),
    ],
    client: () => ({
      ...client,
      variables: [
        { ...variable, name: 'CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC', recommended: '1' },
        { ...variable, name: 'ANTHROPIC_API_KEY', recommended: undefined },
      ],
    }),
    hosts: () =>
      [
        makeHost('anthropic', 'api.anthropic.com', 'api'),
        makeHost('anthropic', 'claude.ai', 'consumer-web'),
        makeHost('anthropic', 'downloads.claude.ai', 'update'),
        makeHost('anthropic', 'npm-registry', 'update'),
        makeHost('github', '*.githubcopilot.com', 'api'),
        makeHost('github', '*.business.githubcopilot.com', 'api', ['business']),
        makeHost('github', '*.individual.githubcopilot.com', 'api', ['free', 'pro']),
        makeHost('openai', 'api.openai.com', 'api'),
        makeHost('openai', 'auth.openai.com', 'auth'),
        makeHost('aws', 'telemetry.*.kiro.dev', 'telemetry'),
      ] as ReturnType<Catalogue['hosts']>,
  };
}
