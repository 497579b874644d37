/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of records of what follows from the results. */

#include "config.h"

#include "core/mer-spoken.h"
#include "cycle/mer-improvement.h"

static gboolean
check_share (gint64   share,
             GError **error)
{
  if (share <= 100)
    return TRUE;
  g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                       _("No more than 100 per cent can be done."));
  return FALSE;
}

static gboolean
check_plan_item (const MerRecord *record,
                 GError         **error)
{
  const MerPlanItem *item = (const MerPlanItem *) record;

  if (!check_share (item->share, error))
    return FALSE;
  if (item->state != MER_PLAN_ITEM_DONE || (item->done_on != NULL && item->evidence != NULL))
    return TRUE;
  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID, "%s",
               item->done_on == NULL
               ? _("Say on which day it was done.")
               : _("An item is done when something shows it: name the evidence."));
  return FALSE;
}

static gboolean
check_control_mark (const MerRecord *record,
                    GError         **error)
{
  return check_share (((const MerControlMark *) record)->share, error);
}

/* clang-format off */
static const MerField recommendation_fields[] = {
  MER_FIELD_OF (MerRecommendation, organization, ORGANIZATION, N_("Organization"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRecommendation, finding, NUMBER, N_("Finding"), MER_FIELD_HIDDEN),
  MER_FIELD_OF (MerRecommendation, criterion, CODE, N_("Criterion"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRecommendation, text, NOTE, N_("Recommendation"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerRecommendation, sent, DAY, N_("Sent"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRecommendation, received, DAY, N_("Received"), MER_FIELD_COLUMN),
};

static const MerChoice plan_states[] = {
  { "draft", N_("draft") }, { "submitted", N_("submitted") },
  { "returned", N_("returned for changes") }, { "agreed", N_("agreed") },
  { "approved", N_("approved") },
};

static const MerField plan_fields[] = {
  MER_FIELD_OF (MerPlan, organization, ORGANIZATION, N_("Organization"),
                MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerPlan, version, NUMBER, N_("Version"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerPlan, state, plan_states, N_("State"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlan, author, TEXT, N_("Author"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlan, submitted, DAY, N_("Submitted"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlan, agreed, DAY, N_("Agreed"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlan, approved, DAY, N_("Approved"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlan, approver, TEXT, N_("Approved by (post and name)"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlan, published, DAY, N_("Published"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlan, link, LINK, N_("Published at"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlan, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice item_states[] = {
  { "planned", N_("planned") }, { "work", N_("in work") }, { "done", N_("done") },
  { "dropped", N_("dropped") },
};

static const MerField plan_item_fields[] = {
  MER_REFERENCE_OF (MerPlanItem, plan, "plan", N_("Improvement plan"),
                    MER_FIELD_REQUIRED | MER_FIELD_OWNER),
  MER_FIELD_OF (MerPlanItem, criterion, CODE, N_("Criterion"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlanItem, finding, NUMBER, N_("Finding"), MER_FIELD_HIDDEN),
  MER_FIELD_OF (MerPlanItem, problem, NOTE, N_("Shortcoming"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlanItem, measure, NOTE, N_("Measure"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerPlanItem, deadline, PERIOD, N_("Deadline"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlanItem, person, TEXT, N_("Responsible person"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlanItem, post, TEXT, N_("Post"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlanItem, taken, NOTE, N_("Measures taken"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlanItem, done_on, DAY, N_("Done on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlanItem, evidence, NOTE, N_("Evidence that it is done"), MER_FIELD_PLAIN),
  MER_CHOICE_OF (MerPlanItem, state, item_states, N_("State"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPlanItem, share, NUMBER, N_("Done, per cent"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPlanItem, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerField measure_fields[] = {
  MER_FIELD_OF (MerMeasureTaken, criterion, CODE, N_("Criterion"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerMeasureTaken, problem, NOTE, N_("Shortcoming"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerMeasureTaken, measure, NOTE, N_("Measure"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerMeasureTaken, post, TEXT, N_("Who usually does it"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerMeasureTaken, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice verdicts[] = {
  { "confirmed", N_("confirmed") }, { "partly", N_("confirmed in part") },
  { "not", N_("not confirmed") },
};

static const MerField control_fields[] = {
  MER_REFERENCE_OF (MerControlMark, plan_item, "plan-item", N_("Item of the plan"),
                    MER_FIELD_REQUIRED | MER_FIELD_OWNER),
  MER_FIELD_OF (MerControlMark, day, DAY, N_("Day"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerControlMark, inspector, TEXT, N_("Inspector"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerControlMark, verdict, verdicts, N_("Verdict"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerControlMark, share, NUMBER, N_("Done, per cent"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerControlMark, text, NOTE, N_("What was found"),
                MER_FIELD_COLUMN | MER_FIELD_WIDE),
};

static const MerField decision_fields[] = {
  MER_FIELD_OF (MerManagementDecision, number, TEXT, N_("Number"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerManagementDecision, day, DAY, N_("Day"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerManagementDecision, title, TEXT, N_("Title"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerManagementDecision, issuer, TEXT, N_("Issued by"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerManagementDecision, amends, TEXT, N_("Amends the document"),
                MER_FIELD_COLUMN),
  MER_FIELD_OF (MerManagementDecision, clause, TEXT, N_("Clause"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerManagementDecision, effective, DAY, N_("In force from"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerManagementDecision, effect, NOTE, N_("Effect"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerManagementDecision, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerField road_fields[] = {
  MER_REFERENCE_OF (MerRoadItem, decision, "management-decision", N_("Management decision"),
                    MER_FIELD_REQUIRED | MER_FIELD_OWNER),
  MER_FIELD_OF (MerRoadItem, organization, ORGANIZATION, N_("Organization"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRoadItem, what, NOTE, N_("What is to be done"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerRoadItem, deadline, PERIOD, N_("Deadline"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRoadItem, responsible, LIST, N_("Responsible"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRoadItem, result, NOTE, N_("Result (document)"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerRoadItem, done_on, DAY, N_("Done on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRoadItem, evidence, NOTE, N_("Evidence that it is done"), MER_FIELD_PLAIN),
};

static const MerChoice publication_subjects[] = {
  { "list", N_("list of organizations") }, { "method", N_("rules of the assessment") },
  { "rating", N_("rating") }, { "results", N_("results") },
  { "recommendations", N_("recommendations") }, { "plan", N_("improvement plan") },
  { "opinion", N_("opinions of citizens") }, { "news", N_("news") },
  { "information", N_("information that the law requires") }, { "other", N_("something else") },
};

static const MerChoice places[] = {
  { "department", N_("site of the department") },
  { "organization", N_("site of the organization") },
  { "busgov", N_("bus.gov.ru") }, { "press", N_("press") }, { "other", N_("another place") },
};

static const MerField publication_fields[] = {
  MER_CHOICE_OF (MerPublication, what, publication_subjects, N_("What is published"),
                 MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPublication, title, TEXT, N_("Title"), MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_CHOICE_OF (MerPublication, place, places, N_("Where"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPublication, organization, ORGANIZATION, N_("Organization"),
                MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPublication, who, TEXT, N_("Who publishes"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPublication, deadline, PERIOD, N_("Deadline"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPublication, done_on, DAY, N_("Published on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPublication, link, LINK, N_("Address"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPublication, checked_by, TEXT, N_("Checked by"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPublication, checked, DAY, N_("Checked on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPublication, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

#define FIELDS(list) .fields = list, .n_fields = G_N_ELEMENTS (list)

const MerRecordKind mer_record_recommendation = {
  .id = "recommendation", .table = "recommendation", .title = N_("Recommendations"),
  .one = N_("Recommendation"), .size = sizeof (MerRecommendation), FIELDS (recommendation_fields),
};
const MerRecordKind mer_record_plan = {
  .id = "plan", .table = "improvement_plan", .title = N_("Improvement plans"),
  .one = N_("Improvement plan"), .size = sizeof (MerPlan), FIELDS (plan_fields),
};
const MerRecordKind mer_record_plan_item = {
  .id = "plan-item", .table = "plan_item", .title = N_("Items of improvement plans"),
  .one = N_("Item of the plan"), .size = sizeof (MerPlanItem), FIELDS (plan_item_fields),
  .check = check_plan_item,
};
const MerRecordKind mer_record_measure = {
  .id = "measure", .table = "measure", .title = N_("Library of measures"), .one = N_("Measure"),
  .of_department = TRUE, .size = sizeof (MerMeasureTaken), FIELDS (measure_fields),
};
const MerRecordKind mer_record_control_mark = {
  .id = "control-mark", .table = "control_mark", .title = N_("Control marks"),
  .one = N_("Control mark"), .size = sizeof (MerControlMark), FIELDS (control_fields),
  .check = check_control_mark,
};
const MerRecordKind mer_record_management_decision = {
  .id = "management-decision", .table = "management_decision", .title = N_("Management decisions"),
  .one = N_("Management decision"), .size = sizeof (MerManagementDecision),
  FIELDS (decision_fields),
};
const MerRecordKind mer_record_road_item = {
  .id = "road-item", .table = "road_item", .title = N_("Items of management decisions"),
  .one = N_("Item of a management decision"), .size = sizeof (MerRoadItem), FIELDS (road_fields),
};
/* What is published needs no title of its own. */
static char *
publication_name (const MerRecord *record)
{
  const MerPublication *self = (const MerPublication *) record;

  return g_strdup (self->title != NULL ? self->title : _(publication_subjects[self->what].title));
}

const MerRecordKind mer_record_publication = {
  .id = "publication", .table = "publication", .title = N_("Publications"),
  .one = N_("Publication"), .size = sizeof (MerPublication), FIELDS (publication_fields),
  .name = publication_name,
};
/* clang-format on */
