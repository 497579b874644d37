/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What organizations objected to, what was decided, and the scores before and after. */
#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-objection-words.h"
#include "report/mer-report-private.h"

#define DAY_WIDTH 62.0
#define SCORE_WIDTH 46.0

static const char *
organization_name (const MerReportInput *input,
                   gint64                id)
{
  const MerScoreRow *row = mer_score_table_find (input->scores, id);

  return row != NULL ? row->organization->name : NULL;
}

/* «принято: отметка исправлена (12.05.2024)» */
static char *
outcome (const MerReportInput *input,
         const MerObjection   *objection)
{
  g_autofree char *day = mer_objection_day_text (objection->decided);
  const char      *state = mer_objection_state_words (input->language, objection->state);
  GString         *out = g_string_new (state);

  if (objection->decision != NULL && *objection->decision != '\0')
    g_string_append_printf (out, ": %s", objection->decision);
  if (*day != '\0')
    g_string_append_printf (out, " (%s)", day);
  return g_string_free (out, FALSE);
}

/* «3.1 Оборудование: 60,00 → 80,00» */
static char *
subject (const MerReportInput *input,
         const MerObjection   *objection)
{
  return mer_objection_subject_text (objection, input->scores->methodology, input->scores->items,
                                     input->language);
}

static void
add_row (const MerReportInput *input,
         MerTable             *table,
         const MerObjection   *objection,
         const char           *name)
{
  GStrv            cells = g_new0 (char *, 7);
  g_autofree char *about = subject (input, objection);
  g_autofree char *what = outcome (input, objection);

  cells[0] = mer_typography (name);
  cells[1] = mer_objection_day_text (objection->received);
  cells[2] = g_strdup_printf ("%s\n%s", about, objection->ground);
  cells[3] = mer_typography (what);
  cells[4] = mer_objection_score_text (objection->before, input->scores, input->language);
  cells[5] = objection->state == MER_OBJECTION_OPEN
               ? g_strdup ("")
               : mer_objection_score_text (objection->after, input->scores, input->language);
  mer_table_add_row (table, cells);
}

static MerTable *
start_table (MerLanguage language)
{
  MerTable *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (language, "Organization"), 110, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Received"), DAY_WIDTH, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Objection"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Decision"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_trc (language, "score", "Was"), SCORE_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  mer_table_add_column (table, mer_trc (language, "score", "Is now"), SCORE_WIDTH,
                        MER_ALIGN_RIGHT, FALSE);
  return table;
}

void
mer_report_add_objections (const MerReportInput *input,
                           GHashTable           *only,
                           MerBlocks            *blocks)
{
  MerTable *table = NULL;

  for (guint i = 0; input->objections != NULL && i < input->objections->len; i++)
    {
      const MerObjection *objection = g_ptr_array_index (input->objections, i);
      const char         *name = organization_name (input, objection->organization_id);

      if (name == NULL || (only != NULL && !g_hash_table_contains (
                                             only, GSIZE_TO_POINTER (objection->organization_id))))
        continue;
      if (table == NULL)
        table = start_table (input->language);
      add_row (input, table, objection, name);
    }
  if (table == NULL)
    return;
  table->secondary = TRUE;
  mer_blocks_add_text (blocks, MER_BLOCK_CAPTION,
                       mer_tr (input->language, "Objections of organizations"));
  mer_blocks_add_table (blocks, table);
}
