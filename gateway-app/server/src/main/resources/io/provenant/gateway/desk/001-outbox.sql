-- Signed envelopes: written before the first submit, closed by the blocks.
CREATE TABLE desk.outbox (
    no           bigint GENERATED ALWAYS AS IDENTITY,
    tx_id        text PRIMARY KEY,
    reference    text,                  -- the sender's own name for the request
    alias        text NOT NULL,
    role         text NOT NULL,
    command      text NOT NULL,
    envelope     bytea NOT NULL,        -- gateway.PreparedTransaction, signed
    after_block  bigint NOT NULL,       -- newest block known when it was written
    written_at   timestamptz NOT NULL,
    ending       text,                  -- validation code, FENCE_PASSED or NOT_ORDERED; null: nobody knows
    end_block    bigint,
    stale_keys   text                   -- separated by spaces
);
CREATE INDEX outbox_open ON desk.outbox (no) WHERE ending IS NULL;
CREATE INDEX outbox_reference ON desk.outbox (reference) WHERE reference IS NOT NULL;
