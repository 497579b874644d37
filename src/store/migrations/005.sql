-- SPDX-License-Identifier: GPL-3.0-or-later
-- Fifth version: the list as the council approved it, and documents that were issued.

-- The council's question by which the list was approved with the organization on it, as the list
-- was before it was changed again; 0: it was not on it, or the list is as it was approved.
ALTER TABLE member ADD COLUMN approved INTEGER NOT NULL DEFAULT 0;

-- Documents that were issued, and the files as they were then, which are never made anew.
CREATE TABLE issued (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  number TEXT,
  day TEXT NOT NULL,
  title TEXT NOT NULL,
  report TEXT NOT NULL,
  source INTEGER,
  format TEXT NOT NULL,
  size INTEGER,
  sha256 TEXT NOT NULL
) STRICT;

CREATE TABLE issued_content (
  issued_id INTEGER NOT NULL PRIMARY KEY REFERENCES issued (id),
  data BLOB NOT NULL
) STRICT;
