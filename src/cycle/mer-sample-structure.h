/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "core/mer-profile.h"

G_BEGIN_DECLS

/* How many respondents of an organization gave which answer about themselves. */
typedef struct
{
  gint64 organization_id;
  char  *field;
  char  *value;
  gint64 n;
} MerProfileCount;
void mer_profile_count_free (MerProfileCount *self);

/* One line of the structure of a sample. */
typedef struct
{
  const char *field; /* borrowed from the counts */
  const char *value;
  gint64      n;
  gint64      base; /* respondents who answered this question */
} MerSampleShare;

typedef gboolean (*MerOrganizationFilter) (gint64   organization_id,
                                           gpointer user_data);

/**
 * mer_sample_structure:
 * @counts: (element-type MerProfileCount): must outlive the result
 * @filter: (nullable): whose respondents count; %NULL: everybody's
 * @user_data: for @filter
 *
 * Adds up the answers of several organizations. Pure; any thread.
 *
 * Returns: (transfer full) (element-type MerSampleShare): field by field, values in their order
 */
GArray *mer_sample_structure (GPtrArray            *counts,
                              MerOrganizationFilter filter,
                              gpointer              user_data);

/* 100 · n / base, exact; 0 when nobody answered. */
MerRational mer_sample_share_percent (const MerSampleShare *self);

G_END_DECLS
