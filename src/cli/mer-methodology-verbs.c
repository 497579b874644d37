/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verbs of merilo-cli methodology that edit, check and compare rules. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/mer-change-rules.h"
#include "cli/mer-methodology-verbs.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

MerMethodology *
mer_verb_read_document (const MerMethodologyArguments *given,
                        GError                       **error)
{
  g_autoptr (MerDocument) doc = mer_document_open (given->arguments[0], MER_OPEN_READ_ONLY, error);

  return doc != NULL ? mer_methodology_in_force (doc, given->cycle_id, error) : NULL;
}

gboolean
mer_verb_adopt (MerDocument                   *doc,
                const MerMethodologyArguments *given,
                const char                    *label,
                const MerMethodology          *methodology,
                GError                       **error)
{
  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (mer_change_methodology (doc, given->cycle_id, methodology, given->reason, error) &&
      mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

/* The bytes of a file, and its name as people read it. */
static char *
read_file (const char *path,
           gsize      *length,
           char      **name,
           GError    **error)
{
  char *text = NULL;

  *name = g_filename_display_basename (path);
  return g_file_get_contents (path, &text, length, error) ? text : NULL;
}

MerMethodology *
mer_verb_read_xml (const char *path,
                   GError    **error)
{
  g_autofree char *name = NULL;
  gsize            length = 0;
  g_autofree char *text = read_file (path, &length, &name, error);

  return text != NULL ? mer_methodology_from_xml (text, length, name, error) : NULL;
}

/* --- editing ------------------------------------------------------------------------------- */

static gboolean
replace (MerMethodology **methodology,
         MerMethodology  *by)
{
  if (by == NULL)
    return FALSE;
  mer_methodology_unref (*methodology);
  *methodology = by;
  return TRUE;
}

static gboolean
set_all (MerMethodology               **methodology,
         const MerMethodologyArguments *given,
         GError                       **error)
{
  for (int i = 1; i < given->n_arguments; i += 2)
    if (!replace (methodology, mer_methodology_set_key (*methodology, given->arguments[i],
                                                        given->arguments[i + 1], error)))
      return FALSE;
  return TRUE;
}

/* The sums that the weights among the keys belong to. */
static gboolean
normalize (MerMethodology               **methodology,
           const MerMethodologyArguments *given,
           GError                       **error)
{
  for (int i = 1; i < given->n_arguments; i += 2)
    {
      g_autofree char *path = mer_methodology_key_path (*methodology, given->arguments[i]);
      MerPartKind      kind = path != NULL ? mer_part_kind_of (path) : MER_PART_BAND;
      g_autofree char *owner = path != NULL ? mer_part_owner (*methodology, path) : NULL;

      if (kind != MER_PART_BAND &&
          !replace (methodology, mer_methodology_normalize (*methodology, owner, error)))
        return FALSE;
    }
  return TRUE;
}

/* The first error is the sentence that the user gets. */
gboolean
mer_verb_check_sound (const MerMethodology *methodology,
                      GError              **error)
{
  g_autoptr (GPtrArray) problems = mer_methodology_problems (methodology);

  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];

      if (!problem->is_error)
        continue;
      g_set_error_literal (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID,
                           problem->text);
      return FALSE;
    }
  return TRUE;
}

static char *
label_of (const MerMethodologyArguments *given)
{
  int n = (given->n_arguments - 1) / 2;

  if (n == 1)
    return g_strdup_printf (_("Methodology: %s is now “%s”"), given->arguments[1],
                               given->arguments[2]);
  return g_strdup_printf (ngettext ("Methodology: %d setting", "Methodology: %d settings",
                                    (unsigned long) n),
                          n);
}

