-- What each tenant would be billed for a month that has no invoices yet, in BDT before tax: kept by a job, for margin.
CREATE TABLE tenant_accruals (
    tenant_id text NOT NULL REFERENCES tenants,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    revenue numeric NOT NULL,
    computed_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, month)
) WITH (fillfactor = 80);
COMMENT ON COLUMN tenant_accruals.revenue IS 'Of the open month: usage so far, and fixed fees for the part of the month that has gone.';
CREATE INDEX tenant_accruals_month ON tenant_accruals (month);
CALL protect_tenant_table('tenant_accruals');
GRANT SELECT ON tenant_accruals TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_accruals TO tenantlens_worker;
