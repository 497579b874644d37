/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli organizations: the registry listed, exported and put right. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-find-organization.h"
#include "app/mer-merge-words.h"
#include "app/mer-save-template.h"
#include "cli/mer-organizations-private.h"
#include "report/mer-report.h"
#include "store/mer-registry-spellings.h"
#include "store/mer-registry-store.h"

typedef struct
{
  char    *cycle;
  char    *format;
  gboolean json; /* by the format */
  gboolean dry_run;
  gboolean force;
  gint64   cycle_id;
} Options;

/* argv begins with the document. */
typedef struct
{
  const char *name;
  int         least, most; /* arguments, the document among them */
  gboolean    writes;
  MerExit (*run) (MerDocument   *doc,
                  const Options *given,
                  char         **argv);
} Verb;

static MerExit
list (MerDocument   *doc,
      const Options *given,
      char         **argv)
{
  return mer_cli_list_organizations (doc, given->cycle_id, given->json);
}

static MerExit
export_table (MerDocument   *doc,
              const Options *given,
              char         **argv)
{
  g_autoptr (GError) error = NULL;

  if (mer_export_registry (doc, given->cycle_id, argv[1], &error))
    return MER_EXIT_DONE;
  if (g_error_matches (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT))
    return mer_cli_usage (&mer_command_organizations, "%s", error->message);
  return mer_cli_fail (error);
}

/* --- merging ----------------------------------------------------------------------------- */

static void
print_plan (const MerMergePlan *plan)
{
  g_autoptr (GPtrArray) lines = mer_merge_words (plan);

  for (guint i = 0; i < lines->len; i++)
    {
      const MerMergeLine *words = lines->pdata[i];
      g_autofree char    *line = mer_cli_line (words->text);

      mer_cli_print ("%s%s\n", words->warning ? "! " : "", line);
    }
}

static MerExit
merge (MerDocument   *doc,
       const Options *given,
       char         **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) keep = mer_find_organization (doc, argv[1], &error);
  g_autoptr (MerOrganization) gone = NULL;
  g_autoptr (MerMergePlan) plan = NULL;
  g_autofree char *label = NULL;

  if (keep != NULL)
    gone = mer_find_organization (doc, argv[2], &error);
  if (gone != NULL)
    plan = mer_store_merge_plan (doc, keep->id, gone->id, &error);
  if (plan == NULL)
    return mer_cli_fail (error);
  print_plan (plan);
  if (given->dry_run)
    return MER_EXIT_DONE;
  label = g_strdup_printf (_("Merge of “%s” into “%s”"), gone->name, keep->name);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_merge (doc, keep->id, gone->id, given->force, &error),
                         &error);
}

/* --- fields ------------------------------------------------------------------------------ */

static MerExit
set (MerDocument   *doc,
     const Options *given,
     char         **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) found = mer_find_organization (doc, argv[1], &error);
  g_autoptr (MerOrganization) changed = NULL;
  g_autofree char *label = NULL;
  MerExit          status = MER_EXIT_USAGE;

  if (found == NULL)
    return mer_cli_fail (error);
  changed = mer_organization_dup (found);
  for (guint i = 2; argv[i] != NULL; i++)
    {
      if (!mer_cli_set_field (doc, changed, argv[i], &status))
        return status;
    }
  label = g_strdup_printf (_("Change of “%s”"), found->name);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_save_organization (doc, changed, &error), &error);
}

/* --- spellings --------------------------------------------------------------------------- */

static MerExit
aliases (MerDocument   *doc,
         const Options *given,
         char         **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) found = mer_find_organization (doc, argv[1], &error);
  g_autoptr (GPtrArray) spellings =
    found != NULL ? mer_store_spellings (doc, found->id, &error) : NULL;

  if (spellings == NULL)
    return mer_cli_fail (error);
  for (guint i = 0; i < spellings->len; i++)
    {
      const MerSpelling *spelling = spellings->pdata[i];
      g_autofree char   *name = mer_cli_line (spelling->name);

      mer_cli_print ("%s\tquestionnaires: %" G_GUINT64_FORMAT "\tchecklists: %" G_GUINT64_FORMAT
                     "\n",
                     name, spelling->questionnaires, spelling->checklists);
    }
  return MER_EXIT_DONE;
}

