/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From what people write to ids: the better ground first, and nothing is guessed. What fits
 * several is refused with the names of two. */

#include "config.h"

#include "app/mer-record-names.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-record-name-words.h"
#include "app/mer-record-names-private.h"
#include "core/mer-name.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

/* `format` quotes the text. */
#define FAIL(error, format, text) \
  (g_set_error ((error), MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID, (format), (text)), FALSE)

/* Whom a text may mean, each once. */
typedef struct
{
  MerKindNames *names;
  gint64        cycle_id; /* of the record that refers; 0: of any */
  GArray       *indexes;
} Meant;

static void
meant_clear (Meant *self)
{
  g_clear_pointer (&self->indexes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Meant, meant_clear)

static void
mean (Meant *self,
      guint  index)
{
  const MerRecord *record = self->names->records->pdata[index];

  if (self->cycle_id != 0 && record->cycle_id != 0 && record->cycle_id != self->cycle_id)
    return;
  for (guint i = 0; i < self->indexes->len; i++)
    if (g_array_index (self->indexes, guint, i) == index)
      return;
  g_array_append_val (self->indexes, index);
}

static void
mean_key (Meant      *self,
          GHashTable *table,
          const char *text)
{
  g_autofree char *key = mer_name_fold (text, -1);
  const GArray    *there = g_hash_table_lookup (table, key);

  for (guint i = 0; there != NULL && i < there->len; i++)
    mean (self, g_array_index (there, guint, i));
}

static void
mean_id (Meant      *self,
         const char *digits)
{
  gint64 id = 0;
  guint  index = 0;

  if (!g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, &id, NULL))
    return;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (self->names->by_id, &id));
  if (index > 0)
    mean (self, index - 1);
}

/* «ДС «Радуга», версия 2», or the organization alone. */
static void
mean_plan (MerRecordNames *self,
           Meant          *meant,
           const char     *text)
{
  const char      *comma = strrchr (text, ',');
  const char      *digits = comma != NULL ? comma + strcspn (comma, "0123456789") : "";
  g_autofree char *whose = NULL;
  const GPtrArray *found = NULL;
  gint64           version = -1;

  if (!g_ascii_string_to_signed (digits, 10, 0, G_MAXINT64, &version, NULL))
    version = -1;
  whose = version >= 0 ? g_strndup (text, (gsize) (comma - text)) : g_strdup (text);
  if (mer_record_names_finder (self, NULL) != NULL)
    found = mer_organization_finder_find (self->finder, whose);
  for (guint i = 0; found != NULL && i < meant->names->records->len; i++)
    {
      const MerPlan *plan = meant->names->records->pdata[i];

      for (guint k = 0; k < found->len; k++)
        if (((const MerOrganization *) found->pdata[k])->id == plan->organization &&
            (version < 0 || version == plan->version))
          mean (meant, i);
    }
}

static gint64 resolve (MerRecordNames      *self,
                       const MerRecordKind *kind,
                       gint64               cycle_id,
                       const char          *text,
                       GError             **error);

/* «№ 3: Об итогах»: a meeting, then a question of it. */
static void
mean_part (MerRecordNames      *self,
           Meant               *meant,
           const MerRecordKind *kind,
           const char          *text)
{
  const MerField *field = mer_record_name_owner (kind);

  for (const char *colon = field != NULL ? strchr (text, ':') : NULL;
       colon != NULL && meant->indexes->len == 0; colon = strchr (colon + 1, ':'))
    {
      g_autofree char *owner = g_strstrip (g_strndup (text, (gsize) (colon - text)));
      g_auto (Meant) parts = { meant->names, meant->cycle_id,
                               g_array_new (FALSE, FALSE, sizeof (guint)) };
      gint64 id = resolve (self, mer_record_kind_find (field->target), meant->cycle_id, owner,
                           NULL);

      if (id == 0)
        continue;
      mean_key (&parts, meant->names->by_other, colon + 1);
      for (guint i = 0; i < parts.indexes->len; i++)
        {
          guint index = g_array_index (parts.indexes, guint, i);

          if (mer_record_number (meant->names->records->pdata[index], field) == id)
            mean (meant, index);
        }
    }
}

