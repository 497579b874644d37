/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected in the tree of plans, with its fields. A field is stored when it is left or
 * Enter is pressed; what is wrong with it stands below it, and nothing is stored then. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-plans.h"
#include "core/mer-day.h"
#include "core/mer-period.h"
#include "cycle/mer-cycle-settings.h"
#include "ui/pages/mer-plan-inspector.h"
#include "ui/widgets/mer-children.h"
#include "ui/widgets/mer-state-cell.h"

#define WIDTH 304
#define TEXT_WIDTH 248
#define TEXT_LEAST 34
#define TEXT_MOST 220

/* A field of an item. Its widget owns it, which may hear that it loses the keyboard when it was
 * taken out already. */
typedef struct
{
  MerPlanInspector *inspector; /* borrowed; NULL when the widget was taken out */
  const MerField   *field;
  GtkWidget        *widget;  /* GtkEntry or GtkTextView */
  GtkLabel         *note;    /* how it was understood, or what is wrong */
  char             *shown;   /* as it was put there */
} Field;

struct _MerPlanInspector
{
  AdwBin parent_instance;

  /* owned */
  MerSession  *session;
  MerPlanBook *book;  /* nullable */
  GPtrArray   *nodes; /* of MerPlanNode */
  GPtrArray   *fields; /* of Field, borrowed */

  GtkBox  *box;
  gboolean done_pending; /* evidence is being asked for */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (MerPlanInspector, mer_plan_inspector, ADW_TYPE_BIN)

static void
forget_fields (MerPlanInspector *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    ((Field *) self->fields->pdata[i])->inspector = NULL;
  g_ptr_array_set_size (self->fields, 0);
}

static void
field_free (gpointer data)
{
  g_free (((Field *) data)->shown);
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

static void
set_note (Field      *field,
          const char *text,
          gboolean    wrong)
{
  gtk_label_set_text (field->note, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (field->note), text != NULL && *text != '\0');
  if (wrong)
    gtk_widget_add_css_class (GTK_WIDGET (field->note), "mer-warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (field->note), "mer-warning");
}

static char *
text_of (Field *field)
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
              Field            *field,
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
      set_note (field, error->message, TRUE);
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
       Field            *field,
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
    set_note (field, error->message, TRUE);
  else
    mer_session_fail (self->session, _("Change of a plan"), error);
}

static void
commit (Field *field)
{
  MerPlanInspector *self = field->inspector;
  g_autofree char  *text = text_of (field);
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
activate_cb (Field *field)
{
  commit (field);
}

static void
leave_cb (Field *field)
{
  commit (field);
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
  commit (user_data);
  return TRUE;
}

/* --- making ---------------------------------------------------------------------------------- */

static GtkLabel *
add_label (MerPlanInspector *self,
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

static void
add_heading (MerPlanInspector *self,
             const char       *text)
{
  GtkWidget *label = GTK_WIDGET (add_label (self, text, "heading"));

  gtk_widget_set_margin_top (label, 12);
}

/* As tall as its lines: a text view asks for no room of its own. */
static void
fit_text (Field *field)
{
  g_autofree char *text = text_of (field);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (field->widget, text);
  int height = 0;

  pango_layout_set_width (layout, TEXT_WIDTH * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_widget_set_size_request (field->widget, -1, CLAMP (height + 12, TEXT_LEAST, TEXT_MOST));
}

static GtkWidget *
make_text_view (Field      *field,
                GtkWidget **frame)
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
make_entry (Field      *field,
            GtkWidget **outer)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), field);
  *outer = entry;
  return entry;
}

static void
put_text (Field      *field,
          const char *text)
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
tell_deadline (Field             *field,
               const MerPlanItem *item)
{
  g_autoptr (MerPeriod) period = NULL;
  g_autofree char *understood = NULL;

  if (item->deadline == NULL || !g_str_equal (field->field->key, "deadline"))
    return;
  period = mer_period_parse (item->deadline, field->inspector->book->facts.cycle->year);
  understood = mer_period_understood (period, mer_language_of_locale ());
  set_note (field, understood, mer_period_get_kind (period) == MER_PERIOD_UNKNOWN);
}

static Field *
add_field (MerPlanInspector *self,
           const char       *key,
           gboolean          several_lines)
{
  Field              *field = g_new0 (Field, 1);
  GtkWidget          *outer = NULL;
  GtkLabel           *label = NULL;
  GtkEventController *focus = gtk_event_controller_focus_new ();

  field->inspector = self;
  field->field = mer_record_kind_field (&mer_record_plan_item, key);
  label = add_label (self, _(field->field->title), "mer-secondary");
  gtk_widget_add_css_class (GTK_WIDGET (label), "small");
  gtk_widget_set_margin_top (GTK_WIDGET (label), 4);
  field->widget = several_lines ? make_text_view (field, &outer) : make_entry (field, &outer);
  gtk_accessible_update_property (GTK_ACCESSIBLE (field->widget), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(field->field->title), -1);
  gtk_box_append (self->box, outer);
  field->note = add_label (self, NULL, "small");
  gtk_widget_set_visible (GTK_WIDGET (field->note), FALSE);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), field);
  gtk_widget_add_controller (field->widget, focus);
  gtk_widget_set_sensitive (field->widget,
                            !mer_document_is_read_only (mer_session_get_document (self->session)));
  g_object_set_data_full (G_OBJECT (field->widget), "mer-plan-field", field, field_free);
  g_ptr_array_add (self->fields, field);
  return field;
}

