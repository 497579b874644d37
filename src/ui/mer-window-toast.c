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

static gboolean
dismiss_toast_cb (gpointer user_data)
{
  g_autoptr (AdwToast) toast = g_weak_ref_get (user_data);

  if (toast && g_object_get_data (G_OBJECT (toast), "mer-dismissed") == NULL)
    adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* The toast loses its button at once, for it would undo something else now. It goes away
 * later: libadwaita 1.2 crashes on a toast that is dismissed twice or while it comes in. */
void
mer_window_dismiss_toast (MerWindow *self)
{
  AdwToast *toast = self->toast;
  GWeakRef *weak = NULL;

  if (toast == NULL)
    return;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, toast);
  g_clear_weak_pointer (&self->toast);
  adw_toast_set_button_label (toast, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TOAST_DELAY, dismiss_toast_cb, weak, free_weak_ref);
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
      self->toast_revision =
        mer_document_get_revision (mer_session_get_document (self->session));
    }
  g_set_weak_pointer (&self->toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
