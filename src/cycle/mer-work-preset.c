/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sample work plans, read from the program's resources. */

#include "config.h"

#include "cycle/mer-work-preset.h"

#include <string.h>

#include "cycle/mer-work-plans-resource.h"

#define FOLDER "/io/github/merilo/Merilo/work-plans/"

static const struct
{
  const char *id;
  int         year;
} presets[] = {
  { "a", 2013 },
  { "b", 2016 },
  { "c", 2021 },
};

int
mer_work_preset_year (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_strcmp0 (presets[i].id, id) == 0)
      return presets[i].year;
  return 0;
}

static void
put_year (GString    *phrase,
          const char *mark,
          int         year)
{
  g_autofree char *text = g_strdup_printf ("%d", year);

  g_string_replace (phrase, mark, text, 0);
}

static char *
with_years (char *template,
            int year)
{
  GString *phrase = NULL;

  if (template == NULL)
    return NULL;
  phrase = g_string_new (template);
  g_free (template);
  put_year (phrase, "{Y}", year);
  put_year (phrase, "{Y+1}", year + 1);
  put_year (phrase, "{Y+2}", year + 2);
  put_year (phrase, "{SIC}", year == 2016 ? year - 1 : year);
  return g_string_free (phrase, FALSE);
}

static char *
get_text (GKeyFile   *file,
          const char *group,
          const char *key)
{
  return g_key_file_get_string (file, group, key, NULL);
}

static char *
get_lines (GKeyFile   *file,
           const char *group,
           const char *key)
{
  g_auto (GStrv) names = g_key_file_get_string_list (file, group, key, NULL, NULL);

  return names != NULL ? g_strjoinv ("\n", names) : NULL;
}

static MerWorkItem *
read_line (GKeyFile   *file,
           const char *group,
           int         year,
           gint64      cycle_id)
{
  MerWorkItem     *item = mer_record_new (&mer_record_work_item, cycle_id);
  g_autofree char *level = get_text (file, group, "level");

  item->level = g_strcmp0 (level, "section") == 0 ? MER_WORK_SECTION : MER_WORK_ITEM;
  item->number = get_text (file, group, "number");
  item->what = get_text (file, group, "what");
  item->deadline = with_years (get_text (file, group, "deadline"), year);
  item->responsible = get_lines (file, group, "responsible");
  item->result = get_text (file, group, "result");
  return item;
}

GPtrArray *
mer_work_preset_lines (const char *id,
                       int         year,
                       gint64      cycle_id)
{
  g_autofree char *path = g_strconcat (FOLDER, id, ".ini", NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) groups = NULL;
  GPtrArray *lines = NULL;
  gint64     section = 0;

  if (mer_work_preset_year (id) == 0)
    return NULL;
  bytes = g_resource_lookup_data (mer_work_plans_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return NULL;
  lines = g_ptr_array_new_with_free_func (mer_record_free);
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    {
      MerWorkItem *item = read_line (file, groups[i], year, cycle_id);

      item->record.position = i + 1;
      if (item->level == MER_WORK_SECTION)
        section = i + 1;
      else
        item->parent = section;
      g_ptr_array_add (lines, item);
    }
  return lines;
}
