"""Which sentences of a document claim a role, and what each is worth: an annotated report."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import click

from igov.ask._given import Choice, chosen, loaded, readings_and_instruments, rules_and_json
from igov.ask.check_claim import Answer as Judged
from igov.ask.check_claim import ask as judge_sentence
from igov.ask.check_claim import to_json as claim_json
from igov.read.documents import KINDS, UnreadableDocument, document_of, read_document
from igov.reason.inforce import Options
from igov.show.annotated import annotated_page, annotated_screen, remark_object
from igov.show.page import Page
from igov.show.terminal import json_line, message, write, write_page
from igov.terms.base import KnowledgeBase
from igov.terms.document import Document, Remark, Sentence
from igov.terms.verdict import Verdict

CHUNK = 64
"""How many sentences are handed out at a time; what comes out does not depend on it."""

CONNECTING = 10
"""How many seconds to wait for a cluster to answer."""

LONG = 200
"""From how many sentences on progress is shown."""


@dataclass(frozen=True)
class Answer:
    """What was found in the documents: the remarks on each, in order; `whole` is False where it was interrupted."""

    base: KnowledgeBase
    documents: tuple[Document, ...]
    remarks: tuple[tuple[Remark, ...], ...]
    whole: bool = True

    @property
    def counts(self) -> Counter[str]:
        """How many sentences got which verdict."""
        return Counter(remark.verdict or "not understood" for remarks in self.remarks for remark in remarks)


class Work(NamedTuple):
    """What a worker needs to judge a sentence: the rules to load and what the asker chose."""

    rules: tuple[str, ...]
    options: Options


def remark_on(base: KnowledgeBase, sentence: Sentence, options: Options) -> Remark:
    """Return what is to be said of one sentence."""
    answer: Judged = judge_sentence(base, sentence.text, options)
    claim = claim_json(answer)
    if answer.judgement is None:
        return Remark(sentence, None, problem=answer.problem, claim=claim)
    return Remark(
        sentence,
        str(answer.judgement.verdict),
        axes=tuple(str(axis) for axis in answer.judgement.axes),
        cites=answer.judgement.cites,
        because=str(claim.get("because") or ""),
        instead=str(claim.get("instead") or ""),
        standing=answer.judgement.standing,
        claim=claim,
    )


def ask(
    base: KnowledgeBase,
    documents: Sequence[Document],
    options: Options | None = None,
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    rules: tuple[str, ...] = (),
    step: Callable[[int], None] = lambda _: None,
    all_sentences: bool = False,
) -> Answer:
    """Judge the sentences of documents that claim a role; interrupted, it gives what is done.

    `rules` are loaded by the workers where there are several jobs or a cluster answers at `scheduler`; `step` is told
    how many sentences are done.
    """
    chosen_options = options or Options()
    remarks: list[list[Remark]] = [[] for _ in documents]
    flat = [(number, sentence) for number, document in enumerate(documents) for sentence in document.sentences]
    chunks = [flat[at : at + CHUNK] for at in range(0, len(flat), CHUNK)]
    whole = True
    sentences = [tuple(sentence for _, sentence in chunk) for chunk in chunks]
    found = _judged(base, sentences, Work(rules, chosen_options), jobs, scheduler)
    try:
        for chunk, judged in zip(chunks, found, strict=False):
            for (number, _), remark in zip(chunk, judged, strict=True):
                if remark.verdict is not None or all_sentences:
                    remarks[number].append(remark)
            step(len(chunk))
    except KeyboardInterrupt:
        whole = False
    finally:
        found.close()
    return Answer(base, tuple(documents), tuple(tuple(found) for found in remarks), whole)


def _judged(
    base: KnowledgeBase, chunks: Sequence[Sequence[Sentence]], work: Work, jobs: int, scheduler: str | None
) -> Generator[list[Remark], None, None]:
    """Yield the remarks on each chunk, in order: judged here, by several workers, or on a cluster."""
    if scheduler is not None:
        yield from _on_cluster(chunks, work, scheduler)
        return
    if jobs <= 1 or len(chunks) <= 1:
        for chunk in chunks:
            yield [remark_on(base, sentence, work.options) for sentence in chunk]
        return
    pool = ProcessPoolExecutor(max_workers=min(jobs, len(chunks)), initializer=_begin)
    try:
        waiting: list[Future[list[Remark]]] = [pool.submit(_work, work, chunk) for chunk in chunks]
        for one in waiting:
            yield one.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _on_cluster(
    chunks: Sequence[Sequence[Sentence]], work: Work, scheduler: str
) -> Generator[list[Remark], None, None]:
    """Yield the remarks on each chunk, in order, judged by the workers of a Dask cluster that have igov installed."""
    try:
        distributed = import_module("distributed")  # an extra, needed for a cluster alone
    except ImportError:
        raise click.UsageError('--scheduler needs Dask: pip install "igov[cluster]"') from None
    try:
        client = distributed.Client(scheduler, timeout=CONNECTING)
    except (OSError, ValueError) as fault:
        raise click.ClickException(f"no cluster answers at {scheduler}: {fault}") from fault
    with client:
        waiting = client.map(partial(_work, work), chunks, pure=False)
        for one in waiting:
            yield one.result()


def _begin() -> None:
    """Leave an interruption to the asker, who tells of it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _work(work: Work, sentences: Sequence[Sentence]) -> list[Remark]:
    """Judge a chunk in a worker, which loads the rules once."""
    base = _loaded_once(work.rules)
    return [remark_on(base, sentence, work.options) for sentence in sentences]


