/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli methodology apply DOC FILE: edits of the rules from a file, one a line, words as in a
 * shell. All of them are one action, or none is made. What a line may say:
 *
 *   set PATH PROPERTY VALUE      add KIND OWNER [CODE]      copy PATH [CODE]
 *   remove PATH                  move PATH OWNER POSITION   normalize PATH
 *   restore PATH                 # a note
 *
 * PATH and OWNER are paths of parts, "" the methodology; POSITION counts from 0; restore takes the
 * part from the federal edition. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "cli/mer-methodology-verbs.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"

static gboolean
fail (GError    **error,
      const char *text)
{
  g_set_error_literal (error, MER_METHODOLOGY_ERROR, MER_METHODOLOGY_ERROR_INVALID, text);
  return FALSE;
}

static MerMethodology *
set (const MerMethodology *rules,
     char                **words,
     GError              **error)
{
  return mer_methodology_set (rules, words[1], words[2], words[3], error);
}

/* Gives a new part the code that the line asks for. */
static MerMethodology *
with_code (MerMethodology *rules,
           const char     *path,
           const char     *code,
           GError        **error)
{
  g_autoptr (MerMethodology) made = rules;

  if (made == NULL || code == NULL)
    return g_steal_pointer (&made);
  return mer_methodology_set (made, path, "code", code, error);
}

static MerMethodology *
add (const MerMethodology *rules,
     char                **words,
     GError              **error)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  MerPartKind      kind;
  MerMethodology  *made;

  if (!mer_part_kind_from_word (words[1], &kind))
    {
      text = g_strdup_printf (_("There is no kind of part “%s”."), words[1]);
      fail (error, text);
      return NULL;
    }
  made = mer_methodology_add (rules, kind, words[2], &path, error);
  return with_code (made, path, words[3], error);
}

static MerMethodology *
copy (const MerMethodology *rules,
      char                **words,
      GError              **error)
{
  g_autofree char *path = NULL;
  MerMethodology  *made = mer_methodology_copy_part (rules, words[1], &path, error);

  return with_code (made, path, words[2], error);
}

static MerMethodology *
take_away (const MerMethodology *rules,
           char                **words,
           GError              **error)
{
  return mer_methodology_remove (rules, words[1], error);
}

static MerMethodology *
move (const MerMethodology *rules,
      char                **words,
      GError              **error)
{
  guint64 position = 0;

  if (!g_ascii_string_to_unsigned (words[3], 10, 0, G_MAXUINT, &position, error))
    return NULL;
  return mer_methodology_move (rules, words[1], words[2], (guint) position, NULL, error);
}

static MerMethodology *
normalize (const MerMethodology *rules,
           char                **words,
           GError              **error)
{
  return mer_methodology_normalize (rules, words[1], error);
}

static MerMethodology *
restore (const MerMethodology *rules,
         char                **words,
         GError              **error)
{
  g_autoptr (MerMethodology) federal = mer_methodology_shipped (rules->id, error);

  return federal != NULL ? mer_methodology_restore (rules, federal, words[1], error) : NULL;
}

static const struct
{
  const char *verb;
  guint       least, most; /* words after it */
  MerMethodology *(*run) (const MerMethodology *rules,
                          char                **words,
                          GError              **error);
} edits[] = {
  { "set", 3, 3, set },
  { "add", 2, 3, add },
  { "copy", 1, 2, copy },
  { "remove", 1, 1, take_away },
  { "move", 3, 3, move },
  { "normalize", 1, 1, normalize },
  { "restore", 1, 1, restore },
};

static MerMethodology *
run_words (const MerMethodology *rules,
           char                **words,
           GError              **error)
{
  guint n = g_strv_length (words) - 1;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    if (strcmp (edits[i].verb, words[0]) == 0 && n >= edits[i].least && n <= edits[i].most)
      return edits[i].run (rules, words, error);
  fail (error, _("The line is no edit."));
  return NULL;
}

/* Lines without words, and notes, change nothing. */
static gboolean
run_line (MerMethodology **rules,
          const char      *line,
          GError         **error)
{
  g_auto (GStrv) words = NULL;
  g_autofree char *text = g_strstrip (g_strdup (line));
  MerMethodology  *edited;

  if (text[0] == '\0' || text[0] == '#')
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return fail (error, _("The line is not UTF-8."));
  if (!g_shell_parse_argv (text, NULL, &words, error))
    return FALSE;
  edited = run_words (*rules, words, error);
  if (edited == NULL)
    return FALSE;
  mer_methodology_unref (*rules);
  *rules = edited;
  return TRUE;
}

static gboolean
run_file (MerMethodology **rules,
          const char      *path,
          GError         **error)
{
  g_autofree char *text = NULL;
  g_autofree char *name = g_filename_display_basename (path);
  g_auto (GStrv) lines = NULL;

  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!run_line (rules, lines[i], error))
      {
        g_prefix_error (error, _("%s, line %u: "), name, i + 1);
        return FALSE;
      }
  return TRUE;
}

MerExit
mer_verb_apply (const MerMethodologyArguments *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc =
    mer_document_open (given->arguments[0], MER_OPEN_READ_WRITE, &error);
  g_autoptr (MerMethodology) rules =
    doc != NULL ? mer_methodology_in_force (doc, given->cycle_id, &error) : NULL;
  g_autofree char *label = NULL;

  if (rules == NULL || !run_file (&rules, given->arguments[1], &error) ||
      !mer_verb_check_sound (rules, &error))
    return mer_cli_fail (error);
  label = g_strdup_printf (_("Methodology “%s”"), rules->title);
  if (!mer_verb_adopt (doc, given, label, rules, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}
