/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Facts from open sources: those of a file belong to its batch, those typed in to nobody but
 * themselves. */
#include "config.h"

#include "store/mer-evidence-store.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "store/mer-struct-store.h"
#include "store/mer-registry-store.h"
#include "store/mer-store-error.h"

/* Names that are tried for a spelling of something typed in. */
#define MAX_NAMES 100

static const MerMember fields[] = {
  MER_MEMBER_ID (MerFact, id),
  MER_MEMBER_INT (MerFact, cycle_id),
  MER_MEMBER_INT (MerFact, source_id),
  MER_MEMBER_INT (MerFact, organization_id, .of = "s"),
  MER_MEMBER_REF (MerFact, batch_id),
  MER_MEMBER_REF (MerFact, row, .column = "file_row"),
  MER_MEMBER_DAY (MerFact, day),
  MER_MEMBER_TEXT (MerFact, origin, .required = N_("A fact needs a source: whose words they are.")),
                   MER_MEMBER_NOTE (MerFact, link),
                   MER_MEMBER_TEXT (MerFact, text, .required = N_("A fact needs a text.")),
  };

static const MerStruct record = MER_STRUCT (MerFact, fields);

static const MerStructTable facts = {
  .name = "fact",
  .record = &record,
  .joins = "JOIN source s ON s.id = t.source_id LEFT JOIN batch b ON b.id = t.batch_id",
  .free_row = (GDestroyNotify) mer_fact_free,
  .gone = N_("The fact is not there any more."),
  };

/**
 * mer_fact_copy:
 * @self: a fact
 *
 * Returns: (transfer full): the same
 */
MerFact *
mer_fact_copy (const MerFact *self)
{
  return mer_struct_copy (&record, self);
}

void
mer_fact_free (MerFact *self)
{
  mer_struct_free (&record, self);
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
  return mer_structs_list (doc, &facts,
                           "WHERE t.cycle_id = ?1 AND coalesce (b.removed, 0) = 0 ORDER BY t.id",
                           MER_SQL_VALUES (MER_SQL_INT (cycle_id)), error);
}

/**
 * mer_store_save_fact:
 * @doc: a document with an action under way
 * @fact: what to store; its id is set when it was 0
 * @error: return location
 *
 * Returns: whether it was written; INVALID when it lacks source or text, or its
 *   day is none
 */
gboolean
mer_store_save_fact (MerDocument *doc,
                     MerFact     *fact,
                     GError     **error)
{
  if (fact->day != NULL && *fact->day != '\0' && !mer_day_is_iso (fact->day))
    return mer_store_refuse (error, MER_STORE_ERROR_INVALID,
                             _("The date of a fact is a day of the calendar, as 2024-10-14."));
  return mer_structs_save (doc, &facts, fact, error);
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
  return mer_structs_delete (doc, &facts, id, error);
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
