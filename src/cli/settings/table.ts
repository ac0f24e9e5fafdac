/** One setting: where it stands in the file, its kind and bounds, its default, and how it is given in the environment. */
export type Setting = {
  readonly path: string;
  readonly kind: 'text' | 'integer' | 'language' | 'list';
  /** What a number counts. */
  readonly unit?: 'port' | 'bytes' | 'ms';
  readonly min?: number;
  readonly max?: number;
  readonly fallback: string | number | readonly string[];
  readonly environment: string;
};

/*
 * Every setting there is. The reference page is made from this table and from the sentences in messages/; a key that is
 * not here is refused.
 */
export const settingsTable = [
  { path: 'data', kind: 'text', fallback: './data', environment: 'OCTROI_DATA' },
  { path: 'language', kind: 'language', fallback: 'en', environment: 'OCTROI_LANGUAGE' },
  { path: 'database.url', kind: 'text', fallback: '', environment: 'DATABASE_URL' },
  { path: 'database.migrationUrl', kind: 'text', fallback: '', environment: 'OCTROI_MIGRATION_URL' },
  { path: 'gateway.host', kind: 'text', fallback: '127.0.0.1', environment: 'OCTROI_GATEWAY_HOST' },
  {
    path: 'gateway.port',
    kind: 'integer',
    unit: 'port',
    min: 0,
    max: 65_535,
    fallback: 8040,
    environment: 'OCTROI_GATEWAY_PORT',
  },
  { path: 'gateway.publicUrl', kind: 'text', fallback: '', environment: 'OCTROI_GATEWAY_PUBLIC_URL' },
  // Above the 32 MB of the vendor's own limit, so that its own words about that limit reach the client.
  {
    path: 'gateway.maxBodyBytes',
    kind: 'integer',
    unit: 'bytes',
    min: 1_024,
    max: 268_435_456,
    fallback: 37_748_736,
    environment: 'OCTROI_GATEWAY_MAX_BODY_BYTES',
  },
  {
    path: 'gateway.maxHeldBytes',
    kind: 'integer',
    unit: 'bytes',
    min: 1_048_576,
    max: 68_719_476_736,
    fallback: 1_073_741_824,
    environment: 'OCTROI_GATEWAY_MAX_HELD_BYTES',
  },
  {
    path: 'gateway.bodyIdleMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 600_000,
    fallback: 30_000,
    environment: 'OCTROI_GATEWAY_BODY_IDLE_MS',
  },
  {
    path: 'gateway.upstreamHeadMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 3_600_000,
    fallback: 600_000,
    environment: 'OCTROI_GATEWAY_UPSTREAM_HEAD_MS',
  },
  {
    path: 'gateway.upstreamIdleMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 3_600_000,
    fallback: 300_000,
    environment: 'OCTROI_GATEWAY_UPSTREAM_IDLE_MS',
  },
  {
    path: 'gateway.drainMs',
    kind: 'integer',
    unit: 'ms',
    min: 0,
    max: 3_600_000,
    fallback: 60_000,
    environment: 'OCTROI_GATEWAY_DRAIN_MS',
  },
  // The client shows a banner after 20 s without a byte: the first ping comes before it.
  {
    path: 'gateway.firstPingMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 60_000,
    fallback: 12_000,
    environment: 'OCTROI_GATEWAY_FIRST_PING_MS',
  },
  {
    path: 'gateway.pingEveryMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 60_000,
    fallback: 10_000,
    environment: 'OCTROI_GATEWAY_PING_EVERY_MS',
  },
  { path: 'policy.folder', kind: 'text', fallback: '', environment: 'OCTROI_POLICY_FOLDER' },
  { path: 'detection.without', kind: 'list', fallback: [], environment: 'OCTROI_DETECTION_WITHOUT' },
  { path: 'detection.rules', kind: 'list', fallback: [], environment: 'OCTROI_DETECTION_RULES' },
  { path: 'detection.dictionaries', kind: 'list', fallback: [], environment: 'OCTROI_DETECTION_DICTIONARIES' },
  {
    path: 'detection.scanBudgetMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 60_000,
    fallback: 5_000,
    environment: 'OCTROI_DETECTION_SCAN_BUDGET_MS',
  },
  {
    path: 'detection.mappingLifetimeMs',
    kind: 'integer',
    unit: 'ms',
    min: 1_000,
    max: 604_800_000,
    fallback: 43_200_000,
    environment: 'OCTROI_DETECTION_MAPPING_LIFETIME_MS',
  },
  {
    path: 'ledger.waitMs',
    kind: 'integer',
    unit: 'ms',
    min: 0,
    max: 600_000,
    fallback: 30_000,
    environment: 'OCTROI_LEDGER_WAIT_MS',
  },
  { path: 'ledger.name', kind: 'text', fallback: 'octroi.internal', environment: 'OCTROI_LEDGER_NAME' },
  {
    path: 'ledger.periodMs',
    kind: 'integer',
    unit: 'ms',
    min: 1_000,
    max: 86_400_000,
    fallback: 600_000,
    environment: 'OCTROI_LEDGER_PERIOD_MS',
  },
  { path: 'ledger.httpHost', kind: 'text', fallback: '127.0.0.1', environment: 'OCTROI_LEDGER_HTTP_HOST' },
  {
    path: 'ledger.httpPort',
    kind: 'integer',
    unit: 'port',
    min: 0,
    max: 65_535,
    fallback: 0,
    environment: 'OCTROI_LEDGER_HTTP_PORT',
  },
  { path: 'ledger.witnesses', kind: 'list', fallback: [], environment: 'OCTROI_LEDGER_WITNESSES' },
  { path: 'ledger.timeStampUrl', kind: 'text', fallback: '', environment: 'OCTROI_LEDGER_TIME_STAMP_URL' },
  { path: 'ledger.timeStampRoots', kind: 'text', fallback: '', environment: 'OCTROI_LEDGER_TIME_STAMP_ROOTS' },
  { path: 'console.host', kind: 'text', fallback: '127.0.0.1', environment: 'OCTROI_CONSOLE_HOST' },
  {
    path: 'console.port',
    kind: 'integer',
    unit: 'port',
    min: 0,
    max: 65_535,
    fallback: 8041,
    environment: 'OCTROI_CONSOLE_PORT',
  },
  { path: 'console.publicUrl', kind: 'text', fallback: '', environment: 'OCTROI_CONSOLE_PUBLIC_URL' },
  { path: 'console.hosts', kind: 'list', fallback: [], environment: 'OCTROI_CONSOLE_HOSTS' },
  { path: 'catalogue.keys', kind: 'list', fallback: [], environment: 'OCTROI_CATALOGUE_KEYS' },
] as const satisfies readonly Setting[];

export type SettingPath = (typeof settingsTable)[number]['path'];
