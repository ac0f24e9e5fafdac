import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covers } from '../../src/endpoint/controls/path-rules.ts';

const rule = { root: '//', home: '/home/ada' } as const;
const sandbox = { root: '/', home: '/home/ada' } as const;

test.each([
  ['.env', '.env'],
  ['./.env', '.env'],
  ['**', '.env'],
  ['/**', '.env'],
  ['./secrets/**', 'secrets/credentials.json'],
  ['*.pem', '**/*.pem'],
  ['**/*.pem', '**/*.pem'],
  ['//**/*.pem', '**/*.pem'],
  ['//**', '~/.netrc'],
  ['~/**', '~/.aws/credentials'],
  ['~/.aws', '~/.aws/credentials'],
  ['//home/*/.aws/**', '~/.aws/credentials'],
  ['//etc/**', '/etc/shadow'],
  ['//c/ProgramData/**', 'C:/ProgramData/keys'],
  ['//**/*.tf[vs]*', '**/*.tf[vs]ars'],
])('Read(%s) covers %s', (pattern, path) => {
  expect(covers(pattern, path, rule)).toBe(true);
});

test.each([
  ['', '.env'],
  ['.env.local', '.env'],
  ['**/.env', 'a.env'],
  ['./server.pem', '**/*.pem'],
  ['/*.pem', '**/*.pem'],
  ['secrets/**', '**/secrets'],
  ['**', '~/.netrc'],
  ['~/**', '**/*.pem'],
  ['/etc/**', '/etc/shadow'],
  ['//home/bob/**', '~/.netrc'],
  ['//**/a*.pem', '**/*.pem'],
  ['//**/x[ab]', '**/x?'],
])('Read(%s) does not cover %s', (pattern, path) => {
  expect(covers(pattern, path, rule)).toBe(false);
});

test('in the sandbox one slash is the root', () => {
  expect(covers('/etc/shadow', '/etc/shadow', sandbox)).toBe(true);
  expect(covers('/', '**/*.pem', sandbox)).toBe(true);
  expect(covers('/', '~/.netrc', sandbox)).toBe(true);
  expect(covers('/etc', '**/*.pem', sandbox)).toBe(false);
});

const globs = fc
  .array(
    fc
      .array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[!c]', '+', '(', '$', 'é'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((signs) => signs.join(''))
      .filter((segment) => !/^\.+$|\*\*/.test(segment)),
    { minLength: 1, maxLength: 4 },
  )
  .map((segments) => segments.join('/'));

test('a rule made from a protected path covers it, wherever it counts from', () => {
  fc.assert(
    fc.property(globs, (glob) => {
      expect(covers(`//**/${glob}`, `**/${glob}`, rule)).toBe(true);
      expect(covers(`//${glob}`, `/${glob}`, rule)).toBe(true);
      expect(covers(`~/${glob}`, `~/${glob}`, rule)).toBe(true);
      expect(covers(`/${glob}`, `/${glob}`, sandbox)).toBe(true);
      // `zz` may itself be what a pattern stands for.
      if (!/[*?[]/.test(glob)) expect(covers(`//**/${glob}/zz`, `**/${glob}`, rule)).toBe(false);
    }),
  );
});
