import type { SecureContext } from 'node:tls';
import type { PathRule } from './judge-request.ts';
import type { Leaves } from './leaves.ts';
import type { TenantHeaders } from './tenant-headers.ts';
import type { Uninspectables } from './uninspectables.ts';

/** What the proxy looks inside of, and by what. */
export type Inspection = {
  readonly isInspected: (host: string) => boolean;
  /** The certificate that a client is shown for a host. */
  readonly leafOf: Leaves;
  /** Whom the proxy trusts on the other side. */
  readonly trust: SecureContext;
  readonly pathRules: () => readonly PathRule[];
  readonly tenantHeaders: (host: string) => TenantHeaders;
  readonly uninspectables: Uninspectables;
  /** What becomes of a client that does not take the post's certificate: it is refused, or passes by its host alone. */
  readonly whenUninspectable: 'refuse' | 'pass';
};
