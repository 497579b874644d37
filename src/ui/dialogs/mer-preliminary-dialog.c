/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Preliminary results, beside what they are now. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-preliminary.h"
#include "core/mer-day.h"
#include "cycle/mer-operator.h"
#include "report/mer-objection-words.h"
#include "report/mer-record-print.h"
#include "ui/dialogs/mer-preliminary-dialog.h"
#include "ui/mer-ui.h"
#include "ui/print/mer-report-actions.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-record-table.h"
#include "ui/widgets/mer-text-item.h"

enum
{
  CELL_ORGANIZATION,
  CELL_WAS,
  CELL_IS,
  CELL_CHANGE,
  CELL_PLACE_WAS,
  CELL_PLACE_IS,
  CELL_CODES,
  N_CELLS,
};

struct _MerPreliminaryDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkLabel      *state;
  GtkLabel      *reason; /* why nothing can be changed */
  GtkEntry      *decision;
  GtkButton     *publish;
  GtkButton     *withdraw;
  GtkMenuButton *document;
  GtkStack      *stack;
  GtkStack      *differences;
  GtkColumnView *view;

  /* owned */
  MerSession     *session;
  GListStore     *store;
  MerPreliminary *preliminary; /* nullable */

  MerRecordTable *remarks; /* child */
};

G_DEFINE_FINAL_TYPE (MerPreliminaryDialog, mer_preliminary_dialog, ADW_TYPE_WINDOW)

/* --- columns --------------------------------------------------------------------------------- */

#define CELL(name, n)                              \
  static char *text_##name (gpointer item)         \
  {                                                \
    return g_strdup (mer_text_item_get (item, n)); \
  }                                                \
  static guint rank_##name (gpointer item)         \
  {                                                \
    return mer_text_item_get_rank (item, n);       \
  }

CELL (organization, CELL_ORGANIZATION)
CELL (was, CELL_WAS)
CELL (is, CELL_IS)
CELL (change, CELL_CHANGE)
CELL (place_was, CELL_PLACE_WAS)
CELL (place_is, CELL_PLACE_IS)
CELL (codes, CELL_CODES)

static char *
row_tooltip (gpointer item)
{
  return g_strdup (mer_text_item_get_tooltip (item));
}

/* clang-format off */
static const MerListColumn columns[] = {
  { .id = "organization", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
    .text = text_organization, .rank = rank_organization, .tooltip = row_tooltip },
  { .id = "was", .title = N_("Preliminary score"), .width = 176, .end = TRUE, .text = text_was,
    .rank = rank_was },
  { .id = "is", .title = N_("Score now"), .width = 104, .end = TRUE, .text = text_is,
    .rank = rank_is },
  { .id = "change", .title = N_("Change"), .width = 96, .end = TRUE, .text = text_change,
    .rank = rank_change },
  { .id = "place-was", .title = N_("Place before"), .width = 104, .end = TRUE,
    .text = text_place_was, .rank = rank_place_was },
  { .id = "place-is", .title = N_("Place now"), .width = 104, .end = TRUE,
    .text = text_place_is, .rank = rank_place_is },
  { .id = "codes", .title = N_("Changed indicators"), .width = 176, .text = text_codes,
    .rank = rank_codes, .tooltip = row_tooltip },
};
/* clang-format on */

/* --- filling --------------------------------------------------------------------------------- */

static MerResults *
results_of (MerPreliminaryDialog *self)
{
  return mer_session_get_results (self->session);
}

static char *
place_text (guint rank)
{
  return rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("—");
}

/* Hundredths from a thousand points up, so that a loss sorts before a gain. */
static guint
score_rank (const char *text)
{
  return text != NULL ? (guint) (100000 + g_ascii_strtod (text, NULL) * 100) : 0;
}

static char *
change_text (const MerScoreDifference *at,
             guint                     decimals)
{
  g_auto (MerRational) was = MER_RATIONAL_ZERO;
  g_auto (MerRational) is = MER_RATIONAL_ZERO;
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (at->was == NULL || at->is == NULL || !mer_rational_parse (at->was, &was) ||
      !mer_rational_parse (at->is, &is))
    return g_strdup ("—");
  change = mer_rational_sub (&is, &was);
  return mer_format_difference (mer_language_of_locale (), &change, decimals);
}

static char *
codes_text (const MerScoreDifference *at,
            const MerMethodology     *methodology)
{
  if (!at->was_there)
    return g_strdup (_("was not in the preliminary rating"));
  return at->is_there ? mer_print_codes (mer_language_of_locale (), methodology, at->codes)
                      : g_strdup (_("is not in the rating any more"));
}

