/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One end of a range as it is written: a day, a month, a quarter, a year. Numbers are taken as they
 * stand; whether there is such a day is asked when the year is known. */

#include "config.h"

#include "core/mer-period-private.h"

static const char *
text_at (const GArray *tokens,
         guint         at)
{
  return mer_period_token (tokens, at)->text;
}

static gboolean
is_mark (const GArray *tokens,
         guint         at,
         const char   *mark)
{
  return mer_period_token (tokens, at)->kind == MER_TOKEN_MARK &&
         g_str_equal (text_at (tokens, at), mark);
}

static gboolean
is_number (const GArray *tokens,
           guint         at,
           int           least_digits,
           int           most_digits)
{
  const MerToken *token = mer_period_token (tokens, at);

  return token->kind == MER_TOKEN_NUMBER && token->digits >= least_digits &&
         token->digits <= most_digits;
}

/* The year 0 is a year that is too far away, and not one that was left out. */
static int
full_year (const MerToken *token)
{
  if (token->digits != 2)
    return MAX (token->number, 1);
  return token->number < 90 ? 2000 + token->number : 1900 + token->number;
}

/* «г.», «г. г.», «гг», «года» behind a year. */
static void
skip_year_unit (const GArray *tokens,
                guint        *at)
{
  static const char *const units[] = { "г . г .", "г . г", "гг|г .", "гг|г",
                                       "год|года|году|годом|годы|годов|годам|годах", "." };

  *at += mer_period_match_list (tokens, *at, units);
}

/* «учебный год», «уч. г.»: the number of tokens. */
static guint
school_words (const GArray *tokens,
              guint         at)
{
  static const char *const words[] = { "?нового учебн* год*", "учебн* г .", "учебн* г",
                                       "учебн* гг .",
                                       "уч . год*", "уч . г .", "уч . г", "уч год*" };

  return mer_period_match_list (tokens, at, words);
}

/* «2020/21», «2020–2021»: the number of tokens; the second year must be the next one. */
static guint
school_numbers (const GArray *tokens,
                guint         at,
                gboolean      slash)
{
  const MerToken *second = mer_period_token (tokens, at + 2);
  int             next = mer_period_token (tokens, at)->number + 1;

  if (!is_number (tokens, at, 4, 4) || second->kind != MER_TOKEN_NUMBER ||
      !(is_mark (tokens, at + 1, "/") || (!slash && is_mark (tokens, at + 1, "-"))))
    return 0;
  if ((second->digits == 4 && second->number == next) ||
      (second->digits == 2 && second->number == next % 100))
    return 3;
  return 0;
}

/* A school year with its number on either side; `year` is 0 when it has none. */
static gboolean
read_school_year (const GArray *tokens,
                  guint        *at,
                  int          *year)
{
  guint words = school_words (tokens, *at);
  guint start = *at + words;
  guint numbers = school_numbers (tokens, start, words == 0);
  guint behind = 0;

  if (numbers == 0)
    numbers = school_numbers (tokens, start, FALSE);
  if (numbers == 0 && is_number (tokens, start, 4, 4))
    numbers = 1;
  if (words == 0)
    {
      behind = numbers > 0 ? school_words (tokens, start + numbers) : 0;
      /* without the words only «2020/21» is certain */
      if (behind == 0 && (numbers < 3 || !is_mark (tokens, start + 1, "/")))
        return FALSE;
    }
  *year = numbers > 0 ? full_year (mer_period_token (tokens, start)) : 0;
  *at = start + numbers + behind;
  if (behind == 0 && numbers > 0)
    skip_year_unit (tokens, at);
  return TRUE;
}

