/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli period: how a deadline is understood. The first line is the contract's; slips of the
 * pen and a year that was assumed are told on standard error. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "cli/mer-cli.h"
#include "core/mer-period.h"

/* "10", "10 working days", "2 months": */
static char *
term_text (const MerPeriod *period)
{
  static const char *const units[MER_N_TERM_UNITS] = { "", "", " working days", " months" };

  return g_strdup_printf ("%d%s", ABS (mer_period_get_term (period)),
                          units[mer_period_get_term_unit (period)]);
}

static void
append_event (GString         *line,
              const MerPeriod *period)
{
  g_autofree char *term = term_text (period);

  switch (mer_period_get_relation (period))
    {
    case MER_RELATION_BEFORE:
      g_string_append_printf (line, "before %s", term);
      break;
    case MER_RELATION_DURING:
      g_string_append (line, "during");
      break;
    case MER_RELATION_AFTER:
    case MER_RELATION_ON:
    default:
      g_string_append_printf (line, "after %s", term);
      break;
    }
  if (*mer_period_get_event (period) != '\0')
    g_string_append_printf (line, " %s", mer_period_get_event (period));
}

static void
append_line (GString         *line,
             const MerPeriod *period)
{
  g_autofree char *first = mer_day_to_iso (mer_period_get_first (period));
  g_autofree char *last = mer_day_to_iso (mer_period_get_last (period));
  g_autofree char *recurrence = mer_period_recurrence_to_code (period);

  switch (mer_period_get_kind (period))
    {
    case MER_PERIOD_RANGE:
      g_string_append_printf (line, "%s %s", first, last);
      break;
    case MER_PERIOD_AFTER_EVENT:
      append_event (line, period);
      break;
    case MER_PERIOD_CONTINUOUS:
    case MER_PERIOD_SCHEDULE:
    case MER_PERIOD_UNKNOWN:
    default:
      g_string_append (line, mer_period_kind_to_code (mer_period_get_kind (period)));
      break;
    }
  if (recurrence != NULL)
    g_string_append_printf (line, " %s", recurrence);
}

static void
append_day (GString    *json,
            const char *key,
            MerDay      day)
{
  g_autofree char *iso = mer_day_to_iso (day);

  g_string_append_printf (json, ", \"%s\": ", key);
  mer_cli_json_string (json, day != MER_DAY_NONE ? iso : NULL);
}

static void
append_value (GString         *json,
              const MerPeriod *period)
{
  static const char *const units[MER_N_TERM_UNITS] = { NULL, "days", "working-days", "months" };
  static const char *const relations[] = { "after", "before", "on", "during" };
  g_autofree char         *recurrence = mer_period_recurrence_to_code (period);

  g_string_append_printf (json, "\"kind\": \"%s\"",
                          mer_period_kind_to_code (mer_period_get_kind (period)));
  append_day (json, "first", mer_period_get_first (period));
  append_day (json, "last", mer_period_get_last (period));
  g_string_append_printf (json, ", \"until\": %s, \"since\": %s, \"recurrence\": ",
                          mer_period_is_until (period) ? "true" : "false",
                          mer_period_is_since (period) ? "true" : "false");
  mer_cli_json_string (json, recurrence);
  if (mer_period_get_day_of_month (period) > 0)
    g_string_append_printf (json, ", \"dayOfMonth\": %d", mer_period_get_day_of_month (period));
  if (mer_period_get_month_of_slice (period) > 0)
    g_string_append_printf (json, ", \"monthOfSlice\": %d",
                            mer_period_get_month_of_slice (period));
  if (mer_period_get_kind (period) != MER_PERIOD_AFTER_EVENT)
    return;
  g_string_append_printf (json, ", \"term\": %d, \"unit\": ", mer_period_get_term (period));
  mer_cli_json_string (json, units[mer_period_get_term_unit (period)]);
  g_string_append (json, ", \"event\": ");
  mer_cli_json_string (json, mer_period_get_event (period));
  g_string_append_printf (json, ", \"relation\": \"%s\"",
                          relations[mer_period_get_relation (period)]);
}

