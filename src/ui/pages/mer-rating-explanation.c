/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one organization's score came about. Everything shown is taken from the explanation
 * tree of src/scoring and put into words by src/report: the pane only arranges it.
 * Invariant: `explanation` belongs to the row that is shown, or both are absent. */

#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-explain-text.h"
#include "scoring/mer-explanation.h"
#include "ui/pages/mer-rating-explanation.h"
#include "ui/widgets/mer-children.h"

struct _MerRatingExplanation
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel  *name;
  GtkLabel  *place;
  GtkWidget *copy;
  GtkWidget *body;
  GtkBox    *chips;
  GtkGrid   *grid;
  GtkLabel  *note;

  MerResults     *results;     /* owned, nullable */
  MerExplanation *explanation; /* owned, nullable: of the total */
  int             criterion;   /* index of the open one, −1: none */
};

G_DEFINE_FINAL_TYPE (MerRatingExplanation, mer_rating_explanation, GTK_TYPE_BOX)

enum
{
  SIGNAL_SHOW_DATA,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

enum
{
  COLUMN_CODE,
  COLUMN_TITLE,
  COLUMN_FORMULA,
  COLUMN_EQUALS,
  COLUMN_RESULT,
  COLUMN_SOURCE,
};

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static char *
score_text (MerRatingExplanation *self,
            const MerScore       *score)
{
  if (!score->defined)
    return g_strdup ("—");
  return mer_format_rational (mer_language_of_locale (), &score->value,
                              self->results->scores->decimals);
}

/* "K3" is written «К3», with the Cyrillic letter, in a Russian window. */
static char *
visible_code (const char *code)
{
  if (code[0] == 'K' && mer_language_of_locale () == MER_LANGUAGE_RU)
    return g_strconcat ("К", code + 1, NULL);
  return g_strdup (code);
}

/* --- where the numbers came from ------------------------------------------- */

static const MerBatch *
find_batch (const MerResults *results,
            gint64            id)
{
  guint i;

  for (i = 0; i < results->batches->len; i++)
    {
      const MerBatch *batch = g_ptr_array_index (results->batches, i);

      if (batch->id == id)
        return batch;
    }
  return NULL;
}

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
  GtkWidget       *label = make_label (name, 0, "heading");

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 44);
  gtk_box_append (box, label);
  text = source_text (batch, source, when);
  gtk_box_append (box, make_label (text, 0, "numeric"));
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
  GtkWidget *label = make_label (question->text, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (box, label);
  gtk_box_append (box, make_label (counts, 0, "numeric"));
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
  GtkWidget       *label = make_label (place->title, 0, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_widget_set_margin_top (label, 8);
  gtk_box_append (box, label);
  gtk_box_append (box, make_label (counts, 0, "numeric"));
}

static void
show_data_cb (MerRatingExplanation *self)
{
  g_signal_emit (self, signals[SIGNAL_SHOW_DATA], 0);
}

/* Files and counts of one indicator, in a popover made when it is opened. */
static void
create_source_popover_cb (GtkMenuButton *button,
                          gpointer       user_data)
{
  MerRatingExplanation *self =
    MER_RATING_EXPLANATION (gtk_widget_get_ancestor (GTK_WIDGET (button),
                                                     MER_TYPE_RATING_EXPLANATION));
  const MerExplanation *part = user_data;
  const MerMethodology *methodology = self->results->methodology;
  GtkWidget            *popover = gtk_popover_new ();
  GtkWidget            *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget            *show = gtk_button_new_with_mnemonic (_("Show the _files"));
  guint                 i;

  gtk_widget_set_size_request (box, 280, -1);
  for (i = 0; part->sources != NULL && i < part->sources->len; i++)
    {
      const MerEvidenceSource *source = &g_array_index (part->sources, MerEvidenceSource, i);
      const MerBatch          *batch = find_batch (self->results, source->batch_id);

      if (batch != NULL)
        add_source (GTK_BOX (box), batch, source);
    }
  for (i = 0; i < part->measurement.n_terms; i++)
    {
      const MerTerm *term = &part->measurement.terms[i];

      if (term->question >= 0)
        add_question_counts (GTK_BOX (box),
                             g_ptr_array_index (methodology->questions, (guint) term->question),
                             term);
      else if (term->place >= 0)
        add_place_counts (GTK_BOX (box),
                          g_ptr_array_index (methodology->places, (guint) term->place), term);
    }
  gtk_widget_set_margin_top (show, 8);
  gtk_widget_set_halign (show, GTK_ALIGN_START);
  g_signal_connect_object (show, "clicked", G_CALLBACK (show_data_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (show, "clicked", G_CALLBACK (gtk_popover_popdown), popover,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), show);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

/* --- rows ------------------------------------------------------------------ */

static GtkWidget *
make_source_button (MerExplanation *part,
                    const char     *text)
{
  GtkWidget       *button = gtk_menu_button_new ();
  g_autofree char *name = g_strdup_printf ("%s: %s", part->code, text);

  /* A child of its own: a label would bring an arrow. */
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), gtk_label_new (text));
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_widget_add_css_class (button, "mer-link");
  gtk_widget_set_tooltip_text (button, _("Show the counts and the file"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_source_popover_cb,
                                         part, NULL);
  return button;
}

/* «вес в S: 1/5» beside a criterion's own row. */
static char *
weight_text (const MerExplanation *part)
{
  g_autofree char *weight = mer_rational_to_string (&part->weight);
  g_autofree char *fraction =
    part->weight.big == NULL && part->weight.num > 0 && part->weight.den > 1
      ? g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, part->weight.num,
                         part->weight.den)
      : g_steal_pointer (&weight);

  return g_strdup_printf (_("weight in S: %s"), fraction);
}

static void
attach (MerRatingExplanation *self,
        GtkWidget            *child,
        int                   column,
        int                   row,
        int                   columns)
{
  gtk_widget_set_valign (child, GTK_ALIGN_BASELINE);
  gtk_grid_attach (self->grid, child, column, row, columns, 1);
}

static void
attach_source (MerRatingExplanation *self,
               MerExplanation       *part,
               const MerExplainRow  *words,
               int                   row)
{
  g_autofree char *weight = NULL;
  GtkWidget       *child = NULL;

  if (part->level == MER_EXPLAIN_CRITERION)
    {
      weight = weight_text (part);
      child = make_label (weight, 0, "small");
      gtk_widget_add_css_class (child, "mer-secondary");
    }
  else if (words->source != NULL)
    child = make_source_button (part, words->source);
  if (child == NULL)
    return;
  gtk_widget_set_halign (child, GTK_ALIGN_START);
  attach (self, child, COLUMN_SOURCE, row, 1);
}

/* Why a value is undefined, or how the rules settled it, under its own row. */
static int
attach_reason (MerRatingExplanation *self,
               const char           *reason,
               int                   row)
{
  GtkWidget *label = NULL;

  if (reason == NULL || *reason == '\0')
    return row;
  label = make_label (reason, 0, "small");
  gtk_widget_add_css_class (label, "mer-warning");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  attach (self, label, COLUMN_TITLE, row, COLUMN_SOURCE - COLUMN_TITLE + 1);
  return row + 1;
}

static int
attach_part (MerRatingExplanation *self,
             MerExplanation       *part,
             int                   row)
{
  g_autoptr (MerExplainRow) words =
    mer_explain_row (part, mer_language_of_locale (), self->results->batches);
  const char      *weight_class = part->level == MER_EXPLAIN_CRITERION ? "mer-strong" : NULL;
  g_autofree char *code = visible_code (words->code);
  GtkWidget       *title = make_label (words->title, 0, weight_class);

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (title), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 44);
  gtk_widget_set_tooltip_text (title, part->title);
  if (weight_class == NULL)
    gtk_widget_add_css_class (title, "mer-secondary");
  attach (self, make_label (code, 0, weight_class), COLUMN_CODE, row, 1);
  attach (self, title, COLUMN_TITLE, row, 1);
  attach (self, make_label (words->formula, 0, weight_class), COLUMN_FORMULA, row, 1);
  attach (self, make_label ("=", 0.5f, "mer-secondary"), COLUMN_EQUALS, row, 1);
  attach (self, make_label (words->result, 1, "mer-strong"), COLUMN_RESULT, row, 1);
  attach_source (self, part, words, row);
  /* A criterion is undefined for the reason that its indicators state below. */
  return attach_reason (self, part->level == MER_EXPLAIN_INDICATOR ? words->reason : NULL, row + 1);
}

