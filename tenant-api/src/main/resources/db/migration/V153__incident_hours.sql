-- How many of an incident's hours were bad, for budgets that count hours.
ALTER TABLE sla_incidents ADD COLUMN bad_hours integer NOT NULL DEFAULT 1 CHECK (bad_hours > 0);
