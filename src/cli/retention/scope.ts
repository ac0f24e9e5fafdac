import type { RetentionScope } from '../../ledger/index.ts';
import { listWorkspaces, resolvePerson } from '../../tenancy/index.ts';
import { cliError } from '../errors.ts';
import type { Installation } from '../wire.ts';

/**
 * Reads `person:NAME`, `conversation:SESSION`, `workspace:NAME`, `class:CLASS` or `all`; names become ids.
 * @throws cli_option_invalid, tenancy_person_unknown
 */
export async function scopeOption({ tenancy, store, tenant }: Installation, text: string): Promise<RetentionScope> {
  if (text === 'all') return { kind: 'all', value: '' };
  const [kind, ...rest] = text.split(':');
  const value = rest.join(':').trim();
  if (value !== '' && kind === 'person')
    return { kind, value: await resolvePerson(tenancy, { tenantId: tenant.id, person: value }) };
  if (value !== '' && (kind === 'conversation' || kind === 'class')) return { kind, value };
  if (value !== '' && kind === 'workspace') {
    const found = (await listWorkspaces(store, tenant.id)).find(({ id, name }) => name === value || id === value);
    if (found) return { kind, value: found.id };
  }
  throw cliError('cli_option_invalid', { option: '--scope', value: text });
}

/** A scope as it is written. */
export function scopeText({ kind, value }: RetentionScope): string {
  return kind === 'all' ? kind : `${kind}:${value}`;
}
