/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of a rating: whose score is undefined and why, which indicators were settled
 * by a rule, and the rules in force. Organizations with the same reason share a note. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-explain-text.h"
#include "report/mer-rating-report-private.h"

/* Reasons in the order in which they first came up, each with the names it holds for. */
typedef struct
{
  GPtrArray  *reasons; /* of char * */
  GHashTable *names;   /* reason → GString */
} Reasons;

static void
string_free (gpointer data)
{
  g_string_free (data, TRUE);
}

static void
reasons_init (Reasons *self)
{
  self->reasons = g_ptr_array_new ();
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, string_free);
}

static void
reasons_clear (Reasons *self)
{
  g_ptr_array_unref (self->reasons);
  g_hash_table_unref (self->names);
}

/* Takes the reason. */
static void
reasons_add (Reasons    *self,
             char       *reason,
             const char *name)
{
  GString *names = g_hash_table_lookup (self->names, reason);

  if (names != NULL)
    {
      g_string_append_printf (names, ", %s", name);
      g_free (reason);
      return;
    }
  g_ptr_array_add (self->reasons, reason);
  g_hash_table_insert (self->names, reason, g_string_new (name));
}

static gboolean
is_undecided (const MerScore *score)
{
  return !score->defined && score->settled != MER_SETTLED_EXCLUDED;
}

/* Codes of the row's open indicators with one of these causes: "1.1, 1.2"; NULL: none. */
static char *
list_codes (const MerRatingReport *self,
            const MerScoreRow     *row,
            GPtrArray             *indicators,
            MerUndefined           cause,
            MerUndefined           or_cause)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < self->table->n_indicators; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);

      if (is_undecided (&row->indicators[i]) && (row->indicators[i].undefined == cause ||
                                                 row->indicators[i].undefined == or_cause))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? ", " : "", indicator->code);
    }
  return g_string_free (codes, codes->len == 0);
}

/* Takes the sentence; NULL adds none. */
static void
append_sentence (GString *out,
                 char    *sentence)
{
  if (sentence == NULL)
    return;
  g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "", sentence);
  g_free (sentence);
}

static void
append_without_data (const MerRatingReport *self,
                     GString               *out,
                     const MerScoreRow     *row,
                     GPtrArray             *indicators)
{
  MerLanguage      language = self->language;
  g_autofree char *marks = list_codes (self, row, indicators, MER_UNDEFINED_NO_CHECKLIST,
                                       MER_UNDEFINED_NO_MARKS);
  g_autofree char *answers = list_codes (self, row, indicators, MER_UNDEFINED_NO_ANSWERS,
                                         MER_UNDEFINED_NO_QUESTIONNAIRES);
  g_autofree char *data = list_codes (self, row, indicators, MER_UNDEFINED_NO_DATA,
                                      MER_UNDEFINED_NO_DATA);
  g_autofree char *points = list_codes (self, row, indicators, MER_UNDEFINED_NO_POINTS,
                                        MER_UNDEFINED_NO_POINTS);

  /* Translators: here and below, codes of indicators: "3.1, 3.2". */
  if (marks != NULL)
    append_sentence (out, g_strdup_printf (mer_tr (language,
                                                   "There are no checklist marks for %s."),
                                           marks));
  if (answers != NULL)
    append_sentence (out, g_strdup_printf (mer_tr (language,
                                                   "Nobody answered the questions of %s."),
                                           answers));
  if (points != NULL)
    append_sentence (out, g_strdup_printf (mer_tr (language, "No expert gave points for %s."),
                                           points));
  if (data != NULL)
    append_sentence (out, g_strdup_printf (mer_tr (language, "There is no data for %s."), data));
}

/* Nobody passed the filter: that has a sentence of its own for each indicator. */
static void
append_without_base (const MerRatingReport *self,
                     GString               *out,
                     const MerScoreRow     *row,
                     GPtrArray             *indicators)
{
  for (guint i = 0; i < self->table->n_indicators; i++)
    {
      const MerIndicator *indicator = g_ptr_array_index (indicators, i);
      g_autoptr (MerExplanation) explanation = NULL;

      if (!is_undecided (&row->indicators[i]) ||
          row->indicators[i].undefined != MER_UNDEFINED_NO_BASE)
        continue;
      explanation = mer_explanation_new (self->input->scores, row, indicator->code);
      if (explanation != NULL)
        append_sentence (out, mer_explain_undefined (explanation, self->language));
    }
}

static gboolean
has_no_data (const MerScoreRow *row)
{
  return row->evidence == NULL ||
         (!row->evidence->has_checklist &&
          (row->evidence->tally == NULL || mer_tally_is_empty (row->evidence->tally)));
}

static char *
explain_row (const MerRatingReport *self,
             const MerScoreRow     *row,
             GPtrArray             *indicators)
{
  GString *out = g_string_new (NULL);

  if (has_no_data (row))
    g_string_append (out, mer_tr (self->language,
                                  "There is neither a checklist nor a questionnaire."));
  else
    {
      append_without_data (self, out, row, indicators);
      append_without_base (self, out, row, indicators);
    }
  return g_string_free (out, FALSE);
}

