# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of an invented district, made anew for each run, always the same."""
import pathlib
import random
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / 'golden'))
import fixtures  # noqa: E402

# name, kind, recipients
DISTRICT = [
    ('ДС «Берёзка»', 'Дошкольное', 45), ('ДС «Василёк»', 'Дошкольное', 38),
    ('ДС «Ромашка»', 'Дошкольное', 52), ('ДС «Снежинка»', 'Дошкольное', 30),
    ('СОШ № 1', 'Общее', 60), ('СОШ № 2', 'Общее', 55), ('СОШ № 3', 'Общее', 48),
    ('Озёрская СОШ', 'Общее', 35), ('Луговская ООШ', 'Общее', 25),
    ('Дом творчества', 'Дополнительное', 50), ('Станция юных техников', 'Дополнительное', 40),
    ('Детская школа искусств', 'Дополнительное', 33),
]
RECIPIENTS = {name: count for name, _kind, count in DISTRICT}


def write_registry(path, with_recipients=False):
    """As the department has it: without recipients these come later, in a table of their own."""
    head = ['Организация', 'Вид'] + (['Численность получателей'] if with_recipients else [])
    fixtures.table(path, [head, *[row[:len(head)] for row in DISTRICT]], ';')


def write_recipients(path, names):
    fixtures.table(path, [['Организация', 'Численность получателей'],
                          *[[name, RECIPIENTS[name]] for name in names]], ';')


def write_checklist(path, names, seed, missing=4):
    """Of each organization some items are absent."""
    draw = random.Random(seed)
    texts = fixtures.items()
    rows = [['Наименование организации или П/Н по списку',
             *(f'{words} [{text}]' for place, words in fixtures.BLOCKS.items()
               for text in texts[place] if text != fixtures.OWN_ITEM)]]
    for name in names:
        marks = [1] * (len(rows[0]) - 1)
        for index in draw.sample(range(len(marks)), missing):
            marks[index] = 0
        rows.append([name, *marks])
    fixtures.table(path, rows, ';')


def answers(draw, content):
    """One person's, content with so large a share of what is asked."""
    row = []
    for question in range(len(fixtures.QUESTIONS)):
        behind = fixtures.FILTER.get(question)
        if behind is not None and row[behind] != 'Да':
            row.append('')
        elif question in fixtures.FILTER.values():
            row.append('Да' if draw.random() < 0.7 else 'Нет')
        else:
            row.append('Да' if draw.random() < content else 'Нет')
    return row


def write_survey(path, counts, seed, content=0.85, day='14.04.2021'):
    """counts: {name: how many questionnaires}"""
    draw = random.Random(seed)
    rows = [[name, *answers(draw, content)] for name, count in counts.items()
            for _ in range(count)]
    stamped = [[f'{day} {8 + i // 60:02}:{i % 60:02}:07', *row] for i, row in enumerate(rows)]
    fixtures.table(path, [['Отметка времени', 'Организация', *fixtures.QUESTIONS], *stamped], ';')


def sample(name):
    """40 % of the recipients, upwards."""
    return (RECIPIENTS[name] * 40 + 99) // 100


write = fixtures.table

SCALE = fixtures.SCALE[:5]


def write_scale_survey(path, counts, seed, best=3, extra=False):
    """Answers of the edition of 2014, on its scale of five: `best` of five people are content."""
    draw = random.Random(seed)
    questions = fixtures.survey_2014()[0][2:]
    own = ['Приглашают ли Вас в организацию?'] if extra else []
    rows = [[name, *(SCALE[4] if draw.randrange(5) < best else draw.choice(SCALE[:4])
                     for _ in questions), *(draw.choice(['Да', 'Нет']) for _ in own)]
            for name, count in counts.items() for _ in range(count)]
    stamped = [[f'14.04.2016 {8 + i // 60:02}:{i % 60:02}:07', *row] for i, row in enumerate(rows)]
    fixtures.table(path, [['Отметка времени', 'Образовательная организация', *questions, *own],
                          *stamped], ';')


def write_points(path, names, seed):
    """What the expert gives for the site, 0 to 10."""
    draw = random.Random(seed)
    fixtures.table(path, [['Организация', '1.1', '1.2'],
                          *[[name, draw.randint(6, 10), draw.randint(5, 10)] for name in names]],
                   ';')
