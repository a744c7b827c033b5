-- An envelope that a person had sent no more; what became of it is unknown unless it has an ending.
ALTER TABLE desk.outbox ADD COLUMN released_at timestamptz;
