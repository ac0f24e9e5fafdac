-- Who may use the post: tenants, their workspaces, persons, keys and contracts.
-- Every table of a tenant carries tenant_id first in its key and has row-level security forced: without
-- `octroi.tenant` set in the transaction a query sees nothing, with it only that tenant's rows.

create function octroi_tenant() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('octroi.tenant', true), '')::uuid;

-- The hash of a secret the caller presents (an octroi key, a sign-in link, a session). It makes visible the one row
-- that holds this hash, so that a tenant can be found from a secret without a role that reads across tenants.
create function octroi_presented_hash() returns text
  language sql stable parallel safe
  return nullif(current_setting('octroi.presented_hash', true), '');

create table tenant (
  id uuid primary key,
  name text not null unique check (name <> ''),
  is_demo boolean not null default false,
  fingerprint_key_sealed bytea not null,
  created_at timestamptz not null
);
comment on table tenant is 'An organisation: the isolation boundary. fingerprint_key_sealed: AES-256-GCM under the master key.';
alter table tenant enable row level security;
alter table tenant force row level security;
-- octroi.scope = system lets start-up work list the tenants; it opens no other table.
create policy tenant_rows on tenant
  using (id = octroi_tenant() or current_setting('octroi.scope', true) = 'system')
  with check (id = octroi_tenant());

create table contract (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null check (name <> ''),
  vendor text not null,
  plan text not null,
  upstream_url text not null,
  organization_id text,
  credential_kind text not null check (credential_kind in ('api_key', 'bearer')),
  credential_sealed bytea not null,
  stopped_at timestamptz,
  stopped_reason text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name)
);
comment on table contract is 'The plan a tenant really holds with a vendor, and the sealed credential that the gateway uses upstream.';

create table workspace (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null check (name <> ''),
  contract_id uuid,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, name),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id)
);

create table person (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  pseudonym text not null,
  name_sealed bytea not null,
  name_fingerprint text not null,
  language text not null check (language in ('fr', 'en')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, pseudonym),
  unique (tenant_id, name_fingerprint)
);
comment on table person is 'Who sends. Screens show the pseudonym; the name is sealed, and found again only by its keyed fingerprint.';

create table octroi_key (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  workspace_id uuid not null,
  key_hash text not null unique,
  hint text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id)
);
comment on table octroi_key is 'key_hash: SHA-256 of the whole key (238 random bits, so no salt or stretching is needed). hint: its last four characters.';

do $$
declare name text;
begin
  foreach name in array array['contract', 'workspace', 'person', 'octroi_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
end $$;

create policy contract_rows on contract using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
create policy workspace_rows on workspace using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
create policy person_rows on person using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
create policy octroi_key_rows on octroi_key
  using (tenant_id = octroi_tenant() or key_hash = octroi_presented_hash())
  with check (tenant_id = octroi_tenant());

grant select, insert on tenant to octroi_app;
grant select, insert, update on contract, workspace, octroi_key to octroi_app;
grant select, insert on person to octroi_app;
