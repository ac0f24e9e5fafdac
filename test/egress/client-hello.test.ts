import { beforeAll, describe, expect, test } from 'vitest';
import { readClientHello } from '../../src/egress/client-hello.ts';
import { clientHello, inRecords } from '../support/hello.ts';

const servername = 'api.anthropic.com';
let hello: Buffer;

beforeAll(async () => {
  hello = await clientHello({ servername, ALPNProtocols: ['h2', 'http/1.1'] });
});

const nameIn = (bytes: Buffer): string | undefined => {
  const reading = readClientHello(bytes);
  return reading.kind === 'hello' ? reading.hello.serverName : reading.kind;
};

// The extension of this type in a hello: where its type stands, and how long it is with its head.
function extension(bytes: Buffer, type: number): { at: number; length: number } {
  let at = 5 + 4 + 2 + 32;
  at += 1 + (bytes[at] ?? 0);
  at += 2 + bytes.readUInt16BE(at);
  at += 1 + (bytes[at] ?? 0) + 2;
  while (at < bytes.length) {
    const length = 4 + bytes.readUInt16BE(at + 2);
    if (bytes.readUInt16BE(at) === type) return { at, length };
    at += length;
  }
  throw new Error('no such extension');
}

// Puts an extension at the end of a hello of one record.
function withExtension(bytes: Buffer, added: Buffer): Buffer {
  const changed = Buffer.concat([bytes, added]);
  changed.writeUInt16BE(changed.length - 5, 3);
  changed.writeUIntBE(changed.length - 9, 6, 3);
  let at = 5 + 4 + 2 + 32;
  at += 1 + (changed[at] ?? 0);
  at += 2 + changed.readUInt16BE(at);
  at += 1 + (changed[at] ?? 0);
  changed.writeUInt16BE(changed.length - at - 2, at);
  return changed;
}

test('the name and the protocols that a client asks for', () => {
  expect(readClientHello(hello)).toEqual({
    kind: 'hello',
    hello: {
      shape: expect.stringMatching(/^[\d,]+ [\d,]+$/),
      serverName: servername,
      protocols: ['h2', 'http/1.1'],
      hasEch: false,
    },
  });
});

test('a hello is read once it is whole, wherever it was cut', () => {
  const wanted = (length: number): number => [5, 9, hello.length].find((most) => length < most) ?? 0;
  for (let length = 0; length < hello.length; length += 1)
    expect(readClientHello(hello.subarray(0, length))).toEqual({ kind: 'more', atLeast: wanted(length) });
  expect(nameIn(Buffer.concat([hello, Buffer.from('what comes behind it')]))).toBe(servername);
});

test.each([1, 2, 3, 4, 5, 40, 100, 511])('the same hello in records of %i bytes', (size) => {
  const cut = inRecords(hello, size);
  expect(nameIn(cut)).toBe(servername);
  for (const length of [0, 1, 5, 6, cut.length - 1]) expect(nameIn(cut.subarray(0, length))).toBe('more');
});

test('a name in capitals is the same name', async () => {
  expect(nameIn(await clientHello({ servername: 'API.Anthropic.COM' }))).toBe(servername);
});

test('a client that asks for no name has none', async () => {
  expect(nameIn(await clientHello({ servername: '' }))).toBeUndefined();
});

test('an encrypted hello, or what looks like one, is told', () => {
  const ech = withExtension(hello, Buffer.from([0xfe, 0x0d, 0, 2, 0, 0]));
  expect(readClientHello(ech)).toMatchObject({ hello: { serverName: servername, hasEch: true } });
});

test('GREASE is passed over', () => {
  expect(nameIn(withExtension(hello, Buffer.from([0x0a, 0x0a, 0, 1, 0])))).toBe(servername);
});

describe('of what two readers might read in two ways nothing is read', () => {
  test('two names', () => {
    const { at, length } = extension(hello, 0);
    expect(nameIn(withExtension(hello, hello.subarray(at, at + length)))).toBe('malformed');
  });

  test('a list of two names in one extension', () => {
    const name = Buffer.from('evil.example');
    const entry = Buffer.concat([Buffer.from([0, 0, name.length]), name]);
    const list = Buffer.concat([entry, entry]);
    const { at, length } = extension(hello, 0);
    const without = Buffer.concat([hello.subarray(0, at), hello.subarray(at + length)]);
    const head = Buffer.from([0, 0, 0, list.length + 2, 0, list.length]);
    expect(nameIn(withExtension(without, Buffer.concat([head, list])))).toBe('malformed');
  });

  test('a name with a zero byte', () => {
    const changed = Buffer.from(hello);
    changed[changed.indexOf(servername) + 3] = 0;
    expect(nameIn(changed)).toBe('malformed');
  });

  test('a record that is none, between two of the hello', () => {
    const cut = inRecords(hello, 100);
    expect(nameIn(Buffer.concat([cut.subarray(0, 105), Buffer.from([21, 3, 3, 0, 2, 1, 0]), cut.subarray(105)]))).toBe(
      'malformed',
    );
  });
});

test.each([
  ['SSH', Buffer.from('SSH-2.0-OpenSSH_9.6\r\n')],
  ['HTTP', Buffer.from('GET / HTTP/1.1\r\n\r\n')],
  ['an old hello of SSL 2', Buffer.from([0x80, 0x2e, 1, 0, 2])],
])('%s is no TLS', (_name, bytes) => {
  expect(nameIn(bytes)).toBe('not_tls');
});

test('a hello that says it is longer than any is refused before it is collected', () => {
  expect(nameIn(Buffer.from([22, 3, 1, 0x3f, 0xff, 1, 0xff, 0xff, 0xff]))).toBe('malformed');
  expect(nameIn(Buffer.from([22, 3, 1, 0, 0]))).toBe('malformed');
});

test('10,000 damaged hellos: none throws, and a name that is read is one that stands there', () => {
  let seed = 20_261_127;
  const random = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 10_000; round += 1) {
    const damaged = Buffer.from(random(3) === 0 ? inRecords(hello, 1 + random(200)) : hello);
    for (let times = 1 + random(6); times > 0; times -= 1) damaged[random(damaged.length)] = random(256);
    const bytes = random(4) === 0 ? damaged.subarray(0, random(damaged.length)) : damaged;
    const reading = readClientHello(bytes);
    if (reading.kind !== 'hello' || reading.hello.serverName === undefined) continue;
    const bare = bytes.toString('latin1').toLowerCase();
    const whole = bytes.length === hello.length ? bare : undefined;
    if (whole !== undefined) expect(whole).toContain(reading.hello.serverName);
  }
});
