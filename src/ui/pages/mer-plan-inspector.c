/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is selected in the tree of plans: an item, several, a plan, a finding. */

#include "config.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "core/mer-language.h"
#include "ui/mer-plan-effect-keeper.h"
#include "ui/pages/mer-plan-inspector-private.h"
#include "ui/widgets/mer-state-cell.h"

#define WIDTH 304
#define NARROW_WIDTH 240

G_DEFINE_FINAL_TYPE (MerPlanInspector, mer_plan_inspector, ADW_TYPE_BIN)

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
  gtk_box_append (self->target, cell);
}

/* What an inspector found: «03.12.2024: подтверждено (Иванов И. И.). Пандус есть» */
static char *
mark_words (const MerControlMark *mark)
{
  const MerField  *field = mer_record_kind_field (&mer_record_control_mark, "verdict");
  g_autofree char *day = mer_day_to_words (mark->day);
  g_autofree char *verdict = mer_record_to_words (mark, field);

  if (mark->inspector != NULL && mark->text != NULL)
    /* Translators: a day, what was found, who found it, in which words. */
    return g_strdup_printf (_("%s: %s (%s). %s"), day, verdict, mark->inspector, mark->text);
  if (mark->inspector != NULL)
    /* Translators: a day, what was found, who found it. */
    return g_strdup_printf (_("%s: %s (%s)"), day, verdict, mark->inspector);
  if (mark->text != NULL)
    /* Translators: a day, what was found, in which words. */
    return g_strdup_printf (_("%s: %s. %s"), day, verdict, mark->text);
  /* Translators: a day, what was found. */
  return g_strdup_printf (C_("control mark", "%s: %s"), day, verdict);
}

static void
add_marks (MerPlanInspector  *self,
           const MerPlanLine *line)
{
  for (guint i = 0; i < self->book->facts.marks->len; i++)
    {
      const MerControlMark *mark = self->book->facts.marks->pdata[i];
      g_autofree char      *text = NULL;

      if (mark->plan_item != line->item->record.id)
        continue;
      text = mark_words (mark);
      mer_plan_inspector_add_label (self, text, NULL);
    }
  mer_plan_inspector_add_button (self, _("Control _mark…"), "view.mark");
}

/* «К3: было 68,00 (НОКО 2021), стало 73,33 (НОКО 2024), +5,33» */
static char *
effect_words (MerPlanInspector    *self,
              const MerPlanEffect *effect,
              const MerCycle      *later)
{
  MerLanguage             language = mer_language_of_locale ();
  const MerComparedScore *score = &effect->score;
  const MerCriterion     *criterion = NULL;
  g_autofree char        *before = NULL;
  g_autofree char        *after = NULL;
  g_autofree char        *change = NULL;

  criterion = self->book->facts.methodology->criteria->pdata[effect->line->criterion];
  before = score->has_other ? mer_format_rational (language, &score->other, 2) : g_strdup ("—");
  after = score->has_one ? mer_format_rational (language, &score->one, 2) : g_strdup ("—");
  if (score->has_one && score->has_other)
    {
      g_auto (MerRational) difference = mer_rational_sub (&score->one, &score->other);

      change = mer_format_difference (language, &difference, 2);
    }
  /* Translators: criterion, score, cycle, score, cycle, difference. */
  return g_strdup_printf (_("%s: was %s (%s), is %s (%s), %s"), criterion->symbol, before,
                             self->book->facts.cycle->title, after, later->title,
                             change != NULL ? change : "—");
}

/* What it is about, before and after: what shows whether it helped. */
static void
add_effect (MerPlanInspector  *self,
            const MerPlanLine *line)
{
  MerPlanEffectKeeper *keeper = mer_plan_effect_keeper_of (self->session);
  MerResults          *results = mer_session_get_results (self->session);
  const GPtrArray     *criteria = self->book->facts.methodology->criteria;
  const MerPlanEffect *effect = mer_plan_effect_keeper_find (keeper, line->item->record.id);
  const MerScoreRow   *row = NULL;
  g_autofree char     *text = NULL;

  if (effect != NULL)
    text = effect_words (self, effect, mer_plan_effect_keeper_get_later (keeper));
  else if (results != NULL && line->organization != NULL)
    row = mer_score_table_find (results->scores, line->organization->id);
  if (row != NULL && line->criterion < results->scores->n_criteria &&
      row->criteria[line->criterion].defined)
    {
      g_autofree char *value = mer_format_rational (mer_language_of_locale (),
                                                    &row->criteria[line->criterion].value, 2);

      /* Translators: the symbol of a criterion, its score. */
      text = g_strdup_printf (_("%s is %s now; the next assessment will show whether it helped."),
                                 ((MerCriterion *) criteria->pdata[line->criterion])->symbol,
                                 value);
    }
  if (text == NULL)
    return;
  mer_plan_inspector_add_heading (self, _("Did it help"));
  mer_plan_inspector_add_label (self, text, NULL);
}

