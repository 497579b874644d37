/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tab of other evidence: three tables, one shown at a time. What enters the scores is the
 * batch's, so that the switches stand above the table of counts and not in its rows. */

#include "config.h"

#include <glib/gi18n.h>

#include "methodology/mer-measure.h"
#include "store/mer-evidence-store.h"
#include "ui/dialogs/mer-fact-dialog.h"
#include "ui/pages/mer-comparison-export.h"
#include "ui/pages/mer-data-evidence-private.h"
#include "ui/pages/mer-evidence-paste.h"
#include "ui/pages/mer-evidence-typing.h"
#include "ui/pages/mer-remove-once.h"
#include "ui/widgets/mer-list-view.h"

G_DEFINE_FINAL_TYPE (MerDataEvidence, mer_data_evidence, MER_TYPE_DATA_VIEW)

static MerSession *
session_of (MerDataEvidence *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

static MerEvidenceTable
shown_section (MerDataEvidence *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->sections);

  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    {
      if (g_strcmp0 (name, mer_data_evidence_section_id ((MerEvidenceTable) i)) == 0)
        return (MerEvidenceTable) i;
    }
  return MER_EVIDENCE_TABLE_COUNTS;
}

static guint
n_rows (MerDataEvidence *self,
        MerEvidenceTable table)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->stores[table]));
}

/* The id of the selected row; −1 none. */
static gint64
selected_row (MerDataEvidence *self,
              MerEvidenceTable table)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->views[table]);
  MerTextItem       *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  return item != NULL ? mer_text_item_get_id (item) : -1;
}

/* What the selected row is of; NULL none. */
static const char *
selected_key (MerDataEvidence *self,
              MerEvidenceTable table)
{
  GtkSelectionModel *model = gtk_column_view_get_model (self->views[table]);
  MerTextItem       *item = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));

  return item != NULL ? mer_text_item_get_key (item) : NULL;
}

/* The fact that is selected; 0 none. */
static gint64
selected_fact (MerDataEvidence *self)
{
  return MAX (selected_row (self, MER_EVIDENCE_TABLE_FACTS), 0);
}

static void
update_actions (MerDataEvidence *self)
{
  MerDataView     *view = MER_DATA_VIEW (self);
  MerEvidenceTable shown = shown_section (self);
  gboolean         any = selected_row (self, shown) >= 0;
  gboolean         writable = mer_session_get_results (session_of (self)) != NULL &&
                      mer_session_may_write (session_of (self));

  mer_data_view_set_action_enabled (view, "add", writable);
  mer_data_view_set_action_enabled (view, "edit", any && writable);
  mer_data_view_set_action_enabled (view, "delete", any && writable);
  mer_data_view_set_action_enabled (view, "paste",
                                    (shown == MER_EVIDENCE_TABLE_COUNTS ||
                                     shown == MER_EVIDENCE_TABLE_POINTS) &&
                                      writable);
  mer_data_view_set_action_enabled (view, "copy", n_rows (self, shown) > 0);
  mer_data_view_set_action_enabled (view, "show-rating",
                                    any && shown == MER_EVIDENCE_TABLE_DIFFERENCES);
  mer_data_view_set_action_enabled (view, "export",
                                    shown == MER_EVIDENCE_TABLE_DIFFERENCES &&
                                      self->comparison != NULL && self->comparison->n_values > 0);
}

/* --- filling ------------------------------------------------------------------------------- */

static void
update_states (MerDataEvidence *self)
{
  g_autofree char *equal = NULL;

  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    gtk_stack_set_visible_child_name (self->states[i],
                                      n_rows (self, (MerEvidenceTable) i) > 0 ? "table" : "empty");
  if (self->comparison == NULL || self->comparison->n_values == 0 ||
      n_rows (self, MER_EVIDENCE_TABLE_DIFFERENCES) > 0)
    return;
  equal = g_strdup_printf (ngettext ("%u value of the operator's was compared with ours.",
                                     "%u values of the operator's were compared with ours.",
                                     self->comparison->n_cells),
                           self->comparison->n_cells);
  adw_status_page_set_description (self->equal, equal);
  gtk_stack_set_visible_child_name (self->states[MER_EVIDENCE_TABLE_DIFFERENCES], "equal");
}

static void
clear (MerDataEvidence *self)
{
  g_clear_pointer (&self->comparison, mer_comparison_free);
  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    g_list_store_remove_all (self->stores[i]);
}

