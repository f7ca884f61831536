-- What the platform pays, and by which rule tenants carry it. All three are versions: a change is a new row with a later day.
CREATE TABLE unit_costs (
    unit_cost text NOT NULL CHECK (unit_cost ~ '^[a-z0-9_]{1,63}$'),
    valid_from date NOT NULL,
    title text NOT NULL,
    unit text NOT NULL,
    per_month boolean NOT NULL DEFAULT false,
    amount numeric NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (unit_cost, valid_from)
);
COMMENT ON COLUMN unit_costs.amount IS 'BDT for one unit; with per_month for one unit over a whole month.';

CREATE TABLE cost_drivers (
    driver text NOT NULL CHECK (driver ~ '^[a-z0-9_]{1,63}$'),
    valid_from date NOT NULL,
    meter text NOT NULL,
    peak boolean NOT NULL DEFAULT false,
    dimension text,
    included text[] NOT NULL DEFAULT '{}',
    excluded text[] NOT NULL DEFAULT '{}',
    unit_size numeric NOT NULL DEFAULT 1 CHECK (unit_size > 0),
    decimals smallint NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
    PRIMARY KEY (driver, valid_from)
);
COMMENT ON TABLE cost_drivers IS 'A measured quantity that cost follows: a meter, or the part of it with some values of a dimension.';
COMMENT ON COLUMN cost_drivers.unit_size IS 'How much of the meter is one unit of the unit cost: 1,000,000,000 bytes are a gigabyte.';
COMMENT ON COLUMN cost_drivers.decimals IS 'Decimals of the meter that count.';

CREATE TABLE cost_pools (
    pool text NOT NULL CHECK (pool ~ '^[a-z0-9-]{1,63}$'),
    valid_from date NOT NULL,
    title text NOT NULL,
    cost_type text NOT NULL CHECK (cost_type IN ('compute', 'database', 'database_storage', 'file_storage', 'backup_storage', 'ingress',
        'egress', 'cdn', 'payment', 'email', 'sms', 'overhead', 'other')),
    kind text NOT NULL CHECK (kind IN ('shared', 'dedicated', 'overhead')),
    hosting text NOT NULL DEFAULT 'all' CHECK (hosting IN ('all', 'shared', 'dedicated')),
    unit_cost text,
    driver text,
    capacity_per_hour numeric CHECK (capacity_per_hour >= 0),
    idle text NOT NULL DEFAULT 'separate' CHECK (idle IN ('share', 'separate')),
    split jsonb NOT NULL,
    PRIMARY KEY (pool, valid_from)
);
COMMENT ON TABLE cost_pools IS 'A cost that is divided as one. Without a driver it is a fixed amount a month; without a unit cost it comes from bills alone.';
COMMENT ON COLUMN cost_pools.split IS 'As in the command allocate: base {percent, method}, usage {method, by}; by names a driver.';
COMMENT ON COLUMN cost_pools.capacity_per_hour IS 'Units paid for each hour whether used or not; what is not used is idle.';

GRANT SELECT ON unit_costs, cost_drivers, cost_pools TO tenantlens_staff, tenantlens_worker;
GRANT INSERT ON unit_costs, cost_drivers, cost_pools TO tenantlens_staff;

INSERT INTO unit_costs (unit_cost, valid_from, title, unit, per_month, amount) VALUES
    ('cpu_second', '2025-01-01', 'Processor', 'CPU second', false, 0.0040),
    ('memory_gb_hour', '2025-01-01', 'Memory', 'GB-hour', false, 0.55),
    ('database_storage_gb', '2025-01-01', 'Database storage', 'GB', true, 14.00),
    ('file_storage_gb', '2025-01-01', 'File storage', 'GB', true, 2.80),
    ('backup_storage_gb', '2025-01-01', 'Backup storage', 'GB', true, 1.60),
    ('ingress_gb', '2025-01-01', 'Inbound traffic', 'GB', false, 0.30),
    ('egress_gb', '2025-01-01', 'Outbound traffic', 'GB', false, 3.60),
    ('cdn_thousand_requests', '2025-01-01', 'CDN', 'thousand requests', false, 0.09),
    ('payment', '2025-01-01', 'Payment fee', 'payment attempt', false, 0.45),
    ('email', '2025-01-01', 'E-mail', 'e-mail', false, 0.012),
    ('sms', '2025-01-01', 'SMS', 'message', false, 0.25),
    ('database_million_queries', '2025-01-01', 'Database queries', 'million queries', false, 60.00),
    ('shared_database', '2025-01-01', 'Shared database, base', 'installation', true, 36000.00),
    ('dedicated_database', '2025-01-01', 'Dedicated database', 'instance', true, 30000.00),
    ('overhead', '2025-01-01', 'Overhead: monitoring, staff on call, licences', 'platform', true, 60000.00);

