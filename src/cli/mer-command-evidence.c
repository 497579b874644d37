/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli evidence: ready counts, the operator's values beside ours, facts, recipients. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-cli.h"
#include "cli/mer-cli-find.h"
#include "cli/mer-evidence-output.h"
#include "import/mer-evidence-row.h"
#include "import/mer-import-row.h"
#include "methodology/mer-ready-tally.h"
#include "store/mer-batch-store.h"
#include "store/mer-evidence-typed.h"

typedef struct
{
  gint64   cycle_id;
  char    *cycle;
  char    *kind;
  char    *format;
  char    *text;
  char    *source;
  char    *link;
  char    *day;
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->kind);
  g_free (self->format);
  g_free (self->text);
  g_free (self->source);
  g_free (self->link);
  g_free (self->day);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* `arguments`: what stands behind DOC. */
typedef MerExit (*Verb) (MerDocument   *doc,
                         const Options *given,
                         char         **arguments);

/* --- showing --------------------------------------------------------------------------- */

static MerExit
list (MerDocument   *doc,
      const Options *given,
      char         **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = NULL;
  MerBatchKind kind = MER_BATCH_COUNTS;

  if (given->kind != NULL &&
      (!mer_batch_kind_from_code (given->kind, &kind) || kind < MER_BATCH_COUNTS))
    return mer_cli_usage (&mer_command_evidence, _("“%s” is no kind of evidence."), given->kind);
  results = mer_results_load (doc, given->cycle_id, MER_RESULTS_AS_RULED, &error);
  if (results == NULL ||
      !mer_evidence_print (results, doc, given->kind != NULL ? (int) kind : -1, given->json,
                           &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerExit
compare (MerDocument   *doc,
         const Options *given,
         char         **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = NULL;
  g_autoptr (MerComparison) comparison = NULL;
  gboolean json = FALSE;

  if (!mer_cli_parse_format (&mer_command_evidence, given->format, &json))
    return MER_EXIT_USAGE;
  results = mer_results_load (doc, given->cycle_id, MER_RESULTS_AS_RULED, &error);
  comparison = results != NULL ? mer_comparison_new (results, doc, &error) : NULL;
  if (comparison == NULL)
    return mer_cli_fail (error);
  mer_comparison_print (comparison, given->format);
  return MER_EXIT_DONE;
}

/* --- changing -------------------------------------------------------------------------- */

static gboolean
store_fact (MerDocument   *doc,
            const Options *given,
            gint64         cycle_id,
            gint64         organization_id,
            GError       **error)
{
  MerFact fact = {
    .cycle_id = cycle_id,
    .day = given->day,
    .origin = given->source,
    .link = given->link,
    .text = given->text,
  };

  fact.source_id = mer_store_typed_source (doc, organization_id, error);
  return fact.source_id != 0 && mer_store_save_fact (doc, &fact, error);
}

static MerExit
add_fact (MerDocument   *doc,
          const Options *given,
          char         **arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = NULL;
  const MerScoreRow *row = NULL;
  gboolean           done = FALSE;

  if (given->text == NULL || given->source == NULL)
    return mer_cli_usage (&mer_command_evidence, "%s",
                          _("A fact needs “--text” and “--source”."));
  results = mer_results_load (doc, given->cycle_id, MER_RESULTS_AS_RULED, &error);
  if (results == NULL)
    return mer_cli_fail (error);
  row = mer_cli_find_row (results, doc, arguments[0], &error);
  if (row == NULL)
    return mer_cli_fail (error);
  if (!mer_document_begin (doc, _("Adding a fact"), &error))
    return mer_cli_fail (error);
  done = store_fact (doc, given, results->cycle->id, row->organization->id, &error);
  return mer_cli_finish (doc, done, &error);
}

static MerExit
remove_fact (MerDocument   *doc,
             const Options *given,
             char         **arguments)
{
  g_autoptr (GError) error = NULL;
  gint64   id = 0;
  gboolean done = FALSE;

  if (!mer_cli_parse_id (&mer_command_evidence, arguments[0], &id))
    return MER_EXIT_USAGE;
  if (!mer_document_begin (doc, _("Removal of a fact"), &error))
    return mer_cli_fail (error);
  done = mer_store_delete_fact (doc, id, &error);
  return mer_cli_finish (doc, done, &error);
}

static MerExit
count (MerDocument   *doc,
       const Options *given,
       char         **arguments)
{
  g_autoptr (GError) error = NULL;
  gboolean counted = g_str_equal (arguments[1], "yes");
  gboolean done = FALSE;
  gint64   id = 0;

  if (!mer_cli_parse_id (&mer_command_evidence, arguments[0], &id))
    return MER_EXIT_USAGE;
  if (!counted && !g_str_equal (arguments[1], "no"))
    return mer_cli_usage (&mer_command_evidence, "%s",
                          _("Whether ready counts enter the scores is either yes or no."));
  if (!mer_document_begin (doc, counted ? _("Counting of ready counts")
                                        : _("Keeping ready counts out of the scores"),
                                             &error))
    return mer_cli_fail (error);
  done = mer_store_set_batch_counted (doc, id, counted, &error);
  return mer_cli_finish (doc, done, &error);
}

/* --- what is typed in ---------------------------------------------------------------------- */

/* Of a count: question, asked, positive. Of a value: code, value. */
typedef struct
{
  gint64      cycle_id;
  gint64      organization_id;
  const char *key;
  const char *value;
  gint64      asked;
  gint64      positive;
  const char *source;
} Typed;

typedef gboolean (*TypedFunc) (MerDocument *doc,
                               const Typed *typed,
                               GError     **error);

static gboolean
write_count (MerDocument *doc,
             const Typed *typed,
             GError     **error)
{
  MerTypedCount typed_count = { typed->organization_id, typed->key, typed->asked, typed->positive,
                                typed->source };

  return mer_store_set_typed_count (doc, typed->cycle_id, &typed_count, error);
}

static gboolean
delete_count (MerDocument *doc,
              const Typed *typed,
              GError     **error)
{
  return mer_store_remove_typed_count (doc, typed->cycle_id, typed->organization_id, typed->key,
                                       typed->source, error);
}

static gboolean
write_value (MerDocument *doc,
             const Typed *typed,
             GError     **error)
{
  MerTypedValue value = { typed->organization_id, typed->key, typed->value, typed->source };

  return mer_store_set_typed_value (doc, typed->cycle_id, &value, error);
}

static gboolean
delete_value (MerDocument *doc,
              const Typed *typed,
              GError     **error)
{
  return mer_store_remove_typed_value (doc, typed->cycle_id, typed->organization_id, typed->key,
                                       typed->source, error);
}

static gboolean
write_point (MerDocument *doc,
             const Typed *typed,
             GError     **error)
{
  MerTypedValue value = { typed->organization_id, typed->key, typed->value, typed->source };

  return mer_store_set_typed_point (doc, typed->cycle_id, &value, error);
}

static gboolean
delete_point (MerDocument *doc,
              const Typed *typed,
              GError     **error)
{
  return mer_store_remove_typed_point (doc, typed->cycle_id, typed->organization_id, typed->key,
                                       typed->source, error);
}

static MerExit
change_typed (MerDocument   *doc,
              const Options *given,
              char         **arguments,
              const char    *label,
              Typed         *typed,
              TypedFunc      func)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerResults) results = NULL;
  const MerScoreRow *row = NULL;

  results = mer_results_load (doc, given->cycle_id, MER_RESULTS_AS_RULED, &error);
  row = results != NULL ? mer_cli_find_row (results, doc, arguments[0], &error) : NULL;
  if (row == NULL || !mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  typed->cycle_id = results->cycle->id;
  typed->organization_id = row->organization->id;
  typed->key = arguments[1];
  typed->source = given->source;
  return mer_cli_finish (doc, func (doc, typed, &error), &error);
}

static MerExit
set_count (MerDocument   *doc,
           const Options *given,
           char         **arguments)
{
  Typed typed = { 0 };

  if (given->source == NULL)
    return mer_cli_usage (&mer_command_evidence, "%s", _("What is typed in needs “--source”."));
  if (!mer_row_parse_whole (arguments[2], MER_READY_COUNT_MAX, &typed.asked) ||
      !mer_row_parse_whole (arguments[3], MER_READY_COUNT_MAX, &typed.positive))
    return mer_cli_usage (&mer_command_evidence, "%s",
                          _("Write how many people as a whole number, as 40."));
  return change_typed (doc, given, arguments, _("Entry of a ready count"), &typed, write_count);
}

static MerExit
remove_count (MerDocument   *doc,
              const Options *given,
              char         **arguments)
{
  Typed typed = { 0 };

  return change_typed (doc, given, arguments, _("Removal of a ready count"), &typed, delete_count);
}

static MerExit
set_decimal (MerDocument   *doc,
             const Options *given,
             char         **arguments,
             const char    *label,
             TypedFunc      func)
{
  g_autofree char *value = mer_evidence_parse_decimal (arguments[2]);
  Typed            typed = { .value = value };

  if (given->source == NULL)
    return mer_cli_usage (&mer_command_evidence, "%s", _("What is typed in needs “--source”."));
  if (value == NULL)
    return mer_cli_usage (&mer_command_evidence, _("“%s” is no decimal number."), arguments[2]);
  return change_typed (doc, given, arguments, label, &typed, func);
}

static MerExit
set_value (MerDocument   *doc,
           const Options *given,
           char         **arguments)
{
  return set_decimal (doc, given, arguments, _("Entry of a value of the operator's"), write_value);
}

static MerExit
set_points (MerDocument   *doc,
            const Options *given,
            char         **arguments)
{
  return set_decimal (doc, given, arguments, _("Entry of an expert's points"), write_point);
}

static MerExit
remove_points (MerDocument   *doc,
               const Options *given,
               char         **arguments)
{
  Typed       typed = { 0 };
  const char *label = _("Removal of an expert's points");

  return change_typed (doc, given, arguments, label, &typed, delete_point);
}

static MerExit
remove_value (MerDocument   *doc,
              const Options *given,
              char         **arguments)
{
  Typed       typed = { 0 };
  const char *label = _("Removal of a value of the operator's");

  return change_typed (doc, given, arguments, label, &typed, delete_value);
}

/* --- the command ------------------------------------------------------------------------- */

static const struct
{
  const char *name;
  Verb        run;
  int         n_arguments; /* behind DOC */
  gboolean    writes;
} verbs[] = {
  { "list", list, 0, FALSE },
  { "compare", compare, 0, FALSE },
  { "add-fact", add_fact, 1, TRUE },
  { "remove-fact", remove_fact, 1, TRUE },
  { "count", count, 2, TRUE },
  { "set-count", set_count, 4, TRUE },
  { "remove-count", remove_count, 2, TRUE },
  { "set-value", set_value, 3, TRUE },
  { "remove-value", remove_value, 2, TRUE },
  { "set-points", set_points, 3, TRUE },
  { "remove-points", remove_points, 2, TRUE },
};

static gboolean
check_texts (const Options *given,
             int            argc,
             char         **argv)
{
  const char *texts[] = { given->kind, given->format, given->text,
                          given->source, given->link, given->day };

  return mer_cli_check_texts (&mer_command_evidence, texts, G_N_ELEMENTS (texts)) &&
         mer_cli_check_texts (&mer_command_evidence, (const char *const *) argv + 3,
                              (guint) MAX (argc - 3, 0));
}

static MerExit
run_verb (guint          index,
          const Options *given,
          int            argc,
          char         **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (argc - 3 != verbs[index].n_arguments)
    return mer_cli_usage (&mer_command_evidence, "%s",
                          argc - 3 < verbs[index].n_arguments ? _("An argument is missing.")
                                                              : _("There are too many arguments."));
  doc = mer_document_open (argv[2], verbs[index].writes ? MER_OPEN_READ_WRITE : MER_OPEN_READ_ONLY,
                           &error);
  return doc != NULL ? verbs[index].run (doc, given, argv + 3) : mer_cli_fail (error);
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
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind, N_("Only of this kind"),
      "counts|values|facts|recipients|points" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, N_("Format of the comparison"),
      "csv|json" },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &given.text, N_("Text of a fact"), "T" },
    { "source", 0, 0, G_OPTION_ARG_FILENAME, &given.source,
      N_("Source of a fact, a count, a value"), "S" },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &given.link, N_("Link to the source"), "L" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &given.day, N_("Day of a fact, as 2024-10-14"), "D" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &given.json, N_("Print JSON"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_evidence, options, &argc, &argv, 2, 6) ||
      !mer_cli_parse_id (&mer_command_evidence, given.cycle, &given.cycle_id) ||
      !check_texts (&given, argc, argv))
    return MER_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, argv[1]))
        return run_verb (i, &given, argc, argv);
    }
  return mer_cli_usage (&mer_command_evidence, _("There is no verb “%s”."), argv[1]);
}

const MerCommand mer_command_evidence = {
  "evidence",
  "list|compare|add-fact|remove-fact|count|set-count|remove-count|set-value|remove-value|"
  "set-points|remove-points DOC "
  "[ORGANIZATION|ID|BATCH [yes|no|QUESTION|CODE [ASKED POSITIVE|VALUE]]]",
  N_("Shows and edits ready counts, the operator's values, experts' points, facts"), run
  };
