/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar of a document. Rows follow the table of pages; whatever it shows is read
 * again when the document or the results change. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/mer-page-table.h"
#include "ui/mer-plan-keeper.h"
#include "ui/mer-sidebar.h"
#include "ui/mer-text-scale.h"

#define WIDTH 216
#define WIDTH_NARROW 196
#define BUSY_DELAY 300 /* ms: what takes less shows nothing */

struct _MerSidebar
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget     *box;
  GtkLabel      *title;
  GtkMenuButton *cycle_button;
  GtkLabel      *cycle_title;
  GtkLabel      *cycle_state;
  GtkListBox    *list;
  GtkImage      *saved_icon;
  GtkLabel      *saved;
  GtkSpinner    *spinner;

  /* owned */
  MerSession   *session;
  GSignalGroup *session_signals;
  GSignalGroup *document_signals;
  GPtrArray    *counters; /* of GtkLabel, borrowed, one a page */
  guint         busy_timeout;

  gboolean narrow;
  gboolean selecting; /* the selection is being set, not chosen */
  int      shown;     /* the page, −1: none */
};

G_DEFINE_FINAL_TYPE (MerSidebar, mer_sidebar, GTK_TYPE_WIDGET)

static GtkWidget *
row_new (const MerPageInfo *info,
         guint              position,
         GtkLabel         **counter)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *icon = gtk_image_new_from_icon_name (info->icon_name);
  GtkWidget       *title = gtk_label_new (_(info->title));
  g_autofree char *tooltip = g_strdup_printf ("%s (Alt+%u)", _(info->title), position + 1);

  *counter = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (*counter), "mer-counter");
  gtk_widget_add_css_class (GTK_WIDGET (*counter), "numeric");
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (*counter));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(info->title), -1);
  return row;
}

static void
add_rows (MerSidebar *self)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  for (guint i = 0; i < n_pages; i++)
    {
      GtkLabel *counter = NULL;

      gtk_list_box_append (self->list, row_new (&pages[i], i, &counter));
      g_ptr_array_add (self->counters, counter);
    }
}

/* A menu button centres its child; here the title stands at the start, the arrow at the end. */
static void
fill_cycle_button (MerSidebar *self)
{
  GtkWidget *content = gtk_widget_get_parent (GTK_WIDGET (self->cycle_title));

  for (GtkWidget *w = content; w != GTK_WIDGET (self->cycle_button); w = gtk_widget_get_parent (w))
    gtk_widget_set_halign (w, GTK_ALIGN_FILL);
}

static void
update_counters (MerSidebar *self)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  for (guint i = 0; self->session != NULL && i < n_pages; i++)
    {
      g_autofree char *text = pages[i].counter ? pages[i].counter (self->session) : NULL;

      gtk_label_set_label (g_ptr_array_index (self->counters, i), text ? text : "");
    }
}

static void
update_title (MerSidebar *self)
{
  MerDocument     *document = mer_session_get_document (self->session);
  g_autofree char *title = NULL;

  g_object_get (document, "title", &title, NULL);
  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

static void
update_saved (MerSidebar *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (mer_document_get_saved_at (document));
  g_autofree char *time = at ? g_date_time_format (at, "%-H:%M") : g_strdup ("");
  g_autofree char *text = NULL;
  gboolean         read_only = mer_document_is_read_only (document);

  /* Translators: %s is a time of day, as 14:32 */
  text = read_only ? g_strdup (_("Read-only")) : g_strdup_printf (_("Saved at %s"), time);
  gtk_label_set_label (self->saved, text);
  gtk_image_set_from_icon_name (self->saved_icon,
                                read_only ? "merilo-lock-symbolic" : "merilo-check-symbolic");
}

/* The menu of cycles, newest first, and what is being looked at. */
static void
update_cycles (MerSidebar *self)
{
  MerDocument *document = mer_session_get_document (self->session);
  MerResults  *results = mer_session_get_results (self->session);
  g_autoptr (GPtrArray) cycles = mer_store_cycles (document, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) list = g_menu_new ();
  g_autoptr (GMenu) more = g_menu_new ();
  const MerCycle  *current = results ? results->cycle : NULL;
  const char      *approve = NULL;
  g_autofree char *name = NULL;
  const char      *title = NULL;

  for (guint i = cycles ? cycles->len : 0; i > 0; i--)
    {
      const MerCycle *cycle = g_ptr_array_index (cycles, i - 1);
      g_autoptr (GMenuItem) item = g_menu_item_new (cycle->title, NULL);

      if (current == NULL && mer_session_get_cycle_id (self->session) == cycle->id)
        current = cycle;
      g_menu_item_set_action_and_target (item, "win.cycle", "x", cycle->id);
      g_menu_append_item (list, item);
    }
  if (current == NULL && cycles && cycles->len > 0)
    current = g_ptr_array_index (cycles, cycles->len - 1);
  g_menu_append (more, _("New Cycle…"), "win.new-cycle");
  approve = current && current->approved ? _("Reopen Results…") : _("Approve Results…");
  g_menu_append (more, _("Preliminary Results…"), "win.preliminary");
  g_menu_append (more, approve, "win.approve");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (list));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  gtk_menu_button_set_menu_model (self->cycle_button, G_MENU_MODEL (menu));
  title = current ? current->title : _("No cycle yet");
  name = g_strdup_printf ("%s: %s", _("Assessment cycle"), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cycle_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_label_set_label (self->cycle_title, title);
  gtk_label_set_label (self->cycle_state, current && current->approved ? _("approved") : "");
}

static void
update_width (MerSidebar *self)
{
  gtk_widget_set_size_request (self->box,
                               mer_text_scale_px (GTK_WIDGET (self),
                                                  self->narrow ? WIDTH_NARROW : WIDTH),
                               -1);
}

static gboolean
still_busy_cb (gpointer user_data)
{
  MerSidebar *self = user_data;

  self->busy_timeout = 0;
  gtk_widget_show (GTK_WIDGET (self->spinner));
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
busy_cb (MerSidebar *self)
{
  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  if (self->session && mer_session_get_busy (self->session))
    self->busy_timeout = g_timeout_add (BUSY_DELAY, still_busy_cb, self);
  else
    {
      gtk_spinner_stop (self->spinner);
      gtk_widget_hide (GTK_WIDGET (self->spinner)); /* it would keep its room */
    }
}

static void
results_changed_cb (MerSidebar *self)
{
  update_cycles (self);
  update_counters (self);
}

static void
document_changed_cb (MerSidebar *self)
{
  update_title (self);
  update_saved (self);
  update_cycles (self);
  update_counters (self);
}

/* A row that gets the keyboard is selected anew: the page that is shown does not take it away. */
static void
row_selected_cb (GtkListBox    *list,
                 GtkListBoxRow *row,
                 MerSidebar    *self)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  if (row && !self->selecting && gtk_list_box_row_get_index (row) != self->shown)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.page", "s",
                                pages[gtk_list_box_row_get_index (row)].id);
}

