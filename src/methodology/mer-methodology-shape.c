/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a tree does not fit the schema, in words of our own. The schema decides whether it does;
 * this table of its elements only finds the first place that it would stumble over, because what a
 * validator has to say of that is not meant for those who wrote the file. */

#include "methodology/mer-methodology-private.h"

#include <glib/gi18n.h>

#include "core/mer-day.h"
#include "methodology/mer-methodology-reader-private.h"

#define MAX_TEXT 2000
#define MAX_QUOTED 40

/* Marks in the lists below: "!" needed, "*" any number, "+" at least one; else none or one. */
typedef struct
{
  const char *path;       /* the element, with its parent where two have one name */
  const char *attributes; /* name=form */
  const char *children;   /* in their order; NULL: a text */
} Shape;

#define KINDS "preschool|general|additional|vocational|other"
#define TITLES "title! short-title!"

static const Shape shapes[] = {
  { "methodology", "format!=format id!=code language!=language date!=date maximum!=number",
    "title! policies bands! criteria! questions! checklist! columns!" },
  { "policies", "", "policy*" },
  { "bands", "", "band*" },
  { "criteria", "", "criterion*" },
  { "questions", "", "question*" },
  { "checklist", "", "place*" },
  { "columns", "", "column*" },
  { "policy", "key!=key value!=code decided=date unconfirmed=yes-no", "" },
  { "bands/band", "code!=code from!=number unconfirmed=yes-no", TITLES },
  { "criterion",
    "code!=code symbol!=symbol weight!=number maximum!=number council=yes-no unconfirmed=yes-no",
    "full-title! " TITLES " indicator+ calculated*" },
  { "indicator",
    "code!=code weight!=number measure!=code points=number cap!=number base=base "
    "unconfirmed=yes-no",
    "full-title! " TITLES " input* band*" },
  { "input", "place=code question=code weight=number", "" },
  { "indicator/band", "from!=number points!=number", "" },
  { "calculated", "code!=code mean-of!=codes unconfirmed=yes-no", TITLES },
  { "question", "code!=code filter=code required=yes-no unconfirmed=yes-no",
    "text! short-text! nobody option+ variant*" },
  { "option", "positive=yes-no unsure=yes-no score=number", "text! variant*" },
  { "place", "code!=code unconfirmed=yes-no", "title! header-word* item*" },
  { "item", "code!=code kinds=kinds unconfirmed=yes-no", "text! variant*" },
  { "column", "code!=code required=yes-no", "title! variant*" },
};

/* Kept by hand: the formatter takes N_() in braces for code. */
/* clang-format off */

/* What an attribute may be, and what is said of one that is not. */
static const struct
{
  const char *form;
  const char *pattern;
  const char *text;
} forms[] = {
  { "code", "^[A-Za-z0-9][A-Za-z0-9._-]{0,47}$",
    N_("“%s” cannot be “%s”: a code has Latin letters, digits, points and hyphens, at most 48.") },
  { "key", "^[A-Za-z0-9][A-Za-z0-9._-]{0,57}$",
    N_("“%s” cannot be “%s”: it names a setting, such as “rounding”.") },
  { "codes", "^[A-Za-z0-9._-]+( +[A-Za-z0-9._-]+)*$",
    N_("“%s” cannot be “%s”: codes of indicators are needed, with spaces between.") },
  { "number", "^([0-9]{1,6}([.,][0-9]{1,18})?|[0-9]{1,12}/[0-9]{1,7})$",
    N_("“%s” cannot be “%s”: a number of at most six digits is needed, such as 0.3 or 3/10.") },
  { "date", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    N_("“%s” cannot be “%s”: a date such as 2019-03-13 is needed.") },
  { "yes-no", "^(yes|no)$",
    N_("“%s” cannot be “%s”: it is “yes” or “no”.") },
  { "symbol", "^\\S{1,16}$",
    N_("“%s” cannot be “%s”: at most 16 characters without spaces are needed.") },
  { "format", "^1$",
    N_("“%s” cannot be “%s”: this version of the program reads format 1.") },
  { "language", "^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    N_("“%s” cannot be “%s”: a language such as “ru” is needed.") },
  { "base", "^(answers|channel|filter)$",
    N_("“%s” cannot be “%s”: it is “answers”, “channel” or “filter”.") },
  { "kinds", "^(" KINDS ")( +(" KINDS "))*$",
    N_("“%s” cannot be “%s”: kinds are preschool, general, additional, vocational and other.") },
};

/* What else may be wrong, in two words of the file. */
typedef enum
{
  NO_ATTRIBUTE,
  LACKS_ATTRIBUTE,
  NO_CHILD,
  NO_CHILD_HERE,
  LACKS_CHILD,
  LACKS_CHILD_HERE,
  NO_TEXT,
} Trouble;

static const char *const troubles[] = {
  [NO_ATTRIBUTE] = N_("The element “%s” has no attribute “%s”."),
  [LACKS_ATTRIBUTE] = N_("The element “%s” lacks the attribute “%s”."),
  [NO_CHILD] = N_("The element “%s” may not have “%s” in it."),
  [NO_CHILD_HERE] = N_("The element “%s” may not have “%s” in it, or not here."),
  [LACKS_CHILD] = N_("The element “%s” lacks “%s”."),
  [LACKS_CHILD_HERE] = N_("The element “%s” lacks “%s”, which stands before this."),
  [NO_TEXT] = N_("In the element “%s” no text may stand, as “%s”."),
};
/* clang-format on */

/* A word of a list: its name, its mark, what follows "=". */
typedef struct
{
  char *name;
  char  mark;
  char *form;
} Word;

static void
word_clear (Word *self)
{
  g_free (self->name);
  g_free (self->form);
}

static GArray *
parse_words (const char *list)
{
  g_auto (GStrv) parts = g_strsplit (list, " ", -1);
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));

  g_array_set_clear_func (words, (GDestroyNotify) word_clear);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      gsize       n = strcspn (parts[i], "!*+=");
      const char *form = strchr (parts[i], '=');
      Word        word = { g_strndup (parts[i], n), parts[i][n], NULL };

      word.form = g_strdup (form != NULL ? form + 1 : NULL);
      if (n > 0)
        g_array_append_val (words, word);
      else
        word_clear (&word);
    }
  return words;
}

