/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Returned forms before they are stored: their rows with what they change, the doubtful ones first
 * and not ticked. Nothing is written before the user says so. While a worker reads them there is
 * only how far it is; closing the window stops it. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-plan-reading-dialog.h"
#include "ui/dialogs/mer-plan-reading-job.h"

#define NOTES_HEIGHT 120
/* What is read sooner is shown at once. */
#define PATIENCE_MS 200

typedef struct
{
  MerSession     *session;
  MerPlanReading *reading; /* NULL while it is read */
  MerProgress    *progress;
  GCancellable   *cancellable;
  guint           patience; /* source; 0: the window is shown */
  guint           n_files;
  GtkWindow      *window;
  GtkProgressBar *bar;
  GtkWidget      *store; /* NULL while it is read */
  GtkLabel       *sum;
  gboolean        binding;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *self = data;

  mer_plan_reading_free (self->reading);
  g_clear_handle_id (&self->patience, g_source_remove);
  g_signal_handlers_disconnect_by_data (self->progress, self);
  g_object_unref (self->progress);
  g_object_unref (self->cancellable);
  g_object_unref (self->session);
  g_free (self);
}

/* --- words ----------------------------------------------------------------------------------- */

/* «Срок: до 1 мая → до 1 июня», a line a field. */
static void
add_differences (GString             *text,
                 const MerFormChange *change)
{
  const MerRecordKind *kind = &mer_record_plan_item;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const MerField  *field = &kind->fields[i];
      g_autofree char *now = NULL;
      g_autofree char *was = NULL;

      if ((field->flags & MER_FIELD_HIDDEN) || g_str_equal (field->key, "plan"))
        continue;
      now = mer_record_to_words (change->item, field);
      was = change->was != NULL ? mer_record_to_words (change->was, field) : g_strdup ("");
      if (g_str_equal (now, was))
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      if (*was != '\0')
        g_string_append_printf (text, "%s: %s → %s", _(field->title), was, now);
      else
        g_string_append_printf (text, "%s: %s", _(field->title), now);
    }
}

/* Of several files: with the file's name. */
static char *
title_in_file (const MerFormChange *change)
{
  switch (change->kind)
    {
    case MER_FORM_MISSING:
      /* Translators: a file, a measure that it has no row of. */
      return g_strdup_printf (_("%s, drop: %s"), change->file, change->item->measure);
    case MER_FORM_ADDED:
      /* Translators: a file, a row, a measure. */
      return g_strdup_printf (_("%s, row %d, new: %s"), change->file, (int) change->row,
                                 change->item->measure);
    case MER_FORM_CHANGED:
    default:
      return g_strdup_printf (_("%s, row %d: %s"), change->file, (int) change->row,
                                 change->was != NULL ? change->was->measure
                                                     : change->item->measure);
    }
}

static char *
title_of (const Dialog        *self,
          const MerFormChange *change)
{
  if (self->n_files > 1)
    return title_in_file (change);
  switch (change->kind)
    {
    case MER_FORM_MISSING:
      /* Translators: a measure that a form has no row of. */
      return g_strdup_printf (_("Drop: %s"), change->item->measure);
    case MER_FORM_ADDED:
      return g_strdup_printf (_("Row %d, new: %s"), (int) change->row, change->item->measure);
    case MER_FORM_CHANGED:
    default:
      return g_strdup_printf (_("Row %d: %s"), (int) change->row,
                                 change->was != NULL ? change->was->measure
                                                     : change->item->measure);
    }
}

/* How many approved plans would get a new version, by the rule of storing. */
static guint
count_versions (const MerPlanReading *reading)
{
  g_autoptr (GHashTable) plans = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < reading->changes->len; i++)
    {
      const MerFormChange *change = reading->changes->pdata[i];
      gboolean             planned = change->was == NULL ||
                         mer_plan_item_is_replanned (change->was, change->item);

      if (change->taken && planned)
        g_hash_table_add (plans, GSIZE_TO_POINTER ((gsize) change->item->plan));
    }
  for (guint i = 0; i < reading->book->facts.plans->len; i++)
    {
      const MerPlan *plan = reading->book->facts.plans->pdata[i];

      if (!mer_plan_is_frozen (plan))
        g_hash_table_remove (plans, GSIZE_TO_POINTER ((gsize) plan->record.id));
    }
  return g_hash_table_size (plans);
}

static void
update (Dialog *self)
{
  MerPlanReading *reading = self->reading;
  guint           n = 0;
  guint           n_versions = 0;
  g_autoptr (GString) text = g_string_new (NULL);

  mer_plan_reading_count (reading);
  n = reading->changed + reading->added + reading->dropped;
  n_versions = count_versions (reading);
  g_string_printf (text, _("Changed: %u, added: %u, dropped: %u, unchanged: %u, refused: %u"),
                            reading->changed, reading->added, reading->dropped, reading->unchanged,
                            reading->refused);
  if (reading->doubtful > 0)
    {
      g_string_append (text, ". ");
      g_string_append_printf (text,
                              ngettext ("%u row is in doubt and not ticked",
                                        "%u rows are in doubt and not ticked", reading->doubtful),
                              reading->doubtful);
    }
  if (reading->unread > 0)
    {
      g_string_append (text, ". ");
      g_string_append_printf (
        text, ngettext ("%u file was not read", "%u files were not read", reading->unread),
        reading->unread);
    }
  if (n_versions > 0)
    {
      g_string_append (text, ". ");
      g_string_append_printf (text,
                              ngettext ("%u approved plan gets a new version",
                                        "%u approved plans get new versions", n_versions),
                              n_versions);
    }
  gtk_label_set_text (self->sum, text->str);
  gtk_widget_set_sensitive (self->store, n > 0);
}

