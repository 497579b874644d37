/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli plan: from results to plans, and a plan's way to its approval. */

#include "config.h"

#include "cli/mer-plan-verbs.h"

#include <glib/gi18n.h>

#include "app/mer-find-organization.h"
#include "core/mer-day.h"
#include "store/mer-registry-store.h"

/* Points below which a share is a shortcoming, where nobody says otherwise. */
#define USUAL_THRESHOLD 90

gboolean
mer_plan_find_organization (MerDocument *doc,
                            const char  *name,
                            gint64      *id,
                            GError     **error)
{
  g_autoptr (MerOrganization) organization = NULL;

  *id = 0;
  if (name == NULL)
    return TRUE;
  organization = mer_find_organization (doc, name, error);
  if (organization != NULL)
    *id = organization->id;
  return organization != NULL;
}

/* --- options that the verbs share ------------------------------------------------------------ */

typedef struct
{
  char    *cycle;
  char    *day;
  char    *approver;
  gboolean all;
  int      threshold;
  /* what they were read into */
  gint64 cycle_id;
  char  *iso; /* of `day` */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->day);
  g_free (self->approver);
  g_free (self->iso);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (const MerCliCall *call,
       Options          *self,
       int              *argc,
       char           ***argv,
       int               least,
       int               most)
{
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &self->cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &self->all, N_("Of all organizations"), NULL },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &self->day, N_("On which day; today by default"),
      "DAY" },
    { "approver", 0, 0, G_OPTION_ARG_FILENAME, &self->approver,
      N_("Post and name of whoever approves, as the form has them"), "TEXT" },
    { "threshold", 0, 0, G_OPTION_ARG_INT, &self->threshold,
      N_("Points below which a share of answers is a shortcoming; 0: none; 90 by default"),
      "POINTS" },
    { NULL },
  };
  /* clang-format on */

  self->threshold = USUAL_THRESHOLD;
  if (!mer_cli_parse (&call->command, options, argc, argv, least, most) ||
      !mer_cli_check_text (&call->command, self->day) ||
      !mer_cli_check_text (&call->command, self->approver) ||
      !mer_cli_parse_id (&call->command, self->cycle, &self->cycle_id))
    return FALSE;
  self->iso = self->day != NULL ? mer_day_parse (self->day) : mer_today ();
  if (self->iso == NULL)
    mer_cli_usage (&call->command, _("“%s” is no day."), self->day);
  if (self->iso != NULL && (self->threshold < 0 || self->threshold > 1000))
    {
      mer_cli_usage (&call->command, "%s", _("The threshold is a number of points."));
      return FALSE;
    }
  return self->iso != NULL;
}

/* Who is meant: an organization by name, or all by --all. */
static gboolean
check_who (const MerCliCall *call,
           const Options    *options,
           const char       *name)
{
  if ((name != NULL) != options->all)
    return mer_cli_check_text (&call->command, name);
  mer_cli_usage (&call->command, "%s", _("Name an organization, or say --all."));
  return FALSE;
}

/* --- verbs over organizations ---------------------------------------------------------------- */

typedef gboolean (*Change) (MerDocument   *doc,
                            const Options *options,
                            gint64         organization,
                            GString       *said,
                            GError       **error);

static MerExit
change (const MerCliCall *call,
        int               argc,
        char            **argv,
        const char       *label,
        Change            step)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  const char *name = NULL;
  gint64      organization = 0;
  gboolean    done = FALSE;
  MerExit     status = MER_EXIT_DONE;

  if (!parse (call, &options, &argc, &argv, 1, 2))
    return MER_EXIT_USAGE;
  name = argc > 2 ? argv[2] : NULL;
  if (!check_who (call, &options, name))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !mer_plan_find_organization (doc, name, &organization, &error) ||
      !mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  done = step (doc, &options, organization, said, &error);
  status = mer_cli_finish (doc, done, &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("%s", said->str);
  return status;
}

