/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans of a cycle put together: which version is in force, how each item stands, what is still
 * unanswered. Pure: today's day is given. */

#include "config.h"

#include "cycle/mer-plan-book.h"

#include "cycle/mer-cycle-settings.h"
#include "cycle/mer-deadline-days.h"
#include "cycle/mer-work-plan.h"

/* Ids of records, of organizations and of findings are looked up in one table each. */
typedef struct
{
  GHashTable *organizations; /* id → MerOrganization */
  GHashTable *findings;      /* id → MerFinding */
  GHashTable *lines;         /* id of an item → MerPlanLine */
  GHashTable *sheets;        /* id of an organization → 1 + index */
  GHashTable *periods;       /* Phrase → MerPeriod */
} Index;

/* A deadline, and the day that it may count from. */
typedef struct
{
  const char *text; /* of an item */
  MerDay      received;
} Phrase;

#define KEY(id) GSIZE_TO_POINTER ((gsize) (id))

static void
index_free (Index *self)
{
  g_hash_table_unref (self->organizations);
  g_hash_table_unref (self->findings);
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->sheets);
  g_hash_table_unref (self->periods);
  g_free (self);
}

static Index *
index_of (const MerPlanBook *self)
{
  return self->index;
}

static guint
phrase_hash (gconstpointer data)
{
  const Phrase *self = data;

  return g_str_hash (self->text) ^ (guint) self->received;
}

static gboolean
phrase_equal (gconstpointer a,
              gconstpointer b)
{
  const Phrase *one = a;
  const Phrase *other = b;

  return one->received == other->received && g_str_equal (one->text, other->text);
}

static guint
n_criteria (const MerPlanBook *self)
{
  return self->facts.methodology != NULL ? self->facts.methodology->criteria->len : 0;
}

guint
mer_plan_criterion (const MerMethodology *methodology,
                    const char           *code)
{
  for (guint i = 0; code != NULL && i < methodology->criteria->len; i++)
    {
      const MerCriterion *criterion = methodology->criteria->pdata[i];

      if (g_str_equal (criterion->code, code))
        return i;
      for (guint j = 0; j < criterion->indicators->len; j++)
        if (g_str_equal (((MerIndicator *) criterion->indicators->pdata[j])->code, code))
          return i;
    }
  return methodology->criteria->len;
}

/* --- what is known beforehand -------------------------------------------------------------- */

typedef struct
{
  MerPlanBook *book;
  GHashTable  *plans;    /* organization → the newest MerPlan */
  GHashTable  *in_force; /* id of a plan → MerPlan: the newest versions alone */
  GHashTable  *marks;    /* id of an item → the newest MerControlMark */
  GHashTable  *received; /* organization → its day */
  GHashTable  *codes;    /* code → 1 + index of the criterion */
  GHashTable  *answered; /* ids of findings that have an item */
  GHashTable  *involved; /* organizations that get a sheet */
  MerCalendar *calendar; /* of working days */
  MerDay       days;     /* for a plan */
} Maker;

static void
maker_clear (Maker *self)
{
  g_hash_table_unref (self->plans);
  g_hash_table_unref (self->in_force);
  g_hash_table_unref (self->marks);
  g_hash_table_unref (self->received);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->answered);
  g_hash_table_unref (self->involved);
  mer_calendar_free (self->calendar);
}

static void
maker_init (Maker       *self,
            MerPlanBook *book)
{
  self->book = book;
  self->plans = g_hash_table_new (NULL, NULL);
  self->in_force = g_hash_table_new (NULL, NULL);
  self->marks = g_hash_table_new (NULL, NULL);
  self->received = g_hash_table_new (NULL, NULL);
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->answered = g_hash_table_new (NULL, NULL);
  self->involved = g_hash_table_new (NULL, NULL);
  self->calendar = mer_calendar_of_holidays (book->facts.holidays);
  self->days = (MerDay) mer_cycle_settings_get_number (book->facts.settings, MER_SETTING_PLAN_DAYS);
}

