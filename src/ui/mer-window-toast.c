/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The toasts of a window: one is shown at a time. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-window-private.h"

/* µs that a toast takes at most to come in, with the one before it going away first. libadwaita 1.2
 * crashes on a toast that is dismissed twice or while it moves. */
#define TOAST_SETTLED (1500 * G_TIME_SPAN_MILLISECOND)

static gint64
until_settled (MerWindow *self)
{
  return MAX (self->toast_since + TOAST_SETTLED - g_get_monotonic_time (), 0);
}

static void
toast_dismissed_cb (MerWindow *self,
                    AdwToast  *toast)
{
  if (self->toast != toast)
    return;
  g_clear_handle_id (&self->toast_going, g_source_remove);
  g_clear_weak_pointer (&self->toast);
}

static gboolean
dismiss_toast_cb (gpointer user_data)
{
  MerWindow *self = user_data;
  AdwToast  *toast = self->toast;

  self->toast_going = 0;
  g_clear_weak_pointer (&self->toast);
  if (toast != NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* The toast loses its button at once, for it would undo something else now. It goes away when it
 * has come in. */
void
mer_window_dismiss_toast (MerWindow *self)
{
  if (self->toast == NULL)
    return;
  adw_toast_set_button_label (self->toast, NULL);
  if (self->toast_going == 0)
    self->toast_going = g_timeout_add ((guint) (until_settled (self) / 1000), dismiss_toast_cb,
                                       self);
}

static void
set_toast (AdwToast   *toast,
           const char *text,
           gboolean    undoable)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_button_label (toast, undoable ? _("_Undo") : NULL);
  adw_toast_set_action_name (toast, undoable ? "win.undo" : NULL);
}

/* Actions that follow one another quickly share a toast: the last one is told. */
static gboolean
reuse_toast (MerWindow  *self,
             const char *text,
             gboolean    undoable)
{
  if (self->toast == NULL || until_settled (self) == 0)
    return FALSE;
  g_clear_handle_id (&self->toast_going, g_source_remove);
  set_toast (self->toast, text, undoable);
  return TRUE;
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
  AdwToast *toast = NULL;

  g_return_if_fail (MER_IS_WINDOW (self));
  if (undoable)
    self->toast_revision = mer_document_get_revision (mer_session_get_document (self->session));
  if (reuse_toast (self, text, undoable))
    return;
  g_clear_handle_id (&self->toast_going, g_source_remove);
  dismiss_toast_cb (self);
  toast = adw_toast_new ("");
  set_toast (toast, text, undoable);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->toast, toast);
  self->toast_since = g_get_monotonic_time ();
  adw_toast_overlay_add_toast (self->toasts, toast);
}
