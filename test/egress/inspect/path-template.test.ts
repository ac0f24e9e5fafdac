import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pathTemplate } from '../../../src/egress/inspect/path-template.ts';

test.each([
  ['/v1/messages/batches', '/v1/messages/batches'],
  ['/v1beta/models/gemini-2.5-pro:generateContent', '/v1beta/models/{}'],
  ['/api/organizations/0f8fad5b-d9cb-469f-a165-70867728950e/chats/42', '/api/organizations/{}/chats/{}'],
  ['/people/marie.dupont@example.com', '/people/{}'],
  ['/repos/Acme/secret.txt', '/repos/{}/{}'],
  [`/x/${'a'.repeat(25)}`, '/x/{}'],
  ['/a/b/c/d/e/f/g/h/i/j', '/a/b/c/d/e/f/g/h/…'],
])('of %s a record keeps %s', (path, template) => {
  expect(pathTemplate(path)).toBe(template);
});

test('no digit but a version’s reaches a record, and no record is long', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 12 }), (segments) => {
      const template = pathTemplate(`/${segments.join('/')}`);
      expect(template.replaceAll(/\/v\d{1,2}(?:alpha|beta)?\d?(?=\/|$)/g, '')).not.toMatch(/\d/);
      expect(template.length).toBeLessThanOrEqual(202);
    }),
  );
});
