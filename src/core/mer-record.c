/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records by the description of their fields. */

#include "config.h"

#include "core/mer-record.h"

#include <string.h>

#include "core/mer-day.h"
#include "core/mer-rational.h"
#include "core/mer-spoken.h"

G_DEFINE_QUARK (mer - record - error - quark, mer_record_error)

typedef enum
{
  STORAGE_TEXT,
  STORAGE_NUMBER,
  STORAGE_INT, /* flags and choices */
} Storage;

static Storage
storage_of (const MerField *field)
{
  if (field->type <= MER_FIELD_CODE)
    return STORAGE_TEXT;
  return field->type == MER_FIELD_FLAG || field->type == MER_FIELD_CHOICE ? STORAGE_INT
                                                                          : STORAGE_NUMBER;
}

static const MerRecordKind *
kind_of (gconstpointer record)
{
  return ((const MerRecord *) record)->kind;
}

static gconstpointer
member_of (gconstpointer   record,
           const MerField *field)
{
  return (const char *) record + field->offset;
}

/**
 * mer_record_new:
 * @kind: what it is
 * @cycle_id: the cycle; ignored by kinds of the department
 *
 * Returns: (transfer full): an empty record; free it with mer_record_free()
 */
gpointer
mer_record_new (const MerRecordKind *kind,
                gint64               cycle_id)
{
  MerRecord *self = g_atomic_rc_box_alloc0 (kind->size);

  self->kind = kind;
  self->cycle_id = kind->of_department ? 0 : cycle_id;
  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type == MER_FIELD_NUMBER)
      mer_record_set_number (self, &kind->fields[i], -1);
  return self;
}

gpointer
mer_record_copy (gconstpointer record)
{
  const MerRecordKind *kind = kind_of (record);
  gpointer             copy = g_atomic_rc_box_alloc (kind->size);

  memcpy (copy, record, kind->size);
  for (guint i = 0; i < kind->n_fields; i++)
    if (storage_of (&kind->fields[i]) == STORAGE_TEXT)
      G_STRUCT_MEMBER (char *, copy, kind->fields[i].offset) =
        g_strdup (mer_record_text (record, &kind->fields[i]));
  return copy;
}

gpointer
mer_record_ref (gpointer record)
{
  return g_atomic_rc_box_acquire (record);
}

