/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/mer-document.h"

G_BEGIN_DECLS

/* A correspondence of columns under a name, as it is stored; what its text means is known to
 * import (mer-import-mapping.h). */
typedef struct
{
  gint64 id;
  char  *name;
  char  *kind;        /* mer_batch_kind_to_code() */
  char  *fingerprint; /* of the header that it is recognized by */
  char  *text;
} MerStoredMapping;

void mer_stored_mapping_free (MerStoredMapping *self);

/* (transfer full) (element-type MerStoredMapping): all, by name; NULL and error when they cannot
 * be read. */
GPtrArray *mer_store_mappings (MerDocument *doc,
                               GError     **error);
/* (transfer full) (nullable): NULL also when there is none of that name. */
MerStoredMapping *mer_store_find_mapping (MerDocument *doc,
                                          const char  *name);
/* Writes it over the one of the same name. Action under way. */
gboolean mer_store_save_mapping (MerDocument            *doc,
                                 const MerStoredMapping *mapping,
                                 GError                **error);
/* NOT_FOUND when there is none of that id. Action under way. */
gboolean mer_store_delete_mapping (MerDocument *doc,
                                   gint64       id,
                                   GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerStoredMapping, mer_stored_mapping_free)

G_END_DECLS