/* What the rules say of the open criterion; those of the whole score in the tooltip. */
static void
show_note (MerRatingExplanation *self,
           const MerExplanation *criterion)
{
  g_autofree char *note = mer_explain_note (criterion, mer_language_of_locale ());
  g_autofree char *all = mer_explain_policies (self->explanation, mer_language_of_locale ());

  gtk_label_set_text (self->note, note);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->note), all);
}

static void
show_criterion (MerRatingExplanation *self,
                int                   index)
{
  MerExplanation *criterion = g_ptr_array_index (self->explanation->parts, (guint) index);
  int             row = 0;
  guint           i;

  self->criterion = index;
  mer_grid_clear (self->grid);
  row = attach_part (self, criterion, row);
  for (i = 0; i < criterion->parts->len; i++)
    row = attach_part (self, g_ptr_array_index (criterion->parts, i), row);
  show_note (self, criterion);
}

/* --- chips ----------------------------------------------------------------- */

static void
chip_toggled_cb (MerRatingExplanation *self,
                 GtkToggleButton      *chip)
{
  if (gtk_toggle_button_get_active (chip))
    show_criterion (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "criterion")));
}

/* Left and right walk the chips, as in a group of radio buttons. */
static gboolean
chip_key_cb (MerRatingExplanation *self,
             guint                 key,
             guint                 code,
             GdkModifierType       state)
{
  int        step = key == GDK_KEY_Left ? -1 : key == GDK_KEY_Right ? 1
                                                                    : 0;
  int        wanted = self->criterion + step;
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  if (step == 0 || self->explanation == NULL || wanted < 0 ||
      wanted >= (int) self->explanation->parts->len)
    return GDK_EVENT_PROPAGATE;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) &&
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "criterion")) == wanted)
      {
        gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
        gtk_widget_grab_focus (child);
        break;
      }
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_chip (MerRatingExplanation *self,
           guint                 index,
           GtkToggleButton      *group)
{
  const MerExplanation *part = g_ptr_array_index (self->explanation->parts, index);
  g_autofree char      *value = score_text (self, &part->score);
  g_autofree char      *code = visible_code (part->code);
  g_autofree char      *markup = g_markup_printf_escaped ("%s <b>%s</b>", code, value);
  g_autofree char      *name = g_strdup_printf ("%s, %s: %s", code, part->title, value);
  GtkWidget            *chip = gtk_toggle_button_new ();
  GtkWidget            *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_button_set_child (GTK_BUTTON (chip), label);
  gtk_button_set_has_frame (GTK_BUTTON (chip), FALSE);
  gtk_widget_add_css_class (chip, "mer-chip");
  gtk_widget_set_tooltip_text (chip, part->title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (chip), "criterion", GUINT_TO_POINTER (index));
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), group);
  g_signal_connect_swapped (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
  return chip;
}

