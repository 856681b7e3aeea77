from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from igov.read.load import examine
from igov.read.names import resolve
from igov.terms.base import Vocabulary
from igov.terms.order import Axis

VOCABULARY = Path(__file__).parent.parent / "rules" / "vocabulary"


def holders(path: Path) -> list[dict[str, Any]]:
    """Read the terms of the holder axis as they stand in a file, every scalar as text."""
    read = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)  # noqa: S506  it makes text, lists and mappings only
    found: list[dict[str, Any]] = read["vocabulary"].get("holder", [])
    return found


COUNTRIES = {term["id"]: term for term in holders(VOCABULARY / "countries.yaml")}
STATES = {name: term for name, term in COUNTRIES.items() if term["kind"] == "country"}
AREAS = {name: term for name, term in COUNTRIES.items() if term["kind"] == "area"}


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """Load the built-in vocabulary once."""
    return examine()[0].vocabulary


def classes(term: dict[str, Any]) -> dict[str, str]:
    """Give the classes above a term, each with its basis, in the order of the file."""
    under = term.get("under", [])
    return {step["term"]: step["basis"] for step in (under if isinstance(under, list) else [under])}


def forms(term: dict[str, Any]) -> set[str]:
    """Give everything by which a term is called, in one case."""
    return {
        name.casefold() for name in (term["id"], term["id"].replace("-", " "), term["label"], *term.get("names", []))
    }


def test_there_are_194_member_states() -> None:
    """All members of the United Nations and the Holy See stand under States, each on its own account."""
    assert len(STATES) == 194
    assert {classes(term).get("states") for term in STATES.values()} == {"ITU Member State"}
    assert "holy-see" in STATES


def test_the_areas_are_recognised_and_not_placed() -> None:
    """What ISO 3166 lists besides is known by name and stands under no class; nothing else is in the file."""
    assert len(AREAS) == 249 - 194
    assert {"taiwan", "hong-kong", "macao", "greenland", "palestine", "puerto-rico", "western-sahara"} <= set(AREAS)
    assert all(term["placed"] == "no" and "under" not in term for term in AREAS.values())
    assert not any("placed" in term for term in STATES.values())
    assert set(COUNTRIES) == set(STATES) | set(AREAS)


@pytest.mark.parametrize(
    ("country", "narrowest"),
    [
        ("bangladesh", "least-developed-countries"),
        ("nepal", "least-developed-countries"),
        ("senegal", "least-developed-countries"),
        ("brazil", "developing-countries"),
        ("india", "developing-countries"),
        ("china", "developing-countries"),
        ("kenya", "developing-countries"),
        ("bhutan", "developing-countries"),
        ("chile", "developing-countries"),
        ("france", "developed-countries"),
        ("japan", "developed-countries"),
        ("united-states", "developed-countries"),
        ("norway", "developed-countries"),
        ("holy-see", "states"),
    ],
)
def test_a_country_stands_where_its_list_puts_it(country: str, narrowest: str) -> None:
    """The last step names the narrowest class that a dated list gives."""
    assert list(classes(COUNTRIES[country]))[-1] == narrowest


def test_no_state_stands_in_two_narrower_classes() -> None:
    """A State is at most one of developed, developing and least developed, and most are one of them."""
    narrower = Counter(len(classes(term)) - 1 for term in STATES.values())
    assert narrower == {1: 185, 0: 9}


def test_the_sizes_of_the_lists() -> None:
    """The list of least developed countries of December 2024 has 44 members; the others are as the tables gave them."""
    sizes = Counter(above for term in STATES.values() for above in classes(term))
    assert sizes["least-developed-countries"] == 44
    assert sizes["developing-countries"] == 102
    assert sizes["developed-countries"] == 39


def test_every_basis_is_dated_and_explained_at_the_head_of_the_file() -> None:
    """A step into a narrower class names its list and year, and the head comment says what list that is."""
    head = (VOCABULARY / "countries.yaml").read_text(encoding="utf-8").split("igov: 1")[0]
    bases = {basis for term in STATES.values() for above, basis in classes(term).items() if above != "states"}
    assert len(bases) == 4
    assert all(re.search(r", (\w+ )?20\d\d$", basis) and f"{basis}:" in head for basis in bases)


