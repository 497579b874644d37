/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window makes a user wait for in a document as bench-generate-cycle fills it: opening
 * each page, one edit on each, searching, sorting, another cycle, taking back.
 *
 *   cycle-window DOCUMENT
 *
 * One line a work: the longest time for which the main loop did nothing else, all time of the main
 * thread, both in milliseconds of the processor and as ratios to reading the items of the plans
 * once; and the time until nothing moved any more. The document is changed. */

#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app/mer-check-rules.h"
#include "cycle/mer-council.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-record-kinds.h"
#include "cycle/mer-work-plan.h"
#include "store/mer-finding-store.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"
#include "ui/mer-plan-keeper.h"
#include "ui/mer-ui.h"
#include "ui/mer-window.h"
#include "ui/pages/mer-tab-page.h"

#define REST (200 * 1000) /* microseconds without anything to do: it is shown */
#define PATIENCE (10 * 1000 * 1000)
#define NOTHING 3.0 /* milliseconds: an iteration that only looked, or blinked a cursor */

typedef struct
{
  MerWindow   *window;
  MerSession  *session;
  MerDocument *document;
  double       anchor;
  guint        number; /* of edits */
} Bench;

static double
processor (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1000.0 + (double) now.tv_nsec / 1e6;
}

static gboolean
is_busy (Bench *self)
{
  return self->session != NULL &&
         (!mer_session_is_current (self->session) || mer_session_get_busy (self->session));
}

static void
measure (Bench      *self,
         const char *what,
         void (*work) (Bench *, const char *),
         const char *argument)
{
  gint64 start = g_get_monotonic_time ();
  gint64 last = 0;
  double before = processor ();
  double first = before;
  double longest = 0;

  work (self, argument);
  for (gboolean more = TRUE; more;)
    {
      double now = processor ();
      gint64 moment = g_get_monotonic_time ();

      longest = MAX (longest, now - before);
      if (last == 0 || now - before > NOTHING || is_busy (self))
        last = moment;
      if (moment - last > REST || moment - start > PATIENCE)
        more = FALSE;
      if (!g_main_context_pending (NULL))
        g_usleep (500);
      before = processor ();
      g_main_context_iteration (NULL, FALSE);
    }
  if (is_busy (self))
    g_print ("not at rest: ");
  g_print ("%-44s %8.1f %7.2f %8.1f %7.2f %9.0f\n", what, longest, longest / self->anchor,
           processor () - first, (processor () - first) / self->anchor,
           (double) (last - start) / 1000.0);
}

/* --- works ----------------------------------------------------------------------------------- */

static void
open_page (Bench      *self,
           const char *id)
{
  mer_window_show_page (self->window, id);
}

static void
open_tab (Bench      *self,
          const char *id)
{
  mer_tab_page_show_tab (MER_TAB_PAGE (mer_window_get_page (self->window)), id);
}

/* What is signed is not taken. */
static gboolean
store_text (Bench           *self,
            const MerRecord *stored,
            const MerField  *field,
            const char      *text)
{
  g_autoptr (MerRecord) record = mer_record_copy (stored);

  mer_record_take_text (record, field, g_strdup (text));
  g_assert_true (mer_document_begin (self->document, "edit", NULL));
  if (mer_store_save_record (self->document, record, NULL))
    return mer_document_commit (self->document, NULL);
  mer_document_rollback (self->document);
  return FALSE;
}

/* The text whose column is named of the first record behind the middle of its kind that may be
 * changed. */
static void
edit (Bench      *self,
      const char *what)
{
  g_auto (GStrv) parts = g_strsplit (what, ".", 2);
  const MerRecordKind *kind = mer_record_kind_find (parts[0]);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (MerCycle) cycle = NULL;
  g_autofree char *text = g_strdup_printf ("Изменено в %u-й раз", ++self->number);
  guint            at = 0;

  cycle = mer_store_cycle (self->document, mer_session_get_cycle_id (self->session), NULL);
  all = mer_store_record_snapshot (self->document, kind, cycle->id, &error);
  g_assert_no_error (error);
  at = all->len / 2;
  while (at < all->len && !store_text (self, all->pdata[at], mer_record_kind_field (kind, parts[1]),
                                       text))
    at++;
  g_assert_cmpuint (at, <, all->len);
}

