/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Base class of pages. It lays its child out itself, because the width that it is given
 * decides whether the page is narrow; the property changes from an idle, never inside a
 * layout, and with a hysteresis, so that a scrollbar cannot make it swing. */

#include "config.h"

#include "ui/mer-page-private.h"
#include "ui/mer-text-scale.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-table-keys.h"

#define NARROW_WIDTH 960
#define NARROW_HYSTERESIS 24

static void mer_page_buildable_init (GtkBuildableIface *iface);

/* clang-format off */
G_DEFINE_ABSTRACT_TYPE_WITH_CODE (MerPage, mer_page, GTK_TYPE_WIDGET,
                                  G_ADD_PRIVATE (MerPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                         mer_page_buildable_init))
/* clang-format on */

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SETTINGS,
  PROP_CHILD,
  PROP_HEADER_START,
  PROP_HEADER_END,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_NARROW,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable_iface;

MerPagePrivate *
mer_page_private (MerPage *self)
{
  return mer_page_get_instance_private (self);
}

static gboolean
apply_narrow_cb (gpointer user_data)
{
  MerPage        *self = MER_PAGE (user_data);
  MerPagePrivate *priv = mer_page_private (self);

  priv->narrow_idle = 0;
  if (priv->narrow != priv->will_be_narrow)
    {
      priv->narrow = priv->will_be_narrow;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
    }
  return G_SOURCE_REMOVE;
}

static void
consider_width (MerPage *self,
                int      width)
{
  MerPagePrivate *priv = mer_page_private (self);
  int             limit = mer_text_scale_px (GTK_WIDGET (self), NARROW_WIDTH);

  priv->will_be_narrow = width < limit + (priv->narrow ? NARROW_HYSTERESIS : 0);
  if (priv->will_be_narrow != priv->narrow && priv->narrow_idle == 0)
    priv->narrow_idle = g_idle_add (apply_narrow_cb, self);
}

/* The strip's links elide: only its height counts. */
static void
mer_page_measure (GtkWidget     *widget,
                  GtkOrientation orientation,
                  int            for_size,
                  int           *minimum,
                  int           *natural,
                  int           *minimum_baseline,
                  int           *natural_baseline)
{
  MerPagePrivate *priv = mer_page_private (MER_PAGE (widget));
  int             below = 0;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    below = mer_page_strip_height (priv, for_size);
  if (priv->child && orientation == GTK_ORIENTATION_HORIZONTAL && for_size >= 0)
    for_size = MAX (for_size - mer_page_strip_height (priv, -1), 0);
  if (priv->child)
    gtk_widget_measure (priv->child, orientation, for_size, minimum, natural, NULL, NULL);
  *minimum += below;
  *natural += below;
}

static void
mer_page_size_allocate (GtkWidget *widget,
                        int        width,
                        int        height,
                        int        baseline)
{
  MerPagePrivate *priv = mer_page_private (MER_PAGE (widget));
  int             below = MIN (mer_page_strip_height (priv, width), height);

  consider_width (MER_PAGE (widget), width);
  if (priv->child)
    gtk_widget_allocate (priv->child, width, height - below, baseline, NULL);
  mer_page_strip_allocate (priv, &(GtkAllocation){ 0, height - below, width, below });
}

static void
set_child (MerPage   *self,
           GtkWidget *child)
{
  MerPagePrivate *priv = mer_page_private (self);
  GtkWidget      *old = priv->child;

  g_set_weak_pointer (&priv->child, child);
  if (old)
    gtk_widget_unparent (old);
  if (child)
    gtk_widget_insert_after (child, GTK_WIDGET (self), NULL); /* before the strip */
}

/* What the page is about comes first, never the links at its foot. */
static gboolean
mer_page_grab_focus (GtkWidget *widget)
{
  MerPagePrivate *priv = mer_page_private (MER_PAGE (widget));

  return priv->child != NULL && gtk_widget_grab_focus (priv->child);
}

/* Nor does a page that is still being read give the keyboard to them when it is shown. */
static gboolean
mer_page_focus (GtkWidget       *widget,
                GtkDirectionType direction)
{
  MerPagePrivate *priv = mer_page_private (MER_PAGE (widget));

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return priv->child != NULL && gtk_widget_child_focus (priv->child, direction);
  return mer_children_focus (widget, direction);
}

static void
mer_page_constructed (GObject *object)
{
  MerPage *self = MER_PAGE (object);

  G_OBJECT_CLASS (mer_page_parent_class)->constructed (object);
  if (MER_PAGE_GET_CLASS (self)->decided != MER_ABOUT_OTHER &&
      mer_page_private (self)->session != NULL)
    mer_page_ensure_strip (self);
}

