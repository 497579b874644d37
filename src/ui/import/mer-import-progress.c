/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress in words. Workers count bytes; where the number of rows is known it is told in rows,
 * which is what the user has in mind. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "ui/import/mer-import-progress.h"

struct _MerImportProgress
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel       *title;
  GtkProgressBar *bar;
  GtkLabel       *text;
  GtkLabel       *stopping;
  GtkWidget      *stop;

  MerProgress *progress; /* owned, nullable */
  guint64      n_rows;   /* 0: not known */
  int          told;     /* tenths that a screen reader was told of */
};

G_DEFINE_FINAL_TYPE (MerImportProgress, mer_import_progress, GTK_TYPE_BOX)

enum
{
  SIGNAL_STOPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- words ---------------------------------------------------------------------------- */

/* To two digits: more of them only flicker. */
static double
round_speed (double speed)
{
  double step = 1;

  while (speed / step >= 100)
    step *= 10;
  return (double) (gint64) (speed / step + 0.5) * step;
}

/* «12 400 из 300 000 строк, 410 000 в секунду» or, by bytes, «52,1 МБ из 230,0 МБ, 41 МБ/с» */
static char *
amount_words (MerImportProgress *self,
              double             share)
{
  double           rate = mer_progress_get_rate (self->progress);
  double           total = (double) mer_progress_get_total (self->progress);
  double           rows = rate / total * (double) self->n_rows;
  g_autofree char *done = NULL;
  g_autofree char *all = NULL;
  g_autofree char *speed = NULL;

  if (self->n_rows > 0)
    {
      MerLanguage language = mer_language_of_locale ();

      done = mer_format_count (language, (gint64) (share * (double) self->n_rows));
      all = mer_format_count (language, (gint64) self->n_rows);
      speed = mer_format_count (language, (gint64) round_speed (rows));
      if (rate <= 0)
        return g_strdup_printf (_("%s of %s"), done, all);
      return g_strdup_printf (ngettext ("%s of %s row, %s a second", "%s of %s rows, %s a second",
                                        self->n_rows),
                              done, all, speed);
    }
  done = g_format_size (mer_progress_get_done (self->progress));
  all = g_format_size (mer_progress_get_total (self->progress));
  if (rate <= 0)
    return g_strdup_printf (_("%s of %s"), done, all);
  speed = g_format_size ((guint64) rate);
  return g_strdup_printf (_("%s of %s, %s a second"), done, all, speed);
}

static char *
progress_words (MerImportProgress *self,
                double             share)
{
  double           remaining = mer_progress_get_remaining (self->progress);
  int              seconds = (int) (remaining + 0.5);
  g_autofree char *amount = NULL;

  if (share >= 1)
    return g_strdup (_("All is read; what was read is being worked up"));
  amount = amount_words (self, share);
  if (remaining < 0)
    return g_steal_pointer (&amount);
  return g_strdup_printf (ngettext ("%s, %d second left", "%s, %d seconds left",
                                    (unsigned long) seconds),
                          amount, seconds);
}

/* GTK 4.8 cannot announce: what changes is the value that the bar says of itself. */
static void
tell_tenth (MerImportProgress *self,
            double             share)
{
  int              tenth = (int) (share * 10);
  g_autofree char *text = NULL;

  if (tenth == self->told)
    return;
  self->told = tenth;
  text = g_strdup_printf (_("%d %% done"), tenth * 10);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static void
progress_cb (MerImportProgress *self)
{
  guint64          total = mer_progress_get_total (self->progress);
  double           share = 0;
  g_autofree char *words = NULL;

  if (total == 0)
    {
      gtk_progress_bar_pulse (self->bar);
      return;
    }
  share = MIN ((double) mer_progress_get_done (self->progress) / (double) total, 1.0);
  words = progress_words (self, share);
  gtk_progress_bar_set_fraction (self->bar, share);
  gtk_label_set_text (self->text, words);
  tell_tenth (self, share);
}

/* --- the object ----------------------------------------------------------------------- */

static void
stop_cb (MerImportProgress *self)
{
  g_signal_emit (self, signals[SIGNAL_STOPPED], 0);
}

static void
mer_import_progress_dispose (GObject *object)
{
  mer_import_progress_follow (MER_IMPORT_PROGRESS (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_PROGRESS);
  G_OBJECT_CLASS (mer_import_progress_parent_class)->dispose (object);
}

static void
mer_import_progress_class_init (MerImportProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_progress_dispose;
  signals[SIGNAL_STOPPED] = g_signal_new ("stopped", MER_TYPE_IMPORT_PROGRESS, G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportProgress, title);
  gtk_widget_class_bind_template_child (widget_class, MerImportProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, MerImportProgress, text);
  gtk_widget_class_bind_template_child (widget_class, MerImportProgress, stopping);
  gtk_widget_class_bind_template_child (widget_class, MerImportProgress, stop);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
mer_import_progress_init (MerImportProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mer_import_progress_follow (MerImportProgress *self,
                            MerProgress       *progress)
{
  g_return_if_fail (MER_IS_IMPORT_PROGRESS (self));
  if (self->progress == progress)
    return;
  if (self->progress != NULL)
    g_signal_handlers_disconnect_by_data (self->progress, self);
  g_set_object (&self->progress, progress);
  self->told = -1;
  if (progress == NULL)
    return;
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_text (self->text, "");
  g_signal_connect_swapped (progress, "notify", G_CALLBACK (progress_cb), self);
}

void
mer_import_progress_set_texts (MerImportProgress *self,
                               const char        *title,
                               const char        *stopping)
{
  g_return_if_fail (MER_IS_IMPORT_PROGRESS (self));
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->stopping, stopping != NULL ? stopping : "");
  gtk_widget_set_visible (GTK_WIDGET (self->stopping), stopping != NULL);
  gtk_widget_set_visible (self->stop, stopping != NULL);
}

void
mer_import_progress_set_rows (MerImportProgress *self,
                              guint64            n_rows)
{
  g_return_if_fail (MER_IS_IMPORT_PROGRESS (self));
  self->n_rows = n_rows;
}
