/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of plans: its tabs, and what each of them prints. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-improvement.h"
#include "report/mer-head-change.h"
#include "ui/mer-plan-keeper.h"
#include "ui/pages/mer-decisions-view.h"
#include "ui/pages/mer-plan-control-view.h"
#include "ui/pages/mer-plan-exchange.h"
#include "ui/pages/mer-plans-page.h"
#include "ui/pages/mer-plans-view.h"

struct _MerPlansPage
{
  MerTabPage parent_instance;
};

G_DEFINE_FINAL_TYPE (MerPlansPage, mer_plans_page, MER_TYPE_TAB_PAGE)

/* --- heads: scores and execution beside their terms ------------------------------------------- */

static gpointer
load_book (MerRecordTable *table,
           MerDocument    *document,
           gint64          cycle_id)
{
  MerPlanKeeper *keeper = mer_plan_keeper_of (mer_record_table_get_session (table));
  MerPlanBook   *book = mer_plan_keeper_get_book (keeper);

  return book != NULL ? mer_plan_book_ref (book) : NULL;
}

static void
unload_book (gpointer book)
{
  if (book != NULL)
    mer_plan_book_unref (book);
}

static const MerScoreRow *
row_of (MerRecordTable *table,
        const MerHead  *head)
{
  MerResults *results = mer_session_get_results (mer_record_table_get_session (table));

  return results != NULL ? mer_score_table_find (results->scores, head->organization) : NULL;
}

static char *
text_score (MerRecordTable *table,
            gconstpointer   record)
{
  const MerScoreRow *row = row_of (table, record);

  if (row == NULL || !row->total.defined)
    return g_strdup ("—");
  return mer_format_rational (mer_language_of_locale (), &row->total.value, 2);
}

static char *
text_change (MerRecordTable *table,
             gconstpointer   record)
{
  MerResults *results = mer_session_get_results (mer_record_table_get_session (table));
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (results == NULL ||
      !mer_head_change (record, results->scores, results->cycle->year, results->past, &change))
    return g_strdup ("—");
  return mer_format_difference (mer_language_of_locale (), &change, 2);
}

static char *
text_place (MerRecordTable *table,
            gconstpointer   record)
{
  const MerScoreRow *row = row_of (table, record);

  return row != NULL && row->rank > 0 ? g_strdup_printf ("%u", row->rank) : g_strdup ("—");
}

static char *
text_executed (MerRecordTable *table,
               gconstpointer   record)
{
  const MerPlanBook *book = mer_record_table_get_context (table);
  const MerHead     *own = NULL;
  MerExecution       execution = { { 0 }, 0 };

  /* the book has heads of its own: those that it was read with */
  for (guint i = 0; book != NULL && i < book->facts.heads->len; i++)
    if (((const MerRecord *) book->facts.heads->pdata[i])->id == ((const MerRecord *) record)->id)
      own = book->facts.heads->pdata[i];
  if (own == NULL)
    return g_strdup ("—");
  execution = mer_plan_book_execution_of (book, own);
  if (mer_execution_count (&execution) == 0)
    return g_strdup ("—");
  return g_strdup_printf (_("%u of %u"), execution.n[MER_STANDING_DONE],
                             mer_execution_count (&execution));
}

/* clang-format off */
static const MerRecordColumn head_columns[] = {
  { .key = "name", .expand = TRUE },
  { .key = "organization", .width = 160 },
  { .key = "post", .width = 108, .wide = TRUE },
  { .key = "since", .title = N_("Appointed"), .width = 92 },
  { .key = "until", .title = N_("Left office"), .width = 92 },
  { .id = "score", .title = N_("Score"), .width = 66, .end = TRUE, .text = text_score },
  { .id = "change", .title = N_("Change"), .width = 84, .end = TRUE, .text = text_change },
  { .id = "place", .title = N_("Place"), .width = 66, .end = TRUE, .text = text_place },
  { .id = "executed", .title = N_("Items done"), .width = 96, .end = TRUE, .text = text_executed },
};

static const MerRecordTableInfo heads = {
  .kind = "head", .columns = head_columns, .n_columns = G_N_ELEMENTS (head_columns),
  .by_organization = TRUE, .load = load_book, .unload = unload_book,
  .empty_title = N_("No heads of organizations are entered"),
  .empty_text = N_("Who headed an organization and when: score, place and execution of the plan "
                   "stand beside it, for the assessment of heads."),
};

static const MerRecordTableInfo recommendations = {
  .kind = "recommendation", .by_organization = TRUE,
  .empty_title = N_("There are no recommendations yet"),
  .empty_text = N_("What the council asks of organizations. The plan is due so many days after "
                   "they were received."),
};

static const MerRecordTableInfo measures = {
  .kind = "measure",
  .empty_title = N_("The library of measures is empty"),
  .empty_text = N_("Keep here what helped before: it is suggested for findings of its criterion."),
};

static const char *const plan_kinds[] = {
  "plan", "plan-item", "finding", "control-mark", NULL,
};
static const char *const decision_kinds[] = { "management-decision", "road-item", NULL };

static const MerTab tabs[] = {
  { "plans", N_("Plans"), mer_plans_view_get_type, NULL, plan_kinds },
  { "control", N_("Control"), mer_plan_control_view_get_type, NULL },
  { "recommendations", N_("Recommendations"), NULL, &recommendations },
  { "decisions", N_("Decisions"), mer_decisions_view_get_type, NULL, decision_kinds },
  { "heads", N_("Heads"), NULL, &heads },
  { "measures", N_("Measures"), NULL, &measures },
};
/* clang-format on */

/* --- the counter ------------------------------------------------------------------------------ */

