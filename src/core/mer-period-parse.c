/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From a phrase to a period: it is cut at «;» and «затем» and read part by part; when the days are
 * settled (mer-period-settle.c) the parts are put together. */

#include "config.h"

#include <string.h>

#include "core/mer-period-private.h"

static MerPeriod *
new_problem (MerPeriodProblem problem)
{
  MerPeriod *self = mer_period_alloc (MER_PERIOD_UNKNOWN);

  self->problem = problem;
  return self;
}

/* Tokens of a part, which belong to those of the phrase. */
static GArray *
new_slice (void)
{
  return g_array_new (FALSE, TRUE, sizeof (MerToken));
}

static guint
read_sequence (const GArray *tokens,
               guint         at)
{
  static const char *const words[] = {
    "?и ?а затем|далее|потом|впоследствии|then", "?и в дальнейшем|последующем", "в последующие годы"
  };

  return mer_period_match_list (tokens, at, words);
}

/* A bracket that is never closed is none. */
static gboolean
opens_bracket (const GArray *tokens,
               guint         at)
{
  if (mer_period_match (tokens, at, "(", NULL) == 0)
    return FALSE;
  for (at++; at < tokens->len && mer_period_match (tokens, at, ";|(", NULL) == 0; at++)
    {
      if (mer_period_match (tokens, at, ")", NULL) > 0)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) (element-type GArray): no word within brackets parts a phrase. */
static GPtrArray *
split (const GArray *tokens)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  GArray    *part = new_slice ();
  int        depth = 0;

  g_ptr_array_add (parts, part);
  for (guint at = 0; at < tokens->len;)
    {
      guint n = mer_period_match (tokens, at, ";", NULL);

      if (n > 0)
        depth = 0;
      else if (depth == 0)
        n = read_sequence (tokens, at);
      if (n > 0)
        {
          part = new_slice ();
          g_ptr_array_add (parts, part);
          at += n;
          continue;
        }
      if (opens_bracket (tokens, at))
        depth = 1;
      else if (mer_period_match (tokens, at, ")", NULL) > 0)
        depth = 0;
      g_array_append_vals (part, mer_period_token (tokens, at), 1);
      at++;
    }
  return parts;
}

/* «месяца, следующего за отчётным кварталом», behind «до 3 числа». */
static guint
read_next_month (const GArray *tokens,
                 guint         at,
                 MerFrequency *out,
                 gboolean     *behind)
{
  static const MerPeriodPhrase next[] = {
    { "месяца ?, следующего за ?отчетным|истекшим|прошедшим ?месяцем|периодом",
      MER_RECURRENCE_MONTHLY },
    { "следующего месяца", MER_RECURRENCE_MONTHLY },
  };
  guint n = 0;

  if (at == 0 || mer_period_match (tokens, at - 1, "числ*", NULL) == 0)
    return 0;
  n = mer_period_read_next (tokens, at, &out->recurrence);
  if (n == 0)
    n = mer_period_match_phrase (tokens, at, next, G_N_ELEMENTS (next), &out->recurrence);
  if (n > 0)
    *behind = TRUE;
  else if ((n = mer_period_match (tokens, at, "?текущего|отчетного месяца", NULL)) > 0)
    out->recurrence = MER_RECURRENCE_MONTHLY;
  return n;
}

/* The tokens without what says how often, and that it never ends: a comma stands instead. */
static GArray *
extract (const GArray     *tokens,
         MerPeriodReading *reading,
         gboolean         *continuous)
{
  static const MerToken comma = { MER_TOKEN_MARK, ",", 0, 0, 0, FALSE, 0, 0 };
  GArray               *rest = new_slice ();
  MerFrequency          guess = { MER_RECURRENCE_NONE, 0 };

  for (guint at = 0; at < tokens->len;)
    {
      guint n = mer_period_read_slice (tokens, at, reading);

      if (n == 0)
        n = mer_period_read_recurrence (tokens, at, &reading->frequency);
      if (n == 0)
        n = read_next_month (tokens, at, &guess, &reading->behind);
      if (n == 0)
        {
          n = mer_period_read_continuous (tokens, at);
          *continuous = *continuous || n > 0;
        }
      g_array_append_vals (rest, n > 0 ? &comma : mer_period_token (tokens, at), 1);
      at += MAX (n, 1);
    }
  if (reading->frequency.recurrence == MER_RECURRENCE_NONE)
    reading->frequency = guess;
  if (reading->frequency.recurrence == MER_RECURRENCE_NONE)
    reading->frequency.recurrence = reading->slice;
  return rest;
}

