/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of the tree of plans, and which of them can be done with what is selected. What they
 * do is in -items (selected items) and -plans (selected organizations). */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/pages/mer-plan-exchange.h"
#include "ui/pages/mer-plans-view-private.h"
#include "ui/widgets/mer-list-view.h"

MerSession *
mer_plans_view_session (MerPlansView *self)
{
  return mer_data_view_get_session (MER_DATA_VIEW (self));
}

/* An action that only calls a function of the view. */
#define ACTION(name, call)                         \
  static void name##_cb (GSimpleAction *action,    \
                         GVariant      *parameter, \
                         gpointer       user_data) \
  {                                                \
    MerPlansView *self = user_data;                \
                                                   \
    call;                                          \
  }

/* An item closes by what shows that it was done, not by a key alone. */
ACTION (done, mer_plan_inspector_ask_evidence (self->inspector))
ACTION (work, mer_plans_view_set_state (self, MER_PLAN_ITEM_WORK))
ACTION (reopen, mer_plans_view_set_state (self, MER_PLAN_ITEM_WORK))
ACTION (drop, mer_plans_view_set_state (self, MER_PLAN_ITEM_DROPPED))
ACTION (deadline, mer_plan_inspector_focus (self->inspector, "deadline"))
ACTION (edit, mer_plan_inspector_focus (self->inspector, "measure"))
ACTION (delete, mer_plans_view_delete_items (self))
ACTION (copy_to, mer_plans_view_copy_to (self))
ACTION (add, mer_plans_view_choose_measure (self, TRUE))
ACTION (measure, mer_plans_view_choose_measure (self, FALSE))
ACTION (mark, mer_plans_view_mark (self))
ACTION (make, mer_plans_view_make (self))
ACTION (find_results, mer_plans_view_find_results (self))
ACTION (recommend, mer_plans_view_recommend (self))
ACTION (receive, mer_plans_view_receive (self))
ACTION (plan, mer_plans_view_edit_plan (self))
ACTION (copy, mer_list_view_copy (self->table))
ACTION (context_menu, mer_list_view_popup (self->table))
ACTION (find, gtk_widget_grab_focus (GTK_WIDGET (self->search)))

static void
step_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlanState state = MER_PLAN_DRAFT;

  if (mer_plan_state_from_code (g_variant_get_string (parameter, NULL), &state))
    mer_plans_view_take_step (user_data, state);
}

/* --- the form -------------------------------------------------------------------------------- */

static void
form_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView *self = user_data;
  MerSession   *session = mer_plans_view_session (self);
  g_autoptr (GArray) organizations = mer_plans_view_get_organizations (self);

  if (organizations->len > 1)
    mer_plan_exchange_save_forms (GTK_WIDGET (self), session, self->book, organizations);
  else
    mer_plan_exchange_save_form (GTK_WIDGET (self), session, self->book,
                                 mer_plans_view_sheet (self));
}

static void
read_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);

  mer_plan_exchange_read_form (GTK_WIDGET (self), mer_plans_view_session (self), self->book,
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

  mer_plan_exchange_preview (GTK_WIDGET (self), mer_plans_view_session (self),
                             sheet != NULL && sheet->organization != NULL
                               ? sheet->organization->id
                               : 0);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) organizations = mer_plans_view_get_organizations (self);

  mer_plan_exchange_export (GTK_WIDGET (self), mer_plans_view_session (self), "plan",
                            organizations);
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
  { "drop", drop_cb, NULL, NULL, NULL, { 0 } },
  { "recommend", recommend_cb, NULL, NULL, NULL, { 0 } },
  { "receive", receive_cb, NULL, NULL, NULL, { 0 } },
  { "plan", plan_cb, NULL, NULL, NULL, { 0 } },
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
                                          "copy-to", "delete", "edit", "mark", "drop" };
  static const char *const of_plans[] = { "make", "step", "read", "recommend", "receive", "plan" };
  MerDataView             *view = MER_DATA_VIEW (self);
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  gboolean writable = self->book != NULL && !self->working &&
                      mer_session_may_write (mer_plans_view_session (self));
  gboolean sheet = mer_plans_view_sheet (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_items); i++)
    mer_data_view_set_action_enabled (view, of_items[i], writable && ids->len > 0);
  for (guint i = 0; i < G_N_ELEMENTS (of_plans); i++)
    mer_data_view_set_action_enabled (view, of_plans[i], writable && sheet);
  mer_data_view_set_action_enabled (view, "add", writable && sheet);
  mer_data_view_set_action_enabled (view, "find-results", writable);
  mer_data_view_set_action_enabled (view, "form", self->book != NULL);
  mer_data_view_set_action_enabled (view, "preview", self->book != NULL && sheet);
  mer_data_view_set_action_enabled (view, "export", self->book != NULL);
}
