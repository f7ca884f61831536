-- Totals over all tenants are kept of the meters that pages over all tenants show: requests by status, and revenue.
DELETE FROM platform_usage_hour WHERE meter NOT IN ('requests', 'revenue');
ALTER TABLE platform_usage_hour SET (fillfactor = 70);

-- As before, but looks the partition up in the catalogue itself: a name that was missing a moment ago may be remembered as missing
-- by this connection, also after it waited for the one that created the partition.
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
            IF NOT EXISTS (SELECT FROM pg_class WHERE relname = partition_name AND relnamespace = 'public'::regnamespace) THEN
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
