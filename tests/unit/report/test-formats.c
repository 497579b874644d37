/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of document in every format for word processors: packages that open, XML that is well
 * formed, the same bytes twice, text that comes back as it went in. */
#include <libxml/parser.h>
#include <string.h>
#include <zip.h>

#include "mer-test-report.h"
#include "core/mer-objection.h"
#include "report/mer-report-private.h"

static const char *const formats[] = { "docx", "odt", "html", "pdf" };

static GBytes *
write_document (const char    *kind,
                const char    *format,
                MerScoreTable *table)
{
  g_autofree char *name = g_strdup_printf ("%s.%s", kind, format);
  g_autofree char *path = mer_test_path (name);
  g_autoptr (GError) error = NULL;
  MerReportInput input = mer_test_input (table, MER_LANGUAGE_RU);
  char          *data = NULL;
  gsize          length = 0;

  input.methodology = table != NULL ? table->methodology : NULL;
  mer_report_write (kind, &input, path, &error);
  g_assert_no_error (error);
  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* A part of a package as text; NULL when there is none. */
static char *
read_part (GBytes     *bytes,
           const char *name)
{
  gsize         length = 0;
  gconstpointer data = g_bytes_get_data (bytes, &length);
  zip_source_t *source = zip_source_buffer_create (data, length, 0, NULL);
  zip_t        *archive = zip_open_from_source (source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
  zip_stat_t    info;
  zip_file_t   *file = NULL;
  char         *text = NULL;

  g_assert_nonnull (archive);
  if (zip_stat (archive, name, 0, &info) == 0)
    {
      file = zip_fopen (archive, name, 0);
      text = g_malloc0 (info.size + 1);
      g_assert_cmpint (zip_fread (file, text, info.size), ==, (zip_int64_t) info.size);
      zip_fclose (file);
    }
  zip_discard (archive);
  return text;
}

static void
assert_xml (GBytes     *bytes,
            const char *part,
            const char *contains)
{
  g_autofree char *text = read_part (bytes, part);
  xmlDoc          *tree = NULL;

  g_assert_nonnull (text);
  tree = xmlReadMemory (text, (int) strlen (text), part, NULL, XML_PARSE_NONET);
  g_assert_nonnull (tree);
  xmlFreeDoc (tree);
  if (contains != NULL)
    g_assert_nonnull (strstr (text, contains));
}

static void
assert_document (GBytes     *bytes,
                 const char *format,
                 const char *contains)
{
  gsize       length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  if (g_str_equal (format, "docx"))
    {
      assert_xml (bytes, "word/document.xml", contains);
      assert_xml (bytes, "word/styles.xml", NULL);
      assert_xml (bytes, "word/header1.xml", NULL);
      assert_xml (bytes, "word/_rels/document.xml.rels", NULL);
      assert_xml (bytes, "[Content_Types].xml", NULL);
      assert_xml (bytes, "docProps/core.xml", NULL);
    }
  else if (g_str_equal (format, "odt"))
    {
      g_assert_true (memcmp (data + 30, "mimetype", 8) == 0);
      assert_xml (bytes, "content.xml", contains);
      assert_xml (bytes, "styles.xml", NULL);
      assert_xml (bytes, "meta.xml", NULL);
      assert_xml (bytes, "META-INF/manifest.xml", NULL);
    }
  else if (g_str_equal (format, "html"))
    {
      g_assert_true (g_utf8_validate (data, (gssize) length, NULL));
      g_assert_nonnull (contains == NULL ? data
                                         : g_strstr_len (data, (gssize) length, contains));
    }
  else
    g_assert_true (g_str_has_prefix (data, "%PDF-"));
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *kind;
    const char *contains;
  } kinds[] = {
    { "rating", "ДС «Колокольчик»" },
    { "calculation", "ДС «Колокольчик»" },
    { "questionnaire", "Удовлетворены ли Вы в целом" },
    { "checklist", "Абонентский номер телефона" },
  };
  g_autoptr (MerScoreTable) table =
    mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, NULL, NULL);

  g_setenv ("SOURCE_DATE_EPOCH", "1733961600", TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autoptr (GBytes) first = write_document (kinds[i].kind, formats[j], table);
        g_autoptr (GBytes) second = write_document (kinds[i].kind, formats[j], table);

        assert_document (first, formats[j], kinds[i].contains);
        g_assert_true (g_bytes_equal (first, second));
      }
}

