-- Money that a tenant gets off its next bills, such as for a missed service level. Never edited: what is left follows from invoices.
CREATE TABLE bill_credits (
    tenant_id text NOT NULL REFERENCES tenants,
    credit_key text NOT NULL CHECK (length(credit_key) BETWEEN 1 AND 90),
    kind text NOT NULL CHECK (kind IN ('sla', 'goodwill')),
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    evidence text NOT NULL CHECK (length(evidence) <= 4000),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    amount numeric NOT NULL CHECK (amount > 0),
    booked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, credit_key)
);
COMMENT ON COLUMN bill_credits.credit_key IS 'What it is given for, as the one who books it names it: the same key is one credit.';
CALL protect_tenant_table('bill_credits');
GRANT SELECT ON bill_credits TO tenantlens_app;
GRANT SELECT, INSERT ON bill_credits TO tenantlens_staff, tenantlens_worker;
