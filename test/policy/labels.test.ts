import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadPolicy, readRepositoryLabels } from '../../src/policy/index.ts';
import { parseGlob } from '../../src/policy/labels/glob.ts';
import { PathMatcher } from '../../src/policy/labels/path-matcher.ts';
import { pathSegments } from '../../src/policy/labels/path-segments.ts';
import { policyOf } from '../support/policy.ts';

function isCovered(glob: string, path: string): boolean {
  const matcher = new PathMatcher();
  const read = parseGlob(glob);
  if (typeof read === 'string') throw new Error(read);
  for (const one of read) matcher.add(one, 1);
  return matcher.match(pathSegments(path)) === 1;
}

describe('a glob covers', () => {
  test.each([
    ['*.pem', '/srv/app/key.pem'],
    ['*.pem', 'key.PEM'],
    ['secrets', '/a/secrets/deep/x.txt'],
    ['secrets/', '/a/secrets/x'],
    ['secrets/**', '/a/secrets/x'],
    ['a/**/z', '/a/z'],
    ['a/**/z', '/x/a/b/c/z/file'],
    ['**/z', '/z'],
    ['a/*/z', '/a/b/z'],
    ['/etc/shadow', '/etc/shadow'],
    ['/etc/shadow', '/srv/../etc/./shadow'],
    ['/etc/shadow', '//etc//shadow'],
    ['~/.ssh', '/home/ada/.ssh/id_rsa'],
    ['~/.ssh', '/Users/Ada/.ssh/config'],
    ['~/.ssh', 'C:\\Users\\Ada\\.ssh\\id_rsa'],
    ['~/.ssh', '/mnt/c/Users/Ada/.ssh/id_rsa'],
    ['~/.ssh', '/root/.ssh/id_rsa'],
    ['~/.ssh', '~/.ssh/id_rsa'],
    ['C:\\Secret\\**', 'c:/secret/x'],
    ['C:/Secret', '\\\\?\\C:\\Secret\\x'],
    ['secret', 'C:\\Secret. \\x'],
    ['x.key', 'C:\\a\\x.key::$DATA'],
    ['share/x', '\\\\server\\share\\x'],
    ['*.{p12,pfx}', '/a/b.pfx'],
    ['{a,b/{c,d}}/x', '/b/d/x'],
    ['.env.*', '/a/.env.local'],
    ['id_[a-z]*', '/a/id_rsa'],
    ['id_[!0-9]?', '/a/id_xy'],
    ['??.txt', '/a/ab.txt'],
    ['a*b*c', '/x/a-b-b-c'],
    ['Café', '/a/CAFE\u0301/x'],
    ['**', '/anything'],
    ['*', '/anything'],
  ])('%s: %s', (glob, path) => {
    expect(isCovered(glob, path)).toBe(true);
  });
});

describe('a glob spares', () => {
  test.each([
    ['*.pem', '/srv/key.pem.txt'],
    ['secrets', '/a/secrets.txt'],
    ['a/**/z', '/b/z'],
    ['a/*/z', '/a/b/c/z'],
    ['/etc/shadow', '/srv/etc/shadow'],
    ['/etc/shadow', 'etc/shadow'],
    ['~/.ssh', '/srv/ada/.ssh/id_rsa'],
    ['C:/Secret', 'D:/Secret/x'],
    ['id_[!0-9]?', '/a/id_1y'],
    ['??.txt', '/a/abc.txt'],
    ['a*b*c', '/x/a-c-b'],
    ['secret', '/a/secret. '],
    ['x/secrets', '/x/y/../z/secrets'],
  ])('%s: %s', (glob, path) => {
    expect(isCovered(glob, path)).toBe(false);
  });
});

test.each([
  ['', 'empty'],
  ['!x', 'negated'],
  ['a/[b', 'bracket'],
  ['{a,b', 'brace'],
  ['a}', 'brace'],
  ['../x', 'parent'],
  ['+(a|b)', 'extended'],
  ['{1,2,3,4,5,6,7,8}'.repeat(3), 'braces_too_many'],
  ['x'.repeat(1_001), 'too_long'],
  ['a\nb', 'control'],
])('the glob %j is refused: %s', (glob, fault) => {
  expect(parseGlob(glob)).toBe(fault);
});

/** Another reading of a glob, slow and plain: a regular expression over the joined names. */
function reference(glob: string, path: string): boolean {
  const { names } = pathSegments(path);
  const pattern = glob
    .split('/')
    .filter((segment, index, all) => !(segment === '**' && all.slice(index).every((each) => each === '**')))
    .map((segment) =>
      segment === '**'
        ? '(?:[^/]+/)*'
        : `${segment.replaceAll('*', '[^/]*').replaceAll('?', '[^/]').replaceAll('.', '\\.')}/`,
    )
    .join('');
  return new RegExp(`(?:^|/)${pattern}`).test(`${names.join('/')}/`);
}

