import { expect, test } from 'vitest';
import { allControls, endpointReasons } from '../../src/endpoint/index.ts';
import * as english from '../../src/messages/en/endpoint.ts';
import * as french from '../../src/messages/fr/endpoint.ts';

const braces = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted();

test('every reason and every control has its text, and every text its reason or control', () => {
  expect(Object.keys(english.endpointReasons).toSorted()).toEqual([...endpointReasons].toSorted());
  expect(Object.keys(english.endpointControls).toSorted()).toEqual(allControls.map(({ id }) => id).toSorted());
});

test('both languages name the same things', () => {
  for (const [code, text] of Object.entries(english.endpointReasons)) {
    const translated = french.endpointReasons[code as keyof typeof french.endpointReasons];
    expect([code, braces(translated)]).toEqual([code, braces(text)]);
    expect(translated).not.toMatch(/\p{L}'\p{L}/u);
  }
});
