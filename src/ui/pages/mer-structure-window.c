/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who answered: the structure of the sample of the cycle, a kind or an organization, as a table
 * with a bar beside each share. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "store/mer-profile-store.h"
#include "ui/mer-kind-label.h"
#include "ui/pages/mer-data-comments-private.h"

#define BAR_WIDTH 160

/* Whose respondents: one organization, one kind, or all. */
typedef struct
{
  gint64 organization_id; /* 0: see `kind` */
  int    kind;            /* −1: all */
} Scope;

typedef struct
{
  GtkWindow *window;        /* borrowed: it owns this */
  GtkWidget *body;          /* borrowed */
  GPtrArray *counts;        /* of MerProfileCount */
  GPtrArray *organizations; /* of MerOrganization: those with respondents */
  GArray    *scopes;        /* of Scope, as in the drop-down */
} Structure;

static void
structure_free (gpointer data)
{
  Structure *self = data;

  g_ptr_array_unref (self->counts);
  g_ptr_array_unref (self->organizations);
  g_array_unref (self->scopes);
  g_free (self);
}

typedef struct
{
  const Structure *structure;
  Scope            scope;
} Filter;

static gboolean
is_in_scope_cb (gint64   organization_id,
                gpointer user_data)
{
  const Filter *filter = user_data;

  if (filter->scope.organization_id != 0)
    return filter->scope.organization_id == organization_id;
  if (filter->scope.kind < 0)
    return TRUE;
  for (guint i = 0; i < filter->structure->organizations->len; i++)
    {
      const MerOrganization *organization =
        g_ptr_array_index (filter->structure->organizations, i);

      if (organization->id == organization_id)
        return (int) organization->kind == filter->scope.kind;
    }
  return FALSE;
}

/* --- the table -------------------------------------------------------------------------- */

static GtkWidget *
make_label (const char *text,
            float       xalign,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_heading (GtkGrid              *grid,
             int                   row,
             const MerSampleShare *share)
{
  MerLanguage      language = mer_language_of_locale ();
  g_autofree char *base = mer_format_count (language, share->base);
  /* Translators: a question about the respondents, how many answered it. */
  g_autofree char *text = g_strdup_printf (_("%s (answered: %s)"),
                                              mer_profile_field_title (language, share->field),
                                              base);
  GtkWidget       *label = make_label (text, 0, "mer-section");

  gtk_widget_set_margin_top (label, row > 0 ? 16 : 0);
  gtk_grid_attach (grid, label, 0, row, 4, 1);
}

static void
add_share (GtkGrid              *grid,
           int                   row,
           const MerSampleShare *share)
{
  MerLanguage language = mer_language_of_locale ();
  g_auto (MerRational) percent = mer_sample_share_percent (share);
  g_autofree char *n = mer_format_count (language, share->n);
  g_autofree char *figure = mer_format_rational (language, &percent, 1);
  /* Translators: a percentage; the space is a no-break space. */
  g_autofree char *shown = g_strdup_printf (_("%s %%"), figure);
  const char      *title = mer_profile_value_title (language, share->field, share->value);
  GtkWidget       *label = make_label (title, 0, NULL);
  GtkWidget       *bar = gtk_progress_bar_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), mer_rational_to_double (&percent) / 100);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, BAR_WIDTH, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, shown, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, bar, 1, row, 1, 1);
  gtk_grid_attach (grid, make_label (n, 1, NULL), 2, row, 1, 1);
  gtk_grid_attach (grid, make_label (shown, 1, NULL), 3, row, 1, 1);
}

static GtkWidget *
make_grid (const GArray *shares)
{
  GtkGrid    *grid = GTK_GRID (gtk_grid_new ());
  const char *field = NULL;
  int         row = 0;

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 4);
  gtk_widget_add_css_class (GTK_WIDGET (grid), "numeric");
  for (guint i = 0; i < shares->len; i++)
    {
      const MerSampleShare *share = &g_array_index (shares, MerSampleShare, i);

      if (field == NULL || strcmp (field, share->field) != 0)
        add_heading (grid, row++, share);
      field = share->field;
      add_share (grid, row++, share);
    }
  return GTK_WIDGET (grid);
}

static void
scope_changed_cb (GtkDropDown *drop_down,
                  GParamSpec  *pspec,
                  Structure   *self)
{
  guint  selected = gtk_drop_down_get_selected (drop_down);
  Filter filter = { self, { 0, -1 } };
  g_autoptr (GArray) shares = NULL;
  GtkWidget *grid = NULL;

  if (selected < self->scopes->len)
    filter.scope = g_array_index (self->scopes, Scope, selected);
  shares = mer_sample_structure (self->counts, is_in_scope_cb, &filter);
  grid = shares->len > 0 ? make_grid (shares)
                         : make_label (_("Nobody has told of themselves."), 0, "mer-secondary");
  gtk_widget_set_margin_start (grid, 24);
  gtk_widget_set_margin_end (grid, 24);
  gtk_widget_set_margin_top (grid, 16);
  gtk_widget_set_margin_bottom (grid, 24);
  gtk_widget_set_valign (grid, GTK_ALIGN_START);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->body), grid);
}

