import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type Catalogue,
  documentsToRead,
  openCatalogue,
  shippedData,
  type TermsArchive,
  type WatchReport,
  watchTerms,
} from '../../src/catalogue/index.ts';
import { readArchive } from '../../src/cli/catalogue/read-archive.ts';

/*
 * Two real archives of public terms, three years of them. They stand beside the repository and are not copied into it;
 * where they are not there, nothing below is checked, and that is said.
 */
const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'terms-archive');
const bundles = ['genai-eu', 'genai-contrib'].map((name) => join(folder, `${name}-versions.bundle`));
const areThere = bundles.every((bundle) => existsSync(bundle));
const day = new Date('2026-08-23T00:00:00Z');

if (!areThere) process.stderr.write(`\nNOT CHECKED: the terms watch over real archives, since ${folder} has none.\n\n`);

type Facts = Record<string, unknown>[];
type Data = { vendors: { facts: Facts }[] };

/** The shipped catalogue, with what a test wants otherwise of one fact. */
function changed(id: string, change: (fact: Record<string, unknown>) => void): Catalogue {
  const data = structuredClone(shippedData) as Data;
  const fact = data.vendors.flatMap(({ facts }) => facts).find((one) => one['id'] === id);
  if (!fact) throw new Error(id);
  change(fact);
  return openCatalogue(data);
}

/** The archives as they were on a day. */
function asOf(archives: readonly TermsArchive[], until: string): readonly TermsArchive[] {
  return archives.map((archive) => ({
    ...archive,
    documents: archive.documents
      .map((document) => ({ ...document, versions: document.versions.filter(({ at }) => at < until) }))
      .filter(({ versions }) => versions.length > 0),
  }));
}

