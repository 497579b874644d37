/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How one organization's score came about. Everything shown is taken from the explanation
 * tree of src/scoring and put into words by src/report: the pane only arranges it.
 * Invariant: `explanation` belongs to the row that is shown, or both are absent. */

#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-explain-text.h"
#include "ui/mer-text-scale.h"
#include "ui/pages/mer-explanation-sources.h"
#include "ui/pages/mer-rating-explanation-private.h"
#include "ui/pages/mer-rating-difference.h"
#include "ui/widgets/mer-children.h"

G_DEFINE_FINAL_TYPE (MerRatingExplanation, mer_rating_explanation, GTK_TYPE_BOX)

enum
{
  SIGNAL_SHOW_DATA,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

#define LARGE_TEXT 130 /* %; beyond it, lines of the calculation no longer fit a small screen */

enum
{
  COLUMN_CODE,
  COLUMN_TITLE,
  COLUMN_FORMULA,
  COLUMN_EQUALS,
  COLUMN_RESULT,
  COLUMN_SOURCE,
};

GtkWidget *
mer_explanation_label (const char *text,
                       float       xalign,
                       const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

char *
mer_explanation_code (const char *code)
{
  if (code[0] == 'K' && mer_language_of_locale () == MER_LANGUAGE_RU)
    return g_strconcat ("К", code + 1, NULL);
  return g_strdup (code);
}

/* --- where the numbers came from ------------------------------------------- */

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
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = mer_explanation_sources_new (self->results, user_data);
  GtkWidget *show = gtk_button_new_with_mnemonic (_("Show the _files"));

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

static gboolean
is_beside (MerRatingExplanation *self,
           MerExplanation       *part)
{
  return g_ptr_array_find (self->explanation->beside, part, NULL);
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
      weight = is_beside (self, part) ? g_strdup (_("beside S")) : weight_text (part);
      child = mer_explanation_label (weight, 0, "small");
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
  label = mer_explanation_label (reason, 0, "small");
  gtk_widget_add_css_class (label, "mer-warning");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  attach (self, label, COLUMN_TITLE, row, COLUMN_SOURCE - COLUMN_TITLE + 1);
  return row + 1;
}

/* A formula stands in one line, unless the text is large: then it goes on in the next one, but a
 * weight stays with its number. */
static GtkWidget *
make_formula (const char *formula,
              const char *css_class)
{
  static const char product[] = " · ";
  GtkWidget        *label = mer_explanation_label (formula, 0, css_class);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  for (const char *at = strstr (formula, product); at != NULL; at = strstr (at + 1, product))
    {
      PangoAttribute *together = pango_attr_allow_breaks_new (FALSE);

      together->start_index = (guint) (at - formula);
      together->end_index = together->start_index + sizeof product;
      pango_attr_list_insert (attributes, together);
    }
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), mer_text_scale_px (label, 100) > LARGE_TEXT);
  return label;
}

static int
attach_part (MerRatingExplanation *self,
             MerExplanation       *part,
             int                   row)
{
  g_autoptr (MerExplainRow) words =
    mer_explain_row (part, mer_language_of_locale (), self->results->batches);
  const char      *weight_class = part->level == MER_EXPLAIN_CRITERION ? "mer-strong" : NULL;
  g_autofree char *code = mer_explanation_code (words->code);
  GtkWidget       *title = mer_explanation_label (words->title, 0, weight_class);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (title), 14);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 44);
  gtk_widget_set_tooltip_text (title, part->title);
  if (weight_class == NULL)
    gtk_widget_add_css_class (title, "mer-secondary");
  attach (self, mer_explanation_label (code, 0, weight_class), COLUMN_CODE, row, 1);
  attach (self, title, COLUMN_TITLE, row, 1);
  attach (self, make_formula (words->formula, weight_class), COLUMN_FORMULA, row, 1);
  attach (self, mer_explanation_label ("=", 0.5f, "mer-secondary"), COLUMN_EQUALS, row, 1);
  attach (self, mer_explanation_label (words->result, 1, "mer-strong"), COLUMN_RESULT, row, 1);
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