static void
add_item_field (MerPlanInspector  *self,
                const MerPlanItem *item,
                const char        *key,
                gboolean           several_lines)
{
  Field           *field = add_field (self, key, several_lines);
  g_autofree char *text = mer_record_to_words (item, field->field);

  put_text (field, text);
  tell_deadline (field, item);
}

static GtkWidget *
add_button (MerPlanInspector *self,
            const char       *label,
            const char       *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (self->box, button);
  return button;
}

/* --- an item --------------------------------------------------------------------------------- */

static void
add_standing (MerPlanInspector  *self,
              const MerPlanLine *line)
{
  static const MerRecordState states[MER_N_STANDINGS] = {
    [MER_STANDING_PLANNED] = MER_RECORD_STATE_PLANNED,
    [MER_STANDING_WORK] = MER_RECORD_STATE_WORK,
    [MER_STANDING_DONE] = MER_RECORD_STATE_DONE,
    [MER_STANDING_OVERDUE] = MER_RECORD_STATE_OVERDUE,
  };
  GtkWidget *cell = mer_state_cell_new ();

  mer_state_cell_show (cell, states[line->standing], _(mer_standing_title (line->standing)));
  gtk_box_append (self->box, cell);
}

static void
add_marks (MerPlanInspector  *self,
           const MerPlanLine *line)
{
  for (guint i = 0; i < self->book->facts.marks->len; i++)
    {
      const MerControlMark *mark = self->book->facts.marks->pdata[i];
      const MerField *field = mer_record_kind_field (&mer_record_control_mark, "verdict");
      g_autofree char *day = NULL;
      g_autofree char *verdict = NULL;
      g_autofree char *text = NULL;

      if (mark->plan_item != line->item->record.id)
        continue;
      day = mer_day_to_words (mark->day);
      verdict = mer_record_to_words (mark, field);
      text = g_strdup_printf ("%s, %s%s%s%s%s", day, verdict,
                              mark->inspector != NULL ? ", " : "",
                              mark->inspector != NULL ? mark->inspector : "",
                              mark->text != NULL ? ". " : "", mark->text != NULL ? mark->text : "");
      add_label (self, text, NULL);
    }
  add_button (self, _("Control _mark…"), "view.mark");
}

