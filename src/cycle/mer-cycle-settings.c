/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings of a cycle: a line each. Sources: domain A3; the systems A–D of work plans. */

#include "config.h"

#include "cycle/mer-cycle-settings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"

/* clang-format off */
static const MerChoice presets[] = {
  { "", N_("none") }, { "a", N_("three years, from nothing (as in 2013)") },
  { "b", N_("a year in three sections (as in 2016)") },
  { "c", N_("a year by the five criteria (as in 2021)") },
  { "d", N_("by a procedure, without a plan") },
};

static const MerChoice stages[] = {
  { "selection", N_("Selection") }, { "collection", N_("Collection") },
  { "calculation", N_("Calculation") }, { "council", N_("Council") }, { "plans", N_("Plans") },
  { "control", N_("Control") }, { "archive", N_("Archive") },
};

static const MerChoice yes_or_no[] = { { "yes", N_("yes") }, { "no", N_("no") } };

static const MerChoice authors[] = {
  { "organization", N_("the organization") }, { "department", N_("the department") },
};

static const MerChoice routes[] = {
  { "department", N_("the department approves") },
  { "council-department", N_("the council agrees, the department approves") },
  { "organization", N_("the organization approves itself") },
  { "council", N_("the council approves") },
};

/* In the order of MerPublicationForm. */
static const MerChoice forms[] = {
  { "places", N_("places by total") }, { "kinds", N_("places within a kind of organizations") },
  { "bands", N_("bands without places") }, { "alphabet", N_("alphabetical, without places") },
};

static const MerChoice laws[] = {
  { "year", N_("as of the cycle's year") }, { "2013", N_("before 2014: the district's own rules") },
  { "2014", N_("2014–2017: law 256-FZ") }, { "2018", N_("from 2018: law 392-FZ") },
};

#define CHOICES(list) .type = MER_FIELD_CHOICE, .choices = list, .n_choices = G_N_ELEMENTS (list)

static const MerCycleSetting settings[] = {
  { MER_SETTING_PROCEDURE, N_("Name of the procedure"),
    N_("As documents name the assessment: НОКО, НОК УООД, НСОКО."),
    MER_FIELD_TEXT, "НОКО", NULL, 0, 0, 0 },
  { MER_SETTING_PLAN_NAME, N_("Name of the plans"),
    N_("As documents name what organizations answer with."),
    MER_FIELD_TEXT, "план по устранению недостатков", NULL, 0, 0, 0 },
  { .key = MER_SETTING_PRESET, .title = N_("Sample plan"),
    .what = N_("The sample that the work plan was made of."), .otherwise = "", CHOICES (presets) },
  { MER_SETTING_FIRST_YEAR, N_("First year of the plan"),
    N_("Deadlines before it are pointed out. Blank: the cycle's year."),
    MER_FIELD_NUMBER, "", NULL, 0, 1990, 2100 },
  { MER_SETTING_LAST_YEAR, N_("Last year of the plan"),
    N_("Deadlines after it are pointed out. Blank: the year after the cycle's."),
    MER_FIELD_NUMBER, "", NULL, 0, 1990, 2100 },
  { .key = MER_SETTING_STAGE, .title = N_("Stage"), .what = N_("Where the work has got to."),
    .otherwise = "selection", CHOICES (stages) },
  { MER_SETTING_CLOSED, N_("Closed on"), N_("A closed cycle is only read."),
    MER_FIELD_DAY, "", NULL, 0, 0, 0 },
  { MER_SETTING_SHARE, N_("Least share of organizations, per cent"),
    N_("At least a third a year, so that everybody's turn comes in three years."),
    MER_FIELD_NUMBER, "33", NULL, 0, 0, 100 },
  { .key = MER_SETTING_BRANCHES, .title = N_("Branches count"),
    .what = N_("Whether a branch counts as an organization of its own in the share."),
    .otherwise = "no", CHOICES (yes_or_no) },
  { MER_SETTING_SHARE_DAY, N_("Organizations are counted on"),
    N_("The day on which the registry is counted. Blank: today."),
    MER_FIELD_DAY, "", NULL, 0, 0, 0 },
  { MER_SETTING_INTERVAL, N_("Least years between two assessments"),
    N_("Not more often than once a year."), MER_FIELD_NUMBER, "1", NULL, 0, 0, 10 },
  { MER_SETTING_INTERVAL_MOST, N_("Most years between two assessments"),
    N_("At least once in three years."), MER_FIELD_NUMBER, "3", NULL, 0, 1, 10 },
  { MER_SETTING_SAMPLE, N_("Sample, per cent of the recipients"),
    N_("How many of the recipients are to be asked."), MER_FIELD_NUMBER, "40", NULL, 0, 1, 100 },
  { MER_SETTING_SAMPLE_MOST, N_("Largest sample"),
    N_("More questionnaires than these need not be collected."),
    MER_FIELD_NUMBER, "600", NULL, 0, 1, 1000000 },
  { MER_SETTING_COUNCIL_DAYS, N_("Months for the council"),
    N_("For results and proposals, from the day on which the report was accepted."),
    MER_FIELD_NUMBER, "1", NULL, 0, 0, 24 },
  { MER_SETTING_PLAN_DAYS, N_("Days for a plan"),
    N_("From the day on which the recommendations were received."),
    MER_FIELD_NUMBER, "10", NULL, 0, 0, 1000 },
  { .key = MER_SETTING_PLAN_AUTHOR, .title = N_("Who writes the plans"),
    .what = N_("The organization itself, or the department for it."), .otherwise = "organization",
    CHOICES (authors) },
  { .key = MER_SETTING_PLAN_ROUTE, .title = N_("How plans are approved"),
    .what = N_("Through whose hands a plan goes."), .otherwise = "department", CHOICES (routes) },
  { .key = MER_SETTING_FORM, .title = N_("Form of publication"),
    .what = N_("How the rating is shown outside. The council decides it."),
    .otherwise = "places", CHOICES (forms) },
  { MER_SETTING_QUORUM, N_("Quorum, per cent of the members"),
    N_("A meeting with more members than this share may decide."),
    MER_FIELD_NUMBER, "50", NULL, 0, 0, 100 },
  { .key = MER_SETTING_LAW, .title = N_("Law"),
    .what = N_("Whose demands on the council are checked."), .otherwise = "year", CHOICES (laws) },
};
/* clang-format on */

