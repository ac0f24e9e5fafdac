import type { Setting } from './table.ts';

/** The settings of what is sent to systems outside. */
export const siemSettings = [
  { path: 'siem.file', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_FILE' },
  {
    path: 'siem.fileMaxBytes',
    kind: 'integer',
    unit: 'bytes',
    min: 65_536,
    max: 68_719_476_736,
    fallback: 104_857_600,
    environment: 'OCTROI_SIEM_FILE_MAX_BYTES',
  },
  {
    path: 'siem.fileKeep',
    kind: 'integer',
    min: 0,
    max: 1_000,
    fallback: 5,
    environment: 'OCTROI_SIEM_FILE_KEEP',
  },
  { path: 'siem.syslog', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_SYSLOG' },
  { path: 'siem.syslogFormat', kind: 'text', fallback: 'ocsf', environment: 'OCTROI_SIEM_SYSLOG_FORMAT' },
  { path: 'siem.otlp', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_OTLP' },
  { path: 'siem.otlpEncoding', kind: 'text', fallback: 'protobuf', environment: 'OCTROI_SIEM_OTLP_ENCODING' },
  { path: 'siem.otlpHeadersFile', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_OTLP_HEADERS_FILE' },
  { path: 'siem.caFile', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_CA_FILE' },
  { path: 'siem.certificateFile', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_CERTIFICATE_FILE' },
  { path: 'siem.keyFile', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_KEY_FILE' },
  { path: 'siem.paths', kind: 'text', fallback: 'masked', environment: 'OCTROI_SIEM_PATHS' },
  { path: 'siem.since', kind: 'text', fallback: '', environment: 'OCTROI_SIEM_SINCE' },
  {
    path: 'siem.waitMs',
    kind: 'integer',
    unit: 'ms',
    min: 100,
    max: 60_000,
    fallback: 10_000,
    environment: 'OCTROI_SIEM_WAIT_MS',
  },
] as const satisfies readonly Setting[];
