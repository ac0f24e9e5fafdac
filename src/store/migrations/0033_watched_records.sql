-- What is looked through when ways are compared: connections, and deliveries of telemetry. They are few beside exchanges,
-- which these indexes do not touch.
create index ledger_record_flows on ledger_record (tenant_id, recorded_at desc, id desc) where class = 'flow';
create index ledger_record_deliveries on ledger_record (tenant_id, recorded_at desc, id desc)
  where kind = 'telemetry_received';
