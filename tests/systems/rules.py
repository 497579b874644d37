#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every rule of a cycle, broken once and mended once, in a document that breaks none: the sentence
must name what is wrong, and must be gone when it was mended. What of system D depends on the course
of a year is in system_d.py.

usage: rules.py MERILO_CLI
"""
import pathlib
import shlex
import shutil
import sys
import tempfile

import stage as stages
import steps
import tables

TODAY = '2021-06-01'
CHOSEN = ['ДС «Берёзка»', 'ДС «Василёк»', 'СОШ № 1', 'СОШ № 2', 'Дом творчества']

# What breaks the rule and what mends it again are commands, «;» between them, without the document:
# it follows the verb. rule, breaks, words of the sentence, mends
RULES = [
    # the council: composition
    ('council.none', "council set council-member {1..5} until=31.05.2021",
     ['no council'], "council set council-member {1..5} until=14.01.2023"),
    ('council.few', "council set council-member 5 until=31.05.2021",
     ['4 members', 'at least five'], "council set council-member 5 until=14.01.2023"),
    ('council.chair', "council set council-member 1 role=member", ['Nobody is in the chair'],
     "council set council-member 1 role=chair"),
    ('council.chair', "council set council-member 3 role=chair", ['More than one'],
     "council set council-member 3 role=deputy"),
    ('council.secretary', "council set council-member 2 role=member", ['no secretary'],
     "council set council-member 2 role=secretary"),
    ('council.conflict', "council set council-member 3 conflict=official",
     ['Полевой Т. М.', 'official'], "council set council-member 3 conflict=none"),
    ('council.conflict', "council set council-member 4 conflict=educator",
     ['Лугова Е. И.', 'organization of education'], "council set council-member 4 conflict=none"),
    ('council.term', "council set council-member 3 until=16.01.2023",
     ['Полевой Т. М.', 'longer than three years'],
     "council set council-member 3 until=14.01.2023"),
    ('council.term', "council set council-member 3 until=", ['the end of the term'],
     "council set council-member 3 until=14.01.2023"),
    ('council.represents', "council set council-member 3 represents=",
     ['Полевой Т. М.', 'represents no'], "council set council-member 3 'represents=Союз'"),
    # the council: meetings
    ('council.quorum', "council attend 1 'Берёзкина В. А.' 'Тропинина Н. С.' --only",
     ['No. 1 of 01.02.2021', 'without a quorum', '2 of 5', '3 are needed'],
     "council attend 1 'Полевой Т. М.' 'Лугова Е. И.' 'Каменский О. Р.' --state present"),
    ('council.votes', "council vote 1 for=6", ['6 votes', '5 members took part'],
     "council vote 1 for=5"),
    ('council.votes', "council attend 1 'Полевой Т. М.' --state absent;"
     "council vote 1 'for=Полевой Т. М.'", ['someone who was absent voted'],
     "council attend 1 'Полевой Т. М.' --state present; council vote 1 for=5"),
    ('council.majority', "council vote 1 for=2 against=3", ['2 votes of 5', 'no majority'],
     "council vote 1 for=5 against=0"),
    ('council.wording', "council set agenda-item 1 decision=", ['no wording'],
     "council set agenda-item 1 decision=Утвердить"),
    ('council.agenda', "council add meeting day=20.05.2021 state=held", ['its agenda is empty'],
     "council delete meeting 2"),
    ('council.day', "council add meeting day=20.06.2021 state=held",
     ['20.06.2021', 'its day has not come'], "council set meeting 2 state=planned"),
    # the choice
    ('selection.share', "select remove 'СОШ № 1' 'СОШ № 2'",
     ['3 of 12, 25.0 %', 'less than 33 %', '1 organization is missing', '01.06.2021'],
     "select add 'СОШ № 1'"),
    ('selection.interval-least', "cycle add earlier 'organization=СОШ № 1' year=2021",
     ['СОШ № 1', '2021', 'not more often than once in 1 year'], "cycle delete earlier 1"),
    ('selection.interval-most', "cycle add earlier 'organization=СОШ № 3' year=2018",
     ['СОШ № 3', 'not chosen', '2018', 'at least once in 3 years'], "select add 'СОШ № 3'"),
    ('selection.interval-most', "cycle add earlier 'organization=СОШ № 3' year=2015",
     ['СОШ № 3', '2015'], "cycle set interval.most 7"),
    # advice on the choice: for as long as the list is not approved
    ('selection.due-next', "cycle add earlier 'organization=СОШ № 3' year=2019;"
     "council set agenda-item 1 outcome=postponed",
     ['1 organization is due next year, in 2022'],
     "council set agenda-item 1 outcome=adopted;cycle delete earlier 1"),
    ('selection.closed', "organizations set 'СОШ № 1' state=reorganized state-day=01.05.2021 "
     "'successor=СОШ № 3'", ['СОШ № 1', 'does not work any more', 'СОШ № 3', 'goes on'],
     "select succeed 'СОШ № 1'"),
    ('selection.closed', "organizations set 'СОШ № 1' state=closed state-day=01.05.2021",
     ['СОШ № 1', 'does not work any more'], "organizations set 'СОШ № 1' state=working"),
    ('selection.recipients', "select set 'СОШ № 1' recipients=", ['1 chosen organization'],
     "select set 'СОШ № 1' recipients=60"),
    ('selection.kind', "select remove 'Дом творчества'", ['Additional', '0 of 3'],
     "select add 'Станция юных техников'"),
    # the schedule of three years
    ('schedule.share', "cycle add scheduled 'organization=СОШ № 1' year=2021",
     ['schedule of 2021', '1 of 12', 'less than 33 %'], "cycle delete scheduled 1"),
    ('schedule.missing', "select schedule --propose --apply; cycle delete scheduled 12",
     ['1 organization has no year', 'Станция юных техников'],
     "cycle add scheduled 'organization=Станция юных техников' year=2022"),
    ('schedule.interval', "cycle add earlier 'organization=СОШ № 3' year=2019;"
     "cycle add scheduled 'organization=СОШ № 3' year=2021;"
     "cycle add scheduled 'organization=СОШ № 3' year=2025",
     ['СОШ № 3', '2021 and then in 2025', 'at least once in 3'],
     "cycle set scheduled 2 year=2024"),
    ('selection.schedule', "cycle add scheduled 'organization=СОШ № 3' year=2021",
     ['СОШ № 3', 'schedule of 2021, but not chosen'], "select add 'СОШ № 3'"),
    ('selection.schedule', "cycle add scheduled 'organization=СОШ № 1' year=2022;"
     "cycle add scheduled 'organization=СОШ № 2' year=2021",
     ['СОШ № 1', 'is chosen, but the schedule has it in 2022'],
     "cycle set scheduled 1 year=2021"),
    ('schedule.closed', "cycle add scheduled 'organization=СОШ № 3' year=2022;"
     "organizations set 'СОШ № 3' state=closed state-day=01.05.2021",
     ['СОШ № 3', 'does not work any more'], "cycle delete scheduled 1"),
    # the work plan
    ('work.years', "workplan set 1 'deadline=до 10 декабря 2020 г.'",
     ['Item 1', 'до 10 декабря 2020 г.', 'outside 2021–2022'],
     "workplan set 1 'deadline=до 10 декабря 2021 г.'"),
    ('work.years', "workplan set 1 'deadline=2021–2023 гг.'", ['outside 2021–2022'],
     "cycle set years.last 2023"),
    ('work.deadline', "workplan set 1 'deadline=с мая по апрель 2021 г.'",
     ['Item 1', 'The end lies before the start'], "workplan set 1 'deadline=с апреля по май 2021 г.'"),
    ('work.deadline', "workplan set 1 'deadline=31 февраля 2021 г.'", ['no such day'],
     "workplan set 1 'deadline=28 февраля 2021 г.'"),
    ('work.slip', "workplan set 1 'deadline=2021–2022 г.г.'", ['г.г.'],
     "workplan set 1 'deadline=2021–2022 гг.'"),
    ('work.slip', "workplan set 1 'deadline=Непозднее 5 декабря 2021 г.'", ['Не позднее'],
     "workplan set 1 'deadline=Не позднее 5 декабря 2021 г.'"),
    ('work.number', "workplan add work-item number=7 what=А responsible=Б",
     ['Numbers are skipped', '2 is followed by 7'], "workplan set 3 number=3"),
    ('work.number', "workplan add work-item number=2 what=А responsible=Б", ['2 is used twice'],
     "workplan set 3 number=3"),
    ('work.order', "workplan add work-item level=section number=I 'what=Подготовка';"
     "workplan add work-item parent=#3 number=1 what=А responsible=Б 'deadline=июль 2021 г.';"
     "workplan add work-item level=section number=II 'what=Проведение';"
     "workplan add work-item parent=#5 number=1 what=В responsible=Г 'deadline=июнь–июль 2021 г.'",
     ['due on 31.07.2021', 'begins on 01.06.2021'], "workplan set 4 'deadline=май 2021 г.'"),
    ('work.step', "workplan add work-item level=step parent=#1 what=Этап 'deadline=2022 г.'",
     ['Item 1', 'Этап', 'due after the item'], "workplan set 3 'deadline=март 2021 г.'"),
    ('work.evidence', "workplan set 2 done_on=30.05.2021",
     ['Item 2', '30.05.2021', 'nothing shows it'],
     "workplan add link role=evidence from_kind=work-item from_id=2 to_kind=agenda-item to_id=1"),
    ('work.future', "workplan set 2 done_on=02.06.2021 evidence=Письмо",
     ['02.06.2021, which has not come'], "workplan set 2 done_on=01.06.2021"),
    ('work.responsible', "workplan set 2 responsible=", ['nobody is responsible'],
     "workplan set 2 responsible=Отдел"),
    ('work.empty', "workplan add work-item level=section number=I what=Раздел", ['no items'],
     "workplan delete 3"),
    # the operator
    ('operator.late', "operator add contract operator_name=Опрос 'deadline=до 31 мая 2021 г.'",
     ['Опрос', 'до 31 мая 2021 г.', 'no report'], "operator set contract 1 'deadline=2021 г.'"),
    ('operator.decided', "operator add delivery what=Отчёт is_report=yes state=accepted",
     ['Отчёт', 'enter the day of acceptance'], "operator set delivery 1 decided=20.05.2021"),
    ('operator.reason', "operator add delivery what=Файлы state=returned decided=20.05.2021",
     ['Файлы', 'no reason'], "operator set delivery 1 reason=Пусто"),
    ('operator.days', "operator add delivery what=Файлы state=accepted received=21.05.2021 "
     "decided=20.05.2021", ['20.05.2021, before it was received on 21.05.2021'],
     "operator set delivery 1 received=19.05.2021"),
    ('operator.waiting', "operator add delivery what=Файлы received=21.05.2021",
     ['neither accepted nor returned'],
     "operator set delivery 1 state=accepted decided=22.05.2021"),
    ('operator.received-late', "operator add contract operator_name=О 'deadline=до 1 мая 2021 г.';"
     "operator add delivery what=Отчёт is_report=yes received=02.05.2021 state=accepted "
     "decided=03.05.2021", ['02.05.2021', 'after the contract', '01.05.2021'],
     "operator set delivery 1 received=30.04.2021"),
    ('operator.terms', "operator add contract operator_name=О day=01.05.2021;"
     "operator add remark about=terms text=Т", ['remark on the terms', '01.05.2021'],
     "operator set remark 1 state=rejected decision=Нет"),
    ('operator.remark', "operator add remark about=terms text=Т source=Совет state=accepted",
     ['Совет', 'no words of the decision'], "operator set remark 1 decision=Да"),
    # the procedure
    ('procedure.model', "council set agenda-item 2 outcome=postponed",
     ['by which criteria and methods'], "council set agenda-item 2 outcome=adopted"),
    ('procedure.selection', "council set agenda-item 1 outcome=none",
     ['5 organizations are chosen', 'not approved the list'],
     "council set agenda-item 1 outcome=adopted"),
    ('procedure.pilot', "select set 'СОШ № 1' pilot=yes; council link 1 organization 'СОШ № 2'",
     ['СОШ № 1', 'pilot', 'no decision'], "council link 1 organization 'СОШ № 1'"),
    ('procedure.hand-over', "operator add delivery what=Отчёт is_report=yes state=accepted "
     "received=20.04.2021 decided=30.04.2021", ['30.04.2021', 'due by 30.05.2021'],
     "cycle set council.months 2"),
    ('procedure.results', "import checklist checklist.csv; import survey survey.csv; approve",
     ['no decision of the council on them'],
     "council agenda 1 results; council vote 3 for=5; council decide 3 adopted Утвердить"),
    ('procedure.received', "cycle set stage plans; plan add recommendation "
     "'organization=СОШ № 1' text=Пандус sent=20.05.2021",
     ['1 organization has recommendations', 'nobody noted when'],
     "plan receive 'СОШ № 1' --day 25.05.2021"),
    ('procedure.plan-none', "cycle set stage control; plan add plan 'organization=СОШ № 1';"
     "plan add plan 'organization=СОШ № 2'; plan add plan 'organization=Дом творчества';"
     "plan add plan 'organization=ДС «Василёк»'",
     ['1 of the assessed organizations has no improvement plan', 'ДС «Берёзка»'],
     "plan add plan 'organization=ДС «Берёзка»'"),
]
# The meetings of a year are counted when it is over.
LATER = [
    ('council.meetings', "", ['met 1 time in 2021'],
     "council meeting add day=10.09.2021 state=held; council agenda 2 control;"
     "council vote 3 for=5; council decide 3 adopted Утвердить"),
]


def build(stage):
    """A document that breaks no rule."""
    stage.on(TODAY)
    stage.do('new')
    stage.do('cycle add', '--year', 2021)
    tables.write_registry(stage.folder / 'registry.csv')
    tables.write_recipients(stage.folder / 'recipients.csv', CHOSEN)
    tables.write_checklist(stage.folder / 'checklist.csv', CHOSEN, 51)
    tables.write_survey(stage.folder / 'survey.csv', {name: 5 for name in CHOSEN}, 52)
    stage.do('import organizations', 'registry.csv')
    stage.do('select add', *CHOSEN)
    stage.do('import recipients', 'recipients.csv')
    steps.council(stage, '15.01.2020', '14.01.2023')
    steps.meet(stage, '01.02.2021', 'list', 'criteria')
    stage.do('cycle set', 'stage', 'collection')
    for number in (1, 2):
        stage.do('workplan add', 'work-item', f'number={number}', f'what=Пункт {number}',
                 'deadline=до 30 декабря 2021 г.', 'responsible=Отдел')


def spread(words):
    """{1..5} stands for five commands."""
    if '{1..5}' in words:
        return [[str(i) if word == '{1..5}' else word for word in words] for i in range(1, 6)]
    return [words]


VERBS_OF_ONE = ('approve',)


def play(stage, commands):
    for text in filter(None, (part.strip() for part in commands.split(';'))):
        for words in spread(shlex.split(text)):
            n = 1 if words[0] in VERBS_OF_ONE else 3 if words[:2] == ['council', 'meeting'] else 2
            stage.do(' '.join(words[:n]), *words[n:])


def problem(stage, rule, breaks, wanted, mends):
    """What is wrong with a rule's behaviour; None when it is as it should be."""
    if breaks and rule in stage.rules():
        return 'broken from the beginning'
    play(stage, breaks)
    said = [text for text in stage.rules().get(rule, [])]
    if not said:
        return f'not found: {stage.rules()}'
    if not any(all(word in text for word in wanted) for text in said):
        return f'says {said}, without {wanted}'
    play(stage, mends)
    left = [text for text in stage.rules().get(rule, []) if text in said]
    return f'still there when mended: {left}' if left else None


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    problems = []
    with tempfile.TemporaryDirectory(prefix='merilo-rules-') as name:
        stage = stages.Stage(program, pathlib.Path(name))
        build(stage)
        if stage.rules():
            problems.append(f'the document breaks rules: {stage.rules()}')
        shutil.copy(stage.folder / 'd.merilo', stage.folder / 'clean.merilo')
        for day, rules in ((TODAY, RULES), ('2022-01-15', LATER)):
            for rule, breaks, wanted, mends in rules:
                shutil.copy(stage.folder / 'clean.merilo', stage.folder / 'd.merilo')
                stage.on(day)
                try:
                    what = problem(stage, rule, breaks, wanted, mends)
                except stages.Failure as failure:
                    what = str(failure)
                if what:
                    problems.append(f'{rule} ({breaks}): {what}')
    print('\n'.join(problems) or f'{len(RULES) + len(LATER)} violations are found and mended')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
