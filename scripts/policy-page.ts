import { z } from 'zod';
import { policyKeys as english } from '../src/messages/en/policy-keys.ts';
import { policyKeys as french } from '../src/messages/fr/policy-keys.ts';
import { configurationSchema } from '../src/policy/files/configuration.ts';
import { octroiPolicies } from '../src/policy/index.ts';

type Described = {
  readonly type?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly items?: Described;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly additionalProperties?: Described | boolean;
};

type Key = { readonly path: string; readonly described: Described };

/** Every key that a policy's `octroi.yaml` may have, in the order of its schema. */
export function configurationKeys(): readonly Key[] {
  return membersOf(z.toJSONSchema(configurationSchema, { io: 'input' }) as Described, '');
}

/** The page of docs/reference about policies. */
export function policyPage(): string {
  const keys = configurationKeys().map(({ path, described }) => {
    const texts = path as keyof typeof english;
    return `| \`${path}\` | ${kindOf(described)} | ${defaultOf(path, described)} | ${english[texts]} | ${french[texts]} |`;
  });
  const policies = octroiPolicies.map(
    ({ id, effect, text }) =>
      `| \`${id}\` | ${effect} | ${text.en.text} ${text.en.hint} | ${text.fr.text} ${text.fr.hint} |`,
  );
  return [
    '<!-- Made by `npm run reference`. Change the tables it is made from, not this page. -->\n',
    '# Policy',
    '',
    'How to write one: [the guide](../guide/write-a-policy.md). Days are days in UTC.',
    '',
    '## Keys of `octroi.yaml` in the policy folder',
    '',
    '| key | kind | default | what it does | in French |',
    '|---|---|---|---|---|',
    ...keys,
    '',
    '## Policies that octroi brings',
    '',
    '`octroi policy show --source` prints them as they are. The id is what the ledger records.',
    '',
    '| id | effect | what it says | in French |',
    '|---|---|---|---|',
    ...policies,
    '',
  ].join('\n');
}

function membersOf({ properties = {} }: Described, parent: string): readonly Key[] {
  return Object.entries(properties).flatMap(([name, described]) => {
    const path = parent === '' ? name : `${parent}.${name}`;
    return [{ path, described }, ...below(described, path)];
  });
}

function below(described: Described, path: string): readonly Key[] {
  const { items, additionalProperties } = described;
  if (items) return membersOf(items, `${path}[]`);
  if (typeof additionalProperties === 'object') return membersOf(additionalProperties, `${path}.*`);
  return membersOf(described, path);
}

function kindOf(described: Described): string {
  const { type = '', format, enum: values, minimum, maximum, items } = described;
  if (values) return values.join(' \\| ');
  if (items) return `list of ${items.properties ? 'entries' : kindOf(items)}`;
  if (type === 'integer') return `${minimum}–${maximum}`;
  if (format === 'date') return 'day';
  return { object: 'entries', string: 'text', boolean: 'true \\| false' }[type] ?? type;
}

// Octroi's own labels are many lines: `octroi policy show` has them.
function defaultOf(path: string, { default: fallback }: Described): string {
  if (path === 'labels') return '(octroi’s own)';
  return fallback === undefined ? '' : `\`${JSON.stringify(fallback)}\``;
}
