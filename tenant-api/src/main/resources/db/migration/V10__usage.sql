-- The usage log: what was acknowledged and is still to be folded. A shard holds whole tenants and has one folder.
-- It has no tenant_id of its own (an entry holds many tenants), so only workers may touch it.
CREATE TABLE usage_log (
    shard smallint NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    appended_at timestamptz NOT NULL DEFAULT now(),
    payload bytea NOT NULL,
    PRIMARY KEY (shard, position)
);
GRANT SELECT, INSERT, DELETE ON usage_log TO tenantlens_worker;

CREATE TABLE fold_progress (
    shard smallint PRIMARY KEY,
    position bigint NOT NULL DEFAULT 0,
    folded_at timestamptz
);
COMMENT ON COLUMN fold_progress.folded_at IS 'Everything acknowledged before this instant is in the roll-ups.';
GRANT SELECT ON fold_progress TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON fold_progress TO tenantlens_worker;

CREATE TABLE series (
    tenant_id text NOT NULL REFERENCES tenants,
    series_id bigint GENERATED ALWAYS AS IDENTITY,
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 16),
    metric text NOT NULL,
    labels jsonb NOT NULL,
    kind text NOT NULL CHECK (kind IN ('counter', 'gauge', 'histogram', 'delta', 'delta_histogram')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, series_id),
    UNIQUE (tenant_id, fingerprint)
);
COMMENT ON COLUMN series.fingerprint IS 'Keyed hash of all labels but the replica, dropped ones included: two sources stay two.';
CALL protect_tenant_table('series');
GRANT SELECT ON series TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT ON series TO tenantlens_worker;

CREATE TABLE series_state (
    tenant_id text NOT NULL,
    bucket integer NOT NULL,
    state bytea NOT NULL,
    PRIMARY KEY (tenant_id, bucket)
) WITH (fillfactor = 50);
COMMENT ON TABLE series_state IS 'Last sample of each series, 1,024 series ids a bucket.';
CALL protect_tenant_table('series_state');
GRANT SELECT, INSERT, UPDATE, DELETE ON series_state TO tenantlens_worker;

CREATE TABLE sample_blocks (
    tenant_id text NOT NULL,
    hour_start timestamptz NOT NULL,
    block_id bigint GENERATED ALWAYS AS IDENTITY,
    first_series bigint NOT NULL,
    last_series bigint NOT NULL,
    samples bytea NOT NULL,
    PRIMARY KEY (tenant_id, hour_start, block_id)
) PARTITION BY RANGE (hour_start);
CALL protect_tenant_table('sample_blocks');
GRANT SELECT ON sample_blocks TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, DELETE ON sample_blocks TO tenantlens_worker;

CREATE TABLE usage_hour (
    tenant_id text NOT NULL,
    meter text NOT NULL,
    hour_start timestamptz NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    quantity numeric NOT NULL,
    PRIMARY KEY (tenant_id, meter, hour_start, dimensions)
) PARTITION BY RANGE (hour_start);
COMMENT ON COLUMN usage_hour.hour_start IS 'Start of the hour in the tenant''s own zone, so that hours add up to its days.';
CALL protect_tenant_table('usage_hour');
GRANT SELECT ON usage_hour TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_hour TO tenantlens_worker;

CREATE TABLE usage_day (
    tenant_id text NOT NULL,
    meter text NOT NULL,
    day date NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    quantity numeric NOT NULL,
    PRIMARY KEY (tenant_id, meter, day, dimensions)
) PARTITION BY RANGE (day);
CALL protect_tenant_table('usage_day');
GRANT SELECT ON usage_day TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON usage_day TO tenantlens_worker;

CREATE TABLE histogram_hour (
    tenant_id text NOT NULL,
    meter text NOT NULL,
    hour_start timestamptz NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    histogram bytea NOT NULL,
    PRIMARY KEY (tenant_id, meter, hour_start, dimensions)
) PARTITION BY RANGE (hour_start);
CALL protect_tenant_table('histogram_hour');
GRANT SELECT ON histogram_hour TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON histogram_hour TO tenantlens_worker;

CREATE TABLE histogram_day (
    tenant_id text NOT NULL,
    meter text NOT NULL,
    day date NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    histogram bytea NOT NULL,
    PRIMARY KEY (tenant_id, meter, day, dimensions)
) PARTITION BY RANGE (day);
CALL protect_tenant_table('histogram_day');
GRANT SELECT ON histogram_day TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON histogram_day TO tenantlens_worker;

CREATE TABLE usage_events (
    tenant_id text NOT NULL REFERENCES tenants,
    source text NOT NULL,
    event_id text NOT NULL,
    type text NOT NULL,
    occurred_at timestamptz NOT NULL,
    content_hash bytea NOT NULL,
    data jsonb,
    received_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, source, event_id)
);
CALL protect_tenant_table('usage_events');
GRANT SELECT ON usage_events TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT ON usage_events TO tenantlens_worker;

-- The platform's own totals per hour over all tenants, kept by the fold for staff pages.
CREATE TABLE platform_usage_hour (
    meter text NOT NULL,
    hour_start timestamptz NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    quantity numeric NOT NULL,
    PRIMARY KEY (meter, hour_start, dimensions)
);
COMMENT ON COLUMN platform_usage_hour.hour_start IS 'UTC hour.';
GRANT SELECT ON platform_usage_hour TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_usage_hour TO tenantlens_worker;
