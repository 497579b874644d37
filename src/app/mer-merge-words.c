/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A merge in words: conflicts first, then what is taken over, cycle by cycle. */
#include "config.h"

#include "app/mer-merge-words.h"

#include <glib/gi18n.h>

#include "core/mer-language.h"

static void
line_free (gpointer data)
{
  MerMergeLine *self = data;

  g_free (self->text);
  g_free (self);
}

/* Takes `text`. */
static void
say (GPtrArray *lines,
     gboolean   warning,
     char      *text)
{
  MerMergeLine *line = g_new0 (MerMergeLine, 1);

  line->warning = warning;
  line->text = text;
  g_ptr_array_add (lines, line);
}

static char *
count_of (guint64 n)
{
  return mer_format_count (mer_language_of_locale (), (gint64) n);
}

/* --- conflicts --------------------------------------------------------------------------- */

static void
say_conflicts (GPtrArray          *lines,
               const MerMergePlan *plan)
{
  if ((plan->conflicts & MER_MERGE_INN) != 0)
    say (lines, TRUE,
         g_strdup_printf (_("Both have an INN, and they differ: %s stays, %s is dropped."),
                             plan->keep->inn, plan->gone->inn));
  if ((plan->conflicts & MER_MERGE_OGRN) != 0)
    say (lines, TRUE,
         g_strdup_printf (_("Both have an OGRN, and they differ: %s stays, %s is dropped."),
                             plan->keep->ogrn, plan->gone->ogrn));
  if ((plan->conflicts & MER_MERGE_BUS_GOV_ID) != 0)
    say (lines, TRUE,
         g_strdup_printf (_("Both have a code on bus.gov.ru, and they differ: %s stays, %s is "
                            "dropped."),
                             plan->keep->bus_gov_id, plan->gone->bus_gov_id));
  if ((plan->conflicts & MER_MERGE_APPROVED) != 0)
    say (lines, TRUE,
         g_strdup (_("Both have results in a cycle that is approved, and these would change.")));
}

/* --- what is taken over ------------------------------------------------------------------ */

static void
say_questionnaires (GPtrArray           *lines,
                    const MerMergeCycle *cycle)
{
  g_autofree char *kept = count_of (cycle->questionnaires[0]);
  g_autofree char *gone = count_of (cycle->questionnaires[1]);
  g_autofree char *sum = count_of (cycle->questionnaires[0] + cycle->questionnaires[1]);

  if (cycle->questionnaires[1] == 0)
    return;
  if (cycle->questionnaires[0] == 0)
    say (lines, FALSE,
         /* Translators: cycle, number of questionnaires. */
         g_strdup_printf (ngettext ("%s: %s questionnaire is taken over.",
                                    "%s: %s questionnaires are taken over.",
                                    (gulong) cycle->questionnaires[1]),
                          cycle->title, gone));
  else
    say (lines, FALSE,
         /* Translators: cycle, numbers of questionnaires: kept, taken over, in all. */
         g_strdup_printf (_("%s: questionnaires add up, %s + %s = %s."), cycle->title, kept, gone,
                             sum));
}

static void
say_checklists (GPtrArray           *lines,
                const MerMergeCycle *cycle)
{
  if (cycle->checklists[1] == 0)
    return;
  if (cycle->checklists[0] == 0)
    say (lines, FALSE, g_strdup_printf (_("%s: the checklist is taken over."), cycle->title));
  else
    say (lines, TRUE,
         g_strdup_printf (_("%s: both have a checklist; of each item the mark of the newest file "
                            "counts."),
                             cycle->title));
}

