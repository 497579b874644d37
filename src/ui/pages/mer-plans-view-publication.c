/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Details of a plan, its publication among them: an address and a day done in the plan are done in
 * the register of publications too, in the one place that they are of. */

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "store/mer-record-store.h"
#include "ui/dialogs/mer-form.h"
#include "ui/dialogs/mer-record-form.h"
#include "ui/pages/mer-plans-view-private.h"

typedef struct
{
  AdwComboRow *place; /* owned; NULL: the register awaits nothing */
  char        *day;   /* as it was before the form; nullable */
  char        *link;
} Publication;

static void
publication_free (gpointer data)
{
  Publication *self = data;

  g_clear_object (&self->place);
  g_free (self->day);
  g_free (self->link);
  g_free (self);
}

/* The choices of the field, behind «by the address». */
static int
chosen_place (const Publication *self)
{
  return self->place != NULL ? (int) adw_combo_row_get_selected (self->place) - 1
                             : MER_PLACE_BY_ADDRESS;
}

/* As a publication that follows the one which the plan had before the form. */
static gboolean
publish (MerDocument       *document,
         const MerPlan     *plan,
         const Publication *self,
         GError           **error)
{
  g_autoptr (MerPlan) before = mer_record_copy (plan);

  g_free (before->published);
  g_free (before->link);
  before->published = g_strdup (self->day);
  before->link = g_strdup (self->link);
  return mer_store_save_record (document, before, error) &&
         mer_plans_publish (document, plan->record.id, chosen_place (self), plan->published,
                            plan->link, error);
}

/* Not what was published before, when only something else of the plan was changed. */
static gboolean
close_register (MerDocument *document,
                gpointer     record,
                gpointer     user_data,
                GError     **error)
{
  const MerPlan     *plan = record;
  const Publication *self = user_data;
  gboolean           same = g_strcmp0 (plan->published, self->day) == 0 &&
                  g_strcmp0 (plan->link, self->link) == 0;

  if (plan->published == NULL || (same && chosen_place (self) == MER_PLACE_BY_ADDRESS))
    return TRUE;
  return publish (document, plan, self, error);
}

static GtkWidget *
make_place (void)
{
  const MerField *field = mer_record_kind_field (&mer_record_publication, "place");
  GtkWidget      *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _("by the address"));
  for (guint i = 0; i < field->n_choices; i++)
    gtk_string_list_append (words, _(field->choices[i].title));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Place of publication"));
  mer_form_set_choices (ADW_COMBO_ROW (row), G_LIST_MODEL (words));
  return row;
}

/* Below the address and its note. Only where the register awaits the plan somewhere: elsewhere
 * there is nothing to tick off. */
static void
add_place (MerRecordForm *form,
           Publication   *publication)
{
  GtkWidget *link = mer_record_form_get_row (form, "link");
  GtkWidget *list = link != NULL ? gtk_widget_get_ancestor (link, GTK_TYPE_LIST_BOX) : NULL;

  if (list == NULL)
    return;
  publication->place = g_object_ref_sink (ADW_COMBO_ROW (make_place ()));
  gtk_list_box_insert (GTK_LIST_BOX (list), GTK_WIDGET (publication->place),
                       gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (link)) + 2);
}

void
mer_plans_view_edit_plan (MerPlansView *self)
{
  static const char *const hidden[] = { "organization", "version", "state", NULL };
  const MerPlanSheet      *sheet = mer_plans_view_sheet (self);
  MerRecordFormOptions     options = { .hidden = hidden, .also = close_register };
  MerSession              *session = mer_plans_view_session (self);
  GtkRoot                 *root = gtk_widget_get_root (GTK_WIDGET (self));
  Publication             *publication = NULL;
  MerRecordForm           *form = NULL;

  if (sheet == NULL || sheet->plan == NULL)
    return;
  publication = g_new0 (Publication, 1);
  publication->day = g_strdup (sheet->plan->published);
  publication->link = g_strdup (sheet->plan->link);
  options.user_data = publication;
  options.destroy = publication_free;
  form = mer_record_form_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session,
                                  sheet->plan, &options);
  if (mer_plans_is_awaited (mer_session_get_document (session), sheet->plan))
    add_place (form, publication);
}