/* Findings of the organization, those of one criterion or of all, each with what answers it. */
static void
add_findings (MerPlanInspector   *self,
              const MerPlanSheet *sheet,
              guint               criterion)
{
  const MerMethodology *methodology = self->book->facts.methodology;

  for (guint i = 0; sheet->organization != NULL && i < self->book->facts.findings->len; i++)
    {
      const MerFinding *finding = self->book->facts.findings->pdata[i];
      guint             index = 0;
      g_autofree char  *text = NULL;

      if (finding->organization_id != sheet->organization->id)
        continue;
      index = mer_plan_criterion (methodology, finding->criterion);
      if (criterion <= methodology->criteria->len && index != criterion)
        continue;
      text = index < methodology->criteria->len
               ? g_strdup_printf ("%s. %s",
                                  ((MerCriterion *) methodology->criteria->pdata[index])->symbol,
                                  finding->text)
               : g_strdup (finding->text);
      add_label (self, text, "small");
    }
}

static void
show_item (MerPlanInspector *self,
           MerPlanNode      *node)
{
  const MerPlanLine *line = node->line;
  const MerPlanItem *item = line->item;

  add_label (self, line->organization != NULL ? line->organization->name : _("The municipality"),
             "title-4");
  add_standing (self, line);
  add_item_field (self, item, "problem", TRUE);
  add_item_field (self, item, "measure", TRUE);
  add_item_field (self, item, "deadline", FALSE);
  add_item_field (self, item, "person", FALSE);
  add_item_field (self, item, "post", FALSE);
  add_heading (self, _("Execution"));
  add_item_field (self, item, "taken", TRUE);
  add_item_field (self, item, "share", FALSE);
  add_item_field (self, item, "evidence", TRUE);
  add_item_field (self, item, "done_on", FALSE);
  add_button (self, item->state == MER_PLAN_ITEM_DONE ? _("_Open again") : _("_Done…"),
              item->state == MER_PLAN_ITEM_DONE ? "view.reopen" : "view.done");
  add_heading (self, _("Control"));
  add_marks (self, line);
  if (node->sheet != NULL && line->criterion < self->book->facts.methodology->criteria->len)
    {
      add_heading (self, _("Findings of the criterion"));
      add_findings (self, node->sheet, line->criterion);
    }
}

/* --- several items --------------------------------------------------------------------------- */

static void
show_many (MerPlanInspector *self,
           guint             n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u item selected", "%u items selected", n),
                                            n);
  static const char *const keys[] = { "deadline", "person", "post", "evidence" };

  add_label (self, title, "title-4");
  add_label (self, _("What is typed here is set in all of them."), "mer-secondary");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    put_text (add_field (self, keys[i], FALSE), "");
  add_button (self, _("_Done…"), "view.done");
  add_button (self, _("In _work"), "view.work");
  add_button (self, _("Copy to _other organizations…"), "view.copy-to");
  add_button (self, _("_Delete"), "view.delete");
}

/* --- a plan ---------------------------------------------------------------------------------- */

static void
add_plan_words (MerPlanInspector   *self,
                const MerPlanSheet *sheet)
{
  g_autofree char *due = mer_day_to_text (sheet->due);
  g_autofree char *state = NULL;

  if (sheet->plan != NULL)
    state = g_strdup_printf (_("Plan, version %d: %s"), (int) sheet->plan->version,
                             _(mer_plan_state_title ((MerPlanState) sheet->plan->state)));
  add_label (self, state != NULL ? state : _("There is no plan yet"), NULL);
  if (*due != '\0')
    {
      g_autofree char *text = g_strdup_printf (_("The plan is due on %s"), due);

      add_label (self, text, sheet->timing == MER_TIMING_MISSING ? "mer-overdue"
                                                                 : "mer-secondary");
    }
  if (sheet->n_lines > 0)
    {
      g_autofree char *text = g_strdup_printf (_("Done: %u of %u, overdue: %u"),
                                               sheet->execution.n[MER_STANDING_DONE],
                                               mer_execution_count (&sheet->execution),
                                               sheet->execution.n[MER_STANDING_OVERDUE]);

      add_label (self, text, NULL);
    }
}