/* Where a part ends without «, ежегодно» and points behind it. */
static guint
strip_end (const GArray *tokens,
           MerFrequency *found)
{
  guint end = tokens->len;

  while (end > 0 && mer_period_match (tokens, end - 1, ",|.|-|:", NULL) > 0 &&
         !mer_period_is_year_point (tokens, end - 1))
    end--;
  for (guint i = 1; i < end; i++)
    {
      MerFrequency frequency = { MER_RECURRENCE_NONE, 0 };

      if (mer_period_match (tokens, i - 1, ",|-", NULL) == 0 ||
          i + mer_period_read_recurrence (tokens, i, &frequency) != end)
        continue;
      *found = frequency;
      return i - 1;
    }
  return end;
}

/* «ежегодно, не позднее 10 дней после …, ежегодно»: what stands between. */
static GArray *
strip_recurrence (const GArray     *tokens,
                  MerPeriodReading *reading)
{
  MerFrequency found = { MER_RECURRENCE_NONE, 0 };
  GArray      *rest = new_slice ();
  guint        at = 0;
  guint        n = 0;

  while ((n = mer_period_match (tokens, at, ",|.|-|:", NULL)) > 0 ||
         (n = mer_period_read_recurrence (tokens, at, &found)) > 0)
    at += n;
  if (at < tokens->len)
    g_array_append_vals (rest, mer_period_token (tokens, at), tokens->len - at);
  for (n = 0; n != rest->len && rest->len > 0;)
    {
      n = rest->len;
      g_array_set_size (rest, strip_end (rest, &found));
    }
  if (found.recurrence != MER_RECURRENCE_NONE)
    reading->frequency = found;
  return rest;
}

static gboolean
read_event (const GArray     *tokens,
            MerPeriodReading *reading)
{
  MerFrequency kept = reading->frequency;
  g_autoptr (GArray) inner = strip_recurrence (tokens, reading);
  MerPeriod *event = reading->limits ? mer_period_read_limit (inner, 0, reading->phrase)
                                     : mer_period_read_event (inner, 0, reading->phrase);

  if (event == NULL)
    {
      reading->frequency = kept;
      return FALSE;
    }
  g_ptr_array_add (reading->parts, event);
  return TRUE;
}

static gboolean
read_part (const GArray     *tokens,
           gboolean          sequel,
           MerPeriodReading *reading)
{
  gboolean continuous = FALSE;
  g_autoptr (GArray) rest = NULL;
  g_autoptr (GPtrArray) ranges = NULL;

  if (read_event (tokens, reading))
    return TRUE;
  rest = extract (tokens, reading, &continuous);
  ranges = mer_period_read_ranges (rest, 0);
  if (ranges == NULL)
    return FALSE;
  reading->continuous = reading->continuous || continuous;
  reading->open_end = reading->open_end || (continuous && sequel && ranges->len == 0);
  for (guint i = 0; i < ranges->len; i++)
    g_ptr_array_add (reading->parts, mer_period_ref (g_ptr_array_index (ranges, i)));
  return TRUE;
}

/* «постоянно» within bounds is one part. */
static MerPeriod *
new_continuous (MerPeriodReading *reading)
{
  MerPeriod *self = NULL;

  if (reading->parts->len == 0)
    return mer_period_alloc (MER_PERIOD_CONTINUOUS);
  self = mer_period_ref (g_ptr_array_index (reading->parts, 0));
  self->kind = MER_PERIOD_CONTINUOUS;
  if (reading->open_end)
    {
      if (self->until && !self->needs_year)
        self->from = mer_period_point_of_day (self->first);
      self->since = TRUE;
      self->until = FALSE;
      self->to = self->from;
    }
  if (self->since)
    self->last = MER_DAY_NONE;
  return self;
}

