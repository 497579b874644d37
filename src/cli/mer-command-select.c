/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli select: which organizations a cycle assesses, and by which turn. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-find-organization.h"
#include "app/mer-new-cycle.h"
#include "app/mer-recipients.h"
#include "app/mer-selection-table.h"
#include "cli/mer-select-private.h"
#include "report/mer-report.h"

typedef struct
{
  const char *name;
  int         least, most; /* arguments, the document among them */
  gboolean    writes;
  MerExit (*run) (MerDocument            *doc,
                  const MerCycleFacts    *facts,
                  const MerSelectOptions *given,
                  char                  **argv);
} Verb;

/* The organization's part as it is, to be changed: (transfer full). */
static MerCycleMember *
part_of (const MerCycleFacts *facts,
         gint64               organization_id)
{
  const MerSelectionRow *row = mer_selection_find (facts->selection, organization_id);
  const MerCycleMember  *there = row != NULL ? row->member : NULL;
  MerCycleMember        *part = g_new0 (MerCycleMember, 1);

  part->organization_id = organization_id;
  part->recipients = there != NULL ? there->recipients : -1;
  part->selected = there != NULL && there->selected;
  part->pilot = there != NULL && there->pilot;
  part->ground = there != NULL ? g_strdup (there->ground) : NULL;
  return part;
}

/* --- add, remove ----------------------------------------------------------------------------- */

/* All of them are found before anything is written: (transfer full) (element-type
 * MerOrganization). */
static GPtrArray *
find_all (MerDocument *doc,
          char       **names,
          GError     **error)
{
  g_autoptr (GPtrArray) found =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mer_organization_unref);

  for (guint i = 0; names[i] != NULL; i++)
    {
      MerOrganization *organization = mer_find_organization (doc, names[i], error);

      if (organization == NULL)
        return NULL;
      g_ptr_array_add (found, organization);
    }
  return g_steal_pointer (&found);
}

static gboolean
choose_all (MerDocument            *doc,
            const MerCycleFacts    *facts,
            const MerSelectOptions *given,
            const GPtrArray        *organizations,
            gboolean                on,
            GError                **error)
{
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = organizations->pdata[i];
      g_autoptr (MerCycleMember) part = part_of (facts, organization->id);

      part->selected = on;
      part->pilot = on && (part->pilot || given->pilot);
      if (given->ground != NULL)
        {
          g_free (part->ground);
          part->ground = *given->ground != '\0' ? g_strdup (given->ground) : NULL;
        }
      if (!mer_store_save_choice (doc, facts->cycle->id, part, error))
        return FALSE;
    }
  return TRUE;
}

static MerExit
choose (MerDocument            *doc,
        const MerCycleFacts    *facts,
        const MerSelectOptions *given,
        char                  **argv,
        gboolean                on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organizations = find_all (doc, argv + 1, &error);

  if (organizations == NULL || !mer_document_begin (doc, _("Selection of organizations"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, choose_all (doc, facts, given, organizations, on, &error), &error);
}

static MerExit
add (MerDocument            *doc,
     const MerCycleFacts    *facts,
     const MerSelectOptions *given,
     char                  **argv)
{
  return choose (doc, facts, given, argv, TRUE);
}

static MerExit
take_out (MerDocument            *doc,
          const MerCycleFacts    *facts,
          const MerSelectOptions *given,
          char                  **argv)
{
  return choose (doc, facts, given, argv, FALSE);
}

/* --- set ------------------------------------------------------------------------------------- */

static gboolean
set_flag (const char *value,
          gboolean   *out)
{
  *out = g_str_equal (value, "yes");
  return *out || g_str_equal (value, "no");
}

static gboolean
set_recipients (const char *value,
                gint64     *out)
{
  *out = -1;
  return *value == '\0' || g_ascii_string_to_signed (value, 10, 0, 99999999, out, NULL);
}

static gboolean
set_value (MerCycleMember *part,
           const char     *key,
           const char     *value,
           gboolean       *known)
{
  *known = TRUE;
  if (g_str_equal (key, "selected"))
    return set_flag (value, &part->selected);
  if (g_str_equal (key, "pilot"))
    return set_flag (value, &part->pilot);
  if (g_str_equal (key, "recipients"))
    return set_recipients (value, &part->recipients);
  *known = g_str_equal (key, "ground");
  g_free (part->ground);
  part->ground = *value != '\0' ? g_strdup (value) : NULL;
  return *known;
}

static gboolean
set_pair (MerCycleMember *part,
          const char     *pair)
{
  const char      *equals = strchr (pair, '=');
  g_autofree char *key = equals != NULL ? g_strndup (pair, (gsize) (equals - pair)) : NULL;
  gboolean         known = FALSE;

  if (equals == NULL)
    mer_cli_usage (&mer_command_select, _("“%s” is not of the form KEY=VALUE."), pair);
  else if (set_value (part, key, equals + 1, &known))
    return TRUE;
  else if (known)
    mer_cli_usage (&mer_command_select, _("“%s” is not a value of “%s”."), equals + 1, key);
  else
    mer_cli_usage (&mer_command_select,
                   _("There is no “%s”: there are selected, pilot, recipients and ground."), key);
  return FALSE;
}

static MerExit
set (MerDocument            *doc,
     const MerCycleFacts    *facts,
     const MerSelectOptions *given,
     char                  **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) organization = mer_find_organization (doc, argv[1], &error);
  g_autoptr (MerCycleMember) part = NULL;
  g_autofree char *label = NULL;

  if (organization == NULL)
    return mer_cli_fail (error);
  part = part_of (facts, organization->id);
  for (guint i = 2; argv[i] != NULL; i++)
    if (!set_pair (part, argv[i]))
      return MER_EXIT_USAGE;
  label = g_strdup_printf (_("Change of “%s”"), organization->name);
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc,
                         mer_recipients_save_typed (doc, facts->cycle->id, part, &error) &&
                           mer_store_save_choice (doc, facts->cycle->id, part, &error),
                         &error);
}

