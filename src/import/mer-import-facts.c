/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts from open sources: a row a fact. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-evidence-row.h"
#include "import/mer-timestamp.h"
#include "store/mer-evidence-store.h"

/* A fact is a passage, not a book. */
#define MAX_LETTERS 10000

typedef struct
{
  MerNameMatch *match;
  MerFact      *fact;
} Line;

typedef struct
{
  MerImportJob *job;
  GPtrArray    *lines; /* of Line */
  GHashTable   *seen;  /* what was read, as one text */
  GHashTable   *there; /* what the document has of the cycle, as one text */
} Facts;

static void
line_free (gpointer data)
{
  Line *line = data;

  mer_fact_free (line->fact);
  g_free (line);
}

/* NULL when the cell is empty. */
static char *
cell_of (const Facts  *self,
         const MerRow *row,
         const char   *code)
{
  g_autofree char *text = mer_row_text (row, mer_recognition_find (self->job->columns, code));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/* «www.example.ru» of a link: what to call a source that has no other name. */
static char *
host_of (const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, G_URI_FLAGS_PARSE_RELAXED, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return g_strdup (host != NULL && *host != '\0' ? host : link);
}

/* The day in ISO 8601; a date that is none is told and left out. */
static char *
read_day (Facts        *self,
          const MerRow *row)
{
  const MerImportColumn *column = mer_recognition_find (self->job->columns, MER_COLUMN_DATE);
  g_autofree char       *text = cell_of (self, row, MER_COLUMN_DATE);
  gboolean               has_time_of_day = FALSE;
  gint64                 time = 0;
  MerImportProblem      *problem = NULL;
  g_autofree char       *number = mer_row_number_text (row->number);
  g_autofree char       *letters = NULL;
  g_autofree char       *shown = NULL;

  if (text == NULL)
    return NULL;
  if (mer_timestamp_parse (text, strlen (text), &time, &has_time_of_day))
    {
      g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (time);

      return g_date_time_format (day, "%Y-%m-%d");
    }
  problem = mer_import_problems_count (self->job->problems, MER_PROBLEM_NOTE, "bad-date",
                                       row->number, column, text, 1);
  letters = mer_import_column_letters (column->index);
  shown = mer_text_shorten (text);
  if (problem->text == NULL)
    problem->text = g_strdup_printf (_("Row %s, column %s: “%s” is no date. It was left out."),
                                        number, letters, shown);
  return NULL;
}

/* Why a fact cannot be taken, as a sentence; NULL when it can. */
static char *
judge (const MerFact *fact,
       const char   **code)
{
  g_autofree char *number = mer_row_number_text (fact->row);

  *code = "no-text";
  if (fact->text == NULL)
    return g_strdup_printf (_("Row %s has no text."), number);
  *code = "no-source";
  if (fact->origin == NULL)
    return g_strdup_printf (_("Row %s names neither a source nor a link."), number);
  *code = "long-text";
  if (g_utf8_strlen (fact->text, -1) > MAX_LETTERS)
    return g_strdup_printf (_("Row %s: the text has more than %d letters. Shorten it to what "
                              "matters."),
                               number, MAX_LETTERS);
  return NULL;
}

static MerFact *
read_fact (Facts        *self,
           const MerRow *row)
{
  MerFact *fact = g_new0 (MerFact, 1);

  fact->cycle_id = self->job->cycle->id;
  fact->batch_id = self->job->batch->id;
  fact->row = row->number;
  fact->link = cell_of (self, row, MER_COLUMN_LINK);
  fact->origin = cell_of (self, row, MER_COLUMN_SOURCE);
  if (fact->origin == NULL && fact->link != NULL)
    fact->origin = host_of (fact->link);
  fact->text = cell_of (self, row, MER_COLUMN_TEXT);
  return fact;
}

/* Spaces and breaks of lines differ between formats. */
static char *
single_spaces (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] != '\0')
        g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* What makes a fact the same as another of its organization: (transfer full). */
static char *
content_of (const MerFact *fact)
{
  g_autofree char *origin = single_spaces (fact->origin);
  g_autofree char *text = single_spaces (fact->text);

  return g_strdup_printf ("%s\t%s\t%s\t%s", fact->day != NULL ? fact->day : "", origin,
                          fact->link != NULL ? fact->link : "", text);
}

static gboolean
is_repeated (Facts              *self,
             const MerNameMatch *match,
             const MerFact      *fact)
{
  g_autofree char *content = content_of (fact);

  return !g_hash_table_add (self->seen,
                            g_strdup_printf ("%p\t%s", (gpointer) match->target, content));
}

/* --- what the document has --------------------------------------------------------------- */

static char *
stored_key (gint64         organization_id,
            const MerFact *fact)
{
  g_autofree char *content = content_of (fact);

  return g_strdup_printf ("%" G_GINT64_FORMAT "\t%s", organization_id, content);
}

/* Facts of other files, and those that were typed in. */
static gboolean
load_facts (Facts   *self,
            GError **error)
{
  g_autoptr (GPtrArray) facts = NULL;

  if (self->job->options->keep_duplicates)
    return TRUE;
  facts = mer_store_facts (self->job->doc, self->job->cycle->id, error);
  for (guint i = 0; facts != NULL && i < facts->len; i++)
    {
      const MerFact *fact = facts->pdata[i];

      if (fact->organization_id != 0)
        g_hash_table_add (self->there, stored_key (fact->organization_id, fact));
    }
  return facts != NULL;
}

static gboolean
is_there (const Facts *self,
          const Line  *line)
{
  g_autofree char *key = stored_key (line->match->organization_id, line->fact);

  return g_hash_table_contains (self->there, key);
}

/* --- rows -------------------------------------------------------------------------------- */

static void
read_row_cb (gpointer      user_data,
             const MerRow *row)
{
  Facts *self = user_data;
  g_autoptr (MerEvidenceRow) named = mer_evidence_row_new (self->job, row);
  g_autoptr (MerFact) fact = NULL;
  const char *code = NULL;
  char       *problem = NULL;
  Line       *line = NULL;

  if (named == NULL)
    return;
  fact = read_fact (self, row);
  problem = judge (fact, &code);
  if (problem != NULL)
    {
      mer_evidence_reject (self->job, code, row->number, NULL, NULL, problem);
      return;
    }
  fact->day = read_day (self, row);
  if (is_repeated (self, named->match, fact))
    {
      self->job->result->duplicates++;
      return;
    }
  line = g_new0 (Line, 1);
  line->match = named->match;
  line->fact = g_steal_pointer (&fact);
  g_ptr_array_add (self->lines, line);
}

static gboolean
write_line (Facts   *self,
            Line    *line,
            GError **error)
{
  if (!mer_name_matcher_store (self->job->matcher, line->match, error))
    return FALSE;
  if (is_there (self, line))
    {
      self->job->result->duplicates++;
      return TRUE;
    }
  line->fact->source_id = line->match->source_id;
  self->job->result->accepted++;
  return mer_store_save_fact (self->job->doc, line->fact, error);
}

gboolean
mer_import_facts_run (MerImportJob *job,
                      GError      **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) there = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Facts self = { job, lines, seen, there };

  if (!load_facts (&self, error) || !mer_evidence_read_rows (job, read_row_cb, &self, error))
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    {
      if (!write_line (&self, lines->pdata[i], error))
        return FALSE;
    }
  return TRUE;
}
