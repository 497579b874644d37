/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * MerCatalogue:
 *
 * A compiled message catalogue (.mo) that is read where it lies. Immutable; any thread.
 */
typedef struct _MerCatalogue MerCatalogue;

/* NULL when the bytes are no sound catalogue. */
MerCatalogue *mer_catalogue_new (GBytes *bytes);
void          mer_catalogue_free (MerCatalogue *self);

/* `context` is nullable. `form` is the plural form, from 0. Owned by the catalogue;
 * NULL when there is no such message, form or translation. */
const char *mer_catalogue_find (const MerCatalogue *self,
                                const char         *context,
                                const char         *msgid,
                                guint               form);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCatalogue, mer_catalogue_free)

G_END_DECLS
