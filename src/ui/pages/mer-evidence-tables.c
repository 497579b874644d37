/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns and rows of the tables of other evidence. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-language.h"
#include "report/mer-explain-text.h"
#include "store/mer-point-store.h"
#include "ui/pages/mer-evidence-tables.h"
#include "ui/widgets/mer-list-view.h"
#include "ui/widgets/mer-text-rows.h"

#define NOTHING "—"
#define N_CELLS 7

/* --- columns ----------------------------------------------------------------------------- */

#define CELL(n)                                    \
  static char *text_##n (gpointer item)            \
  {                                                \
    return g_strdup (mer_text_item_get (item, n)); \
  }                                                \
  static guint rank_##n (gpointer item)            \
  {                                                \
    return mer_text_item_get_rank (item, n);       \
  }

CELL (0)
CELL (1)
CELL (2)
CELL (3)
CELL (4)
CELL (5)
CELL (6)

static char *
row_tooltip (gpointer item)
{
  return g_strdup (mer_text_item_get_tooltip (item));
}

static GtkWidget *
make_prose (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return label;
}

static void
show_prose (GtkWidget *cell,
            gpointer   item)
{
  gtk_label_set_text (GTK_LABEL (cell), mer_text_item_get (item, 3));
}

static char *
link_tooltip (gpointer item)
{
  const char *text = mer_text_item_get (item, 4);

  return *text != '\0' ? g_strdup (text) : NULL;
}

/* Only addresses of the web are made links; the name of the site stands for the whole. */
static void
show_link (GtkWidget *cell,
           gpointer   item)
{
  const char      *text = mer_text_item_get (item, 4);
  g_autofree char *markup = NULL;
  g_autoptr (GUri) uri = NULL;

  if (g_str_has_prefix (text, "https://") || g_str_has_prefix (text, "http://"))
    uri = g_uri_parse (text, G_URI_FLAGS_PARSE_RELAXED, NULL);
  if (uri == NULL || g_uri_get_host (uri) == NULL)
    {
      gtk_label_set_text (GTK_LABEL (cell), text);
      return;
    }
  markup = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", text,
                                    g_uri_get_host (uri));
  gtk_label_set_markup (GTK_LABEL (cell), markup);
}

/* clang-format off */
static const MerListColumn count_columns[] = {
  { .id = "organization", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
    .text = text_0, .rank = rank_0, .tooltip = row_tooltip },
  { .id = "question", .title = N_("Question"), .width = 216, .text = text_1, .rank = rank_1 },
  { .id = "asked", .title = N_("Asked"), .width = 92, .end = TRUE,
    .text = text_2, .rank = rank_2 },
  { .id = "positive", .title = N_("Positively"), .width = 116, .end = TRUE,
    .text = text_3, .rank = rank_3 },
  { .id = "share", .title = N_("Share, %"), .width = 84, .end = TRUE,
    .text = text_4, .rank = rank_4 },
  { .id = "source", .title = N_("Source"), .width = 156, .text = text_5, .rank = rank_5 },
  { .id = "counted", .title = N_("In the scores"), .width = 96, .text = text_6, .rank = rank_6 },
};

static const MerListColumn difference_columns[] = {
  { .id = "organization", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
    .text = text_0, .rank = rank_0, .tooltip = row_tooltip },
  { .id = "code", .title = N_("Indicator"), .width = 220, .text = text_1, .rank = rank_1 },
  { .id = "theirs", .title = N_("Operator's"), .width = 104, .end = TRUE,
    .text = text_2, .rank = rank_2 },
  { .id = "ours", .title = N_("Ours"), .width = 76, .end = TRUE,
    .text = text_3, .rank = rank_3 },
  { .id = "difference", .title = N_("Difference"), .width = 188, .end = TRUE,
    .text = text_4, .rank = rank_4 },
};

static const MerListColumn fact_columns[] = {
  { .id = "day", .title = N_("Date"), .width = 96, .text = text_0, .rank = rank_0 },
  { .id = "organization", .title = N_("Organization"), .width = 184, .css_class = "mer-name",
    .text = text_1, .rank = rank_1 },
  { .id = "source", .title = N_("Source"), .width = 200, .text = text_2, .rank = rank_2 },
  { .id = "text", .title = N_("Text"), .expand = TRUE, .text = text_3, .tooltip = row_tooltip,
    .make = make_prose, .show = show_prose },
  { .id = "link", .title = N_("Link"), .width = 132, .text = text_4, .tooltip = link_tooltip,
    .make = make_prose, .show = show_link },
};

