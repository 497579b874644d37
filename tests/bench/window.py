#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures from exec to the first frame, beside an empty window of the same toolkit.

usage: window.py BUILD [--runs N] [--document FILE]…

Runs are taken in turn, on an X server of its own, with settings and folders of its own. The table
has medians in milliseconds: until the first frame, and until the last one before a rest, which is
the rating when a document is opened. The processor time is that of the program alone. There is no
limit in it: machines differ, ratios of one run do not lie.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

REGION = (1500, 600)


class Screen:
    """An X server without a window manager, which would draw too."""

    def __enter__(self):
        reader, writer = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as numbers:
            self.name = ":" + numbers.readline().strip()
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def environment(folder, screen):
    settings = {name: value for name, value in os.environ.items() if not name.startswith(("GTK_", "G_", "MALLOC_"))}
    settings.pop("DBUS_SESSION_BUS_ADDRESS", None)
    settings.pop("WAYLAND_DISPLAY", None)
    for name, place in (("HOME", "home"), ("XDG_RUNTIME_DIR", "run"), ("XDG_CONFIG_HOME", "config"),
                        ("XDG_DATA_HOME", "data"), ("XDG_CACHE_HOME", "cache")):
        (folder / place).mkdir(mode=0o700)
        settings[name] = str(folder / place)
    # the page that was looked at last
    (folder / "config/glib-2.0/settings").mkdir(parents=True)
    (folder / "config/glib-2.0/settings/keyfile").write_text(
        "[io/github/merilo/Merilo]\npage='rating'\n", encoding="utf-8"
    )
    return settings | {
        "DISPLAY": screen.name, "GDK_BACKEND": "x11", "GSK_RENDERER": "cairo", "GDK_DEBUG": "gl-disable",
        "GTK_A11Y": "none", "GSETTINGS_BACKEND": "keyfile", "LC_ALL": "ru_RU.UTF-8", "TZ": "Europe/Moscow",
    }


def make_documents(build, folder):
    """The example, and a region of one cycle."""
    cli = build / "src/merilo-cli"
    demo, region = folder / "demo.merilo", folder / "region.merilo"

    def run(*words):
        status = subprocess.run([str(word) for word in words], cwd=folder, stdout=subprocess.DEVNULL).returncode
        if status not in (0, 3):  # 3: there are remarks on the table
            sys.exit(f"{words[0]} failed with {status}")

    run(cli, "demo", demo)
    run(build / "tests/bench/bench-generate", ".", *REGION)
    run(cli, "new", region)
    run(cli, "import", "organizations", region, "organizations.csv")
    run(cli, "import", "survey", region, "survey.csv")
    (folder / "survey.csv").unlink()
    return [demo, region]


def measure(build, commands, runs, variables):
    """For each command the medians of what first-frame prints."""
    watcher = build / "tests/bench/bench-first-frame"
    figures = [[] for _ in commands]
    for turn in range(runs + 1):
        for command, found in zip(commands, figures):
            output = subprocess.run(
                [str(word) for word in (watcher, *command)],
                env=variables, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
            ).stdout
            if turn > 0:  # the first one only warms the caches
                found.append([float(word) for word in output.split()])
    return [[statistics.median(column) for column in zip(*found)] for found in figures]


def report(names, results):
    anchor = results[0]
    print(f"{'ms, median':<28}{'first':>8}{'ratio':>8}{'CPU':>8}{'ratio':>8}{'last':>8}{'CPU':>8}")
    for name, (first, busy, last, last_busy) in zip(names, results):
        print(
            f"{name:<28}{first:>8.1f}{first / anchor[0]:>8.2f}{busy:>8.1f}{busy / anchor[1]:>8.2f}"
            f"{last:>8.1f}{last_busy:>8.1f}"
        )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--document", action="append", help="instead of the example and a region")
    options = parser.parse_args()
    build = pathlib.Path(options.build).resolve()
    with tempfile.TemporaryDirectory(prefix="merilo-bench-") as place, Screen() as screen:
        folder = pathlib.Path(place)
        documents = [pathlib.Path(name).resolve() for name in options.document or []]
        documents = documents or make_documents(build, folder)
        program = build / "src/merilo"
        commands = [(build / "tests/bench/bench-empty-window",), (program,)]
        commands += [(program, document) for document in documents]
        names = ["anchor: empty window", "start page"] + [path.name for path in documents]
        report(names, measure(build, commands, options.runs, environment(folder, screen)))


if __name__ == "__main__":
    main()