INSERT INTO cost_drivers (driver, valid_from, meter, dimension, included, excluded, unit_size, decimals) VALUES
    ('cpu_seconds', '2025-01-01', 'cpu_seconds', NULL, '{}', '{}', 1, 6),
    ('memory_gb_hours', '2025-01-01', 'memory', NULL, '{}', '{}', 1000000000, 0),
    ('database_gb_hours', '2025-01-01', 'storage', 'type', '{database}', '{}', 1000000000, 0),
    ('file_gb_hours', '2025-01-01', 'storage', 'type', '{}', '{database,backup}', 1000000000, 0),
    ('backup_gb_hours', '2025-01-01', 'storage', 'type', '{backup}', '{}', 1000000000, 0),
    ('ingress_gb', '2025-01-01', 'bandwidth', 'direction', '{in,inbound,ingress,receive}', '{}', 1000000000, 0),
    ('egress_gb', '2025-01-01', 'bandwidth', 'direction', '{out,outbound,egress,transmit}', '{}', 1000000000, 0),
    ('cdn_requests', '2025-01-01', 'cdn_requests', NULL, '{}', '{}', 1000, 0),
    ('payments', '2025-01-01', 'payments', NULL, '{}', '{}', 1, 0),
    ('emails', '2025-01-01', 'emails', NULL, '{}', '{}', 1, 0),
    ('sms', '2025-01-01', 'sms', NULL, '{}', '{}', 1, 0),
    ('db_queries', '2025-01-01', 'db_queries', NULL, '{}', '{}', 1000000, 0),
    ('db_query_seconds', '2025-01-01', 'db_query_seconds', NULL, '{}', '{}', 1, 3),
    ('requests', '2025-01-01', 'requests', NULL, '{}', '{}', 1, 0),
    ('orders', '2025-01-01', 'orders', 'status', '{completed}', '{}', 1, 0),
    ('cache_hits', '2025-01-01', 'cache_hits', NULL, '{}', '{}', 1, 0),
    ('cache_misses', '2025-01-01', 'cache_misses', NULL, '{}', '{}', 1, 0);
INSERT INTO cost_drivers (driver, valid_from, meter, peak) VALUES ('active_users', '2025-01-01', 'active_users', true);

INSERT INTO cost_pools (pool, valid_from, title, cost_type, kind, hosting, unit_cost, driver, capacity_per_hour, split)
SELECT pool, date '2025-01-01', title, cost_type, 'shared', hosting, unit_cost, driver, capacity,
    jsonb_build_object('usage', jsonb_build_object('method', 'weighted', 'by', driver))
FROM (VALUES
    ('cpu', 'Processor', 'compute', 'all', 'cpu_second', 'cpu_seconds', 900),
    ('memory', 'Memory', 'compute', 'all', 'memory_gb_hour', 'memory_gb_hours', 4),
    ('database-storage', 'Database storage', 'database_storage', 'all', 'database_storage_gb', 'database_gb_hours', NULL),
    ('file-storage', 'File storage', 'file_storage', 'all', 'file_storage_gb', 'file_gb_hours', NULL),
    ('backup-storage', 'Backup storage', 'backup_storage', 'all', 'backup_storage_gb', 'backup_gb_hours', NULL),
    ('ingress', 'Inbound traffic', 'ingress', 'all', 'ingress_gb', 'ingress_gb', NULL),
    ('egress', 'Outbound traffic', 'egress', 'all', 'egress_gb', 'egress_gb', NULL),
    ('cdn', 'CDN', 'cdn', 'all', 'cdn_thousand_requests', 'cdn_requests', NULL),
    ('payment', 'Payment fees', 'payment', 'all', 'payment', 'payments', NULL),
    ('email', 'E-mail', 'email', 'all', 'email', 'emails', NULL),
    ('sms', 'SMS', 'sms', 'all', 'sms', 'sms', NULL),
    ('database-queries', 'Shared database, queries', 'database', 'shared', 'database_million_queries', 'db_queries', NULL)
) AS used (pool, title, cost_type, hosting, unit_cost, driver, capacity);

INSERT INTO cost_pools (pool, valid_from, title, cost_type, kind, hosting, unit_cost, split) VALUES
    ('database-shared', '2025-01-01', 'Shared database, base', 'database', 'shared', 'shared', 'shared_database',
        '{"base": {"percent": "40", "method": "even"}, "usage": {"method": "weighted", "by": "db_query_seconds"}}'),
    ('database-dedicated', '2025-01-01', 'Dedicated databases', 'database', 'dedicated', 'dedicated', 'dedicated_database',
        '{"usage": {"method": "even"}}'),
    ('overhead', '2025-01-01', 'Overhead', 'overhead', 'overhead', 'all', 'overhead', '{"usage": {"method": "weightedByCost"}}');
