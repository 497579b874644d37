/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of plan items. A field is stored when it is left or Enter is pressed; what is wrong with
 * it stands below it, and nothing is stored then. Only the field is set, in items as the document
 * has them by then: books come late, and what they say of other fields may be old. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "core/mer-day.h"
#include "core/mer-language.h"
#include "core/mer-period.h"
#include "ui/mer-error-presenter.h"
#include "ui/pages/mer-plan-inspector-private.h"
#include "ui/widgets/mer-own-undo.h"

#define TEXT_WIDTH 248
#define TEXT_LEAST 34
#define TEXT_MOST 220

void
mer_plan_fields_forget (MerPlanInspector *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    ((MerPlanField *) self->fields->pdata[i])->inspector = NULL;
  g_ptr_array_set_size (self->fields, 0);
}

static void
field_free (gpointer data)
{
  g_free (((MerPlanField *) data)->shown);
  g_free (data);
}

/* --- what stands there ------------------------------------------------------------------------ */

void
mer_plan_field_note (MerPlanField *field,
                     const char   *text,
                     gboolean      wrong)
{
  gtk_label_set_text (field->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (field->note), text != NULL && *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (field->note), "mer-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (field->note), "mer-warning");
}

char *
mer_plan_field_get (MerPlanField *field)
{
  if (GTK_IS_TEXT_VIEW (field->widget))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget));
      GtkTextIter    start, end;
      char          *text = NULL;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
      return g_strstrip (text);
    }
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field->widget))));
}

/* The keyboard may be there: what is typed next goes on behind it. */
static void
put (MerPlanField *field,
     const char   *text)
{
  if (GTK_IS_TEXT_VIEW (field->widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)), text, -1);
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
      if (gtk_widget_get_state_flags (field->widget) & GTK_STATE_FLAG_FOCUS_WITHIN)
        gtk_editable_set_position (GTK_EDITABLE (field->widget), -1);
    }
  mer_own_undo_forget (field->widget);
}

/* «понято как 01.08–30.09.2025» */
static char *
understood_words (MerPlanField *field,
                  gboolean     *wrong)
{
  MerLanguage language = mer_language_of_locale ();
  g_autoptr (MerPeriod) period = NULL;
  g_autofree char *understood = NULL;
  char            *problem = NULL;

  if (field->shown == NULL || *field->shown == '\0' || field->inspector->book == NULL ||
      !g_str_equal (field->field->key, "deadline"))
    return NULL;
  period = mer_period_parse (field->shown, field->inspector->book->facts.cycle->year);
  problem = mer_period_describe_problem (period, field->shown, language);
  *wrong = problem != NULL;
  if (problem != NULL)
    return problem;
  understood = mer_period_understood (period, language);
  if (mer_plan_has_unknown_event (period))
    /* Translators: %s is how the deadline of an item was understood: “after the event: …”. */
    return g_strdup_printf (_("%s. The event is not known to the plan: the item has no day and is "
                              "never overdue."),
                               understood);
  /* Translators: how a deadline was understood: «understood as 01.08–30.09.2025». */
  return g_strdup_printf (_("understood as %s"), understood);
}

/* The line below tells nothing but how the stored value was understood. */
static void
show_understood (MerPlanField *field)
{
  gboolean         wrong = FALSE;
  g_autofree char *words = understood_words (field, &wrong);

  mer_plan_field_note (field, words, wrong);
}

/* --- storing --------------------------------------------------------------------------------- */

typedef struct
{
  MerPlanField *field;
  const char   *text;
  gboolean      closes; /* what was asked for as evidence closes the items */
  GArray       *ids;
  GPtrArray    *items; /* of MerPlanItem, as they were stored */
  guint         n_versions;
} Change;

static void
close_item (MerPlanItem *item)
{
  item->state = MER_PLAN_ITEM_DONE;
  if (item->done_on == NULL)
    item->done_on = mer_today ();
}

/* Items as they are in the document now, which the shown book may not know yet, with the field
 * set. */
static gboolean
save_items (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  Change *change = user_data;

  for (guint i = 0; i < change->ids->len; i++)
    {
      MerPlanItem *item = mer_store_record (document, &mer_record_plan_item,
                                            g_array_index (change->ids, gint64, i), error);

      if (item == NULL)
        return FALSE;
      g_ptr_array_add (change->items, item);
      if (!mer_record_from_string (item, change->field->field, change->text, error))
        return FALSE;
      if (change->closes)
        close_item (item);
      if (!mer_record_check (item, error))
        return FALSE;
    }
  return mer_plans_save_items (document, change->items, &change->n_versions, error);
}

