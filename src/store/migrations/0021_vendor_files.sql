-- Files that lie at vendors. No name and no content: the name stands in the record of the upload, sealed under the key of
-- the person who sent it, and goes with that key.

create table vendor_file (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  contract_id uuid not null,
  vendor_file_id text not null,
  workspace_id uuid,
  person_id uuid,
  record_id uuid,
  label text,
  media_type text,
  bytes bigint not null,
  uploaded_at timestamptz not null,
  expires_at timestamptz,
  seen_at timestamptz not null,
  ended_at timestamptz,
  ended_as text check (ended_as in ('deleted', 'gone')),
  primary key (tenant_id, id),
  unique (tenant_id, contract_id, vendor_file_id),
  foreign key (tenant_id, contract_id) references contract (tenant_id, id),
  foreign key (tenant_id, workspace_id) references workspace (tenant_id, id),
  check ((ended_at is null) = (ended_as is null))
);
comment on table vendor_file is 'A file at a vendor. person_id, record_id: null for one that was found there and not sent through here, and after the person was erased. seen_at: when the vendor last listed it. ended_as: deleted by octroi or through it, or gone when the vendor was asked.';
create index vendor_file_held on vendor_file (tenant_id, uploaded_at) where ended_at is null;

alter table vendor_file enable row level security;
alter table vendor_file force row level security;
create policy vendor_file_rows on vendor_file
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert, update on vendor_file to octroi_app;
