/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds every interface file with libadwaita's and our own types known, which the
 * toolkit's own validator cannot; and checks what a screen reader needs: a button that
 * shows only an icon has a tooltip and an accessible label. A template is built as an
 * object of its parent type. Arguments: the .ui files. Skipped when
 * there is no display. */

#include "config.h"

#include <adwaita.h>

#include "ui/import/mer-import-columns-page.h"
#include "ui/import/mer-import-file-page.h"
#include "ui/import/mer-import-inspector.h"
#include "ui/import/mer-import-names-page.h"
#include "ui/import/mer-import-outcome.h"
#include "ui/import/mer-import-reasons.h"
#include "ui/import/mer-import-view.h"
#include "ui/mer-page-table.h"
#include "ui/mer-ui.h"
#include "ui/pages/mer-compare-window.h"
#include "ui/pages/mer-data-paper.h"
#include "ui/pages/mer-data-comments.h"
#include "ui/pages/mer-data-checklists.h"

#define SKIPPED 77 /* as Meson reads it */

/* What of an object matters here, gathered while its element is open. */
typedef struct
{
  char    *type;
  int      line;
  gboolean icon;  /* has icon-name */
  gboolean words; /* has a label or child of its own */
  gboolean tooltip;
  gboolean name; /* has an accessible label */
} Object;

typedef struct
{
  const char *file;
  GPtrArray  *objects; /* of Object, the open ones */
  gboolean    in_accessibility;
  guint       n_problems;
} Check;

static void
object_free (gpointer data)
{
  Object *object = data;

  g_free (object->type);
  g_free (object);
}

static const char *
attribute (const char **names,
           const char **values,
           const char  *name)
{
  for (guint i = 0; names[i]; i++)
    if (g_str_equal (names[i], name))
      return values[i];
  return NULL;
}

static void
note_property (Check      *check,
               const char *name)
{
  Object *object = NULL;

  if (check->objects->len == 0)
    return;
  object = g_ptr_array_index (check->objects, check->objects->len - 1);
  if (check->in_accessibility)
    object->name |= g_str_equal (name, "label") || g_str_equal (name, "labelled-by");
  else
    {
      object->icon |= g_str_equal (name, "icon-name");
      object->words |= g_str_equal (name, "label") || g_str_equal (name, "child");
      object->tooltip |= g_str_equal (name, "tooltip-text");
    }
}

static void
start_element (GMarkupParseContext *context,
               const char          *element,
               const char         **names,
               const char         **values,
               gpointer             user_data,
               GError             **error)
{
  Check *check = user_data;

  if (g_str_equal (element, "object") || g_str_equal (element, "template"))
    {
      Object *object = g_new0 (Object, 1);

      object->type = g_strdup (attribute (names, values, "class"));
      g_markup_parse_context_get_position (context, &object->line, NULL);
      g_ptr_array_add (check->objects, object);
    }
  else if (g_str_equal (element, "accessibility"))
    check->in_accessibility = TRUE;
  else if (g_str_equal (element, "property") || g_str_equal (element, "relation"))
    note_property (check, attribute (names, values, "name"));
}

static void
end_element (GMarkupParseContext *context,
             const char          *element,
             gpointer             user_data,
             GError             **error)
{
  static const char *const buttons[] = { "GtkButton", "GtkMenuButton", "GtkToggleButton", NULL };
  Check                   *check = user_data;
  Object                  *object = NULL;

  if (g_str_equal (element, "accessibility"))
    check->in_accessibility = FALSE;
  if (!g_str_equal (element, "object") && !g_str_equal (element, "template"))
    return;
  object = g_ptr_array_index (check->objects, check->objects->len - 1);
  if (g_strv_contains (buttons, object->type) && object->icon && !object->words &&
      !(object->tooltip && object->name))
    {
      g_printerr ("%s:%d: an icon button without %s\n", check->file, object->line,
                  object->tooltip ? "accessible label" : "tooltip");
      check->n_problems++;
    }
  g_ptr_array_set_size (check->objects, (int) check->objects->len - 1);
}

