import { criteria, openCatalogue, shippedData } from '../src/catalogue/index.ts';
import { commands } from '../src/cli/commands.ts';
import { helpOf } from '../src/cli/help.ts';
import { settingsTable } from '../src/cli/settings/table.ts';
import { allDetectors, type FindingClass } from '../src/detection/index.ts';
import { manners } from '../src/gateway/refuse.ts';
import { partKinds, recordKinds } from '../src/ledger/index.ts';
import { findingKindText } from '../src/messages/console.ts';
import { catalogue as words } from '../src/messages/en/catalogue.ts';
import { errors as english } from '../src/messages/en/errors.ts';
import { settings as sentences } from '../src/messages/en/settings.ts';
import { catalogue as frenchWords } from '../src/messages/fr/catalogue.ts';
import { errors as french } from '../src/messages/fr/errors.ts';
import { settings as frenchSentences } from '../src/messages/fr/settings.ts';
import { policyPage } from './policy-page.ts';

/** The pages of docs/reference by file name. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'settings.md': settingsPage(),
    'errors.md': errorsPage(),
    'commands.md': commandsPage(),
    'records.md': recordsPage(),
    'catalogue.md': cataloguePage(),
    'policy.md': policyPage(),
  };
}

const made = '<!-- Made by `npm run reference`. Change the tables it is made from, not this page. -->\n';

function settingsPage(): string {
  const rows = settingsTable.map((setting) => {
    const unit = 'unit' in setting ? setting.unit : '';
    const fallback = Array.isArray(setting.fallback) ? '(empty)' : String(setting.fallback) || '(empty)';
    const bounds = 'min' in setting ? `${setting.min}–${setting.max}` : '';
    return `| \`${setting.path}\` | \`${setting.environment}\` | ${fallback} | ${unit} | ${bounds} | ${sentences[setting.path]} | ${frenchSentences[setting.path]} |`;
  });
  return [
    made,
    '# Settings',
    '',
    'Settings stand in `octroi.yaml` (nested by the dots of their names), or in the environment, which goes before the file.',
    'The master key is not a setting: it stands in `master.key` in the data folder (mode 0600), or in `OCTROI_MASTER_KEY`.',
    '',
    '| setting | environment | default | unit | bounds | what it does | in French |',
    '|---|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function errorsPage(): string {
  const statuses: Readonly<Record<string, { readonly status: number }>> = manners;
  const rows = Object.entries({ ...english })
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([code, { text, hint }]) => {
      const { text: frenchText } = french[code as keyof typeof french];
      return `| \`${code}\` | ${statuses[code]?.status ?? ''} | ${text} | ${hint} | ${frenchText} |`;
    });
  return [
    made,
    '# Errors',
    '',
    'Every error has a stable code. In the gateway it stands in the message, in `octroi.code` of the body, and in the header',
    '`x-octroi-code`; on the command line in brackets at the end.',
    '',
    '| code | HTTP | what it says | what to do | in French |',
    '|---|---|---|---|---|',
    ...rows.map((row) => row.replaceAll('\n', ' ')),
    '',
  ].join('\n');
}

function commandsPage(): string {
  const pages = commands.map((command) => `## octroi ${command.name}\n\n\`\`\`text\n${helpOf('en', command)}\n\`\`\``);
  const exits =
    'Exit codes: 0 done, 1 refused, 2 wrongly called, 3 not possible here, 4 a fault of ours. `--json` prints JSON alone on standard output, errors included.';
  return [made, '# Commands', '', exits, '', pages.join('\n\n'), ''].join('\n');
}

function recordsPage(): string {
  return [
    made,
    '# Ledger records',
    '',
    'A record is canonical JSON (RFC 8785), one a line in `octroi export`. Its shape by kind is `LedgerRecord` in',
    '`src/ledger/records.ts`. Instants are ISO 8601 in UTC, sizes bytes.',
    '',
    '## Kinds of record',
    '',
    ...recordKinds.map((kind) => `- \`${kind}\``),
    '',
    '## Kinds of part in a declaration',
    '',
    ...partKinds.map((kind) => `- \`${kind}\``),
    '',
    ...findingsSection(),
  ].join('\n');
}

const classTexts: Readonly<Record<FindingClass, string>> = {
  secret: 'Secrets',
  personal: 'Personal data',
  dictionary: 'Words of the company',
};

function findingsSection(): readonly string[] {
  const byClass = Map.groupBy(allDetectors, (detector) => detector.class);
  return [
    '## Findings',
    '',
    'A part of a declaration may hold `findings`, never their values. `span` are the first byte and the one after the last,',
    'counted from the part’s beginning as it stood in the body that the client sent; in the part of the form `syntax` they',
    'are counted in the body. `fingerprint` is keyed with the tenant’s key: the same value has the same one wherever it is',
    'found. `handling` is `redacted`, or `kept` where a thought of the model must not be changed. The declaration says how',
    'many bytes could not be looked at (`inspection.unscannedBytes`), and how long the body was that left',
    '(`request.redactedBodyBytes`); `exchange_finished` how many values were put back into the answer (`restoredValues`).',
    '',
    ...[...byClass].flatMap(([name, detectors]) => [
      `### ${classTexts[name]} (\`${name}\`)`,
      '',
      '| kind | what it is | in French | detectors |',
      '|---|---|---|---|',
      ...[...Map.groupBy(detectors, ({ kind }) => kind)].map(
        ([kind, ofKind]) =>
          `| \`${kind}\` | ${findingKindText('en', kind)} | ${findingKindText('fr', kind)} | ${ofKind.map(({ id }) => id).join(', ')} |`,
      ),
      '',
    ]),
  ];
}

function cataloguePage(): string {
  const { data } = openCatalogue(shippedData);
  const rows = Object.entries(criteria).map(([name, values]) => {
    const cells = values.map((value) => `\`${value}\` (${word(`value.${value}`)})`);
    return `| \`${name}\` | ${word(`criterion.${name}`)} | ${cells.join(', ')} |`;
  });
  const plans = data.vendors.flatMap((vendor) =>
    vendor.products.flatMap((product) =>
      product.plans.map(({ id, name, audience, validFrom, validTo = '' }) => {
        return `| \`${vendor.id}\` | \`${id}\` | ${name} | ${product.name} | ${audience} | ${validFrom} | ${validTo} |`;
      }),
    ),
  );
  const claims = data.claims.map(
    ({ statement, verdict, evidence, validFrom }) =>
      `| ${statement.en} | ${statement.fr} | ${word(`verdict.${verdict}`)} | ${evidence.en} | ${validFrom} |`,
  );
  return [
    made,
    '# Catalogue',
    '',
    `Version ${data.version}. Facts stand in \`src/catalogue/data/\`, one file a vendor; \`octroi catalogue show\` prints them.`,
    '',
    '## Criteria and their values',
    '',
    'In each row values stand from the one that takes least from the customer to the one that takes most.',
    '',
    '| criterion | in words | values |',
    '|---|---|---|',
    ...rows,
    '',
    '## Plans',
    '',
    '| vendor | plan | name | product | audience | known from | until |',
    '|---|---|---|---|---|---|---|',
    ...plans,
    '',
    '## Statements of the white paper',
    '',
    '| statement | in French | verdict | evidence | judged on |',
    '|---|---|---|---|---|',
    ...claims,
    '',
  ].join('\n');
}

function word(key: string): string {
  return `${words[key as keyof typeof words]} / ${frenchWords[key as keyof typeof words]}`;
}
