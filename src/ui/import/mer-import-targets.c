/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the columns of a table may be: the words of its kind, and the questions or items of the
 * cycle's methodology. */

#include "config.h"

#include <glib/gi18n.h>

#include "import/mer-recognizer.h"
#include "ui/import/mer-import-state-private.h"

static void
add_target (MerImportState *self,
            const char     *code,
            char           *title)
{
  MerImportTarget *target = g_new0 (MerImportTarget, 1);

  target->code = g_strdup (code);
  target->title = title;
  g_ptr_array_add (self->targets, target);
}

static void
add_word_targets (MerImportState *self)
{
  static const char *const codes[] = { "organization", "full-name", "kind", "inn",
                                       "ogrn", "address", "site", "bus-gov-id",
                                       "head", "recipients", "parent", "date",
                                       "respondent", "comment", "profile:sex", "profile:age",
                                       "profile:role", "day", "inspector", "link", "note",
                                       "question", "asked", "positive", "source", "text" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const char *title = mer_column_words_title (self->options->kind, codes[i]);

      if (title != NULL)
        add_target (self, codes[i], g_strdup (title));
    }
}

static void
add_evidence_targets (MerImportState *self)
{
  g_auto (GStrv) codes = mer_evidence_columns_codes (self->options->kind, self->methodology);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *title =
        mer_evidence_columns_title (self->options->kind, self->methodology, codes[i]);

      add_target (self, codes[i], g_strdup_printf ("%s %s", codes[i], title));
    }
}

static void
add_question_targets (MerImportState *self)
{
  for (guint i = 0; i < self->methodology->questions->len; i++)
    {
      const MerQuestion *question = g_ptr_array_index (self->methodology->questions, i);

      add_target (self, question->code,
                  g_strdup_printf ("%u. %s", i + 1, mer_question_title (question)));
    }
}

static void
add_item_targets (MerImportState *self)
{
  for (guint i = 0; i < self->methodology->places->len; i++)
    {
      const MerPlace *place = g_ptr_array_index (self->methodology->places, i);

      for (guint k = 0; k < place->items->len; k++)
        {
          const MerItem   *item = g_ptr_array_index (place->items, k);
          g_autofree char *code = g_strdup_printf ("%s/%s", place->code, item->code);

          add_target (self, code, g_strdup_printf ("%s: %s", place->title, item->text));
        }
    }
}

static gboolean
has_target (MerImportState *self,
            const char     *code)
{
  for (guint i = 0; i < self->targets->len; i++)
    {
      const MerImportTarget *target = g_ptr_array_index (self->targets, i);

      if (g_str_equal (target->code, code))
        return TRUE;
    }
  return FALSE;
}

/* Items that files added, and whatever else was recognized, can be chosen again. */
static void
add_recognized_targets (MerImportState *self)
{
  for (guint i = 0; i < self->preview->columns->len; i++)
    {
      const MerImportColumn *column = g_ptr_array_index (self->preview->columns, i);

      if (column->code != NULL && !has_target (self, column->code))
        add_target (self, column->code,
                    g_strdup (column->title != NULL ? column->title : column->header));
    }
}

/**
 * mer_import_state_get_own_target:
 * @self: a state with a preview
 * @index: a column
 *
 * What a column of questionnaires can be besides: a question about the respondents that is none of
 * the usual ones. It is called what the column is called.
 *
 * Returns: (transfer full) (nullable): the target, %NULL when the column can be none
 */
MerImportTarget *
mer_import_state_get_own_target (MerImportState *self,
                                 guint           index)
{
  const MerImportColumn *column = NULL;
  MerImportTarget       *target = NULL;
  g_autofree char       *name = NULL;
  g_autofree char       *code = NULL;

  g_return_val_if_fail (MER_IS_IMPORT_STATE (self), NULL);
  if (self->preview == NULL || self->options->kind != MER_BATCH_SURVEY ||
      index >= self->preview->columns->len)
    return NULL;
  column = g_ptr_array_index (self->preview->columns, index);
  /* a decision is written as CODE=COLUMN, a correspondence in lines of fields */
  name = g_strstrip (g_strdelimit (g_strdup (column->header), "=\t\r\n", ' '));
  code = g_strconcat (MER_COLUMN_PROFILE, name, NULL);
  if (*name == '\0' || mer_import_column_is_private (column) || has_target (self, code))
    return NULL;
  target = g_new0 (MerImportTarget, 1);
  target->code = g_steal_pointer (&code);
  /* Translators: %s is a question about the respondents, as «Education». */
  target->title = g_strdup_printf (_("Profile: %s"), name);
  return target;
}

/**
 * mer_import_state_fill_targets:
 * @self: a state with a preview
 *
 * Lists anew what columns may be.
 */
void
mer_import_state_fill_targets (MerImportState *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (MerCycle) cycle = mer_store_cycle (document, self->options->cycle_id, NULL);
  gint64 id =
    cycle != NULL ? cycle->methodology_id : mer_store_latest_methodology_id (document);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->methodology, mer_methodology_unref);
  self->methodology = mer_store_methodology (document, id, &error);
  if (self->methodology == NULL)
    g_warning ("the methodology of the cycle: %s", error->message);
  g_ptr_array_set_size (self->targets, 0);
  add_word_targets (self);
  if (self->methodology != NULL && self->options->kind == MER_BATCH_SURVEY)
    add_question_targets (self);
  else if (self->methodology != NULL && self->options->kind > MER_BATCH_SURVEY)
    add_evidence_targets (self);
  else if (self->methodology != NULL && self->options->kind == MER_BATCH_CHECKLIST)
    add_item_targets (self);
  add_recognized_targets (self);
}
