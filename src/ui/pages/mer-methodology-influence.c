/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules that are being edited would change. One worker computes at a time, from values that
 * never change; what came while it ran is computed when it has ended, so that typing is never
 * held up and what stands here last is of the last rules. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-influence.h"
#include "ui/widgets/mer-children.h"

#define MOST 8        /* gains, and losses, that are listed */
#define PATIENCE 300  /* ms: what takes less shows nothing */

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
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  mer_results_unref (job->results);
  mer_methodology_unref (job->methodology);
  g_free (job);
}

/* --- words --------------------------------------------------------------------------------------- */

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

/* --- computing ------------------------------------------------------------------------------------- */

typedef struct
{
  char *name;
  guint from; /* places; 0: none */
  guint to;
} Move;

/* What a worker found. */
typedef struct
{
  guint      n_moved;
  GPtrArray *moves; /* of Move, the largest gain first */
} Influence;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_free (move->name);
  g_free (move);
}

static void
influence_free (gpointer data)
{
  Influence *self = data;

  g_ptr_array_unref (self->moves);
  g_free (self);
}

static int
gain_of (const Move *move)
{
  return (int) move->from - (int) move->to;
}

static int
compare_gains (gconstpointer a,
               gconstpointer b)
{
  return gain_of (*(Move *const *) b) - gain_of (*(Move *const *) a);
}

static Move *
move_new (const MerScoreRow *now,
          const MerScoreRow *then)
{
  Move *move = g_new0 (Move, 1);

  move->name = g_strdup (now->organization->name);
  move->from = now->rank;
  move->to = then->rank;
  return move;
}

static Influence *
compare_tables (const MerScoreTable *now,
                const MerScoreTable *then)
{
  Influence *self = g_new0 (Influence, 1);

  self->moves = g_ptr_array_new_with_free_func (move_free);
  for (guint i = 0; i < now->n_rows; i++)
    {
      const MerScoreRow *row = mer_score_table_find (then, now->rows[i].organization->id);

      if (row == NULL || row->rank == now->rows[i].rank)
        continue;
      self->n_moved++;
      g_ptr_array_add (self->moves, move_new (&now->rows[i], row));
    }
  g_ptr_array_sort (self->moves, compare_gains);
  return self;
}

static void
compute_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  const Job           *job = task_data;
  const MerScoreTable *now = job->results->scores;
  g_autoptr (MerScoreTable) then =
    mer_score_table_new (job->methodology, now->organizations, now->items, now->evidence);

  g_task_return_pointer (task, compare_tables (now, then), influence_free);
}

/* --- showing ------------------------------------------------------------------------------------------ */

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

static void
attach_move (MerMethodologyInfluence *self,
             const Move              *move,
             int                      row)
{
  g_autofree char *from = place_text (move->from);
  g_autofree char *to = place_text (move->to);
  g_autofree char *places = g_strdup_printf ("%s → %s", from, to);
  g_autofree char *gain =
    move->from > 0 && move->to > 0 ? places_text (gain_of (move)) : g_strdup ("");

  attach (self, move->name, 0, row, 0);
  attach (self, places, 1, row, 1);
  attach (self, gain, 2, row, 1);
}

static void
attach_heading (MerMethodologyInfluence *self,
                const char              *text,
                int                      row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "mer-section");
  gtk_grid_attach (self->grid, label, 0, row, 3, 1);
}

/* The largest gains from the top, the largest losses from the bottom of the list. */
static void
show_moves (MerMethodologyInfluence *self,
            const Influence         *influence)
{
  int   row = 0;
  guint n = influence->moves->len;

  mer_grid_clear (self->grid);
  for (guint i = 0; i < MIN (n, MOST) && gain_of (influence->moves->pdata[i]) > 0; i++)
    {
      if (i == 0)
        attach_heading (self, _("Largest gains"), row++);
      attach_move (self, influence->moves->pdata[i], row++);
    }
  for (guint i = 0; i < MIN (n, MOST) && gain_of (influence->moves->pdata[n - 1 - i]) < 0; i++)
    {
      if (i == 0)
        attach_heading (self, _("Largest losses"), row++);
      attach_move (self, influence->moves->pdata[n - 1 - i], row++);
    }
}

static const Move *
largest (const Influence *influence)
{
  const Move *first = influence->moves->pdata[0];
  const Move *last = influence->moves->pdata[influence->moves->len - 1];

  return ABS (gain_of (last)) > ABS (gain_of (first)) ? last : first;
}

static void
show_influence (MerMethodologyInfluence *self,
                const Influence         *influence)
{
  const Move      *move = influence->n_moved > 0 ? largest (influence) : NULL;
  g_autofree char *gain = move != NULL ? places_text (gain_of (move)) : NULL;
  g_autofree char *text = NULL;

  if (move == NULL)
    text = g_strdup (_("Influence: no place changes"));
  else
    /* Translators: how many places of the rating change, and the organization that moves most. */
    text = g_strdup_printf (ngettext ("Influence: %u place changes; most of all %s %s",
                                      "Influence: %u places change; most of all %s %s",
                                      influence->n_moved),
                            influence->n_moved, move->name, gain);
  say (self, text);
  show_moves (self, influence);
  gtk_widget_set_visible (self->details, move != NULL);
}

/* --- the worker --------------------------------------------------------------------------------------- */

static void start (MerMethodologyInfluence *self);

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
  Influence *influence = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  if (!g_cancellable_is_cancelled (self->cancellable))
    {
      stop_spinner (self);
      if (influence != NULL)
        show_influence (self, influence);
      else
        say (self, error->message);
      if (self->stale)
        start (self);
    }
  g_clear_pointer (&influence, influence_free);
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
  if (results == NULL || methodology == NULL || results->scores->n_ranked == 0)
    {
      say (self, _("Influence: there is no rating yet"));
      gtk_widget_set_visible (self->details, FALSE);
      return;
    }
  job = g_new0 (Job, 1);
  job->results = mer_results_ref (results);
  job->methodology = mer_methodology_ref (methodology);
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

/* --- the object --------------------------------------------------------------------------------------- */

static void
mer_methodology_influence_dispose (GObject *object)
{
  MerMethodologyInfluence *self = MER_METHODOLOGY_INFLUENCE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->spinner_timeout, g_source_remove);
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
