/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/mer-page.h"

G_BEGIN_DECLS

/* A page of the sidebar: its file and one line in mer-page-table.c. */
typedef struct
{
  const char *id;        /* "rating": name in actions and settings */
  const char *title;     /* English msgid, marked N_() */
  const char *icon_name; /* "merilo-rating-symbolic" */
  GType (*get_type) (void);
  /* The counter at the right of the sidebar's row, computed without the page:
   * (transfer full) (nullable). Optional. */
  char *(*counter) (MerSession *session);
} MerPageInfo;

/* (transfer none) (array length=n_pages): all pages, in the order of the sidebar. */
const MerPageInfo *mer_page_table (guint *n_pages);
/* −1 when there is no such page. */
int mer_page_table_find (const char *id);

G_END_DECLS
