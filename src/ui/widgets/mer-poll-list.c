/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line an import of ready counts, with a switch. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "report/mer-explain-text.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-poll-list.h"

struct _MerPollList
{
  AdwBin parent_instance;

  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (MerPollList, mer_poll_list, ADW_TYPE_BIN)

enum
{
  TOGGLED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
state_set_cb (GtkSwitch *widget,
              gboolean   state,
              gpointer   user_data)
{
  MerPollList *self =
    MER_POLL_LIST (gtk_widget_get_ancestor (GTK_WIDGET (widget), MER_TYPE_POLL_LIST));
  const gint64 *batch_id = g_object_get_data (G_OBJECT (widget), "batch");
  gboolean      done = FALSE;

  if (self == NULL || state == gtk_switch_get_state (widget))
    return FALSE;
  g_signal_emit (self, signals[TOGGLED], 0, *batch_id, state, &done);
  if (done)
    return FALSE;
  gtk_switch_set_active (widget, !state);
  return TRUE;
}

static GtkWidget *
make_switch (const MerBatch *batch,
             GtkWidget      *label,
             gboolean        locked)
{
  GtkWidget *widget = gtk_switch_new ();

  gtk_switch_set_active (GTK_SWITCH (widget), batch->counted);
  gtk_switch_set_state (GTK_SWITCH (widget), batch->counted);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (widget, !locked);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  g_object_set_data_full (G_OBJECT (widget), "batch",
                          g_memdup2 (&batch->id, sizeof batch->id), g_free);
  g_signal_connect (widget, "state-set", G_CALLBACK (state_set_cb), NULL);
  return widget;
}

static GtkWidget *
make_row (const MerBatch *batch,
          gboolean        locked)
{
  MerLanguage      language = mer_language_of_locale ();
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *source = mer_explain_counts_source (batch, language);
  /* Translators: the title of a switch beside what is counted, as "telephone poll". */
  GtkWidget *in_scores = gtk_label_new (_("Count in the scores"));
  GtkWidget *title = gtk_label_new (source);
  GtkWidget *file = gtk_label_new (batch->file_name != NULL ? batch->file_name
                                                            : _("typed in by hand"));

  gtk_widget_add_css_class (title, "mer-strong");
  gtk_widget_add_css_class (file, "mer-secondary");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (file), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (file), 0);
  gtk_widget_set_hexpand (file, TRUE);
  gtk_widget_add_css_class (row, "mer-bar");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), file);
  gtk_box_append (GTK_BOX (row), in_scores);
  gtk_box_append (GTK_BOX (row), make_switch (batch, in_scores, locked));
  return row;
}

void
mer_poll_list_fill (MerPollList *self,
                    MerResults  *results,
                    gboolean     read_only)
{
  gboolean any = FALSE;

  g_return_if_fail (MER_IS_POLL_LIST (self));
  mer_box_clear (self->box);
  for (guint i = 0; results != NULL && i < results->batches->len; i++)
    {
      const MerBatch *batch = results->batches->pdata[i];

      if (batch->kind != MER_BATCH_COUNTS)
        continue;
      any = TRUE;
      gtk_box_append (self->box, make_row (batch, read_only || results->cycle->approved));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

GtkWidget *
mer_poll_list_new (void)
{
  return g_object_new (MER_TYPE_POLL_LIST, NULL);
}

static void
mer_poll_list_class_init (MerPollListClass *klass)
{
  signals[TOGGLED] =
    g_signal_new ("toggled", MER_TYPE_POLL_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_BOOLEAN, 2, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
mer_poll_list_init (MerPollList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}
