import type { PlanTerms } from '../../catalogue/index.ts';
import type { ClassModel, Cost, Model } from '../model/model.ts';
import { amountSpread, exactly, meanOf, shareSpread, type Spread } from '../model/spread.ts';
import type { LabelVolume, Volumes } from '../volumes/measure.ts';
import type { Found } from './fault.ts';
import type { Estimate, Input, Price } from './schema.ts';

/** What an input is held against: the terms of its plan, the labels there are, and what was counted. */
export type Known = {
  readonly terms: PlanTerms;
  /** Names of labels; absent where nobody says. */
  readonly labels: ReadonlySet<string> | undefined;
  readonly volumes: Volumes;
  readonly today: string;
};

/** What ZDR takes away and the input puts no price on: it is told, and never counted as nothing. */
export type Unpriced = { readonly kind: 'feature' | 'model'; readonly name: string };

/** Makes of an input what can be computed. Measured values are put in where the input says so. */
export function modelOf(input: Input, { volumes }: Pick<Known, 'volumes'>): Model {
  return {
    classes: Object.entries(input.classes).map(([label, given]): ClassModel => {
      const volume = volumes.labels[label];
      const { exchanges, outsideZdr } = given;
      return {
        label,
        exchanges: exchanges === 'measured' ? exactly(volume?.exchangesPerYear ?? 0) : amountSpread(exchanges),
        incidentsPerMillion: amountSpread(given.incidentsPerMillion),
        loss: amountSpread(given.loss),
        keptShare: shareSpread(given.keptShare),
        outsideZdr: outsideZdr === 'measured' ? exactly(volume?.outsideZdr ?? 0) : shareSpread(outsideZdr),
        redactionMisses: shareSpread(given.redactionMisses),
        goesAround: shareSpread(given.goesAround),
      };
    }),
    costs: costsIn(input, volumes.all),
    tolerance: input.tolerance,
  };
}

/** What of an input cannot be so, though it fits the schema. */
export function faultsIn(input: Input, known: Known): readonly Found[] {
  return [...dayFaults(input, known.today), ...nameFaults(input, known), ...volumeFaults(input, known.volumes)];
}

/** What the plan's ZDR excludes, by the catalogue, and the input puts no price on. */
export function unpricedIn({ options }: Input, { zdr }: PlanTerms): readonly Unpriced[] {
  const { lostFeatures, lostModels } = options.zdr;
  return [
    ...zdr.excludesFeatures
      .filter((name) => !Object.hasOwn(lostFeatures, name))
      .map((name) => ({ kind: 'feature' as const, name })),
    ...zdr.excludesModels
      .filter((name) => !Object.hasOwn(lostModels, name))
      .map((name) => ({ kind: 'model' as const, name })),
  ];
}

function costsIn({ options, exchanges }: Input, all: LabelVolume): readonly Cost[] {
  const { redaction, zdr, block } = options;
  const volume = exchanges === 'measured' ? exactly(all.exchangesPerYear) : amountSpread(exchanges);
  return [
    ...runningCosts('redaction', redaction.costs),
    ...runningCosts('zdr', zdr.costs),
    ...(zdr.price === undefined ? [] : [priceCost(zdr.price, volume, exchanges)]),
    ...lossCosts('feature', zdr.lostFeatures),
    ...lossCosts('model', zdr.lostModels),
    ...runningCosts('block', block.costs),
  ];
}

function runningCosts(option: Cost['option'], costs: Input['options']['block']['costs']): readonly Cost[] {
  return Object.entries(costs).map(([name, { perYear, label }]) => {
    const of = label === undefined ? {} : { label };
    return { kind: 'running', name, option, perYear: amountSpread(perYear), ...of };
  });
}

function lossCosts(kind: 'feature' | 'model', lost: Readonly<Record<string, Estimate>>): readonly Cost[] {
  return Object.entries(lost).map(([name, perYear]) => ({
    kind,
    name,
    option: 'zdr',
    perYear: amountSpread(perYear),
  }));
}

// A price rises with its volume, so that the price of a volume's 5 % is the price's 5 %.
function priceCost(price: Price, volume: Spread, exchanges: Input['exchanges']): Cost {
  const of = (count: number): number => priceOf(price, count);
  const cost = { kind: 'price', name: 'price', option: 'zdr' } as const;
  if (exchanges === 'measured') return { ...cost, perYear: exactly(meanOf(volume, of)) };
  const [low, likely, high] = [of(exchanges.low), of(exchanges.likely), of(exchanges.high)];
  const isRange = low > 0 && low < likely && likely < high;
  return { ...cost, perYear: isRange ? amountSpread({ low, likely, high }) : exactly(meanOf(volume, of)) };
}

