/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fields of properties that have one or some of a list: of choices that the table of
 * properties names, or of other parts of the rules. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "methodology/mer-measure.h"
#include "ui/pages/mer-methodology-field.h"
#include "ui/pages/mer-methodology-outline.h"
#include "ui/widgets/mer-children.h"

#define CODES "mer-codes"
#define ONE "mer-one"
#define SHOWN "mer-shown"

/* The codes behind the rows of a drop-down, or the codes of a list: owned by the widget. */
static GPtrArray *
codes_of (GtkWidget *input)
{
  GPtrArray *codes = g_object_get_data (G_OBJECT (input), CODES);

  if (codes == NULL)
    {
      codes = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (input), CODES, codes, (GDestroyNotify) g_ptr_array_unref);
    }
  return codes;
}

static const char *
choice_text (MerMethodologyField *self,
             const char          *choice)
{
  MerPartKind           kind = mer_methodology_field_get_kind (self);
  const char           *property = mer_methodology_field_get_property_name (self);
  const MerMeasureKind *measure =
    g_str_equal (property, "measure") ? mer_measure_kind_find (choice) : NULL;

  return measure != NULL ? _(measure->title)
                         : _(mer_part_choice_label (kind, property, choice));
}

/* --- one choice -------------------------------------------------------------------------- */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* A long choice is cut in the button, and shown whole in the list. */
static GtkWidget *
plain_drop_new (void)
{
  GtkWidget *drop = gtk_drop_down_new (G_LIST_MODEL (gtk_string_list_new (NULL)), NULL);
  g_autoptr (GtkListItemFactory) cut = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) whole = g_object_ref (
    gtk_drop_down_get_factory (GTK_DROP_DOWN (drop)));

  g_signal_connect (cut, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (cut, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_list_factory (GTK_DROP_DOWN (drop), whole);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (drop), cut);
  gtk_widget_set_halign (drop, GTK_ALIGN_START);
  gtk_widget_add_css_class (drop, "mer-regular");
  return drop;
}

/* What is shown is said with the name: a button that is named no longer says what stands on it. */
static void
drop_say (GtkWidget *drop)
{
  gpointer    item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop));
  const char *name = g_object_get_data (G_OBJECT (drop), "mer-name");
  const char *value =
    GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (GTK_STRING_OBJECT (item)) : "";
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, value);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

void
mer_methodology_drop_set_name (GtkWidget  *drop,
                               const char *name)
{
  g_object_set_data_full (G_OBJECT (drop), "mer-name", g_strdup (name), g_free);
  g_signal_connect (drop, "notify::selected-item", G_CALLBACK (drop_say), NULL);
  drop_say (drop);
}

static GtkWidget *
drop_new (MerMethodologyField *self)
{
  GtkWidget *drop = plain_drop_new ();

  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (mer_methodology_field_chosen),
                            self);
  return drop;
}

static void
drop_add (GtkWidget  *drop,
          const char *code,
          const char *text)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop)));

  g_ptr_array_add (codes_of (drop), g_strdup (code));
  gtk_string_list_append (list, text);
}

static void
drop_clear (GtkWidget *drop)
{
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (GTK_DROP_DOWN (drop)));

  g_ptr_array_set_size (codes_of (drop), 0);
  gtk_string_list_splice (list, 0, g_list_model_get_n_items (G_LIST_MODEL (list)), NULL);
}

/* Whether there is such a code. */
static gboolean
drop_select (GtkWidget  *drop,
             const char *value)
{
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (codes_of (drop), value, g_str_equal, &index))
    return FALSE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), index);
  return TRUE;
}

static char *
drop_read (MerMethodologyField *self,
           GtkWidget           *input)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (input));

  return g_strdup (selected != GTK_INVALID_LIST_POSITION ? codes_of (input)->pdata[selected] : "");
}

static GtkWidget *
make_choice (MerMethodologyField *self)
{
  GtkWidget         *drop = drop_new (self);
  const char *const *choices =
    mer_part_property_choices (mer_methodology_field_get_kind (self),
                               mer_methodology_field_get_property_name (self));

  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    drop_add (drop, choices[i], choice_text (self, choices[i]));
  return drop;
}

static void
show_choice (MerMethodologyField  *self,
             GtkWidget            *input,
             const MerMethodology *methodology,
             const char           *path,
             const char           *value)
{
  drop_select (input, value);
}

const MerFieldKind mer_member_choice = { make_choice, show_choice, drop_read,
                                         gtk_widget_set_sensitive };

/* --- some choices ------------------------------------------------------------------------ */

static GtkWidget *
make_choices (MerMethodologyField *self)
{
  GtkWidget         *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *const *choices =
    mer_part_property_choices (mer_methodology_field_get_kind (self),
                               mer_methodology_field_get_property_name (self));

  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      GtkWidget *check = gtk_check_button_new_with_label (choice_text (self, choices[i]));

      g_ptr_array_add (codes_of (box), g_strdup (choices[i]));
      g_signal_connect_swapped (check, "toggled", G_CALLBACK (mer_methodology_field_chosen), self);
      gtk_box_append (GTK_BOX (box), check);
    }
  return box;
}

