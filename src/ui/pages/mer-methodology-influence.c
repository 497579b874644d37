/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules that are being edited would change. One worker computes at a time, from values that
 * never change; what came while it ran is computed when it has ended, so that typing is never
 * held up and what stands here last is of the last rules. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-what-if.h"
#include "ui/mer-error-presenter.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-influence.h"
#include "ui/widgets/mer-children.h"

#define MOST 8       /* gains, and losses, that are listed */
#define DECIMALS 2   /* of differences of scores */
#define PATIENCE 300 /* ms: what takes less shows nothing */

struct _MerMethodologyInfluence
{
  AdwBin parent_instance;

  /* template children */
  GtkLabel   *text;
  GtkWidget  *details;
  GtkGrid    *grid;
  GtkSpinner *spinner;

  /* owned */
  MerMethodologyEditing *editing;
  GCancellable          *cancellable;
  guint                  spinner_timeout;

  gboolean running;
  gboolean stale; /* something changed while the worker was running */
};

G_DEFINE_FINAL_TYPE (MerMethodologyInfluence, mer_methodology_influence, ADW_TYPE_BIN)

typedef struct
{
  MerResults     *results;
  MerMethodology *methodology;
  char           *path;
  gboolean        needs_document;
  gboolean        read_only; /* another program has the lock that workers share */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mer_results_unref (job->results);
  mer_methodology_unref (job->methodology);
  g_free (job->path);
  g_free (job);
}

/* --- words ------------------------------------------------------------------------------- */

static void
say (MerMethodologyInfluence *self,
     const char              *text)
{
  gtk_label_set_text (self->text, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text), text);
}

/* «+2», «−1»: places upwards. */
static char *
places_text (int places)
{
  g_auto (MerRational) number = mer_rational_new (places, 1);

  return mer_format_difference (mer_language_of_locale (), &number, 0);
}

/* --- computing --------------------------------------------------------------------------- */

/* The document is read only when answers must be counted by other questions. */
static void
compute_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr (MerDocument) doc = NULL;
  GError    *error = NULL;
  MerWhatIf *what_if = NULL;

  if (job->needs_document && job->read_only)
    doc = mer_document_open (job->path, MER_OPEN_READ_ONLY, &error);
  else if (job->needs_document)
    doc = mer_document_open_worker (job->path, &error);
  if (job->needs_document && doc == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->needs_document)
    what_if = mer_what_if_for (doc, job->results, job->methodology, &error);
  else
    what_if = mer_what_if_new (job->results->scores, job->methodology, NULL);
  if (what_if == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, what_if, (GDestroyNotify) mer_what_if_free);
}

/* --- showing ----------------------------------------------------------------------------- */

static void
attach (MerMethodologyInfluence *self,
        const char              *text,
        int                      column,
        int                      row,
        float                    xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_ellipsize (GTK_LABEL (label),
                           column == 0 ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_width_chars (GTK_LABEL (label), column == 0 ? 30 : -1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 30 : -1);
  gtk_widget_set_tooltip_text (label, column == 0 ? text : NULL);
  gtk_grid_attach (self->grid, label, column, row, 1, 1);
}

static char *
place_text (guint place)
{
  return place > 0 ? g_strdup_printf ("%u", place) : g_strdup ("—");
}

static const MerOrganization *
organization_of (const MerWhatIfRow *row)
{
  return row->after->organization;
}

/* «11 → 10», «+1», «+0,42» */
static void
attach_row (MerMethodologyInfluence *self,
            const MerWhatIfRow      *row,
            int                      at)
{
  g_autofree char *from = place_text (row->before != NULL ? row->before->rank : 0);
  g_autofree char *to = place_text (row->after->rank);
  g_autofree char *places =
    row->places != 0 ? g_strdup_printf ("%s → %s", from, to) : g_strdup (to);
  g_autofree char *moved = row->places != 0 ? places_text (row->places) : g_strdup ("");
  g_autofree char *change =
    mer_format_difference (mer_language_of_locale (), &row->change, DECIMALS);

  attach (self, organization_of (row)->name, 0, at, 0);
  attach (self, places, 1, at, 1);
  attach (self, moved, 2, at, 1);
  attach (self, change, 3, at, 1);
}

static void
attach_heading (MerMethodologyInfluence *self,
                const char              *text,
                int                      row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "mer-section");
  gtk_widget_set_margin_top (label, row > 0 ? 8 : 0);
  gtk_grid_attach (self->grid, label, 0, row, 4, 1);
}

