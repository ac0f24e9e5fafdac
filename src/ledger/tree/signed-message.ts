import { readCheckpoint } from './checkpoint.ts';

/** Who cosigns, and when, in seconds since 1970. */
export type Cosigner = { readonly name: string; readonly timestamp: bigint };

const maxTimestamp = 2n ** 63n - 1n;

/** What an Ed25519 cosignature signs: a header, the time and the note's text. Undefined when no such message exists. */
export function noteMessage(text: string, { timestamp }: Cosigner): Buffer | undefined {
  if (timestamp > maxTimestamp || !readCheckpoint(text)) return undefined;
  return Buffer.from(`cosignature/v1\ntime ${timestamp}\n${text}`);
}

/** What an ML-DSA-44 cosignature signs: the `cosigned_message` of C2SP tlog-cosignature, for a whole tree. */
export function cosignedMessage(text: string, { name, timestamp }: Cosigner): Buffer | undefined {
  const checkpoint = readCheckpoint(text);
  if (!checkpoint || timestamp > maxTimestamp) return undefined;
  const { origin, size, root } = checkpoint;
  const [cosigner, log] = [Buffer.from(name), Buffer.from(origin)];
  if (cosigner.length > 255 || log.length > 255) return undefined;
  return Buffer.concat([
    Buffer.from('subtree/v1\n\0'),
    Buffer.of(cosigner.length),
    cosigner,
    uint64(timestamp),
    Buffer.of(log.length),
    log,
    uint64(0n),
    uint64(BigInt(size)),
    root,
  ]);
}

function uint64(value: bigint): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(value);
  return bytes;
}
