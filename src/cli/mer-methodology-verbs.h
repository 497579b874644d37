/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cli/mer-cli.h"
#include "methodology/mer-methodology.h"

G_BEGIN_DECLS

/* What the user gave after the verb of `merilo-cli methodology`. */
typedef struct
{
  char      **arguments;
  int         n_arguments;
  gint64      cycle_id;  /* 0: the latest */
  const char *reason;    /* nullable */
  gboolean    normalize; /* the weights that were set */
} MerMethodologyArguments;

/* The rules in force in the document that is the first argument. */
MerMethodology *mer_verb_read_document (const MerMethodologyArguments *given,
                                        GError                       **error);
MerMethodology *mer_verb_read_xml (const char *path,
                                   GError    **error);
/* FALSE with the first error of rules that are not sound. */
gboolean mer_verb_check_sound (const MerMethodology *methodology,
                               GError              **error);
/* Makes rules those of the cycle, as one action. */
gboolean mer_verb_adopt (MerDocument                   *doc,
                         const MerMethodologyArguments *given,
                         const char                    *label,
                         const MerMethodology          *methodology,
                         GError                       **error);

/* set DOC KEY VALUE [KEY VALUE …]; edit DOC PATH PROPERTY VALUE: refused where the result is not
 * sound. */
MerExit mer_verb_set (const MerMethodologyArguments *given);
MerExit mer_verb_edit (const MerMethodologyArguments *given);
/* apply DOC FILE: the edits of a file, one a line, all of them or none. */
MerExit mer_verb_apply (const MerMethodologyArguments *given);
/* problems FILE|DOC: "error" or "remark", path, property and sentence a line, tabs between. */
MerExit mer_verb_problems (const MerMethodologyArguments *given);
/* diff DOC [FILE|ID]: path, property, ours and theirs a line, tabs between. */
MerExit mer_verb_diff (const MerMethodologyArguments *given);
/* validate FILE: every error of a file, a sentence a line on standard error. */
MerExit mer_verb_validate (const MerMethodologyArguments *given);

G_END_DECLS
