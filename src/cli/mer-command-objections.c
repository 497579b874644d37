/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli objections: lists what organizations object to, enters an objection, decides it
 * (and changes the mark that it is about), deletes one that was entered by mistake. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-checklist-table.h"
#include "app/mer-objections.h"
#include "cli/mer-cli-find.h"
#include "cli/mer-cli-mark.h"
#include "cli/mer-cli.h"

typedef struct
{
  char    *cycle;
  char    *format;
  char    *ground;
  char    *item;
  char    *received;
  char    *decision;
  char    *day;
  char    *mark;
  gint64   cycle_id; /* 0: the latest */
  gboolean json;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->cycle);
  g_free (self->format);
  g_free (self->ground);
  g_free (self->item);
  g_free (self->received);
  g_free (self->decision);
  g_free (self->day);
  g_free (self->mark);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* --- list ----------------------------------------------------------------------------- */

static const char *const columns[] = { "objection", "organization", "subject", "item",
                                       "received", "state", "decided", "before",
                                       "after", "ground", "decision" };

typedef struct
{
  GPtrArray *objections;
  GPtrArray *organizations;
  GPtrArray *items;
} Listing;

static void
listing_clear (Listing *self)
{
  g_clear_pointer (&self->objections, g_ptr_array_unref);
  g_clear_pointer (&self->organizations, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Listing, listing_clear)

static gboolean
listing_load (Listing     *self,
              MerDocument *doc,
              gint64       cycle_id,
              GError     **error)
{
  g_autoptr (MerCycle) cycle = mer_store_cycle (doc, cycle_id, error);

  self->objections = cycle != NULL ? mer_store_objections (doc, cycle->id, 0, error) : NULL;
  self->organizations = self->objections != NULL ? mer_store_organizations (doc, error) : NULL;
  self->items = self->organizations != NULL ? mer_store_items (doc, cycle->id, error) : NULL;
  return self->items != NULL;
}

static char *
item_code (const Listing *self,
           gint64         id)
{
  for (guint i = 0; id != 0 && i < self->items->len; i++)
    {
      const MerCycleItem *item = g_ptr_array_index (self->items, i);

      if (item->id == id)
        return mer_checklist_item_code (item);
    }
  return NULL;
}

static void
print_objection (const Listing      *self,
                 const MerObjection *objection,
                 gboolean            json,
                 gboolean            first)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, objection->id);
  g_autofree char *item = item_code (self, objection->item_id);
  g_autoptr (GString) object = g_string_new (first ? "[" : ",\n ");
  const char *cells[] = { id,
                          mer_organizations_name (self->organizations, objection->organization_id),
                          objection->subject,
                          item,
                          objection->received,
                          mer_objection_state_to_code (objection->state),
                          objection->decided,
                          objection->before,
                          objection->after,
                          objection->ground,
                          objection->decision };

  mer_cli_json_object (object, columns, cells, G_N_ELEMENTS (cells), 1 << 0);
  if (json)
    mer_cli_print ("%s", object->str);
  else
    mer_cli_print_row (cells, G_N_ELEMENTS (cells));
}

static MerExit
run_list (int            argc,
          char         **argv,
          const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (argv[2], MER_OPEN_READ_ONLY, &error);
  g_auto (Listing) listing = { NULL };

  if (doc == NULL || !listing_load (&listing, doc, options->cycle_id, &error))
    return mer_cli_fail (error);
  if (!options->json)
    mer_cli_print_row (columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < listing.objections->len; i++)
    print_objection (&listing, g_ptr_array_index (listing.objections, i), options->json, i == 0);
  if (options->json)
    mer_cli_print ("%s]\n", listing.objections->len == 0 ? "[" : "");
  return MER_EXIT_DONE;
}

/* --- add ------------------------------------------------------------------------------ */

/* The code of a score that may be given by its symbol, «К3». */
static const char *
subject_code (const MerMethodology *methodology,
              const char           *typed)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (methodology->criteria, i);

      if (g_str_equal (criterion->symbol, typed))
        return criterion->code;
    }
  return typed;
}

static gboolean
find_item (MerDocument  *doc,
           MerObjection *objection,
           const char   *typed,
           GError      **error)
{
  g_autoptr (MerMarkTable) marks = NULL;
  const MerCycleItem *item = NULL;

  if (typed == NULL)
    return TRUE;
  marks = mer_store_mark_table (doc, objection->cycle_id, error);
  item = marks != NULL ? mer_cli_find_item (marks->items, typed, error) : NULL;
  if (item == NULL)
    return FALSE;
  objection->item_id = mer_store_mark_item_id (doc, objection->cycle_id, item, error);
  return objection->item_id != 0;
}