/* `undefined`: these organizations have no score at all. */
static void
add_reasons (MerRatingReport *self,
             const Reasons   *reasons,
             gboolean         undefined)
{
  for (guint i = 0; i < reasons->reasons->len; i++)
    {
      const char    *reason = g_ptr_array_index (reasons->reasons, i);
      const GString *names = g_hash_table_lookup (reasons->names, reason);
      char          *note;

      if (undefined)
        /* Translators: names of organizations, then sentences why they have no score. */
        note = g_strdup_printf (mer_tr (self->language, "%s: no score. %s"), names->str, reason);
      else
        note = g_strdup_printf ("%s: %s", names->str, reason);
      g_ptr_array_add (self->notes, note);
    }
}

static void
collect_undefined (MerRatingReport *self,
                   GPtrArray       *indicators)
{
  Reasons reasons;

  reasons_init (&reasons);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);

      if (!row->total.defined)
        reasons_add (&reasons, explain_row (self, row, indicators), row->organization->name);
    }
  add_reasons (self, &reasons, TRUE);
  self->n_undefined_notes = self->notes->len;
  reasons_clear (&reasons);
}

/* What was done with an indicator without a base; NULL: nothing. */
static char *
explain_settled (MerLanguage         language,
                 const MerIndicator *indicator,
                 MerSettled          settled)
{
  switch (settled)
    {
    case MER_SETTLED_ZERO:
      return g_strdup_printf (mer_tr (language, "indicator %s has no base and counts as zero."),
                              indicator->code);
    case MER_SETTLED_MEAN:
      return g_strdup_printf (mer_tr (language, "indicator %s has no base and takes the mean of "
                                                "the criterion's others."),
                              indicator->code);
    case MER_SETTLED_HUNDRED:
      return g_strdup_printf (mer_tr (language, "indicator %s has no base and takes its maximum."),
                              indicator->code);
    case MER_SETTLED_EXCLUDED:
      return g_strdup_printf (mer_tr (language, "indicator %s has no base and is left out; the "
                                                "other weights are scaled."),
                              indicator->code);
    case MER_SETTLED_NOT_NEEDED:
    case MER_SETTLED_UNDECIDED:
    default:
      return NULL;
    }
}

static void
collect_settled (MerRatingReport *self,
                 GPtrArray       *indicators)
{
  Reasons reasons;

  reasons_init (&reasons);
  for (guint k = 0; k < self->table->n_indicators; k++)
    for (guint i = 0; i < self->rows->len; i++)
      {
        const MerScoreRow  *row = g_ptr_array_index (self->rows, i);
        const MerIndicator *indicator = g_ptr_array_index (indicators, k);
        MerSettled          settled = row->indicators[k].settled;
        char               *reason = explain_settled (self->language, indicator, settled);

        if (reason != NULL)
          reasons_add (&reasons, reason, row->organization->name);
      }
  add_reasons (self, &reasons, FALSE);
  reasons_clear (&reasons);
}

static void
collect_policies (MerRatingReport *self)
{
  g_autoptr (GPtrArray) rules = mer_report_rules (self->input);

  for (guint i = 0; i < rules->len; i++)
    g_ptr_array_add (self->notes, g_strdup (g_ptr_array_index (rules, i)));
}

static void
collect_selection (MerRatingReport *self)
{
  const MerScoreTable *table = self->table;
  g_autofree char     *count = mer_format_count (self->language, table->n_ranked);

  if (self->input->ranks == MER_REPORT_RANKS_IN_KIND)
    g_ptr_array_add (self->notes,
                     g_strdup (mer_tr (self->language,
                                       "Places are within each kind of organization.")));
  else if (!self->all)
    g_ptr_array_add (self->notes,
                     g_strdup_printf (mer_tr (self->language,
                                              "Places are among all rated organizations: %s."),
                                      count));
}

static const MerCycleMember *
member_of (const MerReportInput *input,
           gint64                organization_id)
{
  for (guint i = 0; input->members != NULL && i < input->members->len; i++)
    {
      const MerCycleMember *member = input->members->pdata[i];

      if (member->organization_id == organization_id)
        return member;
    }
  return NULL;
}

/* Whether an organization of this cycle ended in it and left its work to that one. */
static gboolean
is_successor_here (const MerReportInput *input,
                   gint64                organization_id)
{
  for (guint i = 0; input->registry != NULL && i < input->registry->len; i++)
    {
      const MerOrganization *gone = input->registry->pdata[i];

      if (gone->successor_id == organization_id && member_of (input, gone->id) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Who goes on in mid-cycle with the work of an organization that ended: the ground of its choice
 * tells whose, and what became of the answers. */
static void
collect_successors (MerRatingReport *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerOrganization *organization =
        ((const MerScoreRow *) g_ptr_array_index (self->rows, i))->organization;
      const MerCycleMember *member = member_of (self->input, organization->id);

      if (member == NULL || !member->selected || member->ground == NULL ||
          !is_successor_here (self->input, organization->id))
        continue;
      /* without quotes: names have their own */
      g_ptr_array_add (self->notes,
                       g_strdup_printf (g_str_has_suffix (member->ground, ".") ? "%s: %s"
                                                                               : "%s: %s.",
                                        organization->name, member->ground));
    }
}

/**
 * mer_rating_report_collect_notes:
 * @self: a rating with its rows
 *
 * Fills the notes in their printed order.
 */
void
mer_rating_report_collect_notes (MerRatingReport *self)
{
  g_autoptr (GPtrArray) indicators = mer_methodology_indicators (self->table->methodology);

  collect_undefined (self, indicators);
  collect_settled (self, indicators);
  collect_selection (self);
  collect_successors (self);
  collect_policies (self);
}
