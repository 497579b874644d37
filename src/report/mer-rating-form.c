/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form in which the council has a rating published: with places, or by bands or names, so that
 * neither the order nor a sentence tells who is before whom. */
#include "config.h"

#include <string.h>

#include "core/mer-name.h"
#include "report/mer-rating-report-private.h"
#include "report/mer-record-print.h"

gboolean
mer_rating_report_has_no_places (const MerRatingReport *self)
{
  return self->form == MER_PUBLICATION_BANDS || self->form == MER_PUBLICATION_ALPHABET;
}

guint
mer_rating_report_band (const MerRatingReport *self,
                        const MerScoreRow     *row)
{
  const MerMethodology *methodology = self->table->methodology;
  const MerBand        *band =
    row->total.defined ? mer_methodology_band_of (methodology, &row->total.value) : NULL;
  guint index = methodology->bands->len;

  if (band != NULL)
    g_ptr_array_find (methodology->bands, band, &index);
  return index;
}

/* --- order --------------------------------------------------------------------------------- */

typedef struct
{
  const MerScoreRow *row;
  guint              band;
  char              *key;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->band != y->band)
    return x->band < y->band ? -1 : 1;
  return strcmp (x->key, y->key);
}

/* «СОШ № 3» before «СОШ № 10», as in a list that people write. */
static char *
make_key (const MerScoreRow *row)
{
  g_autofree char *name = mer_name_fold (row->organization->name, -1);

  return g_utf8_collate_key_for_filename (name, -1);
}

void
mer_rating_report_sort (MerRatingReport *self)
{
  g_autofree Place *places = g_new0 (Place, MAX (self->rows->len, 1));

  for (guint i = 0; i < self->rows->len; i++)
    {
      places[i].row = self->rows->pdata[i];
      places[i].band =
        self->form == MER_PUBLICATION_BANDS ? mer_rating_report_band (self, places[i].row) : 0;
      places[i].key = make_key (places[i].row);
    }
  qsort (places, self->rows->len, sizeof (Place), compare_places);
  for (guint i = 0; i < self->rows->len; i++)
    {
      self->rows->pdata[i] = (gpointer) (guintptr) places[i].row;
      g_free (places[i].key);
    }
}

/* --- words --------------------------------------------------------------------------------- */

static const char *
form_words (MerLanguage        language,
            MerPublicationForm form)
{
  switch (form)
    {
    case MER_PUBLICATION_KINDS:
      return mer_tr (language, "The rating is published with places within each kind of "
                               "organizations.");
    case MER_PUBLICATION_BANDS:
      return mer_tr (language, "The results are published by bands, without places.");
    case MER_PUBLICATION_ALPHABET:
      return mer_tr (language, "The results are published in alphabetical order, without places.");
    case MER_PUBLICATION_PLACES:
    default:
      return mer_tr (language, "The rating is published with places.");
    }
}

/* The day and number of the meeting whose minutes hold the decision. */
static char *
decision_words (const MerReportInput *input)
{
  MerLanguage          language = input->language;
  const MerAgendaItem *item =
    input->records != NULL ? mer_council_decision_on (input->records, MER_ABOUT_PUBLICATION) : NULL;
  const MerMeeting *meeting =
    item != NULL ? mer_council_meeting_of (input->records, item) : NULL;
  g_autofree char *day = meeting != NULL ? mer_print_day (language, meeting->day) : NULL;

  if (meeting == NULL)
    return NULL;
  if (meeting->number == NULL)
    /* Translators: a day, "12 December 2024". */
    return g_strdup_printf (mer_tr (language, "Decision of the Public Council of %s."), day);
  /* Translators: a day, the number of the minutes. */
  return g_strdup_printf (
    mer_tr (language, "Decision of the Public Council of %s, minutes No. %s."), day,
    meeting->number);
}

char *
mer_rating_report_form (const MerRatingReport *self)
{
  g_autofree char *decision = decision_words (self->input);
  const char      *form = form_words (self->language, self->form);

  if (self->input->inside)
    return g_strdup (mer_tr (self->language, "For work in the department; not for publication."));
  if (decision == NULL)
    return self->form != MER_PUBLICATION_PLACES ? g_strdup (form) : NULL;
  return g_strdup_printf ("%s %s", form, decision);
}
