-- Tokens of programs of a tenant. The token itself is shown once and never stored.
CREATE TABLE api_tokens (
    tenant_id text NOT NULL REFERENCES tenants,
    token_id uuid NOT NULL DEFAULT gen_random_uuid(),
    name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0 AND scopes <@ ARRAY['ingest', 'read']),
    token_hash bytea NOT NULL CHECK (length(token_hash) = 32),
    prefix text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (tenant_id, token_id)
);
COMMENT ON COLUMN api_tokens.token_hash IS 'SHA-256 of the whole token.';
COMMENT ON COLUMN api_tokens.prefix IS 'The first characters of the token, by which people recognise it.';
CALL protect_tenant_table('api_tokens');
-- Not unique: a unique violation would tell one tenant about the token of another.
CREATE INDEX api_tokens_hash ON api_tokens (token_hash);
GRANT SELECT, INSERT, UPDATE (revoked_at) ON api_tokens TO tenantlens_app;
GRANT SELECT ON api_tokens TO tenantlens_staff, tenantlens_worker;
