import { openCatalogue, shippedData } from '../../src/catalogue/index.ts';
import { decide } from '../../src/evaluation/index.ts';
import { appendWithin } from '../../src/ledger/index.ts';
import { decisionOf } from './evaluated.ts';
import { estimate, evaluationFile } from './evaluation-file.ts';
import type { TestPost } from './post.ts';

/** A file with two classes, one measured and one estimated. */
export const twoClasses = evaluationFile({
  more: `  restricted:
    exchanges: ${estimate('20000', '60000', '90000')}
    incidentsPerMillion: ${estimate('1', '4', '20')}
    loss: ${estimate('200000', '900000', '6000000')}
    keptShare: ${estimate('0.3', '0.5', '0.8')}
    outsideZdr: ${estimate('0.01', '0.05', '0.2')}
    redactionMisses: ${estimate('0.1', '0.3', '0.6')}
    goesAround: ${estimate('0.01', '0.05', '0.2')}
`,
});

/** A decision that holds, and one that is open again for every sort of reason that a file can bring about. */
export async function addEvaluations({ tenancy, tenantId }: TestPost): Promise<void> {
  const { newId, recordKeys, store } = tenancy;
  const lapsed = decisionOf({
    tenantId,
    id: newId(),
    evaluation: 'zdr-2025',
    recordedAt: new Date(Date.now() - 86_400_000).toISOString(),
    expiresOn: '2026-01-31',
    premises: [{ key: 'anth-api-30', digest: 'another' }],
  });
  await store.inTenant(tenantId, (db) => appendWithin(db, recordKeys, lapsed));
  const made = await decide({
    books: tenancy,
    tenantId,
    now: new Date(),
    catalogue: openCatalogue(shippedData),
    labels: undefined,
    text: twoClasses,
    verdict: {
      choice: { confidential: 'zdr_redaction', restricted: 'block' },
      residualRisk: 'A breach at the vendor while a request is answered; what goes around the block.',
      dpoOpinion: 'with_reservations',
      dpoReasons: 'As long as the models that zero retention does not cover stay off.',
      decider: 'G. Hopper, CISO',
      expiresOn: new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10),
    },
    actor: 'console',
    newId,
  });
  if (made.kind === 'faults') throw new Error(JSON.stringify(made.faults));
}
