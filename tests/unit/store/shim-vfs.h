/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sqlite3.h>

/* A file system for SQLite that fails on demand: it counts the calls of every open file and
 * fails the n-th, once or from then on. It is the default as long as it is installed. */

typedef enum
{
  SHIM_READ = 1 << 0,
  SHIM_WRITE = 1 << 1, /* write, truncate */
  SHIM_SYNC = 1 << 2,
  SHIM_OPEN = 1 << 3,
  SHIM_DELETE = 1 << 4,
} ShimCalls;
#define SHIM_ALL (SHIM_READ | SHIM_WRITE | SHIM_SYNC | SHIM_OPEN | SHIM_DELETE)
#define SHIM_WRITES (SHIM_WRITE | SHIM_SYNC | SHIM_DELETE)

void shim_install (void);
/* From now on the n-th call (from 1) of these kinds fails with `code`, or with an error of
 * its own kind when `code` is 0; all later ones too when `lasting`. */
void shim_arm (ShimCalls calls,
               guint     n,
               int       code,
               gboolean  lasting);
/* Calls work again; returns whether any has failed since shim_arm(). */
gboolean shim_disarm (void);
