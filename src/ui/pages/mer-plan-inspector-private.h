/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/mer-record.h"
#include "ui/pages/mer-plan-inspector.h"

G_BEGIN_DECLS

/* A field of an item. Its widget owns it, which may hear that it loses the keyboard when it was
 * taken out already. */
typedef struct
{
  MerPlanInspector *inspector; /* borrowed; NULL when the widget was taken out */
  const MerField   *field;
  GtkWidget        *widget; /* GtkEntry or GtkTextView */
  GtkLabel         *note;   /* how it was understood, or what is wrong */
  char             *shown;  /* as it was put there */
} MerPlanField;

struct _MerPlanInspector
{
  AdwBin parent_instance;

  /* owned */
  MerSession  *session;
  MerPlanBook *book;   /* nullable */
  GPtrArray   *nodes;  /* of MerPlanNode */
  GPtrArray   *fields; /* of MerPlanField, borrowed */

  GtkBox  *box;
  gboolean done_pending; /* evidence is being asked for */
  gboolean filling;
};

/* Labels and buttons of the inspector, from top to bottom: (transfer none). */
GtkLabel  *mer_plan_inspector_add_label (MerPlanInspector *self,
                                         const char       *text,
                                         const char       *css_class);
void       mer_plan_inspector_add_heading (MerPlanInspector *self,
                                           const char       *text);
GtkWidget *mer_plan_inspector_add_button (MerPlanInspector *self,
                                          const char       *label,
                                          const char       *action); /* detailed */

/* Of an organization, or of the municipality (NULL). */
const char *mer_plan_inspector_name_of (const MerOrganization *organization);
/* Findings of the organization, of one criterion by its index or of all (beyond the last one). */
void mer_plan_inspector_add_findings (MerPlanInspector   *self,
                                      const MerPlanSheet *sheet,
                                      guint               criterion);
/* What there is of the plan of an organization, of several, of a finding without an item. */
void  mer_plan_inspector_show_plan (MerPlanInspector *self,
                                    MerPlanNode      *node);
guint mer_plan_inspector_count_sheets (MerPlanInspector *self);
void  mer_plan_inspector_show_sheets (MerPlanInspector *self,
                                      guint             n);
void  mer_plan_inspector_show_finding (MerPlanInspector *self,
                                       MerPlanNode      *node);

/* A field of plan items, stored in all that are selected when it is left. (transfer none) */
MerPlanField *mer_plan_fields_add (MerPlanInspector *self,
                                   const char       *key,
                                   gboolean          several_lines);
/* The same with the value of an item. */
void mer_plan_fields_add_of (MerPlanInspector  *self,
                             const MerPlanItem *item,
                             const char        *key,
                             gboolean           several_lines);
/* Before their widgets go. */
void  mer_plan_fields_forget (MerPlanInspector *self);
void  mer_plan_field_put (MerPlanField *field,
                          const char   *text);
char *mer_plan_field_get (MerPlanField *field); /* (transfer full) */
/* What stands below it: how it was understood, or what is wrong. */
void mer_plan_field_note (MerPlanField *field,
                          const char   *text,
                          gboolean      wrong);
/* Stores what was typed, where it differs from what was shown. */
void mer_plan_field_commit (MerPlanField *field);

G_END_DECLS
