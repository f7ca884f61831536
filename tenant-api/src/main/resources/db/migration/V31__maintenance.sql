-- Announced maintenance: the hours it touches leave the denominator of availability. _platform means all tenants.
CREATE TABLE maintenance_windows (
    tenant_id text NOT NULL,
    window_id bigint GENERATED ALWAYS AS IDENTITY,
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    announced_at timestamptz NOT NULL DEFAULT now(),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    cancelled_at timestamptz,
    PRIMARY KEY (tenant_id, window_id),
    CONSTRAINT announced_ahead CHECK (announced_at < starts_at)
);
COMMENT ON CONSTRAINT announced_ahead ON maintenance_windows IS 'An outage does not become maintenance afterwards.';
CREATE INDEX maintenance_windows_time ON maintenance_windows (starts_at, ends_at);
CALL protect_tenant_table('maintenance_windows');
CREATE POLICY of_all_tenants ON maintenance_windows FOR SELECT TO tenantlens_app USING (tenant_id = '_platform');
GRANT SELECT ON maintenance_windows TO tenantlens_app, tenantlens_staff, tenantlens_worker;
GRANT INSERT, UPDATE (cancelled_at) ON maintenance_windows TO tenantlens_staff;
