/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exact rationals. Nearly all numbers of an assessment fit 64 bits, so these are
 * computed inline with checked multiplications; what overflows is computed by GMP
 * and demoted again when its result fits. Invariant: a value that fits 64 bits is
 * never held in GMP, and is in lowest terms with a positive denominator. */

#include "core/mer-rational.h"

#include <gmp.h>
#include <string.h>

#define MAX_PARSED_LENGTH 200
#define MAX_EXACT_DECIMALS 18

typedef struct
{
  gatomicrefcount ref_count;
  mpq_t           value;
} Big;

static const guint64 powers_of_ten[] = {
  1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000
};

static guint64
magnitude (gint64 value)
{
  return value < 0 ? 0 - (guint64) value : (guint64) value;
}

static guint64
greatest_common_divisor (guint64 a,
                         guint64 b)
{
  while (b != 0)
    {
      guint64 rest = a % b;

      a = b;
      b = rest;
    }
  return a;
}

static void
set_u64 (mpz_t   out,
         guint64 value)
{
  mpz_import (out, 1, -1, sizeof value, 0, 0, &value);
}

static gboolean
get_u64 (const mpz_t value,
         guint64    *out)
{
  *out = 0;
  if (mpz_sizeinbase (value, 2) > 64)
    return FALSE;
  mpz_export (out, NULL, -1, sizeof *out, 0, 0, value);
  return TRUE;
}

/* Whether ±num/den (in lowest terms) can be held inline; if so, puts it into `out`. */
static gboolean
fits_inline (gboolean     negative,
             guint64      num,
             guint64      den,
             MerRational *out)
{
  if (den > G_MAXINT64 || num > (guint64) G_MAXINT64 + (negative ? 1 : 0))
    return FALSE;
  out->num = negative ? (gint64) (0 - num) : (gint64) num;
  out->den = (gint64) den;
  out->big = NULL;
  return TRUE;
}

/* Takes the contents of the initialised `value`, which must be canonical. */
static MerRational
take_mpq (mpq_t value)
{
  MerRational result = MER_RATIONAL_ZERO;
  guint64     num = 0;
  guint64     den = 0;
  Big        *big = NULL;

  if (get_u64 (mpq_numref (value), &num) && get_u64 (mpq_denref (value), &den) &&
      fits_inline (mpq_sgn (value) < 0, num, den, &result))
    {
      mpq_clear (value);
      return result;
    }
  big = g_new (Big, 1);
  g_atomic_ref_count_init (&big->ref_count);
  memcpy (big->value, value, sizeof big->value);
  result.big = big;
  return result;
}

static void
init_mpq (mpq_t              out,
          const MerRational *value)
{
  mpq_init (out);
  if (value->big != NULL)
    {
      mpq_set (out, ((const Big *) value->big)->value);
      return;
    }
  set_u64 (mpq_numref (out), magnitude (value->num));
  set_u64 (mpq_denref (out), (guint64) value->den);
  if (value->num < 0)
    mpq_neg (out, out);
}

static MerRational
make (gboolean negative,
      guint64  num,
      guint64  den)
{
  MerRational result = MER_RATIONAL_ZERO;
  guint64     divisor = greatest_common_divisor (num, den);
  mpq_t       big;

  if (fits_inline (negative, num / divisor, den / divisor, &result))
    return result;
  mpq_init (big);
  set_u64 (mpq_numref (big), num / divisor);
  set_u64 (mpq_denref (big), den / divisor);
  if (negative)
    mpq_neg (big, big);
  return take_mpq (big);
}

typedef void (*MpqOperation) (mpq_t,
                              const mpq_t,
                              const mpq_t);

static MerRational
compute_big (MpqOperation       operation,
             const MerRational *a,
             const MerRational *b)
{
  mpq_t left;
  mpq_t right;

  init_mpq (left, a);
  init_mpq (right, b);
  operation (left, left, right);
  mpq_clear (right);
  return take_mpq (left);
}

/**
 * mer_rational_new:
 * @num: the numerator
 * @den: the denominator, not zero
 *
 * Returns: num/den in lowest terms; release it with mer_rational_clear()
 */
