/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Check digits of INN (taxpayer) and OGRN (registration) numbers. */

#include "core/mer-registry-number.h"

#include <string.h>

static gboolean
is_digits (const char *text,
           gsize       length)
{
  return strlen (text) == length && strspn (text, "0123456789") == length;
}

/* The INN's check digit over the first `n` digits; weights end with 8, 6, 4, … */
static char
inn_check_digit (const char *inn,
                 guint       n)
{
  static const guint weights[] = { 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8 };
  guint              sum = 0;

  for (guint i = 0; i < n; i++)
    sum += weights[G_N_ELEMENTS (weights) - n + i] * (guint) (inn[i] - '0');
  return (char) ('0' + sum % 11 % 10);
}

/**
 * mer_inn_is_valid:
 * @inn: a taxpayer number
 *
 * Returns: whether it has 10 or 12 digits and its check digits are right
 */
gboolean
mer_inn_is_valid (const char *inn)
{
  if (is_digits (inn, 10))
    return inn_check_digit (inn, 9) == inn[9];
  return is_digits (inn, 12) && inn_check_digit (inn, 10) == inn[10] &&
         inn_check_digit (inn, 11) == inn[11];
}

static char
ogrn_check_digit (const char *ogrn,
                  guint       n,
                  guint64     modulus)
{
  guint64 value = 0;

  for (guint i = 0; i < n; i++)
    value = value * 10 + (guint64) (ogrn[i] - '0');
  return (char) ('0' + value % modulus % 10);
}

/**
 * mer_ogrn_is_valid:
 * @ogrn: a registration number: OGRN (13 digits) or OGRNIP (15)
 *
 * Returns: whether the length and the check digit are right
 */
gboolean
mer_ogrn_is_valid (const char *ogrn)
{
  if (is_digits (ogrn, 13))
    return ogrn_check_digit (ogrn, 12, 11) == ogrn[12];
  return is_digits (ogrn, 15) && ogrn_check_digit (ogrn, 14, 13) == ogrn[14];
}