/** What so many exchanges cost: each tier for what lies within it; beyond the last, its price goes on. */
export function priceOf({ tiers }: Price, exchanges: number): number {
  let [from, total] = [0, 0];
  for (const [index, { upToExchanges = Number.POSITIVE_INFINITY, perThousand }] of tiers.entries()) {
    const until = index === tiers.length - 1 ? Number.POSITIVE_INFINITY : upToExchanges;
    total += (Math.max(0, Math.min(exchanges, until) - from) / 1_000) * perThousand;
    from = Math.min(until, Math.max(from, exchanges));
  }
  return total;
}

function dayFaults(input: Input, today: string): readonly Found[] {
  const found: Found[] = [];
  const look = (value: unknown, path: Found['path']): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('on' in value && typeof value.on === 'string' && value.on > today)
      found.push({ path: [...path, 'on'], code: 'day_ahead', detail: `≤ ${today}` });
    for (const [key, inner] of Object.entries(value)) look(inner, [...path, key]);
  };
  look(input, []);
  return found;
}

function nameFaults({ classes, options }: Input, { labels, terms }: Known): readonly Found[] {
  const unknown = (path: Found['path'], name: string): readonly Found[] =>
    labels === undefined || labels.has(name) ? [] : [{ path, code: 'label_unknown', detail: name }];
  const excluded = (key: 'lostFeatures' | 'lostModels', there: readonly string[]): readonly Found[] =>
    Object.keys(options.zdr[key])
      .filter((name) => !there.includes(name))
      .map((name) => ({ path: ['options', 'zdr', key, name], code: 'not_excluded', detail: there.join(', ') }));
  const ofCosts = (['redaction', 'zdr', 'block'] as const).flatMap((option) =>
    Object.entries(options[option].costs).flatMap(([name, { label }]): readonly Found[] =>
      label === undefined || Object.hasOwn(classes, label)
        ? []
        : [{ path: ['options', option, 'costs', name, 'label'], code: 'label_unknown', detail: label }],
    ),
  );
  return [
    ...Object.keys(classes).flatMap((label) => unknown(['classes', label], label)),
    ...ofCosts,
    ...excluded('lostFeatures', terms.zdr.excludesFeatures),
    ...excluded('lostModels', terms.zdr.excludesModels),
    ...tierFaults(options.zdr.price),
  ];
}

// Each tier ends beyond the one before it, and the last has no end.
function tierFaults(price: Price | undefined): readonly Found[] {
  const { tiers = [] } = price ?? {};
  return tiers.flatMap(({ upToExchanges }, index): readonly Found[] => {
    const isLast = index === tiers.length - 1;
    const before = index === 0 ? 0 : (tiers[index - 1]?.upToExchanges ?? 0);
    if (isLast ? upToExchanges === undefined : upToExchanges !== undefined && upToExchanges > before) return [];
    return [{ path: ['options', 'zdr', 'price', 'tiers', index], code: 'tiers_disordered', detail: '' }];
  });
}

// More a year are no risk but a running cost, and trials would never end.
const mostIncidents = 100;

function volumeFaults({ classes, exchanges: all, options }: Input, volumes: Volumes): readonly Found[] {
  const isUncounted = volumes.all.exchanges === 0;
  const found = Object.entries(classes).flatMap(([label, { exchanges, incidentsPerMillion }]): readonly Found[] => {
    const path = ['classes', label];
    if (exchanges === 'measured' && isUncounted)
      return [{ path: [...path, 'exchanges'], code: 'volume_unmeasured', detail: volumes.from.slice(0, 10) }];
    const most = exchanges === 'measured' ? (volumes.labels[label]?.exchangesPerYear ?? 0) : exchanges.high;
    const isTooMany = (most * incidentsPerMillion.high) / 1e6 > mostIncidents;
    return isTooMany
      ? [{ path: [...path, 'incidentsPerMillion'], code: 'incidents_too_many', detail: `≤ ${mostIncidents}` }]
      : [];
  });
  const isPricedUncounted = options.zdr.price !== undefined && all === 'measured' && isUncounted;
  return isPricedUncounted
    ? [...found, { path: ['exchanges'], code: 'volume_unmeasured', detail: volumes.from.slice(0, 10) }]
    : found;
}
