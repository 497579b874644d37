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
  char    *place_code;
  gboolean all;
  int      threshold;
  /* what they were read into */
  gint64 cycle_id;
  int    place;
  char  *iso; /* of `day` */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->day);
  g_free (self->approver);
  g_free (self->place_code);
  g_free (self->iso);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_place (const MerCliCall *call,
            Options          *self)
{
  const MerField *field = mer_record_kind_field (&mer_record_publication, "place");
  int             place = mer_choice_find (field->choices, field->n_choices, self->place_code);

  self->place = place >= 0 ? place : MER_PLACE_BY_ADDRESS;
  if (self->place_code == NULL || place >= 0)
    return TRUE;
  mer_cli_usage (&call->command,
                 _("“%s” is no place of publication: department, organization, busgov, press, "
                   "other."),
                    self->place_code);
  return FALSE;
}

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
    { "place", 0, 0, G_OPTION_ARG_FILENAME, &self->place_code,
      N_("Where a plan was published: department, organization, busgov, press, other; by its "
         "address by default"), "PLACE" },
    { NULL },
  };
  /* clang-format on */

  self->threshold = USUAL_THRESHOLD;
  if (!mer_cli_parse (&call->command, options, argc, argv, least, most) ||
      !mer_cli_check_text (&call->command, self->day) ||
      !mer_cli_check_text (&call->command, self->approver) ||
      !mer_cli_check_text (&call->command, self->place_code) || !read_place (call, self) ||
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
    return TRUE;
  mer_cli_usage (&call->command, "%s", _("Name an organization, or say --all."));
  return FALSE;
}

/* --- what all verbs have in common ----------------------------------------------------------- */

/* What stands behind the document. */
typedef enum
{
  WHO_ANYBODY, /* an organization, or --all */
  WHO_PLAN,    /* an organization, or "-" for the municipal plan, that has a plan */
  WHO_NOBODY,
  WHO_REST, /* the verb reads them itself */
} Who;

typedef struct
{
  const Options *options;
  gint64         organization;
  MerPlanScope   scope;
  gint64         plan;
  int            argc; /* behind the document */
  char         **argv;
  GString       *said;
} Step;

/* A verb is a change of the document as one action. */
typedef struct
{
  const char *label; /* English msgid: of the action */
  Who         who;
  int         least; /* arguments, the document included */
  int         most;
  /* Whether the arguments can be what they are for; says so. Optional. */
  gboolean (*check) (const MerCliCall *call,
                     char            **argv);
  gboolean (*step) (MerDocument *doc,
                    Step        *self,
                    GError     **error);
} Verb;

/* The plan in force of an organization, or the municipal one ("-"). */
static gboolean
find_plan (MerDocument *doc,
           Step        *self,
           const char  *name,
           GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, self->options->cycle_id, error);
  g_autoptr (GPtrArray) plans = NULL;
  const MerPlan *plan = NULL;

  plans = cycle != NULL ? mer_store_records (doc, &mer_record_plan, cycle->id, error) : NULL;
  if (plans == NULL)
    return FALSE;
  plan = mer_plan_current (plans, self->organization);
  if (plan == NULL)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                   _("“%s” has no plan in the cycle “%s” yet."), name, cycle->title);
      return FALSE;
    }
  self->plan = plan->record.id;
  return TRUE;
}

static gboolean
find_who (MerDocument *doc,
          const Verb  *verb,
          Step        *self,
          GError     **error)
{
  const char *name = self->argc > 0 ? self->argv[0] : NULL;
  gboolean    municipal = verb->who == WHO_PLAN && g_strcmp0 (name, "-") == 0;

  if (verb->who == WHO_NOBODY || verb->who == WHO_REST)
    return TRUE;
  return mer_plan_find_organization (doc, municipal ? NULL : name, &self->organization, error) &&
         (verb->who == WHO_ANYBODY || find_plan (doc, self, name, error));
}

