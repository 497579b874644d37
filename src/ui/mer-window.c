/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: start view, document, flow, and what it remembers of itself. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-window-private.h"

#define TEMPLATE MER_UI_RESOURCE ("mer-window.ui")

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (MerWindow, mer_window, ADW_TYPE_APPLICATION_WINDOW)

void
mer_window_show_error (MerWindow    *self,
                       const char   *heading,
                       const GError *error)
{
  mer_error_present (GTK_WIDGET (self), heading, error);
}

/* --- layout ------------------------------------------------------------------ */

/* The header bar of the content carries the buttons that the sidebar's does not show. */
static void
update_layout (MerWindow *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);
  gboolean beside = adw_flap_get_reveal_flap (self->flap) && !folded;

  adw_header_bar_set_show_start_title_buttons (self->header, !beside);
  gtk_widget_set_visible (self->sidebar_button, !beside);
}

static void
update_info_bar (MerWindow *self)
{
  MerDocument     *document = mer_session_get_document (self->session);
  const char      *holder = mer_document_get_holder (document);
  const GError    *problem = mer_session_get_problem (self->session);
  g_autofree char *reason = problem ? mer_error_describe (problem) : NULL;
  g_autofree char *text = NULL;
  gboolean         read_only = mer_document_is_read_only (document);
  GtkMessageType   type = problem ? GTK_MESSAGE_ERROR : GTK_MESSAGE_WARNING;

  if (problem)
    /* Translators: %s is a sentence that says why */
    text = g_strdup_printf (_("The results could not be computed. %s"), reason);
  else if (read_only && holder)
    /* Translators: %s says who has the document, as «computer B-204, since 9:10» */
    text = g_strdup_printf (_("Open for reading only: the document is in use by %s"), holder);
  else if (read_only)
    text = g_strdup (_("Open for reading only: there is no permission to write this file"));
  else if ((text = g_strdup (mer_session_why_read_only (self->session))) != NULL)
    type = GTK_MESSAGE_INFO; /* why buttons of a closed cycle are grey */
  gtk_label_set_label (self->info_label, text ? text : "");
  gtk_info_bar_set_message_type (self->info_bar, type);
  gtk_widget_set_visible (GTK_WIDGET (self->info_bar), text != NULL);
  gtk_info_bar_set_revealed (self->info_bar, text != NULL);
}

/* --- document ------------------------------------------------------------------ */

static void
document_changed_cb (MerWindow *self)
{
  g_autofree char *title = NULL;

  mer_window_check_toast (self);
  g_object_get (mer_session_get_document (self->session), "title", &title, NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
  update_info_bar (self);
  mer_window_update_actions (self);
}

static void
performed_cb (MerWindow  *self,
              const char *text,
              gboolean    undoable)
{
  mer_window_toast (self, text, undoable);
}

static void
failed_cb (MerWindow    *self,
           const char   *heading,
           const GError *error)
{
  mer_window_show_error (self, heading, error);
}

static void
results_changed_cb (MerWindow *self)
{
  MerResults *results = mer_session_get_results (self->session);
  gint64      cycle_id = results ? results->cycle->id : 0;

  g_simple_action_set_state (self->cycle_action, g_variant_new_int64 (cycle_id));
  update_info_bar (self);
  mer_window_show_awaited (self);
  mer_window_update_actions (self);
}

static void
set_session (MerWindow  *self,
             MerSession *session)
{
  MerDocument *document = session ? mer_session_get_document (session) : NULL;

  mer_window_drop_pages (self);
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->document_signals, document);
  mer_sidebar_set_session (self->sidebar, session);
  g_set_object (&self->session, session);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
  mer_window_update_actions (self);
}

MerSession *
mer_window_get_session (MerWindow *self)
{
  g_return_val_if_fail (MER_IS_WINDOW (self), NULL);
  return self->session;
}

/**
 * mer_window_set_document:
 * @self: a window
 * @document: an open document
 *
 * Shows the document at the page that was looked at last, and remembers it as recent.
 */
