/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/**
 * MerRecord:
 *
 * What a plain struct holds, told once as a table of fields, so that copying, comparing, freeing
 * and storing it (store/mer-record-store.h) need no code of their own:
 *
 * |[
 * typedef struct
 * {
 *   gint64           id; // 0: not stored yet
 *   gint64           council_id;
 *   char            *name;
 *   MerCouncilRole   role; // an enum of 0, 1, …
 *   char            *since; // ISO 8601 day; nullable
 *   gboolean         present;
 * } MerCouncilMember;
 *
 * static const char *const role_codes[] = { "chair", "secretary", "member", NULL };
 * static const MerField fields[] = {
 *   MER_FIELD_ID (MerCouncilMember, id),
 *   MER_FIELD_INT (MerCouncilMember, council_id),
 *   MER_FIELD_TEXT (MerCouncilMember, name, .required = N_("A member needs a name.")),
 *   MER_FIELD_CODE (MerCouncilMember, role, role_codes),
 *   MER_FIELD_DAY (MerCouncilMember, since),
 *   MER_FIELD_BOOL (MerCouncilMember, present),
 * };
 * const MerRecord mer_council_member_record = MER_RECORD (MerCouncilMember, fields);
 * ]|
 *
 * A macro checks the C type of its member when it is compiled. Behind its arguments any of
 * `.column`, `.required`, `.key` and `.of` may follow.
 */
typedef enum
{
  MER_FIELD_TYPE_ID,    /* gint64: the row's own number, which the store gives; 0: not stored */
  MER_FIELD_TYPE_INT,   /* gint64; also the id of a row that must be named */
  MER_FIELD_TYPE_REF,   /* gint64, 0 is NULL: the id of a row that may be named */
  MER_FIELD_TYPE_COUNT, /* gint64, below 0 is NULL: a number that may be unknown, read as −1 */
  MER_FIELD_TYPE_REAL,  /* double, NaN is NULL; infinite is refused */
  MER_FIELD_TYPE_BOOL,  /* gboolean */
  MER_FIELD_TYPE_TEXT,  /* char *, never NULL when read */
  MER_FIELD_TYPE_NOTE,  /* char *, nullable; "" is stored as NULL */
  MER_FIELD_TYPE_DAY,   /* char *, ISO 8601 day, nullable; "" is stored as NULL */
  MER_FIELD_TYPE_CODE,  /* an enum, stored as the word codes[value] */
} MerFieldType;

typedef struct
{
  const char        *name; /* of the member */
  MerFieldType       type;
  gsize              offset;
  const char *const *codes;    /* ends with NULL; of MER_FIELD_TYPE_CODE */
  const char        *column;   /* NULL: as the member */
  const char        *required; /* msgid (N_): what is said when the text is blank; NULL: may be */
  gboolean           key;      /* part of the key of a table that has no id of its own */
  const char        *of;       /* read from this joined table, and never written */
} MerField;

typedef struct
{
  gsize           size;
  const MerField *fields;
  guint           n_fields;
} MerRecord;

#define MER_RECORD(Row, fields_)                  \
  {                                               \
    sizeof (Row), fields_, G_N_ELEMENTS (fields_) \
  }

#define MER_FIELD_ID(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_ID, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_FIELD_INT(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_INT, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_FIELD_REF(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_REF, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_FIELD_COUNT(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_COUNT, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_FIELD_REAL(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_REAL, Row, member, double, NULL, __VA_ARGS__)
#define MER_FIELD_BOOL(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_BOOL, Row, member, gboolean, NULL, __VA_ARGS__)
#define MER_FIELD_TEXT(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_TEXT, Row, member, char *, NULL, __VA_ARGS__)
#define MER_FIELD_NOTE(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_NOTE, Row, member, char *, NULL, __VA_ARGS__)
#define MER_FIELD_DAY(Row, member, ...) \
  MER_FIELD_OF_C_TYPE (MER_FIELD_TYPE_DAY, Row, member, char *, NULL, __VA_ARGS__)
#define MER_FIELD_CODE(Row, member, codes_, ...)                                             \
  MER_FIELD_WHEN (sizeof (((Row *) NULL)->member) == sizeof (int), MER_FIELD_TYPE_CODE, Row, \
                  member, codes_, __VA_ARGS__)

/* A struct's bytes before and after `member` would be overwritten by another type. */
#define MER_FIELD_OF_C_TYPE(type_, Row, member, Type, codes_, ...)                          \
  MER_FIELD_WHEN (__builtin_types_compatible_p (__typeof__ (((Row *) NULL)->member), Type), \
                  type_, Row, member, codes_, __VA_ARGS__)
#define MER_FIELD_WHEN(right, type_, Row, member, codes_, ...)              \
  {                                                                         \
    .name = #member, .type = type_,                                         \
    .offset = offsetof (Row, member) + sizeof (char[(right) ? 1 : -1]) - 1, \
    .codes = codes_, __VA_ARGS__                                            \
  }

/* (transfer full): all zero. */
gpointer mer_record_new (const MerRecord *self);
/* (transfer full) */
gpointer mer_record_copy (const MerRecord *self,
                          gconstpointer    row);
/* What the row holds, and the row; NULL is nothing. */
void mer_record_free (const MerRecord *self,
                      gpointer         row);
/* Whether all fields are the same, a note or day that is "" as one that is NULL. */
gboolean mer_record_equal (const MerRecord *self,
                           gconstpointer    a,
                           gconstpointer    b);
/* The field of that name; NULL: there is none. */
const MerField *mer_record_find (const MerRecord *self,
                                 const char      *name);

/* Whether it is a char *. */
gboolean mer_field_is_text (const MerField *self);
/* The values of a row's member. */
gint64      mer_field_get_int (const MerField *self,
                               gconstpointer   row);
double      mer_field_get_real (const MerField *self,
                                gconstpointer   row);
const char *mer_field_get_text (const MerField *self,
                                gconstpointer   row);
/* The word of an enum's value; NULL when the value is beyond the list. */
const char *mer_field_get_code (const MerField *self,
                                gconstpointer   row);
void        mer_field_set_int (const MerField *self,
                               gpointer        row,
                               gint64          value);
void        mer_field_set_real (const MerField *self,
                                gpointer        row,
                                double          value);
/* `value` (transfer full, nullable) */
void mer_field_take_text (const MerField *self,
                          gpointer        row,
                          char           *value);

/* The place of `code` (nullable) in a list that ends with NULL; −1: it is not there. */
int mer_codes_find (const char *const *codes,
                    const char        *code);

G_END_DECLS
