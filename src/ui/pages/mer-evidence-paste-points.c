/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Experts' points pasted from a spreadsheet: either a table with an indicator a column, as the
 * template has it, or a row each as the section shows them. Both become rows of one point. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-evidence-row.h"
#include "methodology/mer-measure.h"
#include "store/mer-evidence-typed.h"
#include "ui/pages/mer-evidence-paste-private.h"

/* The code of an indicator that an expert gives points, from «1.1», «1.1 Полнота» or its title:
 * (transfer none) (nullable). */
static const char *
code_of (const MerMethodology *methodology,
         const char           *text)
{
  g_autofree char *whole = g_strstrip (g_strdup (text));
  gsize            length = strcspn (whole, " \302");
  g_autofree char *first = g_strndup (whole, length);
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (methodology);

  for (guint i = 0; i < indicators->len; i++)
    {
      const MerIndicator *indicator = indicators->pdata[i];

      if (mer_indicator_is_typed (indicator) &&
          (strcmp (first, indicator->code) == 0 || g_strcmp0 (whole, indicator->title) == 0 ||
           g_strcmp0 (whole, indicator->short_title) == 0))
        return indicator->code;
    }
  return NULL;
}

static gboolean
is_wide (char                **header,
         const MerMethodology *methodology)
{
  for (guint i = 1; header[0] != NULL && header[i] != NULL; i++)
    {
      if (code_of (methodology, header[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

static GStrv
make_row (const char *organization,
          const char *code,
          const char *value,
          guint       number,
          const char *source)
{
  char **cells = g_new0 (char *, MER_POINTS_PASTE_CELLS + 2);

  cells[0] = g_strdup (organization);
  cells[1] = g_strdup (code);
  cells[2] = g_strdup (value);
  cells[3] = g_strdup_printf ("%u", number);
  cells[4] = g_strdup (source);
  return cells;
}

/* A header that names no indicator stays in its cells: what it is told for is the sentence. */
static void
unfold_wide (GPtrArray            *into,
             const GPtrArray      *rows,
             const MerMethodology *methodology)
{
  char **header = rows->pdata[0];

  for (guint r = 1; r < rows->len; r++)
    {
      char **cells = rows->pdata[r];

      for (guint i = 1; cells[0] != NULL && cells[i] != NULL && i < g_strv_length (header); i++)
        {
          const char *code = code_of (methodology, header[i]);

          if (!mer_evidence_is_nothing (cells[i]))
            g_ptr_array_add (into, make_row (cells[0], code != NULL ? code : header[i], cells[i],
                                             r + 1, NULL));
        }
    }
}

static gboolean
is_long_header (char **cells)
{
  g_autofree char *value =
    g_strv_length (cells) > 2 ? mer_evidence_parse_decimal (cells[2]) : NULL;

  return g_strv_length (cells) > 2 && *cells[2] != '\0' && value == NULL;
}

static void
unfold_long (GPtrArray            *into,
             const GPtrArray      *rows,
             const MerMethodology *methodology)
{
  for (guint r = rows->len > 1 && is_long_header (rows->pdata[0]) ? 1 : 0; r < rows->len; r++)
    {
      char      **cells = rows->pdata[r];
      guint       n = g_strv_length (cells);
      const char *code = n > 1 ? code_of (methodology, cells[1]) : NULL;

      if (n > 0)
        g_ptr_array_add (into, make_row (cells[0], code != NULL ? code : n > 1 ? cells[1]
                                                                               : "",
                                         n > 2 ? cells[2] : "", r + 1, n > 3 ? cells[3] : NULL));
    }
}

GPtrArray *
mer_points_paste_unfold (const GPtrArray      *rows,
                         const MerMethodology *methodology)
{
  GPtrArray *into = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (rows->len > 1 && is_wide (rows->pdata[0], methodology))
    unfold_wide (into, rows, methodology);
  else
    unfold_long (into, rows, methodology);
  return into;
}

/* What the store says of the value begins with the row. */
static gboolean
write_point (MerDocument         *document,
             gint64               cycle_id,
             const MerTypedValue *value,
             const char          *row,
             GError             **error)
{
  g_autoptr (GError) problem = NULL;
  g_autofree char *text = NULL;

  if (mer_store_set_typed_point (document, cycle_id, value, &problem))
    return TRUE;
  /* Translators: the number of a row, and a sentence on what is wrong with it. */
  text = g_strdup_printf (_("Row %s: %s Nothing was pasted."), row, problem->message);
  g_set_error_literal (error, problem->domain, problem->code, text);
  return FALSE;
}

gboolean
mer_points_paste_row (const MerEvidencePasting *self,
                      MerDocument              *document,
                      char                    **cells,
                      const char               *source,
                      GError                  **error)
{
  MerResults        *results = mer_session_get_results (self->session);
  const MerScoreRow *row = mer_results_find_organization (results, document, cells[0]);
  g_autofree char   *number = mer_evidence_parse_decimal (cells[2]);
  MerTypedValue      value = { .code = cells[1], .value = number, .source = source };

  if (row == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("Row %s: “%s” is no organization of the cycle. Nothing was pasted."), cells[3],
                    cells[0]);
  else if (code_of (results->methodology, cells[1]) == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("Row %s: “%s” is no indicator that an expert gives points. Nothing was "
                   "pasted."),
                    cells[3], cells[1]);
  else if (number == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                 _("Row %s: “%s” is no number of points. Nothing was pasted."), cells[3],
                    cells[2]);
  else
    {
      value.organization_id = row->organization->id;
      return write_point (document, results->cycle->id, &value, cells[3], error);
    }
  return FALSE;
}
