/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A field for one property. A text is told while it is typed and entered when the keyboard goes
 * elsewhere, so that a word is one action and not ten; a choice is entered at once. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "ui/mer-text-scale.h"
#include "ui/pages/mer-methodology-field.h"
#include "ui/pages/mer-methodology-outline.h"

#define MAX_TEXT_HEIGHT 200
#define TEXT_MARGIN 8
/* A label takes the same part of each row, however long it is; mer-methodology-editor.ui too. */
#define LABEL_COLUMNS 3
#define ALL_COLUMNS 10
#define TEXT_PADDING 7

struct _MerMethodologyField
{
  GtkBox parent_instance;

  /* children */
  GtkGrid   *grid;
  GtkWidget *label; /* says nothing where the input has its own */
  GtkWidget *input;
  GtkLabel  *problem;

  const MerFieldKind *field;
  MerPartKind         kind;
  const char         *property; /* of the table of properties */
  MerValueKind        value;
  guint               fit_idle;
  gboolean            showing;
  gboolean            typing;
};

G_DEFINE_FINAL_TYPE (MerMethodologyField, mer_methodology_field, GTK_TYPE_BOX)

enum
{
  TYPED,
  ENTERED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
typed_cb (MerMethodologyField *self)
{
  if (self->showing)
    return;
  self->typing = TRUE;
  g_signal_emit (self, signals[TYPED], 0);
}

static void
entered_cb (MerMethodologyField *self)
{
  if (self->typing)
    g_signal_emit (self, signals[ENTERED], 0);
}

void
mer_methodology_field_chosen (MerMethodologyField *self)
{
  if (self->showing)
    return;
  self->typing = TRUE;
  g_signal_emit (self, signals[ENTERED], 0);
}

static void
follow_focus (MerMethodologyField *self,
              GtkWidget           *input)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (input, focus);
}

/* --- one line ---------------------------------------------------------------------------- */

static GtkWidget *
make_entry (MerMethodologyField *self)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 14);
  gtk_widget_set_halign (entry, GTK_ALIGN_START);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (entered_cb), self);
  follow_focus (self, entry);
  return entry;
}

static void
show_entry (MerMethodologyField  *self,
            GtkWidget            *input,
            const MerMethodology *methodology,
            const char           *path,
            const char           *value)
{
  gtk_editable_set_text (GTK_EDITABLE (input), value);
}

static void
show_number (MerMethodologyField  *self,
             GtkWidget            *input,
             const MerMethodology *methodology,
             const char           *path,
             const char           *value)
{
  g_autofree char *number = mer_outline_number (value);

  gtk_editable_set_text (GTK_EDITABLE (input), number);
}

static char *
read_entry (MerMethodologyField *self,
            GtkWidget           *input)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (input))));
}

/* Weights of inputs: commas between digits are decimal marks, blanks are between numbers. */
static char *
read_numbers (MerMethodologyField *self,
              GtkWidget           *input)
{
  return g_strdelimit (read_entry (self, input), ",", '.');
}

static void
entry_set_editable (GtkWidget *input,
                    gboolean   editable)
{
  gtk_editable_set_editable (GTK_EDITABLE (input), editable);
}

/* «13.03.2019» */
static void
show_date (MerMethodologyField  *self,
           GtkWidget            *input,
           const MerMethodology *methodology,
           const char           *path,
           const char           *value)
{
  g_auto (GStrv) parts = g_strsplit (value, "-", 3);
  g_autofree char *date = NULL;

  if (g_strv_length (parts) == 3)
    date = g_strdup_printf ("%s.%s.%s", parts[2], parts[1], parts[0]);
  gtk_editable_set_text (GTK_EDITABLE (input), date != NULL ? date : value);
}

/* What is no date of this form is told by whoever takes it. */
static char *
read_date (MerMethodologyField *self,
           GtkWidget           *input)
{
  g_autofree char *text = read_entry (self, input);
  int              day = 0;
  int              month = 0;
  int              year = 0;

  if (sscanf (text, "%2d.%2d.%4d", &day, &month, &year) == 3) /* NOLINT */
    return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
  return g_steal_pointer (&text);
}

/* --- texts that may be long -------------------------------------------------------------- */

static gboolean
has_lines (MerMethodologyField *self)
{
  return self->value == MER_VALUE_LINES || self->value == MER_VALUE_PAIRS;
}

