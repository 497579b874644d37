/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which usual questions come up at a meeting. Pure. */

#include "config.h"

#include "app/mer-council.h"

#include "core/mer-language.h"
#include "core/mer-name.h"
#include "cycle/mer-cycle-settings.h"

/* Whether several usual questions are about the same: then only the words tell them apart. */
static gboolean
is_alone (const MerAgendaTemplate *template)
{
  guint                    n = 0;
  guint                    same = 0;
  const MerAgendaTemplate *templates = mer_agenda_templates (&n);

  for (guint i = 0; i < n; i++)
    same += templates[i].about == template->about ? 1 : 0;
  return same == 1 && template->about != MER_ABOUT_OTHER;
}

static gboolean
is_same (const char *a,
         const char *b)
{
  g_autofree char *first = mer_name_fold (a, -1);
  g_autofree char *second = mer_name_fold (b, -1);

  return g_str_equal (first, second);
}

static gboolean
says (const MerAgendaItem *item,
      const MerAgendaTemplate *template)
{
  return is_same (item->question, mer_tr (MER_LANGUAGE_RU, template->question)) ||
         is_same (item->question, mer_tr (MER_LANGUAGE_EN, template->question));
}

static gboolean
is_it (const MerAgendaItem *item,
       const MerAgendaTemplate *template)
{
  return item->about == (int) template->about && (is_alone (template) || says (item, template));
}

static gboolean
is_on_agenda (const MerCouncil *council,
              gint64            meeting_id,
              const MerAgendaTemplate *template)
{
  for (guint i = 0; i < council->context.agenda->len; i++)
    {
      const MerAgendaItem *item = council->context.agenda->pdata[i];

      if (item->meeting == meeting_id && is_it (item, template))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_decided (const MerCouncil *council,
            const MerAgendaTemplate *template)
{
  for (guint i = 0; i < council->context.agenda->len; i++)
    {
      const MerAgendaItem *item = council->context.agenda->pdata[i];

      if (item->outcome == MER_DECISION_ADOPTED && is_it (item, template))
        return TRUE;
    }
  return FALSE;
}

/* As the cycle says; where nobody said, that of the last usual question that was decided. */
static const char *
current_stage (const MerCouncil *council)
{
  guint                    n = 0;
  const MerAgendaTemplate *templates = mer_agenda_templates (&n);
  const char              *stage = mer_cycle_settings_get (council->settings, MER_SETTING_STAGE);

  if (g_hash_table_contains (council->settings, MER_SETTING_STAGE))
    return stage;
  for (guint i = 0; i < n; i++)
    if (is_decided (council, &templates[i]))
      stage = templates[i].stage;
  return stage;
}

GPtrArray *
mer_agenda_suggest (const MerCouncil *council,
                    gint64            meeting_id,
                    guint            *n_now)
{
  const char              *stage = current_stage (council);
  guint                    n = 0;
  const MerAgendaTemplate *templates = mer_agenda_templates (&n);
  GPtrArray               *suggested = g_ptr_array_new ();

  *n_now = 0;
  for (guint i = 0; i < n; i++)
    {
      const MerAgendaTemplate *template = &templates[i];
      gboolean now = g_str_equal (template->stage, stage) && !is_decided (council, template);

      if (is_on_agenda (council, meeting_id, template))
        continue;
      g_ptr_array_insert (suggested, now ? (int) (*n_now)++ : -1, (gpointer) (guintptr) template);
    }
  return suggested;
}