void
mer_plan_inspector_fill_head (MerPlanInspector *self)
{
  const MerPlanLine *line = mer_plan_inspector_line (self);

  mer_plan_inspector_add_label (self, mer_plan_inspector_name_of (line->organization),
                                "title-4");
  add_standing (self, line);
}

void
mer_plan_inspector_fill_state (MerPlanInspector *self)
{
  if (mer_plan_inspector_line (self)->item->state == MER_PLAN_ITEM_DONE)
    mer_plan_inspector_add_button (self, _("_Open again"), "view.reopen");
  else
    mer_plan_inspector_add_button (self, _("_Done…"), "view.done");
}

void
mer_plan_inspector_fill_foot (MerPlanInspector *self)
{
  const MerPlanNode *node = self->nodes->pdata[0];
  const MerPlanLine *line = node->line;

  mer_plan_inspector_add_heading (self, _("Control"));
  add_marks (self, line);
  add_effect (self, line);
  if (node->sheet != NULL && line->criterion < self->book->facts.methodology->criteria->len)
    {
      mer_plan_inspector_add_heading (self, _("Findings of the criterion"));
      mer_plan_inspector_add_findings (self, node->sheet, line->criterion);
    }
}

static GtkBox *
add_part (MerPlanInspector *self,
          void (*make) (MerPlanInspector *self))
{
  GtkBox *part = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));

  gtk_box_append (self->box, GTK_WIDGET (part));
  mer_plan_inspector_refill (self, part, make);
  return part;
}

static void
show_item (MerPlanInspector *self)
{
  self->head = add_part (self, mer_plan_inspector_fill_head);
  mer_plan_fields_add (self, "problem", TRUE);
  mer_plan_fields_add (self, "measure", TRUE);
  mer_plan_fields_add (self, "deadline", FALSE);
  mer_plan_fields_add (self, "person", FALSE);
  mer_plan_fields_add (self, "post", FALSE);
  mer_plan_inspector_add_heading (self, _("Execution"));
  mer_plan_fields_add (self, "taken", TRUE);
  mer_plan_fields_add (self, "share", FALSE);
  mer_plan_fields_add (self, "evidence", TRUE);
  mer_plan_fields_add (self, "done_on", FALSE);
  self->state = add_part (self, mer_plan_inspector_fill_state);
  self->foot = add_part (self, mer_plan_inspector_fill_foot);
}

/* --- several items --------------------------------------------------------------------------- */

