/* SPDX-License-Identifier: GPL-3.0-or-later */

/* New documents; cycles read and scored; rules changed. */

#include "app/mer-change-rules.h"
#include "app/mer-new-document.h"
#include "app/mer-report-source.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-selection.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-document-private.h"
#include "store/mer-record-cache.h"
#include "store/mer-record-store.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  char        *folder;
  char        *path;
  MerDocument *doc;
  gint64       cycles[2];
  gint64       school, nursery, club, idle;
} Fixture;

static void
begin (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_begin (self->doc, "Проверка", &error);
  g_assert_no_error (error);
}

static void
commit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  mer_document_commit (self->doc, &error);
  g_assert_no_error (error);
}

static gint64
add_organization (Fixture            *self,
                  const char         *name,
                  const char         *full_name,
                  const char         *inn,
                  MerOrganizationKind kind)
{
  g_autoptr (MerOrganization) organization = mer_organization_new (name, kind);
  g_autoptr (GError) error = NULL;

  organization->full_name = g_strdup (full_name);
  organization->inn = g_strdup (inn);
  mer_store_save_organization (self->doc, organization, &error);
  g_assert_no_error (error);
  return organization->id;
}

static gint64
add_cycle (Fixture    *self,
           const char *title,
           int         year)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new (title, year);
  g_autoptr (GError) error = NULL;

  cycle->methodology_id = mer_store_latest_methodology_id (self->doc);
  mer_store_save_cycle (self->doc, cycle, &error);
  g_assert_no_error (error);
  return cycle->id;
}

/* `satisfied` of `n` respondents say yes to everything, the others no. */
static gint64
add_survey (Fixture    *self,
            gint64      cycle_id,
            const char *spelling,
            gint64      organization_id,
            guint       n,
            guint       satisfied)
{
  g_autoptr (MerMethodology) methodology = mer_methodology_shipped (MER_DEFAULT_METHODOLOGY, NULL);
  g_autoptr (MerBatch) batch = mer_batch_new (MER_BATCH_SURVEY);
  g_autoptr (MerBlockBuilder) builder = NULL;
  g_autoptr (GBytes) block = NULL;
  g_autoptr (GError) error = NULL;
  MerBlockLayout layout;
  gint64         source = 0;

  g_assert_true (mer_block_layout_init (&layout, methodology, &error));
  builder = mer_block_builder_new (&layout, FALSE, 0);
  batch->cycle_id = cycle_id;
  batch->file_name = g_strdup_printf ("Анкеты %u.csv", n);
  batch->sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, batch->file_name, -1);
  batch->who = g_strdup ("специалист");
  batch->mapping = g_strdup ("");
  for (guint i = 0; i < n; i++)
    {
      guint32     answers[MER_BLOCK_MAX_QUESTIONS] = { 0 };
      MerBlockRow row = { answers, i + 2, MER_BLOCK_NO_TIME, FALSE, 0 };
      guint       code = MER_ANSWER_FIRST_OPTION + (i < satisfied ? 0 : 1);

      for (guint q = 0; q < layout.n_questions; q++)
        mer_block_layout_set (&layout, q, code, answers);
      mer_block_builder_add (builder, &row);
    }
  block = mer_block_builder_finish (builder);
  begin (self);
  g_assert_true (mer_store_save_batch (self->doc, batch, &error));
  source = mer_store_source_name_id (self->doc, spelling, organization_id, &error);
  g_assert_no_error (error);
  g_assert_true (mer_store_add_block (self->doc, batch->id, source, 0, block, &error));
  commit (self);
  return batch->id;
}

