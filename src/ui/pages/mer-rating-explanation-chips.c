/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The total as a sum of its criteria, each a chip that opens the criterion. */

#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-explain-text.h"
#include "ui/pages/mer-rating-explanation-private.h"

static char *
score_text (MerRatingExplanation *self,
            const MerScore       *score)
{
  if (!score->defined)
    return g_strdup ("—");
  return mer_format_rational (mer_language_of_locale (), &score->value,
                              self->results->scores->decimals);
}

static void
chip_toggled_cb (MerRatingExplanation *self,
                 GtkToggleButton      *chip)
{
  if (gtk_toggle_button_get_active (chip))
    mer_rating_explanation_open (
      self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (chip), "criterion")));
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
  GtkWidget *child = gtk_widget_get_first_child (self->chips);

  if (step == 0 || self->explanation == NULL || wanted < 0 ||
      mer_rating_explanation_part (self, (guint) wanted) == NULL)
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
  const MerExplanation *part = mer_rating_explanation_part (self, index);
  g_autofree char      *value = score_text (self, &part->score);
  g_autofree char      *code = mer_explanation_code (part->code);
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

/* «0,3 ·»; NULL where the weight is one. (transfer full) */
static char *
factor_text (const MerRational *weight)
{
  g_autofree char *text = mer_rational_to_string (weight);

  if (g_str_equal (text, "1"))
    return NULL;
  if (mer_language_of_locale () == MER_LANGUAGE_RU)
    g_strdelimit (text, ".", ',');
  return g_strconcat (text, " ·", NULL);
}

static void
append_text (MerRatingExplanation *self,
             const char           *markup)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "mer-secondary");
  gtk_widget_set_parent (label, self->chips);
}

/* Criteria of the council that the total leaves out. */
static void
fill_beside (MerRatingExplanation *self,
             GtkToggleButton      *group)
{
  guint n = self->explanation->parts->len;

  if (self->explanation->beside->len > 0)
    append_text (self, _("beside:"));
  for (guint i = 0; i < self->explanation->beside->len; i++)
    gtk_widget_set_parent (make_chip (self, n + i, group), self->chips);
}

/* «S 92,06 = ( [К1 96,05] + [К2 96,97] + … ) / 5» */
static void
fill_chips (MerRatingExplanation *self)
{
  GPtrArray       *parts = self->explanation->parts;
  gboolean         mean = mer_explain_is_mean (parts);
  g_autofree char *total = score_text (self, &self->explanation->score);
  GtkToggleButton *group = NULL;
  guint            i;

  append_text (self, "S");
  gtk_widget_set_parent (mer_explanation_label (total, 0, "mer-strong"), self->chips);
  append_text (self, mean ? "= (" : "=");
  for (i = 0; i < parts->len; i++)
    {
      const MerExplanation *part = g_ptr_array_index (parts, i);
      GtkWidget            *chip = make_chip (self, i, group);
      g_autofree char      *factor = NULL;

      if (i > 0)
        append_text (self, "+");
      if (!mean)
        factor = factor_text (&part->weight);
      if (factor != NULL)
        append_text (self, factor);
      gtk_widget_set_parent (chip, self->chips);
      if (group == NULL)
        group = GTK_TOGGLE_BUTTON (chip);
    }
  if (mean)
    {
      g_autofree char *end = g_strdup_printf (") / %u", parts->len);

      append_text (self, end);
    }
  fill_beside (self, group);
}

static gboolean
is_lower (const MerExplanation *a,
          const MerExplanation *b)
{
  g_auto (MerRational) left = mer_rational_mul (&a->score.value, &b->maximum);
  g_auto (MerRational) right = mer_rational_mul (&b->score.value, &a->maximum);

  return mer_rational_cmp (&left, &right) < 0;
}

/* An undefined criterion is what the reader asks about; else the one that is lowest in per cent
 * of its maximum. */
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
      if (weakest == NULL || is_lower (part, weakest))
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
  GtkWidget *child = gtk_widget_get_first_child (self->chips);

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_TOGGLE_BUTTON (child) &&
        GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "criterion")) == index)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}

void
mer_rating_explanation_show_chips (MerRatingExplanation *self)
{
  fill_chips (self);
  activate_chip (self, weakest_criterion (self->explanation->parts));
}

void
mer_rating_explanation_init_chips (MerRatingExplanation *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (chip_key_cb), self);
  gtk_widget_add_controller (self->chips, keys);
}