void
mer_window_set_document (MerWindow   *self,
                         MerDocument *document)
{
  g_autoptr (MerSession) session = NULL;
  g_autofree char *page = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (MER_IS_WINDOW (self) && MER_IS_DOCUMENT (document));
  mer_window_end_flow (self);
  session = mer_session_new (document);
  set_session (self, session);
  document_changed_cb (self);
  page = g_settings_get_string (self->settings, "page");
  mer_window_show_page (self, page);
  gtk_stack_set_visible_child_name (self->stack, "document");
  gtk_widget_grab_focus (GTK_WIDGET (self->page));
  g_object_get (document, "title", &title, NULL);
  mer_recent_files_add (self->recent_files, mer_document_get_path (document), title);
}

/* The window of this program that shows the file already. */
static MerWindow *
find_window_of (MerWindow  *self,
                const char *path)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList          *windows = application ? gtk_application_get_windows (application) : NULL;

  for (GList *l = windows; l; l = l->next)
    {
      MerWindow *window = MER_IS_WINDOW (l->data) ? l->data : NULL;

      if (window && window->session &&
          g_str_equal (mer_document_get_path (mer_session_get_document (window->session)), path))
        return window;
    }
  return NULL;
}

/**
 * mer_window_open_file:
 * @self: a window
 * @file: a document
 *
 * A window that shows a document already leaves the file to a new window; a file that is
 * shown by another window brings that one to the front.
 *
 * Returns: whether the file is open now
 */
gboolean
mer_window_open_file (MerWindow *self,
                      GFile     *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *heading = NULL;
  g_autoptr (MerDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  MerWindow *window = path ? find_window_of (self, path) : NULL;

  if (window)
    {
      gtk_window_present (GTK_WINDOW (window));
      return TRUE;
    }
  if (path)
    document = mer_document_open (path, MER_OPEN_READ_WRITE_OR_READ, &error);
  else
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _("The file is not on this computer. Copy it to a folder here and open the "
                   "copy."));
  if (document == NULL)
    {
      g_autofree char *shown = g_filename_display_name (name);

      heading = g_strdup_printf (_("“%s” was not opened"), shown);
      mer_window_show_error (self, heading, error);
      return FALSE;
    }
  window = self->session
             ? mer_window_new (MER_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))))
             : self;
  mer_window_set_document (window, document);
  gtk_window_present (GTK_WINDOW (window));
  return TRUE;
}

/* --- flow ------------------------------------------------------------ */

void
mer_window_begin_flow (MerWindow *self,
                       GtkWidget *flow)
{
  g_return_if_fail (MER_IS_WINDOW (self) && self->flow == NULL);
  mer_window_settle_typing (self);
  self->flow = flow;
  gtk_stack_add_named (self->stack, flow, "import");
  gtk_stack_set_visible_child (self->stack, flow);
  gtk_widget_grab_focus (flow);
  mer_window_update_actions (self);
}

void
mer_window_end_flow (MerWindow *self)
{
  GtkWidget *flow = self->flow;

  g_return_if_fail (MER_IS_WINDOW (self));
  if (flow == NULL)
    return;
  self->flow = NULL;
  /* A window holds what is hidden while it has the keyboard; where two are before the next frame,
   * GTK 4.8 never lets the first go. */
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_stack_set_visible_child_name (self->stack, self->session ? "document" : "start");
  gtk_stack_remove (self->stack, flow);
  if (self->page)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
  mer_window_update_actions (self);
}

/* --- overrides ------------------------------------------------------------------- */

