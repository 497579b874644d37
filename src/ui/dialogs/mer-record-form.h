/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/mer-record.h"
#include "ui/mer-session.h"

G_BEGIN_DECLS

/**
 * MerRecordForm:
 *
 * The form of a record, made from the description of its kind: a row a field, in the order of the
 * fields, problems beside them. Fields that are #MER_FIELD_HIDDEN and the reference to the owner
 * (#MER_FIELD_OWNER) have no row: whoever opens the form sets them in the record. Saving is one
 * undoable action. Ctrl+Enter saves, Ctrl+Shift+Enter saves and begins the next one, Escape
 * closes.
 */
#define MER_TYPE_RECORD_FORM (mer_record_form_get_type ())
G_DECLARE_FINAL_TYPE (MerRecordForm, mer_record_form, MER, RECORD_FORM, AdwWindow)

/* What a caller may want otherwise; all of it may be left out. */
typedef struct
{
  const char        *title;  /* of the window; NULL: what one of its kind is called */
  const char *const *hidden; /* keys of fields without a row; NULL ends it */
  gboolean           single; /* no «Save and add another» */
  gboolean           owner;  /* the reference to the owner has a row after all */
  /* Whether a reference may be to that record: `field` is of `record`, `target` is what could be
   * chosen. NULL: to every one of the cycle. */
  gboolean (*offers) (const MerField *field,
                      gconstpointer   target,
                      gpointer        user_data);
  /* Inside the same action, when the record has its id: connections, what follows from it. */
  gboolean (*also) (MerDocument *document,
                    gpointer     record,
                    gpointer     user_data,
                    GError     **error);
  /* It is in the document; `fresh`: it was not there before. */
  void (*saved) (gconstpointer record,
                 gboolean      fresh,
                 gpointer      user_data);
  gpointer       user_data;
  GDestroyNotify destroy; /* of user_data, when the form is gone */
} MerRecordFormOptions;

/**
 * mer_record_form_present:
 * @parent: (nullable): the window that asks
 * @session: whose document it is in
 * @record: what is edited; a new one (id 0) with whatever is known of it: mer_record_new() with the
 *   cycle, the owner, the organization. Copied.
 * @options: (nullable): copied but for what `title` and `hidden` point at, which must live as long
 *   as the form
 *
 * Opens the form. Of a new one saved with «Save and add another» the next begins as @record did.
 *
 * Returns: (transfer none): the form
 */
MerRecordForm *mer_record_form_present (GtkWindow                  *parent,
                                        MerSession                 *session,
                                        gconstpointer               record,
                                        const MerRecordFormOptions *options);
/* The row of a field, for what a caller wants to add to it: (transfer none) (nullable). */
GtkWidget *mer_record_form_get_row (MerRecordForm *self,
                                    const char    *key);

/* The row that connects the record by the field with another one; nullable. */
GtkWidget *mer_record_form_get_link_row (MerRecordForm *self,
                                         const char    *key);

G_END_DECLS
