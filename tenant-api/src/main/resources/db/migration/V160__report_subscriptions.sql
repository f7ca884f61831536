-- Who gets a tenant's SLA report by mail, and when.
CREATE TABLE report_subscriptions (
    tenant_id text NOT NULL REFERENCES tenants,
    subscription_id uuid NOT NULL DEFAULT gen_random_uuid(),
    cadence text NOT NULL CHECK (cadence IN ('weekly', 'monthly')),
    hour smallint NOT NULL CHECK (hour BETWEEN 0 AND 23),
    language text NOT NULL CHECK (language IN ('en', 'bn')),
    created_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz,
    due_at timestamptz NOT NULL,
    try_at timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, subscription_id)
);
COMMENT ON COLUMN report_subscriptions.hour IS 'When it is sent, in the tenant''s zone: on Mondays, or on the first of the month.';
COMMENT ON COLUMN report_subscriptions.due_at IS 'The schedule: the report of the period before this instant is the next to be sent.';
COMMENT ON COLUMN report_subscriptions.try_at IS 'due_at, or later after an attempt that failed.';
CALL protect_tenant_table('report_subscriptions');
CREATE INDEX report_subscriptions_due ON report_subscriptions (try_at) WHERE ended_at IS NULL;
GRANT SELECT, INSERT, UPDATE (ended_at) ON report_subscriptions TO tenantlens_app;
GRANT SELECT ON report_subscriptions TO tenantlens_staff;
GRANT SELECT, UPDATE (due_at, try_at, ended_at) ON report_subscriptions TO tenantlens_worker;

CREATE TABLE report_recipients (
    tenant_id text NOT NULL,
    recipient_id uuid NOT NULL DEFAULT gen_random_uuid(),
    subscription_id uuid NOT NULL,
    address text NOT NULL CHECK (length(address) <= 254),
    unsubscribed_at timestamptz,
    PRIMARY KEY (tenant_id, recipient_id),
    UNIQUE (tenant_id, subscription_id, address),
    FOREIGN KEY (tenant_id, subscription_id) REFERENCES report_subscriptions
);
COMMENT ON COLUMN report_recipients.address IS 'Personal data; kept nowhere else but in mails that wait to be sent.';
CALL protect_tenant_table('report_recipients');
GRANT SELECT, INSERT ON report_recipients TO tenantlens_app;
GRANT SELECT ON report_recipients TO tenantlens_staff;
GRANT SELECT, UPDATE (unsubscribed_at) ON report_recipients TO tenantlens_worker;

-- What was sent. A period goes out once for each subscription, whatever workers and crashes there are.
CREATE TABLE report_sends (
    tenant_id text NOT NULL,
    send_id uuid NOT NULL DEFAULT gen_random_uuid(),
    subscription_id uuid NOT NULL,
    first_day date NOT NULL,
    end_day date NOT NULL CHECK (end_day > first_day),
    by_hand boolean NOT NULL,
    sent_at timestamptz NOT NULL DEFAULT now(),
    messages uuid[] NOT NULL,
    skipped text,
    PRIMARY KEY (tenant_id, send_id),
    FOREIGN KEY (tenant_id, subscription_id) REFERENCES report_subscriptions
);
COMMENT ON COLUMN report_sends.end_day IS 'The day after the last one.';
COMMENT ON COLUMN report_sends.messages IS 'The mails in the outbox, one a recipient.';
COMMENT ON COLUMN report_sends.skipped IS 'Why nothing was sent; NULL where it was.';
CALL protect_tenant_table('report_sends');
CREATE UNIQUE INDEX report_sends_once ON report_sends (tenant_id, subscription_id, first_day, end_day) WHERE NOT by_hand;
CREATE INDEX report_sends_newest ON report_sends (tenant_id, sent_at);
GRANT SELECT, INSERT ON report_sends TO tenantlens_app, tenantlens_worker;
GRANT SELECT ON report_sends TO tenantlens_staff;
