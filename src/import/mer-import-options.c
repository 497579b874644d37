/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What decides an import, as a plain value: how the file is read, what columns, answers and
 * names mean. Preview, scan and run take the same options, so that what was shown is done. */
#include "config.h"

#include <string.h>

#include "core/mer-name.h"
#include "import/mer-importer.h"

static void
value_decision_free (gpointer data)
{
  MerValueDecision *decision = data;

  g_free (decision->code);
  g_free (decision->spelling);
  g_free (decision->option);
  g_free (decision);
}

static void
name_decision_free (gpointer data)
{
  MerNameDecision *decision = data;

  g_free (decision->name);
  g_free (decision);
}

static gpointer
copy_column (gconstpointer source,
             gpointer      user_data)
{
  return g_strdup (source);
}

static MerValueDecision *
value_decision_new (const char *code,
                    const char *spelling,
                    const char *option)
{
  MerValueDecision *decision = g_new0 (MerValueDecision, 1);

  decision->code = g_strdup (code);
  decision->spelling = g_strdup (spelling);
  decision->option = g_strdup (option);
  return decision;
}

static gpointer
copy_value (gconstpointer source,
            gpointer      user_data)
{
  const MerValueDecision *decision = source;

  return value_decision_new (decision->code, decision->spelling, decision->option);
}

static MerNameDecision *
name_decision_new (const char   *name,
                   MerNameAction action,
                   gint64        organization_id)
{
  MerNameDecision *decision = g_new0 (MerNameDecision, 1);

  decision->name = g_strdup (name);
  decision->action = action;
  decision->organization_id = organization_id;
  return decision;
}

static gpointer
copy_name (gconstpointer source,
           gpointer      user_data)
{
  const MerNameDecision *decision = source;

  return name_decision_new (decision->name, decision->action, decision->organization_id);
}

static GPtrArray *
copy_list (GPtrArray     *list,
           GCopyFunc      copy,
           GDestroyNotify free_func)
{
  GPtrArray *copied;

  if (list == NULL)
    return NULL;
  copied = g_ptr_array_copy (list, copy, NULL);
  g_ptr_array_set_free_func (copied, free_func);
  return copied;
}

/**
 * mer_import_options_new:
 * @kind: what the table holds
 * @path: where it is; copied
 *
 * Returns: (transfer full): options that decide nothing yet
 */
MerImportOptions *
mer_import_options_new (MerBatchKind kind,
                        const char  *path)
{
  MerImportOptions *self = g_new0 (MerImportOptions, 1);

  self->kind = kind;
  self->path = g_strdup (path);
  return self;
}

MerImportOptions *
mer_import_options_copy (const MerImportOptions *self)
{
  MerImportOptions *copy = g_memdup2 (self, sizeof *self);

  copy->path = g_strdup (self->path);
  copy->sheet = g_strdup (self->sheet);
  copy->encoding = g_strdup (self->encoding);
  copy->source = g_strdup (self->source);
  copy->mapping = g_strdup (self->mapping);
  copy->save_mapping = g_strdup (self->save_mapping);
  copy->columns = copy_list (self->columns, copy_column, g_free);
  copy->values = copy_list (self->values, copy_value, value_decision_free);
  copy->names = copy_list (self->names, copy_name, name_decision_free);
  return copy;
}

void
mer_import_options_free (MerImportOptions *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self->source);
  g_free (self->mapping);
  g_free (self->save_mapping);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_free (self);
}

void
mer_import_options_decide_column (MerImportOptions *self,
                                  guint             column,
                                  const char       *code)
{
  g_autofree char *end = g_strdup_printf ("=%u", column + 1);

  if (self->columns == NULL)
    self->columns = g_ptr_array_new_with_free_func (g_free);
  for (guint i = self->columns->len; i > 0; i--)
    {
      if (g_str_has_suffix (self->columns->pdata[i - 1], end))
        g_ptr_array_remove_index (self->columns, i - 1);
    }
  if (code != NULL)
    g_ptr_array_add (self->columns, g_strconcat (code, end, NULL));
}

static gboolean
equal_folded (const char *a,
              const char *b)
{
  g_autofree char *first = mer_name_fold (a, -1);
  g_autofree char *second = mer_name_fold (b, -1);

  return strcmp (first, second) == 0;
}

void
mer_import_options_decide_value (MerImportOptions *self,
                                 const char       *code,
                                 const char       *spelling,
                                 const char       *option)
{
  if (self->values == NULL)
    self->values = g_ptr_array_new_with_free_func (value_decision_free);
  for (guint i = self->values->len; i > 0; i--)
    {
      const MerValueDecision *there = self->values->pdata[i - 1];

      if (strcmp (there->code, code) == 0 && equal_folded (there->spelling, spelling))
        g_ptr_array_remove_index (self->values, i - 1);
    }
  if (option != NULL)
    g_ptr_array_add (self->values, value_decision_new (code, spelling, option));
}

void
mer_import_options_forget_name (MerImportOptions *self,
                                const char       *name)
{
  for (guint i = self->names != NULL ? self->names->len : 0; i > 0; i--)
    {
      if (equal_folded (((MerNameDecision *) self->names->pdata[i - 1])->name, name))
        g_ptr_array_remove_index (self->names, i - 1);
    }
}

void
mer_import_options_decide_name (MerImportOptions *self,
                                const char       *name,
                                MerNameAction     action,
                                gint64            organization_id)
{
  mer_import_options_forget_name (self, name);
  if (self->names == NULL)
    self->names = g_ptr_array_new_with_free_func (name_decision_free);
  g_ptr_array_add (self->names, name_decision_new (name, action, organization_id));
}