static const MerListColumn point_columns[] = {
  { .id = "organization", .title = N_("Organization"), .expand = TRUE, .css_class = "mer-name",
    .text = text_0, .rank = rank_0, .tooltip = row_tooltip },
  { .id = "code", .title = N_("Indicator"), .width = 260, .text = text_1, .rank = rank_1 },
  { .id = "value", .title = N_("Points"), .width = 92, .end = TRUE,
    .text = text_2, .rank = rank_2 },
  { .id = "source", .title = N_("Source"), .width = 200, .text = text_3, .rank = rank_3 },
};
/* clang-format on */

static const struct
{
  const MerListColumn *columns;
  guint                n;
  const char          *wide_only; /* id of a column */
} tables[MER_EVIDENCE_N_TABLES] = {
  { count_columns, G_N_ELEMENTS (count_columns), "source" },
  { difference_columns, G_N_ELEMENTS (difference_columns), NULL },
  { fact_columns, G_N_ELEMENTS (fact_columns), "link" },
  { point_columns, G_N_ELEMENTS (point_columns), NULL },
};

GtkColumnView *
mer_evidence_table_new (MerEvidenceTable table,
                        GListStore      *store,
                        const char      *label)
{
  GtkColumnView    *view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  GtkSortListModel *sorted = NULL;

  mer_list_view_setup (view, tables[table].columns, tables[table].n);
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (store)),
                                    g_object_ref (gtk_column_view_get_sorter (view)));
  gtk_column_view_set_model (
    view, GTK_SELECTION_MODEL (g_object_ref_sink (gtk_single_selection_new (
            G_LIST_MODEL (sorted)))));
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return view;
}

void
mer_evidence_table_set_narrow (GtkColumnView   *view,
                               MerEvidenceTable table,
                               gboolean         narrow)
{
  if (tables[table].wide_only != NULL)
    mer_list_view_show_column (view, tables[table].wide_only, !narrow);
}

/* --- words ------------------------------------------------------------------------------- */

char *
mer_decimal_text (const char *decimal,
                  MerLanguage language)
{
  const char *point = decimal != NULL ? strchr (decimal, '.') : NULL;
  g_auto (MerRational) value = MER_RATIONAL_ZERO;

  if (decimal == NULL || !mer_rational_parse (decimal, &value))
    return g_strdup (NOTHING);
  return mer_format_rational (language, &value,
                              point != NULL ? (guint) MIN (strlen (point + 1), 9) : 0);
}

char *
mer_difference_text (const MerDifference *difference,
                     MerLanguage          language)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  const char *point = NULL;

  switch (difference->kind)
    {
    case MER_DIFFERENCE_NO_OURS:
      return g_strdup (mer_tr (language, "we have none"));
    case MER_DIFFERENCE_NO_THEIRS:
      return g_strdup (mer_tr (language, "the operator has none"));
    case MER_DIFFERENCE_NO_ORGANIZATION:
      return g_strdup (mer_tr (language, "not in the operator's table"));
    case MER_DIFFERENCE_NONE:
      return g_strdup (mer_tr (language, "the same"));
    case MER_DIFFERENCE_VALUE:
    default:
      break;
    }
  if (!mer_rational_parse (difference->difference, &value))
    return g_strdup (NOTHING);
  point = strchr (difference->difference, '.');
  return mer_format_difference (language, &value,
                                point != NULL ? (guint) MIN (strlen (point + 1), 9) : 0);
}

static const char *
title_of_code (const MerMethodology *methodology,
               const char           *code)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      if (strcmp (criterion->code, code) == 0)
        return criterion->short_title;
      for (guint j = 0; j < criterion->indicators->len; j++)
        {
          const MerIndicator *indicator = criterion->indicators->pdata[j];

          if (strcmp (indicator->code, code) == 0)
            return indicator->short_title;
        }
    }
  return strcmp (code, "S") == 0 ? _("Score") : NULL;
}

char *
mer_difference_code_text (const MerDifference  *difference,
                          const MerMethodology *methodology)
{
  const char *title = title_of_code (methodology, difference->code);

  if (title == NULL)
    return g_strdup (difference->symbol);
  return g_strdup_printf ("%s %s", difference->symbol, title);
}

static char *
day_text (const char *iso)
{
  int year = 0, month = 0, day = 0;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return g_strdup (NOTHING);
  return g_strdup_printf ("%02d.%02d.%04d", day, month, year);
}

static guint
day_rank (const char *iso)
{
  int year = 0, month = 0, day = 0;

  if (iso == NULL || sscanf (iso, "%4d-%2d-%2d", &year, &month, &day) != 3)
    return 0;
  return (guint) (year * 10000 + month * 100 + day);
}

/* --- rows -------------------------------------------------------------------------------- */

/* Names by id, and the place of each in the order of names. */
typedef struct
{
  GPtrArray  *list; /* of MerOrganization */
  GHashTable *places;
} Registry;

static void
registry_clear (Registry *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Registry, registry_clear)

