/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a text file of any encoding as a moving window of checked UTF-8. */

#include "config.h"

#include "import/mer-text-source.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/mer-text-encoding.h"
#include "import/mer-utf8.h"

/* With the positions found in it, well within the cache of one core. */
#define WINDOW_SIZE (128 * 1024)
#define RAW_SIZE (64 * 1024)
#define HEAD_SIZE (64 * 1024)
/* So many bytes of what is not ASCII settle the encoding. */
#define GLEANED_ENOUGH (16 * 1024)

#define NO_ICONV ((GIConv) -1)

static gboolean
fail_io (const MerTextSource *self,
         int                  code,
         GError             **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               /* Translators: file name, then what the system says. */
               _("The file “%s” cannot be read: %s."), name, g_strerror (code));
  return FALSE;
}

static gboolean
open_file (MerTextSource *self,
           GError       **error)
{
  struct stat status = { 0 };

  self->fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    return fail_io (self, errno, error);
  if (S_ISDIR (status.st_mode))
    return fail_io (self, EISDIR, error);
  if (!S_ISREG (status.st_mode))
    return fail_io (self, EINVAL, error);
  self->file_size = (guint64) status.st_size;
  return TRUE;
}

/* Reads until `size` bytes are there or the file ends: −1 and errno on failure. */
static gssize
read_fully (int     fd,
            guint8 *out,
            gsize   size)
{
  gsize done = 0;

  while (done < size)
    {
      gssize n = read (fd, out + done, size - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return -1;
      if (n == 0)
        break;
      done += (gsize) n;
    }
  return (gssize) done;
}

/* Takes `n` bytes behind the window into it, up to the first that is no text. */
static void
accept_text (MerTextSource *self,
             gsize          n)
{
  gsize good = mer_utf8_valid_length (self->text + self->length, n);

  self->length += good;
  if (good < n)
    self->damaged = TRUE;
}

static gboolean
read_utf8 (MerTextSource *self,
           GError       **error)
{
  guint8 *end = self->text + self->length;
  gsize   room = self->capacity - self->length;
  gsize   cut = 0;
  gssize  n = 0;

  memcpy (end, self->raw, self->raw_length);
  n = read_fully (self->fd, end + self->raw_length, room - self->raw_length);
  if (n < 0)
    return fail_io (self, errno, error);
  self->file_done += (guint64) n;
  self->file_ended = (gsize) n < room - self->raw_length;
  n += (gssize) self->raw_length;
  cut = self->file_ended ? 0 : mer_utf8_cut_length (end, (gsize) n);
  self->raw_length = cut;
  memcpy (self->raw, end + n - cut, cut);
  accept_text (self, (gsize) n - cut);
  return TRUE;
}

/* Converts what `raw` holds; FALSE when the window is full. */
static gboolean
convert_raw (MerTextSource *self)
{
  char *in = (char *) self->raw;
  gsize in_left = self->raw_length;
  char *out = (char *) self->text + self->length;
  gsize out_left = self->capacity - self->length;
  gsize room = out_left;
  gsize result = g_iconv (self->iconv, &in, &in_left, &out, &out_left);
  int   code = result == (gsize) -1 ? errno : 0;

  /* Some encodings hold back a letter until they know that no accent follows. */
  if (code == 0 && self->file_ended && in_left == 0)
    {
      result = g_iconv (self->iconv, NULL, NULL, &out, &out_left);
      code = result == (gsize) -1 ? errno : 0;
      self->flushed = code == 0;
    }
  memmove (self->raw, in, in_left);
  self->raw_length = in_left;
  accept_text (self, room - out_left);
  if (code == EILSEQ || (code == EINVAL && self->file_ended))
    self->damaged = TRUE;
  return code != E2BIG;
}

static gboolean
read_converted (MerTextSource *self,
                GError       **error)
{
  while (!self->damaged)
    {
      gssize n = 0;

      if (!convert_raw (self) || self->file_ended)
        return TRUE;
      n = read_fully (self->fd, self->raw + self->raw_length, RAW_SIZE - self->raw_length);
      if (n < 0)
        return fail_io (self, errno, error);
      self->file_done += (guint64) n;
      if ((gsize) n < RAW_SIZE - self->raw_length)
        self->file_ended = TRUE;
      self->raw_length += (gsize) n;
    }
  return TRUE;
}

static gboolean
grow (MerTextSource *self,
      GError       **error)
{
  g_autofree char *name = NULL;

  if (self->capacity < MER_TEXT_MAX_RECORD)
    {
      self->capacity *= 2;
      self->text = g_realloc (self->text, self->capacity + MER_TEXT_PADDING);
      return TRUE;
    }
  name = g_filename_display_basename (self->path);
  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
               _("The file “%s” has a line of more than %d megabytes: this is not a table."), name,
                  MER_TEXT_MAX_RECORD / 1024 / 1024);
  return FALSE;
}

