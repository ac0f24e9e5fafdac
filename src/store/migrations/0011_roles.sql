-- Roles of persons, what they learned, their sessions at the console, and acts that take two of them.

create table person_role (
  tenant_id uuid not null references tenant (id),
  person_id uuid not null,
  role text not null check (role ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
  source text not null check (source in ('granted', 'identity_provider')),
  since timestamptz not null,
  primary key (tenant_id, person_id, role, source),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
comment on table person_role is 'Words by which policies and the console know a person. source: granted by an operator, which stays until it is revoked; or by the identity provider, which follows the groups there.';

create table training_attestation (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  module text not null check (module ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  valid_until date not null,
  document text,
  recorded_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id)
);
comment on table training_attestation is 'A person has taken a module. Of a module the attestation recorded last counts, to the end of its day. document: where the proof lies.';
create index training_attestation_person on training_attestation (tenant_id, person_id, module, recorded_at desc);

do $$
declare name text;
begin
  foreach name in array array['person_role', 'training_attestation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

-- What a person holds no more is removed; that it was held stands in the ledger.
grant select, insert, delete on person_role to octroi_app;
grant select, insert on training_attestation to octroi_app;

-- A browser that signs in to the console waits for no device. Such a session belongs to a person; that of a link to nobody.
alter table sign_in_attempt alter column device_id drop not null;
alter table console_session add column person_id uuid;
alter table console_session add foreign key (tenant_id, person_id) references person_account (tenant_id, person_id);

create table dual_control_request (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  act text not null,
  subject_id uuid not null,
  reason_sealed bytea not null,
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  decision text check (decision in ('confirmed', 'declined', 'withdrawn')),
  decided_by uuid,
  decided_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, requested_by) references person_account (tenant_id, person_id),
  foreign key (tenant_id, decided_by) references person_account (tenant_id, person_id),
  constraint two_persons check (decision is distinct from 'confirmed' or decided_by <> requested_by)
);
comment on table dual_control_request is 'An act that one person asks for and another confirms before expires_at. subject_id: whom or what it is about. reason_sealed: AES-256-GCM under the master key.';
alter table dual_control_request enable row level security;
alter table dual_control_request force row level security;
create policy dual_control_request_rows on dual_control_request
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert on dual_control_request to octroi_app;
grant update (decision, decided_by, decided_at, expires_at) on dual_control_request to octroi_app;

-- Until now roles were written down beside the account, and nothing asked for them. They stay as words; none of them is
-- one that the console knows, so nobody gets a right by this.
alter table person_account no force row level security;
alter table person_identity no force row level security;
alter table person_role no force row level security;
insert into person_role (tenant_id, person_id, role, source, since)
  select account.tenant_id, account.person_id, word,
    case when exists (select from person_identity as identity
      where identity.tenant_id = account.tenant_id and identity.person_id = account.person_id)
      then 'identity_provider' else 'granted' end,
    account.created_at
  from person_account as account, unnest(account.roles) as word
  on conflict do nothing;
alter table person_account force row level security;
alter table person_identity force row level security;
alter table person_role force row level security;
alter table person_account drop column roles;
comment on table person_account is 'A person who may sign in. workspace_ids: what they may choose; for persons of an identity provider as it was at their last sign-in.';
