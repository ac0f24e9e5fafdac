import { expect, test } from 'vitest';
import { type WatchReport, watchTerms } from '../../src/catalogue/index.ts';
import { openCatalogue } from '../../src/catalogue/index.ts';
import { anchor, archiveOf, fact, smallData, type VersionGiven } from '../support/catalogue.ts';

const passage = 'We will not train our models on what you send';
const page = (sentence: string): string =>
  `# Terms\n\n${'Some words that stay as they are. '.repeat(20)}\n\nFirst. ${sentence} at all. Last.\n\nThe end of it.`;
const day = (number: number): string => `2026-02-${String(number).padStart(2, '0')}T06:00:00.000Z`;
const on = new Date('2026-03-01T00:00:00Z');
const good = page(passage);
const bad = page('We may train our models on what you send');

type Watched = {
  readonly versions: readonly VersionGiven[];
  readonly changes?: Record<string, unknown>;
  readonly name?: string;
};

function watch({ versions, changes = {}, name = 'Acme/Terms' }: Watched): WatchReport {
  const data = smallData([fact({ anchors: [anchor(passage)], ...changes })]);
  return watchTerms({ catalogue: openCatalogue(data), archives: [archiveOf({ [name]: versions })], on });
}

const numbered = (...texts: readonly string[]): readonly VersionGiven[] =>
  texts.map((text, index) => ({ at: day(index + 1), text }));

test('a passage that the newest version has stands since the oldest that has it', () => {
  const { facts, alarms } = watch({ versions: numbered(bad, good, good) });
  expect(facts[0]).toMatchObject({ state: 'stands', since: day(2), sinceIsLowerBound: false });
  expect(facts[0]?.anchors[0]).toMatchObject({ state: 'stands', lastChangedAt: day(2), newest: { at: day(3) } });
  expect(alarms).toEqual([]);
});

test('one that the first record has already may be older', () => {
  expect(watch({ versions: numbered(good) }).facts[0]).toMatchObject({ since: day(1), sinceIsLowerBound: true });
});

test('one that is gone makes the fact stale, with the paragraphs side by side and what rests on it', () => {
  const { facts, alarms } = watch({ versions: numbered(good, good, bad, bad) });
  expect(facts[0]).toMatchObject({ state: 'stale' });
  expect(facts[0]?.anchors[0]).toMatchObject({
    state: 'gone',
    lastGood: { at: day(2) },
    lostIn: { at: day(3) },
    changed: [
      {
        before: `First. ${passage} at all. Last.`,
        after: 'First. We may train our models on what you send at all. Last.',
      },
    ],
    otherChanges: 0,
  });
  expect(alarms).toEqual([
    {
      fact: 'a-fact',
      answers: ['acme/team training', 'acme/team trainingDespiteOptOut'],
      claims: [],
      decisions: [],
    },
  ]);
});

test('whatever decides by facts is asked what rests on a stale one', () => {
  const catalogue = openCatalogue(smallData([fact({ anchors: [anchor(passage)] })]));
  const archives = [archiveOf({ 'Acme/Terms': numbered(good, bad) })];
  const decisionsRestingOn = (ids: readonly string[]): readonly string[] => ids.map((id) => `policy resting on ${id}`);
  const { alarms } = watchTerms({ catalogue, archives, on, decisionsRestingOn });
  expect(alarms[0]?.decisions).toEqual(['policy resting on a-fact']);
});

test('a paragraph of which nothing is left is told as such', () => {
  const without = good.replace(/First\.[^]*Last\./, 'Zebras graze.');
  expect(watch({ versions: numbered(good, without) }).facts[0]?.anchors[0]?.changed).toEqual([
    { before: `First. ${passage} at all. Last.`, after: undefined },
  ]);
});

test('one that the catalogue says ended is no alarm while it is gone, and is one when it returns', () => {
  const changes = { validTo: '2026-02-02' };
  expect(watch({ versions: numbered(good, bad), changes })).toMatchObject({ facts: [{ state: 'ended' }], alarms: [] });
  expect(watch({ versions: numbered(good, bad, good), changes })).toMatchObject({
    facts: [{ state: 'returned' }],
    alarms: [{ fact: 'a-fact' }],
  });
});

test('a capture that lost the page is no change of the terms', () => {
  const versions = numbered(good, 'Please enable JavaScript.', 'Please enable JavaScript.');
  expect(watch({ versions })).toMatchObject({
    facts: [{ state: 'unclear', anchors: [{ state: 'capture_broken', lastGood: { at: day(1) } }] }],
    alarms: [],
  });
});