static gboolean
registry_load (Registry    *self,
               MerDocument *doc,
               GError     **error)
{
  self->list = mer_store_organizations (doc, error);
  if (self->list == NULL)
    return FALSE;
  self->places = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < self->list->len; i++)
    g_hash_table_insert (self->places, &((MerOrganization *) self->list->pdata[i])->id,
                         GUINT_TO_POINTER (i));
  return TRUE;
}

/* FALSE where the spelling means nobody. */
static gboolean
set_name (const Registry *self,
          MerTextItem    *item,
          guint           cell,
          gint64          organization_id)
{
  gpointer place = NULL;

  if (!g_hash_table_lookup_extended (self->places, &organization_id, NULL, &place))
    return FALSE;
  mer_text_item_set (
    item, cell,
    g_strdup (((MerOrganization *) self->list->pdata[GPOINTER_TO_UINT (place)])->name),
    GPOINTER_TO_UINT (place));
  return TRUE;
}

/* «„Опрос.csv“, строка 7». */
static char *
place_text (const MerBatch *batch,
            gint64          row)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, row);

  if (batch != NULL && batch->file_name == NULL)
    return mer_batch_display_name (batch, mer_language_of_locale ());
  if (batch == NULL || row <= 0)
    return NULL;
  return g_strdup_printf (_("“%s”, row %s"), batch->file_name, number);
}

char *
mer_evidence_key (gint64      organization_id,
                  gint64      batch_id,
                  const char *code)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s", organization_id, batch_id,
                          code);
}

static void
set_count (MerTextItem         *item,
           const MerReadyCount *count,
           const MerBatch      *batch,
           const MerResults    *results)
{
  MerLanguage language = mer_language_of_locale ();
  int         index = mer_methodology_find_question (results->methodology, count->question);
  g_auto (MerRational) share =
    count->asked > 0 ? mer_rational_new (count->positive * 100, count->asked) : MER_RATIONAL_ZERO;
  const char *title = "";
  gboolean    counted = batch != NULL && batch->counted;

  if (index >= 0)
    title = ((MerQuestion *) results->methodology->questions->pdata[index])->short_text;
  mer_text_item_set (item, 1, g_strdup_printf ("%s %s", count->question, title), (guint) index + 1);
  mer_text_item_set (item, 2, mer_format_count (language, count->asked), (guint) count->asked);
  mer_text_item_set (item, 3, mer_format_count (language, count->positive),
                     (guint) count->positive);
  mer_text_item_set (item, 4,
                     count->asked > 0 ? mer_format_rational (language, &share, 2)
                                      : g_strdup (NOTHING),
                     (guint) (mer_rational_to_double (&share) * 100));
  mer_text_item_set (item, 5, mer_explain_counts_source (batch, language), (guint) count->batch_id);
  mer_text_item_set (item, 6, g_strdup (counted ? _("yes") : _("no")), counted ? 1 : 0);
  mer_text_item_set_tooltip (item, place_text (batch, count->row));
}

