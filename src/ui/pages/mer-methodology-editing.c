/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules as they are being edited. The document holds the draft, so undo and redo need
 * nothing here: whatever changed the document, all is read from it again. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-edit-rules.h"
#include "store/mer-batch-store.h"
#include "ui/pages/mer-methodology-editing.h"
#include "ui/pages/mer-methodology-outline.h"

struct _MerMethodologyEditing
{
  GObject parent_instance;

  /* owned */
  MerSession     *session;
  MerMethodology *base;    /* the version in force */
  MerMethodology *draft;   /* NULL: none */
  MerMethodology *preview; /* NULL: nothing is typed */
  MerMethodology *judged;  /* what the following is about */
  MerMethodology *federal; /* NULL: of no shipped edition */
  char           *federal_id;
  GPtrArray      *problems;
  GPtrArray      *differences;
  GHashTable     *marks; /* row → MerMethodologyMarks */

  gint64   version_id; /* of base */
  guint    serial;     /* of the reading of the document */
  guint    edition;
  gboolean used;
  gboolean approved;
};

G_DEFINE_FINAL_TYPE (MerMethodologyEditing, mer_methodology_editing, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static MerDocument *
document_of (MerMethodologyEditing *self)
{
  return mer_session_get_document (self->session);
}

/* --- what depends on the rules that are shown -------------------------------------------- */

/* A district's own model is of no edition: an empty form is nothing to differ from. */
static void
find_federal (MerMethodologyEditing *self)
{
  MerMethodology *shown = mer_methodology_editing_get (self);

  if (g_strcmp0 (self->federal_id, shown->id) == 0)
    return;
  g_clear_pointer (&self->federal, mer_methodology_unref);
  g_free (self->federal_id);
  self->federal_id = g_strdup (shown->id);
  self->federal = mer_methodology_federal (shown);
  if (self->federal != NULL && self->federal->criteria->len == 0)
    g_clear_pointer (&self->federal, mer_methodology_unref);
}

static GPtrArray *
no_differences (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mer_methodology_difference_free);
}

static void
mark (MerMethodologyEditing *self,
      const char            *row,
      guint                  marks)
{
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, row));

  g_hash_table_insert (self->marks, g_strdup (row), GUINT_TO_POINTER (old | marks));
}

/* A problem is seen on what holds its part, too: that may be collapsed. */
static void
mark_all (MerMethodologyEditing *self)
{
  MerMethodology *shown = mer_methodology_editing_get (self);

  for (guint i = 0; i < self->differences->len; i++)
    {
      const MerMethodologyDifference *difference = g_ptr_array_index (self->differences, i);
      const char                     *property = difference->property;
      g_autofree char                *row = mer_outline_row_of (difference->path, property);

      mark (self, row, MER_MARK_DIFFERS);
    }
  for (guint i = 0; i < self->problems->len; i++)
    {
      const MerMethodologyProblem *problem = g_ptr_array_index (self->problems, i);
      g_autofree char             *row = mer_outline_row_of (problem->path, problem->property);
      g_autofree char             *parent = NULL;

      mark (self, row, problem->is_error ? MER_MARK_ERROR : MER_MARK_UNCONFIRMED);
      parent = problem->is_error ? mer_outline_parent (shown, row) : NULL;
      if (parent != NULL)
        mark (self, parent, MER_MARK_ERROR);
    }
}

/* Rules never change: those that were judged last need not be judged again. */
static gboolean
is_judged (MerMethodologyEditing *self)
{
  MerMethodology *shown = mer_methodology_editing_get (self);

  if (shown == self->judged && self->problems != NULL)
    return TRUE;
  g_clear_pointer (&self->judged, mer_methodology_unref);
  self->judged = shown != NULL ? mer_methodology_ref (shown) : NULL;
  return FALSE;
}

static void
judge (MerMethodologyEditing *self)
{
  MerMethodology *shown = mer_methodology_editing_get (self);

  if (is_judged (self))
    return;
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_hash_table_remove_all (self->marks);
  if (shown == NULL)
    {
      self->problems =
        g_ptr_array_new_with_free_func ((GDestroyNotify) mer_methodology_problem_free);
      self->differences = no_differences ();
      return;
    }
  find_federal (self);
  self->problems = mer_methodology_problems (shown);
  self->differences = self->federal != NULL
                        ? mer_methodology_differences (shown, self->federal)
                        : no_differences ();
  mark_all (self);
}

