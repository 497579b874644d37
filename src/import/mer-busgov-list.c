/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Organizations out of the XML that bus.gov.ru exchanges. The path of each element under its
 * position decides what its text is. */

#include "config.h"

#include "import/mer-busgov-list.h"

#include <string.h>

#include "core/mer-organization.h"

#define MAX_RECORDS 300000
#define MAX_KEPT (256 * 1024 * 1024)
#define MAX_TEXT (64 * 1024)
#define MAX_PATH 1024

/* Texts that a record is put together from, beyond its fields. */
typedef struct
{
  GString *address;
  GString *head;
  gboolean has_head; /* the first of several was read */
} Pieces;

struct _MerBusgovList
{
  GPtrArray       *records;  /* of MerBusgovRecord */
  GString         *path;     /* of the element, local names with a slash before each */
  gsize            position; /* length of the path of the position; 0 outside */
  GString         *text;     /* of the element that is open */
  MerBusgovRecord *record;
  GPtrArray       *branches; /* of `record` */
  Pieces           pieces;
  gsize            kept; /* bytes */
  gboolean         too_long;
};

static MerBusgovRecord *
record_new (void)
{
  return g_new0 (MerBusgovRecord, 1);
}

static void
record_free (MerBusgovRecord *self)
{
  for (guint i = 0; i < MER_BUSGOV_N_FIELDS; i++)
    g_free (self->fields[i]);
  g_free (self->changed);
  g_free (self);
}

MerBusgovList *
mer_busgov_list_new (void)
{
  MerBusgovList *self = g_new0 (MerBusgovList, 1);

  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  self->branches = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
  self->path = g_string_new (NULL);
  self->text = g_string_new (NULL);
  self->pieces.address = g_string_new (NULL);
  self->pieces.head = g_string_new (NULL);
  return self;
}

void
mer_busgov_list_free (MerBusgovList *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->record, record_free);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->branches);
  g_string_free (self->path, TRUE);
  g_string_free (self->text, TRUE);
  g_string_free (self->pieces.address, TRUE);
  g_string_free (self->pieces.head, TRUE);
  g_free (self);
}

gboolean
mer_busgov_list_is_too_long (const MerBusgovList *self)
{
  return self->too_long;
}

static void
forget_record (MerBusgovList *self)
{
  g_clear_pointer (&self->record, record_free);
  g_ptr_array_set_size (self->branches, 0);
  g_string_truncate (self->pieces.address, 0);
  g_string_truncate (self->pieces.head, 0);
  self->pieces.has_head = FALSE;
  self->position = 0;
}

void
mer_busgov_list_begin (MerBusgovList *self)
{
  forget_record (self);
  g_string_truncate (self->path, 0);
  g_string_truncate (self->text, 0);
}

/* --- what texts mean -------------------------------------------------------------------- */

/* The first of several stays. */
static void
set_field (MerBusgovList   *self,
           MerBusgovRecord *record,
           MerBusgovField   field,
           const char      *text)
{
  if (*text == '\0' || record->fields[field] != NULL)
    return;
  record->fields[field] = g_strdup (text);
  self->kept += strlen (text);
}

static void
append_piece (GString    *to,
              const char *separator,
              const char *before,
              const char *text)
{
  if (*text != '\0')
    g_string_append_printf (to, "%s%s%s", to->len > 0 ? separator : "", before, text);
}

static const struct
{
  const char    *path;
  MerBusgovField field;
} plain_fields[] = {
  { "/initiator/regNum", MER_BUSGOV_NUMBER },
  { "/initiator/fullName", MER_BUSGOV_FULL_NAME },
  { "/initiator/inn", MER_BUSGOV_INN },
  { "/main/shortName", MER_BUSGOV_SHORT_NAME },
  { "/main/ogrn", MER_BUSGOV_OGRN },
  { "/additional/www", MER_BUSGOV_SITE },
  { "/additional/branchInfo/headOffice/fullName", MER_BUSGOV_PARENT },
};

/* «Дошкольное образовательное учреждение» tells the kind; «Бюджетное учреждение» none. */
static void
take_kind (MerBusgovList *self,
           const char    *text)
{
  if (mer_organization_kind_guess (text) != MER_ORGANIZATION_OTHER)
    set_field (self, self->record, MER_BUSGOV_KIND, text);
}

static void
take_address (MerBusgovList *self,
              const char    *part,
              const char    *text)
{
  static const char *const parts[] = { "zip", "subject/name", "region/name", "city/name",
                                       "locality/name", "street/name" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (strcmp (part, parts[i]) == 0)
        append_piece (self->pieces.address, ", ", "", text);
    }
  if (strcmp (part, "building") == 0)
    append_piece (self->pieces.address, ", ",
                  g_ascii_isdigit (*text) ? "д. " : "", text);
}

static void
take_head (MerBusgovList *self,
           const char    *part,
           const char    *text)
{
  if (!self->pieces.has_head && (strcmp (part, "lastName") == 0 ||
                                 strcmp (part, "firstName") == 0 ||
                                 strcmp (part, "middleName") == 0))
    append_piece (self->pieces.head, " ", "", text);
}

static void
take_branch (MerBusgovList *self,
             const char    *part,
             const char    *text)
{
  MerBusgovRecord *branch = NULL;

  if (self->branches->len == 0)
    return;
  branch = self->branches->pdata[self->branches->len - 1];
  if (strcmp (part, "regNum") == 0)
    set_field (self, branch, MER_BUSGOV_NUMBER, text);
  else if (strcmp (part, "fullName") == 0)
    set_field (self, branch, MER_BUSGOV_FULL_NAME, text);
  else if (strcmp (part, "shortName") == 0)
    set_field (self, branch, MER_BUSGOV_SHORT_NAME, text);
}

