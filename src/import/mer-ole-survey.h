/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No table is larger; also keeps every offset in 32 bits. */
#define MER_OLE_MAX_SIZE (G_GUINT64_CONSTANT (1) << 30)

/* Four bytes of a container that are to be read as others. */
typedef struct
{
  guint64 offset;
  guint32 value;
} MerOleRepair;

/**
 * MerOleSurvey:
 *
 * What an OLE2 container holds, as far as a reader of tables asks.
 */
typedef struct
{
  char    *workbook;  /* name of the stream with a table, NULL when there is none */
  gboolean encrypted; /* it wraps a newer file under a password */
  GArray  *repairs;   /* of MerOleRepair, by offset */
} MerOleSurvey;

/**
 * mer_ole_survey:
 * @self: zeroed; to be cleared in either case
 * @fd: the file
 * @size: its bytes, at most %MER_OLE_MAX_SIZE
 *
 * Walks a container before it is handed to libgsf, which follows whatever stands in it: a
 * directory makes it call itself for each entry, a wrong chain or size makes it log a warning or
 * worse. A container that passes is read without either. What programs get wrong without harm
 * is accepted and listed as repairs.
 *
 * Returns: whether it is sound
 */
gboolean mer_ole_survey (MerOleSurvey *self,
                         int           fd,
                         guint64       size);
void     mer_ole_survey_clear (MerOleSurvey *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerOleSurvey, mer_ole_survey_clear)

G_END_DECLS