static void
say_recipients (GPtrArray           *lines,
                const MerMergeCycle *cycle)
{
  g_autofree char *kept = count_of ((guint64) MAX (0, cycle->recipients[0]));
  g_autofree char *gone = count_of ((guint64) MAX (0, cycle->recipients[1]));

  if (cycle->recipients[1] < 0 || cycle->recipients[0] == cycle->recipients[1])
    return;
  if (cycle->recipients[0] < 0)
    say (lines, FALSE,
         /* Translators: cycle, number of recipients. */
         g_strdup_printf (_("%s: the number of recipients is taken over, %s."), cycle->title,
                             gone));
  else
    say (lines, TRUE,
         /* Translators: cycle, numbers of recipients. */
         g_strdup_printf (_("%s: the number of recipients stays %s; %s of the other is dropped."),
                             cycle->title, kept, gone));
}

static void
say_branches (GPtrArray          *lines,
              const MerMergePlan *plan)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (plan->branches->len == 0)
    return;
  for (guint i = 0; i < plan->branches->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", (char *) plan->branches->pdata[i]);
  say (lines, FALSE, g_strdup_printf (_("Branches are taken over: %s."), names->str));
}

static void
say_field (GPtrArray  *lines,
           const char *title,
           const char *before,
           const char *after)
{
  if (after != NULL && *after != '\0' && (before == NULL || *before == '\0'))
    /* Translators: a field that one of two organizations lacked, as «Адрес», and its value. */
    say (lines, FALSE, g_strdup_printf (_("%s is taken over: %s."), title, after));
}

static void
say_fields (GPtrArray          *lines,
            const MerMergePlan *plan)
{
  const MerOrganization *keep = plan->keep;
  const MerOrganization *merged = plan->merged;

  say_field (lines, _("Full name"), keep->full_name, merged->full_name);
  say_field (lines, _("INN"), keep->inn, merged->inn);
  say_field (lines, _("OGRN"), keep->ogrn, merged->ogrn);
  say_field (lines, _("Address"), keep->address, merged->address);
  say_field (lines, _("Site"), keep->site, merged->site);
  say_field (lines, _("bus.gov.ru id"), keep->bus_gov_id, merged->bus_gov_id);
  say_field (lines, _("Head"), keep->head, merged->head);
}

static void
say_spellings (GPtrArray          *lines,
               const MerMergePlan *plan)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (plan->spellings->len == 0)
    return;
  for (guint i = 0; i < plan->spellings->len; i++)
    {
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), (char *) plan->spellings->pdata[i]);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", quoted);
    }
  say (lines, FALSE,
       g_strdup_printf (_("From now on these names mean “%s”: %s."), plan->keep->name,
                           names->str));
}

static void
say_rest (GPtrArray          *lines,
          const MerMergePlan *plan)
{
  if (plan->findings > 0)
    say (lines, FALSE,
         g_strdup_printf (ngettext ("%u finding is taken over.", "%u findings are taken over.",
                                    plan->findings),
                          plan->findings));
  if (plan->stacks > 0)
    say (lines, FALSE,
         g_strdup_printf (ngettext ("%u stack of paper questionnaires is taken over.",
                                    "%u stacks of paper questionnaires are taken over.",
                                    plan->stacks),
                          plan->stacks));
  if (plan->dropped_notes > 0)
    say (lines, TRUE,
         g_strdup_printf (ngettext ("%u note beside a mark is dropped, because “%s” has one there.",
                                    "%u notes beside marks are dropped, because “%s” has notes "
                                    "there.",
                                    plan->dropped_notes),
                          plan->dropped_notes, plan->keep->name));
}

/**
 * mer_merge_words:
 * @plan: what a merge is going to do
 *
 * Returns: (transfer full) (element-type MerMergeLine): what has to be confirmed first
 */
GPtrArray *
mer_merge_words (const MerMergePlan *plan)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  say_conflicts (lines, plan);
  for (guint i = 0; i < plan->cycles->len; i++)
    {
      say_questionnaires (lines, plan->cycles->pdata[i]);
      say_checklists (lines, plan->cycles->pdata[i]);
      say_recipients (lines, plan->cycles->pdata[i]);
    }
  say_branches (lines, plan);
  say_fields (lines, plan);
  say_spellings (lines, plan);
  say_rest (lines, plan);
  return lines;
}
