/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds the header row and what its columns are. Nothing is decided by position; what
 * is not certain is left undecided and said in words. */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "import/mer-recognition-private.h"

/* The header stands among the first rows. */
#define HEADER_ROWS 20
#define MAX_COLUMNS 4000
/* Bytes of the longest header that can be one of ours: longer cells are somebody's prose. */
#define MAX_HEADER 3000

typedef struct
{
  gint64     number;
  GPtrArray *cells; /* of char* */
} Head;

void
mer_import_column_free (MerImportColumn *self)
{
  if (self == NULL)
    return;
  g_free (self->header);
  g_free (self->code);
  g_free (self->title);
  g_free (self->rival);
  g_free (self);
}

void
mer_recognition_free (MerRecognition *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_strfreev (self->missing);
  g_free (self);
}

static void
head_clear (gpointer data)
{
  Head *head = data;

  g_ptr_array_unref (head->cells);
}

/* --- reading the first rows -------------------------------------------------------- */

/* A header as it is shown: trimmed, line breaks and hard spaces as spaces, single. */
static char *
clean_header (const MerCell *cell)
{
  g_autofree char *copy = g_strndup (cell->text != NULL ? cell->text : "", cell->length);
  g_autofree char *text = g_utf8_make_valid (copy, -1);
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          blank = out->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return g_strdup (out->str);
}

static void
add_head (GArray       *heads,
          const MerRow *row)
{
  Head  head = { row->number, g_ptr_array_new_with_free_func (g_free) };
  guint n = MIN (row->n_cells, MAX_COLUMNS);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (head.cells, clean_header (&row->cells[i]));
  while (head.cells->len > 0 && *(char *) head.cells->pdata[head.cells->len - 1] == '\0')
    g_ptr_array_remove_index (head.cells, head.cells->len - 1);
  g_array_append_val (heads, head);
}

/* The rows that may be the header: one when the user named it, else the first of the table. */
static GArray *
read_heads (MerTableReader *reader,
            guint           header_row,
            GError        **error)
{
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (Head));
  MerRow row;
  int    result = 0;

  g_array_set_clear_func (heads, head_clear);
  while (heads->len < (header_row > 0 ? 1 : HEADER_ROWS) &&
         (result = mer_table_reader_next (reader, &row, error)) > 0)
    {
      if (header_row == 0 || row.number == header_row)
        add_head (heads, &row);
      else if (row.number > header_row)
        break;
    }
  if (result < 0)
    return NULL;
  if (heads->len > 0)
    return g_steal_pointer (&heads);
  if (header_row > 0)
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                 _("Row %u is empty or does not exist: it cannot be the header row."), header_row);
  else
    g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_EMPTY, _("The table is empty."));
  return NULL;
}

/* --- one row --------------------------------------------------------------------------- */

static GPtrArray *
propose_for (const MerRecognitionContext *context,
             const char                  *header,
             gboolean                     bracketed)
{
  GPtrArray *proposals =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_column_proposal_free);
  g_autoptr (MerWording) wording = mer_wording_new (header);
  g_autofree char *key = mer_header_key (header);

  if (*key == '\0' || strlen (header) > MAX_HEADER)
    return proposals;
  /* «q5 опрошено» comes before «опрошено» with a number in front */
  if (context->request->kind > MER_BATCH_SURVEY)
    mer_evidence_columns_propose (context->request, context->questions, header, proposals);
  if (proposals->len == 0)
    mer_column_words_propose (context->request->kind, context->request->methodology, wording,
                              proposals);
  if (context->questions != NULL && context->request->kind == MER_BATCH_SURVEY)
    mer_question_recognizer_propose (context->questions, header, proposals);
  if (context->items != NULL && proposals->len == 0)
    mer_item_recognizer_propose (context->items, header, bracketed, proposals);
  return proposals;
}

/* Bare codes («q1» … «q14») are certain only when they can be ours: a file that also has a code
 * which the methodology lacks counts its questions in another way. */
