/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with the selected items of plans: each a change of all of them at once. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "core/mer-day.h"
#include "ui/dialogs/mer-measure-dialog.h"
#include "ui/dialogs/mer-organizations-dialog.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/pages/mer-plans-view-private.h"

static GtkWindow *
window_of (MerPlansView *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

/* --- one change of several items -------------------------------------------------------------- */

typedef struct
{
  const GArray *ids;
  void (*edit) (MerPlanItem  *item,
                gconstpointer data);
  gconstpointer data;
} Edit;

static gboolean
edit_items (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  const Edit *edit = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < edit->ids->len; i++)
    {
      MerPlanItem *item = mer_store_record (document, &mer_record_plan_item,
                                            g_array_index (edit->ids, gint64, i), error);

      if (item == NULL)
        return FALSE;
      edit->edit (item, edit->data);
      g_ptr_array_add (items, item);
    }
  return mer_plans_save_items (document, items, NULL, error);
}

static void
perform (MerPlansView *self,
         const char   *label,
         void (*edit) (MerPlanItem  *item,
                       gconstpointer data),
         gconstpointer data)
{
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  Edit             change = { ids, edit, data };
  g_autofree char *done = g_strdup_printf (ngettext ("%u item was changed",
                                                     "%u items were changed", ids->len),
                                           ids->len);

  if (ids->len > 0)
    mer_session_perform (mer_plans_view_session (self), label, done, edit_items, &change);
}

static void
set_state (MerPlanItem  *item,
           gconstpointer state)
{
  item->state = *(const int *) state;
}

void
mer_plans_view_set_state (MerPlansView *self,
                          int           state)
{
  perform (self, _("State of items of a plan"), set_state, &state);
}

static void
set_measure (MerPlanItem  *item,
             gconstpointer measure)
{
  g_free (item->measure);
  item->measure = g_strdup (measure);
}

static void
replace_measure (const MerMeasureTaken *measure,
                 gpointer               user_data)
{
  perform (user_data, _("Measure of items of a plan"), set_measure, measure->measure);
}

/* --- deleting, copies ------------------------------------------------------------------------- */

static gboolean
delete_items (MerDocument *document,
              gpointer     ids,
              GError     **error)
{
  const GArray *list = ids;

  return mer_plans_delete_items (document, (const gint64 *) list->data, list->len, NULL, error);
}

void
mer_plans_view_delete_items (MerPlansView *self)
{
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  g_autofree char *done = g_strdup_printf (ngettext ("%u item was deleted",
                                                     "%u items were deleted", ids->len),
                                           ids->len);

  if (ids->len > 0)
    mer_session_perform (mer_plans_view_session (self), _("Deleting items of a plan"), done,
                                                           delete_items, ids);
}

typedef struct
{
  const GArray *ids;
  const GArray *organizations;
  guint         n;
} Copy;

static gboolean
copy_items (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  Copy *copy = user_data;

  return mer_plans_copy_items (document, (const gint64 *) copy->ids->data, copy->ids->len,
                               (const gint64 *) copy->organizations->data,
                               copy->organizations->len, &copy->n, error);
}

static void
organizations_chosen (GArray  *organizations,
                      gpointer user_data)
{
  MerPlansView *self = user_data;
  g_autoptr (GArray) ids = mer_plans_view_items (self);
  Copy copy = { ids, organizations, 0 };

  if (ids->len > 0 && organizations->len > 0 &&
      mer_session_perform (mer_plans_view_session (self), _("Copying items of a plan"), NULL,
                                                             copy_items, &copy))
    mer_plans_view_tell_added (self, copy.n);
}

