-- Reads the month from names that end in one alone: the planner may look at other tables of the catalogue first.
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
          AND CASE WHEN c.relname ~ '_[0-9]{4}(0[1-9]|1[0-2])$'
              THEN (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month')::date <= before_day END
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
