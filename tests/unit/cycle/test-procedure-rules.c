/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rules of a procedure (system D of work plans): each is kept once and broken once. */

#include "core/mer-organization.h"
#include "cycle/mer-council.h"
#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-improvement.h"
#include "cycle/mer-operator.h"
#include "cycle/mer-procedure-rules.h"
#include "cycle/mer-work-plan.h"

typedef struct
{
  MerProcedureFacts facts;
  MerCycle         *cycle;
  GPtrArray        *lists; /* everything that facts refers to */
} Fixture;

static GPtrArray *
list (Fixture       *fixture,
      GDestroyNotify free_func)
{
  GPtrArray *added = g_ptr_array_new_with_free_func (free_func);

  g_ptr_array_add (fixture->lists, added);
  return added;
}

static void
setup (Fixture      *fixture,
       gconstpointer data)
{
  MerProcedureFacts *facts = &fixture->facts;

  fixture->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  *facts = (MerProcedureFacts){ 0 };
  fixture->cycle = mer_cycle_new ("НОКО 2024", 2024);
  facts->cycle = fixture->cycle;
  facts->settings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  facts->today = "2024-12-03";
  facts->n_indicators = 14;
}

static void
teardown (Fixture      *fixture,
          gconstpointer data)
{
  mer_cycle_unref (fixture->cycle);
  g_hash_table_unref (fixture->facts.settings);
  g_ptr_array_unref (fixture->lists);
}

static void
set (Fixture    *fixture,
     const char *key,
     const char *value)
{
  g_hash_table_replace (fixture->facts.settings, g_strdup (key), g_strdup (value));
}

/* A record that goes into its list, which is made when it is first needed. */
static gpointer
record (Fixture             *fixture,
        GPtrArray          **where,
        const MerRecordKind *kind)
{
  MerRecord *added = mer_record_new (kind, 1);

  if (*where == NULL)
    *where = list (fixture, mer_record_free);
  g_ptr_array_add (*where, added);
  added->id = (*where)->len;
  return added;
}

static MerAgendaItem *
decide (Fixture    *fixture,
        int         about,
        const char *day)
{
  MerMeeting    *meeting = record (fixture, &fixture->facts.meetings, &mer_record_meeting);
  MerAgendaItem *item = record (fixture, &fixture->facts.agenda, &mer_record_agenda_item);

  meeting->day = g_strdup (day);
  item->meeting = meeting->record.id;
  item->about = about;
  item->outcome = MER_DECISION_ADOPTED;
  return item;
}

static void
approve (Fixture *fixture)
{
  fixture->cycle->approved = TRUE;
}

static MerCycleMember *
choose (Fixture *fixture,
        gint64   id)
{
  MerCycleMember  *member = g_new0 (MerCycleMember, 1);
  MerOrganization *organization = mer_organization_new ("ДС «Радуга»", MER_ORGANIZATION_PRESCHOOL);

  if (fixture->facts.members == NULL)
    {
      fixture->facts.members = list (fixture, (GDestroyNotify) mer_cycle_member_free);
      fixture->facts.organizations = list (fixture, (GDestroyNotify) mer_organization_unref);
    }
  organization->id = id;
  member->organization_id = id;
  member->selected = TRUE;
  g_ptr_array_add (fixture->facts.members, member);
  g_ptr_array_add (fixture->facts.organizations, organization);
  return member;
}

static void
assert_rule (Fixture    *fixture,
             const char *rule,
             guint       n)
{
  g_autoptr (GPtrArray) notes = mer_procedure_checks (&fixture->facts);
  guint found = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      g_assert_true (g_utf8_validate (note->text, -1, NULL));
      found += g_str_equal (note->rule, rule) ? 1 : 0;
    }
  g_assert_cmpuint (found, ==, n);
}

static void
test_nothing (Fixture      *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) notes = mer_procedure_checks (&fixture->facts);

  g_assert_cmpuint (notes->len, ==, 0);
}

