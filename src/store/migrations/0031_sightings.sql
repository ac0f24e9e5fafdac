-- Lines of other programs' logs that told of a connection to an AI product and were taken: so that the same line counts
-- once, however often and in whatever file it comes. What they told stands in records of the ledger.
create table sighted_line (
  tenant_id uuid not null references tenant (id),
  digest bytea not null,
  on_day date not null,
  primary key (tenant_id, digest)
);
comment on table sighted_line is 'digest: the first 16 bytes of HMAC-SHA-256 of the line under the tenant''s key: it leads to nobody. on_day: of the connection, by which it goes with the records.';
create index sighted_line_day on sighted_line (tenant_id, on_day);

alter table sighted_line enable row level security;
alter table sighted_line force row level security;
create policy sighted_line_rows on sighted_line
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert, delete on sighted_line to octroi_app;
