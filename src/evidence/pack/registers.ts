import type { Json } from '../../base/index.ts';
import type { Sheet } from '../../documents/index.ts';
import { packText, type PackTextKey } from '../../messages/index.ts';
import type { PackMaterial } from './material.ts';

/** A field of article 30: what is known, whence, or that somebody has to fill it in. */
export type RegisterField = {
  readonly article: string;
  readonly name: PackTextKey;
  readonly value: string;
  readonly source: string;
  readonly isKnown: boolean;
};

/**
 * The register of processing (GDPR, article 30(1)) as far as octroi knows it from what is in force. What it cannot know,
 * such as the legal basis and the representative, it leaves to the company and says so.
 */
export function processingRegister(material: PackMaterial): readonly RegisterField[] {
  const { wish, policy, kept, tenant, madeAt, team } = material;
  const say = (key: PackTextKey, args = {}): string => packText(wish.language, key, args);
  const rules = say('source.policy', { version: policy.version.slice(0, 12), on: madeAt.slice(0, 10) });
  const labels = policy.labels.all.map(({ name }) => name).join(', ');
  const lifetimes = kept.map(({ name, days }) => say('lifetime', { name, days }));
  const known = (value: string, source = rules) => ({ value, source, isKnown: true });
  const open = { value: say('toFillIn'), source: '', isKnown: false };
  return [
    { article: '30(1)(a)', name: 'register.controller', ...known(tenant.name, 'octroi') },
    { article: '30(1)(a)', name: 'register.contact', ...open },
    { article: '30(1)(b)', name: 'register.purpose', ...known(say('register.purposeText')) },
    { article: '6(1)', name: 'register.basis', ...open },
    {
      article: '30(1)(c)',
      name: 'register.subjects',
      ...known(say('register.subjectsText', { count: team.people.length }), 'octroi'),
    },
    { article: '30(1)(c)', name: 'register.categories', ...known(say('register.categoriesText', { labels })) },
    { article: '30(1)(d)', name: 'register.recipients', ...known(recipients(material), 'octroi') },
    {
      article: '30(1)(e)',
      name: 'register.transfers',
      ...known(say('register.transfersText'), 'register/processors.json'),
    },
    { article: '30(1)(f)', name: 'register.lifetimes', ...known(lifetimes.join('\n')) },
    { article: '30(1)(g)', name: 'register.measures', ...known(say('register.measuresText'), 'posture.json') },
    { article: '35', name: 'register.dpia', ...open },
    { article: '30', name: 'register.review', ...open },
  ];
}

function recipients({ held, wish }: PackMaterial): string {
  const names = held.map(({ name, vendor, plan }) => `${name}: ${vendor}/${plan}`);
  return names.join('\n') || packText(wish.language, 'register.noContract', {});
}

/** What the catalogue knows of those who process on the company's behalf, of theirs and of where: facts with their source. */
export function processorRegister({ held, catalogue, madeAt }: PackMaterial): Json {
  const on = new Date(madeAt);
  const wanted = new Set(['sub_processors', 'region', 'retention', 'deletion', 'training', 'zdr', 'leaves_cloud']);
  return held.map(({ name, vendor, plan }) => {
    const terms = catalogue.plans(on).find((each) => each.vendor === vendor && each.plan === plan);
    return {
      contract: name,
      plan: `${vendor}/${plan}`,
      processor: terms?.vendorName ?? null,
      transferTool: null,
      facts: (terms?.facts ?? [])
        .filter(({ criterion }) => wanted.has(criterion))
        .map((fact) => {
          const source = catalogue.sourceOf(`fact:${fact.id}`);
          return {
            fact: fact.id,
            criterion: fact.criterion,
            value: fact.value,
            days: fact.days ?? null,
            source: source?.url ?? null,
            datedOn: source?.datedOn ?? null,
            readOn: source?.readOn ?? null,
          };
        }),
    };
  });
}

/** Both registers as sheets. */
export function registerSheets(material: PackMaterial): readonly Sheet[] {
  const { language } = material.wish;
  const say = (key: PackTextKey): string => packText(language, key, {});
  const processing = processingRegister(material).map(({ article, name, value, source }) => [
    article,
    say(name),
    value,
    source,
  ]);
  const processors = (processorRegister(material) as readonly Processor[]).flatMap(
    ({ contract, plan, processor, facts }) =>
      (facts.length > 0 ? facts : [undefined]).map((fact) => [
        contract,
        plan,
        processor ?? say('unknown'),
        fact?.criterion ?? '',
        fact ? String(fact.value) : say('unknown'),
        fact?.source ?? '',
        fact?.datedOn ?? '',
        fact?.readOn ?? '',
      ]),
  );
  return [
    { name: say('sheet.processing'), rows: [say('columns.processing').split('|'), ...processing] },
    { name: say('sheet.processors'), rows: [say('columns.processors').split('|'), ...processors] },
  ];
}

type Processor = {
  readonly contract: string;
  readonly plan: string;
  readonly processor: string | null;
  readonly facts: readonly {
    readonly criterion: string;
    readonly value: unknown;
    readonly source: string | null;
    readonly datedOn: string | null;
    readonly readOn: string | null;
  }[];
};
