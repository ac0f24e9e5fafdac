/*
 * What vendors still hold of what left. Types only, as in contract.ts.
 *
 * GET  /api/vendor?on=DAY                 → VendorView
 * POST /api/vendor/files/:id/delete       → { answer }   (404; 502 when the vendor does not answer)
 */

export type VendorVolume = { readonly label: string | null; readonly bytes: number };

/** What is held under one due date. `why` says why nobody knows until when. */
export type VendorEntry = {
  readonly vendor: string;
  readonly plan: string;
  readonly contract: string;
  readonly class: string;
  readonly isPossible: boolean;
  readonly due: {
    readonly kind: 'on' | 'until_deleted' | 'unknown';
    readonly on: string | null;
    readonly why: string | null;
  };
  readonly count: number;
  readonly answerBytes: number;
  readonly labels: readonly VendorVolume[];
};

export type VendorFile = {
  readonly id: string;
  readonly name: string | null;
  readonly label: string | null;
  readonly bytes: number;
  readonly uploadedAt: string;
  readonly expiresAt: string | null;
  /** A pseudonym; null for a file that did not pass through octroi, or whose person was erased. */
  readonly person: string | null;
  readonly state: 'held' | 'deleted' | 'gone';
};

export type VendorView = {
  readonly on: string;
  readonly entries: readonly VendorEntry[];
  /** `facts`: those of the catalogue that would count if it were so. */
  readonly untold: readonly {
    readonly kind: string;
    readonly contract: string;
    readonly since: string | null;
    readonly facts: readonly string[];
  }[];
  readonly files: readonly VendorFile[];
};