static void
select_member (Fixture *self,
               gint64   cycle_id,
               gint64   organization_id,
               gboolean selected)
{
  MerCycleMember member = { organization_id, 100, selected };
  g_autoptr (GError) error = NULL;

  mer_store_save_member (self->doc, cycle_id, &member, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("mer-results-XXXXXX", &error);
  self->path = g_build_filename (self->folder, "Район.merilo", NULL);
  self->doc = mer_new_document (self->path, NULL, NULL, &error);
  g_assert_no_error (error);
  if (data != NULL)
    return; /* an empty one is wanted */
  begin (self);
  self->school = add_organization (self, "СОШ № 3", "МБОУ «Средняя школа № 3»", "0012345673",
                                   MER_ORGANIZATION_GENERAL);
  self->nursery = add_organization (self, "ДС «Радуга»", NULL, NULL, MER_ORGANIZATION_PRESCHOOL);
  self->club = add_organization (self, "Дом творчества", NULL, NULL, MER_ORGANIZATION_ADDITIONAL);
  self->idle = add_organization (self, "Методический центр", NULL, NULL, MER_ORGANIZATION_OTHER);
  self->cycles[0] = add_cycle (self, "НОКО 2021", 2021);
  self->cycles[1] = add_cycle (self, "НОКО 2024", 2024);
  select_member (self, self->cycles[1], self->school, TRUE);
  select_member (self, self->cycles[1], self->club, TRUE);
  select_member (self, self->cycles[1], self->idle, FALSE);
  commit (self);
  add_survey (self, self->cycles[0], "школа три", self->school, 10, 5);
  add_survey (self, self->cycles[1], "школа три", self->school, 8, 7);
  add_survey (self, self->cycles[1], "Радуга", self->nursery, 6, 6);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name = NULL;

  g_clear_object (&self->doc);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static MerResults *
load (Fixture *self,
      gint64   cycle_id,
      int      decimals)
{
  g_autoptr (GError) error = NULL;
  MerResults *results = mer_results_load (self->doc, cycle_id, decimals, &error);

  g_assert_no_error (error);
  return results;
}

static void
test_new_document (Fixture      *self,
                   gconstpointer data)
{
  g_autofree char *title = mer_document_get_setting (self->doc, "title");
  g_autofree char *other = g_build_filename (self->folder, "other.merilo", NULL);
  g_autoptr (GError) exists = NULL;
  g_autoptr (GError) unknown = NULL;
  g_autoptr (GError) empty = NULL;

  g_assert_cmpstr (title, ==, "Район");
  g_assert_cmpint (mer_document_get_language (self->doc), ==, MER_LANGUAGE_RU);
  g_assert_cmpint (mer_store_latest_methodology_id (self->doc), !=, 0);
  g_assert_null (mer_document_get_undo_label (self->doc));
  g_assert_null (mer_new_document (self->path, NULL, NULL, &exists));
  g_assert_error (exists, MER_STORE_ERROR, MER_STORE_ERROR_EXISTS);
  g_assert_null (mer_new_document (other, NULL, "nok-1900", &unknown));
  g_assert_error (unknown, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN);
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_null (mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &empty));
  g_assert_error (empty, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

static void
test_load (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerResults) results = load (self, 0, MER_RESULTS_AS_RULED);
  g_autoptr (MerResults) first = load (self, self->cycles[0], MER_RESULTS_AS_RULED);
  const MerScoreRow *row = NULL;
  MerScoreTable     *before = NULL;

  g_assert_cmpint (results->cycle->id, ==, self->cycles[1]);
  g_assert_cmpint (results->previous_cycle->id, ==, self->cycles[0]);
  g_assert_cmpuint (results->n_registry, ==, 4);
  g_assert_cmpuint (results->batches->len, ==, 2);
  /* the selected school and club, and the nursery, of which there are answers */
  g_assert_cmpuint (results->scores->n_rows, ==, 3);
  g_assert_null (mer_score_table_find (results->scores, self->idle));
  row = mer_score_table_find (results->scores, self->school);
  g_assert_cmpuint (row->evidence->tally->n, ==, 8);
  row = mer_score_table_find (results->scores, self->club);
  g_assert_false (row->total.defined);
  g_assert_cmpuint (results->past->len, ==, 1);
  before = mer_score_past_of_cycle (results->past, results->previous_cycle);
  g_assert_cmpuint (before->n_rows, ==, 1);
  g_assert_null (first->previous_cycle);
  g_assert_cmpuint (first->past->len, ==, 0);
}

static void
add_entered (Fixture    *self,
             gint64      organization,
             int         year,
             const char *total)
{
  g_autoptr (MerEarlier) earlier = mer_record_new (&mer_record_earlier, 0);
  g_autoptr (GError) error = NULL;

  earlier->organization = organization;
  earlier->year = year;
  earlier->total = g_strdup (total);
  earlier->most = g_strdup ("100");
  begin (self);
  g_assert_true (mer_store_save_record (self->doc, (MerRecord *) earlier, &error));
  commit (self);
}

static int
last_year (MerResults *results,
           gint64      organization)
{
  const MerPastYear *last = mer_score_past_find (results->past, organization, NULL);

  return last != NULL ? last->cycle->year : 0;
}

/* Where a third is assessed a year, the last assessment is not in the cycle before; what none of
 * the cycle needs is not read, unless it is asked for. */
static void
test_thirds (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerResults) results = NULL;
  g_autoptr (MerResults) before = NULL;
  g_autoptr (MerResults) whole = NULL;
  g_autoptr (GError) error = NULL;
  gint64 next, last;

  begin (self);
  next = add_cycle (self, "НОКО 2025", 2025);
  last = add_cycle (self, "НОКО 2027", 2027);
  commit (self);
  add_survey (self, next, "Дом творчества", self->club, 5, 5);
  add_survey (self, last, "Радуга", self->nursery, 6, 5);
  add_survey (self, last, "Центр", self->idle, 4, 4);
  add_entered (self, self->idle, 2019, "71.5");
  add_entered (self, self->nursery, 2020, "70");
  add_entered (self, self->nursery, 2028, "99");

  results = load (self, last, MER_RESULTS_AS_RULED);
  g_assert_cmpint (results->previous_cycle->id, ==, next);
  g_assert_cmpint (last_year (results, self->nursery), ==, 2020); /* 2024 gave no total */
  g_assert_cmpint (last_year (results, self->idle), ==, 2019);
  /* 2025 comes before it, 2024 has the nursery, 2019 and 2020 were entered */
  g_assert_cmpuint (results->past->len, ==, 4);
  before = load (self, next, MER_RESULTS_AS_RULED);
  g_assert_cmpint (last_year (before, self->club), ==, 2024);
  whole = mer_results_load_all_years (self->doc, last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (whole->past->len, ==, 5);
  g_assert_cmpint (last_year (whole, self->school), ==, 2024);
}

static char *
score_of (MerResults *results,
          gint64      organization_id,
          guint       indicator)
{
  const MerScoreRow *row = mer_score_table_find (results->scores, organization_id);

  return mer_rational_to_string (&row->indicators[indicator].value);
}

static void
test_rounding (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (MerResults) ruled = load (self, 0, MER_RESULTS_AS_RULED);
  g_autoptr (MerResults) whole = load (self, 0, 0);
  g_autoptr (MerResults) exact = load (self, 0, MER_RESULTS_EXACT);
  /* 2.3 is the fifth indicator: 7 of 8 */
  g_autofree char *as_ruled = score_of (ruled, self->school, 4);
  g_autofree char *rounded = score_of (whole, self->school, 4);
  g_autofree char *unrounded = score_of (exact, self->school, 4);

  g_assert_cmpstr (as_ruled, ==, "87.5");
  g_assert_cmpstr (rounded, ==, "88");
  g_assert_cmpstr (unrounded, ==, "87.5");
  g_assert_cmpuint (whole->scores->decimals, ==, 0);
  g_assert_cmpstr (mer_methodology_policy (exact->methodology, "rounding"), ==, "exact");
}

static void
test_removed_batch (Fixture      *self,
                    gconstpointer data)
{
  gint64 batch = add_survey (self, self->cycles[1], "школа три", self->school, 4, 0);
  g_autoptr (MerResults) with = load (self, 0, MER_RESULTS_AS_RULED);
  g_autoptr (MerResults) without = NULL;
  g_autoptr (GError) error = NULL;
  const MerScoreRow *row = NULL;

  begin (self);
  g_assert_true (mer_store_remove_batch (self->doc, batch, &error));
  commit (self);
  without = load (self, 0, MER_RESULTS_AS_RULED);
  g_assert_cmpuint (with->batches->len, ==, 3);
  g_assert_cmpuint (without->batches->len, ==, 2);
  row = mer_score_table_find (with->scores, self->school);
  g_assert_cmpuint (row->evidence->tally->n, ==, 12);
  row = mer_score_table_find (without->scores, self->school);
  g_assert_cmpuint (row->evidence->tally->n, ==, 8);
}

static void
test_find (Fixture      *self,
           gconstpointer data)
{
  g_autoptr (MerResults) results = load (self, 0, MER_RESULTS_AS_RULED);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, self->school);
  const char      *spellings[] = { "СОШ № 3", "сош №3", "МБОУ \"Средняя школа N3\"", "ШКОЛА  ТРИ",
                                   "0012345673", id };

  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      const MerScoreRow *row = mer_results_find_organization (results, self->doc, spellings[i]);

      if (row == NULL || row->organization->id != self->school)
        g_error ("“%s” was not found", spellings[i]);
    }
  g_assert_null (mer_results_find_organization (results, self->doc, "СОШ № 4"));
  g_assert_null (mer_results_find_organization (results, self->doc, "«»"));
  g_assert_null (mer_results_find_organization (results, self->doc, ""));
  g_assert_null (mer_results_find_organization (results, self->doc, "Методический центр"));
}

