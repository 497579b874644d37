/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* `day`: ISO 8601; `text`: NULL when it was not asked for or is empty. */
typedef void (*MerDayFunc) (const char *day,
                            const char *text,
                            gpointer    user_data);

/**
 * mer_day_dialog_present:
 * @parent: the window that asks
 * @heading: what happened on that day
 * @verb: of the button, with a mnemonic
 * @label: (nullable): of a second line, which is asked for as well
 * @text: (nullable): what it begins with
 * @chosen: called once, when the user confirms
 * @user_data: for it
 * @destroy: (nullable): of @user_data
 *
 * Asks on which day something happened; today by default.
 *
 * Returns: (transfer none): the dialog
 */
GtkWindow *mer_day_dialog_present (GtkWindow     *parent,
                                   const char    *heading,
                                   const char    *verb,
                                   const char    *label,
                                   const char    *text,
                                   MerDayFunc     chosen,
                                   gpointer       user_data,
                                   GDestroyNotify destroy);

G_END_DECLS