/* Whether every criterion weighs the same: then S is a plain mean. */
static gboolean
equal_weights (const GPtrArray *parts)
{
  const MerExplanation *first = g_ptr_array_index (parts, 0);
  guint                 i;

  for (i = 1; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);

      if (mer_rational_cmp (&first->weight, &part->weight) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
append_text (MerRatingExplanation *self,
             const char           *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "mer-secondary");
  gtk_box_append (self->chips, label);
}

/* «S 92,06 = ( [К1 96,05] + [К2 96,97] + … ) / 5» */
static void
fill_chips (MerRatingExplanation *self)
{
  GPtrArray       *parts = self->explanation->parts;
  gboolean         mean = equal_weights (parts);
  g_autofree char *total = score_text (self, &self->explanation->score);
  GtkToggleButton *group = NULL;
  guint            i;

  append_text (self, "S");
  gtk_box_append (self->chips, make_label (total, 0, "mer-strong"));
  append_text (self, mean ? "= (" : "=");
  for (i = 0; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);
      GtkWidget            *chip = make_chip (self, i, group);

      if (i > 0)
        append_text (self, "+");
      if (!mean)
        {
          g_autofree char *weight = mer_rational_to_string (&part->weight);
          g_autofree char *factor = g_strconcat (weight, " ·", NULL);

          append_text (self, factor);
        }
      gtk_box_append (self->chips, chip);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (chip);
    }
  if (mean)
    {
      g_autofree char *end = g_strdup_printf (") / %u", parts->len);

      append_text (self, end);
    }
}

/* An undefined criterion is what the reader asks about; else the lowest one. */
static int
weakest_criterion (const GPtrArray *parts)
{
  const MerExplanation *weakest = NULL;
  int                   index = 0;
  guint                 i;

  for (i = 0; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);

      if (!part->score.defined)
        return (int) i;
      if (weakest == NULL || mer_rational_cmp (&part->score.value, &weakest->score.value) < 0)
        {
          weakest = part;
          index = (int) i;
        }
    }
  return index;
}

static void
activate_chip (MerRatingExplanation *self,
               int                   index)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->chips));

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) &&
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "criterion")) == index)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}

/* --- head ------------------------------------------------------------------ */

static guint
ranked_in_kind (const MerScoreTable *table,
                MerOrganizationKind  kind)
{
  guint count = 0;
  guint i;

  for (i = 0; i < table->n_rows; i++)
    if (table->rows[i].organization->kind == kind && table->rows[i].rank_in_kind > 0)
      count++;
  return count;
}

