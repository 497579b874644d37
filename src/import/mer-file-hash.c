/* SPDX-License-Identifier: GPL-3.0-or-later */

/* SHA-256 by nettle, which is several times faster than GChecksum, beside the import. */

#include "config.h"

#include "import/mer-file-hash.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <nettle/sha2.h>
#include <unistd.h>

#include "import/mer-table-reader.h"

#define CHUNK_SIZE (256 * 1024)

struct _MerFileHash
{
  char    *path;
  GThread *thread;
  int      stop; /* atomic */
  int      code; /* errno, of the thread until it is joined */
  guint8   digest[SHA256_DIGEST_SIZE];
};

static int
hash_file (MerFileHash       *self,
           struct sha256_ctx *context)
{
  g_autofree guint8 *chunk = g_malloc (CHUNK_SIZE);
  int                fd = open (self->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  int                code = fd < 0 ? errno : 0;
  gssize             n = fd < 0 ? 0 : 1;

  while (n > 0 && g_atomic_int_get (&self->stop) == 0)
    {
      n = read (fd, chunk, CHUNK_SIZE);
      if (n < 0 && errno == EINTR)
        n = 1;
      else if (n < 0)
        code = errno;
      else
        sha256_update (context, (size_t) n, chunk);
    }
  if (fd >= 0)
    close (fd);
  return code;
}

static gpointer
run (gpointer data)
{
  MerFileHash      *self = data;
  struct sha256_ctx context;

  sha256_init (&context);
  self->code = hash_file (self, &context);
  sha256_digest (&context, sizeof self->digest, self->digest);
  return NULL;
}

MerFileHash *
mer_file_hash_start (const char *path)
{
  MerFileHash *self = g_new0 (MerFileHash, 1);

  self->path = g_strdup (path);
  self->thread = g_thread_new ("mer-file-hash", run, self);
  return self;
}

char *
mer_file_hash_finish (MerFileHash *self,
                      GError     **error)
{
  GString *hex = NULL;

  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
  if (self->code != 0)
    {
      g_autofree char *name = g_filename_display_basename (self->path);
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_IO,
                   _("The file “%s” cannot be read: %s."), name, g_strerror (self->code));
      return NULL;
    }
  hex = g_string_sized_new (2 * sizeof self->digest + 1);
  for (guint i = 0; i < sizeof self->digest; i++)
    g_string_append_printf (hex, "%02x", self->digest[i]);
  return g_string_free (hex, FALSE);
}

void
mer_file_hash_free (MerFileHash *self)
{
  if (self == NULL)
    return;
  g_atomic_int_set (&self->stop, 1);
  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_free (self->path);
  g_free (self);
}