MerExplanation *
mer_rating_explanation_part (MerRatingExplanation *self,
                             guint                 index)
{
  GPtrArray *parts = self->explanation->parts;
  GPtrArray *beside = self->explanation->beside;

  if (index < parts->len)
    return g_ptr_array_index (parts, index);
  return index - parts->len < beside->len ? g_ptr_array_index (beside, index - parts->len) : NULL;
}

void
mer_rating_explanation_open (MerRatingExplanation *self,
                             int                   index)
{
  MerExplanation *criterion = mer_rating_explanation_part (self, (guint) index);
  int             row = 0;
  guint           i;

  self->criterion = index;
  mer_grid_clear (self->grid);
  row = attach_part (self, criterion, row);
  for (i = 0; i < criterion->parts->len; i++)
    row = attach_part (self, g_ptr_array_index (criterion->parts, i), row);
  show_note (self, criterion);
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

/* «6-е место из 35» */
static char *
place_words (MerRatingExplanation *self,
             const MerScoreRow    *row,
             gboolean              in_kind)
{
  const MerScoreTable *table = self->results->scores;
  MerLanguage          language = mer_language_of_locale ();
  guint                of = table->n_ranked;
  guint                rank = in_kind ? row->rank_in_kind : row->rank;
  g_autofree char     *rank_text = mer_format_count (language, rank);
  g_autofree char     *of_text = NULL;

  if (in_kind)
    of = ranked_in_kind (table, row->organization->kind);
  of_text = mer_format_count (language, of);
  if (in_kind)
    return g_strdup_printf (_("place %s of %s of its kind"), rank_text, of_text);
  return g_strdup_printf (_("place %s of %s"), rank_text, of_text);
}

/* «6-е место из 35; 10-е в 2021 году»; where no place is known, «; 80,50 в 2019 году». */
static char *
place_sentence (MerRatingExplanation *self,
                const MerScoreRow    *row,
                gboolean              in_kind)
{
  const MerScoreRow *before = NULL;
  const MerPastYear *last = NULL;
  guint              rank = 0;
  g_autofree char   *now = NULL;
  g_autofree char   *then = NULL;
  g_auto (MerRational) difference = MER_RATIONAL_ZERO;

  if (!row->total.defined)
    return mer_explain_undefined (self->explanation, mer_language_of_locale ());
  now = place_words (self, row, in_kind);
  last = mer_score_past_find (self->results->past, row->organization->id, &before);
  if (last != NULL)
    rank = in_kind ? before->rank_in_kind : before->rank;
  if (rank > 0)
    /* Translators: the place that an organization had before, and its year. */
    then = g_strdup_printf (_("place %u in %d"), rank, last->cycle->year);
  else if (mer_rating_difference (self->results, row, &difference))
    then = mer_rating_difference_words (self->results, row);
  return then != NULL ? g_strdup_printf (_("%s; %s"), now, then) : g_steal_pointer (&now);
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
  GtkWidget *chip = NULL;

  mer_grid_clear (self->grid);
  while ((chip = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_widget_unparent (chip);
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
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, object);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, body);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, chips);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, grid);
  gtk_widget_class_bind_template_child (widget_class, MerRatingExplanation, note);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
}

static void
mer_rating_explanation_init (MerRatingExplanation *self)
{
  self->criterion = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  mer_rating_explanation_init_chips (self);
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
  gtk_widget_set_visible (self->object, self->explanation != NULL);
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
  mer_rating_explanation_show_chips (self);
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
 * mer_rating_explanation_get_code:
 * @self: a pane
 *
 * Returns: (transfer none): the code of the criterion that is open, "S" for none
 */
const char *
mer_rating_explanation_get_code (MerRatingExplanation *self)
{
  g_return_val_if_fail (MER_IS_RATING_EXPLANATION (self), "S");
  if (self->explanation == NULL || self->criterion < 0)
    return "S";
  return mer_rating_explanation_part (self, (guint) self->criterion)->code;
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
