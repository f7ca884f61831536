-- What Alertmanager told, one row for each time that an alert was on. Alerts that name no known tenant belong to _platform.
CREATE TABLE alerts (
    tenant_id text NOT NULL REFERENCES tenants,
    alert_id uuid NOT NULL DEFAULT gen_random_uuid(),
    fingerprint text NOT NULL,
    starts_at timestamptz NOT NULL,
    alertname text NOT NULL,
    severity text NOT NULL,
    audience text NOT NULL CHECK (audience IN ('tenant', 'internal')),
    labels jsonb NOT NULL,
    annotations jsonb NOT NULL,
    generator_url text NOT NULL,
    received_at timestamptz NOT NULL,
    ended_at timestamptz CHECK (ended_at >= starts_at),
    ended_received_at timestamptz CHECK ((ended_at IS NULL) = (ended_received_at IS NULL)),
    silenced boolean NOT NULL DEFAULT false,
    PRIMARY KEY (tenant_id, alert_id),
    UNIQUE (tenant_id, fingerprint, starts_at)
);
COMMENT ON COLUMN alerts.starts_at IS 'To the millisecond, as Alertmanager''s API tells it; its webhook tells nanoseconds.';
COMMENT ON COLUMN alerts.silenced IS 'Held back in Alertmanager by a silence or by another alert, when it was asked last.';
CREATE INDEX alerts_active ON alerts (tenant_id) WHERE ended_at IS NULL;
CREATE INDEX alerts_history ON alerts (tenant_id, starts_at DESC);
CREATE INDEX alerts_history_of_all ON alerts (starts_at DESC);
CALL protect_tenant_table('alerts');
-- The second lock on "internal": what a shop must not read about itself.
CREATE POLICY only_for_the_tenant ON alerts AS RESTRICTIVE FOR SELECT TO tenantlens_app USING (audience = 'tenant');
GRANT SELECT ON alerts TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON alerts TO tenantlens_worker;

-- What came in and could not be understood. It may be about any tenant, so it is for staff alone.
CREATE TABLE alert_dead_letters (
    letter_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    content_hash bytea NOT NULL UNIQUE CHECK (length(content_hash) = 32),
    payload bytea NOT NULL,
    reason text NOT NULL,
    received_at timestamptz NOT NULL,
    last_received_at timestamptz NOT NULL,
    times integer NOT NULL DEFAULT 1,
    settled_at timestamptz,
    settled_how text CHECK (settled_how IN ('replayed', 'discarded')),
    CHECK ((settled_at IS NULL) = (settled_how IS NULL))
);
COMMENT ON COLUMN alert_dead_letters.times IS 'Alertmanager sends a group again and again; the same content is one letter.';
CREATE INDEX alert_dead_letters_open ON alert_dead_letters (received_at) WHERE settled_at IS NULL;
GRANT SELECT, UPDATE (reason, settled_at, settled_how) ON alert_dead_letters TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON alert_dead_letters TO tenantlens_worker;

-- When a source of alerts answered last, and what was wrong with it since.
CREATE TABLE alert_sources (
    source text PRIMARY KEY CHECK (source IN ('alertmanager', 'webhook', 'prometheus')),
    answered_at timestamptz,
    problem text
);
GRANT SELECT ON alert_sources TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON alert_sources TO tenantlens_worker;
