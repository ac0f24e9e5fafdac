-- Sign-in to the console: a link used once, then a session. Both are stored as hashes.

create table console_link (
  tenant_id uuid not null references tenant (id),
  link_hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table console_session (
  tenant_id uuid not null references tenant (id),
  session_hash text primary key,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

alter table console_link enable row level security;
alter table console_link force row level security;
alter table console_session enable row level security;
alter table console_session force row level security;
create policy console_link_rows on console_link
  using (tenant_id = octroi_tenant() or link_hash = octroi_presented_hash())
  with check (tenant_id = octroi_tenant());
create policy console_session_rows on console_session
  using (tenant_id = octroi_tenant() or session_hash = octroi_presented_hash())
  with check (tenant_id = octroi_tenant());
grant select, insert, update on console_link, console_session to octroi_app;