static void
show_many (MerPlanInspector *self,
           guint             n)
{
  static const char *const keys[] = { "deadline", "person", "post", "evidence" };
  g_autofree char         *title = NULL;

  title = g_strdup_printf (ngettext ("%u item selected", "%u items selected", n), n);
  mer_plan_inspector_add_label (self, title, "title-4");
  mer_plan_inspector_add_label (self, _("What is typed here is set in all of them."),
                                         "mer-secondary");
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    mer_plan_fields_add (self, keys[i], FALSE);
  mer_plan_inspector_add_button (self, _("_Done…"), "view.done");
  mer_plan_inspector_add_button (self, _("In _work"), "view.work");
  mer_plan_inspector_add_button (self, _("Copy to _other organizations…"), "view.copy-to");
  mer_plan_inspector_add_button (self, _("_Delete"), "view.delete");
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

const MerPlanLine *
mer_plan_inspector_line (MerPlanInspector *self)
{
  const MerPlanNode *node = self->nodes->len == 1 ? self->nodes->pdata[0] : NULL;

  return node != NULL && node->kind == MER_PLAN_NODE_LINE ? node->line : NULL;
}

static void
fill (MerPlanInspector *self)
{
  guint        n = count_lines (self->nodes);
  guint        n_sheets = mer_plan_inspector_count_sheets (self);
  MerPlanNode *node = self->nodes->len > 0 ? self->nodes->pdata[0] : NULL;

  if (n > 1)
    show_many (self, n);
  else if (n_sheets > 1)
    mer_plan_inspector_show_sheets (self, n_sheets);
  else if (node == NULL || self->nodes->len > 1 || node->kind == MER_PLAN_NODE_GROUP)
    mer_plan_inspector_add_label (self, _("Select an item or an organization."), "mer-secondary");
  else if (node->kind == MER_PLAN_NODE_LINE)
    show_item (self);
  else if (node->kind == MER_PLAN_NODE_SHEET)
    mer_plan_inspector_show_plan (self, node);
  else
    mer_plan_inspector_show_finding (self, node);
}

static MerPlanField *
find_field (MerPlanInspector *self,
            const char       *key)
{
  for (guint i = 0; i < self->fields->len; i++)
    if (g_str_equal (((MerPlanField *) self->fields->pdata[i])->field->key, key))
      return self->fields->pdata[i];
  return NULL;
}

static gboolean
is_same_node (MerPlanInspector  *self,
              const MerPlanNode *before,
              const MerPlanNode *now)
{
  if (before->kind != now->kind)
    return FALSE;
  return before->key == now->key ||
         (now->kind == MER_PLAN_NODE_LINE &&
          mer_plan_inspector_newest (self, before->key) == now->key);
}

static gboolean
same_selection (MerPlanInspector *self,
                const GPtrArray  *nodes)
{
  if (self->nodes->len != nodes->len)
    return FALSE;
  for (guint i = 0; i < nodes->len; i++)
    if (!is_same_node (self, self->nodes->pdata[i], nodes->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
take (MerPlanInspector *self,
      MerPlanBook      *book,
      const GPtrArray  *nodes)
{
  if (book != NULL)
    mer_plan_book_ref (book);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  self->book = book;
  g_ptr_array_set_size (self->nodes, 0);
  for (guint i = 0; i < nodes->len; i++)
    g_ptr_array_add (self->nodes, g_object_ref (nodes->pdata[i]));
}

static void
show_anew (MerPlanInspector *self)
{
  mer_plan_fields_forget (self);
  self->head = self->state = self->foot = NULL;
  self->filling = TRUE;
  mer_plan_inspector_refill (self, self->box, self->book != NULL ? fill : NULL);
  self->filling = FALSE;
}

void
mer_plan_inspector_show (MerPlanInspector *self,
                         MerPlanBook      *book,
                         const GPtrArray  *nodes)
{
  gboolean same = FALSE;

  g_return_if_fail (MER_IS_PLAN_INSPECTOR (self));
  same = (book == NULL) == (self->book == NULL) && same_selection (self, nodes);
  if (!same)
    mer_plan_inspector_leave (self);
  take (self, book, nodes);
  if (same && self->fields->len > 0)
    mer_plan_inspector_refresh (self);
  else
    show_anew (self);
  mer_plan_inspector_forget_moved (self);
}

/* What is known beside the plans came late. */
static void
show_again_cb (MerPlanInspector *self)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->nodes != NULL && i < self->nodes->len; i++)
    g_ptr_array_add (nodes, g_object_ref (self->nodes->pdata[i]));
  mer_plan_inspector_show (self, self->book, nodes);
}

void
mer_plan_inspector_focus (MerPlanInspector *self,
                          const char       *key)
{
  MerPlanField *field = find_field (self, key);

  if (field != NULL)
    gtk_widget_grab_focus (field->widget);
}

void
mer_plan_inspector_ask_evidence (MerPlanInspector *self)
{
  MerPlanField    *field = find_field (self, "evidence");
  g_autofree char *text = field != NULL ? mer_plan_field_get (field) : NULL;

  if (field == NULL)
    return;
  self->done_pending = TRUE;
  if (*text != '\0')
    {
      g_clear_pointer (&field->shown, g_free); /* it stands there already: it is enough */
      mer_plan_field_commit (field);
      return;
    }
  mer_plan_field_note (field, _("Name what shows that it was done, and press Enter."), FALSE);
  gtk_widget_grab_focus (field->widget);
}

/* --- the object ------------------------------------------------------------------------------ */

static void
mer_plan_inspector_dispose (GObject *object)
{
  MerPlanInspector *self = MER_PLAN_INSPECTOR (object);

  if (self->fields != NULL)
    mer_plan_fields_forget (self);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->warned, g_free);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_clear_pointer (&self->book, mer_plan_book_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (mer_plan_inspector_parent_class)->dispose (object);
}

static void
mer_plan_inspector_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (mer_plan_inspector_parent_class)->root (widget);
  mer_plan_inspector_watch_window (MER_PLAN_INSPECTOR (widget));
}

static void
mer_plan_inspector_unroot (GtkWidget *widget)
{
  mer_plan_inspector_unwatch_window (MER_PLAN_INSPECTOR (widget));
  GTK_WIDGET_CLASS (mer_plan_inspector_parent_class)->unroot (widget);
}

/* Another page is shown. */
static void
mer_plan_inspector_unmap (GtkWidget *widget)
{
  mer_plan_inspector_tell_refused (MER_PLAN_INSPECTOR (widget));
  GTK_WIDGET_CLASS (mer_plan_inspector_parent_class)->unmap (widget);
}

static void
mer_plan_inspector_class_init (MerPlanInspectorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mer_plan_inspector_dispose;
  GTK_WIDGET_CLASS (klass)->root = mer_plan_inspector_root;
  GTK_WIDGET_CLASS (klass)->unroot = mer_plan_inspector_unroot;
  GTK_WIDGET_CLASS (klass)->unmap = mer_plan_inspector_unmap;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mer_plan_inspector_init (MerPlanInspector *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->fields = g_ptr_array_new ();
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  self->moved = g_hash_table_new (NULL, NULL);
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->target = self->box;
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

void
mer_plan_inspector_set_narrow (MerPlanInspector *self,
                               gboolean          narrow)
{
  g_return_if_fail (MER_IS_PLAN_INSPECTOR (self));
  gtk_widget_set_size_request (GTK_WIDGET (self), narrow ? NARROW_WIDTH : WIDTH, -1);
}

GtkWidget *
mer_plan_inspector_new (MerSession *session)
{
  MerPlanInspector *self = g_object_new (MER_TYPE_PLAN_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (mer_plan_effect_keeper_of (session), "changed",
                           G_CALLBACK (show_again_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
