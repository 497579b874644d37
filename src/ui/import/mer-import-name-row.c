/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A name in words: whom it means, how that is known, and what becomes of it. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/import/mer-import-name-row.h"

struct _MerImportNameRow
{
  GObject parent_instance;

  MerImportState      *state; /* owned */
  const MerImportName *name;  /* borrowed of its scan */
  GtkWidget           *button;
};

G_DEFINE_FINAL_TYPE (MerImportNameRow, mer_import_name_row, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
mer_import_name_row_finalize (GObject *object)
{
  g_clear_object (&MER_IMPORT_NAME_ROW (object)->state);
  G_OBJECT_CLASS (mer_import_name_row_parent_class)->finalize (object);
}

static void
mer_import_name_row_class_init (MerImportNameRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_import_name_row_finalize;
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", MER_TYPE_IMPORT_NAME_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 0);
}

static void
mer_import_name_row_init (MerImportNameRow *self)
{
}

MerImportNameRow *
mer_import_name_row_new (MerImportState      *state,
                         const MerImportName *name)
{
  MerImportNameRow *self = g_object_new (MER_TYPE_IMPORT_NAME_ROW, NULL);

  self->state = g_object_ref (state);
  self->name = name;
  return self;
}

const MerImportName *
mer_import_name_row_get_name (MerImportNameRow *self)
{
  g_return_val_if_fail (MER_IS_IMPORT_NAME_ROW (self), NULL);
  return self->name;
}

void
mer_import_name_row_emit_changed (MerImportNameRow *self)
{
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
mer_import_name_row_set_button (MerImportNameRow *self,
                                GtkWidget        *button)
{
  self->button = button;
}

GtkWidget *
mer_import_name_row_get_button (MerImportNameRow *self)
{
  return self->button;
}

/* --- words ---------------------------------------------------------------------------- */

static char *
known_name (MerImportNameRow *self,
            gint64            id)
{
  const char *name = mer_import_state_get_known_name (self->state, id);

  return g_strdup (name != NULL ? name : "—");
}

static char *
decided_name (MerImportNameRow *self)
{
  switch (self->name->decision.action)
    {
    case MER_NAME_CHOOSE:
      return known_name (self, self->name->decision.organization_id);
    case MER_NAME_CREATE:
      return g_strdup (_("new organization"));
    case MER_NAME_SKIP:
    default:
      return g_strdup ("—");
    }
}

char *
mer_import_name_row_found (MerImportNameRow *self)
{
  const MerImportName      *name = self->name;
  const MerImportCandidate *first =
    name->candidates->len > 0 ? g_ptr_array_index (name->candidates, 0) : NULL;

  if (name->decided)
    return decided_name (self);
  switch (name->state)
    {
    case MER_IMPORT_NAME_EXACT:
    case MER_IMPORT_NAME_ALIAS:
      return known_name (self, name->organization_id);
    case MER_IMPORT_NAME_SIMILAR:
    case MER_IMPORT_NAME_AMBIGUOUS:
      /* Translators: an organization that a name may mean. */
      return g_strdup_printf (_("%s?"), first != NULL ? first->name : "");
    case MER_IMPORT_NAME_UNKNOWN:
    case MER_IMPORT_NAME_SKIPPED:
    case MER_IMPORT_NAME_EMPTY:
    default:
      return g_strdup ("—");
    }
}

char *
mer_import_name_row_match (MerImportNameRow *self)
{
  const MerImportName      *name = self->name;
  const MerImportCandidate *first =
    name->candidates->len > 0 ? g_ptr_array_index (name->candidates, 0) : NULL;

  switch (name->state)
    {
    case MER_IMPORT_NAME_EXACT:
      return g_strdup (C_("name", "exact"));
    case MER_IMPORT_NAME_ALIAS:
      return g_strdup (C_("name", "alias"));
    case MER_IMPORT_NAME_SIMILAR:
      return g_strdup_printf (C_("name", "similar %u %%"), first != NULL ? first->similarity : 0);
    case MER_IMPORT_NAME_AMBIGUOUS:
      return g_strdup (C_("name", "several"));
    case MER_IMPORT_NAME_SKIPPED:
      return g_strdup (C_("name", "passed over"));
    case MER_IMPORT_NAME_EMPTY:
      return g_strdup (C_("name", "empty"));
    case MER_IMPORT_NAME_UNKNOWN:
    default:
      return g_strdup (C_("name", "none"));
    }
}

const char *
mer_import_name_row_action (MerImportNameRow *self)
{
  if (mer_import_name_is_open (self->name))
    return C_("name", "Decide…");
  if (self->name->decided && self->name->decision.action == MER_NAME_CREATE)
    return C_("name", "Create");
  if (self->name->decided && self->name->decision.action == MER_NAME_CHOOSE)
    return C_("name", "Accept");
  if (self->name->decided || self->name->state == MER_IMPORT_NAME_SKIPPED)
    return C_("name", "Pass over");
  return self->name->state == MER_IMPORT_NAME_EMPTY ? "—" : C_("name", "Accept");
}

/* --- order ---------------------------------------------------------------------------- */

gboolean
mer_import_name_row_needed (MerImportNameRow *self)
{
  return self->name->state == MER_IMPORT_NAME_SIMILAR ||
         self->name->state == MER_IMPORT_NAME_AMBIGUOUS ||
         self->name->state == MER_IMPORT_NAME_UNKNOWN;
}

/* Least certain first. */
static int
rank_of (const MerImportName *name)
{
  static const int ranks[] = {
    [MER_IMPORT_NAME_SIMILAR] = 0,
    [MER_IMPORT_NAME_AMBIGUOUS] = 1,
    [MER_IMPORT_NAME_UNKNOWN] = 2,
    [MER_IMPORT_NAME_EMPTY] = 3,
    [MER_IMPORT_NAME_SKIPPED] = 4,
    [MER_IMPORT_NAME_ALIAS] = 5,
    [MER_IMPORT_NAME_EXACT] = 6,
  };

  return ranks[name->state];
}

int
mer_import_name_row_compare (gconstpointer a,
                             gconstpointer b)
{
  const MerImportName *first = (*(MerImportNameRow *const *) a)->name;
  const MerImportName *second = (*(MerImportNameRow *const *) b)->name;

  if (rank_of (first) != rank_of (second))
    return rank_of (first) - rank_of (second);
  if (first->n_rows != second->n_rows)
    return first->n_rows > second->n_rows ? -1 : 1;
  return (first->first_row > second->first_row) - (first->first_row < second->first_row);
}
