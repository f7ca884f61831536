-- What leaves the portal: written in the transaction of its cause, delivered at least once afterwards.
CREATE TABLE outbox (
    tenant_id text NOT NULL REFERENCES tenants,
    message_id uuid NOT NULL DEFAULT gen_random_uuid(),
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9-]{0,39}$'),
    key text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    title text NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    payload text,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sent', 'parked')),
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    due_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz CHECK ((ended_at IS NULL) = (state = 'pending')),
    last_error text,
    PRIMARY KEY (tenant_id, message_id),
    UNIQUE (tenant_id, kind, key)
);
COMMENT ON COLUMN outbox.tenant_id IS 'The tenant that it is about; _platform where it is about none.';
COMMENT ON COLUMN outbox.key IS 'Names the cause: the same cause puts the same message in once.';
COMMENT ON COLUMN outbox.title IS 'What it is, for staff; no personal data.';
COMMENT ON COLUMN outbox.payload IS 'What is delivered; NULL once it was and is kept no longer.';
COMMENT ON COLUMN outbox.due_at IS 'When to try next. Whoever tries moves it ahead first, so that nobody else does.';
CALL protect_tenant_table('outbox');
CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'pending';
CREATE INDEX outbox_parked ON outbox (ended_at) WHERE state = 'parked';
CREATE INDEX outbox_kept ON outbox (ended_at) WHERE state = 'sent' AND payload IS NOT NULL;
-- A tenant's request puts messages in and sees how they fare; what a server said of them is for staff.
GRANT INSERT, SELECT (tenant_id, message_id, kind, key, title, state, attempts, created_at, due_at, ended_at)
    ON outbox TO tenantlens_app;
GRANT INSERT, SELECT (tenant_id, message_id, kind, key, title, state, attempts, created_at, due_at, ended_at, last_error)
    ON outbox TO tenantlens_staff;
GRANT UPDATE (state, due_at, attempts, ended_at) ON outbox TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON outbox TO tenantlens_worker;
