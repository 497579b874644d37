/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "app/mer-record-names.h"
#include "core/mer-record.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/**
 * MerRecordField:
 *
 * The row of a form for one field of a record, and a line below it that tells what is wrong with
 * the value or how it was understood.
 */
typedef struct _MerRecordField MerRecordField;

/* What rows need to know besides the field. */
typedef struct
{
  MerRecordNames       *names;
  const MerMethodology *methodology; /* whose codes there are; nullable */
  int                   year;        /* of the cycle; 0: unknown */
  /* Whether a reference may be to the record of that id; NULL: to every one. */
  gboolean (*offers) (const MerField *field,
                      gint64          id,
                      gpointer        user_data);
  gpointer user_data;
} MerRecordFieldContext;

/* (transfer none): it lives as long as its row, which is put into a group. `context` is only looked
 * at. */
MerRecordField *mer_record_field_new (const MerRecordKind         *kind,
                                      const MerField              *field,
                                      const MerRecordFieldContext *context);
void            mer_record_field_add_to (MerRecordField      *self,
                                         AdwPreferencesGroup *group);
const MerField *mer_record_field_get_field (const MerRecordField *self);
GtkWidget      *mer_record_field_get_row (const MerRecordField *self);
void            mer_record_field_grab_focus (MerRecordField *self);

/* Shows the record's value. */
void mer_record_field_show (MerRecordField *self,
                            gconstpointer   record);
/* Sets the record's value to what the row has; what is wrong with it stands below the row then. */
gboolean mer_record_field_read (MerRecordField *self,
                                gpointer        record);
/* NULL: there is none. */
void mer_record_field_set_problem (MerRecordField *self,
                                   const char     *problem);
/* What was set so, until something else is typed or shown: (nullable). */
const char *mer_record_field_get_problem (MerRecordField *self);

G_END_DECLS