static MerExit
run (const MerCliCall *call,
     int               argc,
     char            **argv,
     const Verb       *verb)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (GString) said = g_string_new (NULL);
  Step    step = { .options = &options, .said = said };
  MerExit status = MER_EXIT_DONE;

  if (!parse (call, &options, &argc, &argv, verb->least, verb->most))
    return MER_EXIT_USAGE;
  for (int i = 2; i < argc; i++)
    if (!mer_cli_check_text (&call->command, argv[i]))
      return MER_EXIT_USAGE;
  if ((verb->who == WHO_ANYBODY && !check_who (call, &options, argc > 2 ? argv[2] : NULL)) ||
      (verb->check != NULL && !verb->check (call, argv)))
    return MER_EXIT_USAGE;
  step.argc = argc - 2;
  step.argv = argv + 2;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !find_who (doc, verb, &step, &error) ||
      !mer_document_begin (doc, _(verb->label), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (doc, verb->step (doc, &step, &error), &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("%s", said->str);
  return status;
}

/* --- over organizations ---------------------------------------------------------------------- */

/* (transfer none): the organization, or NULL for all. */
static const MerPlanScope *
scope_of (Step *self)
{
  self->scope = (MerPlanScope){ &self->organization, 1 };
  return self->options->all ? NULL : &self->scope;
}

static gboolean
find_step (MerDocument *doc,
           Step        *self,
           GError     **error)
{
  guint n = 0;

  if (!mer_plans_find (doc, self->options->cycle_id, scope_of (self),
                       (guint) self->options->threshold, &n, error))
    return FALSE;
  g_string_printf (self->said, "findings: %u\n", n);
  return TRUE;
}

static gboolean
recommend_step (MerDocument *doc,
                Step        *self,
                GError     **error)
{
  guint n = 0;

  if (!mer_plans_recommend (doc, self->options->cycle_id, scope_of (self), self->options->iso,
                            &n, error))
    return FALSE;
  g_string_printf (self->said, "recommendations: %u\n", n);
  return TRUE;
}

static gboolean
receive_step (MerDocument *doc,
              Step        *self,
              GError     **error)
{
  guint n = 0;

  if (!mer_plans_receive (doc, self->options->cycle_id, scope_of (self), self->options->iso,
                          &n, error))
    return FALSE;
  g_string_printf (self->said, "received: %u\n", n);
  return TRUE;
}

static gboolean
make_step (MerDocument *doc,
           Step        *self,
           GError     **error)
{
  MerPlansMade made = { 0 };

  if (!mer_plans_make (doc, self->options->cycle_id, scope_of (self), &made, error))
    return FALSE;
  g_string_printf (self->said, "plans: %u\nitems: %u\n", made.n_plans, made.n_items);
  return TRUE;
}

static gboolean
consolidate_step (MerDocument *doc,
                  Step        *self,
                  GError     **error)
{
  gint64 plan_id = 0;

  if (!mer_plans_consolidate (doc, self->options->cycle_id, &plan_id, error))
    return FALSE;
  g_string_printf (self->said, "plan: %" G_GINT64_FORMAT "\n", plan_id);
  return TRUE;
}

/* --- one plan -------------------------------------------------------------------------------- */

static gboolean
state_step (MerDocument *doc,
            Step        *self,
            GError     **error)
{
  MerPlanState state = MER_PLAN_DRAFT;

  return mer_plan_state_from_code (self->argv[1], &state) && /* looked at before */
         mer_plans_set_state (doc, self->plan, state, self->options->iso, self->options->approver,
                              error);
}

static gboolean
version_step (MerDocument *doc,
              Step        *self,
              GError     **error)
{
  gint64 new_id = 0;

  if (!mer_plans_new_version (doc, self->plan, &new_id, error))
    return FALSE;
  g_string_printf (self->said, "plan: %" G_GINT64_FORMAT "\n", new_id);
  return TRUE;
}

static gboolean
publish_step (MerDocument *doc,
              Step        *self,
              GError     **error)
{
  return mer_plans_publish (doc, self->plan, self->options->place, self->options->iso,
                            self->argv[1], error);
}

static gboolean
copy_step (MerDocument *doc,
           Step        *self,
           GError     **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 item = g_ascii_strtoll (self->argv[0], NULL, 10); /* looked at before */
  guint  n = 0;

  for (int i = 1; i < self->argc; i++)
    {
      gint64 id = 0;

      if (!mer_plan_find_organization (doc, self->argv[i], &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }
  if (!mer_plans_copy_items (doc, &item, 1, (const gint64 *) ids->data, ids->len, &n, error))
    return FALSE;
  g_string_printf (self->said, "items: %u\n", n);
  return TRUE;
}

/* --- verbs ----------------------------------------------------------------------------------- */

static gboolean
check_state (const MerCliCall *call,
             char            **argv)
{
  MerPlanState state = MER_PLAN_DRAFT;

  if (mer_plan_state_from_code (argv[3], &state))
    return TRUE;
  mer_cli_usage (&call->command,
                 _("“%s” is no state of a plan: submitted, returned, agreed, approved."), argv[3]);
  return FALSE;
}

static gboolean
check_item (const MerCliCall *call,
            char            **argv)
{
  gint64 id = 0;

  return mer_cli_parse_id (&call->command, argv[2], &id);
}

#define VERB(name, ...)                                            \
  static MerExit run_##name (const MerCliCall *call,               \
                             int               argc,               \
                             char            **argv)               \
  {                                                                \
    static const Verb verb = { .step = name##_step, __VA_ARGS__ }; \
    return run (call, argc, argv, &verb);                          \
  }

/* clang-format off */
VERB (find, .label = N_("Findings from the results"), .who = WHO_ANYBODY, .least = 1, .most = 2)
VERB (recommend, .label = N_("Recommendations from findings"), .who = WHO_ANYBODY, .least = 1,
      .most = 2)
VERB (receive, .label = N_("Receipt of recommendations"), .who = WHO_ANYBODY, .least = 1,
      .most = 2)
VERB (make, .label = N_("Making improvement plans"), .who = WHO_ANYBODY, .least = 1, .most = 2)
VERB (consolidate, .label = N_("Consolidated improvement plan"), .who = WHO_NOBODY, .least = 1,
      .most = 1)
VERB (state, .label = N_("State of a plan"), .who = WHO_PLAN, .least = 3, .most = 3,
      .check = check_state)
VERB (version, .label = N_("New version of a plan"), .who = WHO_PLAN, .least = 2, .most = 2)
VERB (publish, .label = N_("Publication of a plan"), .who = WHO_PLAN, .least = 3, .most = 3)
VERB (copy, .label = N_("Copying items of a plan"), .who = WHO_REST, .least = 3,
      .most = G_MAXINT, .check = check_item)
/* clang-format on */

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
  { "publish", "DOC ORGANIZATION|- ADDRESS [--day DAY] [--place PLACE]",
    N_("Says where and when a plan was published, in the register of publications too"),
    run_publish },
  { "version", "DOC ORGANIZATION|-", N_("Begins the next version of a plan"), run_version },
  { "copy", "DOC ITEM ORGANIZATION…", N_("Copies an item into the plans of others"), run_copy },
  { "form", "DOC ORGANIZATION|--all|- FILE | DOC --each FOLDER",
    N_("Writes the form: .xlsx to be filled in, .pdf, .docx or .odt to be signed"),
    mer_plan_write_form },
  { "read", "DOC FILE... [--organization NAME] [--take-doubtful] [--drop-missing] [--dry-run]",
    N_("Reads filled forms back"), mer_plan_read_form },
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