static void
add_steps (MerPlanInspector   *self,
           const MerPlanSheet *sheet)
{
  MerPlanStep steps[MER_PLAN_MOST_STEPS];
  guint       n = 0;

  if (sheet->plan == NULL)
    return;
  n = mer_plan_steps (mer_cycle_settings_get (self->book->facts.settings, MER_SETTING_PLAN_ROUTE),
                      mer_cycle_settings_get (self->book->facts.settings, MER_SETTING_PLAN_AUTHOR),
                      (MerPlanState) sheet->plan->state, steps);
  for (guint i = 0; i < n; i++)
    {
      /* Translators: the next state of a plan and who brings it about: «утверждён: отдел». */
      g_autofree char *label = g_strdup_printf (_("%s: %s"), _(mer_plan_state_title (steps[i].to)),
                                                _(mer_plan_hand_title (steps[i].who)));
      GtkWidget       *button = gtk_button_new_with_label (label);

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "view.step");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                        mer_plan_state_to_code (steps[i].to));
      gtk_box_append (self->box, button);
    }
}

static void
show_plan (MerPlanInspector *self,
           MerPlanNode      *node)
{
  const MerPlanSheet *sheet = node->sheet;

  add_label (self, sheet->organization != NULL ? sheet->organization->name : _("The municipality"),
             "title-4");
  add_plan_words (self, sheet);
  add_steps (self, sheet);
  if (sheet->organization != NULL && sheet->n_unanswered > 0)
    add_button (self, _("Make items of _findings"), "view.make");
  if (sheet->n_lines > 0)
    {
      add_button (self, _("Pre_view of the form"), "view.preview");
      add_button (self, _("Form to be _filled in…"), "view.form");
      add_button (self, _("_Read a filled form…"), "view.read");
    }
  if (sheet->n_findings > 0)
    {
      add_heading (self, _("Findings by criterion"));
      add_findings (self, sheet, G_MAXUINT);
    }
}

static void
show_finding (MerPlanInspector *self,
              MerPlanNode      *node)
{
  add_label (self, node->sheet->organization->name, "title-4");
  add_label (self, _("No item of the plan answers this finding."), "mer-secondary");
  add_label (self, node->finding->text, NULL);
  add_button (self, _("Make items of _findings"), "view.make");
}

/* --- showing --------------------------------------------------------------------------------- */

static guint
count_lines (const GPtrArray *nodes)
{
  guint n = 0;

  for (guint i = 0; i < nodes->len; i++)
    n += ((MerPlanNode *) nodes->pdata[i])->kind == MER_PLAN_NODE_LINE;
  return n;
}

static void
fill (MerPlanInspector *self)
{
  guint        n = count_lines (self->nodes);
  MerPlanNode *node = self->nodes->len > 0 ? self->nodes->pdata[0] : NULL;

  if (n > 1)
    show_many (self, n);
  else if (node == NULL || self->nodes->len > 1 || node->kind == MER_PLAN_NODE_GROUP)
    add_label (self, _("Select an item or an organization."), "mer-secondary");
  else if (node->kind == MER_PLAN_NODE_LINE)
    show_item (self, node);
  else if (node->kind == MER_PLAN_NODE_SHEET)
    show_plan (self, node);
  else
    show_finding (self, node);
}

static Field *
find_field (MerPlanInspector *self,
            const char       *key)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (((Field *) self->fields->pdata[i])->field->key, key))
      return self->fields->pdata[i];
  return NULL;
}

/* The field that has the keyboard. */
static Field *
focused_field (MerPlanInspector *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      Field *field = self->fields->pdata[i];

      if (gtk_widget_has_focus (field->widget) ||
          gtk_widget_get_focus_child (field->widget) != NULL)
        return field;
    }
  return NULL;
}

