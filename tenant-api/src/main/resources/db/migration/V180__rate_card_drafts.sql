-- A card that is not published yet prices nothing and may be edited.
CREATE TABLE rate_card_drafts (
    draft_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    plan text NOT NULL CHECK (plan ~ '^[a-z0-9-]{1,63}$'),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    base_plan text NOT NULL,
    base_currency text NOT NULL,
    base_valid_from date NOT NULL,
    title text NOT NULL,
    charges jsonb NOT NULL CHECK (jsonb_typeof(charges) = 'array'),
    taxes jsonb NOT NULL CHECK (jsonb_typeof(taxes) = 'array'),
    proration text NOT NULL CHECK (proration IN ('actual', 'fixed30', 'none')),
    revision integer NOT NULL DEFAULT 1,
    changed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    FOREIGN KEY (base_plan, base_currency, base_valid_from) REFERENCES rate_cards
);
COMMENT ON COLUMN rate_card_drafts.revision IS 'Who saves names the revision that was edited, so that nobody overwrites what another saved meanwhile.';
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_card_drafts TO tenantlens_staff;

ALTER TABLE rate_cards ADD COLUMN published_at timestamptz NOT NULL DEFAULT clock_timestamp();
GRANT INSERT ON rate_cards TO tenantlens_staff;

-- The latest month that a card from this day on would price anew though its invoices are settled; null if there is none.
CREATE FUNCTION month_closed_to_rate_card(of_plan text, of_currency text, from_day date) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT max(month) FROM (
        SELECT i.month FROM invoices i
        WHERE i.month >= from_day AND i.currency = of_currency AND i.kind = 'invoice' AND i.status IN ('issued', 'paid')
            AND EXISTS (SELECT FROM invoice_lines l WHERE l.tenant_id = i.tenant_id AND l.invoice_id = i.invoice_id
                AND l.plan = of_plan AND l.service_month = i.month)
        UNION ALL
        SELECT r.month FROM invoice_runs r WHERE r.month >= from_day AND r.state = 'approved') AS closed
$$;

-- What was published stays as it is, whoever asks, and no card reaches back into a month that was issued.
CREATE FUNCTION refuse_change_of_rate_card() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    closed date;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        RAISE EXCEPTION 'a published rate card never changes; publish another version' USING ERRCODE = 'restrict_violation';
    END IF;
    closed := month_closed_to_rate_card(NEW.plan, NEW.currency, NEW.valid_from);
    IF closed IS NOT NULL THEN
        RAISE EXCEPTION 'the invoices of % are settled; a card can not be valid from % on', to_char(closed, 'YYYY-MM'), NEW.valid_from
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER published_is_final BEFORE INSERT OR UPDATE OR DELETE ON rate_cards
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_rate_card();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON rate_cards EXECUTE FUNCTION refuse_change_of_rate_card();
