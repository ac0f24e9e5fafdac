import type { Setting } from './table.ts';

/** The settings of the forward proxy. */
export const egressSettings = [
  { path: 'egress.mode', kind: 'text', fallback: 'off', environment: 'OCTROI_EGRESS_MODE' },
  { path: 'egress.host', kind: 'text', fallback: '127.0.0.1', environment: 'OCTROI_EGRESS_HOST' },
  {
    path: 'egress.port',
    kind: 'integer',
    unit: 'port',
    min: 0,
    max: 65_535,
    fallback: 8042,
    environment: 'OCTROI_EGRESS_PORT',
  },
  { path: 'egress.ports', kind: 'list', fallback: ['443'], environment: 'OCTROI_EGRESS_PORTS' },
  { path: 'egress.otherHosts', kind: 'text', fallback: 'refuse', environment: 'OCTROI_EGRESS_OTHER_HOSTS' },
  { path: 'egress.observed', kind: 'list', fallback: [], environment: 'OCTROI_EGRESS_OBSERVED' },
  { path: 'egress.warned', kind: 'list', fallback: [], environment: 'OCTROI_EGRESS_WARNED' },
  { path: 'egress.networks', kind: 'list', fallback: ['127.0.0.1', '::1'], environment: 'OCTROI_EGRESS_NETWORKS' },
  { path: 'egress.reachable', kind: 'list', fallback: [], environment: 'OCTROI_EGRESS_REACHABLE' },
  { path: 'egress.logFolder', kind: 'text', fallback: '', environment: 'OCTROI_EGRESS_LOG_FOLDER' },
  {
    path: 'egress.logEveryMs',
    kind: 'integer',
    unit: 'ms',
    min: 1_000,
    max: 86_400_000,
    fallback: 60_000,
    environment: 'OCTROI_EGRESS_LOG_EVERY_MS',
  },
  { path: 'egress.syslogHost', kind: 'text', fallback: '127.0.0.1', environment: 'OCTROI_EGRESS_SYSLOG_HOST' },
  {
    path: 'egress.syslogPort',
    kind: 'integer',
    unit: 'port',
    min: 0,
    max: 65_535,
    fallback: 0,
    environment: 'OCTROI_EGRESS_SYSLOG_PORT',
  },
] as const satisfies readonly Setting[];