gboolean
mer_text_source_fill (MerTextSource *self,
                      gsize          consumed,
                      GError       **error)
{
  self->length -= consumed;
  memmove (self->text, self->text + consumed, self->length);
  if (!self->at_end && !self->damaged)
    {
      if (self->capacity - self->length < WINDOW_SIZE / 2 && !grow (self, error))
        return FALSE;
      if (self->iconv == NO_ICONV ? !read_utf8 (self, error) : !read_converted (self, error))
        return FALSE;
      self->at_end = self->file_ended && self->raw_length == 0 &&
                     (self->iconv == NO_ICONV || self->flushed);
    }
  memset (self->text + self->length, 0, MER_TEXT_PADDING);
  return TRUE;
}

gboolean
mer_text_source_rewind (MerTextSource *self,
                        GError       **error)
{
  if (lseek (self->fd, (off_t) self->text_start, SEEK_SET) < 0)
    return fail_io (self, errno, error);
  self->file_done = self->text_start;
  self->length = 0;
  self->raw_length = 0;
  self->at_end = FALSE;
  self->file_ended = FALSE;
  self->flushed = FALSE;
  self->damaged = FALSE;
  if (self->iconv != NO_ICONV)
    g_iconv (self->iconv, NULL, NULL, NULL, NULL);
  return mer_text_source_fill (self, 0, error);
}

static gboolean
fail_binary (const MerTextSource *self,
             GError             **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
               _("The file “%s” is not a text table."), name);
  return FALSE;
}

/* --- which encoding ------------------------------------------------------------------------ */

/* Keeps the bytes over 127 and what stands behind each run of them: a file of numbers and Latin
 * letters may name its few Russian words far behind its beginning. */
typedef struct
{
  GByteArray *bytes;
  gboolean    in_run;
} Gleaning;

static void
glean (Gleaning     *self,
       const guint8 *chunk,
       gsize         length)
{
  for (gsize i = 0; i < length && self->bytes->len < GLEANED_ENOUGH; i++)
    {
      guint64 eight = 0;

      if (!self->in_run && i + sizeof eight <= length)
        {
          memcpy (&eight, chunk + i, sizeof eight);
          if ((eight & G_GUINT64_CONSTANT (0x8080808080808080)) == 0)
            {
              i += sizeof eight - 1;
              continue;
            }
        }
      if (self->in_run || chunk[i] >= 0x80)
        g_byte_array_append (self->bytes, chunk + i, 1);
      self->in_run = chunk[i] >= 0x80;
    }
}

/* Guesses again from all of the file that is not plain ASCII. */
static gboolean
look_further (MerTextSource *self,
              const guint8  *head,
              gsize          head_length,
              MerTextGuess  *guess,
              GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (HEAD_SIZE);
  Gleaning           gleaning = { bytes, FALSE };
  MerTextGuess       second = { 0 };
  MerTextVerdict     verdict = MER_TEXT_ASCII;
  gssize             n = 1;

  glean (&gleaning, head, head_length);
  while (n > 0 && bytes->len < GLEANED_ENOUGH)
    {
      n = read_fully (self->fd, chunk, HEAD_SIZE);
      if (n < 0)
        return fail_io (self, errno, error);
      glean (&gleaning, chunk, (gsize) n);
    }
  if (bytes->len == 0)
    return TRUE;
  verdict = mer_text_encoding_guess (bytes->data, bytes->len, n == 0, &second);
  if (verdict == MER_TEXT_KNOWN && second.bom == 0)
    *guess = second;
  return TRUE;
}

