-- The service of a month as it stood when the month was closed. A revision is added when the inputs changed afterwards; nothing is edited.
CREATE TABLE sla_months (
    tenant_id text NOT NULL REFERENCES tenants,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    revision integer NOT NULL CHECK (revision > 0),
    frozen_at timestamptz NOT NULL,
    checked_at timestamptz NOT NULL,
    inputs text NOT NULL CHECK (inputs IS JSON OBJECT),
    inputs_hash bytea NOT NULL CHECK (length(inputs_hash) = 32),
    good numeric NOT NULL,
    total numeric NOT NULL,
    availability_percent numeric,
    objective_percent numeric NOT NULL,
    kept boolean,
    latency_kept boolean,
    credit_percent numeric,
    changes text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (tenant_id, month, revision)
);
COMMENT ON COLUMN sla_months.inputs IS 'Everything that the figures follow from, as canonical JSON; inputs_hash is its SHA-256.';
COMMENT ON COLUMN sla_months.availability_percent IS 'NULL where nothing was counted, as kept, latency_kept and credit_percent.';
COMMENT ON COLUMN sla_months.changes IS 'What differs from the revision before, in words.';
COMMENT ON COLUMN sla_months.checked_at IS 'When the inputs were last found to be unchanged.';
CREATE INDEX sla_months_month ON sla_months (month, tenant_id);
CALL protect_tenant_table('sla_months');
GRANT SELECT ON sla_months TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE (checked_at) ON sla_months TO tenantlens_worker;