test('one walk for many globs answers as each glob alone does', () => {
  const piece = fc.constantFrom('a', 'b', 'ab', 'aab', 'b.a', '*', '**', 'a*', '*b', 'a*b', '?', '?b', '*a*b', '*.a');
  const globs = fc.array(
    fc.array(piece, { minLength: 1, maxLength: 4 }).map((each) => each.join('/')),
    { maxLength: 8 },
  );
  const name = fc.constantFrom('a', 'b', 'ab', 'aab', 'b.a', 'abab', 'c', 'c.a');
  const paths = fc.array(
    fc.array(name, { minLength: 1, maxLength: 6 }).map((each) => `/${each.join('/')}`),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(globs, paths, (someGlobs, somePaths) => {
      const matcher = new PathMatcher();
      for (const [index, glob] of someGlobs.entries()) {
        const read = parseGlob(glob);
        for (const one of typeof read === 'string' ? [] : read) matcher.add(one, 1 << index);
      }
      for (const path of somePaths) {
        const expected = someGlobs.reduce((bits, glob, index) => bits | (reference(glob, path) ? 1 << index : 0), 0);
        expect([path, someGlobs, matcher.match(pathSegments(path))]).toEqual([path, someGlobs, expected]);
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the strictest label that covers a path is its label; what it excepts falls to the next', () => {
  const { labels } = policyOf(
    'labels: [{name: public, paths: [docs]}, {name: internal}, {name: closed, paths: [src, docs/plans], except: ["*.md"]}]',
  );
  const of = (path?: string) => labels.all[labels.ofPath(path)]?.name;
  expect(of('/w/src/a.ts')).toBe('closed');
  expect(of('/w/src/a.md')).toBe('internal');
  expect(of('/w/docs/a.ts')).toBe('public');
  expect(of('/w/docs/plans/a.ts')).toBe('closed');
  expect(of('/w/docs/plans/a.md')).toBe('public');
  expect(of('/w/other')).toBe('internal');
  expect(of()).toBe('internal');
});

test('the default labels know what is a key, what holds secrets, and what is neither', () => {
  const { labels } = loadPolicy([]);
  const of = (path: string) => labels.all[labels.ofPath(path)]?.name;
  for (const path of [
    '/w/.env',
    '/w/.env.local',
    '/w/prod.env',
    '/w/infra/main.tfvars',
    '/w/tls/server.key',
    '/w/a.pem',
  ])
    expect([path, of(path)]).toEqual([path, 'confidential']);
  for (const path of [
    '/home/a/.aws/credentials',
    '/Users/b/.kube/config',
    'C:\\Users\\c\\.docker\\config.json',
    '/x/id_rsa',
  ])
    expect([path, of(path)]).toEqual([path, 'restricted']);
  for (const path of ['/w/store.p12', '/w/my.kdbx', '/w/Diffusion-Restreinte/a.txt'])
    expect([path, of(path)]).toEqual([path, 'prohibited']);
  for (const path of ['/w/.env.example', '/w/id_rsa.pub', '/w/src/env.ts', '/w/keys.ts', '/w/README.md'])
    expect([path, of(path)]).toEqual([path, 'internal']);
});

describe('a repository’s .octroi.yaml', () => {
  const { labels } = loadPolicy([]);
  const of = (text: string, path: string) => {
    const repository = readRepositoryLabels(labels, { name: '.octroi.yaml', text }, '/home/ada/pay');
    return labels.all[labels.ofPath(path, repository)]?.name;
  };

  test('makes labels stricter, and never looser', () => {
    const text = 'labels: {public: ["*.env", src], restricted: [/vault, "*.ledger"], confidential: ["**"]}';
    expect(of(text, '/home/ada/pay/vault/a')).toBe('restricted');
    expect(of(text, '/home/ada/pay/x/vault/a')).toBe('confidential');
    expect(of(text, '/home/ada/pay/x/a.ledger')).toBe('restricted');
    expect(of('labels: {public: ["*.env", src]}', '/home/ada/pay/a.env')).toBe('confidential');
    expect(of('labels: {public: ["*.env", src]}', '/home/ada/pay/src/a.ts')).toBe('internal');
  });

  test('says nothing of what stands outside its repository', () => {
    const text = 'labels: {restricted: ["**"]}';
    expect(of(text, '/home/ada/pay/a')).toBe('restricted');
    expect(of(text, '/home/ada/payroll/a')).toBe('internal');
    expect(of(text, '/home/ada/pay/../other/a')).toBe('internal');
  });

  test('is refused with all its faults', () => {
    const text = 'labels:\n  secret: [a]\n  public: ["["]\nmore: 1';
    expect(() => of(text, '/x')).toThrow(
      expect.objectContaining({
        code: 'policy_repository_labels_invalid',
        args: { faults: expect.stringContaining(':4: more') },
      }),
    );
    const names = 'labels:\n  secret: [a]\n  public: ["["]';
    expect(() => of(names, '/x')).toThrow(
      expect.objectContaining({
        args: {
          faults:
            '\n  .octroi.yaml:2: labels.secret: label_unknown (secret)\n  .octroi.yaml:3: labels.public.0: glob_invalid (bracket)',
        },
      }),
    );
  });
});
