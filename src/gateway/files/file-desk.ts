import type { Sender } from '../../ledger/index.ts';

/** A file that a workspace has at its vendor. */
export type FileAtVendor = {
  readonly vendorFileId: string;
  readonly name: string | undefined;
  readonly mediaType: string | null;
  readonly bytes: number;
  readonly uploadedAt: string;
  readonly expiresAt: string | null;
};

type OfWorkspace = { readonly tenantId: string; readonly workspaceId: string; readonly contractId: string };

/** What lies at vendors by way of the gateway; handed in by the wiring. */
export type FileDesk = {
  /** The files a workspace has there, the oldest first; only the one of that id where one is named. */
  list(of: OfWorkspace, vendorFileId?: string): Promise<readonly FileAtVendor[]>;
  /** Durable when it resolves. */
  uploaded(upload: {
    readonly tenantId: string;
    readonly exchangeId: string;
    readonly sender: Sender;
    readonly vendorFileId: string;
    readonly bytes: number;
    readonly label: string;
    readonly name?: string;
    readonly mediaType?: string;
    readonly uploadedAt: string;
    readonly expiresAt?: string;
    readonly isCountsOnly?: true;
  }): Promise<void>;
  /** Durable when it resolves. */
  deleted(deletion: {
    readonly tenantId: string;
    readonly sender: Sender;
    readonly vendorFileId: string;
    readonly answer: 'deleted' | 'not_there';
    readonly requestId: string | undefined;
  }): Promise<void>;
};
