/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain structs by their fields, and days. */

#include "core/mer-day.h"
#include "core/mer-struct.h"

#include <math.h>

typedef enum
{
  COLOUR_RED,
  COLOUR_GREEN,
} Colour;

typedef struct
{
  gint64   id;
  char     before; /* bytes beside narrow members are nobody's */
  gboolean open;
  Colour   colour;
  char     after;
  double   share;
  char    *name;
  char    *note;
  char    *day;
} Row;

static const char *const colour_codes[] = { "red", "green", NULL };

static const MerMember fields[] = {
  MER_MEMBER_ID (Row, id),
  MER_MEMBER_BOOL (Row, open),
  MER_MEMBER_CODE (Row, colour, colour_codes),
  MER_MEMBER_REAL (Row, share),
  MER_MEMBER_TEXT (Row, name, .column = "title"),
  MER_MEMBER_NOTE (Row, note),
  MER_MEMBER_DAY (Row, day),
};

static const MerStruct record = MER_STRUCT (Row, fields);

static Row *
new_row (void)
{
  Row *row = mer_struct_new (&record);

  row->id = 7;
  row->colour = COLOUR_GREEN;
  row->name = g_strdup ("Совет");
  row->day = g_strdup ("2024-10-15");
  return row;
}

static void
test_copy (void)
{
  Row *row = new_row ();
  Row *copy = mer_struct_copy (&record, row);

  g_assert_true (mer_struct_equal (&record, row, copy));
  g_assert_true (copy->name != row->name);
  g_assert_cmpstr (copy->name, ==, "Совет");
  g_assert_null (copy->note);
  mer_struct_free (&record, row);
  g_assert_cmpstr (copy->day, ==, "2024-10-15");
  mer_struct_free (&record, copy);
  mer_struct_free (&record, NULL);
}

static void
test_equal (void)
{
  Row *a = new_row ();
  Row *b = new_row ();

  a->share = b->share = (double) NAN;
  g_assert_true (mer_struct_equal (&record, a, b));
  b->note = g_strdup ("");
  g_assert_true (mer_struct_equal (&record, a, b));
  mer_member_take_text (mer_struct_find (&record, "note"), b, g_strdup ("примечание"));
  g_assert_false (mer_struct_equal (&record, a, b));
  mer_member_take_text (mer_struct_find (&record, "note"), b, NULL);
  b->share = 0.5;
  g_assert_false (mer_struct_equal (&record, a, b));
  b->share = a->share;
  b->open = TRUE;
  g_assert_false (mer_struct_equal (&record, a, b));
  b->open = FALSE;
  mer_member_take_text (mer_struct_find (&record, "name"), b, NULL);
  g_assert_false (mer_struct_equal (&record, a, b));
  mer_struct_free (&record, a);
  mer_struct_free (&record, b);
}

static void
test_members (void)
{
  Row             *row = new_row ();
  const MerMember *colour = mer_struct_find (&record, "colour");
  const MerMember *open = mer_struct_find (&record, "open");

  row->before = 'b';
  row->after = 'a';
  mer_member_set_int (open, row, 1);
  mer_member_set_int (colour, row, COLOUR_RED);
  g_assert_cmpint (row->before, ==, 'b');
  g_assert_cmpint (row->after, ==, 'a');
  g_assert_true (row->open);
  g_assert_cmpstr (mer_member_get_code (colour, row), ==, "red");
  mer_member_set_int (colour, row, 2);
  g_assert_null (mer_member_get_code (colour, row));
  mer_member_set_int (colour, row, -1);
  g_assert_null (mer_member_get_code (colour, row));
  g_assert_cmpint (mer_member_get_int (mer_struct_find (&record, "id"), row), ==, 7);
  g_assert_cmpstr (mer_struct_find (&record, "name")->column, ==, "title");
  g_assert_null (mer_struct_find (&record, "title"));
  mer_struct_free (&record, row);
}

static void
test_codes (void)
{
  g_assert_cmpint (mer_codes_find (colour_codes, "green"), ==, 1);
  g_assert_cmpint (mer_codes_find (colour_codes, "blue"), ==, -1);
  g_assert_cmpint (mer_codes_find (colour_codes, NULL), ==, -1);
}

static void
assert_parsed (const char *text,
               const char *expected)
{
  g_autofree char *iso = mer_day_parse (text);

  g_assert_cmpstr (iso, ==, expected);
}

static void
test_days (void)
{
  static const char *const none[] = { "2024-02-30", "2023-02-29", "2024-1-15", "15.10.2024",
                                      "2024-10-15T", "2024-10-1 ", "+024-10-15", "0000-01-01",
                                      "2024-13-01", "2024-10-00", "", "2024/10/15" };
  g_autofree char         *words = mer_day_to_words ("2024-02-29");
  gint64                   number = 0;

  g_assert_true (mer_day_is_iso ("2024-02-29"));
  g_assert_true (mer_day_is_iso ("1999-12-31"));
  g_assert_false (mer_day_is_iso (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (none); i++)
    g_assert_false (mer_day_is_iso (none[i]));
  g_assert_cmpstr (words, ==, "29.02.2024");
  g_assert_true (mer_day_to_number ("1970-01-02", &number));
  g_assert_cmpint (number, ==, 1);
  assert_parsed ("14.10.2024", "2024-10-14");
  assert_parsed (" 1/2/2024 г.", "2024-02-01");
  assert_parsed ("14\302\240Октября 2024 года", "2024-10-14");
  assert_parsed ("2024-10-14", "2024-10-14");
  assert_parsed ("31.02.2024", NULL);
  assert_parsed ("14 окт 2024", NULL);
  assert_parsed ("14.10", NULL);
  assert_parsed ("\377", NULL);
  assert_parsed (NULL, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/struct/copy", test_copy);
  g_test_add_func ("/core/struct/equal", test_equal);
  g_test_add_func ("/core/struct/members", test_members);
  g_test_add_func ("/core/struct/codes", test_codes);
  g_test_add_func ("/core/struct/days", test_days);
  return g_test_run ();
}
