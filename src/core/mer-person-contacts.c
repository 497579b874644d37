/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Telephone numbers and e-mail addresses in a comment. Figures of other kinds (dates, room numbers,
 * registry numbers) are far more frequent there, so a number must have the shape of a telephone. */

#include "config.h"

#include <string.h>

#include "core/mer-person-private.h"

#define MAX_DIGITS 15
/* A telephone or an address has one of these in it, or in front. */
#define MARKS "@+(0123456789"

/* A run of digits with the marks that stand between them. */
typedef struct
{
  const char *start;
  const char *end; /* behind the last digit */
  char        digits[MAX_DIGITS + 1];
  guint       n_digits;
  guint       n_groups;
  guint       groups[MAX_DIGITS]; /* digits in each */
  gboolean    dashes_only;
  gboolean    plus;
} DigitRun;

static gboolean
is_separator (char c)
{
  return c == ' ' || c == '-' || c == '(' || c == ')';
}

/* Reads the run that begins at `at`: FALSE when it is too long for a telephone. */
static gboolean
read_run (const char *at,
          DigitRun   *run)
{
  guint gap = 0;

  memset (run, 0, sizeof *run);
  run->start = at;
  run->dashes_only = TRUE;
  run->plus = *at == '+';
  at += run->plus || *at == '(' ? 1 : 0;
  for (; g_ascii_isdigit (*at) || (is_separator (*at) && gap < 3); at++)
    {
      if (is_separator (*at))
        {
          gap++;
          continue;
        }
      if (run->n_digits > 0 && gap > 0 && (gap > 1 || at[-1] != '-'))
        run->dashes_only = FALSE;
      if (run->n_digits == MAX_DIGITS)
        {
          run->end = at + 1;
          return FALSE;
        }
      if (run->n_groups == 0 || gap > 0)
        run->n_groups++;
      run->groups[run->n_groups - 1]++;
      gap = 0;
      run->digits[run->n_digits++] = *at;
      run->end = at + 1;
    }
  return run->n_digits > 0;
}

static gboolean
is_date (const DigitRun *run)
{
  int day = (run->digits[0] - '0') * 10 + run->digits[1] - '0';
  int month = (run->digits[2] - '0') * 10 + run->digits[3] - '0';

  return run->n_digits == 6 && run->groups[0] == 2 && day >= 1 && day <= 31 && month >= 1 &&
         month <= 12;
}

/* «2-34-56», «23-45-67», «234-56-78»: within a town. */
static gboolean
is_local (const DigitRun *run)
{
  return run->dashes_only && run->n_groups == 3 && run->groups[0] <= 3 && run->groups[1] == 2 &&
         run->groups[2] == 2 && !is_date (run);
}

/* Whether the word before is «тел.» or «телефон». */
static gboolean
follows_telephone (const char *text,
                   const char *at)
{
  g_autofree char *before = NULL;
  g_autofree char *folded = NULL;

  before = g_strndup (text, (gsize) (at - text));
  folded = g_utf8_strdown (before, -1);
  g_strchomp (folded);
  for (gsize n = strlen (folded); n > 0 && strchr (".: №", folded[n - 1]) != NULL; n--)
    folded[n - 1] = '\0';
  return g_str_has_suffix (folded, "тел") || g_str_has_suffix (folded, "телефон") ||
         g_str_has_suffix (folded, "телефону");
}

static gboolean
is_telephone (const char     *text,
              const DigitRun *run)
{
  const char *digits = run->digits;

  if (run->n_digits == 11)
    return (digits[0] == '7' || digits[0] == '8') && digits[1] != '0';
  if (run->n_digits == 10)
    return digits[0] == '9' || run->n_groups >= 3;
  if (run->n_digits >= 5 && run->n_digits <= 7)
    return is_local (run) || follows_telephone (text, run->start);
  return run->plus && run->n_digits > 10;
}

static gboolean
is_address_char (char c)
{
  return g_ascii_isalnum (c) || c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/* The address around an "@"; FALSE when there is none. */
static gboolean
find_address (const char   *text,
              const char   *at,
              MerTextRange *range)
{
  const char *start = at;
  const char *end = at + 1;
  const char *point = NULL;

  while (start > text && is_address_char (start[-1]))
    start--;
  while (is_address_char (*end))
    end++;
  while (end > at + 1 && !g_ascii_isalnum (end[-1]))
    end--;
  for (const char *p = at + 1; p < end; p++)
    {
      if (*p == '.')
        point = p;
    }
  *range = (MerTextRange){ (gsize) (start - text), (gsize) (end - text) };
  return start < at && point != NULL && point > at + 1 && end - point > 2;
}

void
mer_person_find_contacts (const char *text,
                          GArray     *ranges)
{
  for (const char *p = text + strcspn (text, MARKS); *p != '\0'; p += 1 + strcspn (p + 1, MARKS))
    {
      MerTextRange range = { 0 };
      DigitRun     run = { 0 };

      if (*p == '@' && find_address (text, p, &range))
        g_array_append_val (ranges, range);
      if (!g_ascii_isdigit (*p) && *p != '+' && *p != '(')
        continue;
      if (read_run (p, &run) && is_telephone (text, &run))
        {
          range.start = (gsize) (run.start - text);
          range.end = (gsize) (run.end - text);
          g_array_append_val (ranges, range);
        }
      if (run.end != NULL)
        p = run.end - 1;
      while (g_ascii_isdigit (p[1]))
        p++;
    }
}
