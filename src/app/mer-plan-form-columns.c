/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a returned form is what. People put a title above the table, move columns, and
 * shorten headers; a form that was typed anew has headers of its own. */

#include "config.h"

#include <string.h>

#include "app/mer-plan-form-private.h"
#include "core/mer-name.h"

#define MOST_COLUMNS 200
/* Longer texts are no measures. */
#define MOST_BYTES 8000
/* A sentence above the table is no header. */
#define MOST_HEADER_BYTES 400
/* Without codes, so many columns have to be known. */
#define LEAST_COLUMNS 3

char *
mer_form_cell (const MerRow *row,
               guint         i)
{
  if (i >= row->n_cells || row->cells[i].length > MOST_BYTES)
    return NULL;
  return g_strstrip (g_strndup (row->cells[i].text, row->cells[i].length));
}

/* Words by which a header is told that is not ours to the letter; all must be there. The first line
 * that fits wins. */
static const struct
{
  MerFormColumn column;
  const char   *words[2];
} hints[] = {
  { MER_FORM_CODE, { "код строки", NULL } },
  { MER_FORM_EVIDENCE, { "подтвержд", NULL } },
  { MER_FORM_DONE, { "фактическ", "срок" } },
  { MER_FORM_DONE, { "дата", "исполнени" } },
  { MER_FORM_TAKEN, { "реализован", "мер" } },
  { MER_FORM_TAKEN, { "принятые", "мер" } },
  { MER_FORM_SHARE, { "процент", NULL } },
  { MER_FORM_DEADLINE, { "планов", "срок" } },
  { MER_FORM_DEADLINE, { "срок", "реализаци" } },
  { MER_FORM_DEADLINE, { "срок", "исполнени" } },
  { MER_FORM_POST, { "ответственн", "должность" } },
  { MER_FORM_PERSON, { "ответственн", NULL } },
  { MER_FORM_PERSON, { "исполнител", NULL } },
  { MER_FORM_MEASURE, { "мероприяти", NULL } },
  { MER_FORM_PROBLEM, { "недостат", NULL } },
  { MER_FORM_CRITERION, { "критерий", NULL } },
  { MER_FORM_ORGANIZATION, { "организаци", NULL } },
  { MER_FORM_ORGANIZATION, { "учреждени", NULL } },
};

/* The column of this header to the letter, in Russian or in English; −1: none of ours. */
static int
find_exact (const char *folded)
{
  static const MerLanguage languages[] = { MER_LANGUAGE_RU, MER_LANGUAGE_EN };

  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
      {
        const char      *known = mer_tr (languages[j], mer_plan_form_header ((MerFormColumn) i));
        g_autofree char *other = mer_name_fold (known, -1);

        if (g_str_equal (folded, other))
          return (int) i;
      }
  return -1;
}

static int
find_by_words (const char *folded)
{
  for (guint i = 0; i < G_N_ELEMENTS (hints); i++)
    if (strstr (folded, hints[i].words[0]) != NULL &&
        (hints[i].words[1] == NULL || strstr (folded, hints[i].words[1]) != NULL))
      return (int) hints[i].column;
  return -1;
}

void
mer_form_forget_columns (MerFormReader *self)
{
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    {
      self->columns[i] = -1;
      g_clear_pointer (&self->headers[i], g_free);
    }
  g_clear_pointer (&self->others, g_ptr_array_unref);
}

static void
take_column (MerFormReader *self,
             int            column,
             guint          i,
             const char    *header)
{
  if (column < 0 || self->columns[column] >= 0)
    return;
  self->columns[column] = (int) i;
  self->headers[column] = g_strdup (header);
}

static gboolean
is_taken (const MerFormReader *self,
          guint                i)
{
  for (guint k = 0; k < MER_N_FORM_COLUMNS; k++)
    if (self->columns[k] == (int) i)
      return TRUE;
  return FALSE;
}

/* What is ours to the letter goes first, so that no other header takes its place. */
static void
take_headers (MerFormReader *self,
              GPtrArray     *headers,
              int (*find) (const char *folded))
{
  for (guint i = 0; i < headers->len; i++)
    {
      const char      *header = headers->pdata[i];
      g_autofree char *folded = NULL;

      if (header == NULL || *header == '\0' || strlen (header) > MOST_HEADER_BYTES ||
          is_taken (self, i))
        continue;
      folded = mer_name_fold (header, -1);
      take_column (self, find (folded), i, header);
    }
}

gboolean
mer_form_take_header (MerFormReader *self,
                      const MerRow  *row)
{
  guint n = 0;

  mer_form_forget_columns (self);
  self->others = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < row->n_cells && i < MOST_COLUMNS; i++)
    g_ptr_array_add (self->others, mer_form_cell (row, i));
  take_headers (self, self->others, find_exact);
  take_headers (self, self->others, find_by_words);
  for (guint i = 0; i < MER_N_FORM_COLUMNS; i++)
    n += self->columns[i] >= 0;
  return self->columns[MER_FORM_MEASURE] >= 0 &&
         (self->columns[MER_FORM_CODE] >= 0 || n >= LEAST_COLUMNS);
}

/* --- criteria -------------------------------------------------------------------------------- */

static gboolean
begins_with (const char *text,
             const char *symbol)
{
  return g_str_has_prefix (text, symbol) && !g_ascii_isdigit (text[strlen (symbol)]);
}

/* «I. Открытость и доступность информации»: behind the number. */
static const char *
without_number (const char *folded)
{
  const char *at = folded;

  while (*at != '\0' && strchr ("ivx0123456789. ", *at) != NULL)
    at++;
  return at;
}

static gboolean
has_title (const char *folded,
           const char *title)
{
  g_autofree char *other = title != NULL ? mer_name_fold (title, -1) : NULL;

  return other != NULL && *other != '\0' &&
         (g_str_equal (folded, other) || g_str_equal (without_number (folded), other));
}

/* Forms shorten and change the wording of sections, but not its first word. */
static gboolean
is_numbered (const char *folded,
             const char *title)
{
  const char      *at = without_number (folded);
  g_autofree char *other = title != NULL ? mer_name_fold (title, -1) : NULL;

  return at != folded && other != NULL && *other != '\0' && g_str_has_prefix (at, other);
}

const MerCriterion *
mer_form_find_criterion (const MerFormReader *self,
                         const char          *text,
                         gboolean             heading)
{
  const GPtrArray *criteria = self->book->facts.methodology->criteria;
  g_autofree char *folded = mer_name_fold (text, -1);

  for (guint i = 0; i < criteria->len; i++)
    {
      const MerCriterion *criterion = criteria->pdata[i];
      g_autofree char    *symbol = mer_name_fold (criterion->symbol, -1);

      if (g_str_equal (folded, symbol) || (!heading && begins_with (folded, symbol)) ||
          has_title (folded, criterion->title) || has_title (folded, criterion->full_title) ||
          has_title (folded, criterion->short_title) ||
          is_numbered (folded, criterion->short_title))
        return criterion;
    }
  return NULL;
}