static void
find_meant (MerRecordNames      *self,
            Meant               *meant,
            const MerRecordKind *kind,
            const char          *text)
{
  mean_key (meant, meant->names->by_name, text);
  if (meant->indexes->len == 0)
    mean_key (meant, meant->names->by_other, text);
  if (meant->indexes->len == 0 && kind == &mer_record_plan)
    mean_plan (self, meant, text);
  if (meant->indexes->len == 0)
    mean_part (self, meant, kind, text);
  /* a bare number is an id, unless something else is called so */
  mean_id (meant, text);
}

static gint64
refuse_several (const Meant *meant,
                const char  *text,
                GError     **error)
{
  guint            first = g_array_index (meant->indexes, guint, 0);
  guint            second = g_array_index (meant->indexes, guint, 1);
  const GPtrArray *names = meant->names->names;
  const GPtrArray *records = meant->names->records;

  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
               /* Translators: %s are a text and two names; the numbers are their ids. */
               _("“%s” may be “%s” (#%d) or “%s” (#%d). Write the number with its sign."), text,
                  (char *) names->pdata[first], (int) ((MerRecord *) records->pdata[first])->id,
                  (char *) names->pdata[second], (int) ((MerRecord *) records->pdata[second])->id);
  return 0;
}

/* The id, or 0 and an error. */
static gint64
resolve (MerRecordNames      *self,
         const MerRecordKind *kind,
         gint64               cycle_id,
         const char          *text,
         GError             **error)
{
  g_auto (Meant) meant = { mer_record_names_of_kind (self, kind, error), cycle_id, NULL };

  if (meant.names == NULL)
    return 0;
  meant.indexes = g_array_new (FALSE, FALSE, sizeof (guint));
  if (*text == '#')
    mean_id (&meant, text + 1);
  else
    find_meant (self, &meant, kind, text);
  if (meant.indexes->len > 1)
    return refuse_several (&meant, text, error);
  if (meant.indexes->len == 1)
    return ((MerRecord *) meant.names->records->pdata[g_array_index (meant.indexes, guint, 0)])->id;
  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
               /* Translators: what was written, then a list: «Члены совета». */
               _("There is no “%s” in “%s”."), text, _(kind->title));
  return 0;
}

/* «ДС «Радуга» (#5)», as mer_record_names_of_organization() tells equal names apart. */
static gint64
organization_with_id (MerRecordNames *self,
                      const char     *text)
{
  const char      *sign = g_strrstr (text, "(#");
  gint64           id = 0;
  g_autofree char *digits = sign != NULL ? g_strndup (sign + 2, strcspn (sign + 2, ")")) : NULL;

  if (digits == NULL || !g_ascii_string_to_signed (digits, 10, 1, G_MAXINT64, &id, NULL))
    return 0;
  return strcmp (mer_record_names_of_organization (self, id), text) == 0 ? id : 0;
}

static gint64
resolve_organization (MerRecordNames *self,
                      const char     *text,
                      GError        **error)
{
  gint64 id = 0;

  if (mer_record_names_finder (self, error) == NULL)
    return 0;
  id = organization_with_id (self, text);
  return id != 0 ? id : mer_organization_finder_only (self->finder, text, error);
}

static gboolean
read_reference (MerRecordNames *self,
                MerRecord      *record,
                const MerField *field,
                const char     *text,
                GError        **error)
{
  gint64 id = 0;

  if (*text != '\0')
    {
      id = field->type == MER_FIELD_ORGANIZATION
             ? resolve_organization (self, text, error)
             : resolve (self, mer_record_kind_find (field->target), record->cycle_id, text, error);
      if (id == 0)
        return FALSE;
    }
  mer_record_set_number (record, field, id);
  return TRUE;
}

static gboolean
is_called (const char *folded,
           const char *words)
{
  g_autofree char *key = mer_name_fold (words, -1);

  return strcmp (folded, key) == 0;
}

/* In the languages of documents, whatever that of the program. */
static gboolean
read_choice (gpointer        record,
             const MerField *field,
             const char     *text)
{
  g_autofree char *folded = mer_name_fold (text, -1);

  for (guint i = 0; *folded != '\0' && i < field->n_choices; i++)
    if (is_called (folded, mer_tr (MER_LANGUAGE_RU, field->choices[i].title)) ||
        is_called (folded, field->choices[i].title))
      {
        mer_record_set_number (record, field, i);
        return TRUE;
      }
  return FALSE;
}

