-- Run once by a superuser of the server before the first start; passwords are set apart with ALTER ROLE.
-- The owner migrates; the three others log in for requests of tenants, of staff, and for ingest and jobs.
DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['tenantlens_owner', 'tenantlens_app', 'tenantlens_staff', 'tenantlens_worker'] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT', name);
        END IF;
    END LOOP;
END
$$;
