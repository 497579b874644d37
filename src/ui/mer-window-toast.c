/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The toasts of a window: one is shown at a time. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-window-private.h"

/* ms that a toast takes at most to come in */
#define TOAST_DELAY 500

static void
toast_dismissed_cb (MerWindow *self,
                    AdwToast  *toast)
{
  g_object_set_data (G_OBJECT (toast), "mer-dismissed", toast);
  if (self->toast == toast)
    g_clear_weak_pointer (&self->toast);
}

typedef struct
{
  GWeakRef toast;
  gint64   since; /* µs of the frames: the toast comes in by them, not by the clock */
  gboolean is_in;
} Leaving;

static gboolean
dismiss_toast_cb (GtkWidget     *overlay,
                  GdkFrameClock *clock,
                  gpointer       user_data)
{
  Leaving *leaving = user_data;
  gint64   now = gdk_frame_clock_get_frame_time (clock);
  gboolean was_in = leaving->is_in;
  g_autoptr (AdwToast) toast = NULL;

  if (leaving->since == 0)
    leaving->since = now;
  leaving->is_in = now - leaving->since > TOAST_DELAY * G_TIME_SPAN_MILLISECOND;
  /* in the frame that it came in with, that may still be to be told */
  if (!was_in)
    return G_SOURCE_CONTINUE;
  toast = g_weak_ref_get (&leaving->toast);
  if (toast && g_object_get_data (G_OBJECT (toast), "mer-dismissed") == NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static void
free_leaving (gpointer data)
{
  Leaving *leaving = data;

  g_weak_ref_clear (&leaving->toast);
  g_free (leaving);
}

/* The toast loses its button at once, for it would undo something else now. It goes away
 * later: libadwaita 1.2 crashes on a toast that is dismissed twice or while it comes in. */
void
mer_window_dismiss_toast (MerWindow *self)
{
  AdwToast *toast = self->toast;
  Leaving  *leaving = NULL;

  if (toast == NULL)
    return;
  leaving = g_new0 (Leaving, 1);
  g_weak_ref_init (&leaving->toast, toast);
  g_clear_weak_pointer (&self->toast);
  adw_toast_set_button_label (toast, NULL);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->toasts), dismiss_toast_cb, leaving,
                                free_leaving);
}

/**
 * mer_window_toast:
 * @self: a window
 * @text: what was done, one line
 * @undoable: whether the toast has the button «Undo»
 *
 * A new toast replaces the one that is shown: its button would undo something else.
 */
void
mer_window_toast (MerWindow  *self,
                  const char *text,
                  gboolean    undoable)
{
  AdwToast        *toast = NULL;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (MER_IS_WINDOW (self));
  mer_window_dismiss_toast (self);
  toast = adw_toast_new (escaped);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
