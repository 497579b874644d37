/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Comments with what was decided about them, and the one place that says which text may leave the
 * document: hidden comments never, names of persons only when somebody has said so. */

#include "config.h"

#include "app/mer-comments.h"

#include <glib/gi18n.h>

#include "core/mer-comment-text.h"
#include "core/mer-person-names.h"
#include "store/mer-block.h"
#include "store/mer-finding-store.h"
#include "store/mer-registry-store.h"

static char *
comment_key (gint64 batch_id,
             gint64 row)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, batch_id, row);
}

static void
comments_clear (gpointer data)
{
  MerComments *self = data;

  g_clear_pointer (&self->set, mer_comment_set_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->marked, g_hash_table_unref);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
}

MerComments *
mer_comments_ref (MerComments *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mer_comments_unref (MerComments *self)
{
  g_atomic_rc_box_release_full (self, comments_clear);
}

static void
index_all (MerComments *self)
{
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->organizations->len; i++)
    {
      MerOrganization *organization = g_ptr_array_index (self->organizations, i);

      g_hash_table_insert (self->by_id, &organization->id, organization);
    }
  self->marked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->findings->len; i++)
    {
      const MerFinding *finding = g_ptr_array_index (self->findings, i);

      if (finding->batch_id != 0)
        g_hash_table_add (self->marked, comment_key (finding->batch_id, finding->row));
    }
}

/**
 * mer_comments_load:
 * @doc: a document of the calling thread
 * @cycle_id: the cycle
 * @set: (nullable): its comments, where they have been read
 * @error: return location
 *
 * Returns: (transfer full): %NULL and error when the document cannot be read
 */
MerComments *
mer_comments_load (MerDocument   *doc,
                   gint64         cycle_id,
                   MerCommentSet *set,
                   GError       **error)
{
  g_autoptr (MerComments) self = g_atomic_rc_box_new0 (MerComments);

  self->set = set != NULL ? mer_comment_set_ref (set)
                          : mer_comment_set_load (doc, cycle_id, NULL, error);
  if (self->set == NULL)
    return NULL;
  self->notes = mer_store_comment_notes (doc, cycle_id, error);
  self->findings = self->notes != NULL ? mer_store_findings (doc, cycle_id, 0, error) : NULL;
  self->organizations = self->findings != NULL ? mer_store_organizations (doc, error) : NULL;
  if (self->organizations == NULL)
    return NULL;
  index_all (self);
  return g_steal_pointer (&self);
}

/**
 * mer_comments_note:
 * @self: the comments
 * @entry: one of them
 *
 * Returns: (nullable): what was decided about it
 */
const MerCommentNote *
mer_comments_note (const MerComments     *self,
                   const MerCommentEntry *entry)
{
  return mer_comment_notes_find (self->notes, entry->batch_id, entry->row);
}

MerCommentState
mer_comments_state (const MerComments     *self,
                    const MerCommentEntry *entry)
{
  const MerCommentNote *note = mer_comments_note (self, entry);

  return note != NULL ? note->state : MER_COMMENT_MASKED;
}

const char *
mer_comments_theme (const MerComments     *self,
                    const MerCommentEntry *entry)
{
  const MerCommentNote *note = mer_comments_note (self, entry);

  return note != NULL ? note->theme : NULL;
}

const char *
mer_comments_organization (const MerComments *self,
                           gint64             organization_id)
{
  const MerOrganization *organization = g_hash_table_lookup (self->by_id, &organization_id);

  return organization != NULL ? organization->name : "";
}

gboolean
mer_comments_has_finding (const MerComments     *self,
                          const MerCommentEntry *entry)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->marked) == 0)
    return FALSE;
  key = comment_key (entry->batch_id, entry->row);
  return g_hash_table_contains (self->marked, key);
}

static char *
mask (const MerCommentEntry *entry,
      MerLanguage            language)
{
  if (!entry->names_person)
    return g_strdup (entry->text);
  /* Translators: in place of somebody's name in a comment. */
  return mer_comment_mask (entry->text, mer_tr (language, "[name withheld]"));
}

/**
 * mer_comments_text:
 * @self: the comments
 * @entry: one of them
 * @language: of what is written
 *
 * Returns: (transfer full) (nullable): its text as it may leave the document
 */
char *
mer_comments_text (const MerComments     *self,
                   const MerCommentEntry *entry,
                   MerLanguage            language)
{
  switch (mer_comments_state (self, entry))
    {
    case MER_COMMENT_MASKED:
      return mask (entry, language);
    case MER_COMMENT_OPEN:
      return g_strdup (entry->text);
    case MER_COMMENT_HIDDEN:
    default:
      return NULL;
    }
}

