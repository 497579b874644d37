/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A document to begin with: a methodology is copied into it, so that later editions of
 * the program never change what a council has decided upon. */

#include "app/mer-new-document.h"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "methodology/mer-methodology-xml.h"
#include "store/mer-registry-store.h"

static gboolean
fill (MerDocument          *doc,
      const MerMethodology *methodology,
      GError              **error)
{
  if (!mer_document_begin (doc, _("New document"), error))
    return FALSE;
  if (mer_store_add_methodology (doc, methodology, NULL, error) == 0 ||
      !mer_document_set_setting (doc, "language", methodology->language, error))
    {
      mer_document_rollback (doc);
      return FALSE;
    }
  /* without its rules a document would be of no use: this is never taken back */
  return mer_document_commit_as_base (doc, error);
}

/**
 * mer_new_document:
 * @path: where; there must be no file yet
 * @title: (nullable): of the document; its file name by default
 * @methodology_id: (nullable): a shipped edition; the federal one of 2018 by default
 *
 * Returns: (transfer full): the open document; %NULL and error, and no file, when it cannot
 *   be made
 */
MerDocument *
mer_new_document (const char *path,
                  const char *title,
                  const char *methodology_id,
                  GError    **error)
{
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *name = g_filename_display_basename (path);

  methodology = mer_methodology_shipped (
    methodology_id != NULL ? methodology_id : MER_DEFAULT_METHODOLOGY, error);
  if (methodology == NULL)
    return NULL;
  if (title == NULL && g_str_has_suffix (name, ".merilo"))
    name[strlen (name) - strlen (".merilo")] = '\0';
  doc = mer_document_create (path, title != NULL ? title : name, error);
  if (doc == NULL)
    return NULL;
  if (!fill (doc, methodology, error))
    {
      g_clear_object (&doc);
      g_unlink (path);
      return NULL;
    }
  return g_steal_pointer (&doc);
}
