/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli comments: free-text answers, and what is decided about them. A comment is named
 * BATCH:ROW, as the list prints it. */

#include "config.h"

#include <glib/gi18n.h>

#include "app/mer-results.h"
#include "cli/mer-cli.h"
#include "cli/mer-cli-find.h"
#include "cli/mer-comment-list.h"
#include "store/mer-finding-store.h"
#include "store/mer-store-error.h"

typedef struct
{
  const char     *verb;
  char          **arguments; /* behind the verb: the document first */
  int             n_arguments;
  gint64          cycle_id;
  MerCommentQuery query;
  const char     *organization;
  const char     *criterion;
  const char     *text;
  const char     *format;
} Given;

/* What every verb works on. */
typedef struct
{
  MerDocument *doc;
  MerResults  *results;
  MerComments *comments;
} Opened;

static void
opened_clear (Opened *self)
{
  g_clear_pointer (&self->comments, mer_comments_unref);
  g_clear_pointer (&self->results, mer_results_unref);
  g_clear_object (&self->doc);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Opened, opened_clear)

static gboolean
open_all (const Given *given,
          MerOpenMode  mode,
          Opened      *opened,
          GError     **error)
{
  opened->doc = mer_document_open (given->arguments[0], mode, error);
  if (opened->doc != NULL)
    opened->results = mer_results_load (opened->doc, given->cycle_id, MER_RESULTS_AS_RULED, error);
  if (opened->results != NULL)
    opened->comments = mer_comments_load (opened->doc, opened->results->cycle->id, NULL, error);
  return opened->comments != NULL;
}

static const MerCommentEntry *
find_comment (const Opened *opened,
              const char   *name,
              GError      **error)
{
  const MerCommentEntry *entry = NULL;
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);
  gint64 batch = 0;
  gint64 row = 0;

  if (g_strv_length (parts) == 2 &&
      g_ascii_string_to_signed (parts[0], 10, 1, G_MAXINT64, &batch, NULL) &&
      g_ascii_string_to_signed (parts[1], 10, 1, G_MAXINT64, &row, NULL))
    entry = mer_comment_set_find (opened->comments->set, batch, row);
  if (entry == NULL)
    g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                 _("There is no comment “%s”. Comments are named BATCH:ROW, as the list has them."),
                    name);
  return entry;
}

static MerExit
list (const Given *given)
{
  g_auto (Opened) opened = { 0 };
  g_autoptr (GError) error = NULL;
  MerCommentQuery    query = given->query;
  const MerScoreRow *row = NULL;

  if (!open_all (given, MER_OPEN_READ_ONLY, &opened, &error))
    return mer_cli_fail (error);
  query.language = mer_document_get_language (opened.doc);
  if (given->organization != NULL)
    {
      row = mer_cli_find_row (opened.results, opened.doc, given->organization, &error);
      if (row == NULL)
        return mer_cli_fail (error);
      query.organization_id = row->organization->id;
    }
  mer_comment_list_print (opened.comments, &query);
  return MER_EXIT_DONE;
}

/* One change of one comment, within the action under way. */
typedef gboolean (*Change) (const Given           *given,
                            const Opened          *opened,
                            const MerCommentEntry *entry,
                            GError               **error);

static MerExit
change_all (const Given *given,
            const char  *label,
            int          last,
            Change       change)
{
  g_auto (Opened) opened = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done = TRUE;

  if (!open_all (given, MER_OPEN_READ_WRITE, &opened, &error) ||
      !mer_document_begin (opened.doc, label, &error))
    return mer_cli_fail (error);
  for (int i = 1; i < last && done; i++)
    {
      const MerCommentEntry *entry = find_comment (&opened, given->arguments[i], &error);

      done = entry != NULL && change (given, &opened, entry, &error);
    }
  return mer_cli_finish (opened.doc, done, &error);
}

static gboolean
set_theme (const Given           *given,
           const Opened          *opened,
           const MerCommentEntry *entry,
           GError               **error)
{
  return mer_store_set_comment_theme (opened->doc, entry->batch_id, entry->row,
                                      given->arguments[2], error);
}

static MerExit
theme (const Given *given)
{
  return change_all (given, _("Theme of a comment"), 2, set_theme);
}

static gboolean
set_state (const Given           *given,
           const Opened          *opened,
           const MerCommentEntry *entry,
           GError               **error)
{
  MerCommentState state = MER_COMMENT_MASKED;

  if (g_str_equal (given->verb, "hide"))
    state = MER_COMMENT_HIDDEN;
  else if (g_str_equal (given->verb, "show"))
    state = MER_COMMENT_OPEN;
  return mer_store_set_comment_state (opened->doc, entry->batch_id, entry->row, state, error);
}

static MerExit
hide (const Given *given)
{
  return change_all (given, _("Hiding of comments"), given->n_arguments, set_state);
}

static MerExit
show (const Given *given)
{
  return change_all (given, _("Showing of comments"), given->n_arguments, set_state);
}

static gboolean
check_criterion (const MerMethodology *methodology,
                 const char           *code,
                 GError              **error)
{
  for (guint i = 0; i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = g_ptr_array_index (methodology->criteria, i);

      if (g_str_equal (criterion->code, code))
        return TRUE;
    }
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
               _("The methodology has no criterion “%s”."), code);
  return FALSE;
}

