-- How far each receiver of events has been sent the log.

create table siem_cursor (
  tenant_id uuid not null references tenant (id),
  sink text not null,
  next_seq bigint not null check (next_seq >= 0),
  sent bigint not null default 0,
  sent_at timestamptz,
  failing_since timestamptz,
  fault text,
  leased_by uuid,
  leased_until timestamptz,
  primary key (tenant_id, sink)
);
comment on table siem_cursor is 'next_seq: the place in the log of the first entry that the sink has not taken. leased_by: the process that sends now; another takes over when the lease has run out. fault: a code.';

alter table siem_cursor enable row level security;
alter table siem_cursor force row level security;
create policy siem_cursor_rows on siem_cursor using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert, update on siem_cursor to octroi_app;
