import type { Catalogue, PlanTerms } from '../../catalogue/index.ts';
import type { Books } from '../../ledger/index.ts';
import { readVolumes } from './read-volumes.ts';
import type { VolumeRow } from './volume-row.ts';

/** Exchanges a year, if it goes on as in the days that were counted. */
export type LabelVolume = {
  readonly exchanges: number;
  readonly bytesPerYear: number;
  readonly exchangesPerYear: number;
  /** The share that ZDR does not cover, by the model or a feature of the exchange. */
  readonly outsideZdr: number;
};

/** A model or a feature that was used, and whether ZDR covers it. */
export type Used = { readonly name: string; readonly exchanges: number; readonly isOutsideZdr: boolean };

/** What left under a plan within some days, by label. */
export type Volumes = {
  readonly from: string;
  readonly to: string;
  /** Days that were counted: fewer than asked for where the ledger is younger. At least one. */
  readonly days: number;
  readonly all: LabelVolume;
  readonly labels: Readonly<Record<string, LabelVolume>>;
  readonly models: readonly Used[];
  readonly features: readonly Used[];
};

export type MeasureQuestion = {
  readonly books: Books;
  readonly tenantId: string;
  readonly now: Date;
  readonly days: number;
  readonly catalogue: Catalogue;
  readonly terms: PlanTerms;
};

const dayMs = 86_400_000;
const daysOfYear = 365;

/** Counts what left under the contracts of a plan, whether they still run or not. */
export async function measureVolumes(question: MeasureQuestion): Promise<Volumes> {
  const { books, tenantId, now, days } = question;
  const wanted = new Date(now.getTime() - days * dayMs);
  const contracts = await contractsUnder(question);
  const all = await readVolumes(books, tenantId, { from: wanted, now });
  // A ledger that is younger than the days that were asked for says nothing of the days before it.
  const first = all.map(({ onHour }) => onHour).toSorted()[0];
  const from = first !== undefined && new Date(first) > wanted ? new Date(first) : wanted;
  const counted = Math.max(1, (now.getTime() - from.getTime()) / dayMs);
  const rows = all.filter(({ contractId }) => contracts.has(contractId));
  const whole = rows.filter(({ label }) => label === '');
  const counting = { days: counted, covers: coverOf(question) };
  const byLabel = Map.groupBy(
    rows.filter(({ label }) => label !== ''),
    ({ label }) => label,
  );
  return {
    from: from.toISOString(),
    to: now.toISOString(),
    days: counted,
    all: volumeOf(whole, counting),
    labels: Object.fromEntries([...byLabel].map(([label, of]) => [label, volumeOf(of, counting)])),
    models: usedIn(whole, ({ model }) => [model]).map((used) => ({
      ...used,
      isOutsideZdr: !counting.covers.model(used.name),
    })),
    features: usedIn(whole, ({ features }) => features).map((used) => ({
      ...used,
      isOutsideZdr: !counting.covers.feature(used.name),
    })),
  };
}

async function contractsUnder({ books, tenantId, terms }: MeasureQuestion): Promise<ReadonlySet<string>> {
  const { vendor, plan } = terms;
  const found = await books.store.inTenant(tenantId, (db) =>
    db.selectFrom('contract').select('id').where('vendor', '=', vendor).where('plan', '=', plan).execute(),
  );
  return new Set(found.map(({ id }) => id));
}

type Counting = { readonly days: number; readonly covers: ReturnType<typeof coverOf> };

function volumeOf(rows: readonly VolumeRow[], { days, covers }: Counting): LabelVolume {
  const exchanges = sumOf(rows, 'exchanges');
  const outside = rows.filter((row) => !covers.row(row));
  const years = days / daysOfYear;
  return {
    exchanges,
    exchangesPerYear: Math.round(exchanges / years),
    bytesPerYear: Math.round(sumOf(rows, 'bytes') / years),
    outsideZdr: exchanges === 0 ? 0 : sumOf(outside, 'exchanges') / exchanges,
  };
}

function usedIn(rows: readonly VolumeRow[], names: (row: VolumeRow) => readonly string[]) {
  const named = [...new Set(rows.flatMap(names))].filter((name) => name !== '').toSorted();
  return named.map((name) => {
    const of = rows.filter((row) => names(row).includes(name));
    return { name, exchanges: sumOf(of, 'exchanges') };
  });
}

function coverOf({ catalogue, terms, now }: MeasureQuestion) {
  const known = new Map<string, boolean>();
  const model = (name: string): boolean => {
    const covered = known.get(name) ?? (name !== '' && !catalogue.model(terms.vendor, name, now).zdrExcluded);
    known.set(name, covered);
    return covered;
  };
  const feature = (name: string): boolean => !terms.zdr.excludesFeatures.includes(name);
  // A model that its record must not name was sent under zero retention, which octroi holds back excluded models from.
  const row = (of: VolumeRow): boolean => (of.model === '' || model(of.model)) && of.features.every(feature);
  return { model, feature, row };
}

function sumOf(rows: readonly VolumeRow[], of: 'exchanges' | 'bytes'): number {
  return rows.reduce((sum, row) => sum + row[of], 0);
}
