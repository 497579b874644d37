/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What `merilo-cli evidence` prints. */

#include "config.h"

#include "cli/mer-evidence-output.h"

#include "cli/mer-cli.h"
#include "core/mer-csv.h"
#include "store/mer-point-store.h"

/* One item of any kind; what it has not is NULL or negative. */
typedef struct
{
  MerBatchKind kind;
  gint64       id;    /* of a fact */
  gint64       batch; /* 0: typed in */
  gint64       row;
  gint64       organization_id;
  const char  *code;
  gint64       asked;
  gint64       positive;
  const char  *value;
  int          counted;
  const char  *day;
  const char  *source;
  const char  *link;
  const char  *text;
} Item;

typedef struct
{
  GHashTable *names;   /* gint64* → name of an organization */
  GHashTable *batches; /* gint64* → MerBatch */
  GString    *out;
  gboolean    json;
  guint       n;
} Printer;

static const Item nothing = { .asked = -1, .positive = -1, .counted = -1 };

/* --- one item ---------------------------------------------------------------------------- */

static void
append_field (GString    *out,
              const char *text)
{
  g_autofree char *line = mer_cli_line (text != NULL ? text : "");

  g_string_append_c (out, '\t');
  g_string_append (out, line);
}

static void
append_number (GString *out,
               gint64   number)
{
  g_string_append_c (out, '\t');
  if (number >= 0)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, number);
}

static void
append_line (Printer    *self,
             const Item *item,
             const char *name)
{
  GString *out = self->out;

  g_string_append (out, mer_batch_kind_to_code (item->kind));
  append_number (out, item->id > 0 ? item->id : -1);
  append_number (out, item->batch > 0 ? item->batch : -1);
  append_number (out, item->row > 0 ? item->row : -1);
  append_field (out, name);
  append_field (out, item->code);
  append_number (out, item->asked);
  append_number (out, item->positive);
  append_field (out, item->value);
  append_field (out, item->counted < 0 ? NULL : item->counted ? "yes"
                                                              : "no");
  append_field (out, item->day);
  append_field (out, item->source);
  append_field (out, item->link);
  append_field (out, item->text);
  g_string_append_c (out, '\n');
}

static void
append_member (GString    *out,
               const char *name,
               const char *text)
{
  if (text == NULL)
    return;
  g_string_append_printf (out, ", \"%s\": ", name);
  mer_cli_json_string (out, text);
}

static void
append_count (GString    *out,
              const char *name,
              gint64      number)
{
  if (number >= 0)
    g_string_append_printf (out, ", \"%s\": %" G_GINT64_FORMAT, name, number);
}

static void
append_json (Printer    *self,
             const Item *item,
             const char *name)
{
  GString *out = self->out;

  g_string_append_printf (out, "%s{\"kind\": \"%s\"", self->n > 0 ? ",\n " : "",
                          mer_batch_kind_to_code (item->kind));
  append_count (out, "id", item->id > 0 ? item->id : -1);
  append_count (out, "batch", item->batch > 0 ? item->batch : -1);
  append_count (out, "row", item->row > 0 ? item->row : -1);
  append_member (out, "organization", name);
  append_member (out, "code", item->code);
  append_count (out, "asked", item->asked);
  append_count (out, "positive", item->positive);
  append_member (out, "value", item->value);
  if (item->counted >= 0)
    g_string_append_printf (out, ", \"counted\": %s", item->counted ? "true" : "false");
  append_member (out, "day", item->day);
  append_member (out, "source", item->source);
  append_member (out, "link", item->link);
  append_member (out, "text", item->text);
  g_string_append_c (out, '}');
}

static void
print_item (Printer    *self,
            const Item *item)
{
  const char *name = g_hash_table_lookup (self->names, &item->organization_id);

  if (self->json)
    append_json (self, item, name != NULL ? name : "");
  else
    append_line (self, item, name);
  self->n++;
}

/* --- kinds ------------------------------------------------------------------------------- */

static const MerBatch *
batch_of (const Printer *self,
          gint64         id)
{
  return g_hash_table_lookup (self->batches, &id);
}