MerExit
mer_verb_set (const MerMethodologyArguments *given)
{
  g_autofree char *label = label_of (given);
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc =
    mer_document_open (given->arguments[0], MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerMethodology) methodology =
    doc != NULL ? mer_methodology_in_force (doc, given->cycle_id, &error) : NULL;

  if (methodology == NULL || !set_all (&methodology, given, &error) ||
      (given->normalize && !normalize (&methodology, given, &error)) ||
      !mer_verb_check_sound (methodology, &error) ||
      !mer_verb_adopt (doc, given, label, methodology, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

MerExit
mer_verb_edit (const MerMethodologyArguments *given)
{
  char *const     *arguments = given->arguments;
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (arguments[0], MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerMethodology) before =
    doc != NULL ? mer_methodology_in_force (doc, given->cycle_id, &error) : NULL;
  g_autoptr (MerMethodology) after = NULL;

  if (before == NULL)
    return mer_cli_fail (error);
  after = mer_methodology_set (before, arguments[1], arguments[2], arguments[3], &error);
  name = mer_part_name (before, arguments[1]);
  label = g_strdup_printf (_("Methodology: “%s” was edited"), name);
  if (after == NULL || !mer_verb_check_sound (after, &error) ||
      !mer_verb_adopt (doc, given, label, after, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

/* --- checking ------------------------------------------------------------------------------ */

static gboolean
is_document (const char *path)
{
  static const char magic[] = "SQLite format 3";
  char              start[sizeof magic] = { 0 };
  FILE             *file = fopen (path, "rb");
  gboolean          fits;

  if (file == NULL)
    return FALSE;
  fits = fread (start, 1, sizeof magic, file) == sizeof magic &&
         memcmp (start, magic, sizeof magic) == 0;
  fclose (file);
  return fits;
}

static MerMethodology *
read_anything (const MerMethodologyArguments *given,
               GError                       **error)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  gsize            length = 0;

  if (is_document (given->arguments[0]))
    return mer_verb_read_document (given, error);
  text = read_file (given->arguments[0], &length, &name, error);
  return text != NULL ? mer_methodology_draft_from_xml (text, length, name, error) : NULL;
}

MerExit
mer_verb_problems (const MerMethodologyArguments *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = read_anything (given, &error);
  g_autoptr (GPtrArray) problems = NULL;

  if (methodology == NULL)
    return mer_cli_fail (error);
  problems = mer_methodology_problems (methodology);
  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = problems->pdata[i];

      mer_cli_print ("%s\t%s\t%s\t%s\n", problem->is_error ? "error" : "remark", problem->path,
                     problem->property != NULL ? problem->property : "", problem->text);
    }
  return mer_verb_check_sound (methodology, NULL) ? MER_EXIT_DONE : MER_EXIT_NOTHING_CHANGED;
}

MerExit
mer_verb_validate (const MerMethodologyArguments *given)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  gsize            length = 0;
  g_autofree char *text = read_file (given->arguments[0], &length, &name, &error);
  g_auto (GStrv) sentences = NULL;

  if (text == NULL)
    return mer_cli_fail (error);
  sentences = mer_methodology_validate (text, length, name);
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autoptr (GError) problem =
        g_error_new_literal (MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID, sentences[i]);

      mer_cli_fail (problem);
    }
  return sentences[0] == NULL ? MER_EXIT_DONE : MER_EXIT_NOTHING_CHANGED;
}

/* --- comparing ----------------------------------------------------------------------------- */

static MerMethodology *
read_base (const MerMethodologyArguments *given,
           const MerMethodology          *methodology,
           GError                       **error)
{
  const char *base = given->n_arguments > 1 ? given->arguments[1] : methodology->id;

  if (given->n_arguments == 1 || g_strv_contains (mer_methodology_shipped_ids (), base))
    return mer_methodology_shipped (base, error);
  return mer_verb_read_xml (base, error);
}

static void
print_cell (const char *text)
{
  g_autofree char *line = mer_cli_line (text != NULL ? text : "");

  mer_cli_print ("\t%s", line);
}

MerExit
mer_verb_diff (const MerMethodologyArguments *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = mer_verb_read_document (given, &error);
  g_autoptr (MerMethodology) base =
    methodology != NULL ? read_base (given, methodology, &error) : NULL;
  g_autoptr (GPtrArray) differences = NULL;

  if (base == NULL)
    return mer_cli_fail (error);
  differences = mer_methodology_differences (methodology, base);
  for (guint i = 0; i < differences->len; i++)
    {
      const MerMethodologyDifference *difference = differences->pdata[i];

      mer_cli_print ("%s", difference->path);
      print_cell (difference->property);
      print_cell (difference->ours);
      print_cell (difference->theirs);
      mer_cli_print ("\n");
    }
  return MER_EXIT_DONE;
}
