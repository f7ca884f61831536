-- The tenant of the running transaction: SET LOCAL leaves '' behind, which means "none" as much as NULL does.
CREATE FUNCTION current_tenant() RETURNS text
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('app.tenant_id', true), '');

-- Closes a table with a tenant_id: requests of a tenant see its rows, staff and workers see all, the owner none.
CREATE PROCEDURE protect_tenant_table(target regclass)
    LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', target);
    EXECUTE format('CREATE POLICY own_tenant ON %s TO tenantlens_app USING (tenant_id = current_tenant())', target);
    EXECUTE format('CREATE POLICY all_tenants_staff ON %s TO tenantlens_staff USING (true)', target);
    EXECUTE format('CREATE POLICY all_tenants_worker ON %s TO tenantlens_worker USING (true)', target);
END
$$;

-- Creates the monthly partitions of a table that cover a span of days, each closed like its parent.
-- Runs as the owner, so that workers need no right to create tables.
CREATE FUNCTION ensure_month_partitions(parent text, from_day date, to_day date) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    month_start date := date_trunc('month', from_day);
    partition_name text;
BEGIN
    WHILE month_start <= to_day LOOP
        partition_name := parent || '_' || to_char(month_start, 'YYYYMM');
        IF to_regclass(partition_name) IS NULL THEN
            PERFORM pg_advisory_xact_lock(hashtext(partition_name));
            IF to_regclass(partition_name) IS NULL THEN
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)',
                    partition_name, parent, month_start, (month_start + interval '1 month')::date);
                CALL protect_tenant_table(partition_name::regclass);
            END IF;
        END IF;
        month_start := month_start + interval '1 month';
    END LOOP;
END
$$;

-- Drops the monthly partitions of a table that end at or before a day.
CREATE FUNCTION drop_month_partitions(parent text, before_day date) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' AS $$
DECLARE
    partition_name text;
    dropped integer := 0;
BEGIN
    FOR partition_name IN
        SELECT c.relname FROM pg_inherits i
        JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = parent::regclass
          AND (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month')::date <= before_day
    LOOP
        EXECUTE format('DROP TABLE %I', partition_name);
        dropped := dropped + 1;
    END LOOP;
    RETURN dropped;
END
$$;

REVOKE ALL ON FUNCTION ensure_month_partitions, drop_month_partitions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION ensure_month_partitions, drop_month_partitions TO tenantlens_worker;

CREATE TABLE tenants (
    tenant_id text PRIMARY KEY CHECK (tenant_id ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$' OR tenant_id = '_platform'),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    tier text NOT NULL CHECK (tier IN ('starter', 'growth', 'enterprise')),
    hosting text NOT NULL CHECK (hosting IN ('shared', 'dedicated')),
    plan text NOT NULL,
    status text NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'churned')),
    currency text NOT NULL DEFAULT 'BDT' CHECK (currency ~ '^[A-Z]{3}$'),
    locale text NOT NULL DEFAULT 'en-BD',
    time_zone text NOT NULL DEFAULT 'Asia/Dhaka',
    signed_up_on date NOT NULL,
    churned_on date CHECK (churned_on >= signed_up_on),
    updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE tenants IS 'The shops. _platform owns the series that name no tenant, such as up.';
CALL protect_tenant_table('tenants');
GRANT SELECT ON tenants TO tenantlens_app, tenantlens_staff, tenantlens_worker;
GRANT INSERT, UPDATE ON tenants TO tenantlens_staff;
CREATE INDEX tenants_name ON tenants (lower(name) text_pattern_ops);
