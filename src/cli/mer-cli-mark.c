/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Marks of checklists as a user of merilo-cli names them: items, states and days. */

#include "config.h"

#include "cli/mer-cli-mark.h"

#include <glib/gi18n.h>

#include "app/mer-checklist-table.h"
#include "core/mer-name.h"
#include "import/mer-mark-text.h"
#include "import/mer-timestamp.h"
#include "store/mer-store-error.h"

static const struct
{
  const char *word; /* never translated */
  int         state;
} states[] = {
  { "1", MER_MARK_PRESENT },
  { "0.5", MER_MARK_HALF },
  { "0", MER_MARK_ABSENT },
  { "not-required", MER_MARK_NOT_REQUIRED },
  { "clear", MER_MARK_CLEAR },
};

/**
 * mer_cli_mark_word:
 * @state: a mark, or %MER_MARK_CLEAR
 *
 * Returns: (transfer none): its keyword
 */
const char *
mer_cli_mark_word (int state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (states[i].state == state)
      return states[i].word;
  return "";
}

/**
 * mer_cli_parse_mark:
 * @text: a keyword, or whatever a file may hold
 *
 * Returns: a mark, %MER_MARK_CLEAR, or %MER_CLI_NO_MARK
 */
int
mer_cli_parse_mark (const char *text)
{
  MerMark mark = MER_MARK_NOT_REQUIRED;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_str_equal (states[i].word, text))
      return states[i].state;
  return *text != '\0' && mer_mark_parse (text, &mark) ? (int) mark : MER_CLI_NO_MARK;
}

static gboolean
is_meant (const MerCycleItem *item,
          const char         *typed,
          const char         *folded)
{
  g_autofree char *code = mer_checklist_item_code (item);
  g_autofree char *text = mer_name_fold (item->text, -1);

  return g_str_equal (code, typed) || g_strcmp0 (item->code, typed) == 0 ||
         (*folded != '\0' && g_str_equal (text, folded));
}

/**
 * mer_cli_find_item:
 * @items: (element-type MerCycleItem): of a cycle
 * @typed: its code («stand/stand.2» or «stand.2») or its words
 * @error: NOT_FOUND, also when several are called so
 *
 * Returns: (transfer none) (nullable): the item
 */
const MerCycleItem *
mer_cli_find_item (GPtrArray  *items,
                   const char *typed,
                   GError    **error)
{
  g_autofree char    *folded = mer_name_fold (typed, -1);
  const MerCycleItem *found = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (items, i);

      if (!is_meant (item, typed, folded))
        continue;
      if (found != NULL)
        {
          g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                       _("Several items are called “%s”. Name one by its code: PLACE/ITEM."),
                          typed);
          return NULL;
        }
      found = item;
    }
  if (found == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("The checklist of this cycle has no item “%s”."), typed);
  return found;
}

/**
 * mer_cli_day:
 * @text: (nullable): a day as people write it
 *
 * Returns: (transfer full) (nullable): the day as the store has it; what is no day is left for
 *   the store to refuse
 */
char *
mer_cli_day (const char *text)
{
  g_autoptr (GDateTime) day = NULL;
  gint64   seconds = 0;
  gboolean has_time = FALSE;

  if (text == NULL || !mer_timestamp_parse (text, strlen (text), &seconds, &has_time))
    return g_strdup (text);
  day = g_date_time_new_from_unix_utc (seconds);
  return day != NULL ? g_date_time_format (day, "%Y-%m-%d") : g_strdup (text);
}