static guint
check_names (const char *file,
             const char *text)
{
  static const GMarkupParser parser = { .start_element = start_element,
                                        .end_element = end_element };
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (object_free);
  Check check = { file, objects, FALSE, 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &check, NULL);
  g_autoptr (GError) error = NULL;

  if (!g_markup_parse_context_parse (context, text, -1, &error))
    {
      g_printerr ("%s: %s\n", file, error->message);
      return 1;
    }
  return check.n_problems;
}

/* Abstract parents are stood in for by types that take the same children. */
G_DECLARE_FINAL_TYPE (MerCheckPage, mer_check_page, MER, CHECK_PAGE, MerPage)
struct _MerCheckPage
{
  MerPage parent_instance;
};
G_DEFINE_FINAL_TYPE (MerCheckPage, mer_check_page, MER_TYPE_PAGE)

static void
mer_check_page_class_init (MerCheckPageClass *klass)
{
}

static void
mer_check_page_init (MerCheckPage *self)
{
}

static char *
replace (const char *text,
         const char *pattern,
         const char *replacement)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, replacement, 0, NULL);
}

/* A template becomes an object of its parent type; handlers of signals stay with the class. */
static char *
template_to_object (const char *text)
{
  g_autofree char *opened = replace (text, "<template class=\"\\w+\" parent=\"(\\w+)\">",
                                     "<object class=\"\\1\">");
  g_autofree char *closed = replace (opened, "</template>", "</object>");
  g_autofree char *silent = replace (closed, "<signal [^>]*/>", "");
  g_autofree char *widget = replace (silent, "class=\"GtkWidget\"", "class=\"GtkBox\"");
  g_autofree char *view = replace (widget, "class=\"MerDataView\"", "class=\"AdwBin\"");

  return replace (view, "class=\"MerPage\"", "class=\"MerCheckPage\"");
}

/* The class of a widget makes the types known that its template names. */
static void
know_types (void)
{
  guint              n_pages = 0;
  const MerPageInfo *pages = mer_page_table (&n_pages);

  g_type_ensure (mer_check_page_get_type ());
  for (guint i = 0; i < n_pages; i++)
    g_type_class_unref (g_type_class_ref (pages[i].get_type ()));
  g_type_class_unref (g_type_class_ref (MER_TYPE_COMPARE_WINDOW));
  g_type_class_unref (g_type_class_ref (MER_TYPE_DATA_PAPER));
  g_type_class_unref (g_type_class_ref (MER_TYPE_DATA_COMMENTS));
  g_type_ensure (MER_TYPE_CHECKLIST_GRID);
  g_type_class_unref (g_type_class_ref (MER_TYPE_CHECKLIST_INSPECTOR));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_VIEW));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_FILE_PAGE));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_COLUMNS_PAGE));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_NAMES_PAGE));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_OUTCOME));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_REASONS));
  g_type_class_unref (g_type_class_ref (MER_TYPE_IMPORT_INSPECTOR));
}

static guint
check_types (const char *file,
             const char *text)
{
  g_autofree char *plain = template_to_object (text);
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GError) error = NULL;

  if (gtk_builder_add_from_string (builder, plain, -1, &error))
    return 0;
  g_printerr ("%s: %s\n", file, error->message);
  return 1;
}

int
main (int    argc,
      char **argv)
{
  guint n_problems = 0;

  mer_ui_init ();
  if (!gtk_init_check ())
    return SKIPPED;
  adw_init ();
  know_types ();
  for (int i = 1; i < argc; i++)
    {
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_file_get_contents (argv[i], &text, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 2;
        }
      n_problems += check_names (argv[i], text) + check_types (argv[i], text);
    }
  return n_problems > 0;
}