MerRational
mer_rational_new (gint64 num,
                  gint64 den)
{
  g_return_val_if_fail (den != 0, MER_RATIONAL_ZERO);
  return make ((num < 0) != (den < 0), magnitude (num), magnitude (den));
}

/**
 * mer_rational_copy:
 * @self: a value
 *
 * Returns: the same value, to be cleared by itself; never fails
 */
MerRational
mer_rational_copy (const MerRational *self)
{
  if (self->big != NULL)
    g_atomic_ref_count_inc (&((Big *) self->big)->ref_count);
  return *self;
}

/**
 * mer_rational_clear:
 * @self: (inout): a value; zero afterwards
 *
 * Releases what the value holds. Any thread.
 */
void
mer_rational_clear (MerRational *self)
{
  Big *big = self->big;

  *self = MER_RATIONAL_ZERO;
  if (big == NULL || !g_atomic_ref_count_dec (&big->ref_count))
    return;
  mpq_clear (big->value);
  g_free (big);
}

/* Reads digits at *cursor into `digits`; FALSE when there is none. */
static gboolean
read_digits (const char **cursor,
             GString     *digits)
{
  const char *start = *cursor;

  while (g_ascii_isdigit (**cursor))
    g_string_append_c (digits, *(*cursor)++);
  return *cursor != start;
}

static gboolean
parse_parts (const char *text,
             GString    *num,
             GString    *den)
{
  const char *cursor = text;

  if (!read_digits (&cursor, num))
    return FALSE;
  if (*cursor == '/')
    {
      cursor++;
      return read_digits (&cursor, den) && *cursor == '\0';
    }
  g_string_append_c (den, '1');
  if (*cursor == '.' || *cursor == ',')
    {
      gsize whole = num->len;

      cursor++;
      if (!read_digits (&cursor, num))
        return FALSE;
      while (den->len <= num->len - whole)
        g_string_append_c (den, '0');
    }
  return *cursor == '\0';
}

/**
 * mer_rational_parse:
 * @text: "0.3", "2,5", "1/5" or "-4"
 * @out: (out): the value, only set on success
 *
 * Returns: %FALSE when the text is anything else
 */
gboolean
mer_rational_parse (const char  *text,
                    MerRational *out)
{
  g_autoptr (GString) num = g_string_new (NULL);
  g_autoptr (GString) den = g_string_new (NULL);
  gboolean negative = text[0] == '-';
  mpq_t    value;

  if (strlen (text) > MAX_PARSED_LENGTH || !parse_parts (text + (negative ? 1 : 0), num, den))
    return FALSE;
  mpq_init (value);
  mpz_set_str (mpq_numref (value), num->str, 10);
  mpz_set_str (mpq_denref (value), den->str, 10);
  if (mpz_sgn (mpq_denref (value)) == 0)
    {
      mpq_clear (value);
      return FALSE;
    }
  mpq_canonicalize (value);
  if (negative)
    mpq_neg (value, value);
  *out = take_mpq (value);
  return TRUE;
}

/**
 * mer_rational_add:
 * @a: a value
 * @b: another
 *
 * Returns: a + b, exact; clear it with mer_rational_clear()
 */
MerRational
mer_rational_add (const MerRational *a,
                  const MerRational *b)
{
  gint64 left = 0;
  gint64 right = 0;
  gint64 num = 0;
  gint64 den = 0;

  if (a->big == NULL && b->big == NULL)
    {
      if (a->den == b->den && !__builtin_add_overflow (a->num, b->num, &num))
        return mer_rational_new (num, a->den);
      if (!__builtin_mul_overflow (a->num, b->den, &left) &&
          !__builtin_mul_overflow (b->num, a->den, &right) &&
          !__builtin_add_overflow (left, right, &num) &&
          !__builtin_mul_overflow (a->den, b->den, &den))
        return mer_rational_new (num, den);
    }
  return compute_big (mpq_add, a, b);
}

/**
 * mer_rational_sub:
 * @a: a value
 * @b: another
 *
 * Returns: a − b, exact; clear it with mer_rational_clear()
 */
