"""A resolution in plain text becomes a rules file in which everything is still to be said."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from pathlib import Path

import click

from igov.read.copies import read_text
from igov.read.kinds import INSTRUMENT_ID
from igov.read.resolution import Resolution, cut, rules_text
from igov.show.page import GAP, Page, Piece, title
from igov.show.terminal import write, write_json, write_page


@dataclass(frozen=True)
class Answer:
    """The text as it was cut, and the rules file that comes of it."""

    instrument: str
    source: str
    resolution: Resolution
    rules: str
    out: str = ""
    """The file that the rules were written to, if any."""


def ask(
    text: str,
    instrument: str,
    *,
    source: str = "text",
    title: str = "",
    body: str = "",
    date: str = "",
    status: str = "",
) -> Answer:
    """Answer with the rules file of a resolution; what is not given of the instrument is left for its author."""
    resolution = cut(text)
    rules = rules_text(resolution, instrument, source=source, title=title, body=body, date=date, status=status)
    return Answer(instrument, source, resolution, rules)


def view(answer: Answer) -> Page:
    """Return the screen that goes with a written file: what was cut, what was not plain, what comes next."""
    provisions = answer.resolution.provisions
    page: Page = [title(f"{answer.instrument}: {len(provisions)} provisions cut from {answer.source}")]
    parts = ", ".join(
        f"{sum(p.part == part for p in provisions)} {part or 'of neither part'}"
        for part in dict.fromkeys(p.part for p in provisions)
    )
    if parts:
        page.append(Piece(((parts, "dim"),), 2))
    for remark in answer.resolution.remarks:
        page.append(Piece(((f"line {remark.line}: ", "warn"), remark.text), 2, 4))
    page += [GAP, Piece(f"What each provision assigns is unknown. What is to be said: igov lint {answer.out}".rstrip())]
    return page


def to_json(answer: Answer) -> dict[str, object]:
    """Return the answer as one object with stable keys."""
    return {
        "schema": "igov/new/1",
        "instrument": answer.instrument,
        "head": list(answer.resolution.head),
        "provisions": [
            {
                "id": f"{answer.instrument}-{provision.id}",
                "line": provision.line,
                "part": provision.part or None,
                "opening": provision.opening or None,
                "text": provision.text,
            }
            for provision in answer.resolution.provisions
        ],
        "remarks": [{"line": remark.line, "text": remark.text} for remark in answer.resolution.remarks],
        "rules": answer.rules,
    }


HELP = """\b
Examples:
  igov new resolution.txt --id X --out x.yaml
  igov new resolution.txt --id X --title "On the commons" --date 2031-05-04 --status adopted

Cut a resolution in plain text into its provisions, and write a rules file in which what each assigns is unknown:
numbered paragraphs, lettered items, recitals and headings by their opening words. Nothing is guessed: what is not
plain is told, and `igov lint FILE` then leads through all that is to be said. docs/authoring shows the whole way.
"""


@click.command(name="new", help=HELP)
@click.argument("text", metavar="TEXT")
@click.option(
    "--id", "instrument", required=True, metavar="ID", help="The id of the instrument: letters, digits, hyphens."
)
@click.option("--title", default="", help="Its title; else the first line of the text.")
@click.option("--body", default="", help="The body that made it.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="Its date, as 2005-11-18.")
@click.option("--status", type=click.Choice(["adopted", "draft"]), help="Adopted, or a draft.")
@click.option("--out", type=click.Path(dir_okay=False), metavar="FILE", help="Write to a file that is not there yet.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def command(
    *,
    text: str,
    instrument: str,
    title: str,
    body: str,
    date: datetime.datetime | None,
    status: str | None,
    out: str | None,
    as_json: bool,
) -> None:
    """Answer the question on the console or in a file."""
    if INSTRUMENT_ID.form(instrument) is None:
        raise click.UsageError(f'"{instrument}" is no id of an instrument: {INSTRUMENT_ID.expects}')
    if out is not None and Path(out).exists():
        raise click.UsageError(f"{out} is there already, and is not written over")
    day = date.date().isoformat() if date is not None else ""
    answer = ask(read_text(text), instrument, source=text, title=title, body=body, date=day, status=status or "")
    if as_json:
        write_json(to_json(answer))
    elif out is not None:
        Path(out).write_text(answer.rules, encoding="utf-8", newline="\n")
        write_page(view(replace(answer, out=out)))
    else:
        write(answer.rules)
