import type { PolicyFile } from '../../src/policy/index.ts';

/** A policy of a company: labels, contracts good and overdue, a rule of its own, and cases of which one is not met. */
export const governedFiles: readonly PolicyFile[] = [
  {
    name: 'octroi.yaml',
    text: `labels:
  - name: public
    paths: [docs]
  - name: internal
  - name: confidential
    paths: [finance, "*.{sql,csv}"]
    except: ["*.example.csv"]
    detectors: [iban]
  - name: restricted
    paths: [vault]
    needsZdr: true
  - name: prohibited
    paths: [secret-defense]
    neverLeaves: true
defaultLabel: internal
workspaces:
  billing: {zdr: true, contract: vendor}
  website: {ceiling: internal}
contracts:
  vendor:
    plan: anthropic/api
    startsOn: 2026-01-01
    zdr: {since: 2026-01-15, document: order form 4711}
    retentionDays: 30
    region: EU
    owner: Legal, A. Martin
    reviewOn: 2026-06-30
  second source: {plan: mistral/api-scale, endsOn: 2026-02-28}
withoutDefaultPolicies: [dictionary-term]
`,
  },
  {
    name: 'own.cedar',
    text: `@id("no-finance")
@en("What finance has stays here.")
@fr("Ce que tient la finance reste ici.")
@en_hint("Ask the finance team for a sample, and take \`q3.csv\` out.")
@fr_hint("Demandez un extrait à la finance, et retirez \`q3.csv\`.")
forbid (principal, action, resource) when { resource.label.name == "confidential" };
`,
  },
  {
    name: 'own.test.yaml',
    text: `cases:
  - name: a secret in a prompt is replaced
    parts: [{findings: [secret]}]
    expect: redact
    reasons: [secret]
  - name: finance may send its figures
    parts: [{kind: file, path: /w/finance/q3.csv}]
    expect: allow
`,
  },
];

/** A proposal that the policy of octroi alone would not refuse. */
export const strictProposal = `@id("nothing-leaves")
@en("Nothing leaves.")
@fr("Rien ne part.")
forbid (principal, action, resource);
`;