static void
clear (gpointer record)
{
  const MerRecordKind *kind = kind_of (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (storage_of (&kind->fields[i]) == STORAGE_TEXT)
      g_free (G_STRUCT_MEMBER (char *, record, kind->fields[i].offset));
}

void
mer_record_free (gpointer record)
{
  if (record != NULL)
    g_atomic_rc_box_release_full (record, clear);
}

const MerField *
mer_record_kind_field (const MerRecordKind *kind,
                       const char          *key)
{
  for (guint i = 0; i < kind->n_fields; i++)
    if (g_str_equal (kind->fields[i].key, key))
      return &kind->fields[i];
  return NULL;
}

const char *
mer_record_text (gconstpointer   record,
                 const MerField *field)
{
  g_return_val_if_fail (storage_of (field) == STORAGE_TEXT, NULL);
  return *(char *const *) member_of (record, field);
}

gint64
mer_record_number (gconstpointer   record,
                   const MerField *field)
{
  if (storage_of (field) == STORAGE_INT)
    return *(const int *) member_of (record, field);
  g_return_val_if_fail (storage_of (field) == STORAGE_NUMBER, 0);
  return *(const gint64 *) member_of (record, field);
}

void
mer_record_take_text (gpointer        record,
                      const MerField *field,
                      char           *text)
{
  char **member = &G_STRUCT_MEMBER (char *, record, field->offset);

  g_return_if_fail (storage_of (field) == STORAGE_TEXT);
  if (text != NULL && *g_strstrip (text) == '\0')
    g_clear_pointer (&text, g_free);
  g_free (*member);
  *member = text;
}

void
mer_record_set_number (gpointer        record,
                       const MerField *field,
                       gint64          number)
{
  if (storage_of (field) == STORAGE_INT)
    G_STRUCT_MEMBER (int, record, field->offset) = (int) number;
  else
    G_STRUCT_MEMBER (gint64, record, field->offset) = number;
}

gboolean
mer_record_is_blank (gconstpointer   record,
                     const MerField *field)
{
  switch ((int) field->type)
    {
    case MER_FIELD_NUMBER:
      return mer_record_number (record, field) < 0;
    case MER_FIELD_REFERENCE:
    case MER_FIELD_ORGANIZATION:
      return mer_record_number (record, field) == 0;
    case MER_FIELD_FLAG:
    case MER_FIELD_CHOICE:
      return FALSE;
    default:
      return mer_record_text (record, field) == NULL;
    }
}

/* --- as text ------------------------------------------------------------------------------- */

static const MerChoice *
choice_of (gconstpointer   record,
           const MerField *field)
{
  guint chosen = (guint) mer_record_number (record, field);

  return &field->choices[MIN (chosen, field->n_choices - 1)];
}

char *
mer_record_to_string (gconstpointer   record,
                      const MerField *field)
{
  if (mer_record_is_blank (record, field))
    return g_strdup ("");
  if (storage_of (field) == STORAGE_TEXT)
    return g_strdup (mer_record_text (record, field));
  if (field->type == MER_FIELD_CHOICE)
    return g_strdup (choice_of (record, field)->code);
  return g_strdup_printf ("%" G_GINT64_FORMAT, mer_record_number (record, field));
}

static char *
number_words (gint64 number)
{
  g_autofree char *digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return g_strdup_printf (_("No. %s"), digits);
}

char *
mer_record_to_words (gconstpointer   record,
                     const MerField *field)
{
  if (mer_record_is_blank (record, field))
    return g_strdup ("");
  switch ((int) field->type)
    {
    case MER_FIELD_DAY:
      return mer_day_to_words (mer_record_text (record, field));
    case MER_FIELD_FLAG:
      return g_strdup (mer_record_number (record, field) != 0 ? _("yes") : _("no"));
    case MER_FIELD_CHOICE:
      return g_strdup (_(choice_of (record, field)->title));
    case MER_FIELD_REFERENCE:
    case MER_FIELD_ORGANIZATION:
      return number_words (mer_record_number (record, field));
    default:
      return mer_record_to_string (record, field);
    }
}

int
mer_choice_find (const MerChoice *choices,
                 guint            n_choices,
                 const char      *code)
{
  for (guint i = 0; i < n_choices; i++)
    if (g_strcmp0 (choices[i].code, code) == 0)
      return (int) i;
  return -1;
}

static gboolean
is_word (const char *text,
         const char *word)
{
  g_autofree char *a = g_utf8_casefold (text, -1);
  g_autofree char *b = g_utf8_casefold (word, -1);

  return g_str_equal (a, b);
}

/* `format` quotes the text. */
#define FAIL(error, format, text) \
  (g_set_error ((error), MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID, (format), (text)), FALSE)

static gboolean
read_choice (const MerField *field,
             const char     *text,
             gint64         *out,
             GError        **error)
{
  for (guint i = 0; i < field->n_choices; i++)
    if (is_word (text, field->choices[i].code) || is_word (text, field->choices[i].title) ||
        is_word (text, _(field->choices[i].title)))
      {
        *out = i;
        return TRUE;
      }
  return FAIL (error, _("“%s” is none of the values that there are."), text);
}

static gboolean
read_flag (const char *text,
           gint64     *out,
           GError    **error)
{
  static const char *const yes[] = { "1", "yes", "true", "да", "+", NULL };
  static const char *const no[] = { "0", "no", "false", "нет", "-", "−", "—", NULL };

  for (guint i = 0; yes[i] != NULL; i++)
    if (is_word (text, yes[i]))
      *out = TRUE;
  for (guint i = 0; no[i] != NULL; i++)
    if (is_word (text, no[i]))
      *out = FALSE;
  return *out >= 0 || FAIL (error, _("“%s” is neither yes nor no."), text);
}

/* Blanks between groups of three are left out, no-break and narrow ones too. */
static char *
without_blanks (const char *text)
{
  static const char *const blanks[] = { " ", "\302\240", "\342\200\257", "\342\200\211" };
  GString                 *out = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (blanks); i++)
    g_string_replace (out, blanks[i], "", 0);
  return g_string_free (out, FALSE);
}

static gboolean
read_whole (const char *text,
            gint64     *out,
            GError    **error)
{
  g_autofree char *bare = without_blanks (text);

  return g_ascii_string_to_signed (bare, 10, 0, G_MAXINT64, out, NULL) ||
         FAIL (error, _("“%s” is no whole number."), text);
}

static gboolean
read_number (const MerField *field,
             const char     *text,
             gint64         *out,
             GError        **error)
{
  *out = -1;
  if (field->type == MER_FIELD_CHOICE)
    return read_choice (field, text, out, error);
  if (field->type == MER_FIELD_FLAG)
    return read_flag (text, out, error);
  return read_whole (text, out, error);
}

static gint64
blank_number (const MerField *field)
{
  return field->type == MER_FIELD_NUMBER ? -1 : 0;
}