/* --- what the document has --------------------------------------------------------------- */

/* How many versions stand behind one, itself included. */
static guint
count_editions (GPtrArray *versions,
                gint64     id)
{
  guint n = 0;

  for (guint i = versions->len; i > 0; i--)
    {
      const MerRulesVersion *version = g_ptr_array_index (versions, i - 1);

      if (version->id != id)
        continue;
      n++;
      id = version->base_id;
    }
  return MAX (n, 1);
}

static gboolean
has_batches (MerDocument *document,
             gint64       cycle_id)
{
  g_autoptr (GPtrArray) batches = mer_store_batches (document, cycle_id, NULL);

  for (guint i = 0; batches != NULL && i < batches->len; i++)
    {
      const MerBatch *batch = g_ptr_array_index (batches, i);

      if (!batch->removed)
        return TRUE;
    }
  return FALSE;
}

static void
read_version (MerMethodologyEditing *self,
              const MerCycle        *cycle)
{
  MerDocument *document = document_of (self);
  gint64       id = cycle != NULL ? cycle->methodology_id
                                  : mer_store_latest_methodology_id (document);
  g_autoptr (GPtrArray) versions = mer_store_versions (document, NULL);

  if (self->base == NULL || self->version_id != id)
    {
      g_clear_pointer (&self->base, mer_methodology_unref);
      self->base = id != 0 ? mer_store_methodology (document, id, NULL) : NULL;
      self->version_id = id;
    }
  self->edition = versions != NULL ? count_editions (versions, id) : 1;
  self->approved = cycle != NULL && cycle->approved;
  self->used = self->approved || (cycle != NULL && has_batches (document, cycle->id));
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_editing_finalize (GObject *object)
{
  MerMethodologyEditing *self = MER_METHODOLOGY_EDITING (object);

  g_clear_pointer (&self->base, mer_methodology_unref);
  g_clear_pointer (&self->draft, mer_methodology_unref);
  g_clear_pointer (&self->preview, mer_methodology_unref);
  g_clear_pointer (&self->judged, mer_methodology_unref);
  g_clear_pointer (&self->federal, mer_methodology_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->differences, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_hash_table_unref);
  g_free (self->federal_id);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_methodology_editing_parent_class)->finalize (object);
}

static void
mer_methodology_editing_class_init (MerMethodologyEditingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_methodology_editing_finalize;
  signals[CHANGED] = g_signal_new ("changed", MER_TYPE_METHODOLOGY_EDITING, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mer_methodology_editing_init (MerMethodologyEditing *self)
{
  self->marks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->edition = 1;
}

/**
 * mer_methodology_editing_reload:
 * @self: the rules
 *
 * Reads everything from the document again: it, or the cycle that is looked at, has changed.
 */
void
mer_methodology_editing_reload (MerMethodologyEditing *self)
{
  MerDocument *document = document_of (self);
  gint64       cycle_id = mer_session_get_cycle_id (self->session);
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerRulesDraft) draft = NULL;

  mer_store_find_cycle (document, cycle_id, &cycle, NULL);
  self->serial++;
  read_version (self, cycle);
  mer_edit_rules_find (document, cycle_id, &draft, NULL);
  g_clear_pointer (&self->draft, mer_methodology_unref);
  g_clear_pointer (&self->preview, mer_methodology_unref);
  if (draft != NULL)
    self->draft = mer_methodology_ref (draft->methodology);
  judge (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * mer_methodology_editing_new:
 * @session: of the window
 *
 * Returns: (transfer full): what the document has
 */
MerMethodologyEditing *
mer_methodology_editing_new (MerSession *session)
{
  MerMethodologyEditing *self = g_object_new (MER_TYPE_METHODOLOGY_EDITING, NULL);

  self->session = g_object_ref (session);
  mer_methodology_editing_reload (self);
  return self;
}

MerSession *
mer_methodology_editing_get_session (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->session;
}

MerMethodology *
mer_methodology_editing_get (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->preview != NULL ? self->preview : mer_methodology_editing_get_stored (self);
}

MerMethodology *
mer_methodology_editing_get_stored (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->draft != NULL ? self->draft : self->base;
}

guint
mer_methodology_editing_get_serial (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), 0);
  return self->serial;
}

MerMethodology *
mer_methodology_editing_get_base (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->base;
}

MerMethodology *
mer_methodology_editing_get_federal (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->federal;
}

GPtrArray *
mer_methodology_editing_get_problems (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->problems;
}

guint
mer_methodology_editing_count_errors (MerMethodologyEditing *self)
{
  guint n = 0;

  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), 0);
  for (guint i = 0; i < self->problems->len; i++)
    {
      const MerMethodologyProblem *problem = g_ptr_array_index (self->problems, i);

      n += problem->is_error ? 1 : 0;
    }
  return n;
}

