-- The first answer under an idempotency key, for a day.
CREATE TABLE desk.idempotency (
    alias        text NOT NULL,
    key          uuid NOT NULL,
    request_hash text NOT NULL,
    claimed_at   timestamptz NOT NULL,
    answer       text,                  -- canonical JSON; null: no definite answer yet
    PRIMARY KEY (alias, key)
);
CREATE INDEX idempotency_claimed ON desk.idempotency (claimed_at);
