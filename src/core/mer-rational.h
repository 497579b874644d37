/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * MerRational:
 *
 * An exact rational number, immutable by convention. Values that fit 64 bits
 * are held inline; larger ones in a reference-counted GMP number, so that no
 * operation ever loses a digit. Owned values are cleared with
 * mer_rational_clear(); declare them `g_auto (MerRational) x = MER_RATIONAL_ZERO;`.
 * All-zero memory is not a valid value: use %MER_RATIONAL_ZERO.
 */
typedef struct
{
  gint64   num; /* meaningful while big is NULL */
  gint64   den; /* > 0, no common divisor with num */
  gpointer big; /* GMP mpq in an atomic reference-counted box, or NULL */
} MerRational;

#define MER_RATIONAL_ZERO ((MerRational){ 0, 1, NULL })

MerRational mer_rational_new (gint64 num,
                              gint64 den);
MerRational mer_rational_copy (const MerRational *self);
void        mer_rational_clear (MerRational *self);

/* Takes "0.3", "2,5", "1/5", "-4": nothing else, no exponent, no spaces. */
gboolean mer_rational_parse (const char  *text,
                             MerRational *out);

MerRational mer_rational_add (const MerRational *a,
                              const MerRational *b);
MerRational mer_rational_sub (const MerRational *a,
                              const MerRational *b);
MerRational mer_rational_mul (const MerRational *a,
                              const MerRational *b);
MerRational mer_rational_div (const MerRational *a,
                              const MerRational *b);
int         mer_rational_cmp (const MerRational *a,
                              const MerRational *b);
gboolean    mer_rational_is_zero (const MerRational *self);

/* Rounds half away from zero to `decimals` (0..9) decimal places. */
MerRational mer_rational_round (const MerRational *self,
                                guint              decimals);

/* Decimal text with a point and exactly `decimals` places, rounded half away from zero. */
char *mer_rational_to_decimal (const MerRational *self,
                               guint              decimals);

/* The shortest exact text: "0.3" where the denominator allows it, else "1/3".
 * mer_rational_parse() reads it back to the same value. */
char *mer_rational_to_string (const MerRational *self);

/* For drawing only, never for scores. */
double mer_rational_to_double (const MerRational *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerRational, mer_rational_clear)

G_END_DECLS
