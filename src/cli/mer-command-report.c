/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli report: documents for print and for other programs. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-change-rules.h"
#include "app/mer-record-names.h"
#include "app/mer-report-source.h"
#include "cli/mer-cli-find.h"
#include "cli/mer-cli.h"
#include "cycle/mer-council.h"
#include "store/mer-record-store.h"
#include "store/mer-registry-store.h"

typedef struct
{
  char    *organization;
  char    *kind;
  char    *output;
  char    *cycle;
  char    *ranks;
  char    *kinds;
  char    *record;
  gboolean list;
  gboolean inside;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->organization);
  g_free (self->kind);
  g_free (self->output);
  g_free (self->cycle);
  g_free (self->ranks);
  g_free (self->kinds);
  g_free (self->record);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static MerExit
list_kinds (void)
{
  const MerReportKind *const *kinds = mer_report_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    mer_cli_print ("%s\t%s\n", kinds[i]->id, _(kinds[i]->title));
  return MER_EXIT_DONE;
}

/* "general,preschool" as a mask of kinds. */
static gboolean
parse_kinds (const char *text,
             guint      *mask)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", ",", -1);

  *mask = 0;
  for (guint i = 0; words[i] != NULL; i++)
    {
      MerOrganizationKind kind = MER_ORGANIZATION_OTHER;

      if (!mer_organization_kind_from_code (words[i], &kind))
        {
          mer_cli_usage (&mer_command_report, _("“%s” is no kind of organization."), words[i]);
          return FALSE;
        }
      *mask |= 1U << kind;
    }
  return TRUE;
}

static gboolean
parse_ranks (const char     *text,
             MerReportRanks *out)
{
  *out = g_strcmp0 (text, "kind") == 0 ? MER_REPORT_RANKS_IN_KIND : MER_REPORT_RANKS_ALL;
  if (text == NULL || g_str_equal (text, "all") || g_str_equal (text, "kind"))
    return TRUE;
  mer_cli_usage (&mer_command_report, "%s", _("“--ranks” is either all or kind."));
  return FALSE;
}

/* In a document without any cycle there are no results: the report says so. */
static gboolean
load_results (MerDocument *doc,
              gint64       cycle_id,
              MerResults **out,
              GError     **error)
{
  g_autoptr (MerCycle) cycle = NULL;

  if (!mer_store_find_cycle (doc, cycle_id, &cycle, error))
    return FALSE;
  if (cycle != NULL)
    *out = mer_results_load (doc, cycle->id, MER_RESULTS_AS_RULED, error);
  return cycle == NULL || *out != NULL;
}

/* The rules are there before the first cycle is: forms are printed of them. */
static gboolean
load_methodology (MerDocument     *doc,
                  MerResults      *results,
                  MerMethodology **out,
                  GError         **error)
{
  if (results == NULL)
    *out = mer_methodology_in_force (doc, 0, error);
  return results != NULL || *out != NULL;
}

/* Fills `ids` with the one organization that is asked for. */
static gboolean
choose_organization (MerDocument *doc,
                     MerResults  *results,
                     const char  *name,
                     GArray      *ids,
                     GError     **error)
{
  const MerScoreRow *row = NULL;

  if (name == NULL)
    return TRUE;
  if (results == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("There is no cycle yet in which “%s” could take part."), name);
      return FALSE;
    }
  row = mer_cli_find_row (results, doc, name, error);
  if (row != NULL)
    g_array_append_val (ids, row->organization->id);
  return row != NULL;
}

/* The meeting of minutes may be named as people do; what else is printed, by its number. */
static gboolean
choose_record (MerDocument    *doc,
               const Options  *given,
               MerReportInput *input,
               GError        **error)
{
  const MerField *field = mer_record_kind_field (&mer_record_attendance, "meeting");
  g_autoptr (MerAttendance) named = NULL;
  g_autoptr (MerRecordNames) names = NULL;
  gboolean is_id = given->record == NULL ||
                   g_ascii_string_to_signed (given->record, 10, 1, G_MAXINT64,
                                             &input->record_id, NULL);

  if (given->record == NULL || (is_id && !g_str_equal (given->kind, "protocol")))
    return TRUE;
  if (is_id)
    {
      g_autoptr (MerMeeting) meeting =
        mer_store_record (doc, &mer_record_meeting, input->record_id, error);

      return meeting != NULL;
    }
  named = mer_record_new (&mer_record_attendance, input->cycle != NULL ? input->cycle->id : 0);
  names = mer_record_names_new (doc, named->record.cycle_id);
  if (!mer_record_names_read (names, named, field, given->record, error))
    return FALSE;
  input->record_id = named->meeting;
  return TRUE;
}

