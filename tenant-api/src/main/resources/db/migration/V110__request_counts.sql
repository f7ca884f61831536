-- Requests of a tenant and how many of them failed, by hour and day: what availability is read from, one row where usage_hour and
-- usage_day have one a combination of dimensions. Triggers keep both equal to their sources within the same transaction.
CREATE TABLE request_hour (
    tenant_id text NOT NULL,
    hour_start timestamptz NOT NULL,
    total numeric NOT NULL,
    failed numeric NOT NULL,
    PRIMARY KEY (tenant_id, hour_start)
) PARTITION BY RANGE (hour_start);
CREATE INDEX request_hour_time ON request_hour (hour_start);
CALL protect_tenant_table('request_hour');
GRANT SELECT ON request_hour TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON request_hour TO tenantlens_worker;

CREATE TABLE request_day (
    tenant_id text NOT NULL,
    day date NOT NULL,
    total numeric NOT NULL,
    failed numeric NOT NULL,
    PRIMARY KEY (tenant_id, day)
) WITH (fillfactor = 70);
CREATE INDEX request_day_day ON request_day (day);
CALL protect_tenant_table('request_day');
GRANT SELECT ON request_day TO tenantlens_app, tenantlens_staff;
GRANT SELECT, INSERT, UPDATE ON request_day TO tenantlens_worker;

-- As before, and what is made of usage_hour comes and goes with it.
CREATE OR REPLACE FUNCTION ensure_month_partitions(parent text, from_day date, to_day date) RETURNS void
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
    IF parent = 'usage_hour' THEN
        PERFORM ensure_month_partitions('request_hour', from_day, to_day);
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION drop_month_partitions(parent text, before_day date) RETURNS integer
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
    IF parent = 'usage_hour' THEN
        dropped := dropped + drop_month_partitions('request_hour', before_day);
    END IF;
    RETURN dropped;
END
$$;

CREATE FUNCTION count_request_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO request_hour AS r
        SELECT tenant_id, hour_start, sum(quantity), coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0)
        FROM after_change WHERE meter = 'requests' GROUP BY tenant_id, hour_start ORDER BY tenant_id, hour_start
        ON CONFLICT (tenant_id, hour_start) DO UPDATE
            SET total = r.total + excluded.total, failed = r.failed + excluded.failed;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE request_hour r SET total = r.total - gone.total, failed = r.failed - gone.failed
        FROM (SELECT tenant_id, hour_start, sum(quantity) AS total,
                     coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed
              FROM before_change WHERE meter = 'requests' GROUP BY tenant_id, hour_start) AS gone
        WHERE r.tenant_id = gone.tenant_id AND r.hour_start = gone.hour_start;
    ELSE
        UPDATE request_hour r SET total = r.total + changed.total, failed = r.failed + changed.failed
        FROM (SELECT tenant_id, hour_start, sum(quantity) AS total,
                     coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed
              FROM (SELECT tenant_id, hour_start, dimensions, quantity FROM after_change WHERE meter = 'requests'
                    UNION ALL
                    SELECT tenant_id, hour_start, dimensions, -quantity FROM before_change WHERE meter = 'requests') AS both_sides
              GROUP BY tenant_id, hour_start) AS changed
        WHERE r.tenant_id = changed.tenant_id AND r.hour_start = changed.hour_start;
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION count_request_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO request_day AS r
        SELECT tenant_id, day, sum(quantity), coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0)
        FROM after_change WHERE meter = 'requests' GROUP BY tenant_id, day ORDER BY tenant_id, day
        ON CONFLICT (tenant_id, day) DO UPDATE
            SET total = r.total + excluded.total, failed = r.failed + excluded.failed;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE request_day r SET total = r.total - gone.total, failed = r.failed - gone.failed
        FROM (SELECT tenant_id, day, sum(quantity) AS total,
                     coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed
              FROM before_change WHERE meter = 'requests' GROUP BY tenant_id, day) AS gone
        WHERE r.tenant_id = gone.tenant_id AND r.day = gone.day;
    ELSE
        UPDATE request_day r SET total = r.total + changed.total, failed = r.failed + changed.failed
        FROM (SELECT tenant_id, day, sum(quantity) AS total,
                     coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0) AS failed
              FROM (SELECT tenant_id, day, dimensions, quantity FROM after_change WHERE meter = 'requests'
                    UNION ALL
                    SELECT tenant_id, day, dimensions, -quantity FROM before_change WHERE meter = 'requests') AS both_sides
              GROUP BY tenant_id, day) AS changed
        WHERE r.tenant_id = changed.tenant_id AND r.day = changed.day;
    END IF;
    RETURN NULL;
END
$$;

-- What is there already. The migrating login sees no rows of tenants, so the locks open for the copies.
SELECT ensure_month_partitions('request_hour', to_date(min(right(c.relname, 6)), 'YYYYMM'), to_date(max(right(c.relname, 6)), 'YYYYMM'))
FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid WHERE i.inhparent = 'usage_hour'::regclass HAVING count(*) > 0;
ALTER TABLE usage_hour NO FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_day NO FORCE ROW LEVEL SECURITY;
ALTER TABLE request_hour NO FORCE ROW LEVEL SECURITY;
ALTER TABLE request_day NO FORCE ROW LEVEL SECURITY;
INSERT INTO request_hour
SELECT tenant_id, hour_start, sum(quantity), coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0)
FROM usage_hour WHERE meter = 'requests' GROUP BY tenant_id, hour_start;
INSERT INTO request_day
SELECT tenant_id, day, sum(quantity), coalesce(sum(quantity) FILTER (WHERE dimensions->>'status' LIKE '5%'), 0)
FROM usage_day WHERE meter = 'requests' GROUP BY tenant_id, day;
ALTER TABLE usage_hour FORCE ROW LEVEL SECURITY;
ALTER TABLE usage_day FORCE ROW LEVEL SECURITY;
ALTER TABLE request_hour FORCE ROW LEVEL SECURITY;
ALTER TABLE request_day FORCE ROW LEVEL SECURITY;

CREATE TRIGGER count_added AFTER INSERT ON usage_hour REFERENCING NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_request_hours();
CREATE TRIGGER count_changed AFTER UPDATE ON usage_hour REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_request_hours();
CREATE TRIGGER count_gone AFTER DELETE ON usage_hour REFERENCING OLD TABLE AS before_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_request_hours();
CREATE TRIGGER count_added AFTER INSERT ON usage_day REFERENCING NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_request_days();
CREATE TRIGGER count_changed AFTER UPDATE ON usage_day REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_request_days();
CREATE TRIGGER count_gone AFTER DELETE ON usage_day REFERENCING OLD TABLE AS before_change
    FOR EACH STATEMENT EXECUTE FUNCTION count_request_days();
