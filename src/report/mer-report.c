/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of document kinds and of renderers, and the one way in which a document
 * reaches a file: rendered in memory, then put in the place of the old file at once. */
#include "config.h"

#include "cycle/mer-council-decisions.h"
#include "report/mer-record-print.h"
#include "report/mer-report-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_QUARK (mer - report - error - quark, mer_report_error)

static const MerReportKind *const kinds[] = {
  &mer_report_rating,
  &mer_report_calculation,
  &mer_report_questionnaire,
  &mer_report_selection,
  &mer_report_schedule,
  &mer_report_work_plan,
  &mer_report_timeline,
  &mer_report_protocol,
  &mer_report_ballot,
  &mer_report_checklist,
  &mer_report_plan,
  &mer_report_plan_municipal,
  &mer_report_control,
  &mer_report_heads,
  &mer_report_road_map,
  &mer_report_terms,
  &mer_report_remarks,
  &mer_report_differences,
  &mer_report_overview,
  NULL,
};

static const MerRenderer *const renderers[] = {
  &mer_renderer_pdf,
  &mer_renderer_docx,
  &mer_renderer_odt,
  &mer_renderer_xlsx,
  &mer_renderer_csv,
  &mer_renderer_html,
  NULL,
};

const MerReportKind *const *
mer_report_kinds (void)
{
  return kinds;
}

/**
 * mer_report_kind_find:
 * @id: "rating"
 *
 * Returns: (transfer none) (nullable): the kind of document
 */
const MerReportKind *
mer_report_kind_find (const char *id)
{
  for (guint i = 0; kinds[i] != NULL; i++)
    if (g_str_equal (kinds[i]->id, id))
      return kinds[i];
  return NULL;
}

const MerRenderer *const *
mer_renderers (void)
{
  return renderers;
}

static char *
list_extensions (void)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; renderers[i] != NULL; i++)
    g_string_append_printf (list, "%s.%s", i > 0 ? ", " : "", renderers[i]->extension);
  return g_string_free (list, FALSE);
}

/**
 * mer_renderer_for_path:
 * @path: a file name
 * @error: FORMAT when no renderer writes such files
 *
 * Returns: (transfer none) (nullable): the renderer
 */
const MerRenderer *
mer_renderer_for_path (const char *path,
                       GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *known = NULL;
  const char      *dot = strrchr (name, '.');

  for (guint i = 0; dot != NULL && renderers[i] != NULL; i++)
    if (g_ascii_strcasecmp (renderers[i]->extension, dot + 1) == 0)
      return renderers[i];
  known = list_extensions ();
  g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT,
               /* Translators: a file name; extensions such as ".pdf, .csv". */
               _("The file “%s” cannot be written in the format of its extension. "
                 "Choose one of %s."),
                  name, known);
  return NULL;
}

GDateTime *
mer_report_now (void)
{
  const char *fixed = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds;

  if (fixed != NULL && g_ascii_string_to_signed (fixed, 10, 0, G_MAXINT32, &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);
  return g_date_time_new_now_utc ();
}

/* What happened, where, and that nothing was lost. */
static void
set_save_error (GError      **error,
                const GError *cause,
                const char   *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *place = g_filename_display_name (folder);

  if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                 _("There is no space left on the disk. The file “%s” was not written."), name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ACCES) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_PERM) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_ROFS))
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                 _("The folder “%s” cannot be written to. Choose another place for “%s”."),
                    place, name);
  else if (g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOENT) ||
           g_error_matches (cause, G_FILE_ERROR, G_FILE_ERROR_NOTDIR))
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                 _("There is no folder “%s”. The file “%s” was not written."), place, name);
  else
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                 /* Translators: a file name, the system's own words. */
                 _("The file “%s” was not written: %s."), name, cause->message);
}

/* Devices, pipes and folders are never replaced by a file. */
static gboolean
check_target (const char *path,
              GError    **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GStatBuf         info;

  if (g_stat (path, &info) != 0 || S_ISREG (info.st_mode))
    return TRUE;
  if (S_ISDIR (info.st_mode))
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                 _("“%s” is a folder. Choose a name for the file."), name);
  else
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO,
                 _("“%s” is not an ordinary file. Choose another name."), name);
  return FALSE;
}

