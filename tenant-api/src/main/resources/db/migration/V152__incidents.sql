-- Stretches of bad service, derived from hours again and again. What people wrote to one stays with it.
CREATE TABLE sla_incidents (
    tenant_id text NOT NULL REFERENCES tenants,
    incident_id bigint GENERATED ALWAYS AS IDENTITY,
    kind text NOT NULL CHECK (kind IN ('budget', 'probe')),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
    affected numeric NOT NULL CHECK (affected >= 0),
    total numeric NOT NULL CHECK (total >= affected),
    derived_at timestamptz NOT NULL,
    note text CHECK (length(note) <= 2000),
    published_at timestamptz,
    withdrawn_at timestamptz,
    PRIMARY KEY (tenant_id, incident_id),
    UNIQUE (tenant_id, kind, starts_at)
);
COMMENT ON COLUMN sla_incidents.affected IS 'Failed requests of all, or hours that probes saw the shop down of those watched.';
COMMENT ON COLUMN sla_incidents.withdrawn_at IS 'The hours that it was derived from are not bad any more; only incidents that somebody wrote to are kept then.';
CREATE INDEX sla_incidents_time ON sla_incidents (starts_at, ends_at);
CALL protect_tenant_table('sla_incidents');
CREATE POLICY published ON sla_incidents AS RESTRICTIVE FOR SELECT TO tenantlens_app USING (published_at IS NOT NULL);
GRANT SELECT ON sla_incidents TO tenantlens_app;
GRANT SELECT, UPDATE (note, published_at) ON sla_incidents TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON sla_incidents TO tenantlens_worker;
