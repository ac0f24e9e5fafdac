-- The ledger, first part: records that are only ever added. The tree over them comes with its own migration.

-- A group commit holds records of several tenants, so the writer names the tenants of its batch.
create function octroi_append_tenants() returns uuid[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('octroi.append_tenants', true), ''), ',')::uuid[];

create table ledger_record (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null,
  recorded_at timestamptz not null,
  exchange_id uuid,
  workspace_id uuid,
  person_id uuid,
  session text,
  verdict text,
  part_kinds text[],
  body text not null,
  primary key (tenant_id, id)
);
-- A declaration is some kilobytes, half of it keyed fingerprints, which do not compress: trying cost a tenth of a request's
-- CPU (measured). It stays in its row, as it is.
alter table ledger_record alter column body set storage external;
alter table ledger_record set (toast_tuple_target = 8160);
comment on table ledger_record is 'body: canonical JSON (RFC 8785), the record itself. The other columns repeat what queries filter by.';

create index ledger_record_exchange on ledger_record (tenant_id, exchange_id) where exchange_id is not null;
create index ledger_record_recorded on ledger_record (tenant_id, recorded_at desc, id desc);
create index ledger_record_session on ledger_record (tenant_id, session) where kind = 'exchange_declared' and session is not null;

create table ledger_abandoned_check (
  tenant_id uuid primary key references tenant (id),
  closed_until timestamptz not null
);
comment on table ledger_abandoned_check is 'Every exchange declared before closed_until has its end on record, so start-up need not look there again.';
alter table ledger_abandoned_check enable row level security;
alter table ledger_abandoned_check force row level security;
create policy ledger_abandoned_check_rows on ledger_abandoned_check
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert, update on ledger_abandoned_check to octroi_app;

alter table ledger_record enable row level security;
alter table ledger_record force row level security;
create policy ledger_record_read on ledger_record for select using (tenant_id = octroi_tenant());
create policy ledger_record_append on ledger_record for insert
  with check (tenant_id = any ((select octroi_append_tenants())::uuid[]) or tenant_id = octroi_tenant());
grant select, insert on ledger_record to octroi_app;

-- Grants stop the application; the trigger stops the owner as well, so that changing history takes a visible act (dropping it).
create function ledger_record_is_append_only() returns trigger
  language plpgsql as $$
begin
  raise exception 'ledger_record is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger ledger_record_append_only before update or delete on ledger_record
  for each row execute function ledger_record_is_append_only();
create trigger ledger_record_no_truncate before truncate on ledger_record
  for each statement execute function ledger_record_is_append_only();
