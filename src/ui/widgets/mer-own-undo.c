/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields remember what was typed in them, and keep Ctrl+Z from the window as long as they do. */

#include "config.h"

#include "ui/widgets/mer-own-undo.h"

void
mer_own_undo_forget (GtkWidget *widget)
{
  GtkTextBuffer *buffer =
    GTK_IS_TEXT_VIEW (widget) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget)) : NULL;

  /* it is forgotten when it is switched off */
  if (buffer != NULL)
    {
      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      gtk_text_buffer_set_enable_undo (buffer, TRUE);
    }
  else
    {
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), FALSE);
      gtk_editable_set_enable_undo (GTK_EDITABLE (widget), TRUE);
    }
}
