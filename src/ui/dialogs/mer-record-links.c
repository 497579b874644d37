/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Connections in forms. Of each role one can be made and changed here; further ones, which tables
 * and the tool can make, stay as they are. */

#include "config.h"

#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-links.h"

#include <glib/gi18n.h>

#include "app/mer-deadline-records.h"
#include "app/mer-record-names.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-record-store.h"
#include "ui/widgets/mer-chooser-row.h"

struct _MerRecordLink
{
  MerDocument    *document; /* owned */
  MerRecord      *record;   /* owned: as it was; a new one has id 0 */
  const MerField *field;
  MerLinkRole     role;
  GPtrArray      *kinds; /* of MerRecordKind, borrowed */
  gint64          link;  /* id of the connection that is shown; 0: none yet */

  /* borrowed */
  GtkWidget *kind_row;
  GtkWidget *target_row;
};

/* --- which kinds ----------------------------------------------------------------------------- */

static GPtrArray *
deadline_kinds (void)
{
  const MerRecordKind *const *all = mer_deadline_target_kinds ();
  GPtrArray                  *kinds = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    g_ptr_array_add (kinds, (gpointer) (gsize) all[i]);
  return kinds;
}

static GPtrArray *
evidence_kinds (void)
{
  static const MerRecordKind *const all[] = { &mer_record_paper, &mer_record_agenda_item,
                                              &mer_record_publication, &mer_record_event,
                                              &mer_record_delivery, &mer_record_contract,
                                              &mer_record_management_decision };
  GPtrArray                        *kinds = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_ptr_array_add (kinds, (gpointer) (gsize) all[i]);
  return kinds;
}

/* --- the link that is there ------------------------------------------------------------------ */

static MerLink *
find_link (MerRecordLink *self)
{
  g_autoptr (GPtrArray) links =
    self->record->id != 0
      ? mer_store_records (self->document, &mer_record_link, self->record->cycle_id, NULL)
      : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const MerLink *link = links->pdata[i];

      if (link->role == (int) self->role && link->from_id == self->record->id &&
          g_strcmp0 (link->from_kind, self->record->kind->id) == 0)
        return mer_record_copy (link);
    }
  return NULL;
}

static const MerRecordKind *
chosen_kind (MerRecordLink *self)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->kind_row));

  return chosen > 0 && chosen <= self->kinds->len ? self->kinds->pdata[chosen - 1] : NULL;
}

/* --- rows ------------------------------------------------------------------------------------ */

static void
kind_chosen_cb (MerRecordLink *self)
{
  const MerRecordKind *kind = chosen_kind (self);
  GArray              *choices = NULL;
  g_autoptr (MerRecordNames) names = NULL;

  gtk_widget_set_visible (self->target_row, kind != NULL);
  mer_chooser_row_clear (MER_CHOOSER_ROW (self->target_row), NULL);
  mer_chooser_row_set_selected (MER_CHOOSER_ROW (self->target_row), 0);
  if (kind == NULL)
    return;
  names = mer_record_names_new (self->document, self->record->cycle_id);
  choices = mer_record_names_choices (names, kind, NULL);
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    {
      const MerRecordChoice *choice = &g_array_index (choices, MerRecordChoice, i);

      if (kind != self->record->kind || choice->id != self->record->id)
        mer_chooser_row_append (MER_CHOOSER_ROW (self->target_row), choice->id, choice->name);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->target_row),
                               mer_chooser_row_get_n (MER_CHOOSER_ROW (self->target_row)) == 0
                               ? _("There are none in this cycle yet.")
                               : "");
}

static void
show_link (MerRecordLink *self)
{
  g_autoptr (MerLink) link = find_link (self);

  for (guint i = 0; link != NULL && i < self->kinds->len; i++)
    if (g_strcmp0 (((const MerRecordKind *) self->kinds->pdata[i])->id, link->to_kind) == 0)
      {
        self->link = link->record.id;
        adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row), i + 1);
        mer_chooser_row_set_selected (MER_CHOOSER_ROW (self->target_row), link->to_id);
      }
}

