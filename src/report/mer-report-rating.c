/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rating as a document: title, summary, table, figure, notes, signature. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "chart/mer-chart-text.h"
#include "report/mer-rating-report-private.h"
#include "report/mer-record-print.h"

#define PLACE_WIDTH 40.0
#define CRITERION_WIDTH 46.0
#define TOTAL_WIDTH 52.0

/* In the order of MerOrganizationKind. */
static const char *const kind_titles[MER_N_ORGANIZATION_KINDS] = {
  N_("Preschool organizations"),
      N_("Schools"),
          N_("Organizations of additional education"),
              N_("Vocational organizations"),
                  N_("Other organizations"),
              };

static const char *
kind_title (MerLanguage         language,
            MerOrganizationKind kind)
{
  return mer_tr (language, kind_titles[MIN ((guint) kind, MER_N_ORGANIZATION_KINDS - 1)]);
}

static GHashTable *
index_organizations (GArray *ids)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, GSIZE_TO_POINTER (g_array_index (ids, gint64, i)));
  return set;
}

static gboolean
is_printed (const MerReportInput *input,
            GHashTable           *only,
            const MerScoreRow    *row)
{
  if (input->kinds != 0 && (input->kinds & (1u << row->organization->kind)) == 0)
    return FALSE;
  return only == NULL || g_hash_table_contains (only, GSIZE_TO_POINTER (row->organization->id));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  const MerScoreRow *x = *(const MerScoreRow *const *) a;
  const MerScoreRow *y = *(const MerScoreRow *const *) b;

  if (x->organization->kind != y->organization->kind)
    return x->organization->kind < y->organization->kind ? -1 : 1;
  return (x > y) - (x < y);
}

/* Whether places are within kinds: as asked for, or as the council decided. */
static gboolean
is_in_kinds (const MerRatingReport *self)
{
  return self->form == MER_PUBLICATION_KINDS ||
         (self->form == MER_PUBLICATION_PLACES &&
          self->input->ranks == MER_REPORT_RANKS_IN_KIND);
}

/* In the order of the rating; with places within kinds, kind by kind. */
static void
choose_rows (MerRatingReport *self)
{
  g_autoptr (GHashTable) only = NULL;

  self->rows = g_ptr_array_new ();
  if (self->table == NULL)
    return;
  if (self->input->organizations != NULL)
    only = index_organizations (self->input->organizations);
  for (guint i = 0; i < self->table->n_rows; i++)
    if (is_printed (self->input, only, &self->table->rows[i]))
      g_ptr_array_add (self->rows, &self->table->rows[i]);
  self->all = self->rows->len == self->table->n_rows;
  if (mer_rating_report_has_no_places (self))
    mer_rating_report_sort (self);
  else if (is_in_kinds (self))
    g_ptr_array_sort (self->rows, compare_kinds);
}

static char *
make_title (const MerReportInput *input)
{
  const char *what = input->territory != NULL ? input->territory : input->title;
  int         year = input->cycle != NULL ? input->cycle->year : 0;

  if (input->territory != NULL && year > 0)
    /* Translators: a territory in the genitive, a year. */
    return g_strdup_printf (mer_tr (input->language, "Rating of the organizations of %s, %d"),
                            what, year);
  if (what != NULL)
    return g_strdup_printf (mer_tr (input->language, "Rating: %s"), what);
  return g_strdup (mer_tr (input->language, "Rating"));
}

static char *
make_subtitle (const MerReportInput *input)
{
  MerLanguage language = input->language;
  GString    *text = g_string_new (NULL);

  if (input->territory != NULL)
    /* Translators: under the title "RATING"; a territory in the genitive, the procedure. */
    g_string_append_printf (text,
                            mer_tr (language,
                                    "of the organizations of %s by the results of the "
                                    "independent assessment of the quality of conditions "
                                    "of educational activity (%s)"),
                            input->territory, mer_print_procedure (input));
  else
    /* Translators: under the title "RATING"; %s is the procedure. */
    g_string_append_printf (text,
                            mer_tr (language,
                                    "of organizations by the results of the independent "
                                    "assessment of the quality of conditions of educational "
                                    "activity (%s)"),
                            mer_print_procedure (input));
  if (input->cycle != NULL && input->cycle->year > 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: a year. */
      g_string_append_printf (text, mer_tr (language, "in %d"), input->cycle->year);
    }
  return g_string_free (text, FALSE);
}