static void
test_report_input (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MerResults) results = load (self, 0, MER_RESULTS_AS_RULED);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  MerReportInput input = { 0 };

  begin (self);
  g_assert_true (mer_document_set_setting (self->doc, "territory", "Липовского района", &error));
  g_assert_true (mer_document_set_setting (self->doc, "language", "en", &error));
  commit (self);
  mer_results_report_input (results, self->doc, &input, strings);
  g_assert_cmpstr (input.title, ==, "Район");
  g_assert_cmpstr (input.territory, ==, "Липовского района");
  g_assert_null (input.signatory_name);
  g_assert_cmpint (input.language, ==, MER_LANGUAGE_EN);
  g_assert_true (input.scores == results->scores);
  g_assert_true (input.past == results->past);
  g_assert_cmpuint (input.n_registry, ==, 4);
}

static void
test_empty_report_input (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  MerReportInput input = { 0 };

  mer_results_report_input (NULL, self->doc, &input, strings);
  g_assert_cmpstr (input.title, ==, "Район");
  g_assert_null (input.scores);
  g_assert_null (input.cycle);
}

static gboolean
change (Fixture    *self,
        const char *key,
        const char *value,
        const char *reason,
        GError    **error)
{
  g_autoptr (GHashTable) policies = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean changed = FALSE;

  g_hash_table_insert (policies, (gpointer) (guintptr) key, (gpointer) (guintptr) value);
  begin (self);
  changed = mer_change_policies (self->doc, 0, policies, reason, error);
  if (changed)
    commit (self);
  else
    mer_document_rollback (self->doc);
  return changed;
}

