/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with the selected rows of the tree of plans. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "core/mer-day.h"
#include "ui/dialogs/mer-measure-dialog.h"
#include "ui/dialogs/mer-organizations-dialog.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/pages/mer-plan-exchange.h"
#include "ui/pages/mer-plans-view-private.h"
#include "ui/widgets/mer-list-view.h"

/* Points below which a share of answers is a shortcoming. */
#define THRESHOLD 90

static MerSession *
session_of (MerPlansView *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

static GtkWindow *
window_of (MerPlansView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- changes of the selected items ----------------------------------------------------------- */

typedef struct
{
  MerPlansView *view;
  GArray       *ids;           /* of items */
  GArray       *organizations; /* of gint64; nullable */
  gint64        cycle_id;
  gint64        organization;
  gint64        plan;
  int           state;
  char         *text;
  const char   *criterion;
  guint         n;
} Change;

static gboolean
set_state (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  Change *change = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < change->ids->len; i++)
    {
      MerPlanItem *item = mer_store_record (document, &mer_record_plan_item,
                                            g_array_index (change->ids, gint64, i), error);

      if (item == NULL)
        return FALSE;
      item->state = change->state;
      g_ptr_array_add (items, item);
    }
  return mer_plans_save_items (document, items, NULL, error);
}

static void
change_state (MerPlansView *self,
              int           state)
{
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  Change           change = { .ids = ids, .state = state };
  g_autofree char *done = g_strdup_printf (ngettext ("%u item was changed",
                                                     "%u items were changed", ids->len),
                                           ids->len);

  if (ids->len > 0)
    mer_session_perform (session_of (self), _("State of items of a plan"), done, set_state,
                                               &change);
}

static void
work_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  change_state (user_data, MER_PLAN_ITEM_WORK);
}

static void
reopen_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  change_state (user_data, MER_PLAN_ITEM_WORK);
}

/* An item closes by what shows that it was done, not by a key alone. */
static void
done_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_plan_inspector_ask_evidence (MER_PLANS_VIEW (user_data)->inspector);
}

static void
deadline_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  mer_plan_inspector_focus (MER_PLANS_VIEW (user_data)->inspector, "deadline");
}

static void
edit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_plan_inspector_focus (MER_PLANS_VIEW (user_data)->inspector, "measure");
}

static gboolean
delete_items (MerDocument *document,
              gpointer     user_data,
              GError     **error)
{
  Change *change = user_data;

  return mer_plans_delete_items (document, (const gint64 *) change->ids->data, change->ids->len,
                                 NULL, error);
}

static void
delete_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  Change           change = { .ids = ids };
  g_autofree char *done = g_strdup_printf (ngettext ("%u item was deleted",
                                                     "%u items were deleted", ids->len),
                                           ids->len);

  if (ids->len > 0)
    mer_session_perform (session_of (self), _("Deleting items of a plan"), done, delete_items,
                                               &change);
}

/* --- copies ---------------------------------------------------------------------------------- */

static gboolean
copy_items (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  Change *change = user_data;

  return mer_plans_copy_items (document, (const gint64 *) change->ids->data, change->ids->len,
                               (const gint64 *) change->organizations->data,
                               change->organizations->len, &change->n, error);
}

static void
organizations_chosen (GArray  *organizations,
                      gpointer user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  Change           change = { .ids = ids, .organizations = organizations };
  g_autofree char *done = NULL;

  if (ids->len == 0 || organizations->len == 0 ||
      !mer_session_perform (session_of (self), _("Copying items of a plan"), NULL, copy_items,
                                                  &change))
    return;
  done = g_strdup_printf (ngettext ("%u item was added", "%u items were added", change.n),
                          change.n);
  mer_session_tell (session_of (self), done, change.n > 0);
}

static void
copy_to_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GPtrArray) organizations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  const char         *title = _("Copy to other organizations");
  const MerPlanSheet *own = mer_plans_view_sheet (self);

  for (guint i = 0; self->book != NULL && i < self->book->facts.organizations->len; i++)
    {
      MerOrganization *one = self->book->facts.organizations->pdata[i];

      if (one->state == MER_ORGANIZATION_WORKING && (own == NULL || own->organization != one))
        g_ptr_array_add (organizations, mer_organization_ref (one));
    }
  mer_organizations_dialog_present (window_of (self), title, organizations, organizations_chosen,
                                    g_object_ref (self), g_object_unref);
}

/* --- new items ------------------------------------------------------------------------------- */

/* The plan of the organization, made where there is none. */
static gboolean
add_item (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  Change *change = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (MerPlan) plan = NULL;
  MerPlanItem *item = NULL;

  if (change->plan == 0)
    {
      plan = mer_record_new (&mer_record_plan, change->cycle_id);
      plan->organization = change->organization;
      plan->version = 1;
      if (!mer_store_save_record (document, plan, error))
        return FALSE;
      change->plan = plan->record.id;
    }
  item = mer_record_new (&mer_record_plan_item, change->cycle_id);
  item->plan = change->plan;
  item->criterion = g_strdup (change->criterion);
  item->measure = g_strdup (change->text);
  g_ptr_array_add (items, item);
  return mer_plans_save_items (document, items, NULL, error);
}

