import type { FingerprintKey } from '../base/index.ts';
import type { Scoped } from '../store/index.ts';
import { credentialContext } from './contracts.ts';
import { hookSubject, isHookToken } from './hook-token.ts';
import { keyState } from './keys.ts';
import { hashOctroiKey, octroiSecretKind } from './octroi-key.ts';
import { rolesHeld } from './roles.ts';
import { fingerprintKey, type Language, type Tenancy } from './tenants.ts';

/** What an octroi key stands for: who sends, in which workspace, under which contract and with which credential. */
export type Admission = {
  readonly tenantId: string;
  readonly fingerprintKey: FingerprintKey;
  readonly sender: {
    readonly workspaceId: string;
    readonly personId: string;
    readonly keyId: string;
    readonly contractId: string;
  };
  /** What policies know of the person: roles, and to the end of which days their training holds. */
  readonly person: { readonly roles: readonly string[] } & PersonTraining;
  readonly language: Language;
  /** The workspace's name, by which policies speak of it. */
  readonly workspaceName: string;
  readonly contract: {
    readonly name: string;
    readonly vendor: string;
    readonly plan: string;
    readonly upstreamUrl: string;
    readonly credential: { readonly kind: 'api_key' | 'bearer'; readonly value: string };
    readonly organizationId: string | undefined;
    readonly isStopped: boolean;
  };
};

export type AdmissionAnswer =
  | { readonly kind: 'admitted'; readonly admission: Admission; readonly expiresAt: Date }
  | {
      readonly kind: 'refused';
      readonly reason: 'unknown' | 'expired' | 'revoked' | 'no_contract';
      readonly language?: Language;
    };

/** Days in UTC, good to their end: the latest of all, and that of each module. An exemption ends at an instant. */
export type PersonTraining = {
  readonly trainingValidUntil?: string;
  readonly trainings?: Readonly<Record<string, string>>;
  readonly trainingExemptUntil?: string;
};

/** Tells how far a person's training holds, inside a transaction; handed in by the wiring. */
export type TrainingOf = (db: Scoped, personId: string) => Promise<PersonTraining>;

export type Presented = { readonly secret: string; readonly trainingOf: TrainingOf };

/** Looks an octroi key, an access token or a hook's token up in the database. */
export async function findAdmission(tenancy: Tenancy, { secret, trainingOf }: Presented): Promise<AdmissionAnswer> {
  const key = await findPresented(tenancy, secret);
  if (!key) return { kind: 'refused', reason: 'unknown' };
  return tenancy.store.inTenant(key.tenant_id, async (db) => {
    const { language, disabled_at: disabledAt } = await db
      .selectFrom('person')
      .leftJoin('person_account as account', (join) =>
        join.onRef('account.person_id', '=', 'person.id').onRef('account.tenant_id', '=', 'person.tenant_id'),
      )
      .select(['person.language', 'account.disabled_at'])
      .where('person.id', '=', key.person_id)
      .executeTakeFirstOrThrow();
    const state = keyState({ ...key, revoked_at: key.revoked_at ?? disabledAt }, tenancy.now());
    if (state !== 'active') return { kind: 'refused', reason: state, language };
    const workspace = await db
      .selectFrom('workspace')
      .select(['name', 'contract_id'])
      .where('id', '=', key.workspace_id)
      .executeTakeFirstOrThrow();
    const contract = await findContract(db, workspace.contract_id);
    if (!contract) return { kind: 'refused', reason: 'no_contract', language };
    const training = await trainingOf(db, key.person_id);
    const credential = tenancy.vault.unseal(contract.credential_sealed, credentialContext(key.tenant_id, contract.id));
    const admission: Admission = {
      tenantId: key.tenant_id,
      fingerprintKey: await fingerprintKey(db, tenancy.vault, key.tenant_id),
      sender: { workspaceId: key.workspace_id, personId: key.person_id, keyId: key.id, contractId: contract.id },
      person: { roles: await rolesHeld(db, key.person_id), ...training },
      language,
      workspaceName: workspace.name,
      contract: {
        name: contract.name,
        vendor: contract.vendor,
        plan: contract.plan,
        upstreamUrl: contract.upstream_url,
        credential: { kind: contract.credential_kind, value: credential.toString() },
        organizationId: contract.organization_id ?? undefined,
        isStopped: contract.stopped_at !== null,
      },
    };
    return { kind: 'admitted', admission, expiresAt: key.expires_at };
  });
}

// How long a hook's token is admitted from memory before its person is looked up again.
const hookMemoryMs = 60_000;

type Found = {
  readonly tenant_id: string;
  /** The key's own id, or that of the session a token belongs to. */
  readonly id: string;
  readonly person_id: string;
  readonly workspace_id: string;
  readonly expires_at: Date;
  readonly revoked_at: Date | null;
};

async function findPresented(tenancy: Tenancy, secret: string): Promise<Found | undefined> {
  if (isHookToken(secret)) return findHook(tenancy, secret);
  const hash = hashOctroiKey(secret);
  return octroiSecretKind(secret) === 'key' ? findKey(tenancy, hash) : findToken(tenancy, hash);
}

// It holds as long as its person does: settings carry it, and are made anew all the time.
async function findHook(tenancy: Tenancy, token: string): Promise<Found | undefined> {
  const subject = await hookSubject(tenancy, token);
  if (!subject) return undefined;
  const { tenantId, personId, workspaceId } = subject;
  const expiresAt = new Date(tenancy.now().getTime() + hookMemoryMs);
  const ids = { tenant_id: tenantId, id: personId, person_id: personId, workspace_id: workspaceId };
  return { ...ids, expires_at: expiresAt, revoked_at: null };
}

async function findKey({ store }: Tenancy, hash: string): Promise<Found | undefined> {
  return store.withPresentedHash(hash, (db) =>
    db.selectFrom('octroi_key').selectAll().where('key_hash', '=', hash).executeTakeFirst(),
  );
}

async function findToken({ store }: Tenancy, hash: string): Promise<Found | undefined> {
  const token = await store.withPresentedHash(hash, (db) =>
    db.selectFrom('client_token').selectAll().where('token_hash', '=', hash).executeTakeFirst(),
  );
  if (token?.kind !== 'access') return undefined;
  return store.inTenant(token.tenant_id, async (db) => {
    const sessions = db.selectFrom('client_session').selectAll().where('id', '=', token.session_id);
    const { ended_at: endedAt, ...session } = await sessions.executeTakeFirstOrThrow();
    return { ...session, expires_at: token.expires_at, revoked_at: endedAt };
  });
}

// A workspace's own contract, or else the tenant's first.
async function findContract(db: Scoped, ownId: string | null) {
  const contracts = db.selectFrom('contract').selectAll();
  if (ownId) return contracts.where('id', '=', ownId).executeTakeFirst();
  return contracts.orderBy('created_at').limit(1).executeTakeFirst();
}