static Word *
find_word (const GArray *words, const char *name)
{
  for (guint i = 0; i < words->len; i++)
    {
      Word *word = &g_array_index (words, Word, i);

      if (strcmp (word->name, name) == 0)
        return word;
    }
  return NULL;
}

static const Shape *
find_shape (const xmlNode *node)
{
  const char *name = (const char *) node->name;
  const char *parent =
    node->parent != NULL && node->parent->name != NULL ? (const char *) node->parent->name : "";
  g_autofree char *path = g_strconcat (parent, "/", name, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    if (strcmp (shapes[i].path, name) == 0 || strcmp (shapes[i].path, path) == 0)
      return &shapes[i];
  return NULL;
}

/* What stands in the file may be of any length. */
static char *
quote (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *start = NULL;

  g_strstrip (valid);
  if (g_utf8_strlen (valid, -1) <= MAX_QUOTED)
    return g_steal_pointer (&valid);
  start = g_utf8_substring (valid, 0, MAX_QUOTED);
  return g_strconcat (start, "…", NULL);
}

/* The first thing that is wrong, and its line. */
typedef struct
{
  char *text;
  long  line;
} Stumble;

static gboolean
stumble (Stumble *self, const xmlNode *node, char *text)
{
  self->text = text;
  self->line = xmlGetLineNo (node);
  return FALSE;
}

static gboolean
stumble_in_words (
  Stumble *self, const xmlNode *node, const char *format, const char *a, const char *b)
{
  g_autofree char *first = quote (a);
  g_autofree char *second = quote (b);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  return stumble (self, node, g_strdup_printf (_(format), first, second));
#pragma GCC diagnostic pop
}

static gboolean
stumble_over (Stumble *self, const xmlNode *at, Trouble trouble, const xmlNode *node, const char *b)
{
  return stumble_in_words (self, at, troubles[trouble], (const char *) node->name, b);
}

/* A date must be in the calendar, too. */
static gboolean
fits (const char *form, const char *pattern, const char *value)
{
  return g_regex_match_simple (pattern, value, 0, 0) &&
         (strcmp (form, "date") != 0 || mer_day_is_iso (value));
}

static gboolean
check_value (Stumble *self, const xmlNode *node, const Word *word, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (strcmp (forms[i].form, word->form) == 0 && !fits (forms[i].form, forms[i].pattern, value))
      return stumble_in_words (self, node, forms[i].text, word->name, value);
  return TRUE;
}

static gboolean
check_attributes (Stumble *self, const xmlNode *node, const Shape *shape)
{
  g_autoptr (GArray) words = parse_words (shape->attributes);

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      const char      *name = (const char *) attribute->name;
      const Word      *word = find_word (words, name);
      g_autofree char *value = mer_node_attribute (node, name);

      if (word == NULL || attribute->ns != NULL)
        return stumble_over (self, node, NO_ATTRIBUTE, node, name);
      if (!check_value (self, node, word, value))
        return FALSE;
    }
  for (guint i = 0; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->mark == '!' && xmlHasProp (node, (const xmlChar *) word->name) == NULL)
        return stumble_over (self, node, LACKS_ATTRIBUTE, node, word->name);
    }
  return TRUE;
}