static void
fill (MerDataEvidence *self,
      MerResults      *results)
{
  MerDocument    *document = mer_session_get_document (session_of (self));
  GtkColumnView **views = self->views;
  GListStore    **stores = self->stores;
  gboolean        all = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->all));
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->comparison, mer_comparison_free);
  if (mer_evidence_fill_counts (views[MER_EVIDENCE_TABLE_COUNTS],
                                stores[MER_EVIDENCE_TABLE_COUNTS], results, document, &error) &&
      mer_evidence_fill_facts (views[MER_EVIDENCE_TABLE_FACTS], stores[MER_EVIDENCE_TABLE_FACTS],
                               results, document, &error) &&
      mer_evidence_fill_points (views[MER_EVIDENCE_TABLE_POINTS],
                                stores[MER_EVIDENCE_TABLE_POINTS], results, document, &error))
    self->comparison = mer_comparison_new (results, document, &error);
  if (self->comparison == NULL)
    {
      g_warning ("other evidence: %s", error->message);
      clear (self);
      return;
    }
  mer_evidence_fill_differences (views[MER_EVIDENCE_TABLE_DIFFERENCES],
                                 stores[MER_EVIDENCE_TABLE_DIFFERENCES], results,
                                 self->comparison, all);
}

static char *
differences_summary (MerDataEvidence *self)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *n = NULL;
  g_autofree char *of = NULL;
  guint            count = 0;

  if (self->comparison == NULL || self->comparison->n_values == 0)
    return NULL;
  count = self->comparison->differences->len;
  n = mer_format_count (language, count);
  of = mer_format_count (language, self->comparison->n_cells);
  if (self->narrow)
    return g_strdup_printf (_("%s of %s"), n, of);
  /* Translators: differences between the operator's values and ours, and cells compared. */
  return g_strdup_printf (ngettext ("%s difference in %s values",
                                    "%s differences in %s values", count),
                          n, of);
}

static char *
summary_of (MerDataEvidence *self)
{
  MerEvidenceTable shown = shown_section (self);
  guint            n = n_rows (self, shown);
  g_autofree char *count = mer_format_count (mer_language_of_locale (), n);

  if (shown == MER_EVIDENCE_TABLE_DIFFERENCES)
    return differences_summary (self);
  /* where the buttons leave no room, nothing is better than three letters */
  if (n == 0 || (self->narrow && shown == MER_EVIDENCE_TABLE_FACTS))
    return NULL;
  if (shown == MER_EVIDENCE_TABLE_FACTS)
    return g_strdup_printf (ngettext ("%s fact", "%s facts", n), count);
  if (shown == MER_EVIDENCE_TABLE_POINTS)
    return g_strdup_printf (ngettext ("%s value of an expert", "%s values of experts", n), count);
  return g_strdup_printf (ngettext ("%s ready count", "%s ready counts", n), count);
}

static void
show_summary (MerDataEvidence *self)
{
  g_autofree char *summary = summary_of (self);

  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
}

/* Rules whose indicators take no points of experts need no section for them. */
static void
show_points (MerDataEvidence  *self,
             const MerResults *results)
{
  GtkWidget *page = gtk_stack_get_child_by_name (
    self->sections, mer_data_evidence_section_id (MER_EVIDENCE_TABLE_POINTS));
  gboolean needed = n_rows (self, MER_EVIDENCE_TABLE_POINTS) > 0;
  g_autoptr (GPtrArray) indicators =
    results != NULL ? mer_methodology_indicators (results->methodology) : g_ptr_array_new ();

  for (guint i = 0; !needed && i < indicators->len; i++)
    needed = mer_indicator_is_typed (indicators->pdata[i]);
  gtk_stack_page_set_visible (gtk_stack_get_page (self->sections, page), needed);
}

static void
mer_data_evidence_update (MerDataView *view)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (view);
  MerResults      *results = mer_session_get_results (session_of (self));

  if (results != NULL)
    fill (self, results);
  else
    clear (self);
  show_points (self, results);
  mer_poll_list_fill (self->polls, results, !mer_session_may_write (session_of (self)));
  update_states (self);
  update_actions (self);
  show_summary (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (user_data);

  mer_list_view_copy (self->views[shown_section (self)]);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (user_data);

  mer_comparison_export (GTK_WIDGET (self), session_of (self), self->comparison);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (user_data);
  MerResults      *results = mer_session_get_results (session_of (self));
  MerEvidenceTable shown = shown_section (self);

  if (shown != MER_EVIDENCE_TABLE_FACTS)
    mer_evidence_typing_add (GTK_WIDGET (self), session_of (self), shown);
  else
    mer_fact_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             session_of (self), results->cycle->id, NULL);
}

static void
edit_fact (MerDataEvidence *self)
{
  MerResults *results = mer_session_get_results (session_of (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) facts = mer_store_facts (mer_session_get_document (session_of (self)),
                                                 results->cycle->id, &error);

  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const MerFact *fact = facts->pdata[i];

      if (fact->id == selected_fact (self))
        mer_fact_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                 session_of (self), results->cycle->id, fact);
    }
  if (facts == NULL)
    mer_session_fail (session_of (self), _("The facts cannot be read"), error);
}

static void
edit (MerDataEvidence *self)
{
  MerEvidenceTable shown = shown_section (self);

  if (shown == MER_EVIDENCE_TABLE_FACTS)
    edit_fact (self);
  else
    mer_evidence_typing_edit (GTK_WIDGET (self), session_of (self), shown, self->comparison,
                              selected_key (self, shown));
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  edit (MER_DATA_EVIDENCE (user_data));
}

