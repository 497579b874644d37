/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cycle/mer-operator.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* The files of issued documents. They are read and deleted as records are
 * (store/mer-record-store.h); deleting takes the file along. */

/* Stores one with its file; sets its id, size and hash. One that has a file gets no other. Action
 * under way; INVALID when its day or title is missing or its cycle is closed. */
gboolean mer_store_issue (MerDocument *doc,
                          MerIssued   *issued,
                          GBytes      *content,
                          GError     **error);
/* The file, byte for byte as it was issued: (transfer full). NOT_FOUND when there is none, DAMAGED
 * when it is not what was issued. */
GBytes *mer_store_issued_content (MerDocument     *doc,
                                  const MerIssued *issued,
                                  GError         **error);
/* Adds a sentence to `problems` for each whose file is missing or differs, or of which something
 * else is told than the journal says. */
gboolean mer_store_verify_issued (MerDocument *doc,
                                  GPtrArray   *problems,
                                  GError     **error);
/* The latter alone (mer-issued-verify.c). `all`: of MerIssued. */
gboolean mer_issued_verify_journal (MerDocument     *doc,
                                    const GPtrArray *all,
                                    GPtrArray       *problems,
                                    GError         **error);

G_END_DECLS
