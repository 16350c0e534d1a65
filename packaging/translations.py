"""Keep the translations of the program up to date.

``update``
    Collect every string of the program, merge them into ``resources/translations/*.ts`` and
    compile these to ``.qm``.
``fill PART.json ...``
    Put in the translations of JSON files, ``{context: {text: translation}}``, then update.
``split N FOLDER``
    Write what has no translation yet into N such files of about as many words each, with what Qt
    offers because the text was another before, or stands elsewhere too.
``check``
    Say what is missing or wrong; exit with 1 if anything is.
"""

# ruff: noqa: INP001 (a script)

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
for folder in (ROOT, ROOT / "packaging"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))

import ts_files  # noqa: E402
from source_strings import Found, Pair, strings_of_sources  # noqa: E402
from string_tables import strings_of_tables  # noqa: E402

FOLDER: Final = ROOT / "resources" / "translations"
LANGUAGE: Final = "ko"
TS: Final = FOLDER / f"gradviz_{LANGUAGE}.ts"
QM: Final = TS.with_suffix(".qm")
NOTE: Final = "#"
"""The key in a JSON file that says where the strings of a context are used."""


@cache
def collected() -> Found:
    """Return every string of the program.

    Raises
    ------
    ValueError
        When a call cannot be translated, or asks for strings that no table has.
    """
    found = strings_of_sources(ROOT / "gradviz")
    tables = strings_of_tables()
    known = {context for context, _ in tables}
    lost = {c: sorted(files) for c, files in found.dynamic.items() if c and c not in known}
    if found.faults or lost:
        faults = [*found.faults, *(f"{c}: asked without a table in {f}" for c, f in lost.items())]
        raise ValueError("\n".join(faults))
    for pair in tables:
        found.pairs.setdefault(pair, sorted(found.dynamic.get(pair[0], ())))
    return found


def update() -> None:
    """Bring the files of translations up to date."""
    FOLDER.mkdir(exist_ok=True)
    ts_files.merge(TS, collected().pairs, LANGUAGE)
    ts_files.compile_to(TS, QM)


def problems() -> list[str]:
    """Return what is wrong with the translations, but for what has none yet."""
    wanted, there = set(collected().pairs), ts_files.read(TS)
    found = [f"not in the file: {pair}" for pair in sorted(wanted - there.keys())]
    found += [f"no longer asked for: {pair}" for pair in sorted(there.keys() - wanted)]
    for pair, message in there.items():
        if message.translation:
            faults = ts_files.faults_between(pair[1], message.translation)
            found += [f"{fault}: {pair}: {message.translation!r}" for fault in faults]
    return found


def untranslated() -> list[Pair]:
    """Return the strings that have no translation, or one that nobody has looked at."""
    messages = ts_files.read(TS).items()
    return [pair for pair, message in messages if not (message.translation and message.is_finished)]


def fill(paths: list[Path]) -> list[str]:
    """Put in the translations of JSON files; return what was left out and why."""
    there, taken, refused = ts_files.read(TS), {}, []
    for path in paths:
        for pair, translation in _entries(path):
            if not translation:
                continue
            faults = ts_files.faults_between(pair[1], translation)
            if pair not in there:
                faults = ["not asked for"]
            refused += [f"{path.name}: {fault}: {pair}: {translation!r}" for fault in faults]
            if not faults:
                taken[pair] = translation
    ts_files.fill(TS, taken)
    update()
    return refused


def _entries(path: Path) -> list[tuple[Pair, str]]:
    contexts = json.loads(path.read_text(encoding="utf-8"))
    return [
        ((context, text), translation)
        for context, texts in contexts.items()
        for text, translation in texts.items()
        if text != NOTE
    ]


def split(count: int, folder: Path) -> None:
    """Write what has no translation yet into `count` files, each context in one of them."""
    places, there, waiting = collected().pairs, ts_files.read(TS), untranslated()
    contexts: dict[str, list[str]] = defaultdict(list)
    for context, text in waiting:
        contexts[context].append(text)
    order = sorted(contexts, key=lambda c: (min(places[c, t][:1] or [""] for t in contexts[c]), c))
    total = sum(len(text.split()) for _, text in waiting)
    parts: list[dict[str, dict[str, str]]] = [{} for _ in range(count)]
    done = 0
    for context in order:
        words = sum(len(text.split()) for text in contexts[context])
        part = min(count - 1, (done + words // 2) * count // max(1, total))
        files = sorted({file for text in contexts[context] for file in places[context, text]})
        offered = {text: there[context, text].translation for text in contexts[context]}
        parts[part][context] = {NOTE: ", ".join(files), **offered}
        done += words
    folder.mkdir(parents=True, exist_ok=True)
    for number, texts in enumerate(parts, 1):
        content = json.dumps(texts, ensure_ascii=False, indent=1) + "\n"
        (folder / f"part-{number}.json").write_text(content, encoding="utf-8")


def main() -> int:
    """Do what the command line says."""
    parser = argparse.ArgumentParser(description="Keep the translations up to date.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("update")
    commands.add_parser("check")
    filling = commands.add_parser("fill")
    filling.add_argument("parts", nargs="+", type=Path)
    splitting = commands.add_parser("split")
    splitting.add_argument("count", type=int)
    splitting.add_argument("folder", type=Path)
    options = parser.parse_args()
    found: list[str] = []
    if options.command == "update":
        update()
    elif options.command == "split":
        split(options.count, options.folder)
    elif options.command == "fill":
        found = fill(options.parts)
    else:
        found = problems()
    print("\n".join([*found, _summary()]))
    return 1 if found else 0


def _summary() -> str:
    waiting, every = untranslated(), ts_files.read(TS)
    words = sum(len(text.split()) for _, text in waiting)
    return f"{len(every)} strings, {len(waiting)} without a translation ({words} words)."


if __name__ == "__main__":
    sys.exit(main())
