/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the codes that rode along with each row to counts in the document. Which answers are
 * too rare to be kept is known only when all rows are, so counts are written at the end. */

#include "config.h"

#include "import/mer-survey-profile.h"

#include "store/mer-profile-store.h"

#define N_CODES 256

/* Respondents of one source who gave one answer. */
typedef struct
{
  gint64 source_id;
  guint  column;
  guint  code;
  gint64 n;
} Count;

struct _MerSurveyProfile
{
  const MerSurveyColumns *columns; /* borrowed */
  const MerSource        *source;  /* the one at hand */
  gint64                 *counts;  /* of the source at hand: N_CODES a column */
  guint64                *totals;  /* of all sources */
  GArray                 *kept;    /* of Count */
};

MerSurveyProfile *
mer_survey_profile_new (const MerSurveyColumns *columns)
{
  MerSurveyProfile *self = NULL;

  if (columns->n_profile == 0)
    return NULL;
  self = g_new0 (MerSurveyProfile, 1);
  self->columns = columns;
  self->counts = g_new0 (gint64, columns->n_profile * N_CODES);
  self->totals = g_new0 (guint64, columns->n_profile * N_CODES);
  self->kept = g_array_new (FALSE, FALSE, sizeof (Count));
  return self;
}

void
mer_survey_profile_free (MerSurveyProfile *self)
{
  if (self == NULL)
    return;
  g_free (self->counts);
  g_free (self->totals);
  g_array_unref (self->kept);
  g_free (self);
}

void
mer_survey_profile_begin (MerSurveyProfile *self,
                          const MerSource  *source)
{
  if (self == NULL)
    return;
  self->source = source;
}

void
mer_survey_profile_count (MerSurveyProfile *self,
                          const guint32    *riding)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->columns->n_profile; i++)
    self->counts[i * N_CODES + (riding[i / 4] >> i % 4 * 8 & 0xff)]++;
}

void
mer_survey_profile_end (MerSurveyProfile *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->columns->n_profile; i++)
    {
      for (guint code = 1; code < N_CODES; code++)
        {
          gint64 *n = &self->counts[i * N_CODES + code];
          Count   count = { self->source->match->source_id, i, code, *n };

          if (*n == 0)
            continue;
          g_array_append_val (self->kept, count);
          self->totals[i * N_CODES + code] += (guint64) *n;
          *n = 0;
        }
    }
}

gboolean
mer_survey_profile_write (MerSurveyProfile *self,
                          MerImportJob     *job,
                          GError          **error)
{
  for (guint i = 0; self != NULL && i < self->kept->len; i++)
    {
      const Count            *count = &g_array_index (self->kept, Count, i);
      const MerProfileColumn *column = &self->columns->profile[count->column];
      guint64                 total = self->totals[count->column * N_CODES + count->code];

      if (!mer_store_add_profile (job->doc, job->batch->id, count->source_id, column->field,
                                  mer_profile_column_value (column, count->code, total), count->n,
                                  error))
        return FALSE;
    }
  return TRUE;
}