/* Enter ends a text; in a list of lines it begins the next one. Tab goes on. */
static gboolean
text_key_cb (MerMethodologyField *self,
             guint                key)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || has_lines (self))
    return GDK_EVENT_PROPAGATE;
  entered_cb (self);
  return GDK_EVENT_STOP;
}

static GtkTextView *
text_view_of (GtkWidget *input)
{
  return GTK_TEXT_VIEW (gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (input)));
}

static char *
read_text (MerMethodologyField *self,
           GtkWidget           *input)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (text_view_of (input));
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (!has_lines (self))
    g_strdelimit (text, "\n", ' ');
  return g_steal_pointer (&text);
}

/* As high as its text: a text view learns that only after it was drawn, and by parts. */
static gboolean
fit_cb (gpointer user_data)
{
  MerMethodologyField *self = user_data;
  GtkTextView         *view = text_view_of (self->input);
  int                  width = gtk_widget_get_width (GTK_WIDGET (view)) - 2 * TEXT_MARGIN;
  g_autofree char     *text = read_text (self, self->input);
  g_autoptr (PangoLayout) layout = NULL;
  int height = 0;

  self->fit_idle = 0;
  if (width <= 0)
    return G_SOURCE_REMOVE;
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (view), text);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);
  gtk_scrolled_window_set_min_content_height (
    GTK_SCROLLED_WINDOW (self->input),
    MIN (height + 2 * TEXT_PADDING, mer_text_scale_px (GTK_WIDGET (self), MAX_TEXT_HEIGHT)));
  return G_SOURCE_REMOVE;
}

static void
queue_fit (MerMethodologyField *self)
{
  if (self->fit_idle == 0)
    self->fit_idle = g_idle_add_full (G_PRIORITY_HIGH_IDLE, fit_cb, self, NULL);
}

static GtkWidget *
make_text (MerMethodologyField *self)
{
  GtkWidget          *frame = gtk_scrolled_window_new ();
  GtkWidget          *view = gtk_text_view_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (view), TEXT_MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (view), TEXT_MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (view), TEXT_PADDING);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (view), TEXT_PADDING);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (frame), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (frame), GTK_POLICY_NEVER,
                                  GTK_POLICY_EXTERNAL);
  gtk_widget_set_hexpand (frame, TRUE);
  gtk_widget_set_focusable (frame, FALSE);
  gtk_widget_add_css_class (frame, "mer-text");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (text_key_cb), self);
  gtk_widget_add_controller (view, keys);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                            G_CALLBACK (queue_fit), self);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (frame)),
                           "notify::page-size", G_CALLBACK (queue_fit), self, G_CONNECT_SWAPPED);
  follow_focus (self, view);
  return frame;
}

/* A text that was stored is undone by the document: the buffer forgets what it was. */
static void
show_text (MerMethodologyField  *self,
           GtkWidget            *input,
           const MerMethodology *methodology,
           const char           *path,
           const char           *value)
{
  GtkTextBuffer   *buffer = gtk_text_view_get_buffer (text_view_of (input));
  g_autofree char *text =
    self->value == MER_VALUE_PAIRS ? mer_outline_number (value) : g_strdup (value);

  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_set_enable_undo (buffer, TRUE);
}

static void
text_set_editable (GtkWidget *input,
                   gboolean   editable)
{
  gtk_text_view_set_editable (text_view_of (input), editable);
  gtk_text_view_set_cursor_visible (text_view_of (input), editable);
}

/* --- yes or no --------------------------------------------------------------------------- */

static GtkWidget *
make_check (MerMethodologyField *self)
{
  GtkWidget *check =
    gtk_check_button_new_with_label (_(mer_part_property_label (self->kind, self->property)));

  g_signal_connect_swapped (check, "toggled", G_CALLBACK (mer_methodology_field_chosen), self);
  return check;
}

static void
show_check (MerMethodologyField  *self,
            GtkWidget            *input,
            const MerMethodology *methodology,
            const char           *path,
            const char           *value)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (input), g_str_equal (value, "yes"));
}

static char *
read_check (MerMethodologyField *self,
            GtkWidget           *input)
{
  return g_strdup (gtk_check_button_get_active (GTK_CHECK_BUTTON (input)) ? "yes" : "no");
}

