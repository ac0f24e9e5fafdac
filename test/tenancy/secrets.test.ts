import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { chmod, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isOctroiKey, loadMasterKey, openVault, parseMasterKey } from '../../src/tenancy/index.ts';
import { makeOctroiKey } from '../../src/tenancy/octroi-key.ts';
import { makePseudonym } from '../../src/tenancy/pseudonym.ts';
import { makeFolder } from '../support/folder.ts';

let folder: string;

beforeAll(async () => {
  folder = await makeFolder();
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

test('what was sealed opens with the same key and context, and with nothing else', () => {
  const vault = openVault(randomBytes(32));
  fc.assert(
    fc.property(fc.uint8Array(), fc.string(), (secret, context) => {
      const sealed = vault.seal(secret, context);
      expect(vault.unseal(sealed, context)).toEqual(Buffer.from(secret));
      expect(() => vault.unseal(sealed, `${context}x`)).toThrow(
        expect.objectContaining({ code: 'tenancy_unseal_failed' }),
      );
      expect(() => openVault(randomBytes(32)).unseal(sealed, context)).toThrow(
        expect.objectContaining({ code: 'tenancy_unseal_failed' }),
      );
    }),
  );
});

test('any changed byte of a sealed secret is found', () => {
  const vault = openVault(randomBytes(32));
  const sealed = vault.seal(Buffer.from('secret'), 'c');
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => vault.unseal(changed, 'c')).toThrow(expect.objectContaining({ code: 'tenancy_unseal_failed' }));
  }
  expect(() => vault.unseal(sealed.subarray(0, 20), 'c')).toThrow(
    expect.objectContaining({ code: 'tenancy_unseal_failed' }),
  );
});

test('two seals of one secret differ', () => {
  const vault = openVault(randomBytes(32));
  expect(vault.seal(Buffer.from('a'), 'c')).not.toEqual(vault.seal(Buffer.from('a'), 'c'));
});

test('a key has its form; one changed character has not', () => {
  for (let count = 0; count < 200; count += 1) {
    const key = makeOctroiKey();
    expect(key).toMatch(/^oct_[0-9A-Za-z]{46}$/);
    expect(isOctroiKey(key)).toBe(true);
    const at = 4 + (count % 46);
    const changed = key.slice(0, at) + (key[at] === 'a' ? 'b' : 'a') + key.slice(at + 1);
    expect(isOctroiKey(changed)).toBe(false);
  }
});

test('keys use every letter alike', () => {
  const counts = new Map<string, number>();
  for (let count = 0; count < 2_000; count += 1)
    for (const letter of makeOctroiKey().slice(4, 44)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  expect(counts.size).toBe(62);
  const expected = (2_000 * 40) / 62;
  // Six standard deviations: a fair generator fails once in hundreds of millions of runs.
  for (const found of counts.values()) expect(Math.abs(found - expected)).toBeLessThan(6 * Math.sqrt(expected));
});

test('a pseudonym tells nothing', () => {
  expect(makePseudonym()).toMatch(/^[a-z]+-\d{4}$/);
});

test('makes a master key once, for its owner alone, and reads it again', async () => {
  const file = join(folder, 'new', 'master.key');
  const made = await loadMasterKey(file, true);
  expect(made.length).toBe(32);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await loadMasterKey(file, false)).toEqual(made);
});

test('does not make a master key where one must be', async () => {
  await expect(loadMasterKey(join(folder, 'none'), false)).rejects.toMatchObject({
    code: 'tenancy_master_key_missing',
  });
});

test('refuses a master key that others may read', async () => {
  const file = join(folder, 'open.key');
  await writeFile(file, randomBytes(32).toString('base64'));
  await chmod(file, 0o640);
  await expect(loadMasterKey(file, true)).rejects.toMatchObject({ code: 'tenancy_master_key_exposed' });
});

test.each([
  '',
  'abc',
  randomBytes(31).toString('base64'),
  randomBytes(33).toString('base64'),
  randomBytes(32).toString('hex'),
  `${randomBytes(32).toString('base64')}!`,
])('refuses %s as a master key', (text) => {
  expect(() => parseMasterKey(text, 'x')).toThrow(expect.objectContaining({ code: 'tenancy_master_key_invalid' }));
});
