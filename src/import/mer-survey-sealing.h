/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import/mer-survey-duplicates.h"
#include "import/mer-survey-profile.h"
#include "import/mer-survey-reading.h"

G_BEGIN_DECLS

/* What sealing counted. */
typedef struct
{
  guint64        accepted;
  MerSurveyCount duplicates;
  MerSurveyCount contradictions[MER_BLOCK_MAX_QUESTIONS];
} MerSurveyOutcome;

void mer_survey_outcome_clear (MerSurveyOutcome *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MerSurveyOutcome, mer_survey_outcome_clear)

/* One source, ready to be written. */
typedef struct
{
  MerSource *source;  /* borrowed */
  GPtrArray *blocks;  /* of GBytes; in the order of their segments */
  GArray    *dropped; /* of gint64: rows that are in none of the blocks, ascending */
  guint      n_rows;  /* in the blocks */
  GError    *error;   /* the earlier blocks of its organization are not sound */
} MerSealedSource;

void mer_sealed_source_free (MerSealedSource *self);

/**
 * MerSurveySealing:
 *
 * Takes what was gathered source by source, finds duplicates and contradictions and packs the rest
 * in blocks, on a thread of its own, while those before are written.
 */
typedef struct _MerSurveySealing MerSurveySealing;

/* Begins at once. `list`: of MerSource, those of one organization next to each other; all is
 * borrowed, and apart from the matches of the sources not to be touched until it is freed. */
MerSurveySealing *mer_survey_sealing_new (const GPtrArray      *list,
                                          const MerBlockLayout *layout,
                                          MerSurveyDuplicates  *duplicates,
                                          gboolean              keep_duplicates,
                                          MerSurveyProfile     *profile,
                                          MerSurveyOutcome     *outcome);
/* Stops and waits for the thread. */
void mer_survey_sealing_free (MerSurveySealing *self);
/* (transfer full): the next source of the list; waits for it. As often as the list is long, or
 * until one has an error, behind which there is none. */
MerSealedSource *mer_survey_sealing_next (MerSurveySealing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSurveySealing, mer_survey_sealing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerSealedSource, mer_sealed_source_free)

G_END_DECLS
