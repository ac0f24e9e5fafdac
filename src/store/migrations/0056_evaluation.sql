-- How much left of each label, by the hour: what a decision on zero retention was made for, and what is held against it
-- since. Sums, which name nobody, no conversation and no exchange.
create table evaluation_volume (
  tenant_id uuid not null references tenant (id),
  on_hour timestamptz not null,
  contract_id uuid not null,
  model text not null,
  features text not null,
  label text not null,
  exchanges int not null check (exchanges > 0),
  bytes bigint not null,
  first_bytes bigint not null,
  primary key (tenant_id, on_hour, contract_id, model, features, label)
);
comment on table evaluation_volume is 'Exchanges that left. label: one that an exchange carried, which counts under each of its labels; empty for all exchanges, each once. model: empty where its record must not say. features: in order, with commas.';

-- Up to which instant the ledger was summed.
create table evaluation_summed (
  tenant_id uuid primary key references tenant (id),
  until timestamptz not null
);

do $$
declare name text;
begin
  foreach name in array array['evaluation_volume', 'evaluation_summed'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (tenant_id = octroi_tenant()) with check (tenant_id = octroi_tenant())',
      name || '_rows', name);
  end loop;
end $$;

grant select, insert on evaluation_volume, evaluation_summed to octroi_app;
grant update on evaluation_summed to octroi_app;