/* --- rows ------------------------------------------------------------------------------------ */

static MerFormChange *
change_of (Dialog      *self,
           GtkListItem *item)
{
  GtkStringObject *object = gtk_list_item_get_item (item);
  guint64          i = g_ascii_strtoull (gtk_string_object_get_string (object), NULL, 10);

  return self->reading->changes->pdata[i];
}

static void
toggled_cb (GtkCheckButton *button,
            gpointer        user_data)
{
  Dialog        *self = user_data;
  MerFormChange *change = g_object_get_data (G_OBJECT (button), "mer-change");

  if (self->binding || change == NULL)
    return;
  change->taken = gtk_check_button_get_active (button);
  update (self);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_label (box, "heading");
  add_label (box, "mer-warning");
  add_label (box, "mer-secondary");
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_top (button, 4);
  gtk_widget_set_margin_bottom (button, 4);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), user_data);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  user_data)
{
  Dialog          *self = user_data;
  GtkCheckButton  *button = GTK_CHECK_BUTTON (gtk_list_item_get_child (item));
  GtkWidget       *title = gtk_widget_get_first_child (gtk_check_button_get_child (button));
  GtkWidget       *doubt = gtk_widget_get_next_sibling (title);
  MerFormChange   *change = change_of (self, item);
  g_autofree char *words = title_of (self, change);
  g_autoptr (GString) differences = g_string_new (NULL);

  self->binding = TRUE;
  if (change->kind != MER_FORM_MISSING)
    add_differences (differences, change);
  show_text (title, words);
  show_text (doubt, change->doubt);
  show_text (gtk_widget_get_next_sibling (doubt), differences->str);
  g_object_set_data (G_OBJECT (button), "mer-change", change);
  gtk_check_button_set_active (button, change->taken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  change->doubt != NULL ? change->doubt : differences->str, -1);
  self->binding = FALSE;
}

/* Questions first: of a long form they would be found last. */
static GListModel *
rows_of (const MerPlanReading *reading)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < reading->changes->len; i++)
      {
        const MerFormChange *change = reading->changes->pdata[i];
        g_autofree char     *number = g_strdup_printf ("%u", i);

        if ((change->doubt != NULL) == (pass == 0))
          gtk_string_list_append (list, number);
      }
  return G_LIST_MODEL (list);
}

/* --- the dialog ------------------------------------------------------------------------------ */

static gboolean
apply (MerDocument *document,
       gpointer     user_data,
       GError     **error)
{
  return mer_plan_reading_apply (user_data, document, NULL, error);
}

static void
store_cb (Dialog *self)
{
  MerPlanReading  *reading = self->reading;
  g_autofree char *done = NULL;

  /* Translators: counts of rows of a form. */
  done = g_strdup_printf (_("Changed: %u, added: %u, dropped: %u"), reading->changed,
                             reading->added, reading->dropped);
  if (mer_session_perform (self->session, _("Reading the form of a plan"), done, apply, reading))
    gtk_window_destroy (self->window);
}

static gboolean
confirm_cb (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  Dialog *self = user_data;

  if (self->store != NULL && gtk_widget_get_sensitive (self->store))
    store_cb (self);
  return TRUE;
}

static GtkWidget *
make_header (Dialog *self)
{
  GtkWidget *bar = mer_form_header (self->window, _("_Record the ticked"), &self->store);

  g_signal_connect_swapped (self->store, "clicked", G_CALLBACK (store_cb), self);
  return bar;
}

static GtkWidget *
make_list (Dialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget          *scrolled = gtk_scrolled_window_new ();
  GtkWidget          *view = NULL;
  GtkNoSelection     *model = gtk_no_selection_new (rows_of (self->reading));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (model), factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Rows of the form"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

/* What was understood otherwise than it stands there, and what was not read. */
static GtkWidget *
make_notes (Dialog *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = add_label (box, "small");
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  for (guint i = 0; i < self->reading->problems->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "",
                            (const char *) self->reading->problems->pdata[i]);
  gtk_label_set_text (GTK_LABEL (label), text->str);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_set_margin_bottom (label, 8);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), NOTES_HEIGHT);
  gtk_widget_set_visible (scrolled, text->len > 0);
  return scrolled;
}

