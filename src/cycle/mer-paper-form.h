/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-language.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/**
 * MerPaperForm:
 *
 * One paper questionnaire while it is typed in: which question comes next, which are behind a
 * filter that lets nobody pass, what a key means. Nothing of a window and nothing of a
 * document; one thread.
 *
 * The place after the last question is the comment: mer_paper_form_get_current() is then the
 * number of questions.
 */
typedef struct _MerPaperForm MerPaperForm;

MerPaperForm *mer_paper_form_new (MerMethodology *methodology);
void          mer_paper_form_free (MerPaperForm *self);

guint mer_paper_form_get_n_questions (const MerPaperForm *self);
/* Codes as in blocks, n_questions of them: (transfer none). */
const guint8 *mer_paper_form_get_codes (const MerPaperForm *self);
/* (transfer none): never NULL, "" when there is none. */
const char *mer_paper_form_get_comment (const MerPaperForm *self);
void        mer_paper_form_set_comment (MerPaperForm *self,
                                        const char   *comment);

/* An empty questionnaire, or (codes not NULL) one that was entered before; the first question
 * is the current one. */
void mer_paper_form_load (MerPaperForm *self,
                          const guint8 *codes,
                          const char   *comment);
/* Whether anything differs from what was loaded. */
gboolean mer_paper_form_is_changed (const MerPaperForm *self);
/* Whether these very answers were loaded. */
gboolean mer_paper_form_has_codes (const MerPaperForm *self,
                                   const guint8       *codes);
/* Whether any question is answered. */
gboolean mer_paper_form_has_answers (const MerPaperForm *self);

/* Behind a filter whose answer does not let pass, or that is behind such a one. */
gboolean mer_paper_form_is_skipped (const MerPaperForm *self,
                                    guint               question);
guint    mer_paper_form_get_current (const MerPaperForm *self);
gboolean mer_paper_form_is_at_comment (const MerPaperForm *self);
/* A question that is skipped cannot be current: FALSE. */
gboolean mer_paper_form_set_current (MerPaperForm *self,
                                     guint         question);
/* To the question after or before, over skipped ones; FALSE at the end. */
gboolean mer_paper_form_next (MerPaperForm *self);
gboolean mer_paper_form_back (MerPaperForm *self);

/* Gives the question a code; whatever its filter no longer lets pass is cleared. FALSE when it
 * is skipped or has no such code. */
gboolean mer_paper_form_answer (MerPaperForm *self,
                                guint         question,
                                guint         code);
/* What a key means for a question of `n_options`: a code, or −1 for no answer at all. 1…9 are
 * the options in their order, then letters, Latin or Russian; 0 and the blank leave it out. */
int mer_paper_key_to_code (gunichar key,
                           guint    n_options);
/* The key of an option (from 0): (transfer full). */
char *mer_paper_key_name (guint       option,
                          MerLanguage language);
/* A key on the current question: answers it and goes on. FALSE: the key means nothing here. */
gboolean mer_paper_form_key (MerPaperForm *self,
                             gunichar      key);

/* Questionnaires a minute, from the moments (microseconds, ascending) at which the last were
 * finished; 0 while it cannot be told. A pause begins a new count. */
guint mer_paper_pace (const gint64 *times,
                      guint         n,
                      gint64        now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerPaperForm, mer_paper_form_free)

G_END_DECLS
