/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/dialogs/mer-record-field.h"

G_BEGIN_DECLS

/* What the files of MerRecordField share. Rows by the kind of their input: entries
 * (mer-record-field-entry.c), choices (mer-record-field-choice.c), texts of several lines. */

typedef enum
{
  INPUT_ENTRY,
  INPUT_LINES,
  INPUT_COMBO,
  INPUT_SWITCH,
  INPUT_CHOOSER, /* of an id */
  INPUT_CODES,   /* of a code: ids of its lines are their places in `codes`, from 1 */
} Input;

struct _MerRecordField
{
  const MerRecordKind *kind;
  const MerField      *field;
  Input                input_kind;
  int                  year;

  /* borrowed */
  GtkWidget     *row;
  GtkWidget     *input;    /* what has the keyboard, where it is not the row */
  GtkTextBuffer *buffer;   /* of several lines */
  GtkWidget     *open;     /* of a link */
  GtkWidget     *calendar; /* of a day */
  GtkWidget     *note_row;
  GtkLabel      *note;

  /* owned */
  GPtrArray *codes;   /* of char *; of a code of the methodology */
  gpointer   scratch; /* a record of the kind: what is typed is tried with it */

  gboolean filling;
  gboolean refused; /* `note` tells why what stands there could not be taken */
};

/* Something was typed or chosen: tells what is wrong with it or how it was understood. */
void mer_record_field_changed (MerRecordField *self);
/* (transfer full) */
char    *mer_record_field_typed (MerRecordField *self);
gboolean mer_record_field_is_web_address (const char *text);

void mer_record_field_make_entry (MerRecordField *self);
void mer_record_field_make_combo (MerRecordField *self);
void mer_record_field_make_switch (MerRecordField *self);
void mer_record_field_make_chooser (MerRecordField              *self,
                                    const MerRecordFieldContext *context);
void mer_record_field_make_codes (MerRecordField       *self,
                                  const MerMethodology *methodology);
/* The place of a code among those of the row; one that the methodology has not (any more) is
 * kept. */
gint64 mer_record_field_find_code (MerRecordField *self,
                                   const char     *code);

G_END_DECLS