static void
mer_page_add_child (GtkBuildable *buildable,
                    GtkBuilder   *builder,
                    GObject      *child,
                    const char   *type)
{
  if (GTK_IS_WIDGET (child))
    set_child (MER_PAGE (buildable), GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
mer_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = mer_page_add_child;
}

static void
mer_page_dispose (GObject *object)
{
  MerPage        *self = MER_PAGE (object);
  MerPagePrivate *priv = mer_page_private (self);

  g_clear_handle_id (&priv->narrow_idle, g_source_remove);
  set_child (self, NULL);
  g_clear_pointer (&priv->strip, gtk_widget_unparent);
  g_clear_object (&priv->header_start);
  g_clear_object (&priv->header_end);
  g_clear_object (&priv->actions);
  g_clear_object (&priv->session);
  g_clear_object (&priv->settings);
  G_OBJECT_CLASS (mer_page_parent_class)->dispose (object);
}

static void
mer_page_finalize (GObject *object)
{
  MerPagePrivate *priv = mer_page_private (MER_PAGE (object));

  g_free (priv->title);
  g_free (priv->subtitle);
  G_OBJECT_CLASS (mer_page_parent_class)->finalize (object);
}

static void
mer_page_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  MerPagePrivate *priv = mer_page_private (MER_PAGE (object));

  switch (property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_SETTINGS:
      g_value_set_object (value, priv->settings);
      break;
    case PROP_CHILD:
      g_value_set_object (value, priv->child);
      break;
    case PROP_HEADER_START:
      g_value_set_object (value, priv->header_start);
      break;
    case PROP_HEADER_END:
      g_value_set_object (value, priv->header_end);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, priv->subtitle);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, priv->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
take_header (GtkWidget   **slot,
             const GValue *value)
{
  g_clear_object (slot);
  *slot = g_value_get_object (value);
  if (*slot)
    g_object_ref_sink (*slot);
}

static void
mer_page_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  MerPage        *self = MER_PAGE (object);
  MerPagePrivate *priv = mer_page_private (self);

  switch (property_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_SETTINGS:
      priv->settings = g_value_dup_object (value);
      break;
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    case PROP_HEADER_START:
      take_header (&priv->header_start, value);
      break;
    case PROP_HEADER_END:
      take_header (&priv->header_end, value);
      break;
    case PROP_TITLE:
      mer_page_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      mer_page_set_subtitle (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
mer_page_class_init (MerPageClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags plain = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  const GParamFlags once = plain | G_PARAM_CONSTRUCT_ONLY;

  object_class->constructed = mer_page_constructed;
  object_class->dispose = mer_page_dispose;
  object_class->finalize = mer_page_finalize;
  object_class->get_property = mer_page_get_property;
  object_class->set_property = mer_page_set_property;
  widget_class->focus = mer_page_focus;
  widget_class->grab_focus = mer_page_grab_focus;
  widget_class->measure = mer_page_measure;
  widget_class->size_allocate = mer_page_size_allocate;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, MER_TYPE_SESSION, once);
  properties[PROP_SETTINGS] = g_param_spec_object ("settings", NULL, NULL, G_TYPE_SETTINGS, once);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, plain);
  properties[PROP_HEADER_START] =
    g_param_spec_object ("header-start", NULL, NULL, GTK_TYPE_WIDGET, plain);
  properties[PROP_HEADER_END] =
    g_param_spec_object ("header-end", NULL, NULL, GTK_TYPE_WIDGET, plain);
  properties[PROP_TITLE] =
    g_param_spec_string ("title", NULL, NULL, "", plain | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SUBTITLE] =
    g_param_spec_string ("subtitle", NULL, NULL, "", plain | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mer_page_init (MerPage *self)
{
  MerPagePrivate *priv = mer_page_private (self);

  priv->title = g_strdup ("");
  priv->subtitle = g_strdup ("");
  priv->actions = g_simple_action_group_new ();
  mer_page_strip_add_action (self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", G_ACTION_GROUP (priv->actions));
}

MerSession *
mer_page_get_session (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return mer_page_private (self)->session;
}

GSettings *
mer_page_get_settings (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return mer_page_private (self)->settings;
}

static void
replace_text (MerPage    *self,
              char      **text,
              const char *value,
              GParamSpec *pspec)
{
  if (g_strcmp0 (*text, value) == 0)
    return;
  g_free (*text);
  *text = g_strdup (value ? value : "");
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

void
mer_page_set_title (MerPage    *self,
                    const char *title)
{
  g_return_if_fail (MER_IS_PAGE (self));
  replace_text (self, &mer_page_private (self)->title, title, properties[PROP_TITLE]);
}

void
mer_page_set_subtitle (MerPage    *self,
                       const char *subtitle)
{
  g_return_if_fail (MER_IS_PAGE (self));
  replace_text (self, &mer_page_private (self)->subtitle, subtitle, properties[PROP_SUBTITLE]);
}

const char *
mer_page_get_title (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return mer_page_private (self)->title;
}

const char *
mer_page_get_subtitle (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return mer_page_private (self)->subtitle;
}

GtkWidget *
mer_page_get_header_start (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return mer_page_private (self)->header_start;
}

GtkWidget *
mer_page_get_header_end (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return mer_page_private (self)->header_end;
}

gboolean
mer_page_get_narrow (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), FALSE);
  return mer_page_private (self)->narrow;
}

static void
refresh (MerPage *self)
{
  mer_page_private (self)->stale = FALSE;
  if (MER_PAGE_GET_CLASS (self)->refresh != NULL)
    MER_PAGE_GET_CLASS (self)->refresh (self);
}

/**
 * mer_page_refresh:
 * @self: a page
 *
 * What a page shows has changed. One that its stack hides is refreshed when it is shown.
 */
void
mer_page_refresh (MerPage *self)
{
  g_return_if_fail (MER_IS_PAGE (self));
  if (gtk_widget_get_child_visible (GTK_WIDGET (self)))
    refresh (self);
  else
    mer_page_private (self)->stale = TRUE;
}

void
mer_page_enter (MerPage *self)
{
  MerPagePrivate *priv = NULL;

  g_return_if_fail (MER_IS_PAGE (self));
  priv = mer_page_private (self);
  if (priv->stale)
    refresh (self);
  if (priv->strip != NULL)
    mer_decision_strip_update (MER_DECISION_STRIP (priv->strip));
}

/**
 * mer_page_add_actions:
 * @self: a page
 * @entries: (array length=n_entries): its actions, without prefix
 *
 * Callbacks get the page as user data; the page lives longer than its group.
 */
void
mer_page_add_actions (MerPage            *self,
                      const GActionEntry *entries,
                      guint               n_entries)
{
  g_return_if_fail (MER_IS_PAGE (self));
  g_action_map_add_action_entries (G_ACTION_MAP (mer_page_private (self)->actions), entries,
                                   (int) n_entries, self);
}

void
mer_page_set_action_enabled (MerPage    *self,
                             const char *name,
                             gboolean    enabled)
{
  GAction *action = NULL;

  g_return_if_fail (MER_IS_PAGE (self));
  action = g_action_map_lookup_action (G_ACTION_MAP (mer_page_private (self)->actions), name);
  g_return_if_fail (G_IS_SIMPLE_ACTION (action));
  g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

GActionGroup *
mer_page_get_actions (MerPage *self)
{
  g_return_val_if_fail (MER_IS_PAGE (self), NULL);
  return G_ACTION_GROUP (mer_page_private (self)->actions);
}

/**
 * mer_page_bind_table_keys:
 * @self: a page
 * @list: its table
 *
 * The keys of actions on selected rows, in force while the table has the focus.
 */
void
mer_page_bind_table_keys (MerPage   *self,
                          GtkWidget *list)
{
  g_return_if_fail (MER_IS_PAGE (self));
  mer_table_keys_bind (list, G_ACTION_GROUP (mer_page_private (self)->actions), "page.");
}

void
mer_page_show_organization (MerPage *self,
                            gint64   organization_id)
{
  MerPageClass *klass = NULL;

  g_return_if_fail (MER_IS_PAGE (self));
  klass = MER_PAGE_GET_CLASS (self);
  if (klass->show_organization)
    klass->show_organization (self, organization_id);
}

gboolean
mer_page_class_shows (MerPageClass *klass,
                      const char   *kind)
{
  return klass->records != NULL && g_strv_contains (klass->records, kind);
}

void
mer_page_show_record (MerPage    *self,
                      const char *kind,
                      gint64      id)
{
  MerPageClass *klass = NULL;

  g_return_if_fail (MER_IS_PAGE (self));
  klass = MER_PAGE_GET_CLASS (self);
  if (klass->show_record != NULL && mer_page_class_shows (klass, kind))
    klass->show_record (self, kind, id);
}
