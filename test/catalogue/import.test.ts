import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import { pinnedKeyText } from '../../src/base/signed-envelope.ts';
import {
  approveImport,
  changedPlanAnswers,
  compareEntries,
  isNewer,
  openSignedCatalogue,
  parseSigningKey,
  planImport,
  reviewCatalogue,
  signCatalogue,
} from '../../src/catalogue/index.ts';
import { fact, smallCatalogue } from '../support/catalogue.ts';

const on = new Date('2026-06-01T00:00:00Z');
const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const key = newKey();
const pinnedKeys = [pinnedKeyText(key)];
const current = smallCatalogue([fact({ value: 'no' })], '2026-01-01.9');
const newer = smallCatalogue(
  [fact({ value: 'opt_out' }), fact({ id: 'b', criterion: 'zdr', value: 'none' })],
  '2026-01-01.10',
);
const signed = signCatalogue(newer, key);

test('a signed catalogue opens as what was signed', () => {
  expect(openSignedCatalogue(signed, pinnedKeys).digest).toBe(newer.digest);
  expect(signCatalogue(newer, key)).toBe(signed);
});

test('an import tells what it would change, and takes effect when its digest is approved', () => {
  const plan = planImport({ file: signed, pinnedKeys, current, on, comparers: [changedPlanAnswers] });
  expect(plan.changes.map(({ key: name, kind, fields }) => [name, kind, fields])).toEqual([
    ['fact:a-fact', 'changed', ['value']],
    ['fact:b', 'added', []],
  ]);
  expect(plan.decisions).toEqual([
    { what: 'acme/team training', before: 'no', after: 'opt_out', restsOn: ['a-fact'] },
    { what: 'acme/team zdr', before: 'unknown', after: 'none', restsOn: ['b'] },
  ]);
  expect(approveImport(plan, newer.digest)).toBe(plan.catalogue);
  expect(() => approveImport(plan, current.digest)).toThrow(
    expect.objectContaining({ code: 'catalogue_not_approved' }),
  );
});

test('whatever decides by the catalogue is asked what it would decide otherwise', () => {
  const decision = { what: 'restricted files to acme/team', before: 'permit', after: 'forbid', restsOn: ['a-fact'] };
  const plan = planImport({
    file: signed,
    pinnedKeys,
    current,
    on,
    comparers: [(before, after) => (before.catalogue === current && after.on === on ? [decision] : [])],
  });
  expect(plan.decisions).toEqual([decision]);
});

const refused = (file: string, keys: readonly string[], now = current): unknown => {
  try {
    return planImport({ file, pinnedKeys: keys, current: now, on, comparers: [] });
  } catch (fault) {
    return (fault as { code?: string }).code;
  }
};

test('a key that is not pinned is refused, and so is none at all', () => {
  expect(refused(signed, [pinnedKeyText(newKey())])).toBe('catalogue_key_not_pinned');
  expect(refused(signed, [])).toBe('catalogue_key_not_pinned');
});

test('a signature of another key under a pinned key’s name is refused', () => {
  const [mine, other] = [JSON.parse(signed), JSON.parse(signCatalogue(newer, newKey()))];
  mine.signatures[0].sig = other.signatures[0].sig;
  expect(refused(JSON.stringify(mine), pinnedKeys)).toBe('catalogue_signature_invalid');
});

test('any changed byte of what was signed is refused', () => {
  const envelope = JSON.parse(signed) as { payload: string };
  const payload = Buffer.from(envelope.payload, 'base64');
  for (let index = 0; index < payload.length; index += 37) {
    const changed = Buffer.from(payload);
    changed[index] = (changed[index] ?? 0) ^ 1;
    const file = JSON.stringify({ ...envelope, payload: changed.toString('base64') });
    expect(refused(file, pinnedKeys), `byte ${index}`).toBe('catalogue_signature_invalid');
  }
});

test('an older catalogue is refused, and the same one', () => {
  expect(refused(signed, pinnedKeys, newer)).toBe('catalogue_not_newer');
  expect(refused(signCatalogue(current, key), pinnedKeys, newer)).toBe('catalogue_not_newer');
  expect(refused(signed, pinnedKeys, smallCatalogue([], '2026-01-02.1'))).toBe('catalogue_not_newer');
});

test.each([
  ['', 'catalogue_file_not_signed'],
  ['{}', 'catalogue_file_not_signed'],
  [JSON.stringify(newer.data), 'catalogue_file_not_signed'],
  [JSON.stringify({ ...JSON.parse(signed), signatures: [] }), 'catalogue_file_not_signed'],
  [JSON.stringify({ ...JSON.parse(signed), payloadType: 'text/plain' }), 'catalogue_file_not_signed'],
])('what is no signed catalogue is refused (%#)', (file, code) => {
  expect(refused(file, pinnedKeys)).toBe(code);
});

test('a signed file that holds no valid catalogue is refused', () => {
  const broken = { ...newer, data: { ...newer.data, vendors: [] } };
  expect(refused(signCatalogue(broken, key), pinnedKeys)).toBe('catalogue_invalid');
});

test('keys that are none are refused', () => {
  const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
  for (const text of [String(pem), 'nonsense', ''])
    expect(() => parseSigningKey(text)).toThrow(expect.objectContaining({ code: 'catalogue_key_invalid' }));
  for (const text of ['', 'AAAA', `${'A'.repeat(42)}==`, 'A'.repeat(86)])
    expect(refused(signCatalogue(newer, key), [text])).toBe('catalogue_key_invalid');
  const ours = key.export({ type: 'pkcs8', format: 'pem' });
  expect(pinnedKeyText(parseSigningKey(String(ours)))).toBe(pinnedKeys[0]);
});

test.each([
  ['2026-11-23.2', '2026-11-23.1', true],
  ['2026-11-23.10', '2026-11-23.9', true],
  ['2026-11-24.1', '2026-11-23.99', true],
  ['2026-11-23.1', '2026-11-23.1', false],
  ['2026-11-22.5', '2026-11-23.1', false],
])('%s newer than %s: %s', (one, other, newerOne) => {
  expect(isNewer(one, other)).toBe(newerOne);
});

test('what differs is told by entry, both ways', () => {
  const changes = compareEntries(newer.entries(), current.entries());
  expect(changes.map(({ key: name, kind }) => [name, kind])).toEqual([
    ['fact:a-fact', 'changed'],
    ['fact:b', 'removed'],
  ]);
  expect(compareEntries(newer.entries(), newer.entries())).toEqual([]);
});

test('a review that is overdue is named from the day after', () => {
  expect(reviewCatalogue(current, new Date('2027-01-01')).overdue).toEqual([]);
  const { overdue, nextReviewBy } = reviewCatalogue(current, new Date('2027-01-02'));
  expect(overdue.map((one) => one.key)).toContain('fact:a-fact');
  expect(overdue[0]?.url).toBe('https://acme.example/terms');
  expect(nextReviewBy).toBeUndefined();
});
