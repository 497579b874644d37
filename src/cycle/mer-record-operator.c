/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Kinds of records of the operator's work. */

#include "config.h"

#include <glib/gi18n.h>

#include "cycle/mer-operator.h"

/* clang-format off */
static const MerField contract_fields[] = {
  MER_FIELD_OF (MerContract, operator_name, TEXT, N_("Operator"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerContract, inn, TEXT, N_("INN"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerContract, number, TEXT, N_("Number"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerContract, day, DAY, N_("Day"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerContract, subject, NOTE, N_("Subject matter"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerContract, amount, DECIMAL, N_("Amount, roubles"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerContract, deadline, PERIOD, N_("Deadline"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerContract, contacts, TEXT, N_("Contacts"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerContract, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerChoice delivery_states[] = {
  { "received", N_("received") }, { "accepted", N_("accepted by the department") },
  { "returned", N_("returned") },
};

static const MerField delivery_fields[] = {
  MER_FIELD_OF (MerDelivery, what, TEXT, N_("What was delivered"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerDelivery, is_report, FLAG, N_("It is the report"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerDelivery, received, DAY, N_("Received"), MER_FIELD_COLUMN),
  MER_CHOICE_OF (MerDelivery, state, delivery_states, N_("State"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerDelivery, decided, DAY, N_("Accepted or returned on"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerDelivery, reason, NOTE, N_("Why it was returned"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerDelivery, link, LINK, N_("Where it lies"), MER_FIELD_PLAIN),
};

static const MerChoice remark_subjects[] = {
  { "terms", N_("terms of reference") }, { "tender", N_("tender documents") },
  { "methodology", N_("criteria and rules") }, { "rating", N_("preliminary results") },
  { "review", N_("an organization") }, { "other", N_("something else") },
};

static const MerChoice remark_states[] = {
  { "open", N_("open") }, { "accepted", N_("taken into account") },
  { "partly", N_("taken into account in part") }, { "rejected", N_("turned down") },
};

static const MerField remark_fields[] = {
  MER_CHOICE_OF (MerRemark, about, remark_subjects, N_("It is about"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRemark, day, DAY, N_("Day"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRemark, source, TEXT, N_("Source"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRemark, organization, ORGANIZATION, N_("Organization"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRemark, text, NOTE, N_("Remark"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_CHOICE_OF (MerRemark, state, remark_states, N_("State"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerRemark, decision, NOTE, N_("Decision"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerRemark, decided, DAY, N_("Decided on"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerRemark, link, LINK, N_("Link"), MER_FIELD_PLAIN),
};

static const MerChoice paper_kinds[] = {
  { "order", N_("order") }, { "letter", N_("letter") }, { "instruction", N_("instruction") },
  { "regulation", N_("regulation") }, { "terms", N_("terms of reference") },
  { "tender", N_("tender documents") }, { "report", N_("report") }, { "other", N_("other paper") },
};

static const MerField paper_fields[] = {
  MER_CHOICE_OF (MerPaper, what, paper_kinds, N_("What it is"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPaper, number, TEXT, N_("Number"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPaper, day, DAY, N_("Day"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPaper, title, TEXT, N_("Title"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerPaper, issuer, TEXT, N_("Issued by"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerPaper, link, LINK, N_("Where it lies"), MER_FIELD_PLAIN),
  MER_FIELD_OF (MerPaper, note, NOTE, N_("Note"), MER_FIELD_PLAIN),
};

static const MerField issued_fields[] = {
  MER_FIELD_OF (MerIssued, number, TEXT, N_("Number"), MER_FIELD_COLUMN),
  MER_FIELD_OF (MerIssued, day, DAY, N_("Day"), MER_FIELD_REQUIRED | MER_FIELD_COLUMN),
  MER_FIELD_OF (MerIssued, title, TEXT, N_("Title"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_WIDE),
  MER_FIELD_OF (MerIssued, report, TEXT, N_("Kind of document"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_HIDDEN),
  MER_FIELD_OF (MerIssued, source, NUMBER, N_("What it is of"), MER_FIELD_HIDDEN),
  MER_FIELD_OF (MerIssued, format, TEXT, N_("Format"),
                MER_FIELD_REQUIRED | MER_FIELD_COLUMN | MER_FIELD_HIDDEN),
  MER_FIELD_OF (MerIssued, size, NUMBER, N_("Size, bytes"), MER_FIELD_HIDDEN),
  MER_FIELD_OF (MerIssued, sha256, TEXT, N_("SHA-256"), MER_FIELD_REQUIRED | MER_FIELD_HIDDEN),
};

#define FIELDS(list) .fields = list, .n_fields = G_N_ELEMENTS (list)

const MerRecordKind mer_record_contract = {
  .id = "contract", .table = "contract", .title = N_("Contracts"), .one = N_("Contract"),
  .size = sizeof (MerContract), FIELDS (contract_fields),
};
const MerRecordKind mer_record_delivery = {
  .id = "delivery", .table = "delivery", .title = N_("Deliveries"), .one = N_("Delivery"),
  .size = sizeof (MerDelivery), FIELDS (delivery_fields),
};
const MerRecordKind mer_record_remark = {
  .id = "remark", .table = "remark", .title = N_("Remarks and reviews"), .one = N_("Remark"),
  .size = sizeof (MerRemark), FIELDS (remark_fields),
};
const MerRecordKind mer_record_paper = {
  .id = "paper", .table = "paper", .title = N_("Papers"), .one = N_("Paper"),
  .size = sizeof (MerPaper), FIELDS (paper_fields),
};
const MerRecordKind mer_record_issued = {
  .id = "issued", .table = "issued", .title = N_("Issued documents"),
  .one = N_("Issued document"), .size = sizeof (MerIssued), FIELDS (issued_fields),
};
/* clang-format on */

gboolean
mer_remark_is_of_discussion (const MerRemark *self)
{
  return self->about == MER_REMARK_RATING || self->about == MER_REMARK_REVIEW;
}

gboolean
mer_remark_is_of_terms (const MerRemark *self)
{
  return self->about == MER_REMARK_TERMS || self->about == MER_REMARK_TENDER;
}