/**
 * mer_report_save:
 * @bytes: what to write
 * @path: the file
 * @error: IO, with a sentence
 *
 * Returns: whether the file now holds @bytes; else it is as before. Any thread.
 */
gboolean
mer_report_save (GBytes     *bytes,
                 const char *path,
                 GError    **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *target = realpath (path, NULL); /* the file that a link leads to */
  gsize            size;
  const char      *data = g_bytes_get_data (bytes, &size);

  if (!check_target (path, error))
    return FALSE;
  if (g_file_set_contents_full (target != NULL ? target : path, data, (gssize) size,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &cause))
    return TRUE;
  set_save_error (error, cause, path);
  return FALSE;
}

gboolean
mer_report_shows_places (const MerReportInput *input)
{
  return input->inside || mer_publication_form (input->settings) == MER_PUBLICATION_PLACES;
}

/* --- building ------------------------------------------------------------------------------ */

static MerBlockKind
kind_at (const MerBlocks *blocks,
         guint            i)
{
  return ((const MerBlock *) blocks->blocks->pdata[i])->kind;
}

static char *
number_line (const MerReportInput *input)
{
  g_autofree char *day = mer_print_day (input->language, input->issued_day);

  if (input->issued_number == NULL)
    return g_steal_pointer (&day);
  /* Translators: number and day of a document: «№ 17 от 1 августа 2024 г.» */
  return g_strdup_printf (mer_trc (input->language, "document", "No. %s of %s"),
                          input->issued_number, day);
}

static void
insert_line (MerBlocks  *blocks,
             guint       place,
             const char *line)
{
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, line);
  g_ptr_array_insert (blocks->blocks, (int) place,
                      g_ptr_array_steal_index (blocks->blocks, blocks->blocks->len - 1));
}

/* Below each title and what stands with it: the plans of several organizations are issued under one
 * number, and each is handed over by itself. */
static void
add_number (const MerReportInput *input,
            MerBlocks            *blocks)
{
  g_autofree char *line = number_line (input);
  gboolean         some = FALSE;

  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      if (kind_at (blocks, i) != MER_BLOCK_TITLE)
        continue;
      while (i < blocks->blocks->len && (kind_at (blocks, i) == MER_BLOCK_TITLE ||
                                         kind_at (blocks, i) == MER_BLOCK_SUBTITLE))
        i++;
      insert_line (blocks, i, line);
      some = TRUE;
    }
  if (!some)
    insert_line (blocks, 0, line);
}

MerBlocks *
mer_report_build (const MerReportKind  *kind,
                  const MerReportInput *input)
{
  MerBlocks *blocks = kind->build (input);

  if (input->issued_day != NULL && !kind->numbered)
    add_number (input, blocks);
  return blocks;
}

static const MerReportKind *
find_kind (const char *id,
           GError    **error)
{
  const MerReportKind *kind = mer_report_kind_find (id);

  if (kind == NULL)
    g_set_error (error, MER_REPORT_ERROR, MER_REPORT_ERROR_KIND,
                 _("There is no kind of document “%s”."), id);
  return kind;
}

GBytes *
mer_report_render (const char           *kind,
                   const MerReportInput *input,
                   const char           *extension,
                   GError              **error)
{
  g_autofree char     *name = g_strdup_printf ("document.%s", extension);
  const MerReportKind *document = find_kind (kind, error);
  const MerRenderer   *renderer = document != NULL ? mer_renderer_for_path (name, error) : NULL;
  g_autoptr (MerBlocks) blocks = NULL;

  if (renderer == NULL)
    return NULL;
  blocks = mer_report_build (document, input);
  return renderer->render (blocks, error);
}

/**
 * mer_report_write:
 * @kind: id of a document kind
 * @input: what it is about
 * @path: file to write; its extension names the format
 * @error: KIND, FORMAT or IO, with a sentence for the user
 *
 * Returns: whether the document was written
 */
gboolean
mer_report_write (const char           *kind,
                  const MerReportInput *input,
                  const char           *path,
                  GError              **error)
{
  const MerReportKind *document = find_kind (kind, error);
  const MerRenderer   *renderer = document != NULL ? mer_renderer_for_path (path, error) : NULL;
  g_autoptr (MerBlocks) blocks = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (renderer == NULL)
    return FALSE;
  blocks = mer_report_build (document, input);
  bytes = renderer->render (blocks, error);
  return bytes != NULL && mer_report_save (bytes, path, error);
}
