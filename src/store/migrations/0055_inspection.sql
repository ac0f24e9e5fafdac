-- The authorities under which the forward proxy shows certificates for the hosts it looks inside of. They are never
-- changed: another list of hosts makes another one, and for a while both are good.
create table inspection_authority (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  hosts text[] not null,
  certificate_pem text not null,
  key_sealed bytea not null,
  made_at timestamptz not null,
  not_after timestamptz not null,
  primary key (tenant_id, id)
);
comment on table inspection_authority is 'hosts: sorted; the certificate can speak for these alone (nameConstraints). key_sealed: PKCS #8, under the installation''s master key.';

alter table inspection_authority enable row level security;
alter table inspection_authority force row level security;
create policy inspection_authority_rows on inspection_authority
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert on inspection_authority to octroi_app;
