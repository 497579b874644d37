/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MerRecord:
 *
 * One line of what a cycle keeps besides scores: an item of the work plan, a member of the
 * council, a decision, a publication. Each kind of record is a structure that begins with a
 * #MerRecord, and a #MerRecordKind that tells of its fields; the kinds are named once in
 * src/cycle/mer-record-kinds.c. Storing, undo, the tool's commands, tables, forms, search and
 * exchange follow from that description.
 */
typedef struct _MerRecordKind MerRecordKind;

typedef struct
{
  const MerRecordKind *kind;
  gint64               id;       /* 0: not stored yet */
  gint64               cycle_id; /* 0: of the department, whatever the cycle */
  gint64               position; /* place among its like, from 1; 0: at the end */
} MerRecord;

typedef enum
{
  MER_FIELD_TEXT,         /* char *: one line */
  MER_FIELD_NOTE,         /* char *: any number of lines */
  MER_FIELD_LIST,         /* char *: one a line (responsible persons, guests) */
  MER_FIELD_DAY,          /* char *: ISO 8601 */
  MER_FIELD_PERIOD,       /* char *: a deadline in the words in which it was typed */
  MER_FIELD_LINK,         /* char *: web address, or where something lies */
  MER_FIELD_DECIMAL,      /* char *: exact decimal text with a point */
  MER_FIELD_CODE,         /* char *: code of the methodology, «K2» */
  MER_FIELD_NUMBER,       /* gint64: from 0; −1 when unknown */
  MER_FIELD_FLAG,         /* gboolean */
  MER_FIELD_CHOICE,       /* int: index into `choices` */
  MER_FIELD_REFERENCE,    /* gint64: id of a record of kind `target`; 0: of none */
  MER_FIELD_ORGANIZATION, /* gint64: id of an organization; 0: of none */
} MerFieldType;

typedef enum
{
  MER_FIELD_PLAIN = 0,
  MER_FIELD_REQUIRED = 1 << 0,
  MER_FIELD_OWNER = 1 << 1,  /* a reference to the record that this one is part of and goes with */
  MER_FIELD_COLUMN = 1 << 2, /* tables show it */
  MER_FIELD_WIDE = 1 << 3,   /* takes the room that a table has left */
  MER_FIELD_HIDDEN = 1 << 4, /* forms do not show it: the program fills it in */
} MerFieldFlags;

/* How a choice is stored and said. */
typedef struct
{
  const char *code;  /* "done" */
  const char *title; /* English msgid, marked N_() */
} MerChoice;
/* The index of a code (nullable); −1: nothing is stored so. */
int mer_choice_find (const MerChoice *choices,
                     guint            n_choices,
                     const char      *code);

typedef struct
{
  const char      *key;   /* column of the table, name in tables that are exchanged */
  const char      *title; /* English msgid */
  MerFieldType     type;
  gsize            offset;
  MerFieldFlags    flags;
  const MerChoice *choices;   /* of a choice: the first is the default */
  guint            n_choices; /* 0 where it is none */
  const char      *target;    /* of a reference: id of the kind */
} MerField;

struct _MerRecordKind
{
  const char     *id;            /* "work-item": as the tool names it */
  const char     *table;         /* in the document */
  const char     *title;         /* English msgid of many: «Council members» */
  const char     *one;           /* of one: «Council member» */
  gboolean        of_department; /* does not belong to a cycle */
  gsize           size;
  const MerField *fields;
  guint           n_fields;
  /* What no single field can tell: INVALID with a sentence. Optional. */
  gboolean (*check) (const MerRecord *record,
                     GError         **error);
  /* What the record is called: (transfer full). NULL: its texts tell. */
  char *(*name) (const MerRecord *record);
};

#define MER_RECORD_ERROR (mer_record_error_quark ())
GQuark mer_record_error_quark (void);
typedef enum
{
  MER_RECORD_ERROR_INVALID,
} MerRecordError;

/* An empty one, its choices at their defaults and its numbers unknown: (transfer full). */
gpointer mer_record_new (const MerRecordKind *kind,
                         gint64               cycle_id);
gpointer mer_record_copy (gconstpointer record);
/* Another holder of the same record, which must not be changed from then on; mer_record_free() of
 * the last one frees it. Any thread. */
