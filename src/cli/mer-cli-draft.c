/* SPDX-License-Identifier: GPL-3.0-or-later */

/* merilo-cli methodology draft: rules that are being edited, as the window edits them, from a
 * file to a version in force. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-change-rules.h"
#include "app/mer-edit-rules.h"
#include "app/mer-what-if.h"
#include "cli/mer-cli-draft.h"
#include "methodology/mer-methodology-edit.h"
#include "methodology/mer-methodology-xml.h"
#include "store/mer-block.h"

#define SHOWN 5 /* of the largest gains and of the largest losses */

static MerDocument *
open_document (const MerDraftGiven *given,
               MerOpenMode          mode,
               GError             **error)
{
  return mer_document_open (given->arguments[1], mode, error);
}

/* The draft; an error when nothing is being edited. */
static MerRulesDraft *
need_draft (const MerDraftGiven *given,
            MerDocument         *doc,
            GError             **error)
{
  MerRulesDraft *draft = NULL;

  if (!mer_edit_rules_find (doc, given->cycle_id, &draft, error))
    return NULL;
  if (draft == NULL)
    g_set_error_literal (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND,
                         _("The rules of this cycle are not being edited."));
  return draft;
}

static char *
line_or_empty (const char *text)
{
  return mer_cli_line (text != NULL ? text : "");
}

static MerExit
show (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = open_document (given, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerRulesDraft) draft = doc != NULL ? need_draft (given, doc, &error) : NULL;
  g_autoptr (MerMethodology) base = NULL;
  g_autoptr (GPtrArray) differences = NULL;

  base = draft != NULL ? mer_store_methodology (doc, draft->base_id, &error) : NULL;
  if (base == NULL)
    return mer_cli_fail (error);
  differences = mer_methodology_differences (draft->methodology, base);
  mer_cli_print ("version: %" G_GINT64_FORMAT "\ndifferences: %u\n", draft->base_id,
                 differences->len);
  for (guint i = 0; i < differences->len; i++)
    {
      const MerMethodologyDifference *difference = g_ptr_array_index (differences, i);
      g_autofree char                *theirs = line_or_empty (difference->theirs);
      g_autofree char                *ours = line_or_empty (difference->ours);

      mer_cli_print ("%s\t%s\t%s\t%s\n", difference->path,
                     difference->property != NULL ? difference->property : "", theirs, ours);
    }
  return MER_EXIT_DONE;
}

/* What is wrong with it, and what becomes of answers that are there already. */
static MerExit
check (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = open_document (given, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerRulesDraft) draft = doc != NULL ? need_draft (given, doc, &error) : NULL;
  g_autoptr (MerMethodology) base = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) losses = NULL;

  base = draft != NULL ? mer_store_methodology (doc, draft->base_id, &error) : NULL;
  if (base == NULL)
    return mer_cli_fail (error);
  problems = mer_methodology_problems (draft->methodology);
  losses = mer_block_reading_losses (base, draft->methodology);
  for (guint i = 0; i < problems->len; i++)
    {
      const MerMethodologyProblem *problem = g_ptr_array_index (problems, i);

      mer_cli_print ("%s: %s: %s\n", problem->is_error ? "error" : "doubt", problem->path,
                     problem->text);
    }
  for (guint i = 0; i < losses->len; i++)
    mer_cli_print ("answers: %s\n", (const char *) g_ptr_array_index (losses, i));
  return mer_methodology_is_sound (draft->methodology) ? MER_EXIT_DONE : MER_EXIT_NOTHING_CHANGED;
}

static MerExit
export_xml (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = open_document (given, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerRulesDraft) draft = doc != NULL ? need_draft (given, doc, &error) : NULL;
  g_autofree char *xml = NULL;

  if (draft == NULL)
    return mer_cli_fail (error);
  xml = mer_methodology_to_xml (draft->methodology);
  if (!g_file_set_contents (given->arguments[2], xml, -1, &error))
    return mer_cli_fail (error);
  return MER_EXIT_DONE;
}

