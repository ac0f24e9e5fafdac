/** What each setting does, in a sentence. */
export const settings = {
  data: 'The folder for the embedded database and the master key.',
  language: 'The language of refusals before it is known who asks, and of new persons: fr or en.',
  'database.url': 'Your own PostgreSQL (14 or later) instead of the embedded one: the login of the application.',
  'database.migrationUrl':
    'The login that owns the tables and migrates them, if it is another than that of `database.url`.',
  'gateway.host': 'The address the gateway listens on.',
  'gateway.port': 'The port the gateway listens on; 0 takes any free one.',
  'gateway.publicUrl': 'The address clients reach the gateway under, where a proxy with TLS stands before it.',
  'gateway.maxBodyBytes': 'The largest request, before and after decompression.',
  'gateway.maxHeldBytes': 'The most that all requests under way may hold in memory together.',
  'gateway.bodyIdleMs': 'How long a client may send nothing in the middle of a request.',
  'gateway.upstreamHeadMs': 'How long the vendor may take to begin its answer.',
  'gateway.upstreamIdleMs': 'How long the vendor may send nothing in the middle of an answer.',
  'gateway.drainMs': 'How long a stop waits for open answers.',
  'gateway.firstPingMs':
    'When a stream that octroi itself holds back gets its first ping; clients show a banner after 20 s.',
  'gateway.pingEveryMs': 'How often it gets the next ones.',
  'policy.folder':
    'The folder of the policy’s files; ./policy, if it is there, when nothing is named. Changes in it are taken up without a restart.',
  'detection.without': 'Built-in detectors that shall not run, by their ids.',
  'detection.rules': 'Files of further rules in the format of gitleaks.',
  'detection.dictionaries': 'Files of the company’s words, plain or made by `octroi dictionary build`.',
  'detection.scanBudgetMs': 'How long the inspection of one request may take before the request is refused.',
  'detection.mappingLifetimeMs':
    'How long the values of a conversation are kept in memory after it was last used, so that what comes back is redacted as it was.',
  'ledger.waitMs': 'How long a request waits for a database that is away before it is refused.',
  'ledger.name':
    'What the logs of this installation are named after; each is called by it and its tenant’s id. A log keeps its name.',
  'ledger.periodMs': 'How long at most between two signed heads that are kept for good, also when nothing is recorded.',
  'ledger.httpHost': 'The address the log is served on, read-only.',
  'ledger.httpPort': 'The port the log is served on; 0 does not serve it.',
  'ledger.witnesses': 'Witnesses that cosign kept heads: for each its address, a space and its key.',
  'ledger.timeStampUrl': 'The authority that stamps kept heads (RFC 3161).',
  'ledger.timeStampRoots': 'The file with the root certificates, in PEM, that are trusted for that authority.',
  'console.host': 'The address the console listens on.',
  'console.port': 'The port the console listens on; 0 takes any free one.',
  'console.publicUrl': 'The address people reach the console under, where a proxy with TLS stands before it.',
  'console.hosts': 'Further host names under which the console may be opened.',
  'catalogue.keys': 'The public keys that newer catalogues may be signed with.',
} as const;
