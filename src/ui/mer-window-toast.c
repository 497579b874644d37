/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The toasts of a window: one is shown at a time. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-window-private.h"

/* µs of frames that a toast takes at most to come in, with the one before it going away first.
 * libadwaita 1.2 crashes on a toast that is dismissed twice or while it moves, and it moves by the
 * frames, not by the clock. */
#define TOAST_SETTLED (1500 * G_TIME_SPAN_MILLISECOND)

static void
drop_toast (MerWindow *self)
{
  AdwToast *toast = self->toast;

  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static gboolean
tick_cb (GtkWidget     *overlay,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  MerWindow *self = user_data;
  gint64     now = gdk_frame_clock_get_frame_time (clock);

  if (!self->toast_is_in)
    {
      self->toast_since = self->toast_since != 0 ? self->toast_since : now;
      self->toast_is_in = now - self->toast_since > TOAST_SETTLED;
      return G_SOURCE_CONTINUE; /* the frame that it came in with may still be to be told */
    }
  self->toast_tick = 0;
  if (self->toast_leaving)
    drop_toast (self);
  return G_SOURCE_REMOVE;
}

static void
stop_ticking (MerWindow *self)
{
  if (self->toast_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->toasts), self->toast_tick);
  self->toast_tick = 0;
}

static void
start_ticking (MerWindow *self)
{
  if (self->toast_tick == 0)
    self->toast_tick =
      gtk_widget_add_tick_callback (GTK_WIDGET (self->toasts), tick_cb, self, NULL);
}

static void
toast_dismissed_cb (MerWindow *self,
                    AdwToast  *toast)
{
  if (self->toast != toast)
    return;
  stop_ticking (self);
  g_clear_weak_pointer (&self->toast);
}

/* The toast loses its button at once, for it would undo something else now. It goes away when it
 * has come in, never at once: it may be its own button that has led here. */
void
mer_window_dismiss_toast (MerWindow *self)
{
  if (self->toast == NULL)
    return;
  adw_toast_set_button_label (self->toast, NULL);
  self->toast_leaving = TRUE;
  start_ticking (self);
}

/* Whatever was done since, the button would undo it instead. */
void
mer_window_check_toast (MerWindow *self)
{
  MerDocument *document = self->session != NULL ? mer_session_get_document (self->session) : NULL;

  if (self->toast != NULL && adw_toast_get_button_label (self->toast) != NULL &&
      document != NULL && mer_document_get_revision (document) != self->toast_revision)
    mer_window_dismiss_toast (self);
}

static void
set_toast (MerWindow  *self,
           AdwToast   *toast,
           const char *text,
           gboolean    undoable)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  self->toast_leaving = FALSE;
  if (undoable)
    self->toast_revision = mer_document_get_revision (mer_session_get_document (self->session));
  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, undoable ? _("_Undo") : NULL);
  adw_toast_set_action_name (toast, undoable ? "win.undo" : NULL);
}

/**
 * mer_window_toast:
 * @self: a window
 * @text: what was done, one line
 * @undoable: whether the toast has the button «Undo»
 *
 * A new toast replaces the one that is shown: its button would undo something else. Actions that
 * follow one another quickly share a toast: the last one is told.
 */
void
mer_window_toast (MerWindow  *self,
                  const char *text,
                  gboolean    undoable)
{
  AdwToast *toast = NULL;

  g_return_if_fail (MER_IS_WINDOW (self));
  if (self->toast != NULL && !self->toast_is_in)
    {
      set_toast (self, self->toast, text, undoable);
      return;
    }
  stop_ticking (self);
  drop_toast (self);
  toast = adw_toast_new ("");
  set_toast (self, toast, text, undoable);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_since = 0;
  self->toast_is_in = FALSE;
  adw_toast_overlay_add_toast (self->toasts, toast);
  start_ticking (self);
}