/* Ids of the selected items: (transfer full). */
static GArray *
selected_items (MerPlanInspector *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < self->nodes->len; i++)
    {
      MerPlanNode *node = self->nodes->pdata[i];
      gint64       id = 0;

      if (node->kind != MER_PLAN_NODE_LINE)
        continue;
      id = mer_plan_inspector_newest (self, node->line->item->record.id);
      g_array_append_val (ids, id);
    }
  return ids;
}

static char *
done_words (guint n,
            guint n_versions)
{
  if (n_versions > 0)
    return g_strdup (ngettext ("The approved plan got a new version",
                               "The approved plans got new versions", n_versions));
  return n > 1 ? g_strdup_printf (ngettext ("%u item was changed", "%u items were changed", n), n)
               : NULL;
}

static void
remember_moved (MerPlanInspector *self,
                const Change     *change)
{
  for (guint i = 0; i < change->ids->len; i++)
    {
      gint64 before = g_array_index (change->ids, gint64, i);
      gint64 after = ((const MerPlanItem *) change->items->pdata[i])->record.id;

      if (after != before)
        g_hash_table_insert (self->moved, GSIZE_TO_POINTER ((gsize) before),
                             GSIZE_TO_POINTER ((gsize) after));
    }
}

static void
show_stored (MerPlanField *field,
             const char   *text)
{
  g_free (field->shown);
  field->shown = g_strdup (text);
  field->refused = FALSE;
  mer_own_undo_forget (field->widget);
  show_understood (field);
}

static void
show_refused (MerPlanField *field,
              const GError *error)
{
  g_autofree char *sentence = mer_error_describe (error);

  field->refused = TRUE;
  mer_plan_field_note (field, sentence, TRUE);
}

static void
store (MerPlanField *field,
       const char   *text)
{
  g_autoptr (MerPlanInspector) self = g_object_ref (field->inspector);
  g_autoptr (GtkWidget) keep = g_object_ref (field->widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = selected_items (self);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (mer_record_free);
  g_autofree char *done = NULL;
  gboolean         evidence = g_str_equal (field->field->key, "evidence");
  Change           change = { field, text, self->done_pending && evidence && *text != '\0', ids,
                              items, 0 };

  if (ids->len == 0)
    return;
  if (evidence)
    self->done_pending = FALSE;
  if (!mer_session_try (self->session, _("Change of a plan"), NULL, save_items, &change, &error))
    {
      show_refused (field, error);
      return;
    }
  remember_moved (self, &change);
  show_stored (field, text);
  done = done_words (items->len, change.n_versions);
  if (done != NULL)
    mer_session_tell (self->session, done, TRUE);
}

void
mer_plan_field_commit (MerPlanField *field)
{
  g_autofree char *text = mer_plan_field_get (field);

  if (field->inspector == NULL || field->inspector->filling)
    return;
  if (g_strcmp0 (text, field->shown) != 0)
    store (field, text);
  else if (field->refused)
    show_stored (field, text); /* it was put back by hand */
}

static void
activate_cb (MerPlanField *field)
{
  mer_plan_field_commit (field);
}

/* Whoever goes on without naming what shows that it was done does not close the item. */
static void
forget_question (MerPlanField *field)
{
  if (field->inspector == NULL || !field->inspector->done_pending ||
      !g_str_equal (field->field->key, "evidence"))
    return;
  field->inspector->done_pending = FALSE;
  show_understood (field);
}

/* The window loses the keyboard, too, when its user looks something up elsewhere. */
static void
leave_cb (MerPlanField *field)
{
  GtkRoot   *root = gtk_widget_get_root (field->widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   away = focus != NULL && (focus == field->widget ||
                                    gtk_widget_is_ancestor (focus, field->widget));

  mer_plan_field_commit (field);
  if (!away)
    forget_question (field);
}

static gboolean
give_up (MerPlanField *field)
{
  g_autofree char *text = mer_plan_field_get (field);

  if (field->inspector == NULL || field->shown == NULL ||
      (!field->inspector->done_pending && !field->refused &&
       g_str_equal (text, field->shown)))
    return FALSE;
  forget_question (field);
  put (field, field->shown);
  field->refused = FALSE;
  show_understood (field);
  return TRUE;
}

/* Enter stores a text of several lines too; Shift+Enter begins a line. Escape goes back to what is
 * stored. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  MerPlanField *field = user_data;

  if (keyval == GDK_KEY_Escape)
    return give_up (field);
  if (!GTK_IS_TEXT_VIEW (field->widget) || (state & GDK_SHIFT_MASK) ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter))
    return FALSE;
  mer_plan_field_commit (field);
  return TRUE;
}

/* --- making ---------------------------------------------------------------------------------- */

GtkLabel *
mer_plan_inspector_add_label (MerPlanInspector *self,
                              const char       *text,
                              const char       *css_class)
{
  GtkLabel *label = GTK_LABEL (gtk_label_new (text));

  gtk_label_set_xalign (label, 0);
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (label, 8);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (label), css_class);
  gtk_box_append (self->target, GTK_WIDGET (label));
  return label;
}

void
mer_plan_inspector_add_heading (MerPlanInspector *self,
                                const char       *text)
{
  GtkWidget *label = GTK_WIDGET (mer_plan_inspector_add_label (self, text, "heading"));

  gtk_widget_set_margin_top (label, 12);
}

/* As tall as its lines: a text view asks for no room of its own. */
static void
fit_text (MerPlanField *field)
{
  g_autofree char *text = mer_plan_field_get (field);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (field->widget, text);
  int height = 0;

  pango_layout_set_width (layout, TEXT_WIDTH * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_widget_set_size_request (field->widget, -1, CLAMP (height + 12, TEXT_LEAST, TEXT_MOST));
}

static GtkWidget *
make_text_view (MerPlanField *field,
                GtkWidget   **frame)
{
  GtkWidget *view = gtk_text_view_new ();

  *frame = gtk_frame_new (NULL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 4);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 4);
  gtk_frame_set_child (GTK_FRAME (*frame), view);
  field->widget = view;
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (fit_text), field);
  fit_text (field);
  return view;
}