@lru_cache(maxsize=2)
def _loaded_once(rules: tuple[str, ...]) -> KnowledgeBase:
    return loaded(rules)


def view(answer: Answer) -> Page:
    """Return the screen: each document with its judged sentences, and a tally."""
    return annotated_screen(answer.documents, answer.remarks, answer.counts, whole=answer.whole)


def to_json(answer: Answer) -> Iterator[dict[str, object]]:
    """Yield one object for every remark, in order, with the place of its sentence."""
    for document, remarks in zip(answer.documents, answer.remarks, strict=True):
        for remark in remarks:
            yield remark_object(document, remark)


HELP = """\b
Examples:
  igov scan speech.txt
  igov scan essay.md paper.pdf --format html --out report.html
  igov scan transcripts/*.txt --json --jobs 4
  igov scan - < speech.txt

Find the sentences of documents that say who holds which role, and judge each: text, Markdown and HTML, and
with an extra (pip install "igov[documents]") DOCX and PDF. The report stands in the terminal, in one HTML file
or in JSON Lines with the offsets of every sentence. Interrupted, it keeps what is done. What comes out is the
same whatever --jobs says, and on a Dask cluster too (pip install "igov[cluster]").
"""


@click.command(name="scan", help=HELP)
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--format", "form", type=click.Choice(["text", "html", "json"]), help="What the report is written in.")
@click.option("--out", type=click.Path(), metavar="FILE", help="Write the report there; else on standard output.")
@click.option("--all", "all_sentences", is_flag=True, help="Add the sentences that were not understood.")
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, help="How many cores to use.")
@click.option("--scheduler", metavar="ADDRESS", help="Share the work on a Dask cluster, as tcp://host:8786.")
@click.option("--exit-code", is_flag=True, help="End with 1 where a verdict is not SUPPORTED.")
@readings_and_instruments
@rules_and_json
def command(
    files: tuple[str, ...],
    form: str | None,
    out: str | None,
    all_sentences: bool,
    jobs: int,
    scheduler: str | None,
    exit_code: bool,
    choice: Choice,
    rules: tuple[str, ...],
    as_json: bool,
) -> int:
    """Scan the documents on the console; return the exit code."""
    if as_json and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} ask for two reports; give one of them")
    form = "json" if as_json else form or "text"
    base = loaded(rules)
    options = chosen(base, choice)
    documents, missing = _opened(files)
    if missing and not documents:
        return 3
    total = sum(len(document.sentences) for document in documents)
    with _progress(total) as step:
        answer = ask(
            base,
            documents,
            options,
            jobs=jobs,
            scheduler=scheduler,
            rules=rules,
            step=step,
            all_sentences=all_sentences,
        )
    _write(answer, form, out)
    if not answer.whole:
        message("interrupted: the report holds what was done until then")
        return 130
    if missing:
        return 3
    return 1 if exit_code and set(answer.counts) - {str(Verdict.SUPPORTED)} else 0


def _opened(files: Iterable[str]) -> tuple[list[Document], int]:
    """Return the documents that can be read, and how many cannot; each of those is told of."""
    documents: list[Document] = []
    missing = 0
    for file in files:
        try:
            if file == "-":
                documents.append(document_of("standard input", sys.stdin.buffer.read()))
            else:
                documents.append(read_document(Path(file)))
        except OSError as fault:
            missing += 1
            message(f"{file}: {fault.strerror or fault}")
        except UnreadableDocument as fault:
            missing += 1
            kinds = ", ".join(sorted(KINDS))
            message(str(fault), helps=[fault.remedy or f"read by their endings: {kinds}; all others as plain text"])
    return documents, missing


def _write(answer: Answer, form: str, out: str | None) -> None:
    if form == "html":
        text = annotated_page(answer.base, answer.documents, answer.remarks, answer.counts, whole=answer.whole)
    elif form == "json":
        text = "".join(f"{json_line(line)}\n" for line in to_json(answer))
    elif out is None:
        write_page(view(answer))
        return
    else:
        from igov.show.page import WIDEST, draw  # noqa: PLC0415  a report in a file has the widest lines

        text = draw(view(answer), WIDEST)
    if out is None:
        write(text)
    else:
        Path(out).write_text(text.encode("utf-8", "replace").decode("utf-8"), encoding="utf-8")


@contextmanager
def _progress(total: int) -> Iterator[Callable[[int], None]]:
    """Give what moves the bar on: a bar on standard error while long work lasts, on a console only."""
    if total < LONG or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console  # noqa: PLC0415  long work on a console alone draws a bar
    from rich.progress import Progress  # noqa: PLC0415  as above

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("sentences", total=total)
        yield lambda done: bar.advance(task, done)
