-- What is promised to tenants, as versions with a validity; a change is a new row. Percentages, not shares.
CREATE TABLE tier_objectives (
    tier text NOT NULL CHECK (tier IN ('starter', 'growth', 'enterprise')),
    valid_from date NOT NULL,
    availability_percent numeric NOT NULL CHECK (availability_percent > 0 AND availability_percent <= 100),
    counting text NOT NULL DEFAULT 'occurrences' CHECK (counting IN ('occurrences', 'timeslices')),
    latency_seconds numeric NOT NULL CHECK (latency_seconds > 0),
    latency_percent numeric NOT NULL CHECK (latency_percent > 0 AND latency_percent <= 100),
    credit_below numeric[] NOT NULL DEFAULT '{}',
    credit_percents numeric[] NOT NULL DEFAULT '{}' CHECK (cardinality(credit_percents) = cardinality(credit_below)),
    credit_cap_percent numeric NOT NULL DEFAULT 100 CHECK (credit_cap_percent BETWEEN 0 AND 100),
    PRIMARY KEY (tier, valid_from)
);
COMMENT ON COLUMN tier_objectives.credit_below IS 'Availability strictly below the n-th bound earns the n-th percentage of the bill.';
GRANT SELECT ON tier_objectives TO tenantlens_app, tenantlens_staff, tenantlens_worker;
GRANT INSERT ON tier_objectives TO tenantlens_staff;

INSERT INTO tier_objectives (tier, valid_from, availability_percent, latency_seconds, latency_percent,
                             credit_below, credit_percents, credit_cap_percent)
VALUES ('starter', '2020-01-01', 99.5, 0.5, 95, '{}', '{}', 0),
       ('growth', '2020-01-01', 99.9, 0.5, 95, '{99.9,99.0}', '{10,25}', 30),
       ('enterprise', '2020-01-01', 99.95, 0.5, 99, '{99.95,99.0,95.0}', '{10,25,50}', 50);

-- An agreement with one tenant stands instead of its tier's objectives while it is valid.
CREATE TABLE tenant_objectives (
    tenant_id text NOT NULL REFERENCES tenants,
    valid_until date CHECK (valid_until > valid_from),
    LIKE tier_objectives INCLUDING CONSTRAINTS INCLUDING DEFAULTS,
    PRIMARY KEY (tenant_id, valid_from)
);
ALTER TABLE tenant_objectives DROP COLUMN tier;
COMMENT ON COLUMN tenant_objectives.valid_until IS 'First day on which the objectives of the tier apply again.';
CALL protect_tenant_table('tenant_objectives');
GRANT SELECT ON tenant_objectives TO tenantlens_app, tenantlens_staff, tenantlens_worker;
GRANT INSERT, UPDATE (valid_until) ON tenant_objectives TO tenantlens_staff;
