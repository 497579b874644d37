/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tells the Russian single-byte encodings apart by how surprising their letters are behind each
 * other. The sum over a text is the logarithm of how likely the text is in an encoding, so sums of
 * several encodings compare directly, and their difference says how certain the choice is. */

#include "config.h"

#include "import/mer-russian-text.h"

#include <string.h>

/* Classes of characters: а…я are 0…31 (ё is е), then what is no Russian letter. */
#define BOUND 32
#define N_CLASSES 33

/* All costs are half bits. */
#define COST_SIGN 10    /* «№» and the like, which tables do hold */
#define COST_MARK 16    /* typographic marks that few tables hold */
#define COST_FOREIGN 18 /* letters of other Cyrillic alphabets */
#define COST_ODD 24     /* frames, mathematics, controls */
#define COST_CASE 16    /* a small letter before a capital */
#define COST_MIXED 6    /* a letter of the other script beside it */
#define COST_SIGNS 12   /* two signs over 127 side by side */
#define COST_START 16   /* a sign over 127 in the place of a word's capital */
#define COST_IO 4       /* ё, which counts as е but is seldom written */
#define COST_CAPITAL_IO 10
/* A mean over this, by bytes over 127, is no Russian: texts stay under 10, noise is about 18. */
#define MAX_MEAN_COST 14
#define CERTAIN_LEAD 24

/* 'A' + the cost of the second letter behind the first, а…я and the boundary; letter frequencies
 * counted by build-aux/russian-pairs over the project's own Russian texts. */
/* clang-format off */
static const char pair_cost[33][34] = {
  "SLKMLMOJMKLHLGQNLLIPPNHOOOSSSSNKE",
  "ISSSLHSSLSNISNFNEPSHSRMSSJNJNSMRM",
  "FSSPSHSNHSNHQKGRNNOPSQSSRSSIOSSQF",
  "DLSSNJSSISSNSPESGSSOSSSSSSSSSMSSI",
  "GSPQQGNRHSNJMJEPJJOKSRSPOSQMSSNRK",
  "RNKMJLLNRKKHLFOPIJGROOONQNSSSSROF",
  "LSSSFDSSGSOHSHSSSLSKSSSSSSSSSSSSK",
  "CSKSJNRSLSKNJKFSMSSNSSSSSSSLRSSNJ",
  "NOLOLIRIIJJKKILNLJISQMLKQQSSSSNIF",
  "SSSSOSSSSSPHNSLSSJGSSSNRSSSSSSSSB",
  "ESOSPKSSISPLSPEPJLIJSSPSSSSSSSSSG",
  "HNSSSFQSFSPMSLHSSNSJRSSRSSSMFSNJJ",
  "FJSSSESSHSNQKLIPSOSJMSSOOSSKOSSNG",
  "GSNPLHSQFSLSSIFSSOKNKSNSSSSHOSRLJ",
  "SIFLKLMNRKJHJKNMGHJMPPPMMRSSSSQPH",
  "ISSSSGSSJSOLSKDKFQQLSSSSSSSNRSSPN",
  "FSNHOFQSISQQIKGQPNMISOSPSSSLNSSML",
  "HRMSRJRSKSHINLIJLNDMRPRNOSSOKSRKI",
  "GSGSPFSSJSMOLKHSIKRKRSSPSSSLGSSRH",
  "RNRIFOKLSRJJKKSIIGMSSPSHNMSSSSKSG",
  "GSSLSKSSFSSOSOCSPSMMSQSSSSSSSSSSS",
  "ISLSQQSSPSSSSHFSJJSKSSSSSSSSSSSSC",
  "KSNSLHSSBSSSSSLSNSSOSSSSSSSLSSSSL",
  "GSSSSESSESJSSJKSJSIMSSSSOSSSPSSSL",
  "MSSSSFSSHSDNSQHSNSSOSSSSSSSSSSSSF",
  "GSSSSCSSESSSSPSSSSSSSSSSSSSSMSSSP",
  "SSSSSBSSSSSSSSSSSSSSSSSSSSSSSSSGS",
  "SKKSPHSSSKMOIRSOPQJSSGSQLSSSSSSSC",
  "SSSOSKSJSSKSRESSSOISSLSNKSSSSSGLD",
  "SSSSSSSSSSLDSSSSSSDSSSSSSSSSSSSSE",
  "SPSSJSSLSLSLSJSSLJJSSSSKSFSSSSSSC",
  "SOPSMMSMSQOSKKSSNPISSNRMSRSSSSMJB",
  "LMILIMPKISJLKHGHJHLIMPNNOSSSSOPPS",
};
/* clang-format on */

typedef struct
{
  const char *name;
  guint       prior; /* how seldom files come in it */
} Candidate;

/* Where two read alike, the first is taken. */
static const Candidate candidates[] = {
  { "WINDOWS-1251", 0 },
  { "CP866", 2 },
  { "KOI8-R", 3 },
  { "MAC-CYRILLIC", 4 },
  { "ISO-8859-5", 5 },
};
#define N_CANDIDATES G_N_ELEMENTS (candidates)

typedef enum
{
  CASE_NONE,
  CASE_LOWER,
  CASE_UPPER,
} LetterCase;

typedef struct
{
  gunichar code;
  guint8   letter; /* class */
  guint8   letter_case;
  guint8   cost; /* of the sign itself */
} Sign;

