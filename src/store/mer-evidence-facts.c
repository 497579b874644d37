/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts from open sources: those of a file belong to its batch, those typed in to nobody but
 * themselves. */
#include "config.h"

#include "store/mer-evidence-store.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "store/mer-registry-private.h"
#include "store/mer-registry-store.h"

/* Names that are tried for a spelling of something typed in. */
#define MAX_NAMES 100

/**
 * mer_fact_copy:
 * @self: a fact
 *
 * Returns: (transfer full): the same
 */
MerFact *
mer_fact_copy (const MerFact *self)
{
  MerFact *copy = g_memdup2 (self, sizeof *self);

  copy->day = g_strdup (self->day);
  copy->origin = g_strdup (self->origin);
  copy->link = g_strdup (self->link);
  copy->text = g_strdup (self->text);
  return copy;
}

void
mer_fact_free (MerFact *self)
{
  if (self == NULL)
    return;
  g_free (self->day);
  g_free (self->origin);
  g_free (self->link);
  g_free (self->text);
  g_free (self);
}

static MerFact *
read_fact (MerQuery *query)
{
  MerFact *self = g_new0 (MerFact, 1);

  self->id = mer_query_int (query, 0);
  self->cycle_id = mer_query_int (query, 1);
  self->source_id = mer_query_int (query, 2);
  self->organization_id = mer_query_int (query, 3);
  self->batch_id = mer_query_int (query, 4);
  self->row = mer_query_int (query, 5);
  self->day = mer_query_text (query, 6);
  self->origin = mer_query_text_or_empty (query, 7);
  self->link = mer_query_text (query, 8);
  self->text = mer_query_text_or_empty (query, 9);
  return self;
}

/**
 * mer_store_facts:
 * @doc: a document
 * @cycle_id: the cycle
 * @error: return location
 *
 * Returns: (transfer full) (element-type MerFact): in the order they came in
 */
GPtrArray *
mer_store_facts (MerDocument *doc,
                 gint64       cycle_id,
                 GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), NULL);
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_fact_free);
  if (!mer_query_prepare (&query, doc,
                          "SELECT f.id, f.cycle_id, f.source_id, s.organization_id, f.batch_id, "
                          "f.file_row, f.day, f.origin, f.link, f.text FROM fact f "
                          "JOIN source s ON s.id = f.source_id "
                          "LEFT JOIN batch t ON t.id = f.batch_id "
                          "WHERE f.cycle_id = ?1 AND coalesce (t.removed, 0) = 0 ORDER BY f.id",
                          error))
    return NULL;
  mer_query_bind_int (&query, 1, cycle_id);
  while (mer_query_next (&query, error))
    g_ptr_array_add (list, read_fact (&query));
  return mer_query_done (&query) ? g_steal_pointer (&list) : NULL;
}

static gboolean
is_day (const char *text)
{
  int  year = 0, month = 0, day = 0;
  char rest = 0;

  return sscanf (text, "%4d-%2d-%2d%c", &year, &month, &day, &rest) == 3 && year > 0 &&
         month >= 1 && day >= 1 &&
         g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year);
}

static gboolean
check_fact (const MerFact *fact,
            GError       **error)
{
  const char *problem = NULL;

  if (fact->text == NULL || *fact->text == '\0')
    problem = _("A fact needs a text.");
  else if (fact->origin == NULL || *fact->origin == '\0')
    problem = _("A fact needs a source: whose words they are.");
  else if (fact->day != NULL && !is_day (fact->day))
    problem = _("The date of a fact is a day of the calendar, as 2024-10-14.");
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID, problem);
  return FALSE;
}

/**
 * mer_store_save_fact:
 * @doc: a document with an action under way
 * @fact: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when it lacks source or text
 */
