/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of objections. A row is opened to be decided; what was approved is only read. */

#include "config.h"

#include <glib/gi18n.h>

#include "report/mer-objection-words.h"
#include "store/mer-objection-store.h"
#include "ui/dialogs/mer-objection-dialog.h"
#include "ui/pages/mer-data-objections.h"
#include "ui/pages/mer-remove-once.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-text-rows.h"
#include "ui/widgets/mer-wrap-bar.h"

enum
{
  CELL_ORGANIZATION,
  CELL_SUBJECT,
  CELL_RECEIVED,
  CELL_STATE,
  CELL_BEFORE,
  CELL_AFTER,
  N_CELLS,
};

struct _MerDataObjections
{
  MerDataView parent_instance;

  /* owned */
  GListStore *store;
  GPtrArray  *objections; /* of MerObjection; nullable */
  GMenu      *menu;

  /* children */
  GtkStack      *stack;
  GtkWidget     *bar;
  GtkLabel      *summary;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (MerDataObjections, mer_data_objections, MER_TYPE_DATA_VIEW)

/* --- columns ------------------------------------------------------------------------------- */

#define CELL(name, n)                              \
  static char *text_##name (gpointer item)         \
  {                                                \
    return g_strdup (mer_text_item_get (item, n)); \
  }                                                \
  static guint rank_##name (gpointer item)         \
  {                                                \
    return mer_text_item_get_rank (item, n);       \
  }

CELL (organization, CELL_ORGANIZATION)
CELL (subject, CELL_SUBJECT)
CELL (received, CELL_RECEIVED)
CELL (state, CELL_STATE)
CELL (before, CELL_BEFORE)
CELL (after, CELL_AFTER)

static char *
row_tooltip (gpointer item)
{
  return g_strdup (mer_text_item_get_tooltip (item));
}

static GtkWidget *
make_subject (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
show_subject (GtkWidget *cell,
              gpointer   item)
{
  gtk_label_set_text (GTK_LABEL (cell), mer_text_item_get (item, CELL_SUBJECT));
}

/* clang-format off */
static const MerListColumn columns[] = {
  { .id = "organization", .title = N_("Organization"), .width = 196, .css_class = "mer-name",
    .text = text_organization, .rank = rank_organization, .tooltip = row_tooltip },
  { .id = "subject", .title = N_("Objection to"), .expand = TRUE, .text = text_subject,
    .rank = rank_subject, .tooltip = row_tooltip, .make = make_subject, .show = show_subject },
  { .id = "received", .title = N_("Received"), .width = 96, .text = text_received,
    .rank = rank_received },
  { .id = "state", .title = N_("State"), .width = 132, .text = text_state, .rank = rank_state },
  { .id = "before", .title = N_("Score before"), .width = 92, .end = TRUE, .text = text_before,
    .rank = rank_before },
  { .id = "after", .title = N_("Score after"), .width = 92, .end = TRUE, .text = text_after,
    .rank = rank_after },
};
/* clang-format on */

/* --- filling ------------------------------------------------------------------------------- */

static MerSession *
session_of (MerDataObjections *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

static MerResults *
results_of (MerDataObjections *self)
{
  return mer_session_get_results (session_of (self));
}

static guint
day_rank (const char *day)
{
  guint year = 0, month = 0, date = 0;

  if (day == NULL || sscanf (day, "%4u-%2u-%2u", &year, &month, &date) != 3)
    return 0;
  return year * 10000 + month * 100 + date;
}

static guint
score_rank (const char *stored)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  if (stored == NULL || !mer_rational_parse (stored, &value))
    return 0;
  return 1 + (guint) (mer_rational_to_double (&value) * 10000);
}

static char *
tooltip_of (const MerObjection *objection)
{
  if (objection->decision == NULL)
    return g_strdup (objection->ground);
  /* Translators: what the organization says; what was decided. */
  return g_strdup_printf (_("%s\nDecision: %s"), objection->ground, objection->decision);
}

static MerTextItem *
make_row (MerResults         *results,
          const MerObjection *objection)
{
  MerLanguage        language = mer_language_of_locale ();
  const MerScoreRow *row = mer_score_table_find (results->scores, objection->organization_id);
  MerTextItem       *item = mer_text_item_new (objection->id, N_CELLS);

  /* rows of the rating stand in its order, which names do not; ids do for a tie */
  mer_text_item_set (item, CELL_ORGANIZATION,
                     g_strdup (row != NULL ? row->organization->name : "—"),
                     row != NULL ? (guint) (row - results->scores->rows) : G_MAXUINT);
  mer_text_item_set (item, CELL_SUBJECT,
                     mer_objection_subject_text (objection, results->methodology,
                                                 results->scores->items, language),
                     0);
  mer_text_item_set (item, CELL_RECEIVED, mer_objection_day_text (objection->received),
                     day_rank (objection->received));
  mer_text_item_set (item, CELL_STATE,
                     g_strdup (mer_objection_state_words (language, objection->state)),
                     objection->state);
  mer_text_item_set (item, CELL_BEFORE,
                     mer_objection_score_text (objection->before, results->scores, language),
                     score_rank (objection->before));
  mer_text_item_set (item, CELL_AFTER,
                     objection->state == MER_OBJECTION_OPEN
                       ? g_strdup ("")
                       : mer_objection_score_text (objection->after, results->scores, language),
                     score_rank (objection->after));
  mer_text_item_set_tooltip (item, tooltip_of (objection));
  return item;
}

static void
fill (MerDataObjections *self)
{
  MerResults *results = results_of (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->objections, g_ptr_array_unref);
  if (results != NULL)
    self->objections = mer_store_objections (mer_session_get_document (session_of (self)),
                                             results->cycle->id, 0, &error);
  if (error != NULL)
    g_warning ("objections: %s", error->message);
  for (guint i = 0; self->objections != NULL && i < self->objections->len; i++)
    g_ptr_array_add (items, make_row (results, g_ptr_array_index (self->objections, i)));
  mer_text_rows_replace (self->view, self->store, items);
}

static const MerObjection *
selected_objection (MerDataObjections *self)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  guint       position = mer_list_view_get_selected (self->view);
  g_autoptr (MerTextItem) item =
    position != GTK_INVALID_LIST_POSITION ? g_list_model_get_item (model, position) : NULL;

  for (guint i = 0; item != NULL && self->objections != NULL && i < self->objections->len; i++)
    {
      const MerObjection *objection = g_ptr_array_index (self->objections, i);

      if (objection->id == mer_text_item_get_id (item))
        return objection;
    }
  return NULL;
}

static void
update_actions (MerDataObjections *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  MerResults  *results = results_of (self);
  gboolean     any = selected_objection (self) != NULL;
  gboolean     writable = results != NULL && !results->cycle->approved &&
                      mer_session_may_write (session_of (self));

  mer_data_view_set_action_enabled (view, "add", writable);
  mer_data_view_set_action_enabled (view, "edit", any && writable);
  mer_data_view_set_action_enabled (view, "delete", any && writable);
  mer_data_view_set_action_enabled (view, "copy", any);
  mer_data_view_set_action_enabled (view, "show-rating", any);
}

static char *
summary_of (MerDataObjections *self)
{
  guint open = 0;
  guint n = self->objections != NULL ? self->objections->len : 0;

  for (guint i = 0; i < n; i++)
    open += ((MerObjection *) g_ptr_array_index (self->objections, i))->state ==
            MER_OBJECTION_OPEN;
  if (n == 0)
    return NULL;
  if (open == 0)
    return g_strdup_printf (ngettext ("%u objection, decided",
                                      "%u objections, all decided", n),
                            n);
  /* Translators: objections in all; how many of them are not decided yet. */
  return g_strdup_printf (ngettext ("%u objection, open: %u", "%u objections, open: %u", n), n,
                          open);
}

static void
mer_data_objections_update (MerDataView *view)
{
  MerDataObjections *self = MER_DATA_OBJECTIONS (view);
  g_autofree char   *summary = NULL;

  fill (self);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->store)) > 0
                                      ? "table"
                                      : "empty");
  summary = summary_of (self);
  gtk_label_set_text (self->summary, summary != NULL ? summary : "");
  gtk_widget_set_visible (self->bar, summary != NULL);
  update_actions (self);
}

