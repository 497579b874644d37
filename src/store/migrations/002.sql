-- SPDX-License-Identifier: GPL-3.0-or-later
-- What operators send besides questionnaires and checklists, and what a specialist adds to
-- both: remembered correspondences of columns, notes beside marks, stacks of paper
-- questionnaires, ready counts and values, facts from open sources, themes of comments.

-- Where a number of recipients is from, in the words of whoever gave it.
ALTER TABLE member ADD COLUMN recipients_source TEXT;

-- source: what the evidence of a batch is, in words («телефонный опрос»). counted: whether
-- ready counts enter the scores.
ALTER TABLE batch ADD COLUMN source TEXT;
ALTER TABLE batch ADD COLUMN counted INTEGER NOT NULL DEFAULT 1;

-- Row numbers of a problem as ranges, «214,300-310» (NULL in documents of the first version),
-- and whether it kept them out.
ALTER TABLE problem ADD COLUMN file_rows TEXT;
ALTER TABLE problem ADD COLUMN rejects INTEGER NOT NULL DEFAULT 0;

-- A correspondence of columns and values under a name. fingerprint: of the header that it is
-- recognized by; text: a key file (mer-import-mapping.c).
CREATE TABLE mapping (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Who saw what and when: of one mark, or (item_id 0) of an organization's whole checklist.
-- day is ISO 8601.
CREATE TABLE mark_note (
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  item_id INTEGER NOT NULL,
  day TEXT,
  inspector TEXT,
  link TEXT,
  note TEXT,
  PRIMARY KEY (cycle_id, organization_id, item_id)
) STRICT, WITHOUT ROWID;

-- Paper questionnaires of one organization while they are typed in. When the stack is closed
-- they become a block of a batch, and batch_id names it. expected: how many lie on the table.
CREATE TABLE stack (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  title TEXT NOT NULL,
  expected INTEGER,
  opened_at INTEGER NOT NULL,
  who TEXT,
  batch_id INTEGER REFERENCES batch (id)
) STRICT;

-- answers: `question=code` with blanks between, the codes as in blocks (core/mer-evidence.h).
CREATE TABLE stack_row (
  stack_id INTEGER NOT NULL REFERENCES stack (id),
  number INTEGER NOT NULL,
  entered_at INTEGER NOT NULL,
  answers TEXT NOT NULL,
  comment TEXT,
  PRIMARY KEY (stack_id, number)
) STRICT, WITHOUT ROWID;

-- Counts that come ready (telephone polls, online voting): how many were asked and how many
-- answered positively.
CREATE TABLE ready_count (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  question TEXT NOT NULL,
  asked INTEGER NOT NULL,
  positive INTEGER NOT NULL,
  file_row INTEGER NOT NULL,
  PRIMARY KEY (batch_id, source_id, question)
) STRICT, WITHOUT ROWID;

-- The operator's own values of indicators, criteria and totals, as exact decimal text: they
-- are compared with ours and never used.
CREATE TABLE ready_value (
  batch_id INTEGER NOT NULL REFERENCES batch (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  code TEXT NOT NULL,
  value TEXT NOT NULL,
  file_row INTEGER NOT NULL,
  PRIMARY KEY (batch_id, source_id, code)
) STRICT, WITHOUT ROWID;

-- A fact from an open source. batch_id is NULL for one that was typed in.
CREATE TABLE fact (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  source_id INTEGER NOT NULL REFERENCES source (id),
  batch_id INTEGER REFERENCES batch (id),
  file_row INTEGER,
  day TEXT,
  origin TEXT NOT NULL,
  link TEXT,
  text TEXT NOT NULL
) STRICT;

-- What was decided about a comment (batch, row of its file). state: masked (names of persons are
-- left out, as without a note), hidden (the whole comment is), open (it stands as written).
CREATE TABLE comment_note (
  batch_id INTEGER NOT NULL,
  file_row INTEGER NOT NULL,
  theme TEXT,
  state TEXT NOT NULL,
  PRIMARY KEY (batch_id, file_row)
) STRICT, WITHOUT ROWID;

-- kind: finding or proposal. batch_id and file_row name the comment that it was made of.
CREATE TABLE finding (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  organization_id INTEGER NOT NULL REFERENCES organization (id),
  kind TEXT NOT NULL,
  criterion TEXT,
  text TEXT NOT NULL,
  batch_id INTEGER,
  file_row INTEGER,
  created_at INTEGER NOT NULL
) STRICT;

-- Outside undo, living and dying with its batch: how many respondents of an organization
-- gave which answer about themselves.
CREATE TABLE profile (
  batch_id INTEGER NOT NULL,
  source_id INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (batch_id, source_id, field, value)
) STRICT, WITHOUT ROWID;
