-- Trainings that octroi gives itself: attempts at a module's questions, the versions of modules, and exemptions.

alter table training_attestation add column version text;
alter table training_attestation add column statement_version text;
alter table training_attestation add column attempt_id uuid;
comment on column training_attestation.version is 'The version of the module that was taken; null where it was taken elsewhere and only recorded. After another version came into force it counts to the end of that day.';
create unique index training_attestation_attempt on training_attestation (tenant_id, attempt_id) where attempt_id is not null;

create table training_attempt (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  module text not null,
  version text not null,
  language text not null check (language in ('en', 'fr')),
  seed text not null,
  questions text[] not null,
  needed int not null,
  started_at timestamptz not null,
  submitted_at timestamptz,
  right_answers int,
  primary key (tenant_id, id),
  check ((submitted_at is null) = (right_answers is null)),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
comment on table training_attempt is 'One attempt at the questions of a module. seed: by which they were drawn and their answers shuffled. needed: how many right answers pass. Read by the person alone; nobody is compared by it.';
create index training_attempt_person on training_attempt (tenant_id, person_id, module, started_at desc);

create table training_module_version (
  tenant_id uuid not null references tenant (id),
  module text not null,
  in_force_since timestamptz not null,
  version text not null,
  primary key (tenant_id, module, in_force_since)
);
comment on table training_module_version is 'From when a version of a module is the one that is taught: whoever attested another renews it.';

create table training_exemption (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  person_id uuid not null,
  granted_at timestamptz not null,
  until timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, person_id) references person (tenant_id, id) on delete cascade
);
comment on table training_exemption is 'Somebody may send although their training is overdue, until an instant. Who granted it, and why, stands in the ledger alone.';
create index training_exemption_person on training_exemption (tenant_id, person_id, until desc);

do $$
declare name text;
begin
  foreach name in array array['training_attempt', 'training_module_version', 'training_exemption'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

grant select, insert on training_attempt, training_module_version, training_exemption to octroi_app;
grant update (submitted_at, right_answers) on training_attempt to octroi_app;

create or replace function tenancy_erase_person(erased uuid, tombstone uuid) returns void
  language plpgsql security definer as $$
begin
  perform retention_assert_tombstone(tombstone);
  if exists (select from retention_holds_on_person(erased)) then
    raise exception 'held' using errcode = 'OCT01';
  end if;
  -- What lies at a vendor goes on lying there: who sent it is nobody's business any more.
  update vendor_file set person_id = null, record_id = null where tenant_id = octroi_tenant() and person_id = erased;
  delete from training_exemption where tenant_id = octroi_tenant() and person_id = erased;
  delete from training_attempt where tenant_id = octroi_tenant() and person_id = erased;
  delete from training_attestation where tenant_id = octroi_tenant() and person_id = erased;
  delete from person_role where tenant_id = octroi_tenant() and person_id = erased;
  delete from dual_control_request where tenant_id = octroi_tenant()
    and erased in (subject_id, requested_by, decided_by);
  delete from console_session where tenant_id = octroi_tenant() and person_id = erased;
  delete from client_token where tenant_id = octroi_tenant() and session_id in (
    select id from client_session where tenant_id = octroi_tenant() and person_id = erased);
  delete from client_session where tenant_id = octroi_tenant() and person_id = erased;
  delete from sign_in_attempt where tenant_id = octroi_tenant() and (person_id = erased or device_id in (
    select id from device_sign_in where tenant_id = octroi_tenant() and person_id = erased));
  delete from device_sign_in where tenant_id = octroi_tenant() and person_id = erased;
  delete from person_passkey where tenant_id = octroi_tenant() and person_id = erased;
  delete from person_invite where tenant_id = octroi_tenant() and person_id = erased;
  delete from person_identity where tenant_id = octroi_tenant() and person_id = erased;
  delete from person_account where tenant_id = octroi_tenant() and person_id = erased;
  delete from octroi_key where tenant_id = octroi_tenant() and person_id = erased;
  delete from person where tenant_id = octroi_tenant() and id = erased;
end $$;

do $$
begin
  -- A function that is replaced loses its settings.
  execute format('alter function tenancy_erase_person(uuid, uuid) set search_path = %I, pg_temp', current_schema());
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on training_attempt, training_exemption to octroi_app';
  end if;
end $$;