static void
test_model (Fixture      *fixture,
            gconstpointer data)
{
  fixture->facts.n_indicators = 0;
  assert_rule (fixture, "procedure.indicators", 1);
  fixture->facts.n_indicators = 1;
  assert_rule (fixture, "procedure.indicators", 0);
  fixture->facts.n_council_criteria = 2;
  assert_rule (fixture, "procedure.criteria", 1);
  fixture->facts.n_council_criteria = 0;
  assert_rule (fixture, "procedure.model", 0);
  set (fixture, MER_SETTING_STAGE, "collection");
  assert_rule (fixture, "procedure.model", 1);
  fixture->facts.n_council_criteria = 2;
  decide (fixture, MER_ABOUT_METHODOLOGY, "2024-02-01");
  assert_rule (fixture, "procedure.criteria", 0);
  assert_rule (fixture, "procedure.model", 0);
}

static void
test_choice (Fixture      *fixture,
             gconstpointer data)
{
  MerAgendaItem *decision = NULL;

  choose (fixture, 3);
  assert_rule (fixture, "procedure.selection", 1);
  decision = decide (fixture, MER_ABOUT_SELECTION, "2024-02-01");
  assert_rule (fixture, "procedure.selection", 0);
  decision->outcome = MER_DECISION_POSTPONED;
  assert_rule (fixture, "procedure.selection", 1);
}

/* A decision that names organizations is about these alone. */
static void
test_pilot (Fixture      *fixture,
            gconstpointer data)
{
  MerAgendaItem *decision = NULL;
  MerLink       *link = NULL;

  choose (fixture, 3)->pilot = TRUE;
  assert_rule (fixture, "procedure.pilot", 1);
  decision = decide (fixture, MER_ABOUT_SELECTION, "2024-02-01");
  assert_rule (fixture, "procedure.pilot", 0);
  link = record (fixture, &fixture->facts.links, &mer_record_link);
  link->role = MER_LINK_DECIDES;
  link->from_kind = g_strdup ("agenda-item");
  link->from_id = decision->record.id;
  link->to_kind = g_strdup ("organization");
  link->to_id = 4;
  assert_rule (fixture, "procedure.pilot", 1);
  link->to_id = 3;
  assert_rule (fixture, "procedure.pilot", 0);
}

/* What was put on the list or taken off it after it was approved, until it is approved again. */
static void
test_list_changed (Fixture      *fixture,
                   gconstpointer data)
{
  MerCycleMember *kept = choose (fixture, 3);
  MerCycleMember *gone = choose (fixture, 4);
  MerCycleMember *added = choose (fixture, 5);
  MerAgendaItem  *decision = decide (fixture, MER_ABOUT_SELECTION, "2024-02-01");

  assert_rule (fixture, "procedure.list-changed", 0);
  kept->approved = decision->record.id;
  gone->approved = decision->record.id;
  added->selected = FALSE;
  assert_rule (fixture, "procedure.list-changed", 0);
  gone->selected = FALSE;
  assert_rule (fixture, "procedure.list-changed", 1);
  gone->selected = TRUE;
  added->selected = TRUE;
  assert_rule (fixture, "procedure.list-changed", 1);
  decide (fixture, MER_ABOUT_SELECTION, "2024-01-31"); /* entered later, but older */
  assert_rule (fixture, "procedure.list-changed", 1);
  decide (fixture, MER_ABOUT_SELECTION, "2024-03-01");
  assert_rule (fixture, "procedure.list-changed", 0);
}

static void
test_operator (Fixture      *fixture,
               gconstpointer data)
{
  MerRemark   *remark = NULL;
  MerDelivery *report = NULL;

  record (fixture, &fixture->facts.contracts, &mer_record_contract);
  assert_rule (fixture, "procedure.terms", 1);
  remark = record (fixture, &fixture->facts.remarks, &mer_record_remark);
  remark->about = MER_REMARK_TERMS;
  assert_rule (fixture, "procedure.terms", 0);
  approve (fixture);
  assert_rule (fixture, "procedure.report", 1);
  report = record (fixture, &fixture->facts.deliveries, &mer_record_delivery);
  report->is_report = TRUE;
  report->state = MER_DELIVERY_ACCEPTED;
  report->decided = g_strdup ("2024-11-20");
  assert_rule (fixture, "procedure.report", 0);
}

