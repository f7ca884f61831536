-- How long requests of all tenants took, by UTC hour: the merged distribution, so that any percentile is exact to its bucket.
CREATE TABLE platform_latency_hour (
    hour_start timestamptz PRIMARY KEY,
    parts bigint NOT NULL,
    histogram bytea NOT NULL
);
COMMENT ON COLUMN platform_latency_hour.parts IS 'Distributions of tenants that were merged; another number means that usage came in late.';
GRANT SELECT ON platform_latency_hour TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON platform_latency_hour TO tenantlens_worker;

-- How many series there are of each metric, counted every few minutes.
CREATE TABLE series_counts (
    metric text NOT NULL,
    kind text NOT NULL,
    series bigint NOT NULL,
    tenants bigint NOT NULL,
    newest_at timestamptz NOT NULL,
    PRIMARY KEY (metric, kind)
);
GRANT SELECT ON series_counts TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON series_counts TO tenantlens_worker;
