/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A paper questionnaire and its keys. The row of the current question has the keyboard; the
 * keys are taken before the list sees them. */

#include "config.h"

#include <glib/gi18n.h>

#include "ui/mer-ui.h"
#include "ui/pages/mer-paper-row.h"
#include "ui/pages/mer-paper-sheet.h"
#include "ui/widgets/mer-children.h"

struct _MerPaperSheet
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel   *title;
  GtkLabel   *number;
  GtkLabel   *progress;
  GtkLabel   *notice;
  GtkListBox *list;
  GtkEntry   *comment;

  /* owned */
  MerMethodology *methodology;
  MerPaperForm   *form;

  gboolean editable;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (MerPaperSheet, mer_paper_sheet, GTK_TYPE_BOX)

enum
{
  FINISHED,
  WALK,
  REMOVED,
  LEFT,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* --- showing -------------------------------------------------------------------------- */

static void
show_answers (MerPaperSheet *self)
{
  const guint8 *codes = mer_paper_form_get_codes (self->form);

  for (guint i = 0; i < mer_paper_form_get_n_questions (self->form); i++)
    mer_paper_row_show (MER_PAPER_ROW (gtk_list_box_get_row_at_index (self->list, (int) i)),
                        codes[i], mer_paper_form_is_skipped (self->form, i));
}

/* The row of the current question is the selected one; the keyboard goes there when it is in
 * the sheet already, or comes to it. */
static void
show_current (MerPaperSheet *self,
              gboolean       take_focus)
{
  guint          current = mer_paper_form_get_current (self->form);
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) current);

  gtk_list_box_select_row (self->list, row);
  if (take_focus)
    gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->comment));
}

static void
show_all (MerPaperSheet *self)
{
  show_answers (self);
  show_current (self, mer_focus_within (GTK_WIDGET (self)) != NULL);
}

/* --- keys ------------------------------------------------------------------------------ */

static gboolean
answer (MerPaperSheet *self,
        guint          key)
{
  gunichar letter = gdk_keyval_to_unicode (key);

  if (letter == 0 || g_unichar_iscntrl (letter))
    return FALSE;
  if (!self->editable || !mer_paper_form_key (self->form, letter))
    gtk_widget_error_bell (GTK_WIDGET (self));
  show_all (self);
  return TRUE;
}

/* Keys that mean the same in the list and in the line of the comment. */
static gboolean
common_key (MerPaperSheet  *self,
            guint           key,
            GdkModifierType state)
{
  switch (key)
    {
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      g_signal_emit (self, signals[WALK], 0, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      g_signal_emit (self, signals[WALK], 0, 1);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if ((state & GDK_CONTROL_MASK) == 0)
        return FALSE;
      g_signal_emit (self, signals[FINISHED], 0);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
walking_key (MerPaperSheet *self,
             guint          key)
{
  switch (key)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_BackSpace:
      mer_paper_form_back (self->form);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      mer_paper_form_next (self->form);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      mer_paper_form_set_current (self->form, 0);
      break;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
    case GDK_KEY_Tab: /* a list would go through all its rows */
      mer_paper_form_set_current (self->form, mer_paper_form_get_n_questions (self->form));
      break;
    default:
      return FALSE;
    }
  show_all (self);
  return TRUE;
}

static gboolean
list_key_cb (MerPaperSheet  *self,
             guint           key,
             guint           code,
             GdkModifierType state)
{
  if (self->form == NULL)
    return GDK_EVENT_PROPAGATE;
  if (common_key (self, key, state))
    return GDK_EVENT_STOP;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Delete || key == GDK_KEY_KP_Delete || key == GDK_KEY_ISO_Left_Tab)
    {
      g_signal_emit (self, signals[key == GDK_KEY_ISO_Left_Tab ? LEFT : REMOVED], 0);
      return GDK_EVENT_STOP;
    }
  return walking_key (self, key) || answer (self, key);
}

static gboolean
comment_key_cb (MerPaperSheet  *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  if (self->form == NULL)
    return GDK_EVENT_PROPAGATE;
  if (common_key (self, key, state))
    return GDK_EVENT_STOP;
  if (key != GDK_KEY_Up && key != GDK_KEY_KP_Up && key != GDK_KEY_ISO_Left_Tab)
    return GDK_EVENT_PROPAGATE;
  return walking_key (self, GDK_KEY_Up);
}

/* --- callbacks ---------------------------------------------------------------------------- */

static void
row_activated_cb (MerPaperSheet *self,
                  GtkListBoxRow *row)
{
  if (mer_paper_form_set_current (self->form, (guint) gtk_list_box_row_get_index (row)))
    show_current (self, TRUE);
}

static void
chosen_cb (MerPaperSheet *self,
           guint          code,
           GtkListBoxRow *row)
{
  guint question = (guint) gtk_list_box_row_get_index (row);

  if (!self->editable || !mer_paper_form_answer (self->form, question, code))
    return;
  mer_paper_form_set_current (self->form, question);
  mer_paper_form_next (self->form);
  show_answers (self);
  show_current (self, TRUE);
}

static void
comment_changed_cb (MerPaperSheet *self)
{
  if (self->form != NULL)
    mer_paper_form_set_comment (self->form, gtk_editable_get_text (GTK_EDITABLE (self->comment)));
}

static void
comment_entered_cb (MerPaperSheet *self)
{
  if (self->form == NULL)
    return;
  mer_paper_form_set_current (self->form, mer_paper_form_get_n_questions (self->form));
  show_current (self, FALSE);
}

static void
comment_activated_cb (MerPaperSheet *self)
{
  g_signal_emit (self, signals[FINISHED], 0);
}

/* --- the object --------------------------------------------------------------------------- */

static gboolean
mer_paper_sheet_grab_focus (GtkWidget *widget)
{
  MerPaperSheet *self = MER_PAPER_SHEET (widget);

  if (self->form == NULL)
    return FALSE;
  show_current (self, TRUE);
  return TRUE;
}

static void
mer_paper_sheet_dispose (GObject *object)
{
  MerPaperSheet *self = MER_PAPER_SHEET (object);

  g_clear_pointer (&self->form, mer_paper_form_free);
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), MER_TYPE_PAPER_SHEET);
  G_OBJECT_CLASS (mer_paper_sheet_parent_class)->dispose (object);
}