static GtkWidget *
make_entry (MerPlanField *field,
            GtkWidget   **outer)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), field);
  *outer = entry;
  return entry;
}

void
mer_plan_field_refresh (MerPlanField *field)
{
  const MerPlanLine *line = mer_plan_inspector_line (field->inspector);
  g_autofree char   *typed = mer_plan_field_get (field);
  g_autofree char   *stored = NULL;
  gboolean           typing = field->shown != NULL && !g_str_equal (typed, field->shown);

  stored = line != NULL ? g_strstrip (mer_record_to_words (line->item, field->field))
                        : g_strdup ("");
  gtk_widget_set_sensitive (field->widget, mer_session_may_write (field->inspector->session));
  g_free (field->shown);
  field->shown = g_strdup (stored);
  if (typing && !g_str_equal (typed, stored))
    return; /* it is stored when it is left, and what was refused waits to be mended */
  if (!g_str_equal (typed, stored))
    put (field, stored);
  field->refused = FALSE;
  if (!field->inspector->done_pending || !g_str_equal (field->field->key, "evidence"))
    show_understood (field);
}

void
mer_plan_fields_add (MerPlanInspector *self,
                     const char       *key,
                     gboolean          several_lines)
{
  MerPlanField       *field = g_new0 (MerPlanField, 1);
  GtkWidget          *outer = NULL;
  GtkLabel           *label = NULL;
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  field->inspector = self;
  field->field = mer_record_kind_field (&mer_record_plan_item, key);
  label = mer_plan_inspector_add_label (self, _(field->field->title), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (label), "small");
  gtk_widget_set_margin_top (GTK_WIDGET (label), 4);
  field->widget = several_lines ? make_text_view (field, &outer) : make_entry (field, &outer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->field->title), -1);
  gtk_box_append (self->target, outer);
  field->note = mer_plan_inspector_add_label (self, NULL, "small");
  gtk_widget_set_visible (GTK_WIDGET (field->note), FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), field);
  gtk_widget_add_controller (field->widget, focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), field);
  gtk_widget_add_controller (field->widget, keys);
  g_object_set_data_full (G_OBJECT (field->widget), "mer-plan-field", field, field_free);
  g_ptr_array_add (self->fields, field);
  mer_plan_field_refresh (field);
}

/* Long words on buttons take lines and do not widen the pane. */
GtkWidget *
mer_plan_inspector_add_button (MerPlanInspector *self,
                               const char       *label,
                               const char       *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_justify (GTK_LABEL (text), GTK_JUSTIFY_CENTER);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), button);
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_widget_add_css_class (button, "text-button");
  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->target, button);
  return button;
}
