/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Organizations out of what bus.gov.ru gives: XML documents, several in a file, a ZIP of them, and
 * the portal's table of completeness; and XML that no portal writes. */

#include "config.h"

#include "import-fixture.h"

#include <zip.h>

#include "import/mer-xml-part.h"

#define START                                                 \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"              \
  "<ns2:institutionInfo xmlns=\"http://bus.gov.ru/types/1\" " \
  "xmlns:ns2=\"http://bus.gov.ru/external/1\"><ns2:body>"
#define END "</ns2:body></ns2:institutionInfo>"
#define POSITION(number, name, date)                                          \
  "<ns2:position><changeDate>" date "</changeDate><initiator><regNum>" number \
  "</regNum><fullName>" name "</fullName></initiator></ns2:position>"
#define DAY "2024-01-01T00:00:00"

/* «number:full name|short name|parent» a row below the header, or the error. */
static char *
dump (const char *name,
      const char *bytes,
      gsize       length)
{
  g_autofree char *folder = g_dir_make_tmp ("mer-busgov-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  MerTableOptions  options = { path, NULL, NULL, 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (MerTableReader) reader = NULL;
  GString *out = g_string_new (NULL);
  MerRow   row = { 0 };

  g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
  reader = mer_table_reader_open (&options, &error);
  while (reader != NULL && mer_table_reader_next (reader, &row, &error) > 0)
    {
      g_assert_cmpuint (row.n_cells, ==, 10);
      if (row.number > 1)
        g_string_append_printf (out, "%d:%s|%s|%s\n", (int) row.number, row.cells[1].text,
                                row.cells[0].text, row.cells[9].text);
    }
  if (error != NULL)
    g_string_append (out, error->message);
  g_unlink (path);
  g_rmdir (folder);
  return g_string_free (out, FALSE);
}

static void
test_documents (void)
{
  static const struct
  {
    const char *xml;
    const char *rows;
  } cases[] = {
    { START POSITION ("1", "Школа", DAY) END, "2:Школа||\n" },
    { START POSITION ("1", "Школа", DAY) POSITION ("2", "Сад", DAY) END, "2:Школа||\n3:Сад||\n" },
    /* documents behind each other, with a mark or without */
    { START POSITION ("1", "Школа", DAY) END "\n" START POSITION ("2", "Сад", DAY) END,
      "2:Школа||\n3:Сад||\n" },
    { "\xef\xbb\xbf" START POSITION ("1", "Школа", DAY) END "\xef\xbb\xbf" START POSITION (
        "2", "Сад", DAY) END "\n",
      "2:Школа||\n3:Сад||\n" },
    /* the latest version of an organization, wherever it stands */
    { START POSITION ("1", "Новая", "2024-05-01T00:00:00") POSITION ("1", "Старая", DAY) END,
      "2:Новая||\n" },
    /* the position of a chief is no organization */
    { START "<position><initiator><fullName>Школа &amp; <![CDATA[сад]]></fullName></initiator>"
            "<other><chief><position>Директор</position></chief></other></position>" END,
      "2:Школа & сад||\n" },
    /* a branch that is only named, one that has a position of its own, a head office */
    { START "<position><changeDate>" DAY "</changeDate><initiator><regNum>1</regNum>"
            "<fullName>Школа</fullName></initiator><additional>"
            "<branch><regNum>2</regNum><fullName>Филиал А</fullName><shortName>А</shortName>"
            "</branch><branch><regNum>3</regNum><fullName>Филиал Б</fullName></branch>"
            "</additional></position>"
            "<position><changeDate>" DAY "</changeDate><initiator><regNum>3</regNum>"
            "<fullName>Филиал Б</fullName></initiator><main><shortName>Б</shortName></main>"
            "<additional><branchInfo><headOffice><fullName>Школа</fullName></headOffice>"
            "</branchInfo></additional></position>" END,
      "2:Школа||\n3:Филиал А|А|Школа\n4:Филиал Б|Б|Школа\n" },
    { START "<position/>" END, "The file “t.xml” comes from bus.gov.ru, but describes no "
                               "organization (institutionInfo)." },
    { "<a:stateTask640r xmlns:a=\"http://bus.gov.ru/external/1\"><a:body/></a:stateTask640r>",
      "The file “t.xml” comes from bus.gov.ru, but describes no organization "
      "(institutionInfo)." },
    { START POSITION ("1", "Школа", DAY),
      "The file “t.xml” is damaged or was not copied to its end." },
    { START POSITION ("1", "Школа", DAY) "<position></b>" END,
      "The file “t.xml” is damaged or was not copied to its end." },
    { "<?xml version=\"1.0\"?><!DOCTYPE institutionInfo [<!ENTITY a \"b\">]>"
      "<institutionInfo><body><position/></body></institutionInfo>",
      "The file “t.xml” defines entities, which no table needs; it is not opened." },
    { "<?xml version=\"1.0\"?><!DOCTYPE institutionInfo SYSTEM \"http://example.org/a.dtd\">"
      "<institutionInfo/>",
      "The file “t.xml” defines entities, which no table needs; it is not opened." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *got = dump ("t.xml", cases[i].xml, strlen (cases[i].xml));

      g_assert_cmpstr (got, ==, cases[i].rows);
    }
}

static void
test_encodings (void)
{
  static const char *const encodings[] = { "WINDOWS-1251", "UTF-16LE" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autofree char *xml = g_strdup_printf (
        "%s<?xml version=\"1.0\" encoding=\"%s\"?><institutionInfo><body>%s</body>"
        "</institutionInfo>",
        i == 1 ? "\xef\xbb\xbf" : "", i == 1 ? "UTF-16" : encodings[i],
        "<position><initiator><fullName>Лицей № 5</fullName></initiator></position>");
      gsize            length = 0;
      g_autofree char *bytes = g_convert (xml, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autofree char *got = dump ("t.xml", bytes, length);

      g_assert_cmpstr (got, ==, "2:Лицей № 5||\n");
    }
}

/* A thousand elements deep, and a document whose second declaration stands at every place of the
 * pieces that a file is read in. */
static void
test_shape (void)
{
  g_autoptr (GString) deep = g_string_new (START);
  g_autofree char *refused = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (deep, "<a>");
  refused = dump ("t.xml", deep->str, deep->len);
  g_assert_cmpstr (refused, ==, "The file “t.xml” is damaged or was not copied to its end.");
  for (guint i = 0; i < 16; i++)
    {
      g_autoptr (GString) xml = g_string_new (START POSITION ("1", "Школа", DAY));
      g_autofree char *got = NULL;

      while (xml->len + strlen (END) < 64 * 1024 - i)
        g_string_append_c (xml, ' ');
      g_string_append (xml, END START POSITION ("2", "Сад", DAY) END);
      got = dump ("t.xml", xml->str, xml->len);
      g_assert_cmpstr (got, ==, "2:Школа||\n3:Сад||\n");
    }
}

/* A dump of a region is a ZIP of documents. */
static void
test_archive (void)
{
  static const char *const documents[] = { START POSITION ("1", "Школа", DAY) END,
                                           START POSITION ("2", "Сад", DAY) END };
  g_autofree char         *folder = g_dir_make_tmp ("mer-busgov-XXXXXX", NULL);
  g_autofree char         *path = g_build_filename (folder, "dump.zip", NULL);
  g_autofree char         *bytes = NULL;
  g_autofree char         *got = NULL;
  gsize                    length = 0;
  zip_t                   *zip = zip_open (path, ZIP_CREATE, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *name = g_strdup_printf ("73/part-%u.XML", i);

      zip_file_add (zip, name,
                    zip_source_buffer (zip, documents[i], strlen (documents[i]), 0), 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  got = dump ("dump.zip", bytes, length);
  g_assert_cmpstr (got, ==, "2:Школа||\n3:Сад||\n");
  g_unlink (path);
  g_rmdir (folder);
}

/* --- the whole import ------------------------------------------------------------------------- */

static void
test_import (Fixture      *self,
             gconstpointer data)
{
  g_autofree char *path =
    g_build_filename (g_getenv ("MER_TEST_DATA"), "import", "institution-info.xml", NULL);
  g_autoptr (MerImportOptions) options = mer_import_options_new (MER_BATCH_ORGANIZATIONS, path);
  MerBatchKind kind = MER_BATCH_SURVEY;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  const MerOrganization *garden = NULL;

  g_assert_true (mer_import_guess_kind (self->doc, path, &kind, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, MER_BATCH_ORGANIZATIONS);
  result = fixture_run (self, options);
  assert_counts (result, 4, 0, 0);
  g_assert_cmpuint (result->problems->len, ==, 0);
  organizations = fixture_organizations (self);
  garden = get_organization (organizations, "МБДОУ «Радуга»");
  g_assert_cmpint (garden->kind, ==, MER_ORGANIZATION_PRESCHOOL);
  g_assert_cmpstr (garden->inn, ==, "7301001025");
  g_assert_cmpstr (garden->ogrn, ==, "1027300000023");
  g_assert_cmpstr (garden->bus_gov_id, ==, "7300000000025");
  g_assert_cmpstr (garden->address, ==,
                   "433000, Примерная обл, Липовский р-н, с Липовка, ул Садовая, д. 12/1");
  g_assert_cmpstr (garden->site, ==, "raduga.example");
  g_assert_cmpstr (garden->head, ==, "Быков Яков");
  g_assert_cmpint (get_organization (organizations, "Филиал «Берёзка»")->parent_id, ==, garden->id);
}

/* The portal's table of completeness: the type there is the legal form. */
static void
test_completeness (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MerImportOptions) options = fixture_table (
    self, MER_BATCH_ORGANIZATIONS, "t.csv",
    "№;ГРБС (код);ГРБС (наименование);Бюджет;Полное наименование;Сокращённое наименование;ИНН;"
    "КПП;Тип организации;Вид учреждения;Реестровый номер в перечне ГМУ;Процент заполнения\n"
    "1;974;Отдел образования;Бюджет Липовского района;МБОУ «Липовская СШ № 3»;Липовская СШ № 3;"
    "7301001018;730101001;Бюджетное учреждение;Общеобразовательная организация;7300000000017;98\n"
    "2;974;Отдел образования;Бюджет Липовского района;МАДОУ «Детский сад „Радуга“»;Радуга;"
    "7301001025;730101001;Автономное учреждение;Дошкольная образовательная организация;"
    "7300000000025;100\n");
  MerBatchKind kind = MER_BATCH_SURVEY;
  g_autoptr (GError) error = NULL;
  g_autoptr (MerImportResult) result = NULL;
  g_autoptr (GPtrArray) organizations = NULL;
  const MerOrganization *garden = NULL;

  g_assert_true (mer_import_guess_kind (self->doc, options->path, &kind, &error));
  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, MER_BATCH_ORGANIZATIONS);
  result = fixture_run (self, options);
  assert_counts (result, 2, 0, 0);
  g_assert_cmpuint (result->problems->len, ==, 0);
  organizations = fixture_organizations (self);
  garden = get_organization (organizations, "Радуга");
  g_assert_cmpstr (garden->full_name, ==, "МАДОУ «Детский сад „Радуга“»");
  g_assert_cmpstr (garden->bus_gov_id, ==, "7300000000025");
  g_assert_cmpstr (garden->inn, ==, "7301001025");
  g_assert_cmpint (garden->kind, ==, MER_ORGANIZATION_PRESCHOOL);
}

/* The headings of the table as the portal writes them, slip of the pen included. */
static void
test_completeness_bare (Fixture      *self,
                        gconstpointer data)
{
  g_autoptr (MerImportResult) result = fixture_import (
    self, MER_BATCH_ORGANIZATIONS,
    "№;ГРБС (код);Бюджет;Полное наименование учереждения;ИНН;КПП;Тип организации;"
    "Тип организации 2019;Признак доведения субсидий;Ведение бух.учета (для филиалов);"
    "Реестровый номер в перечне ГМУ;Номер в Сводном реестре;Общая;"
    "Статус полноты размещения информации по учреждению (Да, Нет)\n"
    "№;ГРБС (код);Бюджет;Полное наименование учереждения;;;;;;;Реестровый номер в перечне ГМУ;;"
    "Опубликовано за 2021;\n"
    "1;974;Бюджет района;МБОУ «Липовская школа № 3»;7301001018;730101001;Бюджетное;"
    "Бюджетное c субсидиями;Да;;7300000000017;012У0001;Да;Да\n");
  g_autoptr (GPtrArray) organizations = fixture_organizations (self);
  const MerOrganization *school = get_organization (organizations, "МБОУ «Липовская школа № 3»");

  assert_counts (result, 1, 0, 0);
  g_assert_cmpuint (result->problems->len, ==, 1);
  g_assert_cmpint (get_problem (result, "repeated-headings")->row, ==, 2);
  g_assert_cmpstr (school->bus_gov_id, ==, "7300000000017");
  g_assert_cmpint (school->kind, ==, MER_ORGANIZATION_GENERAL);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/busgov/documents", test_documents);
  g_test_add_func ("/busgov/encodings", test_encodings);
  g_test_add_func ("/busgov/shape", test_shape);
  g_test_add_func ("/busgov/archive", test_archive);
  g_test_add ("/busgov/import", Fixture, NULL, fixture_set_up, test_import, fixture_tear_down);
  g_test_add ("/busgov/completeness", Fixture, NULL, fixture_set_up, test_completeness,
              fixture_tear_down);
  g_test_add ("/busgov/completeness-bare", Fixture, NULL, fixture_set_up, test_completeness_bare,
              fixture_tear_down);
  return g_test_run ();
}
