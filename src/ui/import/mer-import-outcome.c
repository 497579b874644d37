/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress and outcome of a run. A trial and an import show the same figures in the same
 * places, so that what was announced can be compared with what was done. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"
#include "import/mer-import-problems.h"
#include "ui/import/mer-import-outcome.h"
#include "ui/widgets/mer-children.h"

/* Lists longer than this say how many more there are. */
#define MOST_ROWS 200

struct _MerImportOutcome
{
  AdwBin parent_instance;

  /* template children */
  GtkStack       *stack;
  GtkLabel       *progress_title;
  GtkProgressBar *bar;
  GtkLabel       *progress_text;
  AdwStatusPage  *failure;
  GtkLabel       *headline;
  GtkBox         *figures;
  GtkWidget      *unmatched_group;
  GtkWidget      *create_row;
  GtkSwitch      *create;
  AdwExpanderRow *names_row;
  GtkWidget      *problems_box;
  GtkListBox     *problems;
  GtkWidget      *undo;

  MerImportState *state; /* owned, nullable */
  gboolean        trial;
  GPtrArray      *name_rows; /* owned, of GtkWidget that names_row owns */
  MerProgress    *progress;  /* owned, nullable: the one that is listened to */
  gboolean        updating;
};

G_DEFINE_FINAL_TYPE (MerImportOutcome, mer_import_outcome, ADW_TYPE_BIN)

/* --- progress -------------------------------------------------------------- */

/* «52,1 МБ из 230,0 МБ, 41 МБ/с, осталось 4 с» */
static char *
progress_words (MerProgress *progress)
{
  double           remaining = mer_progress_get_remaining (progress);
  double           rate = mer_progress_get_rate (progress);
  g_autofree char *done = g_format_size (mer_progress_get_done (progress));
  g_autofree char *total = g_format_size (mer_progress_get_total (progress));
  g_autofree char *speed = g_format_size ((guint64) MAX (rate, 0));
  int              seconds = (int) (remaining + 0.5);

  if (mer_progress_get_total (progress) == 0)
    return g_strdup (done);
  if (mer_progress_get_done (progress) >= mer_progress_get_total (progress))
    return g_strdup (_("All is read; what was read is being worked up"));
  if (remaining < 0)
    return g_strdup_printf (_("%s of %s"), done, total);
  return g_strdup_printf (ngettext ("%s of %s, %s a second, %d second left",
                                    "%s of %s, %s a second, %d seconds left",
                                    (unsigned long) seconds),
                          done, total, speed, seconds);
}

static void
progress_cb (MerImportOutcome *self)
{
  guint64          total = mer_progress_get_total (self->progress);
  g_autofree char *words = progress_words (self->progress);

  if (total > 0)
    gtk_progress_bar_set_fraction (self->bar,
                                   (double) mer_progress_get_done (self->progress) /
                                     (double) total);
  else
    gtk_progress_bar_pulse (self->bar);
  gtk_label_set_text (self->progress_text, words);
}

static void
follow_progress (MerImportOutcome *self,
                 MerProgress      *progress)
{
  if (self->progress == progress)
    return;
  if (self->progress != NULL)
    g_signal_handlers_disconnect_by_data (self->progress, self);
  g_set_object (&self->progress, progress);
  if (progress != NULL)
    g_signal_connect_swapped (progress, "notify", G_CALLBACK (progress_cb), self);
}

static void
show_progress (MerImportOutcome *self)
{
  g_autofree char *name = mer_import_state_get_file_name (self->state);
  g_autofree char *title =
    g_strdup_printf (self->trial ? _("Checking “%s”") : _("Importing “%s”"), name);

  gtk_label_set_text (self->progress_title, title);
  gtk_progress_bar_set_fraction (self->bar, 0);
  gtk_label_set_text (self->progress_text, "");
  follow_progress (self, mer_import_state_get_progress (self->state));
  gtk_stack_set_visible_child_name (self->stack, "progress");
}

/* --- result ---------------------------------------------------------------- */

static void
add_figure (MerImportOutcome *self,
            const char       *title,
            guint64           value,
            gboolean          warn)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *text = mer_format_count (mer_language_of_locale (), (gint64) value);
  GtkWidget       *number = gtk_label_new (text);
  GtkWidget       *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (number), 0);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (number, "bigno");
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (label, "small");
  gtk_widget_add_css_class (label, "mer-secondary");
  if (warn && value > 0)
    gtk_widget_add_css_class (number, "mer-warning");
  gtk_box_append (GTK_BOX (box), number);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->figures, box);
}

