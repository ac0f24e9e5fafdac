import { formatCheckpoint, generateSigningKey, openSigner, RightEdge, signNote } from '../../src/ledger/tree/index.ts';

const roundLeaves = 4_096;

/** Grows a tree alone, without a database, signing a head each round, and prints what a leaf costs and the memory. */
export function printTree(leaves: number): void {
  const origin = 'octroi.bench/tree';
  const signers = (['ed25519', 'ml_dsa_44'] as const).map((kind) => openSigner(origin, kind, generateSigningKey(kind)));
  const leaf = Buffer.alloc(400, 'x');
  const edge = RightEdge.empty();
  process.stdout.write(`\na tree of ${leaves} leaves of 400 bytes, a signed head every ${roundLeaves}\n`);
  process.stdout.write('     leaves   CPU µs a leaf   RSS MiB\n');
  const every = Math.ceil(leaves / 10 / roundLeaves) * roundLeaves;
  let own = process.cpuUsage();
  while (edge.size < leaves) {
    for (let added = 0; added < roundLeaves; added += 1) {
      leaf.writeUInt32LE(edge.size, 0);
      edge.add(Buffer.from(leaf));
    }
    edge.takeChanges();
    signNote(formatCheckpoint({ origin, size: edge.size, root: edge.root() }), signers, new Date());
    if (edge.size % every !== 0 && edge.size < leaves) continue;
    const { user, system } = process.cpuUsage(own);
    const cells = [
      String(edge.size).padStart(11),
      ((user + system) / every).toFixed(1).padStart(15),
      (process.memoryUsage.rss() / 1_048_576).toFixed(0).padStart(9),
    ];
    process.stdout.write(`${cells.join(' ')}\n`);
    own = process.cpuUsage();
  }
}
