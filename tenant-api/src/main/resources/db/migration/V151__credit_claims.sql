-- Credits that a frozen month earns. Staff approve or decline each; approving books it for the next invoice.
CREATE TABLE sla_credit_claims (
    tenant_id text NOT NULL,
    month date NOT NULL,
    revision integer NOT NULL,
    percent numeric NOT NULL CHECK (percent >= 0 AND percent <= 100),
    year_cap_percent numeric NOT NULL CHECK (year_cap_percent BETWEEN 0 AND 100),
    availability_percent numeric NOT NULL,
    objective_percent numeric NOT NULL,
    status text NOT NULL CHECK (status IN ('proposed', 'approved', 'declined', 'withdrawn')),
    proposed_at timestamptz NOT NULL,
    decided_at timestamptz,
    bill numeric CHECK (bill >= 0),
    amount numeric CHECK (amount >= 0),
    currency text CHECK (currency ~ '^[A-Z]{3}$'),
    note text CHECK (length(note) <= 1000),
    PRIMARY KEY (tenant_id, month),
    FOREIGN KEY (tenant_id, month, revision) REFERENCES sla_months,
    CHECK ((status IN ('approved', 'declined')) = (decided_at IS NOT NULL)),
    CHECK ((status = 'approved') = (amount IS NOT NULL AND bill IS NOT NULL AND currency IS NOT NULL))
);
COMMENT ON COLUMN sla_credit_claims.status IS 'withdrawn: a later revision of the month earns no credit any more.';
COMMENT ON COLUMN sla_credit_claims.bill IS 'The net bill of the month that the percentage was taken of.';
CREATE INDEX sla_credit_claims_open ON sla_credit_claims (status, month);
CALL protect_tenant_table('sla_credit_claims');
GRANT SELECT ON sla_credit_claims TO tenantlens_app;
GRANT SELECT, UPDATE ON sla_credit_claims TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON sla_credit_claims TO tenantlens_worker;
