/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"
#include "store/mer-document.h"

G_BEGIN_DECLS

/**
 * MerRecordNames:
 *
 * What people call the records and organizations that other records refer to, and back: a plan is
 * «ДС «Радуга», версия 2», a meeting «№ 3 от 14.10.2024», a question «№ 3 от 14.10.2024: Об
 * итогах». Reads a kind when it is first asked for and keeps it: make one for a list, a table or
 * a form, and a new one when the document has changed. Thread of the document.
 */
typedef struct _MerRecordNames MerRecordNames;

/* cycle_id: whose records can be meant; 0: of all cycles. Keeps a reference to `doc`. */
MerRecordNames *mer_record_names_new (MerDocument *doc,
                                      gint64       cycle_id);
void            mer_record_names_free (MerRecordNames *self);

/* Whether all that it has read is as it was: then it may be used on. */
gboolean mer_record_names_is_current (MerRecordNames *self);

/* That of the document, in which names and tables are. */
MerLanguage mer_record_names_language (MerRecordNames *self);

/* What the record, or the organization, is called so that it can be told from the others, in the
 * language of the document: (transfer none), never NULL; "" of id 0, «#7» of what is not
 * there. */
const char *mer_record_names_of (MerRecordNames      *self,
                                 const MerRecordKind *kind,
                                 gint64               id);
const char *mer_record_names_of_organization (MerRecordNames *self,
                                              gint64          id);

/* The value as lists and forms show it: as mer_record_to_words(), in the program's language, but
 * names in place of ids: (transfer full). */
char *mer_record_names_words (MerRecordNames *self,
                              gconstpointer   record,
                              const MerField *field);
/* The same in the language of the document, as tables have it that go out and come back. */
char *mer_record_names_cell (MerRecordNames *self,
                             gconstpointer   record,
                             const MerField *field);
/* Sets a value from what people write: as mer_record_from_string(), and choices in either
 * language, references and organizations by name (an organization by all that imports know it by)
 * or by «#5»; references also by the bare id, where nothing else is called so. INVALID, and the
 * record is as before, with a sentence that names the text when nobody or several are meant. */
gboolean mer_record_names_read (MerRecordNames *self,
                                gpointer        record,
                                const MerField *field,
                                const char     *text,
                                GError        **error);
/* Whether what the record refers to is there, and of its own cycle; for links, both ends. */
gboolean mer_record_names_check (MerRecordNames *self,
                                 gconstpointer   record,
                                 GError        **error);

/* What a reference to the kind can mean, in the order of the records; of organizations where
 * `kind` is NULL, in that of their names. */
typedef struct
{
  gint64      id;
  const char *name;
} MerRecordChoice;
/* (transfer none) (element-type MerRecordChoice); NULL and error when the document cannot be
 * read. */
GArray *mer_record_names_choices (MerRecordNames      *self,
                                  const MerRecordKind *kind,
                                  GError             **error);

/* For a single value: mer_record_names_words() with names of its own. */
char *mer_record_words_of (gconstpointer   record,
                           const MerField *field,
                           MerDocument    *doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecordNames, mer_record_names_free)

G_END_DECLS