/* Newer by version, then by when it was made. */
static gboolean
is_newer (const MerPlan *plan,
          const MerPlan *than)
{
  if (than == NULL || plan->version > than->version)
    return TRUE;
  return plan->version == than->version && plan->record.id > than->record.id;
}

static void
gather_plans (Maker *self)
{
  GHashTableIter iter;
  gpointer       plan = NULL;

  for (guint i = 0; i < self->book->facts.plans->len; i++)
    {
      MerPlan *one = self->book->facts.plans->pdata[i];
      gpointer key = KEY (one->organization);

      if (is_newer (one, g_hash_table_lookup (self->plans, key)))
        g_hash_table_insert (self->plans, key, one);
      g_hash_table_add (self->involved, key);
    }
  g_hash_table_iter_init (&iter, self->plans);
  while (g_hash_table_iter_next (&iter, NULL, &plan))
    g_hash_table_insert (self->in_force, KEY (((MerPlan *) plan)->record.id), plan);
}

static void
gather_marks (Maker *self)
{
  for (guint i = 0; i < self->book->facts.marks->len; i++)
    {
      MerControlMark *mark = self->book->facts.marks->pdata[i];
      gpointer        key = KEY (mark->plan_item);

      if (mer_control_newer (mark, g_hash_table_lookup (self->marks, key)) == mark)
        g_hash_table_insert (self->marks, key, mark);
    }
}

static void
gather_received (Maker *self)
{
  for (guint i = 0; i < self->book->facts.recommendations->len; i++)
    {
      const MerRecommendation *one = self->book->facts.recommendations->pdata[i];
      MerDay                   day = mer_day_from_iso (one->received);
      gpointer                 key = KEY (one->organization);

      g_hash_table_add (self->involved, key);
      day = MAX (day, GPOINTER_TO_INT (g_hash_table_lookup (self->received, key)));
      g_hash_table_insert (self->received, key, GINT_TO_POINTER (day));
    }
}

static void
gather_findings (Maker *self)
{
  for (guint i = 0; i < self->book->facts.findings->len; i++)
    {
      const MerFinding *finding = self->book->facts.findings->pdata[i];

      g_hash_table_add (self->involved, KEY (finding->organization_id));
    }
}

/* --- lines --------------------------------------------------------------------------------- */

static MerDay
received_of (Maker *self,
             gint64 organization)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->received, KEY (organization)));
}

/* Phrases come again and again: each is read once for a day that it may count from. */
static const MerPeriod *
period_of (Maker      *self,
           const char *phrase,
           MerDay      received)
{
  GHashTable *periods = index_of (self->book)->periods;
  Phrase      key = { phrase, received };
  MerPeriod  *period = g_hash_table_lookup (periods, &key);

  if (period != NULL)
    return period;
  period = mer_plan_period (phrase, self->book->facts.cycle->year, received, self->calendar);
  g_hash_table_insert (periods, g_memdup2 (&key, sizeof key), period);
  return period;
}

static guint
criterion_of (Maker      *self,
              const char *code)
{
  guint found = 0;

  if (code == NULL || self->book->facts.methodology == NULL)
    return n_criteria (self->book);
  found = GPOINTER_TO_UINT (g_hash_table_lookup (self->codes, code));
  if (found == 0)
    {
      found = 1 + mer_plan_criterion (self->book->facts.methodology, code);
      g_hash_table_insert (self->codes, (gpointer) (guintptr) code, GUINT_TO_POINTER (found));
    }
  return found - 1;
}

