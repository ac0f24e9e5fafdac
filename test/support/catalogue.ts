import {
  type Catalogue,
  openCatalogue,
  type TermsArchive,
  termsReader,
  type TermsVersion,
} from '../../src/catalogue/index.ts';

const dated = { source: 'terms', confidence: 'high', validFrom: '2026-01-01', reviewBy: '2027-01-01' } as const;

/** A fact of the plan `team`, with what a test wants otherwise. */
export function fact(changes: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { id: 'a-fact', plans: ['team'], criterion: 'training', value: 'no', ...dated, ...changes };
}

/** An anchor of document Acme/Terms in collection `acme`. */
export function anchor(passage: string, changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    collection: 'acme',
    service: 'Acme',
    terms: 'Terms',
    commit: 'a'.repeat(40),
    recordedAt: '2026-01-01T00:00:00Z',
    region: 'EEA',
    passage,
    ...changes,
  };
}

export type SmallCatalogue = {
  readonly version: string;
  readonly vendors: Record<string, unknown>[];
  readonly claimSources: Record<string, unknown>[];
  readonly claims: Record<string, unknown>[];
  readonly successions: Record<string, unknown>[];
};

/** The data of a catalogue with one vendor, Acme, that has a plan for persons and one for teams. */
export function smallData(facts: readonly Record<string, unknown>[] = [], version = '2026-01-01.1'): SmallCatalogue {
  const plan = (id: string, audience: string): Record<string, unknown> => ({ id, name: id, audience, ...dated });
  return {
    version,
    vendors: [
      {
        id: 'acme',
        name: 'Acme',
        sources: [
          {
            id: 'terms',
            url: 'https://acme.example/terms',
            datedOn: '2026-01-01',
            dating: 'stated',
            readOn: '2026-01-02',
          },
        ],
        products: [
          { id: 'chat', name: 'Chat', plans: [plan('solo', 'consumer'), plan('team', 'commercial')], ...dated },
        ],
        facts: [...facts],
        models: [],
        hosts: [],
        tenantHeaders: [],
        clients: [],
      },
    ],
    claimSources: [],
    claims: [],
    successions: [],
  };
}

export function smallCatalogue(facts: readonly Record<string, unknown>[] = [], version?: string): Catalogue {
  return openCatalogue(smallData(facts, version));
}

export type VersionGiven = {
  readonly at: string;
  readonly text: string;
  readonly kind?: TermsVersion['kind'];
  readonly sourceDocuments?: number;
};

/** An archive of collection `acme` with the given versions of its documents, by `service/terms`. */
export function archiveOf(
  documents: Readonly<Record<string, readonly VersionGiven[]>>,
  changes: Partial<TermsArchive> = {},
): TermsArchive {
  const read = termsReader();
  const dates = Object.values(documents).flatMap((versions) => versions.map(({ at }) => at));
  return {
    place: 'acme-versions',
    namedCollection: 'acme',
    head: { commit: 'f'.repeat(40), at: dates.toSorted().at(-1) ?? '2026-01-01T00:00:00.000Z' },
    documents: Object.entries(documents).map(([name, versions]) => {
      const [service = '', terms = ''] = name.split('/');
      return {
        service,
        terms,
        versions: versions.map(({ at, text, kind = 'change', sourceDocuments = 1 }, index) => ({
          commit: index.toString(16).padStart(40, '0'),
          at,
          kind,
          sourceDocuments,
          content: read(text),
        })),
      };
    }),
    ...changes,
  };
}
