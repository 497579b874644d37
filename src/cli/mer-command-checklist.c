/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli checklist: lists the marks of a cycle, sets one by hand, notes what it was seen
 * by, and writes the whole grid as a table. */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>

#include "app/mer-checklist-table.h"
#include "app/mer-find-organization.h"
#include "cli/mer-cli-mark.h"
#include "cli/mer-cli.h"
#include "report/mer-report.h"

typedef struct
{
  char  *cycle;
  char  *organization;
  char  *link;
  char  *day;
  char  *inspector;
  char  *note;
  gint64 cycle_id; /* 0: the latest */
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->organization);
  g_free (self->link);
  g_free (self->day);
  g_free (self->inspector);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- list ----------------------------------------------------------------------------- */

typedef struct
{
  MerDocument  *doc;
  gint64        cycle_id;
  MerMarkTable *marks;
  GPtrArray    *notes;
} Listing;

static const MerMarkNote *
find_note (const Listing *self,
           gint64         organization_id,
           gint64         item_id)
{
  for (guint i = 0; i < self->notes->len; i++)
    {
      const MerMarkNote *note = g_ptr_array_index (self->notes, i);

      if (note->organization_id == organization_id && note->item_id == item_id)
        return note;
    }
  return NULL;
}

static void
print_row (const char        *organization,
           const char        *code,
           const char        *text,
           const char        *mark,
           const char        *source,
           const MerMarkNote *note)
{
  const char *cells[] = { organization,
                          code,
                          text,
                          mark,
                          source,
                          note != NULL ? note->day : NULL,
                          note != NULL ? note->inspector : NULL,
                          note != NULL ? note->link : NULL,
                          note != NULL ? note->note : NULL };

  mer_cli_print_row (cells, G_N_ELEMENTS (cells));
}

static char *
source_text (const MerMarkLine *line)
{
  if (line->by_hand)
    return g_strdup_printf ("batch %" G_GINT64_FORMAT " typed", line->batch_id);
  return g_strdup_printf ("batch %" G_GINT64_FORMAT " row %" G_GINT64_FORMAT, line->batch_id,
                          line->row);
}

static void
list_organization (const Listing         *self,
                   const MerOrganization *organization)
{
  const MerMarkNote *whole = find_note (self, organization->id, 0);

  if (whole != NULL)
    print_row (organization->name, "", "", "", "", whole);
  for (guint i = 0; i < self->marks->items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (self->marks->items, i);
      const MerMarkCell  *cell = mer_mark_table_cell (self->marks, organization->id, i);
      const MerMarkLine  *line = mer_mark_table_line (self->marks, cell);
      const MerMarkNote  *note =
        item->id != 0 ? find_note (self, organization->id, item->id) : NULL;
      g_autofree char *code = mer_checklist_item_code (item);
      g_autofree char *source = line != NULL ? source_text (line) : g_strdup ("");

      if (line != NULL || note != NULL)
        print_row (organization->name, code, item->text,
                   line != NULL ? mer_cli_mark_word ((int) cell->mark) : "", source, note);
    }
}

static gboolean
list_marks (MerDocument   *doc,
            const Options *options,
            GError       **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, options->cycle_id, error);
  g_autoptr (MerMarkTable) marks =
    cycle != NULL ? mer_store_mark_table (doc, cycle->id, error) : NULL;
  g_autoptr (GPtrArray) notes =
    marks != NULL ? mer_store_mark_notes (doc, cycle->id, 0, error) : NULL;
  g_autoptr (GPtrArray) organizations = notes != NULL ? mer_store_organizations (doc, error) : NULL;
  g_autoptr (MerOrganization) only = NULL;
  Listing self = { doc, 0, marks, notes };

  if (organizations == NULL)
    return FALSE;
  if (options->organization != NULL)
    {
      only = mer_find_organization (doc, options->organization, error);
      if (only == NULL)
        return FALSE;
    }
  mer_cli_print ("organization,code,item,mark,source,day,inspector,link,note\n");
  for (guint i = 0; i < organizations->len; i++)
    {
      const MerOrganization *organization = g_ptr_array_index (organizations, i);

      if (only == NULL || only->id == organization->id)
        list_organization (&self, organization);
    }
  return TRUE;
}