/* Spreadsheets may show the midnight of a day with it. */
static gboolean
read_day_with_hour (gpointer        record,
                    const MerField *field,
                    const char     *text)
{
  gsize            length = strcspn (text, " T");
  g_autofree char *day = g_strndup (text, length);

  return length > 0 && text[length] != '\0' &&
         strspn (text + length + 1, "0123456789:.,Z") == strlen (text + length + 1) &&
         mer_record_from_string (record, field, day, NULL);
}

/* Lines as the program has them. */
static char *
with_plain_lines (const char *text)
{
  GString *lines = g_string_new (text);

  g_string_replace (lines, "\r\n", "\n", 0);
  g_string_replace (lines, "\r", "\n", 0);
  return g_string_free (lines, FALSE);
}

gboolean
mer_record_names_read (MerRecordNames *self,
                       gpointer        record,
                       const MerField *field,
                       const char     *text,
                       GError        **error)
{
  g_autofree char *trimmed = NULL;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    return FAIL (error, "%s", _("The text is not in UTF-8."));
  trimmed = g_strstrip (with_plain_lines (text));
  if (mer_record_names_is_reference (field))
    return read_reference (self, record, field, trimmed, error);
  if (field->type == MER_FIELD_CHOICE && read_choice (record, field, trimmed))
    return TRUE;
  if (field->type == MER_FIELD_DAY && read_day_with_hour (record, field, trimmed))
    return TRUE;
  return mer_record_from_string (record, field, trimmed, error);
}

/* --- checks ---------------------------------------------------------------------------------- */

static gboolean
check_reference (MerRecordNames  *self,
                 const MerRecord *record,
                 const MerField  *field,
                 GError         **error)
{
  g_autofree char *id = NULL;
  gint64           number = 0;

  if (mer_record_names_is_reference (field))
    number = mer_record_number (record, field);
  if (number <= 0)
    return TRUE;
  id = g_strdup_printf ("#%" G_GINT64_FORMAT, number);
  if (field->type == MER_FIELD_ORGANIZATION)
    return mer_record_names_finder (self, error) != NULL &&
           mer_organization_finder_only (self->finder, id, error) != 0;
  return resolve (self, mer_record_kind_find (field->target), record->cycle_id, id, error) != 0;
}

static gboolean
has_end (MerRecordNames *self,
         const char     *kind_id,
         gint64          id)
{
  const MerRecordKind *kind = mer_record_kind_find (kind_id);
  g_autoptr (MerRecord) record = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autoptr (MerMethodology) rules = NULL;

  if (kind != NULL)
    record = mer_store_record (self->doc, kind, id, NULL);
  else if (g_str_equal (kind_id, "cycle"))
    cycle = mer_store_cycle (self->doc, id, NULL);
  else if (g_str_equal (kind_id, "organization") && mer_record_names_finder (self, NULL) != NULL)
    return mer_organization_finder_get (self->finder, id) != NULL;
  else if (g_str_equal (kind_id, "methodology"))
    rules = mer_store_methodology (self->doc, id, NULL);
  return record != NULL || cycle != NULL || rules != NULL;
}

static gboolean
check_end (MerRecordNames *self,
           const char     *kind_id,
           gint64          id,
           GError        **error)
{
  if (kind_id == NULL || id <= 0)
    return TRUE;
  if (mer_record_kind_find (kind_id) == NULL && !g_str_equal (kind_id, "cycle") &&
      !g_str_equal (kind_id, "organization") && !g_str_equal (kind_id, "methodology"))
    return FAIL (error, _("“%s” is no kind of records."), kind_id);
  if (has_end (self, kind_id, id))
    return TRUE;
  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
               /* Translators: a kind of records and a number, "meeting" and "3". */
               _("There is no “%s” with the number %d."), kind_id, (int) id);
  return FALSE;
}

gboolean
mer_record_names_check (MerRecordNames *self,
                        gconstpointer   record,
                        GError        **error)
{
  const MerRecordKind *kind = ((const MerRecord *) record)->kind;

  for (guint i = 0; i < kind->n_fields; i++)
    if (!check_reference (self, record, &kind->fields[i], error))
      return FALSE;
  if (kind == &mer_record_link)
    {
      const MerLink *link = record;

      return check_end (self, link->from_kind, link->from_id, error) &&
             check_end (self, link->to_kind, link->to_id, error);
    }
  return TRUE;
}
