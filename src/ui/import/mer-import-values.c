/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values and their meanings. Rows are made anew only for another column or another scan, so that
 * a drop-down keeps the keyboard while its choice is told around. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-evidence.h"
#include "core/mer-language.h"
#include "ui/import/mer-import-values.h"
#include "ui/widgets/mer-children.h"

#define MOST_VALUES 12 /* shown in any case */
#define MOST_ROWS 60   /* with those that have no meaning yet */

struct _MerImportValues
{
  GtkBox parent_instance;

  /* template children */
  GtkLabel       *title;
  GtkLabel       *note;
  GtkGrid        *grid;
  GtkLabel       *more;
  GtkCheckButton *everywhere;

  MerImportState              *state;  /* owned, nullable */
  const MerImportScan         *scan;   /* borrowed, only compared */
  const MerImportPreview      *rows;   /* borrowed, only compared */
  const MerImportColumnValues *values; /* borrowed: while `scan` is the state's */
  guint                        column;
  GStrv                        options; /* owned: as in MerValueDecision, one a menu line */
  GtkStringList               *titles;  /* owned: how the menu calls them */
  gboolean                     updating;
};

G_DEFINE_FINAL_TYPE (MerImportValues, mer_import_values, GTK_TYPE_BOX)

static const MerImportColumn *
column_of (MerImportValues *self)
{
  return g_ptr_array_index (mer_import_state_get_preview (self->state)->columns, self->column);
}

/* --- meanings ------------------------------------------------------------------------- */

static gboolean
is_item (const MerImportColumn *column)
{
  return column->code != NULL && strchr (column->code, '/') != NULL;
}

static const MerQuestion *
question_of (MerImportValues *self)
{
  const MerMethodology *methodology = mer_import_state_get_methodology (self->state);
  const char           *code = column_of (self)->code;
  int                   index = -1;

  if (methodology != NULL && code != NULL)
    index = mer_methodology_find_question (methodology, code);
  return index >= 0 ? g_ptr_array_index (methodology->questions, index) : NULL;
}

static void
add_meaning (MerImportValues *self,
             GPtrArray       *options,
             const char      *option,
             const char      *title)
{
  g_ptr_array_add (options, g_strdup (option));
  gtk_string_list_append (self->titles, title);
}

/* What a value may mean: the question's options, or the marks of a checklist. */
static void
list_meanings (MerImportValues *self)
{
  g_autoptr (GPtrArray) options = g_ptr_array_new_with_free_func (g_free);
  const MerQuestion *question = question_of (self);

  g_clear_object (&self->titles);
  self->titles = gtk_string_list_new (NULL);
  if (is_item (column_of (self)))
    {
      add_meaning (self, options, "1", _("1 (there)"));
      add_meaning (self, options, "0.5", _("½ (partly)"));
      add_meaning (self, options, "0", _("0 (not there)"));
      add_meaning (self, options, "", _("not required"));
    }
  for (guint i = 0; question != NULL && i < question->options->len; i++)
    {
      const char *text = ((const MerOption *) question->options->pdata[i])->text;

      add_meaning (self, options, text, text);
    }
  if (question != NULL)
    {
      add_meaning (self, options, "other", _("another answer (answered, not satisfied)"));
      add_meaning (self, options, "", _("no answer"));
    }
  g_ptr_array_add (options, NULL);
  g_strfreev (self->options);
  self->options = (GStrv) g_ptr_array_steal (options, NULL);
}

/* The line of the menu that says what a value means now; GTK_INVALID_LIST_POSITION: none does. */
static guint
line_of (MerImportValues      *self,
         const MerImportValue *value)
{
  static const MerMark marks[] = { MER_MARK_PRESENT, MER_MARK_HALF, MER_MARK_ABSENT,
                                   MER_MARK_NOT_REQUIRED };
  guint                n = g_list_model_get_n_items (G_LIST_MODEL (self->titles));

  if (is_item (column_of (self)))
    {
      for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
        if (value->option == (int) marks[i])
          return i;
      return GTK_INVALID_LIST_POSITION;
    }
  if (value->option == MER_IMPORT_VALUE_BLANK)
    return n - 1;
  return value->option >= 0 ? (guint) value->option : n - 2;
}

/* --- rows of the list ----------------------------------------------------------------- */

static gboolean
is_open (const MerImportValue *value)
{
  return value->option == -1 && !value->decided;
}

guint
mer_import_values_count_open (const MerImportColumnValues *values)
{
  guint n = 0;

  for (guint i = 0; values != NULL && i < values->values->len; i++)
    n += is_open (g_ptr_array_index (values->values, i)) ? 1 : 0;
  return n;
}

static void
show_mark (GtkWidget *text,
           gboolean   open)
{
  if (open)
    gtk_widget_add_css_class (text, "mer-warning");
  else
    gtk_widget_remove_css_class (text, "mer-warning");
}

