/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with the plans of the selected organizations: from findings to recommendations and
 * items, the next step of the way, receipt and publication. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "core/mer-day.h"
#include "ui/dialogs/mer-day-dialog.h"
#include "ui/mer-session-thread.h"
#include "ui/pages/mer-plans-view-private.h"

/* Points below which a share of answers is a shortcoming. */
#define THRESHOLD 90

static GtkWindow *
window_of (MerPlansView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* One change of all selected plans. */
typedef struct
{
  MerPlansView *view;
  gint64        cycle_id;
  GArray       *organizations;
  GArray       *plans; /* ids; of a step */
  MerPlanScope  scope;
  MerPlanState  state;
  const char   *day;
  const char   *approver;
  guint         n;
} Change;

static Change *
change_new (MerPlansView *self)
{
  Change *change = g_new0 (Change, 1);

  change->view = g_object_ref (self);
  change->cycle_id = self->book != NULL ? self->book->facts.cycle->id : 0;
  change->organizations = mer_plans_view_get_organizations (self);
  change->plans = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->scope.ids = (const gint64 *) change->organizations->data;
  change->scope.n = change->organizations->len;
  return change;
}

static void
change_free (gpointer data)
{
  Change *self = data;

  g_object_unref (self->view);
  g_array_unref (self->organizations);
  g_array_unref (self->plans);
  g_free (self);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Change, change_free)

static gboolean
perform (Change       *self,
         const char   *label,
         MerChangeFunc step)
{
  return mer_session_perform (mer_plans_view_session (self->view), label, NULL, step, self);
}

/* Of a region it takes longer than people wait: by a thread, one at a time. */
static void
perform_in_thread (Change       *self,
                   const char   *label,
                   MerChangeFunc step,
                   MerChangeDone done)
{
  if (self->view->working)
    {
      change_free (self);
      return;
    }
  self->view->working = TRUE;
  mer_plans_view_update_actions (self->view);
  mer_session_perform_in_thread (mer_plans_view_session (self->view), label, step, self, done);
}

static void
worked (Change *self)
{
  self->view->working = FALSE;
  if (self->view->table != NULL) /* else the window was closed meanwhile */
    mer_plans_view_update_actions (self->view);
}

void
mer_plans_view_tell_added (MerPlansView *self,
                           guint         n)
{
  g_autofree char *done = g_strdup_printf (ngettext ("%u item was added", "%u items were added",
                                                     n),
                                           n);

  mer_session_tell (mer_plans_view_session (self), done, n > 0);
}

/* --- from findings to items ------------------------------------------------------------------- */

static gboolean
find_step (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  Change *self = user_data;

  return mer_plans_find (document, self->cycle_id, NULL, THRESHOLD, &self->n, error);
}

static void
found_cb (gboolean changed,
          gpointer user_data)
{
  g_autoptr (Change) self = user_data;
  g_autofree char *done = NULL;

  worked (self);
  if (!changed)
    return;
  done = g_strdup_printf (ngettext ("%u finding was added", "%u findings were added", self->n),
                          self->n);
  mer_session_tell (mer_plans_view_session (self->view), done, self->n > 0);
}

void
mer_plans_view_find_results (MerPlansView *self)
{
  perform_in_thread (change_new (self), _("Findings from the results"), find_step, found_cb);
}

static gboolean
recommend_step (MerDocument *document,
                gpointer     user_data,
                GError     **error)
{
  Change          *self = user_data;
  g_autofree char *today = mer_today ();

  return mer_plans_recommend (document, self->cycle_id, &self->scope, today, &self->n, error);
}

void
mer_plans_view_recommend (MerPlansView *self)
{
  g_autoptr (Change) change = change_new (self);
  g_autofree char *done = NULL;

  if (!perform (change, _("Recommendations from findings"), recommend_step))
    return;
  done = g_strdup_printf (ngettext ("%u recommendation was added",
                                    "%u recommendations were added", change->n),
                          change->n);
  mer_session_tell (mer_plans_view_session (self), done, change->n > 0);
}

static gboolean
receive_step (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  Change *self = user_data;

  return mer_plans_receive (document, self->cycle_id, &self->scope, self->day, &self->n, error);
}

static void
received_cb (const char *day,
             const char *text,
             gpointer    user_data)
{
  Change          *self = user_data;
  g_autofree char *done = NULL;

  self->day = day;
  if (!perform (self, _("Receipt of recommendations"), receive_step))
    return;
  done = g_strdup_printf (ngettext ("%u recommendation was changed",
                                    "%u recommendations were changed", self->n),
                          self->n);
  mer_session_tell (mer_plans_view_session (self->view), done, self->n > 0);
}

void
mer_plans_view_receive (MerPlansView *self)
{
  const char *heading = _("Recommendations were received");
  const char *verb = _("_Record");

  mer_day_dialog_present (window_of (self), heading, verb, NULL, NULL, received_cb,
                          change_new (self), change_free);
}

static gboolean
make_step (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  Change      *self = user_data;
  MerPlansMade made = { 0 };

  if (!mer_plans_make (document, self->cycle_id, &self->scope, &made, error))
    return FALSE;
  self->n = made.n_items;
  return TRUE;
}

static void
made_cb (gboolean changed,
         gpointer user_data)
{
  g_autoptr (Change) self = user_data;

  worked (self);
  if (changed)
    mer_plans_view_tell_added (self->view, self->n);
}

void
mer_plans_view_make (MerPlansView *self)
{
  g_autoptr (Change) change = change_new (self);

  if (change->organizations->len > 0)
    perform_in_thread (g_steal_pointer (&change), _("Making improvement plans"), make_step,
                                                     made_cb);
}

/* --- the way of a plan ------------------------------------------------------------------------ */

static gboolean
take_step (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  Change *self = user_data;

  for (guint i = 0; i < self->plans->len; i++)
    if (!mer_plans_set_state (document, g_array_index (self->plans, gint64, i), self->state,
                              self->day, self->approver, error))
      return FALSE;
  return TRUE;
}

/* Of those that may take the step; `approver`: whoever approved another plan. */
static void
gather_plans (MerPlansView *self,
              Change       *change,
              const char  **approver)
{
  for (guint i = 0; i < change->organizations->len; i++)
    {
      const MerPlanSheet *sheet =
        mer_plan_book_sheet (self->book, g_array_index (change->organizations, gint64, i));

      if (sheet != NULL && sheet->plan != NULL &&
          mer_plans_may_become (self->book, sheet->plan, change->state))
        g_array_append_val (change->plans, sheet->plan->record.id);
    }
  *approver = NULL;
  for (guint i = 0; *approver == NULL && i < self->book->facts.plans->len; i++)
    *approver = ((const MerPlan *) self->book->facts.plans->pdata[i])->approver;
}

static void
stepped_cb (const char *day,
            const char *text,
            gpointer    user_data)
{
  Change          *self = user_data;
  g_autofree char *done = NULL;

  self->day = day;
  self->approver = text;
  /* Translators: a state of a plan. */
  done = g_strdup_printf (_("The plan is now: %s"), _(mer_plan_state_title (self->state)));
  mer_session_perform (mer_plans_view_session (self->view), _("State of a plan"), done, take_step,
                                                               self);
}

void
mer_plans_view_take_step (MerPlansView *self,
                          MerPlanState  state)
{
  g_autoptr (Change) change = NULL;
  const char *approver = NULL;
  const char *label = NULL;
  const char *verb = _("_Record");
  const char *heading = _(mer_plan_state_title (state));

  if (self->book == NULL)
    return;
  change = change_new (self);
  change->state = state;
  gather_plans (self, change, &approver);
  if (change->plans->len == 0)
    return;
  if (state == MER_PLAN_APPROVED)
    label = _("Approved by (post and name)");
  mer_day_dialog_present (window_of (self), heading, verb, label, approver, stepped_cb,
                          g_steal_pointer (&change), change_free);
}
