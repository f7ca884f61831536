-- How a flat fee is cut where a plan was in force for a part of the month only; 'none' leaves the last plan's fee whole.
ALTER TABLE rate_cards ADD COLUMN proration text NOT NULL DEFAULT 'actual' CHECK (proration IN ('actual', 'fixed30', 'none'));

-- What a tenant is subscribed to from a day on. A change is a new row; of two for the same day the later one counts.
CREATE TABLE subscription_changes (
    tenant_id text NOT NULL REFERENCES tenants,
    change_id bigint GENERATED ALWAYS AS IDENTITY,
    effective_on date NOT NULL,
    kind text NOT NULL CHECK (kind IN ('start', 'upgrade', 'downgrade', 'change', 'pause', 'cancel', 'reactivate')),
    state text NOT NULL CHECK (state IN ('active', 'paused', 'cancelled')),
    plan text NOT NULL CHECK (length(plan) BETWEEN 1 AND 63),
    recorded_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (tenant_id, change_id)
);
CREATE INDEX subscription_changes_day ON subscription_changes (tenant_id, effective_on, change_id);

-- The migrating login sees no tenants, so the lock opens for the copy of what is known of them.
ALTER TABLE tenants NO FORCE ROW LEVEL SECURITY;
INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
SELECT tenant_id, signed_up_on, 'start', 'active', plan FROM tenants WHERE tenant_id <> '_platform';
INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
SELECT tenant_id, coalesce(churned_on, current_date), 'cancel', 'cancelled', plan
FROM tenants WHERE tenant_id <> '_platform' AND status = 'churned';
ALTER TABLE tenants FORCE ROW LEVEL SECURITY;

CALL protect_tenant_table('subscription_changes');
GRANT SELECT ON subscription_changes TO tenantlens_app;
GRANT SELECT, INSERT ON subscription_changes TO tenantlens_staff, tenantlens_worker;
GRANT UPDATE (plan, status, churned_on, updated_at) ON tenants TO tenantlens_worker;

-- Registering a tenant subscribes it; registering it again with another plan, or as churned, is a change from today on.
CREATE FUNCTION subscribe_registered_tenant() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    today date;
    current subscription_changes;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
        VALUES (NEW.tenant_id, NEW.signed_up_on, 'start', 'active', NEW.plan);
        IF NEW.status = 'churned' THEN
            INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
            VALUES (NEW.tenant_id, coalesce(NEW.churned_on, NEW.signed_up_on), 'cancel', 'cancelled', NEW.plan);
        END IF;
        RETURN NULL;
    END IF;
    IF NEW.plan = OLD.plan AND NEW.status = OLD.status THEN
        RETURN NULL;
    END IF;
    today := greatest((now() AT TIME ZONE NEW.time_zone)::date, NEW.signed_up_on);
    SELECT * INTO current FROM subscription_changes
    WHERE tenant_id = NEW.tenant_id AND effective_on <= today ORDER BY effective_on DESC, change_id DESC LIMIT 1;
    IF NEW.status = 'churned' AND current.state IS DISTINCT FROM 'cancelled' THEN
        INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
        VALUES (NEW.tenant_id, coalesce(NEW.churned_on, today), 'cancel', 'cancelled', NEW.plan);
    ELSIF NEW.status = 'active' AND current.state = 'cancelled' THEN
        INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
        VALUES (NEW.tenant_id, today, 'reactivate', 'active', NEW.plan);
    ELSIF current.plan IS DISTINCT FROM NEW.plan THEN
        INSERT INTO subscription_changes (tenant_id, effective_on, kind, state, plan)
        VALUES (NEW.tenant_id, today, 'change', coalesce(current.state, 'active'), NEW.plan);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER subscribe AFTER INSERT OR UPDATE ON tenants
    FOR EACH ROW WHEN (NEW.tenant_id <> '_platform') EXECUTE FUNCTION subscribe_registered_tenant();
