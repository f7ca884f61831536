-- How each pool was divided on a day, so that a tenant's part can be shown with its weight and that of all.
ALTER TABLE cost_day_pools
    ADD COLUMN method text NOT NULL DEFAULT 'unknown' CHECK (method IN ('unknown', 'own', 'even', 'weighted', 'base_and_weighted', 'by_cost')),
    ADD COLUMN driver text,
    ADD COLUMN weights numeric;
COMMENT ON COLUMN cost_day_pools.weights IS 'Of all tenants together, in the unit of the driver''s meter; where it is even, how many took part.';

-- Days that were allocated before are allocated again with it.
DELETE FROM cost_month_runs;

-- What staff allow a tenant to cost a month, from a month on. It says nothing about the bill.
CREATE TABLE cost_budgets (
    tenant_id text NOT NULL REFERENCES tenants,
    valid_from date NOT NULL CHECK (extract(day FROM valid_from) = 1),
    amount numeric CHECK (amount > 0),
    PRIMARY KEY (tenant_id, valid_from)
);
COMMENT ON COLUMN cost_budgets.amount IS 'BDT a month; null for none from this month on.';
CALL protect_tenant_table('cost_budgets');
GRANT SELECT, INSERT, UPDATE ON cost_budgets TO tenantlens_staff;
GRANT SELECT ON cost_budgets TO tenantlens_worker;

-- Where each tenant's cost is heading: kept by a job, so that neither pages nor scrapes compute it.
CREATE TABLE cost_projections (
    tenant_id text PRIMARY KEY REFERENCES tenants,
    computed_at timestamptz NOT NULL,
    week numeric NOT NULL,
    month numeric NOT NULL,
    month_end numeric NOT NULL,
    month_end_low numeric NOT NULL,
    month_end_high numeric NOT NULL
) WITH (fillfactor = 80);
COMMENT ON COLUMN cost_projections.week IS 'BDT of the next 7 days; month of the next 30; month_end of the whole open month, what it has cost so far included.';
CALL protect_tenant_table('cost_projections');
GRANT SELECT ON cost_projections TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON cost_projections TO tenantlens_worker;
