/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libintl.h>

#include "core/mer-language.h"

G_BEGIN_DECLS

/* Sentences that both the window shows and documents print: what checks of rules say, how records
 * are called, the overview. They are in the program's language, but in that of a document while
 * the thread puts one together. A file that words them includes this header in place of
 * glib/gi18n.h; the marks are the same. */

/* The language of such sentences in the calling thread. */
MerLanguage mer_spoken_language (void);

/* A stretch of work whose sentences are in a language: `g_auto (MerSpeech) speech =
 * mer_speech_begin (language);`. Of two the inner one counts. */
typedef struct
{
  gpointer before;
} MerSpeech;

MerSpeech mer_speech_begin (MerLanguage language);
void      mer_speech_clear (MerSpeech *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerSpeech, mer_speech_clear)

/* gettext(), ngettext() and pgettext() in that language; never freed. */
const char *mer_spoken (const char *msgid) G_GNUC_FORMAT (1);
const char *mer_spoken_n (const char   *msgid,
                          const char   *msgid_plural,
                          unsigned long n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);
const char *mer_spoken_c (const char *context,
                          const char *msgid) G_GNUC_FORMAT (2);

#define _(text) mer_spoken (text)
#define C_(context, text) mer_spoken_c (context, text)
#define N_(text) (text)
#define NC_(context, text) (text)
#undef ngettext
#define ngettext(one, more, n) mer_spoken_n (one, more, n)

G_END_DECLS
