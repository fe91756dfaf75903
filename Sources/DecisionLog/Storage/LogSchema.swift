/// The tables of the file of a log.
enum LogSchema {
  /// What tells this form of the file from others.
  static let version = 1

  /// The statements that make the tables and indexes, by name.
  ///
  /// Everything that is said lies in `body`, which the chain covers; the columns for queries are read from it and so
  /// cannot differ from it.
  static let statements = [
    "log": """
    CREATE TABLE log(
      id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 32),
      mac TEXT NOT NULL CHECK (length(mac) = 64)
    ) STRICT, WITHOUT ROWID
    """,
    "entries": """
    CREATE TABLE entries(
      sequence INTEGER NOT NULL PRIMARY KEY CHECK (sequence > 0),
      at INTEGER NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('decision', 'approval', 'review', 'read', 'export', 'purge')),
      body TEXT CHECK (body IS NULL OR json_valid(body)),
      body_sha256 TEXT NOT NULL CHECK (length(body_sha256) = 64),
      text_sha256 TEXT CHECK (text_sha256 IS NULL OR length(text_sha256) = 64),
      mac TEXT NOT NULL CHECK (length(mac) = 64),
      author TEXT AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.author') END),
      account TEXT AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.account') END),
      outcome TEXT AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.outcome') END),
      approver TEXT AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.approver') END),
      content_hash TEXT
        AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.content_hash') END),
      decision INTEGER AS (CASE WHEN json_valid(body) THEN json_extract(body, '$.decision') END),
      CHECK (
        kind <> 'decision' OR approver IS NULL
          OR lower(trim(approver)) <> lower(trim(author)))
    ) STRICT
    """,
    "texts": """
    CREATE TABLE texts(
      sequence INTEGER NOT NULL PRIMARY KEY,
      sealed TEXT NOT NULL
    ) STRICT
    """,
    "approvals": """
    CREATE INDEX approvals ON entries(content_hash) WHERE kind = 'approval'
    """,
    "answers": """
    CREATE INDEX answers ON entries(decision) WHERE decision IS NOT NULL
    """,
  ]

  /// The order in which the statements make sense.
  static let order = ["log", "entries", "texts", "approvals", "answers"]
}
