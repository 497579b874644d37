-- SPDX-License-Identifier: GPL-3.0-or-later
-- The rules as something that is edited, decided and approved: drafts, where versions come
-- from, whose questions a block is packed by, what was approved, objections, and points that
-- experts give by hand.

-- Whose questions and options the batch's blocks are packed by; NULL: the version that its cycle
-- is bound to, until that is bound to another one. What is there already stays NULL, because
-- undoing what was done before must not meet a reference that it does not know.
ALTER TABLE batch ADD COLUMN methodology_id INTEGER REFERENCES methodology (id);

-- Whose options the answers of a stack's rows count, likewise.
ALTER TABLE stack ADD COLUMN methodology_id INTEGER REFERENCES methodology (id);

-- The version that this one was made of, and the council's decision in words
-- («протокол № 3 от 12.05.2024»).
ALTER TABLE methodology ADD COLUMN base_id INTEGER REFERENCES methodology (id);
ALTER TABLE methodology ADD COLUMN decision TEXT;

-- Rules that are being edited: of a cycle, or (cycle_id 0) of the next one that is made.
-- base_id: the version in force when the edit began. xml: deflated (zlib), because every edit
-- stands in the journal as the text before and after; it may have problems.
CREATE TABLE methodology_draft (
  cycle_id INTEGER NOT NULL PRIMARY KEY,
  base_id INTEGER REFERENCES methodology (id),
  xml BLOB NOT NULL
) STRICT;

-- What the council approved: the version of the rules, and all scores as they were then
-- (CSV as `merilo-cli scores` writes it), with the SHA-256 of that text.
CREATE TABLE approval (
  cycle_id INTEGER NOT NULL PRIMARY KEY REFERENCES cycle (id),
  approved_at INTEGER NOT NULL,
  who TEXT,
  decision TEXT,
  methodology_id INTEGER NOT NULL REFERENCES methodology (id),
  sha256 TEXT NOT NULL,
  scores TEXT NOT NULL
) STRICT;

-- An organization objects to a mark or a score. subject: the code of an indicator, a criterion
-- or "S"; item_id: the mark of the checklist that it is about, if it is about one. state: open,
-- accepted, partly, rejected. Scores of `subject` before and after as exact decimal text, NULL
-- where undefined or not yet known. Days are ISO 8601.
CREATE TABLE objection (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  subject TEXT NOT NULL,
  item_id INTEGER REFERENCES item (id),
  received TEXT,
  ground TEXT NOT NULL,
  state TEXT NOT NULL,
  decision TEXT,
  decided TEXT,
  before TEXT,
  after TEXT
) STRICT;

-- Points that experts gave an indicator by hand, as exact decimal text.
CREATE TABLE expert_point (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  code TEXT NOT NULL,
  value TEXT NOT NULL,
  file_row INTEGER NOT NULL,
  PRIMARY KEY (batch_id, source_id, code)
) STRICT, WITHOUT ROWID;