static void
undo (Bench      *self,
      const char *unused)
{
  mer_document_undo (self->document, NULL);
}

static void
redo (Bench      *self,
      const char *unused)
{
  mer_document_redo (self->document, NULL);
}

static void
choose_cycle (Bench      *self,
              const char *id)
{
  mer_session_set_cycle_id (self->session, g_ascii_strtoll (id, NULL, 10));
}

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && gtk_widget_get_mapped (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
type (Bench      *self,
      const char *text)
{
  GtkWidget *entry = find (GTK_WIDGET (mer_window_get_page (self->window)),
                           GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
}

static void
sort (Bench      *self,
      const char *column)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (
    find (GTK_WIDGET (mer_window_get_page (self->window)), GTK_TYPE_COLUMN_VIEW));
  g_autoptr (GtkColumnViewColumn) one =
    g_list_model_get_item (gtk_column_view_get_columns (view), (guint) atoi (column));

  gtk_column_view_sort_by_column (view, one, GTK_SORT_ASCENDING);
}

static void
filter (Bench      *self,
        const char *line)
{
  GtkWidget *choice = find (GTK_WIDGET (mer_window_get_page (self->window)), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) atoi (line));
}

static GtkWidget *
dialog_of (Bench *self)
{
  GListModel *all = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (all, i);

      if (window != GTK_WIDGET (self->window) && gtk_widget_get_mapped (window))
        return window;
    }
  return NULL;
}

static void
open_search (Bench      *self,
             const char *unused)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search", NULL);
}

static void
type_everywhere (Bench      *self,
                 const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find (dialog_of (self), GTK_TYPE_SEARCH_ENTRY)), text);
}

/* The texts of a document are read by a worker, which nothing here can ask. */
static void
wait (Bench      *self,
      const char *unused)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
close_dialog (Bench      *self,
              const char *unused)
{
  gtk_window_destroy (GTK_WINDOW (dialog_of (self)));
}

static void
check_rules (Bench      *self,
             const char *unused)
{
  g_autoptr (MerCycleFacts) facts =
    mer_cycle_facts_load (self->document, mer_session_get_cycle_id (self->session), NULL);
  g_autoptr (GPtrArray) notes = mer_check_rules (facts);

  g_assert_nonnull (notes);
}

static void
read_items (Bench      *self,
            const char *unused)
{
  double start = processor ();
  g_autoptr (GPtrArray) items =
    mer_store_records (self->document, &mer_record_plan_item, 0, NULL);

  self->anchor = processor () - start;
}

/* --- the table ------------------------------------------------------------------------------- */

