-- What was issued stays as it is, whoever asks: a change is a new document.
CREATE FUNCTION refuse_change_of_issued_invoice() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    may_change text[] := ARRAY['status', 'paid_at', 'voided_at', 'note'];
BEGIN
    IF OLD.status = 'draft' THEN
        RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP = 'DELETE'
        OR to_jsonb(NEW) - may_change IS DISTINCT FROM to_jsonb(OLD) - may_change
        OR (OLD.status, NEW.status) NOT IN (('issued', 'paid'), ('issued', 'void')) THEN
        RAISE EXCEPTION 'invoice % was issued and never changes', OLD.number USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER issued_is_final BEFORE UPDATE OR DELETE ON invoices
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_issued_invoice();

CREATE FUNCTION refuse_change_of_issued_lines() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM changed c JOIN invoices i USING (tenant_id, invoice_id) WHERE i.status <> 'draft') THEN
        RAISE EXCEPTION 'lines of an issued invoice never change' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER none_added AFTER INSERT ON invoice_lines REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_issued_lines();
CREATE TRIGGER none_edited AFTER UPDATE ON invoice_lines REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_issued_lines();
CREATE TRIGGER none_moved_in AFTER UPDATE ON invoice_lines REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_issued_lines();
CREATE TRIGGER none_removed AFTER DELETE ON invoice_lines REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_issued_lines();

CREATE FUNCTION refuse_truncate_of_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'invoices are never emptied' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON invoices EXECUTE FUNCTION refuse_truncate_of_invoices();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON invoice_lines EXECUTE FUNCTION refuse_truncate_of_invoices();