static void
mer_paper_sheet_class_init (MerPaperSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_paper_sheet_dispose;
  widget_class->grab_focus = mer_paper_sheet_grab_focus;
  widget_class->focus = mer_children_focus;
  signals[FINISHED] = g_signal_new ("finished", MER_TYPE_PAPER_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[WALK] = g_signal_new ("walk", MER_TYPE_PAPER_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVED] = g_signal_new ("removed", MER_TYPE_PAPER_SHEET, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", MER_TYPE_PAPER_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               MER_UI_RESOURCE ("mer-paper-sheet.ui"));
  gtk_widget_class_bind_template_child (widget_class, MerPaperSheet, title);
  gtk_widget_class_bind_template_child (widget_class, MerPaperSheet, number);
  gtk_widget_class_bind_template_child (widget_class, MerPaperSheet, progress);
  gtk_widget_class_bind_template_child (widget_class, MerPaperSheet, notice);
  gtk_widget_class_bind_template_child (widget_class, MerPaperSheet, list);
  gtk_widget_class_bind_template_child (widget_class, MerPaperSheet, comment);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, comment_activated_cb);
}

static void
mer_paper_sheet_init (MerPaperSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_rows (MerPaperSheet *self)
{
  GPtrArray *questions = self->methodology->questions;

  mer_list_box_clear (self->list);
  for (guint i = 0; i < questions->len; i++)
    {
      GtkWidget *made = mer_paper_row_new (g_ptr_array_index (questions, i), i + 1,
                                           questions->len);

      mer_paper_row_set_narrow (MER_PAPER_ROW (made), self->narrow);
      g_signal_connect_swapped (made, "chosen", G_CALLBACK (chosen_cb), self);
      gtk_list_box_append (self->list, made);
    }
}

/**
 * mer_paper_sheet_set_methodology:
 * @self: a sheet
 * @methodology: whose questions are asked
 */
void
mer_paper_sheet_set_methodology (MerPaperSheet  *self,
                                 MerMethodology *methodology)
{
  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  if (self->methodology == methodology)
    return;
  g_clear_pointer (&self->methodology, mer_methodology_unref);
  g_clear_pointer (&self->form, mer_paper_form_free);
  self->methodology = mer_methodology_ref (methodology);
  self->form = mer_paper_form_new (methodology);
  make_rows (self);
  show_all (self);
}

MerPaperForm *
mer_paper_sheet_get_form (MerPaperSheet *self)
{
  g_return_val_if_fail (MER_IS_PAPER_SHEET (self), NULL);
  return self->form;
}

/**
 * mer_paper_sheet_load:
 * @self: a sheet that has a methodology
 * @codes: (nullable): answers of an earlier questionnaire; %NULL: a new one
 * @comment: (nullable): its comment
 */
void
mer_paper_sheet_load (MerPaperSheet *self,
                      const guint8  *codes,
                      const char    *comment)
{
  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  g_return_if_fail (self->form != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->comment), comment != NULL ? comment : "");
  mer_paper_form_load (self->form, codes, comment);
  show_all (self);
}

void
mer_paper_sheet_set_editable (MerPaperSheet *self,
                              gboolean       editable)
{
  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  self->editable = editable;
  gtk_editable_set_editable (GTK_EDITABLE (self->comment), editable);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->list), "mer-sealed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->list), "mer-sealed");
}

void
mer_paper_sheet_set_narrow (MerPaperSheet *self,
                            gboolean       narrow)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  self->narrow = narrow;
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    mer_paper_row_set_narrow (MER_PAPER_ROW (row), narrow);
}

void
mer_paper_sheet_set_title (MerPaperSheet *self,
                           const char    *title)
{
  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  gtk_label_set_text (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
}

void
mer_paper_sheet_set_number (MerPaperSheet *self,
                            const char    *number)
{
  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  gtk_label_set_text (self->number, number);
}

void
mer_paper_sheet_set_progress (MerPaperSheet *self,
                              const char    *progress)
{
  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  gtk_label_set_text (self->progress, progress);
}

void
mer_paper_sheet_set_notice (MerPaperSheet *self,
                            const char    *notice,
                            gboolean       warning)
{
  const char *classes[] = { warning ? "mer-warning" : "mer-secondary", NULL };

  g_return_if_fail (MER_IS_PAPER_SHEET (self));
  gtk_widget_set_css_classes (GTK_WIDGET (self->notice), classes);
  gtk_label_set_text (self->notice, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice), notice != NULL && *notice != '\0');
}
