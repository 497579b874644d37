/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The choice of organizations: share, interval, proposals, schedule; all numbers by hand. */

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-schedule-rules.h"
#include "cycle/mer-selection-rules.h"

typedef struct
{
  MerCycle         *cycle;
  GPtrArray        *organizations;
  GPtrArray        *members;
  GArray           *assessed;
  GPtrArray        *scheduled;
  MerSelectionRules rules;
  MerSelection     *selection;
} Fixture;

static void
setup (Fixture      *fixture,
       gconstpointer data)
{
  g_autoptr (GHashTable) none = g_hash_table_new (g_str_hash, g_str_equal);

  fixture->cycle = mer_cycle_new ("НОКО 2024", 2024);
  fixture->cycle->id = 7;
  fixture->organizations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);
  fixture->members = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_cycle_member_free);
  fixture->assessed = g_array_new (FALSE, FALSE, sizeof (MerAssessed));
  fixture->scheduled = g_ptr_array_new_with_free_func (mer_record_free);
  mer_selection_rules_init (&fixture->rules, none, 2024, "2024-03-01");
}

static void
teardown (Fixture      *fixture,
          gconstpointer data)
{
  g_clear_pointer (&fixture->selection, mer_selection_free);
  mer_selection_rules_clear (&fixture->rules);
  g_ptr_array_unref (fixture->scheduled);
  g_array_unref (fixture->assessed);
  g_ptr_array_unref (fixture->members);
  g_ptr_array_unref (fixture->organizations);
  mer_cycle_unref (fixture->cycle);
}

/* Ids count from 1; `last` 0: never assessed. */
static MerOrganization *
add (Fixture            *fixture,
     MerOrganizationKind kind,
     int                 last,
     gboolean            selected)
{
  MerOrganization *organization = NULL;
  MerCycleMember  *member = g_new0 (MerCycleMember, 1);
  gint64           id = fixture->organizations->len + 1;
  g_autofree char *name = g_strdup_printf ("№ %d", (int) id);
  MerAssessed      found = { id, last, 0 };

  organization = mer_organization_new (name, kind);
  organization->id = id;
  g_ptr_array_add (fixture->organizations, organization);
  member->organization_id = id;
  member->recipients = -1;
  member->selected = selected;
  g_ptr_array_add (fixture->members, member);
  if (last != 0)
    g_array_append_val (fixture->assessed, found);
  return organization;
}

static void
schedule (Fixture *fixture,
          gint64   organization,
          int      year)
{
  MerScheduled *line = mer_record_new (&mer_record_scheduled, 0);

  line->organization = organization;
  line->year = year;
  g_ptr_array_add (fixture->scheduled, line);
}

static MerSelection *
make (Fixture *fixture)
{
  g_clear_pointer (&fixture->selection, mer_selection_free);
  fixture->selection =
    mer_selection_new (fixture->cycle, fixture->organizations, fixture->members,
                       fixture->assessed, fixture->scheduled, &fixture->rules);
  return fixture->selection;
}

static guint
count (const GPtrArray *notes,
       const char      *rule)
{
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    n += g_str_equal (((const MerRuleNote *) notes->pdata[i])->rule, rule) ? 1 : 0;
  return n;
}

/* Of the first note by a rule, which there must be. */
static const MerRuleNote *
find (const GPtrArray *notes,
      const char      *rule)
{
  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      if (g_str_equal (note->rule, rule))
        return note;
    }
  g_error ("no note by %s", rule);
}

/* --- share ----------------------------------------------------------------------------------- */