static void
assert_policy (Fixture    *self,
               const char *key,
               const char *value)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = mer_methodology_in_force (self->doc, 0, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (mer_methodology_policy (rules, key), ==, value);
}

static void
test_change_rules (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MerResults) first = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) unknown = NULL;

  g_assert_true (change (self, "ties", "dense", NULL, &error));
  assert_policy (self, "ties", "dense");
  first = load (self, self->cycles[0], MER_RESULTS_AS_RULED);
  g_assert_cmpstr (mer_methodology_policy (first->methodology, "ties"), ==, "competition");
  g_assert_false (change (self, "ties", "none", NULL, &unknown));
  g_assert_error (unknown, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_UNKNOWN);
  g_assert_true (mer_document_undo (self->doc, &error));
  assert_policy (self, "ties", "competition");
}

/* Before the first cycle the rules of the next one change. */
static void
test_change_without_cycle (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (change (self, "undefined", "mean", NULL, &error));
  assert_policy (self, "undefined", "mean");
}

static void
test_change_approved (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (MerCycle) cycle = mer_cycle_new ("НОКО 2024", 2024);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;

  cycle->id = self->cycles[1];
  cycle->methodology_id = mer_store_latest_methodology_id (self->doc);
  cycle->approved = TRUE;
  begin (self);
  g_assert_true (mer_store_save_cycle (self->doc, cycle, &error));
  commit (self);
  g_assert_false (change (self, "ties", "dense", NULL, &refused));
  g_assert_error (refused, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  assert_policy (self, "ties", "competition");
  g_assert_true (change (self, "ties", "dense", "решение совета", &error));
  assert_policy (self, "ties", "dense");
}

static int
note_table (void       *tables,
            int         action,
            const char *table,
            const char *column,
            const char *database,
            const char *trigger)
{
  if (action == SQLITE_READ && table != NULL && *table != '\0')
    g_hash_table_add (tables, g_strdup (table));
  return SQLITE_OK;
}

/* The window keeps its results when only such tables have changed. */
static void
test_unscored (Fixture      *self,
               gconstpointer data)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MerResults) results = NULL;
  g_autoptr (GError) error = NULL;
  GHashTableIter iter;
  gpointer       table = NULL;

  sqlite3_set_authorizer (self->doc->db, note_table, tables);
  results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  sqlite3_set_authorizer (self->doc->db, NULL, NULL);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (tables), >, 5);
  g_hash_table_iter_init (&iter, tables);
  while (g_hash_table_iter_next (&iter, &table, NULL))
    g_assert_false (mer_store_is_unscored (table));
  g_assert_true (mer_store_is_unscored ("plan_item"));
}