static void
doubt_foreign_codes (const MerRecognitionContext *context,
                     GPtrArray                   *columns)
{
  const MerMethodology *methodology = context->request->methodology;
  gboolean              foreign = FALSE;

  if (context->questions == NULL || context->request->kind != MER_BATCH_SURVEY)
    return;
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];
      g_autofree char       *key = mer_header_key (column->header);

      foreign |= key[0] == 'q' && key[1] != '\0' &&
                 strspn (key + 1, "0123456789") == strlen (key + 1) && column->code == NULL &&
                 mer_methodology_find_question (methodology, key) < 0;
    }
  for (guint i = 0; foreign && i < columns->len; i++)
    {
      MerImportColumn *column = columns->pdata[i];
      g_autofree char *key = mer_header_key (column->header);

      if (column->code != NULL && column->similarity == 100 && strcmp (key, column->code) == 0)
        column->state = MER_COLUMN_DECIDE;
    }
}

static GPtrArray *
columns_of (const Head *head)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_import_column_free);

  for (guint i = 0; i < head->cells->len; i++)
    {
      MerImportColumn *column = g_new0 (MerImportColumn, 1);

      column->index = i;
      column->header = g_strdup (head->cells->pdata[i]);
      column->state = MER_COLUMN_EXTRA;
      column->item = -1;
      g_ptr_array_add (columns, column);
    }
  return columns;
}

static gboolean
has_code (GPtrArray  *columns,
          const char *code)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      if (column->code != NULL && column->state != MER_COLUMN_DECIDE &&
          strcmp (column->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A column that may be it is no missing one: the user is asked about it. */
static gboolean
is_claimed (GPtrArray  *columns,
            const char *code)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      if (g_strcmp0 (column->code, code) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_any_item (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      if (column->code != NULL && strchr (column->code, '/') != NULL)
        return TRUE;
    }
  return FALSE;
}

static GStrv
find_missing (const MerRecognitionContext *context,
              GPtrArray                   *columns)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();
  const MerRecognitionRequest *request = context->request;
  const GPtrArray             *questions =
    request->kind == MER_BATCH_SURVEY ? request->methodology->questions : NULL;

  if (!is_claimed (columns, MER_COLUMN_ORGANIZATION) &&
      !(request->kind == MER_BATCH_ORGANIZATIONS && has_code (columns, "full-name")))
    g_strv_builder_add (missing, _("Organization"));
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    {
      const MerQuestion *question = questions->pdata[i];

      if (question->required && !is_claimed (columns, question->code))
        g_strv_builder_add (missing, mer_question_title (question));
    }
  if (context->items != NULL && !has_any_item (columns))
    g_strv_builder_add (missing, _("checklist items"));
  if (request->kind > MER_BATCH_SURVEY)
    mer_evidence_columns_find_missing (request, columns, missing);
  return g_strv_builder_end (missing);
}

static guint
count_recognized (GPtrArray *columns)
{
  guint score = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      const MerImportColumn *column = columns->pdata[i];

      score += column->state == MER_COLUMN_EXACT || column->state == MER_COLUMN_SIMILAR;
    }
  return score;
}

static gboolean
has_brackets (const Head *head)
{
  guint n = 0;

  for (guint i = 0; i < head->cells->len; i++)
    {
      g_autofree char *block = NULL, *item = NULL;

      n += mer_header_split (head->cells->pdata[i], &block, &item) ? 1 : 0;
    }
  return n >= 2;
}

static void
unref_proposals (gpointer data)
{
  if (data != NULL)
    g_ptr_array_unref (data);
}

/* What the columns of one row would be. NULL and error when an override is wrong in itself;
 * `lacking` names the override whose column this row does not have. */
static MerRecognition *
recognize_row (const MerRecognitionContext *context,
               const Head                  *head,
               const char                 **lacking,
               GError                     **error)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (unref_proposals);
  g_autoptr (GPtrArray) columns = columns_of (head);
  g_autoptr (GError) wrong = NULL;
  MerRecognition *self;
  gboolean        bracketed = has_brackets (head);

  for (guint i = 0; i < columns->len; i++)
    g_ptr_array_add (proposals, propose_for (context, head->cells->pdata[i], bracketed));
  mer_recognition_apply_given (context, columns, proposals, lacking, &wrong);
  if (wrong != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&wrong));
      return NULL;
    }
  mer_columns_settle (columns, proposals);
  doubt_foreign_codes (context, columns);
  self = g_new0 (MerRecognition, 1);
  self->kind = context->request->kind;
  self->header_row = head->number;
  self->missing = find_missing (context, columns);
  self->score = count_recognized (columns);
  self->columns = g_steal_pointer (&columns);
  return self;
}