static void
show_figures (MerImportOutcome      *self,
              const MerImportResult *result)
{
  mer_box_clear (self->figures);
  add_figure (self, _("Accepted"), result->accepted, FALSE);
  add_figure (self, _("Rejected"), result->rejected, TRUE);
  add_figure (self, _("Duplicates"), result->duplicates, FALSE);
  add_figure (self, _("Contradictory"), result->contradictions, FALSE);
  if (result->created > 0)
    add_figure (self, _("Organizations created"), result->created, FALSE);
}

static char *
more_text (guint hidden)
{
  return g_strdup_printf (ngettext ("and %u more", "and %u more", hidden), hidden);
}

static void
add_name (MerImportOutcome *self,
          const char       *name)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *escaped = g_markup_escape_text (name, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_expander_row_add_row (self->names_row, row);
  g_ptr_array_add (self->name_rows, row);
}

static void
show_names (MerImportOutcome      *self,
            const MerImportResult *result)
{
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u name", "%u names", result->unmatched->len),
                     result->unmatched->len);
  gboolean choice = self->trial && (result->unmatched->len > 0 ||
                                    mer_import_state_get_create (self->state));
  guint    i;

  for (i = 0; i < self->name_rows->len; i++)
    adw_expander_row_remove (self->names_row, g_ptr_array_index (self->name_rows, i));
  g_ptr_array_set_size (self->name_rows, 0);
  gtk_widget_set_visible (self->unmatched_group, choice || result->unmatched->len > 0);
  gtk_widget_set_visible (self->create_row, choice);
  gtk_switch_set_active (self->create, mer_import_state_get_create (self->state));
  gtk_widget_set_visible (GTK_WIDGET (self->names_row), result->unmatched->len > 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->names_row), count);
  adw_expander_row_set_expanded (self->names_row, result->unmatched->len <= 8);
  for (i = 0; i < MIN (result->unmatched->len, MOST_ROWS); i++)
    add_name (self, g_ptr_array_index (result->unmatched, i));
  if (result->unmatched->len > MOST_ROWS)
    {
      g_autofree char *more = more_text (result->unmatched->len - MOST_ROWS);

      add_name (self, more);
    }
}

static void
clear_problems (MerImportOutcome *self)
{
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->problems, 0)) != NULL)
    gtk_list_box_remove (self->problems, GTK_WIDGET (row));
}

/* «Впервые в строке 4, столбец E, „Довольны ли Вы…“»; NULL for what concerns the whole file. */
static char *
problem_place (const MerImportProblem *problem)
{
  g_autofree char *letters = NULL;

  if (problem->column == 0)
    return NULL;
  letters = mer_import_column_letters (problem->column - 1);
  if (problem->header == NULL)
    return g_strdup_printf (_("First in row %d, column %s"), (int) problem->row, letters);
  return g_strdup_printf (_("First in row %d, column %s, “%s”"), (int) problem->row, letters,
                             problem->header);
}