static gboolean
add_finding (const Given           *given,
             const Opened          *opened,
             const MerCommentEntry *entry,
             GError               **error)
{
  MerFindingKind kind = MER_FINDING_FINDING;
  g_autoptr (MerFinding) finding = NULL;

  mer_finding_kind_from_code (given->verb, &kind);
  if (entry->organization_id == 0)
    {
      g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
                   _("The comment “%s” belongs to no organization."), given->arguments[1]);
      return FALSE;
    }
  if (given->criterion != NULL &&
      !check_criterion (opened->results->methodology, given->criterion, error))
    return FALSE;
  finding = mer_comments_new_finding (opened->comments, entry, opened->results->cycle->id, kind,
                                      opened->results->methodology,
                                      mer_document_get_language (opened->doc));
  if (given->criterion != NULL)
    {
      g_free (finding->criterion);
      finding->criterion = g_strdup (given->criterion);
    }
  if (given->text != NULL)
    {
      g_free (finding->text);
      finding->text = g_strdup (given->text);
    }
  return mer_store_save_finding (opened->doc, finding, error);
}

static MerExit
finding (const Given *given)
{
  return change_all (given, _("Finding from a comment"), 2, add_finding);
}

static MerExit
proposal (const Given *given)
{
  return change_all (given, _("Proposal from a comment"), 2, add_finding);
}

static const struct
{
  const char *verb;
  int         least;
  int         most; /* arguments */
  MerExit (*run) (const Given *given);
} verbs[] = {
  { "list", 1, 1, list },
  { "theme", 3, 3, theme },
  { "hide", 2, G_MAXINT, hide },
  { "show", 2, G_MAXINT, show },
  { "mask", 2, G_MAXINT, show },
  { "finding", 2, 2, finding },
  { "proposal", 2, 2, proposal },
};

static gboolean
check_texts (int          argc,
             char       **argv,
             const Given *given)
{
  const char *texts[] = { given->organization, given->query.theme, given->criterion, given->text };

  return mer_cli_check_texts (&mer_command_comments, texts, G_N_ELEMENTS (texts)) &&
         mer_cli_check_texts (&mer_command_comments, (const char *const *) argv + 3,
                              (guint) MAX (argc - 3, 0));
}

static MerExit
dispatch (Given *given,
          int    argc,
          char **argv)
{
  given->verb = argv[1];
  given->arguments = argv + 2;
  given->n_arguments = argc - 2;
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (g_str_equal (verbs[i].verb, argv[1]) && given->n_arguments >= verbs[i].least &&
        given->n_arguments <= verbs[i].most)
      return verbs[i].run (given);
  return mer_cli_usage (&mer_command_comments, "%s", _("The arguments fit none of the forms."));
}

static MerExit
run (int    argc,
     char **argv)
{
  g_autofree char *cycle = NULL;
  g_autofree char *organization = NULL;
  g_autofree char *about = NULL;
  g_autofree char *criterion = NULL;
  g_autofree char *text = NULL;
  g_autofree char *format = NULL;
  Given            given = { 0 };
  /* clang-format off */
  const GOptionEntry options[] = {
    { "cycle", 0, 0, G_OPTION_ARG_FILENAME, &cycle, N_("Cycle; the latest by default"), "ID" },
    { "organization", 0, 0, G_OPTION_ARG_FILENAME, &organization,
      N_("Only of this organization"), "NAME" },
    { "theme", 0, 0, G_OPTION_ARG_FILENAME, &about, N_("Only of this theme"), "THEME" },
    { "all", 0, 0, G_OPTION_ARG_NONE, &given.query.all,
      N_("Hidden comments and those without content too"), NULL },
    { "hidden", 0, 0, G_OPTION_ARG_NONE, &given.query.hidden, N_("Only hidden comments"), NULL },
    { "unmasked", 0, 0, G_OPTION_ARG_NONE, &given.query.unmasked,
      N_("Names of persons and hidden texts as they were written"), NULL },
    { "criterion", 0, 0, G_OPTION_ARG_FILENAME, &criterion, N_("Criterion of the finding"),
      "CODE" },
    { "text", 0, 0, G_OPTION_ARG_FILENAME, &text, N_("Text of the finding"), "TEXT" },
    { "format", 0, 0, G_OPTION_ARG_FILENAME, &format, N_("Form of the output"), "csv|json" },
    { NULL },
  };
  /* clang-format on */

  if (!mer_cli_parse (&mer_command_comments, options, &argc, &argv, 2, G_MAXINT) ||
      !mer_cli_parse_id (&mer_command_comments, cycle, &given.cycle_id) ||
      !mer_cli_parse_format (&mer_command_comments, format, &given.query.json))
    return MER_EXIT_USAGE;
  given.organization = organization;
  given.query.theme = about;
  given.criterion = criterion;
  given.text = text;
  return check_texts (argc, argv, &given) ? dispatch (&given, argc, argv) : MER_EXIT_USAGE;
}

const MerCommand mer_command_comments = {
  "comments",
  "list DOC | theme DOC BATCH:ROW THEME | hide|show|mask DOC BATCH:ROW… | "
  "finding|proposal DOC BATCH:ROW",
  N_("Lists comments and decides about them"), run
  };
