/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "methodology/mer-methodology-edit.h"

G_BEGIN_DECLS

/**
 * MerMethodologyField:
 *
 * One property of a part of the rules in the pane beside the tree, made by what kind of value the
 * property has. What is wrong with it stands below it.
 *
 * Signals:
 *   `typed` ()    what it says is being changed
 *   `entered` ()  and is to be stored: Enter, or the keyboard went elsewhere
 */
#define MER_TYPE_METHODOLOGY_FIELD (mer_methodology_field_get_type ())
G_DECLARE_FINAL_TYPE (MerMethodologyField,
                      mer_methodology_field,
                      MER,
                      METHODOLOGY_FIELD,
                      GtkBox)

GtkWidget *mer_methodology_field_new (MerPartKind kind,
                                      const char *property);

const char *mer_methodology_field_get_property_name (MerMethodologyField *self);
/* Shows what the part has; a text that is being typed stays unless `force`. */
void mer_methodology_field_show (MerMethodologyField  *self,
                                 const MerMethodology *methodology,
                                 const char           *path,
                                 gboolean              force);
/* What it says, as mer_methodology_set() takes it: (transfer full). */
char *mer_methodology_field_read (MerMethodologyField *self);
/* Its label stands above it and not beside it: for large text. */
void mer_methodology_field_set_stacked (MerMethodologyField *self,
                                        gboolean             stacked);
/* Whether it says something that was not entered. */
gboolean mer_methodology_field_is_typing (MerMethodologyField *self);
/* It is being entered, or was not after all. */
void mer_methodology_field_set_typing (MerMethodologyField *self,
                                       gboolean             typing);
/* A sentence below it; NULL: nothing. */
void mer_methodology_field_set_problem (MerMethodologyField *self,
                                        const char          *text);
void mer_methodology_field_set_editable (MerMethodologyField *self,
                                         gboolean             editable);

/* --- for the file of links and choices -------------------------------------------------------- */

/* The widgets of a kind of value. */
typedef struct
{
  GtkWidget *(*make) (MerMethodologyField *self);
  void (*show) (MerMethodologyField  *self,
                GtkWidget            *input,
                const MerMethodology *methodology,
                const char           *path,
                const char           *value);
  char *(*read) (MerMethodologyField *self,
                 GtkWidget           *input);
  void (*set_editable) (GtkWidget *input,
                        gboolean   editable);
} MerFieldKind;

extern const MerFieldKind mer_member_choice;
extern const MerFieldKind mer_member_choices;
extern const MerFieldKind mer_member_link;
extern const MerFieldKind mer_member_links;

MerPartKind mer_methodology_field_get_kind (MerMethodologyField *self);
/* A choice was made by the user: it is entered at once. */
void mer_methodology_field_chosen (MerMethodologyField *self);
/* Names a drop-down for a screen reader, where the keyboard meets it: in its button. */
void mer_methodology_drop_set_name (GtkWidget  *drop,
                                    const char *name);

G_END_DECLS