/* Which part of the rating this is, when it is not the whole. */
static char *
make_selection (const MerRatingReport *self)
{
  const MerReportInput *input = self->input;
  GString              *text = g_string_new (NULL);

  for (guint kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    if ((input->kinds & (1u << kind)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              kind_title (self->language, kind));
  if (input->group_name != NULL && input->organizations != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", input->group_name);
  return g_string_free (text, text->len == 0);
}

static void
add_head (MerRatingReport *self,
          MerBlocks       *blocks)
{
  g_autofree char *subtitle = make_subtitle (self->input);
  g_autofree char *selection = make_selection (self);

  if (self->input->annex != NULL && *self->input->annex != '\0')
    mer_blocks_add_text (blocks, MER_BLOCK_ANNEX, self->input->annex);
  mer_blocks_add_text (blocks, MER_BLOCK_TITLE, mer_tr (self->language, "RATING"));
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, subtitle);
  if (selection != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, selection);
}

static char *
print_score (const MerRatingReport *self,
             const MerScore        *score)
{
  if (!score->defined)
    return g_strdup ("—");
  return mer_format_rational (self->language, &score->value, self->table->decimals);
}

/* The columns of criteria that enter the total, or of those of the council that do not. */
static void
add_criteria_columns (const MerRatingReport *self,
                      MerTable              *table,
                      gboolean               counted)
{
  for (guint i = 0; i < self->table->n_criteria; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (self->table->methodology->criteria, i);
      const char         *label = mer_chart_criterion_label (self->language, criterion);

      if (mer_methodology_counts (self->table->methodology, criterion) == counted)
        mer_table_add_column (table, label, CRITERION_WIDTH, MER_ALIGN_RIGHT, FALSE);
    }
}

static MerTable *
start_table (const MerRatingReport *self)
{
  MerTable   *table = mer_table_new ();
  MerLanguage language = self->language;

  if (!mer_rating_report_has_no_places (self))
    mer_table_add_column (table, mer_tr (language, "Place"), PLACE_WIDTH, MER_ALIGN_RIGHT, FALSE);
  mer_table_add_column (table, mer_tr (language, "Organization"), 0, MER_ALIGN_LEFT, FALSE);
  add_criteria_columns (self, table, TRUE);
  mer_table_add_column (table, mer_tr (language, "Score"), TOTAL_WIDTH, MER_ALIGN_RIGHT, TRUE);
  add_criteria_columns (self, table, FALSE);
  return table;
}

static void
add_criteria (const MerRatingReport *self,
              const MerScoreRow     *row,
              gboolean               counted,
              GStrv                  cells,
              guint                 *n)
{
  const MerMethodology *methodology = self->table->methodology;

  for (guint i = 0; i < self->table->n_criteria; i++)
    if (mer_methodology_counts (methodology, g_ptr_array_index (methodology->criteria, i)) ==
        counted)
      cells[(*n)++] = print_score (self, &row->criteria[i]);
}

static GStrv
make_row (const MerRatingReport *self,
          const MerScoreRow     *row)
{
  guint rank = is_in_kinds (self) ? row->rank_in_kind : row->rank;
  GStrv cells = g_new0 (char *, self->table->n_criteria + 4);
  guint n = 0;

  if (!mer_rating_report_has_no_places (self))
    cells[n++] = rank > 0 ? g_strdup_printf ("%u", rank) : g_strdup ("—");
  cells[n++] = mer_typography (row->organization->name);
  add_criteria (self, row, TRUE, cells, &n);
  cells[n++] = print_score (self, &row->total);
  add_criteria (self, row, FALSE, cells, &n);
  return cells;
}

/* Which part of the table a row stands in, −1 where it has none. */
static int
section_of (const MerRatingReport *self,
            const MerScoreRow     *row)
{
  if (is_in_kinds (self))
    return (int) row->organization->kind;
  return self->form == MER_PUBLICATION_BANDS ? (int) mer_rating_report_band (self, row) : -1;
}

static const char *
section_title (const MerRatingReport *self,
               guint                  section)
{
  const GPtrArray *bands = self->table->methodology->bands;

  if (is_in_kinds (self))
    return kind_title (self->language, section);
  return section < bands->len ? ((const MerBand *) bands->pdata[section])->title
                              : mer_tr (self->language, "The score is undefined");
}

static void
add_table (MerRatingReport *self,
           MerBlocks       *blocks)
{
  MerTable *table = start_table (self);
  int       section = -1;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);

      if (section_of (self, row) != section)
        {
          section = section_of (self, row);
          mer_table_add_section (table, section_title (self, (guint) section));
        }
      mer_table_add_row (table, make_row (self, row));
    }
  mer_blocks_add_table (blocks, table);
}

