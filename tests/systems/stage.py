# SPDX-License-Identifier: GPL-3.0-or-later
"""One district's years, played through merilo-cli alone: what is done is written down as a
transcript, what must hold is asked for on the spot."""
import csv
import datetime
import io
import os
import pathlib
import re
import shlex
import subprocess


class Failure(Exception):
    pass


def environment(locale, home):
    """A world of its own."""
    env = {'PATH': os.environ.get('PATH', ''), 'TZ': 'Europe/Moscow', 'HOME': str(home),
           'USER': 'tester', 'LOGNAME': 'tester', 'GSETTINGS_BACKEND': 'memory',
           'G_DEBUG': 'fatal-warnings', 'LC_ALL': locale}
    for name in ('ASAN_OPTIONS', 'LSAN_OPTIONS', 'UBSAN_OPTIONS'):
        if name in os.environ:
            env[name] = os.environ[name]
    env['LSAN_OPTIONS'] = env.get('LSAN_OPTIONS', '') + ':print_suppressions=0'
    return env


def normalized(text, folder):
    """Without what differs from run to run."""
    text = text.replace(str(folder), '<folder>')
    text = re.sub(r'\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ', '<moment>', text)
    now = datetime.date.today()
    text = text.replace(now.isoformat(), '<today>').replace(now.strftime('%d.%m.%Y'), '<today>')
    return re.sub(r'(?m)^sha256: [0-9a-f]{64}$', 'sha256: <sum>', text)


class Stage:
    """A document, the day on which things are done, and what was said."""

    def __init__(self, program, folder, locale='C.UTF-8'):
        self.program = program
        self.folder = folder
        self.document = 'd.merilo'
        self.said = []
        self.env = environment(locale, folder)

    def say(self, text):
        self.said.append(text + '\n')

    def on(self, day, what=''):
        """From here on it is that day."""
        self.env['MERILO_TODAY'] = day
        self.say(f'\n# {day}{": " if what else ""}{what}')

    def run(self, *words):
        """Nothing is written down."""
        return subprocess.run([self.program, *map(str, words)], cwd=self.folder, env=self.env,
                              check=False, capture_output=True, text=True, timeout=120)

    def do(self, command, *words, status=0, quiet=False):
        """`command` names the verb as one text; the document follows it, then the words."""
        given = [*command.split(), self.document, *map(str, words)]
        done = self.run(*given)
        self.say('$ ' + ' '.join(shlex.quote(word) for word in given))
        self.said += [f'! {line}\n' for line in done.stderr.splitlines()]
        if done.stdout and not quiet:
            self.said.append(done.stdout if done.stdout.endswith('\n') else done.stdout + '\n')
        if done.returncode != status:
            raise Failure(f'{given}: status {done.returncode} instead of {status}: '
                          f'{done.stdout}{done.stderr}')
        return done.stdout

    def rows(self, command, *words):
        """What a list says, as dictionaries; nothing is written down."""
        done = self.run(*command.split(), self.document, *words)
        if done.returncode != 0:
            raise Failure(f'{command} {words}: {done.stderr}')
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def number(self, command, *words):
        """Does it and returns the last number of what was said: the id of what was added."""
        found = re.findall(r'\d+', self.do(command, *words))
        if not found:
            raise Failure(f'{command} {words}: no number was said')
        return found[-1]

    def rules(self):
        """The sentences of check-rules by rule: {rule: [sentence]}."""
        done = self.run('check-rules', self.document)
        if done.returncode != 0:
            raise Failure(done.stderr)
        found = {}
        for line in done.stdout.splitlines()[1:]:
            rule, severity, _kind, _id, text = line.split('\t')
            found.setdefault(rule, []).append(f'{severity}: {text}')
        return found

    def expect(self, holds, what):
        if not holds:
            raise Failure(what)

    def transcript(self):
        return normalized(''.join(self.said).lstrip('\n'), self.folder)
