/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  MER_CHECK_NOTE, /* worth knowing */
  MER_CHECK_WARN, /* a rule is broken */
} MerCheckSeverity;

/* What a rule says of a cycle: a sentence with its numbers, and the record that it is about. */
typedef struct
{
  const char      *rule; /* stable id: "selection.share"; a literal */
  MerCheckSeverity severity;
  char            *sentence;
  const char      *kind; /* id of a kind of records, "cycle", "organization"; a literal, nullable */
  gint64           id;   /* of that; 0: of none in particular */
} MerCheck;

void mer_check_free (MerCheck *self);
/* "note", "warn" */
const char *mer_check_severity_to_code (MerCheckSeverity severity);

/* An array that owns its checks: (transfer full). */
GPtrArray *mer_checks_new (void);
/* `sentence`: (transfer full). */
void mer_checks_add (GPtrArray       *checks,
                     const char      *rule,
                     MerCheckSeverity severity,
                     char            *sentence,
                     const char      *kind,
                     gint64           id);
/* The first by that rule: (transfer none) (nullable). */
const MerCheck *mer_checks_find (const GPtrArray *checks,
                                 const char      *rule);
guint           mer_checks_count (const GPtrArray *checks,
                                  const char      *rule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerCheck, mer_check_free)

G_END_DECLS
