/** What a client says at the beginning of TLS, in the clear. */
export type ClientHello = {
  /** The host name it asks for; undefined where it names none. */
  readonly serverName: string | undefined;
  readonly protocols: readonly string[];
  /** There is an encrypted inner hello, or an extension that looks like one (GREASE): which, nobody can tell. */
  readonly hasEch: boolean;
  /** Which cipher suites and extensions it offers, without those made up (GREASE) and in no order of the extensions. */
  readonly shape: string;
};

export type HelloReading =
  | { readonly kind: 'hello'; readonly hello: ClientHello }
  /** More bytes are needed: so many in all, before it is worth looking again. */
  | { readonly kind: 'more'; readonly atLeast: number }
  | { readonly kind: 'not_tls' }
  | { readonly kind: 'malformed' };

/** A client hello is at most this long; with post-quantum keys they have 1.5 to 2 KB. */
export const mostHelloBytes = 16_384;

const handshake = 22;
const clientHello = 1;
const serverNameExtension = 0;
const protocolsExtension = 16;
const echExtension = 0xfe0d;

/**
 * Reads a client hello from the first bytes of a connection, over as many TLS records as it was cut into (RFC 8446 §5.1).
 * What comes behind it is not looked at. Strict where leniency would let two readers see two names.
 */
export function readClientHello(bytes: Buffer): HelloReading {
  const message = messageIn(bytes);
  if (message.kind !== 'message') return message;
  try {
    return { kind: 'hello', hello: parse(new Reader(message.bytes)) };
  } catch (fault) {
    if (fault instanceof Malformed) return { kind: 'malformed' };
    throw fault;
  }
}

type MessageReading =
  | { readonly kind: 'message'; readonly bytes: Buffer }
  | Exclude<HelloReading, { readonly kind: 'hello' }>;

// Takes the records' bodies together until the handshake message is whole. Each record is looked at once: a client may cut
// its hello into thousands.
function messageIn(bytes: Buffer): MessageReading {
  const bodies: Buffer[] = [];
  let length = 0;
  for (let at = 0; ; ) {
    if (bytes.length > at && bytes[at] !== handshake) return { kind: at === 0 ? 'not_tls' : 'malformed' };
    if (bytes.length > at + 1 && bytes[at + 1] !== 3) return { kind: at === 0 ? 'not_tls' : 'malformed' };
    if (bytes.length < at + 5) return { kind: 'more', atLeast: at + 5 };
    const size = bytes.readUInt16BE(at + 3);
    if (size === 0 || size > mostHelloBytes) return { kind: 'malformed' };
    const body = bytes.subarray(at + 5, at + 5 + size);
    bodies.push(body);
    length += body.length;
    const wanted = wantedBytes(bodies);
    if (wanted === undefined) return { kind: 'malformed' };
    if (length >= 4 && length >= wanted) return { kind: 'message', bytes: Buffer.concat(bodies).subarray(4, wanted) };
    if (body.length < size) return { kind: 'more', atLeast: Math.min(at + 5 + size, bytes.length + wanted - length) };
    at += 5 + size;
  }
}

// How long the message is with its head, as far as the first bodies tell; undefined where it is no hello.
function wantedBytes(bodies: readonly Buffer[]): number | undefined {
  const head: number[] = [];
  for (const body of bodies) {
    head.push(...body.subarray(0, 4 - head.length));
    if (head.length === 4) break;
  }
  const [type = clientHello, high, middle, low] = head;
  if (type !== clientHello) return undefined;
  if (high === undefined || middle === undefined || low === undefined) return 4;
  const size = high * 65_536 + middle * 256 + low;
  return size > mostHelloBytes ? undefined : 4 + size;
}

function parse(reader: Reader): ClientHello {
  reader.skip(2 + 32); // The version that it can fall back to, and its random.
  reader.part(1); // Session id.
  const suites = reader.part(2);
  if (suites.left % 2 !== 0) throw new Malformed();
  reader.part(1); // Compression methods.
  const extensions = reader.left === 0 ? new Map<number, Reader>() : extensionsIn(reader.part(2));
  if (reader.left > 0) throw new Malformed();
  return {
    serverName: serverNameIn(extensions.get(serverNameExtension)),
    protocols: protocolsIn(extensions.get(protocolsExtension)),
    hasEch: extensions.has(echExtension),
    shape: shapeOf(suites, extensions),
  };
}

// A session that is resumed adds an extension (pre_shared_key, 41), and the padding (21) depends on the name.
function shapeOf(suites: Reader, extensions: ReadonlyMap<number, Reader>): string {
  const offered: number[] = [];
  while (suites.left > 0) offered.push(suites.number(2));
  const types = [...extensions.keys()].filter((type) => type !== 41 && type !== 21).toSorted((a, b) => a - b);
  return `${offered.filter(isNoGrease)} ${types.filter(isNoGrease)}`;
}

function isNoGrease(value: number): boolean {
  return (value & 0x0f0f) !== 0x0a0a;
}

// "There MUST NOT be more than one extension of the same type" (RFC 8446 §4.2): of two names each end might read another.
function extensionsIn(reader: Reader): ReadonlyMap<number, Reader> {
  const extensions = new Map<number, Reader>();
  while (reader.left > 0) {
    const type = reader.number(2);
    if (extensions.has(type)) throw new Malformed();
    extensions.set(type, reader.part(2));
  }
  return extensions;
}

// RFC 6066 §3: a list, in which each type of name stands once; there is one type.
function serverNameIn(extension: Reader | undefined): string | undefined {
  if (!extension) return undefined;
  const list = extension.part(2);
  if (extension.left > 0 || list.number(1) !== 0) throw new Malformed();
  const name = list.part(2).text();
  if (list.left > 0 || !/^[\x21-\x7e]{1,255}$/.test(name)) throw new Malformed();
  return name.toLowerCase();
}

function protocolsIn(extension: Reader | undefined): readonly string[] {
  if (!extension) return [];
  const list = extension.part(2);
  const protocols: string[] = [];
  while (list.left > 0) protocols.push(list.part(1).text());
  // GREASE (RFC 8701) and what a client makes up are no protocols' names.
  return protocols.filter((name) => /^[a-z0-9./-]{1,20}$/.test(name)).slice(0, 10);
}

class Malformed extends Error {}

class Reader {
  readonly #bytes: Buffer;
  #at = 0;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  number(size: number): number {
    this.#assert(size);
    const value = this.#bytes.readUIntBE(this.#at, size);
    this.#at += size;
    return value;
  }

  skip(size: number): void {
    this.#assert(size);
    this.#at += size;
  }

  /** What stands behind a length of so many bytes. */
  part(sizeOfLength: number): Reader {
    const size = this.number(sizeOfLength);
    this.#assert(size);
    const part = new Reader(this.#bytes.subarray(this.#at, this.#at + size));
    this.#at += size;
    return part;
  }

  text(): string {
    return this.#bytes.toString('latin1', this.#at);
  }

  #assert(size: number): void {
    if (size > this.left) throw new Malformed();
  }
}
