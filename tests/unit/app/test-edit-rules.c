/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drafts of the rules: begun, changed, taken back edit by edit, dropped, applied. */

#include "app/mer-change-rules.h"
#include "app/mer-edit-rules.h"
#include "rules-fixture.h"

static gboolean
change (RulesFixture *self,
        gint64        cycle_id,
        const char   *places)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRulesDraft) draft = NULL;
  g_autoptr (MerMethodology) before = NULL;
  g_autoptr (MerMethodology) after = NULL;

  g_assert_true (mer_edit_rules_find (self->doc, cycle_id, &draft, &error));
  before = draft != NULL ? mer_methodology_ref (draft->methodology)
                         : mer_methodology_in_force (self->doc, cycle_id, &error);
  after = mer_methodology_with_policy (before, "rounding.decimals", places, &error);
  g_assert_no_error (error);
  rules_begin (self);
  rules_end (self, mer_edit_rules_change (self->doc, cycle_id, after, &error));
  g_assert_no_error (error);
  return draft == NULL;
}

/* The policy that the draft has; NULL when there is none. */
static const char *
places_of_draft (RulesFixture *self,
                 gint64        cycle_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerRulesDraft) draft = NULL;

  g_assert_true (mer_edit_rules_find (self->doc, cycle_id, &draft, &error));
  g_assert_no_error (error);
  if (draft == NULL)
    return NULL;
  return g_intern_string (mer_methodology_policy (draft->methodology, "rounding.decimals"));
}

static const char *
places_in_force (RulesFixture *self,
                 gint64        cycle_id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) rules = mer_methodology_in_force (self->doc, cycle_id, &error);

  g_assert_no_error (error);
  return g_intern_string (mer_methodology_policy (rules, "rounding.decimals"));
}

static gboolean
apply (RulesFixture *self,
       gint64        cycle_id,
       const char   *reason,
       GError      **error)
{
  rules_begin (self);
  return rules_end (self, mer_edit_rules_apply (self->doc, cycle_id, reason,
                                                "протокол № 3 от 12.05.2024", error));
}

static void
test_edits (RulesFixture *self,
            gconstpointer data)
{
  gint64 cycle = self->cycles[1];

  g_assert_null (places_of_draft (self, cycle));
  g_assert_true (change (self, cycle, "1"));
  g_assert_false (change (self, cycle, "0"));
  g_assert_cmpstr (places_of_draft (self, cycle), ==, "0");
  g_assert_cmpstr (places_of_draft (self, 0), ==, "0");
  g_assert_null (places_of_draft (self, self->cycles[0]));
  g_assert_cmpstr (places_in_force (self, cycle), ==, "2");
  rules_undo (self);
  g_assert_cmpstr (places_of_draft (self, cycle), ==, "1");
  rules_undo (self);
  g_assert_null (places_of_draft (self, cycle));
  rules_redo (self);
  rules_redo (self);
  g_assert_cmpstr (places_of_draft (self, cycle), ==, "0");
}

