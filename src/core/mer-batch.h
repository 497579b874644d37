/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  MER_BATCH_ORGANIZATIONS,
  MER_BATCH_CHECKLIST,
  MER_BATCH_SURVEY,
  MER_BATCH_COUNTS,     /* ready counts: how many were asked, how many answered positively */
  MER_BATCH_VALUES,     /* the operator's own values, only compared with ours */
  MER_BATCH_FACTS,      /* facts from open sources */
  MER_BATCH_RECIPIENTS, /* recipients of services, by organization */
  MER_BATCH_POINTS,     /* points that experts give indicators */
} MerBatchKind;

/* One import: what came, when, and what became of its rows. Boxed, as #MerOrganization. */
typedef struct
{
  gint64       id;
  gint64       cycle_id;
  MerBatchKind kind;
  char        *file_name;   /* base name only: no path of anyone's machine; NULL: typed in */
  char        *sheet;       /* nullable; of what was typed in: its title */
  char        *sha256;      /* 64 hex digits; nullable */
  gint64       imported_at; /* seconds since the epoch, UTC */
  char        *who;
  char        *mapping; /* which column was read as what: one `code<TAB>header` a line */
  gint64       accepted;
  gint64       rejected;
  gint64       duplicates;
  gint64       contradictions;
  gboolean     removed;
  char        *source;  /* what it is, in words («телефонный опрос»); nullable */
  gboolean     counted; /* ready counts enter the scores */
  /* of questionnaires: the version whose questions its blocks are packed by; 0 when it is
   * stored first: that of its cycle */
  gint64 methodology_id;
} MerBatch;

#define MER_TYPE_BATCH (mer_batch_get_type ())
GType     mer_batch_get_type (void);
MerBatch *mer_batch_new (MerBatchKind kind);
MerBatch *mer_batch_ref (MerBatch *self);
void      mer_batch_unref (MerBatch *self);

const char *mer_batch_kind_to_code (MerBatchKind kind);
gboolean    mer_batch_kind_from_code (const char   *code,
                                      MerBatchKind *out);
/* (transfer full): what to call it on the screen and on paper, also without a file. */
char *mer_batch_display_name (const MerBatch *self,
                              MerLanguage     language);
/* (transfer none) (nullable): that of the number. `batches`: of MerBatch; nullable. */
MerBatch *mer_batch_find (const GPtrArray *batches,
                          gint64           id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerBatch, mer_batch_unref)

G_END_DECLS