static guint
n_publications (MerReportSource *source)
{
  MerRecordSet *records = mer_report_source_input (source)->records;

  return mer_record_set_get (records, &mer_record_publication)->len;
}

/* Results outlive changes of records; a report is of the records as they are, and one that was
 * begun before keeps those that it was given. */
static void
test_report_after_change (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr (MerResults) results = NULL;
  g_autoptr (MerReportSource) before = NULL;
  g_autoptr (MerReportSource) after = NULL;
  g_autoptr (MerPublication) one = NULL;
  g_autoptr (GError) error = NULL;

  results = mer_results_load (self->doc, 0, MER_RESULTS_AS_RULED, &error);
  g_assert_no_error (error);
  before = mer_report_source_new (self->doc, "rating", results);
  g_assert_cmpuint (n_publications (before), ==, 0);
  begin (self);
  one = mer_record_new (&mer_record_publication, results->cycle->id);
  one->title = g_strdup ("Новость");
  mer_store_save_record (self->doc, one, &error);
  g_assert_no_error (error);
  commit (self);
  after = mer_report_source_new (self->doc, "rating", results);
  g_assert_cmpuint (n_publications (after), ==, 1);
  g_assert_cmpuint (n_publications (before), ==, 0);
}

#define ADD(path, empty, function) \
  g_test_add ("/app/results/" path, Fixture, empty, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("new-document", "empty", test_new_document);
  ADD ("load", NULL, test_load);
  ADD ("thirds", NULL, test_thirds);
  ADD ("rounding", NULL, test_rounding);
  ADD ("removed-batch", NULL, test_removed_batch);
  ADD ("find", NULL, test_find);
  ADD ("report-input", NULL, test_report_input);
  ADD ("empty-report-input", "empty", test_empty_report_input);
  ADD ("unscored", NULL, test_unscored);
  ADD ("report-after-change", NULL, test_report_after_change);
  ADD ("change-rules", NULL, test_change_rules);
  ADD ("change-without-cycle", "empty", test_change_without_cycle);
  ADD ("change-approved", NULL, test_change_approved);
  return g_test_run ();
}
