-- The owner of series that name no tenant. The migrating login sees no rows of tenants, so the lock opens for one insert.
ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY;
INSERT INTO tenants (tenant_id, name, tier, hosting, plan, time_zone, signed_up_on)
VALUES ('_platform', 'The platform itself', 'enterprise', 'shared', 'none', 'UTC', '2026-01-01')
ON CONFLICT DO NOTHING;
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;