static void
meaning_cb (MerImportValues *self,
            GParamSpec      *pspec,
            GtkDropDown     *menu)
{
  guint       line = gtk_drop_down_get_selected (menu);
  const char *spelling = g_object_get_data (G_OBJECT (menu), "spelling");

  if (self->updating || line == GTK_INVALID_LIST_POSITION)
    return;
  mer_import_state_decide_value (self->state, self->column, spelling, self->options[line],
                                 gtk_check_button_get_active (self->everywhere));
}

static void
add_texts (MerImportValues *self,
           const char      *spelling,
           guint64          count,
           int              row)
{
  gboolean         empty = *spelling == '\0';
  GtkWidget       *text = gtk_label_new (empty ? _("empty") : spelling);
  g_autofree char *number = mer_format_count (mer_language_of_locale (), (gint64) count);
  GtkWidget       *label = gtk_label_new (number);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_single_line_mode (GTK_LABEL (text), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (text), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (text), 14);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_tooltip_text (text, empty ? NULL : spelling);
  if (empty)
    gtk_widget_add_css_class (text, "mer-secondary");
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "mer-secondary");
  gtk_grid_attach (self->grid, text, 0, row, 1, 1);
  gtk_grid_attach (self->grid, label, 1, row, 1, 1);
}

static void
line_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

/* The button of a drop-down is narrow: it cuts what its list shows in full. */
static void
button_setup_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = NULL;

  line_setup_cb (factory, item);
  label = gtk_list_item_get_child (item);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 10);
}

static void
line_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkListItemFactory *
make_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (line_bind_cb), NULL);
  return factory;
}

static GtkWidget *
make_menu (MerImportValues *self)
{
  GtkWidget *menu = gtk_drop_down_new (G_LIST_MODEL (g_object_ref (self->titles)), NULL);
  g_autoptr (GtkListItemFactory) button = make_factory (G_CALLBACK (button_setup_cb));
  g_autoptr (GtkListItemFactory) list = make_factory (G_CALLBACK (line_setup_cb));

  gtk_drop_down_set_factory (GTK_DROP_DOWN (menu), button);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (menu), list);
  gtk_widget_set_size_request (menu, 132, -1);
  return menu;
}

static void
add_menu (MerImportValues      *self,
          const MerImportValue *value,
          int                   row)
{
  GtkWidget       *menu = make_menu (self);
  g_autofree char *name = g_strdup_printf (_("Meaning of “%s”"), value->spelling);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), line_of (self, value));
  g_object_set_data_full (G_OBJECT (menu), "spelling", g_strdup (value->spelling), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (menu), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (menu, "notify::selected", G_CALLBACK (meaning_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_grid_attach (self->grid, menu, 2, row, 1, 1);
  show_mark (gtk_grid_get_child_at (self->grid, 0, row), is_open (value));
}

static void
show_more (MerImportValues *self,
           guint64          hidden)
{
  g_autofree char *text = g_strdup_printf (ngettext ("and %u more", "and %u more", hidden),
                                           (guint) hidden);

  gtk_label_set_text (self->more, text);
  gtk_widget_set_visible (GTK_WIDGET (self->more), hidden > 0);
}

/* The most frequent ones, and all that have no meaning yet. */
static void
show_meanings (MerImportValues *self)
{
  const MerImportColumnValues *values = self->values;
  guint64                      answers = values->n_other;
  guint                        shown = 0;
  g_autofree char             *count = NULL;
  g_autofree char             *title = NULL;

  for (guint i = 0; i < values->values->len; i++)
    {
      const MerImportValue *value = g_ptr_array_index (values->values, i);

      answers += value->count;
      if (shown >= MOST_ROWS || (i >= MOST_VALUES && !is_open (value)))
        continue;
      add_texts (self, value->spelling, value->count, (int) shown);
      add_menu (self, value, (int) shown++);
    }
  if (values->n_blank > 0)
    add_texts (self, "", values->n_blank, (int) shown);
  count = mer_format_count (mer_language_of_locale (), (gint64) answers);
  title = is_item (column_of (self))
            ? g_strdup_printf (ngettext ("Values, %s mark", "Values, %s marks", answers), count)
            : g_strdup_printf (ngettext ("Values, %s answer", "Values, %s answers", answers),
                               count);
  gtk_label_set_text (self->title, title);
  show_more (self, values->values->len - shown);
}

/* --- the first rows alone ------------------------------------------------------------- */

typedef struct
{
  const char *text;
  guint       count;
} ValueCount;

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const ValueCount *first = a;
  const ValueCount *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return g_strcmp0 (first->text, second->text);
}

/* (element-type ValueCount), most frequent first; texts belong to the preview. */
static GArray *
count_values (const MerImportPreview *preview,
              guint                   column)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (ValueCount));

  for (guint i = 0; i < preview->rows->len; i++)
    {
      char   **cells = g_ptr_array_index (preview->rows, i);
      gpointer at = NULL;

      if (g_hash_table_lookup_extended (seen, cells[column], NULL, &at))
        g_array_index (values, ValueCount, GPOINTER_TO_UINT (at)).count++;
      else
        {
          ValueCount value = { cells[column], 1 };

          g_hash_table_insert (seen, cells[column], GUINT_TO_POINTER (values->len));
          g_array_append_val (values, value);
        }
    }
  g_array_sort (values, compare_counts);
  return values;
}

