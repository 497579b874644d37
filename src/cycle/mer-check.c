/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules say of a cycle. */

#include "cycle/mer-check.h"

void
mer_check_free (MerCheck *self)
{
  if (self == NULL)
    return;
  g_free (self->sentence);
  g_free (self);
}

const char *
mer_check_severity_to_code (MerCheckSeverity severity)
{
  return severity == MER_CHECK_WARN ? "warn" : "note";
}

GPtrArray *
mer_checks_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) mer_check_free);
}

void
mer_checks_add (GPtrArray       *checks,
                const char      *rule,
                MerCheckSeverity severity,
                char            *sentence,
                const char      *kind,
                gint64           id)
{
  MerCheck *check = g_new0 (MerCheck, 1);

  check->rule = rule;
  check->severity = severity;
  check->sentence = sentence;
  check->kind = kind;
  check->id = id;
  g_ptr_array_add (checks, check);
}

const MerCheck *
mer_checks_find (const GPtrArray *checks,
                 const char      *rule)
{
  for (guint i = 0; i < checks->len; i++)
    {
      const MerCheck *check = checks->pdata[i];

      if (g_str_equal (check->rule, rule))
        return check;
    }
  return NULL;
}

guint
mer_checks_count (const GPtrArray *checks,
                  const char      *rule)
{
  guint n = 0;

  for (guint i = 0; i < checks->len; i++)
    n += g_str_equal (((const MerCheck *) checks->pdata[i])->rule, rule) ? 1 : 0;
  return n;
}
