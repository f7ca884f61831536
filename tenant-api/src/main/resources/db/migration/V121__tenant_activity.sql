-- How alive each active tenant is, read from its roll-ups every few minutes. docs/rating.md has the formula of the score.
CREATE TABLE tenant_activity (
    tenant_id text NOT NULL PRIMARY KEY REFERENCES tenants,
    days_since_last integer NOT NULL,
    active_days integer NOT NULL,
    features_used integer NOT NULL,
    features_offered integer NOT NULL,
    recent numeric NOT NULL,
    previous numeric NOT NULL,
    score numeric NOT NULL CHECK (score BETWEEN 0 AND 1)
) WITH (fillfactor = 80);
COMMENT ON COLUMN tenant_activity.recent IS 'Requests of the last 14 local days; previous: of the 14 days before.';
CALL protect_tenant_table('tenant_activity');
GRANT SELECT ON tenant_activity TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_activity TO tenantlens_worker;
