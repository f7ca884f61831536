-- What is fixed when an installation first starts, such as its number of shards and its secret for fingerprints.
CREATE TABLE installation (
    name text PRIMARY KEY,
    value text NOT NULL
);
GRANT SELECT, INSERT ON installation TO tenantlens_worker;

-- The usage log: what was acknowledged and is still to be folded. A shard holds whole tenants and has one folder.
-- It has no tenant_id of its own (an entry holds many tenants), so only workers may touch it.
-- Entries go round through four slots of a quarter of an hour each; a slot is emptied as a whole once all of it is folded.
CREATE SEQUENCE usage_log_position;
CREATE TABLE usage_log (
    slot smallint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp())::bigint / 900 % 4),
    shard smallint NOT NULL,
    position bigint NOT NULL DEFAULT nextval('usage_log_position'),
    appended_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    payload bytea NOT NULL,
    PRIMARY KEY (shard, position, slot)
) PARTITION BY LIST (slot);
CREATE TABLE usage_log_0 PARTITION OF usage_log FOR VALUES IN (0);
CREATE TABLE usage_log_1 PARTITION OF usage_log FOR VALUES IN (1);
CREATE TABLE usage_log_2 PARTITION OF usage_log FOR VALUES IN (2);
CREATE TABLE usage_log_3 PARTITION OF usage_log FOR VALUES IN (3);
-- compact already: compressing again would only cost time
ALTER TABLE usage_log ALTER COLUMN payload SET STORAGE EXTERNAL;
ALTER TABLE usage_log_0 ALTER COLUMN payload SET STORAGE EXTERNAL;
ALTER TABLE usage_log_1 ALTER COLUMN payload SET STORAGE EXTERNAL;
ALTER TABLE usage_log_2 ALTER COLUMN payload SET STORAGE EXTERNAL;
ALTER TABLE usage_log_3 ALTER COLUMN payload SET STORAGE EXTERNAL;
GRANT SELECT, INSERT ON usage_log TO tenantlens_worker;
GRANT USAGE ON SEQUENCE usage_log_position TO tenantlens_worker;

CREATE TABLE fold_progress (
    shard smallint PRIMARY KEY,
    position bigint NOT NULL DEFAULT 0,
    folded_at timestamptz
);
COMMENT ON COLUMN fold_progress.folded_at IS 'Everything acknowledged before this instant is in the roll-ups.';
GRANT SELECT ON fold_progress TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON fold_progress TO tenantlens_worker;

-- Empties the slots of the log that are neither in use nor next and whose entries are all folded. Answers how many it emptied.
CREATE FUNCTION empty_folded_log_slots() RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '2s' AS $$
DECLARE
    current_slot integer := extract(epoch FROM clock_timestamp())::bigint / 900 % 4;
    candidate integer;
    filled boolean;
    unfolded boolean;
    emptied integer := 0;
BEGIN
    FOREACH candidate IN ARRAY ARRAY[(current_slot + 2) % 4, (current_slot + 3) % 4] LOOP
        EXECUTE format('SELECT EXISTS (SELECT FROM usage_log_%s)', candidate) INTO filled;
        EXECUTE format('SELECT EXISTS (SELECT FROM usage_log_%s l LEFT JOIN fold_progress p USING (shard)
                        WHERE l.position > coalesce(p.position, 0))', candidate) INTO unfolded;
        IF filled AND NOT unfolded THEN
            EXECUTE format('TRUNCATE usage_log_%s', candidate);
            emptied := emptied + 1;
        END IF;
    END LOOP;
    RETURN emptied;
END
$$;
REVOKE ALL ON FUNCTION empty_folded_log_slots FROM PUBLIC;
GRANT EXECUTE ON FUNCTION empty_folded_log_slots TO tenantlens_worker;

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
CREATE INDEX series_id ON series (series_id);
CREATE INDEX series_metric ON series (tenant_id, metric);
CALL protect_tenant_table('series');
GRANT SELECT ON series TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT ON series TO tenantlens_worker;

-- Members of highly available pairs of senders, and which of them counts.
CREATE TABLE replicas (
    tenant_id text NOT NULL REFERENCES tenants,
    replica_id integer GENERATED ALWAYS AS IDENTITY UNIQUE,
    cluster text NOT NULL,
    replica text NOT NULL,
    PRIMARY KEY (tenant_id, cluster, replica)
);
CALL protect_tenant_table('replicas');
GRANT SELECT, INSERT ON replicas TO tenantlens_worker;

CREATE TABLE elected_replicas (
    tenant_id text NOT NULL,
    cluster text NOT NULL,
    replica_id integer NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, cluster)
);
COMMENT ON COLUMN elected_replicas.seen_at IS 'Time of its newest sample: another takes over once it is silent.';
CALL protect_tenant_table('elected_replicas');
GRANT SELECT, INSERT, UPDATE ON elected_replicas TO tenantlens_worker;

CREATE TABLE series_state (
    tenant_id text NOT NULL,
    bucket integer NOT NULL,
    state bytea NOT NULL,
    PRIMARY KEY (tenant_id, bucket)
) WITH (fillfactor = 50);
COMMENT ON TABLE series_state IS 'Last sample of each series, 1,024 series ids a bucket.';
CALL protect_tenant_table('series_state');
GRANT SELECT, INSERT, UPDATE, DELETE ON series_state TO tenantlens_worker;

CREATE SEQUENCE sample_block_id;
GRANT USAGE ON SEQUENCE sample_block_id TO tenantlens_worker;
CREATE TABLE sample_blocks (
    tenant_id text NOT NULL,
    hour_start timestamptz NOT NULL,
    block_id bigint NOT NULL DEFAULT nextval('sample_block_id'),
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
    parts bytea NOT NULL DEFAULT '',
    PRIMARY KEY (tenant_id, meter, hour_start, dimensions)
) PARTITION BY RANGE (hour_start);
COMMENT ON COLUMN histogram_hour.parts IS 'The same in the form that the fold adds to.';
CALL protect_tenant_table('histogram_hour');
GRANT SELECT ON histogram_hour TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON histogram_hour TO tenantlens_worker;

CREATE TABLE histogram_day (
    tenant_id text NOT NULL,
    meter text NOT NULL,
    day date NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    histogram bytea NOT NULL,
    parts bytea NOT NULL DEFAULT '',
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
-- A row a shard, so that folders never wait for each other: add them up.
CREATE TABLE platform_usage_hour (
    shard smallint NOT NULL,
    meter text NOT NULL,
    hour_start timestamptz NOT NULL,
    dimensions jsonb NOT NULL DEFAULT '{}',
    quantity numeric NOT NULL,
    PRIMARY KEY (meter, hour_start, dimensions, shard)
);
COMMENT ON COLUMN platform_usage_hour.hour_start IS 'UTC hour.';
GRANT SELECT ON platform_usage_hour TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_usage_hour TO tenantlens_worker;