static gboolean
print_counts (Printer     *self,
              MerResults  *results,
              MerDocument *doc,
              GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_ready_counts (doc, results->cycle->id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MerReadyCount *count = list->pdata[i];
      const MerBatch      *batch = batch_of (self, count->batch_id);
      Item                 item = nothing;

      item.kind = MER_BATCH_COUNTS;
      item.batch = count->batch_id;
      item.row = count->row;
      item.organization_id = count->organization_id;
      item.code = count->question;
      item.asked = count->asked;
      item.positive = count->positive;
      item.counted = batch != NULL && batch->counted;
      item.source = batch != NULL ? batch->source : NULL;
      print_item (self, &item);
    }
  return list != NULL;
}

/* Values of indicators: the operator's, or points of experts. */
static void
print_list (Printer         *self,
            MerBatchKind     kind,
            const GPtrArray *list)
{
  for (guint i = 0; i < list->len; i++)
    {
      const MerReadyValue *value = list->pdata[i];
      const MerBatch      *batch = batch_of (self, value->batch_id);
      Item                 item = nothing;

      item.kind = kind;
      item.batch = value->batch_id;
      item.row = value->row;
      item.organization_id = value->organization_id;
      item.code = value->code;
      item.value = value->value;
      item.source = batch != NULL ? batch->source : NULL;
      print_item (self, &item);
    }
}

static gboolean
print_values (Printer     *self,
              MerResults  *results,
              MerDocument *doc,
              GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_ready_values (doc, results->cycle->id, error);

  if (list != NULL)
    print_list (self, MER_BATCH_VALUES, list);
  return list != NULL;
}

static gboolean
print_points (Printer     *self,
              MerResults  *results,
              MerDocument *doc,
              GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_expert_points (doc, results->cycle->id, error);

  if (list != NULL)
    print_list (self, MER_BATCH_POINTS, list);
  return list != NULL;
}

static gboolean
print_facts (Printer     *self,
             MerResults  *results,
             MerDocument *doc,
             GError     **error)
{
  g_autoptr (GPtrArray) list = mer_store_facts (doc, results->cycle->id, error);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const MerFact *fact = list->pdata[i];
      Item           item = nothing;

      item.kind = MER_BATCH_FACTS;
      item.id = fact->id;
      item.batch = fact->batch_id;
      item.row = fact->row;
      item.organization_id = fact->organization_id;
      item.day = fact->day;
      item.source = fact->origin;
      item.link = fact->link;
      item.text = fact->text;
      print_item (self, &item);
    }
  return list != NULL;
}

static gboolean
print_recipients (Printer     *self,
                  MerResults  *results,
                  MerDocument *doc,
                  GError     **error)
{
  for (guint i = 0; i < results->members->len; i++)
    {
      const MerCycleMember *member = results->members->pdata[i];
      Item                  item = nothing;
      g_autofree char      *number = g_strdup_printf ("%" G_GINT64_FORMAT, member->recipients);

      if (member->recipients < 0)
        continue;
      item.kind = MER_BATCH_RECIPIENTS;
      item.organization_id = member->organization_id;
      item.value = number;
      item.source = member->recipients_source;
      print_item (self, &item);
    }
  return TRUE;
}

static const struct
{
  MerBatchKind kind;
  gboolean (*print) (Printer     *self,
                     MerResults  *results,
                     MerDocument *doc,
                     GError     **error);
} kinds[] = {
  { MER_BATCH_COUNTS, print_counts },
  { MER_BATCH_VALUES, print_values },
  { MER_BATCH_FACTS, print_facts },
  { MER_BATCH_RECIPIENTS, print_recipients },
  { MER_BATCH_POINTS, print_points },
};

