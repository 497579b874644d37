/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file under libgsf's containers. It is read by position, so that streams share it without
 * disturbing each other, and the survey's repairs are put over what stands in it. */

#include "config.h"

#include "import/mer-ole-input.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <gsf/gsf-infile-msole.h>
#include <gsf/gsf-infile.h>
#include <gsf/gsf-input-impl.h>
#include <gsf/gsf-input-proxy.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import/mer-ole-survey.h"
#include "import/mer-table-reader.h"

/* What all streams of one file share. */
typedef struct
{
  int     fd;
  guint64 size;
  GArray *repairs; /* of MerOleRepair */
} OleFile;

typedef struct
{
  GsfInput parent;
  OleFile *file;
  guint8  *buffer;
  gsize    capacity;
} MerOleInput;

typedef GsfInputClass MerOleInputClass;

static GType mer_ole_input_get_type (void);
G_DEFINE_FINAL_TYPE (MerOleInput, mer_ole_input, GSF_INPUT_TYPE)

static void
file_clear (gpointer data)
{
  OleFile *self = data;

  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->repairs, g_array_unref);
}

static void
file_unref (OleFile *self)
{
  g_atomic_rc_box_release_full (self, file_clear);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OleFile, file_unref)

static GsfInput *
input_new (OleFile *file)
{
  MerOleInput *self = g_object_new (mer_ole_input_get_type (), NULL);

  self->file = g_atomic_rc_box_acquire (file);
  gsf_input_set_size (&self->parent, (gsf_off_t) file->size);
  return &self->parent;
}

static GsfInput *
mer_ole_input_dup (GsfInput *input,
                   GError  **error)
{
  return input_new (((MerOleInput *) input)->file);
}

/* The first repair that reaches behind this offset; they are sorted. */
static guint
find_repair (const GArray *repairs,
             guint64       offset)
{
  guint from = 0;
  guint to = repairs->len;

  while (from < to)
    {
      guint middle = from + (to - from) / 2;

      if (g_array_index (repairs, MerOleRepair, middle).offset + 4 <= offset)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static void
apply_repairs (const GArray *repairs,
               guint64       offset,
               guint8       *bytes,
               gsize         length)
{
  for (guint i = find_repair (repairs, offset); i < repairs->len; i++)
    {
      const MerOleRepair *repair = &g_array_index (repairs, MerOleRepair, i);

      if (repair->offset >= offset + length)
        return;
      for (guint j = 0; j < 4; j++)
        {
          guint64 at = repair->offset + j;

          if (at >= offset && at - offset < length)
            bytes[at - offset] = (guint8) (repair->value >> (8 * j));
        }
    }
}

static const guint8 *
mer_ole_input_read (GsfInput *input,
                    size_t    length,
                    guint8   *to)
{
  MerOleInput *self = (MerOleInput *) input;
  gsize        done = 0;

  if (to == NULL && self->capacity < length)
    {
      self->buffer = g_realloc (self->buffer, length);
      self->capacity = length;
    }
  if (to == NULL)
    to = self->buffer;
  while (done < length)
    {
      gssize n = pread (self->file->fd, to + done, length - done, input->cur_offset + (off_t) done);

      if (n <= 0)
        return NULL;
      done += (gsize) n;
    }
  apply_repairs (self->file->repairs, (guint64) input->cur_offset, to, length);
  return to;
}

static gboolean
mer_ole_input_seek (GsfInput *input,
                    gsf_off_t offset,
                    GSeekType whence)
{
  return FALSE; /* a read goes by the position, which the parent keeps */
}

static void
mer_ole_input_finalize (GObject *object)
{
  MerOleInput *self = (MerOleInput *) object;

  g_clear_pointer (&self->file, file_unref);
  g_free (self->buffer);
  G_OBJECT_CLASS (mer_ole_input_parent_class)->finalize (object);
}

static void
mer_ole_input_class_init (MerOleInputClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_ole_input_finalize;
  klass->Dup = mer_ole_input_dup;
  klass->Read = mer_ole_input_read;
  klass->Seek = mer_ole_input_seek;
}

static void
mer_ole_input_init (MerOleInput *self)
{
}

/* --- opening */

static gboolean
fail_io (const char *path,
         int         code,
         GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
               _("The file “%s” cannot be read: %s."), name, g_strerror (code));
  return FALSE;
}

static gboolean
open_file (OleFile    *self,
           const char *path,
           GError    **error)
{
  struct stat status;

  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (self->fd < 0 || fstat (self->fd, &status) != 0)
    return fail_io (path, errno, error);
  self->size = (guint64) status.st_size;
  return TRUE;
}

/* libgsf registers a type when it is first asked for, and takes no care of threads in it. */
static void
register_types (void)
{
  static gsize registered = 0;

  if (g_once_init_enter (&registered))
    {
      g_type_ensure (GSF_INPUT_TYPE);
      g_type_ensure (GSF_INFILE_TYPE);
      g_type_ensure (GSF_INPUT_PROXY_TYPE);
      g_type_ensure (GSF_INFILE_MSOLE_TYPE);
      g_once_init_leave (&registered, 1);
    }
}

/* The container lives on as the stream's parent. */
static GsfInput *
open_stream (OleFile    *file,
             const char *name)
{
  GsfInput  *input = input_new (file);
  GsfInfile *container = gsf_infile_msole_new (input, NULL);
  GsfInput  *stream = NULL;

  if (container != NULL)
    stream = gsf_infile_child_by_name (container, name);
  g_clear_object (&container);
  g_object_unref (input);
  return stream;
}

GsfInput *
mer_ole_open_workbook (const char *path,
                       GError    **error)
{
  g_autoptr (OleFile) file = g_atomic_rc_box_new0 (OleFile);
  g_auto (MerOleSurvey) survey = { 0 };
  g_autofree char *name = g_filename_display_basename (path);
  GsfInput        *stream = NULL;

  register_types ();
  if (!open_file (file, path, error))
    return NULL;
  if (file->size > MER_OLE_MAX_SIZE)
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_LIMIT,
                 _("The file “%s” holds more text than any table has."), name);
  else if (!mer_ole_survey (&survey, file->fd, file->size))
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                 _("The file “%s” is damaged or was not copied to its end."), name);
  else if (survey.encrypted)
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_ENCRYPTED,
                 _("The file “%s” is encrypted: save it without a password."), name);
  else if (survey.workbook == NULL)
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                 _("The file “%s” is an office document, but not a table."), name);
  else
    {
      file->repairs = g_array_ref (survey.repairs);
      stream = open_stream (file, survey.workbook);
      if (stream == NULL)
        g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_FORMAT,
                     _("The file “%s” is damaged or was not copied to its end."), name);
    }
  return stream;
}
