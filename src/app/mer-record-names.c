/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From ids to names and back. A kind is read when it is first asked for. Names are made unique, so
 * that what a table says can be read again: of several equal ones each gets its id behind. */

#include "config.h"

#include "app/mer-record-names.h"

#include "app/mer-record-name-words.h"
#include "app/mer-record-names-private.h"
#include "core/mer-day.h"
#include "core/mer-name.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-record-store.h"

static void
kind_names_free (gpointer data)
{
  MerKindNames *self = data;

  g_clear_pointer (&self->choices, g_array_unref);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->by_other);
  g_ptr_array_unref (self->names);
  g_ptr_array_unref (self->records);
  g_free (self);
}

MerRecordNames *
mer_record_names_new (MerDocument *doc,
                      gint64       cycle_id)
{
  MerRecordNames *self = g_new0 (MerRecordNames, 1);

  self->doc = g_object_ref (doc);
  self->cycle_id = cycle_id;
  self->language = mer_document_get_language (doc);
  self->kinds = g_hash_table_new_full (NULL, NULL, NULL, kind_names_free);
  self->organizations = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->strange = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  return self;
}

void
mer_record_names_free (MerRecordNames *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->choices, g_array_unref);
  g_clear_pointer (&self->finder, mer_organization_finder_free);
  g_hash_table_unref (self->strange);
  g_hash_table_unref (self->organizations);
  g_hash_table_unref (self->kinds);
  g_object_unref (self->doc);
  g_free (self);
}

gboolean
mer_record_names_is_current (MerRecordNames *self)
{
  GHashTableIter iter;
  gpointer       kind = NULL, names = NULL;

  if (self->language != mer_document_get_language (self->doc) ||
      (self->finder != NULL && !mer_organization_finder_is_current (self->finder, self->doc)))
    return FALSE;
  g_hash_table_iter_init (&iter, self->kinds);
  while (g_hash_table_iter_next (&iter, &kind, &names))
    {
      g_autoptr (GPtrArray) records =
        mer_store_record_snapshot (self->doc, kind, self->cycle_id, NULL);

      if (records != ((const MerKindNames *) names)->records)
        return FALSE;
    }
  return TRUE;
}

MerLanguage
mer_record_names_language (MerRecordNames *self)
{
  return self->language;
}

/* --- a kind ---------------------------------------------------------------------------------- */

static void
add_key (GHashTable *table,
         const char *name,
         guint       index)
{
  g_autofree char *key = mer_name_fold (name, -1);
  GArray          *there = g_hash_table_lookup (table, key);

  if (*key == '\0')
    return;
  if (there == NULL)
    {
      there = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, g_steal_pointer (&key), there);
    }
  if (there->len == 0 || g_array_index (there, guint, there->len - 1) != index)
    g_array_append_val (there, index);
}

static char *
full_name (MerRecordNames  *self,
           const MerRecord *record)
{
  const MerField  *owner = mer_record_name_owner (record->kind);
  g_autofree char *own = mer_record_name_words (self, record, self->language);

  if (owner == NULL || mer_record_is_blank (record, owner))
    return g_steal_pointer (&own);
  return g_strdup_printf ("%s: %s",
                          mer_record_names_of (self, mer_record_kind_find (owner->target),
                                               mer_record_number (record, owner)),
                          own);
}

static gboolean
is_shared (MerKindNames *self,
           guint         index)
{
  g_autofree char *key = mer_name_fold (self->names->pdata[index], -1);
  const GArray    *there = g_hash_table_lookup (self->by_name, key);

  return there != NULL && there->len > 1;
}

static void
tell_apart (MerKindNames *self)
{
  g_autoptr (GArray) shared = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->names->len; i++)
    if (is_shared (self, i))
      g_array_append_val (shared, i);
  for (guint i = 0; i < shared->len; i++)
    {
      guint      index = g_array_index (shared, guint, i);
      MerRecord *record = self->records->pdata[index];
      char      *name = g_strdup_printf ("%s (#%" G_GINT64_FORMAT ")",
                                         (char *) self->names->pdata[index], record->id);

      g_free (self->names->pdata[index]);
      self->names->pdata[index] = name;
      add_key (self->by_name, name, index);
    }
}

static void
add_record (MerRecordNames *self,
            MerKindNames   *names,
            guint           index)
{
  MerRecord *record = names->records->pdata[index];
  g_autoptr (GPtrArray) others = mer_record_name_others (self, record);

  g_ptr_array_add (names->names, full_name (self, record));
  g_hash_table_insert (names->by_id, &record->id, GUINT_TO_POINTER (index + 1));
  add_key (names->by_name, names->names->pdata[index], index);
  for (guint i = 0; i < others->len; i++)
    add_key (names->by_other, others->pdata[i], index);
}

static MerKindNames *
kind_names_new (MerRecordNames      *self,
                const MerRecordKind *kind,
                GError             **error)
{
  GPtrArray    *records = mer_store_record_snapshot (self->doc, kind, self->cycle_id, error);
  MerKindNames *names = NULL;

  if (records == NULL)
    return NULL;
  names = g_new0 (MerKindNames, 1);
  names->records = records;
  names->names = g_ptr_array_new_with_free_func (g_free);
  names->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  names->by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  names->by_other =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < records->len; i++)
    add_record (self, names, i);
  tell_apart (names);
  return names;
}

MerKindNames *
mer_record_names_of_kind (MerRecordNames      *self,
                          const MerRecordKind *kind,
                          GError             **error)
{
  MerKindNames *names = g_hash_table_lookup (self->kinds, kind);

  if (names != NULL)
    return names;
  names = kind_names_new (self, kind, error);
  if (names != NULL)
    g_hash_table_insert (self->kinds, (gpointer) (gsize) kind, names);
  return names;
}

