/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One comment as a whole. Names that were found in it are underlined, so that a reader sees what
 * would be withheld. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-comment-text.h"
#include "core/mer-person-names.h"
#include "store/mer-block.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-comment-inspector.h"

struct _MerCommentInspector
{
  AdwBin parent_instance;

  /* template children */
  GtkStack      *stack;
  GtkLabel      *heading;
  GtkLabel      *origin;
  GtkLabel      *text;
  GtkLabel      *warning;
  GtkEntry      *theme;
  GtkMenuButton *themes;
  GtkLabel      *hint;
  GtkLabel      *findings;

  /* owned */
  GPtrArray *items; /* of MerCommentItem: that are shown */
  char      *shown; /* the theme that the program put into the entry */
};

G_DEFINE_FINAL_TYPE (MerCommentInspector, mer_comment_inspector, ADW_TYPE_BIN)

static guint theme_typed_signal;

/* --- a theme that is typed ------------------------------------------------------------ */

static void
show_theme (MerCommentInspector *self,
            const char          *theme)
{
  g_free (self->shown);
  self->shown = g_strdup (theme != NULL ? theme : "");
  if (strcmp (gtk_editable_get_text (GTK_EDITABLE (self->theme)), self->shown) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->theme), self->shown);
}

static gboolean
is_typed (MerCommentInspector *self)
{
  return self->items->len > 0 &&
         strcmp (gtk_editable_get_text (GTK_EDITABLE (self->theme)), self->shown) != 0;
}

static gboolean
are_the_same (const GPtrArray *a,
              const GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    {
      const MerCommentEntry *one = mer_comment_item_get (a->pdata[i]);
      const MerCommentEntry *other = mer_comment_item_get (b->pdata[i]);

      same = one->batch_id == other->batch_id && one->row == other->row;
    }
  return same;
}

/* Left without Enter: what was typed is stored as well. */
static void
leave_theme (MerCommentInspector *self)
{
  g_autofree char *typed = NULL;
  g_autoptr (GPtrArray) items = NULL;

  if (!is_typed (self))
    return;
  typed = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->theme)));
  items = g_ptr_array_ref (self->items);
  show_theme (self, typed);
  g_signal_emit (self, theme_typed_signal, 0, items, typed);
}

static gboolean
theme_key_cb (MerCommentInspector *self,
              guint                key)
{
  if (key != GDK_KEY_Escape || !is_typed (self))
    return GDK_EVENT_PROPAGATE;
  gtk_editable_set_text (GTK_EDITABLE (self->theme), self->shown);
  return GDK_EVENT_STOP;
}

static void
theme_activate_cb (MerCommentInspector *self)
{
  /* it is stored now, and not once more when the keyboard leaves */
  show_theme (self, gtk_editable_get_text (GTK_EDITABLE (self->theme)));
  gtk_widget_activate_action (GTK_WIDGET (self), "view.theme", "s",
                              gtk_editable_get_text (GTK_EDITABLE (self->theme)));
}

/* --- what it says ------------------------------------------------------------------- */

static void
append_part (GString    *text,
             const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
date_text (const MerCommentEntry *entry)
{
  g_autoptr (GDateTime) time = NULL;

  if (entry->time == MER_BLOCK_NO_TIME)
    return NULL;
  time = g_date_time_new_from_unix_utc (entry->time);
  if (time == NULL)
    return NULL;
  return g_date_time_format (time, entry->has_time_of_day ? "%d.%m.%Y %-H:%M" : "%d.%m.%Y");
}

static const char *
file_name_of (MerResults *results,
              gint64      batch_id)
{
  const MerBatch *batch = results != NULL ? mer_batch_find (results->batches, batch_id) : NULL;

  return batch != NULL ? batch->file_name : NULL;
}

/* «14.10.2024 11:00 · Анкеты 2024.csv, строка 115» */
static char *
origin_text (const MerCommentEntry *entry,
             MerResults            *results)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *date = date_text (entry);
  const char      *file = file_name_of (results, entry->batch_id);
  g_autofree char *row = g_strdup_printf ("%" G_GINT64_FORMAT, entry->row);
  g_autofree char *place = NULL;

  append_part (text, date);
  if (entry->typed_in)
    /* Translators: a questionnaire on paper, its number in the stack. */
    place = g_strdup_printf (_("on paper, no. %s"), row);
  else if (file != NULL)
    /* Translators: a file, a row in it. */
    place = g_strdup_printf (_("%s, row %s"), file, row);
  append_part (text, place);
  return g_string_free (text, FALSE);
}

