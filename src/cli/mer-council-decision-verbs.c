/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli council: votes, decisions, and what they are about. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "cli/mer-council-verbs.h"
#include "cycle/mer-record-kinds.h"
#include "store/mer-record-store.h"

/* --- vote ---------------------------------------------------------------------------------- */

static const char *const vote_keys[] = { "for=", "against=", "abstained=" };

static int
vote_of_argument (const char *argument)
{
  for (guint i = 0; i < G_N_ELEMENTS (vote_keys); i++)
    if (g_str_has_prefix (argument, vote_keys[i]))
      return (int) i;
  return -1;
}

/* FALSE: it is names, or nothing. */
static gboolean
is_count (const char *text,
          gint64     *count)
{
  return g_ascii_string_to_signed (text, 10, 0, G_MAXINT, count, NULL);
}

static gboolean
set_votes (MerCouncilCall *self,
           gint64          item,
           char          **arguments,
           GError        **error)
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      int vote = vote_of_argument (arguments[i]);
      g_auto (GStrv) names = g_strsplit (arguments[i] + strlen (vote_keys[vote]), ",", -1);

      for (guint j = 0; names[j] != NULL; j++)
        {
          gint64 member = *g_strstrip (names[j]) != '\0'
                            ? mer_council_call_member (self, names[j], error)
                            : -1;

          if (member == 0 ||
              (member > 0 && !mer_council_set_vote (self->doc, item, member, vote, error)))
            return FALSE;
        }
    }
  return TRUE;
}

/* Numbers instead of names: TRUE when all arguments are. */
static gboolean
read_counts (char **arguments,
             gint64 counts[MER_VOTE_ABSTAINED + 1])
{
  for (guint i = 0; arguments[i] != NULL; i++)
    {
      int vote = vote_of_argument (arguments[i]);

      if (!is_count (arguments[i] + strlen (vote_keys[vote]), &counts[vote]))
        return FALSE;
    }
  return TRUE;
}

static void
print_votes (MerCouncilCall *self,
             gint64          id)
{
  g_autoptr (MerCouncil) council = mer_council_load (self->doc, self->cycle_id, NULL);
  const MerAgendaItem *item =
    council != NULL ? mer_record_set_find (council->records, &mer_record_agenda_item, id) : NULL;
  MerVoteCount count;

  if (item == NULL)
    return;
  mer_council_count_votes (&council->context, item, &count);
  mer_cli_print ("for: %d\nagainst: %d\nabstained: %d\nmajority: %s\n", (int) MAX (count.yes, 0),
                 (int) MAX (count.no, 0), (int) MAX (count.abstained, 0),
                 mer_council_has_majority (&council->context, item) ? "yes" : "no");
}

MerExit
mer_council_verb_vote (const MerCliCall *call,
                       int               argc,
                       char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  gint64   counts[MER_VOTE_ABSTAINED + 1] = { 0 };
  MerExit  status = MER_EXIT_DONE;
  gint64   item = 0;
  gboolean counted = FALSE;

  if (!mer_council_call_open (call, NULL, &argc, &argv, 3, 5, MER_OPEN_READ_WRITE, &self, &status))
    return status;
  for (int i = 3; i < argc; i++)
    if (vote_of_argument (argv[i]) < 0)
      return mer_cli_usage (&call->command, _("“%s” is neither for=, against= nor abstained=."),
                                               argv[i]);
  counted = read_counts (argv + 3, counts);
  item = mer_council_call_question (&self, argv[2], &error);
  if (item == 0 || !mer_document_begin (self.doc, _("Votes"), &error))
    return mer_cli_fail (error);
  status = mer_cli_finish (self.doc,
                           counted ? mer_council_set_counts (self.doc, item, counts, &error)
                                   : set_votes (&self, item, argv + 3, &error),
                           &error);
  if (status == MER_EXIT_DONE)
    print_votes (&self, item);
  return status;
}

/* --- decide -------------------------------------------------------------------------------- */

