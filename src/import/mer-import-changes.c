/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import of organizations does to the registry, as data: one line an organization that is
 * new, one a field that differs from what was there. Made from the values that are written, so
 * that a dry run and the import itself tell the same. */
#include "config.h"

#include "import/mer-import-changes.h"

#include <glib/gi18n.h>

#include "core/mer-organization-words.h"
#include "import/mer-recognizer.h"
#include "import/mer-utf8.h"

void
mer_import_change_free (MerImportChange *self)
{
  if (self == NULL)
    return;
  g_free (self->organization);
  g_free (self->field);
  g_free (self->title);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

/* «Адрес» inside a sentence is «адрес», «ИНН» stays. */
static char *
title_inside (const char *title)
{
  gunichar first = g_utf8_get_char (title);
  gunichar second = first != 0 ? g_utf8_get_char (mer_utf8_next (title)) : 0;
  g_autoptr (GString) text = g_string_new (NULL);

  if (!g_unichar_islower (second))
    return g_strdup (title);
  g_string_append_unichar (text, g_unichar_tolower (first));
  g_string_append (text, mer_utf8_next (title));
  return g_strdup (text->str);
}

/**
 * mer_import_change_text:
 * @self: a change
 *
 * Returns: (transfer full): a line in the user's language
 */
char *
mer_import_change_text (const MerImportChange *self)
{
  g_autofree char *title = NULL;

  if (self->field == NULL)
    /* Translators: an organization that an import adds to the registry. */
    return g_strdup_printf (_("%s: added"), self->organization);
  title = title_inside (self->title);
  if (self->old_value == NULL)
    /* Translators: organization, field as «address», new value. */
    return g_strdup_printf (_("%s: %s “%s”, was empty"), self->organization, title,
                               self->new_value);
  /* Translators: organization, field as «address», old and new value. */
  return g_strdup_printf (_("%s: %s “%s” → “%s”"), self->organization, title, self->old_value,
                             self->new_value);
}

static void
add (MerImportJob         *job,
     const MerRegistryRow *row,
     const char           *field,
     const char           *old_value,
     const char           *new_value)
{
  MerImportChange *change = g_new0 (MerImportChange, 1);

  change->row = row->row;
  change->organization = g_strdup (row->entry->organization->name);
  if (field != NULL)
    {
      const char *title = mer_column_words_title (MER_BATCH_ORGANIZATIONS, field);

      change->field = g_strdup (field);
      change->title = g_strdup (title != NULL ? title : field);
      change->old_value = old_value != NULL && *old_value != '\0' ? g_strdup (old_value) : NULL;
      change->new_value = g_strdup (new_value);
    }
  g_ptr_array_add (job->result->changes, change);
}

/* An empty new value is never written, and is thus no change. */
static void
compare (MerImportJob         *job,
         const MerRegistryRow *row,
         const char           *field,
         const char           *old_value,
         const char           *new_value)
{
  if (new_value != NULL && g_strcmp0 (old_value, new_value) != 0)
    add (job, row, field, old_value, new_value);
}

static void
compare_words (MerImportJob          *job,
               const MerRegistryRow  *row,
               const MerOrganization *before,
               const MerOrganization *after)
{
  MerLanguage language = mer_language_of_locale ();

  if (before->kind != after->kind)
    add (job, row, "kind", mer_organization_kind_words (language, before->kind),
         mer_organization_kind_words (language, after->kind));
  if (before->state != after->state)
    add (job, row, "state", mer_organization_state_words (language, before->state),
         mer_organization_state_words (language, after->state));
  if (before->historic_building != after->historic_building)
    add (job, row, "historic-building",
         mer_trc (language, "in a table", before->historic_building ? "yes" : "no"),
         mer_trc (language, "in a table", after->historic_building ? "yes" : "no"));
}

static const char *
name_of (MerRegistryIndex *index,
         gint64            id)
{
  const MerRegistryEntry *entry = mer_registry_index_by_id (index, id);

  return entry != NULL ? entry->organization->name : NULL;
}

static void
compare_recipients (MerImportJob         *job,
                    const MerRegistryRow *row,
                    gint64                before)
{
  g_autofree char *old_value = NULL;
  g_autofree char *new_value = NULL;

  if (row->recipients < 0 || row->recipients == before)
    return;
  if (before >= 0)
    old_value = g_strdup_printf ("%" G_GINT64_FORMAT, before);
  new_value = g_strdup_printf ("%" G_GINT64_FORMAT, row->recipients);
  add (job, row, MER_COLUMN_RECIPIENTS, old_value, new_value);
}

void
mer_import_changes_note (MerImportJob         *job,
                         MerRegistryIndex     *index,
                         const MerRegistryRow *row,
                         gint64                recipients_before)
{
  const MerOrganization *before = row->before;
  const MerOrganization *after = row->entry->organization;
  guint                  n = job->result->changes->len;

  if (before == NULL)
    {
      add (job, row, NULL, NULL, NULL);
      return;
    }
  compare (job, row, "full-name", before->full_name, after->full_name);
  compare (job, row, "inn", before->inn, after->inn);
  compare (job, row, "ogrn", before->ogrn, after->ogrn);
  compare (job, row, "address", before->address, after->address);
  compare (job, row, "site", before->site, after->site);
  compare (job, row, "bus-gov-id", before->bus_gov_id, after->bus_gov_id);
  compare (job, row, "head", before->head, after->head);
  compare_words (job, row, before, after);
  compare (job, row, "state-day", before->state_day, after->state_day);
  if (before->successor_id != after->successor_id)
    compare (job, row, "successor", name_of (index, before->successor_id),
             name_of (index, after->successor_id));
  if (before->parent_id != after->parent_id)
    compare (job, row, "parent", name_of (index, before->parent_id),
             name_of (index, after->parent_id));
  compare_recipients (job, row, recipients_before);
  if (job->result->changes->len > n)
    job->result->changed++;
}
