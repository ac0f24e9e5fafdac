-- Retention: holds, erasure and its certificates. A record is erased by taking its key, its ciphertext and what it was
-- found by out of its row; what stays is what its leaf in the log says anyway. The row stays so that a writer that tries
-- again does not bring the record back, and so that it says which tombstone speaks of it.

create table retention_hold (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  scope_kind text not null check (scope_kind in ('person', 'conversation', 'workspace', 'class', 'all')),
  scope_value text not null,
  reason text not null check (reason <> ''),
  placed_by text not null check (placed_by <> ''),
  placed_at timestamptz not null,
  until_at timestamptz,
  released_at timestamptz,
  released_by text,
  release_reason text,
  primary key (tenant_id, id),
  check ((scope_kind = 'all') = (scope_value = ''))
);
comment on table retention_hold is 'Nothing under a hold is erased until released_at is set. scope_value: an id, a session, a class; nothing for all.';

create table retention_certificate (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  issued_at timestamptz not null,
  note text not null,
  primary key (tenant_id, id)
);
comment on table retention_certificate is 'What an erasure did, signed with the log''s key. id: its tombstone''s record.';

do $$
declare name text;
begin
  foreach name in array array['retention_hold', 'retention_certificate'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;
grant select, insert on retention_hold, retention_certificate to octroi_app;
grant update (released_at, released_by, release_reason) on retention_hold to octroi_app;

-- A hold is never taken back or written anew: it is released once, and its history stays.
create function retention_hold_is_released_once() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.released_at is not null or new.released_at is null
    or (new.tenant_id, new.id, new.scope_kind, new.scope_value, new.reason, new.placed_by, new.placed_at)
      is distinct from (old.tenant_id, old.id, old.scope_kind, old.scope_value, old.reason, old.placed_by, old.placed_at)
  then
    raise exception 'a hold is only released, once' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger retention_hold_released before update or delete on retention_hold
  for each row execute function retention_hold_is_released_once();

alter table ledger_record
  add column retention text,
  add column hidden_at timestamptz,
  add column erased_by uuid,
  alter column subject_key_id drop not null,
  alter column wrapped_key drop not null,
  alter column payload drop not null,
  add constraint ledger_record_erased_whole check (
    case when erased_by is null then num_nulls(subject_key_id, wrapped_key, payload) = 0
    else num_nonnulls(subject_key_id, wrapped_key, payload, policy_version, exchange_id, workspace_id, person_id, session,
      verdict, part_kinds, retention, hidden_at) = 0 end);
comment on column ledger_record.retention is 'The lifetime that the policy gave an exchange by its labels; of captured content the instant it is due; NULL follows the class.';
comment on column ledger_record.hidden_at is 'When its conversation was deleted: nobody is shown it from then on.';
comment on column ledger_record.erased_by is 'The tombstone that speaks of its erasure.';
create index ledger_record_subject on ledger_record (tenant_id, subject_key_id) where subject_key_id is not null;
create index ledger_record_of_session on ledger_record (tenant_id, session) where kind <> 'exchange_declared' and session is not null;
create index ledger_record_hidden on ledger_record (tenant_id, exchange_id) where hidden_at is not null;

-- Records of before were given their classes when there were two. What their leaves say stays; this is what counts.
create function ledger_class_of(kind text, class text) returns text
  language sql immutable parallel safe
  return case
    when kind in ('tool_result', 'tool_decision', 'retention_sweep', 'telemetry_received') then 'telemetry'
    when kind = 'hook_answered' then 'finding'
    when kind in ('contract_added', 'contract_stopped', 'contract_resumed', 'policy_in_force') then 'accountability'
    else class end;

-- Which holds a record is under. How an exchange ended names neither workspace nor session: how it began does.
create function retention_holds_on(held ledger_record) returns setof uuid
  language sql stable
  begin atomic
    select hold.id from retention_hold hold
    where hold.tenant_id = held.tenant_id and hold.released_at is null and case hold.scope_kind
      when 'all' then true
      when 'class' then hold.scope_value = ledger_class_of(held.kind, held.class)
      when 'person' then hold.scope_value = held.person_id::text or exists (
        select from ledger_subject_key key
        where key.tenant_id = held.tenant_id and key.id = held.subject_key_id and key.subject_id::text = hold.scope_value)
      else exists (
        select from (
          select held.workspace_id, held.session
          union all
          select began.workspace_id, began.session from ledger_record began
          where began.tenant_id = held.tenant_id and began.exchange_id = held.exchange_id
        ) as place
        where hold.scope_value = case hold.scope_kind when 'workspace' then place.workspace_id::text else place.session end)
      end;
  end;

-- Which holds keep what is known of a person beside the records.
create function retention_holds_on_person(person uuid) returns setof uuid
  language sql stable
  begin atomic
    select hold.id from retention_hold hold
    where hold.tenant_id = octroi_tenant() and hold.released_at is null
      and (hold.scope_kind = 'all' or (hold.scope_kind = 'person' and hold.scope_value = person::text)
        or (hold.scope_kind = 'class' and hold.scope_value = 'administration'));
  end;

-- Whoever erases has said so in the ledger first.
create function retention_assert_tombstone(tombstone uuid) returns void
  language plpgsql stable as $$
begin
  if not exists (select from ledger_record record
      where record.tenant_id = octroi_tenant() and record.id = tombstone and record.kind = 'records_erased') then
    raise exception 'there is no tombstone' using errcode = 'insufficient_privilege';
  end if;
end $$;

-- A record is never changed but in two ways: it is hidden, or it is erased whole, under a tombstone and no hold.
create or replace function ledger_record_is_append_only() returns trigger
  language plpgsql as $$
declare
  is_same_leaf boolean;
begin
  if tg_op <> 'UPDATE' then
    raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
  end if;
  is_same_leaf := (new.tenant_id, new.id, new.kind, new.recorded_at, new.class, new.subject, new.commitment)
    = (old.tenant_id, old.id, old.kind, old.recorded_at, old.class, old.subject, old.commitment);
  if is_same_leaf and old.erased_by is null and new.erased_by is not null then
    if exists (select from retention_holds_on(old)) then
      raise exception 'held' using errcode = 'OCT01';
    end if;
    perform from ledger_record tombstone
      where tombstone.tenant_id = new.tenant_id and tombstone.id = new.erased_by and tombstone.kind = 'records_erased';
    if found then
      return new;
    end if;
  end if;
  if is_same_leaf and old.erased_by is null and new.erased_by is null and old.hidden_at is null and new.hidden_at is not null
    and (new.policy_version, new.exchange_id, new.workspace_id, new.person_id, new.session, new.verdict, new.part_kinds,
        new.retention, new.subject_key_id, new.wrapped_key, new.payload)
      is not distinct from (old.policy_version, old.exchange_id, old.workspace_id, old.person_id, old.session, old.verdict,
        old.part_kinds, old.retention, old.subject_key_id, old.wrapped_key, old.payload)
  then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create policy ledger_record_erase on ledger_record for update
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());

