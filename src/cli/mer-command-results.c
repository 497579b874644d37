/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli results: putting results to public discussion, and what has changed since. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-preliminary.h"
#include "cli/mer-cli.h"
#include "core/mer-csv.h"

typedef struct
{
  char    *cycle;
  char    *decision;
  char    *format;
  gint64   cycle_id;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->decision);
  g_free (self->format);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

typedef MerExit (*Verb) (MerDocument   *doc,
                         const Options *given);

/* --- preliminary, withdraw ------------------------------------------------------------------- */

static MerExit
run_preliminary (MerDocument   *doc,
                 const Options *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, given->cycle_id, &error);
  g_autoptr (MerApproval) kept = NULL;
  g_autofree char *label = NULL;

  if (cycle == NULL)
    return mer_cli_fail (error);
  /* Translators: title of a cycle. */
  label = g_strdup_printf (_("Preliminary results of “%s” put to discussion"), cycle->title);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  if (mer_cli_finish (doc, mer_preliminary_publish (doc, cycle->id, given->decision, &error),
                      &error) != MER_EXIT_DONE)
    return MER_EXIT_NOTHING_CHANGED;
  if (!mer_store_find_approval (doc, MER_APPROVAL_PRELIMINARY, cycle->id, &kept, &error))
    return mer_cli_fail (error);
  mer_cli_print ("preliminary: %s\nversion: %" G_GINT64_FORMAT "\nsha256: %s\n", cycle->title,
                 kept->methodology_id, kept->sha256);
  return MER_EXIT_DONE;
}

static MerExit
run_withdraw (MerDocument   *doc,
              const Options *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, given->cycle_id, &error);
  g_autofree char *label = NULL;

  if (cycle == NULL)
    return mer_cli_fail (error);
  /* Translators: title of a cycle. */
  label = g_strdup_printf (_("Preliminary results of “%s” withdrawn"), cycle->title);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  if (mer_cli_finish (doc, mer_preliminary_withdraw (doc, cycle->id, &error), &error) !=
      MER_EXIT_DONE)
    return MER_EXIT_NOTHING_CHANGED;
  mer_cli_print ("withdrawn: %s\n", cycle->title);
  return MER_EXIT_DONE;
}

/* --- differences ----------------------------------------------------------------------------- */

static char *
change_of (const MerScoreDifference *difference,
           guint                     decimals)
{
  g_auto (MerRational) was = MER_RATIONAL_ZERO;
  g_auto (MerRational) is = MER_RATIONAL_ZERO;
  g_auto (MerRational) change = MER_RATIONAL_ZERO;

  if (difference->was == NULL || difference->is == NULL ||
      !mer_rational_parse (difference->was, &was) || !mer_rational_parse (difference->is, &is))
    return NULL;
  change = mer_rational_sub (&is, &was);
  return mer_rational_to_decimal (&change, decimals);
}

static const char *
state_of (const MerScoreDifference *difference)
{
  return !difference->was_there ? "new" : !difference->is_there ? "gone"
                                                                : "changed";
}

static char *
rank_text (guint rank)
{
  return rank > 0 ? g_strdup_printf ("%u", rank) : NULL;
}

static void
print_csv (const MerPreliminary *preliminary,
           const MerResults     *results)
{
  g_autoptr (GString) csv = g_string_new (NULL);
  static const char *const header[] = { "organization", "state", "S was", "S", "change",
                                        "rank was", "rank", "codes" };

  mer_cli_csv_row (csv, header, G_N_ELEMENTS (header));
  for (guint i = 0; i < preliminary->differences->len; i++)
    {
      const MerScoreDifference *at = preliminary->differences->pdata[i];
      g_autofree char          *change = change_of (at, results->scores->decimals);
      g_autofree char          *was = rank_text (at->was_rank);
      g_autofree char          *is = rank_text (at->is_rank);
      const char               *cells[] = { at->name, state_of (at), at->was, at->is,
                                            change, was, is, at->codes };

      mer_cli_csv_row (csv, cells, G_N_ELEMENTS (cells));
    }
  mer_cli_print ("%s", csv->str);
}

