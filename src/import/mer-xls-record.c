/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Records of an XLS stream, out of a window that moves over it. */

#include "config.h"

#include "import/mer-xls-record.h"

#define WINDOW_SIZE (256 * 1024)
#define HEAD_SIZE 4
G_STATIC_ASSERT (WINDOW_SIZE > HEAD_SIZE + G_MAXUINT16);

void
mer_xls_records_init (MerXlsRecords *self,
                      GsfInput      *input)
{
  self->input = input;
  self->size = (guint64) gsf_input_size (input);
  self->window = g_malloc (WINDOW_SIZE);
}

void
mer_xls_records_clear (MerXlsRecords *self)
{
  g_clear_object (&self->input);
  g_clear_pointer (&self->window, g_free);
}

void
mer_xls_records_seek (MerXlsRecords *self,
                      guint64        offset)
{
  self->next = offset;
  self->type = 0;
  self->length = 0;
}

/* The bytes from here on, at least so many; NULL when they are not there. */
static const guint8 *
look (MerXlsRecords *self,
      guint64        offset,
      gsize          length)
{
  gsize n = 0;

  if (offset >= self->window_start &&
      offset - self->window_start + length <= self->window_length)
    return self->window + (offset - self->window_start);
  if (offset > self->size || length > self->size - offset)
    return NULL;
  n = (gsize) MIN (self->size - offset, WINDOW_SIZE);
  self->window_length = 0;
  if (gsf_input_seek (self->input, (gsf_off_t) offset, G_SEEK_SET) ||
      gsf_input_read (self->input, n, self->window) == NULL)
    return NULL;
  self->window_start = offset;
  self->window_length = n;
  return self->window;
}

/* Some programs write formulas under the number that older versions had. */
static guint16
known_type (guint16 type)
{
  return type == 0x0206 || type == 0x0406 ? MER_XLS_FORMULA : type;
}

gboolean
mer_xls_records_next (MerXlsRecords *self)
{
  const guint8 *head = look (self, self->next, HEAD_SIZE);
  guint16       type = 0;
  gsize         length = 0;

  if (head == NULL)
    return FALSE;
  type = mer_xls_get16 (head);
  length = mer_xls_get16 (head + 2);
  head = look (self, self->next, HEAD_SIZE + length);
  if (head == NULL)
    return FALSE;
  self->type = known_type (type);
  self->length = length;
  self->data = head + HEAD_SIZE;
  self->start = self->next;
  self->next += HEAD_SIZE + length;
  return TRUE;
}

gboolean
mer_xls_records_continue (MerXlsRecords *self)
{
  const guint8 *head = look (self, self->next, HEAD_SIZE);

  return head != NULL && mer_xls_get16 (head) == MER_XLS_CONTINUE && mer_xls_records_next (self);
}