test('what is lost after a broken capture is measured by the last good one', () => {
  const { facts } = watch({ versions: numbered(good, 'Nothing.', bad) });
  expect(facts[0]).toMatchObject({ state: 'stale', anchors: [{ lastGood: { at: day(1) }, lostIn: { at: day(3) } }] });
});

test('a time away in between is a gap, not an end', () => {
  const { facts } = watch({ versions: numbered(good, 'Nothing.', good, bad, good) });
  expect(facts[0]).toMatchObject({ state: 'stands', anchors: [{ gaps: 2 }] });
});

test.each([
  ['a technical upgrade', { kind: 'technical' as const }],
  ['another number of source documents', { sourceDocuments: 2 }],
])('what goes with %s is a matter of what the archive reads', (_, changes) => {
  const versions = [
    { at: day(1), text: good },
    { at: day(2), text: bad, ...changes },
  ];
  expect(watch({ versions })).toMatchObject({
    facts: [{ state: 'unclear', anchors: [{ state: 'scope_changed' }] }],
    alarms: [],
  });
});

test('a passage that no version has, and a document that the archive has not', () => {
  expect(watch({ versions: numbered(bad) }).facts[0]).toMatchObject({
    state: 'unclear',
    anchors: [{ state: 'not_found' }],
  });
  expect(watch({ versions: numbered(good), name: 'Other/Terms' }).facts[0]).toMatchObject({
    state: 'unwatched',
    anchors: [],
  });
});

test('versions count by their dates, in whatever order they come', () => {
  const [first, second] = numbered(good, bad);
  if (!first || !second) throw new Error('two versions');
  expect(watch({ versions: [second, first] }).facts[0]?.state).toBe('stale');
});

const renamed = { ...smallData([fact({ anchors: [anchor(passage)] })]) };
renamed.successions.push({ collection: 'acme', service: 'Acme', succeededBy: 'Zenith', on: '2026-02-03' });

test.each([
  ['stands under its new name', good, 'stands'],
  ['is gone under its new name', bad, 'stale'],
])('a renamed document %s', (_, now, state) => {
  const archive = archiveOf({
    'Acme/Terms': numbered(good, good),
    'Zenith/Terms': [{ at: day(3), text: now }],
  });
  const report = watchTerms({ catalogue: openCatalogue(renamed), archives: [archive], on });
  expect(report.facts[0]).toMatchObject({ state, since: day(1) });
});

test('an archive that never took over the new name goes on under the old one', () => {
  const archive = archiveOf({ 'Acme/Terms': numbered(good, good, good, bad) });
  const report = watchTerms({ catalogue: openCatalogue(renamed), archives: [archive], on });
  expect(report.facts[0]?.state).toBe('stale');
});

test('another collection bears witness of the beginning, and has no word about the end', () => {
  const catalogue = openCatalogue(smallData([fact({ anchors: [anchor(passage, { collection: 'home' })] })]));
  const older = archiveOf(
    { 'Acme/Terms': [{ at: '2025-01-01T00:00:00.000Z', text: good }] },
    { namedCollection: 'away' },
  );
  const home = archiveOf({ 'Acme/Terms': numbered(good, bad) }, { namedCollection: 'home' });
  expect(watchTerms({ catalogue, archives: [home, older], on }).facts[0]).toMatchObject({
    state: 'stale',
    since: '2025-01-01T00:00:00.000Z',
  });
  expect(watchTerms({ catalogue, archives: [older], on }).facts[0]?.state).toBe('stands');
});

test('a collection is known by the versions it holds, whatever its folder is called', () => {
  const own = anchor(passage, { collection: 'home', commit: '0'.repeat(40) });
  const catalogue = openCatalogue(smallData([fact({ anchors: [own] })]));
  const archives = [archiveOf({ 'Acme/Terms': numbered(good, bad) }, { namedCollection: undefined })];
  expect(watchTerms({ catalogue, archives, on })).toMatchObject({
    archives: [{ collection: 'home' }],
    facts: [{ state: 'stale' }],
  });
});

test('an archive that recorded nothing for more than 60 days is old', () => {
  const age = (headAt: string): unknown => {
    const archive = archiveOf({ 'Acme/Terms': numbered(good) }, { head: { commit: 'c'.repeat(40), at: headAt } });
    return watchTerms({ catalogue: openCatalogue(smallData()), archives: [archive], on }).archives[0];
  };
  expect(age('2025-12-31T00:00:00.000Z')).toMatchObject({ ageDays: 60, isOld: false });
  expect(age('2025-12-30T00:00:00.000Z')).toMatchObject({ ageDays: 61, isOld: true });
});