GPtrArray *
mer_methodology_editing_get_differences (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), NULL);
  return self->differences;
}

guint
mer_methodology_editing_get_marks (MerMethodologyEditing *self,
                                   const char            *row)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), 0);
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->marks, row));
}

guint
mer_methodology_editing_get_edition (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), 1);
  return self->edition;
}

gboolean
mer_methodology_editing_is_used (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), FALSE);
  return self->used;
}

gboolean
mer_methodology_editing_is_approved (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), FALSE);
  return self->approved;
}

gboolean
mer_methodology_editing_is_draft (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), FALSE);
  return self->draft != NULL;
}

gboolean
mer_methodology_editing_is_writable (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), FALSE);
  return self->base != NULL && !mer_document_is_read_only (document_of (self));
}

gboolean
mer_methodology_editing_may_edit (MerMethodologyEditing *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_EDITING (self), FALSE);
  return mer_methodology_editing_is_writable (self) && (self->draft != NULL || !self->used);
}

/**
 * mer_methodology_editing_preview:
 * @self: the rules
 * @methodology: (nullable): what is typed would make them these
 *
 * The document does not change; what is shown does.
 */
void
mer_methodology_editing_preview (MerMethodologyEditing *self,
                                 MerMethodology        *methodology)
{
  g_return_if_fail (MER_IS_METHODOLOGY_EDITING (self));

  if (self->preview == methodology)
    return;
  g_clear_pointer (&self->preview, mer_methodology_unref);
  if (methodology != NULL)
    self->preview = mer_methodology_ref (methodology);
  judge (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* --- actions ----------------------------------------------------------------------------- */

typedef struct
{
  gint64          cycle_id;
  MerMethodology *methodology;
  const char     *reason;
  const char     *decision;
} RulesEdit;

static gboolean
change_draft (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  const RulesEdit *edit = user_data;

  return mer_edit_rules_change (document, edit->cycle_id, edit->methodology, error);
}

static gboolean
begin_draft (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const RulesEdit *edit = user_data;

  return mer_edit_rules_begin (document, edit->cycle_id, error);
}

static gboolean
drop_draft (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const RulesEdit *edit = user_data;

  return mer_edit_rules_drop (document, edit->cycle_id, error);
}

static gboolean
apply_draft (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const RulesEdit *edit = user_data;

  return mer_edit_rules_apply (document, edit->cycle_id, edit->reason, edit->decision, error);
}

static RulesEdit
edit_of (MerMethodologyEditing *self)
{
  return (RulesEdit){ .cycle_id = mer_session_get_cycle_id (self->session) };
}

gboolean
mer_methodology_editing_store (MerMethodologyEditing *self,
                               const char            *label,
                               const char            *done,
                               MerMethodology        *methodology)
{
  RulesEdit edit = edit_of (self);

  g_return_val_if_fail (mer_methodology_editing_may_edit (self), FALSE);
  edit.methodology = methodology;
  return mer_session_perform (self->session, label, done, change_draft, &edit);
}

gboolean
mer_methodology_editing_begin (MerMethodologyEditing *self)
{
  RulesEdit   edit = edit_of (self);
  const char *label = _("Beginning to edit the methodology");

  return mer_session_perform (self->session, label, NULL, begin_draft, &edit);
}

gboolean
mer_methodology_editing_drop (MerMethodologyEditing *self)
{
  RulesEdit   edit = edit_of (self);
  const char *label = _("Dropping the edit of the methodology");
  const char *done = _("The edit of the methodology was dropped");

  return mer_session_perform (self->session, label, done, drop_draft, &edit);
}

gboolean
mer_methodology_editing_apply (MerMethodologyEditing *self,
                               const char            *reason,
                               const char            *decision,
                               GError               **error)
{
  RulesEdit   edit = edit_of (self);
  const char *label = _("Applying a new edition of the methodology");
  const char *done = _("The new edition of the methodology is in force");

  edit.reason = reason;
  edit.decision = decision;
  return mer_session_try (self->session, label, done, apply_draft, &edit, error);
}