/* --- what can be chosen ----------------------------------------------------------------- */

static void
add_scope (Structure     *self,
           GtkStringList *titles,
           const char    *title,
           gint64         organization_id,
           int            kind)
{
  Scope scope = { organization_id, kind };

  gtk_string_list_append (titles, title);
  g_array_append_val (self->scopes, scope);
}

static GtkStringList *
list_scopes (Structure *self)
{
  GtkStringList *titles = gtk_string_list_new (NULL);
  gboolean       kinds[MER_N_ORGANIZATION_KINDS] = { FALSE };

  add_scope (self, titles, _("All organizations"), 0, -1);
  for (guint i = 0; i < self->organizations->len; i++)
    kinds[((MerOrganization *) g_ptr_array_index (self->organizations, i))->kind] = TRUE;
  for (int kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    if (kinds[kind])
      add_scope (self, titles, mer_kind_label ((MerOrganizationKind) kind), 0, kind);
  for (guint i = 0; i < self->organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (self->organizations, i);

      add_scope (self, titles, organization->name, organization->id, -1);
    }
  return titles;
}

/* Takes away organizations of which nothing is known. */
static void
keep_answered (Structure *self)
{
  g_autoptr (GHashTable) answered = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->counts->len; i++)
    {
      MerProfileCount *count = g_ptr_array_index (self->counts, i);

      g_hash_table_add (answered, &count->organization_id);
    }
  for (guint i = self->organizations->len; i > 0; i--)
    {
      const MerOrganization *organization = g_ptr_array_index (self->organizations, i - 1);

      if (!g_hash_table_contains (answered, &organization->id))
        g_ptr_array_remove_index (self->organizations, i - 1);
    }
}

static GtkWidget *
make_drop_down (Structure *self)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget     *drop_down = gtk_drop_down_new (G_LIST_MODEL (list_scopes (self)), expression);

  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop_down), TRUE);
  gtk_widget_set_margin_start (drop_down, 24);
  gtk_widget_set_margin_end (drop_down, 24);
  gtk_widget_set_margin_top (drop_down, 16);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Whose respondents"), -1);
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (scope_changed_cb), self);
  return drop_down;
}

static GtkWidget *
make_content (Structure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *drop_down = make_drop_down (self);

  self->body = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->body), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->body), FALSE);
  gtk_widget_set_focusable (self->body, FALSE);
  gtk_widget_set_vexpand (self->body, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_box_append (GTK_BOX (box), self->body);
  scope_changed_cb (GTK_DROP_DOWN (drop_down), NULL, self);
  return box;
}

/* The table takes no focus, so that keys scroll it from anywhere in the window. */
static gboolean
scroll_cb (Structure *self,
           guint      key)
{
  GtkAdjustment *adjustment =
    gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->body));
  double page = gtk_adjustment_get_page_increment (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  if (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)
    gtk_adjustment_set_value (adjustment, value + page);
  else if (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up)
    gtk_adjustment_set_value (adjustment, value - page);
  else if (key == GDK_KEY_Home || key == GDK_KEY_KP_Home)
    gtk_adjustment_set_value (adjustment, 0);
  else if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
scroll_by_keys (Structure *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->window), keys);
}

static void
close_on_escape (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

/**
 * mer_structure_window_present:
 * @parent: (nullable): the window that asks
 * @session: whose cycle
 */
void
mer_structure_window_present (GtkWindow  *parent,
                              MerSession *session)
{
  MerDocument *document = mer_session_get_document (session);
  MerResults  *results = mer_session_get_results (session);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  Structure *self = NULL;
  GtkWidget *window = NULL;

  if (results == NULL)
    return;
  counts = mer_store_profile (document, results->cycle->id, &error);
  organizations = counts != NULL ? mer_store_organizations (document, &error) : NULL;
  if (organizations == NULL)
    {
      mer_session_fail (session, _("The structure of the sample cannot be read"), error);
      return;
    }
  self = g_new0 (Structure, 1);
  self->counts = g_steal_pointer (&counts);
  self->organizations = g_steal_pointer (&organizations);
  self->scopes = g_array_new (FALSE, FALSE, sizeof (Scope));
  keep_answered (self);
  window = adw_window_new ();
  self->window = GTK_WINDOW (window);
  g_object_set_data_full (G_OBJECT (window), "mer-structure", self, structure_free);
  gtk_window_set_title (GTK_WINDOW (window), _("Structure of the sample"));
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 600);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_window_set_content (ADW_WINDOW (window), make_content (self));
  close_on_escape (GTK_WINDOW (window));
  scroll_by_keys (self);
  gtk_window_present (GTK_WINDOW (window));
}
