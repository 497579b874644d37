/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define MER_IMPORT_ERROR (mer_import_error_quark ())
GQuark mer_import_error_quark (void);

typedef enum
{
  MER_IMPORT_ERROR_IO,     /* cannot be opened or read */
  MER_IMPORT_ERROR_EMPTY,  /* no byte, or no row under the header */
  MER_IMPORT_ERROR_FORMAT, /* not of the kind that its name says, or damaged */
  MER_IMPORT_ERROR_ENCRYPTED,
  MER_IMPORT_ERROR_LIMIT,   /* a cell, row or archive larger than any real one */
  MER_IMPORT_ERROR_COLUMNS, /* not certain which column is what; nothing was imported */
  MER_IMPORT_ERROR_SHEET,
  MER_IMPORT_ERROR_ENCODING,
  MER_IMPORT_ERROR_ORGANIZATIONS,  /* names match no organization */
  MER_IMPORT_ERROR_DUPLICATE_FILE, /* the very file stands in the cycle already */
  MER_IMPORT_ERROR_ROWS,           /* no row could be accepted */
} MerImportError;

/* One cell: bytes of valid UTF-8, not terminated, valid until the next row is read. */
typedef struct
{
  const char *text;
  gsize       length;
} MerCell;

typedef struct
{
  MerCell *cells;
  guint    n_cells;
  /* As the spreadsheet or an editor counts: from 1, a multi-line record by its first line. */
  gint64 number;
} MerRow;

typedef struct
{
  const char *path;
  const char *sheet;     /* name or number from 1; NULL: the first with data */
  const char *encoding;  /* iconv name; NULL: detect */
  char        separator; /* 0: detect */
} MerTableOptions;

/* What a reader found out when it opened the file. Strings are owned by the reader. */
typedef struct
{
  const char *format;    /* "CSV", "XLSX", "XLS", "ODS", "bus.gov.ru" */
  const char *encoding;  /* "UTF-8", "WINDOWS-1251", NULL for XLSX and newer XLS */
  char        separator; /* 0 for all but CSV */
  const char *sheet;     /* name, NULL for CSV */
  GStrv       sheets;    /* all names, NULL for CSV */
  /* Whether the text could hardly be read in another encoding; told by text tables alone. */
  gboolean encoding_certain;
} MerTableInfo;

/**
 * MerTableReader:
 *
 * A stream of rows out of one table. Adding a format is one file with a
 * #MerTableFormat and one line in mer-table-reader.c.
 */
typedef struct _MerTableReader MerTableReader;

typedef struct
{
  const char *name; /* "XLSX" */
  /* Whether the file is of this format, from its first bytes and its name. */
  gboolean (*probe) (const guint8 *head,
                     gsize         length,
                     const char   *path);
  MerTableReader *(*open) (const MerTableOptions *options,
                           GError               **error);
} MerTableFormat;

/* Every reader begins with this. */
struct _MerTableReader
{
  const MerTableFormat *format;
  MerTableInfo          info;
  /* 1 a row, 0 the end, −1 error. Rows that are wholly empty are skipped. */
  int (*next) (MerTableReader *self,
               MerRow         *row,
               GError        **error);
  /* Starts again at the first row. */
  gboolean (*rewind) (MerTableReader *self,
                      GError        **error);
  /* Bytes consumed and bytes in all, for progress. */
  void (*position) (MerTableReader *self,
                    guint64        *done,
                    guint64        *total);
  void (*close) (MerTableReader *self);
};

MerTableReader *mer_table_reader_open (const MerTableOptions *options,
                                       GError               **error);
static inline int
mer_table_reader_next (MerTableReader *self,
                       MerRow         *row,
                       GError        **error)
{
  return self->next (self, row, error);
}
/* Closes the file and frees the reader; nullable. */
void mer_table_reader_close (MerTableReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerTableReader, mer_table_reader_close)

G_END_DECLS