gboolean
mer_store_save_fact (MerDocument *doc,
                     MerFact     *fact,
                     GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;
  const char *sql = fact->id == 0
                      ? "INSERT INTO fact (cycle_id, source_id, batch_id, file_row, day, origin, "
                        "link, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
                      : "UPDATE fact SET cycle_id = ?1, source_id = ?2, batch_id = ?3, "
                        "file_row = ?4, day = ?5, origin = ?6, link = ?7, text = ?8 WHERE id = ?9";

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  if (!mer_document_require_action (doc, error) || !check_fact (fact, error) ||
      !mer_query_prepare (&query, doc, sql, error))
    return FALSE;
  mer_query_bind_int (&query, 1, fact->cycle_id);
  mer_query_bind_int (&query, 2, fact->source_id);
  mer_query_bind_id (&query, 3, fact->batch_id);
  mer_query_bind_id (&query, 4, fact->row);
  mer_query_bind_text (&query, 5, fact->day);
  mer_query_bind_text (&query, 6, fact->origin);
  mer_query_bind_text (&query, 7, fact->link);
  mer_query_bind_text (&query, 8, fact->text);
  return mer_registry_save (doc, &query, 9, &fact->id, error);
}

/**
 * mer_store_delete_fact:
 * @doc: a document with an action under way
 * @id: the fact
 * @error: return location
 *
 * Returns: whether it was deleted; NOT_FOUND when there is none
 */
gboolean
mer_store_delete_fact (MerDocument *doc,
                       gint64       id,
                       GError     **error)
{
  g_return_val_if_fail (MER_IS_DOCUMENT (doc), FALSE);
  return mer_document_require_action (doc, error) &&
         mer_registry_run (doc, "DELETE FROM fact WHERE id = ?1", id, error) &&
         mer_registry_check_changed (doc, _("The fact is not there any more."), error);
}

/* --- spellings of what is typed in ------------------------------------------------------- */

static gboolean
name_of (MerDocument *doc,
         gint64       organization_id,
         char       **name,
         GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *name = NULL;
  if (!mer_query_prepare (&query, doc, "SELECT name FROM organization WHERE id = ?1", error))
    return FALSE;
  mer_query_bind_int (&query, 1, organization_id);
  if (mer_query_next (&query, error))
    *name = mer_query_text_or_empty (&query, 0);
  if (*name != NULL || !mer_query_done (&query))
    return *name != NULL;
  g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                       _("The organization is not there any more."));
  return FALSE;
}

/* Whom a spelling means; −1: it is not there. */
static gboolean
meaning_of (MerDocument *doc,
            const char  *name,
            gint64      *organization_id,
            GError     **error)
{
  g_auto (MerQuery) query = MER_QUERY_INIT;

  *organization_id = -1;
  if (!mer_query_prepare (&query, doc, "SELECT organization_id FROM source WHERE name = ?1", error))
    return FALSE;
  mer_query_bind_text (&query, 1, name);
  if (mer_query_next (&query, error))
    *organization_id = mer_query_int (&query, 0);
  return mer_query_done (&query);
}

/**
 * mer_store_typed_source:
 * @doc: a document with an action under way
 * @organization_id: an organization
 * @error: return location
 *
 * What is typed in belongs to an organization, not to a spelling of a file: it goes under the
 * organization's own name, or, where that means another one or nobody, under the name with a
 * number behind it.
 *
 * Returns: the spelling's id; 0 on error
 */
gint64
mer_store_typed_source (MerDocument *doc,
                        gint64       organization_id,
                        GError     **error)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (MER_IS_DOCUMENT (doc), 0);
  if (!mer_document_require_action (doc, error) || !name_of (doc, organization_id, &name, error))
    return 0;
  for (guint i = 1; i <= MAX_NAMES; i++)
    {
      g_autofree char *tried = i == 1 ? g_strdup (name) : g_strdup_printf ("%s (%u)", name, i);
      gint64           meant = 0;

      if (!meaning_of (doc, tried, &meant, error))
        return 0;
      if (meant == -1 || meant == organization_id)
        return mer_store_source_name_id (doc, tried, organization_id, error);
    }
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               _("Too many spellings of “%s” mean other organizations."), name);
  return 0;
}
