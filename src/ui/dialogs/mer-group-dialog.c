/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A question with one answer, the name of a group, is a message dialog with an entry. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-name.h"
#include "ui/dialogs/mer-group-dialog.h"

typedef struct
{
  MerSession *session;
  MerGroup   *group;  /* what is stored; its name comes from the entry */
  GPtrArray  *others; /* of MerGroup */
  GtkWidget  *entry;  /* borrowed: child of the dialog */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->session);
  mer_group_free (question->group);
  g_ptr_array_unref (question->others);
  g_free (question);
}

static gboolean
is_taken (const Question *question,
          const char     *name)
{
  g_autofree char *key = mer_name_fold (name, -1);

  for (guint i = 0; i < question->others->len; i++)
    {
      const MerGroup  *other = g_ptr_array_index (question->others, i);
      g_autofree char *other_key = mer_name_fold (other->name, -1);

      if (other->id != question->group->id && g_str_equal (key, other_key))
        return TRUE;
    }
  return FALSE;
}

static void
changed_cb (AdwMessageDialog *dialog)
{
  Question        *question = g_object_get_data (G_OBJECT (dialog), "mer-question");
  g_autofree char *name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));
  gboolean taken = is_taken (question, name);

  adw_message_dialog_set_response_enabled (dialog, "save", *name && !taken);
  adw_message_dialog_set_body (dialog, taken ? _("There is a group with this name already.") : "");
}

static gboolean
save_group (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  return mer_store_save_group (document, user_data, error);
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  Question        *question = g_object_get_data (G_OBJECT (dialog), "mer-question");
  gboolean         is_new = question->group->id == 0;
  const char      *label = NULL;
  g_autofree char *done = NULL;

  if (!g_str_equal (response, "save"))
    return;
  g_free (question->group->name);
  question->group->name =
    g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));
  label = is_new ? _("Making a group") : _("Renaming a group");
  if (is_new)
    done = g_strdup_printf (_("Group “%s” was made"), question->group->name);
  else
    done = g_strdup_printf (_("The group is now called “%s”"), question->group->name);
  mer_session_perform (question->session, label, done, save_group, question->group);
}

static MerGroup *
find_group (GPtrArray *groups,
            gint64     group_id)
{
  for (guint i = 0; i < groups->len; i++)
    {
      MerGroup *group = g_ptr_array_index (groups, i);

      if (group->id == group_id)
        return group;
    }
  return NULL;
}

/**
 * mer_group_dialog_present:
 * @parent: the window that asks
 * @session: where the group is stored
 * @group_id: 0 for a new group
 * @members: (nullable) (element-type gint64): of a new group
 */
void
mer_group_dialog_present (GtkWindow  *parent,
                          MerSession *session,
                          gint64      group_id,
                          GArray     *members)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GError) error = NULL;
  const MerGroup *old = NULL;
  Question       *question = NULL;
  GtkWidget      *dialog = NULL;

  groups = mer_store_groups (mer_session_get_document (session), &error);
  if (groups == NULL)
    {
      mer_session_fail (session, _("The groups were not read"), error);
      return;
    }
  old = find_group (groups, group_id);
  question = g_new0 (Question, 1);
  question->session = g_object_ref (session);
  question->group = g_new0 (MerGroup, 1);
  question->group->id = old ? old->id : 0;
  question->group->members = g_array_ref (old ? old->members : members);
  question->others = g_ptr_array_ref (groups);
  question->entry = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name of the group"), -1);

  dialog = adw_message_dialog_new (parent, old ? _("Rename the group") : _("New group"), NULL);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), question->entry);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "save",
                                   old ? _("_Rename") : _("C_reate"));
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "save");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "mer-question", question, question_free);
  g_signal_connect_swapped (question->entry, "changed", G_CALLBACK (changed_cb), dialog);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), NULL);
  gtk_editable_set_text (GTK_EDITABLE (question->entry), old ? old->name : "");
  changed_cb (ADW_MESSAGE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}