def test_the_classes_are_in_the_vocabulary() -> None:
    """No step leads to a class that the other holders do not declare."""
    declared = {term["id"] for path in VOCABULARY.glob("*.yaml") for term in holders(path)}
    assert {above for term in COUNTRIES.values() for above in classes(term)} <= declared


def test_every_id_is_a_slug() -> None:
    """Ids are lower-case words joined by hyphens, and each is given once."""
    ids = [term["id"] for term in holders(VOCABULARY / "countries.yaml")]
    assert len(ids) == len(set(ids)) == 249
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in ids)


def test_every_name_means_one_holder() -> None:
    """No name of a country is the name of another holder, in any case."""
    terms = [term for path in sorted(VOCABULARY.glob("*.yaml")) for term in holders(path)]
    owners = Counter(form for term in terms for form in forms(term))
    doubled = {form for term in COUNTRIES.values() for form in forms(term) if owners[form] > 1}
    assert doubled == set()


def test_no_name_is_given_twice_for_one_country() -> None:
    """Label and names of a country differ in more than their case."""
    for term in COUNTRIES.values():
        names = [name.casefold() for name in (term["label"], *term.get("names", []))]
        assert len(names) == len(set(names)), term["id"]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Brasília", "brazil"),
        ("Brasilia", "brazil"),
        ("Brazilian", "brazil"),
        ("Brazilians", "brazil"),
        ("Washington", "united-states"),
        ("USA", "united-states"),
        ("London", "united-kingdom"),
        ("UK", "united-kingdom"),
        ("British", "united-kingdom"),
        ("Moscow", "russia"),
        ("Russian Federation", "russia"),
        ("Türkiye", "turkey"),
        ("Viet Nam", "vietnam"),
        ("Ivory Coast", "cote-divoire"),
        ("Astana", "kazakhstan"),
        ("Oslo", "norway"),
        ("Kyiv", "ukraine"),
        ("Bangladeshi", "bangladesh"),
        ("Vatican City", "holy-see"),
        ("Taipei", "taiwan"),
    ],
)
def test_usual_names_demonyms_and_capitals_are_known(name: str, country: str) -> None:
    """People say a country by its usual name, its people or its capital, with or without diacritics."""
    assert name.casefold() in forms(COUNTRIES[country])


@pytest.mark.parametrize(
    "word", ["us", "male", "polish", "car", "png", "dominican", "congolese", "guinean", "nigerien"]
)
def test_words_that_say_no_single_country_are_no_names(word: str) -> None:
    """Ordinary words of English and names of several countries name none."""
    assert not any(word in forms(term) for term in COUNTRIES.values())


def test_names_are_typed_as_people_type_them() -> None:
    """No name carries a remark in brackets, an inverted order, or a curly apostrophe."""
    assert not [
        n for term in COUNTRIES.values() for n in (term["label"], *term.get("names", [])) if re.search(r"[(),;/’‘&]", n)
    ]


def test_the_reader_finds_no_fault_in_the_countries() -> None:
    """The loaded file has no fault, names that stand for two holders included."""
    _, faults = examine(strict=True)
    places = [span for fault in faults for span in (fault.span, *(other.span for other in fault.others)) if span]
    assert not [place for place in places if place.file.endswith("countries.yaml")]


def test_a_country_is_a_state_by_one_step(vocabulary: Vocabulary) -> None:
    """That Brazil is a State rests on its membership of ITU and not on a list of developing countries."""
    order = vocabulary.order(Axis.HOLDER)
    assert [step.basis for _, step in order.path("brazil", "states")] == ["ITU Member State"]
    assert order.at_or_below("bangladesh", "developing-countries")
    assert not order.at_or_below("france", "developing-countries")
    assert not order.at_or_below("taiwan", "states")


@pytest.mark.parametrize(
    ("typed", "country"),
    [("the Netherlands", "netherlands"), ("u.s.", "united-states"), ("TURKIYE", "turkey"), ("the Gambia", "gambia")],
)
def test_a_country_is_found_however_it_is_typed(typed: str, country: str, vocabulary: Vocabulary) -> None:
    """Articles, case and diacritics make no difference."""
    assert resolve(vocabulary, Axis.HOLDER, typed).term == country
