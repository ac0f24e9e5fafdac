import { describe, expect, test } from 'vitest';
import { isPublic, networks } from '../../src/egress/addresses.ts';
import { absoluteTarget, connectTarget } from '../../src/egress/target.ts';

test.each([
  ['api.anthropic.com:443', 'api.anthropic.com', 443],
  ['API.Anthropic.COM:443', 'api.anthropic.com', 443],
  ['api.anthropic.com.:443', 'api.anthropic.com', 443],
  ['bücher.example:8443', 'xn--bcher-kva.example', 8443],
  ['api。anthropic。com:443', 'api.anthropic.com', 443],
] as const)('%s leads to %s', (authority, host, port) => {
  expect(connectTarget(authority)).toEqual({ host, port });
});

test.each([
  'api.anthropic.com',
  'api.anthropic.com:',
  'api.anthropic.com:0',
  'api.anthropic.com:65536',
  'api.anthropic.com:443x',
  'user@api.anthropic.com:443',
  'claude.ai@api.anthropic.com:443',
  'api.anthropic.com/x:443',
  'api.anthropic.com#.example:443',
  'api.anthropic.com\\.example:443',
  'api.anthropic.com%2eexample:443',
  'api .anthropic.com:443',
  'localhost:443',
  '-a.example:443',
  'a..example:443',
  `${'a'.repeat(64)}.example:443`,
  `${'a.'.repeat(130)}example:443`,
  ':443',
  '',
])('“%s” is no target', (authority) => {
  expect(() => connectTarget(authority)).toThrow('egress_target_malformed');
});

test.each([
  '127.0.0.1:443',
  '[::1]:443',
  '[::ffff:10.0.0.1]:443',
  '127.1:443',
  '2130706433:443',
  '0x7f000001:443',
  '0x7f.1:443',
  '0177.0.0.1:443',
  '１２７.0.0.1:443',
  'example.127:443',
  '169.254.169.254.:443',
])('%s is an address, however it is written', (authority) => {
  expect(() => connectTarget(authority)).toThrow('egress_address_literal');
});

test('a request in absolute form has a target and a path', () => {
  expect(absoluteTarget('http://Example.com/a?b')).toEqual({ host: 'example.com', port: 80, path: '/a?b' });
  expect(absoluteTarget('HTTP://example.com:8080')).toEqual({ host: 'example.com', port: 8080, path: '/' });
  expect(absoluteTarget('http://example.com?q')).toMatchObject({ path: '/?q' });
  for (const url of [
    'http://user:pass@example.com/',
    'http:///x',
    'https://example.com/',
    'http://example.com\\@evil/',
  ])
    expect(() => absoluteTarget(url)).toThrow('egress_target_malformed');
  expect(() => absoluteTarget('http://169.254.169.254/latest')).toThrow('egress_address_literal');
});

describe('what may be dialled', () => {
  test.each(['160.79.104.10', '8.8.8.8', '2607:6bc0::10', '2a00:1450:4007::200e', '64:ff9b::808:808'])(
    '%s',
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );

  test.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '168.63.129.16',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.170',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2002:a9fe:a9fe::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001:db8::1',
    'localhost',
    '',
  ])('not %s', (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test('networks are named with or without a prefix', () => {
    const inside = networks(['10.1.0.0/16', '127.0.0.1', 'fd00::/8']);
    expect(['10.1.2.3', '127.0.0.1', 'fd12::1'].map(inside)).toEqual([true, true, true]);
    expect(['10.2.0.1', '127.0.0.2', 'fe80::1', 'name', ''].map(inside)).toEqual([false, false, false, false, false]);
  });
});
