-- The ledger, second part: records are sealed, each under its person's key, and stand in a log whose every state is signed.
-- What was recorded before this in clear moves to a table of its own, from where start-up seals it and puts it in the log.

-- Keys stand in tables of their own, so that backups can leave them out (pg_dump --exclude-table): a backup that holds both
-- a ciphertext and its key would bring back what was erased.
create table ledger_tenant_key (
  tenant_id uuid primary key references tenant (id),
  sealed bytea not null,
  created_at timestamptz not null
);
comment on table ledger_tenant_key is 'Wraps the secrets of the tenant''s persons. sealed: AES-256-GCM under the master key.';

create table ledger_subject_key (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  subject_id uuid not null,
  wrapped bytea,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table ledger_subject_key is 'The secret of a person (or of the tenant itself, for what concerns nobody). wrapped: AES-256-GCM under the tenant''s key; NULL once it was destroyed.';
create unique index ledger_subject_key_in_use on ledger_subject_key (tenant_id, subject_id) where wrapped is not null;

alter table ledger_record rename to ledger_record_in_clear;
alter index ledger_record_pkey rename to ledger_record_in_clear_pkey;
drop index ledger_record_exchange, ledger_record_recorded, ledger_record_session;
drop trigger ledger_record_append_only on ledger_record_in_clear;
drop trigger ledger_record_no_truncate on ledger_record_in_clear;
revoke insert on ledger_record_in_clear from octroi_app;
grant delete on ledger_record_in_clear to octroi_app;
create policy ledger_record_in_clear_seal on ledger_record_in_clear for delete using (tenant_id = octroi_tenant());

create table ledger_record (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  class text not null,
  policy_version text,
  exchange_id uuid,
  workspace_id uuid,
  person_id uuid,
  session text,
  verdict text,
  part_kinds text[],
  subject_key_id uuid not null,
  subject bytea not null,
  commitment bytea not null,
  wrapped_key bytea not null,
  payload bytea not null,
  primary key (tenant_id, id)
);
-- Ciphertext does not compress. It stays in its row up to the size of a page.
alter table ledger_record alter column payload set storage external;
alter table ledger_record set (toast_tuple_target = 8160);
comment on table ledger_record is 'payload: the record''s canonical JSON (RFC 8785), AES-256-GCM under a key of its own; wrapped_key: that key under its person''s. subject and commitment stand in the log''s leaf too. The other columns are what queries filter by.';
create index ledger_record_exchange on ledger_record (tenant_id, exchange_id) where exchange_id is not null;
create index ledger_record_recorded on ledger_record (tenant_id, recorded_at desc, id desc);
create index ledger_record_session on ledger_record (tenant_id, session) where kind = 'exchange_declared' and session is not null;
create trigger ledger_record_append_only before update or delete on ledger_record
  for each row execute function ledger_record_is_append_only();
create trigger ledger_record_no_truncate before truncate on ledger_record
  for each statement execute function ledger_record_is_append_only();

-- What the next leaves will say, written in the statement that writes the records, taken away by the one that logs them.
create table ledger_waiting (
  tenant_id uuid not null references tenant (id),
  arrival bigint generated always as identity,
  record_id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  class text not null,
  policy_version text,
  subject bytea not null,
  commitment bytea not null,
  primary key (tenant_id, arrival)
);

create table ledger_log (
  tenant_id uuid primary key references tenant (id),
  origin text not null unique check (origin <> ''),
  size bigint not null,
  checkpoint text not null,
  checkpoint_at timestamptz not null,
  archived_at timestamptz not null
);
comment on table ledger_log is 'One log a tenant. checkpoint: the signed head (C2SP tlog-checkpoint); archived_at: when a head was last kept for good.';

create table ledger_position (
  tenant_id uuid not null references tenant (id),
  record_id uuid not null,
  seq bigint not null,
  primary key (tenant_id, record_id)
);
comment on table ledger_position is 'Where in the log a record''s leaf stands.';

create table ledger_tile (
  tenant_id uuid not null references tenant (id),
  level smallint not null,
  index bigint not null,
  width smallint not null,
  data bytea not null,
  primary key (tenant_id, level, index)
);
alter table ledger_tile alter column data set storage external;
comment on table ledger_tile is 'The log as C2SP tlog-tiles lays it out; level -1 are the bundles of entries. The last of each level grows until it is 256 wide.';

create table ledger_checkpoint (
  tenant_id uuid not null references tenant (id),
  size bigint not null,
  signed_at timestamptz not null,
  note text not null,
  is_cosigned boolean not null,
  time_stamp bytea,
  primary key (tenant_id, size, signed_at)
);
comment on table ledger_checkpoint is 'Heads that are kept: at least one a period, also when nothing was recorded, and one at each change of keys. note: with the cosignatures it has got; time_stamp: RFC 3161, over that note.';

create table ledger_signing_key (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('ed25519', 'ml_dsa_44')),
  vkey text not null,
  sealed bytea not null,
  created_at timestamptz not null,
  retired_at timestamptz,
  primary key (tenant_id, id)
);
comment on table ledger_signing_key is 'The keys that sign the log''s heads. sealed: PKCS #8, AES-256-GCM under the master key.';

do $$
declare name text;
begin
  foreach name in array array['ledger_tenant_key', 'ledger_subject_key', 'ledger_record', 'ledger_waiting', 'ledger_log',
      'ledger_position', 'ledger_tile', 'ledger_checkpoint', 'ledger_signing_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
  end loop;
  foreach name in array array['ledger_tenant_key', 'ledger_subject_key', 'ledger_log', 'ledger_position', 'ledger_tile',
      'ledger_checkpoint', 'ledger_signing_key'] loop
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

-- The group commit writes for the tenants it names; to learn which of its rows were new it must be able to read these.
create policy ledger_record_read on ledger_record for select
  using (tenant_id = octroi_tenant() or tenant_id = any ((select octroi_append_tenants())::uuid[]));
create policy ledger_record_append on ledger_record for insert
  with check (tenant_id = any ((select octroi_append_tenants())::uuid[]) or tenant_id = octroi_tenant());
create policy ledger_waiting_read on ledger_waiting for select using (tenant_id = octroi_tenant());
create policy ledger_waiting_take on ledger_waiting for delete using (tenant_id = octroi_tenant());
create policy ledger_waiting_append on ledger_waiting for insert
  with check (tenant_id = any ((select octroi_append_tenants())::uuid[]) or tenant_id = octroi_tenant());

grant select, insert on ledger_tenant_key, ledger_subject_key, ledger_record, ledger_position to octroi_app;
grant select, insert, delete on ledger_waiting to octroi_app;
grant select, insert, update on ledger_log, ledger_tile, ledger_checkpoint, ledger_signing_key to octroi_app;

-- Everything that waits is read and taken in the order of its arrival, and most of the table is gone a second later: the
-- planner must not take its size of a moment ago for what is in it.
alter table ledger_waiting set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
