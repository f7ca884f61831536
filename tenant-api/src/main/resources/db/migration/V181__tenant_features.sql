-- Which features each tenant used, from when and until when: what adoption is read from, kept as usage comes in.
CREATE TABLE tenant_features (
    tenant_id text NOT NULL REFERENCES tenants,
    feature text NOT NULL,
    first_used_on date NOT NULL,
    last_used_on date NOT NULL CHECK (last_used_on >= first_used_on),
    PRIMARY KEY (tenant_id, feature)
) WITH (fillfactor = 80);
COMMENT ON COLUMN tenant_features.first_used_on IS 'Local date of the tenant.';
CALL protect_tenant_table('tenant_features');
GRANT SELECT ON tenant_features TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON tenant_features TO tenantlens_worker;

-- What is known already. The migrating login sees no rows of tenants, so the locks open for the copy.
ALTER TABLE usage_day NO FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant_features NO FORCE ROW LEVEL SECURITY;
INSERT INTO tenant_features
SELECT tenant_id, dimensions ->> 'feature', min(day), max(day) FROM usage_day
WHERE meter = 'feature_usage' AND quantity > 0 AND dimensions ->> 'feature' <> '' GROUP BY tenant_id, dimensions ->> 'feature';
ALTER TABLE usage_day FORCE ROW LEVEL SECURITY;
ALTER TABLE tenant_features FORCE ROW LEVEL SECURITY;
