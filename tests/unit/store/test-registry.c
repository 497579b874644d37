/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Organizations, spellings, groups, cycles, members, items and methodologies. */
#include "store-fixture.h"

#include "methodology/mer-methodology-xml.h"

static MerOrganization *
full_organization (void)
{
  MerOrganization *organization = mer_organization_new ("ДС «Радуга»", MER_ORGANIZATION_PRESCHOOL);

  organization->full_name = g_strdup ("Детский сад № 1 «Радуга»");
  organization->state = MER_ORGANIZATION_REORGANIZED;
  organization->inn = g_strdup ("7707083893");
  organization->ogrn = g_strdup ("1027700132195");
  organization->address = g_strdup ("ул. Лесная, 1");
  organization->site = g_strdup ("https://raduga.example");
  organization->bus_gov_id = g_strdup ("123456");
  organization->head = g_strdup ("заведующий");
  organization->historic_building = TRUE;
  return organization;
}

static void
assert_same (const MerOrganization *a,
             const MerOrganization *b)
{
  g_assert_cmpint (a->id, ==, b->id);
  g_assert_cmpstr (a->name, ==, b->name);
  g_assert_cmpstr (a->full_name, ==, b->full_name);
  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpstr (a->inn, ==, b->inn);
  g_assert_cmpstr (a->ogrn, ==, b->ogrn);
  g_assert_cmpstr (a->address, ==, b->address);
  g_assert_cmpstr (a->site, ==, b->site);
  g_assert_cmpstr (a->bus_gov_id, ==, b->bus_gov_id);
  g_assert_cmpstr (a->head, ==, b->head);
  g_assert_cmpint (a->parent_id, ==, b->parent_id);
  g_assert_cmpint (a->historic_building, ==, b->historic_building);
}

static GPtrArray *
organizations (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = mer_store_organizations (self->document, &error);

  g_assert_no_error (error);
  return list;
}

static void
test_organization (Fixture      *self,
                   gconstpointer data)
{
  g_autoptr (MerOrganization) organization = full_organization ();
  g_autoptr (GPtrArray) stored = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  g_autoptr (GPtrArray) undone = NULL;
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Добавление организации");
  mer_store_save_organization (self->document, organization, &error);
  g_assert_no_error (error);
  fixture_commit (self);
  stored = organizations (self);
  g_assert_cmpuint (stored->len, ==, 1);
  assert_same (g_ptr_array_index (stored, 0), organization);

  fixture_begin (self, "Правка организации");
  g_free (organization->inn);
  organization->inn = NULL;
  organization->historic_building = FALSE;
  mer_store_save_organization (self->document, organization, &error);
  g_assert_no_error (error);
  fixture_commit (self);
  changed = organizations (self);
  assert_same (g_ptr_array_index (changed, 0), organization);

  fixture_undo (self);
  undone = organizations (self);
  assert_same (g_ptr_array_index (undone, 0), g_ptr_array_index (stored, 0));
}

static void
test_organization_order (Fixture      *self,
                         gconstpointer data)
{
  static const char *const expected[] = { "Лицей", "СОШ № 3", "СОШ № 12" };
  g_autoptr (GPtrArray) list = NULL;

  fixture_begin (self, "Добавление");
  fixture_add_organization (self, "СОШ № 12");
  fixture_add_organization (self, "СОШ № 3");
  fixture_add_organization (self, "Лицей");
  fixture_commit (self);
  list = organizations (self);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    g_assert_cmpstr (((MerOrganization *) g_ptr_array_index (list, i))->name, ==, expected[i]);
}

