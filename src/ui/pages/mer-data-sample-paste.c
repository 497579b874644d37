/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pasting numbers of recipients into the sample table: one action for all of them. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-name.h"
#include "ui/pages/mer-data-sample-private.h"
#include "ui/pages/mer-recipients-paste.h"
#include "ui/widgets/mer-table-paste.h"

/* --- who is called how ------------------------------------------------------------------- */

/* The first who is called so, or nobody where another is too. */
static void
add_name (GHashTable *by_name,
          const char *name,
          gint64      id)
{
  g_autofree char *key = name != NULL ? mer_name_fold (name, -1) : NULL;
  gint64          *there = key != NULL ? g_hash_table_lookup (by_name, key) : NULL;

  if (key == NULL || *key == '\0')
    return;
  if (there == NULL)
    g_hash_table_insert (by_name, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
  else if (*there != id)
    *there = 0;
}

static gboolean
is_shown (const GArray *ids,
          gint64        id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (g_array_index (ids, gint64, i) == id)
        return TRUE;
    }
  return FALSE;
}

/* By name, full name and every spelling of files; only those whose rows are there. */
static GHashTable *
names_of (MerDocument  *document,
          const GArray *ids,
          GError      **error)
{
  g_autoptr (GHashTable) by_name =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document, error);
  g_autoptr (GPtrArray) sources =
    organizations != NULL ? mer_store_source_names (document, error) : NULL;

  if (sources == NULL)
    return NULL;
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];

      if (!is_shown (ids, organization->id))
        continue;
      add_name (by_name, organization->name, organization->id);
      add_name (by_name, organization->full_name, organization->id);
    }
  for (guint i = 0; i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];

      if (is_shown (ids, source->organization_id))
        add_name (by_name, source->name, source->organization_id);
    }
  return g_steal_pointer (&by_name);
}

/* --- the change -------------------------------------------------------------------------- */

typedef struct
{
  gint64        cycle_id;
  const GArray *values; /* of MerRecipientsValue */
} Change;

static gboolean
change_recipients (MerDocument *document,
                   gpointer     user_data,
                   GError     **error)
{
  const Change *change = user_data;
  g_autoptr (GPtrArray) members = mer_store_members (document, change->cycle_id, error);

  for (guint i = 0; members != NULL && i < change->values->len; i++)
    {
      const MerRecipientsValue *value = &g_array_index (change->values, MerRecipientsValue, i);
      MerCycleMember            member = { 0 };

      member.selected = TRUE;
      for (guint k = 0; k < members->len; k++)
        {
          const MerCycleMember *there = members->pdata[k];

          if (there->organization_id == value->organization_id)
            member = *there;
        }
      member.organization_id = value->organization_id;
      member.recipients = value->recipients;
      if (!mer_store_save_member (document, change->cycle_id, &member, error))
        return FALSE;
    }
  return members != NULL;
}

static void
refuse (MerDataSample            *self,
        const MerRecipientsPaste *paste)
{
  g_autofree char *complaint = mer_recipients_paste_complaint (paste);
  g_autoptr (GError) error = NULL;

  g_set_error (&error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("Copy a column of numbers, or names of organizations and numbers (%s)."),
                  complaint != NULL ? complaint : _("there is no number"));
  mer_session_fail (mer_data_view_get_session (MER_DATA_VIEW (self)), _("Nothing was pasted"),
                                                                         error);
}

static char *
done_text (const MerRecipientsPaste *paste)
{
  g_autofree char *complaint = mer_recipients_paste_complaint (paste);
  g_autofree char *done =
    g_strdup_printf (ngettext ("Recipients of %u organization were pasted",
                               "Recipients of %u organizations were pasted", paste->values->len),
                     paste->values->len);

  /* Translators: what was done; what was not understood. */
  return complaint != NULL ? g_strdup_printf (_("%s; %s"), done, complaint)
                           : g_steal_pointer (&done);
}

/**
 * mer_data_sample_paste_text:
 * @self: a table
 * @text: rows of a spreadsheet
 * @start: the row from which a column of numbers is filled in
 *
 * Writes the numbers as one action, and says what was not understood.
 */
void
mer_data_sample_paste_text (MerDataSample *self,
                            const char    *text,
                            guint          start)
{
  MerSession *session = mer_data_view_get_session (MER_DATA_VIEW (self));
  g_autoptr (GArray) ids = mer_data_sample_get_ids (self);
  g_autoptr (GPtrArray) rows = mer_table_parse (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) by_name = names_of (mer_session_get_document (session), ids, &error);
  g_autoptr (MerRecipientsPaste) paste = NULL;
  g_autofree char *done = NULL;
  Change           change = { 0 };

  if (by_name == NULL)
    {
      mer_session_fail (session, _("Nothing was pasted"), error);
      return;
    }
  paste = mer_recipients_paste (rows, ids, start, by_name);
  if (paste->values->len == 0)
    {
      refuse (self, paste);
      return;
    }
  change.cycle_id = mer_data_sample_get_cycle_id (self);
  change.values = paste->values;
  done = done_text (paste);
  mer_session_perform (session, _("Pasting recipients"), done, change_recipients, &change);
}

/* --- the clipboard ----------------------------------------------------------------------- */

/* The clipboard was read for the table, or for a cell of it. */
typedef struct
{
  MerDataSample *self; /* owned */
  GtkWidget     *cell; /* owned; nullable */
} Pasting;

/* One value goes where the cursor is; rows go to the table. */
static void
paste (Pasting    *pasting,
       const char *text)
{
  gboolean rows = strchr (text, '\t') != NULL || strchr (text, '\n') != NULL;
  int      position = 0;

  if (pasting->cell == NULL || rows)
    {
      mer_data_sample_paste_text (
        pasting->self, text,
        mer_data_sample_get_start (pasting->self, pasting->cell));
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (pasting->cell));
  position = gtk_editable_get_position (GTK_EDITABLE (pasting->cell));
  gtk_editable_insert_text (GTK_EDITABLE (pasting->cell), text, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (pasting->cell), position);
}

static void
text_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Pasting         *pasting = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  /* A clipboard without text is no failure worth a word; a table that is gone takes none. */
  if (text != NULL && gtk_widget_get_root (GTK_WIDGET (pasting->self)) != NULL)
    paste (pasting, text);
  g_clear_object (&pasting->cell);
  g_object_unref (pasting->self);
  g_free (pasting);
}

/**
 * mer_data_sample_start_pasting:
 * @self: a table
 * @cell: (nullable): the cell that was pasted into
 *
 * Reads the clipboard; what comes is written when it is there.
 */
void
mer_data_sample_start_pasting (MerDataSample *self,
                               GtkWidget     *cell)
{
  Pasting *pasting = g_new0 (Pasting, 1);

  pasting->self = g_object_ref (self);
  pasting->cell = cell != NULL ? g_object_ref (cell) : NULL;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, text_read_cb,
                                 pasting);
}