static void
underline_names (MerCommentInspector   *self,
                 const MerCommentEntry *entry)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (MerTextRange));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  mer_comment_names_person (entry->text, ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const MerTextRange *range = &g_array_index (ranges, MerTextRange, i);
      PangoAttribute     *attribute = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

      attribute->start_index = (guint) range->start;
      attribute->end_index = (guint) range->end;
      pango_attr_list_insert (attributes, attribute);
    }
  gtk_label_set_attributes (self->text, attributes);
}

static const char *
warning_of (MerComments           *comments,
            const MerCommentEntry *entry)
{
  switch (mer_comments_state (comments, entry))
    {
    case MER_COMMENT_HIDDEN:
      return _("Hidden: it stands in no table and no document.");
    case MER_COMMENT_OPEN:
      return entry->names_person ? _("It stands in tables and documents as it was written.") : NULL;
    case MER_COMMENT_MASKED:
    default:
      return entry->names_person ? _("A person seems to be named: in tables and documents the "
                                     "underlined words are withheld.")
                                 : NULL;
    }
}

static void
set_or_hide (GtkLabel   *label,
             const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static char *
findings_text (MerComments           *comments,
               const MerCommentEntry *entry)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < comments->findings->len; i++)
    {
      const MerFinding *finding = g_ptr_array_index (comments->findings, i);
      g_autofree char  *line = NULL;

      if (finding->batch_id != entry->batch_id || finding->row != entry->row)
        continue;
      if (finding->kind == MER_FINDING_FINDING)
        line = g_strdup_printf (_("Finding: %s"), finding->text);
      else
        line = g_strdup_printf (_("Proposal: %s"), finding->text);
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
    }
  return g_string_free (text, FALSE);
}

/* «Похоже на: питание. Клавиши …» */
static char *
hint_text (MerComments           *comments,
           const MerCommentEntry *entry)
{
  const char *keys = _("Keys 1 to 9 give a theme, 0 takes it away.");
  int         theme = -1;

  if (entry != NULL && !entry->says_nothing && mer_comments_theme (comments, entry) == NULL)
    theme = mer_comment_suggest_theme (entry->text);
  if (theme < 0)
    return g_strdup (keys);
  /* Translators: a theme, what keys do. */
  return g_strdup_printf (_("It looks like: %s. %s"),
                             mer_theme_title (mer_language_of_locale (), (MerTheme) theme), keys);
}

static void
fill_themes (MerCommentInspector *self,
             MerComments         *comments)
{
  g_autoptr (GPtrArray) themes = mer_comments_themes (comments, mer_language_of_locale ());
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < themes->len; i++)
    {
      const char      *theme = g_ptr_array_index (themes, i);
      g_autofree char *label = i < MER_N_THEMES ? g_strdup_printf ("%u. %s", i + 1, theme)
                                                : g_strdup (theme);
      g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

      g_menu_item_set_action_and_target (item, "view.theme", "s", theme);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->themes, G_MENU_MODEL (menu));
}

