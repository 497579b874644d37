# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program from outside, as a user with a keyboard and a screen reader would:
things are found and read through AT-SPI, keys are real X11 events. Nothing sleeps for a
fixed time to wait for an outcome: each step waits until what it expects is there."""
import os
import re
import subprocess
import time

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi  # noqa: E402


class Failure(Exception):
    pass


def name_of(node):
    """A mnemonic button is called '_Next Next' by GTK 4.8."""
    name = node.get_name() or ''
    half = name.split(' ')
    if name.startswith('_') and len(half) % 2 == 0:
        name = ' '.join(half[len(half) // 2:])
    return name.replace('_', '')


def text_of(node):
    """The text of a label or an entry; an empty range has to be named by its length."""
    try:
        length = Atspi.Text.get_character_count(node)
        return Atspi.Text.get_text(node, 0, length)
    except Exception:
        return node.get_name() or ''


def is_visible(node):
    """GTK 4.8 says 'showing' of windows only; what has no extent is not on the screen."""
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


class Program:
    def __init__(self, command, log):
        Atspi.init()
        self.log = open(log, 'w', encoding='utf-8')
        self.process = subprocess.Popen(command, stdout=self.log, stderr=self.log)
        self.root = self.wait(self._find_root, 'the program on the accessibility bus', 30)

    def _find_root(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                return child
        return None

    def wait(self, condition, what, timeout=20):
        """What the condition returns when it is true at last. A node that went away while
        it was looked at only means: look again."""
        end = time.monotonic() + timeout
        while True:
            try:
                found = condition()
                if found:
                    return found
            except Failure:
                raise
            except Exception:
                pass
            if self.process.poll() is not None:
                raise Failure(f'the program ended with {self.process.returncode}, waiting for {what}')
            if time.monotonic() > end:
                raise Failure(f'waited {timeout} s for {what}')
            time.sleep(0.05)

    def walk(self, node=None, rows=6):
        """All nodes below; of a long list only the first rows, each costs a round trip. A node that
        went away has none."""
        node = node or self.root
        yield node
        for child in self._children(node, rows):
            yield from self.walk(child, rows)

    @staticmethod
    def _children(node, rows):
        try:
            count = node.get_child_count()
            if node.get_role_name() == 'list':
                count = min(count, rows)
            children = [node.get_child_at_index(i) for i in range(count)]
        except Exception:
            return []
        return [child for child in children if child is not None]

    def _matching(self, roles, pattern):
        for node in self.walk():
            try:
                if node.get_role_name() not in roles:
                    continue
                said = text_of(node) if 'label' in roles else name_of(node)
                if re.search(pattern, said) and is_visible(node):
                    return node
            except Exception:  # it went away while it was looked at
                continue
        return None

    def button(self, pattern, timeout=20):
        roles = ('push button', 'button', 'toggle button')
        return self.wait(lambda: self._matching(roles, pattern), f'the button {pattern}', timeout)

    def label(self, pattern, timeout=20):
        return text_of(self.wait(lambda: self._matching(('label',), pattern),
                                 f'the label {pattern}', timeout))

    def has_label(self, pattern):
        return self._matching(('label',), pattern) is not None

    def is_active(self):
        """Whether the window manager has given one of our windows the keyboard."""
        return any(self.root.get_child_at_index(i).get_state_set().contains(Atspi.StateType.ACTIVE)
                   for i in range(self.root.get_child_count()))

    def activate(self):
        """Asks the window manager for the keyboard: it may have been slower than we are."""
        subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid),
                        'windowactivate'], check=False, capture_output=True)

    def focused_row(self):
        """The first label of the row that has the keyboard; None when no row has it."""
        for node in self.walk(rows=20):
            if (node.get_role_name() == 'list item'
                    and node.get_state_set().contains(Atspi.StateType.FOCUSED)):
                return next(text_of(part) for part in self.walk(node)
                            if part.get_role_name() == 'label')
        return None

    def window(self, pattern, timeout=20):
        def find():
            for i in range(self.root.get_child_count()):
                child = self.root.get_child_at_index(i)
                if child is not None and re.search(pattern, child.get_name() or ''):
                    return child
            return None
        return self.wait(find, f'the window {pattern}', timeout)

    def has_window(self, pattern):
        return any(re.search(pattern, self.root.get_child_at_index(i).get_name() or '')
                   for i in range(self.root.get_child_count()))

    def press(self, node):
        """The accessible action, as a screen reader performs it."""
        for i in range(Atspi.Action.get_n_actions(node)):
            if Atspi.Action.get_action_name(node, i) == 'click':
                Atspi.Action.do_action(node, i)
                return
        raise Failure(f'{node.get_role_name()} {name_of(node)!r} cannot be pressed')

    def is_enabled(self, node):
        return node.get_state_set().contains(Atspi.StateType.SENSITIVE)

    def rows(self, table_name, limit=8):
        """The first rows of a table, a list of texts each."""
        def read():
            for node in self.walk(rows=limit):
                if node.get_role_name() == 'tree table' and node.get_name() == table_name:
                    return self._cells(node, limit)
            return None
        return self.wait(read, f'the rows of {table_name}')

    def _cells(self, table, limit):
        found = []
        for i in range(table.get_child_count()):
            part = table.get_child_at_index(i)
            if part is None or part.get_role_name() != 'list':
                continue
            for k in range(min(part.get_child_count(), limit)):
                row = part.get_child_at_index(k)
                cells = [row.get_child_at_index(c) for c in range(row.get_child_count())]
                found.append([next((text_of(n) for n in self.walk(cell)
                                    if n.get_role_name() == 'label'), '') for cell in cells])
        return [row for row in found if row and any(row)]

    def key(self, *keys):
        subprocess.run(['xdotool', 'key', '--delay', '40', *keys], check=True)

    def type(self, text):
        subprocess.run(['xdotool', 'type', '--delay', '25', text], check=True)

    def until(self, act, condition, what, tries=4):
        """Acts again when nothing came of it: a key can fall on a window that is closing."""
        for i in range(tries):
            act()
            try:
                return self.wait(condition, what, 4)
            except Failure:
                if i == tries - 1 or self.process.poll() is not None:
                    raise
        return None

    def close(self):
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(10)
        self.log.close()
