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
] as const satisfies readonly Setting[];
