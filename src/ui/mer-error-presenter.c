/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Errors in words. Errors of our own layers already carry a whole sentence in the user's
 * language; those that name a state of the machine get the sentence here, so that it also
 * says what to do and that the document is as it was. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "store/mer-document.h"
#include "ui/mer-error-presenter.h"

static const char *
describe_store (int code)
{
  switch (code)
    {
    case MER_STORE_ERROR_FULL:
      return _("There is no room on the disk. The action was not done, earlier data are safe.");
    case MER_STORE_ERROR_READ_ONLY:
      return _("The document is open for reading only. Nothing was changed.");
    case MER_STORE_ERROR_CHANGED:
      return _("Another program has changed the document meanwhile. Open it again.");
    default:
      return NULL;
    }
}

static const char *
describe_io (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NOT_FOUND:
      return _("The file was not found. It may have been moved or deleted.");
    case G_IO_ERROR_PERMISSION_DENIED:
      return _("There is no permission to read or write here. Choose another folder.");
    case G_IO_ERROR_NO_SPACE:
      return _("There is no room on the disk. The action was not done, earlier data are safe.");
    case G_IO_ERROR_EXISTS:
      return _("A file with this name is already there. Choose another name.");
    default:
      return NULL;
    }
}

/**
 * mer_error_describe:
 * @error: any error
 *
 * Returns: (transfer full): a sentence for the user
 */
char *
mer_error_describe (const GError *error)
{
  const char *text = NULL;

  if (error->domain == MER_STORE_ERROR)
    text = describe_store (error->code);
  else if (error->domain == G_IO_ERROR)
    text = describe_io (error->code);
  return g_strdup (text ? text : error->message);
}

/**
 * mer_error_present:
 * @parent: a widget of the window that the dialog belongs to
 * @heading: what did not happen
 * @error: why
 *
 * Shows a dialog; it is not awaited. Main thread.
 */
void
mer_error_present (GtkWidget    *parent,
                   const char   *heading,
                   const GError *error)
{
  g_autofree char *body = NULL;
  GtkWidget       *dialog = NULL;
  GtkRoot         *root = gtk_widget_get_root (parent);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  body = mer_error_describe (error);
  dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
