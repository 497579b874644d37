#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what the window makes people wait for in a region's whole cycles.

usage: cycle.py BUILD [--organizations N] [--document FILE] [WHAT]

A document is made, the same each time: organizations with questionnaires, three cycles with plans
of 20 items each, their control, a work plan, a council, publications. Then bench-cycle-window
opens it on an X server of its own and prints one line a work; its ratios are to reading the items
of the plans once, in the same run. WHAT: only works whose names contain it. No limits: machines
differ, ratios of one run do not lie.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

from window import Screen, environment

QUESTIONNAIRES = 100


def make_document(build, folder, organizations):
    cli, document = build / "src/merilo-cli", folder / "region.merilo"

    def run(*words):
        status = subprocess.run([str(word) for word in words], cwd=folder, stdout=subprocess.DEVNULL).returncode
        if status not in (0, 3):  # 3: there are remarks on the table
            sys.exit(f"{words[0]} failed with {status}")

    run(build / "tests/bench/bench-generate", ".", organizations, QUESTIONNAIRES)
    run(cli, "new", document)
    run(cli, "cycle", "add", document, "--year", "2024")
    run(cli, "import", "organizations", document, "organizations.csv")
    run(cli, "import", "survey", document, "survey.csv")
    run(build / "tests/bench/bench-generate-cycle", document)
    return document


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("what", nargs="?")
    parser.add_argument("--organizations", type=int, default=1500)
    parser.add_argument("--document", help="instead of one that is made; a copy is changed")
    options = parser.parse_args()
    build = pathlib.Path(options.build).resolve()
    with tempfile.TemporaryDirectory(prefix="merilo-bench-") as place, Screen() as screen:
        folder = pathlib.Path(place)
        variables = environment(folder, screen) | {"MERILO_TODAY": "2024-12-03", "GTK_A11Y": "test"}
        if options.document:
            document = shutil.copy(options.document, folder / "region.merilo")
        else:
            document = make_document(build, folder, options.organizations)
        words = [str(build / "tests/bench/bench-cycle-window"), str(document)]
        subprocess.run(words + ([options.what] if options.what else []), env=variables, check=True)


if __name__ == "__main__":
    main()