-- The functions below run as the owner of the tables, since the application may not change these rows itself. Each does one
-- thing, for the tenant of the transaction alone, and only under a tombstone and no hold.
create function ledger_erase_records(ids uuid[], tombstone uuid) returns int
  language plpgsql security definer as $$
declare
  erased int;
begin
  perform retention_assert_tombstone(tombstone);
  update ledger_record set policy_version = null, exchange_id = null, workspace_id = null, person_id = null, session = null,
    verdict = null, part_kinds = null, retention = null, hidden_at = null, subject_key_id = null, wrapped_key = null,
    payload = null, erased_by = tombstone
  where tenant_id = octroi_tenant() and id = any (ids) and erased_by is null and id <> tombstone;
  get diagnostics erased = row_count;
  return erased;
end $$;

create function ledger_destroy_keys(erased uuid, tombstone uuid) returns setof uuid
  language plpgsql security definer as $$
begin
  perform retention_assert_tombstone(tombstone);
  if exists (select from retention_holds_on_person(erased)) then
    raise exception 'held' using errcode = 'OCT01';
  end if;
  if erased = octroi_tenant() or exists (
      select from ledger_record record join ledger_subject_key key
        on key.tenant_id = record.tenant_id and key.id = record.subject_key_id
      where record.tenant_id = octroi_tenant() and key.subject_id = erased
        and exists (select from retention_holds_on(record))) then
    raise exception 'held' using errcode = 'OCT01';
  end if;
  return query update ledger_subject_key set wrapped = null
    where tenant_id = octroi_tenant() and subject_id = erased and wrapped is not null returning id;
end $$;

create function ledger_hide_conversation(conversation text, at timestamptz) returns int
  language plpgsql security definer as $$
declare
  hidden int;
begin
  update ledger_record record set hidden_at = at
  where record.tenant_id = octroi_tenant() and record.erased_by is null and record.hidden_at is null
    and (record.session = conversation or record.exchange_id in (
      select began.exchange_id from ledger_record began
      where began.tenant_id = octroi_tenant() and began.session = conversation and began.exchange_id is not null));
  get diagnostics hidden = row_count;
  return hidden;
end $$;

create function tenancy_erase_person(erased uuid, tombstone uuid) returns void
  language plpgsql security definer as $$
begin
  perform retention_assert_tombstone(tombstone);
  if exists (select from retention_holds_on_person(erased)) then
    raise exception 'held' using errcode = 'OCT01';
  end if;
  -- What lies at a vendor goes on lying there: who sent it is nobody's business any more.
  update vendor_file set person_id = null, record_id = null where tenant_id = octroi_tenant() and person_id = erased;
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
declare signature text;
begin
  foreach signature in array array['ledger_erase_records(uuid[], uuid)', 'ledger_destroy_keys(uuid, uuid)',
      'ledger_hide_conversation(text, timestamptz)', 'tenancy_erase_person(uuid, uuid)'] loop
    -- Nobody's temporary tables may stand in for ours while a function runs as the owner.
    execute format('alter function %s set search_path = %I, pg_temp', signature, current_schema());
    execute format('revoke all on function %s from public', signature);
    execute format('grant execute on function %s to octroi_app', signature);
  end loop;
end $$;

-- What may be read: everything that shows, sends or exports records reads here and nowhere else.
create view ledger_readable with (security_invoker = true) as
  select tenant_id, id, kind, recorded_at, class, policy_version, exchange_id, workspace_id, person_id, session, verdict,
    part_kinds, subject_key_id, subject, commitment, wrapped_key, payload
  from ledger_record record
  where erased_by is null and hidden_at is null
    -- An answer may end after its conversation was deleted.
    and not (kind in ('exchange_finished', 'exchange_abandoned') and exists (
      select from ledger_record began
      where began.tenant_id = record.tenant_id and began.exchange_id = record.exchange_id and began.hidden_at is not null));
grant select on ledger_readable to octroi_app;

-- What was erased lies in dead rows until they are taken away. Before PostgreSQL 17 only the owner may do that, and its
-- autovacuum does.
do $$
begin
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on ledger_record, ledger_subject_key, person, octroi_key, person_account, person_passkey,
      person_invite, person_identity, device_sign_in, sign_in_attempt, client_session, client_token, vendor_file, training_attestation, person_role,
      dual_control_request, console_session to octroi_app';
  end if;
end $$;
