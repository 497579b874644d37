/* SPDX-License-Identifier: GPL-3.0-or-later */

/* High contrast where the desktop has no switch for it: the style that the toolkit would take
 * then, laid over the usual one. The toolkit itself only follows the desktop. */

#include "config.h"

#include <adwaita.h>

#include "ui/widgets/mer-contrast.h"

struct _MerContrast
{
  GObject parent_instance;

  AdwStyleManager *manager; /* the toolkit's own, lives as long as the program */
  gboolean         wanted;
  gboolean         high; /* what was notified last */
  GPtrArray       *providers;
};

G_DEFINE_FINAL_TYPE (MerContrast, mer_contrast, G_TYPE_OBJECT)

enum
{
  PROP_HIGH = 1,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

/* The toolkit's, just above its usual one, and the program's own above its own. */
static const struct
{
  const char *path;
  guint       priority;
} styles[] = {
  { "/org/gnome/Adwaita/styles/base-hc.css", GTK_STYLE_PROVIDER_PRIORITY_THEME + 1 },
  { "/io/github/merilo/Merilo/style-hc.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 },
};

static void
add_styles (MerContrast *self,
            GdkDisplay  *display)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      GtkCssProvider *provider = NULL;

      /* another version of the toolkit may keep it elsewhere */
      if (!g_resources_get_info (styles[i].path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL, NULL, NULL))
        continue;
      provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (provider, styles[i].path);
      gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                                  styles[i].priority);
      g_ptr_array_add (self->providers, provider);
    }
}

static void
remove_styles (MerContrast *self,
               GdkDisplay  *display)
{
  for (guint i = 0; i < self->providers->len; i++)
    gtk_style_context_remove_provider_for_display (display,
                                                   g_ptr_array_index (self->providers, i));
  g_ptr_array_set_size (self->providers, 0);
}

static void
update_contrast (MerContrast *self)
{
  GdkDisplay *display = gdk_display_get_default ();
  gboolean    by_desktop = adw_style_manager_get_high_contrast (self->manager);
  gboolean    own = self->wanted && !by_desktop && display != NULL;

  if (own && self->providers->len == 0)
    add_styles (self, display);
  else if (!own && self->providers->len > 0 && display != NULL)
    remove_styles (self, display);
  if (self->high == (self->wanted || by_desktop))
    return;
  self->high = !self->high;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGH]);
}

gboolean
mer_contrast_is_high (MerContrast *self)
{
  g_return_val_if_fail (MER_IS_CONTRAST (self), FALSE);
  return self->high;
}

void
mer_contrast_set_wanted (MerContrast *self,
                         gboolean     wanted)
{
  g_return_if_fail (MER_IS_CONTRAST (self));
  self->wanted = wanted;
  update_contrast (self);
}

static void
mer_contrast_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  if (property_id == PROP_HIGH)
    g_value_set_boolean (value, MER_CONTRAST (object)->high);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
mer_contrast_finalize (GObject *object)
{
  g_ptr_array_unref (MER_CONTRAST (object)->providers);
  G_OBJECT_CLASS (mer_contrast_parent_class)->finalize (object);
}

static void
mer_contrast_class_init (MerContrastClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = mer_contrast_get_property;
  object_class->finalize = mer_contrast_finalize;
  properties[PROP_HIGH] = g_param_spec_boolean ("high", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
mer_contrast_init (MerContrast *self)
{
  self->providers = g_ptr_array_new_with_free_func (g_object_unref);
  self->manager = adw_style_manager_get_default ();
  self->high = adw_style_manager_get_high_contrast (self->manager);
  g_signal_connect_object (self->manager, "notify::high-contrast", G_CALLBACK (update_contrast),
                           self, G_CONNECT_SWAPPED);
}

/**
 * mer_contrast_get_default:
 *
 * Returns: (transfer none): the one of the program, for its default display
 */
MerContrast *
mer_contrast_get_default (void)
{
  static MerContrast *contrast = NULL;

  if (contrast == NULL)
    contrast = g_object_new (MER_TYPE_CONTRAST, NULL);
  return contrast;
}
