/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The publication of a plan, in the plan and in the register. The register awaits a plan in as many
 * places as somebody asked for; an address is of one of them, and only that one is done by it. */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/mer-plans.h"
#include "store/mer-registry-store.h"

#define BUS_GOV "bus.gov.ru"

typedef struct
{
  const MerPlan *plan;
  GPtrArray     *register_; /* owned: of MerPublication, of the cycle */
  char          *host;      /* owned: that the address names; "" of none */
  char          *site;      /* owned: that of the organization; "" of none */
} Facts;

static void
facts_clear (Facts *self)
{
  g_clear_pointer (&self->register_, g_ptr_array_unref);
  g_free (self->host);
  g_free (self->site);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Facts, facts_clear)

/* «https://www.raduga.example/plan», «raduga.example»: "raduga.example". (transfer full) */
static char *
host_of (const char *address)
{
  const char      *start = address != NULL ? strstr (address, "://") : NULL;
  g_autofree char *host = NULL;

  start = start != NULL ? start + strlen ("://") : address;
  if (start == NULL)
    return g_strdup ("");
  if (g_ascii_strncasecmp (start, "www.", 4) == 0)
    start += 4;
  host = g_strndup (start, strcspn (start, "/:?#"));
  return g_utf8_strdown (host, -1);
}

static gboolean
read_facts (MerDocument   *doc,
            const MerPlan *plan,
            const char    *link,
            Facts         *facts,
            GError       **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  const MerOrganization *whose = mer_organizations_find (organizations, plan->organization);

  facts->plan = plan;
  facts->host = host_of (link);
  facts->site = host_of (whose != NULL ? whose->site : NULL);
  if (organizations != NULL)
    facts->register_ = mer_store_records (doc, &mer_record_publication, plan->record.cycle_id,
                                          error);
  return facts->register_ != NULL;
}

/* --- where ----------------------------------------------------------------------------------- */

static gboolean
is_of_plan (const MerPublication *one,
            const MerPlan        *plan)
{
  return one->what == MER_PUBLICATION_PLAN && one->organization == plan->organization;
}

/* Whatever was published under the same host before was published in that place. */
static int
place_of_host (const Facts *facts)
{
  if (g_str_equal (facts->host, BUS_GOV) || g_str_has_suffix (facts->host, "." BUS_GOV))
    return MER_PLACE_BUS_GOV;
  if (*facts->host != '\0' && g_str_equal (facts->host, facts->site))
    return MER_PLACE_ORGANIZATION;
  for (guint i = 0; *facts->host != '\0' && i < facts->register_->len; i++)
    {
      const MerPublication *one = facts->register_->pdata[i];
      g_autofree char      *host = host_of (one->link);

      if (one->done_on != NULL && g_str_equal (host, facts->host) &&
          (one->place != MER_PLACE_ORGANIZATION ||
           one->organization == facts->plan->organization))
        return one->place;
    }
  return MER_PLACE_BY_ADDRESS;
}

/* Where the register still awaits it, as a mask. bus.gov.ru would be known by its address. */
static guint
awaited_places (const Facts *facts)
{
  guint places = 0;

  for (guint i = 0; i < facts->register_->len; i++)
    {
      const MerPublication *one = facts->register_->pdata[i];

      if (is_of_plan (one, facts->plan) && one->done_on == NULL &&
          one->place != MER_PLACE_BUS_GOV)
        places |= 1u << one->place;
    }
  return places;
}

static char *
list_places (guint places)
{
  const MerField *field = mer_record_kind_field (&mer_record_publication, "place");
  GString        *list = g_string_new (NULL);

  for (guint i = 0; i < field->n_choices; i++)
    if ((places & 1u << i) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              _(field->choices[i].title));
  return g_string_free (list, FALSE);
}

/* Leaves MER_PLACE_BY_ADDRESS where the register awaits nothing that it could be. */
static gboolean
find_place (const Facts *facts,
            int         *place,
            GError     **error)
{
  guint            places = 0;
  g_autofree char *words = NULL;

  if (*place == MER_PLACE_BY_ADDRESS)
    *place = place_of_host (facts);
  if (*place != MER_PLACE_BY_ADDRESS)
    return TRUE;
  places = awaited_places (facts);
  if ((places & (places - 1)) == 0)
    {
      *place = places != 0 ? g_bit_nth_lsf (places, -1) : MER_PLACE_BY_ADDRESS;
      return TRUE;
    }
  words = list_places (places);
  g_set_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID,
               /* Translators: places of publication. */
               _("The register awaits the plan in several places, and the address does not tell "
                 "in which it is now. Say which: %s."),
                  words);
  return FALSE;
}

/* --- publishing ------------------------------------------------------------------------------ */

static void
set_text (char      **text,
          const char *value)
{
  char *copy = g_strdup (value);

  g_free (*text);
  *text = copy;
}

static gboolean
close_register (MerDocument *doc,
                const Facts *facts,
                int          place,
                const char  *day,
                const char  *link,
                guint       *n_done,
                GError     **error)
{
  *n_done = 0;
  for (guint i = 0; i < facts->register_->len; i++)
    {
      MerPublication *one = facts->register_->pdata[i];

      if (!is_of_plan (one, facts->plan) || one->done_on != NULL || one->place != place)
        continue;
      set_text (&one->done_on, day);
      set_text (&one->link, link);
      if (!mer_store_save_record (doc, one, error))
        return FALSE;
      ++*n_done;
    }
  return TRUE;
}

/* What the plan itself says of its publication is then said by the register too. */
static gboolean
is_first_elsewhere (const Facts *facts,
                    int          place)
{
  for (guint i = 0; i < facts->register_->len; i++)
    {
      const MerPublication *one = facts->register_->pdata[i];

      if (is_of_plan (one, facts->plan) && one->place != place && facts->plan->link != NULL &&
          g_strcmp0 (one->link, facts->plan->link) == 0 &&
          g_strcmp0 (one->done_on, facts->plan->published) == 0)
        return TRUE;
    }
  return FALSE;
}

gboolean
mer_plans_publish (MerDocument *doc,
                   gint64       plan_id,
                   int          place,
                   const char  *day,
                   const char  *link,
                   GError     **error)
{
  g_autoptr (MerPlan) plan = mer_store_record (doc, &mer_record_plan, plan_id, error);
  g_auto (Facts) facts = { 0 };
  guint n_done = 0;

  if (plan == NULL || !read_facts (doc, plan, link, &facts, error) ||
      !find_place (&facts, &place, error) ||
      !close_register (doc, &facts, place, day, link, &n_done, error))
    return FALSE;
  if (n_done > 0 && is_first_elsewhere (&facts, place))
    return TRUE;
  set_text (&plan->published, day);
  set_text (&plan->link, link);
  return mer_store_save_record (doc, plan, error);
}

gboolean
mer_plans_is_awaited (MerDocument   *doc,
                      const MerPlan *plan)
{
  g_autoptr (GPtrArray) all =
    mer_store_records (doc, &mer_record_publication, plan->record.cycle_id, NULL);

  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      const MerPublication *one = all->pdata[i];

      if (is_of_plan (one, plan) && one->done_on == NULL)
        return TRUE;
    }
  return FALSE;
}