static const struct
{
  const char *what;
  void (*work) (Bench *, const char *);
  const char *argument;
} works[] = {
  { "overview: first time", open_page, "overview" },
  { "overview: an item of a plan", edit, "plan-item.measure" },
  { "overview: taking it back", undo, NULL },
  { "overview: a publication", edit, "publication.title" },
  { "check-rules", check_rules, NULL },
  { "publications: first time", open_page, "publications" },
  { "publications: an edit", edit, "publication.title" },
  { "publications: taking it back", undo, NULL },
  { "publications: one letter is searched", type, "в" },
  { "publications: a word is searched", type, "выпуск" },
  { "publications: no more", type, "" },
  { "publications: sorting", sort, "1" },
  { "publications: an edit, sorted", edit, "publication.title" },
  { "publications: filtering", filter, "1" },
  { "publications: no more", filter, "0" },
  { "plans: first time", open_page, "plans" },
  { "plans: an edit", edit, "plan-item.measure" },
  { "plans: taking it back", undo, NULL },
  { "plans: repeating it", redo, NULL },
  { "plans: one letter is searched", type, "п" },
  { "plans: a word is searched", type, "пандус" },
  { "plans: no more", type, "" },
  { "plans: control", open_tab, "control" },
  { "plans: control, an edit", edit, "plan-item.measure" },
  { "plans: recommendations", open_tab, "recommendations" },
  { "plans: recommendations, an edit", edit, "recommendation.text" },
  { "plans: recommendations, searched", type, "доступ" },
  { "plans: heads", open_tab, "heads" },
  { "plans: first tab again", open_tab, "plans" },
  { "work plan: first time", open_page, "workplan" },
  { "work plan: an edit", edit, "work-item.what" },
  { "work plan: sorting", sort, "1" },
  { "work plan: time scale", open_tab, "timeline" },
  { "work plan: time scale, an edit", edit, "work-item.what" },
  { "work plan: table again", open_tab, "table" },
  { "council: first time", open_page, "council" },
  { "council: an edit", edit, "council-member.represents" },
  { "council: meetings", open_tab, "meetings" },
  { "council: meetings, an edit", edit, "meeting.place" },
  { "council: decisions", open_tab, "decisions" },
  { "council: decisions, an edit", edit, "agenda-item.decision" },
  { "organizations: first time", open_page, "organizations" },
  { "methodology: first time", open_page, "methodology" },
  { "data: first time", open_page, "data" },
  { "rating: first time", open_page, "rating" },
  { "rating: an item of a plan", edit, "plan-item.measure" },
  { "overview again", open_page, "overview" },
  { "publications again", open_page, "publications" },
  { "plans again", open_page, "plans" },
  { "work plan again", open_page, "workplan" },
  { "council again", open_page, "council" },
  { "Ctrl+K", open_search, NULL },
  { "Ctrl+K: ten seconds", wait, NULL },
  { "Ctrl+K: one letter", type_everywhere, "п" },
  { "Ctrl+K: a word", type_everywhere, "пандус" },
  { "Ctrl+K: closing", close_dialog, NULL },
  { "Ctrl+K again", open_search, NULL },
  { "Ctrl+K: the word again", type_everywhere, "пандус" },
  { "Ctrl+K: closing", close_dialog, NULL },
  { "plans again", open_page, "plans" },
  { "plans: another cycle", choose_cycle, "2" },
  { "overview of that cycle", open_page, "overview" },
  { "overview: another cycle", choose_cycle, "0" },
};

int
main (int   argc,
      char *argv[])
{
  Bench bench = { .anchor = 1.0 };
  g_autoptr (MerApplication) application = NULL;
  g_autoptr (GFile) file = NULL;
  const char *only = argc > 2 ? argv[2] : NULL;

  mer_ui_init ();
  if (argc < 2 || !gtk_init_check ())
    {
      g_printerr ("usage: cycle-window DOCUMENT [WHAT], with a display\n");
      return EXIT_FAILURE;
    }
  adw_init ();
  application = mer_application_new ("io.github.merilo.Bench", G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  bench.window = mer_window_new (application);
  file = g_file_new_for_commandline_arg (argv[1]);
  gtk_window_present (GTK_WINDOW (bench.window));
  if (!mer_window_open_file (bench.window, file))
    return EXIT_FAILURE;
  bench.session = mer_window_get_session (bench.window);
  bench.document = mer_session_get_document (bench.session);
  read_items (&bench, NULL);
  g_print ("anchor: all items of the plans are read in %.1f ms\n", bench.anchor);
  g_print ("%-44s %8s %7s %8s %7s %9s\n", "", "longest", "ratio", "main", "ratio", "until");
  measure (&bench, "opening", open_page, "rating");
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    if (only == NULL || works[i].work == open_page || works[i].work == open_tab ||
        strstr (works[i].what, only) != NULL)
      measure (&bench, works[i].what, works[i].work, works[i].argument);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return EXIT_SUCCESS;
}
