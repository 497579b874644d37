/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* The operator of a cycle: contract, what was delivered, what the council remarked, papers. */

typedef struct
{
  MerRecord record;
  char     *operator_name;
  char     *inn;
  char     *number;
  char     *day;
  char     *subject;
  char     *amount; /* roubles */
  char     *deadline;
  char     *contacts;
  char     *note;
} MerContract;

extern const MerRecordKind mer_record_contract;

typedef enum
{
  MER_DELIVERY_RECEIVED,
  MER_DELIVERY_ACCEPTED,
  MER_DELIVERY_RETURNED,
} MerDeliveryState;

/* What the operator handed over. The council's month runs from the day on which the report was
 * accepted (law 392-FZ, article 11; domain A3). */
typedef struct
{
  MerRecord record;
  char     *what;
  int       is_report; /* the report itself, not a part of it */
  char     *received;
  int       state; /* MerDeliveryState */
  char     *decided;
  char     *reason; /* why it was returned */
  char     *link;
} MerDelivery;

extern const MerRecordKind mer_record_delivery;

typedef enum
{
  MER_REMARK_TERMS,  /* terms of reference */
  MER_REMARK_TENDER, /* tender documents, draft contract */
  MER_REMARK_METHODOLOGY,
  MER_REMARK_RATING, /* public discussion of the preliminary results */
  MER_REMARK_REVIEW, /* what citizens say of an organization */
  MER_REMARK_OTHER,
} MerRemarkSubject;

typedef enum
{
  MER_REMARK_OPEN,
  MER_REMARK_ACCEPTED,
  MER_REMARK_PARTLY,
  MER_REMARK_REJECTED,
} MerRemarkState;

/* What the council or the public says of something, and what became of it. */
typedef struct
{
  MerRecord record;
  int       about; /* MerRemarkSubject */
  char     *day;
  char     *source; /* who or where: council, newspaper, site */
  gint64    organization;
  char     *text;
  int       state; /* MerRemarkState */
  char     *decision;
  char     *decided;
  char     *link;
} MerRemark;

extern const MerRecordKind mer_record_remark;

/* Whether it is about preliminary results or an organization: of the public discussion. */
gboolean mer_remark_is_of_discussion (const MerRemark *self);
/* Whether it is about terms of reference or tender documents. */
gboolean mer_remark_is_of_terms (const MerRemark *self);

/* A paper that is filed: an instruction, a letter, an order, the council's regulation. */
typedef struct
{
  MerRecord record;
  int       what;
  char     *number;
  char     *day;
  char     *title;
  char     *issuer;
  char     *link;
  char     *note;
} MerPaper;

extern const MerRecordKind mer_record_paper;

/* A document that was issued: number, day, and what it said then. The file itself is kept beside
 * (store/mer-issued-store.h) and is never made anew; what describes it is not changed either. */
typedef struct
{
  MerRecord record;
  char     *number;
  char     *day;
  char     *title;
  char     *report; /* id of a kind of document: "protocol" */
  gint64    source; /* the meeting, the contract … that it is of; −1: of none */
  char     *format; /* extension of the file: "pdf" */
  gint64    size;   /* bytes of the file */
  char     *sha256; /* of the file */
} MerIssued;

extern const MerRecordKind mer_record_issued;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerContract, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerDelivery, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerRemark, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPaper, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerIssued, mer_record_free)

G_END_DECLS
