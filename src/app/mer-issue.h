/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-record-names.h"
#include "cycle/mer-operator.h"
#include "report/mer-report.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/* Issuing documents: what is printed is kept with its number and day, and never made anew. */

/* What one of a kind of document is of: a meeting of minutes; (transfer none) (nullable): of the
 * cycle as a whole. */
const MerRecordKind *mer_issue_record_kind (const char *report);

/* One to be issued, filled in as far as can be known: its title, today or the day of its meeting,
 * the next number of the year or that of the meeting; not stored yet: (transfer full). `record_id`
 * 0: what the document prints where nothing is chosen, which is then what it is of; cycle_id 0: the
 * latest. */
MerIssued *mer_issue_new (MerDocument *doc,
                          gint64       cycle_id,
                          const char  *report,
                          gint64       record_id,
                          GError     **error);
/* Whether its day or its number is that of the meeting which it is of, and not for anybody to
 * choose: what is printed says so. `key`: "day" or "number". */
gboolean mer_issue_is_given (const MerIssued *issued,
                             const char      *key);
/* The next number of its kind in the year of its day, unless it has that of a meeting. */
gboolean mer_issue_renumber (MerDocument *doc,
                             MerIssued   *issued,
                             GError     **error);
/* Its file, with its number and day, of what the document holds now: (transfer full). Any thread
 * that owns @doc. */
GBytes *mer_issue_print (MerDocument     *doc,
                         const MerIssued *issued,
                         GCancellable    *cancellable,
                         GError         **error);
/* Prints it, and stores both. Action under way. */
gboolean mer_issue_store (MerDocument *doc,
                          MerIssued   *issued,
                          GError     **error);
/* «Протокол № 3.pdf»: a name for the file: (transfer full). */
char *mer_issue_file_name (const MerIssued *issued);

G_END_DECLS