static MerPeriodKind
kind_of_parts (const GPtrArray *parts)
{
  MerPeriodKind kind = ((const MerPeriod *) g_ptr_array_index (parts, 0))->kind;

  for (guint i = 0; i < parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (parts, i);

      if (part->kind == MER_PERIOD_CONTINUOUS)
        return MER_PERIOD_CONTINUOUS;
      if (part->kind == MER_PERIOD_RANGE)
        kind = MER_PERIOD_RANGE;
    }
  return kind;
}

static MerPeriod *
new_composite (GPtrArray *parts)
{
  MerPeriod *self = mer_period_alloc (kind_of_parts (parts));

  self->parts = g_ptr_array_ref (parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const MerPeriod *part = g_ptr_array_index (parts, i);

      self->needs_year = self->needs_year || part->needs_year;
      self->default_year = self->default_year || part->default_year;
      self->since = part->kind == MER_PERIOD_RANGE ? part->since : self->since;
      if (part->first != MER_DAY_NONE && (self->first == MER_DAY_NONE || part->first < self->first))
        self->first = part->first;
      self->last = MAX (self->last, part->last);
    }
  if (self->kind == MER_PERIOD_AFTER_EVENT)
    {
      const MerPeriod *event = g_ptr_array_index (parts, 0);

      self->term = event->term;
      self->term_unit = event->term_unit;
      self->event = g_strdup (event->event);
      self->link = event->link;
    }
  return self;
}

static MerPeriod *
combine (MerPeriodReading *reading)
{
  const MerPeriod *only = reading->parts->len > 0 ? g_ptr_array_index (reading->parts, 0) : NULL;
  MerPeriod       *self = NULL;

  if (reading->continuous &&
      (only == NULL || (reading->parts->len == 1 && only->kind == MER_PERIOD_RANGE)))
    return new_continuous (reading);
  if (reading->continuous)
    g_ptr_array_add (reading->parts, mer_period_alloc (MER_PERIOD_CONTINUOUS));
  self = reading->parts->len == 1 ? mer_period_ref (only) : new_composite (reading->parts);
  if (reading->continuous)
    return self;
  self->recurrence = reading->frequency.recurrence;
  self->times = reading->frequency.times;
  self->day_from = reading->day_from;
  self->day_of_month = reading->day_of_month;
  self->month_of_slice = reading->month_of_slice;
  self->by_day = reading->by_day;
  self->behind = reading->behind && reading->day_of_month > 0;
  return self;
}

static MerPeriodProblem
read_parts (const GArray     *tokens,
            MerPeriodReading *reading)
{
  g_autoptr (GPtrArray) parts = split (tokens);

  for (guint i = 0; i < parts->len; i++)
    {
      if (!read_part (g_ptr_array_index (parts, i), i > 0, reading))
        return MER_PERIOD_PROBLEM_NOT_UNDERSTOOD;
    }
  return MER_PERIOD_PROBLEM_NONE;
}

/* «до до 1 марта»: a slip for the checker, but no riddle. */
static GArray *
drop_repeated (const GArray *tokens)
{
  GArray *once = new_slice ();

  for (guint at = 0; at < tokens->len; at++)
    {
      if (!mer_period_is_repeated (tokens, at))
        g_array_append_vals (once, mer_period_token (tokens, at), 1);
    }
  return once;
}

/* One way to read the phrase; `limits` when «до …» may name an event. */
static MerPeriod *
read_tokens (const GArray *all,
             const char   *phrase,
             int           default_year,
             gboolean      limits)
{
  g_autoptr (GArray) tokens = drop_repeated (all);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) mer_period_unref);
  MerPeriodReading reading = { 0 };
  MerPeriodProblem problem = MER_PERIOD_PROBLEM_NONE;

  reading.phrase = phrase;
  reading.parts = parts;
  reading.limits = limits;
  problem = read_parts (tokens, &reading);
  if (problem == MER_PERIOD_PROBLEM_NONE)
    problem = mer_period_settle (&reading, default_year);
  return problem == MER_PERIOD_PROBLEM_NONE ? combine (&reading) : new_problem (problem);
}