static void
show_choices (MerMethodologyField  *self,
              GtkWidget            *input,
              const MerMethodology *methodology,
              const char           *path,
              const char           *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  GtkWidget *check = gtk_widget_get_first_child (input);

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (
      GTK_CHECK_BUTTON (check),
      g_strv_contains ((const char *const *) words, codes_of (input)->pdata[i]));
}

static char *
read_choices (MerMethodologyField *self,
              GtkWidget           *input)
{
  g_autoptr (GString) out = g_string_new (NULL);
  GtkWidget *check = gtk_widget_get_first_child (input);

  for (guint i = 0; check != NULL; i++, check = gtk_widget_get_next_sibling (check))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_string_append_printf (out, "%s%s", out->len > 0 ? " " : "",
                              (const char *) codes_of (input)->pdata[i]);
  return g_strdup (out->str);
}

const MerFieldKind mer_member_choices = { make_choices, show_choices, read_choices,
                                          gtk_widget_set_sensitive };

/* --- other parts ------------------------------------------------------------------------- */

static void
add_all (GPtrArray            *rows,
         const MerMethodology *methodology,
         MerOutline            outline,
         const char           *parent,
         MerPartKind           kind)
{
  g_auto (GStrv) children = mer_outline_children (methodology, outline, parent);

  for (guint i = 0; children[i] != NULL; i++)
    if (mer_part_kind_of (children[i]) == kind)
      g_ptr_array_add (rows, g_strdup (children[i]));
}

/* The parts that a property may name: those that the kind of measure asks for, questions of a
 * filter, neighbours of a row that is calculated. */
static GPtrArray *
candidates (MerMethodologyField  *self,
            const MerMethodology *methodology,
            const char           *path)
{
  GPtrArray            *rows = g_ptr_array_new_with_free_func (g_free);
  MerPartKind           kind = mer_methodology_field_get_kind (self);
  g_autofree char      *measure = NULL;
  g_autofree char      *parent = NULL;
  const MerMeasureKind *found = NULL;

  if (kind == MER_PART_CALCULATED)
    {
      parent = mer_outline_parent (methodology, path);
      add_all (rows, methodology, MER_OUTLINE_CRITERIA, parent, MER_PART_INDICATOR);
      return rows;
    }
  if (kind == MER_PART_INDICATOR)
    measure = mer_methodology_get (methodology, path, "measure");
  found = measure != NULL ? mer_measure_kind_find (measure) : NULL;
  if (found != NULL && (found->uses & MER_MEASURE_PLACES) != 0)
    add_all (rows, methodology, MER_OUTLINE_CHECKLISTS, NULL, MER_PART_PLACE);
  if (found == NULL || (found->uses & MER_MEASURE_QUESTIONS) != 0)
    add_all (rows, methodology, MER_OUTLINE_QUESTIONS, NULL, MER_PART_QUESTION);
  return rows;
}

/* «q2 Стенд: довольны» */
static char *
part_text (const MerMethodology *methodology,
           const char           *row)
{
  const char      *code = strchr (row, '/') + 1;
  g_autofree char *name =
    mer_methodology_get (methodology, row,
                         mer_part_kind_of (row) == MER_PART_QUESTION ? "short-text" : "title");

  return g_strdup_printf ("%s %s", code, name != NULL ? name : "");
}

/* All that an input shows, in one text: widgets are made anew only when it is another. What it
 * had been told is forgotten where the user changes the widgets. */
static gboolean
is_shown (GtkWidget            *input,
          const MerMethodology *methodology,
          GPtrArray            *rows,
          const char           *value)
{
  g_autoptr (GString) shown = g_string_new (value);
  const char *old = g_object_get_data (G_OBJECT (input), SHOWN);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = part_text (methodology, rows->pdata[i]);

      g_string_append_printf (shown, "\n%s %s", (const char *) rows->pdata[i], text);
    }
  if (g_strcmp0 (old, shown->str) == 0)
    return TRUE;
  g_object_set_data_full (G_OBJECT (input), SHOWN, g_strdup (shown->str), g_free);
  return FALSE;
}

static void
forget_shown (GtkWidget *input)
{
  g_object_set_data (G_OBJECT (input), SHOWN, NULL);
}

static GtkWidget *
make_link (MerMethodologyField *self)
{
  return drop_new (self);
}

static void
show_link (MerMethodologyField  *self,
           GtkWidget            *input,
           const MerMethodology *methodology,
           const char           *path,
           const char           *value)
{
  g_autoptr (GPtrArray) rows = candidates (self, methodology, path);

  if (is_shown (input, methodology, rows, path) && drop_select (input, value))
    return;
  drop_clear (input);
  drop_add (input, "", _("nobody is left out"));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *text = part_text (methodology, rows->pdata[i]);

      if (!g_str_equal (rows->pdata[i], path))
        drop_add (input, strchr (rows->pdata[i], '/') + 1, text);
    }
  drop_select (input, value);
}

const MerFieldKind mer_member_link = { make_link, show_link, drop_read, gtk_widget_set_sensitive };