static void
row_activated_cb (GtkListBox    *list,
                  GtkListBoxRow *row,
                  MerSidebar    *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.page-chosen", NULL);
}

static void
mer_sidebar_dispose (GObject *object)
{
  MerSidebar *self = MER_SIDEBAR (object);

  g_clear_handle_id (&self->busy_timeout, g_source_remove);
  if (self->session_signals)
    g_signal_group_set_target (self->session_signals, NULL);
  if (self->document_signals)
    g_signal_group_set_target (self->document_signals, NULL);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_SIDEBAR);
  G_OBJECT_CLASS (mer_sidebar_parent_class)->dispose (object);
}

static void
mer_sidebar_finalize (GObject *object)
{
  g_ptr_array_unref (MER_SIDEBAR (object)->counters);
  G_OBJECT_CLASS (mer_sidebar_parent_class)->finalize (object);
}

static void
mer_sidebar_class_init (MerSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_sidebar_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "mersidebar");
  gtk_widget_class_set_template_from_resource (widget_class, MER_UI_RESOURCE ("mer-sidebar.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, cycle_button);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, cycle_title);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, cycle_state);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, saved_icon);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, saved);
  gtk_widget_class_bind_template_child (widget_class, MerSidebar, spinner);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
mer_sidebar_init (MerSidebar *self)
{
  self->counters = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_cycle_button (self);
  add_rows (self);
  update_width (self);
  mer_text_scale_follow (GTK_WIDGET (self), G_CALLBACK (update_width), self);

  self->session_signals = g_signal_group_new (MER_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "results-changed",
                                  G_CALLBACK (results_changed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::busy", G_CALLBACK (busy_cb),
                                  self);
  self->document_signals = g_signal_group_new (MER_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed",
                                  G_CALLBACK (document_changed_cb), self);
}

/**
 * mer_sidebar_set_session:
 * @self: a sidebar
 * @session: (nullable): what it shows
 */
void
mer_sidebar_set_session (MerSidebar *self,
                         MerSession *session)
{
  g_return_if_fail (MER_IS_SIDEBAR (self));
  if (!g_set_object (&self->session, session))
    return;
  if (session != NULL) /* plans are read apart from the results */
    g_signal_connect_object (mer_plan_keeper_of (session), "changed",
                             G_CALLBACK (update_counters), self, G_CONNECT_SWAPPED);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->document_signals,
                             session ? mer_session_get_document (session) : NULL);
  busy_cb (self);
  if (session)
    document_changed_cb (self);
}

void
mer_sidebar_set_page (MerSidebar *self,
                      const char *id)
{
  int            position = mer_page_table_find (id);
  GtkListBoxRow *row = NULL;

  g_return_if_fail (MER_IS_SIDEBAR (self));
  if (position >= 0)
    row = gtk_list_box_get_row_at_index (self->list, position);
  self->shown = position;
  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->selecting = FALSE;
}

void
mer_sidebar_set_narrow (MerSidebar *self,
                        gboolean    narrow)
{
  g_return_if_fail (MER_IS_SIDEBAR (self));
  self->narrow = narrow;
  update_width (self);
}
