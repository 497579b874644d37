/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-table-reader.h"
#include "import/mer-xml-part.h"

G_BEGIN_DECLS

typedef enum
{
  MER_BUSGOV_SHORT_NAME,
  MER_BUSGOV_FULL_NAME,
  MER_BUSGOV_KIND,
  MER_BUSGOV_INN,
  MER_BUSGOV_OGRN,
  MER_BUSGOV_NUMBER, /* regNum: of the list of state and municipal institutions */
  MER_BUSGOV_ADDRESS,
  MER_BUSGOV_SITE,
  MER_BUSGOV_HEAD,
  MER_BUSGOV_PARENT, /* full name of the head office of a branch */
} MerBusgovField;
#define MER_BUSGOV_N_FIELDS 10

/* What the file says of one organization; NULL where it says nothing. */
typedef struct
{
  char *fields[MER_BUSGOV_N_FIELDS];
  char *changed; /* when this was written down, ISO 8601; only compared */
} MerBusgovRecord;

/**
 * MerBusgovList:
 *
 * The organizations that XML documents «institutionInfo» of bus.gov.ru describe. Fed with one
 * document after another by way of #MerXmlHandler; elements are known by their local names. A
 * record is a position, or a branch that a position names. Only what the records keep stays in
 * memory, and that is limited.
 */
typedef struct _MerBusgovList MerBusgovList;

MerBusgovList       *mer_busgov_list_new (void);
void                 mer_busgov_list_free (MerBusgovList *self);
const MerXmlHandler *mer_busgov_list_handler (void);
/* Before each document; a document that was cut off leaves nothing behind. */
void mer_busgov_list_begin (MerBusgovList *self);
/* Whether the documents hold more than any list of organizations: the rest was not kept. */
gboolean mer_busgov_list_is_too_long (const MerBusgovList *self);
/* Leaves one record of each number: of positions the latest, and a position rather than a branch
 * that another names. Returns the records, in the order of the documents (transfer none). */
GPtrArray *mer_busgov_list_settle (MerBusgovList *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBusgovList, mer_busgov_list_free)

G_END_DECLS
