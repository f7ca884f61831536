-- What each tenant carries by day, month and (lately) hour, in millionths of a taka so that sums stay exact and fast.
-- A run replaces the rows of its window; every amount of a run is either a tenant's, idle or unallocated.
CREATE TABLE cost_days (
    tenant_id text NOT NULL,
    day date NOT NULL,
    total bigint NOT NULL,
    compute bigint NOT NULL DEFAULT 0,
    database bigint NOT NULL DEFAULT 0,
    database_storage bigint NOT NULL DEFAULT 0,
    file_storage bigint NOT NULL DEFAULT 0,
    backup_storage bigint NOT NULL DEFAULT 0,
    ingress bigint NOT NULL DEFAULT 0,
    egress bigint NOT NULL DEFAULT 0,
    cdn bigint NOT NULL DEFAULT 0,
    payment bigint NOT NULL DEFAULT 0,
    email bigint NOT NULL DEFAULT 0,
    sms bigint NOT NULL DEFAULT 0,
    overhead bigint NOT NULL DEFAULT 0,
    other bigint NOT NULL DEFAULT 0,
    requests bigint NOT NULL DEFAULT 0,
    orders bigint NOT NULL DEFAULT 0,
    active_users bigint NOT NULL DEFAULT 0,
    stored_byte_hours bigint NOT NULL DEFAULT 0,
    file_byte_hours bigint NOT NULL DEFAULT 0,
    egress_bytes bigint NOT NULL DEFAULT 0,
    query_millis bigint NOT NULL DEFAULT 0,
    cache_hits bigint NOT NULL DEFAULT 0,
    cache_misses bigint NOT NULL DEFAULT 0,
    pool_amounts bigint[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, day)
) PARTITION BY RANGE (day);
COMMENT ON TABLE cost_days IS 'Days are the tenant''s own. What follows the types of cost is what the tenant used that day, for cost per request and the like.';
COMMENT ON COLUMN cost_days.pool_amounts IS 'In the order of cost_day_runs.pools.';
CALL protect_tenant_table('cost_days');

CREATE TABLE cost_months (
    tenant_id text NOT NULL,
    month date NOT NULL,
    days smallint NOT NULL,
    total bigint NOT NULL,
    compute bigint NOT NULL DEFAULT 0,
    database bigint NOT NULL DEFAULT 0,
    database_storage bigint NOT NULL DEFAULT 0,
    file_storage bigint NOT NULL DEFAULT 0,
    backup_storage bigint NOT NULL DEFAULT 0,
    ingress bigint NOT NULL DEFAULT 0,
    egress bigint NOT NULL DEFAULT 0,
    cdn bigint NOT NULL DEFAULT 0,
    payment bigint NOT NULL DEFAULT 0,
    email bigint NOT NULL DEFAULT 0,
    sms bigint NOT NULL DEFAULT 0,
    overhead bigint NOT NULL DEFAULT 0,
    other bigint NOT NULL DEFAULT 0,
    requests bigint NOT NULL DEFAULT 0,
    orders bigint NOT NULL DEFAULT 0,
    active_users bigint NOT NULL DEFAULT 0,
    stored_byte_hours bigint NOT NULL DEFAULT 0,
    file_byte_hours bigint NOT NULL DEFAULT 0,
    egress_bytes bigint NOT NULL DEFAULT 0,
    query_millis bigint NOT NULL DEFAULT 0,
    cache_hits bigint NOT NULL DEFAULT 0,
    cache_misses bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, month)
);
COMMENT ON TABLE cost_months IS 'The sums of cost_days, kept by the runs; active_users is the highest day.';
CREATE INDEX cost_months_month ON cost_months (month);
CALL protect_tenant_table('cost_months');

CREATE TABLE cost_hours (
    tenant_id text NOT NULL,
    hour_start timestamptz NOT NULL,
    total bigint NOT NULL,
    compute bigint NOT NULL DEFAULT 0,
    database bigint NOT NULL DEFAULT 0,
    database_storage bigint NOT NULL DEFAULT 0,
    file_storage bigint NOT NULL DEFAULT 0,
    backup_storage bigint NOT NULL DEFAULT 0,
    ingress bigint NOT NULL DEFAULT 0,
    egress bigint NOT NULL DEFAULT 0,
    cdn bigint NOT NULL DEFAULT 0,
    payment bigint NOT NULL DEFAULT 0,
    email bigint NOT NULL DEFAULT 0,
    sms bigint NOT NULL DEFAULT 0,
    overhead bigint NOT NULL DEFAULT 0,
    other bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (tenant_id, hour_start)
);
CREATE INDEX cost_hours_hour ON cost_hours (hour_start);
CALL protect_tenant_table('cost_hours');

-- The proof of each run: what its parts add up to, read back from what was stored.
CREATE TABLE cost_day_runs (
    day date PRIMARY KEY,
    computed_at timestamptz NOT NULL,
    tenants integer NOT NULL,
    origin numeric NOT NULL,
    idle numeric NOT NULL,
    unallocated numeric NOT NULL,
    proof_sum numeric NOT NULL,
    proof_equal boolean NOT NULL GENERATED ALWAYS AS (proof_sum = origin) STORED,
    pools text[] NOT NULL
);
CREATE TABLE cost_hour_runs (
    hour_start timestamptz PRIMARY KEY,
    computed_at timestamptz NOT NULL,
    tenants integer NOT NULL,
    origin numeric NOT NULL,
    idle numeric NOT NULL,
    unallocated numeric NOT NULL,
    proof_sum numeric NOT NULL,
    proof_equal boolean NOT NULL GENERATED ALWAYS AS (proof_sum = origin) STORED
);
CREATE TABLE cost_day_pools (
    day date NOT NULL,
    pool text NOT NULL,
    title text NOT NULL,
    cost_type text NOT NULL,
    kind text NOT NULL,
    source text NOT NULL CHECK (source IN ('usage', 'bill')),
    origin numeric NOT NULL,
    allocated numeric NOT NULL,
    idle numeric NOT NULL,
    unallocated numeric NOT NULL,
    PRIMARY KEY (day, pool)
);
CREATE TABLE cost_month_runs (
    month date PRIMARY KEY,
    usage_version text NOT NULL,
    computed_at timestamptz NOT NULL
);
COMMENT ON COLUMN cost_month_runs.usage_version IS 'The statistics of the month''s usage when it was last allocated: another value means that usage came since.';

GRANT SELECT ON cost_days, cost_months, cost_hours, cost_day_runs, cost_hour_runs, cost_day_pools, cost_month_runs TO tenantlens_staff;
GRANT DELETE ON cost_month_runs TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON cost_days, cost_months, cost_hours, cost_day_runs, cost_hour_runs, cost_day_pools, cost_month_runs
    TO tenantlens_worker;
