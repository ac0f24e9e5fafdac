export const tenantId = '01a214cd-5a1e-70f1-821e-000000000001';
export const id = (at: number): string => `01a214cd-5a1e-70f1-821e-${String(at).padStart(12, '0')}`;

export const names = {
  persons: new Map([[id(10), 'quercus-0042']]),
  workspaces: new Map([[id(11), 'billing']]),
};

export const common = { id: id(2), tenantId, recordedAt: '2026-11-20T08:00:00.123Z' };
export const sender = { personId: id(10), workspaceId: id(11), keyId: id(12), contractId: id(13) };
export const client = {
  userAgent: 'claude-cli/2.1.0 (external, cli)',
  sessionId: 'session-1',
  agentId: 'agent-1',
  deviceId: 'device-1',
  settings: 'current',
} as const;
export const request = { wire: 'anthropic', method: 'POST', path: '/v1/messages' } as const;
export const exchangeId = id(3);
export const person = { personId: id(10) };
export const actor = 'command_line' as const;

export const secret = {
  detector: 'aws-access-key',
  kind: 'aws_access_key',
  class: 'secret',
  span: [3, 23],
  fingerprint: 'fp-secret',
  handling: 'redacted',
} as const;