MerRational
mer_rational_sub (const MerRational *a,
                  const MerRational *b)
{
  MerRational negated = { 0, b->den, NULL };

  if (b->big == NULL && !__builtin_sub_overflow ((gint64) 0, b->num, &negated.num))
    return mer_rational_add (a, &negated);
  return compute_big (mpq_sub, a, b);
}

/**
 * mer_rational_mul:
 * @a: a value
 * @b: another
 *
 * Returns: a · b, exact; clear it with mer_rational_clear()
 */
MerRational
mer_rational_mul (const MerRational *a,
                  const MerRational *b)
{
  gint64 num = 0;
  gint64 den = 0;

  if (a->big == NULL && b->big == NULL &&
      !__builtin_mul_overflow (a->num, b->num, &num) &&
      !__builtin_mul_overflow (a->den, b->den, &den))
    return mer_rational_new (num, den);
  return compute_big (mpq_mul, a, b);
}

/**
 * mer_rational_div:
 * @a: the dividend
 * @b: the divisor, not zero
 *
 * Returns: a/b
 */
MerRational
mer_rational_div (const MerRational *a,
                  const MerRational *b)
{
  gint64 num = 0;
  gint64 den = 0;

  g_return_val_if_fail (!mer_rational_is_zero (b), MER_RATIONAL_ZERO);
  if (a->big == NULL && b->big == NULL &&
      !__builtin_mul_overflow (a->num, b->den, &num) &&
      !__builtin_mul_overflow (a->den, b->num, &den))
    return mer_rational_new (num, den);
  return compute_big (mpq_div, a, b);
}

/**
 * mer_rational_cmp:
 * @a: a value
 * @b: another
 *
 * Returns: −1, 0 or 1 as a is less than, equal to or greater than b
 */
int
mer_rational_cmp (const MerRational *a,
                  const MerRational *b)
{
  gint64 left = 0;
  gint64 right = 0;
  int    order = 0;
  mpq_t  big_a;
  mpq_t  big_b;

  if (a->big == NULL && b->big == NULL &&
      !__builtin_mul_overflow (a->num, b->den, &left) &&
      !__builtin_mul_overflow (b->num, a->den, &right))
    return (left > right) - (left < right);
  init_mpq (big_a, a);
  init_mpq (big_b, b);
  order = mpq_cmp (big_a, big_b);
  mpq_clear (big_a);
  mpq_clear (big_b);
  return (order > 0) - (order < 0);
}

/**
 * mer_rational_is_zero:
 * @self: a value
 *
 * Returns: whether it is zero
 */
gboolean
mer_rational_is_zero (const MerRational *self)
{
  return self->big == NULL && self->num == 0;
}

/* |value|·10^decimals, rounded half up to an integer. */
static void
scale_big_magnitude (mpz_t              out,
                     const MerRational *value,
                     guint              decimals)
{
  mpq_t exact;
  mpz_t den;

  init_mpq (exact, value);
  mpz_init (den);
  mpz_abs (out, mpq_numref (exact));
  mpz_mul_ui (out, out, (unsigned long) powers_of_ten[decimals] * 2);
  mpz_add (out, out, mpq_denref (exact));
  mpz_mul_ui (den, mpq_denref (exact), 2);
  mpz_fdiv_q (out, out, den);
  mpz_clear (den);
  mpq_clear (exact);
}

static gboolean
is_negative (const MerRational *self)
{
  return self->big != NULL ? mpq_sgn (((const Big *) self->big)->value) < 0 : self->num < 0;
}

/* The same in 64 bits; FALSE when it does not fit. */
static gboolean
scale_magnitude (const MerRational *self,
                 guint              decimals,
                 guint64           *out)
{
  guint64 den = (guint64) self->den;
  guint64 product = 0;
  guint64 rest = 0;

  if (self->big != NULL ||
      __builtin_mul_overflow (magnitude (self->num), powers_of_ten[decimals], &product))
    return FALSE;
  rest = product % den;
  *out = product / den + (rest >= den - rest ? 1 : 0);
  return TRUE;
}

/**
 * mer_rational_round:
 * @self: the value
 * @decimals: decimal places, 0..9
 *
 * Returns: the nearest multiple of 10^−decimals; halves go away from zero
 */