/* The largest gains from the beginning, the largest losses from the end. */
static void
show_rows (MerMethodologyInfluence *self,
           const MerWhatIf         *what_if)
{
  int row = 0;

  mer_grid_clear (self->grid);
  if (what_if->n_gains > 0)
    attach_heading (self, _("Largest gains"), row++);
  for (guint i = 0; i < MIN (what_if->n_gains, MOST); i++)
    attach_row (self, &what_if->rows[what_if->by_change[i]], row++);
  if (what_if->n_losses > 0)
    attach_heading (self, _("Largest losses"), row++);
  for (guint i = 0; i < MIN (what_if->n_losses, MOST); i++)
    attach_row (self, &what_if->rows[what_if->by_change[what_if->n_by_change - 1 - i]], row++);
}

/* Of those that move, who moves most. */
static const MerWhatIfRow *
largest_move (const MerWhatIf *what_if)
{
  const MerWhatIfRow *found = NULL;

  for (guint i = 0; i < what_if->n_rows; i++)
    if (what_if->rows[i].places != 0 &&
        (found == NULL || ABS (what_if->rows[i].places) > ABS (found->places)))
      found = &what_if->rows[i];
  return found;
}

static char *
moved_text (const MerWhatIf *what_if)
{
  const MerWhatIfRow *row = largest_move (what_if);
  g_autofree char    *places = row != NULL ? places_text (row->places) : NULL;

  if (row != NULL)
    /* Translators: how many places of the rating change, and the organization that moves most. */
    return g_strdup_printf (ngettext ("Influence: %u place changes; most of all %s %s",
                                      "Influence: %u places change; most of all %s %s",
                                      what_if->n_moved),
                            what_if->n_moved, organization_of (row)->name, places);
  if (what_if->n_changed > 0)
    return g_strdup_printf (ngettext ("Influence: no place changes, %u score does",
                                      "Influence: no place changes, %u scores do",
                                      what_if->n_changed),
                            what_if->n_changed);
  return g_strdup (_("Influence: no place changes"));
}

/* Takes `text`. */
static char *
add_statement (char       *text,
               const char *statement)
{
  g_autofree char *before = text;

  /* Translators: two statements about what a change of the rules does. */
  return g_strdup_printf (_("%s; %s"), before, statement);
}

static gboolean
has_errors (MerMethodologyInfluence *self)
{
  GPtrArray *problems = mer_methodology_editing_get_problems (self->editing);

  for (guint i = 0; i < problems->len; i++)
    {
      if (((const MerMethodologyProblem *) problems->pdata[i])->is_error)
        return TRUE;
    }
  return FALSE;
}

static void
show_influence (MerMethodologyInfluence *self,
                const MerWhatIf         *what_if)
{
  g_autofree char *text = moved_text (what_if);

  if (what_if->n_undefined > 0)
    {
      g_autofree char *lost = g_strdup_printf (ngettext ("%u organization loses its score",
                                                         "%u organizations lose their scores",
                                                         what_if->n_undefined),
                                               what_if->n_undefined);
      text = add_statement (g_steal_pointer (&text), lost);
    }
  if (has_errors (self))
    text = add_statement (g_steal_pointer (&text), _("the weights do not add up yet"));
  say (self, text);
  show_rows (self, what_if);
  gtk_widget_set_visible (self->details, what_if->n_gains + what_if->n_losses > 0);
}

/* --- the worker -------------------------------------------------------------------------- */

static void start (MerMethodologyInfluence *self);

static void
show_failure (MerMethodologyInfluence *self,
              const GError            *error)
{
  g_autofree char *text = mer_error_describe (error);

  say (self, text);
  gtk_widget_set_visible (self->details, FALSE);
}

/* Sums of weights are wrong between one weight and the next: scores can be reckoned all the same.
 * Rules that have another error give no rating. */
static gboolean
can_be_scored (MerMethodologyEditing *editing)
{
  GPtrArray *problems = mer_methodology_editing_get_problems (editing);
  g_autoptr (GPtrArray) indicators =
    mer_methodology_indicators (mer_methodology_editing_get (editing));

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];

      if (problem->is_error && problem->property != NULL)
        return FALSE;
    }
  return indicators->len > 0 && indicators->len <= MER_MAX_INDICATORS;
}

