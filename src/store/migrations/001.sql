-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. Tables that take part in undo have a declared NOT NULL primary
-- key, no generated column, no trigger and no ON DELETE CASCADE: SQLite's session
-- extension would silently miss or break their changes. Ids are AUTOINCREMENT, so that
-- an id that was taken back is never given to another row: blocks, comments and problems
-- refer to batches without a foreign key and outlive them until the document is compacted.

CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE organization (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  full_name TEXT,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  inn TEXT,
  ogrn TEXT,
  address TEXT,
  site TEXT,
  bus_gov_id TEXT,
  head TEXT,
  parent_id INTEGER REFERENCES organization (id),
  historic_building INTEGER NOT NULL
) STRICT;

-- Every spelling that files ever used, and the organization that it means.
-- No organization: rows of that name were skipped.
CREATE TABLE source (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  organization_id INTEGER REFERENCES organization (id)
) STRICT;

CREATE TABLE organization_group (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE group_member (
  group_id INTEGER NOT NULL REFERENCES organization_group (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  PRIMARY KEY (group_id, organization_id)
) STRICT, WITHOUT ROWID;

-- A version of the rules as its canonical XML. Rows are never changed.
CREATE TABLE methodology (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  added_at INTEGER NOT NULL,
  reason TEXT,
  sha256 TEXT NOT NULL,
  xml TEXT NOT NULL
) STRICT;

CREATE TABLE cycle (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  title TEXT NOT NULL,
  year INTEGER NOT NULL,
  methodology_id INTEGER REFERENCES methodology (id),
  operator TEXT,
  approved INTEGER NOT NULL
) STRICT;

-- recipients is NULL while unknown.
CREATE TABLE member (
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  recipients INTEGER,
  selected INTEGER NOT NULL,
  PRIMARY KEY (cycle_id, organization_id)
) STRICT, WITHOUT ROWID;

-- Checklist items of a cycle in the order of their ids. code is NULL when a file added it.
CREATE TABLE item (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  place TEXT NOT NULL,
  code TEXT,
  text TEXT NOT NULL
) STRICT;

-- One import. file_name is a base name: no path of anyone's machine enters a document.
CREATE TABLE batch (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  kind TEXT NOT NULL,
  file_name TEXT,
  sheet TEXT,
  sha256 TEXT,
  imported_at INTEGER NOT NULL,
  who TEXT,
  mapping TEXT,
  accepted INTEGER NOT NULL,
  rejected INTEGER NOT NULL,
  duplicates INTEGER NOT NULL,
  contradictions INTEGER NOT NULL,
  removed INTEGER NOT NULL
) STRICT;

-- One organization's line of a checklist: all its marks packed, so that a region is
-- 1,500 rows and not 90,000 (mer-batch-checklist.c). file_row is the line in the file.
CREATE TABLE checklist (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  file_row INTEGER NOT NULL,
  marks BLOB NOT NULL,
  PRIMARY KEY (batch_id, source_id, file_row)
) STRICT, WITHOUT ROWID;

-- From here on: outside undo. They live and die with their batch.

CREATE TABLE block (
  batch_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (batch_id, source_id, segment)
) STRICT;

CREATE TABLE comment (
  batch_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  segment INTEGER NOT NULL,
  data BLOB NOT NULL,
  PRIMARY KEY (batch_id, source_id, segment)
) STRICT;

CREATE TABLE problem (
  batch_id INTEGER NOT NULL,
  file_row INTEGER NOT NULL,
  column_name TEXT,
  code TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Append-only. kind: base (a state that cannot be taken back), do, undo, redo; target is
-- the action that an undo or redo is of. hash = SHA-256 over the hash of the line
-- before and this line's canonical text (mer-document-journal.c).
CREATE TABLE journal (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,
  kind TEXT NOT NULL,
  target INTEGER,
  what TEXT NOT NULL,
  detail TEXT,
  change_hash TEXT,
  hash TEXT NOT NULL
) STRICT;

-- The changeset of a journal line; size is its size before deflating.
CREATE TABLE change (
  journal_id INTEGER NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  data BLOB NOT NULL
) STRICT;
