/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Deliveries of the operator and the terms that run from them: a function a rule. */

#include "config.h"

#include "cycle/mer-delivery-rules.h"

#include "core/mer-period.h"
#include "core/mer-spoken.h"
#include "cycle/mer-due.h"

#define PAGE "data"

/* --- terms ----------------------------------------------------------------------------------- */

static gboolean
is_accepted_report (const MerDelivery *delivery)
{
  return delivery->is_report && delivery->state == MER_DELIVERY_ACCEPTED;
}

MerDay
mer_delivery_report_accepted (const MerDeliveryContext *context)
{
  MerDay first = MER_DAY_NONE;

  for (guint i = 0; i < context->deliveries->len; i++)
    {
      const MerDelivery *delivery = context->deliveries->pdata[i];
      MerDay             day = is_accepted_report (delivery) ? mer_day_from_iso (delivery->decided)
                                                             : MER_DAY_NONE;

      if (day != MER_DAY_NONE && (first == MER_DAY_NONE || day < first))
        first = day;
    }
  return first;
}

MerDay
mer_delivery_council_due (const MerDeliveryContext *context)
{
  MerDay accepted = mer_delivery_report_accepted (context);

  return accepted != MER_DAY_NONE ? mer_day_add_months (accepted, context->months) : MER_DAY_NONE;
}

gboolean
mer_delivery_council_overdue (const MerDeliveryContext *context)
{
  MerDay due = mer_delivery_council_due (context);

  return !context->approved && due != MER_DAY_NONE && context->today > due;
}

static MerDay
contract_due (const MerDeliveryContext *context,
              const MerContract        *contract)
{
  g_autoptr (MerPeriod) period = NULL;

  if (contract->deadline == NULL)
    return MER_DAY_NONE;
  period = mer_period_parse (contract->deadline, context->year);
  return mer_period_get_last (period);
}

MerDay
mer_delivery_contract_due (const MerDeliveryContext *context)
{
  MerDay last = MER_DAY_NONE;

  for (guint i = 0; i < context->contracts->len; i++)
    last = MAX (last, contract_due (context, context->contracts->pdata[i]));
  return last;
}

/* --- saying it ------------------------------------------------------------------------------- */

static void
tell (GPtrArray      *notes,
      const char     *rule,
      MerRuleSeverity severity,
      gconstpointer   record,
      char           *text)
{
  const MerRecord *about = record;

  g_ptr_array_add (notes,
                   mer_rule_note_new (rule, severity, PAGE, about->kind->id, about->id, text));
}

/* A delivery that was accepted or returned without a day, or returned without a reason. */
static void
check_decision (const MerDeliveryContext *context,
                const MerDelivery        *delivery,
                GPtrArray                *notes)
{
  if (delivery->state == MER_DELIVERY_RECEIVED)
    return;
  if (mer_day_from_iso (delivery->decided) == MER_DAY_NONE)
    tell (notes, "operator.decided", MER_RULE_WARNING, delivery,
          g_strdup_printf (delivery->is_report && delivery->state == MER_DELIVERY_ACCEPTED
                           ? _("“%s”: enter the day of acceptance, the council's term runs "
                                 "from it.")
                           : _("“%s” was accepted or returned, but no day is entered."),
                                delivery->what));
  if (delivery->state == MER_DELIVERY_RETURNED && delivery->reason == NULL)
    tell (notes, "operator.reason", MER_RULE_WARNING, delivery,
          g_strdup_printf (_("“%s” was returned, but no reason is entered."), delivery->what));
}

static void
check_days (const MerDeliveryContext *context,
            const MerDelivery        *delivery,
            GPtrArray                *notes)
{
  MerDay           received = mer_day_from_iso (delivery->received);
  MerDay           decided = mer_day_from_iso (delivery->decided);
  g_autofree char *in = mer_day_to_text (received);
  g_autofree char *out = mer_day_to_text (decided);

  if (received != MER_DAY_NONE && decided != MER_DAY_NONE && decided < received)
    tell (notes, "operator.days", MER_RULE_WARNING, delivery,
          g_strdup_printf (_("“%s” was decided on %s, before it was received on %s."),
                              delivery->what, out, in));
}

/* What was received is to be accepted or returned. */
static void
check_waiting (const MerDeliveryContext *context,
               const MerDelivery        *delivery,
               GPtrArray                *notes)
{
  MerDay           received = mer_day_from_iso (delivery->received);
  g_autofree char *in = mer_day_to_text (received);

  if (delivery->state != MER_DELIVERY_RECEIVED)
    return;
  if (received != MER_DAY_NONE)
    tell (notes, "operator.waiting", MER_RULE_NOTE, delivery,
          g_strdup_printf (_("“%s” was received on %s and is neither accepted nor returned."),
                              delivery->what, in));
  else
    tell (notes, "operator.waiting", MER_RULE_NOTE, delivery,
          g_strdup_printf (_("“%s” is neither accepted nor returned."), delivery->what));
}

