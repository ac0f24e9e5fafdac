import { expect, test } from 'vitest';
import { type InspectedRequest, judgeRequest, pathRules } from '../../../src/egress/inspect/judge-request.ts';
import { openCatalogue, shippedData } from '../../../src/catalogue/index.ts';

const host = 'api.anthropic.com';
const rules = pathRules(openCatalogue(shippedData).hosts(new Date('2026-11-23T00:00:00Z')));

function judged(target: string, said: Partial<InspectedRequest> = {}): string {
  return judgeRequest({ host, target, hosts: [host], ...said }, rules);
}

function thrown(act: () => unknown): unknown {
  try {
    return act();
  } catch (fault) {
    return fault;
  }
}

test.each([
  ['/v1/messages', '/v1/messages'],
  ['/v1/messages?beta=true', '/v1/messages'],
  ['/v1/messages?next=../../api/event_logging', '/v1/messages'],
  ['/api/event_logging_of_others', '/api/event_logging_of_others'],
  ['/api/web', '/api/web'],
  ['/v1/files/file_011CNha8iCJcU1wXNR6q4V8w/content', '/v1/files/{}/content'],
  ['/v1/%C3%A9', '/v1/{}'],
  ['/', '/'],
])('%s passes, and %s is what a record keeps of it', (target, template) => {
  expect(judged(target)).toBe(template);
});

test.each([
  '/api/event_logging/v2/batch',
  '/api/event_logging/v3/batch',
  '/api/event_logging',
  '/api/event_logging/',
  '/api/event_logging?x=/v1/messages',
  '/API/Event_Logging/v2/batch',
  '/api/web/domain_info',
])('%s is telemetry beside inference, and is refused', (target) => {
  expect(thrown(() => judged(target))).toMatchObject({ code: 'egress_path_denied', args: { host, rule: 'telemetry' } });
});

test('the refusal names the rule’s path, and nothing of the request', () => {
  const fault = thrown(() => judged('/api/event_logging/v2/of-somebody?who=somebody'));
  expect(JSON.stringify(fault)).not.toContain('somebody');
});

test('another host’s path of that name passes', () => {
  const other = 'statsig.example.com';
  expect(judged('/api/event_logging/v2/batch', { host: other, hosts: [other] })).toBe('/api/event_logging/v2/batch');
});

test.each([
  ['a dot segment', '/v1/../api/event_logging/v2/batch'],
  ['a dot segment at the end', '/v1/..'],
  ['a single dot', '/api/./event_logging/v2/batch'],
  ['an encoded dot segment', '/v1/%2e%2e/api/event_logging/v2/batch'],
  ['a half encoded one', '/v1/.%2E/api/event_logging/v2/batch'],
  ['a double slash', '//api/event_logging/v2/batch'],
  ['a double slash inside', '/api//event_logging/v2/batch'],
  ['an encoded slash', '/api%2fevent_logging/v2/batch'],
  ['an encoded backslash', '/api%5Cevent_logging/v2/batch'],
  ['a backslash', '/api\\event_logging/v2/batch'],
  ['an encoded letter', '/api/%65vent_logging/v2/batch'],
  ['an encoded capital', '/api/%45vent_logging/v2/batch'],
  ['an encoded digit', '/v%31/messages'],
  ['an encoded underscore', '/api/event%5flogging/v2/batch'],
  ['a second encoding', '/api/%2565vent_logging/v2/batch'],
  ['half an encoding', '/api/event_logging%2'],
  ['a parameter of a segment', '/api;x/event_logging/v2/batch'],
  ['an encoded semicolon', '/api%3bx/event_logging/v2/batch'],
  ['an encoded zero', '/api/event_logging%00/v2/batch'],
  ['a tab', '/api/event_logging\t/v2/batch'],
  ['a line of its own', '/v1/messages\r\nhost: claude.ai'],
  ['the same in a query', '/v1/messages?\r\nhost: claude.ai'],
  ['a letter outside ASCII', '/api/event＿logging'],
  ['a fragment', '/v1/messages#/../api/event_logging'],
  ['an absolute form', 'https://api.anthropic.com/api/event_logging/v2/batch'],
  ['an absolute form to another', 'http://claude.ai/'],
  ['an asterisk', '*'],
  ['nothing', ''],
  ['no end', `/${'a'.repeat(9_000)}`],
])('a path with %s is refused', (_, target) => {
  expect(thrown(() => judged(target))).toMatchObject({ code: 'egress_path_ambiguous' });
});

test.each([
  [{ hosts: ['API.Anthropic.com.:443'] }],
  [{ hosts: [], authority: host }],
  [{ hosts: [host], authority: `${host}:443` }],
] as const)('a request addressed as %j is for the host of the tunnel', (said) => {
  expect(judged('/v1/models', said)).toBe('/v1/models');
});

test.each([
  [{ hosts: ['claude.ai'] }],
  [{ hosts: [] }],
  [{ hosts: [''] }],
  [{ hosts: [host, host] }],
  [{ hosts: [host, 'claude.ai'] }],
  [{ hosts: [`${host}, claude.ai`] }],
  [{ hosts: [`${host}:8443`] }],
  [{ hosts: [`claude.ai@${host}`] }],
  [{ hosts: [`${host}.example.com`] }],
  [{ hosts: [], authority: 'claude.ai' }],
  [{ hosts: ['claude.ai'], authority: host }],
  [{ hosts: [host], authority: 'claude.ai' }],
] as const)('a request addressed as %j is refused', (said) => {
  expect(thrown(() => judged('/v1/models', said))).toMatchObject({ code: 'egress_authority_foreign' });
});
