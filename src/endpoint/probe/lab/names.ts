import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { Records } from './records.ts';

/** A name server that knows every name: each gets an address of its own, by which its name is found again. */
export class Names {
  readonly #addresses = new Map<string, string>();
  readonly #names = new Map<string, string>();
  readonly #records: Records;

  constructor(records: Records) {
    this.#records = records;
  }

  /** The name an address was given out for, or the address itself. */
  nameOf(address: string): string {
    return this.#names.get(address) ?? address;
  }

  /** Listens on port 53 of this machine's inside, by datagrams and by connections. */
  async listen(): Promise<Server> {
    const socket: Socket = createSocket('udp4');
    socket.on('message', (message, from) => socket.send(this.answer(message), from.port, from.address));
    socket.bind(53, '127.0.0.1');
    const server = createServer((connection) => {
      connection.on('error', () => connection.destroy()); // The client left: nothing to answer.
      connection.on('data', (data) => {
        const answer = this.answer(data.subarray(2));
        connection.end(Buffer.concat([Buffer.from([answer.length >> 8, answer.length & 255]), answer]));
      });
    });
    server.listen(53, '127.0.0.1');
    await Promise.all([once(socket, 'listening'), once(server, 'listening')]);
    return server;
  }

  /** The answer to one question in the wire's form (RFC 1035 §4): an address for A, no data for all else. */
  answer(question: Buffer): Buffer {
    const { name, end } = readName(question);
    const type = end + 2 <= question.length ? question.readUInt16BE(end) : 0;
    if (name !== '') this.#records.name(name);
    const hasAddress = type === 1 && name !== '';
    const head = Buffer.from(question.subarray(0, 12));
    head.writeUInt16BE(0x8180, 2); // A response, recursion desired and available, no error.
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(hasAddress ? 1 : 0, 6);
    head.writeUInt32BE(0, 8);
    const asked = question.subarray(12, end + 4);
    if (!hasAddress) return Buffer.concat([head, asked]);
    const address = Buffer.from(this.#addressOf(name).split('.').map(Number));
    return Buffer.concat([head, asked, Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4]), address]);
  }

  // 198.18.0.0/15 is set aside for trials (RFC 2544), so that it can be nobody's address.
  #addressOf(name: string): string {
    const number = this.#addresses.size + 1;
    const address = this.#addresses.get(name) ?? `198.18.${(number >> 8) & 255}.${number & 255}`;
    this.#addresses.set(name, address);
    this.#names.set(address, name);
    return address;
  }
}

function readName(question: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  while (at < question.length) {
    const length = question[at] ?? 0;
    at += 1;
    if (length === 0 || length > 63) break;
    labels.push(question.toString('latin1', at, at + length));
    at += length;
  }
  return { name: labels.join('.').toLowerCase(), end: at };
}
