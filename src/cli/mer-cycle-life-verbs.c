/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli cycle add, close, archive and reopen: how cycles begin and end. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-cycle-stage.h"
#include "app/mer-new-cycle.h"
#include "cli/mer-cycle-verbs.h"

/* --- add ------------------------------------------------------------------------------------- */

typedef struct
{
  char *title;
  char *year;
  char *preset;
  char *from;
  char *choose;
} Added;

static void
added_clear (Added *self)
{
  g_free (self->title);
  g_free (self->year);
  g_free (self->preset);
  g_free (self->from);
  g_free (self->choose);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Added, added_clear)

static gboolean
parse_year (const MerCliCall *call,
            const char       *text,
            int              *year)
{
  gint64 number = 0;

  if (text == NULL)
    mer_cli_usage (&call->command, "%s", _("The year of the cycle is needed: --year."));
  else if (!g_ascii_string_to_signed (text, 10, 1990, 2100, &number, NULL))
    mer_cli_usage (&call->command, "%s", _("A year lies between 1990 and 2100."));
  *year = (int) number;
  return number != 0;
}

static gboolean
parse_added (const MerCliCall *call,
             int              *argc,
             char           ***argv,
             Added            *given,
             MerNewCycle      *out)
{
  /* clang-format off */
  const GOptionEntry options[] = {
    { "year", 0, 0, G_OPTION_ARG_FILENAME, &given->year, N_("Year of the cycle"), "YEAR" },
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &given->title,
      N_("Title; by default the procedure and the year"), "TEXT" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &given->from,
      N_("Cycle whose settings, windows and work plan it takes over"), "ID" },
    { "preset", 0, 0, G_OPTION_ARG_FILENAME, &given->preset, N_("Sample that it begins with"),
      "a|b|c|d" },
    { "choose", 0, 0, G_OPTION_ARG_FILENAME, &given->choose,
      N_("Organizations that it begins with"), "nobody|all|same|proposed" },
    { NULL },
  };
  /* clang-format on */
  const char *texts[] = { NULL, NULL };

  if (!mer_cli_parse (&call->command, options, argc, argv, 1, 1))
    return FALSE;
  texts[0] = given->title;
  texts[1] = given->preset;
  if (!mer_cli_check_texts (&call->command, texts, G_N_ELEMENTS (texts)) ||
      !parse_year (call, given->year, &out->year) ||
      !mer_cli_parse_id (&call->command, given->from, &out->from_id))
    return FALSE;
  out->title = given->title;
  out->preset = given->preset;
  if (given->choose == NULL || mer_new_cycle_choice_from_code (given->choose, &out->choice))
    return TRUE;
  mer_cli_usage (&call->command, "%s",
                 _("“--choose” is one of nobody, all, same and proposed."));
  return FALSE;
}

MerExit
mer_cycle_verb_add (const MerCliCall *call,
                    int               argc,
                    char            **argv)
{
  g_auto (Added) given = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerCycle) added = NULL;
  MerNewCycle what = { 0 };
  MerExit     status = MER_EXIT_DONE;

  for (int i = 1; i < argc; i++)
    if (mer_cli_records_kind (call->records, argv[i]) != NULL)
      return mer_cli_records_generic ("add")->run (call, argc, argv);
  if (!parse_added (call, &argc, &argv, &given, &what))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL || !mer_document_begin (doc, _("A new cycle"), &error))
    return mer_cli_fail (error);
  added = mer_new_cycle (doc, &what, &error);
  status = mer_cli_finish (doc, added != NULL, &error);
  if (status == MER_EXIT_DONE)
    mer_cli_print ("cycle: %" G_GINT64_FORMAT "\n", added->id);
  return status;
}

/* --- close, archive, reopen ------------------------------------------------------------------ */

typedef gboolean (*Change) (MerDocument *doc,
                            gint64       cycle_id,
                            gboolean     confirmed,
                            GError     **error);

static gboolean
open_again (MerDocument *doc,
            gint64       cycle_id,
            gboolean     confirmed,
            GError     **error)
{
  return mer_cycle_open_again (doc, cycle_id, error);
}

static MerExit
change (const MerCliCall *call,
        int               argc,
        char            **argv,
        const char       *label,
        Change            make)
{
  g_autofree char *cycle = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  gint64             cycle_id = 0;
  gboolean           anyway = FALSE;
  MerExit            status = MER_EXIT_USAGE;
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
      { "anyway", 0, make == open_again ? G_OPTION_FLAG_HIDDEN : 0, G_OPTION_ARG_NONE, &anyway,
        N_("Although its results are not approved"), NULL },
        { NULL },
    };

  if (!mer_cli_parse (&call->command, options, &argc, &argv, 1, 1))
    return MER_EXIT_USAGE;
  doc = mer_document_open (argv[1], MER_OPEN_READ_WRITE, &error);
  if (doc == NULL)
    return mer_cli_fail (error);
  if (!mer_cli_records_cycle (call, doc, cycle, &cycle_id, &status))
    return status;
  if (!mer_document_begin (doc, label, &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, make (doc, cycle_id, anyway, &error), &error);
}

MerExit
mer_cycle_verb_close (const MerCliCall *call,
                      int               argc,
                      char            **argv)
{
  return change (call, argc, argv, _("Closing the cycle"), mer_cycle_close);
}

MerExit
mer_cycle_verb_archive (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  return change (call, argc, argv, _("Putting the cycle into the archive"), mer_cycle_archive);
}

MerExit
mer_cycle_verb_reopen (const MerCliCall *call,
                       int               argc,
                       char            **argv)
{
  return change (call, argc, argv, _("Opening the cycle again"), open_again);
}