/* What is wrong, and below it where. */
static GtkWidget *
make_problem_text (const MerImportProblem *problem)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *place = problem_place (problem);
  const char      *lines[] = { problem->text, place };
  guint            i;

  for (i = 0; i < G_N_ELEMENTS (lines) && lines[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (lines[i]);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      if (i > 0)
        {
          gtk_label_set_lines (GTK_LABEL (label), 2);
          gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
          gtk_widget_add_css_class (label, "small");
          gtk_widget_add_css_class (label, "mer-secondary");
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
add_problem (MerImportOutcome       *self,
             const MerImportProblem *problem)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gboolean         rejected = problem->severity == MER_PROBLEM_REJECTED;
  GtkWidget       *icon = gtk_image_new_from_icon_name (rejected ? "merilo-warning-symbolic"
                                                                 : "merilo-info-symbolic");
  GtkWidget       *text = make_problem_text (problem);
  g_autofree char *number =
    mer_format_count (mer_language_of_locale (), (gint64) problem->count);
  GtkWidget *count = gtk_label_new (number);

  if (rejected)
    gtk_widget_add_css_class (icon, "mer-warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rejected ? _("Rejected") : _("Note"), -1);
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_margin_top (icon, 2);
  gtk_widget_set_valign (count, GTK_ALIGN_START);
  gtk_widget_add_css_class (count, "mer-secondary");
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_widget_set_margin_top (row, 8);
  gtk_widget_set_margin_bottom (row, 8);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), text);
  if (problem->count > 1)
    gtk_box_append (GTK_BOX (row), count);
  gtk_list_box_append (self->problems, row);
}

/* Rejections first: they are what the user may want to change. */
static void
show_problems (MerImportOutcome      *self,
               const MerImportResult *result)
{
  static const MerProblemSeverity order[] = { MER_PROBLEM_REJECTED, MER_PROBLEM_NOTE };
  guint                           shown = 0;
  guint                           pass;
  guint                           i;

  clear_problems (self);
  for (pass = 0; pass < G_N_ELEMENTS (order); pass++)
    for (i = 0; i < result->problems->len && shown < MOST_ROWS; i++)
      {
        const MerImportProblem *problem = g_ptr_array_index (result->problems, i);

        if (problem->severity != order[pass])
          continue;
        add_problem (self, problem);
        shown++;
      }
  if (shown < result->problems->len)
    {
      g_autofree char *more = more_text (result->problems->len - shown);

      gtk_list_box_append (self->problems, gtk_label_new (more));
    }
  gtk_widget_set_visible (self->problems_box, shown > 0);
}

static char *
headline_text (MerImportOutcome      *self,
               const MerImportResult *result)
{
  g_autofree char *count =
    mer_format_count (mer_language_of_locale (), (gint64) result->accepted);

  if (result->obstacle != NULL)
    return g_strdup (result->obstacle->message);
  if (self->trial)
    return g_strdup_printf (ngettext ("%s row will be imported", "%s rows will be imported",
                                      result->accepted),
                            count);
  if (!mer_import_state_is_imported (self->state))
    return g_strdup (_("The import was undone"));
  return g_strdup_printf (ngettext ("%s row was imported", "%s rows were imported",
                                    result->accepted),
                          count);
}

static void
show_result (MerImportOutcome      *self,
             const MerImportResult *result)
{
  g_autofree char *headline = headline_text (self, result);

  self->updating = TRUE;
  gtk_label_set_text (self->headline, headline);
  show_figures (self, result);
  show_names (self, result);
  show_problems (self, result);
  gtk_widget_set_visible (self->undo, mer_import_state_is_imported (self->state));
  gtk_stack_set_visible_child_name (self->stack, "result");
  self->updating = FALSE;
}

static void
show_failure (MerImportOutcome *self,
              const GError     *error)
{
  gboolean stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  adw_status_page_set_title (self->failure,
                             stopped ? _("Stopped")
                                     : self->trial
                             ? _("The table cannot be imported")
                             : _("The table was not imported"));
  adw_status_page_set_description (self->failure,
                                   stopped ? _("The document was not changed.") : error->message);
  gtk_stack_set_visible_child_name (self->stack, "failure");
}

static void
state_changed_cb (MerImportOutcome *self)
{
  const MerImportResult *result = mer_import_state_get_result (self->state);
  const GError          *error = mer_import_state_get_run_error (self->state);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (mer_import_state_is_running (self->state))
    show_progress (self);
  else if (result != NULL)
    show_result (self, result);
  else if (error != NULL)
    show_failure (self, error);
}

/* --- callbacks ------------------------------------------------------------- */

static void
stop_cb (MerImportOutcome *self)
{
  mer_import_state_cancel (self->state);
}

static void
undo_cb (MerImportOutcome *self)
{
  mer_import_state_undo (self->state);
}

static void
create_toggled_cb (MerImportOutcome *self)
{
  if (self->updating)
    return;
  mer_import_state_set_create (self->state, gtk_switch_get_active (self->create));
  mer_import_state_run (self->state, TRUE);
}

/* --- the object ------------------------------------------------------------ */

static void
mer_import_outcome_dispose (GObject *object)
{
  MerImportOutcome *self = MER_IMPORT_OUTCOME (object);

  follow_progress (self, NULL);
  if (self->state != NULL)
    g_signal_handlers_disconnect_by_data (self->state, self);
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_OUTCOME);
  g_clear_pointer (&self->name_rows, g_ptr_array_unref);
  g_clear_object (&self->state);
  G_OBJECT_CLASS (mer_import_outcome_parent_class)->dispose (object);
}

static void
mer_import_outcome_class_init (MerImportOutcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_outcome_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/merilo/Merilo/ui/mer-import-outcome.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, stack);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, progress_title);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, bar);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, progress_text);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, failure);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, headline);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, figures);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, unmatched_group);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, create_row);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, create);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, names_row);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, problems_box);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, problems);
  gtk_widget_class_bind_template_child (widget_class, MerImportOutcome, undo);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_toggled_cb);
}

static void
mer_import_outcome_init (MerImportOutcome *self)
{
  self->name_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "map", G_CALLBACK (state_changed_cb), NULL);
}

void
mer_import_outcome_set_state (MerImportOutcome *self,
                              MerImportState   *state,
                              gboolean          trial)
{
  g_return_if_fail (MER_IS_IMPORT_OUTCOME (self) && self->state == NULL);
  self->state = g_object_ref (state);
  self->trial = trial;
  g_signal_connect_swapped (state, "changed", G_CALLBACK (state_changed_cb), self);
}