static void
append_rank (GString    *json,
             const char *key,
             guint       rank)
{
  if (rank > 0)
    g_string_append_printf (json, ", \"%s\": %u", key, rank);
  else
    g_string_append_printf (json, ", \"%s\": null", key);
}

static void
append_json (GString                  *json,
             const MerScoreDifference *at,
             guint                     decimals)
{
  g_autofree char *change = change_of (at, decimals);

  g_string_append (json, "    {\"organization\": ");
  mer_cli_json_string (json, at->name);
  g_string_append_printf (json, ", \"state\": \"%s\", \"was\": %s, \"value\": %s, \"change\": %s",
                          state_of (at), at->was != NULL ? at->was : "null",
                          at->is != NULL ? at->is : "null", change != NULL ? change : "null");
  append_rank (json, "rank_was", at->was_rank);
  append_rank (json, "rank", at->is_rank);
  g_string_append (json, ", \"codes\": ");
  mer_cli_json_string (json, at->codes);
  g_string_append_c (json, '}');
}

static void
print_json (const MerPreliminary *preliminary,
            const MerResults     *results)
{
  g_autoptr (GString) json = g_string_new ("{\n  \"day\": ");

  mer_cli_json_string (json, preliminary->day);
  g_string_append (json, ",\n  \"decision\": ");
  mer_cli_json_string (json, preliminary->kept->decision);
  g_string_append_printf (json, ",\n  \"organizations\": %u,\n  \"final\": %s,\n"
                                "  \"differences\": [",
                          preliminary->n_kept, results->cycle->approved ? "true" : "false");
  for (guint i = 0; i < preliminary->differences->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "\n");
      append_json (json, preliminary->differences->pdata[i], results->scores->decimals);
    }
  g_string_append (json, preliminary->differences->len > 0 ? "\n  ]\n}\n" : "]\n}\n");
  mer_cli_print ("%s", json->str);
}

static MerExit
run_differences (MerDocument   *doc,
                 const Options *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results =
    mer_results_load (doc, given->cycle_id, MER_RESULTS_AS_RULED, &error);
  g_autoptr (MerPreliminary) preliminary =
    results != NULL ? mer_preliminary_load (doc, results, &error) : NULL;

  if (preliminary == NULL && error == NULL)
    g_set_error_literal (&error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("No preliminary results of this cycle are under discussion."));
  if (preliminary == NULL)
    return mer_cli_fail (error);
  if (given->json)
    print_json (preliminary, results);
  else
    print_csv (preliminary, results);
  return MER_EXIT_DONE;
}

/* --- the command ----------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  MerOpenMode mode;
  Verb        run;
} verbs[] = {
  { "preliminary", MER_OPEN_READ_WRITE, run_preliminary },
  { "differences", MER_OPEN_READ_ONLY, run_differences },
  { "withdraw", MER_OPEN_READ_WRITE, run_withdraw },
};

static MerExit
run_verb (const char    *name,
          const char    *path,
          const Options *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (!g_str_equal (name, verbs[i].name))
        continue;
      doc = mer_document_open (path, verbs[i].mode, &error);
      return doc != NULL ? verbs[i].run (doc, given) : mer_cli_fail (error);
    }
  return mer_cli_usage (&mer_command_results, _("“results” cannot “%s”."), name);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_auto (Options) given = { 0 };
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given.cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "decision", 0, 0, G_OPTION_ARG_FILENAME, &given.decision,
      N_("Who decided to put them to discussion, in words"), "TEXT" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, N_("Form of the output"), "csv|json" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_results, options, &argc, &argv, 2, 2) ||
      !mer_cli_check_text (&mer_command_results, argv[1]) ||
      !mer_cli_parse_id (&mer_command_results, given.cycle, &given.cycle_id) ||
      !mer_cli_check_text (&mer_command_results, given.decision) ||
      !mer_cli_parse_format (&mer_command_results, given.format, &given.json))
    return MER_EXIT_USAGE;
  return run_verb (argv[1], argv[2], &given);
}

const MerCommand mer_command_results = {
  "results", "preliminary|differences|withdraw DOC",
  N_("Puts results to public discussion and lists what has changed since"), run
  };
