/** What the commands about systems outside say. */
export const cliSiem = {
  'option.since': 'from this instant on, UTC (2026-11-01 or 2026-11-01T08:00; default: the whole log)',
  'option.format': 'ocsf (JSON, one event a line; the default) or cef',
  'option.follow': 'go on as the log grows, until Ctrl-C',
  'siemExport.summary': 'Write the ledger as events for a SIEM, on standard output',
  'siemExport.notes':
    'Events come in the log’s order. One record may be two events: what was done, and what was found.\nPersons appear by pseudonym; siem.paths decides whether paths appear. No cursor is kept: that is what siem.file,\nsiem.syslog and siem.otlp are for, which a running post feeds.',
  'siemExport.missing': 'octroi: entries that the log does not keep any more: {count}.',
  'siemStatus.summary': 'Show how far each receiver of events has been sent the log',
  'siemStatus.notes': 'Exit code 1 where a receiver does not take events.',
  'siemStatus.none':
    'octroi: no receiver is set. Name one: siem.file, siem.syslog or siem.otlp in octroi.yaml, then start the post anew.',
  'siemStatus.columns': 'RECEIVER|ADDRESS|STATE|WAITING|SENT|LAST SENT|FAULT',
  'siemStatus.state.failing': 'failing since {since}',
  'siemStatus.state.behind': 'behind',
  'siemStatus.state.upToDate': 'up to date',
  'siemStatus.state.waiting': 'not begun',
  'siemStatus.state.removed': 'not set any more',
} as const;
