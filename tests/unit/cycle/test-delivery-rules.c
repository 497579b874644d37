/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deliveries and the council's term, by days that were counted by hand. */

#include <string.h>

#include "cycle/mer-delivery-rules.h"

typedef struct
{
  GPtrArray         *contracts;
  GPtrArray         *deliveries;
  GPtrArray         *remarks;
  MerDeliveryContext context;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  self->contracts = g_ptr_array_new_with_free_func (mer_record_free);
  self->deliveries = g_ptr_array_new_with_free_func (mer_record_free);
  self->remarks = g_ptr_array_new_with_free_func (mer_record_free);
  self->context = (MerDeliveryContext){ self->contracts, self->deliveries, self->remarks, 2024, 1,
                                        mer_day_new (2024, 12, 3), FALSE };
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_ptr_array_unref (self->contracts);
  g_ptr_array_unref (self->deliveries);
  g_ptr_array_unref (self->remarks);
}

static MerDelivery *
add_delivery (Fixture         *self,
              gboolean         is_report,
              MerDeliveryState state,
              const char      *received,
              const char      *decided)
{
  MerDelivery *delivery = mer_record_new (&mer_record_delivery, 1);

  delivery->record.id = self->deliveries->len + 1;
  delivery->what = g_strdup (is_report ? "Отчёт" : "Таблицы");
  delivery->is_report = is_report;
  delivery->state = (int) state;
  delivery->received = g_strdup (received);
  delivery->decided = g_strdup (decided);
  g_ptr_array_add (self->deliveries, delivery);
  return delivery;
}

static void
add_contract (Fixture    *self,
              const char *day,
              const char *deadline)
{
  MerContract *contract = mer_record_new (&mer_record_contract, 1);

  contract->record.id = 1;
  contract->operator_name = g_strdup ("ООО «Центр»");
  contract->day = g_strdup (day);
  contract->deadline = g_strdup (deadline);
  g_ptr_array_add (self->contracts, contract);
}

static MerRemark *
add_remark (Fixture         *self,
            MerRemarkSubject about,
            MerRemarkState   state)
{
  MerRemark *remark = mer_record_new (&mer_record_remark, 1);

  remark->record.id = self->remarks->len + 1;
  remark->about = (int) about;
  remark->state = (int) state;
  remark->text = g_strdup ("Добавить опрос по телефону");
  g_ptr_array_add (self->remarks, remark);
  return remark;
}

/* Which rules spoke: "operator.late operator.waiting"; the test says it in full. */
static char *
rules_of (Fixture *self)
{
  g_autoptr (GPtrArray) notes = mer_delivery_check (&self->context);
  GString *rules = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const MerRuleNote *note = notes->pdata[i];

      g_assert_cmpstr (note->page, ==, "data");
      g_assert_cmpint (note->id, >, 0);
      g_string_append_printf (rules, "%s%s", i > 0 ? " " : "", note->rule);
    }
  return g_string_free (rules, FALSE);
}

#define assert_rules(self, expected)           \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *_rules = rules_of (self); \
    g_assert_cmpstr (_rules, ==, (expected));  \
  }                                            \
  G_STMT_END

static void
test_term (Fixture      *self,
           gconstpointer data)
{
  g_assert_cmpint (mer_delivery_council_due (&self->context), ==, MER_DAY_NONE);
  add_delivery (self, FALSE, MER_DELIVERY_ACCEPTED, "2024-10-20", "2024-10-21");
  add_delivery (self, TRUE, MER_DELIVERY_RETURNED, "2024-10-25", "2024-10-28");
  g_assert_cmpint (mer_delivery_report_accepted (&self->context), ==, MER_DAY_NONE);
  g_assert_null (mer_delivery_council_note (&self->context));
  add_delivery (self, TRUE, MER_DELIVERY_ACCEPTED, "2024-10-30", "2024-10-31");
  g_assert_cmpint (mer_delivery_report_accepted (&self->context), ==, mer_day_new (2024, 10, 31));
  /* November has no 31st */
  g_assert_cmpint (mer_delivery_council_due (&self->context), ==, mer_day_new (2024, 11, 30));
  /* a corrected report later on does not begin the term anew */
  add_delivery (self, TRUE, MER_DELIVERY_ACCEPTED, "2024-11-20", "2024-11-21");
  g_assert_cmpint (mer_delivery_council_due (&self->context), ==, mer_day_new (2024, 11, 30));
  self->context.months = 2;
  g_assert_cmpint (mer_delivery_council_due (&self->context), ==, mer_day_new (2024, 12, 31));
  self->context.months = 0;
  g_assert_cmpint (mer_delivery_council_due (&self->context), ==, mer_day_new (2024, 10, 31));
}

