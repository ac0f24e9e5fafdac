import { describe, expect, test } from 'vitest';
import { openCatalogue, shippedData } from '../../../src/catalogue/index.ts';
import { contractTerms } from '../../../src/cli/mirror/contract-terms.ts';
import { loadPolicy } from '../../../src/policy/index.ts';
import { copiesOf, dayAfter } from '../../../src/retention/mirror/copies-of.ts';
import type { MirroredExchange } from '../../../src/retention/mirror/mirrored-exchange.ts';

const catalogue = openCatalogue(shippedData);

const exchange: MirroredExchange = {
  count: 1,
  recordedAt: '2026-11-26T10:00:00.000Z',
  personId: 'ada',
  contractId: 'c',
  model: 'claude-opus-5-5',
  features: [],
  outcome: 'answered',
  stopReason: 'end_turn',
  sent: [{ label: 'internal', bytes: 100 }],
  added: [{ label: 'internal', bytes: 40 }],
  answerBytes: 10,
};

type Case = Partial<MirroredExchange> & { readonly plan?: string; readonly yaml?: string };

function copies({ plan = 'api', yaml = '', ...changed }: Case) {
  const policy = loadPolicy([{ name: 'octroi.yaml', text: `contracts: { main: { plan: anthropic/api, ${yaml} } }` }]);
  const listed = { id: 'c', name: 'main', vendor: 'anthropic', plan, upstreamUrl: '', organizationId: null };
  const contracts = [{ ...listed, stoppedAt: null, stoppedReason: null, createdAt: '' }];
  const asked = { ...exchange, ...changed };
  const contract = contractTerms({ contracts, policy, catalogue })('c');
  if (!contract) throw new Error('no contract');
  return copiesOf(asked, contract.terms(asked));
}

const zdr = 'zdr: {since: 2026-01-01, document: "DPA 7"}';
const line = (found: Case): readonly string[] =>
  copies(found).map(({ class: of, isPossible, due }) => {
    const until = due.kind === 'on' ? due.on : due.kind === 'unknown' ? due.why : due.kind;
    return `${isPossible ? '?' : ''}${of} ${until}`;
  });

describe('until when a copy is held', () => {
  test.each<[string, Case, readonly string[]]>([
    ['thirty days by the terms of the API', {}, ['messages 2026-12-26']],
    ['as agreed in the contract', { yaml: 'retentionDays: 7' }, ['messages 2026-12-03']],
    ['not at all, where no day was agreed', { yaml: 'retentionDays: 0' }, []],
    ['not at all under zero retention', { yaml: zdr }, []],
    [
      'under zero retention that was agreed later',
      { yaml: 'zdr: {since: 2026-11-27, document: x}' },
      ['messages 2026-12-26'],
    ],
    ['under zero retention whose review is overdue', { yaml: `${zdr}, reviewOn: 2026-11-25` }, ['messages 2026-12-26']],
    ['of a covered model, whatever was agreed', { yaml: zdr, model: 'claude-fable-5' }, ['covered_model 2026-12-26']],
    ['of a model nobody wrote down', { yaml: zdr, model: undefined }, ['messages model_untold']],
    ['of a feature that zero retention excludes', { yaml: zdr, features: ['files'] }, ['messages 2026-12-26']],
    [
      'of containers beside the messages',
      { features: ['code_execution'] },
      ['messages 2026-12-26', 'code_execution 2026-12-26'],
    ],
    ['of a batch', { features: ['batches'] }, ['messages 2026-12-26', 'batch 2026-12-25']],
    [
      'of a refusal: possibly flagged, under zero retention too',
      { yaml: zdr, stopReason: 'refusal' },
      ['?flagged_content 2028-11-25', '?flagged_scores 2033-11-24'],
    ],
    ['of what never arrived', { outcome: 'upstream_unreachable' }, []],
    ['of what was held back at the last moment', { outcome: 'not_sent' }, []],
    ['of what a client did not wait for', { outcome: 'client_left' }, ['messages 2026-12-26']],
    ['of what ended with the process', { outcome: 'abandoned' }, ['?messages 2026-12-26']],
    ['of what is under way', { outcome: 'open' }, ['?messages 2026-12-26']],
    ['of what another organisation received', { outcome: 'organization_mismatch' }, ['messages other_organization']],
    ['of a day on which nobody had read the terms', { recordedAt: '2026-05-01T00:00:00Z' }, ['messages terms_unread']],
    ['of a plan whose terms name no period for it', { plan: 'team' }, ['messages terms_silent']],
    ['of a plan nobody knows', { plan: 'bargain' }, ['messages plan_unknown']],
  ])('%s', (_, given, expected) => {
    expect(line(given)).toEqual(expected);
  });

  test('every date names the facts it rests on', () => {
    expect(copies({ stopReason: 'refusal' }).map(({ restsOn }) => restsOn)).toEqual([
      ['anth-api-30'],
      ['anth-flagged-2y'],
      ['anth-flagged-7y'],
    ]);
    expect(copies({ yaml: 'retentionDays: 7' })).toMatchObject([{ restsOn: ['contract'] }]);
  });
});

test.each([
  ['2026-11-26T23:59:59.999Z', 30, '2026-12-26'],
  ['2028-02-28T00:00:00Z', 1, '2028-02-29'],
  ['2026-12-31T12:00:00Z', 1, '2027-01-01'],
])('%s and %i days is %s', (at, days, expected) => {
  expect(dayAfter(at, days)).toBe(expected);
});
