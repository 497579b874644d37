/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a table of records reads from the document at each refresh. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "ui/widgets/mer-record-table-private.h"

static MerDocument *
document_of (MerRecordTable *self)
{
  return mer_session_get_document (self->session);
}

gint64
mer_record_table_find_cycle (MerRecordTable *self)
{
  g_autoptr (MerCycle) cycle = NULL;

  if (self->kind->of_department)
    return 0;
  if (!mer_store_find_cycle (document_of (self), mer_session_get_cycle_id (self->session), &cycle,
                             NULL) ||
      cycle == NULL)
    return 0;
  return cycle->id;
}

static gboolean
is_writable (MerRecordTable *self)
{
  if (self->kind->of_department)
    return !mer_document_is_read_only (document_of (self));
  return self->cycle_id != 0 && mer_session_may_write (self->session);
}

static GPtrArray *
read_records (MerRecordTable *self,
              GError        **error)
{
  if (self->cycle_id == 0 && !self->kind->of_department)
    return g_ptr_array_new ();
  if (self->owner_key == NULL)
    return mer_store_record_snapshot (document_of (self), self->kind, self->cycle_id, error);
  if (self->owner == 0)
    return g_ptr_array_new ();
  return mer_store_records_where (document_of (self), self->kind, self->owner_key, self->owner,
                                  error);
}

/* What an organization names is of all cycles. */
static void
keep_cycle (MerRecordTable *self,
            GPtrArray      *records)
{
  const MerField *field =
    self->owner_key != NULL ? mer_record_kind_field (self->kind, self->owner_key) : NULL;

  if (field == NULL || field->type != MER_FIELD_ORGANIZATION || self->cycle_id == 0)
    return;
  for (guint i = records->len; i > 0; i--)
    if (((const MerRecord *) records->pdata[i - 1])->cycle_id != self->cycle_id)
      g_ptr_array_remove_index (records, i - 1);
}

static void
read_symbols (MerRecordTable *self)
{
  MerResults *results = mer_session_get_results (self->session);

  g_clear_pointer (&self->symbols, g_hash_table_unref);
  if (results == NULL)
    return;
  self->symbols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < results->methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = results->methodology->criteria->pdata[i];

      g_hash_table_insert (self->symbols, g_strdup (criterion->code),
                           g_strdup (criterion->symbol));
    }
}

static void
load_context (MerRecordTable *self)
{
  if (self->context != NULL && self->info->unload != NULL)
    self->info->unload (self->context);
  self->context = NULL;
  if (self->info->load != NULL)
    self->context = self->info->load (self, document_of (self), self->cycle_id);
}

/* Ids of those that occur, in the order of the registry. */
static GArray *
find_organizations (MerRecordTable *self,
                    GPtrArray      *records,
                    const MerField *field)
{
  g_autoptr (GHashTable) present = g_hash_table_new (NULL, NULL);
  const GArray *choices = mer_record_names_choices (self->names, NULL, NULL);
  GArray       *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (present,
                      GSIZE_TO_POINTER ((gsize) mer_record_number (records->pdata[i], field)));
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      gint64 id = g_array_index (choices, MerRecordChoice, i).id;

      if (g_hash_table_contains (present, GSIZE_TO_POINTER ((gsize) id)))
        g_array_append_val (ids, id);
    }
  return ids;
}

static gboolean
are_same (const GArray *a,
          const GArray *b)
{
  return a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (gint64)) == 0);
}

/* A drop-down of a region's organizations is not made anew for each edit. */
static void
fill_organizations (MerRecordTable *self,
                    GPtrArray      *records,
                    gboolean        renamed)
{
  const MerField *field = mer_record_kind_field (self->kind, "organization");
  guint           line = gtk_drop_down_get_selected (self->organizations);
  gint64          chosen = line != GTK_INVALID_LIST_POSITION && line > 0
                             ? g_array_index (self->organization_ids, gint64, line - 1)
                             : 0;
  g_autoptr (GtkStringList) names = NULL;
  g_autoptr (GArray) ids = NULL;

  if (!self->info->by_organization || field == NULL)
    return;
  ids = find_organizations (self, records, field);
  if (!renamed && are_same (ids, self->organization_ids))
    return;
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("All organizations"));
  line = 0;
  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      gtk_string_list_append (names, mer_record_names_of_organization (self->names, id));
      line = id == chosen ? i + 1 : line;
    }
  g_array_unref (self->organization_ids);
  self->organization_ids = g_steal_pointer (&ids);
  gtk_drop_down_set_model (self->organizations, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->organizations, line);
  gtk_widget_set_visible (GTK_WIDGET (self->organizations), self->organization_ids->len > 0);
}

/* Names are kept while all that they were made of is as it was. */
static gboolean
renew_names (MerRecordTable *self)
{
  if (self->names != NULL && self->names_cycle == self->cycle_id &&
      mer_record_names_is_current (self->names))
    return FALSE;
  g_clear_pointer (&self->names, mer_record_names_free);
  self->names = mer_record_names_new (document_of (self), self->cycle_id);
  self->names_cycle = self->cycle_id;
  return TRUE;
}

void
mer_record_table_refresh (MerRecordTable *self)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  gboolean renamed = FALSE;

  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  self->stale = FALSE;
  self->cycle_id = mer_record_table_find_cycle (self);
  self->writable = is_writable (self);
  records = read_records (self, &error);
  if (records == NULL)
    {
      g_autofree char *heading = g_strdup_printf (_("%s: not read"), _(self->kind->title));

      mer_session_fail (self->session, heading, error);
      return;
    }
  keep_cycle (self, records);
  read_symbols (self);
  renamed = renew_names (self);
  load_context (self);
  self->refreshing = TRUE;
  fill_organizations (self, records, renamed);
  self->refreshing = FALSE;
  mer_record_table_show (self, records);
  mer_list_view_rebind (self->view);
  mer_record_table_tell_refreshed (self);
}
