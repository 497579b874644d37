/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of records that the choice of organizations goes by. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cycle/mer-selection.h"

static gboolean
check_year (gint64   year,
            GError **error)
{
  if (year >= 1990 && year <= 2100)
    return TRUE;
  g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                       _("A year lies between 1990 and 2100."));
  return FALSE;
}

static gboolean
check_earlier (const MerRecord *record,
               GError         **error)
{
  return check_year (((const MerEarlier *) record)->year, error);
}

static gboolean
check_scheduled (const MerRecord *record,
                 GError         **error)
{
  return check_year (((const MerScheduled *) record)->year, error);
}

static gboolean
check_head (const MerRecord *record,
            GError         **error)
{
  const MerHead *head = (const MerHead *) record;

  if (head->since == NULL || head->until == NULL || strcmp (head->since, head->until) <= 0)
    return TRUE;
  g_set_error_literal (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
                       _("The time in office ends before it begins."));
  return FALSE;
}

/* clang-format off */
static const MerChoice organization_kinds[] = {
  { "all", N_("all kinds") }, { "preschool", N_("Preschool") }, { "general", N_("General") },
  { "additional", N_("Additional") }, { "vocational", N_("Vocational") }, { "other", N_("Other") },
};

static const MerField window_fields[] = {
  MER_CHOICE_OF (MerWindowOfKind, organization_kind, organization_kinds,
                 N_("Kind of organizations"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerWindowOfKind, deadline, PERIOD, N_("When data are collected"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerWindowOfKind, note, NOTE, N_("Note"), MER_FIELD_COLUMN),
};

static const MerField earlier_fields[] = {
  MER_FIELD_OF (MerEarlier, organization, ORGANIZATION, N_("Organization"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerEarlier, year, NUMBER, N_("Year"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEarlier, total, DECIMAL, N_("Total"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEarlier, most, DECIMAL, N_("Maximum"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEarlier, place, NUMBER, N_("Place"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerEarlier, source, TEXT, N_("Source"), MER_FIELD_COLUMN),
};

static const MerField scheduled_fields[] = {
  MER_FIELD_OF (MerScheduled, organization, ORGANIZATION, N_("Organization"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerScheduled, year, NUMBER, N_("Year"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerScheduled, note, TEXT, N_("Note"), MER_FIELD_COLUMN),
};

static const MerField head_fields[] = {
  MER_FIELD_OF (MerHead, organization, ORGANIZATION, N_("Organization"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerHead, name, TEXT, N_("Full name of a person"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerHead, post, TEXT, N_("Post"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerHead, since, DAY, N_("In office from"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerHead, until, DAY, N_("In office until"), MER_FIELD_COLUMN),
};

#define FIELDS(list) .fields = list, .n_fields = G_N_ELEMENTS (list)

const MerRecordKind mer_record_window = {
  .id = "window", .table = "collection_window", .title = N_("Windows of collection"),
  .one = N_("Window of collection"), .size = sizeof (MerWindowOfKind), FIELDS (window_fields),
};
const MerRecordKind mer_record_earlier = {
  .id = "earlier", .table = "earlier", .title = N_("Earlier assessments"),
  .one = N_("Earlier assessment"), .of_department = TRUE, .size = sizeof (MerEarlier),
  FIELDS (earlier_fields), .check = check_earlier,
};
const MerRecordKind mer_record_scheduled = {
  .id = "scheduled", .table = "scheduled", .title = N_("Schedule of assessments"),
  .one = N_("Year of the schedule"), .of_department = TRUE, .size = sizeof (MerScheduled),
  FIELDS (scheduled_fields), .check = check_scheduled,
};
const MerRecordKind mer_record_head = {
  .id = "head", .table = "head", .title = N_("Heads of organizations"),
  .one = N_("Head of an organization"), .of_department = TRUE, .size = sizeof (MerHead),
  FIELDS (head_fields), .check = check_head,
};
/* clang-format on */