/* What the schema says in a choice, not in a list. */
static gboolean
check_input (Stumble *self, const xmlNode *node)
{
  gboolean has_place = xmlHasProp (node, (const xmlChar *) "place") != NULL;
  gboolean has_question = xmlHasProp (node, (const xmlChar *) "question") != NULL;

  if (strcmp ((const char *) node->name, "input") != 0 || has_place != has_question)
    return TRUE;
  return stumble (self, node, g_strdup (_("An input is either a place or a question.")));
}

static gboolean
check_text (Stumble *self, const xmlNode *node)
{
  g_autofree char *text = mer_node_text (node);

  if (node->properties != NULL)
    return stumble_over (self, node, NO_ATTRIBUTE, node, (const char *) node->properties->name);
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      return stumble_over (self, child, NO_CHILD, node, (const char *) child->name);
  if (text[0] == '\0')
    return stumble (self, node, g_strdup_printf (_("“%s” is empty."), (const char *) node->name));
  if (g_utf8_strlen (text, -1) > MAX_TEXT)
    return stumble (self, node, g_strdup_printf (_("Over %d characters are too many."), MAX_TEXT));
  return TRUE;
}

static gboolean
is_blank (const xmlNode *node)
{
  return node->content == NULL || strspn ((const char *) node->content, " \t\r\n") ==
                                    strlen ((const char *) node->content);
}

static gboolean check_element (Stumble *self, const xmlNode *node);

/* Whether the child may stand behind those that @at has passed; moves @at there. */
static gboolean
take_child (const GArray *words, guint *at, guint *taken, const char *name)
{
  for (guint i = *at; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);
      gboolean    is_same = i == *at;

      if (strcmp (word->name, name) == 0)
        {
          gboolean is_again = is_same && *taken > 0;

          *taken = is_same ? *taken + 1 : 1;
          *at = i;
          return !is_again || word->mark == '*' || word->mark == '+';
        }
      if ((word->mark == '!' || word->mark == '+') && !(is_same && *taken > 0))
        return FALSE;
    }
  return FALSE;
}

/* The first that is needed behind those that were taken. */
static const char *
missing_child (const GArray *words, guint at, guint taken)
{
  for (guint i = taken > 0 ? at + 1 : at; i < words->len; i++)
    {
      const Word *word = &g_array_index (words, Word, i);

      if (word->mark == '!' || word->mark == '+')
        return word->name;
    }
  return NULL;
}

/* A child that cannot stand here either comes too early, or does not belong at all. */
static gboolean
stumble_over_child (Stumble       *self,
                    const xmlNode *node,
                    const xmlNode *child,
                    const GArray  *words,
                    const char    *missing)
{
  if (missing != NULL && find_word (words, (const char *) child->name) != NULL)
    return stumble_over (self, child, LACKS_CHILD_HERE, node, missing);
  return stumble_over (self, child, NO_CHILD_HERE, node, (const char *) child->name);
}

static gboolean
check_children (Stumble *self, const xmlNode *node, const Shape *shape)
{
  g_autoptr (GArray) words = parse_words (shape->children);
  const char *missing;
  guint       at = 0, taken = 0;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if ((child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) &&
          !is_blank (child))
        return stumble_over (self, child, NO_TEXT, node, (const char *) child->content);
      if (child->type != XML_ELEMENT_NODE)
        continue;
      missing = missing_child (words, at, taken);
      if (!take_child (words, &at, &taken, (const char *) child->name))
        return stumble_over_child (self, node, child, words, missing);
      if (!check_element (self, child))
        return FALSE;
    }
  missing = missing_child (words, at, taken);
  if (missing != NULL)
    return stumble_over (self, node, LACKS_CHILD, node, missing);
  return TRUE;
}

static gboolean
check_element (Stumble *self, const xmlNode *node)
{
  const Shape *shape = find_shape (node);

  if (shape == NULL)
    return check_text (self, node);
  return check_attributes (self, node, shape) && check_input (self, node) &&
         check_children (self, node, shape);
}

/**
 * mer_methodology_find_stumble:
 * @tree: a file that does not fit the schema
 * @line: (out): where
 *
 * Returns: (transfer full) (nullable): a sentence on the first place that does not fit; %NULL when
 *   none is found. Any thread.
 */
char *
mer_methodology_find_stumble (xmlDoc *tree, long *line)
{
  const xmlNode   *root = xmlDocGetRootElement (tree);
  g_autofree char *name = quote ((const char *) root->name);
  Stumble          self = { NULL, 0 };

  if (strcmp (name, "methodology") == 0)
    check_element (&self, root);
  else
    stumble (&self, root,
             g_strdup_printf (_("The file begins with “%s”: it is no methodology."), name));
  *line = self.line;
  return self.text;
}