static gboolean
can_compute (MerMethodologyInfluence *self)
{
  MerSession *session = mer_methodology_editing_get_session (self->editing);
  MerResults *results = mer_session_get_results (session);

  if (mer_methodology_editing_get (self->editing) == NULL || results == NULL ||
      results->scores->n_ranked == 0)
    say (self, _("Influence: there is no rating yet"));
  else if (!can_be_scored (self->editing))
    say (self, _("Influence: it is told when nothing is wrong with the rules"));
  else
    return TRUE;
  gtk_widget_set_visible (self->details, FALSE);
  return FALSE;
}

static gboolean
still_running_cb (gpointer user_data)
{
  MerMethodologyInfluence *self = user_data;

  self->spinner_timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);
  return G_SOURCE_REMOVE;
}

static void
stop_spinner (MerMethodologyInfluence *self)
{
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
computed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  MerMethodologyInfluence *self = MER_METHODOLOGY_INFLUENCE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerWhatIf) what_if = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (!g_cancellable_is_cancelled (self->cancellable))
    {
      stop_spinner (self);
      if (what_if != NULL)
        show_influence (self, what_if);
      else
        show_failure (self, error);
      if (self->stale)
        start (self);
    }
}

static void
start (MerMethodologyInfluence *self)
{
  MerSession     *session = mer_methodology_editing_get_session (self->editing);
  MerResults     *results = mer_session_get_results (session);
  MerMethodology *methodology = mer_methodology_editing_get (self->editing);
  g_autoptr (GTask) task = NULL;
  Job *job = NULL;

  self->stale = FALSE;
  if (!can_compute (self))
    return;
  job = g_new0 (Job, 1);
  job->results = mer_results_ref (results);
  job->methodology = mer_methodology_ref (methodology);
  job->path = g_strdup (mer_document_get_path (mer_session_get_document (session)));
  job->read_only = mer_document_is_read_only (mer_session_get_document (session));
  job->needs_document = mer_what_if_needs_evidence (results->methodology, methodology);
  self->running = TRUE;
  if (self->spinner_timeout == 0)
    self->spinner_timeout = g_timeout_add (PATIENCE, still_running_cb, self);
  task = g_task_new (self, self->cancellable, computed_cb, NULL);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, compute_in_thread);
}

static void
changed_cb (MerMethodologyInfluence *self)
{
  if (!mer_methodology_editing_is_draft (self->editing))
    return;
  if (self->running)
    self->stale = TRUE;
  else
    start (self);
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_influence_dispose (GObject *object)
{
  MerMethodologyInfluence *self = MER_METHODOLOGY_INFLUENCE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_METHODOLOGY_INFLUENCE);
  g_clear_object (&self->editing);
  G_OBJECT_CLASS (mer_methodology_influence_parent_class)->dispose (object);
}

static void
mer_methodology_influence_finalize (GObject *object)
{
  g_object_unref (MER_METHODOLOGY_INFLUENCE (object)->cancellable);
  G_OBJECT_CLASS (mer_methodology_influence_parent_class)->finalize (object);
}

static void
mer_methodology_influence_class_init (MerMethodologyInfluenceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_influence_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_methodology_influence_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-influence.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyInfluence, text);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyInfluence, details);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyInfluence, grid);
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyInfluence, spinner);
}

static void
mer_methodology_influence_init (MerMethodologyInfluence *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
mer_methodology_influence_set_editing (MerMethodologyInfluence *self,
                                       MerMethodologyEditing   *editing)
{
  g_return_if_fail (MER_IS_METHODOLOGY_INFLUENCE (self) && self->editing == NULL);
  self->editing = g_object_ref (editing);
  g_signal_connect_object (editing, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (mer_methodology_editing_get_session (editing), "results-changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}

const char *
mer_methodology_influence_get_text (MerMethodologyInfluence *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_INFLUENCE (self), NULL);
  return gtk_label_get_text (self->text);
}

gboolean
mer_methodology_influence_is_current (MerMethodologyInfluence *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_INFLUENCE (self), FALSE);
  return !self->running && !self->stale;
}