static void
test_share (Fixture      *fixture,
            gconstpointer data)
{
  static const struct
  {
    guint       total, chosen;
    guint       required; /* ⌈33 · total / 100⌉ */
    gboolean    enough;
    const char *words;
  } cases[] = {
    { 48, 16, 16, TRUE, "16 of 48, 33.3 %" },
    { 48, 15, 16, FALSE, "15 of 48, 31.3 %" },
    { 100, 33, 33, TRUE, "33 of 100, 33.0 %" },
    { 100, 32, 33, FALSE, "32 of 100, 32.0 %" },
    { 3, 1, 1, TRUE, "1 of 3, 33.3 %" },
    { 2, 0, 1, FALSE, "0 of 2, 0.0 %" },
    { 0, 0, 0, TRUE, "0 of 0, 0.0 %" },
    { 6, 2, 2, TRUE, "2 of 6, 33.3 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = NULL;
      g_autoptr (GPtrArray) notes = NULL;
      MerSelection *selection = NULL;

      g_ptr_array_set_size (fixture->organizations, 0);
      g_ptr_array_set_size (fixture->members, 0);
      for (guint k = 0; k < cases[i].total; k++)
        add (fixture, MER_ORGANIZATION_GENERAL, 0, k < cases[i].chosen);
      selection = make (fixture);
      words = mer_selection_share_words (selection);
      notes = mer_selection_checks (selection);
      g_assert_cmpuint (selection->total, ==, cases[i].total);
      g_assert_cmpuint (mer_selection_required (selection), ==, cases[i].required);
      g_assert_cmpint (mer_selection_is_enough (selection), ==, cases[i].enough);
      g_assert_cmpstr (words, ==, cases[i].words);
      g_assert_cmpuint (count (notes, "selection.share"), ==, cases[i].enough ? 0 : 1);
    }
}

/* Branches count only where the setting says so; who ended before the day does not. */
static void
test_who_counts (Fixture      *fixture,
                 gconstpointer data)
{
  MerOrganization *branch = NULL;
  MerOrganization *closed = NULL;
  MerOrganization *closing = NULL;

  add (fixture, MER_ORGANIZATION_GENERAL, 0, TRUE);
  branch = add (fixture, MER_ORGANIZATION_GENERAL, 0, TRUE);
  branch->parent_id = 1;
  closed = add (fixture, MER_ORGANIZATION_PRESCHOOL, 0, TRUE);
  closed->state = MER_ORGANIZATION_CLOSED;
  closed->state_day = g_strdup ("2024-03-01");
  closing = add (fixture, MER_ORGANIZATION_PRESCHOOL, 0, FALSE);
  closing->state = MER_ORGANIZATION_REORGANIZED;
  closing->state_day = g_strdup ("2024-03-02");
  make (fixture);
  g_assert_cmpuint (fixture->selection->total, ==, 2);
  g_assert_cmpuint (fixture->selection->chosen, ==, 1);
  fixture->rules.branches = TRUE;
  make (fixture);
  g_assert_cmpuint (fixture->selection->total, ==, 3);
  g_assert_cmpuint (fixture->selection->chosen, ==, 2);
}

/* A cycle that is over is counted on its last day. */
static void
test_day (void)
{
  g_autoptr (GHashTable) set =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (MerSelectionRules) now = { 0 };
  g_auto (MerSelectionRules) over = { 0 };
  g_auto (MerSelectionRules) given = { 0 };

  mer_selection_rules_init (&now, set, 2024, "2024-12-03");
  mer_selection_rules_init (&over, set, 2021, "2024-12-03");
  g_hash_table_insert (set, g_strdup (MER_SETTING_SHARE_DAY), g_strdup ("2024-09-01"));
  mer_selection_rules_init (&given, set, 2024, "2024-12-03");
  g_assert_cmpstr (now.day, ==, "2024-12-03");
  g_assert_cmpstr (over.day, ==, "2021-12-31");
  g_assert_cmpstr (given.day, ==, "2024-09-01");
  g_assert_cmpint (now.share, ==, 33);
  g_assert_cmpint (now.interval, ==, 1);
  g_assert_cmpint (now.interval_most, ==, 3);
}

/* --- interval -------------------------------------------------------------------------------- */

static void
test_due (Fixture      *fixture,
          gconstpointer data)
{
  static const struct
  {
    int    last;
    MerDue due;
  } cases[] = {
    { 0, MER_DUE_NEVER },
    { 2024, MER_DUE_EARLY },
    { 2023, MER_DUE_FREE },
    { 2022, MER_DUE_NEXT },
    { 2021, MER_DUE_NOW },
    { 2020, MER_DUE_MISSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mer_due_of (cases[i].last, 2024, &fixture->rules), ==, cases[i].due);
  fixture->rules.interval = 2;
  g_assert_cmpint (mer_due_of (2023, 2024, &fixture->rules), ==, MER_DUE_EARLY);
  g_assert_cmpint (mer_due_of (2022, 2024, &fixture->rules), ==, MER_DUE_NEXT);
}

static int
last_of (Fixture *fixture,
         gint64   id)
{
  const MerSelectionRow *row = mer_selection_find (fixture->selection, id);

  return row != NULL ? row->last : -1;
}

/* The cycle itself and what comes after it are no earlier assessments; another of its year is. */
static void
test_last (Fixture      *fixture,
           gconstpointer data)
{
  MerAssessed own = { 1, 2024, 7 };
  MerAssessed later = { 1, 2025, 8 };
  MerAssessed other = { 2, 2024, 9 };

  add (fixture, MER_ORGANIZATION_GENERAL, 2021, FALSE);
  add (fixture, MER_ORGANIZATION_GENERAL, 2022, FALSE);
  g_array_append_val (fixture->assessed, own);
  g_array_append_val (fixture->assessed, later);
  g_array_append_val (fixture->assessed, other);
  make (fixture);
  g_assert_cmpint (last_of (fixture, 1), ==, 2021);
  g_assert_cmpint (last_of (fixture, 2), ==, 2024);
}

/* Each rule of the choice, broken once. */
static void
test_checks (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GPtrArray) notes = NULL;
  MerOrganization *closed = NULL;

  add (fixture, MER_ORGANIZATION_GENERAL, 2024, TRUE);          /* 1: too early */
  add (fixture, MER_ORGANIZATION_GENERAL, 2021, FALSE);         /* 2: must be */
  add (fixture, MER_ORGANIZATION_GENERAL, 2018, FALSE);         /* 3: missed */
  add (fixture, MER_ORGANIZATION_PRESCHOOL, 2022, FALSE);       /* 4: next year */
  closed = add (fixture, MER_ORGANIZATION_GENERAL, 2020, TRUE); /* 5 */
  closed->state = MER_ORGANIZATION_CLOSED;
  closed->successor_id = 1;
  schedule (fixture, 1, 2026);
  schedule (fixture, 4, 2024);
  make (fixture);
  notes = mer_selection_checks (fixture->selection);
  g_assert_cmpint (find (notes, "selection.interval-least")->id, ==, 1);
  g_assert_cmpuint (count (notes, "selection.interval-least"), ==, 1);
  g_assert_cmpint (find (notes, "selection.interval-most")->id, ==, 2);
  g_assert_cmpuint (count (notes, "selection.interval-most"), ==, 2);
  g_assert_cmpuint (count (notes, "selection.due-next"), ==, 1);
  g_assert_cmpint (find (notes, "selection.closed")->id, ==, 5);
  g_assert_nonnull (strstr (find (notes, "selection.closed")->text, "№ 1"));
  g_assert_cmpuint (count (notes, "selection.schedule"), ==, 2);
  /* 1 of 4 is less than 33 %, one more is missing; of 1 preschool none */
  g_assert_nonnull (strstr (find (notes, "selection.share")->text, "1 of 4, 25.0 %"));
  g_assert_nonnull (strstr (find (notes, "selection.share")->text, "1 organization is missing"));
  g_assert_cmpuint (count (notes, "selection.kind"), ==, 1);
  g_assert_nonnull (strstr (find (notes, "selection.recipients")->text, "Of 2 chosen"));
}

static void
test_sound (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) notes = NULL;

  add (fixture, MER_ORGANIZATION_GENERAL, 2021, TRUE);
  add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE);
  add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE);
  ((MerCycleMember *) fixture->members->pdata[0])->recipients = 521;
  make (fixture);
  notes = mer_selection_checks (fixture->selection);
  g_assert_cmpuint (notes->len, ==, 0);
  /* ⌈0,4 · 521⌉ = ⌈208,4⌉ */
  g_assert_cmpint (mer_selection_sample (fixture->selection,
                                         mer_selection_find (fixture->selection, 1)),
                   ==, 209);
}

