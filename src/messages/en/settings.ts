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
  'gateway.trustedProxies': 'Proxies before the gateway (addresses or networks) whose X-Forwarded-For is believed.',
  'gateway.models': 'The models that `/v1/models` lists, as ID or ID=NAME; empty passes the vendor’s own list on.',
  'signIn.notice': 'The notice to staff that clients show at their sign-in, 500 characters at most.',
  'signIn.accessMinutes': 'How long an access token of a client holds before the client gets a new one by itself.',
  'signIn.sessionDays': 'How long a client stays signed in before its person signs in again.',
  'signIn.issuer': 'The issuer of your identity provider (OpenID Connect); empty gives persons accounts here.',
  'signIn.providerName': 'What the sign-in page calls your identity provider; empty takes its host name.',
  'signIn.clientId': 'The client id that octroi is registered under at the identity provider.',
  'signIn.clientSecretFile': 'The file that holds the client secret; empty for a public client.',
  'signIn.nameClaim': 'The claim that names a person; one that people cannot change themselves.',
  'signIn.groupsClaim': 'The claim that lists a person’s groups.',
  'signIn.scopes': 'The scopes asked for beside openid.',
  'signIn.workspaces': 'Which group works in which workspace, as GROUP=WORKSPACE; * is everybody.',
  'signIn.roles':
    'Which group has which role, as GROUP=ROLE: words of your policy, or octroi-admin, octroi-security, octroi-dpo, octroi-auditor, octroi-lead for the console.',
  'hooks.inferenceSecretFile':
    'The file that holds the signing secret (whsec_…) of the vendor’s inference hooks; empty does not serve them.',
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
  'evidence.packFolder':
    'The folder in which a pack of evidence of each month that has ended is written; empty: none is made by itself.',
  'evidence.packLanguage': 'The language of those packs: `en` or `fr`.',
  'fleet.staleAfterHours': 'After how many hours without a report a workstation is unknown in every control.',
  'fleet.bundleFile':
    'The signed bundle of the policy that workstations are handed when they report; read anew each time.',
  'retention.sweepEveryMs': 'How often a running post erases what is past its lifetime.',
  'retention.backupDays':
    'For how many days backups of the database are kept; certificates of erasure say it. 0: not said.',
  'console.host': 'The address the console listens on.',
  'console.port': 'The port the console listens on; 0 takes any free one.',
  'console.publicUrl': 'The address people reach the console under, where a proxy with TLS stands before it.',
  'console.hosts': 'Further host names under which the console may be opened.',
  'files.remindAfterDays': 'After how many days at the vendor an uploaded file is called overdue.',
  'files.reconcileEveryMs':
    'How often a running post compares its inventory of files with the vendors’ lists and reminds of overdue ones; 0 for never.',
  'catalogue.archives':
    'Archives of vendors’ terms (Open Terms Archive: folders, bundles or addresses) that a running post compares the catalogue with.',
  'catalogue.watchEveryMs': 'How often it does.',
  'catalogue.keys': 'The public keys that newer catalogues may be signed with.',
  'egress.mode':
    'The forward proxy: off, observe (let through and record), warn (tell the operator as well) or enforce.',
  'egress.host': 'The address the forward proxy listens on.',
  'egress.port': 'The port the forward proxy listens on; 0 takes any free one.',
  'egress.tlsPort': 'The port the forward proxy listens on over TLS; 0: none.',
  'egress.tlsCertificate': 'The file of its certificate and those above it, in PEM; read again every hour.',
  'egress.tlsKey': 'The file of its private key, in PEM.',
  'egress.callerAuthorities':
    'The file of the authorities, in PEM, whose certificates tell the proxy over TLS which workstation asks; empty: none.',
  'egress.ports': 'The ports that may be connected to.',
  'egress.otherHosts': 'What becomes of hosts the policy has no word for: refuse or pass.',
  'egress.observed': 'Rules that only record, where the mode is enforce.',
  'egress.warned': 'Rules that only record and tell the operator, where the mode is enforce.',
  'egress.networks':
    'From where one need not say who one is; elsewhere the octroi key, or a workstation’s pass, is the proxy’s password.',
  'egress.reachable': 'Inner networks that may be reached through the proxy all the same.',
  'egress.inspected':
    'Hosts that are looked inside of, by the names of their connections: each request is judged by its path. Opens nothing that a rule refuses.',
  'egress.tenants':
    'The company’s own value of headers that hold an account to its organisation, as HEADER=VALUE; for Anthropic the contracts’ organisations stand in where none is given.',
  'egress.upstreamAuthorities':
    'A file of certificates, in PEM, of authorities that are trusted for inspected hosts beyond the system’s own; empty: none.',
  'egress.uninspectable':
    'What becomes of a client that does not take the certificate for an inspected host: refuse, or pass, by its host alone.',
  'egress.uninspectableMs': 'For how long that is held of it; then it is tried again.',
  'egress.gatewaySources':
    'Addresses and names under which gateways stand in imported logs, besides this machine’s own addresses.',
  'egress.logFolder': 'A folder of logs of proxies and resolvers, read as they come; empty: none.',
  'egress.logEveryMs': 'How often that folder is looked at.',
  'egress.syslogHost': 'The address on which logs are taken by syslog.',
  'egress.syslogPort': 'The port on which logs are taken by syslog, UDP and TCP; 0: none.',
  'siem.file': 'The file that events for the SIEM are appended to, one a line as JSON (OCSF 1.8); empty writes none.',
  'siem.fileMaxBytes': 'How large that file may grow before it becomes FILE.1.',
  'siem.fileKeep': 'How many earlier files stay.',
  'siem.syslog':
    'The receiver that events are sent to as syslog (RFC 5424): tls://HOST:6514 or tcp://HOST:601; empty sends none.',
  'siem.syslogFormat': 'What a message of syslog holds: ocsf (JSON) or cef.',
  'siem.otlp':
    'The collector that events are sent to as OpenTelemetry logs: https://HOST:4318/v1/logs; empty sends none.',
  'siem.otlpEncoding': 'How they are written: protobuf or json.',
  'siem.otlpHeadersFile': 'The file with headers for that collector, one a line as NAME: VALUE, such as a token.',
  'siem.caFile':
    'The file with the root certificates, in PEM, that both receivers are checked against; empty takes the usual ones.',
  'siem.certificateFile': 'The file with the certificate, in PEM, that octroi shows to both receivers.',
  'siem.keyFile': 'The file with that certificate’s private key, in PEM.',
  'siem.paths': 'Whether events tell the paths of files: masked (home folders as ~) or none.',
  'siem.since': 'From which day or instant on (UTC) a receiver that is new gets events; empty sends it the whole log.',
  'siem.waitMs': 'How long a receiver may take for a batch before it is sent again.',
} as const;