static MerTextItem *
make_item (MerPreliminaryDialog     *self,
           const MerScoreDifference *at,
           guint                     position)
{
  MerLanguage          language = mer_language_of_locale ();
  const MerScoreTable *scores = results_of (self)->scores;
  MerTextItem         *item = mer_text_item_new (at->organization_id, N_CELLS);
  char                *codes = codes_text (at, scores->methodology);

  mer_text_item_set (item, CELL_ORGANIZATION, g_strdup (at->name), position);
  mer_text_item_set (item, CELL_WAS, mer_objection_score_text (at->was, scores, language),
                     score_rank (at->was));
  mer_text_item_set (item, CELL_IS, mer_objection_score_text (at->is, scores, language),
                     score_rank (at->is));
  mer_text_item_set (item, CELL_CHANGE, change_text (at, scores->decimals),
                     100000 + score_rank (at->is) - score_rank (at->was));
  mer_text_item_set (item, CELL_PLACE_WAS, place_text (at->was_rank), at->was_rank);
  mer_text_item_set (item, CELL_PLACE_IS, place_text (at->is_rank), at->is_rank);
  mer_text_item_set_tooltip (item, g_strdup_printf ("%s\n%s", at->name, codes));
  mer_text_item_set (item, CELL_CODES, codes, position);
  return item;
}

static void
fill (MerPreliminaryDialog *self)
{
  guint n = self->preliminary != NULL ? self->preliminary->differences->len : 0;

  g_list_store_remove_all (self->store);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (MerTextItem) item = make_item (self, self->preliminary->differences->pdata[i], i);

      g_list_store_append (self->store, item);
    }
  gtk_stack_set_visible_child_name (self->differences, self->preliminary == NULL ? "none"
                                                       : n == 0                  ? "same"
                                                                                 : "table");
}

static char *
state_text (MerPreliminaryDialog *self)
{
  const MerPreliminary *preliminary = self->preliminary;
  gboolean              final = results_of (self)->cycle->approved;
  g_autofree char      *day = NULL;
  const char           *decision = NULL;

  if (preliminary == NULL && final)
    return g_strdup (_("The results were approved without a public discussion."));
  if (preliminary == NULL)
    return g_strdup (_("The results have not been put to public discussion. Their scores are kept "
                       "when they are; nothing is frozen by it."));
  day = mer_day_to_words (preliminary->day);
  decision = preliminary->kept->decision;
  return g_strdup_printf (
    final ? ngettext ("On %s results of %u organization were put to public discussion; the final "
                      "ones are approved. Ground: %s",
                      "On %s results of %u organizations were put to public discussion; the final "
                      "ones are approved. Ground: %s",
                      preliminary->n_kept)
          : ngettext ("Since %s results of %u organization have been under public discussion. "
                      "Ground: %s",
                      "Since %s results of %u organizations have been under public discussion. "
                      "Ground: %s",
                      preliminary->n_kept),
    day, preliminary->n_kept, decision != NULL ? decision : "—");
}

static void
update (MerPreliminaryDialog *self)
{
  MerResults      *results = results_of (self);
  MerDocument     *document = mer_session_get_document (self->session);
  const char      *read_only = mer_session_why_read_only (self->session);
  g_autofree char *text = NULL;
  gboolean         writable = FALSE;

  if (results == NULL)
    return;
  writable = !results->cycle->approved && read_only == NULL;
  g_clear_pointer (&self->preliminary, mer_preliminary_free);
  self->preliminary = mer_preliminary_load (document, results, NULL);
  text = state_text (self);
  gtk_label_set_text (self->state, text);
  gtk_label_set_text (self->reason, read_only != NULL ? read_only : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason),
                          read_only != NULL && !results->cycle->approved);
  gtk_widget_set_visible (GTK_WIDGET (self->publish), self->preliminary == NULL && writable);
  gtk_widget_set_visible (GTK_WIDGET (self->decision), self->preliminary == NULL && writable);
  gtk_widget_set_visible (GTK_WIDGET (self->withdraw), self->preliminary != NULL && writable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->document), self->preliminary != NULL);
  fill (self);
}

/* --- actions --------------------------------------------------------------------------------- */

typedef struct
{
  gint64      cycle_id;
  const char *decision;
} Change;

static gboolean
publish (MerDocument *document,
         gpointer     user_data,
         GError     **error)
{
  const Change *change = user_data;

  return mer_preliminary_publish (document, change->cycle_id, change->decision, error);
}

static gboolean
withdraw (MerDocument *document,
          gpointer     user_data,
          GError     **error)
{
  const Change *change = user_data;

  return mer_preliminary_withdraw (document, change->cycle_id, error);
}

