-- What one unit of a currency is worth in another for a month's invoices. One rate a month and pair, never edited.
CREATE TABLE exchange_rates (
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    quote text NOT NULL CHECK (quote ~ '^[A-Z]{3}$' AND quote <> currency),
    rate numeric NOT NULL CHECK (rate > 0),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (month, currency, quote)
);
GRANT SELECT ON exchange_rates TO tenantlens_app, tenantlens_worker;
GRANT SELECT, INSERT ON exchange_rates TO tenantlens_staff;

-- The month end: computed as a preview, approved by a person, then issued. One run of a month is open at a time.
CREATE TABLE invoice_runs (
    run_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    state text NOT NULL DEFAULT 'preview' CHECK (state IN ('preview', 'approved', 'issued')),
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    approved_at timestamptz,
    issue_requested_at timestamptz,
    issued_at timestamptz
);
CREATE UNIQUE INDEX one_open_run_a_month ON invoice_runs (month) WHERE state <> 'issued';
COMMENT ON INDEX one_open_run_a_month IS 'Two runs of a month at once would draft the same invoices.';
CREATE UNIQUE INDEX one_approved_run ON invoice_runs ((true)) WHERE state = 'approved';
COMMENT ON INDEX one_approved_run IS 'Credits and corrections of a preview count on what is issued, so only one run issues at a time.';
CREATE INDEX invoice_runs_month ON invoice_runs (month, started_at);
GRANT SELECT, INSERT, UPDATE ON invoice_runs TO tenantlens_staff;
GRANT SELECT, UPDATE ON invoice_runs TO tenantlens_worker;

CREATE TABLE invoice_run_tenants (
    tenant_id text NOT NULL REFERENCES tenants,
    run_id uuid NOT NULL REFERENCES invoice_runs,
    state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'drafted', 'nothing', 'failed', 'issued')),
    reason text CHECK ((state = 'failed') = (reason IS NOT NULL)),
    PRIMARY KEY (tenant_id, run_id)
);
COMMENT ON COLUMN invoice_run_tenants.state IS 'nothing: the tenant owes nothing for the month and gets no invoice.';
CREATE INDEX invoice_run_tenants_state ON invoice_run_tenants (run_id, state, tenant_id);
CALL protect_tenant_table('invoice_run_tenants');
GRANT SELECT, INSERT, UPDATE ON invoice_run_tenants TO tenantlens_staff, tenantlens_worker;

-- The last number given in each series. Its row lock puts issuing transactions in line, so that no number is left out.
CREATE TABLE invoice_numbers (
    series text PRIMARY KEY,
    last_number bigint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON invoice_numbers TO tenantlens_staff, tenantlens_worker;

CREATE TABLE invoices (
    tenant_id text NOT NULL REFERENCES tenants,
    invoice_id text NOT NULL CHECK (invoice_id ~ '^[0-9]{4}-[0-9]{2}(-[a-z0-9]+)*$'),
    kind text NOT NULL CHECK (kind IN ('invoice', 'credit_note')),
    status text NOT NULL CHECK (status IN ('draft', 'issued', 'paid', 'void')),
    number text,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    run_id uuid REFERENCES invoice_runs,
    corrects text,
    tenant_name text NOT NULL,
    plan_title text NOT NULL,
    time_zone text NOT NULL,
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    bdt_rate numeric NOT NULL CHECK (bdt_rate > 0),
    subtotal numeric NOT NULL,
    discount numeric NOT NULL,
    credit numeric NOT NULL,
    tax numeric NOT NULL,
    total numeric NOT NULL CHECK (total = subtotal - discount - credit + tax),
    taxes jsonb NOT NULL DEFAULT '[]',
    drafted_at timestamptz NOT NULL DEFAULT now(),
    issued_at timestamptz,
    due_on date,
    paid_at timestamptz,
    voided_at timestamptz,
    note text CHECK (length(note) <= 1000),
    PRIMARY KEY (tenant_id, invoice_id),
    FOREIGN KEY (tenant_id, corrects) REFERENCES invoices,
    UNIQUE (tenant_id, number),
    CHECK ((status = 'draft') = (number IS NULL)),
    CHECK ((kind = 'credit_note') = (corrects IS NOT NULL))
);
COMMENT ON COLUMN invoices.bdt_rate IS 'What a unit of its currency was worth in BDT in its month, for figures over all tenants.';
CREATE UNIQUE INDEX one_invoice_a_month ON invoices (tenant_id, month) WHERE kind = 'invoice' AND status <> 'void';
CREATE INDEX invoices_month ON invoices (month, tenant_id);
CREATE INDEX invoices_run ON invoices (run_id, tenant_id);
CALL protect_tenant_table('invoices');
CREATE POLICY no_drafts_for_tenants ON invoices AS RESTRICTIVE FOR SELECT TO tenantlens_app USING (status <> 'draft');
GRANT SELECT ON invoices TO tenantlens_app;
GRANT SELECT, INSERT, UPDATE ON invoices TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON invoices TO tenantlens_worker;

CREATE TABLE invoice_lines (
    tenant_id text NOT NULL,
    invoice_id text NOT NULL,
    line integer NOT NULL CHECK (line > 0),
    charge text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('usage', 'flat', 'minimum', 'correction', 'discount', 'credit')),
    service_month date NOT NULL CHECK (extract(day FROM service_month) = 1),
    plan text,
    card_from date,
    active_from date,
    active_until date,
    meter text,
    unit text NOT NULL,
    metered numeric,
    quantity numeric NOT NULL,
    unit_price numeric,
    amount numeric NOT NULL,
    discount numeric NOT NULL,
    credit numeric NOT NULL,
    tax numeric NOT NULL,
    total numeric NOT NULL CHECK (total = amount - discount - credit + tax),
    steps text NOT NULL,
    PRIMARY KEY (tenant_id, invoice_id, line),
    FOREIGN KEY (tenant_id, invoice_id) REFERENCES invoices ON DELETE CASCADE
);
COMMENT ON COLUMN invoice_lines.service_month IS 'The month that it is for: of a correction the month of the usage.';
COMMENT ON COLUMN invoice_lines.plan IS 'With card_from and the currency of the invoice: the rate card that priced it.';
COMMENT ON COLUMN invoice_lines.metered IS 'The quantity of the whole service month in the unit of the meter.';
COMMENT ON COLUMN invoice_lines.steps IS 'How the amount came about, a step a line.';
CREATE INDEX invoice_lines_service ON invoice_lines (tenant_id, service_month);
CALL protect_tenant_table('invoice_lines');
CREATE POLICY no_drafts_for_tenants ON invoice_lines AS RESTRICTIVE FOR SELECT TO tenantlens_app
    USING (EXISTS (SELECT FROM invoices i WHERE i.tenant_id = invoice_lines.tenant_id AND i.invoice_id = invoice_lines.invoice_id));
GRANT SELECT ON invoice_lines TO tenantlens_app;
GRANT SELECT, INSERT ON invoice_lines TO tenantlens_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON invoice_lines TO tenantlens_worker;
