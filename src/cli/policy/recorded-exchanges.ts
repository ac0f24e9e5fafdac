import { BoundedMap } from '../../base/index.ts';
import {
  type ExchangeDeclared,
  exportRecords,
  findExchange,
  type LabelledRepository,
  type LedgerRecord,
  sessionLabels,
} from '../../ledger/index.ts';
import {
  type ModelFacts,
  type PersonFacts,
  type RecordedExchange,
  strictestModel,
  type TermsSource,
  type UnknownFact,
  unknownPlan,
} from '../../policy/index.ts';
import { listContracts, listWorkspaces } from '../../tenancy/index.ts';
import type { Installation } from '../wire.ts';

/** Where exchanges were recorded: whose ledger, in which database. */
export type Recorder = Pick<Installation, 'store' | 'tenancy'> & {
  readonly tenant: Pick<Installation['tenant'], 'id'>;
};

type Names = {
  readonly workspaces: ReadonlyMap<string, string>;
  readonly contracts: ReadonlyMap<string, { readonly name: string; readonly vendor: string; readonly plan: string }>;
};

export type Period = { readonly from: string | undefined; readonly until: string | undefined };

/**
 * The exchanges that the ledger has, the oldest first, with the facts a policy asks for: terms as they stood that day;
 * names of workspaces and contracts as they are now. Records made before roles, training and all models stood in them say
 * so in `unknown`.
 */
export async function* recordedExchanges(
  installation: Recorder,
  terms: TermsSource,
  period: Period,
): AsyncGenerator<RecordedExchange> {
  for await (const { recorded } of declaredAndRecorded(installation, terms, period)) if (recorded) yield recorded;
}

/** The same with the records themselves; of those kept as counts only there is nothing to decide again. */
export async function* declaredAndRecorded(
  installation: Recorder,
  terms: TermsSource,
  { from, until }: Period,
): AsyncGenerator<{ readonly record: ExchangeDeclared; readonly recorded: RecordedExchange | undefined }> {
  const { tenancy, tenant } = installation;
  const names = await namesOf(installation);
  const repositoriesOf = repositoriesOfSessions(installation);
  for await (const body of exportRecords(tenancy, tenant.id, { from, until, kinds: ['exchange_declared'] })) {
    const record = JSON.parse(body) as LedgerRecord;
    if (record.kind !== 'exchange_declared') continue;
    // Of what was kept as counts nobody can decide again.
    const recorded = record.isCountsOnly
      ? undefined
      : recordedOf(record, { names, terms, repositories: await repositoriesOf(record) });
    yield { record, recorded };
  }
}

/** One exchange of the ledger; of one that was refused unread, or kept as counts only, there is nothing to decide again. @throws ledger_exchange_unknown */
export async function recordedExchange(
  installation: Recorder,
  terms: TermsSource,
  exchangeId: string,
): Promise<RecordedExchange | undefined> {
  const { began } = await findExchange(installation.tenancy, installation.tenant.id, exchangeId);
  return began.kind === 'exchange_declared' && !began.isCountsOnly
    ? recordedOf(began, {
        names: await namesOf(installation),
        terms,
        repositories: await repositoriesOfSessions(installation)(began),
      })
    : undefined;
}

async function namesOf({ store, tenancy, tenant }: Recorder): Promise<Names> {
  const [workspaces, contracts] = await Promise.all([
    listWorkspaces(store, tenant.id),
    listContracts(tenancy, tenant.id),
  ]);
  return {
    workspaces: new Map(workspaces.map(({ id, name }) => [id, name])),
    contracts: new Map(contracts.map((contract) => [contract.id, contract])),
  };
}

type Known = {
  readonly names: Names;
  readonly terms: TermsSource;
  readonly repositories: readonly LabelledRepository[];
};

const mostSessions = 1_000;

// Exchanges of one session follow each other: what its repositories asked for is read once. It counts for all of the
// session, though a file that was handed in late was not known to what came before.
function repositoriesOfSessions({ tenancy, tenant }: Recorder) {
  const known = new BoundedMap<string, Promise<readonly LabelledRepository[]>>(mostSessions);
  return async ({ client: { sessionId }, sender: { personId } }: ExchangeDeclared) => {
    if (sessionId === undefined) return [];
    const key = `${personId} ${sessionId}`;
    const asked = known.get(key) ?? sessionLabels(tenancy, tenant.id, { session: sessionId, personId });
    known.set(key, asked);
    return asked;
  };
}

function recordedOf(record: ExchangeDeclared, { names, terms, repositories }: Known): RecordedExchange {
  const { exchangeId, recordedAt, sender, client, parts } = record;
  const contract = names.contracts.get(sender.contractId);
  const { vendor = '', plan = '' } = contract ?? {};
  const [, name = '', version] = /^([^/\s]+)\/(\S+)/.exec(client.userAgent ?? '') ?? [];
  const facts = {
    at: recordedAt,
    person: personOf(record),
    workspace: names.workspaces.get(sender.workspaceId) ?? '',
    contract: contract?.name ?? '',
    plan: terms.plan(`${vendor}/${plan}`, recordedAt) ?? unknownPlan(vendor, plan),
    features: record.policy?.features ?? [],
    client: { name, ...(version === undefined ? {} : { version }) },
    ...modelOf(record, (model) => terms.model(vendor, model, recordedAt)),
  };
  // As the gateway does: of a thought only values count that the client itself sent.
  const sent = parts.filter(({ kind }) => kind !== 'thinking' && kind !== 'assistant_text');
  const known = new Set(sent.flatMap(({ findings = [] }) => findings.map(({ fingerprint }) => fingerprint)));
  return {
    exchangeId,
    recordedAt,
    facts,
    unknown: unknownOf(record),
    repositories,
    parts: parts.map(({ kind, path, command, findings = [] }) => ({
      kind,
      findings: kind === 'thinking' ? findings.filter(({ fingerprint }) => known.has(fingerprint)) : findings,
      ...(path === undefined ? {} : { path }),
      ...(command === undefined ? {} : { command }),
    })),
  };
}

function personOf({ policy, recordedAt }: ExchangeDeclared): PersonFacts {
  if (!policy?.person) return { roles: [], trainingValidUntil: recordedAt };
  const { training: _, ...person } = policy.person;
  return person;
}

function modelOf(
  { request, policy }: ExchangeDeclared,
  factsOf: (name: string) => ModelFacts,
): { readonly model?: ModelFacts } {
  if (policy?.models) return { model: strictestModel([request.model ?? '', ...policy.models].map(factsOf)) };
  return request.model === undefined ? {} : { model: factsOf(request.model) };
}

// A request without a body carries nothing that was decided over, and nothing is missing of it.
function unknownOf({ parts, policy }: ExchangeDeclared): readonly UnknownFact[] {
  if (parts.length === 0) return [];
  return [
    ...(policy?.person ? [] : (['roles', 'training'] as const)),
    ...(policy?.models ? [] : (['models'] as const)),
  ];
}
