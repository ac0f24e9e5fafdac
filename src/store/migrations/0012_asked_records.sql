-- The posture asks for the last record of a kind, and a post for the catalogue it had, however many exchanges came since.
create index ledger_record_latest on ledger_record (tenant_id, kind, recorded_at desc, id desc)
  where class in ('administration', 'accountability');

-- A gateway asks what labels a session's client handed in of its repositories.
create index ledger_record_labels on ledger_record (tenant_id, session) where kind = 'repository_labelled';
