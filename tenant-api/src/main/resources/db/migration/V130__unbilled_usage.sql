-- What was used and not billed, as the detector found it last. Derived: each round replaces all of it.
CREATE TABLE unbilled_usage (
    tenant_id text NOT NULL REFERENCES tenants,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    meter text NOT NULL,
    cause text NOT NULL CHECK (cause IN ('no_subscription', 'no_charge', 'no_match', 'not_invoiced', 'late')),
    quantity numeric NOT NULL,
    currency text,
    amount numeric CHECK ((amount IS NULL) = (currency IS NULL)),
    PRIMARY KEY (tenant_id, month, meter, cause)
);
COMMENT ON COLUMN unbilled_usage.quantity IS 'In the unit of the meter; below zero where late usage turned out less than was billed.';
COMMENT ON COLUMN unbilled_usage.amount IS 'What the next run will correct, before tax; null where nothing prices the usage.';
CALL protect_tenant_table('unbilled_usage');
GRANT SELECT ON unbilled_usage TO tenantlens_staff;
GRANT SELECT, INSERT, DELETE ON unbilled_usage TO tenantlens_worker;

-- When the last round ended.
CREATE TABLE unbilled_rounds (
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    ended_at timestamptz NOT NULL
);
GRANT SELECT ON unbilled_rounds TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON unbilled_rounds TO tenantlens_worker;
