/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices of organizations, as items of a drop-down. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-kind-label.h"
#include "ui/widgets/mer-scope.h"

struct _MerScope
{
  GObject parent_instance;

  char   *id;
  char   *title;
  int     kind;
  gint64  group_id;
  GArray *members; /* of gint64, ascending; NULL: no group */
};

G_DEFINE_FINAL_TYPE (MerScope, mer_scope, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static void
mer_scope_finalize (GObject *object)
{
  MerScope *self = MER_SCOPE (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_pointer (&self->members, g_array_unref);
  G_OBJECT_CLASS (mer_scope_parent_class)->finalize (object);
}

static void
mer_scope_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, MER_SCOPE (object)->title);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mer_scope_class_init (MerScopeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mer_scope_finalize;
  G_OBJECT_CLASS (klass)->get_property = mer_scope_get_property;
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
mer_scope_init (MerScope *self)
{
  self->kind = -1;
}

static void
append (GListStore *list,
        MerScope   *scope)
{
  g_list_store_append (list, scope);
  g_object_unref (scope);
}

static MerScope *
scope_new (char       *id,
           const char *title)
{
  MerScope *self = g_object_new (MER_TYPE_SCOPE, NULL);

  self->id = id;
  self->title = g_strdup (title);
  return self;
}

static MerScope *
kind_scope_new (MerOrganizationKind kind)
{
  MerScope *self = scope_new (g_strconcat ("kind:", mer_organization_kind_to_code (kind), NULL),
                              mer_kind_label (kind));

  self->kind = (int) kind;
  return self;
}

static MerScope *
group_scope_new (const MerGroup *group)
{
  /* Translators: %s is the name that the user gave to a group of organizations */
  g_autofree char *title = g_strdup_printf (_("Group: %s"), group->name);
  MerScope        *self = scope_new (g_strdup_printf ("group:%" G_GINT64_FORMAT, group->id), title);

  self->group_id = group->id;
  self->members = g_array_ref (group->members);
  return self;
}

static guint
kinds_present (MerDocument *document)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (document, NULL);
  guint kinds = 0;

  for (guint i = 0; organizations && i < organizations->len; i++)
    kinds |= 1u << ((const MerOrganization *) g_ptr_array_index (organizations, i))->kind;
  return kinds;
}

/**
 * mer_scope_list_new:
 * @document: an open document
 *
 * Returns: (transfer full): the choices that its registry offers now
 */
GListModel *
mer_scope_list_new (MerDocument *document)
{
  GListStore *list = g_list_store_new (MER_TYPE_SCOPE);
  g_autoptr (GPtrArray) groups = mer_store_groups (document, NULL);
  guint kinds = kinds_present (document);

  append (list, scope_new (g_strdup ("all"), _("All kinds")));
  for (guint kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    if (kinds & (1u << kind))
      append (list, kind_scope_new ((MerOrganizationKind) kind));
  for (guint i = 0; groups && i < groups->len; i++)
    append (list, group_scope_new (g_ptr_array_index (groups, i)));
  return G_LIST_MODEL (list);
}

const char *
mer_scope_get_title (MerScope *self)
{
  g_return_val_if_fail (MER_IS_SCOPE (self), NULL);
  return self->title;
}

const char *
mer_scope_get_id (MerScope *self)
{
  g_return_val_if_fail (MER_IS_SCOPE (self), NULL);
  return self->id;
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

gboolean
mer_scope_contains (MerScope              *self,
                    const MerOrganization *organization)
{
  g_return_val_if_fail (MER_IS_SCOPE (self), FALSE);
  if (self->members)
    return g_array_binary_search (self->members, &organization->id, compare_ids, NULL);
  return self->kind < 0 || self->kind == (int) organization->kind;
}

gint64
mer_scope_get_group_id (MerScope *self)
{
  g_return_val_if_fail (MER_IS_SCOPE (self), 0);
  return self->group_id;
}

guint
mer_scope_list_find (GListModel *scopes,
                     const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (scopes); i++)
    {
      g_autoptr (MerScope) scope = g_list_model_get_item (scopes, i);

      if (g_strcmp0 (scope->id, id) == 0)
        return i;
    }
  return 0;
}

const char *
mer_organization_state_title (MerOrganizationState state)
{
  switch (state)
    {
    case MER_ORGANIZATION_REORGANIZED:
      return C_("state of organization", "reorganized");
    case MER_ORGANIZATION_CLOSED:
      return C_("state of organization", "closed");
    case MER_ORGANIZATION_WORKING:
    default:
      return C_("state of organization", "working");
    }
}
