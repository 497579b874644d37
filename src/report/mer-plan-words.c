/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words and numbers that documents about plans share. */
#include "config.h"

#include "report/mer-plan-words.h"

#include "core/mer-day.h"
#include "report/mer-record-print.h"

MerPlanBook *
mer_plan_book_of (const MerReportInput *input)
{
  g_autofree char *today = mer_today ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  MerPlanFacts facts = { .today = mer_day_from_iso (today) };

  if (input->cycle == NULL || input->methodology == NULL || input->records == NULL ||
      input->settings == NULL)
    return NULL;
  facts.cycle = (MerCycle *) (guintptr) input->cycle;
  facts.methodology = (MerMethodology *) (guintptr) input->methodology;
  facts.settings = input->settings;
  facts.organizations = input->registry != NULL ? input->registry : none;
  facts.findings = input->findings != NULL ? input->findings : none;
  mer_plan_facts_take (&facts, input->records);
  return mer_plan_book_new (&facts);
}

char *
mer_plan_share_words (MerLanguage         language,
                      const MerExecution *execution)
{
  g_auto (MerRational) share = MER_RATIONAL_ZERO;
  g_autofree char *number = NULL;

  if (!mer_execution_share (execution, &share))
    return g_strdup ("—");
  number = mer_format_rational (language, &share, 1);
  return g_strdup_printf ("%s\302\240%%", number);
}

/* As many as methodologies have criteria; beyond them, figures. */
static const char *const numerals[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII",
                                        "IX", "X" };

char *
mer_plan_section_words (const MerMethodology *methodology,
                        guint                 index)
{
  const MerCriterion *criterion = NULL;

  if (index >= methodology->criteria->len)
    return NULL;
  criterion = methodology->criteria->pdata[index];
  if (index < G_N_ELEMENTS (numerals))
    /* clang-format off */
    return g_strdup_printf ("%s. %s", numerals[index], criterion->full_title != NULL
        ? criterion->full_title : criterion->title);
  /* clang-format on */
  return g_strdup_printf ("%u. %s", index + 1, criterion->title);
}

char *
mer_plan_person_words (const char *person,
                       const char *post)
{
  if (person == NULL || post == NULL)
    return g_strdup (person != NULL ? person : post != NULL ? post
                                                            : "");
  return g_strdup_printf ("%s, %s", person, post);
}

const char *
mer_standing_words (MerLanguage language,
                    MerStanding standing)
{
  switch (standing)
    {
    case MER_STANDING_WORK:
      return mer_tr (language, "in work");
    case MER_STANDING_DONE:
      return mer_tr (language, "done");
    case MER_STANDING_OVERDUE:
      return mer_tr (language, "overdue");
    case MER_STANDING_DROPPED:
      return mer_tr (language, "dropped");
    case MER_STANDING_PLANNED:
    default:
      return mer_tr (language, "planned");
    }
}

const char *
mer_plan_full_name (const MerOrganization *organization)
{
  return organization->full_name != NULL ? organization->full_name : organization->name;
}

void
mer_plan_add_head (const MerReportInput *input,
                   MerBlocks            *blocks,
                   const char           *title)
{
  /* Translators: under the title of a document about plans; %s is the procedure, «НОКО». */
  g_autofree char *procedure = g_strdup_printf (
    mer_tr (input->language, "by the results of the assessment (%s)"), mer_print_procedure (input));

  mer_blocks_set_author (blocks, input->department);
  mer_blocks_add_text (blocks, MER_BLOCK_TITLE, title);
  mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, procedure);
  if (input->title != NULL && input->cycle != NULL)
    {
      g_autofree char *text = g_strdup_printf ("%s. %s", input->title, input->cycle->title);

      mer_blocks_add_text (blocks, MER_BLOCK_SUBTITLE, text);
    }
}
