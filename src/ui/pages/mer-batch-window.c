/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An import at length, as three lists in one scrolled column. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "store/mer-batch-store.h"
#include "ui/import/mer-import-state.h"
#include "ui/pages/mer-batch-window.h"

#define MOST_PROBLEMS 200
#define MOST_RANGES 20 /* of rows of one problem */
#define MOST_CHARS 48  /* of a value: what a hash leaves to its title */

struct _MerBatchWindow
{
  AdwWindow parent_instance;

  /* template children */
  AdwWindowTitle      *title;
  GtkWidget           *save;
  GtkWidget           *scrolled;
  AdwPreferencesGroup *facts;
  AdwPreferencesGroup *columns;
  AdwPreferencesGroup *problems;

  MerSession *session; /* owned */
  MerBatch   *batch;   /* owned */
};

G_DEFINE_FINAL_TYPE (MerBatchWindow, mer_batch_window, ADW_TYPE_WINDOW)

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (title, -1);
  g_autofree char *below = subtitle != NULL ? g_markup_escape_text (subtitle, -1) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  if (below != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), below);
  adw_preferences_group_add (group, row);
}

static void
add_fact (MerBatchWindow *self,
          const char     *title,
          const char     *value)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (value);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  /* the text can be selected, the row does nothing */
  gtk_widget_set_focusable (row, FALSE);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_set_tooltip_text (label, value);
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "mer-secondary");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->facts, row);
}

static void
add_count (MerBatchWindow *self,
           const char     *title,
           gint64          value)
{
  g_autofree char *text = mer_format_count (mer_language_of_locale (), value);

  add_fact (self, title, text);
}

static void
show_facts (MerBatchWindow *self)
{
  const MerBatch *batch = self->batch;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (batch->imported_at);
  g_autofree char *when = time != NULL ? g_date_time_format (time, "%d.%m.%Y %-H:%M") : NULL;

  add_fact (self, _("Kind"), mer_import_kind_title (batch->kind));
  if (when != NULL)
    add_fact (self, _("Imported"), when);
  if (batch->who != NULL && *batch->who != '\0')
    add_fact (self, _("Who"), batch->who);
  if (batch->sheet != NULL && batch->file_name != NULL)
    add_fact (self, _("Sheet"), batch->sheet);
  add_count (self, _("Accepted"), batch->accepted);
  add_count (self, _("Rejected"), batch->rejected);
  add_count (self, _("Duplicates"), batch->duplicates);
  add_count (self, _("Contradictory"), batch->contradictions);
  if (batch->sha256 != NULL && *batch->sha256 != '\0')
    add_fact (self, "SHA-256", batch->sha256);
}

/* «q5 ← Довольны ли Вы условиями»; one line of the text is `code<TAB>header`. */
static void
show_columns (MerBatchWindow *self)
{
  g_auto (GStrv) lines = NULL;
  gboolean any = FALSE;

  lines = g_strsplit (self->batch->mapping != NULL ? self->batch->mapping : "", "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *tab = strchr (lines[i], '\t');

      if (tab == NULL)
        continue;
      *tab = '\0';
      add_row (self->columns, tab + 1, lines[i]);
      any = TRUE;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->columns), any);
}

/* «Строки 2–5, 9, 14…»: a list that breaks between numbers and not within them. */
static char *
rows_text (const MerBatchProblem *problem)
{
  g_auto (GStrv) ranges = NULL;
  g_autofree char *list = NULL;
  gboolean         cut = FALSE;

  if (problem->rows == NULL || *problem->rows == '\0')
    return NULL;
  ranges = g_strsplit (problem->rows, ",", MOST_RANGES + 1);
  cut = g_strv_length (ranges) > MOST_RANGES;
  if (cut)
    g_clear_pointer (&ranges[MOST_RANGES], g_free);
  list = g_strjoinv (", ", ranges);
  return g_strdup_printf (cut ? _("Rows %s…") : _("Rows %s"), list);
}

static void
show_problems (MerBatchWindow *self,
               GPtrArray      *problems)
{
  for (guint i = 0; i < MIN (problems->len, MOST_PROBLEMS); i++)
    {
      const MerBatchProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char       *rows = rows_text (problem);

      add_row (self->problems, problem->text, rows);
    }
  if (problems->len > MOST_PROBLEMS)
    {
      guint            hidden = problems->len - MOST_PROBLEMS;
      g_autofree char *more =
        g_strdup_printf (ngettext ("and %u more", "and %u more", hidden), hidden);

      add_row (self->problems, more, NULL);
    }
  if (problems->len == 0)
    add_row (self->problems, _("No problems"), NULL);
}

static void
save_cb (MerBatchWindow *self)
{
  mer_batch_save_rejected (GTK_WIDGET (self), self->session, self->batch);
}

static void
mer_batch_window_dispose (GObject *object)
{
  MerBatchWindow *self = MER_BATCH_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->batch, mer_batch_unref);
  G_OBJECT_CLASS (mer_batch_window_parent_class)->dispose (object);
}

static void
mer_batch_window_class_init (MerBatchWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_batch_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-batch-window.ui");
  gtk_widget_class_bind_template_child (widget_class, MerBatchWindow, title);
  gtk_widget_class_bind_template_child (widget_class, MerBatchWindow, save);
  gtk_widget_class_bind_template_child (widget_class, MerBatchWindow, scrolled);
  gtk_widget_class_bind_template_child (widget_class, MerBatchWindow, facts);
  gtk_widget_class_bind_template_child (widget_class, MerBatchWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, MerBatchWindow, problems);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mer_batch_window_init (MerBatchWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mer_batch_window_new:
 * @session: whose document the import is in
 * @batch: the import
 * @problems: (element-type MerBatchProblem): what was wrong with it
 *
 * Returns: (transfer floating): a window that is not shown yet
 */
GtkWidget *
mer_batch_window_new (MerSession *session,
                      MerBatch   *batch,
                      GPtrArray  *problems)
{
  MerBatchWindow  *self = g_object_new (MER_TYPE_BATCH_WINDOW, NULL);
  g_autofree char *name = mer_batch_display_name (batch, mer_language_of_locale ());
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, batch->id);
  /* Translators: the number of an import; the space is a no-break space. */
  g_autofree char *title = g_strdup_printf (_("Import No. %s"), number);

  self->session = g_object_ref (session);
  self->batch = mer_batch_ref (batch);
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, name);
  gtk_widget_set_visible (self->save, batch->rejected > 0 && batch->file_name != NULL);
  show_facts (self);
  show_columns (self);
  show_problems (self, problems);
  /* keys scroll; the first value would be taken for selected otherwise */
  gtk_widget_grab_focus (self->scrolled);
  return GTK_WIDGET (self);
}
