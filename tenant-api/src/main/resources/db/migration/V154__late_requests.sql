-- The requests of a frozen month as they were when it was last looked at: where they are others now, it is looked at at once.
ALTER TABLE sla_months ADD COLUMN seen_total numeric, ADD COLUMN seen_failed numeric;
GRANT UPDATE (seen_total, seen_failed) ON sla_months TO tenantlens_worker;