gpointer mer_record_ref (gpointer record);
void     mer_record_free (gpointer record);

/* (transfer none) (nullable) */
const MerField *mer_record_kind_field (const MerRecordKind *kind,
                                       const char          *key);

/* The values of fields; each only for its types. */
const char *mer_record_text (gconstpointer   record,
                             const MerField *field); /* (nullable) */
gint64      mer_record_number (gconstpointer   record,
                               const MerField *field); /* also flags, choices, references */
void        mer_record_take_text (gpointer        record,
                                  const MerField *field,
                                  char           *text); /* blank becomes NULL */
void        mer_record_set_number (gpointer        record,
                                   const MerField *field,
                                   gint64          number);
gboolean    mer_record_is_blank (gconstpointer   record,
                                 const MerField *field);

/* The value as tables are exchanged: ISO days, codes of choices, "1" and "0" for flags, ids:
 * (transfer full), "" where there is none. */
char *mer_record_to_string (gconstpointer   record,
                            const MerField *field);
/* Reads that, and what people write: «14.10.2024», «да», the words of a choice in the program's
 * language or in English, a decimal comma. INVALID with a sentence that quotes the text; the
 * record is as before then. References and organizations only by id. */
gboolean mer_record_from_string (gpointer        record,
                                 const MerField *field,
                                 const char     *text,
                                 GError        **error);
/* The value in the program's language, as tables and forms show it: «14.10.2024», «да», the words
 * of a choice; references as "№ 3" with their id: (transfer full). */
char *mer_record_to_words (gconstpointer   record,
                           const MerField *field);

/* Whether it may be stored: what is required is there, days are days, and what its kind checks. */
gboolean mer_record_check (gconstpointer record,
                           GError      **error);
/* What it is called: its name, or its widest text, or its first: (transfer full), never NULL. */
char    *mer_record_name (gconstpointer record);
gboolean mer_record_equal (gconstpointer a,
                           gconstpointer b);

/**
 * MerRecordSet:
 *
 * Records of several kinds together, for what looks at many of them: checks, documents, the
 * overview. Reference-counted; immutable once it is shared.
 */
typedef struct _MerRecordSet MerRecordSet;

MerRecordSet *mer_record_set_new (void);
MerRecordSet *mer_record_set_ref (MerRecordSet *self);
void          mer_record_set_unref (MerRecordSet *self);
/* The record of a list, which may be NULL; 0 is none's: (transfer none) (nullable). */
gpointer mer_records_find (const GPtrArray *records,
                           gint64           id);

/* Takes the array, whose records free themselves with it. */
void mer_record_set_take (MerRecordSet        *self,
                          const MerRecordKind *kind,
                          GPtrArray           *records);
/* (transfer none): never NULL; empty for kinds that are not in it. */
GPtrArray *mer_record_set_get (MerRecordSet        *self,
                               const MerRecordKind *kind);
/* (transfer none) (nullable) */
gconstpointer mer_record_set_find (MerRecordSet        *self,
                                   const MerRecordKind *kind,
                                   gint64               id);

/* Descriptions of fields, where `Struct` is the record's structure. */
#define MER_FIELD_OF(Struct, member, field_type, words, field_flags)                   \
  {                                                                                    \
    .key = #member, .title = words, .type = MER_FIELD_##field_type,                    \
    .offset = G_STRUCT_OFFSET (Struct, member), .flags = (MerFieldFlags) (field_flags) \
  }
#define MER_CHOICE_OF(Struct, member, list, words, field_flags)                         \
  {                                                                                     \
    .key = #member, .title = words, .type = MER_FIELD_CHOICE,                           \
    .offset = G_STRUCT_OFFSET (Struct, member), .flags = (MerFieldFlags) (field_flags), \
    .choices = list, .n_choices = G_N_ELEMENTS (list)                                   \
  }
#define MER_REFERENCE_OF(Struct, member, kind_id, words, field_flags)                   \
  {                                                                                     \
    .key = #member, .title = words, .type = MER_FIELD_REFERENCE,                        \
    .offset = G_STRUCT_OFFSET (Struct, member), .flags = (MerFieldFlags) (field_flags), \
    .target = kind_id                                                                   \
  }

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecord, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRecordSet, mer_record_set_unref)

G_END_DECLS
