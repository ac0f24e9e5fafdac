import type { AudienceName, WayView } from '../../../console-api/egress-contract.ts';
import { type ConsoleKey, consoleText, type Language } from '../../../messages/console.ts';
import { useWords } from '../../language/use-words.ts';

/** The words for what the proxy decides by. A name that a newer post made up is shown as it is. */
export type EgressWords = {
  readonly rule: (name: string) => string;
  readonly purpose: (name: string) => string;
  readonly audience: (name: AudienceName) => string;
  /** Whom a way leads to: a vendor's plan, a vendor and what its host is for, or nobody that the catalogue knows. */
  readonly goal: (way: Pick<WayView, 'post' | 'vendor' | 'detail'>) => string;
};

const ruleTexts: Readonly<Record<string, ConsoleKey>> = {
  'consumer-web': 'flow.rule.consumer-web',
  telemetry: 'flow.rule.telemetry',
  'error-reporting': 'flow.rule.error-reporting',
  'only-through-the-gateway': 'flow.rule.only-through-the-gateway',
  'plan-not-held': 'flow.rule.plan-not-held',
  'vendor-without-contract': 'flow.rule.vendor-without-contract',
  'unknown-host': 'flow.rule.unknown-host',
  port: 'flow.rule.port',
  'no-tls': 'flow.rule.no-tls',
  'no-name': 'flow.rule.no-name',
  'foreign-name': 'flow.rule.foreign-name',
};

const purposeTexts: Readonly<Record<string, ConsoleKey>> = {
  api: 'flow.purpose.api',
  auth: 'flow.purpose.auth',
  'consumer-web': 'flow.purpose.consumer-web',
  telemetry: 'flow.purpose.telemetry',
  'error-reporting': 'flow.purpose.error-reporting',
  update: 'flow.purpose.update',
  mcp: 'flow.purpose.mcp',
  cdn: 'flow.purpose.cdn',
  flags: 'flow.purpose.flags',
  settings: 'flow.purpose.settings',
};

const wordsOf: Readonly<Record<Language, EgressWords>> = { en: makeWords('en'), fr: makeWords('fr') };

export function useEgressWords(): EgressWords {
  return wordsOf[useWords().language];
}

function makeWords(language: Language): EgressWords {
  const say = (key: ConsoleKey, args = {}): string => consoleText(language, key, args);
  const named = (texts: Readonly<Record<string, ConsoleKey>>, name: string): string => {
    const key = texts[name];
    return key === undefined ? name : say(key);
  };
  const purpose = (name: string): string => named(purposeTexts, name);
  return {
    rule: (name) => named(ruleTexts, name),
    purpose,
    goal: ({ post, vendor, detail }) => {
      if (vendor === null) return say(post === 'gateway' ? 'ways.noContract' : 'ways.unknown');
      if (detail === null) return vendor;
      return `${vendor}, ${post === 'gateway' ? say('ways.plan', { plan: detail }) : purpose(detail)}`;
    },
    audience: (name) => say(`flow.audience.${name}`),
  };
}