MerExit
mer_council_verb_decide (const MerCliCall *call,
                         int               argc,
                         char            **argv)
{
  const MerField *outcome = mer_record_kind_field (&mer_record_agenda_item, "outcome");
  g_autoptr (GError) error = NULL;
  g_autoptr (MerAgendaItem) item = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;
  gint64  id = 0;

  if (!mer_council_call_open (call, NULL, &argc, &argv, 3, 4, MER_OPEN_READ_WRITE, &self, &status))
    return status;
  id = mer_council_call_question (&self, argv[2], &error);
  item = id != 0 ? mer_store_record (self.doc, &mer_record_agenda_item, id, &error) : NULL;
  if (item == NULL || !mer_record_from_string (item, outcome, argv[3], &error))
    return mer_cli_fail (error);
  if (argc > 4)
    mer_record_take_text (item, mer_record_kind_field (&mer_record_agenda_item, "decision"),
                          g_strdup (argv[4]));
  if (!mer_document_begin (self.doc, _("Decision of the council"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (self.doc, mer_council_save_question (self.doc, item, &error), &error);
}

/* --- links --------------------------------------------------------------------------------- */

static void
print_link (MerCouncilCall      *self,
            MerCouncil          *council,
            const MerAgendaItem *item,
            const MerLink       *link)
{
  static const char *const outcomes[] = { "none", "adopted", "rejected", "postponed" };
  const MerMeeting        *meeting = mer_council_meeting_of (council->records, item);
  g_autofree char         *id = g_strdup_printf ("%" G_GINT64_FORMAT, item->record.id);
  g_autofree char         *to = g_strdup_printf ("%" G_GINT64_FORMAT, link->to_id);
  g_autofree char         *question = mer_cli_line (item->question);
  g_autofree char         *words = mer_council_target_words (self->doc, self->names, item, link);
  g_autofree char         *line = mer_cli_line (words);
  const char              *cells[] = {
                 id,
    meeting != NULL ? meeting->number : NULL,
    meeting != NULL ? meeting->day : NULL,
                 question,
                 outcomes[item->outcome],
                 link->to_kind,
                 to,
                 line,
  };

  mer_cli_print_row (cells, G_N_ELEMENTS (cells));
}

MerExit
mer_council_verb_links (const MerCliCall *call,
                        int               argc,
                        char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerCouncil) council = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;

  if (!mer_council_call_open (call, NULL, &argc, &argv, 1, 1, MER_OPEN_READ_ONLY, &self, &status))
    return status;
  council = mer_council_load (self.doc, self.cycle_id, &error);
  if (council == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("item,meeting,day,question,outcome,kind,id,about\n");
  for (guint i = 0; i < council->context.agenda->len; i++)
    {
      const MerAgendaItem *item = council->context.agenda->pdata[i];
      g_autoptr (GPtrArray) links = mer_council_targets (council->records, item->record.id);

      for (guint j = 0; j < links->len; j++)
        print_link (&self, council, item, links->pdata[j]);
    }
  return MER_EXIT_DONE;
}

/* --- link, form ---------------------------------------------------------------------------- */

/* The record that a text names: its number, or what it is called. */
static gint64
find_target (MerCouncilCall *self,
             const char     *kind_id,
             const char     *text,
             GError        **error)
{
  const MerRecordKind *kind = mer_record_kind_find (kind_id);
  GArray              *choices = NULL;
  gint64               id = 0;

  if (g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, &id, NULL))
    return id;
  if (kind != NULL || g_str_equal (kind_id, "organization"))
    {
      choices = mer_record_names_choices (self->names, kind, error);
      if (choices == NULL)
        return 0;
    }
  for (guint i = 0; choices != NULL && i < choices->len; i++)
    if (g_str_equal (g_array_index (choices, MerRecordChoice, i).name, text))
      return g_array_index (choices, MerRecordChoice, i).id;
  g_set_error (error, MER_RECORD_ERROR, MER_RECORD_ERROR_INVALID,
               _("Nothing of that kind is called “%s”."), text);
  return 0;
}

MerExit
mer_council_verb_link (const MerCliCall *call,
                       int               argc,
                       char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit  status = MER_EXIT_DONE;
  gboolean away = FALSE;
  gint64   item = 0, target = 0;
  /* clang-format off */
  const GOptionEntry options[] = {
    { "remove", 0, 0, G_OPTION_ARG_NONE, &away, N_("Take the connection away"), NULL },
    { NULL },
  };
  /* clang-format on */

  if (!mer_council_call_open (call, options, &argc, &argv, 4, 4, MER_OPEN_READ_WRITE, &self,
                              &status))
    return status;
  item = mer_council_call_question (&self, argv[2], &error);
  target = item != 0 ? find_target (&self, argv[3], argv[4], &error) : 0;
  if (target == 0 || !mer_document_begin (self.doc, _("Connection of a decision"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (self.doc,
                         away ? mer_council_unlink (self.doc, item, argv[3], target, &error)
                              : mer_council_link (self.doc, item, argv[3], target, &error),
                         &error);
}

MerExit
mer_council_verb_form (const MerCliCall *call,
                       int               argc,
                       char            **argv)
{
  g_autoptr (GError) error = NULL;
  g_auto (MerCouncilCall) self = { 0 };
  MerExit status = MER_EXIT_DONE;
  gint64  item = 0;

  if (!mer_council_call_open (call, NULL, &argc, &argv, 3, 3, MER_OPEN_READ_WRITE, &self, &status))
    return status;
  item = mer_council_call_question (&self, argv[2], &error);
  if (item == 0 || !mer_document_begin (self.doc, _("Form of publication"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (self.doc, mer_council_decide_form (self.doc, item, argv[3], &error),
                         &error);
}