/* On an empty document each kind says so on its page. */
static void
test_empty (void)
{
  const MerReportKind *const *kinds = mer_report_kinds ();

  for (guint i = 0; kinds[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (formats); j++)
      {
        g_autoptr (GBytes) bytes = write_document (kinds[i]->id, formats[j], NULL);

        assert_document (bytes, formats[j], NULL);
      }
}

/* Objections of those who are printed, and the day on which the council decided a rule. */
static void
test_objections_and_rules (void)
{
  static const char *const kinds[] = { "rating", "calculation" };
  g_autoptr (MerScoreTable) table =
    mer_test_scores (mer_test_district, MER_TEST_DISTRICT_N, NULL, NULL);
  g_autoptr (MerMethodology) decided =
    mer_methodology_with_decision (table->methodology, "base", "answered", "2024-05-12", NULL);
  g_autoptr (MerScoreTable) scores =
    mer_score_table_new (decided, table->organizations, table->items, table->evidence);
  g_autoptr (MerObjection) objection = mer_objection_new ("3.1", "Пандус установлен");
  g_autoptr (GPtrArray) objections = g_ptr_array_new ();

  objection->organization_id = scores->rows[0].organization->id;
  objection->state = MER_OBJECTION_ACCEPTED;
  objection->before = g_strdup ("40");
  objection->after = g_strdup ("60");
  objection->received = g_strdup ("2024-11-25");
  g_ptr_array_add (objections, objection);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      MerReportInput input = mer_test_input (scores, MER_LANGUAGE_RU);
      g_autoptr (MerBlocks) all = NULL;
      g_autoptr (MerBlocks) others = NULL;
      g_autoptr (GArray) other = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_autofree char *text = NULL;
      g_autofree char *without = NULL;

      input.objections = objections;
      all = mer_report_kind_find (kinds[i])->build (&input);
      text = mer_test_dump_blocks (all);
      g_assert_nonnull (strstr (text, "Пандус установлен"));
      g_assert_nonnull (strstr (text, "25.11.2024"));
      g_assert_nonnull (strstr (text, "40,00"));
      g_assert_nonnull (strstr (text, "12.05.2024"));
      g_array_append_val (other, scores->rows[1].organization->id);
      input.organizations = other;
      others = mer_report_kind_find (kinds[i])->build (&input);
      without = mer_test_dump_blocks (others);
      g_assert_null (strstr (without, "Пандус установлен"));
      g_assert_nonnull (strstr (without, scores->rows[1].organization->name));
    }
}

/* What XML cannot hold is left out, what it could mistake is escaped. */
static void
test_hostile_text (void)
{
  g_autoptr (MerBlocks) blocks = mer_blocks_new (MER_LANGUAGE_RU, "<&\"\x01>");
  MerTable *hostile = mer_table_new ();
  GStrv     cells = g_new0 (char *, 2);

  mer_table_add_column (hostile, "<b>", 0, MER_ALIGN_LEFT, FALSE);
  cells[0] = g_strdup ("a < b && c\n\x02\xE2\x80\xA8");
  mer_table_add_row (hostile, cells);
  mer_blocks_set_author (blocks, "\"]]>");
  mer_blocks_add_text (blocks, MER_BLOCK_HEADING, "<script>\x0b</script>");
  mer_blocks_add_table (blocks, hostile);
  mer_blocks_add_signature (blocks, "</w:p>", NULL);
  for (guint i = 0; mer_renderers ()[i] != NULL; i++)
    {
      const MerRenderer *renderer = mer_renderers ()[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = renderer->render (blocks, &error);
      gsize       length = 0;
      const char *data = NULL;

      g_assert_no_error (error);
      data = g_bytes_get_data (bytes, &length);
      if (g_str_equal (renderer->extension, "html"))
        g_assert_null (g_strstr_len (data, (gssize) length, "<script>"));
      if (g_str_equal (renderer->extension, "docx") || g_str_equal (renderer->extension, "odt"))
        assert_document (bytes, renderer->extension, "a &lt; b &amp;&amp; c");
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/formats/kinds", test_kinds);
  g_test_add_func ("/formats/empty", test_empty);
  g_test_add_func ("/formats/objections-and-rules", test_objections_and_rules);
  g_test_add_func ("/formats/hostile-text", test_hostile_text);
  return g_test_run ();
}