/* --- the table of kinds ------------------------------------------------------------------ */

static const MerFieldKind entry_kind = { make_entry, show_entry, read_entry, entry_set_editable };
static const MerFieldKind number_kind = { make_entry, show_number, read_entry, entry_set_editable };
static const MerFieldKind numbers_kind = { make_entry, show_number, read_numbers,
                                           entry_set_editable };
static const MerFieldKind date_kind = { make_entry, show_date, read_date, entry_set_editable };
static const MerFieldKind text_kind = { make_text, show_text, read_text, text_set_editable };
static const MerFieldKind check_kind = { make_check, show_check, read_check,
                                         gtk_widget_set_sensitive };

static const MerFieldKind *const field_kinds[] = {
  [MER_VALUE_TEXT] = &text_kind,
  [MER_VALUE_OPTIONAL_TEXT] = &text_kind,
  [MER_VALUE_CODE] = &entry_kind,
  [MER_VALUE_NUMBER] = &number_kind,
  [MER_VALUE_YES_NO] = &check_kind,
  [MER_VALUE_CHOICE] = &mer_member_choice,
  [MER_VALUE_CHOICES] = &mer_member_choices,
  [MER_VALUE_LINK] = &mer_member_link,
  [MER_VALUE_LINKS] = &mer_member_links,
  [MER_VALUE_LINES] = &text_kind,
  [MER_VALUE_NUMBERS] = &numbers_kind,
  [MER_VALUE_PAIRS] = &text_kind,
  [MER_VALUE_DATE] = &date_kind,
};

/* --- the object -------------------------------------------------------------------------- */

static void
mer_methodology_field_dispose (GObject *object)
{
  g_clear_handle_id (&MER_METHODOLOGY_FIELD (object)->fit_idle, g_source_remove);
  G_OBJECT_CLASS (mer_methodology_field_parent_class)->dispose (object);
}

static gboolean
mer_methodology_field_grab_focus (GtkWidget *widget)
{
  GtkWidget     *input = MER_METHODOLOGY_FIELD (widget)->input;
  GtkTextBuffer *buffer = NULL;
  GtkTextIter    start;
  GtkTextIter    end;

  if (GTK_IS_SCROLLED_WINDOW (input))
    {
      buffer = gtk_text_view_get_buffer (text_view_of (input));
      gtk_text_buffer_get_bounds (buffer, &start, &end);
      gtk_text_buffer_select_range (buffer, &end, &start);
      return gtk_widget_grab_focus (GTK_WIDGET (text_view_of (input)));
    }
  return gtk_widget_grab_focus (input) || gtk_widget_child_focus (input, GTK_DIR_TAB_FORWARD);
}

static void
mer_methodology_field_class_init (MerMethodologyFieldClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_methodology_field_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = mer_methodology_field_grab_focus;
  signals[TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[ENTERED] = g_signal_new ("entered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
mer_methodology_field_init (MerMethodologyField *self)
{
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_homogeneous (self->grid, TRUE);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_widget_set_hexpand (GTK_WIDGET (self->grid), TRUE);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->grid));
}

static void
add_label (MerMethodologyField *self)
{
  const char *title = mer_part_property_label (self->kind, self->property);

  self->label = gtk_label_new (self->value == MER_VALUE_YES_NO ? NULL : _(title));
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_valign (self->label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->label, 5);
  gtk_widget_add_css_class (self->label, "mer-secondary");
  gtk_grid_attach (self->grid, self->label, 0, 0, LABEL_COLUMNS, 1);
}

/* What a screen reader meets. */
static GtkAccessible *
accessible_of (MerMethodologyField *self)
{
  /* of a drop-down its button has the keyboard */
  if (GTK_IS_DROP_DOWN (self->input))
    return GTK_ACCESSIBLE (gtk_widget_get_first_child (self->input));
  return GTK_ACCESSIBLE (GTK_IS_SCROLLED_WINDOW (self->input)
                           ? GTK_WIDGET (text_view_of (self->input))
                           : self->input);
}

static void
add_input (MerMethodologyField *self)
{
  GtkWidget  *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  const char *spoken = _(mer_part_property_label (self->kind, self->property));

  self->input = self->field->make (self);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "mer-warning");
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "small");
  gtk_widget_set_hexpand (box, TRUE);
  if (GTK_IS_DROP_DOWN (self->input))
    mer_methodology_drop_set_name (self->input, spoken);
  else if (self->value != MER_VALUE_YES_NO)
    gtk_accessible_update_property (accessible_of (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
  gtk_box_append (GTK_BOX (box), self->input);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_grid_attach (self->grid, box, LABEL_COLUMNS, 0, ALL_COLUMNS - LABEL_COLUMNS, 1);
}

/**
 * mer_methodology_field_new:
 * @kind: of part
 * @property: of mer_part_properties()
 *
 * Returns: (transfer floating): a field for it
 */
GtkWidget *
mer_methodology_field_new (MerPartKind kind,
                           const char *property)
{
  MerMethodologyField *self = g_object_new (MER_TYPE_METHODOLOGY_FIELD, NULL);

  self->kind = kind;
  self->property = property;
  self->value = mer_part_property_value (kind, property);
  self->field = field_kinds[self->value];
  add_label (self);
  add_input (self);
  return GTK_WIDGET (self);
}

const char *
mer_methodology_field_get_property_name (MerMethodologyField *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_FIELD (self), NULL);
  return self->property;
}