/* --- the table --------------------------------------------------------------------------- */

/* The first row in which all that is required is recognized; else the best there is. */
static MerRecognition *
choose_row (const MerRecognitionContext *context,
            const GArray                *heads,
            GError                     **error)
{
  g_autoptr (MerRecognition) best = NULL;
  const char *lacking = NULL;

  for (guint i = 0; i < heads->len; i++)
    {
      const char *lacks = NULL;
      g_autoptr (GError) wrong = NULL;
      g_autoptr (MerRecognition) row =
        recognize_row (context, &g_array_index (heads, Head, i), &lacks, &wrong);

      if (row == NULL && (heads->len == 1 || i == heads->len - 1) && best == NULL)
        {
          g_propagate_error (error, g_steal_pointer (&wrong));
          return NULL;
        }
      if (row == NULL)
        continue;
      if (lacks == NULL && row->missing[0] == NULL)
        return g_steal_pointer (&row);
      if (best == NULL || row->score > best->score)
        {
          g_clear_pointer (&best, mer_recognition_free);
          best = g_steal_pointer (&row);
          lacking = lacks;
        }
    }
  if (lacking != NULL)
    {
      g_set_error (error, MER_IMPORT_ERROR, MER_IMPORT_ERROR_COLUMNS,
                   _("The table has no column for “%s”."), lacking);
      return NULL;
    }
  return g_steal_pointer (&best);
}

/* Whether one of the first rows has a date with slashes. */
static gboolean
has_slashes (const MerRecognition *self,
             const GArray         *heads)
{
  const MerImportColumn *column = mer_recognition_find (self, MER_COLUMN_DATE);

  for (guint i = 0; column != NULL && i < heads->len; i++)
    {
      const Head *head = &g_array_index (heads, Head, i);

      if (head->number > self->header_row && column->index < head->cells->len &&
          strchr (head->cells->pdata[column->index], '/') != NULL)
        return TRUE;
    }
  return FALSE;
}

MerRecognition *
mer_recognize (MerTableReader              *reader,
               const MerRecognitionRequest *request,
               GError                     **error)
{
  MerRecognitionContext context = { request, NULL, NULL };
  g_autoptr (GArray) heads = read_heads (reader, request->header_row, error);
  g_autoptr (MerRecognition) self = NULL;

  if (heads == NULL)
    return NULL;
  if (request->kind == MER_BATCH_SURVEY || request->kind == MER_BATCH_COUNTS)
    context.questions = mer_question_recognizer_new (request->methodology);
  else if (request->kind == MER_BATCH_CHECKLIST)
    context.items = mer_item_recognizer_new (request->methodology, request->items);
  self = choose_row (&context, heads, error);
  mer_question_recognizer_free (context.questions);
  mer_item_recognizer_free (context.items);
  if (self == NULL)
    return NULL;
  self->has_slashes = request->header_row > 0 || has_slashes (self, heads);
  return mer_recognition_rewind (self, reader, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
mer_recognition_rewind (const MerRecognition *self,
                        MerTableReader       *reader,
                        GError              **error)
{
  MerRow row;
  int    result;

  if (!reader->rewind (reader, error))
    return FALSE;
  do
    result = mer_table_reader_next (reader, &row, error);
  while (result > 0 && row.number < self->header_row);
  return result >= 0;
}

const MerImportColumn *
mer_recognition_find (const MerRecognition *self,
                      const char           *code)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerImportColumn *column = self->columns->pdata[i];

      if (column->code != NULL && column->state != MER_COLUMN_DECIDE &&
          strcmp (column->code, code) == 0)
        return column;
    }
  return NULL;
}

char *
mer_recognition_to_text (const MerRecognition *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->columns->len; i++)
    {
      const MerImportColumn *column = self->columns->pdata[i];

      if (column->code != NULL)
        g_string_append_printf (text, "%s\t%s\n", column->code, column->header);
    }
  return g_strdup (text->str);
}