const MerCycleSetting *
mer_cycle_settings (guint *n)
{
  *n = G_N_ELEMENTS (settings);
  return settings;
}

const MerCycleSetting *
mer_cycle_setting_find (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    if (g_str_equal (settings[i].key, key))
      return &settings[i];
  return NULL;
}

static char *
refuse (const MerCycleSetting *setting,
        const char            *text,
        GError               **error)
{
  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
               _("“%s” is no value of “%s”."), text, _(setting->title));
  return NULL;
}

static char *
parse_choice (const MerCycleSetting *setting,
              const char            *text,
              GError               **error)
{
  for (guint i = 0; i < setting->n_choices; i++)
    if (g_str_equal (text, setting->choices[i].code) ||
        g_str_equal (text, _(setting->choices[i].title)))
      return g_strdup (setting->choices[i].code);
  return refuse (setting, text, error);
}

char *
mer_cycle_setting_parse (const MerCycleSetting *setting,
                         const char            *text,
                         GError               **error)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  char            *day = NULL;
  gint64           number = 0;

  if (!g_utf8_validate (trimmed, -1, NULL))
    return refuse (setting, "?", error);
  if (setting->type == MER_FIELD_CHOICE)
    return parse_choice (setting, trimmed, error);
  if (*trimmed == '\0' || setting->type == MER_FIELD_TEXT)
    return g_steal_pointer (&trimmed);
  if (setting->type == MER_FIELD_DAY)
    {
      day = mer_day_parse (trimmed);
      return day != NULL ? day : refuse (setting, trimmed, error);
    }
  if (!g_ascii_string_to_signed (trimmed, 10, setting->least, setting->most, &number, NULL))
    return refuse (setting, trimmed, error);
  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

const char *
mer_cycle_settings_get (GHashTable *set,
                        const char *key)
{
  const char            *value = set != NULL ? g_hash_table_lookup (set, key) : NULL;
  const MerCycleSetting *setting = mer_cycle_setting_find (key);

  g_return_val_if_fail (setting != NULL, "");
  return value != NULL && (*value != '\0' || setting->type == MER_FIELD_CHOICE)
           ? value
           : setting->otherwise;
}

gint64
mer_cycle_settings_get_number (GHashTable *set,
                               const char *key)
{
  return g_ascii_strtoll (mer_cycle_settings_get (set, key), NULL, 10);
}

guint
mer_cycle_settings_get_choice (GHashTable *set,
                               const char *key)
{
  const MerCycleSetting *setting = mer_cycle_setting_find (key);
  int                    choice = mer_choice_find (setting->choices, setting->n_choices,
                                                   mer_cycle_settings_get (set, key));

  return (guint) MAX (choice, 0);
}