static gboolean
find_step (MerDocument   *doc,
           const Options *options,
           gint64         organization,
           GString       *said,
           GError       **error)
{
  guint n = 0;

  if (!mer_plans_find (doc, options->cycle_id, organization, (guint) options->threshold, &n,
                       error))
    return FALSE;
  g_string_printf (said, "findings: %u\n", n);
  return TRUE;
}

static MerExit
run_find (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  return change (call, argc, argv, _("Findings from the results"), find_step);
}

static gboolean
recommend_step (MerDocument   *doc,
                const Options *options,
                gint64         organization,
                GString       *said,
                GError       **error)
{
  guint n = 0;

  if (!mer_plans_recommend (doc, options->cycle_id, organization, options->iso, &n, error))
    return FALSE;
  g_string_printf (said, "recommendations: %u\n", n);
  return TRUE;
}

static MerExit
run_recommend (const MerCliCall *call,
               int               argc,
               char            **argv)
{
  return change (call, argc, argv, _("Recommendations from findings"), recommend_step);
}

static gboolean
receive_step (MerDocument   *doc,
              const Options *options,
              gint64         organization,
              GString       *said,
              GError       **error)
{
  guint n = 0;

  if (!mer_plans_receive (doc, options->cycle_id, organization, options->iso, &n, error))
    return FALSE;
  g_string_printf (said, "received: %u\n", n);
  return TRUE;
}

static MerExit
run_receive (const MerCliCall *call,
             int               argc,
             char            **argv)
{
  return change (call, argc, argv, _("Receipt of recommendations"), receive_step);
}

static gboolean
make_step (MerDocument   *doc,
           const Options *options,
           gint64         organization,
           GString       *said,
           GError       **error)
{
  MerPlansMade made = { 0 };

  if (!mer_plans_make (doc, options->cycle_id, organization, &made, error))
    return FALSE;
  g_string_printf (said, "plans: %u\nitems: %u\n", made.n_plans, made.n_items);
  return TRUE;
}

static MerExit
run_make (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  return change (call, argc, argv, _("Making improvement plans"), make_step);
}

/* --- one plan -------------------------------------------------------------------------------- */

/* The plan in force of an organization, or the municipal one ("-"). */
static gboolean
find_plan (MerDocument *doc,
           gint64       cycle_id,
           const char  *name,
           gint64      *plan_id,
           GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);
  g_autoptr (GPtrArray) plans = NULL;
  const MerPlan *plan = NULL;
  gint64         organization = 0;

  if (cycle == NULL ||
      !mer_plan_find_organization (doc, g_str_equal (name, "-") ? NULL : name, &organization,
                                   error))
    return FALSE;
  plans = mer_store_records (doc, &mer_record_plan, cycle->id, error);
  if (plans == NULL)
    return FALSE;
  plan = mer_plan_current (plans, organization);
  if (plan == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("“%s” has no plan in the cycle “%s” yet."), name, cycle->title);
      return FALSE;
    }
  *plan_id = plan->record.id;
  return TRUE;
}