/* --- set and note --------------------------------------------------------------------- */

static void
take_text (char      **into,
           const char *text)
{
  if (text == NULL)
    return;
  g_free (*into);
  *into = g_strdup (text);
}

/* What is not given stays as it was noted. */
static gboolean
save_note (MerDocument   *doc,
           gint64         cycle_id,
           gint64         organization_id,
           gint64         item_id,
           const Options *options,
           GError       **error)
{
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (MerMarkNote) note = NULL;
  g_autofree char *day = mer_cli_day (options->day);

  if (options->day == NULL && options->inspector == NULL && options->link == NULL &&
      options->note == NULL)
    return TRUE;
  notes = mer_store_mark_notes (doc, cycle_id, organization_id, error);
  if (notes == NULL)
    return FALSE;
  for (guint i = notes->len; i > 0 && note == NULL; i--)
    if (((MerMarkNote *) g_ptr_array_index (notes, i - 1))->item_id == item_id)
      note = g_ptr_array_steal_index (notes, i - 1);
  if (note == NULL)
    note = g_new0 (MerMarkNote, 1);
  note->organization_id = organization_id;
  note->item_id = item_id;
  take_text (&note->day, day);
  take_text (&note->inspector, options->inspector);
  take_text (&note->link, options->link);
  take_text (&note->note, options->note);
  return mer_store_save_mark_note (doc, cycle_id, note, error);
}

/* `typed`: the item, NULL: the whole checklist; `state`: MER_CLI_NO_MARK: only the note. */
static gboolean
change (MerDocument   *doc,
        const char    *name,
        const char    *typed,
        int            state,
        const Options *options,
        GError       **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, options->cycle_id, error);
  g_autoptr (MerMarkTable) marks =
    cycle != NULL ? mer_store_mark_table (doc, cycle->id, error) : NULL;
  g_autoptr (MerOrganization) organization =
    marks != NULL ? mer_find_organization (doc, name, error) : NULL;
  const MerCycleItem *item = NULL;
  MerMarkChange       mark = { 0, NULL, state };
  gint64              item_id = 0;

  if (organization == NULL)
    return FALSE;
  if (typed != NULL && (item = mer_cli_find_item (marks->items, typed, error)) == NULL)
    return FALSE;
  mark.organization_id = organization->id;
  mark.item = item;
  if (state != MER_CLI_NO_MARK && !mer_store_set_marks (doc, cycle->id, &mark, 1, NULL, error))
    return FALSE;
  if (item != NULL && (item_id = mer_store_mark_item_id (doc, cycle->id, item, error)) == 0)
    return FALSE;
  return save_note (doc, cycle->id, organization->id, item_id, options, error);
}

static gboolean
change_as_action (MerDocument   *doc,
                  const char    *name,
                  const char    *typed,
                  int            state,
                  const Options *options,
                  GError       **error)
{
  const char *label = state == MER_CLI_NO_MARK ? _("Note of a checklist") : _("Checklist marks");

  if (!mer_document_begin (doc, label, error))
    return FALSE;
  if (change (doc, name, typed, state, options, error) && mer_document_commit (doc, error))
    return TRUE;
  mer_document_rollback (doc);
  return FALSE;
}

/* --- export --------------------------------------------------------------------------- */

static gboolean
export_table (MerDocument   *doc,
              const char    *path,
              const Options *options,
              GError       **error)
{
  guint            n = 0;
  g_autofree char *text = NULL;

  if (!mer_checklist_table_write (doc, options->cycle_id, path, &n, error))
    return FALSE;
  text = g_strdup_printf (ngettext ("%u organization of which nothing is required was left out.",
                                    "%u organizations of which nothing is required were left out.",
                                    n),
                          n);
  if (n > 0)
    fprintf (stderr, "%s\n", text);
  return TRUE;
}

/* --- the command ---------------------------------------------------------------------- */

static MerExit
run_list (int            argc,
          char         **argv,
          const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (argc != 3)
    return mer_cli_usage (&mer_command_checklist, "%s", _("Too many arguments."));
  doc = mer_document_open (argv[2], MER_OPEN_READ_ONLY, &error);
  return doc != NULL && list_marks (doc, options, &error) ? MER_EXIT_DONE : mer_cli_fail (error);
}