static gint64
find_spelling (MerDocument *doc,
               const char  *name,
               GError     **error)
{
  g_autoptr (GPtrArray) sources = mer_store_source_names (doc, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const MerSourceName *source = sources->pdata[i];

      if (g_str_equal (source->name, name))
        return source->id;
    }
  return 0;
}

/* Gives a spelling to an organization, adding it where no file used it yet. */
static gboolean
give (MerDocument *doc,
      const char  *spelling,
      gint64       organization_id,
      GError     **error)
{
  gint64 id = mer_store_source_name_id (doc, spelling, organization_id, error);

  return id != 0 && mer_store_give_spelling (doc, id, organization_id, error);
}

static MerExit
alias (MerDocument   *doc,
       const Options *given,
       char         **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) found = mer_find_organization (doc, argv[1], &error);
  g_autofree char *label = NULL;

  if (*argv[2] == '\0')
    return mer_cli_usage (&mer_command_organizations, "%s", _("An empty name means nobody."));
  if (found == NULL)
    return mer_cli_fail (error);
  label = g_strdup_printf (_("“%s” means “%s”"), argv[2], found->name);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, give (doc, argv[2], found->id, &error), &error);
}

static MerExit
split (MerDocument   *doc,
       const Options *given,
       char         **argv)
{
  g_autoptr (GError) error = NULL;
  gint64           id = find_spelling (doc, argv[1], &error);
  g_autofree char *label = g_strdup_printf (_("“%s” as an organization of its own"), argv[1]);

  if (id == 0 && error == NULL)
    g_set_error (&error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("No file used the name “%s”."), argv[1]);
  if (id == 0 || !mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_split_spelling (doc, id, &error) != 0, &error);
}

/* --- the command ------------------------------------------------------------------------- */

static const Verb verbs[] = {
  { "list", 1, 1, FALSE, list },
  { "export", 2, 2, FALSE, export_table },
  { "merge", 3, 3, TRUE, merge },
  { "set", 3, 40, TRUE, set },
  { "alias", 3, 3, TRUE, alias },
  { "aliases", 2, 2, FALSE, aliases },
  { "split", 2, 2, TRUE, split },
};

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, name))
        return &verbs[i];
    }
  return NULL;
}

/* Whether all is as it must be; what is not has been said. */
static gboolean
check (int         argc,
       char      **argv,
       const Verb *verb,
       Options    *given)
{
  if (verb == NULL)
    mer_cli_usage (&mer_command_organizations, _("There is no “organizations %s”."), argv[1]);
  else if (argc - 2 < verb->least || argc - 2 > verb->most)
    mer_cli_usage (&mer_command_organizations, "%s",
                   argc - 2 < verb->least ? _("An argument is missing.")
                                          : _("Too many arguments."));
  else
    return mer_cli_parse_format (&mer_command_organizations, given->format, &given->json) &&
           mer_cli_check_texts (&mer_command_organizations, (const char *const *) argv + 3,
                                (guint) (argc - 3)) &&
           mer_cli_parse_id (&mer_command_organizations, given->cycle, &given->cycle_id);
  return FALSE;
}

static MerExit
run (int    argc,
     char **argv)
{
  Options given = { 0 };
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given.cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, N_("Format of the list"), "csv|json" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &given.dry_run,
      N_("Change nothing, only report"), NULL },
    { "force", 0, 0, G_OPTION_ARG_NONE, &given.force,
      N_("Merge although numbers differ or approved results change"), NULL },
    { NULL },
  };
  /* clang-format on */
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char *cycle = NULL;
  g_autofree char *format = NULL;
  const Verb      *verb = NULL;
  gboolean         parsed = FALSE;

  parsed = mer_cli_parse (&mer_command_organizations, options, &argc, &argv, 2, 42);
  cycle = given.cycle;
  format = given.format;
  if (!parsed)
    return MER_EXIT_USAGE;
  verb = find_verb (argv[1]);
  if (!check (argc, argv, verb, &given))
    return MER_EXIT_USAGE;
  doc = mer_document_open (
    argv[2], verb->writes && !given.dry_run ? MER_OPEN_READ_WRITE : MER_OPEN_READ_ONLY, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  return verb->run (doc, &given, argv + 2);
}

const MerCommand mer_command_organizations = {
  "organizations",
  "list|export|merge|set|aliases|alias|split DOC [FILE|KEEP GONE|NAME KEY=VALUE…|NAME|NAME "
  "ALIAS|ALIAS]",
  N_("Lists the registry, exports it and puts it right"), run
  };