static void
fill_line (Maker             *self,
           MerPlanLine       *line,
           const MerPlanItem *item,
           const MerPlan     *plan)
{
  Index *index = index_of (self->book);

  *line = (MerPlanLine){ .item = item };
  line->organization = g_hash_table_lookup (index->organizations, KEY (plan->organization));
  line->mark = g_hash_table_lookup (self->marks, KEY (item->record.id));
  line->criterion = criterion_of (self, item->criterion);
  if (line->organization != NULL)
    line->place = GPOINTER_TO_UINT (g_hash_table_lookup (index->sheets, KEY (plan->organization)));
  if (item->deadline != NULL)
    line->period = period_of (self, item->deadline, received_of (self, plan->organization));
  line->standing = mer_plan_item_standing (item, line->mark, line->period,
                                           self->book->facts.today);
  mer_plan_item_span (item, line->mark, line->period, line->standing, &line->first, &line->last);
  if (item->finding > 0)
    g_hash_table_add (self->answered, KEY (item->finding));
}

static int
compare_lines (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  const MerPlanLine *x = a;
  const MerPlanLine *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->criterion != y->criterion)
    return x->criterion < y->criterion ? -1 : 1;
  if (x->item->record.position != y->item->record.position)
    return x->item->record.position < y->item->record.position ? -1 : 1;
  return x->item->record.id < y->item->record.id ? -1 : 1;
}

static void
make_lines (Maker *self)
{
  MerPlanBook *book = self->book;

  book->lines = g_new0 (MerPlanLine, MAX (1, book->facts.items->len));
  for (guint i = 0; i < book->facts.items->len; i++)
    {
      const MerPlanItem *item = book->facts.items->pdata[i];
      const MerPlan     *plan = g_hash_table_lookup (self->in_force, KEY (item->plan));

      if (plan != NULL)
        fill_line (self, &book->lines[book->n_lines++], item, plan);
    }
  g_qsort_with_data (book->lines, (int) book->n_lines, sizeof (MerPlanLine), compare_lines, NULL);
}

/* --- sheets -------------------------------------------------------------------------------- */

static void
start_sheet (Maker                 *self,
             const MerOrganization *organization)
{
  MerPlanBook *book = self->book;
  gint64       id = organization != NULL ? organization->id : 0;
  MerPlanSheet sheet = { .organization = organization };

  sheet.plan = g_hash_table_lookup (self->plans, KEY (id));
  sheet.received = received_of (self, id);
  sheet.due = sheet.received != MER_DAY_NONE ? sheet.received + self->days : MER_DAY_NONE;
  sheet.timing = mer_plan_timing (sheet.plan, sheet.due, book->facts.today);
  g_array_append_val (book->sheets, sheet);
  g_hash_table_insert (index_of (book)->sheets, KEY (id), GUINT_TO_POINTER (book->sheets->len));
  if (organization == NULL)
    return;
  book->n_plans += sheet.plan != NULL;
  book->n_missing += sheet.timing == MER_TIMING_MISSING;
}

static void
start_sheets (Maker *self)
{
  MerPlanBook *book = self->book;

  if (g_hash_table_contains (self->involved, KEY (0)))
    start_sheet (self, NULL);
  for (guint i = 0; i < book->facts.organizations->len; i++)
    {
      const MerOrganization *organization = book->facts.organizations->pdata[i];

      if (g_hash_table_contains (self->involved, KEY (organization->id)))
        start_sheet (self, organization);
    }
}

static MerPlanSheet *
sheet_of (MerPlanBook *self,
          gint64       organization)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (index_of (self)->sheets,
                                                       KEY (organization)));

  return found > 0 ? &g_array_index (self->sheets, MerPlanSheet, found - 1) : NULL;
}

/* What was done the time before says nothing of the time that has begun. */
static guint
percent_of (const MerPlanLine *line)
{
  gboolean again = line->item->state == MER_PLAN_ITEM_DONE && line->standing != MER_STANDING_DONE;
  gboolean confirmed = line->mark == NULL || line->mark->verdict == MER_CONTROL_CONFIRMED;

  return again && confirmed ? 0 : mer_plan_item_percent (line->item, line->mark);
}