/* --- proposals ------------------------------------------------------------------------------- */

static void
test_propose (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GArray) proposed = NULL;
  const struct
  {
    gint64            id;
    MerProposedReason reason;
  } expected[] = {
    { 2, MER_PROPOSED_NOW },
    { 5, MER_PROPOSED_SCHEDULED },
    { 9, MER_PROPOSED_NEVER },
    { 4, MER_PROPOSED_SHARE },
  };

  add (fixture, MER_ORGANIZATION_GENERAL, 2024, FALSE);   /* 1: too early */
  add (fixture, MER_ORGANIZATION_GENERAL, 2021, FALSE);   /* 2: must be */
  add (fixture, MER_ORGANIZATION_GENERAL, 2022, FALSE);   /* 3: waits, its kind is taken */
  add (fixture, MER_ORGANIZATION_PRESCHOOL, 2022, FALSE); /* 4: waits as long */
  add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE);   /* 5: scheduled */
  for (guint i = 0; i < 3; i++)
    add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE);
  add (fixture, MER_ORGANIZATION_ADDITIONAL, 0, FALSE); /* 9: never */
  add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE);
  schedule (fixture, 5, 2024);
  make (fixture);
  /* of 10 four are needed: ⌈3,3⌉ */
  g_assert_cmpuint (mer_selection_required (fixture->selection), ==, 4);
  proposed = mer_selection_propose (fixture->selection);
  g_assert_cmpuint (proposed->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < proposed->len; i++)
    {
      const MerProposed *line = &g_array_index (proposed, MerProposed, i);

      g_assert_cmpint (line->row->organization->id, ==, expected[i].id);
      g_assert_cmpint (line->reason, ==, expected[i].reason);
    }
}

