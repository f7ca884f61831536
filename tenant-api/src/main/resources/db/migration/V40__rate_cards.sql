-- What a plan costs from a day on. Cards are data: a new price is a new row with a later day, never an edited one.
CREATE TABLE rate_cards (
    plan text NOT NULL CHECK (plan ~ '^[a-z0-9-]{1,63}$'),
    currency text NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    valid_from date NOT NULL,
    title text NOT NULL,
    charges jsonb NOT NULL CHECK (jsonb_typeof(charges) = 'array'),
    taxes jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(taxes) = 'array'),
    PRIMARY KEY (plan, currency, valid_from)
);
COMMENT ON COLUMN rate_cards.charges IS 'Each: id, title, unit, meter, where, measure, and price as in the command rate. docs/billing.md.';
GRANT SELECT ON rate_cards TO tenantlens_app, tenantlens_staff, tenantlens_worker;

INSERT INTO rate_cards (plan, currency, valid_from, title, charges, taxes)
SELECT card.plan, 'BDT', '2025-01-01', card.title,
    jsonb_build_array(
        jsonb_build_object('id', 'base', 'title', 'Base fee', 'unit', 'month',
            'price', jsonb_build_object('model', 'flat', 'amount', card.base)),
        jsonb_build_object('id', 'requests', 'title', 'API requests', 'unit', 'thousand requests', 'meter', 'requests',
            'price', jsonb_build_object('model', 'graduated', 'convert', '{"divideBy": "1000", "round": "ceil"}'::jsonb,
                'tiers', jsonb_build_array(
                    jsonb_build_object('upTo', card.free_requests, 'unit', '0'),
                    jsonb_build_object('upTo', '10000', 'unit', card.request_price),
                    jsonb_build_object('upTo', null, 'unit', card.bulk_request_price)))),
        jsonb_build_object('id', 'storage', 'title', 'File storage', 'unit', 'GB-months', 'meter', 'storage', 'measure', 'average',
            'price', jsonb_build_object('model', 'unit', 'unit', card.storage_price, 'freeUnits', card.free_storage,
                'convert', '{"divideBy": "1000000000"}'::jsonb)),
        jsonb_build_object('id', 'bandwidth', 'title', 'Outbound traffic', 'unit', 'GB', 'meter', 'bandwidth',
            'where', '{"direction": "outbound"}'::jsonb,
            'price', jsonb_build_object('model', 'unit', 'unit', card.bandwidth_price, 'freeUnits', card.free_bandwidth,
                'convert', '{"divideBy": "1000000000"}'::jsonb)),
        jsonb_build_object('id', 'orders', 'title', 'Completed orders', 'unit', 'orders', 'meter', 'orders',
            'where', '{"status": "completed"}'::jsonb,
            'price', jsonb_build_object('model', 'unit', 'unit', card.order_price, 'freeUnits', card.free_orders)),
        jsonb_build_object('id', 'emails', 'title', 'E-mails', 'unit', 'e-mails, sold by 1,000', 'meter', 'emails',
            'price', '{"model": "package", "size": "1000", "price": "45.00"}'::jsonb),
        jsonb_build_object('id', 'sms', 'title', 'SMS', 'unit', 'messages', 'meter', 'sms',
            'price', '{"model": "unit", "unit": "0.35"}'::jsonb)),
    '[{"id": "vat", "title": "VAT", "percent": "15"}]'
FROM (VALUES
    ('starter', 'Starter', '1500.00', '100', '12.00', '9.00', '5', '3.50', '10', '4.50', '50', '2.00'),
    ('growth', 'Growth', '7500.00', '1000', '9.00', '7.00', '50', '3.00', '100', '4.00', '500', '1.50'),
    ('enterprise', 'Enterprise', '45000.00', '5000', '6.50', '4.50', '500', '2.50', '1000', '3.25', '5000', '0.90')
) AS card (plan, title, base, free_requests, request_price, bulk_request_price, free_storage, storage_price,
    free_bandwidth, bandwidth_price, free_orders, order_price);