MerRational
mer_rational_round (const MerRational *self,
                    guint              decimals)
{
  guint64 scaled = 0;
  mpq_t   result;

  g_return_val_if_fail (decimals < G_N_ELEMENTS (powers_of_ten), MER_RATIONAL_ZERO);
  if (scale_magnitude (self, decimals, &scaled))
    return make (is_negative (self), scaled, powers_of_ten[decimals]);
  mpq_init (result);
  scale_big_magnitude (mpq_numref (result), self, decimals);
  set_u64 (mpq_denref (result), powers_of_ten[decimals]);
  mpq_canonicalize (result);
  if (is_negative (self))
    mpq_neg (result, result);
  return take_mpq (result);
}

/* Sets the decimal point into an integer's digits. */
static char *
place_point (const char *digits,
             gboolean    negative,
             guint       decimals)
{
  GString *text = g_string_new (digits);

  while (text->len <= decimals)
    g_string_prepend_c (text, '0');
  if (decimals > 0)
    g_string_insert_c (text, (gssize) (text->len - decimals), '.');
  if (negative && strspn (digits, "0") != strlen (digits))
    g_string_prepend_c (text, '-');
  return g_string_free (text, FALSE);
}

static char *
mpz_to_text (const mpz_t value)
{
  return mpz_get_str (g_malloc (mpz_sizeinbase (value, 10) + 2), 10, value);
}

/**
 * mer_rational_to_decimal:
 * @self: the value
 * @decimals: decimal places, 0..9
 *
 * Returns: (transfer full): "12.50"; never "-0.00"
 */
char *
mer_rational_to_decimal (const MerRational *self,
                         guint              decimals)
{
  g_autofree char *digits = NULL;
  guint64          scaled = 0;
  mpz_t            big;

  g_return_val_if_fail (decimals < G_N_ELEMENTS (powers_of_ten), NULL);
  if (scale_magnitude (self, decimals, &scaled))
    digits = g_strdup_printf ("%" G_GUINT64_FORMAT, scaled);
  else
    {
      mpz_init (big);
      scale_big_magnitude (big, self, decimals);
      digits = mpz_to_text (big);
      mpz_clear (big);
    }
  return place_point (digits, is_negative (self), decimals);
}

/* The decimal places in which 1/den ends; −1 when it never does or has too many. */
static int
exact_decimals (guint64 den)
{
  int twos = 0;
  int fives = 0;

  for (; den % 2 == 0; den /= 2)
    twos++;
  for (; den % 5 == 0; den /= 5)
    fives++;
  return den == 1 && MAX (twos, fives) <= MAX_EXACT_DECIMALS ? MAX (twos, fives) : -1;
}

static char *
big_to_string (const Big *big)
{
  g_autofree char *num = mpz_to_text (mpq_numref (big->value));
  g_autofree char *den = mpz_to_text (mpq_denref (big->value));

  return strcmp (den, "1") == 0 ? g_steal_pointer (&num) : g_strdup_printf ("%s/%s", num, den);
}

/**
 * mer_rational_to_string:
 * @self: the value
 *
 * Returns: (transfer full): the shortest exact text, as "0.3" or "1/3"
 */
char *
mer_rational_to_string (const MerRational *self)
{
  g_autofree char *digits = NULL;
  guint64          scaled = 0;
  int              decimals = 0;

  if (self->big != NULL)
    return big_to_string (self->big);
  decimals = exact_decimals ((guint64) self->den);
  scaled = magnitude (self->num);
  for (int i = 0; i < decimals; i++)
    if (__builtin_mul_overflow (scaled, (guint64) 10, &scaled))
      decimals = -1;
  if (decimals < 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, self->num, self->den);
  digits = g_strdup_printf ("%" G_GUINT64_FORMAT, scaled / (guint64) self->den);
  return place_point (digits, self->num < 0, (guint) decimals);
}

/**
 * mer_rational_to_double:
 * @self: the value
 *
 * Returns: a near value, for drawing only
 */
double
mer_rational_to_double (const MerRational *self)
{
  if (self->big != NULL)
    return mpq_get_d (((const Big *) self->big)->value);
  return (double) self->num / (double) self->den;
}