static Sign
classify (gunichar code)
{
  static const gunichar usual[] = { 0x2116, 0xab, 0xbb, 0x2013, 0x2014, 0xa0, 0 };
  static const gunichar marks[] = { 0x201e, 0x201c, 0x201d, 0x2026, 0x2019,
                                    0x2018, 0xb0, 0xa7, 0x2022, 0 };
  Sign                  sign = { code, BOUND, CASE_NONE, COST_ODD };
  gunichar              lower = code == 0x401 || code == 0x451 ? 0x435 : code;

  if (code < 0x80)
    sign.cost = 0;
  if (lower >= 0x410 && lower <= 0x42f)
    lower += 0x20;
  if (lower >= 0x430 && lower <= 0x44f)
    {
      sign.letter = (guint8) (lower - 0x430);
      sign.letter_case = code < 0x430 ? CASE_UPPER : CASE_LOWER;
      sign.cost = code == 0x401 ? COST_CAPITAL_IO : code == 0x451 ? COST_IO
                                                                  : 0;
    }
  else if (code >= 0x400 && code <= 0x4ff)
    sign.cost = COST_FOREIGN;
  for (guint i = 0; usual[i] != 0; i++)
    sign.cost = code == usual[i] ? COST_SIGN : sign.cost;
  for (guint i = 0; marks[i] != 0; i++)
    sign.cost = code == marks[i] ? COST_MARK : sign.cost;
  return sign;
}

/* What each byte is in an encoding; FALSE when the system has no such encoding. */
static gboolean
load_signs (const char *name,
            Sign        signs[256])
{
  GIConv iconv = g_iconv_open ("UTF-8", name);

  if (iconv == (GIConv) -1)
    return FALSE;
  for (guint i = 0; i < 256; i++)
    {
      char  byte = (char) i;
      char  out[8] = { 0 };
      char *in = &byte;
      char *end = out;
      gsize in_left = 1;
      gsize out_left = sizeof out - 1;

      if (g_iconv (iconv, &in, &in_left, &end, &out_left) == (gsize) -1 || end == out)
        signs[i] = (Sign){ 0xfffd, BOUND, CASE_NONE, COST_ODD };
      else
        signs[i] = classify (g_utf8_get_char (out));
    }
  g_iconv_close (iconv);
  return TRUE;
}

typedef struct
{
  Sign     signs[N_CANDIDATES][256];
  gboolean known[N_CANDIDATES];
} Tables;

/* Made once, by whichever thread comes first. */
static const Tables *
get_tables (void)
{
  static Tables tables;
  static gsize  done = 0;

  if (g_once_init_enter (&done))
    {
      for (guint i = 0; i < N_CANDIDATES; i++)
        tables.known[i] = load_signs (candidates[i].name, tables.signs[i]);
      g_once_init_leave (&done, 1);
    }
  return &tables;
}

static guint64
cost_of (const Sign    signs[256],
         const guint8 *text,
         gsize         length)
{
  const Sign bound = { 0, BOUND, CASE_NONE, 0 };
  Sign       before = bound;
  guint8     byte_before = ' ';
  guint64    cost = 0;

  for (gsize i = 0; i <= length; i++)
    {
      Sign   sign = i < length ? signs[text[i]] : bound;
      guint8 byte = i < length ? text[i] : ' ';

      cost += sign.cost;
      if (before.letter == BOUND && before.cost > 0 && sign.cost > 0)
        cost += COST_SIGNS;
      if (before.letter == BOUND && before.cost > 0 && sign.letter_case == CASE_LOWER)
        cost += COST_START;
      if (before.letter != BOUND || sign.letter != BOUND)
        {
          cost += (guint64) (pair_cost[before.letter][sign.letter] - 'A');
          if (before.letter_case == CASE_LOWER && sign.letter_case == CASE_UPPER)
            cost += COST_CASE;
          if (g_ascii_isalpha (byte_before) || g_ascii_isalpha (byte))
            cost += COST_MIXED;
        }
      before = sign;
      byte_before = byte;
    }
  return cost;
}

/* Whether the text is the same in both. */
static gboolean
read_alike (const Sign     a[256],
            const Sign     b[256],
            const gboolean occurs[256])
{
  for (guint i = 0x80; i < 256; i++)
    {
      if (occurs[i] && a[i].code != b[i].code)
        return FALSE;
    }
  return TRUE;
}

const char *
mer_russian_text_guess (const guint8 *text,
                        gsize         length,
                        gboolean     *certain)
{
  const Tables *tables = get_tables ();
  guint64       costs[N_CANDIDATES];
  gboolean      occurs[256] = { 0 };
  guint64       n_high = 0;
  guint         best = N_CANDIDATES;

  for (gsize i = 0; i < length; i++)
    {
      occurs[text[i]] = TRUE;
      n_high += text[i] >= 0x80;
    }
  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      if (!tables->known[i])
        continue;
      costs[i] = cost_of (tables->signs[i], text, length) + candidates[i].prior;
      if (best == N_CANDIDATES || costs[i] < costs[best])
        best = i;
    }
  *certain = FALSE;
  if (best == N_CANDIDATES || costs[best] > MAX_MEAN_COST * (n_high + 2) + candidates[best].prior)
    return NULL;
  *certain = TRUE;
  for (guint i = 0; i < N_CANDIDATES; i++)
    {
      if (tables->known[i] && costs[i] < costs[best] + CERTAIN_LEAD &&
          !read_alike (tables->signs[i], tables->signs[best], occurs))
        *certain = FALSE;
    }
  return candidates[best].name;
}
