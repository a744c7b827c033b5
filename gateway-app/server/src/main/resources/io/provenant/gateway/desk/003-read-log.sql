-- Who read which private document.
CREATE TABLE desk.read_log (
    sequence     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    read_at      timestamptz NOT NULL,
    alias        text NOT NULL,
    role         text NOT NULL,
    collection   text NOT NULL,
    key          text NOT NULL,
    reason_code  text NOT NULL
);
CREATE INDEX read_log_key ON desk.read_log (key, sequence);