static gboolean
has_report (const MerDeliveryContext *context)
{
  for (guint i = 0; i < context->deliveries->len; i++)
    {
      const MerDelivery *delivery = context->deliveries->pdata[i];

      if (delivery->is_report && delivery->state != MER_DELIVERY_RETURNED)
        return TRUE;
    }
  return FALSE;
}

/* The contract's deadline has passed, and no report is here. */
static void
check_late (const MerDeliveryContext *context,
            GPtrArray                *notes)
{
  for (guint i = 0; !has_report (context) && i < context->contracts->len; i++)
    {
      const MerContract *contract = context->contracts->pdata[i];
      MerDay             due = contract_due (context, contract);

      if (mer_due_has_passed (due, context->today))
        tell (notes, "operator.late", MER_RULE_WARNING, contract,
              g_strdup_printf (_("The contract with %s ran to “%s”: no report has been received."),
                                  contract->operator_name, contract->deadline));
    }
}

/* Late, though it came. */
static void
check_received_late (const MerDeliveryContext *context,
                     const MerDelivery        *delivery,
                     GPtrArray                *notes)
{
  MerDay           due = mer_delivery_contract_due (context);
  MerDay           received = mer_day_from_iso (delivery->received);
  g_autofree char *in = mer_day_to_text (received);
  g_autofree char *last = mer_day_to_text (due);

  if (delivery->is_report && due != MER_DAY_NONE && received > due)
    tell (notes, "operator.received-late", MER_RULE_NOTE, delivery,
          g_strdup_printf (_("“%s” was received on %s, after the contract's last day, %s."),
                              delivery->what, in, last));
}

static MerDay
contract_day (const MerDeliveryContext *context)
{
  MerDay first = MER_DAY_NONE;

  for (guint i = 0; i < context->contracts->len; i++)
    {
      MerDay day = mer_day_from_iso (((const MerContract *) context->contracts->pdata[i])->day);

      if (day != MER_DAY_NONE && (first == MER_DAY_NONE || day < first))
        first = day;
    }
  return first;
}

/* The council's remarks on the terms are of use before the contract. */
static void
check_terms (const MerDeliveryContext *context,
             GPtrArray                *notes)
{
  MerDay           signed_on = contract_day (context);
  g_autofree char *day = mer_day_to_text (signed_on);

  for (guint i = 0; signed_on != MER_DAY_NONE && i < context->remarks->len; i++)
    {
      const MerRemark *remark = context->remarks->pdata[i];

      if (mer_remark_is_of_terms (remark) && remark->state == MER_REMARK_OPEN)
        tell (notes, "operator.terms", MER_RULE_WARNING, remark,
              g_strdup_printf (_("A remark on the terms of reference is open, but the contract was "
                                 "made on %s."),
                                  day));
    }
}

static void
check_remark (const MerRemark *remark,
              GPtrArray       *notes)
{
  if (remark->state != MER_REMARK_OPEN && remark->decision == NULL)
    tell (notes, "operator.remark", MER_RULE_NOTE, remark,
          g_strdup_printf (_("A remark of %s was decided on, but no words of the decision are "
                             "entered."),
                              remark->source != NULL ? remark->source : "—"));
}

GPtrArray *
mer_delivery_check (const MerDeliveryContext *context)
{
  GPtrArray *notes = mer_rule_notes_new ();

  check_late (context, notes);
  for (guint i = 0; i < context->deliveries->len; i++)
    {
      const MerDelivery *delivery = context->deliveries->pdata[i];

      check_decision (context, delivery, notes);
      check_days (context, delivery, notes);
      check_waiting (context, delivery, notes);
      check_received_late (context, delivery, notes);
    }
  check_terms (context, notes);
  for (guint i = 0; i < context->remarks->len; i++)
    check_remark (context->remarks->pdata[i], notes);
  return notes;
}

MerRuleNote *
mer_delivery_council_note (const MerDeliveryContext *context)
{
  MerDay           due = mer_delivery_council_due (context);
  g_autofree char *since = mer_day_to_text (mer_delivery_report_accepted (context));
  g_autofree char *until = mer_day_to_text (due);

  if (due == MER_DAY_NONE || context->approved)
    return NULL;
  if (mer_delivery_council_overdue (context))
    return mer_rule_note_new (
      "operator.council", MER_RULE_WARNING, PAGE, NULL, 0,
      g_strdup_printf (_("The report was accepted on %s: the council's results were due by %s and "
                         "are not approved yet."),
                          since, until));
  return mer_rule_note_new ("operator.council", MER_RULE_NOTE, PAGE, NULL, 0,
                            g_strdup_printf (_("The report was accepted on %s: the council's "
                                               "results are due by %s."),
                                                since, until));
}