/* --- from ids -------------------------------------------------------------------------------- */

static const char *
remember (GHashTable *names,
          gint64      id,
          char       *name)
{
  g_hash_table_insert (names, g_memdup2 (&id, sizeof id), name);
  return name;
}

static const char *
strange_name (MerRecordNames *self,
              gint64          id)
{
  const char *name = g_hash_table_lookup (self->strange, &id);

  return name != NULL ? name
                      : remember (self->strange, id, g_strdup_printf ("#%" G_GINT64_FORMAT, id));
}

const char *
mer_record_names_of (MerRecordNames      *self,
                     const MerRecordKind *kind,
                     gint64               id)
{
  MerKindNames *names = NULL;
  guint         index = 0;

  if (id == 0)
    return "";
  if (kind != NULL)
    names = mer_record_names_of_kind (self, kind, NULL);
  if (names != NULL)
    index = GPOINTER_TO_UINT (g_hash_table_lookup (names->by_id, &id));
  return index > 0 ? names->names->pdata[index - 1] : strange_name (self, id);
}

MerOrganizationFinder *
mer_record_names_finder (MerRecordNames *self,
                         GError        **error)
{
  if (self->finder == NULL)
    self->finder = mer_organization_finder_new (self->doc, error);
  return self->finder;
}

const char *
mer_record_names_of_organization (MerRecordNames *self,
                                  gint64          id)
{
  const char            *name = g_hash_table_lookup (self->organizations, &id);
  const MerOrganization *organization = NULL;
  const GPtrArray       *found = NULL;

  if (id == 0 || name != NULL)
    return id == 0 ? "" : name;
  if (mer_record_names_finder (self, NULL) != NULL)
    organization = mer_organization_finder_get (self->finder, id);
  if (organization == NULL)
    return strange_name (self, id);
  found = mer_organization_finder_find (self->finder, organization->name);
  if (found != NULL && found->len == 1)
    return remember (self->organizations, id, g_strdup (organization->name));
  return remember (self->organizations, id,
                   g_strdup_printf ("%s (#%" G_GINT64_FORMAT ")", organization->name, id));
}

static char *
reference_words (MerRecordNames *self,
                 gconstpointer   record,
                 const MerField *field)
{
  gint64 id = mer_record_number (record, field);

  if (field->type == MER_FIELD_ORGANIZATION)
    return g_strdup (mer_record_names_of_organization (self, id));
  return g_strdup (mer_record_names_of (self, mer_record_kind_find (field->target), id));
}

char *
mer_record_names_words (MerRecordNames *self,
                        gconstpointer   record,
                        const MerField *field)
{
  return mer_record_names_is_reference (field) ? reference_words (self, record, field)
                                               : mer_record_to_words (record, field);
}

char *
mer_record_words_of (gconstpointer   record,
                     const MerField *field,
                     MerDocument    *doc)
{
  g_autoptr (MerRecordNames) names = mer_record_names_new (doc, 0);

  return mer_record_names_words (names, record, field);
}

char *
mer_record_names_cell (MerRecordNames *self,
                       gconstpointer   record,
                       const MerField *field)
{
  char  *text = NULL;
  gint64 number = 0;

  if (mer_record_names_is_reference (field))
    return reference_words (self, record, field);
  text = mer_record_to_string (record, field);
  if (*text == '\0')
    return text;
  if (field->type == MER_FIELD_DECIMAL && self->language == MER_LANGUAGE_RU)
    return g_strdelimit (text, ".", ',');
  if (field->type != MER_FIELD_DAY && field->type != MER_FIELD_FLAG &&
      field->type != MER_FIELD_CHOICE)
    return text;
  g_free (text);
  if (field->type == MER_FIELD_DAY)
    return mer_day_to_words (mer_record_text (record, field));
  number = mer_record_number (record, field);
  if (field->type == MER_FIELD_FLAG)
    return g_strdup (mer_trc (self->language, "in a table", number != 0 ? "yes" : "no"));
  return g_strdup (mer_tr (self->language,
                           field->choices[MIN (number, field->n_choices - 1)].title));
}

/* --- choices --------------------------------------------------------------------------------- */

static GArray *
organization_choices (MerRecordNames *self,
                      GError        **error)
{
  const GPtrArray *all = NULL;

  if (self->choices != NULL || mer_record_names_finder (self, error) == NULL)
    return self->choices;
  all = mer_organization_finder_all (self->finder);
  self->choices = g_array_new (FALSE, FALSE, sizeof (MerRecordChoice));
  for (guint i = 0; i < all->len; i++)
    {
      gint64          id = ((const MerOrganization *) all->pdata[i])->id;
      MerRecordChoice choice = { id, mer_record_names_of_organization (self, id) };

      g_array_append_val (self->choices, choice);
    }
  return self->choices;
}

GArray *
mer_record_names_choices (MerRecordNames      *self,
                          const MerRecordKind *kind,
                          GError             **error)
{
  MerKindNames *names = NULL;

  if (kind == NULL)
    return organization_choices (self, error);
  names = mer_record_names_of_kind (self, kind, error);
  if (names == NULL || names->choices != NULL)
    return names != NULL ? names->choices : NULL;
  names->choices = g_array_new (FALSE, FALSE, sizeof (MerRecordChoice));
  for (guint i = 0; i < names->records->len; i++)
    {
      MerRecordChoice choice = { ((MerRecord *) names->records->pdata[i])->id,
                                 names->names->pdata[i] };

      g_array_append_val (names->choices, choice);
    }
  return names->choices;
}
