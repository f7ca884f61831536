-- What a plan includes from a day on. NULL is no limit. Like prices these are data: a change is a new row with a later day.
CREATE TABLE plan_limits (
    plan text NOT NULL CHECK (plan ~ '^[a-z0-9-]{1,63}$'),
    valid_from date NOT NULL,
    products bigint CHECK (products > 0),
    requests_per_hour bigint CHECK (requests_per_hour > 0),
    features text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (plan, valid_from)
);
COMMENT ON COLUMN plan_limits.features IS 'The features that the plan offers, by their names in the meter feature_usage.';
GRANT SELECT ON plan_limits TO tenantlens_app, tenantlens_staff, tenantlens_worker;
GRANT INSERT ON plan_limits TO tenantlens_staff;

INSERT INTO plan_limits (plan, valid_from, products, requests_per_hour, features)
VALUES ('starter', '2020-01-01', 500, 2000, '{coupons,reports}'),
       ('growth', '2020-01-01', 5000, 10000, '{coupons,reports}'),
       ('enterprise', '2020-01-01', NULL, 100000, '{coupons,reports}');

-- The limits in force in each tenant's zone.
CREATE VIEW tenant_plan_limits WITH (security_invoker) AS
SELECT DISTINCT ON (t.tenant_id) t.tenant_id, l.products, l.requests_per_hour, l.features
FROM tenants t
JOIN plan_limits l ON l.plan = t.plan AND l.valid_from <= (now() AT TIME ZONE t.time_zone)::date
ORDER BY t.tenant_id, l.valid_from DESC;
GRANT SELECT ON tenant_plan_limits TO tenantlens_app, tenantlens_staff, tenantlens_worker;
