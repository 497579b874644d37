/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar and not a toast: it is to be read to the end, and what it advises takes a while. */

#include "config.h"

#include "app/mer-batch-repeats.h"
#include "ui/pages/mer-repeats-bar.h"

struct _MerRepeatsBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkLabel   *text;
  gint64      batch_id; /* that was taken out; 0: nothing is told */
};

G_DEFINE_FINAL_TYPE (MerRepeatsBar, mer_repeats_bar, ADW_TYPE_BIN)

static void
show_text (MerRepeatsBar *self,
           const char    *text)
{
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self), *text != '\0');
}

static void
response_cb (MerRepeatsBar *self)
{
  self->batch_id = 0;
  show_text (self, "");
}

static void
mer_repeats_bar_class_init (MerRepeatsBarClass *klass)
{
}

static void
mer_repeats_bar_init (MerRepeatsBar *self)
{
  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->text = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->text, TRUE);
  gtk_label_set_xalign (self->text, 0);
  gtk_label_set_selectable (self->text, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->text), TRUE);
  gtk_info_bar_add_child (self->bar, GTK_WIDGET (self->text));
  gtk_info_bar_set_message_type (self->bar, GTK_MESSAGE_WARNING);
  gtk_info_bar_set_show_close_button (self->bar, TRUE);
  g_signal_connect_object (self->bar, "response", G_CALLBACK (response_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  show_text (self, "");
}

GtkWidget *
mer_repeats_bar_new (void)
{
  return g_object_new (MER_TYPE_REPEATS_BAR, NULL);
}

void
mer_repeats_bar_tell (MerRepeatsBar *self,
                      MerSession    *session,
                      gint64         batch_id)
{
  g_return_if_fail (MER_IS_REPEATS_BAR (self));
  self->batch_id = batch_id;
  mer_repeats_bar_update (self, session);
}

void
mer_repeats_bar_update (MerRepeatsBar *self,
                        MerSession    *session)
{
  g_autoptr (GPtrArray) words = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (MER_IS_REPEATS_BAR (self));
  if (self->batch_id == 0)
    return;
  words = mer_batch_repeats_words (mer_session_get_document (session), self->batch_id);
  g_ptr_array_add (words, NULL);
  text = g_strjoinv ("\n", (char **) words->pdata);
  show_text (self, text);
}

const char *
mer_repeats_bar_get_text (MerRepeatsBar *self)
{
  g_return_val_if_fail (MER_IS_REPEATS_BAR (self), "");
  return gtk_label_get_text (self->text);
}
