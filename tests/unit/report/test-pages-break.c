/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where pages end: on heights alone, without fonts. */
#include "report/mer-pages-private.h"

typedef struct
{
  GPtrArray *flows;
  GArray    *pieces;
  guint      n_pages;
} Fixture;

static void
flow_free (gpointer data)
{
  MerFlow *flow = data;

  g_free (flow->heights);
  g_free (flow->keep);
  g_free (flow);
}

static void
fixture_init (Fixture *self)
{
  self->flows = g_ptr_array_new_with_free_func (flow_free);
  self->pieces = NULL;
}

static void
fixture_clear (Fixture *self)
{
  g_ptr_array_unref (self->flows);
  g_clear_pointer (&self->pieces, g_array_unref);
}

static MerFlow *
add_flow (Fixture *self,
          guint    n,
          double   height)
{
  MerFlow *flow = g_new0 (MerFlow, 1);

  mer_flow_set_units (flow, n);
  for (guint i = 0; i < n; i++)
    flow->heights[i] = height;
  g_ptr_array_add (self->flows, flow);
  return flow;
}

/* As «page:flow first+n@y», one a piece. */
static void
assert_broken (Fixture    *self,
               double      height,
               const char *expected)
{
  g_autoptr (GString) out = g_string_new (NULL);

  g_clear_pointer (&self->pieces, g_array_unref);
  self->pieces = mer_pages_break (self->flows, height, &self->n_pages);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const MerPiece *piece = &g_array_index (self->pieces, MerPiece, i);

      g_string_append_printf (out, "%s%u:%u %u+%u@%.0f", i > 0 ? ", " : "", piece->page + 1,
                              piece->flow, piece->first, piece->n, piece->y);
    }
  g_assert_cmpstr (out->str, ==, expected);
}

static void
test_nothing (void)
{
  Fixture f;

  fixture_init (&f);
  assert_broken (&f, 100, "");
  g_assert_cmpuint (f.n_pages, ==, 1);
  add_flow (&f, 0, 0);
  assert_broken (&f, 100, "");
  g_assert_cmpuint (f.n_pages, ==, 1);
  fixture_clear (&f);
}

static void
test_exact_fit (void)
{
  Fixture f;

  fixture_init (&f);
  add_flow (&f, 10, 10);
  assert_broken (&f, 100, "1:0 0+10@0");
  assert_broken (&f, 99, "1:0 0+9@0, 2:0 9+1@0");
  fixture_clear (&f);
}

/* Space above falls away at the top of a page. */
static void
test_space (void)
{
  Fixture f;

  fixture_init (&f);
  add_flow (&f, 1, 50)->space = 7;
  add_flow (&f, 1, 40)->space = 9;
  add_flow (&f, 1, 40)->space = 9;
  assert_broken (&f, 100, "1:0 0+1@0, 1:1 0+1@59, 2:2 0+1@0");
  fixture_clear (&f);
}

/* A table's header is repeated and never stands with less than two rows. */
static void
test_header (void)
{
  Fixture  f;
  MerFlow *table;

  fixture_init (&f);
  add_flow (&f, 1, 55);
  table = add_flow (&f, 6, 10);
  table->head = 20;
  mer_flow_keep_ends (table);
  assert_broken (&f, 100, "1:0 0+1@0, 1:1 0+2@55, 2:1 2+4@0");
  /* 55 + 20 + 10 + 10 is more than 94: the table begins on a new page */
  assert_broken (&f, 94, "1:0 0+1@0, 2:1 0+6@0");
  fixture_clear (&f);
}

/* The last row never stands alone. */
static void
test_last_two (void)
{
  Fixture  f;
  MerFlow *table;

  fixture_init (&f);
  table = add_flow (&f, 10, 10);
  table->head = 10;
  mer_flow_keep_ends (table);
  assert_broken (&f, 100, "1:0 0+8@0, 2:0 8+2@0");
  fixture_clear (&f);
}