static void
add_measure (const MerMeasureTaken *measure,
             gpointer               user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);
  Change              change = { 0 };

  if (sheet == NULL || self->book == NULL)
    return;
  change.cycle_id = self->book->facts.cycle->id;
  change.plan = sheet->plan != NULL ? sheet->plan->record.id : 0;
  change.organization = sheet->organization != NULL ? sheet->organization->id : 0;
  change.text = measure->measure;
  change.criterion = measure->criterion;
  mer_session_perform (session_of (self), _("Adding an item of a plan"), _("The item was added"),
                                                                             add_item, &change);
}

static const char *
criterion_of (MerPlansView *self)
{
  g_autoptr (GPtrArray) nodes = mer_plans_view_selected (self);
  MerPlanNode *node = nodes->len > 0 ? nodes->pdata[0] : NULL;

  if (node != NULL && node->kind == MER_PLAN_NODE_LINE)
    return node->line->item->criterion;
  return node != NULL && node->kind == MER_PLAN_NODE_FINDING ? node->finding->criterion : NULL;
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  MerPlansView *self = user_data;

  mer_measure_dialog_present (window_of (self), session_of (self), criterion_of (self),
                              add_measure, g_object_ref (self), g_object_unref);
}

static gboolean
set_measure (MerDocument *document,
             gpointer     user_data,
             GError     **error)
{
  Change *change = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < change->ids->len; i++)
    {
      MerPlanItem *item = mer_store_record (document, &mer_record_plan_item,
                                            g_array_index (change->ids, gint64, i), error);

      if (item == NULL)
        return FALSE;
      g_free (item->measure);
      item->measure = g_strdup (change->text);
      g_ptr_array_add (items, item);
    }
  return mer_plans_save_items (document, items, NULL, error);
}

static void
replace_measure (const MerMeasureTaken *measure,
                 gpointer               user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  Change           change = { .ids = ids, .text = measure->measure };
  g_autofree char *done = g_strdup_printf (ngettext ("%u item was changed",
                                                     "%u items were changed", ids->len),
                                           ids->len);

  if (ids->len > 0)
    mer_session_perform (session_of (self), _("Measure of items of a plan"), done, set_measure,
                                               &change);
}

static void
measure_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerPlansView *self = user_data;

  mer_measure_dialog_present (window_of (self), session_of (self), criterion_of (self),
                              replace_measure, g_object_ref (self), g_object_unref);
}

/* --- plans ----------------------------------------------------------------------------------- */

static gboolean
make_plans (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  Change      *change = user_data;
  MerPlansMade made = { 0 };

  if (!mer_plans_make (document, change->cycle_id, change->organization, &made, error))
    return FALSE;
  change->n = made.n_items;
  return TRUE;
}

static void
make_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);
  Change              change = { 0 };
  g_autofree char    *done = NULL;

  if (sheet == NULL || sheet->organization == NULL)
    return;
  change.cycle_id = self->book->facts.cycle->id;
  change.organization = sheet->organization->id;
  if (!mer_session_perform (session_of (self), _("Making improvement plans"), NULL, make_plans,
                                                  &change))
    return;
  done = g_strdup_printf (ngettext ("%u item was added", "%u items were added", change.n),
                          change.n);
  mer_session_tell (session_of (self), done, change.n > 0);
}

static gboolean
find_shortcomings (MerDocument *document,
                   gpointer     user_data,
                   GError     **error)
{
  Change *change = user_data;

  return mer_plans_find (document, change->cycle_id, 0, THRESHOLD, &change->n, error);
}

static void
find_results_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  MerPlansView    *self = user_data;
  Change           change = { 0 };
  g_autofree char *done = NULL;

  change.cycle_id = self->book != NULL ? self->book->facts.cycle->id : 0;
  if (!mer_session_perform (session_of (self), _("Findings from the results"), NULL,
                                                  find_shortcomings, &change))
    return;
  done = g_strdup_printf (ngettext ("%u finding was added", "%u findings were added", change.n),
                          change.n);
  mer_session_tell (session_of (self), done, change.n > 0);
}

static gboolean
take_step (MerDocument *document,
           gpointer     user_data,
           GError     **error)
{
  Change          *change = user_data;
  g_autofree char *today = mer_today ();

  return mer_plans_set_state (document, change->plan, (MerPlanState) change->state, today, NULL,
                              error);
}

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);
  Change              change = { 0 };
  MerPlanState        state = MER_PLAN_DRAFT;
  g_autofree char    *done = NULL;

  if (sheet == NULL || sheet->plan == NULL ||
      !mer_plan_state_from_code (g_variant_get_string (parameter, NULL), &state))
    return;
  change.plan = sheet->plan->record.id;
  change.state = (int) state;
  /* Translators: a state of a plan. */
  done = g_strdup_printf (_("The plan is now: %s"), _(mer_plan_state_title (state)));
  mer_session_perform (session_of (self), _("State of a plan"), done, take_step, &change);
}

