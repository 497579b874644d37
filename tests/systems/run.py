#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays whole cycles of the four municipal systems and compares what was said with expected/.

usage: run.py MERILO_CLI SYSTEM... [--update]
"""
import argparse
import difflib
import importlib
import pathlib
import sys
import tempfile

import stage as stages

HERE = pathlib.Path(__file__).resolve().parent


def play(program, name, update):
    """Whether the system's years went as expected; explains when not."""
    with tempfile.TemporaryDirectory(prefix=f'merilo-system-{name}-') as folder:
        stage = stages.Stage(program, pathlib.Path(folder))
        try:
            importlib.import_module(f'system_{name}').play(stage)
        except stages.Failure as failure:
            sys.stdout.write(stage.transcript())
            print(f'FAILED: {failure}')
            return False
        actual = stage.transcript()
    path = HERE / 'expected' / f'{name}.txt'
    expected = path.read_text('utf-8') if path.exists() else ''
    if update:
        path.write_text(actual, 'utf-8')
    elif actual != expected:
        sys.stdout.writelines(difflib.unified_diff(expected.splitlines(keepends=True),
                                                   actual.splitlines(keepends=True), path.name,
                                                   'now'))
        return False
    return True


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=lambda text: str(pathlib.Path(text).resolve()))
    parser.add_argument('system', nargs='+')
    parser.add_argument('--update', action='store_true')
    given = parser.parse_args()
    results = [play(given.program, name, given.update) for name in given.system]
    return 0 if all(results) else 1


if __name__ == '__main__':
    sys.exit(main())