static void
append_parts (GString         *json,
              const MerPeriod *period)
{
  guint n = mer_period_get_n_parts (period);

  g_string_append (json, ", \"parts\": [");
  for (guint i = 0; n > 1 && i < n; i++)
    {
      g_string_append (json, i > 0 ? ", {" : "{");
      append_value (json, mer_period_get_part (period, i));
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_defects (GString    *json,
                const char *phrase)
{
  g_autoptr (GPtrArray) defects = mer_period_defects (phrase);

  g_string_append (json, ", \"defects\": [");
  for (guint i = 0; i < defects->len; i++)
    {
      const MerPeriodDefect *defect = g_ptr_array_index (defects, i);

      g_string_append (json, i > 0 ? ", {\"text\": " : "{\"text\": ");
      mer_cli_json_string (json, defect->text);
      g_string_append (json, ", \"suggestion\": ");
      mer_cli_json_string (json, defect->suggestion);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
print_json (const MerPeriod *period,
            const char      *phrase)
{
  g_autoptr (GString) json = g_string_new ("{\"phrase\": ");
  g_autofree char *text = mer_period_to_text (period);
  g_autofree char *understood = mer_period_understood (period, mer_language_of_locale ());

  mer_cli_json_string (json, phrase);
  g_string_append (json, ", ");
  append_value (json, period);
  append_parts (json, period);
  g_string_append (json, ", \"text\": ");
  mer_cli_json_string (json, text);
  g_string_append (json, ", \"understood\": ");
  mer_cli_json_string (json, understood);
  append_defects (json, phrase);
  mer_cli_print ("%s}\n", json->str);
}

static void
print_line (const MerPeriod *period)
{
  g_autoptr (GString) line = g_string_new (NULL);

  append_line (line, period);
  mer_cli_print ("%s\n", line->str);
}

static void
tell_defects (const char *phrase)
{
  g_autoptr (GPtrArray) defects = mer_period_defects (phrase);

  for (guint i = 0; i < defects->len; i++)
    {
      g_autofree char *text = mer_period_defect_to_text (g_ptr_array_index (defects, i),
                                                         mer_language_of_locale ());

      fprintf (stderr, "%s\n", text);
    }
}

/* The notes beside what was understood. */
static void
tell_notes (const MerPeriod *period,
            const char      *phrase,
            gboolean         year_given)
{
  if (mer_period_has_default_year (period) && !year_given)
    fprintf (stderr, "%s\n",
             _("The phrase names no year: the current one is meant. Another is given by --year."));
  tell_defects (phrase);
}

static gboolean
parse_year (const char *text,
            int        *year)
{
  gint64 number = 0;

  *year = mer_day_get_year (mer_day_today ());
  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (text, 10, MER_YEAR_LEAST, MER_YEAR_MOST, &number, NULL))
    {
      mer_cli_usage (&mer_command_period, _("“%s” is no year from %d to %d."), text, MER_YEAR_LEAST,
                                             MER_YEAR_MOST);
      return FALSE;
    }
  *year = (int) number;
  return TRUE;
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *year_text = NULL;
  g_autofree char *problem = NULL;
  g_autoptr (MerPeriod) period = NULL;
  gboolean json = FALSE;
  int      year = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &year_text,
      N_("The plan's year, for a phrase that names none; the current one by default"), "Y" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_period, options, &argc, &argv, 1, 1) ||
      !mer_cli_check_text (&mer_command_period, argv[1]) ||
      !mer_cli_check_text (&mer_command_period, year_text) || !parse_year (year_text, &year))
    return MER_EXIT_USAGE;
  period = mer_period_parse (argv[1], year);
  problem = mer_period_describe_problem (period, argv[1], mer_language_of_locale ());
  if (problem != NULL)
    {
      fprintf (stderr, "%s\n", problem);
      return MER_EXIT_NOTHING_CHANGED;
    }
  tell_notes (period, argv[1], year_text != NULL);
  if (json)
    print_json (period, argv[1]);
  else
    print_line (period);
  return MER_EXIT_DONE;
}

const MerCommand mer_command_period = {
  "period", "PHRASE", N_("Tells how a deadline of a plan is understood"), run
  };