char *
mer_plans_page_counter (MerSession *session)
{
  MerPlanBook *book = mer_plan_keeper_get_book (mer_plan_keeper_of (session));
  guint        n = book != NULL ? book->execution.n[MER_STANDING_OVERDUE] + book->n_missing : 0;

  /* Translators: how many plans and items need action; in the sidebar. */
  return n > 0 ? g_strdup_printf (_("%u !"), n) : NULL;
}

/* --- printing --------------------------------------------------------------------------------- */

/* What the shown tab prints. */
static const char *
kind_of (MerPlansPage *self)
{
  /* clang-format off */
  static const char *const kinds[][2] = {
    { "plans", "plan" }, { "control", "control" }, { "heads", "heads" },
    { "decisions", "road-map" },
  };
  /* clang-format on */
  const char *id = mer_tab_page_get_shown_id (MER_TAB_PAGE (self));

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (id, kinds[i][0]) == 0)
      return kinds[i][1];
  return "control";
}

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  MerPlansPage *self = user_data;
  MerDataView  *view = mer_tab_page_get_shown (MER_TAB_PAGE (self));
  const char   *kind = kind_of (self);
  g_autoptr (GArray) organizations = NULL;

  if (MER_IS_PLANS_VIEW (view))
    organizations = mer_plans_view_get_organizations (MER_PLANS_VIEW (view));
  if (organizations != NULL && organizations->len == 1 &&
      g_array_index (organizations, gint64, 0) == 0)
    {
      kind = "plan-municipal";
      g_array_set_size (organizations, 0);
    }
  mer_plan_exchange_print (GTK_WIDGET (self), mer_page_get_session (MER_PAGE (self)), kind,
                           organizations);
}

/* Tables that are dropped on the window while plans are shown are returned forms. */
static void
take_files_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  MerSession             *session = mer_page_get_session (user_data);
  MerPlanBook            *book = mer_plan_keeper_get_book (mer_plan_keeper_of (session));
  MerDataView            *view = mer_tab_page_get_shown (user_data);
  g_autofree const char **paths = g_variant_get_bytestring_array (parameter, NULL);
  g_autoptr (GArray) chosen = NULL;

  if (book == NULL)
    {
      mer_session_tell (session, _("The plans are still being read. Drop the files once more."),
                                    FALSE);
      return;
    }
  if (MER_IS_PLANS_VIEW (view))
    chosen = mer_plans_view_get_organizations (MER_PLANS_VIEW (view));
  mer_plan_exchange_read_forms (
    user_data, session, book,
    chosen != NULL && chosen->len == 1 ? g_array_index (chosen, gint64, 0) : 0, paths);
}

static const GActionEntry actions[] = {
  { "print", print_cb, NULL, NULL, NULL, { 0 } },
  { "take-files", take_files_cb, "aay", NULL, NULL, { 0 } },
};

/* --- the object ------------------------------------------------------------------------------- */

static void
opened_cb (MerPlansPage *self,
           gint64        organization)
{
  MerDataView *view = mer_tab_page_show_tab (MER_TAB_PAGE (self), "plans");

  mer_data_view_show_organization (view, organization);
  gtk_widget_grab_focus (GTK_WIDGET (view));
}

static void
mer_plans_page_view_made (MerTabPage  *page,
                          const char  *id,
                          MerDataView *view)
{
  if (MER_IS_PLAN_CONTROL_VIEW (view))
    g_signal_connect_object (view, "opened", G_CALLBACK (opened_cb), page, G_CONNECT_SWAPPED);
  else if (g_str_equal (id, "heads"))
    g_signal_connect_object (mer_plan_keeper_of (mer_page_get_session (MER_PAGE (page))),
                             "changed", G_CALLBACK (mer_record_table_changed),
                             mer_record_view_get_table (MER_RECORD_VIEW (view)),
                             G_CONNECT_SWAPPED);
}

static void
tell_overdue (MerPlansPage *self)
{
  MerSession      *session = mer_page_get_session (MER_PAGE (self));
  MerPlanBook     *book = mer_plan_keeper_get_book (mer_plan_keeper_of (session));
  guint            n = book != NULL ? book->execution.n[MER_STANDING_OVERDUE] : 0;
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u item is overdue", "%u items are overdue", n), n);
  mer_page_set_subtitle (MER_PAGE (self), text != NULL ? text : "");
}

static void
mer_plans_page_show_organization (MerPage *page,
                                  gint64   organization_id)
{
  opened_cb (MER_PLANS_PAGE (page), organization_id);
}

static void
mer_plans_page_constructed (GObject *object)
{
  MerPage *page = MER_PAGE (object);

  mer_page_add_actions (page, actions, G_N_ELEMENTS (actions));
  G_OBJECT_CLASS (mer_plans_page_parent_class)->constructed (object);
  mer_page_set_title (page, _("Plans"));
  g_signal_connect_object (mer_plan_keeper_of (mer_page_get_session (page)), "changed",
                           G_CALLBACK (tell_overdue), object, G_CONNECT_SWAPPED);
  tell_overdue (MER_PLANS_PAGE (object));
}

static void
mer_plans_page_class_init (MerPlansPageClass *klass)
{
  MerTabPageClass *tab_class = MER_TAB_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mer_plans_page_constructed;
  MER_PAGE_CLASS (klass)->show_organization = mer_plans_page_show_organization;
  MER_PAGE_CLASS (klass)->decided = MER_ABOUT_PLANS;
  MER_PAGE_CLASS (klass)->decided_otherwise = MER_ABOUT_RECOMMENDATIONS;
  mer_tab_page_class_set_tabs (tab_class, tabs, G_N_ELEMENTS (tabs));
  tab_class->view_made = mer_plans_page_view_made;
}

static void
mer_plans_page_init (MerPlansPage *self)
{
}
