import { describe, expect, test } from 'vitest';
import { buildRuleset, scan } from '../../src/detection/index.ts';
import { fake } from '../../src/detection/examples/fake.ts';

const ruleset = buildRuleset();
const password = fake.base62(1, 16);

function innerOf(text: string): readonly string[] {
  return scan(ruleset, text).flatMap(({ inner }) => (inner ?? []).map(({ start, end }) => text.slice(start, end)));
}

describe('a credential inside a larger finding', () => {
  test.each([
    `DATABASE_URL=postgres://shop:${password}@db.acme.fr:5432/shop`,
    `redis://:${password}@cache.acme.fr:6379/0`,
    `git clone https://bob:${password}@git.acme.fr/shop.git`,
    `"Server=db.acme.fr;Database=shop;User Id=app;Password=${password};"`,
    `cs = "Server=db.acme.fr;Uid=app;Pwd={${password}};Encrypt=yes"`,
    `dsn = "host=db.acme.fr port=5432 user=app password=${password} dbname=shop"`,
    `url=jdbc:postgresql://db/shop?user=app&password=${password}`,
  ])('is told by its place: %s', (text) => expect(innerOf(text)).toEqual([password]));

  test('lies within its finding', () => {
    const text = `a = "postgres://shop:${password}@db.acme.fr/x"; b = "Server=x;Uid=app;Pwd=${password}"`;
    for (const { start, end, inner = [] } of scan(ruleset, text))
      for (const span of inner) expect(start <= span.start && span.start < span.end && span.end <= end).toBe(true);
  });

  test('is not told where the finding is the credential itself', () => {
    expect(innerOf(`password = "${password}"`)).toEqual([]);
  });
});
