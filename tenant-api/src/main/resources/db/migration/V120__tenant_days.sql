-- A few figures of each tenant and day, for staff pages over all tenants: usage_day is laid out for one tenant at a time.
CREATE TABLE tenant_days (
    tenant_id text NOT NULL REFERENCES tenants,
    day date NOT NULL,
    orders numeric,
    revenue numeric,
    carts_created numeric,
    PRIMARY KEY (tenant_id, day)
) WITH (fillfactor = 80);
COMMENT ON COLUMN tenant_days.day IS 'Local date of the tenant. A figure is null where nothing was measured.';
COMMENT ON COLUMN tenant_days.orders IS 'Completed orders.';
CREATE INDEX tenant_days_day ON tenant_days (day);
CALL protect_tenant_table('tenant_days');
GRANT SELECT ON tenant_days TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_days TO tenantlens_worker;

-- Days before yesterday that a fold has changed and whose figures above are to be read again.
CREATE TABLE changed_days (
    tenant_id text NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (tenant_id, day)
);
CALL protect_tenant_table('changed_days');
GRANT SELECT, INSERT, UPDATE, DELETE ON changed_days TO tenantlens_worker;

-- What each tenant took in during the last 24 whole hours, and in the same hours of the four weeks before.
CREATE TABLE revenue_spans (
    tenant_id text NOT NULL PRIMARY KEY REFERENCES tenants,
    ended_at timestamptz NOT NULL,
    latest numeric NOT NULL,
    weeks numeric[] NOT NULL CHECK (cardinality(weeks) = 4)
) WITH (fillfactor = 80);
COMMENT ON COLUMN revenue_spans.weeks IS 'The latest week first; 0 where nothing was measured.';
CALL protect_tenant_table('revenue_spans');
GRANT SELECT ON revenue_spans TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON revenue_spans TO tenantlens_worker;
