# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills in a workbook that the program sent out, as its head would in a spreadsheet: only zip
archives and XML, nothing of the program."""
import datetime
import re
import xml.etree.ElementTree as ET
import zipfile

SPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
SHEET = 'xl/worksheets/sheet1.xml'
ET.register_namespace('', SPACE)
EPOCH = datetime.date(1899, 12, 30)


def tag(name):
    return f'{{{SPACE}}}{name}'


def letters(index):
    return chr(ord('A') + index)


class Form:
    """The first sheet of a workbook: what stands in it, and what is written into it."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = ET.fromstring(self.parts[SHEET])
        self.data = self.root.find(tag('sheetData'))
        strings = ET.fromstring(self.parts['xl/sharedStrings.xml'])
        self.strings = [''.join(part.text or '' for part in item.iter(tag('t')))
                        for item in strings]
        self.columns = {self.text(cell).replace('\u00a0', ' '): re.match('[A-Z]+', cell.get('r')).group()
                        for cell in self.data[0]}
        self.styles = {letters(int(column.get('min')) - 1): column.get('style')
                       for column in self.root.iter(tag('col')) if column.get('style')}

    def text(self, cell):
        if cell.get('t') == 's':
            return self.strings[int(cell.find(tag('v')).text)]
        if cell.get('t') == 'inlineStr':
            return ''.join(part.text or '' for part in cell.iter(tag('t')))
        value = cell.find(tag('v'))
        return value.text if value is not None else ''

    def rows(self):
        """Numbers of the rows that the program wrote, without the header."""
        return [int(row.get('r')) for row in self.data[1:]]

    def get(self, number, header):
        place = f'{self.columns[header]}{number}'
        for cell in self.data.iter(tag('c')):
            if cell.get('r') == place:
                return self.text(cell)
        return ''

    def row(self, number):
        for row in self.data:
            if row.get('r') == str(number):
                return row
        return ET.SubElement(self.data, tag('row'), {'r': str(number)})

    def set(self, number, header, value):
        """A text, a number or a day; the style of the cell or its column stays."""
        place = f'{self.columns[header]}{number}'
        row = self.row(number)
        style = None
        for cell in list(row):
            if cell.get('r') == place:
                style = cell.get('s')
                row.remove(cell)
        cell = ET.Element(tag('c'), {'r': place})
        style = style if style is not None else self.styles.get(self.columns[header])
        if style is not None:
            cell.set('s', style)
        if isinstance(value, datetime.date):
            value = (value - EPOCH).days
        if isinstance(value, int):
            ET.SubElement(cell, tag('v')).text = str(value)
        else:
            cell.set('t', 'inlineStr')
            ET.SubElement(ET.SubElement(cell, tag('is')), tag('t')).text = value
        behind = [other for other in row if other.get('r') < place]
        row.insert(len(behind), cell)

    def save(self, path):
        self.parts[SHEET] = ET.tostring(self.root, encoding='utf-8', xml_declaration=True)
        with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
            for name, part in self.parts.items():
                archive.writestr(name, part)


PERSON = '4. Ответственный: фамилия, имя, отчество'
POST = '4. Ответственный: должность'
MEASURE = '2. Мероприятие'
DEADLINE = '3. Плановый срок'
TAKEN = '5а. Реализованные меры'
DONE = '5б. Фактический срок'
EVIDENCE = 'Подтверждение (документ, адрес на сайте)'
SHARE = 'Исполнено, %'


def plan(path, out, deadline, person, own=None):
    """Answers every finding: who does what by when; a measure of its own in a free row."""
    form = Form(path)
    for number in form.rows():
        if form.get(number, MEASURE) == '':
            form.set(number, MEASURE, 'Устранить')
        form.set(number, DEADLINE, deadline)
        form.set(number, PERSON, person)
        form.set(number, POST, 'заместитель директора')
    if own is not None:
        number = form.rows()[-1] + 1
        form.set(number, MEASURE, own)
        form.set(number, DEADLINE, deadline)
        form.set(number, PERSON, person)
    form.save(out)


def report(path, out, day, left=0):
    """Everything is done but the last so many rows, which are half done."""
    form = Form(path)
    numbers = form.rows()
    for i, number in enumerate(numbers):
        form.set(number, TAKEN, 'Сделано')
        if i < len(numbers) - left:
            form.set(number, DONE, day)
            form.set(number, EVIDENCE, f'Акт № {i + 1}')
        else:
            form.set(number, SHARE, 50)
    form.save(out)
