#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every deadline phrase of the four municipal systems, and spellings of the same, with what was
reckoned by hand. A phrase without a year belongs to the year of its plan.

usage: phrases.py MERILO_CLI
"""
import pathlib
import sys
import tempfile

import stage as stages

# The plans, as quoted; in the order of their items.
A, B, C = 2013, 2016, 2021
QUOTED = [
    # A: three years
    (A, 'август–сентябрь 2013 г.', '2013-08-01 2013-09-30'),
    (A, 'август 2013 г.', '2013-08-01 2013-08-31'),
    (A, 'сентябрь 2013 г.', '2013-09-01 2013-09-30'),
    (A, '2013–2015 гг.', '2013-01-01 2015-12-31'),
    (A, 'сентябрь–октябрь 2013 г.', '2013-09-01 2013-10-31'),
    (A, 'октябрь 2013 г.', '2013-10-01 2013-10-31'),
    (A, 'сентябрь 2013 г.; затем 2013–2015 гг.', '2013-09-01 2015-12-31'),
    (A, 'III квартал 2013 г.', '2013-07-01 2013-09-30'),
    (A, 'до 31 декабря 2013 г.', '2013-01-01 2013-12-31'),
    (A, 'по отдельному плану', 'schedule'),
    (A, 'декабрь 2013 г., далее ежегодно', '2013-12-01 2013-12-31 yearly'),
    (A, '2014 г.', '2014-01-01 2014-12-31'),
    # B: a year in three sections
    (B, 'до 30 ноября 2016 г.', '2016-01-01 2016-11-30'),
    (B, 'постоянно', 'continuous'),
    (B, 'до 20 декабря 2016 г.', '2016-01-01 2016-12-20'),
    (B, 'февраль–апрель', '2016-02-01 2016-04-30'),
    (B, 'март–май', '2016-03-01 2016-05-31'),
    (B, 'апрель–май', '2016-04-01 2016-05-31'),
    (B, 'до 30 сентября 2016 г.', '2016-01-01 2016-09-30'),
    (B, 'октябрь 2016 г.', '2016-10-01 2016-10-31'),
    (B, 'до 30 октября 2016 г.', '2016-01-01 2016-10-30'),
    (B, 'до 5 декабря 2016 г.', '2016-01-01 2016-12-05'),
    (B, 'в течение года', '2016-01-01 2016-12-31'),
    (B, 'согласно графику', 'schedule'),
    (B, 'до 10 декабря 2015 г.', '2015-01-01 2015-12-10'),
    (B, 'до 12 декабря 2016 г.', '2016-01-01 2016-12-12'),
    (B, 'в течение срока, определённого планом', 'schedule'),
    (B, 'ноябрь–декабрь 2016 г.', '2016-11-01 2016-12-31'),
    # C: quarters
    (C, '1 квартал 2021 г.', '2021-01-01 2021-03-31'),
    (C, '2 квартал 2021 г.', '2021-04-01 2021-06-30'),
    (C, '2–4 квартал 2021 г.', '2021-04-01 2021-12-31'),
    (C, '4 квартал 2021 г.', '2021-10-01 2021-12-31'),
    (C, 'декабрь 2021 г.', '2021-12-01 2021-12-31'),
    (C, 'I квартал 2022 г.', '2022-01-01 2022-03-31'),
    (C, 'не позднее 10 дней после получения рекомендаций', 'after 10 получения рекомендаций'),
    (C, 'постоянно', 'continuous'),
    (C, 'в течение года', '2021-01-01 2021-12-31'),
]
# The same as they are typed: hyphens, capitals, blanks, dashes in other places.
SPELLED = [
    (A, 'август-сентябрь 2013 г.', '2013-08-01 2013-09-30'),
    (A, 'август — сентябрь 2013 года', '2013-08-01 2013-09-30'),
    (A, '2013-2015 гг.', '2013-01-01 2015-12-31'),
    (A, '2013 – 2015 годы', '2013-01-01 2015-12-31'),
    (A, 'декабрь 2013 г., далее – ежегодно', '2013-12-01 2013-12-31 yearly'),
    (A, 'сентябрь 2013 г.; далее – 2013–2015 гг.', '2013-09-01 2015-12-31'),
    (A, '3 квартал 2013 года', '2013-07-01 2013-09-30'),
    (A, 'ежегодно с 2013 г.', '2013-01-01 2013-12-31 yearly'),
    (B, 'Февраль – апрель', '2016-02-01 2016-04-30'),
    (B, 'февраль - апрель 2016 г.', '2016-02-01 2016-04-30'),
    (B, 'ДО 30 НОЯБРЯ 2016 Г.', '2016-01-01 2016-11-30'),
    (B, 'до 30.11.2016', '2016-01-01 2016-11-30'),
    (B, 'не позднее 5 декабря 2016 г.', '2016-01-01 2016-12-05'),
    (B, 'в течение срока, определенного планом', 'schedule'),
    (B, 'по графику', 'schedule'),
    (B, 'В течение года', '2016-01-01 2016-12-31'),
    (C, '2-4 квартал 2021 г.', '2021-04-01 2021-12-31'),
    (C, 'II–IV кварталы 2021 года', '2021-04-01 2021-12-31'),
    (C, '2–4 кварталы 2021 г.', '2021-04-01 2021-12-31'),
    (C, '1 кв. 2021 г.', '2021-01-01 2021-03-31'),
    (C, 'Декабрь 2021 г.', '2021-12-01 2021-12-31'),
    (C, 'Не позднее 10 дней после получения рекомендаций', 'after 10 получения рекомендаций'),
    (C, 'не позднее 10 дней с момента получения рекомендаций', 'after 10 получения рекомендаций'),
    (C, '8 февраля 2021 г.', '2021-02-08 2021-02-08'),
    (C, '08.02.2021', '2021-02-08 2021-02-08'),
    (2024, 'февраль', '2024-02-01 2024-02-29'),
    (2023, 'февраль', '2023-02-01 2023-02-28'),
]
NONE = ['', 'скоро', '31 февраля 2021 г.', 'V квартал 2021 г.', '0 квартал 2021 г.',
        '4–2 квартал 2021 г.', 'декабрь–август 2013 г.', '2015–2013 гг.', 'до 32 мая 2021 г.']


def variants(phrase):
    """As it comes from a word processor: no-break spaces, a blank behind."""
    return [phrase, phrase.replace(' ', '\u00a0'), phrase + ' ']


def ask(stage, phrase, year):
    done = stage.run('period', phrase, '--year', year)
    return done.returncode, done.stdout.strip().replace('\u00a0', ' ')


def check_kept(stage):
    """Phrases that are stored stay as they were typed, also through a table and back."""
    problems = []
    phrases = [phrase for _year, phrase, _result in QUOTED + SPELLED]
    stage.do('new')
    stage.do('cycle add', '--year', 2016)
    for i, phrase in enumerate(phrases):
        stage.do('workplan add', 'work-item', f'number={i + 1}', f'what={i}', f'deadline={phrase}')
    for file in ('plan.csv', 'plan.xlsx'):
        stage.do('workplan export', file)
        stage.do('workplan import', file)
        kept = [row['deadline'] for row in stage.rows('workplan list')]
        problems += [f'{file}: {was!r} became {now!r}' for was, now in zip(phrases, kept)
                     if was != now]
        if len(kept) != len(phrases):
            problems.append(f'{file}: {len(kept)} items instead of {len(phrases)}')
    return problems


def main():
    problems = []
    with tempfile.TemporaryDirectory(prefix='merilo-phrases-') as folder:
        stage = stages.Stage(str(pathlib.Path(sys.argv[1]).resolve()), pathlib.Path(folder))
        stage.on('2030-01-01')  # the current year must not matter
        for year, phrase, wanted in QUOTED + SPELLED:
            for typed in variants(phrase):
                said = ask(stage, typed, year)
                if said != (0, wanted):
                    problems.append(f'{typed!r} in {year}: {said}, not {wanted!r}')
        for phrase in NONE:
            if ask(stage, phrase, C)[0] != 1:
                problems.append(f'{phrase!r} is taken for a deadline')
        problems += check_kept(stage)
    print('\n'.join(problems) or f'{len(QUOTED) + len(SPELLED)} phrases are understood and kept')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
