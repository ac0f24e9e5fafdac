import type { Catalogue } from '../../catalogue/index.ts';
import type { Exchange } from '../../ledger/index.ts';
import { evidenceError } from '../errors.ts';

/** One answer that article 33 asks for: what is known of it and whence, or that nobody knows yet. */
export type BreachAnswer = {
  readonly article: '33(1)' | '33(3)(a)' | '33(3)(b)' | '33(3)(c)' | '33(3)(d)' | '33(5)';
  readonly field: BreachField;
  /** Null: somebody has to find it out. */
  readonly known: string | null;
  readonly source: string | null;
};

export type BreachField =
  | 'when'
  | 'what_left'
  | 'categories'
  | 'approximate_records'
  | 'approximate_persons'
  | 'recipient'
  | 'retention'
  | 'contact'
  | 'consequences'
  | 'measures_taken'
  | 'measures_proposed'
  | 'record';

/** The file of a breach (GDPR, article 33) as far as the ledger knows it. Whether it is one, a person decides. */
export type BreachFile = {
  readonly exchangeId: string;
  readonly madeAt: string;
  /** When somebody of the controller came to know: the clock runs from there, not from the exchange. */
  readonly awareAt: string;
  readonly notifyBy: string;
  readonly hoursLeft: number;
  readonly answers: readonly BreachAnswer[];
};

export type BreachQuestion = {
  readonly exchange: Exchange;
  readonly awareAt: Date;
  readonly now: Date;
  readonly catalogue: Catalogue;
  /** The contract it left under; undefined where it is gone. */
  readonly contract: { readonly name: string; readonly vendor: string; readonly plan: string } | undefined;
};

const hourMs = 3_600_000;
const notifyHours = 72;

/** @throws evidence_aware_invalid when somebody is said to have known before it happened, or in the future */
export function breachFile(question: BreachQuestion): BreachFile {
  const { exchange, awareAt, now } = question;
  const { began } = exchange;
  if (awareAt > now || awareAt < new Date(began.recordedAt))
    throw evidenceError('evidence_aware_invalid', { at: began.recordedAt });
  const notifyBy = new Date(awareAt.getTime() + notifyHours * hourMs);
  return {
    exchangeId: began.exchangeId,
    madeAt: now.toISOString(),
    awareAt: awareAt.toISOString(),
    notifyBy: notifyBy.toISOString(),
    hoursLeft: Math.floor((notifyBy.getTime() - now.getTime()) / hourMs),
    answers: answersTo(question),
  };
}

function answersTo({ exchange: { began, ended }, contract, catalogue, now }: BreachQuestion): readonly BreachAnswer[] {
  const ledger = `ledger ${began.id}`;
  const open = { known: null, source: null };
  const known = (text: string, source = ledger) => ({ known: text, source });
  const found = findingsOf(began);
  const hasLeft = began.verdict !== 'block' && !(ended?.kind === 'exchange_finished' && ended.outcome === 'not_sent');
  const terms =
    contract && catalogue.plans(now).find(({ vendor, plan }) => vendor === contract.vendor && plan === contract.plan);
  const kept = terms?.facts.filter(({ criterion }) => criterion === 'retention') ?? [];
  const [fact] = kept;
  return [
    { article: '33(3)(a)', field: 'when', ...known(began.recordedAt) },
    {
      article: '33(3)(a)',
      field: 'what_left',
      ...known(
        hasLeft ? `verdict ${began.verdict}; parts: ${partsOf(began)}` : 'nothing left: the request was stopped',
      ),
    },
    { article: '33(3)(a)', field: 'categories', ...(found === '' ? open : known(found)) },
    { article: '33(3)(a)', field: 'approximate_records', ...open },
    { article: '33(3)(a)', field: 'approximate_persons', ...open },
    {
      article: '33(3)(a)',
      field: 'recipient',
      ...(contract ? known(`${contract.vendor}/${contract.plan} (${contract.name})`) : open),
    },
    {
      article: '33(3)(a)',
      field: 'retention',
      ...(fact
        ? known(
            kept.map(({ value, days, feature }) => [feature, value, days].filter(Boolean).join(' ')).join('; '),
            `${catalogue.sourceOf(fact.id)?.url ?? 'catalogue'}, read ${catalogue.sourceOf(fact.id)?.readOn ?? '?'}`,
          )
        : open),
    },
    { article: '33(3)(b)', field: 'contact', ...open },
    { article: '33(3)(c)', field: 'consequences', ...open },
    {
      article: '33(3)(d)',
      field: 'measures_taken',
      ...known(`verdict ${began.verdict}: ${began.reasons.join(', ') || '–'}`),
    },
    { article: '33(3)(d)', field: 'measures_proposed', ...open },
    { article: '33(5)', field: 'record', ...known(began.id) },
  ];
}

// By class, kind and what became of them; a value is nowhere.
function findingsOf(began: Exchange['began']): string {
  if (began.kind !== 'exchange_declared') return '';
  const sums = new Map<string, number>();
  for (const { class: sort, kind, handling } of began.parts.flatMap(({ findings }) => findings ?? [])) {
    const name = `${sort} ${kind}, ${handling}`;
    sums.set(name, (sums.get(name) ?? 0) + 1);
  }
  return [...sums].map(([name, count]) => `${name}: ${count}`).join('; ');
}

function partsOf(began: Exchange['began']): string {
  if (began.kind !== 'exchange_declared') return '–';
  const groups = Map.groupBy([...began.parts, ...(began.counts ?? [])], ({ kind }) => kind);
  return (
    [...groups].map(([kind, each]) => `${kind} ${each.reduce((sum, { bytes }) => sum + bytes, 0)} bytes`).join(', ') ||
    '–'
  );
}
