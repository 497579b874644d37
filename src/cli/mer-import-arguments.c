/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The options of an import on the command line. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-import-arguments.h"

#include "app/mer-find-organization.h"

void
mer_import_arguments_clear (MerImportArguments *self)
{
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->separator);
  g_free (self->cycle);
  g_free (self->on_duplicate);
  g_free (self->mapping);
  g_free (self->save_mapping);
  g_free (self->rejected);
  g_free (self->source);
  g_strfreev (self->columns);
  g_strfreev (self->values);
  g_strfreev (self->organizations);
}

/* What people call a separator, in English and in Russian. */
static const struct
{
  const char *word;
  char        separator;
} separator_words[] = {
  { "tab", '\t' },
  { "tabulator", '\t' },
  { "\\t", '\t' },
  { "^i", '\t' },
  { "табуляция", '\t' },
  { "табулятор", '\t' },
  { "semicolon", ';' },
  { "точка с запятой", ';' },
  { "comma", ',' },
  { "запятая", ',' },
  { "pipe", '|' },
  { "bar", '|' },
  { "space", ' ' },
  { "пробел", ' ' },
};

gboolean
mer_cli_parse_separator (const char *text,
                         char       *out)
{
  g_autofree char *word = NULL;

  *out = '\0';
  if (text == NULL)
    return TRUE;
  if (strlen (text) == 1 && (guchar) *text < 0x80 && strchr ("\"\r\n", *text) == NULL)
    *out = *text;
  if (*out != '\0' || !g_utf8_validate (text, -1, NULL))
    return *out != '\0';
  word = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (separator_words); i++)
    {
      if (strcmp (separator_words[i].word, word) == 0)
        *out = separator_words[i].separator;
    }
  return *out != '\0';
}

static gboolean
check_columns (const MerCommand *command,
               char            **columns)
{
  for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
    {
      const char *equals = strchr (columns[i], '=');

      if (equals == NULL || equals == columns[i] || equals[1] == '\0')
        {
          mer_cli_usage (command, _("“--column %s” is not of the form CODE=HEADER."), columns[i]);
          return FALSE;
        }
      if (!mer_cli_check_text (command, columns[i]))
        return FALSE;
    }
  return TRUE;
}

