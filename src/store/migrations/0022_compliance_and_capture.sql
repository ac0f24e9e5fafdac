-- Keys for the vendor's compliance API, and what two persons agreed to have captured.

create table contract_compliance_key (
  tenant_id uuid not null references tenant (id),
  contract_id uuid not null,
  base_url text not null,
  key_sealed bytea not null,
  created_at timestamptz not null,
  primary key (tenant_id, contract_id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id)
);
comment on table contract_compliance_key is 'A Compliance Access Key of the organisation that a contract is with, sealed under the master key.';

create table capture_approval (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  label text not null,
  purpose text not null,
  days int not null check (days between 1 and 30),
  requested_by uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  approved_by uuid,
  approved_at timestamptz,
  ended_by uuid,
  ended_at timestamptz,
  primary key (tenant_id, id),
  check (approved_by is distinct from requested_by),
  check ((approved_by is null) = (approved_at is null)),
  check ((ended_by is null) = (ended_at is null))
);
comment on table capture_approval is 'Content of a label may be captured for a purpose, each captured part for so many days: in force while a second person approved it and nobody ended it. The captured content itself stands in the ledger, sealed (content_captured).';
create index capture_approval_open on capture_approval (tenant_id, label) where ended_at is null;

do $$
declare name text;
begin
  foreach name in array array['contract_compliance_key', 'capture_approval'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

grant select, insert, update, delete on contract_compliance_key to octroi_app;
grant select, insert, update on capture_approval to octroi_app;
