#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays transcripts of merilo-cli and compares what it prints with what they say.

A case is a file cases/NAME.txt: lines "$ command" followed by what is expected: standard
output, lines of standard error after "! ", and "[exit N]". What is printed in Russian stands
in cases/NAME.ru.txt, with the same commands. Commands are those of merilo-cli, and:

  $ cat FILE            its text
  $ head N FILE         its first lines
  $ magic FILE          its first five bytes
  $ same FILE           whether it is byte for byte what it was at the last "same"
  $ drop FILE           deletes it

usage: run.py MERILO_CLI CASE... [--update]     --update rewrites what is expected
"""
import argparse
import datetime
import difflib
import hashlib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

import fixtures

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parent.parent
LANGUAGES = {'': 'C.UTF-8', '.ru': 'ru_RU.UTF-8'}


def environment(locale, home):
    """A world of its own, in which only the locale differs."""
    env = {'PATH': os.environ.get('PATH', ''), 'TZ': 'Europe/Moscow', 'HOME': str(home),
           'USER': 'tester', 'LOGNAME': 'tester', 'GSETTINGS_BACKEND': 'memory',
           'G_DEBUG': 'fatal-warnings', 'LC_ALL': locale, 'MERILO_TODAY': '2024-12-03'}
    for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
        if name in os.environ:
            env[name] = os.environ[name]
    # a build with sanitizers speaks of its suppressions on standard error otherwise
    env['LSAN_OPTIONS'] = env.get('LSAN_OPTIONS', '') + ':print_suppressions=0'
    return env


def normalized(text, folder):
    """Without what differs from run to run: moments, users, machines, the folder."""
    text = text.replace(str(folder), '<folder>')
    text = re.sub(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', '<moment>', text)
    year = datetime.date.today().year
    text = re.sub(rf'\d\d\.\d\d\.{year}|{year}-\d\d-\d\d', '<today>', text)
    text = re.sub(rf'НОКО {year}', 'НОКО <year>', text)
    text = re.sub(rf'(?m)^(\d+\t){year}(\t(?:yes|no)\t)', r'\1<year>\2', text)
    text = re.sub(r'(?m)^(\d+\t<moment>\t)[^\t\n]*\t', r'\1<who>\t', text)
    return re.sub(r'merilo-cli \d+\.\d+\.\d+', 'merilo-cli <version>', text)


class Player:
    """Plays the commands of one case in one folder."""

    def __init__(self, program, locale, folder):
        self.program = program
        self.folder = folder
        self.env = environment(locale, folder / 'home')
        self.sums = {}

    def cat(self, name):
        return (self.folder / name).read_text(encoding='utf-8-sig')

    def head(self, count, name):
        return ''.join(self.cat(name).splitlines(keepends=True)[:int(count)])

    def magic(self, name):
        path = self.folder / name
        return (path.read_bytes()[:5].decode('latin-1') if path.exists() else 'absent') + '\n'

    def same(self, name):
        path = self.folder / name
        now = hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else None
        before, self.sums[name] = self.sums.get(name), now
        return ('absent' if now is None else 'same' if now == before else 'changed') + '\n'

    def drop(self, name):
        (self.folder / name).unlink()
        return ''

    def play(self, command):
        words = shlex.split(command)
        if words[0] in ('cat', 'head', 'magic', 'same', 'drop'):
            return getattr(self, words[0])(*words[1:])
        done = subprocess.run([self.program, *words], cwd=self.folder, env=self.env, check=False,
                              capture_output=True, timeout=120)
        out = done.stdout.decode('utf-8')
        if out and not out.endswith('\n'):
            out += '\n'
        err = ''.join(f'! {line}\n' for line in done.stderr.decode('utf-8').splitlines())
        return f'{out}{err}[exit {done.returncode}]\n'


def commands_of(text):
    """The commands of a transcript, and its comments and blank lines, which stay."""
    kept = []
    for line in text.splitlines():
        if line.startswith(('$ ', '# ')) or (line == '' and kept and kept[-1] != ''):
            kept.append(line)
    while kept and kept[-1] == '':
        kept.pop()
    return kept


def transcript(program, locale, commands):
    """What a case prints, commands and comments included."""
    with tempfile.TemporaryDirectory(prefix='merilo-golden-') as name:
        folder = pathlib.Path(name)
        (folder / 'home').mkdir()
        fixtures.write(folder)
        shutil.copytree(SOURCE / 'data' / 'demo', folder / 'demo')
        player = Player(program, locale, folder)
        lines = []
        for line in commands:
            lines.append(line + '\n')
            if line.startswith('$ '):
                lines.append(normalized(player.play(line[2:]), folder))
        return ''.join(lines)


def check(program, case, suffix, update):
    """Whether a case prints what is expected; explains when not."""
    main = HERE / 'cases' / f'{case}.txt'
    path = HERE / 'cases' / f'{case}{suffix}.txt'
    actual = transcript(program, LANGUAGES[suffix], commands_of(main.read_text('utf-8')))
    expected = path.read_text('utf-8') if path.exists() else ''
    if update:
        path.write_text(actual, 'utf-8')
        return True
    if actual == expected:
        return True
    sys.stdout.writelines(difflib.unified_diff(expected.splitlines(keepends=True),
                                               actual.splitlines(keepends=True),
                                               path.name, 'now'))
    return False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program', type=lambda text: str(pathlib.Path(text).resolve()))
    parser.add_argument('case', nargs='+')
    parser.add_argument('--update', action='store_true')
    given = parser.parse_args()
    results = [check(given.program, case, suffix, given.update)
               for case in given.case for suffix in LANGUAGES]
    return 0 if all(results) else 1


if __name__ == '__main__':
    sys.exit(main())