static void
publish_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MerPreliminaryDialog *self = MER_PRELIMINARY_DIALOG (widget);
  const MerCycle       *cycle = results_of (self)->cycle;
  const char           *decision = gtk_editable_get_text (GTK_EDITABLE (self->decision));
  Change                change = { cycle->id, decision };
  g_autofree char      *label =
    g_strdup_printf (_("Preliminary results of “%s” put to discussion"), cycle->title);

  if (mer_session_perform (self->session, label, label, publish, &change))
    update (self);
}

static void
withdraw_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MerPreliminaryDialog *self = MER_PRELIMINARY_DIALOG (widget);
  const MerCycle       *cycle = results_of (self)->cycle;
  Change                change = { cycle->id, NULL };
  g_autofree char      *label =
    g_strdup_printf (_("Preliminary results of “%s” withdrawn"), cycle->title);

  if (mer_session_perform (self->session, label, label, withdraw, &change))
    update (self);
}

static MerReportJob *
make_job (MerPreliminaryDialog *self)
{
  return mer_report_job_new ("differences", results_of (self),
                             mer_session_get_document (self->session));
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  MerPreliminaryDialog *self = MER_PRELIMINARY_DIALOG (widget);
  g_autoptr (MerReportJob) job = make_job (self);

  mer_report_print (widget, self->session, job, _("Changes since the preliminary results"));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  MerPreliminaryDialog *self = MER_PRELIMINARY_DIALOG (widget);
  g_autoptr (MerReportJob) job = make_job (self);

  mer_report_export (widget, self->session, job, _("Changes since the preliminary results"));
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_preliminary_dialog_dispose (GObject *object)
{
  MerPreliminaryDialog *self = MER_PRELIMINARY_DIALOG (object);

  g_clear_object (&self->session);
  g_clear_object (&self->store);
  g_clear_pointer (&self->preliminary, mer_preliminary_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_PRELIMINARY_DIALOG);
  G_OBJECT_CLASS (mer_preliminary_dialog_parent_class)->dispose (object);
}

static void
mer_preliminary_dialog_class_init (MerPreliminaryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_preliminary_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-preliminary-dialog.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, state);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, decision);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, publish);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, withdraw);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, document);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, differences);
  gtk_widget_class_bind_template_child (widget_class, MerPreliminaryDialog, view);
  gtk_widget_class_install_action (widget_class, "preliminary.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "preliminary.withdraw", NULL, withdraw_cb);
  gtk_widget_class_install_action (widget_class, "preliminary.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "preliminary.save", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mer_preliminary_dialog_init (MerPreliminaryDialog *self)
{
  GtkSortListModel *sorted = NULL;
  g_autoptr (GtkMultiSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (MER_TYPE_TEXT_ITEM);
  mer_list_view_setup (self->view, columns, G_N_ELEMENTS (columns));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->store)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

static gboolean
shows_remark (MerRecordTable *table,
              gconstpointer   record)
{
  return mer_remark_is_of_discussion (record);
}

/* clang-format off */
static const MerRecordColumn remark_columns[] = {
  { .key = "day", .width = 92 },
  { .key = "source", .width = 148 },
  { .key = "organization", .width = 148 },
  { .key = "text", .expand = TRUE },
  { .key = "state", .width = 148 },
};

static const MerRecordTableInfo remarks = {
  .kind = "remark",
  .columns = remark_columns, .n_columns = G_N_ELEMENTS (remark_columns),
  .empty_title = N_("There are no remarks yet"),
  .empty_text = N_("What is said of the preliminary results and of organizations, with the source, "
                   "the day and the decision."),
};
/* clang-format on */

static void
add_remarks (MerPreliminaryDialog *self)
{
  self->remarks = MER_RECORD_TABLE (mer_record_table_new (self->session, &remarks, self));
  mer_record_table_set_filter (self->remarks, shows_remark);
  gtk_stack_add_titled (self->stack, GTK_WIDGET (self->remarks), "remarks",
                        _("Remarks and reviews"));
}

/**
 * mer_preliminary_dialog_present:
 * @parent: the window that asks
 * @session: whose cycle is looked at
 *
 * Returns: (transfer none) (nullable): the window
 */
MerPreliminaryDialog *
mer_preliminary_dialog_present (GtkWindow  *parent,
                                MerSession *session)
{
  MerPreliminaryDialog *self = NULL;

  if (mer_session_get_results (session) == NULL)
    return NULL;
  self = g_object_new (MER_TYPE_PRELIMINARY_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  add_remarks (self);
  g_signal_connect_object (session, "results-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
