-- Staff search the trail by action and by day; tenant and person have their indexes already.
CREATE INDEX audit_records_action ON audit_records (action, position);
CREATE INDEX audit_records_at ON audit_records (at);