/* What iconv is asked for when `wanted` is given: UTF-16 and UTF-32 without a byte order take
 * that of the mark or of the look. */
static const char *
order_bytes (const char         *wanted,
             const MerTextGuess *guess)
{
  if (!g_str_equal (wanted, "UTF-16") && !g_str_equal (wanted, "UTF-32"))
    return wanted;
  if (g_str_has_prefix (guess->encoding, wanted))
    return guess->encoding;
  return g_str_equal (wanted, "UTF-16") ? "UTF-16LE" : "UTF-32LE";
}

static gboolean
fail_empty (const MerTextSource *self,
            GError             **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_EMPTY,
               _("The file “%s” is empty."), name);
  return FALSE;
}

static gboolean
fail_unknown_encoding (const MerTextSource *self,
                       const char          *encoding,
                       GError             **error)
{
  g_autofree char *name = g_filename_display_basename (self->path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCODING,
               _("The file “%s” cannot be read: the encoding “%s” is not known."), name, encoding);
  return FALSE;
}

static gboolean
find_encoding (MerTextSource *self,
               const char    *wanted,
               GError       **error)
{
  g_autofree guint8 *head = g_malloc (HEAD_SIZE);
  g_autofree char   *canonical = wanted != NULL ? mer_text_encoding_canonical (wanted) : NULL;
  MerTextGuess       guess = { 0 };
  MerTextVerdict     verdict = MER_TEXT_ASCII;
  gssize             n = read_fully (self->fd, head, HEAD_SIZE);

  if (n < 0)
    return fail_io (self, errno, error);
  if (n == 0)
    return fail_empty (self, error);
  if (wanted != NULL && canonical == NULL)
    return fail_unknown_encoding (self, wanted, error);
  verdict = mer_text_encoding_guess (head, (gsize) n, n < HEAD_SIZE, &guess);
  if (verdict == MER_TEXT_BINARY && wanted == NULL)
    return fail_binary (self, error);
  if (wanted == NULL && n == HEAD_SIZE && (verdict == MER_TEXT_ASCII || !guess.certain) &&
      !look_further (self, head, (gsize) n, &guess, error))
    return FALSE;
  self->encoding_owned = g_strdup (wanted != NULL ? order_bytes (canonical, &guess)
                                                  : guess.encoding);
  self->encoding = self->encoding_owned;
  self->encoding_certain = wanted != NULL || guess.certain;
  /* The mark belongs to the encoding that it stands for. */
  self->text_start = mer_text_encoding_mark_length (head, (gsize) n, self->encoding);
  return TRUE;
}

static gboolean
open_iconv (MerTextSource *self,
            GError       **error)
{
  self->iconv = NO_ICONV;
  if (g_str_equal (self->encoding, "UTF-8"))
    return TRUE;
  self->iconv = g_iconv_open ("UTF-8", self->encoding);
  return self->iconv != NO_ICONV || fail_unknown_encoding (self, self->encoding, error);
}

gboolean
mer_text_source_open (MerTextSource *self,
                      const char    *path,
                      const char    *encoding,
                      GError       **error)
{
  memset (self, 0, sizeof *self);
  self->path = g_strdup (path);
  self->iconv = NO_ICONV;
  if (!open_file (self, error) || !find_encoding (self, encoding, error) ||
      !open_iconv (self, error))
    return FALSE;
  self->capacity = WINDOW_SIZE;
  self->text = g_malloc (self->capacity + MER_TEXT_PADDING);
  self->raw = g_malloc (RAW_SIZE);
  return mer_text_source_rewind (self, error);
}

void
mer_text_source_clear (MerTextSource *self)
{
  if (self->path == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  if (self->iconv != NO_ICONV)
    g_iconv_close (self->iconv);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->raw, g_free);
  g_clear_pointer (&self->encoding_owned, g_free);
  g_clear_pointer (&self->path, g_free);
}
