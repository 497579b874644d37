/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-rational.h"

G_BEGIN_DECLS

/**
 * MerLanguage:
 *
 * The language of printed output and of numbers in it. It is a setting of the
 * document, so it is passed along and never taken from the process locale.
 */
typedef enum
{
  MER_LANGUAGE_RU,
  MER_LANGUAGE_EN,
} MerLanguage;

const char *mer_language_to_code (MerLanguage language);
gboolean    mer_language_from_code (const char  *code,
                                    MerLanguage *out);
/* The language of the desktop (LC_MESSAGES, LANGUAGE): for what the window shows. */
MerLanguage mer_language_of_locale (void);

/* Translations of printed texts, from the catalogue compiled into the program;
 * they work under any desktop locale. `msgid` is English; when there is no
 * translation it is returned itself. Marked for xgettext by these very names. */
const char *mer_tr (MerLanguage language,
                    const char *msgid) G_GNUC_FORMAT (2);
const char *mer_trn (MerLanguage   language,
                     const char   *msgid,
                     const char   *msgid_plural,
                     unsigned long n) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3);
/* With a context, as pgettext() has it. */
const char *mer_trc (MerLanguage language,
                     const char *context,
                     const char *msgid) G_GNUC_FORMAT (3);

/* "92,06"; "−3,32" with U+2212; groups of three by U+00A0 from 1 000. */
char *mer_format_rational (MerLanguage        language,
                           const MerRational *value,
                           guint              decimals);
/* "+2,35", "−0,48", "0,00". */
char *mer_format_difference (MerLanguage        language,
                             const MerRational *value,
                             guint              decimals);
/* A decimal as it is stored, "240000.50", with all its places: "240 000,50"; what is no number
 * stays as it is. */
char *mer_format_decimal (MerLanguage language,
                          const char *decimal);
/* "8 706" with U+00A0. */
char *mer_format_count (MerLanguage language,
                        gint64      value);

G_END_DECLS
