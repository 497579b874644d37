/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/mer-organization-finder.h"
#include "app/mer-record-names.h"

G_BEGIN_DECLS

/* What is known of one kind. */
typedef struct
{
  GPtrArray  *records;
  GPtrArray  *names;   /* of char *, beside the records */
  GHashTable *by_id;   /* gint64* → index + 1 */
  GHashTable *by_name; /* folded → GArray of indexes */
  GHashTable *by_other;
  GArray     *choices; /* of MerRecordChoice; NULL before it was asked for */
} MerKindNames;

struct _MerRecordNames
{
  MerDocument           *doc;
  gint64                 cycle_id;
  MerLanguage            language;
  GHashTable            *kinds; /* MerRecordKind → MerKindNames */
  MerOrganizationFinder *finder;
  GHashTable            *organizations; /* gint64* → char * */
  GArray                *choices;       /* of MerRecordChoice: organizations */
  GHashTable            *strange;       /* gint64* → char *: names of what is not there */
};

/* (transfer none): read when it is first asked for; NULL and error when it cannot be. */
MerKindNames          *mer_record_names_of_kind (MerRecordNames      *self,
                                                 const MerRecordKind *kind,
                                                 GError             **error);
MerOrganizationFinder *mer_record_names_finder (MerRecordNames *self,
                                                GError        **error);
/* Whether the field holds an id that has a name. */
static inline gboolean
mer_record_names_is_reference (const MerField *field)
{
  return field->type == MER_FIELD_REFERENCE || field->type == MER_FIELD_ORGANIZATION;
}

G_END_DECLS
