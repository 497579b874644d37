/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Records of every kind (cycle/mer-record-kinds.h), read and written by the description of their
 * fields. Readers return NULL only when the file cannot be read; arrays free their records.
 * Writers need an action under way; INVALID when the record does not pass mer_record_check() or
 * its cycle is closed. Main thread, or the one that owns the document. */

/* In the order of their positions; cycle_id 0: of all cycles. Kinds of the department have no
 * cycle, and the parameter means nothing to them. */
GPtrArray *mer_store_records (MerDocument         *doc,
                              const MerRecordKind *kind,
                              gint64               cycle_id,
                              GError             **error);
/* Those whose number, reference or organization `key` is `value`: the lines of one plan. */
GPtrArray *mer_store_records_where (MerDocument         *doc,
                                    const MerRecordKind *kind,
                                    const char          *key,
                                    gint64               value,
                                    GError             **error);
/* (transfer full): NOT_FOUND when there is none. */
gpointer mer_store_record (MerDocument         *doc,
                           const MerRecordKind *kind,
                           gint64               id,
                           GError             **error);
/* The same as mer_store_records(), but shared and remembered: only what has changed since it was
 * asked for last is read again, and neither the array nor its records may be changed. Two answers
 * are the same array when nothing has changed between them. Within an action all is read. */
GPtrArray *mer_store_record_snapshot (MerDocument         *doc,
                                      const MerRecordKind *kind,
                                      gint64               cycle_id,
                                      GError             **error);
/* The same of mer_store_findings(), mer_store_organizations(), mer_store_source_names() and
 * mer_store_members(). */
GPtrArray *mer_store_finding_snapshot (MerDocument *doc,
                                       gint64       cycle_id,
                                       GError     **error);
GPtrArray *mer_store_organization_snapshot (MerDocument *doc,
                                            GError     **error);
GPtrArray *mer_store_source_snapshot (MerDocument *doc,
                                      GError     **error);
GPtrArray *mer_store_member_snapshot (MerDocument *doc,
                                      gint64       cycle_id,
                                      GError     **error);
/* What a worker's connection has read, for the connection of the window, which then need not read
 * it: (transfer full). FALSE: it is of another revision, and nothing is taken. */
typedef struct _MerRecordCache MerSnapshots;
MerSnapshots                  *mer_document_take_snapshots (MerDocument *worker);
gboolean                       mer_document_give_snapshots (MerDocument  *self,
                                                            MerSnapshots *snapshots);
void                           mer_snapshots_free (MerSnapshots *self);
/* Whether mer_store_record_set() of the cycle takes no time worth naming. */
gboolean mer_store_has_snapshots (MerDocument *doc,
                                  gint64       cycle_id);
/* All records of a cycle and of the department, as snapshots: (transfer full). */
MerRecordSet *mer_store_record_set (MerDocument *doc,
                                    gint64       cycle_id,
                                    GError     **error);
/* Inserts when id is 0 and sets it, else updates. A position of 0 becomes the last one. */
gboolean mer_store_save_record (MerDocument *doc,
                                gpointer     record,
                                GError     **error);
/* With what is part of it and with its connections; references to it become empty. INVALID when
 * something cannot be without it. */
gboolean mer_store_delete_record (MerDocument         *doc,
                                  const MerRecordKind *kind,
                                  gint64               id,
                                  GError             **error);
/* Puts it before the one that has `position` now, or at the end (0), among the same cycle's. */
gboolean mer_store_move_record (MerDocument         *doc,
                                const MerRecordKind *kind,
                                gint64               id,
                                gint64               position,
                                GError             **error);

/* Those that name the organization, of whatever kind: how many, and of which kind the first is. */
gboolean mer_store_records_of_organization (MerDocument          *doc,
                                            gint64                organization_id,
                                            guint                *n,
                                            const MerRecordKind **first,
                                            GError              **error);
/* What names one organization names the other from now on. */
gboolean mer_store_move_records (MerDocument *doc,
                                 gint64       keep_id,
                                 gint64       gone_id,
                                 GError     **error);

/* --- settings of a cycle (cycle/mer-cycle-settings.h) ---------------------------------------- */

/* What was set: key → value; (transfer full). */
GHashTable *mer_store_cycle_settings (MerDocument *doc,
                                      gint64       cycle_id,
                                      GError     **error);
/* Whether a table that brings organizations also chooses them: only while none of `members`
 * (MerCycleMember) is chosen, and not where the cycle follows a sample plan: there the council
 * chooses. */
gboolean mer_store_tables_choose (MerDocument     *doc,
                                  gint64           cycle_id,
                                  const GPtrArray *members);
/* NULL takes it back to its default. INVALID when there is no such key or value, or when the cycle
 * is closed: then only its stage and the closing itself can be set. */
gboolean mer_store_set_cycle_setting (MerDocument *doc,
                                      gint64       cycle_id,
                                      const char  *key,
                                      const char  *value,
                                      GError     **error);
/* INVALID with a sentence when the cycle is closed: nothing of it may be written then. 0: of no
 * cycle, always open. */
gboolean mer_store_require_open_cycle (MerDocument *doc,
                                       gint64       cycle_id,
                                       GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSnapshots, mer_snapshots_free)

G_END_DECLS