static void
test_overdue (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (MerRuleNote) last_day = NULL;
  g_autoptr (MerRuleNote) day_after = NULL;

  add_delivery (self, TRUE, MER_DELIVERY_ACCEPTED, "2024-11-01", "2024-11-04");
  self->context.today = mer_day_new (2024, 12, 4);
  g_assert_false (mer_delivery_council_overdue (&self->context));
  last_day = mer_delivery_council_note (&self->context);
  g_assert_cmpint (last_day->severity, ==, MER_RULE_NOTE);
  g_assert_nonnull (strstr (last_day->text, "04.12.2024"));
  self->context.today = mer_day_new (2024, 12, 5);
  g_assert_true (mer_delivery_council_overdue (&self->context));
  day_after = mer_delivery_council_note (&self->context);
  g_assert_cmpint (day_after->severity, ==, MER_RULE_WARNING);
  g_assert_cmpstr (day_after->rule, ==, "operator.council");
  self->context.approved = TRUE;
  g_assert_false (mer_delivery_council_overdue (&self->context));
  g_assert_null (mer_delivery_council_note (&self->context));
}

static void
test_decisions (Fixture      *self,
                gconstpointer data)
{
  MerDelivery *returned = NULL;

  assert_rules (self, "");
  add_delivery (self, FALSE, MER_DELIVERY_ACCEPTED, "2024-10-20", "2024-10-21");
  assert_rules (self, "");
  returned = add_delivery (self, TRUE, MER_DELIVERY_RETURNED, "2024-10-25", NULL);
  assert_rules (self, "operator.decided operator.reason");
  returned->reason = g_strdup ("Нет приложений");
  returned->decided = g_strdup ("2024-10-24");
  assert_rules (self, "operator.days");
  returned->decided[9] = '5'; /* the same day is none before */
  assert_rules (self, "");
  add_delivery (self, FALSE, MER_DELIVERY_RECEIVED, NULL, NULL);
  assert_rules (self, "operator.waiting");
}

static void
test_contract (Fixture      *self,
               gconstpointer data)
{
  add_contract (self, "2024-08-01", "до 3 декабря");
  g_assert_cmpint (mer_delivery_contract_due (&self->context), ==, mer_day_new (2024, 12, 3));
  assert_rules (self, ""); /* the last day is not over */
  self->context.today = mer_day_new (2024, 12, 4);
  assert_rules (self, "operator.late");
  add_delivery (self, FALSE, MER_DELIVERY_ACCEPTED, "2024-11-01", "2024-11-02");
  assert_rules (self, "operator.late"); /* tables are no report */
  add_delivery (self, TRUE, MER_DELIVERY_ACCEPTED, "2024-12-04", "2024-12-04");
  assert_rules (self, "operator.received-late");
}

static void
test_remarks (Fixture      *self,
              gconstpointer data)
{
  MerRemark *decided = add_remark (self, MER_REMARK_RATING, MER_REMARK_ACCEPTED);

  assert_rules (self, "operator.remark");
  decided->decision = g_strdup ("Отметка исправлена");
  assert_rules (self, "");
  add_remark (self, MER_REMARK_TENDER, MER_REMARK_OPEN);
  add_remark (self, MER_REMARK_REVIEW, MER_REMARK_OPEN);
  assert_rules (self, ""); /* there is no contract yet */
  add_contract (self, "2024-08-01", NULL);
  assert_rules (self, "operator.terms");
  g_assert_true (mer_remark_is_of_discussion (self->remarks->pdata[0]));
  g_assert_false (mer_remark_is_of_discussion (self->remarks->pdata[1]));
  g_assert_true (mer_remark_is_of_terms (self->remarks->pdata[1]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) \
  g_test_add ("/delivery-rules/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("term", test_term);
  ADD ("overdue", test_overdue);
  ADD ("decisions", test_decisions);
  ADD ("contract", test_contract);
  ADD ("remarks", test_remarks);
  return g_test_run ();
}
