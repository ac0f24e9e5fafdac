import type { Standing } from '../../evaluation/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ControlsAssessed, ProvenSample, VerdictDay } from '../../ledger/index.ts';
import type { Language } from '../../messages/index.ts';
import type { Means } from '../../notices/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { TeamStanding } from '../../training/index.ts';
import type { ContractInUse } from '../controls/contracts.ts';
import type { Posture } from '../read-posture.ts';

/** Days in UTC; both are in it. */
export type Period = { readonly from: string; readonly until: string };

/** What somebody wants a pack of. */
export type PackWish = {
  readonly period: Period;
  /** A workspace, or undefined for the whole organisation. */
  readonly scope: { readonly id: string; readonly name: string } | undefined;
  readonly language: Language;
};

/** How long records of a class are kept by the policy in force. */
export type KeptClass = { readonly name: string; readonly days: number };

/** All that a pack is made of. The same material makes the same bytes. */
export type PackMaterial = {
  readonly wish: PackWish;
  readonly tenant: { readonly id: string; readonly name: string };
  readonly madeAt: string;
  /** octroi's own version. */
  readonly version: string;
  readonly posture: Posture;
  /** What was assessed until now, the newest first. */
  readonly history: readonly ControlsAssessed[];
  readonly policy: Policy;
  readonly catalogue: Catalogue;
  readonly held: readonly ContractInUse[];
  readonly kept: readonly KeptClass[];
  /** What of octroi is in use, as the notices in it say. */
  readonly means: Means;
  readonly team: TeamStanding;
  /** Who holds which module until when, by pseudonym. */
  readonly trainingCsv: string;
  readonly verdicts: readonly VerdictDay[];
  readonly sample: ProvenSample;
  /** The keys that sign the log, as text. */
  readonly keys: readonly string[];
  /** Certificates of erasures in the period, as files. */
  readonly certificates: readonly { readonly id: string; readonly file: string }[];
  /** OCSF events of the period, one a line. */
  readonly events: string;
  /** Decisions on zero retention, with what has reopened them. */
  readonly decisions: readonly Standing[];
  /** The auditor's program, one file. */
  readonly verifier: Buffer;
};
