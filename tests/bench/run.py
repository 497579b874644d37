#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the import of an invented region beside floors and other tools, in one run.

usage: run.py BUILD [town|region|country] [--runs N] [--dates]

Prints one table: work, seconds and processor seconds (medians), their ratios to a floor or anchor
of the same run, peak memory (never less than this script's own). There is no limit in it:
machines differ, ratios of one run do not lie. A country (5 GB in the folder of temporary files)
is read once unless told otherwise, and no other tables beside it.
"""
import argparse
import collections
import os
import pathlib
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = {"town": (100, 300), "region": (1500, 600), "country": (33000, 600)}
XLS_ROWS = 60000  # the format ends at 65,536
SHEET_ROWS = 100000
REGION_ROWS = 900000
LARGE_PART = {"xlsx": "xl/worksheets/sheet1.xml", "ods": "content.xml"}


Result = collections.namedtuple("Result", "seconds busy peak")


class Bench:
    def __init__(self, build, folder, runs):
        self.build = pathlib.Path(build).resolve()
        self.folder = pathlib.Path(folder)
        self.runs = runs
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", TZ="Europe/Moscow")

    def once(self, commands):
        """Seconds, processor seconds, peak kilobytes of commands, one after the other."""
        peak = 0
        busy = 0.0
        start = time.perf_counter()
        for command in commands:
            process = subprocess.Popen(
                [str(word) for word in command],
                stdout=subprocess.DEVNULL,
                env=self.environment,
                cwd=self.folder,
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode not in (0, 3):
                sys.exit(f"{command[0]} failed with {process.returncode}")
            peak = max(peak, usage.ru_maxrss)
            busy += usage.ru_utime + usage.ru_stime
        return time.perf_counter() - start, busy, peak

    def measure(self, commands, prepare=None):
        runs = []
        for _ in range(self.runs):
            if prepare is not None:
                prepare()
            runs.append(self.once(commands))
        times, busy, peaks = zip(*runs)
        return Result(statistics.median(times), statistics.median(busy), max(peaks))


def sqlite_script(folder):
    """What an office would do with the best tool at hand: load the rows, count by organization."""
    path = folder / "anchor.sql"
    path.write_text(
        ".mode csv\n.separator ;\n.import survey.csv survey\n"
        "CREATE TABLE tally AS SELECT \"Наименование организации\" AS organization, count(*) AS n"
        " FROM survey GROUP BY 1;\n",
        encoding="utf-8",
    )
    return path


def document_sizes(path):
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as document:
        comments = document.execute("SELECT coalesce(sum(length(data)), 0) FROM comment").fetchone()[0]
    return os.path.getsize(path), comments


def report(rows):
    """Rows are (work, result, result that it is compared with or None)."""
    print(f"{'work':<40}{'seconds':>9}{'ratio':>8}{'CPU s':>9}{'ratio':>8}{'peak MB':>9}")
    for name, result, anchor in rows:
        ratios = ["", ""]
        if anchor is not None:
            ratios = [f"{result.seconds / anchor.seconds:.3f}", f"{result.busy / anchor.busy:.3f}"]
        print(
            f"{name:<40}{result.seconds:>9.3f}{ratios[0]:>8}{result.busy:>9.3f}{ratios[1]:>8}"
            f"{result.peak / 1024:>9.1f}"
        )


def measure_import(bench):
    cli = bench.build / "src" / "merilo-cli"
    empty, document = bench.folder / "empty.merilo", bench.folder / "region.merilo"
    bench.once([[cli, "new", empty], [cli, "import", "organizations", empty, "organizations.csv"]])

    def prepare():
        document.unlink(missing_ok=True)
        shutil.copy(empty, document)

    def prepare_anchor():
        (bench.folder / "anchor.db").unlink(missing_ok=True)

    floor = bench.measure([["wc", "-l", "survey.csv"]])
    copy = bench.measure([["dd", "if=survey.csv", "of=/dev/null", "bs=256K", "status=none"]])
    read = bench.measure([[bench.build / "tests/bench/bench-read", "survey.csv"]])
    dry = [cli, "import", "survey", "--dry-run", empty, "survey.csv"]
    scan = bench.measure([[bench.build / "tests/bench/bench-scan", empty, "survey.csv"]])
    tried = bench.measure([dry])
    imported = bench.measure([[cli, "import", "survey", document, "survey.csv"]], prepare)
    whole = bench.measure(
        [[cli, "import", "survey", document, "survey.csv"], [cli, "scores", document]], prepare
    )
    scores = bench.measure([[cli, "scores", document]])
    rows = [
        ("floor: read the file (dd)", copy, None),
        ("floor: wc -l", floor, None),
        ("ours: read all cells", read, floor),
        ("ours: scan for the assistant", scan, read),
        ("ours: import", imported, read),
        ("ours: dry run, to the import", tried, imported),
        ("ours: import, then scores", whole, floor),
        ("ours: scores again from the document", scores, whole),
    ]
    if shutil.which("sqlite3"):
        script = sqlite_script(bench.folder)
        anchor = bench.measure([["sqlite3", "anchor.db", f".read {script}"]], prepare_anchor)
        rows.append(("anchor: sqlite3 .import and GROUP BY", anchor, None))
        rows.append(("ours: import and scores to that anchor", whole, anchor))
    return rows, document_sizes(document)


def measure_sheet(bench, kind, count):
    """A table of a kind that is an archive, beside what unpacking it costs."""
    name = f"{count}.{kind}"
    programs = bench.build / "tests" / "bench"
    bench.once([[programs / f"bench-generate-{kind}", name, count]])
    read = bench.measure([[programs / "bench-read", name]])
    rows = []
    floor = None
    if shutil.which("unzip"):
        floor = bench.measure([["unzip", "-tqq", name]])
        rows.append((f"floor: unpack {kind.upper()} of {count} rows", floor, None))
    rows.append(("ours: read it, 28 columns", read, floor))
    if floor is not None and shutil.which("xmllint"):
        walk = f"unzip -p {name} {LARGE_PART[kind]} | xmllint --sax --noout -"
        anchor = bench.measure([["sh", "-c", walk]])
        rows.append(("anchor: unpack, libxml2 SAX2, no more", anchor, None))
        rows.append(("ours: to that anchor", read, anchor))
    (bench.folder / name).unlink()
    return rows


def measure_xls(bench):
    bench.once([[bench.build / "tests/bench/bench-generate-xls", "big.xls", XLS_ROWS]])
    copy = bench.measure([["dd", "if=big.xls", "of=/dev/null", "bs=256K", "status=none"]])
    read = bench.measure([[bench.build / "tests/bench/bench-read", "big.xls"]])
    rows = [
        (f"floor: read an XLS of {XLS_ROWS} rows (dd)", copy, None),
        ("ours: read its 28 columns", read, copy),
    ]
    if shutil.which("ssconvert"):
        anchor = bench.measure([["ssconvert", "big.xls", "big.csv"]])
        rows += [("anchor: ssconvert to CSV", anchor, None), ("ours: to that anchor", read, anchor)]
    return rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("size", nargs="?", choices=SIZES, default="region")
    parser.add_argument("--runs", type=int, help="5; of a country 1")
    parser.add_argument("--dates", action="store_true", help="bare dates instead of times")
    options = parser.parse_args()
    organizations, each = SIZES[options.size]
    is_country = options.size == "country"
    runs = options.runs or (1 if is_country else 5)
    with tempfile.TemporaryDirectory(prefix="merilo-bench-") as folder:
        bench = Bench(options.build, folder, runs)
        kind = "dates" if options.dates else "times"
        bench.once([[bench.build / "tests/bench/bench-generate", ".", organizations, each, kind]])
        size = os.path.getsize(bench.folder / "survey.csv")
        rows, (document, comments) = measure_import(bench)
        if not is_country:
            rows += measure_xls(bench)
            for form, count in (("xlsx", SHEET_ROWS), ("ods", SHEET_ROWS), ("xlsx", REGION_ROWS)):
                rows += measure_sheet(bench, form, count)
        print(f"{options.size}: {organizations} × {each} rows, {size / 1e6:.0f} MB of CSV, with {kind}")
        report(rows)
        print(f"document: {document / 1e6:.1f} MB, of these comments {comments / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
