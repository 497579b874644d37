/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Inputs, dumps and files for the tests of documents. */
#include "mer-test-report.h"

#include <glib/gstdio.h>
#include <stdlib.h>

MerReportInput
mer_test_input (MerScoreTable *table,
                MerLanguage    language)
{
  static MerCycle *cycle = NULL;

  if (cycle == NULL)
    cycle = mer_cycle_new ("НОКО 2024", 2024);
  return (MerReportInput){
    .language = language,
    .title = "Верхнеольховский район",
    .territory = "Верхнеольховского района",
    .department = "Управление образования",
    .signatory_post = "Председатель Общественного совета",
    .signatory_name = "И. О. Фамилия",
    .cycle = cycle,
    .scores = table,
    .n_registry = table != NULL ? table->n_rows + 20 : 0,
  };
}

static void
dump_table (GString        *out,
            const MerTable *table)
{
  g_string_append (out, "TABLE");
  for (guint i = 0; i < table->columns->len; i++)
    {
      const MerTableColumn *column = g_ptr_array_index (table->columns, i);

      g_string_append_printf (out, " | %s", column->header);
    }
  g_string_append_c (out, '\n');
  for (guint i = 0; i < table->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv (" | ", g_ptr_array_index (table->rows, i));

      g_string_append_printf (out, "%s %s\n", mer_table_is_section (table, i) ? "§" : " ", row);
    }
}

char *
mer_test_dump_blocks (const MerBlocks *blocks)
{
  GString *out = g_string_new (NULL);

  g_string_append_printf (out, "document: %s (%s)\n", blocks->title, blocks->author);
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const MerBlock *block = g_ptr_array_index (blocks->blocks, i);

      if (block->kind == MER_BLOCK_TABLE)
        dump_table (out, block->table);
      else if (block->kind == MER_BLOCK_FIGURE)
        g_string_append_printf (out, "FIGURE of %u: %s\n", block->figure->n_rows,
                                block->figure->description);
      else
        g_string_append_printf (out, "%d: %s%s%s\n", block->kind, block->text,
                                block->name != NULL ? " … " : "",
                                block->name != NULL ? block->name : "");
    }
  return g_string_free (out, FALSE);
}

static char *folder = NULL;

/* Files, and folders that are empty. */
static void
remove_folder (void)
{
  GDir       *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_remove (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

char *
mer_test_path (const char *name)
{
  g_autoptr (GError) error = NULL;

  if (folder == NULL)
    {
      folder = g_dir_make_tmp ("merilo-report-XXXXXX", &error);
      g_assert_no_error (error);
      atexit (remove_folder);
    }
  return g_build_filename (folder, name, NULL);
}

char *
mer_test_run (const char *first,
              ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *argument = first;
  char       *output = NULL;
  int         status;
  va_list     rest;

  va_start (rest, first);
  for (; argument != NULL; argument = va_arg (rest, const char *))
    g_ptr_array_add (argv, g_strdup (argument));
  va_end (rest);
  g_ptr_array_set_free_func (argv, g_free);
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}
