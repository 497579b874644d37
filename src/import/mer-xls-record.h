/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <gsf/gsf-input.h>

G_BEGIN_DECLS

/* The kinds of records that are looked at. */
enum
{
  MER_XLS_FORMULA = 0x0006,
  MER_XLS_EOF = 0x000a,
  MER_XLS_DATE1904 = 0x0022,
  MER_XLS_FILEPASS = 0x002f,
  MER_XLS_CONTINUE = 0x003c,
  MER_XLS_CODEPAGE = 0x0042,
  MER_XLS_BOUNDSHEET = 0x0085,
  MER_XLS_MULRK = 0x00bd,
  MER_XLS_RSTRING = 0x00d6,
  MER_XLS_XF = 0x00e0,
  MER_XLS_MERGEDCELLS = 0x00e5,
  MER_XLS_SST = 0x00fc,
  MER_XLS_LABELSST = 0x00fd,
  MER_XLS_NUMBER = 0x0203,
  MER_XLS_LABEL = 0x0204,
  MER_XLS_BOOLERR = 0x0205,
  MER_XLS_STRING = 0x0207,
  MER_XLS_RK = 0x027e,
  MER_XLS_FORMAT = 0x041e,
  MER_XLS_BOF = 0x0809,
};

/**
 * MerXlsRecords:
 *
 * The stream of an XLS file, record by record. What a record holds is valid until the next is
 * asked for.
 */
typedef struct
{
  guint16       type;
  const guint8 *data;
  gsize         length;
  guint64       start; /* where the record at hand begins */
  guint64       next;  /* where the one behind it does */
  guint64       size;  /* of the stream */

  /*< private >*/
  GsfInput *input;
  guint8   *window;
  guint64   window_start;
  gsize     window_length;
} MerXlsRecords;

/* Takes the stream over: `input` is transfer full. */
void mer_xls_records_init (MerXlsRecords *self,
                           GsfInput      *input);
void mer_xls_records_clear (MerXlsRecords *self);
/* The next record that is asked for is the one that begins here. */
void mer_xls_records_seek (MerXlsRecords *self,
                           guint64        offset);
/* FALSE when there is no whole record left: a sound stream is never read that far. */
gboolean mer_xls_records_next (MerXlsRecords *self);
/* Goes on to the next record if it continues this one. */
gboolean mer_xls_records_continue (MerXlsRecords *self);

static inline guint16
mer_xls_get16 (const guint8 *p)
{
  return (guint16) (p[0] | p[1] << 8);
}

static inline guint32
mer_xls_get32 (const guint8 *p)
{
  return mer_xls_get16 (p) | (guint32) mer_xls_get16 (p + 2) << 16;
}

static inline double
mer_xls_get_double (const guint8 *p)
{
  union
  {
    guint64 bits;
    double  value;
  } number = { mer_xls_get32 (p) | (guint64) mer_xls_get32 (p + 4) << 32 };

  return number.value;
}

G_END_DECLS