static MerExit
import_xml (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  g_autofree char *name = g_filename_display_basename (given->arguments[2]);
  g_autofree char *text = NULL;
  gsize            length = 0;

  if (!g_file_get_contents (given->arguments[2], &text, &length, &error))
    return mer_cli_fail (error);
  methodology = mer_methodology_draft_from_xml (text, length, name, &error);
  doc = methodology != NULL ? open_document (given, MER_OPEN_READ_WRITE, &error) : NULL;
  if (doc == NULL || !mer_document_begin (doc, _("Draft of the rules"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_edit_rules_change (doc, given->cycle_id, methodology, &error),
                         &error);
}

static MerExit
drop (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = open_document (given, MER_OPEN_READ_WRITE, &error);

  if (doc == NULL || !mer_document_begin (doc, _("Draft of the rules dropped"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc, mer_edit_rules_drop (doc, given->cycle_id, &error), &error);
}

static MerExit
apply (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = open_document (given, MER_OPEN_READ_WRITE, &error);

  if (doc == NULL || !mer_document_begin (doc, _("Rules changed"), &error))
    return mer_cli_fail (error);
  return mer_cli_finish (doc,
                         mer_edit_rules_apply (doc, given->cycle_id, given->reason,
                                               given->decision, &error),
                         &error);
}

static void
print_row (const MerWhatIf    *effect,
           const MerWhatIfRow *row)
{
  g_autofree char *name = mer_cli_line (row->after->organization->name);
  g_autofree char *change = mer_rational_to_decimal (&row->change, effect->after->decimals);

  mer_cli_print ("%s\t%u\t%u\t%s\n", change, row->before->rank, row->after->rank, name);
}

/* The largest gains and losses: change, place before, place after, organization. */
static void
print_effect (const MerWhatIf *effect)
{
  guint n_losses = MIN (effect->n_losses, SHOWN);

  mer_cli_print ("unit: %s\nmoved: %u\nchanged: %u\nlose their score: %u\ngain a score: %u\n",
                 effect->same_scale ? "points" : "percent of maximum", effect->n_moved,
                 effect->n_changed, effect->n_undefined, effect->n_defined);
  for (guint i = 0; i < MIN (effect->n_gains, SHOWN); i++)
    print_row (effect, &effect->rows[effect->by_change[i]]);
  for (guint i = 0; i < n_losses; i++)
    print_row (effect,
               &effect->rows[effect->by_change[effect->n_by_change - n_losses + i]]);
}

static MerExit
show_effect (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = open_document (given, MER_OPEN_READ_ONLY, &error);
  g_autoptr (MerRulesDraft) draft = doc != NULL ? need_draft (given, doc, &error) : NULL;
  g_autoptr (MerResults) results = NULL;
  g_autoptr (MerWhatIf) effect = NULL;

  if (draft != NULL)
    results = mer_results_load (doc, given->cycle_id, MER_RESULTS_AS_RULED, &error);
  effect = results != NULL ? mer_what_if_for (doc, results, draft->methodology, &error) : NULL;
  if (effect == NULL)
    return mer_cli_fail (error);
  print_effect (effect);
  return MER_EXIT_DONE;
}

static const struct
{
  const char *verb;
  int         n_arguments; /* with the verb itself */
  MerExit (*run) (const MerDraftGiven *given);
} verbs[] = {
  { "show", 2, show },
  { "check", 2, check },
  { "effect", 2, show_effect },
  { "export", 3, export_xml },
  { "import", 3, import_xml },
  { "drop", 2, drop },
  { "apply", 2, apply },
};

gboolean
mer_cli_draft (const MerDraftGiven *given,
               MerExit             *status)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (given->n_arguments != verbs[i].n_arguments ||
          !g_str_equal (verbs[i].verb, given->arguments[0]))
        continue;
      *status = verbs[i].run (given);
      return TRUE;
    }
  return FALSE;
}

/* --- versions ------------------------------------------------------------------------------ */

/* The cycles that are bound to a version, by comma. */
static char *
cycles_of (GPtrArray *cycles,
           gint64     version)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cycles->len; i++)
    {
      const MerCycle *cycle = g_ptr_array_index (cycles, i);

      if (cycle->methodology_id == version)
        g_string_append_printf (text, "%s%" G_GINT64_FORMAT, text->len > 0 ? "," : "", cycle->id);
    }
  return g_string_free (text, FALSE);
}

static void
print_version (const MerRulesVersion *version,
               GPtrArray             *cycles)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_utc (version->added_at);
  g_autofree char *time = at != NULL ? g_date_time_format (at, "%Y-%m-%dT%H:%M:%SZ") : NULL;
  g_autofree char *bound = cycles_of (cycles, version->id);
  g_autofree char *reason = line_or_empty (version->reason);
  g_autofree char *decision = line_or_empty (version->decision);
  g_autofree char *base = NULL;

  if (version->base_id != 0)
    base = g_strdup_printf ("%" G_GINT64_FORMAT, version->base_id);
  mer_cli_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s\t%s\t%s\n", version->id,
                 base != NULL ? base : "", time != NULL ? time : "", bound, reason, decision);
}

MerExit
mer_cli_versions (const MerDraftGiven *given)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerDocument) doc = mer_document_open (given->arguments[0], MER_OPEN_READ_ONLY,
                                                   &error);
  g_autoptr (GPtrArray) versions = doc != NULL ? mer_store_versions (doc, &error) : NULL;
  g_autoptr (GPtrArray) cycles = versions != NULL ? mer_store_cycles (doc, &error) : NULL;

  if (cycles == NULL)
    return mer_cli_fail (error);
  mer_cli_print ("version\tbase\tadded\tcycles\treason\tdecision\n");
  for (guint i = 0; i < versions->len; i++)
    print_version (g_ptr_array_index (versions, i), cycles);
  return MER_EXIT_DONE;
}
