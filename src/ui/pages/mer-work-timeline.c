/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The work plan on a time scale. An item is opened by its form. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-work-plan.h"
#include "chart/mer-timeline-work.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/pages/mer-work-timeline.h"
#include "ui/widgets/mer-timeline.h"

struct _MerWorkTimeline
{
  MerDataView parent_instance;

  /* children */
  GtkStack    *stack;
  MerTimeline *timeline;

  MerWorkPlan *plan; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (MerWorkTimeline, mer_work_timeline, MER_TYPE_DATA_VIEW)

static void
fill (MerWorkTimeline *self)
{
  GPtrArray *rows = self->plan != NULL ? mer_timeline_rows_of_work (&self->plan->context)
                                       : g_ptr_array_new ();

  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "timeline" : "empty");
  mer_timeline_set_rows (self->timeline, rows,
                         self->plan != NULL ? self->plan->context.today : MER_DAY_NONE);
}

static void
mer_work_timeline_update (MerDataView *view)
{
  MerWorkTimeline *self = MER_WORK_TIMELINE (view);
  MerSession      *session = mer_data_view_get_session (view);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->plan, mer_work_plan_unref);
  self->plan = mer_work_plan_load (mer_session_get_document (session),
                                   mer_session_get_cycle_id (session), &error);
  fill (self);
}

static void
activate_cb (MerWorkTimeline *self,
             gint64           id)
{
  gconstpointer item =
    self->plan != NULL ? mer_record_set_find (self->plan->records, &mer_record_work_item, id)
                       : NULL;

  if (item != NULL)
    mer_record_form_present (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                             mer_data_view_get_session (MER_DATA_VIEW (self)), item, NULL);
}

static gboolean
mer_work_timeline_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (MER_WORK_TIMELINE (widget)->timeline),
                                 GTK_DIR_TAB_FORWARD);
}

static void
mer_work_timeline_finalize (GObject *object)
{
  g_clear_pointer (&MER_WORK_TIMELINE (object)->plan, mer_work_plan_unref);
  G_OBJECT_CLASS (mer_work_timeline_parent_class)->finalize (object);
}

static void
mer_work_timeline_class_init (MerWorkTimelineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_work_timeline_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_work_timeline_grab_focus;
  MER_DATA_VIEW_CLASS (klass)->update = mer_work_timeline_update;
}

static void
mer_work_timeline_init (MerWorkTimeline *self)
{
  GtkWidget *empty = adw_status_page_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->timeline = MER_TIMELINE (mer_timeline_new ());
  adw_status_page_set_title (ADW_STATUS_PAGE (empty), _("There is no plan yet"));
  adw_status_page_set_description (ADW_STATUS_PAGE (empty),
                                   _("Add items to it on the tab “Table”, or take a sample."));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->timeline), "timeline");
  gtk_stack_add_named (self->stack, empty, "empty");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
  g_signal_connect_object (self->timeline, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}