static void
test_survives_closing (RulesFixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  change (self, 0, "1");
  g_clear_object (&self->doc);
  self->doc = mer_document_open (self->path, MER_OPEN_READ_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
}

static void
test_begin (RulesFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) twice = NULL;

  rules_begin (self);
  g_assert_true (mer_edit_rules_begin (self->doc, 0, &error));
  g_assert_false (mer_edit_rules_begin (self->doc, 0, &twice));
  g_assert_error (twice, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  rules_end (self, TRUE);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "2");
  g_assert_false (mer_edit_rules_may_apply (self->doc, 0, NULL, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID); /* nothing differs */
}

static void
test_drop (RulesFixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) gone = NULL;

  change (self, 0, "1");
  rules_begin (self);
  rules_end (self, mer_edit_rules_drop (self->doc, 0, &error));
  g_assert_no_error (error);
  g_assert_null (places_of_draft (self, 0));
  rules_begin (self);
  rules_end (self, mer_edit_rules_drop (self->doc, 0, &gone));
  g_assert_error (gone, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  rules_undo (self);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
}

static void
test_apply (RulesFixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  const MerRulesVersion *made = NULL;
  gint64                 first = rules_version_of (self, 1);

  change (self, 0, "1");
  g_assert_true (apply (self, 0, "так решил совет", &error));
  g_assert_no_error (error);
  g_assert_null (places_of_draft (self, 0));
  g_assert_cmpstr (places_in_force (self, 0), ==, "1");
  g_assert_cmpint (rules_version_of (self, 0), ==, first);
  g_assert_cmpstr (places_in_force (self, self->cycles[0]), ==, "2");
  versions = mer_store_versions (self->doc, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 2);
  made = g_ptr_array_index (versions, 1);
  g_assert_cmpint (made->id, ==, rules_version_of (self, 1));
  g_assert_cmpint (made->base_id, ==, first);
  g_assert_cmpstr (made->reason, ==, "так решил совет");
  g_assert_cmpstr (made->decision, ==, "протокол № 3 от 12.05.2024");
  rules_undo (self);
  g_assert_cmpint (rules_version_of (self, 1), ==, first);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
  rules_redo (self);
  g_assert_cmpstr (places_in_force (self, 0), ==, "1");
  g_assert_null (places_of_draft (self, 0));
}

/* Older cycles have their own versions, and the next one begins with those of the latest. */
static void
test_older_cycle (RulesFixture *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 latest = rules_version_of (self, 1);

  change (self, self->cycles[0], "1");
  change (self, self->cycles[1], "0");
  g_assert_true (apply (self, self->cycles[0], NULL, &error));
  g_assert_cmpstr (places_in_force (self, self->cycles[0]), ==, "1");
  g_assert_cmpint (rules_version_of (self, 1), ==, latest);
  g_assert_cmpstr (places_of_draft (self, self->cycles[1]), ==, "0");
  g_assert_cmpint (mer_store_latest_methodology_id (self->doc), ==, latest);
}

static void
test_approved (RulesFixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) empty = NULL;

  rules_begin (self);
  rules_set_approved (self, 1, TRUE);
  rules_end (self, TRUE);
  change (self, 0, "1");
  g_assert_false (apply (self, 0, NULL, &refused));
  g_assert_error (refused, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_false (apply (self, 0, "", &empty));
  g_assert_error (empty, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
  g_assert_true (mer_edit_rules_may_apply (self->doc, 0, "возражение школы", &error));
  g_assert_true (apply (self, 0, "возражение школы", &error));
  g_assert_no_error (error);
}

/* What is changed beside a draft would be lost when that is applied. */
static void
test_change_beside (RulesFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) refused = NULL;
  g_autoptr (MerMethodology) rules = mer_methodology_in_force (self->doc, 0, &error);

  change (self, 0, "1");
  rules_begin (self);
  rules_end (self, mer_change_methodology (self->doc, 0, rules, NULL, &refused));
  g_assert_error (refused, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
}

/* Before the first cycle the rules of the next one are edited, and go along with it. */
static void
test_without_cycle (RulesFixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  change (self, 0, "1");
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
  rules_begin (self);
  self->cycles[1] = rules_add_cycle (self, "НОКО 2024", 2024);
  rules_end (self, TRUE);
  g_assert_cmpstr (places_of_draft (self, self->cycles[1]), ==, "1");
  g_assert_true (apply (self, 0, NULL, &error));
  g_assert_cmpstr (places_in_force (self, self->cycles[1]), ==, "1");
  rules_undo (self);
  rules_undo (self);
  g_assert_cmpstr (places_of_draft (self, 0), ==, "1");
}

/* 40 edits of the federal edition do not swell the document. */
static void
test_size (RulesFixture *self,
           gconstpointer data)
{
  GStatBuf before, after;

  g_stat (self->path, &before);
  for (guint i = 0; i < 20; i++)
    {
      change (self, 0, "1");
      change (self, 0, "0");
    }
  g_stat (self->path, &after);
  g_test_message ("an edit takes %ld bytes", (long) (after.st_size - before.st_size) / 40);
  g_assert_cmpint (after.st_size - before.st_size, <, 40 * 64 * 1024);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    void (*run) (RulesFixture *self,
                 gconstpointer data);
    gconstpointer data;
  } tests[] = {
    { "/edit-rules/edits", test_edits, NULL },
    { "/edit-rules/survives-closing", test_survives_closing, NULL },
    { "/edit-rules/begin", test_begin, NULL },
    { "/edit-rules/drop", test_drop, NULL },
    { "/edit-rules/apply", test_apply, NULL },
    { "/edit-rules/older-cycle", test_older_cycle, NULL },
    { "/edit-rules/approved", test_approved, NULL },
    { "/edit-rules/change-beside", test_change_beside, NULL },
    { "/edit-rules/without-cycle", test_without_cycle, "empty" },
    { "/edit-rules/size", test_size, NULL },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, RulesFixture, tests[i].data, rules_set_up, tests[i].run,
                rules_tear_down);
  return g_test_run ();
}