static gboolean
mer_window_close_request (GtkWindow *window)
{
  MerWindow *self = MER_WINDOW (window);
  int        width = 0;
  int        height = 0;

  /* A flow may ask whether it is to be left; then the window stays. */
  if (self->flow)
    gtk_widget_activate_action (self->flow, "import.cancel", NULL);
  if (self->flow)
    return TRUE;
  /* fields store what is typed when the keyboard leaves them */
  gtk_window_set_focus (window, NULL);
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (self->settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (self->settings, "window-height", CLAMP (height, 240, 16384));
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (mer_window_parent_class)->close_request (window);
}

/* The remembered size, but never more than the monitor has. */
static void
restore_size (MerWindow *self)
{
  int         width = g_settings_get_int (self->settings, "window-width");
  int         height = g_settings_get_int (self->settings, "window-height");
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle area = { 0, 0, width, height };

  if (monitor)
    gdk_monitor_get_geometry (monitor, &area);
  width = MIN (width, area.width);
  height = MIN (height, area.height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

/* The application is no construct property of a window, so this follows construction. */
static void
attach (MerWindow      *self,
        MerApplication *application)
{
  self->settings = g_object_ref (mer_application_get_settings (application));
  self->recent_files = g_object_ref (mer_application_get_recent_files (application));
  mer_start_view_set_recent_files (self->start, self->recent_files);
  adw_flap_set_reveal_flap (self->flap, g_settings_get_boolean (self->settings, "sidebar"));
  restore_size (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->start));
  update_layout (self);
  mer_window_update_actions (self);
}

static void
mer_window_dispose (GObject *object)
{
  MerWindow *self = MER_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  if (self->pages)
    {
      mer_window_end_flow (self);
      mer_window_drop_pages (self);
      mer_sidebar_set_session (self->sidebar, NULL);
      g_signal_group_set_target (self->session_signals, NULL);
      g_signal_group_set_target (self->document_signals, NULL);
    }
  g_clear_weak_pointer (&self->toast);
  g_clear_object (&self->chooser);
  g_clear_object (&self->session);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->page_signals);
  g_clear_object (&self->cycle_action);
  g_clear_object (&self->settings);
  g_clear_object (&self->recent_files);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_WINDOW);
  G_OBJECT_CLASS (mer_window_parent_class)->dispose (object);
}

static void
mer_window_finalize (GObject *object)
{
  g_clear_object (&MER_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (mer_window_parent_class)->finalize (object);
}

static void
mer_window_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, MER_WINDOW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, MerWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, start);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, start_menu_button);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, header);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, header_start);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, header_end);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, find_button);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, export_button);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, info_bar);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, info_label);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, MerWindow, edit_section);
  gtk_widget_class_bind_template_callback (widget_class, update_layout);
}

static void
mer_window_class_init (MerWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mer_window_dispose;
  object_class->finalize = mer_window_finalize;
  object_class->get_property = mer_window_get_property;
  GTK_WINDOW_CLASS (klass)->close_request = mer_window_close_request;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MER_TYPE_SESSION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (widget_class, TEMPLATE);
  bind_children (widget_class);
  mer_window_install_actions (widget_class);
}

static void
mer_window_init (MerWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->session_signals = g_signal_group_new (MER_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "performed", G_CALLBACK (performed_cb),
                                  self);
  g_signal_group_connect_swapped (self->session_signals, "failed", G_CALLBACK (failed_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "results-changed",
                                  G_CALLBACK (results_changed_cb), self);
  self->document_signals = g_signal_group_new (MER_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "changed",
                                  G_CALLBACK (document_changed_cb), self);
  self->page_signals = g_signal_group_new (MER_TYPE_PAGE);
  g_signal_group_connect_swapped (self->page_signals, "notify::title",
                                  G_CALLBACK (mer_window_update_page_title), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::subtitle",
                                  G_CALLBACK (mer_window_update_page_title), self);
  g_signal_group_connect_swapped (self->page_signals, "notify::narrow",
                                  G_CALLBACK (mer_window_update_narrow), self);
  mer_window_init_actions (self);
  mer_window_init_drop (self);
}

/**
 * mer_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window with the start view, owned by the toolkit
 */
MerWindow *
mer_window_new (MerApplication *application)
{
  MerWindow *self = NULL;

  g_return_val_if_fail (MER_IS_APPLICATION (application), NULL);
  self = g_object_new (MER_TYPE_WINDOW, "application", application, NULL);
  attach (self, application);
  return self;
}
