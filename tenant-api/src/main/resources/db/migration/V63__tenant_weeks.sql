-- What the last seven days of each tenant were like. A worker refreshes it every minute, so that the list of tenants can sort
-- and page by figures without adding up the week of all of them on each request.
CREATE TABLE tenant_weeks (
    tenant_id text PRIMARY KEY REFERENCES tenants,
    requests numeric,
    failed numeric,
    last_hour timestamptz
);
COMMENT ON COLUMN tenant_weeks.requests IS 'NULL where none were measured.';
COMMENT ON COLUMN tenant_weeks.last_hour IS 'The latest hour with requests, within 35 days.';
CALL protect_tenant_table('tenant_weeks');
GRANT SELECT ON tenant_weeks TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON tenant_weeks TO tenantlens_worker;
