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
    /** Proxies whose word about where a request came from is taken. */
    readonly trustedProxies: readonly string[];
    /** `ID` or `ID=NAME`; empty passes the vendor's own list on. */
    readonly models: readonly string[];
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
  /** After how many hours without a report a workstation counts as unknown, and what those that report are handed. */
  readonly fleet: { readonly staleAfterHours: number; readonly bundleFile: string };
  /** Where a pack of each month that has ended is written, empty: nowhere; and its language. */
  readonly evidence: { readonly packFolder: string; readonly packLanguage: Language };
  /** The forward proxy. */
  readonly egress: {
    readonly mode: string;
    readonly host: string;
    readonly port: number;
    /** 0: it does not listen over TLS. */
    readonly tlsPort: number;
    /** Files in PEM. */
    readonly tlsCertificate: string;
    readonly tlsKey: string;
    /** The authorities whose certificates name who asks, in PEM; empty: none. */
    readonly callerAuthorities: string;
    readonly ports: readonly string[];
    readonly otherHosts: string;
    readonly observed: readonly string[];
    readonly warned: readonly string[];
    /** From where one need not say who one is. */
    readonly networks: readonly string[];
    /** Inner networks that may be dialled all the same. */
    readonly reachable: readonly string[];
    /** Hosts whose tunnels are inspected. */
    readonly inspected: readonly string[];
    /** `HEADER=VALUE`. */
    readonly tenants: readonly string[];
    /** A file in PEM; empty: none. */
    readonly upstreamAuthorities: string;
    readonly uninspectable: string;
    readonly uninspectableMs: number;
    /** Addresses and names under which gateways stand in imported logs, besides this machine's own. */
    readonly gatewaySources: readonly string[];
    /** A folder whose logs are read; empty: none. */
    readonly logFolder: string;
    readonly logEveryMs: number;
    readonly syslogHost: string;
    /** 0: no lines are taken by syslog. */
    readonly syslogPort: number;
  };
  readonly retention: { readonly sweepEveryMs: number; readonly backupDays: number };
  readonly signIn: {
    readonly notice: string;
    readonly accessMinutes: number;
    readonly sessionDays: number;
    readonly issuer: string;
    readonly providerName: string;
    readonly clientId: string;
    readonly clientSecretFile: string;
    readonly nameClaim: string;
    readonly groupsClaim: string;
    readonly scopes: readonly string[];
    readonly workspaces: readonly string[];
    readonly roles: readonly string[];
  };
  readonly hooks: { readonly inferenceSecretFile: string };
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
  readonly files: { readonly remindAfterDays: number; readonly reconcileEveryMs: number };
  readonly catalogue: {
    readonly keys: readonly string[];
    readonly archives: readonly string[];
    readonly watchEveryMs: number;
  };
  readonly siem: {
    readonly file: string;
    readonly fileMaxBytes: number;
    readonly fileKeep: number;
    readonly syslog: string;
    readonly syslogFormat: 'ocsf' | 'cef';
    readonly otlp: string;
    readonly otlpEncoding: 'protobuf' | 'json';
    readonly otlpHeadersFile: string;
    readonly caFile: string;
    readonly certificateFile: string;
    readonly keyFile: string;
    readonly paths: 'masked' | 'none';
    readonly since: string;
    readonly waitMs: number;
  };
};
