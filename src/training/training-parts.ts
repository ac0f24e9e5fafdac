import type { Clock, IdMaker } from '../base/index.ts';
import type { Books } from '../ledger/index.ts';
import type { Scoped } from '../store/index.ts';

/** What recording works with. `announce` tells every gateway, when the transaction commits, to look at the tenant anew. */
export type TrainingParts = Books & {
  readonly now: Clock;
  readonly newId: IdMaker;
  readonly announce: (db: Scoped, tenantId: string) => Promise<void>;
};