MerPartKind
mer_methodology_field_get_kind (MerMethodologyField *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_FIELD (self), MER_PART_METHODOLOGY);
  return self->kind;
}

void
mer_methodology_field_show (MerMethodologyField  *self,
                            const MerMethodology *methodology,
                            const char           *path,
                            gboolean              force)
{
  g_autofree char *value = NULL;

  g_return_if_fail (MER_IS_METHODOLOGY_FIELD (self));
  if (self->typing && !force)
    return;
  value = mer_methodology_get (methodology, path, self->property);
  self->showing = TRUE;
  self->field->show (self, self->input, methodology, path, value != NULL ? value : "");
  self->showing = FALSE;
  self->typing = FALSE;
}

char *
mer_methodology_field_read (MerMethodologyField *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_FIELD (self), NULL);
  return self->field->read (self, self->input);
}

gboolean
mer_methodology_field_is_typing (MerMethodologyField *self)
{
  g_return_val_if_fail (MER_IS_METHODOLOGY_FIELD (self), FALSE);
  return self->typing;
}

static void
place (MerMethodologyField *self,
       GtkWidget           *child,
       int                  column,
       int                  row,
       int                  span)
{
  GtkLayoutManager   *grid = gtk_widget_get_layout_manager (GTK_WIDGET (self->grid));
  GtkGridLayoutChild *cell =
    GTK_GRID_LAYOUT_CHILD (gtk_layout_manager_get_layout_child (grid, child));

  gtk_grid_layout_child_set_column (cell, column);
  gtk_grid_layout_child_set_row (cell, row);
  gtk_grid_layout_child_set_column_span (cell, span);
}

void
mer_methodology_field_set_stacked (MerMethodologyField *self,
                                   gboolean             stacked)
{
  GtkWidget *box = NULL;

  g_return_if_fail (MER_IS_METHODOLOGY_FIELD (self));
  box = gtk_widget_get_parent (self->input);
  place (self, self->label, 0, 0, stacked ? ALL_COLUMNS : LABEL_COLUMNS);
  place (self, box, stacked ? 0 : LABEL_COLUMNS, stacked ? 1 : 0,
         stacked ? ALL_COLUMNS : ALL_COLUMNS - LABEL_COLUMNS);
  gtk_widget_set_visible (self->label, !stacked || self->value != MER_VALUE_YES_NO);
}

void
mer_methodology_field_set_typing (MerMethodologyField *self,
                                  gboolean             typing)
{
  g_return_if_fail (MER_IS_METHODOLOGY_FIELD (self));
  self->typing = typing;
}

void
mer_methodology_field_set_problem (MerMethodologyField *self,
                                   const char          *text)
{
  g_return_if_fail (MER_IS_METHODOLOGY_FIELD (self));
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
  gtk_accessible_update_state (accessible_of (self), GTK_ACCESSIBLE_STATE_INVALID,
                               text != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                            : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  gtk_accessible_update_property (accessible_of (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

void
mer_methodology_field_set_editable (MerMethodologyField *self,
                                    gboolean             editable)
{
  g_return_if_fail (MER_IS_METHODOLOGY_FIELD (self));
  self->field->set_editable (self->input, editable);
}