/* «следующего года», «т. г.» */
static gboolean
read_relative_year (const GArray *tokens,
                    guint        *at,
                    int          *offset)
{
  static const struct
  {
    const char *pattern;
    int         offset;
  } words[] = {
    { "текущ*|этого|данного|отчетн*|планов*|настоящ* ?календарн* год*", 0 },
    { "текущ*|отчетн* г .", 0 },
    { "т|с|тек . год*|г ?.", 0 },
    { "года ?, следующего за отчетным|текущим ?годом", 1 },
    { "следующ*|будущ*|очередн*|предстоящ* ?за|календарн* ?отчетным ?годом ?календарн* год*", 1 },
    { "прошл*|предыдущ*|прошедш*|истекш*|минувш* ?календарн* год*", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint n = mer_period_match (tokens, *at, words[i].pattern, NULL);

      if (n > 0)
        {
          *at += n;
          *offset = words[i].offset;
          return TRUE;
        }
    }
  return FALSE;
}

/* A year behind a day, a month or a quarter, when there is one. */
static void
read_year_behind (const GArray   *tokens,
                  guint          *at,
                  MerPeriodPoint *point)
{
  guint start = *at;

  *at += mer_period_match (tokens, *at, "?в ?,", NULL);
  if (read_school_year (tokens, at, &point->year))
    {
      point->school = TRUE;
      return;
    }
  if (read_relative_year (tokens, at, &point->year_offset))
    {
      point->relative = TRUE;
      return;
    }
  *at = start + (is_mark (tokens, start, ",") ? 0 : mer_period_match (tokens, start, "?в", NULL));
  /* of «дек. 26» nobody knows, of «дек. 26 г.» everybody */
  if (is_number (tokens, *at, 4, 4) ||
      (is_number (tokens, *at, 2, 2) && mer_period_match (tokens, *at + 1, "г|год|года", NULL) > 0))
    {
      point->year = full_year (mer_period_token (tokens, *at));
      (*at)++;
      skip_year_unit (tokens, at);
      return;
    }
  *at = start;
  /* «I полугодие года» names none */
  *at += mer_period_match (tokens, *at, "год|года|году", NULL);
}

/* «30.11.2016», «30.11.16», «30.11», «08.2013», «1/3/2021». */
static gboolean
read_numeric_date (const GArray   *tokens,
                   guint          *at,
                   MerPeriodPoint *out)
{
  const char *mark = is_mark (tokens, *at + 1, "/") ? "/" : ".";

  if (!is_number (tokens, *at, 1, 2) || !is_mark (tokens, *at + 1, mark))
    return FALSE;
  if (is_number (tokens, *at + 2, 4, 4))
    {
      out->unit = MER_UNIT_MONTH;
      out->month = mer_period_token (tokens, *at)->number;
      out->year = full_year (mer_period_token (tokens, *at + 2));
      *at += 3;
      skip_year_unit (tokens, at);
      return TRUE;
    }
  /* of «1.5» nobody knows */
  if (!is_number (tokens, *at + 2, 1, 2) ||
      (mer_period_token (tokens, *at + 2)->digits == 1 && !is_mark (tokens, *at + 3, mark)))
    return FALSE;
  out->unit = MER_UNIT_DAY;
  out->number = mer_period_token (tokens, *at)->number;
  out->month = mer_period_token (tokens, *at + 2)->number;
  *at += 3;
  if (is_mark (tokens, *at, mark) &&
      (is_number (tokens, *at + 1, 4, 4) || is_number (tokens, *at + 1, 2, 2)))
    {
      out->year = full_year (mer_period_token (tokens, *at + 1));
      *at += 2;
      skip_year_unit (tokens, at);
      return TRUE;
    }
  *at += is_mark (tokens, *at, ".") ? 1 : 0;
  read_year_behind (tokens, at, out);
  return TRUE;
}

static gboolean
read_iso_date (const GArray   *tokens,
               guint          *at,
               MerPeriodPoint *out)
{
  if (!is_number (tokens, *at, 4, 4) || !is_mark (tokens, *at + 1, "-") ||
      !is_number (tokens, *at + 2, 2, 2) || !is_mark (tokens, *at + 3, "-") ||
      !is_number (tokens, *at + 4, 2, 2) || !mer_period_token (tokens, *at + 4)->glued)
    return FALSE;
  out->unit = MER_UNIT_DAY;
  out->year = full_year (mer_period_token (tokens, *at));
  out->month = mer_period_token (tokens, *at + 2)->number;
  out->number = mer_period_token (tokens, *at + 4)->number;
  *at += 5;
  return TRUE;
}

/* «марта 2021 г.», «март месяц»: a month, or the rest of a day. */
static gboolean
read_month (const GArray   *tokens,
            guint          *at,
            MerPeriodPoint *out)
{
  int month = mer_period_month_of_word (text_at (tokens, *at));

  if (mer_period_token (tokens, *at)->kind != MER_TOKEN_WORD || month == 0)
    return FALSE;
  out->month = month;
  *at += 1;
  *at += mer_period_match (tokens, *at, "?. ?месяц|месяца|месяце|м-ц", NULL);
  read_year_behind (tokens, at, out);
  return TRUE;
}

/* A number in digits, Roman or words. */
static int
count_at (const GArray *tokens,
          guint         at)
{
  const MerToken *token = mer_period_token (tokens, at);

  if (token->kind == MER_TOKEN_NUMBER)
    return token->digits <= 2 ? MAX (token->number, -1) : -1;
  if (token->kind != MER_TOKEN_WORD)
    return -1;
  if (token->roman > 0)
    return token->roman;
  return mer_period_number_of_word (token->text) > 0 ? mer_period_number_of_word (token->text) : -1;
}

/* «III квартал 2013 г.», «1 полугодие», «вторая декада марта». */
static gboolean
read_counted (const GArray   *tokens,
              guint          *at,
              MerPeriodPoint *out)
{
  static const struct
  {
    const char   *pattern;
    MerPeriodUnit unit;
    gboolean      of_month;
  } units[] = {
    { "?. квартал*|кв ?.", MER_UNIT_QUARTER, FALSE },
    { "?. полугоди*|полуг ?.", MER_UNIT_HALF_YEAR, FALSE },
    { "п / г|год*", MER_UNIT_HALF_YEAR, FALSE },
    { "?. половин* год|года|году", MER_UNIT_HALF_YEAR, FALSE },
    { "?. половин*", MER_UNIT_HALF_MONTH, TRUE },
    { "?. декад*", MER_UNIT_TEN_DAYS, TRUE },
  };
  int number = count_at (tokens, *at);

  for (guint i = 0; number >= 0 && i < G_N_ELEMENTS (units); i++)
    {
      guint n = mer_period_match (tokens, *at + 1, units[i].pattern, NULL);

      if (n == 0)
        continue;
      *at += 1 + n;
      out->unit = units[i].unit;
      out->number = number;
      if (!units[i].of_month)
        read_year_behind (tokens, at, out);
      else if (!read_month (tokens, at, out))
        {
          read_year_behind (tokens, at, out);
          /* «вторая половина 2021 г.» */
          if (out->unit == MER_UNIT_HALF_MONTH && (out->year > 0 || out->relative))
            out->unit = MER_UNIT_HALF_YEAR;
        }
      return TRUE;
    }
  return FALSE;
}

/* «15 марта 2021 г.», «5 числа», «5» */
static gboolean
read_day (const GArray   *tokens,
          guint          *at,
          MerPeriodPoint *out)
{
  guint after = *at + 1;
  int   number = count_at (tokens, *at);

  if (number < 0)
    return FALSE;
  out->number = number;
  after += mer_period_match (tokens, after, "число|числа|числу|числом|чисел|числам|числах", NULL);
  out->numbered = after > *at + 1;
  if (read_month (tokens, &after, out))
    out->unit = MER_UNIT_DAY;
  else if (out->numbered)
    read_year_behind (tokens, &after, out);
  *at = after;
  return TRUE;
}

static gboolean
read_year (const GArray   *tokens,
           guint          *at,
           MerPeriodPoint *out)
{
  guint start = *at;

  if (read_school_year (tokens, at, &out->year))
    {
      out->unit = MER_UNIT_SCHOOL_YEAR;
      return TRUE;
    }
  out->unit = MER_UNIT_YEAR;
  if (read_relative_year (tokens, at, &out->year_offset))
    {
      out->relative = TRUE;
      return TRUE;
    }
  *at = start + mer_period_match (tokens, start, "?календарн* год|года|году", NULL);
  if (*at > start)
    return TRUE;
  if (!is_number (tokens, *at, 4, 4))
    return FALSE;
  out->year = full_year (mer_period_token (tokens, *at));
  *at += 1;
  skip_year_unit (tokens, at);
  return TRUE;
}

static gboolean
read_season (const GArray   *tokens,
             guint          *at,
             MerPeriodPoint *out)
{
  static const struct
  {
    const char *words;
    int         season;
  } seasons[] = {
    { "весна|весной|весну|весны", 1 },
    { "лето|летом|лета", 2 },
    { "осень|осенью|осени", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (seasons); i++)
    {
      if (mer_period_match (tokens, *at, seasons[i].words, NULL) == 0)
        continue;
      *at += 1;
      out->unit = MER_UNIT_SEASON;
      out->number = seasons[i].season;
      read_year_behind (tokens, at, out);
      return TRUE;
    }
  return FALSE;
}

static gboolean
read_whole (const GArray   *tokens,
            guint          *at,
            MerPeriodPoint *out)
{
  MerPeriodPoint none = { 0 };

  if (read_iso_date (tokens, at, out) || read_numeric_date (tokens, at, out) ||
      read_counted (tokens, at, out) || read_season (tokens, at, out))
    return TRUE;
  *out = none;
  if (read_month (tokens, at, out))
    {
      out->unit = MER_UNIT_MONTH;
      return TRUE;
    }
  if (read_year (tokens, at, out))
    return TRUE;
  *out = none;
  return read_day (tokens, at, out);
}

/* «начало», «середина» or «конец» of a whole. */
static gboolean
take_portion (MerPeriodPoint *point,
              int             third)
{
  switch (point->unit)
    {
    case MER_UNIT_MONTH:
      point->unit = MER_UNIT_TEN_DAYS;
      point->number = third;
      return TRUE;
    case MER_UNIT_QUARTER:
      point->month = (point->number - 1) * 3 + third;
      break;
    case MER_UNIT_HALF_YEAR:
      point->month = (point->number - 1) * 6 + (third == 1 ? 1 : 6);
      break;
    case MER_UNIT_YEAR:
      point->month = third == 1 ? 1 : 12;
      break;
    case MER_UNIT_SCHOOL_YEAR:
      point->month = third == 1 ? 9 : 5;
      /* «в конце учебного года» in a plan of 2021 is May of 2021 */
      point->school = point->year > 0 || point->relative;
      break;
    case MER_UNIT_SEASON:
      point->month = point->number * 3 + third - 1;
      break;
    case MER_UNIT_NONE:
    case MER_UNIT_DAY:
    case MER_UNIT_TEN_DAYS:
    case MER_UNIT_HALF_MONTH:
    default:
      return FALSE;
    }
  if (third == 2 && point->unit != MER_UNIT_QUARTER && point->unit != MER_UNIT_SEASON)
    return FALSE;
  point->unit = MER_UNIT_MONTH;
  point->number = 0;
  return TRUE;
}

/**
 * mer_period_read_point:
 * @tokens: (element-type MerToken): a phrase
 * @at: (inout): where to begin; where it ends
 * @out: (out): what stands there, also a bare number
 *
 * Returns: whether there is anything
 */
gboolean
mer_period_read_point (const GArray   *tokens,
                       guint          *at,
                       MerPeriodPoint *out)
{
  static const char *const portions[] = { "?в начал*", "?в середин*",
                                          "?в конец|конца|конце|концу" };
  MerPeriodPoint           none = { 0 };

  *out = none;
  for (int i = 0; i < 3; i++)
    {
      guint n = mer_period_match (tokens, *at, portions[i], NULL);

      if (n > 0)
        {
          *at += n;
          return read_whole (tokens, at, out) && take_portion (out, i + 1);
        }
    }
  return read_whole (tokens, at, out);
}