/* --- control marks --------------------------------------------------------------------------- */

static void
mark_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  g_autoptr (MerControlMark) mark = NULL;

  if (ids->len != 1)
    return;
  mark = mer_record_new (&mer_record_control_mark, self->book->facts.cycle->id);
  mark->plan_item = g_array_index (ids, gint64, 0);
  mark->day = mer_today ();
  mer_record_form_present (window_of (self), session_of (self), mark, NULL);
}

/* --- the form -------------------------------------------------------------------------------- */

static void
form_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView *self = user_data;

  mer_plan_exchange_save_form (GTK_WIDGET (self), session_of (self), self->book,
                               mer_plans_view_sheet (self));
}

static void
read_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);

  mer_plan_exchange_read_form (GTK_WIDGET (self), session_of (self), self->book,
                               sheet != NULL && sheet->organization != NULL
                                 ? sheet->organization->id
                                 : 0);
}

static void
preview_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);

  mer_plan_exchange_preview (GTK_WIDGET (self), session_of (self),
                             sheet != NULL && sheet->organization != NULL
                               ? sheet->organization->id
                               : 0);
}

/* --- the rest -------------------------------------------------------------------------------- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  mer_list_view_copy (MER_PLANS_VIEW (user_data)->table);
}

static void
context_menu_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  mer_list_view_popup (MER_PLANS_VIEW (user_data)->table);
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  gtk_widget_grab_focus (GTK_WIDGET (MER_PLANS_VIEW (user_data)->search));
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) organizations = mer_plans_view_get_organizations (self);

  mer_plan_exchange_export (GTK_WIDGET (self), session_of (self), "plan", organizations);
}

static const GActionEntry entries[] = {
  { "add", add_cb, NULL, NULL, NULL, { 0 } },
  { "edit", edit_cb, NULL, NULL, NULL, { 0 } },
  { "delete", delete_cb, NULL, NULL, NULL, { 0 } },
  { "copy", copy_cb, NULL, NULL, NULL, { 0 } },
  { "find", find_cb, NULL, NULL, NULL, { 0 } },
  { "export", export_cb, NULL, NULL, NULL, { 0 } },
  { "context-menu", context_menu_cb, NULL, NULL, NULL, { 0 } },
  { "done", done_cb, NULL, NULL, NULL, { 0 } },
  { "work", work_cb, NULL, NULL, NULL, { 0 } },
  { "reopen", reopen_cb, NULL, NULL, NULL, { 0 } },
  { "deadline", deadline_cb, NULL, NULL, NULL, { 0 } },
  { "measure", measure_cb, NULL, NULL, NULL, { 0 } },
  { "copy-to", copy_to_cb, NULL, NULL, NULL, { 0 } },
  { "mark", mark_cb, NULL, NULL, NULL, { 0 } },
  { "make", make_cb, NULL, NULL, NULL, { 0 } },
  { "find-results", find_results_cb, NULL, NULL, NULL, { 0 } },
  { "step", step_cb, "s", NULL, NULL, { 0 } },
  { "form", form_cb, NULL, NULL, NULL, { 0 } },
  { "read", read_cb, NULL, NULL, NULL, { 0 } },
  { "preview", preview_cb, NULL, NULL, NULL, { 0 } },
};

void
mer_plans_view_add_actions (MerPlansView *self)
{
  mer_data_view_add_actions (MER_DATA_VIEW (self), entries, G_N_ELEMENTS (entries));
}

void
mer_plans_view_update_actions (MerPlansView *self)
{
  static const char *const of_items[] = { "done", "work", "reopen", "deadline", "measure",
                                          "copy-to", "delete", "edit" };
  static const char *const of_plans[] = { "make", "step", "read" };
  MerDataView             *view = MER_DATA_VIEW (self);
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  gboolean writable = self->book != NULL &&
                      !mer_document_is_read_only (mer_session_get_document (session_of (self)));
  gboolean sheet = mer_plans_view_sheet (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_items); i++)
    mer_data_view_set_action_enabled (view, of_items[i], writable && ids->len > 0);
  for (guint i = 0; i < G_N_ELEMENTS (of_plans); i++)
    mer_data_view_set_action_enabled (view, of_plans[i], writable && sheet);
  mer_data_view_set_action_enabled (view, "mark", writable && ids->len == 1);
  mer_data_view_set_action_enabled (view, "add", writable && sheet);
  mer_data_view_set_action_enabled (view, "find-results", writable);
  mer_data_view_set_action_enabled (view, "form", self->book != NULL);
  mer_data_view_set_action_enabled (view, "preview", self->book != NULL && sheet);
  mer_data_view_set_action_enabled (view, "export", self->book != NULL);
}
