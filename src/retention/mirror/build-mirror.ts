import type { Books } from '../../ledger/index.ts';
import { Calendar, type CalendarEntry, type Held, type Holder } from './calendar.ts';
import { copiesOf, type HeldCopy, type TermsOfCopy } from './copies-of.ts';
import { LocalTraces } from './local-traces.ts';
import type { LabelledBytes, MirroredExchange } from './mirrored-exchange.ts';
import { readSums } from './erased-sums.ts';
import { readMirrored } from './read-exchanges.ts';
import { type Untold, untoldOf } from './untold.ts';

/** A contract as it stood on the day of an exchange. */
export type HeldContract = { readonly holder: Holder; readonly terms: (exchange: Asked) => TermsOfCopy };

export type Asked = Pick<MirroredExchange, 'recordedAt' | 'model'>;

/** A file that lies at the vendor, as the inventory has it. */
export type HeldFile = { readonly contractId: string; readonly copy: HeldCopy; readonly sent: LabelledBytes };

export type MirrorParts = {
  readonly books: Books;
  readonly tenantId: string;
  /** What is known of a contract; undefined for one that is gone. */
  readonly contract: (id: string) => HeldContract | undefined;
  readonly files: readonly HeldFile[];
  /** Days that the policy in force lets clients keep their own transcripts. */
  readonly localTraceDays: number;
};

/** What vendors hold of a tenant on a day, by due day, and what nobody lets us know. */
export type Mirror = {
  readonly on: string;
  readonly entries: readonly CalendarEntry[];
  readonly untold: readonly Untold[];
};

const noContract: Holder = { vendor: '', plan: '', contract: '' };
const workstation: Holder = { vendor: '', plan: '', contract: 'workstations' };

/**
 * Computes what is still held on a day (UTC, `2026-11-26`) from the ledger, the sums of what was erased from it, the inventory
 * of files, the contracts and the terms as they stood when each exchange left. Reads the ledger once, from its beginning to
 * the end of that day. An erasure meanwhile may leave out what it erases; the next reading has it.
 */
export async function buildMirror(parts: MirrorParts, on: string): Promise<Mirror> {
  const calendar = new Calendar(on);
  const traces = new LocalTraces();
  const used = new Map<string, Used>();
  let since: string | undefined;
  const count = (exchange: MirroredExchange): void => {
    if (since === undefined || exchange.recordedAt < since) since = exchange.recordedAt;
    traces.add(exchange);
    for (const held of heldOf(parts, exchange, used)) calendar.add(held);
  };
  for (const sum of await parts.books.store.inTenant(parts.tenantId, (db) => readSums(db, on))) count(sum);
  for await (const mirrored of readMirrored(parts.books, parts.tenantId, `${on}T23:59:59.999Z`)) {
    if (mirrored.kind === 'sweep') traces.swept(mirrored.sweep);
    else count(mirrored.exchange);
  }
  for (const { contractId, copy, sent } of parts.files)
    calendar.add({ holder: holderOf(parts, contractId), copy, count: 1, sent: [sent], answerBytes: 0 });
  for (const trace of traces.traces(parts.localTraceDays))
    calendar.add({ ...trace, holder: workstation, count: 1, answerBytes: 0 });
  return { on, entries: calendar.entries(), untold: untoldOn(used, since) };
}

type Used = { readonly holder: Holder; readonly features: Set<string>; terms: TermsOfCopy };

function heldOf(parts: MirrorParts, exchange: MirroredExchange, used: Map<string, Used>): readonly Held[] {
  const { sent, answerBytes, contractId, count } = exchange;
  const contract = parts.contract(contractId);
  if (!contract) {
    const copy: HeldCopy = {
      class: 'messages',
      isPossible: false,
      due: { kind: 'unknown', why: 'contract_unknown' },
      restsOn: [],
    };
    return [{ holder: { ...noContract, contract: contractId }, copy, count, sent, answerBytes }];
  }
  const { holder } = contract;
  const terms = contract.terms(exchange);
  const known = used.get(contractId) ?? { holder, features: new Set<string>(), terms };
  known.terms = terms;
  for (const feature of exchange.features) known.features.add(feature);
  used.set(contractId, known);
  return copiesOf(exchange, terms).map((copy) => ({ holder, copy, count, sent, answerBytes }));
}

function holderOf(parts: MirrorParts, contractId: string): Holder {
  return parts.contract(contractId)?.holder ?? { ...noContract, contract: contractId };
}

function untoldOn(used: ReadonlyMap<string, Used>, since: string | undefined): readonly Untold[] {
  if (since === undefined) return [];
  const ofContracts = [...used.values()].flatMap(({ holder, terms: { plan }, features }) =>
    plan ? untoldOf(holder, plan, features) : [],
  );
  return [
    ...ofContracts,
    { kind: 'history_file', holder: undefined, facts: [] },
    { kind: 'ledger_begins', holder: undefined, facts: [], since: since.slice(0, 10) },
  ];
}
