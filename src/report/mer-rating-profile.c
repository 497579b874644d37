/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who answered: the structure of the sample behind a rating, as a small table. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-rating-report-private.h"

#define COUNT_WIDTH 90.0
#define SHARE_WIDTH 70.0
/* A question with as many different answers is no structure to be printed. */
#define MOST_LINES 12

typedef struct
{
  GHashTable *ids; /* of the organizations that are printed */
} Printed;

static gboolean
is_printed_cb (gint64   organization_id,
               gpointer user_data)
{
  return g_hash_table_contains (((Printed *) user_data)->ids,
                                GSIZE_TO_POINTER (organization_id));
}

static GArray *
load_shares (const MerRatingReport *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (NULL, NULL);
  Printed printed = { ids };

  if (self->all)
    return mer_sample_structure (self->input->profile, NULL, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_add (ids, GSIZE_TO_POINTER (row->organization->id));
    }
  return mer_sample_structure (self->input->profile, is_printed_cb, &printed);
}

static void
add_line (const MerRatingReport *self,
          MerTable              *table,
          const MerSampleShare  *share)
{
  g_auto (MerRational) percent = mer_sample_share_percent (share);
  GStrv cells = g_new0 (char *, 4);

  cells[0] = mer_typography (mer_profile_value_title (self->language, share->field, share->value));
  cells[1] = mer_format_count (self->language, share->n);
  cells[2] = mer_format_rational (self->language, &percent, 1);
  mer_table_add_row (table, cells);
}

/* The lines of one question from `first` on; returns where the next begins. */
static guint
add_field (const MerRatingReport *self,
           MerTable              *table,
           const GArray          *shares,
           guint                  first)
{
  const MerSampleShare *head = &g_array_index (shares, MerSampleShare, first);
  g_autofree char      *base = mer_format_count (self->language, head->base);
  g_autofree char      *title = NULL;
  guint                 end = first;

  while (end < shares->len &&
         strcmp (g_array_index (shares, MerSampleShare, end).field, head->field) == 0)
    end++;
  if (end - first > MOST_LINES)
    return end;
  /* Translators: a question about the respondents, how many answered it. */
  title = g_strdup_printf (mer_tr (self->language, "%s (answered: %s)"),
                           mer_profile_field_title (self->language, head->field), base);
  mer_table_add_section (table, title);
  for (guint i = first; i < end; i++)
    add_line (self, table, &g_array_index (shares, MerSampleShare, i));
  return end;
}

void
mer_rating_report_add_profile (const MerRatingReport *self,
                               MerBlocks             *blocks)
{
  g_autoptr (GArray) shares = NULL;
  MerTable *table = NULL;

  if (self->input->profile == NULL || self->input->profile->len == 0)
    return;
  shares = load_shares (self);
  table = mer_table_new ();
  table->secondary = TRUE;
  mer_table_add_column (table, mer_tr (self->language, "Answer"), 0, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Respondents"), COUNT_WIDTH,
                        MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (self->language, "Share, %"), SHARE_WIDTH, MER_ALIGN_RIGHT,
                        FALSE);
  for (guint i = 0; i < shares->len;)
    i = add_field (self, table, shares, i);
  if (table->rows->len == 0)
    {
      mer_table_free (table);
      return;
    }
  mer_blocks_add_text (blocks, MER_BLOCK_CAPTION,
                       mer_tr (self->language, "Structure of the sample"));
  mer_blocks_add_table (blocks, table);
}
