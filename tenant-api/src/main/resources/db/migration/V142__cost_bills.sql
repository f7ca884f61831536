-- Bills of clouds and suppliers. A bill of the same source and period takes the place of the one before; its days take the place of unit costs.
CREATE TABLE cost_bills (
    bill_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source text NOT NULL CHECK (source ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    period_start date NOT NULL,
    period_end date NOT NULL CHECK (period_end > period_start),
    content_hash bytea NOT NULL CHECK (length(content_hash) = 32),
    currency text NOT NULL,
    rate numeric NOT NULL CHECK (rate > 0),
    charges integer NOT NULL,
    cost numeric NOT NULL,
    imported_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (source, period_start, period_end)
);
COMMENT ON COLUMN cost_bills.cost IS 'The sum of effective cost in BDT, to the last decimal of the file times the rate.';
COMMENT ON COLUMN cost_bills.rate IS 'BDT for one unit of the bill''s currency.';

CREATE TABLE billed_costs (
    bill_id bigint NOT NULL REFERENCES cost_bills ON DELETE CASCADE,
    pool text NOT NULL,
    tenant_id text NOT NULL,
    day date NOT NULL,
    cost numeric NOT NULL,
    PRIMARY KEY (bill_id, pool, tenant_id, day)
);
COMMENT ON COLUMN billed_costs.tenant_id IS 'The tenant that the bill names by tag; empty for what is shared.';
CREATE INDEX billed_costs_day ON billed_costs (day);
CALL protect_tenant_table('billed_costs');

GRANT SELECT ON cost_bills, billed_costs TO tenantlens_staff, tenantlens_worker;
GRANT INSERT, DELETE ON cost_bills, billed_costs TO tenantlens_staff;

-- Which pool a charge belongs to where no tag says so: the first rule of the source that fits.
CREATE TABLE cost_bill_mappings (
    source text NOT NULL,
    place integer NOT NULL,
    column_name text NOT NULL,
    value text NOT NULL,
    pool text NOT NULL CHECK (pool ~ '^[a-z0-9-]{1,63}$'),
    PRIMARY KEY (source, place)
);
GRANT SELECT ON cost_bill_mappings TO tenantlens_staff;
GRANT INSERT, DELETE ON cost_bill_mappings TO tenantlens_staff;