/* --- a list of other parts --------------------------------------------------------------- */

/* A box: a row for each part that is named, then a drop-down that adds one. */
static GtkWidget *
make_links (MerMethodologyField *self)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
}

static gboolean
chosen_later_cb (gpointer user_data)
{
  if (gtk_widget_get_root (user_data) != NULL)
    mer_methodology_field_chosen (user_data);
  return G_SOURCE_REMOVE;
}

/* What was pressed goes away with the choice: first it has to end what it is doing. */
static void
chosen_later (MerMethodologyField *self)
{
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, chosen_later_cb, g_object_ref (self), g_object_unref);
}

static void
remove_cb (MerMethodologyField *self,
           GtkWidget           *button)
{
  GtkWidget *row = gtk_widget_get_parent (button);
  GtkWidget *input = gtk_widget_get_parent (row);
  guint      index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  g_ptr_array_remove_index (codes_of (input), index);
  forget_shown (input);
  chosen_later (self);
}

static GtkWidget *
link_row (MerMethodologyField *self,
          const char          *text,
          guint                index)
{
  GtkWidget       *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget       *label = gtk_label_new (text);
  GtkWidget       *button = gtk_button_new_from_icon_name ("merilo-close-symbolic");
  g_autofree char *name = g_strdup_printf (_("Remove %s"), text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

static gboolean
takes_one (MerMethodologyField  *self,
           const MerMethodology *methodology,
           const char           *path)
{
  g_autofree char      *measure = NULL;
  const MerMeasureKind *kind = NULL;

  if (mer_methodology_field_get_kind (self) != MER_PART_INDICATOR)
    return FALSE;
  measure = mer_methodology_get (methodology, path, "measure");
  kind = measure != NULL ? mer_measure_kind_find (measure) : NULL;
  return kind != NULL && (kind->uses & MER_MEASURE_ONE_INPUT) != 0;
}

/* The first row of the drop-down says what it is for; where there can be one only, another one
 * takes its place. */
static void
add_cb (MerMethodologyField *self,
        GParamSpec          *pspec,
        GtkWidget           *drop)
{
  guint      selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop));
  GtkWidget *input = gtk_widget_get_parent (drop);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (g_object_get_data (G_OBJECT (input), ONE) != NULL)
    g_ptr_array_set_size (codes_of (input), 0);
  g_ptr_array_add (codes_of (input), g_strdup (codes_of (drop)->pdata[selected]));
  forget_shown (input);
  chosen_later (self);
}

static void
add_drop (MerMethodologyField  *self,
          GtkWidget            *input,
          const MerMethodology *methodology,
          GPtrArray            *rows)
{
  GtkWidget  *drop = plain_drop_new ();
  const char *add = _("Add");

  /* its button has the keyboard */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (drop)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  drop_add (drop, "",
            g_object_get_data (G_OBJECT (input), ONE) != NULL && codes_of (input)->len > 0
            ? _("Choose…")
            : _("Add…"));
  for (guint i = 0; i < rows->len; i++)
    {
      const char      *code = strchr (rows->pdata[i], '/') + 1;
      g_autofree char *text = part_text (methodology, rows->pdata[i]);

      if (!g_ptr_array_find_with_equal_func (codes_of (input), code, g_str_equal, NULL))
        drop_add (drop, code, text);
    }
  g_signal_connect_swapped (drop, "notify::selected", G_CALLBACK (add_cb), self);
  gtk_box_append (GTK_BOX (input), drop);
}

static void
show_links (MerMethodologyField  *self,
            GtkWidget            *input,
            const MerMethodology *methodology,
            const char           *path,
            const char           *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  g_autoptr (GPtrArray) rows = candidates (self, methodology, path);
  gboolean         one = takes_one (self, methodology, path);
  g_autofree char *what = g_strdup_printf ("%d %s", one, value);

  if (is_shown (input, methodology, rows, what))
    return;
  mer_box_clear (GTK_BOX (input));
  g_ptr_array_set_size (codes_of (input), 0);
  g_object_set_data (G_OBJECT (input), ONE, GUINT_TO_POINTER (one ? 1 : 0));
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *text = g_strdup (words[i]);

      if (*words[i] == '\0')
        continue;
      for (guint k = 0; k < rows->len; k++)
        if (g_str_equal (strchr (rows->pdata[k], '/') + 1, words[i]))
          {
            g_free (text);
            text = part_text (methodology, rows->pdata[k]);
          }
      gtk_box_append (GTK_BOX (input), link_row (self, text, codes_of (input)->len));
      g_ptr_array_add (codes_of (input), g_strdup (words[i]));
    }
  add_drop (self, input, methodology, rows);
}

static char *
read_links (MerMethodologyField *self,
            GtkWidget           *input)
{
  g_autoptr (GString) out = g_string_new (NULL);

  for (guint i = 0; i < codes_of (input)->len; i++)
    g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                            (const char *) codes_of (input)->pdata[i]);
  return g_strdup (out->str);
}

const MerFieldKind mer_member_links = { make_links, show_links, read_links,
                                        gtk_widget_set_sensitive };
