"""What every question is given: the rules, the readings and instruments chosen, and names made into terms."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any, NamedTuple, TypeVar

import click

from igov.read.load import load
from igov.read.names import Named, resolve, resolve_cite, resolve_instrument, resolve_reading
from igov.reason.inforce import Options
from igov.terms.base import KnowledgeBase
from igov.terms.order import Axis

Asked = TypeVar("Asked", bound=Callable[..., Any])

AXIS_WORDS = {Axis.SCOPE: "limit", Axis.COUNTERPART: "holder"}


def rules_and_json(command: Asked) -> Asked:
    """Add the options that every question has."""
    rules = click.option(
        "--rules",
        "rules",
        multiple=True,
        type=click.Path(),
        metavar="PATH",
        help="Add or replace rules: a file or a folder; may be repeated.",
    )
    as_json = click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
    return rules(as_json(command))


class Choice(NamedTuple):
    """What the words are to mean and which texts are to answer, as it was typed."""

    assume: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    according_to: tuple[str, ...] = ()
    adopted_only: bool = False


def readings_and_instruments(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that choose what the words mean and which texts answer; the command gets them as its `choice`."""

    @wraps(command)
    def with_choice(**given: Any) -> Any:
        choice = Choice(**{name: given.pop(name) for name in Choice._fields})
        return command(**given, choice=choice)

    decorated: Callable[..., Any] = with_choice
    for option in (
        click.option("--adopted-only", is_flag=True, help="Leave out drafts that were never adopted."),
        click.option(
            "--according-to",
            multiple=True,
            metavar="ID",
            help="Instruments that answer (repeatable), or all; else the two of the source document.",
        ),
        click.option("--without", multiple=True, metavar="NAME", help="Switch a reading off; a fact is not so."),
        click.option("--assume", multiple=True, metavar="NAME", help="Switch a reading on; a fact is so."),
    ):
        decorated = option(decorated)
    return decorated


_AXES = (
    click.option("--holder", multiple=True, metavar="NAME", help="Who; several share one verb."),
    click.option("--quantity", metavar="HOW-MANY", help="How many of them: all, many, several, one."),
    click.option("--position", metavar="NAME", help="What is held: authority, lead, right, act ..."),
    click.option("--activity", metavar="NAME", help="Doing what."),
    click.option("--topic", multiple=True, metavar="NAME", help="Over what; several are met at once."),
    click.option("--force", metavar="HOW", help="How strongly: was, is, may, should, must."),
    click.option("--limit", "limits", multiple=True, metavar="NAME", help="A limit that the claim states."),
    click.option("--deny-limit", "denied_limits", multiple=True, metavar="NAME", help="A limit that it denies."),
    click.option("--share", metavar="HOW", help="Alone or with others: some, only, only-with."),
    click.option("--voice", metavar="WHOSE", help="Whose view: reported, own, everybody."),
    click.option("--with", "counterpart", metavar="NAME", help="With or for whom."),
    click.option("--denied", metavar="WHAT", help="What the claim denies: position, force, share."),
)
_AXIS_NAMES = (
    *("holder", "quantity", "position", "activity", "topic", "force", "limits", "denied_limits", "share", "voice"),
    *("counterpart", "denied"),
)


def claim_by_axes(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say a claim by axes; the command gets those that were given as its `axes`."""

    @wraps(command)
    def with_axes(**given: Any) -> Any:
        said = {name: given.pop(name) for name in _AXIS_NAMES}
        return command(**given, axes={name: value for name, value in said.items() if value not in (None, ())})

    decorated: Callable[..., Any] = with_axes
    for option in reversed(_AXES):
        decorated = option(decorated)
    return decorated


def loaded(rules: Iterable[str]) -> KnowledgeBase:
    """Return the built-in rules with those of the paths added."""
    return load(tuple(rules))


def chosen(base: KnowledgeBase, choice: Choice) -> Options:
    """Return the options for the judge, with every name checked."""
    instruments: tuple[str, ...] | None = None
    if choice.according_to:
        if any(name.casefold() == "all" for name in choice.according_to):
            instruments = tuple(base.instruments)
        else:
            instruments = tuple(instrument_named(base, name) for name in choice.according_to)
    return Options(
        assume=frozenset(assumption_named(base, name) for name in choice.assume),
        without=frozenset(assumption_named(base, name) for name in choice.without),
        instruments=instruments,
        adopted_only=choice.adopted_only,
    )


def assumption_named(base: KnowledgeBase, text: str) -> str:
    """Return the id of the reading, or of the fact of the case, that the text names; misuse where there is none."""
    return _known(resolve_reading(base, text), "reading", text)


def term_named(base: KnowledgeBase, axis: Axis, text: str) -> str:
    """Return the term that the text names on an axis; misuse where there is none."""
    word = AXIS_WORDS.get(axis, str(axis))
    return _known(resolve(base.vocabulary, axis, text), word, text)


def instrument_named(base: KnowledgeBase, text: str) -> str:
    """Return the id of the instrument that the text names; misuse where there is none."""
    return _known(resolve_instrument(base, text), "instrument", text)


def provision_named(base: KnowledgeBase, text: str) -> str:
    """Return the id of the provision that the text names; misuse where there is none."""
    return _known(resolve_cite(base, text), "provision", text)


def _known(named: Named, word: str, text: str) -> str:
    if named.term is not None:
        return named.term
    if not text.strip():
        raise click.UsageError(f"the name of the {word} is empty")
    plural = {"activity": "activities"}.get(word, f"{word}s")
    guess = "did you mean " + " or ".join(f'"{name}"' for name in named.near) + "?" if named.near else ""
    where = "terms provisions" if word == "provision" else f"terms {plural}"
    raise click.UsageError(f'unknown {word} "{text}"; {guess or f"igov {where} lists them"}')