/* --- schedule -------------------------------------------------------------------------------- */

static int
turn_of (const GArray *turns,
         gint64        id)
{
  for (guint i = 0; i < turns->len; i++)
    if (g_array_index (turns, MerTurn, i).organization_id == id)
      return g_array_index (turns, MerTurn, i).year;
  return 0;
}

/* Seven over three years: 3, 2, 2; nobody later than three years after the last time. */
static void
test_schedule (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GArray) turns = NULL;
  guint n[3] = { 0 };

  add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE);   /* 1: 2026 at the latest */
  add (fixture, MER_ORGANIZATION_GENERAL, 2021, FALSE);   /* 2: this year */
  add (fixture, MER_ORGANIZATION_GENERAL, 2022, FALSE);   /* 3: 2025 at the latest */
  add (fixture, MER_ORGANIZATION_PRESCHOOL, 0, FALSE);    /* 4: any year */
  add (fixture, MER_ORGANIZATION_PRESCHOOL, 2024, FALSE); /* 5: not this year */
  add (fixture, MER_ORGANIZATION_GENERAL, 2023, TRUE);    /* 6: chosen */
  add (fixture, MER_ORGANIZATION_GENERAL, 2022, FALSE);   /* 7 */
  make (fixture);
  turns = mer_schedule_propose (fixture->selection);
  g_assert_cmpuint (turns->len, ==, 7);
  for (guint i = 0; i < turns->len; i++)
    n[g_array_index (turns, MerTurn, i).year - 2024]++;
  g_assert_cmpuint (n[0], ==, 3);
  g_assert_cmpuint (n[1], ==, 2);
  g_assert_cmpuint (n[2], ==, 2);
  g_assert_cmpint (turn_of (turns, 2), ==, 2024);
  g_assert_cmpint (turn_of (turns, 6), ==, 2024);
  g_assert_cmpint (turn_of (turns, 3), <=, 2025);
  g_assert_cmpint (turn_of (turns, 7), <=, 2025);
  g_assert_cmpint (turn_of (turns, 5), >=, 2025);
}

static void
test_schedule_checks (Fixture      *fixture,
                      gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  MerOrganization *closed = NULL;

  add (fixture, MER_ORGANIZATION_GENERAL, 2021, FALSE); /* 1: 2025 is too late */
  add (fixture, MER_ORGANIZATION_GENERAL, 2023, FALSE); /* 2: no year */
  add (fixture, MER_ORGANIZATION_GENERAL, 2022, FALSE); /* 3: twice in a year */
  closed = add (fixture, MER_ORGANIZATION_GENERAL, 2022, FALSE);
  closed->state = MER_ORGANIZATION_CLOSED;
  none = mer_schedule_checks (make (fixture));
  g_assert_cmpuint (none->len, ==, 0);
  schedule (fixture, 1, 2025);
  schedule (fixture, 3, 2024);
  schedule (fixture, 3, 2024);
  schedule (fixture, 4, 2025);
  notes = mer_schedule_checks (make (fixture));
  g_assert_cmpuint (count (notes, "schedule.interval"), ==, 2);
  g_assert_cmpint (find (notes, "schedule.interval")->id, ==, 1);
  g_assert_cmpint (find (notes, "schedule.missing")->id, ==, 2);
  g_assert_cmpint (find (notes, "schedule.closed")->id, ==, 4);
  g_assert_cmpuint (count (notes, "schedule.share"), ==, 0); /* 1 of 3 is 33,3 % */
  schedule (fixture, 4, 2026);
  g_ptr_array_set_size (notes, 0);
  g_clear_pointer (&notes, g_ptr_array_unref);
  notes = mer_schedule_checks (make (fixture));
  g_assert_cmpuint (count (notes, "schedule.share"), ==, 1); /* nobody who works in 2026 */
}

#define TEST(path, func) g_test_add ("/selection-rules/" path, Fixture, NULL, setup, func, teardown)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("share", test_share);
  TEST ("who-counts", test_who_counts);
  g_test_add_func ("/selection-rules/day", test_day);
  TEST ("due", test_due);
  TEST ("last", test_last);
  TEST ("checks", test_checks);
  TEST ("sound", test_sound);
  TEST ("propose", test_propose);
  TEST ("schedule", test_schedule);
  TEST ("schedule-checks", test_schedule_checks);
  return g_test_run ();
}