/* --- actions ------------------------------------------------------------------------------- */

static void
present (MerDataObjections *self,
         MerObjection      *objection)
{
  mer_objection_dialog_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                session_of (self), objection);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  MerDataObjections *self = MER_DATA_OBJECTIONS (user_data);
  MerObjection      *objection = mer_objection_new ("S", "");

  objection->cycle_id = results_of (self)->cycle->id;
  present (self, objection);
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerDataObjections  *self = MER_DATA_OBJECTIONS (user_data);
  const MerObjection *objection = selected_objection (self);

  if (objection != NULL)
    present (self, mer_objection_copy (objection));
}

static gboolean
delete_objection (MerDocument *document,
                  gpointer     user_data,
                  GError     **error)
{
  return mer_store_delete_objection (document, *(const gint64 *) user_data, error);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerDataObjections  *self = MER_DATA_OBJECTIONS (user_data);
  const MerObjection *objection = selected_objection (self);
  gint64              id = objection != NULL ? objection->id : 0;
  const char         *label = _("Deleting an objection");
  const char         *done = _("The objection was deleted");

  if (id != 0)
    mer_remove_once (session_of (self), label, done, delete_objection, &id);
}

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (MER_DATA_OBJECTIONS (user_data)->view);
}

static void
show_rating_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  MerDataObjections  *self = MER_DATA_OBJECTIONS (user_data);
  const MerObjection *objection = selected_objection (self);

  if (objection != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-rating", "x",
                                objection->organization_id);
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mer_list_view_popup (MER_DATA_OBJECTIONS (user_data)->view);
}

