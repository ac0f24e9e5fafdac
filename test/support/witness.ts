import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Checkpoint,
  generateSigningKey,
  isConsistent,
  isSameHash,
  openCheckpoint,
  openSigner,
  parseVkey,
} from '../../src/ledger/tree/index.ts';
import { parseConsistency } from '../../src/ledger/verify/verify-checkpoints.ts';

export type TestWitness = {
  readonly url: string;
  readonly vkey: string;
  /** The logs it knows: their keys, by their names. */
  readonly logs: Map<string, string>;
  /** The last head it cosigned, by log; may be set, to make it know another. */
  readonly seen: Map<string, Checkpoint>;
  /** How many requests were answered, and how. */
  readonly statuses: number[];
  close(): Promise<void>;
};

/** A witness on a loopback port, as C2SP tlog-witness describes it. */
export async function startWitness(
  kind: 'ed25519_cosignature' | 'ml_dsa_44' = 'ed25519_cosignature',
): Promise<TestWitness> {
  const signer = openSigner('witness.test/w1', kind, generateSigningKey(kind));
  const logs = new Map<string, string>();
  const seen = new Map<string, Checkpoint>();
  const statuses: number[] = [];
  const answer = (body: string): { status: number; type?: string; text?: string } => {
    const { oldSize = 0, hashes, checkpoint: note } = parseConsistency(body);
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    const key = logs.get(text.split('\n')[0] ?? '');
    if (!key) return { status: 404 };
    const checkpoint = openCheckpoint(note, key.split('\n').map(parseVkey));
    const last = seen.get(checkpoint.origin);
    if (oldSize !== (last?.size ?? 0)) return { status: 409, type: 'text/x.tlog.size', text: `${last?.size ?? 0}\n` };
    if (last && last.size === checkpoint.size && !isSameHash(last.root, checkpoint.root)) return { status: 409 };
    const claim = { oldSize, oldRoot: last?.root ?? Buffer.alloc(0), size: checkpoint.size, root: checkpoint.root };
    if (last ? !isConsistent(claim, hashes) : hashes.length > 0) return { status: 422 };
    seen.set(checkpoint.origin, checkpoint);
    return { status: 200, text: signer.sign(text, new Date()) };
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const isCall = request.method === 'POST' && request.url === '/w/add-checkpoint';
      const {
        status,
        type = 'text/plain',
        text = '',
      } = isCall ? answer(Buffer.concat(chunks).toString()) : { status: 405 };
      statuses.push(status);
      response.writeHead(status, { 'content-type': type }).end(text);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/w`,
    vkey: signer.vkey,
    logs,
    seen,
    statuses,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
