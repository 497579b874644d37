/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli comments list: comments as a table. Names of persons are masked and hidden comments
 * left out unless asked for. */

#include "config.h"

#include "cli/mer-comment-list.h"

#include "cli/mer-cli.h"
#include "core/mer-csv.h"

static const char *const state_words[] = { "masked", "hidden", "open" };

/* Those without content and the hidden ones only where all are wanted. */
static gboolean
is_wanted (const MerComments     *comments,
           const MerCommentQuery *query,
           const MerCommentEntry *entry)
{
  gboolean hidden = mer_comments_state (comments, entry) == MER_COMMENT_HIDDEN;

  if (query->organization_id != 0 && entry->organization_id != query->organization_id)
    return FALSE;
  if (query->theme != NULL &&
      g_strcmp0 (mer_comments_theme (comments, entry), query->theme) != 0)
    return FALSE;
  if (query->hidden)
    return hidden;
  return query->all || (!hidden && !entry->says_nothing);
}

/* The text that may be printed; "" stands for a hidden one. */
static char *
text_of (const MerComments     *comments,
         const MerCommentQuery *query,
         const MerCommentEntry *entry)
{
  char *text = query->unmasked ? g_strdup (entry->text)
                               : mer_comments_text (comments, entry, query->language);

  return text != NULL ? text : g_strdup ("");
}

static void
print_csv_row (const MerComments     *comments,
               const MerCommentQuery *query,
               const MerCommentEntry *entry)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char *text = text_of (comments, query, entry);
  g_autofree char *date = mer_comment_date (entry);
  const char      *theme = mer_comments_theme (comments, entry);

  g_string_append_printf (line, "%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT ",", entry->batch_id,
                          entry->row);
  mer_csv_append (line, mer_comments_organization (comments, entry->organization_id), ',');
  g_string_append_printf (line, ",%s,", date);
  mer_csv_append (line, theme != NULL ? theme : "", ',');
  g_string_append_printf (line, ",%s,%s,%s,",
                          state_words[mer_comments_state (comments, entry)],
                          entry->names_person ? "yes" : "no",
                          mer_comments_has_finding (comments, entry) ? "yes" : "no");
  mer_csv_append (line, text, ',');
  mer_cli_print ("%s\n", line->str);
}

static void
append_json (GString               *json,
             const MerComments     *comments,
             const MerCommentQuery *query,
             const MerCommentEntry *entry)
{
  g_autofree char *text = text_of (comments, query, entry);
  g_autofree char *date = mer_comment_date (entry);

  g_string_append_printf (json,
                          "{\"comment\": \"%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT
                          "\", \"organization\": ",
                          entry->batch_id, entry->row);
  mer_cli_json_string (json, mer_comments_organization (comments, entry->organization_id));
  g_string_append (json, ", \"date\": ");
  mer_cli_json_string (json, *date != '\0' ? date : NULL);
  g_string_append (json, ", \"theme\": ");
  mer_cli_json_string (json, mer_comments_theme (comments, entry));
  g_string_append_printf (json,
                          ", \"state\": \"%s\", \"person\": %s, \"finding\": %s, "
                          "\"empty\": %s, \"paper\": %s, \"text\": ",
                          state_words[mer_comments_state (comments, entry)],
                          entry->names_person ? "true" : "false",
                          mer_comments_has_finding (comments, entry) ? "true" : "false",
                          entry->says_nothing ? "true" : "false",
                          entry->typed_in ? "true" : "false");
  mer_cli_json_string (json, text);
  g_string_append_c (json, '}');
}

void
mer_comment_list_print (const MerComments     *comments,
                        const MerCommentQuery *query)
{
  gboolean first = TRUE;

  mer_cli_print ("%s", query->json ? "["
                                   : "comment,organization,date,theme,state,person,finding,text\n");
  for (guint i = 0; i < comments->set->n_entries; i++)
    {
      const MerCommentEntry *entry = &comments->set->entries[i];
      g_autoptr (GString) json = g_string_new (first ? "" : ",\n ");

      if (!is_wanted (comments, query, entry))
        continue;
      first = FALSE;
      if (!query->json)
        {
          print_csv_row (comments, query, entry);
          continue;
        }
      append_json (json, comments, query, entry);
      mer_cli_print ("%s", json->str);
    }
  if (query->json)
    mer_cli_print ("]\n");
}
