/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What callers ask of a table of records, and tell it. Answers are of the document as it is: a
 * table that has not been looked at since a change reads it first. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/widgets/mer-record-table-private.h"

MerSession *
mer_record_table_get_session (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->session;
}

const MerRecordKind *
mer_record_table_get_kind (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->kind;
}

gpointer
mer_record_table_get_data (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->user_data;
}

gpointer
mer_record_table_get_context (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->context;
}

gint64
mer_record_table_get_cycle_id (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), 0);
  mer_record_table_ensure_fresh (self);
  return self->cycle_id;
}

void
mer_record_table_set_owner (MerRecordTable *self,
                            const char     *key,
                            gint64          value)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  g_return_if_fail (key == NULL || mer_record_kind_field (self->kind, key) != NULL);
  if (g_strcmp0 (self->owner_key, key) == 0 && self->owner == value)
    return;
  g_free (self->owner_key);
  self->owner_key = g_strdup (key);
  self->owner = value;
  mer_record_table_changed (self);
}

void
mer_record_table_set_filter (MerRecordTable *self,
                             gboolean (*shows) (MerRecordTable *table,
                                                gconstpointer   record))
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  self->shows = shows;
  if (!self->stale)
    mer_record_table_refilter (self);
}

void
mer_record_table_choose_filter (MerRecordTable *self,
                                const char     *id)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  for (guint i = 0; i < self->info->n_filters; i++)
    if (g_strcmp0 (self->info->filters[i].id, id) == 0)
      {
        gtk_drop_down_set_selected (self->filters, i + 1);
        return;
      }
  gtk_drop_down_set_selected (self->filters, 0);
}

void
mer_record_table_search (MerRecordTable *self,
                         const char     *words)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  gtk_editable_set_text (GTK_EDITABLE (self->search), words != NULL ? words : "");
  mer_record_table_take_search (self);
}

const GPtrArray *
mer_record_table_get_records (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  mer_record_table_ensure_fresh (self);
  return mer_record_list_get_records (self->list);
}

guint
mer_record_table_get_n_shown (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), 0);
  mer_record_table_ensure_fresh (self);
  return g_list_model_get_n_items (G_LIST_MODEL (self->list));
}

char *
mer_record_table_get_text (MerRecordTable *self,
                           gconstpointer   record,
                           const char     *column)
{
  guint number = 0;

  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  number = mer_record_table_column_of (self, column);
  return number != G_MAXUINT ? mer_record_table_cell (self, record, number) : g_strdup ("");
}

char *
mer_record_table_get_summary (MerRecordTable *self)
{
  guint n = 0, n_shown = 0;

  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  n = mer_record_list_get_records (self->list)->len;
  n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  if (n == 0)
    return g_strdup ("");
  if (mer_record_table_is_filtered (self))
    return g_strdup_printf (ngettext ("Shown %u of %u", "Shown %u of %u", n_shown), n_shown, n);
  return g_strdup_printf (ngettext ("%u record", "%u records", n), n);
}

gboolean
mer_record_table_select (MerRecordTable *self,
                         gint64          id)
{
  guint position = 0;

  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), FALSE);
  mer_record_table_ensure_fresh (self);
  position = mer_record_list_find (self->list, id);
  if (position == G_MAXUINT && mer_record_table_is_filtered (self))
    {
      mer_record_table_reset_filters (self);
      position = mer_record_list_find (self->list, id);
    }
  if (position == G_MAXUINT)
    return FALSE;
  mer_list_view_select (self->view, position);
  return TRUE;
}

GMenu *
mer_record_table_get_row_menu (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->row_menu;
}

GMenu *
mer_record_table_get_menu (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->menu;
}

GtkBox *
mer_record_table_get_tools (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->tools;
}

GtkBox *
mer_record_table_get_empty_tools (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->empty_tools;
}

GtkColumnView *
mer_record_table_get_view (MerRecordTable *self)
{
  g_return_val_if_fail (MER_IS_RECORD_TABLE (self), NULL);
  return self->view;
}

void
mer_record_table_show_bar (MerRecordTable *self,
                           gboolean        shown)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  gtk_widget_set_visible (self->bar, shown);
}

void
mer_record_table_show_add (MerRecordTable *self,
                           gboolean        shown)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  gtk_widget_set_visible (GTK_WIDGET (self->add), shown);
}

void
mer_record_table_set_narrow (MerRecordTable *self,
                             gboolean        narrow)
{
  g_return_if_fail (MER_IS_RECORD_TABLE (self));
  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerRecordColumn *column = &g_array_index (self->columns, MerRecordColumn, i);

      if (column->wide)
        mer_list_view_show_column (self->view, column->id, !narrow);
    }
}
