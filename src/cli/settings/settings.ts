import type { Language } from '../../messages/index.ts';

/** The settings of an installation, checked and with their defaults. Times are milliseconds, sizes bytes. */
export type Settings = {
  readonly data: string;
  readonly language: Language;
  readonly database: { readonly url: string; readonly migrationUrl: string };
  readonly gateway: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    readonly maxBodyBytes: number;
    readonly maxHeldBytes: number;
    readonly bodyIdleMs: number;
    readonly upstreamHeadMs: number;
    readonly upstreamIdleMs: number;
    readonly drainMs: number;
    readonly firstPingMs: number;
    readonly pingEveryMs: number;
  };
  readonly ledger: {
    readonly waitMs: number;
    readonly name: string;
    readonly periodMs: number;
    readonly httpHost: string;
    readonly httpPort: number;
    readonly witnesses: readonly string[];
    readonly timeStampUrl: string;
    readonly timeStampRoots: string;
  };
  readonly policy: { readonly folder: string };
  readonly detection: {
    readonly without: readonly string[];
    readonly rules: readonly string[];
    readonly dictionaries: readonly string[];
    readonly scanBudgetMs: number;
    readonly mappingLifetimeMs: number;
  };
  readonly console: {
    readonly host: string;
    readonly port: number;
    readonly publicUrl: string;
    readonly hosts: readonly string[];
  };
  readonly catalogue: { readonly keys: readonly string[] };
};
