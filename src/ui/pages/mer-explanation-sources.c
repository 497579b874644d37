/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the numbers of one indicator came from: files with their rows, and the counts that its
 * shares were made of. */

#include "config.h"

#include "ui/pages/mer-explanation-sources.h"

#include <glib/gi18n.h>
#include <string.h>

#include "report/mer-explain-text.h"
#include "ui/pages/mer-rating-explanation-private.h"

/* «телефонный опрос: опрошено 40, положительно 36, строка 7» */
static char *
counts_text (const MerBatch          *batch,
             const MerEvidenceSource *source)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *what = mer_explain_counts_source (batch, language);
  g_autofree char *asked = mer_format_count (language, source->n);
  g_autofree char *positive = mer_format_count (language, source->positive);

  if (batch->file_name == NULL)
    /* Translators: what it is, as "telephone poll"; two counts. */
    return g_strdup_printf (_("%s: asked %s, positively %s; typed in by hand"), what, asked,
                               positive);
  /* Translators: what it is, as "telephone poll"; two counts; number of a row. */
  return g_strdup_printf (_("%s: asked %s, positively %s; row %d"), what, asked, positive,
                             (int) source->row);
}

/* How much of the evidence came from there, and where it stands there. */
static char *
source_text (const MerBatch          *batch,
             const MerEvidenceSource *source,
             const char              *when)
{
  g_autofree char *count = mer_format_count (mer_language_of_locale (), source->n);

  if (source->kind == MER_EVIDENCE_COUNTS)
    return counts_text (batch, source);
  if (batch->file_name == NULL && source->n > 0)
    return g_strdup_printf (
      /* Translators: how many questionnaires of an organization a stack of paper brought, and
       * the day on which it was closed. */
      ngettext ("%s questionnaire; entered on %s", "%s questionnaires; entered on %s", source->n),
      count, when);
  if (batch->file_name == NULL)
    return g_strdup_printf (_("entered on %s"), when);
  if (source->kind == MER_EVIDENCE_POINTS)
    return g_strdup_printf (_("expert's points, row %d; imported on %s"), (int) source->row, when);
  if (batch->kind != MER_BATCH_SURVEY)
    return g_strdup_printf (_("checklist, row %d; imported on %s"), (int) source->row, when);
  return g_strdup_printf (
    /* Translators: how many questionnaires of an organization a file brought, the row of
     * the first of them, and the day of the import. */
    ngettext ("%s questionnaire, the first in row %d; imported on %s",
              "%s questionnaires, the first in row %d; imported on %s", source->n),
    count, (int) source->row, when);
}

static void
add_source (GtkBox                  *box,
            const MerBatch          *batch,
            const MerEvidenceSource *source)
{
  g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());
  g_autofree char *text = NULL;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (batch->imported_at);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%x") : g_strdup ("");
  GtkWidget       *label = mer_explanation_label (name, 0, "heading");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (box, label);
  text = source_text (batch, source, when);
  gtk_box_append (box, mer_explanation_label (text, 0, "numeric"));
}

/* The sum of a scale's scores; NULL of other questions. */
static char *
scores_text (const MerTerm *term,
             MerLanguage    language)
{
  g_auto (MerRational) sum = MER_RATIONAL_ZERO;
  g_autofree char *text = NULL;
  const char      *point = NULL;

  if (term->units == 0)
    return NULL;
  sum = mer_rational_new ((gint64) (term->halves / 2), term->units);
  text = mer_rational_to_string (&sum);
  point = strchr (text, '.');
  return mer_format_rational (language, &sum, point != NULL ? (guint) strlen (point + 1) : 0);
}

/* The counts of one question: what the share was made of. */
static void
add_question_counts (GtkBox            *box,
                     const MerQuestion *question,
                     const MerTerm     *term)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *satisfied = mer_format_count (language, (gint64) term->halves / 2);
  g_autofree char *base = mer_format_count (language, (gint64) term->denominator);
  g_autofree char *scores = scores_text (term, language);
  g_autofree char *counts =
    scores != NULL
    /* Translators: sum of the scores of a scale, base, answers, questionnaires, the rest. */
    ? g_strdup_printf (_("scores %s over %s; answered %u of %u, otherwise %u"), scores, base,
                          term->answered, term->n, term->other)
    : g_strdup_printf (_("satisfied %s of %s; answered %u of %u, otherwise %u"), satisfied, base,
                          term->answered, term->n, term->other);
  GtkWidget *label = mer_explanation_label (question->text, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (box, label);
  gtk_box_append (box, mer_explanation_label (counts, 0, "numeric"));
}

static void
add_place_counts (GtkBox         *box,
                  const MerPlace *place,
                  const MerTerm  *term)
{
  MerLanguage language = mer_language_of_locale ();
  g_auto (MerRational) value = mer_rational_new ((gint64) term->halves, 2);
  g_autofree char *present = mer_format_rational (language, &value, term->halves % 2 == 0 ? 0 : 1);
  g_autofree char *required = mer_format_count (language, term->required);
  g_autofree char *counts = g_strdup_printf (_("present %s of %s required"), present, required);
  GtkWidget       *label = mer_explanation_label (place->title, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (box, label);
  gtk_box_append (box, mer_explanation_label (counts, 0, "numeric"));
}

static void
add_sources (GtkBox               *box,
             const MerResults     *results,
             const MerExplanation *part)
{
  for (guint i = 0; part->sources != NULL && i < part->sources->len; i++)
    {
      const MerEvidenceSource *source = &g_array_index (part->sources, MerEvidenceSource, i);
      const MerBatch          *batch = mer_batch_find (results->batches, source->batch_id);

      if (batch != NULL)
        add_source (box, batch, source);
    }
}

static void
add_counts (GtkBox               *box,
            const MerMethodology *methodology,
            const MerExplanation *part)
{
  for (guint i = 0; i < part->measurement.n_terms; i++)
    {
      const MerTerm *term = &part->measurement.terms[i];

      if (term->question >= 0)
        add_question_counts (
          box, g_ptr_array_index (methodology->questions, (guint) term->question), term);
      else if (term->place >= 0)
        add_place_counts (box, g_ptr_array_index (methodology->places, (guint) term->place), term);
    }
}

/**
 * mer_explanation_sources_new:
 * @results: a scored cycle
 * @part: an indicator of one of its organizations
 *
 * Returns: (transfer floating): the files and the counts that it was made of, as a column
 */
GtkWidget *
mer_explanation_sources_new (const MerResults     *results,
                             const MerExplanation *part)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);

  gtk_widget_set_size_request (box, 280, -1);
  add_sources (GTK_BOX (box), results, part);
  add_counts (GTK_BOX (box), results->methodology, part);
  return box;
}