/* A month from 31 January ends on 29 February. */
static void
test_hand_over (Fixture      *fixture,
                gconstpointer data)
{
  MerDelivery *report = record (fixture, &fixture->facts.deliveries, &mer_record_delivery);

  report->is_report = TRUE;
  report->state = MER_DELIVERY_ACCEPTED;
  report->decided = g_strdup ("2024-01-31");
  fixture->facts.today = "2024-02-29";
  assert_rule (fixture, "procedure.hand-over", 0);
  fixture->facts.today = "2024-03-01";
  assert_rule (fixture, "procedure.hand-over", 1);
  decide (fixture, MER_ABOUT_RECOMMENDATIONS, "2024-02-29");
  assert_rule (fixture, "procedure.hand-over", 0);
  ((MerMeeting *) fixture->facts.meetings->pdata[0])->day[9] = '8';
  ((MerMeeting *) fixture->facts.meetings->pdata[0])->day[6] = '3';
  assert_rule (fixture, "procedure.hand-over", 1); /* 28 March */
  set (fixture, MER_SETTING_COUNCIL_DAYS, "2");
  assert_rule (fixture, "procedure.hand-over", 0);
}

static void
test_results (Fixture      *fixture,
              gconstpointer data)
{
  MerRemark      *review = record (fixture, &fixture->facts.remarks, &mer_record_remark);
  MerPublication *rating = NULL;

  review->about = MER_REMARK_REVIEW;
  assert_rule (fixture, "procedure.discussion", 0);
  approve (fixture);
  assert_rule (fixture, "procedure.discussion", 1);
  assert_rule (fixture, "procedure.results", 1);
  assert_rule (fixture, "procedure.rating", 1);
  review->state = MER_REMARK_REJECTED;
  decide (fixture, MER_ABOUT_RESULTS, "2024-12-01");
  rating = record (fixture, &fixture->facts.publications, &mer_record_publication);
  rating->what = MER_PUBLICATION_RATING;
  assert_rule (fixture, "procedure.rating", 1);
  rating->done_on = g_strdup ("2024-12-02");
  assert_rule (fixture, "procedure.discussion", 0);
  assert_rule (fixture, "procedure.results", 0);
  assert_rule (fixture, "procedure.rating", 0);
}

static void
test_form (Fixture      *fixture,
           gconstpointer data)
{
  assert_rule (fixture, "procedure.form", 0);
  set (fixture, MER_SETTING_FORM, "bands");
  assert_rule (fixture, "procedure.form", 1);
  decide (fixture, MER_ABOUT_PUBLICATION, "2024-12-01");
  assert_rule (fixture, "procedure.form", 0);
}

/* Received on 20 November, ten days: due on the 30th. */
static void
test_plan_due (Fixture      *fixture,
               gconstpointer data)
{
  MerRecommendation *advice = NULL;
  MerPlan           *plan = NULL;

  choose (fixture, 3);
  advice = record (fixture, &fixture->facts.recommendations, &mer_record_recommendation);
  advice->organization = 3;
  advice->received = g_strdup ("2024-11-10");
  advice = record (fixture, &fixture->facts.recommendations, &mer_record_recommendation);
  advice->organization = 3;
  advice->received = g_strdup ("2024-11-20");
  fixture->facts.today = "2024-11-30";
  assert_rule (fixture, "procedure.plan-due", 0);
  fixture->facts.today = "2024-12-01";
  assert_rule (fixture, "procedure.plan-due", 1);
  plan = record (fixture, &fixture->facts.plans, &mer_record_plan);
  plan->organization = 3;
  plan->submitted = g_strdup ("2024-11-30");
  assert_rule (fixture, "procedure.plan-due", 1); /* a draft */
  plan->state = MER_PLAN_SUBMITTED;
  assert_rule (fixture, "procedure.plan-due", 0);
  set (fixture, MER_SETTING_PLAN_DAYS, "9");
  assert_rule (fixture, "procedure.plan-due", 1); /* late by a day */
}

