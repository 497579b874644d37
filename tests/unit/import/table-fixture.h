/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"

/* A table out of a text: lines are rows, «|» stands between cells. */
typedef struct
{
  MerTableReader base;
  char         **lines;
  guint          at;
  char         **cells;
  MerCell        row[200];
} TableFixture;

static int
fixture_next (MerTableReader *reader,
              MerRow         *row,
              GError        **error)
{
  TableFixture *self = (TableFixture *) reader;
  guint         n = 0;

  while (self->lines[self->at] != NULL && *self->lines[self->at] == '\0')
    self->at++;
  if (self->lines[self->at] == NULL)
    return 0;
  g_strfreev (self->cells);
  self->cells = g_strsplit (self->lines[self->at], "|", G_N_ELEMENTS (self->row));
  for (; self->cells[n] != NULL; n++)
    self->row[n] = (MerCell){ self->cells[n], strlen (self->cells[n]) };
  row->cells = self->row;
  row->n_cells = n;
  row->number = ++self->at;
  return 1;
}

static gboolean
fixture_rewind (MerTableReader *reader,
                GError        **error)
{
  ((TableFixture *) reader)->at = 0;
  return TRUE;
}

static void
fixture_position (MerTableReader *reader,
                  guint64        *done,
                  guint64        *total)
{
  *done = ((TableFixture *) reader)->at;
  *total = 0;
}

static void
fixture_free (TableFixture *self)
{
  g_strfreev (self->lines);
  g_strfreev (self->cells);
  g_free (self);
}

static inline TableFixture *
fixture_new (const char *text)
{
  TableFixture *self = g_new0 (TableFixture, 1);

  self->base.next = fixture_next;
  self->base.rewind = fixture_rewind;
  self->base.position = fixture_position;
  self->lines = g_strsplit (text, "\n", -1);
  return self;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TableFixture, fixture_free)