/* The rest of a path behind a beginning, or NULL. */
static const char *
behind (const char *path,
        const char *beginning)
{
  return g_str_has_prefix (path, beginning) ? path + strlen (beginning) : NULL;
}

static void
take_text (MerBusgovList *self,
           const char    *path,
           const char    *text)
{
  const char *part = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (plain_fields); i++)
    {
      if (strcmp (path, plain_fields[i].path) == 0)
        set_field (self, self->record, plain_fields[i].field, text);
    }
  if (strcmp (path, "/changeDate") == 0 && self->record->changed == NULL)
    self->record->changed = g_strdup (text);
  else if (strcmp (path, "/additional/institutionType/name") == 0)
    take_kind (self, text);
  else if ((part = behind (path, "/main/complexAddress/address/")) != NULL)
    take_address (self, part, text);
  else if ((part = behind (path, "/other/chief/")) != NULL)
    take_head (self, part, text);
  else if ((part = behind (path, "/additional/branch/")) != NULL)
    take_branch (self, part, text);
}

/* --- records ------------------------------------------------------------------------------ */

static gboolean
is_empty (const MerBusgovRecord *record)
{
  for (guint i = 0; i < MER_BUSGOV_N_FIELDS; i++)
    {
      if (record->fields[i] != NULL)
        return FALSE;
    }
  return TRUE;
}

static void
keep (MerBusgovList   *self,
      MerBusgovRecord *record)
{
  if (is_empty (record))
    {
      record_free (record);
      return;
    }
  self->kept += sizeof *record;
  if (self->records->len < MAX_RECORDS && self->kept < MAX_KEPT)
    {
      g_ptr_array_add (self->records, record);
      return;
    }
  self->too_long = TRUE;
  record_free (record);
}

static void
finish_record (MerBusgovList *self)
{
  MerBusgovRecord *record = g_steal_pointer (&self->record);
  const char      *parent = record->fields[MER_BUSGOV_FULL_NAME];

  set_field (self, record, MER_BUSGOV_ADDRESS, self->pieces.address->str);
  set_field (self, record, MER_BUSGOV_HEAD, self->pieces.head->str);
  for (guint i = 0; i < self->branches->len; i++)
    {
      if (parent != NULL)
        set_field (self, self->branches->pdata[i], MER_BUSGOV_PARENT, parent);
    }
  keep (self, record);
  while (self->branches->len > 0)
    keep (self, g_ptr_array_steal_index (self->branches, 0));
  forget_record (self);
}

/* --- the parser's callbacks ----------------------------------------------------------------- */

static void
start_cb (gpointer        data,
          const char     *name,
          const xmlChar **attributes,
          int             n_attributes)
{
  MerBusgovList *self = data;

  /* What is deeper or longer than any path of ours is not looked at, but its end must be known. */
  g_string_append_c (self->path, '/');
  g_string_append_len (self->path, name, (gssize) MIN (strlen (name), MAX_PATH));
  g_string_truncate (self->text, 0);
  if (self->position == 0 && g_str_has_suffix (self->path->str, "institutionInfo/body/position"))
    {
      self->record = record_new ();
      self->position = self->path->len;
    }
  else if (self->position > 0 &&
           strcmp (self->path->str + self->position, "/additional/branch") == 0 &&
           self->branches->len < MAX_RECORDS)
    g_ptr_array_add (self->branches, record_new ());
}

static void
end_cb (gpointer    data,
        const char *name)
{
  MerBusgovList *self = data;
  gsize          length = MIN (strlen (name), MAX_PATH) + 1;

  if (self->position > 0 && self->path->len == self->position)
    finish_record (self);
  else if (self->position > 0)
    {
      const char *path = self->path->str + self->position;

      take_text (self, path, g_strstrip (self->text->str));
      self->pieces.has_head |= strcmp (path, "/other/chief") == 0 && self->pieces.head->len > 0;
    }
  g_string_truncate (self->text, 0);
  g_string_truncate (self->path, self->path->len - MIN (length, self->path->len));
}

static void
text_cb (gpointer    data,
         const char *text,
         gsize       length)
{
  MerBusgovList *self = data;

  if (self->position > 0 && self->text->len + length <= MAX_TEXT)
    g_string_append_len (self->text, text, (gssize) length);
}

const MerXmlHandler *
mer_busgov_list_handler (void)
{
  static const MerXmlHandler handler = { start_cb, end_cb, text_cb };

  return &handler;
}

/* --- one record a number --------------------------------------------------------------------- */

/* Positions have a date of change; a branch that is only named has none. */
static gboolean
is_better (const MerBusgovRecord *a,
           const MerBusgovRecord *b)
{
  return g_strcmp0 (a->changed, b->changed) >= 0;
}

GPtrArray *
mer_busgov_list_settle (MerBusgovList *self)
{
  g_autoptr (GHashTable) best = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *kept = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);

  for (guint i = 0; i < self->records->len; i++)
    {
      MerBusgovRecord *record = self->records->pdata[i];
      char            *number = record->fields[MER_BUSGOV_NUMBER];
      MerBusgovRecord *other = number != NULL ? g_hash_table_lookup (best, number) : NULL;

      if (number != NULL && (other == NULL || is_better (record, other)))
        g_hash_table_replace (best, number, record);
    }
  for (guint i = 0; i < self->records->len; i++)
    {
      MerBusgovRecord *record = self->records->pdata[i];
      const char      *number = record->fields[MER_BUSGOV_NUMBER];

      if (number == NULL || g_hash_table_lookup (best, number) == record)
        g_ptr_array_add (kept, record);
      else
        record_free (record);
    }
  g_ptr_array_set_free_func (self->records, NULL);
  g_ptr_array_unref (self->records);
  self->records = kept;
  return kept;
}
