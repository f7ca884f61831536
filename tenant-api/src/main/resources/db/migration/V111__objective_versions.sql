-- The window of the error budget, the target of a slice, and the limits of credits. Before its first day a version may be set
-- again: of those with the same first day the one set last counts.
ALTER TABLE tier_objectives
    ADD COLUMN window_days integer CHECK (window_days BETWEEN 1 AND 366),
    ADD COLUMN slice_percent numeric CHECK (slice_percent > 0 AND slice_percent <= 100),
    ADD COLUMN credit_year_cap_percent numeric NOT NULL DEFAULT 100 CHECK (credit_year_cap_percent BETWEEN 0 AND 100),
    ADD COLUMN credit_min_requests numeric NOT NULL DEFAULT 0 CHECK (credit_min_requests >= 0),
    ADD COLUMN set_at timestamptz NOT NULL DEFAULT now(),
    DROP CONSTRAINT tier_objectives_pkey,
    ADD PRIMARY KEY (tier, valid_from, set_at);
ALTER TABLE tenant_objectives
    ADD COLUMN window_days integer CHECK (window_days BETWEEN 1 AND 366),
    ADD COLUMN slice_percent numeric CHECK (slice_percent > 0 AND slice_percent <= 100),
    ADD COLUMN credit_year_cap_percent numeric NOT NULL DEFAULT 100 CHECK (credit_year_cap_percent BETWEEN 0 AND 100),
    ADD COLUMN credit_min_requests numeric NOT NULL DEFAULT 0 CHECK (credit_min_requests >= 0),
    ADD COLUMN set_at timestamptz NOT NULL DEFAULT now(),
    DROP CONSTRAINT tenant_objectives_pkey,
    ADD PRIMARY KEY (tenant_id, valid_from, set_at);
COMMENT ON COLUMN tier_objectives.window_days IS 'Rolling days of the error budget; NULL is the calendar month in the tenant''s zone.';
COMMENT ON COLUMN tier_objectives.slice_percent IS 'Availability that makes an hour good when time slices count; NULL is the objective itself.';
COMMENT ON COLUMN tier_objectives.credit_year_cap_percent IS 'Credits of a calendar year are at most this percentage of its bills.';
COMMENT ON COLUMN tier_objectives.credit_min_requests IS 'A month with fewer requests earns no credit.';
