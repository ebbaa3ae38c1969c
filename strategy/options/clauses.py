"""Taking a vision or mission apart: proposals of the parts that a priority can serve."""

import re

# Ends of sentences and of clauses, in Latin, Arabic and Chinese script.
_BREAKS = re.compile(r"[.!?;:,…؟،؛。！？；：、\n]+\s*|\s+[–—]\s+")
SHORTEST = 8  # letters: “and so on” is no part, “clean air” is one


def clauses(text: str) -> list[str]:
    """The clauses of a text in their order, each once; what is too short goes with the clause before.

    A proposal only: people pick, change and add.
    """
    found: list[str] = []
    end = 0
    for match in [*_BREAKS.finditer(text), None]:
        start, stop = end, match.start() if match else len(text)
        end = match.end() if match else stop
        part = " ".join(text[start:stop].split())
        if len(part) >= SHORTEST:
            found.append(part)
        elif part and found and match is not None:
            found[-1] = f"{found[-1]}, {part}"
    return list(dict.fromkeys(found))


def unpicked(text: str, picked: list[str]) -> list[str]:
    """The clauses of which nothing has been picked out yet, whatever the case of their letters."""
    taken = [each.casefold() for each in picked]
    return [
        part
        for part in clauses(text)
        if not any(part.casefold() in each or each in part.casefold() for each in taken)
    ]
