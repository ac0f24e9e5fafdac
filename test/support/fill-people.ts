import { requestAct } from '../../src/console-api/index.ts';
import {
  announceChange,
  beginDevice,
  decideAttempt,
  findAttempt,
  identify,
  invitePerson,
  openAttempt,
  providedPerson,
  redeemDevice,
  type Tenancy,
} from '../../src/tenancy/index.ts';
import { beginAttempt, grantExemption, noteModuleVersions, recordAttestation } from '../../src/training/index.ts';
import { catalogue, usualRules } from './training.ts';

export const peopleTables = [
  'person_account',
  'person_role',
  'training_attestation',
  'training_attempt',
  'training_module_version',
  'training_exemption',
  'dual_control_request',
  'person_passkey',
  'person_invite',
  'person_identity',
  'device_sign_in',
  'sign_in_attempt',
  'client_session',
  'client_token',
] as const;

/** A person from an identity provider, trained, whose client is signed in while another waits. */
export async function fillPeople(tenancy: Tenancy, tenantId: string, name: string): Promise<void> {
  const rules = { workspaces: [{ group: '*', target: name }], roles: [{ group: '*', target: 'lead' }] };
  const parts = { tenancy, tenantId, accessMs: 60_000, sessionMs: 60_000, provider: undefined, rules };
  const identity = { issuer: 'https://idp.example', subject: name, name, groups: [], refreshToken: 'secret' };
  await invitePerson(tenancy, {
    tenantId,
    personName: name,
    workspaceNames: [name],
    roles: [],
    language: 'en',
    actor: 'console',
  });
  const { personId } = await providedPerson(parts, { identity, language: 'en' });
  const attested = { module: 'ai', validUntil: '2027-01-31', document: name, actor: 'console' } as const;
  await recordAttestation({ ...tenancy, announce: announceChange }, { tenantId, personId, ...attested });
  await fillTraining(tenancy, { tenantId, personId });
  const open = async (): Promise<{ attempt: string; deviceCode: string }> => {
    const { userCode, deviceCode } = await beginDevice(parts, undefined);
    const attempt = (await openAttempt(parts, userCode)) ?? '';
    await identify(parts, attempt, { personId, by: 'identity_provider', providerToken: 'secret' });
    return { attempt, deviceCode };
  };
  const { attempt, deviceCode } = await open();
  const [workspace] = (await findAttempt(parts, attempt))?.person?.workspaces ?? [];
  await decideAttempt(parts, attempt, { kind: 'approved', workspaceId: workspace?.id ?? '' });
  await redeemDevice(parts, deviceCode);
  await open();
  const key = { tenant_id: tenantId, credential_id: name, person_id: personId, public_key: Buffer.of(1), counter: 0 };
  await tenancy.store.inTenant(tenantId, (db) =>
    db
      .insertInto('person_passkey')
      .values({ ...key, transports: [], created_at: new Date() })
      .execute(),
  );
  const person = { tenantId, personId, rights: ['reveal'] } as const;
  await requestAct(tenancy, person, { act: 'reveal_person', subjectId: personId, reason: name });
}

/** A person who has begun a module, and may send for an hour without it. */
export async function fillTraining(tenancy: Tenancy, of: { readonly tenantId: string; readonly personId: string }) {
  const parts = { ...tenancy, announce: announceChange };
  await noteModuleVersions(parts, of.tenantId, catalogue);
  await beginAttempt(parts, usualRules, { ...of, module: 'commercial-or-consumer', language: 'en' });
  await grantExemption(parts, { ...of, hours: 1, reason: 'incident in production', actor: 'console' });
}