static void
activate_cb (MerDataEvidence *self)
{
  if (g_action_group_get_action_enabled (mer_data_view_get_actions (MER_DATA_VIEW (self)), "edit"))
    edit (self);
}

static gboolean
delete_fact (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  return mer_store_delete_fact (document, *(const gint64 *) user_data, error);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (user_data);
  MerEvidenceTable shown = shown_section (self);
  gint64           id = selected_fact (self);

  if (shown != MER_EVIDENCE_TABLE_FACTS)
    mer_evidence_typing_delete (session_of (self), shown, self->comparison,
                                selected_key (self, shown));
  else if (id != 0)
    mer_remove_once (session_of (self), _("Removal of a fact"), _("The fact was removed"),
                                                                    delete_fact, &id);
}

static void
paste_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (user_data);

  mer_evidence_paste (GTK_WIDGET (self), session_of (self), shown_section (self));
}

/* How our value came about, which differs from the operator's. */
static void
show_rating_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (user_data);
  gint64           row = selected_row (self, MER_EVIDENCE_TABLE_DIFFERENCES);

  if (shown_section (self) != MER_EVIDENCE_TABLE_DIFFERENCES || self->comparison == NULL ||
      row < 0 || row >= (gint64) self->comparison->differences->len)
    return;
  gtk_widget_activate_action (
    GTK_WIDGET (self), "win.show-rating", "x",
    ((MerDifference *) g_ptr_array_index (self->comparison->differences, (guint) row))
      ->organization->id);
}

static const GActionEntry actions[] = {
  { "paste", paste_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "show-rating", show_rating_cb, NULL, NULL, NULL, { 0 } },
};

typedef struct
{
  gint64   batch_id;
  gboolean counted;
} Counting;

static gboolean
set_counted (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  const Counting *change = user_data;

  return mer_store_set_batch_counted (document, change->batch_id, change->counted, error);
}

static gboolean
toggled_cb (MerDataEvidence *self,
            gint64           batch_id,
            gboolean         counted)
{
  Counting    change = { batch_id, counted };
  const char *label = _("Keeping ready counts out of the scores");
  const char *done = _("The ready counts are out of the scores now");

  if (counted)
    {
      label = _("Counting of ready counts");
      done = _("The ready counts are in the scores now");
    }
  return mer_session_perform (session_of (self), label, done, set_counted, &change);
}

/* --- the object ------------------------------------------------------------------------------ */

void
mer_data_evidence_show_section (MerDataEvidence *self,
                                const char      *section)
{
  g_return_if_fail (MER_IS_DATA_EVIDENCE (self));
  gtk_stack_set_visible_child_name (self->sections, section);
}

guint
mer_data_evidence_get_n (MerDataEvidence *self)
{
  g_return_val_if_fail (MER_IS_DATA_EVIDENCE (self), 0);
  return n_rows (self, shown_section (self));
}

void
mer_data_evidence_show_all (MerDataEvidence *self,
                            gboolean         all)
{
  g_return_if_fail (MER_IS_DATA_EVIDENCE (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->all), all);
}

static void
mer_data_evidence_set_narrow (MerDataView *view,
                              gboolean     narrow)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (view);

  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    mer_evidence_table_set_narrow (self->views[i], (MerEvidenceTable) i, narrow);
  self->narrow = narrow;
  show_summary (self);
}

static void
section_changed_cb (MerDataEvidence *self)
{
  gtk_stack_set_visible_child_name (self->tools, gtk_stack_get_visible_child_name (self->sections));
  update_actions (self);
  show_summary (self);
}

static gboolean
mer_data_evidence_grab_focus (GtkWidget *widget)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->views[shown_section (self)]));
}

static void
mer_data_evidence_dispose (GObject *object)
{
  MerDataEvidence *self = MER_DATA_EVIDENCE (object);

  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    g_clear_object (&self->stores[i]);
  g_clear_pointer (&self->comparison, mer_comparison_free);
  G_OBJECT_CLASS (mer_data_evidence_parent_class)->dispose (object);
}

static void
mer_data_evidence_class_init (MerDataEvidenceClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_evidence_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_data_evidence_grab_focus;
  view_class->update = mer_data_evidence_update;
  view_class->set_narrow = mer_data_evidence_set_narrow;
}

static void
mer_data_evidence_init (MerDataEvidence *self)
{
  mer_data_view_add_actions (MER_DATA_VIEW (self), actions, G_N_ELEMENTS (actions));
  mer_data_evidence_build (self);
  g_signal_connect_object (self->all, "toggled", G_CALLBACK (mer_data_evidence_update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->polls, "toggled", G_CALLBACK (toggled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sections, "notify::visible-child",
                           G_CALLBACK (section_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < MER_EVIDENCE_N_TABLES; i++)
    {
      g_signal_connect_object (gtk_column_view_get_model (self->views[i]),
                               "notify::selected-item", G_CALLBACK (update_actions), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->views[i], "activate", G_CALLBACK (activate_cb), self,
                               G_CONNECT_SWAPPED);
    }
}
