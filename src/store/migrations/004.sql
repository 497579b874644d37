-- SPDX-License-Identifier: GPL-3.0-or-later
-- The whole cycle: work plan, council, operator, selection, plans of improvement, control,
-- publications. One table a kind of records (src/cycle/mer-record-kinds.c); all have id, cycle_id
-- (NULL where the department keeps them whatever the cycle), position among their like, and a
-- column for each field of the kind. Choices are codes, days ISO 8601, deadlines and lists text.

-- Settings of a cycle (src/cycle/mer-cycle-settings.h); what is absent has its default.
CREATE TABLE cycle_setting (
  cycle_id INTEGER NOT NULL REFERENCES cycle (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (cycle_id, key)
) STRICT, WITHOUT ROWID;

-- pilot: chosen to try the procedure; ground: why it was chosen, in words.
ALTER TABLE member ADD COLUMN pilot INTEGER NOT NULL DEFAULT 0;
ALTER TABLE member ADD COLUMN ground TEXT;

-- Reorganized or closed: since when, and which organization goes on with its work.
ALTER TABLE organization ADD COLUMN successor_id INTEGER REFERENCES organization (id);
ALTER TABLE organization ADD COLUMN state_day TEXT;

-- Results as they were put to public discussion, as in approval.
CREATE TABLE preliminary (
  cycle_id INTEGER NOT NULL PRIMARY KEY REFERENCES cycle (id),
  published_at INTEGER NOT NULL,
  who TEXT,
  decision TEXT,
  methodology_id INTEGER NOT NULL REFERENCES methodology (id),
  sha256 TEXT NOT NULL,
  scores TEXT NOT NULL
) STRICT;

-- The work plan: sections, items in them, steps of items. deadline: the phrase as typed.
CREATE TABLE work_item (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  level TEXT NOT NULL,
  parent INTEGER REFERENCES work_item (id),
  number TEXT,
  what TEXT NOT NULL,
  deadline TEXT,
  responsible TEXT,
  result TEXT,
  state TEXT NOT NULL,
  done_on TEXT,
  evidence TEXT,
  note TEXT
) STRICT;

CREATE TABLE holiday (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  day TEXT NOT NULL,
  what TEXT NOT NULL,
  name TEXT
) STRICT;

CREATE TABLE event (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  title TEXT NOT NULL,
  deadline TEXT,
  held TEXT,
  place TEXT,
  responsible TEXT,
  participants INTEGER,
  programme TEXT,
  results TEXT,
  materials TEXT
) STRICT;

-- What stands to what, by ids of kinds of records: a decision and what it decides, a mark and its
-- evidence, a deadline and the event that it counts from.
CREATE TABLE link (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  from_kind TEXT NOT NULL,
  from_id INTEGER NOT NULL,
  to_kind TEXT NOT NULL,
  to_id INTEGER NOT NULL
) STRICT;

-- The council outlives cycles: its members have terms.
CREATE TABLE council_member (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  represents TEXT,
  role TEXT NOT NULL,
  conflict TEXT NOT NULL,
  since TEXT,
  until TEXT,
  appointed TEXT,
  contacts TEXT,
  note TEXT
) STRICT;

CREATE TABLE meeting (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  number TEXT,
  day TEXT NOT NULL,
  hour TEXT,
  place TEXT,
  form TEXT NOT NULL,
  state TEXT NOT NULL,
  chair INTEGER REFERENCES council_member (id),
  secretary INTEGER REFERENCES council_member (id),
  guests TEXT,
  note TEXT
) STRICT;

CREATE TABLE attendance (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  member INTEGER NOT NULL REFERENCES council_member (id),
  state TEXT NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE agenda_item (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  meeting INTEGER NOT NULL REFERENCES meeting (id),
  question TEXT NOT NULL,
  speaker TEXT,
  heard TEXT,
  spoke TEXT,
  decision TEXT,
  about TEXT NOT NULL,
  outcome TEXT NOT NULL,
  votes_for INTEGER,
  votes_against INTEGER,
  abstained INTEGER,
  deadline TEXT,
  responsible TEXT
) STRICT;

CREATE TABLE vote (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  agenda_item INTEGER NOT NULL REFERENCES agenda_item (id),
  member INTEGER NOT NULL REFERENCES council_member (id),
  vote TEXT NOT NULL
) STRICT;

CREATE TABLE contract (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  operator_name TEXT NOT NULL,
  inn TEXT,
  number TEXT,
  day TEXT,
  subject TEXT,
  amount TEXT,
  deadline TEXT,
  contacts TEXT,
  note TEXT
) STRICT;

CREATE TABLE delivery (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  is_report INTEGER NOT NULL,
  received TEXT,
  state TEXT NOT NULL,
  decided TEXT,
  reason TEXT,
  link TEXT
) STRICT;

CREATE TABLE remark (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  about TEXT NOT NULL,
  day TEXT,
  source TEXT,
  organization INTEGER REFERENCES organization (id),
  text TEXT NOT NULL,
  state TEXT NOT NULL,
  decision TEXT,
  decided TEXT,
  link TEXT
) STRICT;

CREATE TABLE paper (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  number TEXT,
  day TEXT,
  title TEXT NOT NULL,
  issuer TEXT,
  link TEXT,
  note TEXT
) STRICT;

CREATE TABLE collection_window (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  organization_kind TEXT NOT NULL,
  deadline TEXT NOT NULL,
  note TEXT
) STRICT;

-- Assessments before this document: totals without answers.
CREATE TABLE earlier (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  organization INTEGER NOT NULL REFERENCES organization (id),
  year INTEGER NOT NULL,
  total TEXT,
  most TEXT,
  place INTEGER,
  source TEXT
) STRICT;

CREATE TABLE scheduled (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  organization INTEGER NOT NULL REFERENCES organization (id),
  year INTEGER NOT NULL,
  note TEXT
) STRICT;

CREATE TABLE head (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  organization INTEGER NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL,
  post TEXT,
  since TEXT,
  until TEXT
) STRICT;

-- finding: a row of finding, without a foreign key: a finding may be deleted when it was answered.
CREATE TABLE recommendation (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  organization INTEGER NOT NULL REFERENCES organization (id),
  finding INTEGER,
  criterion TEXT,
  text TEXT NOT NULL,
  sent TEXT,
  received TEXT
) STRICT;

-- organization NULL: the consolidated municipal plan.
CREATE TABLE improvement_plan (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  organization INTEGER REFERENCES organization (id),
  version INTEGER,
  state TEXT NOT NULL,
  author TEXT,
  submitted TEXT,
  agreed TEXT,
  approved TEXT,
  approver TEXT,
  published TEXT,
  link TEXT,
  note TEXT
) STRICT;

CREATE TABLE plan_item (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  plan INTEGER NOT NULL REFERENCES improvement_plan (id),
  criterion TEXT,
  finding INTEGER,
  problem TEXT,
  measure TEXT NOT NULL,
  deadline TEXT,
  person TEXT,
  post TEXT,
  taken TEXT,
  done_on TEXT,
  evidence TEXT,
  state TEXT NOT NULL,
  share INTEGER,
  note TEXT
) STRICT;

CREATE TABLE measure (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  criterion TEXT,
  problem TEXT,
  measure TEXT NOT NULL,
  post TEXT,
  note TEXT
) STRICT;

CREATE TABLE control_mark (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  plan_item INTEGER NOT NULL REFERENCES plan_item (id),
  day TEXT NOT NULL,
  inspector TEXT,
  verdict TEXT NOT NULL,
  share INTEGER,
  text TEXT
) STRICT;

CREATE TABLE management_decision (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  number TEXT,
  day TEXT,
  title TEXT NOT NULL,
  issuer TEXT,
  amends TEXT,
  clause TEXT,
  effective TEXT,
  effect TEXT,
  note TEXT
) STRICT;

CREATE TABLE road_item (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  decision INTEGER NOT NULL REFERENCES management_decision (id),
  organization INTEGER REFERENCES organization (id),
  what TEXT NOT NULL,
  deadline TEXT,
  responsible TEXT,
  result TEXT,
  done_on TEXT,
  evidence TEXT
) STRICT;

CREATE TABLE publication (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  cycle_id INTEGER REFERENCES cycle (id),
  position INTEGER NOT NULL,
  what TEXT NOT NULL,
  title TEXT,
  place TEXT NOT NULL,
  organization INTEGER REFERENCES organization (id),
  who TEXT,
  deadline TEXT,
  done_on TEXT,
  link TEXT,
  checked_by TEXT,
  checked TEXT,
  note TEXT
) STRICT;

-- What is asked for a record at a time: the lines of one plan, the questions of one meeting.
CREATE INDEX work_item_by_cycle ON work_item (cycle_id);
CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting);
CREATE INDEX attendance_by_meeting ON attendance (meeting);
CREATE INDEX vote_by_agenda_item ON vote (agenda_item);
CREATE INDEX plan_item_by_plan ON plan_item (plan);
CREATE INDEX control_mark_by_plan_item ON control_mark (plan_item);
CREATE INDEX road_item_by_decision ON road_item (decision);