void
mer_plans_view_copy_to (MerPlansView *self)
{
  g_autoptr (GPtrArray) organizations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  const MerPlanSheet *own = mer_plans_view_sheet (self);

  for (guint i = 0; self->book != NULL && i < self->book->facts.organizations->len; i++)
    {
      MerOrganization *one = self->book->facts.organizations->pdata[i];

      if (one->state == MER_ORGANIZATION_WORKING && (own == NULL || own->organization != one))
        g_ptr_array_add (organizations, mer_organization_ref (one));
    }
  mer_organizations_dialog_present (window_of (self), _("Copy to other organizations"),
                                                         organizations, organizations_chosen,
                                                         g_object_ref (self), g_object_unref);
}

/* --- measures of the library ------------------------------------------------------------------ */

typedef struct
{
  gint64                 cycle_id;
  gint64                 plan; /* 0: there is none yet */
  gint64                 organization;
  const MerMeasureTaken *measure;
} Addition;

/* The plan of the organization is made where there is none. */
static gboolean
add_item (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const Addition *addition = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);
  g_autoptr (MerPlan) plan = NULL;
  MerPlanItem *item = mer_record_new (&mer_record_plan_item, addition->cycle_id);

  g_ptr_array_add (items, item);
  item->plan = addition->plan;
  if (item->plan == 0)
    {
      plan = mer_record_new (&mer_record_plan, addition->cycle_id);
      plan->organization = addition->organization;
      plan->version = 1;
      if (!mer_store_save_record (document, plan, error))
        return FALSE;
      item->plan = plan->record.id;
    }
  item->criterion = g_strdup (addition->measure->criterion);
  item->measure = g_strdup (addition->measure->measure);
  item->post = g_strdup (addition->measure->post);
  return mer_plans_save_items (document, items, NULL, error);
}

static void
add_measure (const MerMeasureTaken *measure,
             gpointer               user_data)
{
  MerPlansView       *self = user_data;
  const MerPlanSheet *sheet = mer_plans_view_sheet (self);
  Addition            addition = { .measure = measure };

  if (sheet == NULL || self->book == NULL)
    return;
  addition.cycle_id = self->book->facts.cycle->id;
  addition.plan = sheet->plan != NULL ? sheet->plan->record.id : 0;
  addition.organization = sheet->organization != NULL ? sheet->organization->id : 0;
  mer_session_perform (mer_plans_view_session (self), _("Adding an item of a plan"),
                                                         _("The item was added"), add_item,
                                                            &addition);
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

void
mer_plans_view_choose_measure (MerPlansView *self,
                               gboolean      add)
{
  mer_measure_dialog_present (window_of (self), mer_plans_view_session (self),
                              criterion_of (self), add ? add_measure : replace_measure,
                              g_object_ref (self), g_object_unref);
}

/* --- control marks ---------------------------------------------------------------------------- */

/* What an inspector found of several items at once is a mark of each of them. */
static gboolean
mark_others (MerDocument *document,
             gpointer     record,
             gpointer     user_data,
             GError     **error)
{
  const GArray         *ids = user_data;
  const MerControlMark *mark = record;

  for (guint i = 1; i < ids->len; i++)
    {
      g_autoptr (MerControlMark) copy = mer_record_copy (mark);

      copy->record.id = 0;
      copy->record.position = 0;
      copy->plan_item = g_array_index (ids, gint64, i);
      if (!mer_store_save_record (document, copy, error))
        return FALSE;
    }
  return TRUE;
}

static void
unref_ids (gpointer ids)
{
  g_array_unref (ids);
}

void
mer_plans_view_mark (MerPlansView *self)
{
  GArray              *ids = mer_plans_view_items (self);
  MerRecordFormOptions options = { .also = mark_others, .user_data = ids, .destroy = unref_ids };
  g_autoptr (MerControlMark) mark = NULL;

  if (ids->len == 0)
    {
      g_array_unref (ids);
      return;
    }
  mark = mer_record_new (&mer_record_control_mark, self->book->facts.cycle->id);
  mark->plan_item = g_array_index (ids, gint64, 0);
  mark->day = mer_today ();
  mer_record_form_present (window_of (self), mer_plans_view_session (self), mark, &options);
}