static gboolean
same_selection (MerPlanInspector *self,
                const GPtrArray  *nodes)
{
  if (self->nodes->len != nodes->len)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (((MerPlanNode *) self->nodes->pdata[i])->key != ((MerPlanNode *) nodes->pdata[i])->key ||
        ((MerPlanNode *) self->nodes->pdata[i])->kind != ((MerPlanNode *) nodes->pdata[i])->kind)
      return FALSE;
  return TRUE;
}

/* What is being typed is not lost when the plans are read anew. */
static void
restore_typing (MerPlanInspector *self,
                const char       *key,
                const char       *typed)
{
  Field *field = find_field (self, key);

  if (field == NULL)
    return;
  if (typed != NULL && GTK_IS_TEXT_VIEW (field->widget))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (field->widget)), typed, -1);
  else if (typed != NULL)
    gtk_editable_set_text (GTK_EDITABLE (field->widget), typed);
  gtk_widget_grab_focus (field->widget);
}

void
mer_plan_inspector_show (MerPlanInspector *self,
                         MerPlanBook      *book,
                         const GPtrArray  *nodes)
{
  Field           *focused = NULL;
  const char      *key = NULL;
  g_autofree char *typed = NULL;
  gboolean         same = FALSE;

  g_return_if_fail (MER_IS_PLAN_INSPECTOR (self));
  same = same_selection (self, nodes);
  focused = same ? focused_field (self) : NULL;
  key = focused != NULL ? focused->field->key : NULL;
  typed = focused != NULL ? text_of (focused) : NULL;
  if (focused != NULL && g_strcmp0 (typed, focused->shown) == 0)
    g_clear_pointer (&typed, g_free);
  self->done_pending = same && self->done_pending;
  self->filling = TRUE;
  forget_fields (self);
  mer_box_clear (self->box);
  if (book != NULL)
    mer_plan_book_ref (book);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = book;
  g_ptr_array_set_size (self->nodes, 0);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (self->nodes, g_object_ref (nodes->pdata[i]));
  if (book != NULL)
    fill (self);
  self->filling = FALSE;
  if (key != NULL)
    restore_typing (self, key, typed);
}

void
mer_plan_inspector_focus (MerPlanInspector *self,
                          const char       *key)
{
  Field *field = find_field (self, key);

  if (field != NULL)
    gtk_widget_grab_focus (field->widget);
}

void
mer_plan_inspector_ask_evidence (MerPlanInspector *self)
{
  Field           *field = find_field (self, "evidence");
  g_autofree char *text = field != NULL ? text_of (field) : NULL;

  if (field == NULL)
    return;
  self->done_pending = TRUE;
  if (*text != '\0')
    {
      g_clear_pointer (&field->shown, g_free); /* it stands there already: it is enough */
      commit (field);
      return;
    }
  set_note (field, _("Name what shows that it was done, and press Enter."), FALSE);
  gtk_widget_grab_focus (field->widget);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_plan_inspector_dispose (GObject *object)
{
  MerPlanInspector *self = MER_PLAN_INSPECTOR (object);

  if (self->fields != NULL)
    forget_fields (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_plan_inspector_parent_class)->dispose (object);
}

static void
mer_plan_inspector_class_init (MerPlanInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_plan_inspector_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mer_plan_inspector_init (MerPlanInspector *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->fields = g_ptr_array_new ();
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_widget_set_margin_start (GTK_WIDGET (self->box), 16);
  gtk_widget_set_margin_end (GTK_WIDGET (self->box), 16);
  gtk_widget_set_margin_top (GTK_WIDGET (self->box), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->box), 16);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->box));
  gtk_widget_set_size_request (GTK_WIDGET (self), WIDTH, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mer-pane");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Details of the plan"), -1);
  adw_bin_set_child (ADW_BIN (self), scrolled);
}

GtkWidget *
mer_plan_inspector_new (MerSession *session)
{
  MerPlanInspector *self = g_object_new (MER_TYPE_PLAN_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}
