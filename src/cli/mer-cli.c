/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands share: options, exit status, output. */

#include "cli/mer-cli.h"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "core/mer-csv.h"

/* g_print() would convert to the locale's charset; what the contract fixes is UTF-8. */
static void
write_line (FILE       *stream,
            const char *text)
{
  fputs (text, stream);
  fputc ('\n', stream);
}

/**
 * mer_cli_print:
 * @format: of printf()
 *
 * Writes to standard output, in UTF-8.
 */
void
mer_cli_print (const char *format,
               ...)
{
  g_autofree char *text = NULL;
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  fputs (text, stdout);
}

static char *
usage_line (const MerCommand *command)
{
  return g_strdup_printf (_("Usage: merilo-cli %s [options] %s"), command->name,
                             command->arguments);
}

/**
 * mer_cli_usage:
 * @command: the command that was called
 * @format: of printf(): what is wrong
 *
 * Returns: %MER_EXIT_USAGE
 */
MerExit
mer_cli_usage (const MerCommand *command,
               const char       *format,
               ...)
{
  g_autofree char *text = NULL;
  g_autofree char *usage = usage_line (command);
  va_list          arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  write_line (stderr, text);
  write_line (stderr, usage);
  return MER_EXIT_USAGE;
}

/**
 * mer_cli_fail:
 * @error: why nothing was done
 *
 * Returns: %MER_EXIT_NOTHING_CHANGED
 */
MerExit
mer_cli_fail (const GError *error)
{
  write_line (stderr, error->message);
  return MER_EXIT_NOTHING_CHANGED;
}

/**
 * mer_cli_parse:
 * @command: the command that was called
 * @options: its options
 * @argc: (inout): arguments with the command's name; what is left afterwards
 * @argv: (inout): the same
 * @least: arguments that there must be at least, the name not counted
 * @most: and at most
 *
 * Returns: %FALSE when the usage is wrong and has been explained
 */
gboolean
mer_cli_parse (const MerCommand   *command,
               const GOptionEntry *options,
               int                *argc,
               char             ***argv,
               int                 least,
               int                 most)
{
  g_autoptr (GOptionContext) context = g_option_context_new (command->arguments);
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_strdup_printf ("merilo-cli %s", command->name);

  g_set_prgname (program);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      mer_cli_usage (command, "%s", error->message);
      return FALSE;
    }
  /* g_option_context_parse() leaves a "--" that ends the options */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--"))
    {
      memmove (*argv + 1, *argv + 2, sizeof (char *) * (size_t) (*argc - 1));
      (*argc)--;
    }
  if (*argc - 1 >= least && *argc - 1 <= most)
    return TRUE;
  mer_cli_usage (command, "%s",
                 *argc - 1 < least ? _("An argument is missing.") : _("Too many arguments."));
  return FALSE;
}

/**
 * mer_cli_check_text:
 * @command: the command that was called
 * @text: (nullable): what the user gave
 *
 * Returns: whether it is UTF-8; when not, the usage was explained
 */
gboolean
mer_cli_check_text (const MerCommand *command,
                    const char       *text)
{
  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return TRUE;
  mer_cli_usage (command, "%s", _("The arguments are not in UTF-8."));
  return FALSE;
}

/**
 * mer_cli_check_texts:
 * @command: the command that was called
 * @texts: what the user gave; nullable each
 * @n: their number
 *
 * Returns: whether all are UTF-8; when not, the usage was explained
 */
gboolean
mer_cli_check_texts (const MerCommand  *command,
                     const char *const *texts,
                     guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      if (!mer_cli_check_text (command, texts[i]))
        return FALSE;
    }
  return TRUE;
}

/**
 * mer_cli_parse_id:
 * @command: the command that was called
 * @text: (nullable): what the user gave
 * @out: (out): the number; 0 when @text is %NULL
 *
 * Returns: %FALSE when it is no number above zero and the usage has been explained
 */
gboolean
mer_cli_parse_id (const MerCommand *command,
                  const char       *text,
                  gint64           *out)
{
  *out = 0;
  if (text == NULL || g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, out, NULL))
    return TRUE;
  mer_cli_usage (command, _("“%s” is no number of a batch or cycle."), text);
  return FALSE;
}

/**
 * mer_cli_parse_format:
 * @command: the command that was called
 * @text: (nullable): what the user gave
 * @json: (out): whether it is json
 *
 * Returns: %FALSE when it is neither csv nor json and the usage has been explained
 */
gboolean
mer_cli_parse_format (const MerCommand *command,
                      const char       *text,
                      gboolean         *json)
{
  *json = g_strcmp0 (text, "json") == 0;
  if (text == NULL || *json || g_str_equal (text, "csv"))
    return TRUE;
  mer_cli_usage (command, "%s", _("“--format” is either csv or json."));
  return FALSE;
}

/**
 * mer_cli_finish:
 * @doc: a document with an action under way
 * @done: whether the change was made
 * @error: (inout): why it was not; set when it cannot be kept
 *
 * Returns: the status to exit with
 */
MerExit
mer_cli_finish (MerDocument *doc,
                gboolean     done,
                GError     **error)
{
  if (done && mer_document_commit (doc, error))
    return MER_EXIT_DONE;
  mer_document_rollback (doc);
  return mer_cli_fail (*error);
}

/**
 * mer_cli_line:
 * @text: UTF-8 of anyone's making: a title, a cell of a table
 *
 * Returns: (transfer full): the same with a space for each control character
 */
char *
mer_cli_line (const char *text)
{
  char *line = g_strdup (text);

  for (char *at = line; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return line;
}

/**
 * mer_cli_csv_row:
 * @csv: grows
 * @cells: UTF-8; nullable each
 * @n: their number
 */
void
mer_cli_csv_row (GString           *csv,
                 const char *const *cells,
                 guint              n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (csv, ',');
      mer_csv_append (csv, cells[i] != NULL ? cells[i] : "", ',');
    }
  g_string_append_c (csv, '\n');
}

void
mer_cli_print_row (const char *const *cells,
                   guint              n)
{
  g_autoptr (GString) csv = g_string_new (NULL);

  mer_cli_csv_row (csv, cells, n);
  mer_cli_print ("%s", csv->str);
}

/**
 * mer_cli_json_string:
 * @json: grows
 * @text: (nullable): UTF-8
 */
void
mer_cli_json_string (GString    *json,
                     const char *text)
{
  if (text == NULL)
    {
      g_string_append (json, "null");
      return;
    }
  g_string_append_c (json, '"');
  for (; *text != '\0'; text++)
    {
      if (*text == '"' || *text == '\\')
        g_string_append_printf (json, "\\%c", *text);
      else if ((guchar) *text < ' ')
        g_string_append_printf (json, "\\u%04x", (guint) (guchar) *text);
      else
        g_string_append_c (json, *text);
    }
  g_string_append_c (json, '"');
}

void
mer_cli_json_object (GString           *json,
                     const char *const *keys,
                     const char *const *cells,
                     guint              n,
                     guint              numbers)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (json, "%s\"%s\": ", i > 0 ? ", " : "{", keys[i]);
      if ((numbers >> i & 1) != 0 && cells[i] != NULL)
        g_string_append (json, cells[i]);
      else
        mer_cli_json_string (json, cells[i]);
    }
  g_string_append_c (json, '}');
}
