/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* g_utf8_next_char() without its cast to char*. */
static inline const char *
mer_utf8_next (const char *p)
{
  return p + g_utf8_skip[(guchar) *p];
}

/**
 * mer_header_key:
 * @text: UTF-8, valid
 *
 * The key by which two wordings of a header are equal: words of letters and digits with one
 * space between. Case, ё/е, all marks, line breaks, invisible characters and Latin letters
 * that stand for Cyrillic ones within a Russian word are folded.
 *
 * Returns: (transfer full): the key, empty when there is neither letter nor digit
 */
char *mer_header_key (const char *text);

/* A key without the numbering in front: «1. », «1.2) », «Q5 », «Вопрос № 3: », «G01Q02. »,
 * «п. 4». A header that is nothing but a number keeps it. (transfer full) */
char *mer_header_strip_numbering (const char *text);

/* Splits «block [item]»: TRUE when there is something in brackets at the end. */
gboolean mer_header_split (const char *text,
                           char      **block,
                           char      **item);

/* One wording, taken apart for comparing. */
typedef struct
{
  char      *key;       /* mer_header_strip_numbering() */
  GPtrArray *stems;     /* of char*: words without their endings, or "@class"; each once */
  char      *act;       /* "@use", "@satisfied", …: what the first such word asks for; NULL */
  gboolean   negated;   /* «не» stands before that word */
  gboolean   follow_up; /* asks why, or for words of one's own */
} MerWording;

/* (transfer full): the wording of a header, valid UTF-8. */
MerWording *mer_wording_new (const char *text);
/* The same with what stands in round brackets, which mer_wording_new() leaves out. */
MerWording *mer_wording_new_whole (const char *text);
void        mer_wording_free (MerWording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerWording, mer_wording_free)

G_END_DECLS