static gboolean
add (MerDocument   *doc,
     const char    *name,
     const char    *subject,
     const Options *options,
     GError       **error)
{
  g_autoptr (MerResults) results =
    mer_results_load (doc, options->cycle_id, MER_RESULTS_AS_RULED, error);
  const MerScoreRow *row =
    results != NULL ? mer_cli_find_row (results, doc, name, error) : NULL;
  g_autoptr (MerObjection) objection = NULL;

  if (row == NULL)
    return FALSE;
  objection = mer_objection_new (subject_code (results->methodology, subject), options->ground);
  objection->cycle_id = results->cycle->id;
  objection->organization_id = row->organization->id;
  objection->received = mer_cli_day (options->received);
  if (!find_item (doc, objection, options->item, error) ||
      !mer_objection_enter (doc, objection, error))
    return FALSE;
  mer_cli_print ("objection: %" G_GINT64_FORMAT "\n", objection->id);
  return TRUE;
}

static MerExit
run_add (int            argc,
         char         **argv,
         const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;

  if (argc != 5 || options->ground == NULL)
    return mer_cli_usage (&mer_command_objections, "%s",
                          _("An organization, the code of a score and --ground are needed."));
  doc = mer_document_open (argv[2], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !mer_document_begin (doc, _("Objection"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, add (doc, argv[3], argv[4], options, &error), &error);
}

/* --- decide and delete ---------------------------------------------------------------- */

static MerExit
run_decide (int            argc,
            char         **argv,
            const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autofree char     *day = mer_cli_day (options->day);
  MerObjectionDecision decision = { .decision = options->decision, .day = day };

  if (argc != 5)
    return mer_cli_usage (&mer_command_objections, "%s",
                          _("The number of an objection and its state are needed."));
  if (!mer_cli_parse_id (&mer_command_objections, argv[3], &decision.objection_id))
    return MER_EXIT_USAGE;
  if (!mer_objection_state_from_code (argv[4], &decision.state))
    return mer_cli_usage (&mer_command_objections,
                          _("“%s” is no state: open, accepted, partly or rejected."), argv[4]);
  decision.set_mark = options->mark != NULL;
  decision.mark = decision.set_mark ? mer_cli_parse_mark (options->mark) : 0;
  if (decision.mark == MER_CLI_NO_MARK)
    return mer_cli_usage (&mer_command_objections,
                          _("“%s” is no mark: 1, 0.5, 0, not-required or clear."), options->mark);
  doc = mer_document_open (argv[2], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !mer_document_begin (doc, _("Decision on an objection"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_objection_decide (doc, &decision, &error), &error);
}

static MerExit
run_delete (int            argc,
            char         **argv,
            const Options *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64 id = 0;

  if (argc != 4)
    return mer_cli_usage (&mer_command_objections, "%s",
                          _("The number of an objection is needed."));
  if (!mer_cli_parse_id (&mer_command_objections, argv[3], &id))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[2], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !mer_document_begin (doc, _("Deleting an objection"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_store_delete_objection (doc, id, &error), &error);
}

/* --- the command ---------------------------------------------------------------------- */

static const struct
{
  const char *name;
  MerExit (*run) (int            argc,
                  char         **argv,
                  const Options *options);
} verbs[] = {
  { "list", run_list },
  { "add", run_add },
  { "decide", run_decide },
  { "delete", run_delete },
};

static gboolean
check_texts (int            argc,
             char         **argv,
             const Options *given)
{
  const char *texts[] = { given->ground, given->item, given->received,
                          given->decision, given->day, given->mark };

  return mer_cli_check_texts (&mer_command_objections, texts, G_N_ELEMENTS (texts)) &&
         mer_cli_check_texts (&mer_command_objections, (const char *const *) argv + 3,
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
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &given.format, N_("Form of the output"), "csv|json" },
    { "ground", 0, 0, G_OPTION_ARG_FILENAME, &given.ground, N_("What the organization says"),
      "TEXT" },
    { "item", 0, 0, G_OPTION_ARG_FILENAME, &given.item,
      N_("The item of the checklist whose mark it is about"), "ITEM" },
    { "received", 0, 0, G_OPTION_ARG_FILENAME, &given.received, N_("When it was received"),
      "DAY" },
    { "decision", 0, 0, G_OPTION_ARG_FILENAME, &given.decision, N_("The decision in words"),
      "TEXT" },
    { "day", 0, 0, G_OPTION_ARG_FILENAME, &given.day, N_("When it was decided"), "DAY" },
    { "mark", 0, 0, G_OPTION_ARG_FILENAME, &given.mark,
      N_("What the mark is changed to when the objection is accepted"), "MARK" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_objections, options, &argc, &argv, 2, 4) ||
      !mer_cli_parse_id (&mer_command_objections, given.cycle, &given.cycle_id) ||
      !mer_cli_parse_format (&mer_command_objections, given.format, &given.json) ||
      !check_texts (argc, argv, &given))
    return MER_EXIT_USAGE;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].name, argv[1]))
      return verbs[i].run (argc, argv, &given);
  return mer_cli_usage (&mer_command_objections, _("There is no command “%s”."), argv[1]);
}

const MerCommand mer_command_objections = {
  "objections",
  "list DOC | add DOC ORGANIZATION CODE --ground TEXT | decide DOC ID STATE | delete DOC ID",
  N_("Lists objections of organizations, enters and decides them"), run
  };
