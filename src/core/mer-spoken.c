/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sentences of window and documents alike: see the header. A thread's language is kept as one more
 * than the language itself, so that nothing means that of the program. */

#include "config.h"

#include "core/mer-spoken.h"

static GPrivate speech = G_PRIVATE_INIT (NULL);

static gboolean
is_of_document (MerLanguage *language)
{
  guint kept = GPOINTER_TO_UINT (g_private_get (&speech));

  if (kept > 0)
    *language = (MerLanguage) (kept - 1);
  return kept > 0;
}

MerLanguage
mer_spoken_language (void)
{
  MerLanguage language = MER_LANGUAGE_EN;

  return is_of_document (&language) ? language : mer_language_of_locale ();
}

MerSpeech
mer_speech_begin (MerLanguage language)
{
  MerSpeech self = { g_private_get (&speech) };

  g_private_set (&speech, GUINT_TO_POINTER ((guint) language + 1));
  return self;
}

void
mer_speech_clear (MerSpeech *self)
{
  g_private_set (&speech, self->before);
}

const char *
mer_spoken (const char *msgid)
{
  MerLanguage language = MER_LANGUAGE_EN;

  return is_of_document (&language) ? mer_tr (language, msgid) : gettext (msgid);
}

const char *
mer_spoken_n (const char   *msgid,
              const char   *msgid_plural,
              unsigned long n)
{
  MerLanguage language = MER_LANGUAGE_EN;

  return is_of_document (&language) ? mer_trn (language, msgid, msgid_plural, n)
                                    : dngettext (NULL, msgid, msgid_plural, n);
}

const char *
mer_spoken_c (const char *context,
              const char *msgid)
{
  MerLanguage language = MER_LANGUAGE_EN;

  return is_of_document (&language) ? mer_trc (language, context, msgid)
                                    : g_dpgettext2 (NULL, context, msgid);
}
