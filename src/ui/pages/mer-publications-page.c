/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of publications: kinds of records as tabs. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-due-dates.h"
#include "store/mer-registry-store.h"
#include "ui/pages/mer-issued-table.h"
#include "ui/pages/mer-publications-page.h"

struct _MerPublicationsPage
{
  MerTabPage parent_instance;
};

G_DEFINE_FINAL_TYPE (MerPublicationsPage, mer_publications_page, MER_TYPE_TAB_PAGE)

/* --- how things stand ------------------------------------------------------------------------ */

static gpointer
load_dates (MerRecordTable *table,
            MerDocument    *document,
            gint64          cycle_id)
{
  g_autoptr (GError) error = NULL;
  MerDueDates *dates =
    mer_due_dates_load (document, mer_record_table_get_kind (table), cycle_id, &error);

  if (dates == NULL)
    g_warning ("deadlines: %s", error->message);
  return dates;
}

static void
unload_dates (gpointer data)
{
  mer_due_dates_free (data);
}

static MerRecordState
record_state (MerDueState state)
{
  static const MerRecordState states[] = {
    [MER_DUE_OPEN] = MER_RECORD_STATE_NONE,
    [MER_DUE_PLANNED] = MER_RECORD_STATE_PLANNED,
    [MER_DUE_RUNNING] = MER_RECORD_STATE_WORK,
    [MER_DUE_OVERDUE] = MER_RECORD_STATE_OVERDUE,
    [MER_DUE_DONE] = MER_RECORD_STATE_DONE,
  };

  return states[state];
}

static MerDueState
due_state_of (MerRecordTable *table,
              gconstpointer   record)
{
  const MerDueDates *dates = mer_record_table_get_context (table);

  if (dates == NULL)
    return MER_DUE_OPEN;
  return mer_record_table_get_kind (table) == &mer_record_event
           ? mer_event_state (&dates->context, record)
           : mer_publication_state (&dates->context, record);
}

/* clang-format off */
static const char *const publication_words[] = {
  [MER_DUE_OPEN] = NULL, [MER_DUE_PLANNED] = NC_("publication", "ahead"),
  [MER_DUE_RUNNING] = NC_("publication", "due"), [MER_DUE_OVERDUE] = NC_("publication", "overdue"),
  [MER_DUE_DONE] = NC_("publication", "published"),
};

static const char *const event_words[] = {
  [MER_DUE_OPEN] = NULL, [MER_DUE_PLANNED] = NC_("event", "ahead"),
  [MER_DUE_RUNNING] = NC_("event", "due"), [MER_DUE_OVERDUE] = NC_("event", "overdue"),
  [MER_DUE_DONE] = NC_("event", "held"),
};
/* clang-format on */

static MerRecordState
tell_state (MerDueState state,
            const char *context,
            const char *words,
            char      **out)
{
  *out = g_strdup (words != NULL ? g_dpgettext2 (NULL, context, words) : "");
  return record_state (state);
}

static MerRecordState
publication_state (MerRecordTable *table,
                   gconstpointer   record,
                   char          **words)
{
  MerDueState state = due_state_of (table, record);

  return tell_state (state, "publication", publication_words[state], words);
}

static MerRecordState
event_state (MerRecordTable *table,
             gconstpointer   record,
             char          **words)
{
  MerDueState state = due_state_of (table, record);

  return tell_state (state, "event", event_words[state], words);
}

static gboolean
is_overdue (MerRecordTable *table,
            gconstpointer   record)
{
  return due_state_of (table, record) == MER_DUE_OVERDUE;
}

static gboolean
is_not_done (MerRecordTable *table,
             gconstpointer   record)
{
  return due_state_of (table, record) != MER_DUE_DONE;
}

static gboolean
is_not_checked (MerRecordTable *table,
                gconstpointer   record)
{
  const MerPublication *publication = record;

  return publication->done_on != NULL && publication->checked == NULL;
}

/* --- tabs ------------------------------------------------------------------------------------ */

/* clang-format off */
static const MerRecordColumn publication_columns[] = {
  { .key = "title", .expand = TRUE },
  { .key = "what", .width = 132, .wide = TRUE },
  { .key = "place", .width = 128 },
  { .key = "organization", .width = 116 },
  { .key = "deadline", .width = 174 },
  { .key = "done_on", .wide = TRUE },
};

static const MerRecordFilter publication_filters[] = {
  { "overdue", N_("Overdue"), is_overdue },
  { "open", N_("Not published"), is_not_done },
  { "unchecked", N_("Published, not checked"), is_not_checked },
};

static const MerRecordFilter event_filters[] = {
  { "overdue", N_("Overdue"), is_overdue },
  { "open", N_("Not held"), is_not_done },
};

static const MerRecordTableInfo publications = {
  .kind = "publication",
  .columns = publication_columns, .n_columns = G_N_ELEMENTS (publication_columns),
  .state = publication_state,
  .filters = publication_filters, .n_filters = G_N_ELEMENTS (publication_filters),
  .load = load_dates, .unload = unload_dates,
  .by_organization = TRUE,
  .empty_title = N_("There are no publications yet"),
  .empty_text = N_("Enter what has to be published, where and by when: the list of organizations, "
                   "the rules, the results, the plans."),
};

static const MerRecordTableInfo events = {
  .kind = "event",
  .state = event_state,
  .filters = event_filters, .n_filters = G_N_ELEMENTS (event_filters),
  .load = load_dates, .unload = unload_dates,
  .empty_title = N_("There are no events yet"),
  .empty_text = N_("Seminars, contests, public discussions: planned and held, with the number of "
                   "participants and the results."),
};

static const MerRecordTableInfo papers = {
  .kind = "paper",
  .empty_title = N_("There are no papers on file yet"),
  .empty_text = N_("Orders, letters, instructions, the regulation of the council: what they are, "
                   "of which day, and where they lie."),
};

static const MerTab tabs[] = {
  { "publications", N_("Publications"), NULL, &publications },
  { "events", N_("Events"), NULL, &events },
  { "papers", N_("Papers on file"), NULL, &papers },
  { "issued", N_("Issued documents"), NULL, &mer_issued_table_info },
};
/* clang-format on */

char *
mer_publications_page_counter (MerSession *session)
{
  guint  n = 0;
  gint64 cycle_id = mer_session_get_cycle_id (session);
  g_autoptr (MerCycle) cycle = NULL;

  if (!mer_store_find_cycle (mer_session_get_document (session), cycle_id, &cycle, NULL) ||
      cycle == NULL ||
      !mer_publications_overdue (mer_session_get_document (session), cycle->id, &n, NULL) ||
      n == 0)
    return NULL;
  /* Translators: a number in the sidebar of what needs somebody. */
  return g_strdup_printf (_("%u !"), n);
}

static void
mer_publications_page_view_made (MerTabPage  *page,
                                 const char  *id,
                                 MerDataView *view)
{
  if (g_str_equal (id, "issued"))
    mer_issued_table_set_up (mer_record_view_get_table (MER_RECORD_VIEW (view)));
}

static void
mer_publications_page_class_init (MerPublicationsPageClass *klass)
{
  MER_PAGE_CLASS (klass)->decided = MER_ABOUT_PUBLICATION;
  MER_TAB_PAGE_CLASS (klass)->view_made = mer_publications_page_view_made;
  mer_tab_page_class_set_tabs (MER_TAB_PAGE_CLASS (klass), tabs, G_N_ELEMENTS (tabs));
}

static void
mer_publications_page_init (MerPublicationsPage *self)
{
}