/* What closes a stretch needs its room on every page. */
static void
test_tail (void)
{
  Fixture  f;
  MerFlow *figure;

  fixture_init (&f);
  figure = add_flow (&f, 10, 10);
  figure->tail = 25;
  mer_flow_keep_ends (figure);
  assert_broken (&f, 100, "1:0 0+7@0, 2:0 7+3@0");
  fixture_clear (&f);
}

/* A caption goes with what follows it. */
static void
test_caption (void)
{
  Fixture  f;
  MerFlow *table;

  fixture_init (&f);
  add_flow (&f, 1, 60);
  add_flow (&f, 1, 10)->keep[0] = TRUE;
  table = add_flow (&f, 3, 10);
  table->head = 15;
  mer_flow_keep_ends (table);
  assert_broken (&f, 100, "1:0 0+1@0, 2:1 0+1@0, 2:2 0+3@10");
  assert_broken (&f, 115, "1:0 0+1@0, 1:1 0+1@60, 1:2 0+3@70");
  fixture_clear (&f);
}

/* More than a page holds is begun all the same, and every unit is placed once. */
static void
test_too_much (void)
{
  Fixture  f;
  MerFlow *all;

  fixture_init (&f);
  all = add_flow (&f, 5, 40);
  for (guint i = 0; i < 5; i++)
    all->keep[i] = TRUE;
  add_flow (&f, 1, 500);
  assert_broken (&f, 100, "1:0 0+1@0, 2:0 1+1@0, 3:0 2+1@0, 4:0 3+1@0, 5:0 4+1@0, 6:1 0+1@0");
  fixture_clear (&f);
}

static void
test_page_break (void)
{
  Fixture f;

  fixture_init (&f);
  add_flow (&f, 1, 10)->keep[0] = TRUE;
  add_flow (&f, 0, 0)->page_break = TRUE;
  add_flow (&f, 1, 10);
  assert_broken (&f, 100, "1:0 0+1@0, 2:2 0+1@0");
  g_assert_cmpuint (f.n_pages, ==, 2);
  fixture_clear (&f);
}

/* Whatever the heights: all units, in order, none lost, none over the edge of a page
 * unless it is higher than the page itself. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      Fixture f;
      guint   flow = 0;
      guint   unit = 0;

      fixture_init (&f);
      for (int i = g_test_rand_int_range (1, 8); i > 0; i--)
        {
          MerFlow *added = add_flow (&f, (guint) g_test_rand_int_range (1, 30),
                                     g_test_rand_int_range (5, 30));

          added->head = g_test_rand_int_range (0, 20);
          added->tail = g_test_rand_int_range (0, 20);
          added->space = g_test_rand_int_range (0, 20);
          mer_flow_keep_ends (added);
        }
      f.pieces = mer_pages_break (f.flows, 200, &f.n_pages);
      for (guint i = 0; i < f.pieces->len; i++)
        {
          const MerPiece *piece = &g_array_index (f.pieces, MerPiece, i);
          const MerFlow  *of = g_ptr_array_index (f.flows, piece->flow);

          g_assert_cmpuint (piece->flow, ==, flow);
          g_assert_cmpuint (piece->first, ==, unit);
          g_assert_cmpfloat (piece->y + of->head + piece->n * of->heights[0] + of->tail, <=, 200.1);
          unit += piece->n;
          if (unit == of->n)
            {
              flow++;
              unit = 0;
            }
        }
      g_assert_cmpuint (flow, ==, f.flows->len);
      fixture_clear (&f);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/break/nothing", test_nothing);
  g_test_add_func ("/report/break/exact-fit", test_exact_fit);
  g_test_add_func ("/report/break/space", test_space);
  g_test_add_func ("/report/break/header", test_header);
  g_test_add_func ("/report/break/last-two", test_last_two);
  g_test_add_func ("/report/break/tail", test_tail);
  g_test_add_func ("/report/break/caption", test_caption);
  g_test_add_func ("/report/break/too-much", test_too_much);
  g_test_add_func ("/report/break/page-break", test_page_break);
  g_test_add_func ("/report/break/random", test_random);
  return g_test_run ();
}