/* The words are guessed on a copy: whoever reads the phrase as it stands sees what stands there. */
static MerPeriod *
read_misspelt (const char *phrase,
               int         default_year,
               gboolean    limits)
{
  g_autoptr (GArray) tokens = mer_period_tokenize (phrase);
  MerPeriod *self = NULL;

  mer_period_expand (tokens);
  if (!mer_period_guess (tokens))
    return new_problem (MER_PERIOD_PROBLEM_NOT_UNDERSTOOD);
  self = read_tokens (tokens, phrase, default_year, limits);
  self->guessed = TRUE;
  return self;
}

/* «до заседания, ежегондо»: a slip within the event changes nothing, and is none of deadlines. */
static MerPeriod *
read_limits (const GArray *tokens,
             const char   *phrase,
             int           default_year)
{
  MerPeriod *self = read_tokens (tokens, phrase, default_year, TRUE);
  g_autoptr (MerPeriod) guessed = read_misspelt (phrase, default_year, TRUE);

  if (guessed->problem != MER_PERIOD_PROBLEM_NONE || mer_period_equal (self, guessed))
    return self;
  mer_period_unref (self);
  return g_steal_pointer (&guessed);
}

static MerPeriod *
understand (const char *phrase,
            int         default_year)
{
  g_autoptr (GArray) tokens = mer_period_tokenize (phrase != NULL ? phrase : "");
  MerPeriod *self = NULL;

  if (tokens->len == 0)
    {
      g_autofree char *text = g_strdup (phrase != NULL ? phrase : "");

      return new_problem (*g_strstrip (text) == '\0' ? MER_PERIOD_PROBLEM_EMPTY
                                                     : MER_PERIOD_PROBLEM_NOT_UNDERSTOOD);
    }
  mer_period_expand (tokens);
  for (guint way = 0; way < 3; way++)
    {
      g_clear_pointer (&self, mer_period_unref);
      self = way == 0   ? read_tokens (tokens, phrase, default_year, FALSE)
             : way == 1 ? read_misspelt (phrase, default_year, FALSE)
                        : read_limits (tokens, phrase, default_year);
      if (self->problem != MER_PERIOD_PROBLEM_NOT_UNDERSTOOD)
        break;
    }
  return self;
}

/* --- what was understood before -------------------------------------------------------------- */

/* More phrases than a document has that people type; beyond it all are forgotten. */
#define MOST_KEPT 4096
#define LONGEST_KEPT 200 /* bytes */

/* Thousands of items share a few hundred phrases, and are looked at after each edit. A period
 * never changes, so that all may have the same. */
static GMutex      kept_mutex;
static GHashTable *kept; /* year and phrase → MerPeriod */

static MerPeriod *
find_kept (const char *key)
{
  const MerPeriod *period = NULL;
  MerPeriod       *found = NULL;

  g_mutex_lock (&kept_mutex);
  period = kept != NULL ? g_hash_table_lookup (kept, key) : NULL;
  if (period != NULL)
    found = mer_period_ref (period);
  g_mutex_unlock (&kept_mutex);
  return found;
}

static void
keep (char            *key,
      const MerPeriod *period)
{
  g_mutex_lock (&kept_mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                  (GDestroyNotify) mer_period_unref);
  if (g_hash_table_size (kept) >= MOST_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_replace (kept, key, mer_period_ref (period));
  g_mutex_unlock (&kept_mutex);
}

/* Documented in the header. */
MerPeriod *
mer_period_parse (const char *phrase,
                  int         default_year)
{
  g_autofree char *key = NULL;
  MerPeriod       *period = NULL;

  if (phrase == NULL || strlen (phrase) > LONGEST_KEPT)
    return understand (phrase, default_year);
  key = g_strdup_printf ("%d %s", default_year, phrase);
  period = find_kept (key);
  if (period != NULL)
    return period;
  period = understand (phrase, default_year);
  keep (g_steal_pointer (&key), period);
  return period;
}
