/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "core/mer-day.h"
#include "core/mer-registry-number.h"
#include "import/mer-header-text.h"
#include "import/mer-registry-row.h"

/* --- cells ------------------------------------------------------------------------------- */

/* The cell of a code with every run of blanks one space; NULL when it is empty. */
static char *
cell_of (const MerImportJob *job,
         const MerRow       *row,
         const char         *code)
{
  g_autofree char *text = mer_row_text (row, mer_recognition_find (job->columns, code));
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c))
        {
          blank = TRUE;
          continue;
        }
      if (blank && out->len > 0)
        g_string_append_c (out, ' ');
      blank = FALSE;
      g_string_append_unichar (out, c);
    }
  return out->len > 0 ? g_strdup (out->str) : NULL;
}

static void
note (MerImportJob *job,
      const char   *problem_code,
      gint64        row,
      const char   *column_code,
      const char   *value,
      char         *text)
{
  MerImportProblem *problem =
    mer_import_problems_count (job->problems, MER_PROBLEM_NOTE, problem_code, row,
                               mer_recognition_find (job->columns, column_code), value, 1);

  if (problem->text == NULL)
    problem->text = text;
  else
    g_free (text);
}

/* The digits of a number as a spreadsheet may show it («7 712 345 678», «7712345678.0»);
 * NULL when there is anything else. */
static char *
digits_of (const char *text)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gsize length = strlen (text);

  if (g_str_has_suffix (text, ".0") || g_str_has_suffix (text, ",0"))
    length -= 2;
  for (const char *p = text; p < text + length; p = mer_utf8_next (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (c < '0' || c > '9')
        return NULL;
      g_string_append_c (out, (char) c);
    }
  return g_strdup (out->str);
}

static char *
bad_number_text (MerImportJob *job,
                 gint64        row,
                 const char   *code,
                 const char   *title,
                 const char   *value,
                 gsize         n_digits)
{
  g_autofree char *number = mer_row_number_text (row);
  g_autofree char *letters =
    mer_import_column_letters (mer_recognition_find (job->columns, code)->index);
  g_autofree char *shown = mer_text_shorten (value);
  gboolean         complete = strcmp (code, "inn") == 0 ? n_digits == 10 || n_digits == 12
                                                        : n_digits == 13 || n_digits == 15;

  if (!complete)
    /* Translators: row, column, INN or OGRN, the number itself. */
    return g_strdup_printf (_("Row %s, column %s: %s %s is wrong: it has not the right number of "
                              "digits. It was not stored."),
                               number, letters, title, shown);
  /* Translators: row, column, INN or OGRN, the number itself. */
  return g_strdup_printf (_("Row %s, column %s: %s %s is wrong: its check digit does not fit. It "
                            "was not stored."),
                             number, letters, title, shown);
}

/* A number with check digits. A spreadsheet drops a zero in front: it is put back where the check
 * digits then fit. */
static char *
checked_number (MerImportJob *job,
                const MerRow *row,
                const char   *code,
                const char   *title,
                gboolean (*is_valid) (const char *number))
{
  g_autofree char *text = cell_of (job, row, code);
  g_autofree char *digits = text != NULL ? digits_of (text) : NULL;
  g_autofree char *padded = NULL;

  if (text == NULL)
    return NULL;
  if (digits != NULL && is_valid (digits))
    return g_steal_pointer (&digits);
  padded = digits != NULL ? g_strconcat ("0", digits, NULL) : NULL;
  if (padded != NULL && strcmp (code, "inn") == 0 && is_valid (padded))
    return g_steal_pointer (&padded);
  note (job, "bad-number", row->number, code, text,
        bad_number_text (job, row->number, code, title, text,
                         digits != NULL ? strlen (digits) : 0));
  return NULL;
}

/* --- kind -------------------------------------------------------------------------------- */

static gboolean
is_legal_form (const char *key)
{
  return strstr (key, "бюджетн") != NULL || strstr (key, "казенн") != NULL ||
         strstr (key, "автономн") != NULL || strstr (key, "частн") != NULL ||
         strstr (key, "муниципальн") != NULL || strstr (key, "государственн") != NULL;
}

