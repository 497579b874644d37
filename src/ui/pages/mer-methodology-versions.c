/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of editions. What an edition changed is compared when its row is opened: editions are
 * few, but each is a whole methodology. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-rules-versions.h"
#include "store/mer-draft-store.h"
#include "store/mer-registry-store.h"
#include "ui/mer-text-scale.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-methodology-findings.h"
#include "ui/pages/mer-methodology-versions.h"
#include "ui/widgets/mer-decision-strip.h"

#define WIDTH 640
#define HEIGHT 520

struct _MerMethodologyVersions
{
  AdwWindow parent_instance;

  GtkListBox *list; /* template child */

  MerMethodologyEditing *editing; /* owned */
};

G_DEFINE_FINAL_TYPE (MerMethodologyVersions, mer_methodology_versions, ADW_TYPE_WINDOW)

static MerDocument *
document_of (MerMethodologyVersions *self)
{
  return mer_session_get_document (mer_methodology_editing_get_session (self->editing));
}

/* --- words ------------------------------------------------------------------------------- */

static char *
day_text (gint64 when)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (when);

  return time != NULL ? g_date_time_format (time, "%d.%m.%Y %-H:%M") : g_strdup ("");
}

/* «НОКО 2024, НОКО 2023»: the cycles that a version is of. */
static char *
cycles_text (MerMethodologyVersions *self,
             gint64                  id)
{
  g_autoptr (GPtrArray) cycles = mer_store_cycles (document_of (self), NULL);
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; cycles != NULL && i < cycles->len; i++)
    {
      const MerCycle *cycle = cycles->pdata[i];

      if (cycle->methodology_id == id)
        g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", cycle->title);
    }
  return g_strdup (out->str);
}

/* `format` has one place for a text; nothing is said of what is not known. */
static void
append_line (GString    *out,
             const char *format,
             const char *text)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  line = g_strdup_printf (format, text);
#pragma GCC diagnostic pop
  g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", line);
}

static char *
subtitle_text (MerMethodologyVersions *self,
               const MerRulesVersion  *version)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autofree char *day = day_text (version->added_at);
  g_autofree char *cycles = cycles_text (self, version->id);

  append_line (out, _("Made on %s"), day);
  append_line (out, _("Reason: %s"), version->reason);
  append_line (out, _("Decision: %s"), version->decision);
  append_line (out, _("In force: %s"), cycles);
  return g_strdup (out->str);
}

/* --- rows -------------------------------------------------------------------------------- */

static GtkWidget *
text_row (const char *title,
          const char *subtitle)
{
  GtkWidget       *row = adw_action_row_new ();
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), safe_subtitle);
  return row;
}

static void
add_change (AdwExpanderRow                 *row,
            const MerMethodology           *ours,
            const MerMethodology           *base,
            const MerMethodologyDifference *change)
{
  g_autofree char *name = mer_methodology_difference_name (ours, base, change);
  g_autofree char *text = mer_methodology_difference_text (ours, base, change);

  adw_expander_row_add_row (row, text_row (name, text));
}

static void
fill_changes (MerMethodologyVersions *self,
              AdwExpanderRow         *row,
              gint64                  id,
              gint64                  base_id)
{
  g_autoptr (MerMethodology) ours = mer_store_methodology (document_of (self), id, NULL);
  g_autoptr (MerMethodology) base = mer_store_methodology (document_of (self), base_id, NULL);
  g_autoptr (GPtrArray) differences = NULL;

  if (ours == NULL || base == NULL)
    return;
  differences = mer_methodology_differences (ours, base);
  for (guint i = 0; i < differences->len; i++)
    add_change (row, ours, base, differences->pdata[i]);
  if (differences->len == 0)
    adw_expander_row_add_row (row, text_row (_("Nothing was changed"), ""));
}

