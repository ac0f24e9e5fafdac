import type { Actor, Common, Sender } from './records.ts';

/** A file of a contract at its vendor. */
type FileAtVendor = Common & { readonly contractId: string; readonly vendorFileId: string };

/** A file went through the gateway to the vendor and lies there. */
export type FileUploaded = FileAtVendor & {
  readonly kind: 'file_uploaded';
  readonly exchangeId: string;
  readonly sender: Sender;
  readonly bytes: number;
  readonly label: string;
  /** As the client named it, masked as in a declaration; absent under zero retention. */
  readonly name?: string;
  readonly mediaType?: string;
  /** When the vendor says it deletes the file by itself. */
  readonly expiresAt?: string;
};

/** The vendor confirmed that a file is deleted, or that it has no such file: the receipt of the deletion. */
export type FileDeleted = FileAtVendor & {
  readonly kind: 'file_deleted';
  readonly answer: 'deleted' | 'not_there';
  /** The vendor's name for the request, to ask it about. */
  readonly requestId?: string;
  /** Who had it deleted: a person through the gateway, or an operator. */
  readonly sender?: Sender;
  readonly actor?: Actor;
};

/** The inventory was compared with the vendor's own list. */
export type FilesReconciled = Common & {
  readonly kind: 'files_reconciled';
  readonly contractId: string;
  /** How many the vendor listed. */
  readonly listed: number;
  /** Files of the inventory that the vendor no longer has. */
  readonly gone: readonly string[];
  /** Files that the vendor has and that did not pass here. */
  readonly foreign: readonly string[];
  readonly actor: Actor | 'schedule';
};

/** The key of the compliance API was set for a contract's organisation. */
export type ComplianceKeySet = Common & {
  readonly kind: 'compliance_key_set';
  readonly contractId: string;
  readonly actor: Actor;
};

/** The vendor confirmed that a conversation is deleted for good, or that it has no such one. */
export type ChatDeleted = Common & {
  readonly kind: 'chat_deleted';
  readonly contractId: string;
  readonly chatId: string;
  readonly answer: 'deleted' | 'not_there';
  readonly requestId?: string;
  readonly actor: Actor;
};

/** What was done about what vendors hold. */
export type VendorRecord = FileUploaded | FileDeleted | FilesReconciled | ComplianceKeySet | ChatDeleted;
