/** As much of an authority as tells whether it signs. */
type Signer = { readonly hosts: readonly string[]; readonly madeAt: Date };

/** So long a new authority waits, so that workstations have it before it is used. */
const overlapDays = 30;
const dayMs = 86_400_000;

/**
 * The authority that signs for a host: the newest that has been there for thirty days; where none has, the oldest. A host
 * that is new on the list is in a new authority alone, and waits for nothing. `signers`: the oldest first.
 */
export function chooseSigner<Of extends Signer>(signers: readonly Of[], host: string, now: Date): Of | undefined {
  const able = signers.filter(({ hosts }) => hosts.includes(host));
  const distributed = able.filter(({ madeAt }) => now.getTime() - madeAt.getTime() >= overlapDays * dayMs);
  return distributed.at(-1) ?? able[0];
}
