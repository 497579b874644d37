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
  GtkWidget        *widget;  /* GtkEntry or GtkTextView */
  GtkLabel         *note;    /* how it was understood, or what is wrong */
  char             *shown;   /* what is stored; NULL: whatever stands there is to be stored */
  gboolean          refused; /* what stands there could not be stored, which `note` tells */
} MerPlanField;

struct _MerPlanInspector
{
  AdwBin parent_instance;

  /* owned */
  MerSession  *session;
  MerPlanBook *book;   /* nullable */
  GPtrArray   *nodes;  /* of MerPlanNode */
  GPtrArray   *fields; /* of MerPlanField, borrowed */
  GHashTable  *moved;  /* id of an item → its id in the version that a change has made */
  char        *warned; /* the refused text that kept the window open; nullable */

  /* Children. Fields of items stay as long as the same is selected; what stands above, between and
   * below those of one item is made anew. */
  GtkBox  *box;
  GtkBox  *target;              /* where labels and buttons go */
  GtkBox  *head, *state, *foot; /* NULL where no item is shown */
  gulong   close_handler;
  gboolean done_pending; /* evidence is being asked for */
  gboolean filling;
};

/* The item that is shown; NULL where there are several, or none. */
const MerPlanLine *mer_plan_inspector_line (MerPlanInspector *self);
/* What stands around the fields of one item. */
void mer_plan_inspector_fill_head (MerPlanInspector *self);
void mer_plan_inspector_fill_state (MerPlanInspector *self);
void mer_plan_inspector_fill_foot (MerPlanInspector *self);
/* The same is selected as before, in another book: fields are put right in place. */
void mer_plan_inspector_refresh (MerPlanInspector *self);
/* Makes the children of a box anew by `fill`; a button that has the keyboard keeps it. */
void mer_plan_inspector_refill (MerPlanInspector *self,
                                GtkBox           *box,
                                void (*make) (MerPlanInspector *self));
/* What was selected was found again in the newest book. */
void mer_plan_inspector_forget_moved (MerPlanInspector *self);
/* Something else is going to be shown: what was typed is stored, what cannot be is told. */
void mer_plan_inspector_leave (MerPlanInspector *self);
/* What could not be stored is going out of sight. */
void mer_plan_inspector_tell_refused (MerPlanInspector *self);
/* The window asks its children before it closes; it stays where something could not be stored. */
void mer_plan_inspector_watch_window (MerPlanInspector *self);
void mer_plan_inspector_unwatch_window (MerPlanInspector *self);

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

/* A field of plan items, stored in all that are selected when it is left; it shows the value of
 * the item, where there is one alone. */
void mer_plan_fields_add (MerPlanInspector *self,
                          const char       *key,
                          gboolean          several_lines);
/* Before their widgets go. */
void  mer_plan_fields_forget (MerPlanInspector *self);
char *mer_plan_field_get (MerPlanField *field); /* (transfer full) */
/* Shows what is stored, unless something else is being typed there. */
void mer_plan_field_refresh (MerPlanField *field);
/* What stands below it: how it was understood, or what is wrong. */
void mer_plan_field_note (MerPlanField *field,
                          const char   *text,
                          gboolean      wrong);
/* Stores what was typed, where it differs from what is stored. */
void mer_plan_field_commit (MerPlanField *field);

G_END_DECLS