static void
make_rows (MerRecordLink *self)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  const char *title = self->role == MER_LINK_DEADLINE ? _("Counts from, or is taken from")
                                                      : _("Shown by a record");

  gtk_string_list_append (words, C_("choice", "none"));
  for (guint i = 0; i < self->kinds->len; i++)
    gtk_string_list_append (words, _(((const MerRecordKind *) self->kinds->pdata[i])->one));
  self->kind_row = adw_combo_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind_row), title);
  adw_combo_row_set_use_subtitle (ADW_COMBO_ROW (self->kind_row), TRUE);
  mer_form_set_choices (ADW_COMBO_ROW (self->kind_row), G_LIST_MODEL (words));
  self->target_row = mer_chooser_row_new (_("Which one"));
  gtk_widget_set_visible (self->target_row, FALSE);
  g_signal_connect_swapped (self->kind_row, "notify::selected", G_CALLBACK (kind_chosen_cb), self);
}

static void
link_free (gpointer data)
{
  MerRecordLink *self = data;

  g_clear_object (&self->document);
  g_ptr_array_unref (self->kinds);
  mer_record_free (self->record);
  g_free (self);
}

MerRecordLink *
mer_record_link_new_for (MerDocument     *document,
                         const MerRecord *record,
                         const MerField  *field)
{
  gboolean work = record->kind == &mer_record_work_item;
  gboolean deadline = field->type == MER_FIELD_PERIOD &&
                      (work || record->kind == &mer_record_event ||
                       record->kind == &mer_record_publication);
  MerRecordLink *self = NULL;

  if (!deadline && !(work && g_str_equal (field->key, "evidence")))
    return NULL;
  self = g_new0 (MerRecordLink, 1);
  self->document = g_object_ref (document);
  self->record = mer_record_copy (record);
  self->field = field;
  self->role = deadline ? MER_LINK_DEADLINE : MER_LINK_EVIDENCE;
  self->kinds = deadline ? deadline_kinds () : evidence_kinds ();
  make_rows (self);
  show_link (self);
  g_object_set_data_full (G_OBJECT (self->kind_row), "mer-link", self, link_free);
  return self;
}

const MerField *
mer_record_link_get_field (const MerRecordLink *self)
{
  return self->field;
}

GtkWidget *
mer_record_link_get_row (const MerRecordLink *self)
{
  return self->kind_row;
}

void
mer_record_link_add_to (MerRecordLink       *self,
                        AdwPreferencesGroup *group)
{
  adw_preferences_group_add (group, self->kind_row);
  adw_preferences_group_add (group, self->target_row);
}

/* --- saving ---------------------------------------------------------------------------------- */

gboolean
mer_record_link_check (MerRecordLink *self)
{
  if (chosen_kind (self) == NULL ||
      mer_chooser_row_get_selected (MER_CHOOSER_ROW (self->target_row)) != 0)
    return TRUE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->target_row),
                               _("Choose one, or “none” above."));
  gtk_widget_grab_focus (self->target_row);
  return FALSE;
}

static gboolean
is_link (const MerLink *link,
         const char    *kind,
         gint64         id)
{
  return g_strcmp0 (link->to_kind, kind) == 0 && link->to_id == id;
}

/* What stays as it was is not written. */
gboolean
mer_record_link_save (MerRecordLink   *self,
                      MerDocument     *document,
                      const MerRecord *record,
                      GError         **error)
{
  const MerRecordKind *kind = chosen_kind (self);
  gint64               id = mer_chooser_row_get_selected (MER_CHOOSER_ROW (self->target_row));
  g_autoptr (MerLink) link =
    self->link != 0 ? mer_store_record (document, &mer_record_link, self->link, NULL) : NULL;

  if (kind == NULL)
    return link == NULL || mer_store_delete_record (document, &mer_record_link, self->link, error);
  if (link != NULL && is_link (link, kind->id, id))
    return TRUE;
  if (link == NULL)
    link = mer_record_new (&mer_record_link, record->cycle_id);
  link->role = (int) self->role;
  g_free (link->from_kind);
  link->from_kind = g_strdup (record->kind->id);
  link->from_id = record->id;
  g_free (link->to_kind);
  link->to_kind = g_strdup (kind->id);
  link->to_id = id;
  return mer_store_save_record (document, link, error);
}

void
mer_record_link_clear (MerRecordLink *self)
{
  self->link = 0;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->kind_row), 0);
}
