/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns that the user named by hand: «CODE=HEADER» or «CODE=NUMBER». */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-recognition-private.h"

/* What an override's code is called: (transfer full); NULL when there is no such code. */
static char *
title_of_code (const MerRecognitionContext *context,
               const char                  *code,
               int                         *item,
               gboolean                    *new_item)
{
  const MerRecognitionRequest *request = context->request;
  const char                  *words = mer_column_words_title (request->kind, code);
  int                          question;

  *item = -1;
  *new_item = FALSE;
  if (words != NULL)
    return g_strdup (words);
  if (strcmp (code, MER_COLUMN_SKIP) == 0)
    return g_strdup ("");
  if (request->kind > MER_BATCH_SURVEY)
    return mer_evidence_columns_title (request->kind, request->methodology, code);
  if (context->items != NULL)
    return mer_item_recognizer_title (context->items, code, item, new_item);
  if (context->questions == NULL)
    return NULL;
  question = mer_methodology_find_question (request->methodology, code);
  return question >= 0
           ? g_strdup (mer_question_title (request->methodology->questions->pdata[question]))
           : NULL;
}

/* The column that HEADER or INDEX names; −1 none, −2 several. */
static int
find_named (GPtrArray  *columns,
            const char *name)
{
  g_autofree char *key = mer_header_key (name);
  gboolean         number = *name != '\0' && strspn (name, "0123456789") == strlen (name);
  int              found = -1;

  if (number)
    {
      guint64 index = g_ascii_strtoull (name, NULL, 10);

      return index >= 1 && index <= columns->len ? (int) index - 1 : -1;
    }
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];
      g_autofree char       *other = mer_header_key (column->header);

      if (strcmp (other, key) == 0)
        found = found == -1 ? (int) i : -2;
    }
  return found;
}

static void
give_by_hand (MerImportColumn *column,
              const char      *code,
              char            *title,
              int              item)
{
  column->state = MER_COLUMN_EXTRA;
  if (strcmp (code, MER_COLUMN_SKIP) == 0)
    {
      g_free (title);
      return;
    }
  column->state = MER_COLUMN_EXACT;
  column->code = g_strdup (code);
  column->title = title;
  column->similarity = 100;
  column->item = item;
}

/* Whether a column has been given by hand (it has no proposals any more) for a code. */
static gboolean
is_given (GPtrArray  *columns,
          GPtrArray  *proposals,
          const char *code)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      if (proposals->pdata[i] == NULL && g_strcmp0 (column->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* FALSE without error when the row lacks the column; with one when the code is unknown. */
static gboolean
apply_override (const MerRecognitionContext *context,
                const char                  *text,
                GPtrArray                   *columns,
                GPtrArray                   *proposals,
                GError                     **error)
{
  const char      *equals = strchr (text, '=');
  g_autofree char *code = equals != NULL ? g_strndup (text, (gsize) (equals - text)) : NULL;
  g_autofree char *title = NULL;
  int              index, item = -1;
  gboolean         new_item = FALSE;

  if (code != NULL)
    title = title_of_code (context, code, &item, &new_item);
  if (title == NULL)
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                   _("“%s” names no column that this table may have. Write CODE=HEADER or "
                     "CODE=NUMBER."),
                      text);
      return FALSE;
    }
  if (is_given (columns, proposals, code))
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                   _("Two columns are given for “%s”."), code);
      return FALSE;
    }
  index = find_named (columns, equals + 1);
  if (index == -2)
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                 _("Several columns are called “%s”. Name the column by its number."), equals + 1);
  if (index < 0 || proposals->pdata[index] == NULL)
    return FALSE;
  g_clear_pointer ((GPtrArray **) &proposals->pdata[index], g_ptr_array_unref);
  give_by_hand (columns->pdata[index], code, g_steal_pointer (&title), item);
  ((MerImportColumn *) columns->pdata[index])->new_item = new_item;
  return TRUE;
}

gboolean
mer_recognition_apply_given (const MerRecognitionContext *context,
                             GPtrArray                   *columns,
                             GPtrArray                   *proposals,
                             const char                 **lacking,
                             GError                     **error)
{
  const GPtrArray *overrides = context->request->overrides;

  for (guint i = 0; overrides != NULL && i < overrides->len; i++)
    {
      *lacking = overrides->pdata[i];
      if (!apply_override (context, overrides->pdata[i], columns, proposals, error))
        return FALSE;
    }
  *lacking = NULL;
  return TRUE;
}