static void
show_one (MerCommentInspector *self,
          MerCommentItem      *item,
          MerResults          *results,
          gboolean             keep_theme)
{
  MerComments           *comments = mer_comment_item_get_comments (item);
  const MerCommentEntry *entry = mer_comment_item_get (item);
  const char            *name = mer_comments_organization (comments, entry->organization_id);
  const char            *theme = mer_comments_theme (comments, entry);
  g_autofree char       *origin = origin_text (entry, results);
  g_autofree char       *findings = findings_text (comments, entry);
  g_autofree char       *hint = hint_text (comments, entry);

  gtk_label_set_label (self->heading, *name != '\0' ? name : _("Unknown organization"));
  set_or_hide (self->origin, origin);
  set_or_hide (self->text, entry->text);
  underline_names (self, entry);
  set_or_hide (self->warning, warning_of (comments, entry));
  if (!keep_theme)
    show_theme (self, theme);
  gtk_label_set_label (self->hint, hint);
  set_or_hide (self->findings, findings);
}

static void
show_many (MerCommentInspector *self,
           MerComments         *comments,
           guint                n,
           gboolean             keep_theme)
{
  g_autofree char *count = mer_format_count (mer_language_of_locale (), n);
  g_autofree char *heading =
    g_strdup_printf (ngettext ("%s comment selected", "%s comments selected", n), count);
  g_autofree char *hint = hint_text (comments, NULL);

  gtk_label_set_label (self->heading, heading);
  set_or_hide (self->origin, NULL);
  set_or_hide (self->text, NULL);
  set_or_hide (self->warning, NULL);
  set_or_hide (self->findings, NULL);
  if (!keep_theme)
    show_theme (self, NULL);
  gtk_label_set_label (self->hint, hint);
}

void
mer_comment_inspector_show (MerCommentInspector *self,
                            GPtrArray           *items,
                            MerResults          *results)
{
  gboolean        keep_theme = FALSE;
  MerCommentItem *item = items->len > 0 ? g_ptr_array_index (items, 0) : NULL;

  g_return_if_fail (MER_IS_COMMENT_INSPECTOR (self));
  keep_theme = is_typed (self) && are_the_same (self->items, items);
  if (!keep_theme)
    leave_theme (self);
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_ref (items);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "some" : "none");
  if (item == NULL)
    {
      show_theme (self, NULL);
      return;
    }
  fill_themes (self, mer_comment_item_get_comments (item));
  if (items->len == 1)
    show_one (self, item, results, keep_theme);
  else
    show_many (self, mer_comment_item_get_comments (item), items->len, keep_theme);
}

void
mer_comment_inspector_edit_theme (MerCommentInspector *self)
{
  g_return_if_fail (MER_IS_COMMENT_INSPECTOR (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->theme));
}

/* --- the object ------------------------------------------------------------------------ */

static void
mer_comment_inspector_dispose (GObject *object)
{
  /* the bin would let go of it once more */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_COMMENT_INSPECTOR);
  G_OBJECT_CLASS (mer_comment_inspector_parent_class)->dispose (object);
}

static void
mer_comment_inspector_finalize (GObject *object)
{
  MerCommentInspector *self = MER_COMMENT_INSPECTOR (object);

  g_ptr_array_unref (self->items);
  g_free (self->shown);
  G_OBJECT_CLASS (mer_comment_inspector_parent_class)->finalize (object);
}

static void
mer_comment_inspector_class_init (MerCommentInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_comment_inspector_dispose;
  G_OBJECT_CLASS (klass)->finalize = mer_comment_inspector_finalize;
  theme_typed_signal =
    g_signal_new ("theme-typed", MER_TYPE_COMMENT_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_PTR_ARRAY, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-comment-inspector.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, heading);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, origin);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, text);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, warning);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, theme);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, themes);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, hint);
  gtk_widget_class_bind_template_child (widget_class, MerCommentInspector, findings);
  gtk_widget_class_bind_template_callback (widget_class, theme_activate_cb);
}

static void
mer_comment_inspector_init (MerCommentInspector *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->items = g_ptr_array_new ();
  self->shown = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  /* of the whole pane: its list of themes is a part of choosing one */
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_theme), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (theme_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->theme), keys);
}