describe.runIf(areThere)('over two real archives', () => {
  let archives: readonly TermsArchive[];
  let report: WatchReport;
  const catalogue = openCatalogue(shippedData);

  beforeAll(async () => {
    archives = await Promise.all(bundles.map((bundle) => readArchive(bundle, documentsToRead(catalogue))));
    report = watchTerms({ catalogue, archives, on: day });
  }, 120_000);

  test('every fact of the shipped catalogue stands in the newest versions, or ended as it says', () => {
    const inForce = new Set(catalogue.entries(day).map(({ key }) => key));
    const wrong = report.facts.filter(
      ({ fact, state }) => state !== (inForce.has(`fact:${fact}`) ? 'stands' : 'ended'),
    );
    expect(wrong).toEqual([]);
    expect(report.facts.length).toBeGreaterThanOrEqual(112);
    expect(report.alarms).toEqual([]);
    expect(report.archives.map(({ collection }) => collection)).toEqual(['genai-eu', 'genai-contrib']);
  });

  test('no fact is said to hold from before a program has seen its passage, but what its text states itself', () => {
    for (const { fact, since, sinceIsLowerBound } of report.facts) {
      const { validFrom = '', startIsUnknown, anchors = [] } = catalogue.fact(fact) ?? {};
      const stated = anchors.some(({ effective = '' }) => effective.startsWith(validFrom));
      const isSeen = since !== undefined && since.slice(0, 10) <= validFrom;
      expect(isSeen || (sinceIsLowerBound && startIsUnknown === true && stated), fact).toBe(true);
    }
  });

  test.each([
    ['hist-anth-con-notrain', '2025-08-29T00:32:01Z'],
    ['hist-anth-pp-notrain', '2025-08-29T00:32:02Z'],
    ['hist-anth-pp-train1', '2026-06-08T19:00:36Z'],
    ['hist-gh-free', '2026-04-27T19:02:52Z'],
    ['hist-mis-teams', '2026-08-07T10:35:08Z'],
    ['hist-mis-teams-lechat', '2026-05-28T22:31:21Z'],
    ['hist-mis-pro', '2026-08-05T10:35:15Z'],
    ['hist-ppl-optout', '2026-07-03T10:35:51Z'],
    ['hist-wsf-notrain', '2026-07-01T07:01:37Z'],
  ])('%s, had we gone on believing it, is stale since %s', (id, lostAt) => {
    const believed = changed(id, (fact) => delete fact['validTo']);
    const found = watchTerms({ catalogue: believed, archives, on: day });
    const reading = found.facts.find(({ fact }) => fact === id);
    const home = catalogue.fact(id)?.anchors?.[0]?.collection;
    const anchor = reading?.anchors.find(({ collection }) => collection === home);
    expect(reading?.state).toBe('stale');
    expect(anchor?.lostIn?.at).toBe(new Date(lostAt).toISOString());
    expect(anchor?.changed.length).toBeGreaterThan(0);
    expect(found.alarms.map(({ fact }) => fact)).toEqual([id]);
    expect(catalogue.fact(id)?.validTo).toBe(lostAt.slice(0, 10));
    const dayBefore = asOf(archives, new Date(new Date(lostAt).getTime() - 1).toISOString());
    const before = watchTerms({ catalogue: believed, archives: dayBefore, on: day });
    expect(before.facts.find(({ fact }) => fact === id)?.state).toBe('stands');
  });

  test('the sentence that flipped stands beside the one that took its place', () => {
    const anchor = report.facts.find(({ fact }) => fact === 'hist-anth-con-notrain')?.anchors.at(-1);
    expect(anchor?.changed[0]?.before).toContain('We will not train our models');
    expect(anchor?.changed[0]?.after).toContain('opt out');
  });

  test('a passage nobody ever wrote is found nowhere', () => {
    const invented = changed('anth-com-training', (fact) => {
      const [first] = fact['anchors'] as Facts;
      Object.assign(first ?? {}, { passage: 'Anthropic may sell Customer Content to the highest bidder.' });
    });
    const found = watchTerms({ catalogue: invented, archives, on: day });
    expect(found.facts.find(({ fact }) => fact === 'anth-com-training')?.state).toBe('unclear');
  });

  test('a capture that lost the page makes nothing stale', () => {
    const contrib = archives.find(({ namedCollection }) => namedCollection === 'genai-contrib');
    const versions =
      contrib?.documents.find(({ service, terms }) => service === 'Microsoft Copilot' && terms === 'Privacy Policy')
        ?.versions ?? [];
    const inOrder = versions.toSorted((one, other) => (one.at < other.at ? -1 : 1));
    const broken = inOrder.findIndex(({ content }) => content.words < 100);
    const words = inOrder[broken - 1]?.content.normalised.split(' ') ?? [];
    const catalogueThen = changed('ms-training', (fact) => {
      const [first] = fact['anchors'] as Facts;
      Object.assign(first ?? {}, { collection: 'genai-contrib', passage: words.slice(1_000, 1_020).join(' ') });
    });
    const then = asOf(archives, inOrder[broken + 1]?.at ?? '');
    const reading = watchTerms({ catalogue: catalogueThen, archives: then, on: day }).facts.find(
      ({ fact }) => fact === 'ms-training',
    );
    expect(words.length).toBeGreaterThan(10_000);
    expect(reading).toMatchObject({ state: 'unclear' });
    expect(reading?.anchors.map(({ state }) => state)).toContain('capture_broken');
  });

  test('689 recorded versions of one policy are few texts', () => {
    const texts = archives.flatMap(({ documents }) =>
      documents
        .filter(({ service, terms }) => service === 'Claude.ai' && terms === 'Privacy Policy')
        .flatMap(({ versions }) => versions.map(({ content }) => content.digest)),
    );
    expect(texts).toHaveLength(689);
    expect(new Set(texts).size).toBeLessThanOrEqual(17);
  });
});

describe.runIf(areThere)('one archive alone', () => {
  test('leaves what it does not hold unwatched', async () => {
    const catalogue = openCatalogue(shippedData);
    const archives = [await readArchive(bundles[0] ?? '', documentsToRead(catalogue))];
    const report = watchTerms({ catalogue, archives, on: day });
    expect(report.facts.find(({ fact }) => fact === 'wsf-training')?.state).toBe('unwatched');
    expect(report.facts.find(({ fact }) => fact === 'anth-com-training')?.state).toBe('stands');
    expect(report.alarms).toEqual([]);
  }, 60_000);
});
