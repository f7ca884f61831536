-- Who did what: a chain of records, each carrying the hash of the one before. Nobody may change or delete one;
-- even to append, a login has nothing but the function below.

-- Persons and programs by a random id, so that erasing one here leaves the chain as it is.
CREATE TABLE audit_subjects (
    subject_id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    issuer text NOT NULL,
    subject text NOT NULL,
    name text,
    UNIQUE (issuer, subject)
);
GRANT SELECT, DELETE ON audit_subjects TO tenantlens_staff;
GRANT SELECT ON audit_subjects TO tenantlens_worker;

CREATE TABLE audit_records (
    position bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    subject_id uuid NOT NULL,
    action text NOT NULL CHECK (action ~ '^[a-z0-9.-]{1,60}$'),
    tenant_id text,
    detail text NOT NULL CHECK (detail IS JSON OBJECT),
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL
);
COMMENT ON COLUMN audit_records.tenant_id IS 'The tenant that it is about, NULL for the platform as a whole.';
CALL protect_tenant_table('audit_records');
CREATE POLICY append_by_function ON audit_records FOR INSERT TO tenantlens_owner WITH CHECK (true);
CREATE INDEX audit_records_subject ON audit_records (subject_id, action, at);
CREATE INDEX audit_records_tenant ON audit_records (tenant_id, position);
GRANT SELECT ON audit_records TO tenantlens_staff, tenantlens_worker;

-- The end of the chain. Its row lock puts appending transactions in line; it also shows a cut tail.
CREATE TABLE audit_head (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    position bigint NOT NULL,
    hash bytea NOT NULL
);
INSERT INTO audit_head (position, hash) VALUES (0, sha256('tenantlens audit trail'));
GRANT SELECT ON audit_head TO tenantlens_staff, tenantlens_worker;

-- What the hash of a record covers. JSON has no raw control characters, so the separator is safe.
CREATE FUNCTION audit_hash(previous bytea, pos bigint, at timestamptz, who uuid, what text, tenant text, detail text)
    RETURNS bytea LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN sha256(previous || convert_to(
        pos || E'\x1f' || (extract(epoch FROM at) * 1000000)::bigint || E'\x1f' || who || E'\x1f' || what
            || E'\x1f' || coalesce(tenant, '') || E'\x1f' || detail, 'UTF8'));

CREATE FUNCTION append_audit(who_issuer text, who_subject text, who_name text, what text, tenant text, details text)
    RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who uuid;
    head audit_head;
    now_at timestamptz := clock_timestamp();
    new_hash bytea;
BEGIN
    IF session_user = 'tenantlens_app' AND tenant IS DISTINCT FROM current_tenant() THEN
        RAISE EXCEPTION 'a tenant appends to the audit trail for itself alone';
    END IF;
    INSERT INTO audit_subjects (issuer, subject, name) VALUES (who_issuer, who_subject, who_name)
        ON CONFLICT (issuer, subject) DO UPDATE SET name = coalesce(excluded.name, audit_subjects.name)
        RETURNING subject_id INTO who;
    SELECT * INTO STRICT head FROM audit_head FOR UPDATE;
    new_hash := audit_hash(head.hash, head.position + 1, now_at, who, what, tenant, details);
    INSERT INTO audit_records VALUES (head.position + 1, now_at, who, what, tenant, details, head.hash, new_hash);
    UPDATE audit_head SET position = head.position + 1, hash = new_hash;
    RETURN head.position + 1;
END
$$;
REVOKE ALL ON FUNCTION append_audit FROM PUBLIC;
GRANT EXECUTE ON FUNCTION append_audit TO tenantlens_app, tenantlens_staff, tenantlens_worker;
