/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"

G_BEGIN_DECLS

/* Who is assessed and when. Whether an organization is chosen for a cycle stands in
 * #MerCycleMember; here is what the choice goes by. */

/* When data of a kind of organizations are collected. */
typedef struct
{
  MerRecord record;
  int       organization_kind; /* 0: of all, else 1 + MerOrganizationKind */
  char     *deadline;
  char     *note;
} MerWindowOfKind;

extern const MerRecordKind mer_record_window;

/* An assessment of a year before this document, without its answers. */
typedef struct
{
  MerRecord record;
  gint64    organization;
  gint64    year;
  char     *total;
  char     *most; /* the largest total that there was: 100, 160 */
  gint64    place;
  char     *source;
} MerEarlier;

extern const MerRecordKind mer_record_earlier;

/* A year in which an organization is meant to be assessed. */
typedef struct
{
  MerRecord record;
  gint64    organization;
  gint64    year;
  char     *note;
} MerScheduled;

extern const MerRecordKind mer_record_scheduled;

/* Who heads an organization, and when. */
typedef struct
{
  MerRecord record;
  gint64    organization;
  char     *name;
  char     *post;
  char     *since;
  char     *until;
} MerHead;

extern const MerRecordKind mer_record_head;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerWindowOfKind, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerEarlier, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerScheduled, mer_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MerHead, mer_record_free)

G_END_DECLS
