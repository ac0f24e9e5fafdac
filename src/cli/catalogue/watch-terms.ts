import { systemClock, timeOrderedId } from '../../base/index.ts';
import type { Ledger } from '../../ledger/index.ts';
import type { RulesInForce } from '../policy/rules-in-force.ts';
import type { Installation } from '../wire.ts';
import { startTermsWatch, type TermsWatchOptions } from './terms-watch.ts';

type Watching = {
  readonly installation: Pick<Installation, 'settings' | 'tenant'>;
  readonly inForce: Pick<RulesInForce, 'rules'>;
  readonly ledger: Pick<Ledger, 'append'>;
  readonly tell: TermsWatchOptions['tell'];
};

/** Compares the terms as often as the settings say, each time on record. Ends when what it returns is called. */
export function watchTerms({ installation: { settings, tenant }, inForce, ledger, tell }: Watching): () => void {
  return startTermsWatch({
    rules: () => inForce.rules,
    now: systemClock,
    record: async (comparison) =>
      void (await ledger.append({
        kind: 'terms_watched',
        id: timeOrderedId(),
        tenantId: tenant.id,
        recordedAt: systemClock().toISOString(),
        ...comparison,
      })),
    archives: settings.catalogue.archives,
    everyMs: settings.catalogue.watchEveryMs,
    tell,
  });
}