static void
fill_sheets (Maker *self)
{
  MerPlanBook *book = self->book;

  for (guint i = 0; i < book->n_lines; i++)
    {
      const MerPlanLine *line = &book->lines[i];
      gint64             id = line->organization != NULL ? line->organization->id : 0;
      MerPlanSheet      *sheet = sheet_of (book, id);

      g_hash_table_insert (index_of (book)->lines, KEY (line->item->record.id), &book->lines[i]);
      if (sheet == NULL) /* the organization is not in the registry any more */
        continue;
      if (sheet->n_lines++ == 0)
        sheet->first_line = i;
      mer_execution_add (&sheet->execution, line->standing, percent_of (line));
    }
  for (guint i = 0; i < book->sheets->len; i++)
    mer_execution_join (&book->execution,
                        &g_array_index (book->sheets, MerPlanSheet, i).execution);
}

static void
count_findings (Maker *self)
{
  MerPlanBook *book = self->book;

  for (guint i = 0; i < book->facts.findings->len; i++)
    {
      const MerFinding *finding = book->facts.findings->pdata[i];
      MerPlanSheet     *sheet = sheet_of (book, finding->organization_id);

      if (sheet == NULL)
        continue;
      sheet->n_findings++;
      sheet->n_unanswered += !g_hash_table_contains (self->answered, KEY (finding->id));
    }
}

void
mer_plan_facts_take (MerPlanFacts *self,
                     MerRecordSet *records)
{
  self->recommendations = mer_record_set_get (records, &mer_record_recommendation);
  self->plans = mer_record_set_get (records, &mer_record_plan);
  self->items = mer_record_set_get (records, &mer_record_plan_item);
  self->marks = mer_record_set_get (records, &mer_record_control_mark);
  self->heads = mer_record_set_get (records, &mer_record_head);
  self->decisions = mer_record_set_get (records, &mer_record_management_decision);
  self->road_items = mer_record_set_get (records, &mer_record_road_item);
  self->holidays = mer_record_set_get (records, &mer_record_holiday);
}

/* --- the book ------------------------------------------------------------------------------ */

static void
keep_facts (MerPlanBook        *self,
            const MerPlanFacts *facts)
{
  self->facts = *facts;
  mer_cycle_ref (facts->cycle);
  if (facts->methodology != NULL)
    mer_methodology_ref (facts->methodology);
  g_hash_table_ref (facts->settings);
  g_ptr_array_ref (facts->organizations);
  g_ptr_array_ref (facts->findings);
  g_ptr_array_ref (facts->recommendations);
  g_ptr_array_ref (facts->plans);
  g_ptr_array_ref (facts->items);
  g_ptr_array_ref (facts->marks);
  g_ptr_array_ref (facts->heads);
  g_ptr_array_ref (facts->decisions);
  g_ptr_array_ref (facts->road_items);
  if (facts->holidays != NULL)
    g_ptr_array_ref (facts->holidays);
}

static void
make_index (MerPlanBook *self)
{
  Index *index = g_new0 (Index, 1);

  index->organizations = g_hash_table_new (NULL, NULL);
  index->findings = g_hash_table_new (NULL, NULL);
  index->lines = g_hash_table_new (NULL, NULL);
  index->sheets = g_hash_table_new (NULL, NULL);
  index->periods = g_hash_table_new_full (phrase_hash, phrase_equal, g_free,
                                          (GDestroyNotify) mer_period_unref);
  self->index = index;
  for (guint i = 0; i < self->facts.organizations->len; i++)
    {
      MerOrganization *organization = self->facts.organizations->pdata[i];

      g_hash_table_insert (index->organizations, KEY (organization->id), organization);
    }
  for (guint i = 0; i < self->facts.findings->len; i++)
    {
      MerFinding *finding = self->facts.findings->pdata[i];

      g_hash_table_insert (index->findings, KEY (finding->id), finding);
    }
}