char *
mer_comment_date (const MerCommentEntry *entry)
{
  g_autoptr (GDateTime) time = NULL;

  if (entry->time == MER_BLOCK_NO_TIME)
    return g_strdup ("");
  time = g_date_time_new_from_unix_utc (entry->time);
  if (time == NULL)
    return g_strdup ("");
  return g_date_time_format (time, entry->has_time_of_day ? "%Y-%m-%dT%H:%M:%S" : "%Y-%m-%d");
}

GPtrArray *
mer_comments_themes (const MerComments *self,
                     MerLanguage        language)
{
  GPtrArray *themes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MER_N_THEMES; i++)
    {
      char *title = g_strdup (mer_theme_title (language, i));

      g_hash_table_add (seen, title);
      g_ptr_array_add (themes, title);
    }
  for (guint i = 0; i < self->notes->len; i++)
    {
      MerCommentNote *note = g_ptr_array_index (self->notes, i);

      if (note->theme == NULL || !g_hash_table_add (seen, note->theme))
        continue;
      g_ptr_array_add (themes, g_strdup (note->theme));
    }
  return themes;
}

static gboolean
has_criterion (const MerMethodology *methodology,
               const char           *code)
{
  for (guint i = 0; methodology != NULL && code != NULL && i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (methodology->criteria, i);

      if (g_str_equal (criterion->code, code))
        return TRUE;
    }
  return FALSE;
}

/* By the theme that was given to it; one of the user's own says nothing of criteria, words do. */
static const char *
guess_criterion (const MerComments     *self,
                 const MerCommentEntry *entry,
                 const MerMethodology  *methodology)
{
  int         theme = mer_theme_from_title (mer_comments_theme (self, entry));
  const char *code = NULL;

  if (theme < 0)
    theme = mer_comment_suggest_theme (entry->text);
  code = theme >= 0 ? mer_theme_criterion ((MerTheme) theme) : NULL;
  return has_criterion (methodology, code) ? code : NULL;
}

/**
 * mer_comments_new_finding:
 * @self: the comments
 * @entry: one of them
 * @cycle_id: whose finding it becomes
 * @kind: finding or proposal
 * @methodology: (nullable): the cycle's rules
 * @language: of the document
 *
 * Names of persons do not go along unless somebody has said that they may.
 *
 * Returns: (transfer full): not stored yet
 */
MerFinding *
mer_comments_new_finding (const MerComments     *self,
                          const MerCommentEntry *entry,
                          gint64                 cycle_id,
                          MerFindingKind         kind,
                          const MerMethodology  *methodology,
                          MerLanguage            language)
{
  MerFinding *finding = mer_finding_new (kind, NULL);

  finding->cycle_id = cycle_id;
  finding->organization_id = entry->organization_id;
  finding->batch_id = entry->batch_id;
  finding->row = entry->row;
  finding->created_at = g_get_real_time () / G_USEC_PER_SEC;
  finding->criterion = g_strdup (guess_criterion (self, entry, methodology));
  finding->text = mer_comments_state (self, entry) == MER_COMMENT_OPEN ? g_strdup (entry->text)
                                                                       : mask (entry, language);
  return finding;
}

static GStrv
make_row (const MerComments     *self,
          const MerCommentEntry *entry,
          MerLanguage            language)
{
  g_autofree char *text = mer_comments_text (self, entry, language);
  const char      *theme = mer_comments_theme (self, entry);
  GStrv            cells = NULL;

  if (text == NULL)
    return NULL;
  cells = g_new0 (char *, 5);
  cells[0] = g_strdup (mer_comments_organization (self, entry->organization_id));
  cells[1] = mer_comment_date (entry);
  cells[2] = g_strdup (theme != NULL ? theme : "");
  cells[3] = g_steal_pointer (&text);
  return cells;
}

MerBlocks *
mer_comments_document (const MerComments *self,
                       const GArray      *indices,
                       MerLanguage        language)
{
  const char *title = mer_tr (language, "Comments");
  MerBlocks  *blocks = mer_blocks_new (language, title);
  MerTable   *table = mer_table_new ();

  mer_table_add_column (table, mer_tr (language, "Organization"), 110, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Date"), 60, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Theme"), 80, MER_ALIGN_LEFT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Text of the comment"), 0, MER_ALIGN_LEFT, FALSE);
  for (guint i = 0; i < indices->len; i++)
    {
      GStrv cells = make_row (self, &self->set->entries[g_array_index (indices, guint, i)],
                              language);

      if (cells != NULL)
        mer_table_add_row (table, cells);
    }
  mer_blocks_add_text (blocks, MER_BLOCK_TITLE, title);
  mer_blocks_add_table (blocks, table);
  return blocks;
}