/* Recommendations whose receipt nobody noted: no plan would ever be due. */
static void
test_received (Fixture      *fixture,
               gconstpointer data)
{
  MerRecommendation *advice = NULL;
  MerPlan           *plan = NULL;

  choose (fixture, 3);
  for (guint i = 0; i < 2; i++)
    {
      advice = record (fixture, &fixture->facts.recommendations, &mer_record_recommendation);
      advice->organization = 3;
    }
  assert_rule (fixture, "procedure.received", 0);
  set (fixture, MER_SETTING_STAGE, "plans");
  assert_rule (fixture, "procedure.received", 1);
  plan = record (fixture, &fixture->facts.plans, &mer_record_plan);
  plan->organization = 3;
  assert_rule (fixture, "procedure.received", 1); /* a draft */
  plan->state = MER_PLAN_SUBMITTED;
  plan->submitted = g_strdup ("2024-11-30");
  assert_rule (fixture, "procedure.received", 0);
  plan->state = MER_PLAN_DRAFT;
  advice->received = g_strdup ("2024-12-01");
  assert_rule (fixture, "procedure.received", 0);
}

static void
test_plan_none (Fixture      *fixture,
                gconstpointer data)
{
  MerPlan *plan = NULL;

  choose (fixture, 3);
  choose (fixture, 4)->selected = FALSE;
  assert_rule (fixture, "procedure.plan-none", 0);
  set (fixture, MER_SETTING_STAGE, "control");
  assert_rule (fixture, "procedure.plan-none", 1);
  plan = record (fixture, &fixture->facts.plans, &mer_record_plan);
  plan->organization = 4;
  assert_rule (fixture, "procedure.plan-none", 1);
  plan->organization = 3;
  assert_rule (fixture, "procedure.plan-none", 0);
}

static void
test_plan_use (Fixture      *fixture,
               gconstpointer data)
{
  MerPlan        *plan = record (fixture, &fixture->facts.plans, &mer_record_plan);
  MerPlanItem    *item = record (fixture, &fixture->facts.plan_items, &mer_record_plan_item);
  MerPublication *published = NULL;
  MerControlMark *mark = NULL;

  choose (fixture, 3);
  plan->organization = 3;
  item->plan = plan->record.id;
  assert_rule (fixture, "procedure.plan-published", 0);
  plan->state = MER_PLAN_APPROVED;
  item->state = MER_PLAN_ITEM_DONE;
  assert_rule (fixture, "procedure.plan-published", 1);
  assert_rule (fixture, "procedure.control", 1);
  published = record (fixture, &fixture->facts.publications, &mer_record_publication);
  published->what = MER_PUBLICATION_PLAN;
  published->organization = 3;
  published->done_on = g_strdup ("2024-12-02");
  mark = record (fixture, &fixture->facts.control_marks, &mer_record_control_mark);
  mark->plan_item = item->record.id;
  assert_rule (fixture, "procedure.plan-published", 0);
  assert_rule (fixture, "procedure.control", 0);
}

static void
test_conclusions (Fixture      *fixture,
                  gconstpointer data)
{
  assert_rule (fixture, "procedure.conclusions", 0);
  set (fixture, MER_SETTING_STAGE, "control");
  assert_rule (fixture, "procedure.conclusions", 1);
  record (fixture, &fixture->facts.management_decisions, &mer_record_management_decision);
  assert_rule (fixture, "procedure.conclusions", 0);
}

#define TEST(path, func) g_test_add ("/procedure-rules/" path, Fixture, NULL, setup, func, teardown)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("nothing", test_nothing);
  TEST ("model", test_model);
  TEST ("choice", test_choice);
  TEST ("pilot", test_pilot);
  TEST ("list-changed", test_list_changed);
  TEST ("operator", test_operator);
  TEST ("hand-over", test_hand_over);
  TEST ("results", test_results);
  TEST ("form", test_form);
  TEST ("plan-due", test_plan_due);
  TEST ("received", test_received);
  TEST ("plan-none", test_plan_none);
  TEST ("plan-use", test_plan_use);
  TEST ("conclusions", test_conclusions);
  return g_test_run ();
}