/* --- proposals and successors ---------------------------------------------------------------- */

static MerExit
apply_proposal (MerDocument            *doc,
                const MerCycleFacts    *facts,
                const MerSelectOptions *given,
                char                  **argv)
{
  g_autoptr (GError) error = NULL;
  guint   n = 0;
  MerExit status;

  if (!mer_document_begin (doc, _("Selection of organizations"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (
    doc, mer_cycle_choose (doc, facts->cycle->id, MER_NEW_CYCLE_PROPOSED, 0, &n, &error), &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("chosen: %u\n", n);
  return status;
}

static MerExit
succeed (MerDocument            *doc,
         const MerCycleFacts    *facts,
         const MerSelectOptions *given,
         char                  **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerOrganization) gone = mer_find_organization (doc, argv[1], &error);

  if (gone == NULL || !mer_document_begin (doc, _("Successor in the cycle"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc,
                         mer_cycle_succeed (doc, facts->cycle->id, gone->id,
                                            g_strcmp0 (given->answers, "move") == 0
                                              ? MER_SUCCESSION_MOVE
                                              : MER_SUCCESSION_KEEP,
                                            &error),
                         &error);
}

/* --- tables ---------------------------------------------------------------------------------- */

static MerExit
export_table (MerDocument            *doc,
              const MerCycleFacts    *facts,
              const MerSelectOptions *given,
              char                  **argv)
{
  g_autoptr (GError) error = NULL;

  if (mer_selection_table_save (facts, mer_document_get_language (doc), argv[1], &error))
    return MER_EXIT_DONE;
  if (g_error_matches (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT))
    return mer_cli_usage (&mer_command_select, "%s", error->message);
  return mer_cli_fail (error);
}

static MerExit
import_table (MerDocument            *doc,
              const MerCycleFacts    *facts,
              const MerSelectOptions *given,
              char                  **argv)
{
  g_autoptr (GError) error = NULL;
  MerTableOptions table = { argv[1], given->sheet, given->encoding, 0 };
  g_autoptr (MerSelectionImport) import = mer_selection_import_read (doc, facts, &table, &error);
  MerExit status = MER_EXIT_DONE;

  if (import == NULL || !mer_document_begin (doc, _("Selection of organizations"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (
    doc, mer_selection_import_apply (import, doc, facts->cycle->id, &error), &error);
  if (status != MER_EXIT_DONE)
    return status;
  mer_cli_print ("accepted: %u\nrejected: %u\n", import->members->len, import->refused);
  for (guint i = 0; i < import->problems->len; i++)
    {
      g_autofree char *line = mer_cli_line (import->problems->pdata[i]);

      mer_cli_print ("%s\n", line);
    }
  return import->refused > 0 ? MER_EXIT_SOME_REJECTED : MER_EXIT_DONE;
}

/* --- the command ----------------------------------------------------------------------------- */

#define MANY 10000

static const Verb verbs[] = {
  { "list", 1, 1, FALSE, mer_select_list },
  { "share", 1, 1, FALSE, mer_select_share },
  { "add", 2, MANY, TRUE, add },
  { "remove", 2, MANY, TRUE, take_out },
  { "set", 3, 10, TRUE, set },
  { "propose", 1, 1, FALSE, mer_select_propose },
  { "apply-proposal", 1, 1, TRUE, apply_proposal },
  { "succeed", 2, 2, TRUE, succeed },
  { "schedule", 1, 1, FALSE, mer_select_schedule },
  { "import", 2, 2, TRUE, import_table },
  { "export", 2, 2, FALSE, export_table },
};

static const Verb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, name))
      return &verbs[i];
  return NULL;
}

static gboolean
check (int               argc,
       char            **argv,
       const Verb       *verb,
       MerSelectOptions *given)
{
  if (verb == NULL)
    mer_cli_usage (&mer_command_select, _("There is no “select %s”."), argv[1]);
  else if (argc - 2 < verb->least || argc - 2 > verb->most)
    mer_cli_usage (&mer_command_select, "%s",
                   argc - 2 < verb->least ? _("An argument is missing.")
                                          : _("Too many arguments."));
  else if (given->answers != NULL && !g_str_equal (given->answers, "keep") &&
           !g_str_equal (given->answers, "move"))
    mer_cli_usage (&mer_command_select, _("“%s” is not a value of “%s”."), given->answers,
                                           "answers");
  else
    return mer_cli_check_text (&mer_command_select, given->ground) &&
           mer_cli_check_texts (&mer_command_select, (const char *const *) argv + 3,
                                (guint) (argc - 3)) &&
           mer_cli_parse_id (&mer_command_select, given->cycle, &given->cycle_id);
  return FALSE;
}

static MerExit
run_verb (const Verb             *verb,
          const MerSelectOptions *given,
          char                  **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (
    argv[0], verb->writes || given->apply ? MER_OPEN_READ_WRITE : MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerCycleFacts) facts =
    doc != NULL ? mer_cycle_facts_load (doc, given->cycle_id, &error) : NULL;

  return facts != NULL ? verb->run (doc, facts, given, argv) : mer_cli_fail (error);
}

static MerExit
run (int    argc,
     char **argv)
{
  MerSelectOptions given = { 0 };
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &given.cycle,
      N_("Cycle; the latest by default"), "ID" },
    { "ground", 0, 0, G_OPTION_ARG_FILENAME, &given.ground, N_("Why they are chosen"), "TEXT" },
    { "pilot", 0, 0, G_OPTION_ARG_NONE, &given.pilot, N_("Chosen to try the procedure"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &given.json, N_("Print JSON"), NULL },
    { "propose", 0, 0, G_OPTION_ARG_NONE, &given.propose,
      N_("The schedule as the program proposes it"), NULL },
    { "apply", 0, 0, G_OPTION_ARG_NONE, &given.apply, N_("Take the proposed schedule"), NULL },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &given.answers,
      N_("What becomes of answers when a successor comes: keep (the default) or move"), "A" },
    { "sheet", 0, 0, G_OPTION_ARG_FILENAME, &given.sheet, N_("Sheet of the table"), "NAME|N" },
    { "encoding", 0, 0, G_OPTION_ARG_FILENAME, &given.encoding, N_("Encoding of the table"), "E" },
    { NULL },
  };
  /* clang-format on */
  gboolean    parsed = mer_cli_parse (&mer_command_select, options, &argc, &argv, 2, MANY + 2);
  const Verb *verb = parsed ? find_verb (argv[1]) : NULL;
  MerExit     status = MER_EXIT_USAGE;

  if (parsed && check (argc, argv, verb, &given))
    status = run_verb (verb, &given, argv + 2);
  g_free (given.cycle);
  g_free (given.ground);
  g_free (given.answers);
  g_free (given.sheet);
  g_free (given.encoding);
  return status;
}

const MerCommand mer_command_select = {
  "select",
  "list|share|add|remove|set|propose|apply-proposal|succeed|schedule|import|export DOC "
  "[ORGANIZATION…|ORGANIZATION KEY=VALUE…|TABLE]",
  N_("Chooses the organizations of a cycle, proposes them and their turns"), run
  };
