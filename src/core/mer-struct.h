/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stddef.h>

G_BEGIN_DECLS

/**
 * MerStruct:
 *
 * What a plain struct holds, told once as a table of fields, so that copying, comparing, freeing
 * and storing it (store/mer-struct-store.h) need no code of their own:
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
 * static const MerMember fields[] = {
 *   MER_MEMBER_ID (MerCouncilMember, id),
 *   MER_MEMBER_INT (MerCouncilMember, council_id),
 *   MER_MEMBER_TEXT (MerCouncilMember, name, .required = N_("A member needs a name.")),
 *   MER_MEMBER_CODE (MerCouncilMember, role, role_codes),
 *   MER_MEMBER_DAY (MerCouncilMember, since),
 *   MER_MEMBER_BOOL (MerCouncilMember, present),
 * };
 * const MerStruct mer_council_member_struct = MER_STRUCT (MerCouncilMember, fields);
 * ]|
 *
 * A macro checks the C type of its member when it is compiled. Behind its arguments any of
 * `.column`, `.required`, `.key` and `.of` may follow.
 */
typedef enum
{
  MER_MEMBER_TYPE_ID,    /* gint64: the row's own number, which the store gives; 0: not stored */
  MER_MEMBER_TYPE_INT,   /* gint64; also the id of a row that must be named */
  MER_MEMBER_TYPE_REF,   /* gint64, 0 is NULL: the id of a row that may be named */
  MER_MEMBER_TYPE_COUNT, /* gint64, below 0 is NULL: a number that may be unknown, read as −1 */
  MER_MEMBER_TYPE_REAL,  /* double, NaN is NULL; infinite is refused */
  MER_MEMBER_TYPE_BOOL,  /* gboolean */
  MER_MEMBER_TYPE_TEXT,  /* char *, never NULL when read */
  MER_MEMBER_TYPE_NOTE,  /* char *, nullable; "" is stored as NULL */
  MER_MEMBER_TYPE_DAY,   /* char *, ISO 8601 day, nullable; "" is stored as NULL */
  MER_MEMBER_TYPE_CODE,  /* an enum, stored as the word codes[value] */
} MerMemberType;

typedef struct
{
  const char        *name; /* of the member */
  MerMemberType      type;
  gsize              offset;
  const char *const *codes;    /* ends with NULL; of MER_MEMBER_TYPE_CODE */
  const char        *column;   /* NULL: as the member */
  const char        *required; /* msgid (N_): what is said when the text is blank; NULL: may be */
  gboolean           key;      /* part of the key of a table that has no id of its own */
  const char        *of;       /* read from this joined table, and never written */
} MerMember;

typedef struct
{
  gsize            size;
  const MerMember *fields;
  guint            n_fields;
} MerStruct;

#define MER_STRUCT(Row, fields_)                  \
  {                                               \
    sizeof (Row), fields_, G_N_ELEMENTS (fields_) \
  }

#define MER_MEMBER_ID(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_ID, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_MEMBER_INT(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_INT, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_MEMBER_REF(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_REF, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_MEMBER_COUNT(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_COUNT, Row, member, gint64, NULL, __VA_ARGS__)
#define MER_MEMBER_REAL(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_REAL, Row, member, double, NULL, __VA_ARGS__)
#define MER_MEMBER_BOOL(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_BOOL, Row, member, gboolean, NULL, __VA_ARGS__)
#define MER_MEMBER_TEXT(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_TEXT, Row, member, char *, NULL, __VA_ARGS__)
#define MER_MEMBER_NOTE(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_NOTE, Row, member, char *, NULL, __VA_ARGS__)
#define MER_MEMBER_DAY(Row, member, ...) \
  MER_MEMBER_OF_C_TYPE (MER_MEMBER_TYPE_DAY, Row, member, char *, NULL, __VA_ARGS__)
#define MER_MEMBER_CODE(Row, member, codes_, ...)                                              \
  MER_MEMBER_WHEN (sizeof (((Row *) NULL)->member) == sizeof (int), MER_MEMBER_TYPE_CODE, Row, \
                   member, codes_, __VA_ARGS__)

/* A struct's bytes before and after `member` would be overwritten by another type. */
#define MER_MEMBER_OF_C_TYPE(type_, Row, member, Type, codes_, ...)                          \
  MER_MEMBER_WHEN (__builtin_types_compatible_p (__typeof__ (((Row *) NULL)->member), Type), \
                   type_, Row, member, codes_, __VA_ARGS__)
#define MER_MEMBER_WHEN(right, type_, Row, member, codes_, ...)             \
  {                                                                         \
    .name = #member, .type = type_,                                         \
    .offset = offsetof (Row, member) + sizeof (char[(right) ? 1 : -1]) - 1, \
    .codes = codes_, __VA_ARGS__                                            \
  }

/* (transfer full): all zero. */
gpointer mer_struct_new (const MerStruct *self);
/* (transfer full) */
gpointer mer_struct_copy (const MerStruct *self,
                          gconstpointer    row);
/* What the row holds, and the row; NULL is nothing. */
void mer_struct_free (const MerStruct *self,
                      gpointer         row);
/* Whether all fields are the same, a note or day that is "" as one that is NULL. */
gboolean mer_struct_equal (const MerStruct *self,
                           gconstpointer    a,
                           gconstpointer    b);
/* The field of that name; NULL: there is none. */
const MerMember *mer_struct_find (const MerStruct *self,
                                  const char      *name);

/* Whether it is a char *. */
gboolean mer_member_is_text (const MerMember *self);
/* The values of a row's member. */
gint64      mer_member_get_int (const MerMember *self,
                                gconstpointer    row);
double      mer_member_get_real (const MerMember *self,
                                 gconstpointer    row);
const char *mer_member_get_text (const MerMember *self,
                                 gconstpointer    row);
/* The word of an enum's value; NULL when the value is beyond the list. */
const char *mer_member_get_code (const MerMember *self,
                                 gconstpointer    row);
void        mer_member_set_int (const MerMember *self,
                                gpointer         row,
                                gint64           value);
void        mer_member_set_real (const MerMember *self,
                                 gpointer         row,
                                 double           value);
/* `value` (transfer full, nullable) */
void mer_member_take_text (const MerMember *self,
                           gpointer         row,
                           char            *value);

/* The place of `code` (nullable) in a list that ends with NULL; −1: it is not there. */
int mer_codes_find (const char *const *codes,
                    const char        *code);

G_END_DECLS