/* «6-е место из 35, в прошлом цикле 10-е» */
static char *
place_sentence (MerRatingExplanation *self,
                const MerScoreRow    *row,
                gboolean              in_kind)
{
  MerLanguage          language = mer_language_of_locale ();
  g_autofree char     *rank_text = NULL;
  g_autofree char     *of_text = NULL;
  g_autofree char     *before_text = NULL;
  const MerScoreTable *table = self->results->scores;
  const MerScoreRow   *before = NULL;
  guint                rank = in_kind ? row->rank_in_kind : row->rank;
  guint                of = table->n_ranked;
  guint                rank_before = 0;

  if (in_kind)
    of = ranked_in_kind (table, row->organization->kind);
  if (!row->total.defined)
    return mer_explain_undefined (self->explanation, mer_language_of_locale ());
  if (self->results->previous != NULL)
    before = mer_score_table_find (self->results->previous, row->organization->id);
  if (before != NULL)
    rank_before = in_kind ? before->rank_in_kind : before->rank;
  rank_text = mer_format_count (language, rank);
  of_text = mer_format_count (language, of);
  before_text = mer_format_count (language, rank_before);
  if (rank_before > 0 && in_kind)
    return g_strdup_printf (_("place %s of %s of its kind, %s in the cycle before"), rank_text,
                               of_text, before_text);
  if (rank_before > 0)
    return g_strdup_printf (_("place %s of %s, %s in the cycle before"), rank_text, of_text,
                               before_text);
  if (in_kind)
    return g_strdup_printf (_("place %s of %s of its kind"), rank_text, of_text);
  return g_strdup_printf (_("place %s of %s"), rank_text, of_text);
}

static void
copy_cb (MerRatingExplanation *self)
{
  g_autofree char *text = mer_rating_explanation_get_text (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

/* --- the object ------------------------------------------------------------ */

static void
clear (MerRatingExplanation *self)
{
  mer_grid_clear (self->grid);
  mer_box_clear (self->chips);
  g_clear_pointer (&self->explanation, mer_explanation_free);
  g_clear_pointer (&self->results, mer_results_unref);
  self->criterion = -1;
}

static void
mer_rating_explanation_dispose (GObject *object)
{
  MerRatingExplanation *self = MER_RATING_EXPLANATION (object);

  if (self->grid != NULL)
    clear (self);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_RATING_EXPLANATION);
  G_OBJECT_CLASS (mer_rating_explanation_parent_class)->dispose (object);
}

static void
mer_rating_explanation_class_init (MerRatingExplanationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_rating_explanation_dispose;
  signals[SIGNAL_SHOW_DATA] =
    g_signal_new ("show-data", MER_TYPE_RATING_EXPLANATION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-rating-explanation.ui");
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, name);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, place);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, copy);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, body);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, chips);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, grid);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, note);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
mer_rating_explanation_init (MerRatingExplanation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->criterion = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (chip_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->chips), keys);
  mer_rating_explanation_set_row (self, NULL, NULL, FALSE);
}

/**
 * mer_rating_explanation_set_row:
 * @self: a pane
 * @results: (nullable): a scored cycle; kept
 * @row: (nullable): the organization to explain, of @results
 * @ranks_in_kind: whether its place is counted within its kind
 *
 * Opens at the criterion that is undefined, else at the weakest.
 */
void
mer_rating_explanation_set_row (MerRatingExplanation *self,
                                MerResults           *results,
                                const MerScoreRow    *row,
                                gboolean              ranks_in_kind)
{
  g_autofree char *place = NULL;

  g_return_if_fail (MER_IS_RATING_EXPLANATION (self));
  clear (self);
  if (results != NULL && row != NULL)
    {
      self->results = mer_results_ref (results);
      self->explanation = mer_explanation_new (results->scores, row, "S");
    }
  gtk_widget_set_visible (self->body, self->explanation != NULL);
  gtk_widget_set_visible (self->copy, self->explanation != NULL);
  if (self->explanation == NULL)
    {
      gtk_label_set_text (self->name, "");
      gtk_label_set_text (self->place, _("Select an organization to see how its score came about"));
      return;
    }
  place = place_sentence (self, row, ranks_in_kind);
  gtk_label_set_text (self->name, row->organization->name);
  gtk_label_set_text (self->place, place);
  if (self->explanation->parts->len == 0)
    return;
  fill_chips (self);
  activate_chip (self, weakest_criterion (self->explanation->parts));
}

/**
 * mer_rating_explanation_get_criterion:
 * @self: a pane
 *
 * Returns: index of the criterion that is open, −1 for none
 */
int
mer_rating_explanation_get_criterion (MerRatingExplanation *self)
{
  g_return_val_if_fail (MER_IS_RATING_EXPLANATION (self), -1);
  return self->criterion;
}

/**
 * mer_rating_explanation_get_text:
 * @self: a pane
 *
 * Returns: (transfer full) (nullable): the whole calculation as text
 */
char *
mer_rating_explanation_get_text (MerRatingExplanation *self)
{
  g_return_val_if_fail (MER_IS_RATING_EXPLANATION (self), NULL);
  if (self->explanation == NULL)
    return NULL;
  return mer_explain_text (self->explanation, mer_language_of_locale (), self->results->batches);
}
