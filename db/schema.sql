-- Generated: python -m db.migrations > db/schema.sql

CREATE TABLE cases (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    family_id TEXT NOT NULL,
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    title TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'open',
    created_at TEXT NOT NULL
) STRICT
;

CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    inverts INTEGER,
    case_id TEXT NOT NULL,
    path TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    at TEXT NOT NULL,
    digest BLOB NOT NULL,
    prev_hash BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT
;

CREATE INDEX journal_by_case ON journal (case_id);

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'append only'); END;

CREATE TABLE content (
    seq INTEGER PRIMARY KEY REFERENCES journal (seq),
    salt BLOB NOT NULL,
    value TEXT
) STRICT
;

CREATE TABLE chain (one INTEGER PRIMARY KEY CHECK (one = 1), count INTEGER NOT NULL, hash BLOB NOT NULL) STRICT;

CREATE TABLE projection (
    case_id TEXT NOT NULL REFERENCES cases (id),
    path TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (case_id, path)
) STRICT, WITHOUT ROWID
;

CREATE TABLE draft (
    case_id TEXT NOT NULL REFERENCES cases (id),
    path TEXT NOT NULL,
    text TEXT NOT NULL,
    cursor INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (case_id, path)
) STRICT, WITHOUT ROWID
;

CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE searchable (one INTEGER PRIMARY KEY CHECK (one = 1), up_to INTEGER NOT NULL) STRICT;

CREATE TABLE pool_message (
    id TEXT PRIMARY KEY,
    thread TEXT NOT NULL,
    at TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT, WITHOUT ROWID
;

CREATE INDEX pool_message_by_thread ON pool_message (thread);

CREATE TABLE pool_consult (
    number INTEGER PRIMARY KEY,
    thread TEXT NOT NULL UNIQUE,
    status TEXT NOT NULL,
    type TEXT NOT NULL,
    urgent INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    begun TEXT NOT NULL,
    due TEXT,
    waits_for TEXT NOT NULL,
    team TEXT NOT NULL,
    theme TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT
;

CREATE INDEX pool_consult_by_status ON pool_consult (status, due);

CREATE INDEX pool_consult_by_begin ON pool_consult (begun, theme);

CREATE TABLE pool_mark (
    mark TEXT NOT NULL,
    day TEXT NOT NULL,
    number INTEGER NOT NULL REFERENCES pool_consult (number) ON DELETE CASCADE,
    PRIMARY KEY (mark, day, number)
) STRICT, WITHOUT ROWID
;

CREATE INDEX pool_mark_of ON pool_mark (number);

CREATE VIRTUAL TABLE pool_search USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2');

CREATE TABLE pool_link (
    thread TEXT PRIMARY KEY,
    case_id TEXT NOT NULL REFERENCES cases (id) ON DELETE CASCADE,
    record TEXT NOT NULL
) STRICT, WITHOUT ROWID
;

CREATE TABLE pool_key (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    mailbox TEXT NOT NULL,
    thread TEXT NOT NULL,
    data BLOB NOT NULL,
    made_at TEXT NOT NULL,
    sent_at TEXT,
    problem TEXT NOT NULL DEFAULT ''
) STRICT, WITHOUT ROWID
;

CREATE INDEX outbox_waiting ON outbox (sent_at);

CREATE TABLE inbox (id TEXT PRIMARY KEY, message TEXT NOT NULL, at TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE quarantine (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    data BLOB NOT NULL,
    code TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT, WITHOUT ROWID
;

CREATE INDEX quarantine_list ON quarantine (at, digest, code, name);
