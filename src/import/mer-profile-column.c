/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One column of the respondents' profile. Who answers in words of his own might be recognized by
 * them, so such words are kept only when several use them. */

#include "config.h"

#include "import/mer-profile-column.h"

#include "core/mer-profile.h"

/* An answer that is none of the usual ones and that fewer gave is "other". */
#define FEW 3
#define MAX_SPELLINGS 4096
/* Longer cells are somebody's prose. */
#define MAX_LENGTH 400

static void
answer_clear (gpointer data)
{
  MerProfileAnswer *answer = data;

  g_free (answer->text);
}

void
mer_profile_column_init (MerProfileColumn *self,
                         guint             index,
                         const char       *field)
{
  memset (self, 0, sizeof *self);
  mer_near_spellings_init (&self->near);
  self->index = index;
  self->field = g_strdup (field);
  self->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->answers = g_array_new (FALSE, FALSE, sizeof (MerProfileAnswer));
  g_array_set_clear_func (self->answers, answer_clear);
}

void
mer_profile_column_clear (MerProfileColumn *self)
{
  mer_near_spellings_clear (&self->near);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->spellings, g_hash_table_unref);
  g_clear_pointer (&self->answers, g_array_unref);
}

/* The code of a value that may have been seen under another spelling; takes it. */
static guint
code_of_value (MerProfileColumn *self,
               char             *value,
               gboolean          usual)
{
  MerProfileAnswer answer = { value, usual };

  for (guint i = 0; i < self->answers->len; i++)
    {
      if (g_str_equal (g_array_index (self->answers, MerProfileAnswer, i).text, value))
        {
          g_free (value);
          return i + 1;
        }
    }
  if (self->answers->len + 1 >= MER_PROFILE_REST)
    {
      g_free (value);
      return MER_PROFILE_REST;
    }
  g_array_append_val (self->answers, answer);
  return self->answers->len;
}

static guint
understand (MerProfileColumn *self,
            const char       *text)
{
  gboolean usual = FALSE;
  char    *value = mer_profile_value (self->field, text, &usual);

  return value != NULL ? code_of_value (self, value, usual) : MER_PROFILE_BLANK;
}

guint
mer_profile_column_look_up (MerProfileColumn *self,
                            const MerCell    *cell)
{
  g_autofree char *copy = NULL;
  g_autofree char *text = NULL;
  gpointer         known = NULL;
  guint            code = MER_PROFILE_BLANK;

  if (cell->length > MAX_LENGTH)
    return MER_PROFILE_REST;
  copy = g_strndup (cell->text != NULL ? cell->text : "", cell->length);
  if (g_hash_table_lookup_extended (self->spellings, copy, NULL, &known))
    return GPOINTER_TO_UINT (known);
  if (g_hash_table_size (self->spellings) >= MAX_SPELLINGS)
    return MER_PROFILE_REST;
  text = g_utf8_make_valid (copy, -1);
  code = understand (self, text);
  mer_near_spellings_add (&self->near, cell, code);
  g_hash_table_insert (self->spellings, g_steal_pointer (&copy), GUINT_TO_POINTER (code));
  return code;
}

const char *
mer_profile_column_value (const MerProfileColumn *self,
                          guint                   code,
                          guint64                 n)
{
  const MerProfileAnswer *answer = NULL;

  if (code == MER_PROFILE_REST)
    return MER_PROFILE_OTHER;
  answer = &g_array_index (self->answers, MerProfileAnswer, code - 1);
  return answer->usual || n >= FEW ? answer->text : MER_PROFILE_OTHER;
}