static GtkWidget *
make_content (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box), make_header (self));
  self->sum = GTK_LABEL (add_label (box, "mer-secondary"));
  gtk_widget_set_margin_start (GTK_WIDGET (self->sum), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (self->sum), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self->sum), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->sum), 8);
  gtk_box_append (GTK_BOX (box), make_list (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), make_notes (self));
  return box;
}

/* --- while it is read ------------------------------------------------------------------------- */

static void
progress_cb (Dialog *self)
{
  guint64          done = mer_progress_get_done (self->progress);
  g_autofree char *text = NULL;

  if (self->bar == NULL)
    return;
  text = g_strdup_printf (ngettext ("%u of %u file read", "%u of %u files read", self->n_files),
                          (guint) done, self->n_files);
  gtk_progress_bar_set_fraction (self->bar, (double) done / (double) MAX (self->n_files, 1));
  gtk_progress_bar_set_text (self->bar, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
}

static GtkWidget *
make_waiting (Dialog *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *stop = gtk_button_new_with_mnemonic (_("_Stop"));
  GtkWidget *bar = gtk_progress_bar_new ();

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), stop);
  g_signal_connect_swapped (stop, "clicked", G_CALLBACK (gtk_window_close), self->window);
  gtk_progress_bar_set_show_text (GTK_PROGRESS_BAR (bar), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Reading the forms"), -1);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (bar, TRUE);
  gtk_widget_set_margin_start (bar, 48);
  gtk_widget_set_margin_end (bar, 48);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), bar);
  self->bar = GTK_PROGRESS_BAR (bar);
  progress_cb (self);
  return box;
}

static void
show (Dialog *self)
{
  g_clear_handle_id (&self->patience, g_source_remove);
  gtk_window_present (self->window);
}

static gboolean
patience_cb (gpointer user_data)
{
  Dialog *self = user_data;

  self->patience = 0;
  gtk_window_present (self->window);
  return G_SOURCE_REMOVE;
}

static void
tell_failure (Dialog       *self,
              const GError *error,
              const char   *name)
{
  g_autofree char *heading = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  heading = self->n_files > 1 ? g_strdup (_("None of the forms was read"))
                              : g_strdup_printf (_("“%s” was not read"), name);
  mer_session_fail (self->session, heading, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GtkWindow) window = g_weak_ref_get (user_data);
  Dialog *self = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerPlanReading) reading = mer_plan_reading_load_finish (result, &error);

  g_weak_ref_clear (user_data);
  g_free (user_data);
  if (window == NULL) /* was closed */
    return;
  self = g_object_get_data (G_OBJECT (window), "mer-plan-reading-dialog");
  self->bar = NULL;
  if (reading == NULL)
    {
      tell_failure (self, error, gtk_window_get_title (window));
      gtk_window_destroy (window);
      return;
    }
  self->reading = g_steal_pointer (&reading);
  adw_window_set_content (ADW_WINDOW (window), make_content (self));
  gtk_window_set_default_widget (window, self->store);
  update (self);
  show (self);
}

/* --- the window ------------------------------------------------------------------------------- */

static void
destroyed_cb (GtkWindow *window,
              gpointer   user_data)
{
  Dialog *self = user_data;

  self->bar = NULL;
  g_clear_handle_id (&self->patience, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

static void
add_keys (Dialog *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Primary>Return|<Primary>KP_Enter"),
                      gtk_callback_action_new (confirm_cb, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
}

static char *
window_title (const char *const *paths,
              guint              n)
{
  if (n == 1)
    return g_filename_display_basename (paths[0]);
  return g_strdup_printf (ngettext ("%u form", "%u forms", n), n);
}

GtkWindow *
mer_plan_reading_dialog_read (GtkWindow         *parent,
                              MerSession        *session,
                              MerPlanBook       *book,
                              gint64             organization,
                              const char *const *paths)
{
  Dialog          *self = g_new0 (Dialog, 1);
  GWeakRef        *window = g_new (GWeakRef, 1); /* a reference would keep it open */
  g_autofree char *title = NULL;

  while (paths[self->n_files] != NULL)
    self->n_files++;
  title = window_title (paths, self->n_files);
  self->session = g_object_ref (session);
  self->progress = mer_progress_new ();
  self->cancellable = g_cancellable_new ();
  self->window = g_object_new (ADW_TYPE_WINDOW, "title", title, "modal", TRUE, "transient-for",
                               parent, "destroy-with-parent", TRUE, "default-width", 720,
                               "default-height", 560, NULL);
  g_object_set_data_full (G_OBJECT (self->window), "mer-plan-reading-dialog", self, dialog_free);
  g_signal_connect (self->window, "destroy", G_CALLBACK (destroyed_cb), self);
  g_signal_connect_swapped (self->progress, "notify", G_CALLBACK (progress_cb), self);
  g_weak_ref_init (window, self->window);
  add_keys (self);
  adw_window_set_content (ADW_WINDOW (self->window), make_waiting (self));
  self->patience = g_timeout_add (PATIENCE_MS, patience_cb, self);
  mer_plan_reading_load_async (mer_session_get_document (session), book, organization, paths,
                               self->progress, self->cancellable, read_cb, window);
  return self->window;
}