static void
show_first_values (MerImportValues *self)
{
  const MerImportPreview *preview = mer_import_state_get_preview (self->state);
  g_autoptr (GArray) values = count_values (preview, self->column);
  g_autofree char *title =
    g_strdup_printf (ngettext ("Values of the first %u row", "Values of the first %u rows",
                               preview->rows->len),
                     preview->rows->len);
  guint shown = MIN (values->len, MOST_VALUES);

  gtk_label_set_text (self->title, title);
  for (guint i = 0; i < shown; i++)
    add_texts (self, g_array_index (values, ValueCount, i).text,
               g_array_index (values, ValueCount, i).count, (int) i);
  show_more (self, values->len - shown);
}

/* --- showing -------------------------------------------------------------------------- */

static char *
note_text (MerImportValues *self)
{
  guint n = mer_import_values_count_open (self->values);

  if (n == 0)
    return NULL;
  if (is_item (column_of (self)))
    return g_strdup_printf (ngettext ("%u spelling is no mark: rows that have it are rejected.",
                                      "%u spellings are no marks: rows that have them are "
                                      "rejected.",
                                      n),
                            n);
  return g_strdup_printf (ngettext ("%u spelling fits no option and counts as another answer.",
                                    "%u spellings fit no option and count as another answer.",
                                    n),
                          n);
}

static void
show_note (MerImportValues *self)
{
  g_autofree char *note = note_text (self);

  gtk_label_set_text (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

/* Decisions were made, in this column or for all: the rows stay, what they say is put right. */
static void
update_rows (MerImportValues *self)
{
  for (int row = 0; gtk_grid_get_child_at (self->grid, 2, row) != NULL; row++)
    {
      GtkWidget  *menu = gtk_grid_get_child_at (self->grid, 2, row);
      const char *spelling = g_object_get_data (G_OBJECT (menu), "spelling");

      for (guint i = 0; i < self->values->values->len; i++)
        {
          const MerImportValue *value = g_ptr_array_index (self->values->values, i);

          if (!g_str_equal (value->spelling, spelling))
            continue;
          gtk_drop_down_set_selected (GTK_DROP_DOWN (menu), line_of (self, value));
          show_mark (gtk_grid_get_child_at (self->grid, 0, row), is_open (value));
        }
    }
}

static void
show_private (MerImportValues *self)
{
  gtk_label_set_text (self->title, _("Personal data"));
  gtk_label_set_text (self->note,
                      _("The values are not imported and not shown. What the column is can be "
                        "chosen above it."));
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  show_more (self, 0);
}

void
mer_import_values_show (MerImportValues *self,
                        MerImportState  *state,
                        guint            column)
{
  const MerImportScan *scan = mer_import_state_get_scan (state);
  gboolean             same = state == self->state && column == self->column &&
                  scan == self->scan && mer_import_state_get_preview (state) == self->rows;

  g_return_if_fail (MER_IS_IMPORT_VALUES (self));
  g_set_object (&self->state, state);
  self->column = column;
  self->scan = scan;
  self->rows = mer_import_state_get_preview (state);
  self->values = mer_import_state_get_values (state, column);
  self->updating = TRUE;
  if (same && self->values != NULL)
    update_rows (self);
  else if (!same)
    {
      mer_grid_clear (self->grid);
      list_meanings (self);
      if (mer_import_column_is_private (column_of (self)))
        show_private (self);
      else if (self->values != NULL)
        show_meanings (self);
      else
        show_first_values (self);
      gtk_widget_set_visible (GTK_WIDGET (self->everywhere), self->values != NULL);
    }
  if (!mer_import_column_is_private (column_of (self)))
    show_note (self);
  self->updating = FALSE;
}

/* --- the object ----------------------------------------------------------------------- */

static void
mer_import_values_dispose (GObject *object)
{
  MerImportValues *self = MER_IMPORT_VALUES (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), MER_TYPE_IMPORT_VALUES);
  g_clear_object (&self->state);
  g_clear_object (&self->titles);
  g_clear_pointer (&self->options, g_strfreev);
  G_OBJECT_CLASS (mer_import_values_parent_class)->dispose (object);
}

static void
mer_import_values_class_init (MerImportValuesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mer_import_values_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/merilo/Merilo/ui/mer-import-values.ui");
  gtk_widget_class_bind_template_child (widget_class, MerImportValues, title);
  gtk_widget_class_bind_template_child (widget_class, MerImportValues, note);
  gtk_widget_class_bind_template_child (widget_class, MerImportValues, grid);
  gtk_widget_class_bind_template_child (widget_class, MerImportValues, more);
  gtk_widget_class_bind_template_child (widget_class, MerImportValues, everywhere);
}

static void
mer_import_values_init (MerImportValues *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
