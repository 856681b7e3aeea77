"""The catalogue of faults: what each code means, in general, and what to do about it. A code is never used again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of fault: its code, its title, what it means and what to do."""

    id: str
    title: str
    explanation: str
    remedy: str


_ALL = (
    # IG1xx: the file, before its content is looked at
    Code(
        "IG101",
        "a file cannot be opened",
        "A path that was given is not there, is not a plain file, or may not be read.",
        "Check how the path is written and who may read it.",
    ),
    Code(
        "IG102",
        "a file is too large",
        "A rules file of more than 64 MB is not read, so that nothing can fill the memory.",
        "Spread the rules over several files in one folder and give the folder.",
    ),
    Code(
        "IG103",
        "a file is not UTF-8",
        "Rules files are text in UTF-8, with or without a byte order mark. The place is that "
        "of the first byte that is not.",
        "Save the file as UTF-8.",
    ),
    Code(
        "IG104",
        "a control character",
        "Control characters, line ends of other systems and marks that turn the direction of "
        "writing can make a text look "
        "other than it is. They are refused, also where they are written as an escape.",
        "Take the character out. Tabs, line feeds and carriage returns are allowed.",
    ),
    Code(
        "IG105",
        "not well-formed YAML",
        "The YAML parser could not go on at this place. Nothing behind it was read, so other "
        "faults of the file may follow.",
        "Mend the line. Text that holds a colon and a space, a number sign or quotation marks "
        "goes in quotes or under `>-`.",
    ),
    Code(
        "IG106",
        "an anchor or alias",
        "Rules are read as they stand: nothing in them refers to another part of the file, and nothing is expanded.",
        "Write the value out where it is meant.",
    ),
    Code(
        "IG107",
        "a tag",
        "Every value is text, and its field says what it is read as. A tag such as `!!int` would say it a second time.",
        "Leave the tag out.",
    ),
    Code(
        "IG108",
        "more than one document",
        "A line of three hyphens begins a second document. A rules file holds one.",
        "Put the second document in a file of its own.",
    ),
    Code(
        "IG109",
        "a key stands twice",
        "Two entries of one mapping have the same key; one would silently win.",
        "Keep one, or make a list of the two values where the field takes a list.",
    ),
    Code(
        "IG110",
        "nested too deeply",
        "Lists and mappings may stand inside each other up to 64 deep; no rules file needs a tenth of that.",
        "Lay the value out flatter. A bracket that is never closed has the same effect.",
    ),
    Code(
        "IG111",
        "a key that is not plain text",
        "YAML lets a list or a mapping be a key; a rules file does not.",
        "Write a word as the key. A value that begins with a brace needs quotes.",
    ),
    Code(
        "IG112",
        "no rules in a folder",
        "The folder holds no file whose name ends in .yaml or .yml.",
        "Check the path, or the endings of the files.",
    ),
    Code(
        "IG113",
        "nothing in a file",
        "The file is empty, or holds comments only.",
        "Begin it with `igov: 1`, or remove it.",
    ),
    # IG2xx: fields, values, the vocabulary
    Code(
        "IG201",
        "an unknown field",
        "A record has a field that the format does not know. It would be without effect.",
        "Take the name that is offered. docs/rules-format.md lists the fields of every record.",
    ),
    Code(
        "IG202",
        "a missing field",
        "A record lacks a field that it must have.",
        "Write the field. The help says what it holds.",
    ),
    Code(
        "IG203",
        "an unknown term",
        "A holder, position, activity, topic or limit that is not in the vocabulary. Rules "
        "name terms by their id, in lower "
        "case; everyday names (`NGOs`) are for questions.",
        "Take the id that is offered, see `igov terms`, or add the term to a vocabulary file.",
    ),
    Code(
        "IG204",
        "a value of the wrong shape",
        "A list or mapping stands where one piece of text is expected, or the other way round.",
        "Write the value in the shape that is named. A value with a colon and a space in it "
        "is a mapping unless quoted.",
    ),
    Code(
        "IG205",
        "a value that the field does not take",
        "The field takes one of a few words, and this is none of them.",
        "Take one of the words that are named, in the same letters.",
    ),
    Code(
        "IG206",
        "an id of the wrong form",
        "Terms and readings have lower-case ids with hyphens; instruments letters and digits; "
        "provisions may have points too.",
        "Write the id in the form that is named.",
    ),
    Code(
        "IG207",
        "not a date",
        "Dates are written year-month-day, and are days that exist.",
        "Write it as 2005-11-18.",
    ),
    Code(
        "IG208",
        "not a whole number",
        "A rank is a whole number of up to six digits.",
        "Write a number such as 0 or 10.",
    ),
    Code(
        "IG209",
        "nothing where something is expected",
        "The field is there, but its text or its list is empty.",
        "Write the value, or leave the field out where it may be absent.",
    ),
    Code(
        "IG210",
        "an id is given twice",
        "Two terms of one axis, two readings or two instruments of the same origin have one "
        "id. Rules that are added may "
        "replace what was there; within one origin it is a slip.",
        "Give one of them another id, or remove it.",
    ),
    Code(
        "IG211",
        "an unknown reading",
        "A reading is named that no file declares.",
        "Take the id that is offered, or declare the reading under `readings`.",
    ),
    Code(
        "IG212",
        "a name for two terms",
        "One everyday name stands for two terms of the same axis, so a sentence that uses it has two meanings.",
        "Keep the name for one of them.",
    ),
    Code(
        "IG213",
        "fields that exclude each other",
        "A provision gives norms, or assigns nothing for a reason; it cannot do both, and a "
        "reason needs something to give a reason for.",
        "Keep one of the two.",
    ),
    Code(
        "IG214",
        "an unknown condition",
        "A norm is conditional (`when`, `unless`) on something that is neither a declared fact nor a provision.",
        "Take the id that is offered, or declare the fact under `facts`.",
    ),
    # IG3xx: what the rules mean
    Code(
        "IG301",
        "words that are not in the text",
        "The words of a norm are a quotation: each run of them occurs in the text of its "
        "provision, letter for letter, white "
        "space aside, and as whole words.",
        "Copy the words from the text. Where they stand apart, make a list of runs.",
    ),
    Code(
        "IG302",
        "a provision without consequence",
        "Every provision gives norms, or says that it assigns nothing and why, so that none is forgotten.",
        "Write its `norms`, or `assigns: nothing` and `because`.",
    ),
    Code(
        "IG303",
        "an override that leads nowhere",
        "A norm says that it overrides a norm or a provision that is not there.",
        "Write the id of a provision (TA-35a) or of one of its norms (TA-35a#1).",
    ),
    Code(
        "IG304",
        "a cycle in an order",
        "The steps of the vocabulary lead from a term back to itself. Narrower and wider would be the same.",
        "Take one of the steps out. Two words for one thing are one term with two names.",
    ),
    Code(
        "IG305",
        "an unknown instrument",
        "A provision reports a paragraph of another instrument, which is not loaded: the part "
        "before the first hyphen is its id.",
        "Mend the id, or load the instrument too.",
    ),
    Code(
        "IG306",
        "a cite that leads nowhere",
        "A provision is cited that no loaded file holds or reports.",
        "Take the id that is offered; `igov show` lists the provisions of an instrument.",
    ),
    Code(
        "IG307",
        "a test that contradicts itself",
        "A test names axes of overstatement and expects another verdict than OVERSTATED.",
        "Leave `axes` out, or expect OVERSTATED.",
    ),
    Code(
        "IG308",
        "too many norms",
        "The lists of an entry make a norm for every combination; a few long lists would make millions.",
        "Use a wider term instead of a list, or write several entries.",
    ),
    Code(
        "IG309",
        "a provision of which nobody has said yet what it assigns",
        "`igov new` cuts a text into provisions and says of each that what it assigns is unknown. Rules with such "
        "provisions can be loaded; they answer nothing for them.",
        "Read the provision. Write its `norms`, or `assigns: nothing` and `because`.",
    ),
    Code(
        "IG310",
        "superiority among norms in a circle",
        "Norms that meet prevail over one another in turn, and the last over the first: by what they override, by "
        "being more special, or by rank and date. Where all of them meet on a claim it is disputed.",
        "See whether an `overrides` is the wrong way about, or say with one which norm prevails; "
        "`igov lint --conflicts` shows the norms side by side.",
    ),
    # IG4xx: what the rules' own tests say
    Code(
        "IG401",
        "a test that fails",
        "A claim that the rules carry as a test gets another verdict, other axes or other cites than it must get.",
        "See `igov explain` for why, then mend the norm or the test. A change of verdict is a change of meaning.",
    ),
    Code(
        "IG402",
        "a norm that no test exercises",
        "No test of the rules has this norm among those that bear on its claim.",
        "Write an `expect` beside the norm: a claim that it decides.",
    ),
    # IG6xx, below, are about a reader's own copy of a text
    # IG5xx: theories of the logic alone
    Code(
        "IG501",
        "a statement that cannot be read",
        "A statement of a theory is a fact (`penguin.`), a rule (`r1: bird, ~penguin => "
        "flies`) or a superiority (`r2 > r1`).",
        "Write the part that is named as expected.",
    ),
    Code(
        "IG502",
        "a rule's name is given twice",
        "Two rules of a theory have one name, so that a superiority could mean either.",
        "Give each rule a name of its own.",
    ),
    Code(
        "IG503",
        "an unknown rule",
        "A superiority names a rule that the theory does not hold.",
        "Take the name that is offered, or name the rule.",
    ),
    Code(
        "IG504",
        "superiority in a circle",
        "A rule would prevail over itself, by way of others.",
        "Take one of the statements out.",
    ),
    Code(
        "IG505",
        "a fact with a name",
        "Only rules have names; what is named and has no arrow is a rule whose arrow was "
        "forgotten, or a fact named by mistake.",
        "Add the arrow, or take the name away.",
    ),
    # IG6xx: what a reader's own copy of an instrument's text says
    Code(
        "IG601",
        "a pinpoint that is not in the text",
        "With `--text ID=FILE` the provisions of an instrument are looked for in your own copy of its text, by their "
        "numbers. This one has no such paragraph there.",
        "Mend the number. `igov new FILE --id X` shows how your copy was cut into paragraphs.",
    ),
    Code(
        "IG602",
        "words that are not those of the text",
        "A provision that is given verbatim does not stand in your own copy of the text, white space and the shape of "
        "quotation marks aside.",
        "Compare the two, and copy the words. If they are a summary, say so: `paraphrase: yes`.",
    ),
    # IG7xx: the record of a debate
    Code(
        "IG701",
        "a record cannot be opened or written",
        "The file in which `igov debate --judge` records is not there, is not a plain file, may not be read or "
        "written, was taken away meanwhile, or its disk is full. What could not be written was not judged: no "
        "verdict is shown before it is on the disk.",
        "Make room, or name a file in a folder of your own. What was recorded before is there, and counts.",
    ),
    Code(
        "IG702",
        "a file that is no record",
        "The file does not begin as the record of a debate does. Nothing was written into it.",
        "Name a file that is a record, or one that is not there yet.",
    ),
    Code(
        "IG703",
        "a record of another make",
        "The record was written by another igov, which keeps records in another form.",
        "Judge with that igov, or begin another record.",
    ),
    Code(
        "IG704",
        "a line of a record that cannot be read",
        "Records are only added to. A line that has others behind it was changed, moved or taken out by "
        "something else.",
        "Put the record back as it was, from a copy, or begin another one.",
    ),
    Code(
        "IG705",
        "a torn last line",
        "The machine stopped while a line was being written. Its verdict had not been shown, so that no "
        "confirmed claim is lost. The line stays in the file and is set aside.",
        "Look at the score: a claim that is missing is spoken again.",
    ),
    Code(
        "IG706",
        "a record that another judge has open",
        "Two judges in one record would mix their claims: one at a time has it open.",
        "End the other judge, or give each a record of its own.",
    ),
)

CODES: dict[str, Code] = {code.id: code for code in _ALL}
"""Every code, by its id."""