gboolean
mer_evidence_print (MerResults  *results,
                    MerDocument *doc,
                    int          kind,
                    gboolean     json,
                    GError     **error)
{
  g_autoptr (GPtrArray) organizations = mer_store_organizations (doc, error);
  g_autoptr (GHashTable) names = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) batches = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GString) out = g_string_new (
    json ? "[" : "kind\tid\tbatch\trow\torganization\tcode\tasked\tpositive\tvalue\tcounted\tday"
                 "\tsource\tlink\ttext\n");
  Printer self = { names, batches, out, json, 0 };

  if (organizations == NULL)
    return FALSE;
  for (guint i = 0; i < organizations->len; i++)
    {
      MerOrganization *organization = organizations->pdata[i];

      g_hash_table_insert (names, &organization->id, organization->name);
    }
  for (guint i = 0; i < results->batches->len; i++)
    {
      MerBatch *batch = results->batches->pdata[i];

      g_hash_table_insert (batches, &batch->id, batch);
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if ((kind < 0 || kinds[i].kind == (MerBatchKind) kind) &&
          !kinds[i].print (&self, results, doc, error))
        return FALSE;
    }
  mer_cli_print ("%s%s", out->str, json ? "]\n" : "");
  return TRUE;
}

/* --- the comparison ------------------------------------------------------------------------ */

static const char *
kind_code (MerDifferenceKind kind)
{
  switch (kind)
    {
    case MER_DIFFERENCE_NO_OURS:
      return "no-ours";
    case MER_DIFFERENCE_NO_THEIRS:
      return "no-theirs";
    case MER_DIFFERENCE_NO_ORGANIZATION:
      return "no-organization";
    case MER_DIFFERENCE_NONE:
      return "none";
    case MER_DIFFERENCE_VALUE:
    default:
      return "value";
    }
}

static void
append_csv_fields (GString             *csv,
                   const MerDifference *difference)
{
  mer_csv_append (csv, difference->organization->name, ',');
  g_string_append_printf (csv, ",%s,%s,%s,%s,%s\n", difference->code,
                          difference->theirs != NULL ? difference->theirs : "",
                          difference->ours != NULL ? difference->ours : "",
                          difference->difference != NULL ? difference->difference : "",
                          kind_code (difference->kind));
}

static void
append_text_fields (GString             *text,
                    const MerDifference *difference)
{
  g_autofree char *name = mer_cli_line (difference->organization->name);

  g_string_append (text, name);
  append_field (text, difference->code);
  append_field (text, difference->theirs);
  append_field (text, difference->ours);
  append_field (text, difference->difference);
  append_field (text, kind_code (difference->kind));
  g_string_append_c (text, '\n');
}

static void
append_json_fields (GString             *json,
                    const MerDifference *difference)
{
  g_string_append (json, "{\"organization\": ");
  mer_cli_json_string (json, difference->organization->name);
  append_member (json, "code", difference->code);
  append_member (json, "theirs", difference->theirs);
  append_member (json, "ours", difference->ours);
  append_member (json, "difference", difference->difference);
  append_member (json, "kind", kind_code (difference->kind));
  if (difference->batch_id > 0)
    append_count (json, "batch", difference->batch_id);
  if (difference->row > 0)
    append_count (json, "row", difference->row);
  g_string_append_c (json, '}');
}

void
mer_comparison_print (const MerComparison *comparison,
                      const char          *format)
{
  const GPtrArray *list = comparison->differences;
  gboolean         csv = g_strcmp0 (format, "csv") == 0;
  gboolean         json = g_strcmp0 (format, "json") == 0;
  g_autoptr (GString) out = g_string_new (NULL);

  if (csv)
    g_string_append (out, "organization,code,theirs,ours,difference,kind\n");
  else
    g_string_append_printf (out,
                            json ? "{\"differences\": %u,\n \"cells\": %u,\n \"list\": ["
                                 : "differences: %u\ncells: %u\n",
                            list->len, comparison->n_cells);
  for (guint i = 0; i < list->len; i++)
    {
      if (json)
        g_string_append (out, i > 0 ? ",\n  " : "\n  ");
      (csv ? append_csv_fields : json ? append_json_fields
                                      : append_text_fields) (out, list->pdata[i]);
    }
  if (json)
    g_string_append (out, "]}\n");
  mer_cli_print ("%s", out->str);
}