static gboolean
has_score (GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const MerScoreRow *) g_ptr_array_index (rows, i))->total.defined)
      return TRUE;
  return FALSE;
}

static void
add_figure (MerRatingReport *self,
            MerBlocks       *blocks,
            GPtrArray       *rows,
            guint            number,
            const char      *of)
{
  g_autofree char *caption = NULL;

  if (of != NULL)
    /* Translators: caption of a chart: its number, what it is of. */
    caption = g_strdup_printf (mer_tr (self->language, "Figure %u. Score by criteria. %s"),
                               number, of);
  else
    caption = g_strdup_printf (mer_tr (self->language, "Figure %u. Score by criteria"), number);
  mer_blocks_add_text (blocks, MER_BLOCK_CAPTION, caption);
  mer_blocks_add_figure (blocks, mer_rating_report_figure (self, rows));
}

/* One figure, or one a kind when places are within kinds. */
static void
add_figures (MerRatingReport *self,
             MerBlocks       *blocks)
{
  guint number = 0;

  if (!is_in_kinds (self))
    {
      if (has_score (self->rows))
        add_figure (self, blocks, self->rows, 1, NULL);
      return;
    }
  for (guint kind = 0; kind < MER_N_ORGANIZATION_KINDS; kind++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();

      for (guint i = 0; i < self->rows->len; i++)
        {
          const MerScoreRow *row = g_ptr_array_index (self->rows, i);

          if (row->organization->kind == kind)
            g_ptr_array_add (rows, g_ptr_array_index (self->rows, i));
        }
      if (has_score (rows))
        add_figure (self, blocks, rows, ++number,
                    kind_title (self->language, kind));
    }
}

static void
add_notes (MerRatingReport *self,
           MerBlocks       *blocks)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const char      *text = g_ptr_array_index (self->notes, i);
      g_autofree char *note = g_strdup_printf ("%u. %s", i + 1, text);

      mer_blocks_add_text (blocks, MER_BLOCK_NOTE, note);
    }
}

/* Of the organizations that are printed. */
static void
add_objections (const MerRatingReport *self,
                MerBlocks             *blocks)
{
  g_autoptr (GHashTable) printed = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const MerScoreRow *row = g_ptr_array_index (self->rows, i);

      g_hash_table_add (printed, GSIZE_TO_POINTER (row->organization->id));
    }
  mer_report_add_objections (self->input, printed, blocks);
}

static void
add_body (MerRatingReport *self,
          MerBlocks       *blocks)
{
  g_autofree char *summary = NULL;
  g_autofree char *form = NULL;

  if (self->rows->len == 0)
    {
      const char *why = self->table != NULL && self->table->n_rows > 0
        ? N_("No assessed organization belongs to this selection.")
        : N_("There is no rating yet: no organization has been assessed.");

      mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, mer_tr (self->language, why));
      return;
    }
  mer_rating_report_collect_notes (self);
  summary = mer_rating_report_summary (self);
  mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, summary);
  form = mer_rating_report_form (self);
  if (form != NULL)
    mer_blocks_add_text (blocks, MER_BLOCK_PARAGRAPH, form);
  add_table (self, blocks);
  add_figures (self, blocks);
  mer_rating_report_add_profile (self, blocks);
  add_objections (self, blocks);
  add_notes (self, blocks);
}

static void
add_signature (const MerRatingReport *self,
               MerBlocks             *blocks)
{
  const char *post = self->input->signatory_post;

  if (post == NULL || *post == '\0')
    post = mer_tr (self->language, "Responsible for the calculation");
  mer_blocks_add_signature (blocks, post, self->input->signatory_name);
}

static MerBlocks *
build_rating (const MerReportInput *input)
{
  MerRatingReport  self = { .input = input, .language = input->language, .table = input->scores };
  g_autofree char *title = make_title (input);
  MerBlocks       *blocks = mer_blocks_new (input->language, title);

  mer_blocks_set_author (blocks, input->department);
  self.notes = g_ptr_array_new_with_free_func (g_free);
  self.form = input->inside ? MER_PUBLICATION_PLACES : mer_publication_form (input->settings);
  choose_rows (&self);
  add_head (&self, blocks);
  add_body (&self, blocks);
  add_signature (&self, blocks);
  g_ptr_array_unref (self.rows);
  g_ptr_array_unref (self.notes);
  return blocks;
}

const MerReportKind mer_report_rating = {
  .id = "rating",
  .title = N_("Rating"),
               .build = build_rating,
  };