static const GActionEntry actions[] = {
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "show-rating", show_rating_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", context_menu_cb, NULL, NULL, NULL, { 0 } },
};

/* --- the widget ---------------------------------------------------------------------------- */

static void
add_button (MerDataObjections *self,
            const char        *label,
            const char        *action,
            const char        *tooltip)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (button, self->bar);
}

/* The tab has a bar of its own: the page's is full of tabs. */
static void
make_bar (MerDataObjections *self)
{
  self->bar = g_object_new (MER_TYPE_WRAP_BAR, NULL);
  gtk_widget_add_css_class (self->bar, "mer-bar");
  self->summary = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->summary, 0);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (GTK_WIDGET (self->summary), TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "small");
  gtk_widget_add_css_class (GTK_WIDGET (self->summary), "numeric");
  gtk_widget_set_parent (GTK_WIDGET (self->summary), self->bar);
  add_button (self, _("_Objection…"), "view.add", _("Enter an objection of an organization"));
  add_button (self, _("_Decide…"), "view.edit", _("Open the objection (F2)"));
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Objection…"));

  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("There are no objections yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("What an organization objects to is entered here, with its "
                                     "ground and the decision."));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.add");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), button);
  return page;
}

static void
make_menu (MerDataObjections *self)
{
  self->menu = g_menu_new ();
  g_menu_append (self->menu, _("_Decide…"), "view.edit");
  g_menu_append (self->menu, _("Show the _calculation"), "view.show-rating");
  g_menu_append (self->menu, _("_Copy"), "view.copy");
  g_menu_append (self->menu, _("_Delete"), "view.delete");
  mer_list_view_set_menu (self->view, G_MENU_MODEL (self->menu));
}

static void
make_table (MerDataObjections *self)
{
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkSortListModel   *sorted = NULL;
  GtkSingleSelection *selection = NULL;

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  mer_list_view_setup (self->view, columns, G_N_ELEMENTS (columns));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  g_object_unref (selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Objections"), -1);
  mer_data_view_bind_table_keys (MER_DATA_VIEW (self), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_stack_add_named (self->stack, scrolled, "table");
}

static void
activate_cb (MerDataObjections *self)
{
  g_action_group_activate_action (mer_data_view_get_actions (MER_DATA_VIEW (self)), "edit", NULL);
}

static void
mer_data_objections_dispose (GObject *object)
{
  MerDataObjections *self = MER_DATA_OBJECTIONS (object);

  g_clear_object (&self->menu);
  g_clear_object (&self->store);
  g_clear_pointer (&self->objections, g_ptr_array_unref);
  G_OBJECT_CLASS (mer_data_objections_parent_class)->dispose (object);
}

static void
mer_data_objections_show_record (MerDataView *view,
                                 const char  *kind,
                                 gint64       id)
{
  MerDataObjections *self = MER_DATA_OBJECTIONS (view);
  GListModel        *model = G_LIST_MODEL (gtk_column_view_get_model (self->view));

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (MerTextItem) item = g_list_model_get_item (model, i);

      if (mer_text_item_get_id (item) != id)
        continue;
      mer_list_view_select (self->view, i);
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
      return;
    }
}

static void
mer_data_objections_class_init (MerDataObjectionsClass *klass)
{
  MerDataViewClass *view_class = MER_DATA_VIEW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_data_objections_dispose;
  view_class->update = mer_data_objections_update;
  view_class->show_record = mer_data_objections_show_record;
}

static void
mer_data_objections_init (MerDataObjections *self)
{
  MerDataView *view = MER_DATA_VIEW (self);
  GtkWidget   *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  mer_data_view_add_actions (view, actions, G_N_ELEMENTS (actions));
  self->store = g_list_store_new (MER_TYPE_TEXT_ITEM);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, make_empty (), "empty");
  make_table (self);
  make_menu (self);
  make_bar (self);
  gtk_box_append (GTK_BOX (box), self->bar);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), box);
}