static MerExit
run_set (int            argc,
         char         **argv,
         const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  int state = MER_CLI_NO_MARK;

  if (argc != 6)
    return mer_cli_usage (&mer_command_checklist, "%s",
                          _("An organization, an item and a mark are needed."));
  state = mer_cli_parse_mark (argv[5]);
  if (state == MER_CLI_NO_MARK)
    return mer_cli_usage (&mer_command_checklist,
                          _("“%s” is no mark: 1, 0.5, 0, not-required or clear."), argv[5]);
  doc = mer_document_open (argv[2], MER_OPEN_READ_WRITE, &error);
  return doc != NULL && change_as_action (doc, argv[3], argv[4], state, options, &error)
           ? MER_EXIT_DONE
           : mer_cli_fail (error);
}

static MerExit
run_note (int            argc,
          char         **argv,
          const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (argc < 4 || argc > 5 ||
      (options->link == NULL && options->day == NULL && options->inspector == NULL &&
       options->note == NULL))
    return mer_cli_usage (&mer_command_checklist, "%s",
                          _("An organization and what to note are needed."));
  doc = mer_document_open (argv[2], MER_OPEN_READ_WRITE, &error);
  return doc != NULL && change_as_action (doc, argv[3], argc == 5 ? argv[4] : NULL, MER_CLI_NO_MARK,
                                          options, &error)
           ? MER_EXIT_DONE
           : mer_cli_fail (error);
}

static MerExit
run_export (int            argc,
            char         **argv,
            const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (argc != 4)
    return mer_cli_usage (&mer_command_checklist, "%s", _("A file to write is needed."));
  doc = mer_document_open (argv[2], MER_OPEN_READ_ONLY, &error);
  if (doc != NULL && export_table (doc, argv[3], options, &error))
    return MER_EXIT_DONE;
  if (g_error_matches (error, MER_REPORT_ERROR, MER_REPORT_ERROR_FORMAT))
    return mer_cli_usage (&mer_command_checklist, "%s", error->message);
  return mer_cli_fail (error);
}

static const struct
{
  const char *name;
  MerExit (*run) (int            argc,
                  char         **argv,
                  const Options *options);
} subcommands[] = {
  { "list", run_list },
  { "set", run_set },
  { "note", run_note },
  { "export", run_export },
};

static gboolean
check_texts (int            argc,
             char         **argv,
             const Options *options)
{
  const char *texts[] = { options->organization, options->link, options->day, options->inspector,
                          options->note };

  return mer_cli_check_texts (&mer_command_checklist, texts, G_N_ELEMENTS (texts)) &&
         mer_cli_check_texts (&mer_command_checklist, (const char *const *) argv + 3,
                              (guint) MAX (argc - 3, 0));
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
    { "organization", 0, 0, G_OPTION_ARG_FILENAME, &given.organization,
      N_("List only the marks of this organization"), "NAME" },
    { "link", 0, 0, G_OPTION_ARG_FILENAME, &given.link, N_("Where the evidence is"), "LINK" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &given.day, N_("When it was seen"), "DAY" },
    { "inspector", 0, 0, G_OPTION_ARG_FILENAME, &given.inspector, N_("Who saw it"), "NAME" },
    { "note", 0, 0, G_OPTION_ARG_FILENAME, &given.note, N_("What else to note"), "TEXT" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_checklist, options, &argc, &argv, 2, 5) ||
      !mer_cli_parse_id (&mer_command_checklist, given.cycle, &given.cycle_id) ||
      !check_texts (argc, argv, &given))
    return MER_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (g_str_equal (subcommands[i].name, argv[1]))
      return subcommands[i].run (argc, argv, &given);
  return mer_cli_usage (&mer_command_checklist, _("There is no command “%s”."), argv[1]);
}

const MerCommand mer_command_checklist = {
  "checklist",
  "list DOC | set DOC ORGANIZATION ITEM MARK | note DOC ORGANIZATION [ITEM] | "
  "export DOC FILE.csv|.xlsx",
  N_("Lists the marks of checklists, sets them by hand, writes them as a table"), run
  };