static MerExit
write_report (const char    *document,
              const Options *given,
              gint64         cycle_id,
              MerReportRanks ranks,
              guint          kinds)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (document, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerResults) results = NULL;
  g_autoptr (GArray) only = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (MerReportSource) source = NULL;
  MerReportInput *input = NULL;

  if (doc == NULL || !load_results (doc, cycle_id, &results, &error) ||
      !load_methodology (doc, results, &methodology, &error) ||
      !choose_organization (doc, results, given->organization, only, &error))
    return mer_cli_fail (error);
  source = mer_report_source_new (doc, given->kind, results);
  input = mer_report_source_input (source);
  if (results == NULL)
    input->methodology = methodology;
  if (only->len > 0)
    input->organizations = only;
  input->ranks = ranks;
  input->kinds = kinds;
  input->inside = given->inside;
  if (!choose_record (doc, given, input, &error))
    return mer_cli_fail (error);
  if (mer_report_write (given->kind, input, given->output, &error))
    return MER_EXIT_DONE;
  if (g_error_matches (error, MER_REPORT_ERROR, MER_REPORT_ERROR_IO) ||
      error->domain != MER_REPORT_ERROR)
    return mer_cli_fail (error);
  return mer_cli_usage (&mer_command_report, "%s", error->message);
}

static MerExit
run (int    argc,
     char **argv)
{
  g_auto (Options) given = { 0 };
  gint64         cycle_id = 0;
  MerReportRanks ranks = MER_REPORT_RANKS_ALL;
  guint          kinds = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "kind", 0, 0, G_OPTION_ARG_FILENAME, &given.kind, N_("Which document"), "KIND" },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &given.output,
      N_("File to write; its extension says the format"), "FILE" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &given.list, N_("List the kinds"), NULL },
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given.cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "ranks", 0, 0, G_OPTION_ARG_FILENAME, &given.ranks,
      N_("Places over all, or within each kind of organization"), "all|kind" },
    { "kinds", 0, 0, G_OPTION_ARG_FILENAME, &given.kinds,
      N_("Only these kinds of organizations"), "preschool,general,…" },
    { "organization", 0, 0, G_OPTION_ARG_FILENAME, &given.organization,
      N_("Only this organization"), "NAME" },
    { "record", 0, 0, G_OPTION_ARG_FILENAME, &given.record,
      N_("Which meeting, plan …; the latest by default"), "ID" },
    { "meeting", 0, 0, G_OPTION_ARG_FILENAME, &given.record, N_("The same, of minutes"), "ID" },
    { "inside", 0, 0, G_OPTION_ARG_NONE, &given.inside,
      N_("With places, whatever the form of publication"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_report, options, &argc, &argv, 0, 1))
    return MER_EXIT_USAGE;
  if (given.list)
    return list_kinds ();
  if (argc < 2 || given.kind == NULL || given.output == NULL)
    return mer_cli_usage (&mer_command_report, "%s",
                          _("A document, --kind and --output are needed."));
  if (mer_report_kind_find (given.kind) == NULL)
    return mer_cli_usage (&mer_command_report, _("There is no report “%s”; see --list."),
                                                  given.kind);
  if (!mer_cli_parse_id (&mer_command_report, given.cycle, &cycle_id) ||
      !mer_cli_check_text (&mer_command_report, given.organization) ||
      !mer_cli_check_text (&mer_command_report, given.record) ||
      !parse_ranks (given.ranks, &ranks) || !parse_kinds (given.kinds, &kinds))
    return MER_EXIT_USAGE;
  return write_report (argv[1], &given, cycle_id, ranks, kinds);
}

const MerCommand mer_command_report = { "report", "DOC --kind KIND --output FILE",
                                        N_("Writes a document such as the rating"), run };