static gboolean
is_other_kind (const char *key)
{
  static const char *const words[] = { "иное", "иная", "другое", "другая", "прочее", "прочая",
                                       "прочие", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strcmp (key, words[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
kind_of_words (const char          *text,
               MerOrganizationKind *out)
{
  static const struct
  {
    const char         *beginning;
    MerOrganizationKind kind;
  } words[] = {
    { "дошкол", MER_ORGANIZATION_PRESCHOOL },
    { "preschool", MER_ORGANIZATION_PRESCHOOL },
    { "дополнит", MER_ORGANIZATION_ADDITIONAL },
    { "доп ", MER_ORGANIZATION_ADDITIONAL },
    { "дод", MER_ORGANIZATION_ADDITIONAL },
    { "additional", MER_ORGANIZATION_ADDITIONAL },
    { "проф", MER_ORGANIZATION_VOCATIONAL },
    { "спо", MER_ORGANIZATION_VOCATIONAL },
    { "vocational", MER_ORGANIZATION_VOCATIONAL },
    { "среднее проф", MER_ORGANIZATION_VOCATIONAL },
    { "общеобр", MER_ORGANIZATION_GENERAL },
    { "общее", MER_ORGANIZATION_GENERAL },
    { "general", MER_ORGANIZATION_GENERAL },
    { "школ", MER_ORGANIZATION_GENERAL },
  };
  g_autofree char *key = mer_header_key (text);

  if (is_other_kind (key))
    {
      *out = MER_ORGANIZATION_OTHER;
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!g_str_has_prefix (key, words[i].beginning))
        continue;
      *out = words[i].kind;
      return TRUE;
    }
  *out = mer_organization_kind_guess (text);
  return *out != MER_ORGANIZATION_OTHER;
}

static void
read_kind (MerImportJob   *job,
           const MerRow   *row,
           MerRegistryRow *self)
{
  g_autofree char *text = cell_of (job, row, "kind");
  g_autofree char *key = text != NULL ? mer_header_key (text) : NULL;

  self->has_kind = text != NULL && kind_of_words (text, &self->kind);
  if (self->has_kind)
    return;
  self->kind = mer_organization_kind_guess (self->name);
  if (self->kind == MER_ORGANIZATION_OTHER && self->full_name != NULL)
    self->kind = mer_organization_kind_guess (self->full_name);
  /* «Бюджетное» and the like say how it is owned, not what it is. */
  if (text != NULL && !is_legal_form (key))
    {
      g_autofree char *number = mer_row_number_text (row->number);
      g_autofree char *letters =
        mer_import_column_letters (mer_recognition_find (job->columns, "kind")->index);
      g_autofree char *shown = mer_text_shorten (text);

      note (job, "unknown-kind", row->number, "kind", text,
            g_strdup_printf (_("Row %s, column %s: “%s” is no kind of organization. The kind was "
                               "taken from the name."),
                                number, letters, shown));
    }
}

/* --- state ------------------------------------------------------------------------------- */

/* A word that a column does not know. */
static void
note_word (MerImportJob *job,
           const MerRow *row,
           const char   *column_code,
           const char   *value)
{
  const MerImportColumn *column = mer_recognition_find (job->columns, column_code);
  g_autofree char       *number = mer_row_number_text (row->number);
  g_autofree char       *letters = mer_import_column_letters (column->index);
  g_autofree char       *shown = mer_text_shorten (value);

  /* Translators: row, column, its title, the word. */
  note (job, "unknown-word", row->number, column_code, value,
        g_strdup_printf (_("Row %s, column %s, “%s”: “%s” is not understood. It was left out."),
                            number, letters, column->title, shown));
}

static void
read_state (MerImportJob   *job,
            const MerRow   *row,
            MerRegistryRow *self)
{
  static const struct
  {
    const char          *beginning;
    MerOrganizationState state;
  } words[] = {
    { "действ", MER_ORGANIZATION_WORKING },
    { "работ", MER_ORGANIZATION_WORKING },
    { "working", MER_ORGANIZATION_WORKING },
    { "реорган", MER_ORGANIZATION_REORGANIZED },
    { "reorgan", MER_ORGANIZATION_REORGANIZED },
    { "закры", MER_ORGANIZATION_CLOSED },
    { "ликвид", MER_ORGANIZATION_CLOSED },
    { "closed", MER_ORGANIZATION_CLOSED },
  };
  g_autofree char *text = cell_of (job, row, "state");
  g_autofree char *key = text != NULL ? mer_header_key (text) : NULL;

  for (guint i = 0; key != NULL && !self->has_state && i < G_N_ELEMENTS (words); i++)
    {
      self->has_state = g_str_has_prefix (key, words[i].beginning);
      self->state = words[i].state;
    }
  if (text != NULL && !self->has_state)
    note_word (job, row, "state", text);
}

static void
read_state_day (MerImportJob   *job,
                const MerRow   *row,
                MerRegistryRow *self)
{
  g_autofree char *text = cell_of (job, row, "state-day");

  self->state_day = text != NULL ? mer_day_parse (text) : NULL;
  if (text != NULL && self->state_day == NULL)
    note_word (job, row, "state-day", text);
}

static void
read_historic (MerImportJob   *job,
               const MerRow   *row,
               MerRegistryRow *self)
{
  static const char *const yes[] = { "да", "yes", "1", "+" };
  static const char *const no[] = { "нет", "no", "0" };
  g_autofree char         *text = cell_of (job, row, "historic-building");
  g_autofree char         *low = text != NULL ? g_utf8_strdown (text, -1) : NULL;

  self->historic = -1;
  for (guint i = 0; low != NULL && i < G_N_ELEMENTS (yes); i++)
    {
      if (strcmp (low, yes[i]) == 0)
        self->historic = 1;
    }
  for (guint i = 0; low != NULL && i < G_N_ELEMENTS (no); i++)
    {
      if (strcmp (low, no[i]) == 0)
        self->historic = 0;
    }
  if (text != NULL && self->historic < 0)
    note_word (job, row, "historic-building", text);
}

/* --- the row ----------------------------------------------------------------------------- */

MerRegistryRow *
mer_registry_row_read (MerImportJob *job,
                       const MerRow *row)
{
  g_autoptr (MerRegistryRow) self = g_new0 (MerRegistryRow, 1);
  const MerImportColumn *recipients = mer_recognition_find (job->columns, MER_COLUMN_RECIPIENTS);
  g_autofree char       *count = mer_row_text (row, recipients);

  self->row = row->number;
  self->name = cell_of (job, row, MER_COLUMN_ORGANIZATION);
  self->full_name = cell_of (job, row, "full-name");
  if (self->name == NULL)
    self->name = g_strdup (self->full_name);
  if (self->name == NULL)
    return NULL;
  self->inn = checked_number (job, row, "inn", _("INN"), mer_inn_is_valid);
  self->ogrn = checked_number (job, row, "ogrn", _("OGRN"), mer_ogrn_is_valid);
  self->address = cell_of (job, row, "address");
  self->site = cell_of (job, row, "site");
  self->bus_gov_id = cell_of (job, row, "bus-gov-id");
  self->head = cell_of (job, row, "head");
  self->parent = cell_of (job, row, "parent");
  self->successor = cell_of (job, row, "successor");
  self->recipients = -1;
  if (recipients != NULL)
    mer_member_parse_recipients (job, row->number, recipients, count, &self->recipients);
  read_kind (job, row, self);
  read_state (job, row, self);
  read_state_day (job, row, self);
  read_historic (job, row, self);
  self->usable = TRUE;
  return g_steal_pointer (&self);
}

void
mer_registry_row_free (MerRegistryRow *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->full_name);
  g_free (self->inn);
  g_free (self->ogrn);
  g_free (self->address);
  g_free (self->site);
  g_free (self->bus_gov_id);
  g_free (self->head);
  g_free (self->parent);
  g_free (self->state_day);
  g_free (self->successor);
  g_clear_pointer (&self->before, mer_organization_unref);
  g_free (self);
}

gboolean
mer_registry_row_equal (const MerRegistryRow *a,
                        const MerRegistryRow *b)
{
  return g_strcmp0 (a->full_name, b->full_name) == 0 && g_strcmp0 (a->inn, b->inn) == 0 &&
         g_strcmp0 (a->ogrn, b->ogrn) == 0 && g_strcmp0 (a->address, b->address) == 0 &&
         g_strcmp0 (a->site, b->site) == 0 && g_strcmp0 (a->bus_gov_id, b->bus_gov_id) == 0 &&
         g_strcmp0 (a->head, b->head) == 0 && g_strcmp0 (a->parent, b->parent) == 0 &&
         g_strcmp0 (a->state_day, b->state_day) == 0 &&
         g_strcmp0 (a->successor, b->successor) == 0 &&
         a->kind == b->kind && a->has_state == b->has_state && a->state == b->state &&
         a->historic == b->historic && a->recipients == b->recipients;
}

static void
set_text (char      **field,
          const char *value)
{
  if (value == NULL || *field == value)
    return;
  g_free (*field);
  *field = g_strdup (value);
}

void
mer_registry_row_apply (MerRegistryRow *self)
{
  MerOrganization *organization = self->entry->organization;

  if (!self->entry->fresh)
    self->before = mer_organization_dup (organization);
  set_text (&organization->full_name, self->full_name);
  set_text (&organization->inn, self->inn);
  set_text (&organization->ogrn, self->ogrn);
  set_text (&organization->address, self->address);
  set_text (&organization->site, self->site);
  set_text (&organization->bus_gov_id, self->bus_gov_id);
  set_text (&organization->head, self->head);
  if (self->has_kind || self->entry->fresh)
    organization->kind = self->kind;
  if (self->has_state)
    organization->state = self->state;
  /* who works again has no such day */
  if (self->has_state && self->state == MER_ORGANIZATION_WORKING)
    g_clear_pointer (&organization->state_day, g_free);
  else
    set_text (&organization->state_day, self->state_day);
  if (self->historic >= 0)
    organization->historic_building = self->historic != 0;
}
