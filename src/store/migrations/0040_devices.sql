-- Workstations that report on themselves, and what each report said of each control. What decided it stands in the
-- report's record alone, sealed, and goes when its lifetime ends; what stays here names nobody.

create table device (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  name text not null,
  code_hash text,
  code_expires_at timestamptz not null,
  public_key text,
  system text check (system in ('linux', 'macos', 'windows')),
  enrolled_at timestamptz,
  revoked_at timestamptz,
  last_sequence integer not null default 0,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  check ((public_key is null) = (enrolled_at is null))
);
comment on table device is 'A workstation. name: what its operator calls it. code_hash: SHA-256 of the one-time code; a device that comes again with its code and the same key is answered as before. last_sequence: of the last report that was taken.';
create unique index device_code on device (tenant_id, code_hash) where code_hash is not null;

create table device_report (
  tenant_id uuid not null references tenant (id),
  record_id uuid not null,
  device_id uuid not null,
  sequence integer not null,
  digest text not null,
  reported_at timestamptz not null,
  received_at timestamptz not null,
  program text not null,
  controls jsonb not null,
  primary key (tenant_id, record_id),
  unique (tenant_id, device_id, sequence),
  foreign key (tenant_id, device_id) references device (tenant_id, id)
);
comment on table device_report is 'A report that was taken. record_id: the record that holds it. digest: SHA-256 of the signed report. controls: by control the worst state over the persons of the device.';
create index device_report_times on device_report (tenant_id, device_id, reported_at desc);

do $$
declare name text;
begin
  foreach name in array array['device', 'device_report'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

grant select, insert on device to octroi_app;
grant update (code_hash, public_key, system, enrolled_at, revoked_at, last_sequence) on device to octroi_app;
grant select, insert on device_report to octroi_app;