gboolean
mer_evidence_fill_counts (GtkColumnView *view,
                          GListStore    *store,
                          MerResults    *results,
                          MerDocument   *doc,
                          GError       **error)
{
  g_auto (Registry) registry = { 0 };
  g_autoptr (GPtrArray) counts = mer_store_ready_counts (doc, results->cycle->id, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (counts == NULL || !registry_load (&registry, doc, error))
    return FALSE;
  for (guint i = 0; i < counts->len; i++)
    {
      const MerReadyCount *count = counts->pdata[i];
      g_autoptr (MerTextItem) item = mer_text_item_new (i, N_CELLS);

      if (!set_name (&registry, item, 0, count->organization_id))
        continue;
      mer_text_item_set_key (item, mer_evidence_key (count->organization_id, count->batch_id,
                                                     count->question));
      set_count (item, count, mer_batch_find (results->batches, count->batch_id), results);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  mer_text_rows_replace (view, store, items);
  return TRUE;
}

/* Decimals in their order: exact to six places, far from below zero. */
static guint
decimal_rank (const char *decimal)
{
  g_auto (MerRational) value = MER_RATIONAL_ZERO;
  double number = 0;

  if (decimal == NULL || !mer_rational_parse (decimal, &value))
    return 0;
  number = CLAMP (mer_rational_to_double (&value), -1000, 1000);
  return (guint) ((number + 1001) * 1000000);
}

void
mer_evidence_fill_differences (GtkColumnView       *view,
                               GListStore          *store,
                               MerResults          *results,
                               const MerComparison *comparison,
                               gboolean             all)
{
  MerLanguage language = mer_language_of_locale ();
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  const MerOrganization *last = NULL;
  guint                  place = 0;

  for (guint i = 0; mer_comparison_get (comparison, i) != NULL; i++)
    {
      const MerDifference *difference = mer_comparison_get (comparison, i);
      const MerBatch      *batch = mer_batch_find (results->batches, difference->batch_id);
      MerTextItem         *item = NULL;

      /* what was typed in is shown in any case: else one looks for it in vain */
      if (difference->kind == MER_DIFFERENCE_NONE && difference->row > 0 && !all)
        continue;
      item = mer_text_item_new (i, N_CELLS);
      mer_text_item_set_key (item, mer_evidence_key (difference->organization->id,
                                                     difference->batch_id, difference->code));
      place += difference->organization != last;
      last = difference->organization;
      mer_text_item_set (item, 0, g_strdup (last->name), place);
      mer_text_item_set (item, 1, mer_difference_code_text (difference, results->methodology),
                         difference->code[0] == '\0' ? 0 : (guint) difference->code[0]);
      mer_text_item_set (item, 2, mer_decimal_text (difference->theirs, language),
                         decimal_rank (difference->theirs));
      mer_text_item_set (item, 3, mer_decimal_text (difference->ours, language),
                         decimal_rank (difference->ours));
      mer_text_item_set (item, 4, mer_difference_text (difference, language),
                         decimal_rank (difference->difference));
      mer_text_item_set_tooltip (item, place_text (batch, difference->row));
      g_ptr_array_add (items, item);
    }
  mer_text_rows_replace (view, store, items);
}

static void
set_fact (MerTextItem   *item,
          const MerFact *fact,
          guint          place)
{
  mer_text_item_set (item, 0, day_text (fact->day), day_rank (fact->day));
  mer_text_item_set (item, 2, g_strdup (fact->origin), place);
  mer_text_item_set (item, 3, g_strdelimit (g_strdup (fact->text), "\n\r\t", ' '), place);
  mer_text_item_set (item, 4, g_strdup (fact->link != NULL ? fact->link : ""), place);
  mer_text_item_set_tooltip (item, g_strdup (fact->text));
}

gboolean
mer_evidence_fill_facts (GtkColumnView *view,
                         GListStore    *store,
                         MerResults    *results,
                         MerDocument   *doc,
                         GError       **error)
{
  g_auto (Registry) registry = { 0 };
  g_autoptr (GPtrArray) facts = mer_store_facts (doc, results->cycle->id, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (facts == NULL || !registry_load (&registry, doc, error))
    return FALSE;
  for (guint i = 0; i < facts->len; i++)
    {
      const MerFact *fact = facts->pdata[i];
      g_autoptr (MerTextItem) item = mer_text_item_new (fact->id, N_CELLS);

      if (!set_name (&registry, item, 1, fact->organization_id))
        continue;
      set_fact (item, fact, i);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  mer_text_rows_replace (view, store, items);
  return TRUE;
}

static void
set_points (MerTextItem         *item,
            const MerReadyValue *value,
            const MerResults    *results)
{
  const MerBatch     *batch = mer_batch_find (results->batches, value->batch_id);
  const MerIndicator *indicator =
    mer_methodology_find_indicator (results->methodology, value->code);
  g_autofree char *source = NULL;

  if (batch != NULL)
    source = batch->source != NULL ? g_strdup (batch->source)
                                   : mer_batch_display_name (batch, mer_language_of_locale ());
  else
    source = g_strdup (NOTHING);
  mer_text_item_set (item, 1,
                     g_strdup_printf ("%s %s", value->code,
                                      indicator != NULL ? indicator->short_title : ""),
                     (guint) value->code[0]);
  mer_text_item_set (item, 2, mer_decimal_text (value->value, mer_language_of_locale ()),
                     decimal_rank (value->value));
  mer_text_item_set (item, 3, g_steal_pointer (&source), (guint) value->batch_id);
  mer_text_item_set_tooltip (item, place_text (batch, value->row));
}

gboolean
mer_evidence_fill_points (GtkColumnView *view,
                          GListStore    *store,
                          MerResults    *results,
                          MerDocument   *doc,
                          GError       **error)
{
  g_auto (Registry) registry = { 0 };
  g_autoptr (GPtrArray) points = mer_store_expert_points (doc, results->cycle->id, error);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (points == NULL || !registry_load (&registry, doc, error))
    return FALSE;
  for (guint i = 0; i < points->len; i++)
    {
      const MerReadyValue *value = points->pdata[i];
      g_autoptr (MerTextItem) item = mer_text_item_new (i, N_CELLS);

      if (!set_name (&registry, item, 0, value->organization_id))
        continue;
      mer_text_item_set_key (item, mer_evidence_key (value->organization_id, value->batch_id,
                                                     value->code));
      set_points (item, value, results);
      g_ptr_array_add (items, g_steal_pointer (&item));
    }
  mer_text_rows_replace (view, store, items);
  return TRUE;
}
