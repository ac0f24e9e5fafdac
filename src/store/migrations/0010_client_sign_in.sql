-- Sign-in of persons: their accounts here, who they are at the company's identity provider, and the sessions of their
-- clients. Secrets that somebody presents (codes, links, tokens) are stored as SHA-256 of random values, passwords as Argon2id.

create table person_account (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  workspace_ids uuid[] not null,
  roles text[] not null default '{}',
  password_hash text,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, person_id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
comment on table person_account is 'A person who may sign in. workspace_ids, roles: what they may choose and do; for persons of an identity provider as it was at their last sign-in.';

create table person_passkey (
  tenant_id uuid not null references tenant (id),
  credential_id text not null,
  person_id uuid not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, credential_id),
  foreign key (tenant_id, person_id) references person_account (tenant_id, person_id)
);

create table person_invite (
  tenant_id uuid not null references tenant (id),
  invite_hash text primary key,
  person_id uuid not null,
  challenge text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  foreign key (tenant_id, person_id) references person_account (tenant_id, person_id)
);

create table person_identity (
  tenant_id uuid not null references tenant (id),
  issuer text not null,
  subject text not null,
  person_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, issuer, subject),
  foreign key (tenant_id, person_id) references person_account (tenant_id, person_id)
);

create table device_sign_in (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  device_code_hash text not null unique,
  user_code_hash text not null,
  surface text,
  interval_seconds int not null,
  polled_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  decision text check (decision in ('approved', 'denied')),
  person_id uuid,
  workspace_id uuid,
  signed_in_by text check (signed_in_by in ('identity_provider', 'password', 'passkey')),
  provider_token_sealed bytea,
  redeemed_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, user_code_hash),
  foreign key (tenant_id, person_id) references person_account (tenant_id, person_id),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id)
);
comment on table device_sign_in is 'One run of the device flow (RFC 8628), from the codes to the tokens.';

create table sign_in_attempt (
  tenant_id uuid not null references tenant (id),
  attempt_hash text primary key,
  device_id uuid not null,
  secrets_sealed bytea,
  person_id uuid,
  signed_in_by text check (signed_in_by in ('identity_provider', 'password', 'passkey')),
  provider_token_sealed bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  foreign key (tenant_id, device_id) references device_sign_in (tenant_id, id) on delete cascade,
  foreign key (tenant_id, person_id) references person_account (tenant_id, person_id)
);
comment on table sign_in_attempt is 'A browser that entered a user code. secrets_sealed: what the answer of the identity provider or of a passkey is checked against.';

create table client_session (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  workspace_id uuid not null,
  surface text,
  signed_in_by text not null check (signed_in_by in ('identity_provider', 'password', 'passkey')),
  provider_token_sealed bytea,
  created_at timestamptz not null,
  refreshed_at timestamptz,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person_account (tenant_id, person_id),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id)
);
comment on table client_session is 'A client that is signed in as a person in a workspace. provider_token_sealed: the refresh token of the identity provider, asked at each refresh.';
create index client_session_person on client_session (tenant_id, person_id) where ended_at is null;

create table client_token (
  tenant_id uuid not null references tenant (id),
  token_hash text primary key,
  session_id uuid not null,
  kind text not null check (kind in ('access', 'refresh')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  replaced_at timestamptz,
  foreign key (tenant_id, session_id) references client_session (tenant_id, id)
);
create index client_token_session on client_token (tenant_id, session_id);

do $$
declare name text;
begin
  foreach name in array array['person_account', 'person_passkey', 'person_invite', 'person_identity', 'device_sign_in',
    'sign_in_attempt', 'client_session', 'client_token'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['person_account', 'person_passkey', 'person_invite', 'person_identity', 'device_sign_in',
    'sign_in_attempt', 'client_session'] loop
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

create policy client_token_rows on client_token
  using (tenant_id = octroi_tenant() or token_hash = octroi_presented_hash())
  with check (tenant_id = octroi_tenant());

grant select, insert, update on person_account, person_passkey, person_invite, client_session to octroi_app;
grant select, insert on person_identity to octroi_app;
-- What has expired is of no use to anybody and is removed; what happened stands in the ledger.
grant select, insert, update, delete on device_sign_in, sign_in_attempt, client_token to octroi_app;
