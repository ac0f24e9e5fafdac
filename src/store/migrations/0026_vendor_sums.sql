-- What left for vendors, of the exchanges whose records were erased here: that they were erased takes nothing back from
-- where they went. Sums by day, which name nobody, no conversation and no exchange.
create table vendor_sum (
  tenant_id uuid not null references tenant (id),
  facts text not null,
  on_day date not null,
  exchanges int not null check (exchanges > 0),
  answer_bytes bigint not null,
  volumes jsonb not null,
  primary key (tenant_id, facts)
);
comment on table vendor_sum is 'facts: canonical JSON of what the exchanges of a row have in common, by which terms are found: day, contract, model, features, outcome, stop reason. volumes: bytes sent, and first sent, by label.';
create index vendor_sum_day on vendor_sum (tenant_id, on_day);

alter table vendor_sum enable row level security;
alter table vendor_sum force row level security;
create policy vendor_sum_rows on vendor_sum
  using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant());
grant select, insert, update on vendor_sum to octroi_app;
