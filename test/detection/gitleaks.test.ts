import { describe, expect, test } from 'vitest';
import { OctroiError } from '../../src/base/index.ts';
import { buildRuleset, importGitleaksRules, scan } from '../../src/detection/index.ts';
import { translatePattern } from '../../src/detection/gitleaks/translate-pattern.ts';

function found(toml: string, text: string, path?: string): readonly string[] {
  const ruleset = buildRuleset({ imported: [importGitleaksRules(toml)] });
  return scan(ruleset, text, path === undefined ? {} : { path })
    .filter(({ detector }) => detector.startsWith('imported-'))
    .map(({ start, end }) => text.slice(start, end));
}

function refusal(toml: string): unknown {
  try {
    importGitleaksRules(toml);
  } catch (fault) {
    if (fault instanceof OctroiError) return { code: fault.code, ...fault.args };
    throw fault;
  }
  return undefined;
}

const acme = (more = '') => `
title = "acme"
[[rules]]
id = "acme-key"
description = "Acme"
regex = '''(?i)acme[_-]?key\\s*[:=]\\s*["']?(zq[a-z0-9]{12})'''
keywords = ["acme"]
${more}`;

describe('rules of gitleaks', () => {
  test('are found with their secret group, without case', () => {
    expect(found(acme(), 'ACME_KEY = "zq0a1b2c3d4e5f"')).toEqual(['zq0a1b2c3d4e5f']);
    expect(found(acme(), 'nothing = 1')).toEqual([]);
  });

  test('weigh entropy, stop words and allowed patterns', () => {
    expect(found(acme('entropy = 3.0'), 'acme_key=zqaaaaaaaaaaaa')).toEqual([]);
    expect(found(acme('[[rules.allowlists]]\nstopwords = ["0a1b"]'), 'acme_key=zq0a1b2c3d4e5f')).toEqual([]);
    expect(
      found(
        acme('[[rules.allowlists]]\nregexTarget = "line"\nregexes = ["fixture"]'),
        'acme_key=zq0a1b2c3d4e5f # fixture',
      ),
    ).toEqual([]);
    expect(found(acme('[allowlist]\nregexes = ["^zq0"]'), 'acme_key=zq0a1b2c3d4e5f')).toEqual([]);
  });

  test('hold conditions of an allowlist together when it says AND', () => {
    const list = acme('[[allowlists]]\ncondition = "AND"\npaths = ["test/"]\nregexes = ["^zq0"]');
    expect(found(list, 'acme_key=zq0a1b2c3d4e5f', 'test/a.ts')).toEqual([]);
    expect(found(list, 'acme_key=zq0a1b2c3d4e5f', 'src/a.ts')).toEqual(['zq0a1b2c3d4e5f']);
  });

  test('ask for the path when they name one', () => {
    const rule = acme("path = '''\\.env$'''");
    expect(found(rule, 'acme_key=zq0a1b2c3d4e5f', 'a/.env')).toEqual(['zq0a1b2c3d4e5f']);
    expect(found(rule, 'acme_key=zq0a1b2c3d4e5f', 'a/b.ts')).toEqual([]);
    expect(found(rule, 'acme_key=zq0a1b2c3d4e5f')).toEqual([]);
  });

  test('get a keyword from their pattern when they name none', () => {
    expect(found(`[[rules]]\nid = "x"\nregex = '''zqx-[0-9]{6}'''`, 'a zqx-123456 b')).toEqual(['zqx-123456']);
  });

  test('of any form are found, whichever engine reads them', () => {
    const slow = `[[rules]]\nid = "slow"\nregex = '''zqx(a+)+!'''\nkeywords = ["zqx"]`;
    expect(found(slow, `zqx${'a'.repeat(40)}!`)).toHaveLength(1);
    expect(found(slow, `zqx${'a'.repeat(4_000)} `)).toEqual([]);
    const short = `[[rules]]\nid = "short"\nregex = '''kw_id:[A-Z]{3}(?:[0-9]+,?)+;'''\nkeywords = ["kw_id"]`;
    expect(found(short, 'kw_id:ABC1,22,333; kw_id:ABC1!')).toEqual(['kw_id:ABC1,22,333;']);
  });

  test.each([
    [
      'a member we do not know',
      acme('validate = "x"'),
      { code: 'detection_rule_unsupported', construct: 'validate', rule: 'acme-key', line: 3 },
    ],
    [
      'a rule of other rules',
      acme('[[rules.required]]\nid = "b"'),
      { code: 'detection_rule_unsupported', construct: 'required' },
    ],
    [
      'an extension of a file',
      `[extend]\npath = "b.toml"\n${acme()}`,
      { code: 'detection_rule_unsupported', construct: 'path' },
    ],
    ['a rule of a path alone', `[[rules]]\nid = "p"\npath = "x"`, { code: 'detection_rule_unsupported', rule: 'p' }],
    [
      'a rule that nothing tells where to look for',
      `[[rules]]\nid = "p"\nregex = "[a-z]{40}"`,
      { code: 'detection_rule_unsupported', construct: 'no keywords' },
    ],
    [
      'a group that is not there',
      acme('secretGroup = 4'),
      { code: 'detection_rule_invalid', construct: 'secretGroup' },
    ],
    [
      'a pattern that is none',
      `[[rules]]\nid = "p"\nregex = "(a"\nkeywords = ["aaa"]`,
      { code: 'detection_rule_invalid', construct: 'regex' },
    ],
    [
      'a pattern too large for either engine',
      `[[rules]]\nid = "p"\nregex = "acme[a-z]{1,900}[0-9]{1,900}[a-z]{1,900}"\nkeywords = ["acme"]`,
      { code: 'detection_rule_too_slow', rule: 'p' },
    ],
    ['a text that is no TOML', 'a = [', { code: 'detection_rules_not_toml' }],
    [
      'a list for a rule that is not there',
      acme('[[allowlists]]\ntargetRules = ["zz"]\nstopwords = ["a"]'),
      { code: 'detection_rule_invalid' },
    ],
  ])('refuses %s, by name and line', (_, toml, expected) => {
    expect(refusal(toml)).toMatchObject(expected);
  });
});

describe('a pattern of Go', () => {
  test.each([
    ['(?i)abc', '(?i:abc)'],
    ['a(?i)b|c', 'a(?i:b|c)'],
    ['(a(?i)b)c', '(a(?i:b))c'],
    ['(?P<x>a)', '(?<x>a)'],
    ['[[:alnum:]_]', '[0-9A-Za-z_]'],
    ['\\Aa\\z', '(?<![^])a(?![^])'],
    ['\\Qa.b\\E', 'a\\.b'],
    ['(?-i:a)', '(?-i:a)'],
  ])('%s is written %s', (pattern, written) => expect(translatePattern(pattern)).toBe(written));

  test.each(['\\pL', '(?U)a', '\\C'])('%s has no equal', (pattern) =>
    expect(translatePattern(pattern)).toBeUndefined(),
  );
});