/**
 * mer_plan_book_new:
 * @facts: what there is
 *
 * Returns: (transfer full): the book
 */
MerPlanBook *
mer_plan_book_new (const MerPlanFacts *facts)
{
  MerPlanBook *self = g_atomic_rc_box_new0 (MerPlanBook);
  Maker        maker;

  keep_facts (self, facts);
  self->sheets = g_array_new (FALSE, TRUE, sizeof (MerPlanSheet));
  make_index (self);
  maker_init (&maker, self);
  gather_plans (&maker);
  gather_marks (&maker);
  gather_received (&maker);
  gather_findings (&maker);
  start_sheets (&maker);
  make_lines (&maker);
  fill_sheets (&maker);
  count_findings (&maker);
  maker_clear (&maker);
  return self;
}

MerPlanBook *
mer_plan_book_ref (MerPlanBook *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
book_clear (gpointer data)
{
  MerPlanBook *self = data;

  index_free (self->index);
  g_free (self->lines);
  g_array_unref (self->sheets);
  mer_cycle_unref (self->facts.cycle);
  g_clear_pointer (&self->facts.methodology, mer_methodology_unref);
  g_hash_table_unref (self->facts.settings);
  g_ptr_array_unref (self->facts.organizations);
  g_ptr_array_unref (self->facts.findings);
  g_ptr_array_unref (self->facts.recommendations);
  g_ptr_array_unref (self->facts.plans);
  g_ptr_array_unref (self->facts.items);
  g_ptr_array_unref (self->facts.marks);
  g_ptr_array_unref (self->facts.heads);
  g_ptr_array_unref (self->facts.decisions);
  g_ptr_array_unref (self->facts.road_items);
  g_clear_pointer (&self->facts.holidays, g_ptr_array_unref);
}

void
mer_plan_book_unref (MerPlanBook *self)
{
  g_atomic_rc_box_release_full (self, book_clear);
}

const MerPlanSheet *
mer_plan_book_sheet (const MerPlanBook *self,
                     gint64             organization)
{
  return sheet_of ((MerPlanBook *) (guintptr) self, organization);
}

const MerPlanLine *
mer_plan_book_line (const MerPlanBook *self,
                    gint64             item_id)
{
  return g_hash_table_lookup (index_of (self)->lines, KEY (item_id));
}

const MerOrganization *
mer_plan_book_organization (const MerPlanBook *self,
                            gint64             id)
{
  return g_hash_table_lookup (index_of (self)->organizations, KEY (id));
}

const MerFinding *
mer_plan_book_finding (const MerPlanBook *self,
                       gint64             id)
{
  return id > 0 ? g_hash_table_lookup (index_of (self)->findings, KEY (id)) : NULL;
}

GArray *
mer_plan_book_quarters (const MerPlanBook  *self,
                        const MerPlanSheet *sheet)
{
  guint                     first = sheet != NULL ? sheet->first_line : 0;
  guint                     n = sheet != NULL ? sheet->n_lines : self->n_lines;
  g_autofree MerPlanMoment *moments = g_new0 (MerPlanMoment, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      const MerPlanLine *line = &self->lines[first + i];

      moments[i].standing = line->standing;
      moments[i].last = line->last;
      moments[i].done = mer_day_from_iso (line->item->done_on);
    }
  return mer_plan_quarters (moments, n, self->facts.today);
}

MerExecution
mer_plan_book_execution_of (const MerPlanBook *self,
                            const MerHead     *head)
{
  const MerPlanSheet *sheet = mer_plan_book_sheet (self, head->organization);
  MerExecution        execution = { 0 };

  for (guint i = 0; sheet != NULL && i < sheet->n_lines; i++)
    {
      const MerPlanLine *line = &self->lines[sheet->first_line + i];

      if (mer_head_on (self->facts.heads, head->organization, line->last) == head)
        mer_execution_add (&execution, line->standing, percent_of (line));
    }
  return execution;
}