/* CODE:SPELLING=OPTION, where the option may be nothing at all. */
static gboolean
check_values (const MerCommand *command,
              char            **values)
{
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      const char *colon = strchr (values[i], ':');
      const char *equals = strrchr (values[i], '=');

      if (!mer_cli_check_text (command, values[i]))
        return FALSE;
      if (colon == NULL || colon == values[i] || equals == NULL || equals <= colon + 1)
        {
          mer_cli_usage (command, _("“--value %s” is not of the form CODE:SPELLING=OPTION."),
                                     values[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_organizations (const MerCommand *command,
                     char            **organizations)
{
  for (guint i = 0; organizations != NULL && organizations[i] != NULL; i++)
    {
      const char *equals = strrchr (organizations[i], '=');

      if (!mer_cli_check_text (command, organizations[i]))
        return FALSE;
      if (equals == NULL || equals == organizations[i] || equals[1] == '\0')
        {
          mer_cli_usage (command, _("“--organization %s” is not of the form NAME=ORGANIZATION."),
                                     organizations[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
check_texts (const MerImportArguments *self,
             const MerCommand         *command)
{
  return mer_cli_check_text (command, self->sheet) &&
         mer_cli_check_text (command, self->encoding) &&
         mer_cli_check_text (command, self->mapping) &&
         mer_cli_check_text (command, self->save_mapping) &&
         mer_cli_check_text (command, self->source) &&
         check_columns (command, self->columns) && check_values (command, self->values) &&
         check_organizations (command, self->organizations);
}

static gboolean
check (MerImportArguments *self,
       const MerCommand   *command)
{
  if (!check_texts (self, command) || !mer_cli_parse_id (command, self->cycle, &self->cycle_id))
    return FALSE;
  if (!mer_cli_parse_separator (self->separator, &self->separator_sign))
    {
      mer_cli_usage (command, "%s", _("A separator is one character, or “tab”."));
      return FALSE;
    }
  if (self->on_duplicate != NULL && !g_str_equal (self->on_duplicate, "skip") &&
      !g_str_equal (self->on_duplicate, "keep"))
    {
      mer_cli_usage (command, "%s", _("“--on-duplicate” is either skip or keep."));
      return FALSE;
    }
  if (self->header_row < 0)
    {
      mer_cli_usage (command, "%s", _("Rows are counted from 1."));
      return FALSE;
    }
  return TRUE;
}

gboolean
mer_import_arguments_parse (MerImportArguments *self,
                            const MerCommand   *command,
                            int                *argc,
                            char             ***argv)
{
  /* clang-format off */
  const GOptionEntry entries[] = {
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &self->sheet, N_("Sheet of a workbook"), "NAME|N" },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &self->encoding,
      N_("Encoding of a text table"), "E" },
    { "separator", 0, 0, G_OPTION_ARG_FILENAME, &self->separator,
      N_("Separator of a text table"), "C" },
    { "header-row", 0, 0, G_OPTION_ARG_INT, &self->header_row,
      N_("Row of the column names"), "N" },
    { "column", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->columns,
      N_("Which column is what; repeatable"), "CODE=HEADER|INDEX" },
    { "value", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->values,
      N_("What a spelling means; repeatable"), "CODE:SPELLING=OPTION" },
    { "organization", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self->organizations,
      N_("Whom a name means: + a new one, - nobody; repeatable"), "NAME=ORGANIZATION" },
    { "mapping", 0, 0, G_OPTION_ARG_FILENAME, &self->mapping,
      N_("Correspondence of columns to use, or none"), "NAME" },
    { "save-mapping", 0, 0, G_OPTION_ARG_FILENAME, &self->save_mapping,
      N_("Remember the correspondence of columns"), "NAME" },
    { "rejected", 0, 0, G_OPTION_ARG_FILENAME, &self->rejected,
      N_("Write the rejected rows to a table"), "FILE" },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &self->cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "create-organizations", 0, 0, G_OPTION_ARG_NONE, &self->create_organizations,
      N_("Add organizations that are not in the registry"), NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &self->dry_run,
      N_("Change nothing, only report"), NULL },
    { "on-duplicate", 0, 0, G_OPTION_ARG_FILENAME, &self->on_duplicate,
      N_("What becomes of repeated questionnaires"), "skip|keep" },
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &self->source,
      N_("What the evidence is, in words"), "TEXT" },
    { "not-counted", 0, 0, G_OPTION_ARG_NONE, &self->not_counted,
      N_("Keep ready counts out of the scores"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  return mer_cli_parse (command, entries, argc, argv, 3, 3) && check (self, command);
}

/* --- options of an import ------------------------------------------------------------------ */

static void
add_values (const MerImportArguments *self,
            MerImportOptions         *options)
{
  for (guint i = 0; self->values != NULL && self->values[i] != NULL; i++)
    {
      const char      *colon = strchr (self->values[i], ':');
      const char      *equals = strrchr (self->values[i], '=');
      g_autofree char *code = g_strndup (self->values[i], (gsize) (colon - self->values[i]));
      g_autofree char *spelling = g_strndup (colon + 1, (gsize) (equals - colon - 1));

      mer_import_options_decide_value (options, code, spelling, equals + 1);
    }
}

static gboolean
add_organization (MerImportOptions *options,
                  MerDocument      *doc,
                  const char       *text,
                  GError          **error)
{
  const char      *equals = strrchr (text, '=');
  g_autofree char *name = g_strndup (text, (gsize) (equals - text));
  g_autoptr (MerOrganization) meant = NULL;

  if (g_str_equal (equals + 1, "+"))
    mer_import_options_decide_name (options, name, MER_NAME_CREATE, 0);
  else if (g_str_equal (equals + 1, "-"))
    mer_import_options_decide_name (options, name, MER_NAME_SKIP, 0);
  else
    {
      meant = mer_find_organization (doc, equals + 1, error);
      if (meant == NULL)
        return FALSE;
      mer_import_options_decide_name (options, name, MER_NAME_CHOOSE, meant->id);
    }
  return TRUE;
}

static gboolean
add_organizations (const MerImportArguments *self,
                   MerImportOptions         *options,
                   MerDocument              *doc,
                   GError                  **error)
{
  for (guint i = 0; self->organizations != NULL && self->organizations[i] != NULL; i++)
    {
      if (!add_organization (options, doc, self->organizations[i], error))
        return FALSE;
    }
  return TRUE;
}

MerImportOptions *
mer_import_arguments_options (const MerImportArguments *self,
                              MerDocument              *doc,
                              MerBatchKind              kind,
                              const char               *path,
                              GError                  **error)
{
  g_autoptr (MerImportOptions) options = mer_import_options_new (kind, path);

  options->sheet = g_strdup (self->sheet);
  options->encoding = g_strdup (self->encoding);
  options->source = g_strdup (self->source);
  options->not_counted = self->not_counted;
  options->separator = self->separator_sign;
  options->header_row = (guint) self->header_row;
  options->cycle_id = self->cycle_id;
  options->create_organizations = self->create_organizations;
  options->dry_run = self->dry_run;
  options->keep_duplicates = g_strcmp0 (self->on_duplicate, "keep") == 0;
  options->mapping = g_strcmp0 (self->mapping, "none") == 0 ? g_strdup ("")
                                                            : g_strdup (self->mapping);
  options->save_mapping = g_strdup (self->save_mapping);
  if (self->columns != NULL)
    options->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; self->columns != NULL && self->columns[i] != NULL; i++)
    g_ptr_array_add (options->columns, g_strdup (self->columns[i]));
  add_values (self, options);
  if (!add_organizations (self, options, doc, error))
    return NULL;
  return g_steal_pointer (&options);
}