static char *
read_decimal (const char *text,
              GError    **error)
{
  g_autofree char *bare = without_blanks (text);
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  g_strdelimit (bare, ",", '.');
  if (strchr (bare, '/') == NULL && mer_rational_parse (bare, &value))
    return g_steal_pointer (&bare);
  (void) FAIL (error, _("“%s” is no number."), text);
  return NULL;
}

static gboolean
from_text (gpointer        record,
           const MerField *field,
           const char     *text,
           GError        **error)
{
  char *value = NULL;

  if (field->type == MER_FIELD_DAY)
    {
      value = mer_day_parse (text);
      if (value == NULL)
        return FAIL (error, _("“%s” is no day. Write it as 14.10.2024."), text);
    }
  else if (field->type == MER_FIELD_DECIMAL)
    {
      value = read_decimal (text, error);
      if (value == NULL)
        return FALSE;
    }
  else
    value = g_strdup (text);
  mer_record_take_text (record, field, value);
  return TRUE;
}

gboolean
mer_record_from_string (gpointer        record,
                        const MerField *field,
                        const char     *text,
                        GError        **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text != NULL ? text : ""));
  gint64           number = blank_number (field);

  if (!g_utf8_validate (trimmed, -1, NULL))
    return FAIL (error, "%s", _("The text is not in UTF-8."));
  if (storage_of (field) == STORAGE_TEXT)
    {
      if (*trimmed != '\0')
        return from_text (record, field, trimmed, error);
      mer_record_take_text (record, field, NULL);
      return TRUE;
    }
  if (*trimmed != '\0' && !read_number (field, trimmed, &number, error))
    return FALSE;
  mer_record_set_number (record, field, number);
  return TRUE;
}

/* --- checks -------------------------------------------------------------------------------- */

static gboolean
check_field (gconstpointer   record,
             const MerField *field,
             GError        **error)
{
  gboolean blank = mer_record_is_blank (record, field);

  if (blank && (field->flags & MER_FIELD_REQUIRED))
    return FAIL (error, _("“%s” is not filled in."), _(field->title));
  if (blank)
    return TRUE;
  if (storage_of (field) == STORAGE_TEXT &&
      !g_utf8_validate (mer_record_text (record, field), -1, NULL))
    return FAIL (error, _("“%s” is not in UTF-8."), _(field->title));
  if (field->type == MER_FIELD_DAY && !mer_day_is_iso (mer_record_text (record, field)))
    return FAIL (error, _("“%s” is no day. Write it as 14.10.2024."),
                           mer_record_text (record, field));
  if (field->type == MER_FIELD_CHOICE &&
      (mer_record_number (record, field) < 0 ||
       mer_record_number (record, field) >= field->n_choices))
    return FAIL (error, _("“%s” has a value that there is not."), _(field->title));
  return TRUE;
}

gboolean
mer_record_check (gconstpointer record,
                  GError      **error)
{
  const MerRecordKind *kind = kind_of (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!check_field (record, &kind->fields[i], error))
      return FALSE;
  return kind->check == NULL || kind->check (record, error);
}

/* The text that takes most room in a table says what a record is. */
static char *
main_text (gconstpointer record)
{
  const MerRecordKind *kind = kind_of (record);

  for (guint i = 0; i < kind->n_fields; i++)
    if (kind->fields[i].type <= MER_FIELD_NOTE && (kind->fields[i].flags & MER_FIELD_WIDE) &&
        mer_record_text (record, &kind->fields[i]) != NULL)
      return g_strdup (mer_record_text (record, &kind->fields[i]));
  return NULL;
}

char *
mer_record_name (gconstpointer record)
{
  const MerRecordKind *kind = kind_of (record);
  const MerRecord     *self = record;
  char                *name = kind->name != NULL ? kind->name (self) : NULL;

  if (name == NULL)
    name = main_text (record);
  for (guint i = 0; name == NULL && i < kind->n_fields; i++)
    if (storage_of (&kind->fields[i]) == STORAGE_TEXT)
      name = g_strdup (mer_record_text (record, &kind->fields[i]));
  if (name == NULL)
    name = g_strdup_printf ("%s %" G_GINT64_FORMAT, _(kind->one), self->id);
  return name;
}

gboolean
mer_record_equal (gconstpointer a,
                  gconstpointer b)
{
  const MerRecord     *left = a, *right = b;
  const MerRecordKind *kind = left->kind;

  if (kind != right->kind || left->id != right->id || left->cycle_id != right->cycle_id ||
      left->position != right->position)
    return FALSE;
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *x = mer_record_to_string (a, &kind->fields[i]);
      g_autofree char *y = mer_record_to_string (b, &kind->fields[i]);

      if (!g_str_equal (x, y))
        return FALSE;
    }
  return TRUE;
}