static void
expanded_cb (AdwExpanderRow         *row,
             GParamSpec             *pspec,
             MerMethodologyVersions *self)
{
  gint64 *ids = g_object_get_data (G_OBJECT (row), "ids");

  if (!adw_expander_row_get_expanded (row) || ids[2] != 0)
    return;
  ids[2] = 1; /* filled */
  fill_changes (self, row, ids[0], ids[1]);
}

/* A way to what the council decided about the version. */
static GtkWidget *
decisions_of (MerMethodologyVersions *self,
              const MerRulesVersion  *version)
{
  GtkWidget *strip =
    mer_decision_strip_new (mer_methodology_editing_get_session (self->editing), MER_ABOUT_OTHER,
                            MER_ABOUT_OTHER);

  mer_decision_strip_show_title (MER_DECISION_STRIP (strip), FALSE);
  mer_decision_strip_look_at (MER_DECISION_STRIP (strip), "methodology", version->id);
  gtk_widget_set_valign (strip, GTK_ALIGN_CENTER);
  return strip;
}

static GtkWidget *
version_row (MerMethodologyVersions *self,
             const MerRulesVersion  *version,
             const char             *title)
{
  g_autofree char *subtitle = subtitle_text (self, version);
  g_autofree char *safe_title = g_markup_escape_text (title, -1);
  g_autofree char *safe_subtitle = g_markup_escape_text (subtitle, -1);
  const gint64     ids[3] = { version->id, version->base_id, 0 };
  GtkWidget       *decisions = decisions_of (self, version);
  GtkWidget       *row = NULL;

  if (version->base_id == 0)
    {
      row = text_row (title, subtitle);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), decisions);
      g_object_set_data_full (G_OBJECT (row), "ids", g_memdup2 (ids, sizeof ids), g_free);
      return row;
    }
  row = adw_expander_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), safe_title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), safe_subtitle);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), decisions);
  g_object_set_data_full (G_OBJECT (row), "ids", g_memdup2 (ids, sizeof ids), g_free);
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, 0);
  return row;
}

/* The newest first. */
static void
fill (MerMethodologyVersions *self)
{
  g_autoptr (GPtrArray) versions = mer_store_versions (document_of (self), NULL);

  for (guint i = versions != NULL ? versions->len : 0; i > 0; i--)
    {
      const MerRulesVersion *version = versions->pdata[i - 1];
      g_autofree char       *title =
        mer_rules_version_words (document_of (self), versions, version->id);

      if (title != NULL)
        gtk_list_box_append (self->list, version_row (self, version, title));
    }
}

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_versions_dispose (GObject *object)
{
  MerMethodologyVersions *self = MER_METHODOLOGY_VERSIONS (object);

  g_clear_object (&self->editing);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_METHODOLOGY_VERSIONS);
  G_OBJECT_CLASS (mer_methodology_versions_parent_class)->dispose (object);
}

static void
mer_methodology_versions_class_init (MerMethodologyVersionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_versions_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-methodology-versions.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerMethodologyVersions, list);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
mer_methodology_versions_init (MerMethodologyVersions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * mer_methodology_versions_present:
 * @parent: the window that asks
 * @editing: the rules
 *
 * Returns: (transfer none): the list
 */
MerMethodologyVersions *
mer_methodology_versions_present (GtkWindow             *parent,
                                  MerMethodologyEditing *editing)
{
  MerMethodologyVersions *self =
    g_object_new (MER_TYPE_METHODOLOGY_VERSIONS, "transient-for", parent, NULL);

  self->editing = g_object_ref (editing);
  fill (self);
  mer_text_scale_window (GTK_WINDOW (self), WIDTH, HEIGHT);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

void
mer_methodology_versions_show (MerMethodologyVersions *self,
                               gint64                  id)
{
  g_return_if_fail (MER_IS_METHODOLOGY_VERSIONS (self));
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      const gint64 *ids = g_object_get_data (G_OBJECT (row), "ids");

      if (ids == NULL || ids[0] != id)
        continue;
      if (ADW_IS_EXPANDER_ROW (row))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
      return;
    }
}
