import { type Catalogue, type Host, purposesOfUse } from '../../catalogue/index.ts';
import { audienceOf } from '../audience.ts';

const soundsLikeAi =
  /(?:^|[.-])(?:ai|gpt|llm|copilot|chatbot|openai|claude|gemini|mistral|deepseek|ollama)(?:[.-]|$)|gpt|\.ai$/;
const maxRemembered = 10_000;

/** An AI product's host. `unknown` where the host serves plans of both kinds, as its name then says nothing of the plan. */
export type DescribedHost = {
  readonly vendor: string;
  readonly purpose: Host['purpose'];
  readonly audience: 'consumer' | 'commercial' | 'unknown';
};

/** What a host is: one of the catalogue, one that nobody has described and whose name sounds like AI, or neither. */
export type KnownHost = DescribedHost | 'proposed' | 'other';

/** Tells what hosts are by the catalogue of a day. Remembers 10,000 of them. */
export function knownHosts(catalogue: Catalogue, on: Date): (host: string) => KnownHost {
  const known = new Map<string, KnownHost>();
  return (host) => {
    const found = known.get(host);
    if (found !== undefined) return found;
    if (known.size >= maxRemembered) known.clear();
    const described = describe(catalogue, host, on) ?? (isProposable(catalogue, host, on) ? 'proposed' : 'other');
    known.set(host, described);
    return described;
  };
}

function describe(catalogue: Catalogue, host: string, on: Date): DescribedHost | undefined {
  const entry = catalogue
    .hostsNamed(host, on)
    .find(({ purpose, isShared }) => purposesOfUse.has(purpose) && isShared !== true);
  if (!entry) return undefined;
  const { vendor, purpose } = entry;
  return { vendor, purpose, audience: audienceOf(entry, catalogue.plans(on)) ?? 'unknown' };
}

function isProposable(catalogue: Catalogue, host: string, on: Date): boolean {
  return soundsLikeAi.test(host) && catalogue.hostsNamed(host, on).length === 0;
}
