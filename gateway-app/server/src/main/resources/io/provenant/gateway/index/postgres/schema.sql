-- Derived from the blocks and from nothing else; dropped and built again at any time.
-- Keys compare byte by byte, as in the world state.

CREATE TABLE block (
    number         bigint PRIMARY KEY,
    header_hash    text NOT NULL,
    ledger_time_ms bigint NOT NULL         -- greatest transaction time so far
);

CREATE TABLE transaction (
    block           bigint NOT NULL,
    tx_no           integer NOT NULL,
    tx_id           text NOT NULL,
    tx_ms           bigint NOT NULL,
    msp_id          text NOT NULL,
    party_id        text,
    role            text,
    command         text NOT NULL,
    validation_code text NOT NULL,
    facts           text NOT NULL,          -- canonical JSON of the event's facts
    PRIMARY KEY (block, tx_no)
);
CREATE INDEX transaction_id ON transaction (tx_id);

-- Every state of every record, as a transaction left it.
CREATE TABLE record_version (
    key      text COLLATE "C" NOT NULL,
    block    bigint NOT NULL,
    tx_no    integer NOT NULL,
    doc_type text NOT NULL,
    rev      bigint,
    state    text,
    fact     text NOT NULL,
    value    text,                          -- canonical JSON as stored; null: deleted
    PRIMARY KEY (key, block, tx_no)
);

-- Every key there is or was, with its newest state.
CREATE TABLE record (
    key         text COLLATE "C" PRIMARY KEY,
    first_block bigint NOT NULL,
    block       bigint NOT NULL,
    tx_no       integer NOT NULL
);

-- Which records name which thing: a party, an origin, a version, whatever has an id.
CREATE TABLE mention (
    ref   text COLLATE "C" NOT NULL,
    block bigint NOT NULL,
    tx_no integer NOT NULL,
    key   text COLLATE "C" NOT NULL,
    name  text NOT NULL,                    -- the member that names it, or the type of the key it is a part of
    PRIMARY KEY (ref, block, tx_no, key, name)
);

-- For look-ups by something else than the key: the types that are looked up so.
CREATE INDEX mention_relation ON mention (ref, name, key) WHERE left(key, 4) IN ('AVR!', 'LEN!', 'REQ!');

-- The public trace of private documents.
CREATE TABLE document (
    collection text NOT NULL,
    key_hash   text NOT NULL,
    value_hash text,                        -- null: deleted
    block      bigint NOT NULL,
    tx_no      integer NOT NULL,
    PRIMARY KEY (collection, key_hash)
);
