/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fields of plan items. A field is stored when it is left or Enter is pressed; what is wrong with
 * it stands below it, and nothing is stored then. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "core/mer-day.h"
#include "core/mer-period.h"
#include "ui/pages/mer-plan-inspector-private.h"

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

/* --- storing --------------------------------------------------------------------------------- */

typedef struct
{
  GPtrArray *items; /* of MerPlanItem, changed copies */
  guint      n_versions;
} Change;

static gboolean
save_items (MerDocument *document,
            gpointer     user_data,
            GError     **error)
{
  Change *change = user_data;

  return mer_plans_save_items (document, change->items, &change->n_versions, error);
}

/* Copies of the selected items: (transfer full). */
static GPtrArray *
copies (MerPlanInspector *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (mer_record_free);

  for (guint i = 0; i < self->nodes->len; i++)
    {
      MerPlanNode *node = self->nodes->pdata[i];

      if (node->kind == MER_PLAN_NODE_LINE)
        g_ptr_array_add (items, mer_record_copy (node->line->item));
    }
  return items;
}

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

/* Evidence that was asked for closes the items. */
static void
close_item (MerPlanItem *item)
{
  item->state = MER_PLAN_ITEM_DONE;
  if (item->done_on == NULL)
    item->done_on = mer_today ();
}

static gboolean
change_items (MerPlanInspector *self,
              MerPlanField     *field,
              const char       *text,
              GPtrArray        *items)
{
  gboolean closes = self->done_pending && *text != '\0' &&
                    g_str_equal (field->field->key, "evidence");

  for (guint i = 0; i < items->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (mer_record_from_string (items->pdata[i], field->field, text, &error))
        {
          if (closes)
            close_item (items->pdata[i]);
          if (mer_record_check (items->pdata[i], &error))
            continue;
        }
      mer_plan_field_note (field, error->message, TRUE);
      return FALSE;
    }
  return TRUE;
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
store (MerPlanInspector *self,
       MerPlanField     *field,
       GPtrArray        *items)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = NULL;
  Change           change = { items, 0 };
  g_autoptr (MerPlanInspector) keep = g_object_ref (self);

  if (mer_session_try (self->session, _("Change of a plan"), NULL, save_items, &change, &error))
    {
      self->done_pending = FALSE;
      done = done_words (items->len, change.n_versions);
      if (done != NULL)
        mer_session_tell (self->session, done, TRUE);
    }
  else if (field != NULL)
    mer_plan_field_note (field, error->message, TRUE);
  else
    mer_session_fail (self->session, _("Change of a plan"), error);
}

void
mer_plan_field_commit (MerPlanField *field)
{
  MerPlanInspector *self = field->inspector;
  g_autofree char  *text = mer_plan_field_get (field);
  g_autoptr (GPtrArray) items = NULL;

  if (self == NULL || self->filling || g_strcmp0 (text, field->shown) == 0)
    return;
  items = copies (self);
  g_free (field->shown);
  field->shown = g_strdup (text);
  if (items->len > 0 && change_items (self, field, text, items))
    store (self, field, items);
}

static void
activate_cb (MerPlanField *field)
{
  mer_plan_field_commit (field);
}

static void
leave_cb (MerPlanField *field)
{
  mer_plan_field_commit (field);
}

/* Enter stores a text of several lines too; Shift+Enter begins a line. */
static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        gpointer               user_data)
{
  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK))
    return FALSE;
  mer_plan_field_commit (user_data);
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
  gtk_box_append (self->box, GTK_WIDGET (label));
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
  GtkWidget          *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  *frame = gtk_frame_new (NULL);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), 8);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), 4);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), 4);
  gtk_frame_set_child (GTK_FRAME (*frame), view);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), field);
  gtk_widget_add_controller (view, keys);
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
mer_plan_field_put (MerPlanField *field,
                    const char   *text)
{
  g_free (field->shown);
  field->shown = g_strdup (text);
  if (GTK_IS_TEXT_VIEW (field->widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)), text, -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (field->widget), text);
}

/* «понято как 01.08–30.09.2025» */
static void
tell_deadline (MerPlanField      *field,
               const MerPlanItem *item)
{
  g_autoptr (MerPeriod) period = NULL;
  g_autofree char *understood = NULL;
  g_autofree char *note = NULL;

  if (item->deadline == NULL || !g_str_equal (field->field->key, "deadline"))
    return;
  period = mer_period_parse (item->deadline, field->inspector->book->facts.cycle->year);
  understood = mer_period_understood (period, mer_language_of_locale ());
  if (mer_plan_has_unknown_event (period))
    /* Translators: %s is how the deadline of an item was understood: “after the event: …”. */
    note = g_strdup_printf (_("%s. The event is not known to the plan: the item has no day and is "
                              "never overdue."),
                               understood);
  mer_plan_field_note (field, note != NULL ? note : understood,
                       mer_period_get_kind (period) == MER_PERIOD_UNKNOWN);
}

MerPlanField *
mer_plan_fields_add (MerPlanInspector *self,
                     const char       *key,
                     gboolean          several_lines)
{
  MerPlanField       *field = g_new0 (MerPlanField, 1);
  GtkWidget          *outer = NULL;
  GtkLabel           *label = NULL;
  GtkEventController *focus = gtk_event_controller_focus_new ();

  field->inspector = self;
  field->field = mer_record_kind_field (&mer_record_plan_item, key);
  label = mer_plan_inspector_add_label (self, _(field->field->title), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (label), "small");
  gtk_widget_set_margin_top (GTK_WIDGET (label), 4);
  field->widget = several_lines ? make_text_view (field, &outer) : make_entry (field, &outer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->field->title), -1);
  gtk_box_append (self->box, outer);
  field->note = mer_plan_inspector_add_label (self, NULL, "small");
  gtk_widget_set_visible (GTK_WIDGET (field->note), FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), field);
  gtk_widget_add_controller (field->widget, focus);
  gtk_widget_set_sensitive (field->widget,
                            !mer_document_is_read_only (mer_session_get_document (self->session)));
  g_object_set_data_full (G_OBJECT (field->widget), "mer-plan-field", field, field_free);
  g_ptr_array_add (self->fields, field);
  return field;
}

void
mer_plan_fields_add_of (MerPlanInspector  *self,
                        const MerPlanItem *item,
                        const char        *key,
                        gboolean           several_lines)
{
  MerPlanField    *field = mer_plan_fields_add (self, key, several_lines);
  g_autofree char *text = mer_record_to_words (item, field->field);

  mer_plan_field_put (field, text);
  tell_deadline (field, item);
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
  gtk_box_append (self->box, button);
  return button;
}
