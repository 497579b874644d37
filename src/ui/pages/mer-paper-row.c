/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A question of a paper questionnaire. The list gives the keyboard to the row itself, so that
 * the question is read aloud with its answer; the options are for the pointer only. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-evidence.h"
#include "cycle/mer-paper-form.h"
#include "ui/pages/mer-paper-row.h"

/* Longer texts of options give way first. */
#define SHORT_TEXT 8
/* More options stand below the question, and wrap. */
#define OPTIONS_BESIDE 3

struct _MerPaperRow
{
  GtkListBoxRow parent_instance;

  GPtrArray *buttons; /* of GtkWidget, borrowed: one an option */
  GPtrArray *options; /* of char*, owned: their texts */
  GPtrArray *longs;   /* of GtkWidget, borrowed: labels of options that are long */
  char      *text;    /* owned: the full question */
  char      *description;
  guint      number;
  guint      n_questions;
};

G_DEFINE_FINAL_TYPE (MerPaperRow, mer_paper_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
mer_paper_row_finalize (GObject *object)
{
  MerPaperRow *self = MER_PAPER_ROW (object);

  g_ptr_array_unref (self->buttons);
  g_ptr_array_unref (self->options);
  g_ptr_array_unref (self->longs);
  g_free (self->text);
  g_free (self->description);
  G_OBJECT_CLASS (mer_paper_row_parent_class)->finalize (object);
}

static void
mer_paper_row_class_init (MerPaperRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_paper_row_finalize;
  signals[CHOSEN] = g_signal_new ("chosen", MER_TYPE_PAPER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
mer_paper_row_init (MerPaperRow *self)
{
  self->buttons = g_ptr_array_new ();
  self->options = g_ptr_array_new_with_free_func (g_free);
  self->longs = g_ptr_array_new ();
}

static void
clicked_cb (GtkWidget *button)
{
  MerPaperRow *self = MER_PAPER_ROW (gtk_widget_get_ancestor (button, MER_TYPE_PAPER_ROW));
  guint        option = 0;

  if (g_ptr_array_find (self->buttons, button, &option))
    g_signal_emit (self, signals[CHOSEN], 0, option + (guint) MER_ANSWER_FIRST_OPTION);
}

/* «Затрудняюсь» for «Затрудняюсь ответить»: the shortest spelling of a long option. */
static const char *
short_text (const MerOption *option)
{
  const char *text = option->text;

  if (g_utf8_strlen (text, -1) <= SHORT_TEXT)
    return text;
  for (guint i = 0; option->variants[i] != NULL; i++)
    if (g_utf8_strlen (option->variants[i], -1) < g_utf8_strlen (text, -1))
      text = option->variants[i];
  return text;
}

static GtkWidget *
make_option (MerPaperRow     *self,
             const MerOption *option)
{
  const char      *text = option->text;
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget       *label = gtk_label_new (short_text (option));
  g_autofree char *key = mer_paper_key_name (self->buttons->len, mer_language_of_locale ());
  GtkWidget       *key_label = gtk_label_new (key);

  gtk_widget_add_css_class (key_label, "mer-key");
  gtk_box_append (GTK_BOX (box), key_label);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "mer-option");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, text);
  if (g_utf8_strlen (text, -1) > SHORT_TEXT)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      g_ptr_array_add (self->longs, label);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                  -1);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), NULL);
  g_ptr_array_add (self->buttons, button);
  g_ptr_array_add (self->options, g_strdup (text));
  return button;
}

static GtkWidget *
make_options (MerPaperRow *self,
              GPtrArray   *options)
{
  gboolean   beside = options->len <= OPTIONS_BESIDE;
  GtkWidget *box = beside ? gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4) : gtk_flow_box_new ();

  if (!beside)
    {
      gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (box), GTK_SELECTION_NONE);
      gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (box), MER_ANSWER_MAX_CODES);
      gtk_widget_set_can_focus (box, FALSE);
    }
  for (guint i = 0; i < options->len; i++)
    {
      GtkWidget *button = make_option (self, g_ptr_array_index (options, i));

      if (beside)
        gtk_box_append (GTK_BOX (box), button);
      else
        gtk_flow_box_insert (GTK_FLOW_BOX (box), button, -1);
    }
  return box;
}