static void
test_organization_refused (Fixture      *self,
                           gconstpointer data)
{
  g_autoptr (MerOrganization) nameless = mer_organization_new ("", MER_ORGANIZATION_OTHER);
  g_autoptr (MerOrganization) missing = mer_organization_new ("x", MER_ORGANIZATION_OTHER);
  g_autoptr (MerOrganization) orphan = mer_organization_new ("y", MER_ORGANIZATION_OTHER);
  g_autoptr (GError) error = NULL;

  g_assert_false (mer_store_save_organization (self->document, missing, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  fixture_begin (self, "x");
  g_assert_false (mer_store_save_organization (self->document, nameless, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  missing->id = 77;
  g_assert_false (mer_store_save_organization (self->document, missing, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  orphan->parent_id = 99; /* no such organization */
  g_assert_false (mer_store_save_organization (self->document, orphan, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->document);
}

static void
test_delete_organization (Fixture      *self,
                          gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GPtrArray) aliases = NULL;
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;
  MerCycleMember member = { 0, 120, TRUE };
  gint64         cycle = fixture_add_cycle (self);

  fixture_begin (self, "Добавление");
  member.organization_id = fixture_add_organization (self, "СОШ № 3");
  g_assert_cmpint (mer_store_source_name_id (self->document, "школа 3", member.organization_id,
                                             &error),
                   >, 0);
  mer_store_save_member (self->document, cycle, &member, &error);
  g_assert_no_error (error);
  fixture_commit (self);

  fixture_begin (self, "Удаление");
  mer_store_delete_organization (self->document, member.organization_id, &error);
  g_assert_no_error (error);
  g_assert_false (mer_store_delete_organization (self->document, member.organization_id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_commit (self);
  none = organizations (self);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_assert_sound (self);

  fixture_undo (self);
  back = organizations (self);
  g_assert_cmpuint (back->len, ==, 1);
  aliases = mer_store_aliases (self->document, member.organization_id, &error);
  g_assert_cmpuint (aliases->len, ==, 1);
  members = mer_store_members (self->document, cycle, &error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (((MerCycleMember *) g_ptr_array_index (members, 0))->recipients, ==, 120);
  fixture_assert_sound (self);
}

static void
test_branch_is_a_use (Fixture      *self,
                      gconstpointer data)
{
  g_autoptr (MerOrganization) branch = mer_organization_new ("Филиал", MER_ORGANIZATION_GENERAL);
  g_autoptr (GError) error = NULL;

  fixture_begin (self, "Добавление");
  branch->parent_id = fixture_add_organization (self, "СОШ № 3");
  mer_store_save_organization (self->document, branch, &error);
  g_assert_no_error (error);
  g_assert_false (mer_store_delete_organization (self->document, branch->parent_id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  fixture_commit (self);
}

static void
test_sources (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) sources = NULL;
  g_autoptr (GError) error = NULL;
  const MerSourceName *source = NULL;
  gint64               school = 0;
  gint64               other = 0;
  gint64               skipped = 0;
  gint64               id = 0;

  fixture_begin (self, "Добавление");
  school = fixture_add_organization (self, "СОШ № 3");
  other = fixture_add_organization (self, "СОШ № 4");
  id = mer_store_source_name_id (self->document, "школа  №3", school, &error);
  skipped = mer_store_source_name_id (self->document, "Неизвестная", 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (id, !=, skipped);
  /* the very spelling is found; what it means stays */
  g_assert_cmpint (mer_store_source_name_id (self->document, "школа  №3", other, &error), ==, id);
  /* one that meant nobody takes the organization */
  g_assert_cmpint (mer_store_source_name_id (self->document, "Неизвестная", other, &error), ==,
                   skipped);
  mer_store_set_source_organization (self->document, id, 0, &error);
  g_assert_no_error (error);
  g_assert_false (mer_store_set_source_organization (self->document, 999, 0, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_commit (self);
  sources = mer_store_source_names (self->document, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sources->len, ==, 2);
  source = g_ptr_array_index (sources, 0);
  g_assert_cmpstr (source->name, ==, "школа  №3");
  g_assert_cmpint (source->organization_id, ==, 0);
  source = g_ptr_array_index (sources, 1);
  g_assert_cmpint (source->organization_id, ==, other);
}

static MerGroup *
group_of (const char *name,
          gint64      first,
          gint64      second)
{
  MerGroup *group = g_new0 (MerGroup, 1);

  group->name = g_strdup (name);
  group->members = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (group->members, second);
  g_array_append_val (group->members, first);
  return group;
}

static void
test_groups (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) back = NULL;
  g_autoptr (GError) error = NULL;
  MerGroup *group = NULL;
  MerGroup *twin = NULL;
  gint64    first = 0;
  gint64    second = 0;

  fixture_begin (self, "Группа");
  first = fixture_add_organization (self, "СОШ № 3");
  second = fixture_add_organization (self, "СОШ № 4");
  group = group_of ("Сельские", first, second);
  twin = group_of ("Сельские", first, second);
  mer_store_save_group (self->document, group, &error);
  g_assert_no_error (error);
  g_assert_false (mer_store_save_group (self->document, twin, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  g_clear_error (&error);
  fixture_commit (self);

  groups = mer_store_groups (self->document, &error);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((MerGroup *) g_ptr_array_index (groups, 0))->members->len, ==, 2);
  g_assert_cmpint (g_array_index (((MerGroup *) g_ptr_array_index (groups, 0))->members, gint64, 0),
                   ==, first);

  fixture_begin (self, "Удаление группы");
  mer_store_delete_group (self->document, group->id, &error);
  g_assert_no_error (error);
  fixture_commit (self);
  none = mer_store_groups (self->document, &error);
  g_assert_cmpuint (none->len, ==, 0);
  fixture_undo (self);
  back = mer_store_groups (self->document, &error);
  g_assert_cmpuint (back->len, ==, 1);
  g_assert_cmpuint (((MerGroup *) g_ptr_array_index (back, 0))->members->len, ==, 2);
  mer_group_free (group);
  mer_group_free (twin);
}

static void
test_cycles (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (MerCycle) later = mer_cycle_new ("НОКО 2024", 2024);
  g_autoptr (MerCycle) earlier = mer_cycle_new ("НОКО 2021", 2021);
  g_autoptr (MerCycle) latest = NULL;
  g_autoptr (GPtrArray) cycles = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (mer_store_cycle (self->document, 0, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  fixture_begin (self, "Циклы");
  later->operator_name = g_strdup ("Оператор");
  g_assert_true (mer_store_save_cycle (self->document, later, NULL));
  g_assert_true (mer_store_save_cycle (self->document, earlier, NULL));
  fixture_commit (self);
  latest = mer_store_cycle (self->document, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpint (latest->id, ==, later->id);
  g_assert_cmpstr (latest->operator_name, ==, "Оператор");
  cycles = mer_store_cycles (self->document, &error);
  g_assert_cmpuint (cycles->len, ==, 2);
  g_assert_cmpint (((MerCycle *) g_ptr_array_index (cycles, 0))->id, ==, earlier->id);
  g_assert_null (mer_store_cycle (self->document, 99, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

static void
test_members (Fixture      *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) members = NULL;
  g_autoptr (GError) error = NULL;
  MerCycleMember member = { 0, -1, FALSE };
  gint64         cycle = fixture_add_cycle (self);

  fixture_begin (self, "Получатели");
  member.organization_id = fixture_add_organization (self, "СОШ № 3");
  g_assert_true (mer_store_save_member (self->document, cycle, &member, NULL));
  fixture_commit (self);
  members = mer_store_members (self->document, cycle, &error);
  g_assert_cmpint (((MerCycleMember *) g_ptr_array_index (members, 0))->recipients, ==, -1);
  g_assert_false (((MerCycleMember *) g_ptr_array_index (members, 0))->selected);
  g_clear_pointer (&members, g_ptr_array_unref);

  fixture_begin (self, "Получатели");
  member.recipients = 0;
  member.selected = TRUE;
  g_assert_true (mer_store_save_member (self->document, cycle, &member, NULL));
  fixture_commit (self);
  members = mer_store_members (self->document, cycle, &error);
  g_assert_cmpuint (members->len, ==, 1);
  g_assert_cmpint (((MerCycleMember *) g_ptr_array_index (members, 0))->recipients, ==, 0);
  g_assert_true (((MerCycleMember *) g_ptr_array_index (members, 0))->selected);

  fixture_begin (self, "Получатели");
  member.organization_id = 4242;
  g_assert_false (mer_store_save_member (self->document, cycle, &member, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_INVALID);
  mer_document_rollback (self->document);
}

static void
test_methodology (Fixture      *self,
                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) shipped = NULL;
  g_autoptr (MerMethodology) stored = NULL;
  g_autoptr (MerMethodology) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64           id = 0;

  g_assert_cmpint (mer_store_latest_methodology_id (self->document), ==, 0);
  shipped = mer_methodology_shipped ("nok-2018-education", &error);
  g_assert_no_error (error);
  fixture_begin (self, "Методика");
  id = mer_store_add_methodology (self->document, shipped, "первая редакция", &error);
  g_assert_no_error (error);
  fixture_commit (self);
  g_assert_cmpint (mer_store_latest_methodology_id (self->document), ==, id);
  stored = mer_store_methodology (self->document, id, &error);
  g_assert_no_error (error);
  again = mer_store_methodology (self->document, id, &error);
  g_assert_true (stored == again);
  before = mer_methodology_to_xml (shipped);
  after = mer_methodology_to_xml (stored);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (self);

  fixture_undo (self);
  g_assert_null (mer_store_methodology (self->document, id, &error));
  g_assert_error (error, MER_STORE_ERROR, MER_STORE_ERROR_NOT_FOUND);
}

static void
test_items (Fixture      *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MerMethodology) methodology = NULL;
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (GPtrArray) more = NULL;
  char         place[] = "stand";
  char         text[] = "Схема проезда";
  MerCycleItem added = { 0, place, NULL, text };
  gint64       cycle = fixture_add_cycle (self);

  methodology = mer_methodology_shipped ("nok-2018-education", &error);
  g_assert_no_error (error);
  fixture_begin (self, "Пункты");
  for (int i = 0; i < 2; i++) /* the second time adds nothing */
    g_assert_true (mer_store_ensure_items (self->document, cycle, methodology, NULL));
  items = mer_store_items (self->document, cycle, &error);
  g_assert_cmpuint (items->len, >, 20);
  g_assert_true (mer_store_add_item (self->document, cycle, &added, NULL));
  g_assert_cmpint (added.id, >, 0);
  fixture_commit (self);
  more = mer_store_items (self->document, cycle, &error);
  g_assert_cmpuint (more->len, ==, items->len + 1);
  g_assert_null (((MerCycleItem *) g_ptr_array_index (more, items->len))->code);
  g_assert_cmpstr (((MerCycleItem *) g_ptr_array_index (more, items->len))->text, ==,
                   "Схема проезда");
}

static void
assert_count (Fixture             *self,
              MerOrganizationState state,
              gint64               wanted)
{
  g_autoptr (GError) error = NULL;
  gint64 n = -1;

  g_assert_true (mer_store_count_organizations (self->document, state, &n, &error));
  g_assert_no_error (error);
  g_assert_cmpint (n, ==, wanted);
}

static void
test_organization_count (Fixture      *self,
                         gconstpointer data)
{
  g_autoptr (MerOrganization) closed = mer_organization_new ("СОШ № 9", MER_ORGANIZATION_GENERAL);

  assert_count (self, MER_ORGANIZATION_WORKING, 0);
  closed->state = MER_ORGANIZATION_CLOSED;
  fixture_begin (self, "Добавление организаций");
  fixture_add_organization (self, "СОШ № 1");
  fixture_add_organization (self, "СОШ № 2");
  g_assert_true (mer_store_save_organization (self->document, closed, NULL));
  fixture_commit (self);
  assert_count (self, MER_ORGANIZATION_WORKING, 2);
  assert_count (self, MER_ORGANIZATION_CLOSED, 1);
  assert_count (self, MER_ORGANIZATION_REORGANIZED, 0);
}

#define ADD(name, function) \
  g_test_add ("/store/registry/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("organization", test_organization);
  ADD ("organization-count", test_organization_count);
  ADD ("organization-order", test_organization_order);
  ADD ("organization-refused", test_organization_refused);
  ADD ("delete-organization", test_delete_organization);
  ADD ("branch-is-a-use", test_branch_is_a_use);
  ADD ("sources", test_sources);
  ADD ("groups", test_groups);
  ADD ("cycles", test_cycles);
  ADD ("members", test_members);
  ADD ("methodology", test_methodology);
  ADD ("items", test_items);
  return g_test_run ();
}
