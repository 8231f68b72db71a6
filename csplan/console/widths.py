"""How wide the columns of a table are, so that no word is broken that need not be."""

from collections.abc import Sequence

from csplan.console.terminal import cells

_WIDEST_NAME = 20
_WIDEST_WORD = 24
_WORDS = (24, 20, 16, 12)


class Sized:
    """What a column holds, as far as its width depends on it.

    `share` is its share of the width, or 0 if it is as wide as it must be; no share falls short of
    `least`, unless all that the column holds does.
    """

    def __init__(self, texts: Sequence[str], share: int, least: int) -> None:
        self.share = share
        self._least = least
        self._heading = _longest_word(texts[:1])
        self._word = _longest_word(texts)
        self._text = max(map(cells, texts[1:]), default=0)

    def first(self) -> int:
        """The width of the first column if it has no share: that of what it holds, up to a limit.

        A word of it may be somewhat longer.
        """
        held = min(self._text, _WIDEST_NAME)
        return max(held, self._heading, min(self._word, _WIDEST_WORD))

    def narrowest(self) -> int:
        """What it must have in any window."""
        return min(self._least, max(self._text, self._heading)) if self.share else self._word

    def comfortable(self, longest: int) -> int:
        """What it must have so that no word is broken, but for those that are longer."""
        return max(self.narrowest(), min(self._word, longest))


def _longest_word(texts: Sequence[str]) -> int:
    return max(map(cells, " ".join(texts).split()), default=0)


def fixed(found: Sequence[Sized], room: int) -> list[int]:
    """The width of each column that its share would not be enough for; 0 for what has its share.

    Words are kept whole up to the greatest length for which there is room.
    """
    must = _floors(found, room)
    widths = [0 if each.share else floor for each, floor in zip(found, must, strict=True)]
    while short := _short(found, must, widths, room):
        widths = [floor if at in short else widths[at] for at, floor in enumerate(must)]
    return widths


def _floors(found: Sequence[Sized], room: int) -> list[int]:
    """What each column must have."""
    first = found[0].first() if not found[0].share else 0
    for longest in _WORDS:
        floors = [first or found[0].comfortable(longest)]
        floors += [each.comfortable(longest) for each in found[1:]]
        if sum(floors) <= room:
            return floors
    return narrowest(found)


def narrowest(found: Sequence[Sized]) -> list[int]:
    """What each column must have in any window."""
    first = found[0].narrowest() if found[0].share else found[0].first()
    return [first, *(each.narrowest() for each in found[1:])]


def _short(
    found: Sequence[Sized], must: Sequence[int], widths: Sequence[int], room: int
) -> set[int]:
    """Those whose share of what is left is less than they must have."""
    free = [at for at, each in enumerate(found) if each.share and not widths[at]]
    shares = sum(found[at].share for at in free)
    left = room - sum(widths)
    return {at for at in free if must[at] and left * found[at].share < must[at] * shares}