static GtkWidget *
make_question (MerPaperRow       *self,
               const MerQuestion *question)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *number = g_strdup_printf ("%u", self->number);
  GtkWidget       *number_label = gtk_label_new (number);
  GtkWidget       *label = gtk_label_new (question->short_text);

  gtk_label_set_width_chars (GTK_LABEL (number_label), 2);
  gtk_label_set_xalign (GTK_LABEL (number_label), 1);
  gtk_widget_add_css_class (number_label, "mer-secondary");
  gtk_widget_add_css_class (number_label, "numeric");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), number_label);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

/**
 * mer_paper_row_new:
 * @question: what is asked
 * @number: its place, from 1
 * @n_questions: of all
 *
 * Returns: (transfer floating): a row without an answer
 */
GtkWidget *
mer_paper_row_new (const MerQuestion *question,
                   guint              number,
                   guint              n_questions)
{
  MerPaperRow *self = g_object_new (MER_TYPE_PAPER_ROW, NULL);
  GtkWidget   *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  self->number = number;
  self->n_questions = n_questions;
  self->text = g_strdup (question->text);
  if (question->options->len > OPTIONS_BESIDE)
    gtk_orientable_set_orientation (GTK_ORIENTABLE (box), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (box), make_question (self, question));
  gtk_box_append (GTK_BOX (box), make_options (self, question->options));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), question->text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  mer_paper_row_show (self, MER_ANSWER_BLANK, FALSE);
  return GTK_WIDGET (self);
}

static char *
describe (MerPaperRow *self,
          guint        code,
          gboolean     skipped)
{
  const char *answer = _("not given");

  if (skipped)
    /* Translators: read aloud: number of the question, of all, its text. */
    return g_strdup_printf (_("Question %u of %u: %s Skipped"), self->number, self->n_questions,
                               self->text);
  if (code == MER_ANSWER_OTHER)
    answer = _("fits no option");
  else if (code >= MER_ANSWER_FIRST_OPTION && code - MER_ANSWER_FIRST_OPTION < self->options->len)
    answer = g_ptr_array_index (self->options, code - MER_ANSWER_FIRST_OPTION);
  /* Translators: read aloud: number of the question, of all, its text, the answer given. */
  return g_strdup_printf (_("Question %u of %u: %s Answer: %s"), self->number, self->n_questions,
                             self->text, answer);
}

/**
 * mer_paper_row_show:
 * @self: a row
 * @code: its answer, as in blocks
 * @skipped: whether its filter does not let pass
 */
void
mer_paper_row_show (MerPaperRow *self,
                    guint        code,
                    gboolean     skipped)
{
  g_return_if_fail (MER_IS_PAPER_ROW (self));
  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (self->buttons, i);

      if (code == i + MER_ANSWER_FIRST_OPTION)
        gtk_widget_add_css_class (button, "chosen");
      else
        gtk_widget_remove_css_class (button, "chosen");
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), !skipped);
  g_free (self->description);
  self->description = describe (self, code, skipped);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->description, -1);
}

void
mer_paper_row_set_narrow (MerPaperRow *self,
                          gboolean     narrow)
{
  g_return_if_fail (MER_IS_PAPER_ROW (self));
  for (guint i = 0; self->options->len <= OPTIONS_BESIDE && i < self->longs->len; i++)
    gtk_widget_set_visible (g_ptr_array_index (self->longs, i), !narrow);
}

const char *
mer_paper_row_get_description (MerPaperRow *self)
{
  g_return_val_if_fail (MER_IS_PAPER_ROW (self), NULL);
  return self->description;
}