static MerExit
run_state (const MerCliCall *call,
           int               argc,
           char            **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  MerPlanState state = MER_PLAN_DRAFT;
  gint64       plan_id = 0;

  if (!parse (call, &options, &argc, &argv, 3, 3) || !mer_cli_check_text (&call->command, argv[2]))
    return MER_EXIT_USAGE;
  if (!mer_plan_state_from_code (argv[3], &state))
    return mer_cli_usage (&call->command,
                          _("“%s” is no state of a plan: submitted, returned, agreed, approved."),
                             argv[3]);
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !find_plan (doc, options.cycle_id, argv[2], &plan_id, &error) ||
      !mer_document_begin (doc, _("State of a plan"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc,
                         mer_plans_set_state (doc, plan_id, state, options.iso, options.approver,
                                              &error),
                         &error);
}

static MerExit
run_version (const MerCliCall *call,
             int               argc,
             char            **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64  plan_id = 0;
  gint64  new_id = 0;
  MerExit status = MER_EXIT_DONE;

  if (!parse (call, &options, &argc, &argv, 2, 2) || !mer_cli_check_text (&call->command, argv[2]))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !find_plan (doc, options.cycle_id, argv[2], &plan_id, &error) ||
      !mer_document_begin (doc, _("New version of a plan"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (doc, mer_plans_new_version (doc, plan_id, &new_id, &error), &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("plan: %" G_GINT64_FORMAT "\n", new_id);
  return status;
}

static MerExit
run_consolidate (const MerCliCall *call,
                 int               argc,
                 char            **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64  plan_id = 0;
  MerExit status = MER_EXIT_DONE;

  if (!parse (call, &options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !mer_document_begin (doc, _("Consolidated improvement plan"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (doc,
                           mer_plans_consolidate (doc, options.cycle_id, &plan_id, &error),
                           &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("plan: %" G_GINT64_FORMAT "\n", plan_id);
  return status;
}

/* --- copies ---------------------------------------------------------------------------------- */

static MerExit
run_copy (const MerCliCall *call,
          int               argc,
          char            **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64  item = 0;
  guint   n = 0;
  MerExit status = MER_EXIT_DONE;

  if (!parse (call, &options, &argc, &argv, 3, G_MAXINT) ||
      !mer_cli_parse_id (&call->command, argv[2], &item))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  for (int i = 3; doc != NULL && i < argc; i++)
    {
      gint64 id = 0;

      if (!mer_cli_check_text (&call->command, argv[i]))
        return MER_EXIT_USAGE;
      if (!mer_plan_find_organization (doc, argv[i], &id, &error))
        return mer_cli_fail (error);
      g_array_append_val (ids, id);
    }
  if (doc == NULL || !mer_document_begin (doc, _("Copying items of a plan"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (doc,
                           mer_plans_copy_items (doc, &item, 1, (const gint64 *) ids->data,
                                                 ids->len, &n, &error),
                           &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("items: %u\n", n);
  return status;
}

/* clang-format off */
const MerCliVerb mer_plan_verbs[] = {
  { "find", "DOC ORGANIZATION|--all [--threshold POINTS]",
    N_("Finds shortcomings in the results: absent items of checklists, low shares of answers"),
    run_find },
  { "recommend", "DOC ORGANIZATION|--all [--day DAY]",
    N_("Makes a recommendation of each finding that has none"), run_recommend },
  { "receive", "DOC ORGANIZATION|--all [--day DAY]",
    N_("Says when recommendations were received; plans are due so many days later"),
    run_receive },
  { "make", "DOC ORGANIZATION|--all",
    N_("Makes plans with an item for each finding and recommendation"), run_make },
  { "consolidate", "DOC", N_("Makes the municipal plan, which gathers the items of all"),
    run_consolidate },
  { "state", "DOC ORGANIZATION|- STATE [--day DAY] [--approver TEXT]",
    N_("Takes a plan a step further on its way: submitted, returned, agreed, approved"),
    run_state },
  { "version", "DOC ORGANIZATION|-", N_("Begins the next version of a plan"), run_version },
  { "copy", "DOC ITEM ORGANIZATION…", N_("Copies an item into the plans of others"), run_copy },
  { "form", "DOC ORGANIZATION|--all|- FILE",
    N_("Writes the form: .xlsx to be filled in, .pdf, .docx or .odt to be signed"),
    mer_plan_write_form },
  { "read", "DOC FILE [--organization NAME] [--take-doubtful] [--drop-missing] [--dry-run]",
    N_("Reads a filled form back"), mer_plan_read_form },
  { "control", "DOC", N_("How plans are carried out, by organization or by quarter"),
    mer_plan_print_control },
  { "overdue", "DOC", N_("Items and plans that are overdue"), mer_plan_print_overdue },
  { "heads", "DOC", N_("Score, change, place and execution by head"), mer_plan_print_heads },
  { "effect", "DOC [--cycle ID] [--plans ID]",
    N_("Whether measures helped: scores before and after"), mer_plan_print_help },
  { "help", "DOC [--cycle ID] [--plans ID]",
    N_("The same as effect"), mer_plan_print_help },
  { NULL, NULL, NULL, NULL },
};
/* clang-format on */
